"""`briefing verify`: every file, reference, quote and seal."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from briefing.check.audit import Audit, audit
from briefing.cli import streams
from briefing.cli.commands import click, dossier_options, format_option
from briefing.cli.streams import Span
from briefing.errors import Problem
from briefing.model.dossier import Dossier
from briefing.store.dossier import open_dossier


@click.command("verify")
@dossier_options
@format_option("text", "json", "github")
def command(dossier: Path | None, originals: Path | None, form: str) -> int:
    """Check every file, reference, quote and seal of a dossier.

    Exit code 0 where nothing is found, 1 where something is.
    """
    opened = open_dossier(dossier, originals)
    result = audit(opened)
    if form == "json":
        streams.json(as_json(opened, result))
    elif form == "github":
        for item in result.findings:
            streams.out(as_annotation(item))
    else:
        _as_text(opened, result)
    return 1 if result.findings else 0


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
