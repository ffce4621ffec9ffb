"""Do two figures, or two dates, say the same?"""

from __future__ import annotations

import re
from typing import Final

from briefing.text.qualifiers import bound
from briefing.text.stem import stem
from briefing.text.units import convert
from briefing.text.value import TextValue
from briefing.text.values import find_values

_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_ISO: Final = re.compile(r"\b(\d{4})-(\d{2})(?:-(\d{2}))?\b")
_PART: Final = re.compile(r"\d+|[^\W\d_]+")
_ONE: Final = re.compile(r"^an?\b")
_WIDEST: Final = 3.0
"""How many times its lower end a range may reach and still say something."""
_YEAR: Final = 1000
Parts = dict[str, int]


def date_parts(text: str) -> Parts:
    """Return year, month, day and weekday as far as a date names them; of "three decades ago" how many days."""
    if text.endswith(" ago"):
        value = next(iter(find_values(_ONE.sub("one", text[:-4]))), None)
        days = convert(float(value.amount), value.unit, "days") if value and value.amount is not None else None
        return {"ago": round(days)} if days else {}
    iso = _ISO.search(text)
    if iso:
        return {key: int(part) for key, part in zip(("year", "month", "day"), iso.groups(), strict=True) if part}
    found: Parts = {}
    for part in _PART.findall(text):
        head = part[:3].lower()
        if part.isdigit():
            number = int(part)
            if number >= _YEAR and len(part) == 4:
                found.setdefault("year", number)
            elif 1 <= number <= 31:
                found.setdefault("day", number)
        elif head in _MONTHS and len(part) >= 3:
            found.setdefault("month", _MONTHS.index(head) + 1)
        elif head in _DAYS and part.lower().endswith(("day", "days", head)):
            found.setdefault("weekday", _DAYS.index(head))
    return found


def dates_agree(a: Parts, b: Parts) -> bool:
    """Say whether nothing that both name differs, and something is the same."""
    both = a.keys() & b.keys()
    return bool(both) and all(a[key] == b[key] for key in both)


def comparable(a: TextValue, b: TextValue) -> bool:
    """Say whether two figures could be rivals: of one sort and one unit."""
    if a.kind == "date" or b.kind == "date":
        return a.kind == b.kind
    if "money" in (a.kind, b.kind):
        return a.kind == b.kind and a.unit.split("/")[0] == b.unit.split("/")[0]
    if a.dimension or b.dimension:
        return a.dimension == b.dimension
    if a.kind == "count" == b.kind and a.unit and b.unit:
        return stem(a.unit.lower()) == stem(b.unit.lower())
    return (a.kind in _COUNTS) == (b.kind in _COUNTS) and (a.kind == "score") == (b.kind == "score")


_COUNTS: Final = frozenset({"count", "number"})


def vague(value: TextValue) -> bool:
    """Say whether a figure says hardly anything: "dozens", "tens of thousands"."""
    ends = _ends(value)
    return not ends or (len(ends) > 1 and max(ends) > _WIDEST * max(min(ends), 0.0))


def figures_agree(a: TextValue, b: TextValue) -> bool:
    """Say whether a figure of a draft (`a`) repeats one of the dossier: rounding and looser wording allowed."""
    ours, theirs = _ends(a), _ends(b)
    if not ours or vague(b):
        return False
    factor = (a.dimension == b.dimension and convert(1.0, b.unit, a.unit)) or 1.0
    theirs = [end * factor for end in theirs]
    if len(ours) != len(theirs):
        low, high = (min(theirs), max(theirs)) if len(theirs) > 1 else (min(ours), max(ours))
        single = ours[0] if len(ours) == 1 else theirs[0]
        return low <= single <= high
    return all(_near(x, y, a, b) for x, y in zip(ours, theirs, strict=True))


def _ends(value: TextValue) -> list[float]:
    ends = (value.amount,) if value.amount is not None else (value.low, value.high)
    return [float(end) for end in ends if end is not None]


def _near(x: float, y: float, a: TextValue, b: TextValue) -> bool:
    if abs(x - y) <= 1e-6 * max(abs(x), abs(y)):
        return True
    slack = 0.03 if (a.qualifier or b.qualifier) and _digits(x) <= _digits(y) else 0.0
    if a.qualifier and _digits(x) == 1 < _digits(y):
        slack = 0.05  # "about a fifth"
    if bound(a.qualifier) in ("above", "from") and x <= y <= 1.25 * x:
        return True
    if bound(a.qualifier) in ("below", "to") and 0.75 * x <= y <= x:
        return True
    return abs(x - y) <= max(slack * abs(y), _rounding(x) if _digits(x) < _digits(y) else 0.0)


def _digits(x: float) -> int:
    return len(f"{x:.12g}".replace(".", "").strip("-0"))


def _rounding(x: float) -> float:
    """Return half a unit of the last digit written of a figure of two digits or more."""
    text = f"{x:.12g}"
    if "e" in text or _digits(x) < 2:
        return 0.0
    if "." in text:
        return 0.5 * 10.0 ** -len(text.partition(".")[2])
    return 0.5 * 10.0 ** (len(text) - len(text.rstrip("0")))
