"""Passages that do not stand as cited: as a list, and one of them as it was and as it is."""

from __future__ import annotations

import re

from textual.content import Content

from briefing.check.reanchor import Reanchor
from briefing.memo.outline import letter
from briefing.model.passage import Passage
from briefing.tui.desk import Desk
from briefing.tui.paint.line import BLANK, Line
from briefing.tui.paint.marks import (
    CURSOR,
    DISPUTE,
    DISPUTE_STRONG,
    INK,
    MUTED,
    NO_CURSOR,
    QUOTE,
    STRONG,
    passage_mark,
    shown,
)
from briefing.tui.paint.reader import Page

_NUMBER = re.compile(r"\[(\d+)\]")
_PLACE = 9
"""Columns that a passage has in the list."""
_AROUND = 1
"""Lines of the source above and below the place that are shown."""


def entry(desk: Desk, item: Reanchor, cursor: bool) -> Line:
    """Return a passage in the list: `altered  003:42  claim`."""
    mark = CURSOR if cursor else NO_CURSOR
    style = MUTED if item.certain else DISPUTE
    lead = Content.assemble(mark, (f"{item.anchor.status:<9} ", style))
    place = _place(desk, item.passage)
    place = place.pad_right(max(0, _PLACE - place.cell_length))
    return Line(Content.assemble(place, "  ", shown(_subject(desk, item), INK)), lead, wrap=False)


def part(item: Reanchor) -> str:
    """Return which part of its entry the passage is: `evidence 1`, or `side B, passage 1`."""
    numbers = [int(number) for number in _NUMBER.findall(item.field)]
    return f"evidence {numbers[0] + 1}" if len(numbers) == 1 else f"side {letter(numbers[0])}, passage {numbers[1] + 1}"


def _subject(desk: Desk, item: Reanchor) -> str:
    if item.noun == "card":
        card = desk.dossier.card_by_id.get(item.id)
        return card.claim if card else item.id
    found = desk.dossier.discrepancy_by_id.get(item.id)
    return found.question if found else item.id


def _place(desk: Desk, passage: Passage) -> Content:
    return shown(passage_mark(passage, desk.name(passage.source)), MUTED)


def comparison(desk: Desk, item: Reanchor) -> list[Line]:
    """Return what an entry says, its passage as cited and as it stands now, and the lines around that."""
    lines = [
        Line(shown(_subject(desk, item), STRONG)),
        Line(shown(f"{item.id} · {part(item)} · {item.reason}", MUTED)),
        BLANK,
        Line(
            Content.assemble(_place(desk, item.passage), "  ", _quoted(item.passage.quote, item, old=True)),
            Content.styled("cited  ", STRONG),
        ),
    ]
    if item.proposed is None:
        return [*lines, Line(Content.styled("nowhere", DISPUTE_STRONG), Content.styled("now    ", STRONG))]
    now = Content.assemble(_place(desk, item.proposed), "  ", _quoted(item.proposed.quote, item, old=False))
    return [*lines, Line(now, Content.styled("now    ", STRONG)), BLANK, *_context(desk, item, item.proposed)]


def _quoted(quote: str, item: Reanchor, *, old: bool) -> Content:
    """Return a quote with the words marked that have changed in substance."""
    content = shown(quote, INK)
    for change in item.anchor.changes:
        words = change.old if old else change.new
        at = quote.find(words) if words and change.critical else -1
        if at >= 0:
            content = content.stylize(DISPUTE_STRONG, at, at + len(words))
    return content


def _context(desk: Desk, item: Reanchor, proposed: Passage) -> list[Line]:
    source, document = desk.dossier.source_by_id.get(proposed.source), desk.document(proposed.source)
    if source is None or document is None:
        return []
    page = Page(source, document, proposed, item.anchor)
    first, last = max(1, proposed.lines[0] - _AROUND), min(len(document), proposed.lines[1] + _AROUND)
    lines = [page.line(number, cursor=False) for number in range(first, last + 1)]
    if item.anchor.columns and item.anchor.lines == proposed.lines and proposed.lines[0] == proposed.lines[1]:
        at = proposed.lines[0] - first
        marked = lines[at].text.stylize(QUOTE, *item.anchor.columns)
        lines[at] = Line(marked, lines[at].lead, lines[at].hang)
    return lines
