"""Reading one figure with everything that belongs to it, from the place where its number begins."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from briefing.text.numerals import Amount, Numeral, read_and_half, read_digits, read_glyph, read_words
from briefing.text.units import TABLES, read_per, read_unit


class Figure(NamedTuple):
    """One number with its sign, currency and unit.

    `value` is signed and scaled; `number` says how it is written. `unit` is "" for a bare number, "×" for a multiple.
    """

    start: int
    end: int
    value: Amount
    unit: str
    number: Numeral
    currency: bool = False

    @property
    def bare(self) -> bool:
        """Whether nothing but the number is there."""
        return not self.unit


_SIGN = re.compile(r"[-−–+]\s?$")
_GAP = re.compile(r"[  \u2009\u202f]{1,2}|[-‑]|\s\n?")
_MULTIPLE = re.compile(r"\s?[x×](?![\w]|\s?[0-9])|[\s-]?fold\b", re.IGNORECASE)
_CURRENCY = re.compile(
    r"(?:(?<![A-Za-z])(?:US|U\.S\.|AU?|CA?|CAN|NZ|HK|S|NT|R|MX)\$|[$€£¥￥₹₽₸₩₺₴₦₱฿₫₪₡₲₵₾₼₭₮₿]|(?<![A-Za-z])(?:CN¥|RMB|Rs\.?|[A-Z]{3}))([ \xa0\u2009\u202f]?)$"
)
_OLD = re.compile(r"[\s-]olds?\b")
_INCH_AFTER = re.compile(
    r"\s(?:thick|long|wide|deep|high|tall|in\sdiameter|diameter|across|of\s(?:rain|snow|ice)|by\s[0-9]|x\s|×\s)|\s*(?:[;:)]|$)|[.,](?:\s|$)"
)
_DEGREES = re.compile(
    r"\s?°\s?([0-9]{1,2}(?:\.[0-9]+)?)\s?['’′](?:\s?([0-9]{1,2}(?:\.[0-9]+)?)\s?[\"”″])?\s?([NSEW]\b)?"
)
_LONG_UNITS: Final = {"decades": 10, "centuries": 100, "millennia": 1000}
_NEVER_JOINED: Final = frozenset(["G", "D", "A", "B", "H", "S", "F", "N", "J", "M", "U", "R", "d", "y", "T", "ct", "gal", "b", "P", "E", "lm", "hp", "W"]) - {"W"}
_NEVER_SPELT: Final = frozenset(
    ["m", "s", "g", "h", "d", "y", "t", "l", "A", "B", "C", "F", "K", "M", "N", "J", "R", "T", "U", "V", "W", "in", "ft", "mi", "min", "sec", "h", "ms", "ha", "pp", "px", "bar", "ct", "gr", "cal", "oz", "ac", "mo", "do", "wk"]
) - {"min", "bar"}


def read_figure(text: str, start: int, *, currency: str = "") -> Figure | None:
    """Read a number at `start` (digit, point, fraction sign or word) with its sign, currency and unit.

    `currency` is lent by the first end of a range. None where the characters are no figure at all.
    """
    left, code = _currency_before(text, start)
    left = _signed(text, start, left, code)
    number = _number(text, start, money=bool(code or currency))
    if number is None:
        return None
    negative = text[left:start].strip().startswith(("-", "−", "–")) or text[left:start].rstrip().endswith(("-", "−"))
    value = -number.amount if negative else number.amount
    unit = _unit_of(text, number, code or currency)
    if unit is None:
        return None
    name, end = unit
    if name in _LONG_UNITS:
        value, number, name = _in_years(value, number, _LONG_UNITS[name])
    return Figure(left, end, value, name, number, bool(code))


def _number(text: str, start: int, *, money: bool) -> Numeral | None:
    first = text[start]
    if first.isdigit() or first == ".":
        number = read_digits(text, start, money=money)
        return read_and_half(text, number) if number and number.plain else number
    if first.isalpha():
        return read_words(text, start)
    return read_glyph(text, start)


def _in_years(value: Amount, number: Numeral, size: int) -> tuple[Amount, Numeral, str]:
    low, high = ((end * size if end is not None else None) for end in (number.low, number.high))
    return value * size, number._replace(low=low, high=high, amount=number.amount * size), "years"


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
    arc = _DEGREES.match(text, end) if following in "° " else None
    if arc:
        return "°", arc.end()
    if following in "%‰°º′″℃℉¢$€£¥₹₽₸":
        return _found(text, end, number) or ("", end)
    gap = _GAP.match(text, end)
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
    end = number.end
    if number.words or (number.scale > 1 and not text[end].isalpha()):
        return None
    if text[end] == "p" and not text[end + 1 : end + 2].isalnum():
        return "pence", end + 1
    found = _found(text, end, number)
    if (
        found is None
        or found[0] in _NEVER_JOINED
        or (found[0] == "seconds" and number.plain and number.amount % 10 == 0 and text[end : end + 2] == "s")
    ):
        return None
    return found


def _found(text: str, start: int, number: Numeral) -> tuple[str, int] | None:
    """Read a unit and weigh whether the word that looks like one is one."""
    unit = read_unit(text, start)
    if unit is None or text[unit.end : unit.end + 1].isalnum() or text[unit.end : unit.end + 1] == "_":
        return None
    written = text[start : unit.end]
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


_DASH: Final = r"\s?[-–—‑−]\s?|\s?~\s?"
_CONNECT = re.compile(
    rf"(?P<pm>\s?(?:±|\+/[-−–]|\+-)\s?|\splus\sor\sminus\s)|(?P<to>-?\s+(?:up\s)?to\s+(?:about\s|around\s|approximately\s|nearly\s|almost\s|roughly\s|over\s|more\sthan\s|some\s|as\s(?:much|many|high)\sas\s|[~∼>])?"
    rf"|-to-)|(?P<and>\s+and\s+(?:about\s|around\s|over\s|more\sthan\s|[~∼>])?)|(?P<or>\s+or\s+)|(?P<dash>{_DASH})"
)


class Connected(NamedTuple):
    """The second end of a range or tolerance, and which word or sign joins it: pm, to, and, or, dash."""

    by: str
    figure: Figure


def read_connected(text: str, first: Figure, *, between: bool) -> Connected | None:
    """Read the other end of the range that begins with `first`, if there is one; "and" joins only after "between"."""
    match = _CONNECT.match(text, first.end)
    if match is None:
        return None
    by = match.lastgroup or ""
    if (by == "and") != between and by == "and":
        return None
    start = _number_start(text, match.end())
    if start is None:
        return None
    currency = first.unit.split("/")[0] if first.currency else ""
    figure = read_figure(text, start, currency=currency if text[start - 1] not in "$€£¥" else "")
    if figure is None or (figure.number.words and by == "dash"):
        return None
    return Connected(by, figure._replace(start=match.end()))


_LEAD = re.compile(r"(?:[-−–+])?(?:(?:US|A|C|NZ|HK|S|R)?[$€£¥₹₽₸₩])?[-−]?(?=[0-9.½⅓⅔¼¾A-Za-z])")


def _number_start(text: str, position: int) -> int | None:
    lead = _LEAD.match(text, position)
    if lead is None:
        return None
    at = lead.end()
    if text[at].isdigit() or text[at] in "½⅓⅔¼¾" or (text[at] == "." and text[at + 1 : at + 2].isdigit()):
        return at
    return at if at == position and text[at].isalpha() else None
