"""A draft with verdicts in the margin, and what each of them rests on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from textual.content import Content, Span

from briefing.model.passage import Passage
from briefing.model.results import Located, Statement, Verdict
from briefing.text.document import Document
from briefing.tui.desk import Desk
from briefing.tui.draft import FINDINGS, Piece
from briefing.tui.paint.line import BLANK, Line
from briefing.tui.paint.marks import (
    CITED,
    CURSOR,
    DISPUTE,
    DISPUTE_STRONG,
    FAINT,
    INK,
    MUTED,
    NO_CURSOR,
    STRONG,
    confidence_dots,
    passage_mark,
    shown,
    source_facts,
    source_name,
)
from briefing.tui.paint.reader import Page

VERDICTS: Final[dict[Verdict, tuple[str, str]]] = {
    "contradicted": ("✗", DISPUTE_STRONG),
    "disputed": ("≠", DISPUTE),
    "unverified": ("○", INK),
    "supported": ("✓", CITED),
    "not-checkable": (" ", MUTED),
}
"""The sign of each verdict, one cell wide, and its style."""
_LINES: Final = 4
"""Lines of a source that are shown for one passage."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the evidence, with the card or the passage that it leads to."""

    line: Line
    card: str = ""
    passage: Passage | None = None


def piece(document: Document, item: Piece, digits: int, cursor: bool, *, first: bool) -> Line:
    """Return one piece of the draft: line number where it is the `first` of its line, verdict, text, what differs."""
    text = document.text[item.start : item.end].replace("\r", " ").replace("\n", " ")
    said = item.statement
    lead = Content.assemble(CURSOR if cursor else NO_CURSOR, (f"{item.line if first else '':>{digits}} ", FAINT))
    if said is None:
        return Line(shown(text, MUTED), Content.assemble(lead, "  "))
    sign, style = VERDICTS[said.verdict]
    content = shown(text, MUTED if said.verdict == "not-checkable" else INK)
    marks = [Span(clash.start - item.start, clash.end - item.start, DISPUTE_STRONG) for clash in said.conflicts]
    content = Content(content.plain, [*content.spans, *marks])
    return Line(content, Content.assemble(lead, (f"{sign} ", style)))


def verdict(statement: Statement) -> Content:
    """Return `✗ contradicted`."""
    sign, style = VERDICTS[statement.verdict]
    return Content.styled(f"{sign} {statement.verdict}".strip(), style)


def tally(statements: Sequence[Statement]) -> Content:
    """Return `3 ✗  2 ≠  1 ○  20 ✓`, what there is none of left out."""
    counts = Counter(item.verdict for item in statements)
    parts = [
        Content.styled(f"{counts[name]:,} {VERDICTS[name][0]}", VERDICTS[name][1])
        for name in (*FINDINGS, "supported")
        if counts[name]
    ]
    return Content("  ").join(parts)


def evidence(desk: Desk, statement: Statement) -> list[Row]:
    """Return what a verdict rests on: the reason, the claims, the lines of the sources."""
    rows = [Row(Line(verdict(statement))), Row(Line(shown(statement.reason, INK), Content("  ")))]
    cards = [card for id in statement.cards if (card := desk.dossier.card_by_id.get(id))]
    if cards:
        rows += [Row(BLANK), Row(Line(Content.styled("Claims", STRONG)))]
    for card in cards:
        lead = Content.assemble(confidence_dots(desk.confidence(card)), " ")
        rows.append(Row(Line(shown(card.claim, INK), lead), card=card.id))
    if statement.passages:
        rows += [Row(BLANK), Row(Line(Content.styled("Sources", STRONG)))]
    for n, place in enumerate(statement.passages):
        rows += [*([Row(BLANK)] if n else []), *_source(desk, place)]
    return rows


def _source(desk: Desk, place: Located) -> Iterator[Row]:
    source, document = desk.dossier.source_by_id.get(place.source), desk.document(place.source)
    passage = Passage(source=place.source, lines=place.lines, quote="")
    mark = Content.styled(passage_mark(passage, desk.name(place.source)), CITED)
    named = Content.assemble("  ", source_name(source, ""), source_facts(source)) if source else Content("")
    yield Row(Line(Content.assemble(mark, named), wrap=False), passage=passage)
    if source is None or document is None or place.lines[1] > len(document):
        return
    page = Page(source, document)
    for number in range(place.lines[0], min(place.lines[1], place.lines[0] + _LINES - 1) + 1):
        yield Row(Line(page.line(number, cursor=False).text, Content("  ")))


def unread(reason: str) -> list[Line]:
    """Return what is said where there is no draft to show."""
    return [
        Line(Content.styled("The draft cannot be read.", DISPUTE_STRONG)),
        BLANK,
        Line(shown(reason, INK)),
        BLANK,
        Line(Content.styled("r reads it again.", MUTED)),
    ]


def checking() -> list[Line]:
    """Return what is said while the draft is checked for the first time."""
    return [Line(Content.styled("Checking the draft …", MUTED))]
