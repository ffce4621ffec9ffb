"""Whether two figures agree: their units, rounding, bounds and ranges, and how far apart they are."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

from briefing.check.clash import number, unit_of
from briefing.text.units import convert
from briefing.text.values import TextValue

APPROXIMATE: Final = 0.05
"""How far an "about" reaches on either side."""


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
    """Whether two values can be held against each other: one dimension, and for money one currency."""
    if a.kind in ("count", "number") and b.kind in ("count", "number"):
        return a.unit.partition("/")[2] == b.unit.partition("/")[2]
    if a.unit == b.unit:
        return a.kind == b.kind or {a.kind, b.kind} <= {"share", "quantity", "duration"}
    return a.dimension == b.dimension and convert(1.0, b.unit, a.unit) is not None


def interval(value: TextValue, unit: str) -> Interval | None:
    """Return what a value can be in `unit`, with rounding to the digits that were written."""
    if value.amount is None and value.low is None and value.high is None:
        return None
    factor = 1.0 if value.unit == unit or value.kind in ("count", "number") else convert(1.0, value.unit, unit)
    if factor is None:
        return None
    low, high = value.lower_bound, value.upper_bound
    first = -math.inf if low is None else float(low) * factor
    last = math.inf if high is None else float(high) * factor
    ends = [abs(end) for end in (first, last) if not math.isinf(end)]
    slack = _slack(value) * factor
    if value.approximate:
        slack = max(slack, APPROXIMATE * max(ends, default=0.0))
    slack += 1e-9 * max(ends, default=0.0)  # 11.5 km and 11,500 m are equal however they are converted
    return Interval(first - slack, last + slack)


def _slack(value: TextValue) -> float:
    """Return half of the last digit written, for figures written with a fraction or a scale."""
    amount = value.amount if value.amount is not None else value.low
    if not amount or value.kind == "date":
        return 0.0
    text = f"{float(amount):.12g}"
    if "e" in text:
        return 0.0
    if "." in text:
        return 0.5 * 10.0 ** -len(text.partition(".")[2])
    zeros = len(text) - len(text.rstrip("0"))
    digits = len(text.lstrip("-")) - zeros
    return 0.5 * 10.0**zeros if digits >= 2 and zeros >= 2 else 0.0


def apart(a: Interval, b: Interval, unit: str) -> str:
    """Return in words how far two figures are apart: "+12.5 %, 0.3 million t apart"."""
    first, second = a.middle, b.middle
    low, high = sorted((first, second), key=abs)
    gap = number(float(f"{abs(high - low):.6g}"))
    told = f"{gap} {unit_of(abs(high - low), unit)} apart".replace("  ", " ") if unit != "%" else ""
    points = f"{gap} percentage points apart" if unit == "%" else ""
    growth = f"{(high - low) / abs(low):+.1%}".replace("%", " %") if low and unit != "%" else ""
    return ", ".join(part for part in (growth, told, points) if part)


def ratio(a: Interval, b: Interval) -> float:
    """Return how many times the larger of two figures is the smaller, at least 1."""
    low, high = sorted((abs(a.middle), abs(b.middle)))
    return high / low if low else math.inf if high else 1.0
