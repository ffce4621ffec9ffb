"""The memo as it will be read: headings, statements with their footnotes, tables as blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from textual.content import Content

from briefing.memo.outline import Selection
from briefing.text.visible import visible
from briefing.tui.contents import Entry, is_in
from briefing.tui.desk import Desk
from briefing.tui.paint.line import BLANK, Line
from briefing.tui.paint.marks import (
    CITED,
    CITED_STRONG,
    CURSOR,
    FAINT,
    INK,
    MUTED,
    NO_CURSOR,
    STRONG,
    confidence_dots,
    discrepancy_mark,
    shown,
)

_NOTE = re.compile(r"\[\^(\d+)\]")
_STRONG = re.compile(r"\*\*(.+?)\*\*|(?<![\w*\\])\*(?!\s)(.+?)(?<!\\)\*")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_CELL = re.compile(r"(?<!\\)\|")


def entry(item: Entry, cursor: bool, left_out: Selection, dots: Content | None) -> Line:
    """Return one line of the contents with its box."""
    inside = is_in(item, left_out)
    box = Content.styled("[x] " if inside else "[ ] ", CITED if inside else FAINT)
    mark = CURSOR if cursor else NO_CURSOR
    if item.kind in ("topic", "heading"):
        return Line(shown(item.text, STRONG), Content.assemble(mark, box), wrap=False)
    sign = discrepancy_mark(item.item) if item.item else dots or Content("")
    ink = INK if inside else FAINT
    return Line(shown(item.text, ink), Content.assemble(mark, "  ", box, sign, " "), wrap=False)


def preview(markdown: str) -> list[Line]:
    """Return the memo's Markdown as it reads: the marks of the format give way to styles."""
    lines: list[Line] = []
    for row in markdown.split("\n"):
        lines += _row(row)
    return lines


def _row(row: str) -> Iterator[Line]:
    if row.startswith("#"):
        marks, _, title = row.partition(" ")
        yield Line(_inline(title, CITED_STRONG if len(marks) < 3 else STRONG))
    elif row.startswith("[^"):
        number, _, text = row[2:].partition("]: ")
        yield Line(_inline(text, MUTED), Content.styled(f"{number:>4}  ", CITED))
    elif row.startswith("| ---") or row == "| | Question | Sides | Finding |":
        return
    elif row.startswith("|"):
        cells = [cell.strip() for cell in _CELL.split(row)[1:-1]]
        first, *rest = cells
        yield Line(_inline(rest[0] if rest else "", INK), _inline(f"{first:<4} ", STRONG), Content("     "))
        for cell in rest[1:]:
            yield Line(_inline(cell, MUTED), Content("     "))
        if len(cells) > 3:
            yield BLANK
    elif match := re.match(r"( *)(- |\d+\. )", row):
        indent = Content(match[1])
        bullet = Content.styled("· " if match[2] == "- " else match[2], MUTED)
        yield Line(_inline(row[match.end() :], INK), Content.assemble(indent, bullet))
    else:
        yield Line(_inline(row, INK)) if row else BLANK


def _inline(text: str, style: str) -> Content:
    """Return one line of Markdown of our own making with its emphasis, notes and escapes as styles."""
    parts: list[Content] = []
    at = 0
    for match in _STRONG.finditer(text):
        parts += [*_notes(text[at : match.start()], style)]
        parts += [*_notes(match[1] or match[2], STRONG if match[1] else style)]
        at = match.end()
    return Content("").join([*parts, *_notes(text[at:], style)])


def _notes(text: str, style: str) -> Iterator[Content]:
    at = 0
    for match in _NOTE.finditer(text):
        yield shown(_ESCAPE.sub(r"\1", text[at : match.start()]), style)
        yield Content.styled(f"[{match[1]}]", FAINT)
        at = match.end()
    yield shown(_ESCAPE.sub(r"\1", visible(text[at:])), style)


def dots(item: Entry, desk: Desk) -> Content | None:
    """Return the confidence of a card, as dots."""
    return confidence_dots(desk.confidence(item.card)) if item.card is not None else None
