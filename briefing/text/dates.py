"""Dates and periods in running text, each with its exact span and the days it may mean.

A wording that depends on the day of publication ("last month", "on Tuesday") has no days without it.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Final, NamedTuple

from briefing.text.date_meanings import MEANINGS, Unresolved, settle
from briefing.text.date_wordings import AFTER_PREPOSITION, BEFORE_YEAR, COUNTED, QUALIFIERS, SCAN
from briefing.text.periods import Period
from briefing.text.periods import edtf_interval as edtf_interval
from briefing.text.unit_reading import read_unit
from briefing.text.wordtables import word_set

_JOINT = re.compile(r"\s?[-–—]\s?|\s(?:to|until|through)\s")
_JOINED: Final = frozenset({"day_month", "month_day", "month_year", "iso"})
_WORD_BEFORE = re.compile(r"([A-Za-z.]+)[\s-]$")
_WORD_AFTER = re.compile(r"[\s-]([A-Za-z]+)")
_LISTED = re.compile(r",?\s(?:and|or|to)\s|,\s")
_LOOSE: Final = word_set("the a its their his her for of as from by within around")
"""Before four digits these leave it open whether a year or a number follows."""
_NO_PLURAL: Final = word_set("was is has as its this census us s")
_NO_UNIT: Final = word_set("in won som rand lira dong leu second degree")
_VERBS: Final = word_set("was is saw marked has brought")


_FIRST_YEAR, _LAST_YEAR = 200, 9700
"""A day of publication beyond these is none: days counted from it would leave the calendar."""


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


def find_dates(text: str, *, published: dt.date | None = None) -> list[TextDate]:
    """Find dates and periods, in order and without overlap.

    Args:
        text: any text.
        published: the day on which it was written; without it, relative dates have a span and no days.
    """
    if published is not None and not _FIRST_YEAR <= published.year <= _LAST_YEAR:
        published = None
    found: list[TextDate] = []
    waiting: Unresolved | None = None
    for match in SCAN.finditer(text):
        wording = match.lastgroup or ""
        if not _in_context(text, match, wording, found) or (published is None and match[0].lower() == "today"):
            continue  # without a day of publication "today" mostly means nowadays
        meaning = MEANINGS[wording](match[0])
        if meaning is None:
            continue
        if found and wording in _JOINED and _JOINT.fullmatch(text, found[-1].end, match.start()):
            merged = _merge(found[-1], waiting, match.end(), settle(meaning, published))
            if merged is not None:
                found[-1], waiting = merged, None
                continue
        waiting = meaning if isinstance(meaning, Unresolved) else None
        earliest, latest = settle(meaning, published) or (None, None)
        found.append(TextDate(match.start(), match.end(), earliest, latest, _qualifier(text, match.start(), wording)))
    return found


def _merge(first: TextDate, waiting: Unresolved | None, end: int, last: Period | None) -> TextDate | None:
    """Join two dates to the period between them: "22 October to 5 November 2025"."""
    if last is None:
        return None
    start = waiting.resolve(last[0]) if waiting else None
    earliest = start[0] if start else first.earliest
    if earliest is None or earliest > last[1]:
        return None
    return TextDate(first.start, end, earliest, last[1], "" if first.qualifier == "since" else first.qualifier)


def _word_before(text: str, start: int) -> str:
    match = _WORD_BEFORE.search(text, max(0, start - 14), start)
    return match[1] if match else ""


def _word_after(text: str, end: int) -> str:
    match = _WORD_AFTER.match(text, end, end + 24)
    return match[1] if match else ""


def _qualifier(text: str, start: int, wording: str) -> str:
    word = _word_before(text, start).lower()
    if word == "the":
        word = _word_before(text, start - 4).lower()
    name = QUALIFIERS.get(word, "")
    return "" if name == "since" and wording == "years" else name


def _in_context(text: str, match: re.Match[str], wording: str, found: list[TextDate]) -> bool:
    """Say whether the surroundings allow a date: "March" the verb, "may" and 2010 participants are none."""
    if wording == "year":
        return _is_year(text, match.start(), match.end(), found)
    if wording == "years":
        return not _is_counted(text, match.end())
    if wording not in {"month", "weekday"}:
        return True
    before = _word_before(text, match.start())
    word = before.lower()
    if wording == "weekday":
        return before.islower() or not before or word in AFTER_PREPOSITION or word == "on"
    if match[0][0].islower() or "-" in match[0]:
        return True  # "early May", "mid-May"
    return word in AFTER_PREPOSITION and not (match[0] == "May" and word == "to")


def _is_counted(text: str, end: int) -> bool:
    """Say whether a unit or a noun follows, so that four digits are a number: "2000 tons", "2010 participants"."""
    if _word_after(text, end) in COUNTED:
        return True
    unit = read_unit(text, end + 1) if text[end : end + 1] in {" ", "\xa0", "-"} else None
    return (
        unit is not None
        and text[end + 1 : unit.end].lower() not in _NO_UNIT
        and not text[unit.end : unit.end + 1].isalpha()
    )


def _is_year(text: str, start: int, end: int, found: list[TextDate]) -> bool:
    """Say whether four digits are a year: "in 2015", "the 2016 vote", "(1979)", "1997, 2003 and 2008"."""
    if _is_counted(text, end):
        return False
    if found and _LISTED.fullmatch(text, found[-1].end, start):
        return True
    word, after = _word_before(text, start).lower(), _word_after(text, end)
    if word in _LOOSE:
        plural = after.endswith("s") and after not in _NO_PLURAL
        return text[start : start + 2] in {"18", "19", "20"} and not (plural and text[end - 2 : end] == "00")
    if word in BEFORE_YEAR:
        return True
    if text[start - 1 : start] == "(" and text[end : end + 1] in {")", "–", "-"}:
        outside = _word_before(text, start - 1)
        return outside.islower() and outside != "al."
    return not word and after in _VERBS
