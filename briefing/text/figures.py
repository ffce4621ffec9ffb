"""Reading one figure with everything that belongs to it, from the place where its number begins."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from briefing.text.number_words import read_words, with_part
from briefing.text.numerals import Amount, Numeral, read_digits, read_glyph
from briefing.text.unit_index import TABLES
from briefing.text.unit_reading import read_per, read_unit
from briefing.text.wordtables import word_set


class Figure(NamedTuple):
    """One number with its sign, currency and unit.

    `value` is signed and scaled; `number` says how it is written. `unit` is "" for a bare number and "×" for a
    multiple; decades and the like are given in years, `size` of them each. `currency`: a sign or code before it.
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


_SPACE: Final = r"[ \xa0\u2009\u202f]"
_GAP = re.compile(rf"{_SPACE}{{1,2}}|[-‑\n]")
_VAGUE_GAP = re.compile(r"\sof\s")
_MULTIPLE = re.compile(r"\s?[x×](?!\w|\s?[0-9])|[\s-]?fold\b", re.IGNORECASE)
_CURRENCY = re.compile(
    r"(?:(?<![A-Za-z])(?:US|U\.S\.|AU?|CA?|CAN|NZ|HK|S|NT|R|MX)\$|[$€£¥￥₹₽₸₩₺₴₦₱฿₫₪₡₲₵₾₼₭₮₿]"
    rf"|(?<![A-Za-z])(?:CN¥|RMB|Rs\.?|[A-Z]{{3}})){_SPACE}?$"
)
_MINUS_WORD = re.compile(r"\bminus\s", re.IGNORECASE)
_ARC = re.compile(
    r"\s?°\s?([0-9]{1,2}(?:\.[0-9]{1,6})?)\s?['’′](?:\s?([0-9]{1,2}(?:\.[0-9]{1,6})?)\s?[\"”″])?(?:\s?[NSEW]\b)?"
)
_OLD = re.compile(r"[\s-]olds?\b")
_INCH_AFTER = re.compile(
    r"\s(?:thick|long|wide|deep|high|tall|in\sdiameter|diameter|across|of\s(?:rain|snow|ice)|by\s[0-9]|[x×]\s)"
    r"|\s*(?:[;:)]|$)|[.,](?:\s|$)"
)
_AGES: Final = frozenset({"years", "months", "weeks", "days"})
_LONG_UNITS: Final = {"decades": 10, "centuries": 100, "millennia": 1000}
_NEVER_JOINED: Final = word_set("G D A B H S N J M U R d y T ct P E lm hp")
"""Letters that make a name of the digits before them: 5G, 3D, 2A."""
_NEVER_SPELT: Final = word_set(
    "m s g h d y t l A B C F K M N J R T U V W in ft mi sec ms ha pp px ct gr cal oz ac mo wk st"
)
"""Symbols that stand after digits only."""
_COIN_OR_WORD: Final = word_set("won som rand lira dong leu franc peso buck quid")
_ONE_OR_HYPHEN: Final = word_set("second degree point")


def read_figure(text: str, start: int, *, floor: int = 0, currency: str = "") -> Figure | None:
    """Read a number at `start` (digit, point, fraction sign or word) with its sign, currency and unit.

    Nothing before `floor` is used; `currency` is lent by the first end of a range. None where the characters are no
    figure at all.
    """
    left, code = _currency_before(text, start, floor)
    left, negative = _sign_before(text, left, start, floor)
    number = _number(text, start, money=bool(code or currency))
    if number is None:
        return None
    sign = -1 if negative else 1
    arc = _ARC.match(text, number.end)
    if arc:
        degrees = number.amount + float(arc[1]) / 60 + float(arc[2] or 0) / 3600
        return Figure(left, arc.end(), sign * degrees, "°", number)
    unit = _unit_of(text, number, code or currency)
    if unit is None:
        return None
    name, end = unit
    size = _LONG_UNITS.get(name, 1)
    if size > 1:
        low, high = (None if limit is None else limit * size for limit in (number.low, number.high))
        number, name = number._replace(low=low, high=high), "years"
    return Figure(left, end, sign * number.amount * size, name, number, bool(code), size)


def _number(text: str, start: int, *, money: bool) -> Numeral | None:
    first = text[start]
    if first.isdigit() or first == ".":
        number = read_digits(text, start, money=money)
        return with_part(text, number) if number and number.plain else number
    return read_words(text, start) if first.isalpha() else read_glyph(text, start)


def _currency_before(text: str, start: int, floor: int) -> tuple[int, str]:
    """Return where the currency sign or code before a number begins, and its code; `start` and "" without one."""
    at = start - 1 if text[start - 1 : start] in {"-", "−"} else start
    match = _CURRENCY.search(text, max(floor, at - 6), at)
    if match is None:
        return start, ""
    sign = match[0].rstrip()
    code = TABLES.signs.get(sign, sign)
    return (match.start(), code) if TABLES.is_currency(code) else (start, "")


def _sign_before(text: str, left: int, start: int, floor: int) -> tuple[int, bool]:
    """Return where the figure begins with its sign, and whether that is a minus: "-5", "-$3", "$-3", "minus 5"."""
    if left < start and text[start - 1] in "-−":
        return left, True
    if left - 6 >= floor and _MINUS_WORD.match(text, left - 6, left):
        return left - 6, True
    sign, before = text[left - 1 : left], text[left - 2 : left - 1]
    if left <= floor or sign not in "-−–+" or before.isalnum() or before in {".", ")", "%"}:
        return left, False
    return left - 1, sign != "+"


def _unit_of(text: str, number: Numeral, currency: str) -> tuple[str, int] | None:
    """Return the unit after a number and where the figure ends; None where letters cling to the digits."""
    end = number.end
    if currency:
        per = read_per(text, end, currency)
        return (per.name, per.end) if per else (currency, end)
    multiple = _MULTIPLE.match(text, end)
    if multiple:
        return "×", multiple.end()
    following = text[end : end + 1]
    if following.isalpha():
        return _joined(text, number)
    if following and following in "%‰°º′″℃℉¢$€£¥₹₽₸":
        return _found(text, end, number) or ("", end)
    gap = (_VAGUE_GAP.match(text, end) if number.low is not None else None) or _GAP.match(text, end)
    found = _found(text, gap.end(), number) if gap else None
    if found is None:
        return "", end
    old = _OLD.match(text, found[1]) if found[0] in _AGES and "-" in text[end : found[1] + 1] else None
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
    """Read a unit, unless what looks like one is a word: "2 in 5", "12 won", "42 U.S.C."."""
    unit = read_unit(text, start)
    if unit is None:
        return None
    written, after = text[start : unit.end], text[unit.end : unit.end + 2]
    if after[:1].isalnum() or after[:1] == "_" or (len(written) == 1 and after[:1] == "." and after[1:].isalpha()):
        return None
    if (number.words and written in _NEVER_SPELT) or (written.lower() in _COIN_OR_WORD and number.amount < 10):
        return None
    if written == "in" and not (number.part or _INCH_AFTER.match(text, unit.end)):
        return None
    if written in _ONE_OR_HYPHEN and number.amount != 1 and text[start - 1 : start] != "-":
        return None
    if written.lower().startswith("pound") and (number.scale >= 1000 or number.amount >= 10**5):
        return unit.name.replace("lb", "GBP", 1), unit.end
    return unit.name, unit.end
