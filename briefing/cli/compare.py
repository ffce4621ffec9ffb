"""`briefing compare`: where documents disagree, as far as the program can see it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, Final

from briefing.check.compare import compare
from briefing.cli import streams
from briefing.cli.commands import click, dossier_options, format_option
from briefing.cli.streams import Span
from briefing.errors import BriefingError, Unreadable
from briefing.model.dossier import Dossier
from briefing.model.results import Candidate, CandidateSide
from briefing.store.dossier import open_dossier
from briefing.store.reading.documents import read_document
from briefing.text.document import Document

FIRST: Final = 50
"""Candidates that are written as text unless all are wanted."""
_AROUND: Final = 50
"""Characters of context on either side of a side."""
_MANY: Final = 100
"""From so many documents on the work is shared among processes."""
_SIGNS: Final = {"real": "≠", "apparent": "≈"}
_SEVERITIES: Final = {"high": "!!!", "medium": "!!", "low": "!"}
_STYLES: Final[dict[str, streams.Style]] = {"high": "red", "medium": "yellow", "low": "dim"}


@click.command("compare")
@dossier_options
@format_option("text", "json")
@click.option("--all", "everything", is_flag=True, help=f"Write all candidates, not the first {FIRST} alone.")
@click.argument("files", nargs=-1, metavar="[FILE]...", type=click.Path(path_type=Path, dir_okay=False))
def command(
    dossier: Path | None, originals: Path | None, form: str, files: tuple[Path, ...], *, everything: bool
) -> int:
    """Propose where the documents of a dossier disagree, or some FILES of any format that can be read.

    What the dossier has dismissed is left out; what repeats one of its discrepancies names it.
    Exit code 0 where nothing is found, 1 where something is.
    """
    opened = None if files else open_dossier(dossier, originals)
    documents = _read(files) if opened is None else list(opened.documents.values())
    workers = min(8, os.cpu_count() or 1) if len(documents) >= _MANY else 1
    found = compare(documents, opened, workers=workers)
    if form == "json":
        streams.json({"schema": "briefing.compare/1", "candidates": [as_json(item) for item in found]})
    else:
        _as_text(documents, opened, found, len(found) if everything else FIRST)
    return 1 if found else 0


def _read(files: tuple[Path, ...]) -> list[Document]:
    """Return the documents that can be read, each under a name of its own; say which cannot."""
    documents: dict[str, Document] = {}
    for path in files:
        try:
            document = read_document(path)
        except (OSError, BriefingError) as error:
            reason = error.message if isinstance(error, BriefingError) else error.strerror or "it cannot be read"
            streams.say(Span(f"{path}: ", "bold"), reason)
            continue
        name = path.name
        while name in documents:
            name = f"{name}'"
        documents[name] = Document(document.text, name)
    if len(documents) < len(files) and not documents:
        raise Unreadable("none of the files can be read")
    return list(documents.values())


def as_json(item: Candidate) -> dict[str, Any]:
    """Return one candidate in the shape `briefing.compare/1`."""
    return {
        "id": item.id,
        "kind": item.kind,
        "nature": item.nature,
        "severity": item.severity,
        "score": item.score,
        "question": item.question,
        "reason": item.reason,
        "discrepancy": item.discrepancy,
        "sides": [
            {
                "source": side.source,
                "lines": side.lines,
                "columns": side.columns,
                "text": side.text,
                "value": _value(side),
            }
            for side in item.sides
        ],
    }


def _value(side: CandidateSide) -> dict[str, Any] | None:
    """Return a value with what it has; None where the side is no figure or date."""
    if side.value is None:
        return None
    told = {
        "amount": side.value.amount,
        "low": side.value.low,
        "high": side.value.high,
        "date": side.value.date,
        "unit": side.value.unit,
        "qualifier": side.value.qualifier,
    }
    return {name: value for name, value in told.items() if value not in (None, "")}


def _as_text(documents: list[Document], dossier: Dossier | None, found: list[Candidate], most: int) -> None:
    sealed = sum(document.sealed for document in documents)
    if sealed:
        streams.say(f"{sealed} of {len(documents)} documents are sealed: their text cannot be compared")
        streams.say("  ", Span("attach the originals: briefing attach DIR, or --originals DIR", "dim"))
    texts = {document.id: document for document in documents}
    for item in found[:most]:
        _one(item, texts)
    repeated = sum(item.discrepancy is not None for item in found)
    told = f"{len(found):,} candidate{'' if len(found) == 1 else 's'} in {len(documents):,} documents"
    if dossier is not None and repeated:
        told += f", {repeated:,} of them repeat a discrepancy of the dossier"
    streams.out(Span(told if found else "no disagreement found", "bold"))
    if len(found) > most:
        streams.out(f"  the first {most} are shown; all of them: ", Span("--all", "bold"))


def _one(item: Candidate, texts: dict[str, Document]) -> None:
    """Write one candidate: sign, severity, kind and question; its sides in their context; the reason."""
    streams.out(
        Span(f"?{_SIGNS[item.nature]} ", "cyan"),
        Span(f"{_SEVERITIES[item.severity]:<3} ", _STYLES[item.severity]),
        Span(f"{item.kind}  ", "dim"),
        Span(item.question, "bold"),
        Span(f"  = {item.discrepancy}" if item.discrepancy else "", "dim"),
    )
    for side in item.sides:
        before, after = _around(side, texts[side.source])
        place = Span(f"{side.source}:{side.lines[0]}", "cyan")
        streams.out("      ", place, "  ", Span(before, "dim"), Span(side.text, "bold"), Span(after, "dim"))
    streams.out("      ", Span(item.reason, "dim"))


def _around(side: CandidateSide, document: Document) -> tuple[str, str]:
    """Return what stands before and after a side in its lines, cut at words."""
    first, last = document.lines[side.lines[0] - 1], document.lines[side.lines[1] - 1]
    before, after = first[: side.columns[0]], last[side.columns[1] :]
    if len(before) > _AROUND:
        before = "…" + before[-_AROUND:].partition(" ")[2]
    if len(after) > _AROUND:
        after = after[:_AROUND].rpartition(" ")[0] + "…"
    return before, after
