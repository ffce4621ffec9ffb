"""Units of measure and money: canonical names, dimensions, conversion.

A unit as written becomes a canonical name ("kilometres per hour" -> "km/h", "US dollars" -> "USD").
`ton` stays apart from `t` (tonne) but is worth as much: in most reporting the two mean the same.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from briefing.text.unit_index import NAMED, worth
from briefing.text.unit_reading import read_unit

_OFFSET: Final = {"°C": 273.15, "°F": 255.3722222222222}
"""Kelvins at the zero of a scale."""


@lru_cache(maxsize=4096)
def canonical(unit: str) -> str | None:
    """Return the canonical name of a unit as written, or None where it is not one."""
    if worth(unit) is not None:
        return unit
    found = read_unit(unit, 0)
    return found.name if found is not None and found.end == len(unit) and worth(found.name) is not None else None


@lru_cache(maxsize=4096)
def dimension(unit: str) -> str:
    """Return what a unit measures ("mass", "speed", "money", "share"); "" where there is none or it is unknown."""
    name = canonical(unit)
    if not name:
        return ""
    known = worth(name)
    bases = known[1] if known else ()
    if not bases:
        return "share"
    if len(bases) == 1 and bases[0][1] == 1 and (bases[0][0][0] == "$" or bases[0][0] == "cent"):
        return "money"
    return NAMED.get(bases) or " ".join(f"{base.lstrip('$')}{'' if power == 1 else power}" for base, power in bases)


def convert(amount: float, unit: str, to: str) -> float | None:
    """Return `amount` of `unit` in the unit `to`; None where the two do not measure the same.

    "" stands for a plain ratio: `convert(0.5, "", "%")` is 50. Currencies are never converted into one another.
    """
    source, target = canonical(unit), canonical(to)
    if source is None or target is None:
        return None
    if source == target:
        return amount
    have, want = worth(source), worth(target)
    if have is None or want is None or have[1] != want[1]:
        return None
    base = amount * have[0] + _OFFSET.get(source, 0.0)
    return (base - _OFFSET.get(target, 0.0)) / want[0]
