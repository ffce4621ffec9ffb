"""`briefing search`: cards and source lines that hold some words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from briefing.check.find import Hit, around, find, found
from briefing.cli import streams
from briefing.cli.commands import click, dossier_options, format_option
from briefing.cli.streams import Span
from briefing.store.dossier import open_dossier


@click.command("search")
@dossier_options
@format_option("text", "json")
@click.argument("words", nargs=-1, required=True)
@click.option("--limit", type=click.IntRange(1, 10_000), default=50, show_default=True, help="The most hits to give.")
def command(dossier: Path | None, originals: Path | None, form: str, words: tuple[str, ...], limit: int) -> int:
    """Find cards and source lines that hold all the WORDS, or words that begin with them.

    A phrase in double quotes that stands somewhere word for word comes first: '"letter of intent"'. Where nothing
    holds all the words, what comes nearest is given. Exit code 1 where nothing is found.
    """
    typed = " ".join(words)
    hits = [replace(hit, text=around(hit.text, typed)) for hit in find(open_dossier(dossier, originals), typed, limit)]
    if form == "json":
        streams.json({"schema": "briefing.search/1", "hits": [as_json(hit) for hit in hits]})
        return 0 if hits else 1
    if not hits:
        streams.say("nothing holds these words; try fewer, or only their beginnings")
    elif hits[0].how == "near":
        streams.say("nothing holds all of these words; the nearest:")
    for hit in hits:
        streams.out(*_as_text(hit, typed))
    return 0 if hits else 1


def as_json(hit: Hit) -> dict[str, Any]:
    """Return one hit in the shape `briefing.search/1`."""
    return {"card": hit.card, "source": hit.source, "lines": hit.lines, "text": hit.text, "score": hit.score}


def _as_text(hit: Hit, typed: str) -> Iterator[str | Span]:
    """Yield a line: what was found, and its text with the words sought in bold."""
    name = hit.card or f"{hit.source}:{hit.lines[0] if hit.lines else 1}"
    yield Span(name, "green" if hit.card else "cyan")
    yield "  "
    last = 0
    for start, end in found(hit.text, typed):
        yield hit.text[last:start]
        yield Span(hit.text[start:end], "bold")
        last = end
    yield hit.text[last:]
