"""The table of units, indexed by how they are written, and what each is worth."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from briefing.text.unit_table import ALIASES, CURRENCY_CODES, CURRENCY_SIGNS, CURRENCY_WORDS, DIMENSIONS, UNITS

Worth = tuple[float, tuple[tuple[str, int], ...]]
"""A factor and the powers of the bases, sorted by base."""

_PREFIXES: Final = {
    "a": ("atto", 1e-18), "f": ("femto", 1e-15), "p": ("pico", 1e-12), "n": ("nano", 1e-9), "µ": ("micro", 1e-6),
    "m": ("milli", 1e-3), "c": ("centi", 1e-2), "d": ("deci", 1e-1), "h": ("hecto", 1e2), "k": ("kilo", 1e3),
    "K": ("", 1e3), "M": ("mega", 1e6), "G": ("giga", 1e9), "T": ("tera", 1e12), "P": ("peta", 1e15),
    "E": ("exa", 1e18),
}  # fmt: skip
_FORMULA = re.compile(r"([!$]?[A-Za-zΩ°%]+)(-?\d+)?")


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
        for name, *others in (entry.split() for line in ALIASES.strip().splitlines() for entry in line.split(" | ")):
            self.symbols.update(dict.fromkeys(others, name))
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

    def is_currency(self, code: str) -> bool:
        """Say whether a canonical name is that of a currency."""
        return self.worth.get(code, (0.0, ()))[1] == (("$" + code, 1),)


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
NAMED: Final = {
    _worth(formula)[1]: name for name, formula in (row.split(" = ") for row in DIMENSIONS.strip().splitlines())
}
SHORT: Final = {
    "seconds": "s", "minutes": "min", "hours": "h", "days": "day", "weeks": "week", "months": "month", "years": "year",
}  # fmt: skip
LONG: Final = {short: long for long, short in SHORT.items()}


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
    if not 0 < factor < float("inf"):
        return None
    return factor, tuple(sorted((base, power) for base, power in bases.items() if power))


_COUNT = re.compile(r"[1-9][0-9]{0,6}")
_POWERED = re.compile(r"(.{1,30}?)(-?[1-4])")


def _power_worth(piece: str) -> Worth | None:
    if _COUNT.fullmatch(piece):
        return float(piece), ()
    known = TABLES.worth.get(LONG.get(piece, piece))
    if known is not None:
        return known
    powered = _POWERED.fullmatch(piece)
    inner = TABLES.worth.get(LONG.get(powered[1], powered[1])) if powered else None
    if powered is None or inner is None:
        return None
    power = int(powered[2])
    return float(inner[0] ** power), tuple((base, exponent * power) for base, exponent in inner[1])
