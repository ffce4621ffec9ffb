"""`briefing verify`: every file, reference, quote and seal."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from briefing.check.audit import Audit, audit
from briefing.check.reanchor import Reanchor, proposals
from briefing.cli import streams
from briefing.cli.commands import click, dossier_options, format_option
from briefing.cli.streams import Span
from briefing.errors import Problem
from briefing.memo.outline import letter
from briefing.model.dossier import Dossier
from briefing.model.passage import Passage
from briefing.store.dossier import open_dossier


@click.command("verify")
@dossier_options
@format_option("text", "json", "github")
@click.option("--fix", is_flag=True, help="Cite anew what has moved, or changed in form only; the rest stays.")
def command(dossier: Path | None, originals: Path | None, form: str, *, fix: bool) -> int:
    """Check every file, reference, quote and seal of a dossier.

    With --fix, passages whose words stand elsewhere in their source now, or differ in form only, are cited as they
    stand; what has changed in substance is for you to look at, in the app. Exit code 0 where nothing is found (or
    left), 1 where something is.
    """
    opened, mended = _fixed(dossier, originals) if fix else (open_dossier(dossier, originals), [])
    result = audit(opened)
    if form == "json":
        streams.json(as_json(opened, result))
    elif form == "github":
        for item in result.findings:
            streams.out(as_annotation(item))
    else:
        _as_mended(mended)
        _as_text(opened, result)
        left = len(proposals(opened, result.anchors)) if result.findings else 0
        if left:
            streams.say(f"{left:,} passage{'' if left == 1 else 's'} to look at: open the app and press R")
    return 1 if result.findings else 0


def _fixed(path: Path | None, originals: Path | None) -> tuple[Dossier, list[Reanchor]]:
    """Cite anew what is certain, as one step to undo; return the dossier then, and what was done.

    Raises:
        BriefingError: nothing was written, with the reason.
    """
    from briefing.store.edit import Store
    from briefing.store.mend import cited_as

    store = Store(path, originals)
    before = store.dossier
    certain = [item for item in proposals(before, audit(before).anchors) if item.certain and item.proposed]
    changes = [change for item in certain if item.proposed for change in cited_as(item, item.proposed)]
    return store.apply(*changes), certain  # without changes too: where nothing can be written, it says so


def _as_mended(mended: list[Reanchor]) -> None:
    for item in mended:
        new = item.proposed or item.passage
        what = f", {_part(item)}: {_place(item.passage)} → {_place(new)}, {item.reason}"
        quote = f": “{new.quote}”" if new.quote != item.passage.quote else ""
        streams.out(f"{item.noun} ", Span(item.id, "bold"), what, quote)
    if mended:
        streams.out(Span(f"{len(mended):,} passage{'' if len(mended) == 1 else 's'} cited anew", "green"))


def _part(item: Reanchor) -> str:
    """Return which part of its entry a passage is: `evidence 1`, or `side B, passage 1`."""
    *side, passage = (int(number) for number in re.findall("[0-9]+", item.field))
    return f"side {letter(side[0])}, passage {passage + 1}" if side else f"evidence {passage + 1}"


def _place(passage: Passage) -> str:
    first, last = passage.lines
    return f"{passage.source}:{first}" + (f"-{last}" if last != first else "")


def _counts(dossier: Dossier) -> dict[str, int]:
    return {
        "sources": len(dossier.sources),
        "cards": len(dossier.cards),
        "discrepancies": len(dossier.discrepancies),
        "passages": len(dossier.passages()),
    }


def as_json(dossier: Dossier, result: Audit) -> dict[str, Any]:
    """Return the shape `briefing.verify/1`."""
    return {
        "schema": "briefing.verify/1",
        "title": dossier.title,
        "counts": _counts(dossier),
        "anchors": result.counts,
        "findings": [
            {
                "level": item.level,
                "code": item.code,
                "message": f"{item.message}; {item.hint}" if item.hint else item.message,
                "file": item.file,
                "line": item.line,
                "column": item.column,
                "card": item.card,
                "source": item.source,
            }
            for item in result.findings
        ],
    }


def as_annotation(item: Problem) -> str:
    """Return a finding as a GitHub workflow command."""

    def data(text: str) -> str:
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")

    def prop(text: str) -> str:
        return data(text).replace(":", "%3A").replace(",", "%2C")

    place = f"file={prop(item.file)},line={item.line},col={item.column},title={prop(item.code)}"
    return f"::{item.level} {place}::{data(item.message)}{data('; ' + item.hint if item.hint else '')}"


def _as_text(dossier: Dossier, result: Audit) -> None:
    for item in result.findings:
        place = f"{item.file}:{item.line}:{item.column}: "
        colour: streams.Style = "red" if item.level == "error" else "yellow"
        streams.out(Span(place, "bold"), Span(f"{item.level} ", colour), Span(f"[{item.code}] ", "dim"), item.message)
        if item.hint:
            streams.out("    ", Span(item.hint, "dim"))
    counts = ", ".join(f"{count:,} {what}" for what, count in _counts(dossier).items())
    anchors = ", ".join(f"{count:,} {status}" for status, count in result.counts.items() if count) or "none"
    streams.out(Span(dossier.title, "bold"))
    streams.out(f"  {counts}")
    streams.out(f"  passages: {anchors}")
    count = len(result.findings)
    verdict = "nothing found" if not count else f"{count:,} finding{'' if count == 1 else 's'}"
    streams.out("  ", Span(verdict, "red" if count else "green"))
