"""What each wording of a date means: its first and last day."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from typing import Final, NamedTuple

from briefing.text import periods
from briefing.text.number_words import read_words
from briefing.text.periods import MONTHS, Period


class Unresolved(NamedTuple):
    """A date that needs a year or the day of publication: `resolve` gives its days once that is known."""

    resolve: Callable[[dt.date], Period | None]


Meaning = Period | Unresolved | None
_NUMBER = re.compile(r"[0-9]+")
_NAME = re.compile(r"[A-Za-z]+")
_FULL_YEAR = re.compile(r"(?<![0-9])[12][0-9]{3}(?![0-9])")
_WEEKDAYS: Final = {name: number for number, name in enumerate(["mon", "tue", "wed", "thu", "fri", "sat", "sun"])}
_DAYS_OF: Final = {"day": 1, "week": 7, "fortnight": 14}
_MONTHS_OF: Final = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200, "centurie": 1200}
_FORWARD: Final = 95
"""A day and month without a year lie at most this many days after publication, else they are of the past."""


def settle(meaning: Meaning, published: dt.date | None) -> Period | None:
    """Return the days of a meaning; None where they hang on a day of publication that is not known."""
    if isinstance(meaning, Unresolved):
        return meaning.resolve(published) if published is not None else None
    return meaning


def _month_names(words: str) -> list[int]:
    return [MONTHS[name] for name in (word.lower() for word in _NAME.findall(words)) if name in MONTHS]


def _iso(words: str) -> Meaning:
    return periods.day(int(words[:4]), int(words[5:7]), int(words[8:10]))


def _ymd(words: str) -> Meaning:
    year, month, day = (int(number) for number in _NUMBER.findall(words))
    return periods.day(year, month, day)


def _numeric(words: str) -> Meaning:
    """Both readings where day and month may change places: 03/04/2025 is 4 March to 3 April."""
    one, two, year = (int(number) for number in _NUMBER.findall(words))
    if year < 100:
        year += 2000 if year < 70 else 1900
    days = [period for period in (periods.day(year, two, one), periods.day(year, one, two)) if period]
    return (min(days)[0], max(days)[1]) if days else None


def _days_of_month(words: str) -> Meaning:
    """Both orders, "22-24 October 2025" and "October 22-24, 2025", with or without a year."""
    month = _month_names(words)[-1]
    year = _FULL_YEAR.search(words)
    numbers = [int(number) for number in _NUMBER.findall(words) if len(number) <= 2]
    if not numbers or numbers[0] > numbers[-1]:
        return None

    def of_year(number: int) -> Period | None:
        first, last = periods.day(number, month, numbers[0]), periods.day(number, month, numbers[-1])
        return (first[0], last[1]) if first and last else None

    return of_year(int(year[0])) if year else Unresolved(lambda published: _nearest(of_year, published))


def _nearest(of_year: Callable[[int], Period | None], published: dt.date) -> Period | None:
    """Choose the latest year that does not lie far beyond the day of publication."""
    for year in (published.year + 1, published.year, published.year - 1):
        period = of_year(year) if 1 <= year <= 9998 else None
        if period and (period[0] - published).days <= _FORWARD:
            return period
    return None


def _months_of_year(words: str) -> Meaning:
    """As in "September 2025", "mid-May 2024", "May to July 2024"; without a year: the nearest one."""
    names = _month_names(words)
    year = _FULL_YEAR.search(words)
    part = _part(words)

    def of_year(number: int) -> Period | None:
        last = names[-1] + (12 if names[-1] < names[0] else 0)
        if last > 12 and year:
            number -= 1
        return periods.narrowed(periods.months(number, names[0], last), part)

    return of_year(int(year[0])) if year else Unresolved(lambda published: _nearest(of_year, published))


def _month_near(words: str) -> Meaning:
    """As in "May last year"."""
    month, part = _month_names(words)[0], _part(words)
    return _of_year(words, lambda year: periods.narrowed(periods.month(year, month), part))


_PARTS = re.compile(r"(early|mid|late|beginning|start|middle|end)\b", re.IGNORECASE)


def _part(words: str) -> str:
    match = _PARTS.match(words)
    return match[1] if match else ""


def _of_year(words: str, make: Callable[[int], Period | None]) -> Meaning:
    """Apply `make` to the year that the words name, or else to that of publication ("last" is the one before)."""
    year = _FULL_YEAR.search(words)
    if year:
        return make(int(year[0]))
    step = -1 if "last" in words.lower() else 1 if "next" in words.lower() else 0
    return Unresolved(lambda published: make(published.year + step))


_RANK: Final = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}


def _quarter(words: str) -> Meaning:
    rank = _RANK.get(words[: words.find("quarter") - 1]) or int(_NUMBER.findall(words)[0])
    short = re.fullmatch(r"[1-4]Q\s?([0-9]{2})", words)
    if short:
        return periods.quarter(2000 + int(short[1]), rank)
    if "year" in words or _FULL_YEAR.search(words):
        return _of_year(words, lambda year: periods.quarter(year, rank))

    def latest(published: dt.date) -> Period | None:
        this = periods.quarter(published.year, rank)
        return this if this and this[0] <= published else periods.quarter(published.year - 1, rank)

    return Unresolved(latest)


def _half(words: str) -> Meaning:
    first = words.lower().startswith(("h1", "first"))
    return _of_year(words, lambda year: periods.months(year, *((1, 6) if first else (7, 12))))


def _season(words: str) -> Meaning:
    name = next(
        word for word in _NAME.findall(words.lower()) if word in {"spring", "summer", "autumn", "fall", "winter"}
    )
    if words.lower().startswith("last"):
        return Unresolved(lambda published: _last_season(name, published))
    return _of_year(words, lambda year: periods.narrowed(periods.season(name, year), _part(words)))


def _last_season(name: str, published: dt.date) -> Period | None:
    this = periods.season(name, published.year) if name != "winter" else None
    return this if this and this[1] < published else periods.season(name, published.year - 1)


def _decade(words: str) -> Meaning:
    digits = _NUMBER.findall(words)[-1]
    start = int(digits) if len(digits) == 4 else 1900 + int(digits)
    return periods.narrowed(periods.years(start, start + 9), _part(words))


def _century(words: str) -> Meaning:
    return periods.narrowed(periods.century(int(_NUMBER.findall(words)[0])), _part(words))


def _years(words: str) -> Meaning:
    first, last = _NUMBER.findall(words)
    if len(last) == 2:
        last = first[:2] + last
    return periods.years(int(first), int(last)) if int(first) < int(last) else None


def _part_of(words: str) -> Meaning:
    part = _part(words) or "end"
    if "month" in words:
        step = -1 if "last" in words else 1 if "next" in words else 0
        return Unresolved(lambda published: periods.narrowed(_month_from(published, step), part))
    if "decade" in words or "century" in words:
        size = 10 if "decade" in words else 100
        return Unresolved(lambda published: periods.narrowed(_round_years(published.year, size), part))
    return _of_year(words, lambda year: periods.narrowed(periods.years(year, year), part))


def _round_years(year: int, size: int) -> Period | None:
    first = year // size * size
    return periods.years(max(first, 1), first + size - 1)


def _month_from(published: dt.date, step: int) -> Period | None:
    date = periods.shifted(published, months=step)
    return periods.month(date.year, date.month) if date else None


def _fiscal(words: str) -> Meaning:
    """A fiscal year may begin in any month: from the January before it to the December after."""
    year = int(_NUMBER.findall(words)[0])
    return periods.years(year - 1, year + (1 if re.search(r"[-/–]", words) else 0))


def _today(words: str) -> Meaning:
    step = {"y": -1, "t": 0}[words[0].lower()] if words[:3].lower() != "tom" else 1

    def resolve(published: dt.date) -> Period | None:
        date = periods.shifted(published, days=step)
        return (date, date) if date else None

    return Unresolved(resolve)


def _step(words: str) -> int:
    lower = words.lower()
    return -1 if "last" in lower else 1 if "next" in lower else 0


def _this(words: str) -> Meaning:
    """As in "last month", "this week", "next Tuesday", "last May"."""
    step, name = _step(words), words.split()[-1].lower().rstrip(".")

    def resolve(published: dt.date) -> Period | None:
        if name in MONTHS:
            return _named_month(published, MONTHS[name], step)
        if name[:3] in _WEEKDAYS and name.endswith("day"):
            return _named_weekday(published, _WEEKDAYS[name[:3]], step)
        return _named_period(published, name, step)

    return Unresolved(resolve)


def _named_month(published: dt.date, month: int, step: int) -> Period | None:
    year = published.year
    if step < 0:
        year -= month >= published.month
    elif step > 0:
        year += month <= published.month
    return periods.month(year, month)


def _named_weekday(published: dt.date, weekday: int, step: int) -> Period | None:
    """The nearest such day before (last, or none said) or after (next); the day itself where none is said."""
    back = (published.weekday() - weekday) % 7
    days = -(back or 7) if step < 0 else (7 - back) if step > 0 else -back
    date = periods.shifted(published, days=days)
    return (date, date) if date else None


def _named_period(published: dt.date, name: str, step: int) -> Period | None:
    if name in {"week", "weekend"}:
        date = periods.shifted(published, days=7 * step)
        if date is None:
            return None
        monday, sunday = periods.week(date)
        return (monday + dt.timedelta(days=5) if name == "weekend" else monday), sunday
    if name == "month":
        return _month_from(published, step)
    if name == "quarter":
        date = periods.shifted(published, months=3 * step)
        return periods.quarter(date.year, (date.month + 2) // 3) if date else None
    if name == "year":
        return periods.years(published.year + step, published.year + step)
    size = 10 if name == "decade" else 100
    return _round_years(published.year + size * step, size)


def _within(words: str) -> Meaning:
    """As in "earlier this year": from its first day to that of publication."""
    name, step, part = words.split()[-1], _step(words), words.split()[0].lower()

    def resolve(published: dt.date) -> Period | None:
        period = _named_period(published, name, step)
        if period is None or step or part in {"early", "late"}:
            return periods.narrowed(period, part if part in {"early", "late"} else "")
        return (period[0], published) if part == "earlier" else (published, period[1])

    return Unresolved(resolve)


_AGO = re.compile(r"(.*?)(?:\s(?:to|or)\s(.*?))?\s([a-z]+)\sago", re.IGNORECASE | re.DOTALL)


def _ago(words: str) -> Meaning:
    """As in "three decades ago": as exact as the unit it counts in, so a whole year here, a day in "two days ago"."""
    match = _AGO.fullmatch(words)
    if match is None:
        return None
    far, near = _count(match[2] or match[1]), _count(match[1])
    unit = match[3].lower().rstrip("s")

    def resolve(published: dt.date) -> Period | None:
        ends = [_back(published, unit, count) for count in (far, near)]
        first, last = ends
        return (first[0], last[1]) if first and last and first[0] <= last[1] else None

    return Unresolved(resolve)


def _count(word: str) -> int:
    if word.isdecimal():
        return int(word)
    if word.lower() in {"a", "an"}:
        return 1
    number = read_words(word, 0)
    return int(number.amount) if number else 0


def _back(published: dt.date, unit: str, count: int) -> Period | None:
    if unit in _DAYS_OF:
        date = periods.shifted(published, days=-_DAYS_OF[unit] * count)
        if date is None:
            return None
        return (date, date) if unit == "day" else periods.week(date)
    date = periods.shifted(published, months=-_MONTHS_OF[unit] * count)
    if date is None:
        return None
    if unit in {"month", "quarter"}:
        return periods.month(date.year, date.month)
    slack = {"year": 0, "decade": 2}.get(unit, 20)
    return periods.years(max(1, date.year - slack), date.year + slack)


def _year(words: str) -> Meaning:
    return periods.years(int(words), int(words))


def _weekday(words: str) -> Meaning:
    return Unresolved(lambda published: _named_weekday(published, _WEEKDAYS[words[:3].lower()], 0))


MEANINGS: Final[dict[str, Callable[[str], Meaning]]] = {
    "iso": _iso, "ymd": _ymd, "numeric": _numeric, "day_month": _days_of_month, "month_day": _days_of_month,
    "month_year": _months_of_year, "month_near": _month_near, "quarter": _quarter, "half": _half, "season": _season,
    "decade": _decade, "century": _century, "years": _years, "part": _part_of, "fiscal": _fiscal, "today": _today,
    "within": _within, "this": _this, "ago": _ago, "weekday": _weekday, "month": _months_of_year, "year": _year,
}  # fmt: skip
"""For each wording of `date_wordings`, what its words mean."""
