"""Clashes: candidates in the making, and how figures and dates are told in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from briefing.check.remarks import Remark
from briefing.model.card import Value
from briefing.model.discrepancy import DiscrepancyKind, Nature, Severity
from briefing.text.values import TextValue
from briefing.text.wordtables import word_set

_SPELT_OUT: Final = word_set(
    "ton tonne year month week day hour minute second metre kilometre mile acre hectare barrel litre"
)
"""Units that are written as words and take the plural; symbols do not."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A span that is one side, in the remark of that number; `value` where it is a figure or a date."""

    remark: int
    start: int
    end: int
    value: Value | None = None


@dataclass(frozen=True, slots=True)
class Clash:
    """Sides of a candidate in the making, with the rule that fired, in words.

    `key` is what alone tells it from others; empty: its first two sides.
    """

    kind: DiscrepancyKind
    nature: Nature
    severity: Severity
    score: float
    question: str
    reason: str
    sides: tuple[Spot, ...]
    key: tuple[str, ...] = ()


def spot(remark: Remark, value: TextValue) -> Spot:
    """Return a value as a side."""
    return Spot(remark.number, value.start, value.end, as_card_value(value))


def part(remark: Remark, start: int, end: int) -> Spot:
    """Return some words of a remark as a side, without white space at either end."""
    text = remark.cut(start, end)
    return Spot(remark.number, start + len(text) - len(text.lstrip()), end - len(text) + len(text.rstrip()))


def whole(remark: Remark) -> Spot:
    """Return a whole remark as a side."""
    return Spot(remark.number, remark.start, remark.end)


def as_card_value(value: TextValue) -> Value:
    """Return what was read in a text as it stands on a card."""
    if value.kind == "date":
        days = [day.isoformat() for day in (value.earliest, value.latest) if day]
        return Value(date="/".join(dict.fromkeys(days)) or None, qualifier=value.qualifier)
    return Value(amount=value.amount, low=value.low, high=value.high, unit=value.unit, qualifier=value.qualifier)


def told(value: TextValue) -> str:
    """Return a figure in words: qualifier, number and unit."""
    figure = number(value.amount) if value.amount is not None else f"{number(value.low)} to {number(value.high)}"
    return " ".join(part for part in (value.qualifier, figure, unit_of(value.amount, value.unit)) if part)


def unit_of(amount: float | None, unit: str) -> str:
    """Return a unit as it stands behind an amount: 1 ton, 282 million tons, 5 tons/year, 12 %, 3 km."""
    noun, slash, per = unit.partition("/")
    return f"{noun}s{slash}{per}" if noun in _SPELT_OUT and amount != 1 else unit


def number(amount: float | None) -> str:
    """Return a number as people write it: 1.2 million, 12,000, 0.132."""
    if amount is None:
        return "?"
    for size, name in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")):
        if abs(amount) >= size:
            return f"{amount / size:,.6g} {name}"
    return f"{amount:,}" if isinstance(amount, int) else f"{amount:,.8g}"
