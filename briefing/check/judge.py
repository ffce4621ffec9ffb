"""Two aligned figures held against each other: do they agree, differ, or are they of two periods or two things?"""

from __future__ import annotations

import datetime as dt
import math
import re
from typing import Final

from briefing.check.align import Alignment
from briefing.check.clash import number, told
from briefing.check.cluster import Pair
from briefing.check.figures import Interval, apart, comparable, interval, ratio
from briefing.check.measures import HAPPENED
from briefing.check.mentions import Mention

_TOO_FAR: Final = 300
"""Figures that many times apart measure two things, whatever the words say."""
_SEASON: Final = 2
"""A season is so many times less than a career, and a year than a lifetime, at least."""
_LATER: Final = 60
"""Days after which a plan may have been carried out."""
_OF_WHAT: Final = "of what it is a figure"
_WHEN: Final = re.compile(
    r"\b((?:last|this|next|previous|past|coming)\s(?:season|year|month|week|quarter|decade|summer|winter|term)"
    r"|so far this \w+|a (?:day|week|month)|per (?:day|week|month))\b",
    re.IGNORECASE,
)
_PLANNED: Final = re.compile(
    r"\b(?:will|would|to be|(?:is|are|was|were) to|plan\w*|expect\w*|aims?|aimed|hopes?|target\w*|forecast\w*"
    r"|projected|goal of)\b"
)
_DONE: Final = re.compile(
    r"\b(?:was|were|had|has|have|got|came|ran|took|made|paid|cost|sold|won|rose|fell|[a-z]{3,}ed)\b"
)


def judge(link: Alignment) -> Pair:
    """Hold two aligned figures against each other."""
    a, b = link.a, link.b
    if (
        a.phrase.part != b.phrase.part
        or bool(a.phrase.change) != bool(b.phrase.change)
        or not comparable(a.figure, b.figure)
    ):
        return Pair(link, "silent")
    first, second = interval(a.figure, a.figure.unit), interval(b.figure, a.figure.unit)
    if first is None or second is None:
        return Pair(link, "silent")
    if a.figure.kind == "score":
        return Pair(link, "agree" if (first.low, first.high) == (second.low, second.high) else "differ", _scores(a, b))
    if a.phrase.change != b.phrase.change and first.meets(second):
        return Pair(link, "differ", f"{told(a.figure)} {a.phrase.change} against {told(b.figure)} {b.phrase.change}")
    if a.sort == "age" and _grown_older(a, b):
        return Pair(link, "agree")
    if first.meets(second):
        return (
            Pair(link, "differ", f"{told(a.figure)} against {told(b.figure)}: two lower ends, far apart")
            if _far_bounds(first, second)
            else _same(link)
        )
    if ratio(first, second) > _TOO_FAR:
        return Pair(link, "silent")
    if _periods_differ(a, b):
        return Pair(link, "period", "the periods differ: " + " against ".join(sorted((_period(a), _period(b)))))
    if (whens := _whens(a, b)) and ratio(first, second) >= _SEASON:
        return Pair(link, "period", f"the periods differ: {whens}")
    if _planned_and_done(a, b):
        return Pair(link, "scope", "the one was planned, the other was done")
    if link.scope:
        return Pair(link, "scope", link.scope)
    return Pair(link, "differ", f"{told(a.figure)} against {told(b.figure)}: {apart(first, second, a.figure.unit)}")


def _scores(a: Mention, b: Mention) -> str:
    return " against ".join(f"{number(item.figure.high)}-{number(item.figure.low)}" for item in (a, b))


def _far_bounds(a: Interval, b: Interval) -> bool:
    """Whether two "more than" are so far apart that nobody who knew the one would have said the other."""
    low, high = sorted((a.low, b.low))
    return math.isinf(a.high) and math.isinf(b.high) and 0 < 1.4 * low < high


def _same(link: Alignment) -> Pair:
    """Say of two figures that agree whether one number stands for two things."""
    a, b = link.a, link.b
    if a.figure.amount is None or a.figure.amount != b.figure.amount:
        return Pair(link, "agree")
    if link.scope:
        return Pair(link, "scope", link.scope)
    if a.phrase.forms != b.phrase.forms and a.figure.dimension == "mass" and a.remark.source != b.remark.source:
        named = [min(item.phrase.forms) if item.phrase.forms else "not said" for item in (a, b)]
        return Pair(link, "scope", f"{_OF_WHAT}: {named[0]} against {named[1]}")
    mine, other = ({word for word in item.phrase.base if word.startswith("@")} for item in (a, b))
    if mine and other and not mine & other:
        return Pair(link, "scope", "it is a share of two different wholes")
    return Pair(link, "agree")


def _periods_differ(a: Mention, b: Mention) -> bool:
    mine, other = _spans(a, b), _spans(b, a)
    return bool(mine and other) and not any(
        low <= last and first <= high for low, high in mine for first, last in other
    )


def _spans(item: Mention, other: Mention) -> list[tuple[dt.date, dt.date]]:
    """Return the periods of a figure; one without any, beside one that has, is of the time of writing.

    What flows or stands is of the last year at most; what happened may have happened at any time before.
    """
    day = item.remark.published
    if item.periods or day is None or not other.periods:
        return item.periods
    lasts = item.sort in ("money", "share", "mass", "count") and not any(
        measure.name in HAPPENED for measure in item.phrase.measures
    )
    return [(dt.date(day.year - 1, 1, 1) if lasts else dt.date.min, day)]


def _whens(a: Mention, b: Mention) -> str:
    """Return in words that one of two figures is of a season or year that the other is not said to be of, else ""."""
    mine, other = (" ".join(_WHEN.findall(item.remark.text)[:1]).lower() for item in (a, b))
    if a.periods or b.periods or bool(mine) == bool(other):
        return ""
    return f"“{mine or other}” in the one, not said in the other"


def _grown_older(a: Mention, b: Mention) -> bool:
    """Whether two ages of one person are as far apart as the documents that give them."""
    one, two = a.remark.published, b.remark.published
    if not one or not two or a.amount is None or b.amount is None:
        return False
    return abs((two - one).days / 365.25 - (b.amount - a.amount)) <= 1


def _planned_and_done(a: Mention, b: Mention) -> bool:
    """Whether a later document tells what came of what an earlier one had only planned."""
    one, two = a.remark.published, b.remark.published
    if not one or not two or abs((one - two).days) < _LATER:
        return False
    before, after = (a, b) if one < two else (b, a)
    plan, outcome = before.remark.cut(*before.clause), after.remark.cut(*after.clause)
    return _PLANNED.search(plan) is not None and _PLANNED.search(outcome) is None and _DONE.search(outcome) is not None


def _period(item: Mention) -> str:
    if not item.periods:
        return "the time of writing"
    first, last = item.periods[0]
    return f"{first:%Y}" if first.year == last.year and (last - first).days > 300 else f"{first} to {last}"
