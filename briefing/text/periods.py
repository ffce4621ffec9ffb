"""Periods: what "2025-09", "late 1990s" or "the third quarter" mean as a first and a last day.

Where a wording leaves room, the period is the widest that a careful reader would accept.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

Period = tuple[dt.date, dt.date]
"""First and last day, both included."""
OpenPeriod = tuple[dt.date | None, dt.date | None]
"""A period that may be open at one end."""

MONTHS: Final = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
            "september sept sep", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_DAY: Final = dt.timedelta(days=1)
_THIRDS: Final = {"early": 0, "beginning": 0, "start": 0, "mid": 1, "middle": 1, "late": 2, "end": 2}


def day(year: int, month: int, number: int) -> Period | None:
    """Return one day, or None where the calendar has no such day."""
    try:
        date = dt.date(year, month, number)
    except ValueError:
        return None
    return date, date


def month(year: int, number: int) -> Period | None:
    """Return one month."""
    return months(year, number, number)


def months(year: int, first: int, last: int) -> Period | None:
    """Return the months `first` to `last` of a year; `last` may run on past 12 into the next."""
    if not (1 <= year <= 9998 and 1 <= first <= 12 and first <= last <= 24):
        return None
    after = dt.date(year + last // 12, last % 12 + 1, 1)
    return dt.date(year, first, 1), after - _DAY


def years(first: int, last: int) -> Period | None:
    """Return the whole years `first` to `last`."""
    if not 1 <= first <= last <= 9999:
        return None
    return dt.date(first, 1, 1), dt.date(last, 12, 31)


def quarter(year: int, number: int) -> Period | None:
    """Return a quarter, 1 to 4, of a calendar year."""
    return months(year, 3 * number - 2, 3 * number)


def season(name: str, year: int) -> Period | None:
    """Return a northern season; winter takes in both ends of the year, for no reader can tell which is meant."""
    if name == "winter":
        return months(year, 1, 14)
    first = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9}[name]
    return months(year, first, first + 2)


def century(number: int) -> Period | None:
    """Return a century: the 19th is 1801 to 1900."""
    return years(100 * number - 99, 100 * number)


def narrowed(period: Period | None, part: str) -> Period | None:
    """Return the early, middle or late part of a period; `part` may be "" or a word such as "beginning".

    A third; of a decade four years, so that the parts overlap: 1996 is "mid" to some and "late" to others.
    """
    third = _THIRDS.get(part.lower().rstrip("-"))
    if period is None or third is None:
        return period
    start, end = period
    if start.month == 1 and end.month == 12 and end.year - start.year == 9:
        first = start.year + 3 * third
        return dt.date(first, 1, 1), dt.date(first + 3, 12, 31)
    if start.day == 1 and (end.year - start.year) >= 2:
        cuts = [dt.date(start.year + (end.year - start.year + 1) * cut // 3, 1, 1) for cut in range(1, 3)]
    elif start.month == 1 and end.month == 12:
        cuts = [dt.date(start.year, 5, 1), dt.date(start.year, 9, 1)]
    else:
        length = (end - start).days + 1
        cuts = [start + dt.timedelta(days=length * cut // 3) for cut in range(1, 3)]
    bounds = [start, *cuts, end + _DAY]
    return bounds[third], bounds[third + 1] - _DAY


def shifted(date: dt.date, *, days: int = 0, months: int = 0) -> dt.date | None:
    """Return the date some days or months away; the day is cut to the length of the month."""
    count = date.year * 12 + date.month - 1 + months
    year, index = divmod(count, 12)
    if not 1 <= year <= 9998 or abs(days) > 10**6:
        return None
    following = dt.date(year + (index + 1) // 12, (index + 1) % 12 + 1, 1)
    return dt.date(year, index + 1, min(date.day, (following - _DAY).day)) + dt.timedelta(days=days)


def week(date: dt.date) -> Period:
    """Return the week, Monday to Sunday, of a date."""
    start = date - dt.timedelta(days=date.weekday())
    return start, start + dt.timedelta(days=6)


_POINT = re.compile(r"(-?)([0-9X]{4})(?:-([0-9X]{2})(?:-([0-9X]{2}))?)?(?:T[0-9:.+\-Z]{2,20})?[?~%]?", re.IGNORECASE)
_SEASONS: Final = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14), 33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12)}


def edtf_interval(text: str) -> OpenPeriod | None:
    """Return first and last day of a date in EDTF (ISO 8601-2, levels 0 and 1), or None where it is none.

    "2025", "2025-09", "2025-10-22", "2020/2023", "2025~", "199X", "2001-21" (spring); open ends ("../2026") are None.
    """
    text = text.strip()
    if len(text) > 60:
        return None
    left, slash, right = text.partition("/")
    if not slash:
        return _edtf_point(left)
    first = (None, None) if left in {"", ".."} else _edtf_point(left)
    last = (None, None) if right in {"", ".."} else _edtf_point(right)
    if first is None or last is None or (first[0] is None and last[1] is None):
        return None
    if first[0] is not None and last[1] is not None and first[0] > last[1]:
        return None
    return first[0], last[1]


def _edtf_point(text: str) -> Period | None:
    match = _POINT.fullmatch(text)
    if match is None or match[1]:
        return None
    low, high = (int(match[2].upper().replace("X", digit)) for digit in "09")
    if "X" in match[2].upper()[:-2] or match[3] is None:
        return years(max(low, 1), high) if match[2][0] not in "Xx" else None
    if low != high:
        return years(max(low, 1), high)
    if match[3].upper() == "XX":
        return years(low, low)
    number = int(match[3]) if match[3].isdecimal() else 0
    if number in _SEASONS and match[4] is None:
        return months(low, *_SEASONS[number])
    if match[4] is None or match[4].upper() == "XX":
        return month(low, number)
    return day(low, number, int(match[4])) if match[4].isdecimal() else None
