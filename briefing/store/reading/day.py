"""The day of publication: as a document states it, or as it stands alone in its first lines; never guessed."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from briefing.text.dates import find_dates

_ISO = re.compile(r"\s*([0-9]{4})([-/.]?)([0-9]{1,2})\2([0-9]{1,2})(?![0-9])")
_AROUND = re.compile(
    r"(?:published|posted|released|issued|date|dated|on|at|first|last|edition|of|the|online|web|news|press|by|time"
    r"|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
    r"|[ap]\.?m\.?|gmt|utc|e[sd]?t|c[e]?s?t|bst|p[sd]?t|z|t|[0-9]{1,2}[:.h][0-9]{2}(?:[:.][0-9]{2})?|[+-][0-9]{2}:?[0-9]{2})",
    re.IGNORECASE,
)
_FIGURES = re.compile(r"[0-9]{1,2}[/.][0-9]{1,2}[/.]([0-9]{2,4})")
_PIECES = re.compile(r"[|·•]|\s[–—-]\s")
_WORDS = re.compile(r"[^\s,;|·•()\[\]–—]+")
LINES, LONGEST = 15, 80
"""How many of its first lines are looked at, and how long a line with a date of its own may be."""


def as_day(text: str) -> dt.date | None:
    """Return the one day that a time stamp or a written date names; nothing where it is less or more than that."""
    match = _ISO.match(text)
    if match:
        try:
            return dt.date(int(match[1]), int(match[3]), int(match[4]))
        except ValueError:
            return None
    found = _days(text[:LONGEST])
    return found[0] if len(found) == 1 else None


def standing_day(lines: Sequence[str]) -> dt.date | None:
    """Return the full date that stands alone, or between bars, in one of the first lines, if there is just one."""
    first = [line for line in lines if line.strip()][:LINES]
    pieces = [piece.strip() for line in first if len(line) <= LONGEST for piece in _PIECES.split(line)]
    found = {day for piece in pieces if (day := _alone(piece))}
    return found.pop() if len(found) == 1 else None


def names_day(text: str, day: dt.date) -> bool:
    """Whether a text names a day in words, or as ISO writes it; what browsers print at the edge is in figures."""
    named = (date for date in find_dates(text) if day == date.earliest == date.latest)
    return any(not _FIGURES.fullmatch(text, date.start, date.end) for date in named)


def _days(text: str) -> list[dt.date]:
    return [date.earliest for date in find_dates(text) if date.earliest and date.earliest == date.latest]


def _alone(line: str) -> dt.date | None:
    dates = [date for date in find_dates(line) if date.earliest]
    if len(dates) != 1 or dates[0].earliest != dates[0].latest:
        return None
    rest = line[: dates[0].start] + " " + line[dates[0].end :]
    if (figures := _FIGURES.fullmatch(line, dates[0].start, dates[0].end)) and (
        len(figures[1]) < 4 or re.search("[0-9]", rest)
    ):
        return None  # with a time, or a short year: what browsers print at the edge
    words = [word.strip(":.") for word in _WORDS.findall(rest)]
    return dates[0].earliest if all(not word or _AROUND.fullmatch(word) for word in words) else None
