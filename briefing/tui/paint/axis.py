"""Figures on one axis and dates on one line of time, drawn in characters."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from textual.content import Content

from briefing.model.card import Value
from briefing.text.periods import edtf_interval
from briefing.tui.paint.figures import number
from briefing.tui.paint.marks import DISPUTE_STRONG, FAINT, INK, MUTED, shown

_UP: Final = ("more than", "over", "above", "exceeding", "at least", "no less than", "from", "since", "starting")
_DOWN: Final = ("less than", "under", "below", "at most", "up to", "no more than", "by", "until", "before")


@dataclass(frozen=True, slots=True)
class Reach:
    """What a side can be on the axis; open where only a bound is given."""

    label: str
    low: float
    high: float
    up: bool = False
    down: bool = False


def reaches(sides: Sequence[tuple[str, Value | None]]) -> tuple[list[Reach], str]:
    """Return what can be drawn on one axis, and its unit ("date" for a line of time); few than two: nothing."""
    units = {_unit(value) for _, value in sides if value is not None and _unit(value) is not None}
    if len(units) != 1:
        return [], ""
    found = [reach for label, value in sides if value is not None and (reach := _reach(label, value)) is not None]
    return (found, units.pop() or "") if len(found) >= 2 else ([], "")


def _unit(value: Value) -> str | None:
    if value.amount is not None or value.low is not None or value.high is not None:
        return value.unit
    return "date" if value.date else None


def _reach(label: str, value: Value) -> Reach | None:
    up, down = value.qualifier in _UP, value.qualifier in _DOWN
    if value.amount is not None:
        return Reach(label, float(value.amount), float(value.amount), up, down)
    if value.low is not None or value.high is not None:
        low = value.low if value.low is not None else value.high
        high = value.high if value.high is not None else value.low
        return Reach(label, float(low or 0), float(high or 0), value.high is None, value.low is None)
    span = edtf_interval(value.date or "")
    if span is None:
        return None
    first, last = span[0] or span[1], span[1] or span[0]
    if first is None or last is None:
        return None
    return Reach(label, first.toordinal(), last.toordinal(), span[1] is None or up, span[0] is None or down)


def strip(found: Sequence[Reach], unit: str, width: int) -> list[Content]:
    """Return an axis with its ends, and a row for each side: ◆ a figure, ├──┤ a range, → and ← open ends."""
    gutter = max(len(reach.label) for reach in found) + 2
    room = width - gutter - 1
    if room < 16:
        return []
    low, high = min(reach.low for reach in found), max(reach.high for reach in found)
    margin = (high - low) * 0.08 or abs(high) * 0.05 or 1.0
    low = max(0.0, low - margin) if low >= 0 and unit != "date" else low - margin
    high += margin

    def at(value: float) -> int:
        return min(room - 1, max(0, round((value - low) / (high - low) * (room - 1))))

    ends = [_end(reach.low, unit) for reach in (min(found, key=lambda r: r.low), max(found, key=lambda r: r.high))]
    first, last = at(min(reach.low for reach in found)), at(max(reach.high for reach in found))
    rows = [Content.assemble(" " * gutter, (_axis(room, {at(reach.low) for reach in found}), FAINT))]
    rows += [
        Content.assemble((f" {reach.label:<{gutter - 1}}", MUTED), (_bar(reach, at, room), DISPUTE_STRONG))
        for reach in found
    ]
    left = min(first, max(0, last - len(ends[0]) - len(ends[1]) - 2))
    gap = min(max(1, last - len(ends[1]) // 2 - left - len(ends[0])), max(1, room - left - len(ends[0]) - len(ends[1])))
    text = f"{ends[0]}{' ' * gap}{ends[1]}" if ends[0] != ends[1] else ends[0]
    tail = f"  {unit}" if unit and unit != "date" else ""
    ends_row = Content.assemble(" " * (gutter + left), shown(text, INK), shown(tail, MUTED))
    fits = ends_row.cell_length <= width  # the sides say the unit too: better none than half a word
    rows.append(ends_row if fits else Content.assemble(" " * (gutter + left), shown(text, INK)).truncate(width))
    return rows


def _end(value: float, unit: str) -> str:
    if unit == "date":
        import datetime as dt

        day = dt.date.fromordinal(int(value))
        return f"{day.day} {day:%b %Y}"
    return number(int(value) if value == int(value) else value)


def _axis(room: int, ticks: set[int]) -> str:
    return "".join("┬" if n in ticks else "─" for n in range(room))


def _bar(reach: Reach, at: Callable[[float], int], room: int) -> str:
    first, last = at(reach.low), at(reach.high)
    row = [" "] * room
    if last > first:
        row[first : last + 1] = ["├", *["─"] * (last - first - 1), "┤"]
    else:
        row[first] = "◆"
    if reach.up:
        row[last + 1 :] = [*["─"] * max(0, room - last - 2), *["→"] * (room - last - 1 > 0)]
    if reach.down:
        row[:first] = [*["←"] * (first > 0), *["─"] * max(0, first - 1)]
    return "".join(row).rstrip()


def arithmetic(found: Sequence[Reach], unit: str) -> str:
    """Return how far apart the sides are: `+6.3 %, 2.6 million apart`."""
    points = [(reach.label, (reach.low + reach.high) / 2) for reach in found]
    (one, low), (two, high) = min(points, key=lambda p: p[1]), max(points, key=lambda p: p[1])
    apart = high - low
    if unit == "date":
        days = round(apart)
        return f"{two} is {_far(days)} later than {one}" if days else "the same time"
    if not apart:
        return "the same figure"
    noun = " percentage points" if unit == "%" else f" {unit}" if unit else ""
    share = f"{apart / abs(low):+.1%}".replace("%", " %") + ", " if low and unit != "%" else ""
    return f"{two} against {one}: {share}{number(_tidy(apart))}{noun} apart"


def _far(days: int) -> str:
    if days < 60:
        return f"{days:,} days"
    return f"about {days / 30.44:,.0f} months" if days < 730 else f"about {days / 365.25:,.1f} years"


def _tidy(value: float) -> int | float:
    rounded = float(f"{value:.10g}")
    return int(rounded) if rounded == int(rounded) else rounded
