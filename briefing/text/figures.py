"""Reading one figure with everything that belongs to it, from the place where its number begins."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from briefing.text.numerals import Amount, Numeral, read_and_half, read_digits, read_glyph, read_words
from briefing.text.units import TABLES, read_per, read_unit
from briefing.text.wordtables import word_set


class Figure(NamedTuple):
    """One number with its sign, currency and unit.

    `value` is signed and scaled; `number` says how it is written. `unit` is "" for a bare number, "×" for a multiple; of a decade it is "years", and `size` is the 10 in each.
    """

    start: int
    end: int
    value: Amount
    unit: str
    number: Numeral
    currency: bool = False
    size: int = 1

    @property
    def bare(self) -> bool:
        """Whether nothing but the number is there."""
        return not self.unit


_GAP = re.compile(r"[ \xa0\u2009\u202f]{1,2}|[-‑\n]")
_VAGUE_GAP = re.compile(r"\sof\s")
_MULTIPLE = re.compile(r"\s?[x×](?![\w]|\s?[0-9])|[\s-]?fold\b", re.IGNORECASE)
_CURRENCY = re.compile(
    r"(?:(?<![A-Za-z])(?:US|U\.S\.|AU?|CA?|CAN|NZ|HK|S|NT|R|MX)\$|[$€£¥￥₹₽₸₩₺₴₦₱฿₫₪₡₲₵₾₼₭₮₿]|(?<![A-Za-z])(?:CN¥|RMB|Rs\.?|[A-Z]{3}))([ \xa0\u2009\u202f]?)$"
)
_OLD = re.compile(r"[\s-]olds?\b")
_INCH_AFTER = re.compile(
    r"\s(?:thick|long|wide|deep|high|tall|in\sdiameter|diameter|across|of\s(?:rain|snow|ice)|by\s[0-9]|x\s|×\s)|\s*(?:[;:)]|$)|[.,](?:\s|$)"
)
_SIGNS: Final = "".join(TABLES.signs) + " \xa0\u2009\u202f"
_MINUS = re.compile(r"minus\s", re.IGNORECASE)
_ARC = re.compile(
    r"\s?°\s?([0-9]{1,2}(?:\.[0-9]{1,6})?)\s?['’′](?:\s?([0-9]{1,2}(?:\.[0-9]{1,6})?)\s?[\"”″])?(?:\s?[NSEW]\b)?"
)
_LONG_UNITS: Final = {"decades": 10, "centuries": 100, "millennia": 1000}
_NEVER_JOINED: Final = word_set(
    """
    G D A B H S N J M U R d y T ct P E lm hp
    """
)
"""Letters that make a name of the digits before them: 5G, 3D, 2A."""
_NEVER_SPELT: Final = word_set(
    """
    m s g h d y t l A B C F K M N J R T U V W in ft mi sec ms ha pp px ct gr cal oz ac mo wk
    """
)
"""Symbols that stand after digits only."""


def read_figure(text: str, start: int, *, currency: str = "") -> Figure | None:
    """Read a number at `start` (digit, point, fraction sign or word) with its sign, currency and unit.

    `currency` is lent by the first end of a range. None where the characters are no figure at all.
    """
    left, code = _currency_before(text, start)
    left = _signed(text, start, left, code)
    number = _number(text, start, money=bool(code or currency))
    if number is None:
        return None
    negative = text[left:start].strip(_SIGNS).lower() in {"-", "−", "–", "minus"}
    value = -number.amount if negative else number.amount
    arc = _ARC.match(text, number.end)
    if arc:
        degrees = number.amount + float(arc[1]) / 60 + float(arc[2] or 0) / 3600
        return Figure(left, arc.end(), -degrees if negative else degrees, "°", number)
    unit = _unit_of(text, number, code or currency)
    if unit is None:
        return None
    name, end = unit
    size = _LONG_UNITS.get(name, 1)
    if size > 1:
        low, high = ((bound * size if bound is not None else None) for bound in (number.low, number.high))
        value, number, name = value * size, number._replace(low=low, high=high), "years"
    return Figure(left, end, value, name, number, bool(code), size)


def _number(text: str, start: int, *, money: bool) -> Numeral | None:
    first = text[start]
    if first.isdigit() or first == ".":
        number = read_digits(text, start, money=money)
        return read_and_half(text, number) if number and number.plain else number
    if first.isalpha():
        return read_words(text, start)
    return read_glyph(text, start)


def _currency_before(text: str, start: int) -> tuple[int, str]:
    """Return where the currency sign or code before a number begins, and its code; `start` and "" without one."""
    at = start - 1 if text[start - 1 : start] in {"-", "−"} and start else start
    match = _CURRENCY.search(text, max(0, at - 6), at)
    if match is None:
        return start, ""
    sign = match[0].rstrip()
    code = TABLES.signs.get(sign) or (
        sign if "$" + sign in {base for base, _ in TABLES.worth.get(sign, (0, ()))[1]} else ""
    )
    return (match.start(), code) if code else (start, "")


def _signed(text: str, start: int, left: int, code: str) -> int:
    """Return where the figure begins once its sign is taken in: "-5" after a space, "−4", "-$3"."""
    if _MINUS.match(text, max(0, left - 6), left):
        return left - 6
    sign = text[left - 1 : left]
    if sign not in {"-", "−", "–", "+"} or not sign:
        return left
    before = text[left - 2 : left - 1]
    if before and (before.isalnum() or before in ".)%"):
        return left
    return left - 1


def _unit_of(text: str, number: Numeral, currency: str) -> tuple[str, int] | None:
    """Return the unit after a number and where the figure ends; None where letters cling to the digits."""
    end = number.end
    if currency:
        per = read_per(text, end, currency)
        return (per.name, per.end) if per else (currency, end)
    following = text[end : end + 1]
    multiple = _MULTIPLE.match(text, end)
    if multiple:
        return "×", multiple.end()
    if following.isalpha():
        return _joined(text, number)
    if following and following in "%‰°º′″℃℉¢$€£¥₹₽₸":
        return _found(text, end, number) or ("", end)
    gap = (_VAGUE_GAP if number.low is not None else _GAP).match(text, end) or _GAP.match(text, end)
    if gap is None:
        return "", end
    found = _found(text, gap.end(), number)
    if found is None:
        return "", end
    old = (
        _OLD.match(text, found[1])
        if found[0] in {"years", "months", "weeks", "days"} and "-" in text[end : found[1] + 1]
        else None
    )
    return (found[0], old.end()) if old else found


def _joined(text: str, number: Numeral) -> tuple[str, int] | None:
    """Read a unit written close to the digits; None where the letters make a name of them: 5G, 14C, the 80s."""
    end = number.end
    if number.words:
        return None
    if text[end] == "p" and not text[end + 1 : end + 2].isalnum():
        return "pence", end + 1
    found = _found(text, end, number)
    written = text[end : found[1]] if found else ""
    if written in _NEVER_JOINED or (written in {"C", "F"} and number.amount < 15):
        return None
    return None if written == "s" and number.plain and number.amount % 10 == 0 else found


def _found(text: str, start: int, number: Numeral) -> tuple[str, int] | None:
    """Read a unit and weigh whether the word that looks like one is one."""
    unit = read_unit(text, start)
    if unit is None or text[unit.end : unit.end + 1].isalnum() or text[unit.end : unit.end + 1] == "_":
        return None
    written = text[start : unit.end]
    if len(written) == 1 and text[unit.end : unit.end + 1] == "." and text[unit.end + 1 : unit.end + 2].isalpha():
        return None
    if number.words and written in _NEVER_SPELT:
        return None
    if written == "in" and not number.part and not isinstance(number.amount, float):
        return (unit.name, unit.end) if _INCH_AFTER.match(text, unit.end) and number.amount < 1000 else None
    if written == "in" and not (
        _INCH_AFTER.match(text, unit.end) or number.part or number.amount != int(number.amount)
    ):
        return None
    if (
        written.lower() in {"won", "som", "real", "rand", "lira", "dong", "leu", "franc", "peso", "buck", "quid"}
        and number.amount < 10
    ):
        return None
    if (
        unit.name.split("/")[0] == "lb"
        and written.lower().startswith("pound")
        and (number.scale >= 1000 or number.amount >= 10**5)
    ):
        return unit.name.replace("lb", "GBP", 1), unit.end
    if written in {"second", "degree", "point"} and number.amount != 1 and not text[start - 1 : start] == "-":
        return None
    return unit.name, unit.end
