"""Dates and periods in running text, each with its exact span and the days it may mean.

A wording that depends on the day of publication ("last month", "on Tuesday") has no days without it.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from typing import Final, NamedTuple

from briefing.text import periods
from briefing.text.date_wordings import AFTER_PREPOSITION, BEFORE_YEAR, COUNTED, QUALIFIERS, SCAN
from briefing.text.numerals import read_words
from briefing.text.periods import MONTHS, Period
from briefing.text.periods import edtf_interval as edtf_interval


class TextDate(NamedTuple):
    """A date in a text: its span, its first and last day where known, and the word that opens it at one end.

    The span leaves the preposition out, and the days are those of the date named: "since 2018" is the year 2018
    with the qualifier "since".
    """

    start: int
    end: int
    earliest: dt.date | None
    latest: dt.date | None
    qualifier: str = ""


class _Unresolved(NamedTuple):
    """A date that needs a year or the day of publication: `resolve` gives its days once that is known."""

    resolve: Callable[[dt.date], Period | None]


_Meaning = Period | _Unresolved | None
_NUMBER = re.compile(r"[0-9]+")
_NAME = re.compile(r"[A-Za-z]+")
_FULL_YEAR = re.compile(r"(?<![0-9])[12][0-9]{3}(?![0-9])")
_WEEKDAYS: Final = {name: number for number, name in enumerate(["mon", "tue", "wed", "thu", "fri", "sat", "sun"])}
_DAYS_OF: Final = {"day": 1, "week": 7, "fortnight": 14}
_MONTHS_OF: Final = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200, "centurie": 1200}
_FORWARD: Final = 95
"""A day and month without a year lie at most this many days after publication, else they are of the past."""


def find_dates(text: str, *, published: dt.date | None = None) -> list[TextDate]:
    """Find dates and periods, in order and without overlap.

    Args:
        text: any text.
        published: the day on which it was written; without it, relative dates have a span and no days.
    """
    found: list[TextDate] = []
    waiting: _Unresolved | None = None
    for match in SCAN.finditer(text):
        wording = match.lastgroup if match.lastgroup != "mark" else "numeric"
        if not _in_context(text, match, wording or "", found):
            continue
        if published is None and match[0] in {"today", "Today"}:
            continue  # mostly "nowadays"
        meaning = _MEANINGS[wording or ""](match[0])
        if meaning is None:
            continue
        previous = found[-1] if found else None
        if previous is not None and _joins(text, previous.end, match.start(), wording or ""):
            merged = _merge(previous, waiting, match.end(), meaning, published)
            if merged is not None:
                found[-1], waiting = merged, None
                continue
        waiting = meaning if isinstance(meaning, _Unresolved) else None
        days = _settle(meaning, published)
        earliest, latest = days or (None, None)
        qualifier = _qualifier(text, match.start())
        if wording == "years" and qualifier == "since":
            qualifier = ""
        found.append(TextDate(match.start(), match.end(), earliest, latest, qualifier))
    return found


def _settle(meaning: _Meaning, published: dt.date | None) -> Period | None:
    if isinstance(meaning, _Unresolved):
        return meaning.resolve(published) if published is not None else None
    return meaning


_JOINT = re.compile(r"\s?[-–—]\s?|\s(?:to|until|through)\s")


def _joins(text: str, end: int, start: int, wording: str) -> bool:
    """Say whether two dates are the ends of one period: "22 October to 5 November"."""
    return wording in {"day_month", "month_day", "month_year", "iso"} and _JOINT.fullmatch(text, end, start) is not None


def _merge(
    first: TextDate, waiting: _Unresolved | None, end: int, meaning: Period | _Unresolved, published: dt.date | None
) -> TextDate | None:
    last = _settle(meaning, published)
    if last is None:
        return None
    start = waiting.resolve(last[0]) if waiting else None
    earliest = start[0] if start else first.earliest
    if earliest is None or earliest > last[1]:
        return None
    qualifier = "" if first.qualifier == "since" else first.qualifier
    return TextDate(first.start, end, earliest, last[1], qualifier)


_WORD_BEFORE = re.compile(r"([A-Za-z.]+)[\s-]$")


def _word_before(text: str, start: int) -> str:
    match = _WORD_BEFORE.search(text, max(0, start - 14), start)
    return match[1] if match else ""


def _qualifier(text: str, start: int) -> str:
    word = _word_before(text, start).lower()
    if word == "the":
        word = _word_before(text, start - 4).lower()
    return QUALIFIERS.get(word, "")


def _in_context(text: str, match: re.Match[str], wording: str, found: list[TextDate]) -> bool:
    """Say whether the surroundings allow a date: "March" the verb, "may", and 2010 participants are none."""
    if wording == "year":
        return _is_year(text, match.start(), match.end(), found)
    if wording == "years":
        return text[match.end() : match.end() + 1] != "%" and _next_word(text, match.end()) not in COUNTED - {"and"}
    if wording not in {"month", "weekday"}:
        return True
    before = _word_before(text, match.start())
    word = before.lower()
    if wording == "weekday":
        return not before or before.islower() or word in AFTER_PREPOSITION or word == "on"
    if match[0][0].islower() or "-" in match[0][1:]:
        return True
    return word in AFTER_PREPOSITION and not (match[0] == "May" and word == "to")


_NEXT_WORD = re.compile(r"[\s-]([A-Za-z]+)")


def _next_word(text: str, end: int) -> str:
    match = _NEXT_WORD.match(text, end, end + 24)
    return match[1] if match else ""


_LISTED = re.compile(r",?\s(?:and|or|to)\s|,\s")


def _is_year(text: str, start: int, end: int, found: list[TextDate]) -> bool:
    """Say whether four digits are a year: "in 2015", "the 2016 vote", "(1979)", "1997, 2003 and 2008"."""
    after = _next_word(text, end)
    if after in COUNTED - {"and"}:
        return False
    if found and found[-1].end > start - 8 and _LISTED.fullmatch(text, found[-1].end, start):
        return True
    word = _word_before(text, start).lower()
    if word in {"the", "a", "its", "their", "his", "her", "for", "of", "as", "from", "by", "within", "around"}:
        plural = after.endswith("s") and after not in {"was", "is", "has", "as", "its", "this", "census", "us", "s"}
        return not (plural and int(text[start:end]) % 100 == 0) and text[start] + text[start + 1] in {"19", "20", "18"}
    if word in BEFORE_YEAR:
        return True
    if text[start - 1 : start] == "(" and text[end : end + 1] in ")–-":
        outside = _WORD_BEFORE.search(text, max(0, start - 24), start - 1)
        return outside is not None and outside[1].islower() and outside[1] != "al."
    return not word and after in {"was", "saw", "marked", "has", "brought", "is"}


def _month_number(name: str) -> int:
    return MONTHS[name.lower().rstrip(".")]


def _month_names(words: str) -> list[int]:
    return [MONTHS[name] for name in (word.lower() for word in _NAME.findall(words)) if name in MONTHS]


def _iso(words: str) -> _Meaning:
    return periods.day(int(words[:4]), int(words[5:7]), int(words[8:10]))


def _ymd(words: str) -> _Meaning:
    year, month, day = (int(number) for number in _NUMBER.findall(words))
    return periods.day(year, month, day)


def _numeric(words: str) -> _Meaning:
    """Both readings where day and month may change places: 03/04/2025 is 4 March to 3 April."""
    one, two, year = (int(number) for number in _NUMBER.findall(words))
    if year < 100:
        year += 2000 if year < 70 else 1900
    days = [period for period in (periods.day(year, two, one), periods.day(year, one, two)) if period]
    return (min(days)[0], max(days)[1]) if days else None


def _days_of_month(words: str) -> _Meaning:
    """Both orders, "22-24 October 2025" and "October 22-24, 2025", with or without a year."""
    month = _month_names(words)[-1]
    year = _FULL_YEAR.search(words)
    numbers = [int(number) for number in _NUMBER.findall(words) if len(number) <= 2]
    if not numbers or numbers[0] > numbers[-1]:
        return None

    def of_year(number: int) -> Period | None:
        first, last = periods.day(number, month, numbers[0]), periods.day(number, month, numbers[-1])
        return (first[0], last[1]) if first and last else None

    return of_year(int(year[0])) if year else _Unresolved(lambda published: _nearest(of_year, published))


def _nearest(of_year: Callable[[int], Period | None], published: dt.date) -> Period | None:
    """Choose the latest year that does not lie far beyond the day of publication."""
    for year in (published.year + 1, published.year, published.year - 1):
        period = of_year(year) if 1 <= year <= 9998 else None
        if period and (period[0] - published).days <= _FORWARD:
            return period
    return None


def _months_of_year(words: str) -> _Meaning:
    """ "September 2025", "mid-May 2024", "May to July 2024"; without a year: the nearest one."""
    names = _month_names(words)
    year = _FULL_YEAR.search(words)
    part = _part(words)

    def of_year(number: int) -> Period | None:
        last = names[-1] + (12 if names[-1] < names[0] else 0)
        if last > 12 and year:
            number -= 1
        return periods.narrowed(periods.months(number, names[0], last), part)

    return of_year(int(year[0])) if year else _Unresolved(lambda published: _nearest(of_year, published))


_PARTS = re.compile(r"(early|mid|late|beginning|start|middle|end)\b", re.IGNORECASE)


def _part(words: str) -> str:
    match = _PARTS.match(words)
    return match[1] if match else ""


def _of_year(words: str, make: Callable[[int], Period | None]) -> _Meaning:
    """Apply `make` to the year that the words name, or else to that of publication ("last" is the one before)."""
    year = _FULL_YEAR.search(words)
    if year:
        return make(int(year[0]))
    step = -1 if "last" in words.lower() else 1 if "next" in words.lower() else 0
    return _Unresolved(lambda published: make(published.year + step))


_RANK: Final = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}


def _quarter(words: str) -> _Meaning:
    rank = _RANK.get(words[: words.find("quarter") - 1]) or int(_NUMBER.findall(words)[0])
    short = re.fullmatch(r"[1-4]Q\s?([0-9]{2})", words)
    if short:
        return periods.quarter(2000 + int(short[1]), rank)
    if "year" in words or _FULL_YEAR.search(words):
        return _of_year(words, lambda year: periods.quarter(year, rank))

    def latest(published: dt.date) -> Period | None:
        this = periods.quarter(published.year, rank)
        return this if this and this[0] <= published else periods.quarter(published.year - 1, rank)

    return _Unresolved(latest)


def _half(words: str) -> _Meaning:
    first = words.lower().startswith(("h1", "first"))
    return _of_year(words, lambda year: periods.months(year, *((1, 6) if first else (7, 12))))


def _season(words: str) -> _Meaning:
    name = next(
        word for word in _NAME.findall(words.lower()) if word in {"spring", "summer", "autumn", "fall", "winter"}
    )
    if words.lower().startswith("last"):
        return _Unresolved(lambda published: _last_season(name, published))
    return _of_year(words, lambda year: periods.narrowed(periods.season(name, year), _part(words)))


def _last_season(name: str, published: dt.date) -> Period | None:
    this = periods.season(name, published.year) if name != "winter" else None
    return this if this and this[1] < published else periods.season(name, published.year - 1)


def _decade(words: str) -> _Meaning:
    digits = _NUMBER.findall(words)[-1]
    start = int(digits) if len(digits) == 4 else 1900 + int(digits)
    return periods.narrowed(periods.years(start, start + 9), _part(words))


def _century(words: str) -> _Meaning:
    return periods.narrowed(periods.century(int(_NUMBER.findall(words)[0])), _part(words))


def _years(words: str) -> _Meaning:
    first, last = _NUMBER.findall(words)
    if len(last) == 2:
        last = first[:2] + last
    return periods.years(int(first), int(last)) if int(first) < int(last) else None


def _part_of(words: str) -> _Meaning:
    part = _part(words) or "end"
    if "month" in words:
        step = -1 if "last" in words else 1 if "next" in words else 0
        return _Unresolved(lambda published: periods.narrowed(_month_near(published, step), part))
    if "decade" in words or "century" in words:
        size = 10 if "decade" in words else 100
        return _Unresolved(lambda published: periods.narrowed(_round_years(published.year, size), part))
    return _of_year(words, lambda year: periods.narrowed(periods.years(year, year), part))


def _round_years(year: int, size: int) -> Period | None:
    first = year // size * size
    return periods.years(max(first, 1), first + size - 1)


def _month_near(published: dt.date, step: int) -> Period | None:
    date = periods.shifted(published, months=step)
    return periods.month(date.year, date.month) if date else None


def _fiscal(words: str) -> _Meaning:
    """A fiscal year may begin in any month: from the January before it to the December after."""
    year = int(_NUMBER.findall(words)[0])
    return periods.years(year - 1, year + (1 if re.search(r"[-/–]", words) else 0))


def _today(words: str) -> _Meaning:
    step = {"y": -1, "t": 0}[words[0].lower()] if words[:3].lower() != "tom" else 1

    def resolve(published: dt.date) -> Period | None:
        date = periods.shifted(published, days=step)
        return (date, date) if date else None

    return _Unresolved(resolve)


def _step(words: str) -> int:
    lower = words.lower()
    return -1 if "last" in lower else 1 if "next" in lower else 0


def _this(words: str) -> _Meaning:
    """ "last month", "this week", "next Tuesday", "last May"."""
    step, name = _step(words), words.split()[-1].lower().rstrip(".")

    def resolve(published: dt.date) -> Period | None:
        if name in MONTHS:
            return _named_month(published, MONTHS[name], step)
        if name[:3] in _WEEKDAYS and name.endswith("day"):
            return _named_weekday(published, _WEEKDAYS[name[:3]], step)
        return _named_period(published, name, step)

    return _Unresolved(resolve)


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
        return _month_near(published, step)
    if name == "quarter":
        date = periods.shifted(published, months=3 * step)
        return periods.quarter(date.year, (date.month + 2) // 3) if date else None
    if name == "year":
        return periods.years(published.year + step, published.year + step)
    size = 10 if name == "decade" else 100
    return _round_years(published.year + size * step, size)


def _within(words: str) -> _Meaning:
    """ "earlier this year": from its first day to that of publication."""
    name, step, part = words.split()[-1], _step(words), words.split()[0].lower()

    def resolve(published: dt.date) -> Period | None:
        period = _named_period(published, name, step)
        if period is None or step or part in {"early", "late"}:
            return periods.narrowed(period, part if part in {"early", "late"} else "")
        return (period[0], published) if part == "earlier" else (published, period[1])

    return _Unresolved(resolve)


_AGO = re.compile(r"(.*?)(?:\s(?:to|or)\s(.*?))?\s([a-z]+)\sago", re.IGNORECASE | re.DOTALL)


def _ago(words: str) -> _Meaning:
    """ "three decades ago": as exact as the unit it counts in, so a whole year here, a day in "two days ago"."""
    match = _AGO.fullmatch(words)
    if match is None:
        return None
    far, near = _count(match[2] or match[1]), _count(match[1])
    unit = match[3].lower().rstrip("s")

    def resolve(published: dt.date) -> Period | None:
        ends = [_back(published, unit, count) for count in (far, near)]
        first, last = ends
        return (first[0], last[1]) if first and last and first[0] <= last[1] else None

    return _Unresolved(resolve)


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


def _weekday(words: str) -> _Meaning:
    return _Unresolved(lambda published: _named_weekday(published, _WEEKDAYS[words[:3].lower()], 0))


_MEANINGS: Final[dict[str, Callable[[str], _Meaning]]] = {
    "iso": _iso, "ymd": _ymd, "numeric": _numeric, "day_month": _days_of_month, "month_day": _days_of_month,
    "month_year": _months_of_year, "quarter": _quarter, "half": _half, "season": _season, "decade": _decade, "century": _century,
    "years": _years, "part": _part_of, "fiscal": _fiscal, "today": _today, "within": _within, "this": _this, "ago": _ago,
    "weekday": _weekday, "month": _months_of_year, "year": lambda words: periods.years(int(words), int(words)),
}  # fmt: skip
