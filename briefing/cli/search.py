"""`briefing search`: cards and source lines that hold some words."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from briefing.check.find import Hit, find
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

    Exit code 1 where nothing is found.
    """
    hits = find(open_dossier(dossier, originals), " ".join(words), limit)
    if form == "json":
        streams.json({"schema": "briefing.search/1", "hits": [as_json(hit) for hit in hits]})
    else:
        for hit in hits:
            _as_text(hit)
        if not hits:
            streams.say("nothing holds all of these words; try fewer, or only their beginnings")
    return 0 if hits else 1


def as_json(hit: Hit) -> dict[str, Any]:
    """Return one hit in the shape `briefing.search/1`."""
    return {"card": hit.card, "source": hit.source, "lines": hit.lines, "text": hit.text, "score": hit.score}


def _as_text(hit: Hit) -> None:
    if hit.card:
        streams.out(Span(hit.card, "bold"), "  ", hit.text)
    elif hit.source and hit.lines:
        streams.out(Span(f"{hit.source}:{hit.lines[0]}", "cyan"), "  ", hit.text)
