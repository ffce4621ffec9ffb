"""`briefing compare`: where documents disagree, as far as the program can see it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, Final

from briefing.check.compare import compare
from briefing.check.lineage import propose_lineage
from briefing.check.untold import untold
from briefing.cli import streams
from briefing.cli.candidates import candidate, derivations, short_names
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
_MANY: Final = 100
"""From so many documents on the work is shared among processes."""


@click.command("compare")
@dossier_options
@format_option("text", "json")
@click.option("--all", "everything", is_flag=True, help=f"Write all candidates, not the first {FIRST} alone.")
@click.argument("files", nargs=-1, metavar="[FILE]...", type=click.Path(path_type=Path))
def command(
    dossier: Path | None, originals: Path | None, form: str, files: tuple[Path, ...], *, everything: bool
) -> int:
    """Propose where the documents of a dossier disagree, or some FILES of any format that can be read.

    What the dossier has dismissed is left out; what it holds already is named beside the candidate.
    Exit code 0 where nothing is found, 1 where something is, 2 where no document can be read.
    """
    opened = None if files else open_dossier(dossier, originals)
    documents = _read(files) if opened is None else list(opened.documents.values())
    workers = min(8, os.cpu_count() or 1) if len(documents) >= _MANY else 1
    found = compare(documents, opened, workers=workers)
    unread = _say_sealed(documents)
    if form == "json":
        streams.json({"schema": "briefing.compare/1", "candidates": [as_json(item) for item in found]})
    elif not unread:
        _as_text(documents, opened, found, len(found) if everything else FIRST)
    return 2 if unread else 1 if found else 0


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
    if not documents:
        raise Unreadable("none of the files can be read")
    return list(documents.values())


def _say_sealed(documents: list[Document]) -> bool:
    """Say how many documents are sealed; return whether there is none that can be read."""
    sealed = sum(document.sealed for document in documents)
    if sealed:
        told = "1 document is sealed" if sealed == 1 else f"{sealed} of {len(documents)} documents are sealed"
        streams.say(f"{told}: what is sealed cannot be compared")
        streams.say("  ", Span("bring the originals: briefing attach DIR, or --originals DIR", "dim"))
    elif not documents:
        streams.say("there is no document to compare")
    return sealed == len(documents)


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
        "sides": [_side(side) for side in item.sides],
    }


def _side(side: CandidateSide) -> dict[str, Any]:
    return {
        "source": side.source,
        "lines": side.lines,
        "columns": side.columns,
        "text": side.text,
        "value": _value(side),
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
    texts = {document.id: document for document in documents}
    short = short_names(texts) if dossier is not None else {}
    for item in found[:most]:
        candidate(item, texts, short)
    repeated = sum(item.discrepancy is not None for item in found)
    told = f"{len(found):,} candidate{'' if len(found) == 1 else 's'}" if found else "no disagreement found"
    told += f" in {len(documents):,} document{'' if len(documents) == 1 else 's'}"
    streams.out(Span(told, "bold"), f", {repeated:,} of them in the dossier already" if repeated else "")
    if len(found) > most:
        streams.out(f"the first {most} are shown; all of them: ", Span("--all", "bold"))
    if dossier is not None and (lineage := untold(propose_lineage(dossier), dossier)):
        streams.out()
        streams.out(Span("who seems to repeat whom, beyond what the register says", "bold"))
        derivations(lineage, short)
