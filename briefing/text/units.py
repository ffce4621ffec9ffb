"""Units: reading them in text, their dimension, and conversion between them.

A unit in text becomes a canonical name ("kilometres per hour" -> "km/h", "US dollars" -> "USD").
`ton` stays apart from `t` (tonne) but is worth as much: in most reporting the two mean the same.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from briefing.text.unit_table import CURRENCY_CODES, CURRENCY_SIGNS, CURRENCY_WORDS, DIMENSIONS, UNITS
from briefing.text.wordtables import word_set

Worth = tuple[float, tuple[tuple[str, int], ...]]
"""A factor and the powers of the bases, sorted by base."""

_PREFIXES: Final = {
    "a": ("atto", 1e-18), "f": ("femto", 1e-15), "p": ("pico", 1e-12), "n": ("nano", 1e-9), "µ": ("micro", 1e-6),
    "m": ("milli", 1e-3), "c": ("centi", 1e-2), "d": ("deci", 1e-1), "h": ("hecto", 1e2), "k": ("kilo", 1e3),
    "K": ("", 1e3), "M": ("mega", 1e6), "G": ("giga", 1e9), "T": ("tera", 1e12), "P": ("peta", 1e15), "E": ("exa", 1e18),
}  # fmt: skip
_FORMULA = re.compile(r"([!$]?[A-Za-zΩ°%]+)(-?\d+)?")
_OFFSET: Final = {"°C": 273.15, "°F": 255.3722222222222}


class _Tables:
    """Everything the table of units says, indexed by how it is written."""

    def __init__(self) -> None:
        self.worth: dict[str, Worth] = {"": (1.0, ())}
        self.symbols: dict[str, str] = {}
        self.words: dict[str, str] = {}
        rows = [[cell.strip() for cell in row.split("|")] for row in UNITS.strip().splitlines()]
        for name, formula, _, symbols, words in rows:
            self.worth[name] = worth = _worth(formula)
            own = [] if len(name) == 1 or "_" in symbols else [name.replace(" ", "_")]
            alone = [symbol for symbol in symbols.split() if symbol[0] != "_"]
            self._add(name, worth, [*own, *alone], words.split())
        for name, formula, prefixes, symbols, words in rows:
            factor, bases = _worth(formula)
            for prefix in "afpnµmcdhkMGTPE" if prefixes == "*" else prefixes:
                spelt, scale = _PREFIXES[prefix]
                bare = [symbol.lstrip("_") for symbol in symbols.split()]
                prefixed = [prefix + symbol for symbol in bare if symbol.isalpha()] or [prefix + name]
                long = [spelt + word.replace("/", "/" + spelt) for word in words.split() if spelt]
                self._add(self.symbols.get(prefixed[0], prefixed[0]), (scale * factor, bases), prefixed, long)
        self._add_money()

    def _add(self, name: str, worth: Worth, symbols: list[str], words: list[str]) -> None:
        self.worth.setdefault(name, worth)
        for symbol in symbols:
            self.symbols.setdefault(symbol.replace("_", " "), name)
            if "µ" in symbol:
                self.symbols.setdefault(symbol.replace("µ", "μ"), name)
        for word in words:
            one, _, many = word.replace("_", " ").partition("/")
            self.words.setdefault(one.lower(), name)
            self.words.setdefault((many or _plural(one)).lower(), name)

    def _add_money(self) -> None:
        signs = CURRENCY_SIGNS.split()
        self.signs = dict(zip(signs[::2], signs[1::2], strict=True))
        for code in {*CURRENCY_CODES.split(), *self.signs.values()}:
            self._add(code, (1.0, (("$" + code, 1),)), [code], [])
        for sign, code in self.signs.items():
            self.symbols.setdefault(sign, code)
        for code, *words in (row.split() for row in CURRENCY_WORDS.strip().splitlines()):
            self._add(code, self.worth[code], [], words)


def _plural(word: str) -> str:
    head, space, tail = word.partition(" ")
    if space and tail.startswith(("per ", "of ")):
        return f"{head}s {tail}"
    return word + "s"


def _worth(formula: str) -> Worth:
    head, _, rest = formula.partition(" ")
    try:
        factor = float(head)
    except ValueError:
        factor, rest = 1.0, formula
    found = ((base.lstrip("!"), int(power or 1)) for base, power in _FORMULA.findall(rest))
    return factor, tuple(sorted(found))


TABLES: Final = _Tables()
_NAMED: Final = {
    _worth(formula)[1]: name for name, formula in (row.split(" = ") for row in DIMENSIONS.strip().splitlines())
}
_SHORT: Final = {
    "seconds": "s", "minutes": "min", "hours": "h", "days": "day", "weeks": "week", "months": "month", "years": "year",
}  # fmt: skip
_LONG: Final = {short: long for long, short in _SHORT.items()}
_SUPERSCRIPTS: Final = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻−–‐‑", "0123456789-----")


class Unit(NamedTuple):
    """A unit read in a text: its canonical name and the offset at which it ends."""

    name: str
    end: int


_NAME = re.compile(r"(?:[^\W\d_]|[°º%‰µμΩÅ℃℉¢ℓ″\"])(?:[^\W\d_]|[°º%$]){0,23}+(?:\(A\))?|[$€£¥₹₽₸₩₺₴₦₱฿₫₪₡₲₵₾₼₭₮₿￥％]")
_NEXT = re.compile(r"[.]?[ \xa0\u2009\u202f\n-]{1,2}(?=[A-Za-z%])|[.](?=%)")
_POWER_WORD = re.compile(r"[ \xa0-](squared|cubed)\b")
_POWER = re.compile(r"\^?\{?([⁻]?[¹²³⁴⁵⁶⁷⁸⁹]|[-−–‐‑]\s?[1-4]|[+]?[2-4])\}?(?![\d.,]\d|\d|[-–]\d)")
_TIMES = re.compile(
    r"[·⋅∙*×](?=[^\W\d_])|[ \xa0\u2009\u202f](?=[^\W\d_])|\.(?=[^\W\d_]{1,4}[-−⁻]\s?[1-4¹²³])|-(?=h\b|hours?\b)"
)
_PER = re.compile(
    r"\s?/\s?(?=[^\W\d_])|\s?[-–]?\b(?:per|an?|each|every)[\s-](?=[^\W\d_])|\s?\bp\.?(?=a\b)", re.IGNORECASE
)
_POINT_IN_TIME = re.compile(r"\s(?:earlier|ago|later|before|after|previously|prior|or|old)\b")
_PER_MANY = re.compile(
    r"\s(?:per|for every|in every|out of every)\s(1(?:,000,000|00,000|0,000|,000|0{2,6})(?![\d,])|million|thousand|hundred)\b"
)
_MANY = {"million": "1000000", "thousand": "1000", "hundred": "100"}
_ABBREVIATED: Final = {
    "tpd": "t/day",
    "tpa": "t/year",
    "tpy": "t/year",
    "mtpa": "Mt/year",
    "bpd": "bbl/day",
    "bopd": "bbl/day",
}
_SQUARE: Final = {"square": 2, "cubic": 3, "sq": 2, "cu": 3}
_NOT_AFTER_SLASH: Final = frozenset({"or", "and"})
_NOT_COUNTED: Final = word_set(
    """
    a an the this that these those each every few lot bit little while man second time times thousand million us in
    is as at on of or and to for with by from se cent
    """
)


def read_unit(text: str, start: int) -> Unit | None:
    """Read the longest unit that begins at `start`: "km", "US dollars", "kg m-2", "tonnes per year"."""
    first = _read_factor(text, start)
    if first is None:
        return None
    name, end = first
    for _ in range(4):
        step = _read_more(text, end, name)
        if step is None:
            break
        name, end = step
    return Unit(_tidy(name), end)


def read_per(text: str, start: int, name: str) -> Unit | None:
    """Read "per year", "/kg", "a day", "per 100,000" after a unit or a counted noun called `name`."""
    many = _PER_MANY.match(text, start)
    if many:
        number = many[1].replace(",", "")
        return Unit(f"{name}/{_MANY.get(number, number)}", many.end())
    per = _PER.match(text, start)
    if per is None:
        return None
    factor = _read_factor(text, per.end())
    if factor is not None:
        if per[0].strip().lower() in {"a", "an"} and (len(factor.name) == 1 or _POINT_IN_TIME.match(text, factor.end)):
            return None
        return Unit(f"{name}/{_SHORT.get(factor.name, factor.name)}", factor.end)
    if per[0].strip().lower() in {"per", "/"}:
        noun = re.compile(r"[a-z]{3,20}\b(?!\.\w)").match(text, per.end())
        if noun and noun[0] not in _NOT_COUNTED and noun[0] not in _NOT_AFTER_SLASH:
            return Unit(f"{name}/{noun[0]}", noun.end())
    return None


def _read_more(text: str, end: int, name: str) -> Unit | None:
    per = read_per(text, end, _SHORT.get(name, name) if "/" in name else name)
    if per is not None:
        return per
    times = _TIMES.match(text, end)
    if times is None:
        return None
    factor = _read_factor(text, times.end(), strict=times[0] in " \u00a0\u2009\u202f.")
    if factor is None:
        return None
    joint = " " if times[0] != "-" else " "
    return Unit(f"{_SHORT.get(name, name)}{joint}{_SHORT.get(factor.name, factor.name)}", factor.end)


def _read_factor(text: str, start: int, *, strict: bool = False) -> Unit | None:
    """Read one name with its power; `strict` asks for a negative power, so that prose is not read as units."""
    match = _NAME.match(text, start)
    if match is None:
        return None
    named = _look_up(text, match)
    if named is None:
        return None
    name, end = named
    power = _POWER.match(text, end) if name not in _PLAIN else None
    exponent = ""
    if power:
        exponent = power[1].translate(_SUPERSCRIPTS).replace(" ", "").lstrip("+")
        end = power.end()
        name = _SHORT.get(name, name)
    else:
        word = _POWER_WORD.match(text, end)
        if word:
            exponent, end = ("2" if word[1] == "squared" else "3"), word.end()
    if strict and not exponent.startswith("-"):
        return None
    return Unit(name + exponent, end)


_PLAIN: Final = frozenset({"%", "‰", "tonnes"})


def _look_up(text: str, first: re.Match[str]) -> Unit | None:
    """Find the longest known name of up to four words that begins with the match `first`."""
    words, ends = [first[0]], [first.end()]
    while len(words) < 4:
        gap = _NEXT.match(text, ends[-1])
        match = _NAME.match(text, gap.end()) if gap else None
        if gap is None or match is None:
            break
        words.append(("." if gap[0][0] == "." else "") + match[0])
        ends.append(match.end())
    for count in range(len(words), 0, -1):
        name = _known(words[:count])
        if name is not None:
            end = ends[count - 1]
            if text[end : end + 1] == "." and words[count - 1] + "." in _DOTTED and text[end + 1 : end + 2].islower():
                end += 1
            return Unit(name, end)
    return None


_DOTTED: Final = frozenset({"wt.", "vol."})


def _known(words: list[str]) -> str | None:
    if len(words) == 1:
        word = words[0]
        name = TABLES.symbols.get(word) or TABLES.words.get(word.lower()) or _ABBREVIATED.get(word)
        if name is None and word[-1] in "\"'" and len(word) > 1:
            return _known([word[:-1]])
        return name
    joined = " ".join(words).replace(" .", ". ") if any(word[0] == "." for word in words) else " ".join(words)
    lower = joined.lower()
    name = TABLES.words.get(lower) or TABLES.symbols.get(joined)
    if name is not None:
        return name
    head = words[0].lower()
    if head in _SQUARE and len(words) == 2:
        inner = _known(words[1:])
        if inner is not None and inner[-1] not in "23":
            return f"{inner}{_SQUARE[head]}"
    return None


def _tidy(name: str) -> str:
    """Give the usual name of a product where it has one."""
    return _USUAL.get(name, name)


_USUAL: Final = {
    "ft3": "cu ft",
    "watt h": "Wh",
    "W h": "Wh",
    "kW h": "kWh",
    "MW h": "MWh",
    "GW h": "GWh",
    "TW h": "TWh",
    "mi/h": "mph",
}


@lru_cache(maxsize=4096)
def worth(unit: str) -> Worth | None:
    """Return what a canonical unit is worth in base units, or None where it is not known."""
    known = TABLES.worth.get(unit)
    if known is not None:
        return known
    factor, bases = 1.0, dict[str, int]()
    for place, part in enumerate(unit.split("/")[:6]):
        for piece in [part] if part in TABLES.worth else part.split(" ")[:6]:
            one = _power_worth(piece)
            if one is None:
                return None
            sign = -1 if place else 1
            factor *= one[0] ** sign
            for base, power in one[1]:
                bases[base] = bases.get(base, 0) + sign * power
    return factor, tuple(sorted((base, power) for base, power in bases.items() if power))


_POWERED = re.compile(r"(.{1,30}?)(-?[1-4])")


def _power_worth(piece: str) -> Worth | None:
    if piece.isdecimal() and len(piece) <= 7:
        return float(piece), ()
    known = TABLES.worth.get(_LONG.get(piece, piece))
    if known is not None:
        return known
    powered = _POWERED.fullmatch(piece)
    inner = TABLES.worth.get(_LONG.get(powered[1], powered[1])) if powered else None
    if powered is None or inner is None:
        return None
    power = int(powered[2])
    return float(inner[0] ** power), tuple((base, exponent * power) for base, exponent in inner[1])


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
    return _NAMED.get(bases) or " ".join(f"{base.lstrip('$')}{'' if power == 1 else power}" for base, power in bases)


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
