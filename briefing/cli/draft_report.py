"""What `briefing check` found, as a linter tells it and as annotations of a workflow."""

from __future__ import annotations

import shutil
import sys
import textwrap
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, get_args

from briefing.check.find import around, found
from briefing.check.footnotes import Fault
from briefing.cli import streams
from briefing.cli.streams import Span, Style
from briefing.cli.verify import as_annotation
from briefing.errors import Level, Problem
from briefing.model.card import Card
from briefing.model.dossier import Dossier
from briefing.model.results import Located, Statement, Verdict
from briefing.text.document import Document

_FINDINGS: Final = ("contradicted", "disputed", "unverified")
_STYLES: Final[dict[str, Style]] = {
    "contradicted": "red", "disputed": "yellow", "unverified": "cyan", "supported": "green", "not-checkable": "dim",
}  # fmt: skip
_PLAIN_WIDTH: Final = 80
_WIDEST: Final = 100
_MARGIN: Final = 4
_LABEL: Final = 24
_LINES: Final = 2
"""Lines of text that are shown of a passage, a claim or the draft."""


@dataclass(frozen=True, slots=True)
class _Finding:
    """A statement or a fault of a footnote, at a line and a column from 1; `text` is what the draft says there."""

    line: int
    column: int
    code: str
    reason: str
    text: str
    statement: Statement | None = None


def report(
    name: str, document: Document, statements: list[Statement], faults: list[Fault], dossier: Dossier, *, every: bool
) -> None:
    """Write what was found in a draft: place, verdict and reason, then the draft and what stands against it."""
    width, quotes = _width(), _quotes(dossier)
    for finding in _findings(document, statements, faults, every=every):
        _head(name, finding, width)
        for label, text in _shown(finding, dossier, quotes, width):
            _beside(label, text, width)
        streams.out()


def annotate(name: str, document: Document, statements: list[Statement], faults: list[Fault]) -> None:
    """Write what was found in a draft as GitHub workflow commands."""
    for item in _findings(document, statements, faults, every=False):
        level: Level = "error" if item.code == "contradicted" else "warning"
        problem = Problem(
            level=level, code=item.code, message=item.reason, file=name, line=item.line, column=item.column
        )
        streams.out(as_annotation(problem))


def tally(statements: list[Statement], faults: list[Fault], name: str = "") -> str:
    """Return how many statements there are of each verdict, and how many footnotes are at fault."""
    counts = Counter(item.verdict for item in statements)
    parts = [f"{counts[verdict]:,} {verdict}" for verdict in get_args(Verdict) if counts[verdict]]
    told = f"{_count(len(statements), 'statement')}: {', '.join(parts)}" if parts else "no statements"
    notes = f"; {_count(len(faults), 'fault')} of footnotes" if faults else ""
    return f"{name}{': ' if name else ''}{told}{notes}"


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _findings(document: Document, statements: list[Statement], faults: list[Fault], *, every: bool) -> list[_Finding]:
    told = []
    for item in statements:
        if every or item.verdict in _FINDINGS:
            place = document.position(item.conflicts[0].start if item.conflicts else item.start)
            told.append(_Finding(place[0], place[1] + 1, item.verdict, item.reason, item.text, item))
    for fault in faults:
        line, column = document.position(fault.start)
        meant = None if fault.statement is None else statements[fault.statement].text
        text = meant or document.text[fault.start : fault.end]
        told.append(_Finding(line, column + 1, fault.code, fault.reason, text))
    return sorted(told, key=lambda item: (item.line, item.column))


def _head(name: str, finding: _Finding, width: int) -> None:
    """Write place, code and reason in one line, or where a screen is too narrow the reason below."""
    place, style = f"{name}:{finding.line}:{finding.column}: ", _STYLES.get(finding.code, "cyan")
    if not sys.stdout.isatty() or len(place) + len(finding.code) + 2 + len(finding.reason) <= width:
        streams.out(Span(place, "bold"), Span(finding.code, style), f": {finding.reason}" if finding.reason else "")
        return
    streams.out(Span(place, "bold"), Span(finding.code, style))
    for line in textwrap.wrap(finding.reason, width - _MARGIN):
        streams.out(" " * _MARGIN, line)


def _beside(label: str, text: str, width: int) -> None:
    """Write a text with its label on the left, further lines under the first."""
    indent = _MARGIN + _LABEL + 1
    room = max(20, width - indent)
    lines = textwrap.wrap(text, room) or [""]
    if len(lines) > _LINES:
        lines = [*lines[: _LINES - 1], f"{lines[_LINES - 1][: room - 1]}…"]
    first = "" if len(label) > _LABEL else lines.pop(0)
    streams.out(" " * _MARGIN, Span(f"{label:<{_LABEL}}" if first else label, "dim"), f" {first}" if first else "")
    for line in lines:
        streams.out(" " * indent, line)


def _shown(
    finding: _Finding, dossier: Dossier, quotes: dict[Located, list[str]], width: int
) -> Iterator[tuple[str, str]]:
    """Yield what helps to judge a finding, each with its label: the draft, a card, passages."""
    room = _LINES * max(20, width - _MARGIN - _LABEL - 1) - 10
    item = finding.statement
    yield "draft", around(finding.text, _apart(item) if item else "", room)
    if item is None or item.verdict not in ("contradicted", "disputed"):
        return
    card = _card(item, dossier)
    if card is not None:
        yield card.id, card.claim
    for place in item.passages[: 2 if item.verdict == "disputed" else 1]:
        if told := _passage(dossier, place, quotes.get(place, []), f"{item.text} {item.reason}", room):
            yield f"{place.source}:{place.lines[0]}", told


def _apart(item: Statement) -> str:
    """Return the words of a statement that differ from the dossier."""
    return " ".join(item.text[clash.start - item.start : clash.end - item.start] for clash in item.conflicts)


def _card(item: Statement, dossier: Dossier) -> Card | None:
    """Return the first card that cites the first passage: what a statement differs from need not stand on any."""
    for id in item.cards:
        card = dossier.card_by_id.get(id)
        if (
            card
            and item.passages
            and any(
                (one.source, one.lines) == (item.passages[0].source, item.passages[0].lines) for one in card.evidence
            )
        ):
            return card
    return None


def _quotes(dossier: Dossier) -> dict[Located, list[str]]:
    """Return the quotes of a dossier by where they stand."""
    quotes: dict[Located, list[str]] = {}
    for _, passage, _ in dossier.passages():
        quotes.setdefault(Located(source=passage.source, lines=passage.lines), []).append(passage.quote)
    return quotes


def _passage(dossier: Dossier, place: Located, quotes: list[str], words: str, room: int) -> str:
    """Return what stands in some lines of a source, or where its text is not there the likest quote from them."""
    document = dossier.documents.get(place.source)
    if document is not None and not document.sealed and place.lines[1] <= len(document):
        return around(document.text[slice(*document.span(place.lines))], words, room)
    likest = max(quotes, key=lambda quote: len(found(quote, words)), default="")
    return f"“{likest}”" if likest else ""


def _width() -> int:
    """Return how many columns there are to write in."""
    if not sys.stdout.isatty():
        return _PLAIN_WIDTH
    return min(_WIDEST, max(40, shutil.get_terminal_size().columns))
