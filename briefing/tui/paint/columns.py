"""Lines laid out in columns of a fixed width, side by side: what moves, moves in step."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from briefing.tui.paint.line import Line
from briefing.tui.widgets.wrap import breaks


def column(lines: Sequence[Line], width: int) -> list[Content]:
    """Return lines as rows of at most `width` cells, wrapped at words with their hanging indent."""
    rows: list[Content] = []
    for line in lines:
        room = max(1, width - line.lead.cell_length)
        if not line.wrap:
            rows.append(Content.assemble(line.lead, line.text.truncate(room, ellipsis=True)))
            continue
        hang = Content(" " * line.lead.cell_length) if line.hang is None else line.hang
        offsets = breaks(line.text.plain, room)
        for n, start in enumerate(offsets):
            end = offsets[n + 1] if n + 1 < len(offsets) else len(line.text)
            rows.append(Content.assemble(line.lead if n == 0 else hang, line.text[start:end].rstrip()))
    return rows


def beside(columns: Sequence[Sequence[Content]], width: int, rule: Content) -> list[Content]:
    """Return rows in which the columns stand side by side, each `width` cells wide, a rule between them."""
    rows = []
    for n in range(max(map(len, columns), default=0)):
        row = Content("")
        for at, one in enumerate(columns):
            cell = one[n].truncate(width) if n < len(one) else Content("")
            padding = " " * (width - cell.cell_length) if at + 1 < len(columns) else ""
            row = Content.assemble(row, rule if at else "", cell, padding)
        rows.append(row)
    return rows
