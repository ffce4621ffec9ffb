"""What values mean where they stand: an age, a coming Thursday, a sum in a currency of no one country, "a third"."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from typing import Final

from briefing.text.names import Name
from briefing.text.values import TextValue, find_values
from briefing.text.wordtables import word_set

_DAY: Final = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_LEADING_DAY: Final = re.compile(rf"{_DAY}\s(?=\S)")
_BARE_DAY: Final = re.compile(rf"(?:on\s)?{_DAY}", re.IGNORECASE)
_TO_COME: Final = re.compile(
    r"\b(?:will|shall|is to|are to|is due|are due|plans? to|intends? to|expected|scheduled|planned)\b[^.;]{0,80}$"
)
_CURRENCIES: Final = word_set(
    """
    crowns kroner kronor francs rupees rupiah pesos dinars dirhams liras lira rials riyals shekels rand naira shillings
    baht ringgit won yuan roubles rubles zloty zlotys forints marks guilders florins lei leva hryvnia hryvnias
    """
)
"""Currencies that are no one country's: between two of one name there is no rate to convert by."""
_WEEK: Final = dt.timedelta(days=7)


def meant(text: str, value: TextValue, home: int) -> list[TextValue]:
    """Return a value as it is meant in its sentence, which begins at `home`; two for "from 80 to 92"."""
    if value.kind == "date":
        return [_coming(text, value, home)]
    if value.kind == "count" and value.unit in _CURRENCIES:
        return [replace(value, kind="money", dimension="money")]
    if value.kind == "share" and not value.unit and value.amount is not None:
        return [
            replace(value, amount=round(100 * float(value.amount), 1), unit="%", qualifier=value.qualifier or "about")
        ]
    return _ends(text, value) or [_as_age(text, value)]


def without_day(name: Name) -> Name:
    """Return a name without the day of the week before it: "Next Saturday Northfield play"."""
    match = _LEADING_DAY.match(name.text)
    return replace(name, start=name.start + match.end(), text=name.text[match.end() :]) if match else name


def _coming(text: str, value: TextValue, home: int) -> TextValue:
    """Return a bare day of the week that is still to come as the next and not the last of that name."""
    if not _BARE_DAY.fullmatch(text[value.start : value.end]) or not value.earliest or not value.latest:
        return value
    if not _TO_COME.search(text, home, value.start):
        return value
    return replace(value, earliest=value.earliest + _WEEK, latest=value.latest + _WEEK)


_AGED: Final = re.compile(r"(?:\baged |\bage of |\bwho (?:is|was) |\bturn(?:s|ed) |\w, )$")


def _as_age(text: str, value: TextValue) -> TextValue:
    """Return a duration that is somebody's age as such: "92-year-old", "aged 92", "Jane Roe, 92,"."""
    if value.kind == "duration" and value.unit == "years":
        old = "old" in text[value.start : value.end] or text.startswith((" old", "-old"), value.end)
        return replace(value, dimension="age") if old else value
    bare = value.kind == "number" and isinstance(value.amount, int) and 0 < value.amount < 120
    if (
        bare
        and not value.qualifier
        and text[value.end : value.end + 1] in (",", ".", ")")
        and _AGED.search(text, max(0, value.start - 12), value.start)
    ):
        named = text[max(0, value.start - 3) : value.start].strip(" ,")[-1:].isalpha() and text[value.end] == ","
        if named or re.search(r"age|who|turn", text[value.start - 10 : value.start]):
            return replace(value, kind="duration", unit="years", dimension="age")
    return value


def _ends(text: str, value: TextValue) -> list[TextValue]:
    """Return the two figures of "from 80 to 92", which is no range but a change; nothing for any other value."""
    if value.kind == "date" or value.low is None or not text.startswith(("from ", "From "), value.start):
        return []
    middle = text.find(" to ", value.start, value.end)
    if middle < 0:
        return []
    found = []
    for start, end in ((value.start + 5, middle), (middle + 4, value.end)):
        read = [part for part in find_values(text[start:end]) if part.kind != "date"]
        if len(read) != 1 or read[0].amount is None:
            return []
        unit = read[0].unit or value.unit
        found.append(
            replace(
                read[0],
                start=start + read[0].start,
                end=start + read[0].end,
                unit=unit,
                kind=value.kind,
                dimension=value.dimension,
            )
        )
    return found
