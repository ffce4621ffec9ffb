"""Whether two values agree, and if not, whether they measure the same thing."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import Final

from briefing.check.remarks import Mention
from briefing.text.units import convert
from briefing.text.values import TextValue

APPROXIMATE: Final = 0.05
"""How far an "about" reaches on either side."""

SCOPES: Final[tuple[tuple[str, tuple[frozenset[str], ...]], ...]] = tuple(
    (name, tuple(frozenset(words.split()) for words in members))
    for name, members in (
        ("what is counted", ("reserve", "resource", "endowment", "capacity", "output production produce", "export", "import", "demand consumption", "sale", "stock stockpile inventory")),
        ("the form of the material", ("ore", "concentrate", "oxide trioxide", "metal", "carbide")),
        ("the measure", ("revenue turnover", "profit earning", "loss", "cost expense", "debt", "asset", "investment")),
        ("before or after deduction", ("gross", "net")),
        ("the period", ("annual annually yearly year", "monthly month", "quarterly quarter", "daily day", "weekly week")),
        ("the stage", ("proposed planned plan", "approved", "actual")),
        ("the case", ("confirmed", "suspected", "probable")),
        ("those counted", ("killed dead death died fatality", "injured wounded injury", "missing", "arrested detained", "infected case")),
        ("the extent", ("global world worldwide", "national domestic", "regional", "local")),
    )
)  # fmt: skip
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class Interval:
    """What a value can be: both ends included, infinite where only a bound is given."""

    low: float
    high: float

    def meets(self, other: Interval) -> bool:
        """Whether some number lies in both."""
        return self.low <= other.high and other.low <= self.high

    @property
    def middle(self) -> float:
        """Return the finite middle."""
        if math.isinf(self.low):
            return self.high
        return self.low if math.isinf(self.high) else (self.low + self.high) / 2


def comparable(a: TextValue, b: TextValue) -> bool:
    """Whether two values are of one dimension and, for counts and money, of one unit."""
    return a.unit == b.unit or (a.dimension == b.dimension and convert(1.0, b.unit, a.unit) is not None)


def interval(value: TextValue, unit: str) -> Interval | None:
    """Return what a value can be in `unit`, with rounding to the digits that were written."""
    if value.amount is None and value.low is None and value.high is None:
        return None
    factor = 1.0 if value.unit == unit else convert(1.0, value.unit, unit)
    if factor is None:
        return None
    low, high = value.lower_bound, value.upper_bound
    first = -math.inf if low is None else float(low) * factor
    last = math.inf if high is None else float(high) * factor
    slack = _slack(value) * factor
    if value.approximate:
        slack = max(slack, APPROXIMATE * max(abs(end) for end in (first, last) if not math.isinf(end)))
    return Interval(first - slack, last + slack)


def _slack(value: TextValue) -> float:
    """Return half of the last digit written, for figures written with a fraction or a scale."""
    amount = value.amount if value.amount is not None else value.low
    if amount is None or not amount or value.kind in ("date", "count", "number"):
        return 0.0
    text = f"{float(amount):.12g}"
    if "e" in text:
        return 0.0
    if "." in text:
        return 0.5 * 10.0 ** -len(text.partition(".")[2])
    zeros = len(text) - len(text.rstrip("0"))
    digits = len(text.lstrip("-")) - zeros
    return 0.5 * 10.0**zeros if digits >= 2 and zeros >= 3 else 0.0


def scope_of(a: Mention, b: Mention) -> str:
    """Return, in words, in what two aligned mentions differ in scope; empty where in nothing."""
    for name, members in SCOPES:
        left, right = _chosen(a, members), _chosen(b, members)
        if left and right and left != right:
            mine, other = sorted(members[left - 1])[0], sorted(members[right - 1])[0]
            return f"{name} differs: {mine} against {other}"
    return ""


def _chosen(mention: Mention, members: tuple[frozenset[str], ...]) -> int:
    """Return the number, from 1, of the one member that stands nearest to the value."""
    best, chosen = 0.0, 0
    for number, words in enumerate(members, 1):
        weight = max((mention.context.get(word, 0.0) for word in words), default=0.0)
        if weight > best:
            best, chosen = weight, number
    return chosen


def years_of(mention: Mention) -> set[str]:
    """Return the years that a mention's own clause names."""
    text, start = mention.remark.text, mention.value.start - mention.remark.start
    left = max(text.rfind(mark, 0, start) for mark in (";", ":", "—"))
    right = min((at for mark in (";", "—") if (at := text.find(mark, start)) >= 0), default=len(text))
    return set(_YEAR.findall(text[left + 1 : right]))
