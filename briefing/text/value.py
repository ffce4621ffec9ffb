"""What a figure or a date in a text amounts to."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Final, Literal

from briefing.text.figures import Figure
from briefing.text.numerals import Amount
from briefing.text.qualifiers import bound
from briefing.text.units import dimension

ValueKind = Literal["quantity", "money", "share", "date", "duration", "multiple", "count", "number", "score"]
_SHARES: Final = frozenset({"%", "‰", "percentage points", "basis points"})


@dataclass(frozen=True, slots=True, kw_only=True)
class TextValue:
    """A figure or a date in a text.

    `start` and `end` are code points; the span takes in qualifier, sign, currency and unit ("more than 2 million
    tons"): what a reader would quote and what annotators mark. One figure has an `amount`, a range `low` and
    `high`, a tolerance ("5 ± 1") all three. `unit` is canonical ("t", "USD", "%"), for a count the noun counted.
    A date has `earliest` and `latest` where they are known; a score its two numbers, the lower first.
    """

    start: int
    end: int
    kind: ValueKind
    amount: Amount | None = None
    low: Amount | None = None
    high: Amount | None = None
    unit: str = ""
    dimension: str = ""
    qualifier: str = ""
    earliest: dt.date | None = None
    latest: dt.date | None = None

    @property
    def lower_bound(self) -> Amount | None:
        """The least that the text allows; None where it sets no lower end."""
        if self.low is not None:
            return self.low
        return None if bound(self.qualifier) in {"below", "to"} else self.amount

    @property
    def upper_bound(self) -> Amount | None:
        """The most that the text allows; None where it sets no upper end."""
        if self.high is not None:
            return self.high
        return None if bound(self.qualifier) in {"above", "from"} else self.amount

    @property
    def approximate(self) -> bool:
        """Whether the text itself says that the figure is not exact: "about", "nearly"."""
        return bound(self.qualifier) == "near"


def measured(
    span: tuple[int, int],
    figure: Figure,
    unit: str,
    *,
    amount: Amount | None = None,
    low: Amount | None = None,
    high: Amount | None = None,
) -> TextValue:
    """Make a value of a figure: its kind and dimension follow from `unit` and from how the number is written."""
    kind, name = _kind(figure, unit)
    return TextValue(
        start=span[0], end=span[1], kind=kind, amount=amount, low=low, high=high,
        unit="times" if unit == "×" else unit, dimension=name,
    )  # fmt: skip


def _kind(figure: Figure, unit: str) -> tuple[ValueKind, str]:
    if unit == "×":
        return "multiple", "multiple"
    if not unit:
        return ("share", "share") if figure.number.part else ("number", "")
    if unit in _SHARES:
        return "share", "share"
    name = dimension(unit)
    if figure.currency or dimension(unit.split("/")[0]) == "money":
        return "money", name
    return ("duration" if name == "time" else "quantity"), name
