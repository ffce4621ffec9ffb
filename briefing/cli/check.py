"""`briefing check`: a draft against the dossier."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import Any, Final, get_args

from briefing.check.draft import check
from briefing.cli import streams
from briefing.cli.commands import click, dossier_options, format_option
from briefing.cli.streams import Span, Style
from briefing.cli.verify import as_annotation
from briefing.errors import Problem, Unreadable
from briefing.model.dossier import Dossier
from briefing.model.results import Statement, Verdict
from briefing.store.dossier import open_dossier
from briefing.store.reading.documents import CAP, bytes_of, extract
from briefing.text.document import Document

_STYLES: Final[dict[Verdict, Style]] = {"contradicted": "red", "disputed": "yellow", "unverified": "cyan"}
_SHOWN: Final = 120
"""Characters of a passage that are shown."""


@click.command("check")
@dossier_options
@format_option("text", "json", "github")
@click.option("--strict", is_flag=True, help="Exit 1 on disputed and unverified statements too.")
@click.argument("draft", type=click.Path(path_type=Path, allow_dash=True))
def command(dossier: Path | None, originals: Path | None, form: str, strict: bool, draft: Path) -> int:
    """Check every sentence of DRAFT (txt, md, docx; `-` for standard input) against a dossier.

    Exit code 1 where a statement is contradicted; with --strict also where one is disputed or unverified.
    """
    opened = open_dossier(dossier, originals)
    name, document = _read(draft)
    statements = check(document.text, opened)
    if form == "json":
        streams.json(as_json(name, document, statements))
    else:
        for item in statements:
            if item.verdict in _STYLES:
                if form == "github":
                    streams.out(as_annotation(_problem(name, document, item)))
                else:
                    _as_text(name, document, item, opened)
    if form == "text":
        streams.say(_tally(statements))
    grave = set(_STYLES) if strict else {"contradicted"}
    return 1 if any(item.verdict in grave for item in statements) else 0


def _read(draft: Path) -> tuple[str, Document]:
    """Return a draft as lines, with the name to call it by."""
    if str(draft) == "-":
        return "-", Document(extract("draft.md", sys.stdin.buffer.read(CAP)).text, "-")
    try:
        return str(draft), Document(extract(draft.name, bytes_of(draft)).text, draft.stem)
    except FileNotFoundError as error:
        raise Unreadable(f"there is no file {draft}", "check the path") from error


def as_json(name: str, document: Document, statements: list[Statement]) -> dict[str, Any]:
    """Return the shape `briefing.check/1`."""
    counts = Counter(item.verdict for item in statements)
    return {
        "schema": "briefing.check/1",
        "draft": name,
        "counts": {verdict: counts[verdict] for verdict in get_args(Verdict)},
        "statements": [_statement(document, item) for item in statements],
    }


def _statement(document: Document, item: Statement) -> dict[str, Any]:
    first, left = document.position(item.start)
    last, right = document.position(item.end)
    return {
        "lines": [first, last],
        "columns": [left, right],
        "text": item.text,
        "verdict": item.verdict,
        "reason": item.reason,
        "cards": list(item.cards),
        "passages": [{"source": place.source, "lines": list(place.lines)} for place in item.passages],
    }


def _at(document: Document, item: Statement) -> tuple[int, int]:
    """Return line and column, both from 1, of what differs first, or of the statement."""
    line, column = document.position(item.conflicts[0].start if item.conflicts else item.start)
    return line, column + 1


def _problem(name: str, document: Document, item: Statement) -> Problem:
    line, column = _at(document, item)
    return Problem(
        level="error" if item.verdict == "contradicted" else "warning",
        code=item.verdict, message=item.reason, file=name, line=line, column=column,
    )  # fmt: skip


def _as_text(name: str, document: Document, item: Statement, dossier: Dossier) -> None:
    line, column = _at(document, item)
    streams.out(Span(f"{name}:{line}:{column}: ", "bold"), Span(f"{item.verdict} ", _STYLES[item.verdict]), item.reason)
    if item.verdict == "unverified":
        return
    for place in item.passages[:1]:
        told = _passage(dossier, place.source, place.lines)
        streams.out("    ", Span(f"{place.source}:{place.lines[0]}", "dim"), f"  {told}")


def _passage(dossier: Dossier, source: str, lines: tuple[int, int]) -> str:
    """Return what stands in some lines of a source, or the quotes from them where its text is not there."""
    document = dossier.documents.get(source)
    if document is not None and not document.sealed and lines[1] <= len(document):
        told = " ".join(document.text[slice(*document.span(lines))].split())
    else:
        quotes = [
            item.quote
            for card in dossier.cards
            for item in card.evidence
            if (item.source, item.lines) == (source, lines)
        ]
        told = f"“{quotes[0]}”" if quotes else ""
    return told if len(told) <= _SHOWN else f"{told[: _SHOWN - 1]}…"


def _tally(statements: list[Statement]) -> str:
    counts = Counter(item.verdict for item in statements)
    told = ", ".join(f"{counts[verdict]:,} {verdict}" for verdict in get_args(Verdict) if counts[verdict])
    return f"{len(statements):,} statement{'' if len(statements) == 1 else 's'}: {told}" if told else "no statements"
