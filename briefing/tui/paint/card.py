"""The card: claim, value, rating with its reasons, note, discrepancies, evidence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from textual.content import Content

from briefing.model.card import Card
from briefing.model.passage import Evidence
from briefing.tui.desk import Desk
from briefing.tui.paint.figures import WIDTH, figure
from briefing.tui.paint.line import BLANK, Line
from briefing.tui.paint.marks import (
    DISPUTE,
    INK,
    MUTED,
    STANCE_STYLE,
    STATUS,
    STRONG,
    confidence,
    day,
    discrepancy_mark,
    found,
    line_range,
    shown,
)

_INDENT = Content("  ")
_STEPS = ("evidence", "agreement", "credibility")
_LABEL = 12
_FIGURE = 24
"""Columns of a figure and its unit beside which there is room for what it measures."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the card; `evidence` is the number of the piece it begins, from 0."""

    line: Line
    evidence: int | None = None


def card(desk: Desk, item: Card, wanted: list[str]) -> list[Row]:
    """Return the rows of a card, the parts with a blank row between them."""
    rows: list[Row] = []
    parts = (
        _head(item, wanted),
        _value(item),
        _rating(desk, item),
        _evidence(desk, item, wanted),
        _discrepancies(desk, item),
        _note(item),
        _origins(desk, item),
    )
    for part in parts:
        lines = list(part)
        rows += [Row(BLANK), *lines] if rows and lines else lines
    return rows


def _head(item: Card, wanted: list[str]) -> Iterator[Row]:
    yield Row(Line(found(shown(item.claim, STRONG), wanted)))
    facts = [item.kind, *(["key judgement"] if item.key else []), *([f"as of {day(item.as_of)}"] if item.as_of else [])]
    yield Row(Line(shown(" · ".join(facts), MUTED)))


def _value(item: Card) -> Iterator[Row]:
    if item.value is not None:
        said = figure(item.value)
        if said.cell_length <= _FIGURE:
            yield Row(Line(shown(item.value.of, MUTED), Content.assemble(said, "   ")))
        else:
            yield Row(Line(said))
            yield Row(Line(shown(item.value.of, MUTED), Content(" " * (WIDTH + 1))))


def _rating(desk: Desk, item: Card) -> Iterator[Row]:
    rating = desk.rating(item)
    if judgement := item.judgement:
        yield Row(Line(Content.assemble(confidence(judgement.confidence), ("  the analyst's judgement", MUTED))))
        by = " · ".join(part for part in (judgement.by, day(judgement.on) if judgement.on else "") if part)
        yield Row(Line(Content.assemble(shown(judgement.reason, INK), shown(f"  {by}" if by else "", MUTED)), _INDENT))
        yield Row(BLANK)
    yield Row(Line(Content.assemble(confidence(rating.confidence), ("  computed" if item.judgement else "", MUTED))))
    yield from (_reason(text) for text in rating.reasons if _label(text) in _STEPS)


def _origins(desk: Desk, item: Card) -> Iterator[Row]:
    reasons = [text for text in desk.rating(item).reasons if _label(text) not in (*_STEPS, "confidence")]
    if reasons:
        yield Row(Line(Content.styled("What its origins weigh", STRONG)))
    yield from map(_reason, reasons)


def _label(reason: str) -> str:
    return reason.partition(" ")[0].rstrip(":")


def _reason(text: str) -> Row:
    """Lay out a reason as `evidence    robust: weight 1.72 from 2 origins`."""
    head, colon, why = text.partition(": ")
    label = _label(head)
    said = head[len(label) :].strip()
    if not colon or len(label) >= _LABEL:
        return Row(Line(shown(text, MUTED), _INDENT))
    content = Content.assemble(shown(said, INK), (": " if said else "", MUTED), shown(why, MUTED))
    return Row(Line(content, shown(f"{label:<{_LABEL}} ", MUTED)))


def _evidence(desk: Desk, item: Card, wanted: list[str]) -> Iterator[Row]:
    count = str(len(item.evidence)) if item.evidence else "none yet"
    yield Row(Line(Content.assemble(("Evidence", STRONG), (f"  {count}", MUTED))))
    columns = _columns(desk, item)
    for n, evidence in enumerate(item.evidence):
        yield Row(evidence_row(desk, evidence, columns), n)
        yield from (Row(line) for line in _quote(desk, evidence, wanted))


def _discrepancies(desk: Desk, item: Card) -> Iterator[Row]:
    for known in desk.dossier.discrepancies_of.get(item.id, ()):
        text = Content.assemble(shown(known.question, INK), (f"  {known.status}", MUTED))
        yield Row(Line(text, Content.assemble(discrepancy_mark(known), " ")))


def _note(item: Card) -> Iterator[Row]:
    if item.note:
        yield Row(Line(shown(item.note, INK), Content.styled("Note  ", MUTED)))


def _columns(desk: Desk, item: Card) -> tuple[int, int]:
    """Return the widths of the columns for passages and directness."""
    passages = [_passage(desk, evidence) for evidence in item.evidence]
    return max(map(len, passages), default=0), max((len(e.directness) for e in item.evidence), default=0)


def _passage(desk: Desk, evidence: Evidence) -> str:
    return f"{desk.name(evidence.source)}:{line_range(evidence.lines)}"


def evidence_row(desk: Desk, evidence: Evidence, columns: tuple[int, int]) -> Line:
    """Return the row of a piece of evidence: stance, passage, reliability, directness."""
    source = desk.dossier.source_by_id.get(evidence.source)
    letter = source.reliability if source else "?"
    text = Content.assemble(
        (f"{evidence.stance:<8}", STANCE_STYLE[evidence.stance]),
        shown(f"  {_passage(desk, evidence):<{columns[0]}}", INK),
        (f"  {letter}  {evidence.directness:<{columns[1]}}", MUTED),
    )
    return Line(text)


def _quote(desk: Desk, evidence: Evidence, wanted: list[str]) -> Iterator[Line]:
    yield Line(Content.assemble("“", found(shown(evidence.quote), wanted), "”").stylize_before(MUTED), Content("  "))
    anchor = desk.anchor(evidence)
    status = STATUS[anchor.status] if anchor else "no text of this source is here"
    if status:
        where = f": {line_range(anchor.lines)}" if anchor and anchor.lines and anchor.status != "missing" else ""
        yield Line(Content.styled(f"{status}{where}", DISPUTE), Content.styled("≠ ", DISPUTE))
