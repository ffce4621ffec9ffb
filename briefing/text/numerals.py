"""Reading one number: digits with separators, powers of ten, fractions, and scales.

Amounts are exact: "3.125 million" is the int 3125000. Nothing here looks at what is counted.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final, NamedTuple
from unicodedata import numeric

Amount = int | float
_LONGEST: Final = 40
"""More digits than this in a row are no quantity."""
_LARGEST: Final = 80
"""Nor is a higher power of ten: every amount can be made a float."""


class Numeral(NamedTuple):
    """A number in a text: its span, its amount, and how it is written.

    `low` and `high` are set where the words give a range ("hundreds", "several thousand").
    `scale` is the power that a scale word gives ("4-5 billion" lends it to the 4); `plain` marks digits without
    any separator, point or scale; `words` a number in words; `part` a fraction.
    """

    start: int
    end: int
    amount: Amount
    scale: int = 1
    plain: bool = False
    words: bool = False
    part: bool = False
    low: Amount | None = None
    high: Amount | None = None


SCALES: Final = {
    "hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12, "quadrillion": 10**15,
    "dozen": 12, "lakh": 10**5, "lakhs": 10**5, "crore": 10**7, "crores": 10**7, "myriad": 10**4,
}  # fmt: skip
_SHORT_SCALES: Final = {
    "bn": 10**9, "bln": 10**9, "mn": 10**6, "mln": 10**6, "mio": 10**6, "tn": 10**12, "trn": 10**12,
}  # fmt: skip
_LETTER_SCALES: Final = {
    "k": 10**3, "K": 10**3, "m": 10**6, "M": 10**6, "MM": 10**6, "mil": 10**6, "b": 10**9, "B": 10**9, "t": 10**12,
    "T": 10**12,
}  # fmt: skip
_GLYPHS: Final = frozenset("½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒")

_SPACED = re.compile(r"[0-9]{1,3}(?:[ \xa0\u2009\u202f][0-9]{3}){1,8}+(?![0-9])(?:[.,][0-9]{1,6}(?![0-9.,]))?")
_RUN = re.compile(r"[0-9]++(?:[.,][0-9]++)*+")
_ENGLISH = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})*+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?")
_INDIAN = re.compile(r"[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}(?:\.[0-9]+)?")
_CONTINENTAL = re.compile(
    r"[0-9]{1,3}(?:\.[0-9]{3})++,[0-9]+|[0-9]{1,3}(?:\.[0-9]{3}){2,8}+|[0-9]+,[0-9]{1,2}|[0-9]+,[0-9]{4,}"
)
_POINT = re.compile(r"\.[0-9]{1,12}(?![0-9.])")
_TEN_TO = re.compile(
    r"\s?[×x✕⋅·*]\s?10(?:\s?(?:\^|\*\*|e)\s?)?([-−–‐]?\s?[0-9]{1,3}|⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})(?![0-9.,]*[0-9])"
    r"|[eE]([-+−]?[0-9]{1,3})(?![\w.])"
)
_MINUS_POWER = re.compile(r"[−⁻]([1-9][0-9]?|[¹²³⁴⁵⁶⁷⁸⁹])(?![0-9.,]*[0-9])")
_BASE_TO = re.compile(r"(?:\s?[×x*]\s?(2|10))?\^([-−]?[0-9]{1,3})(?!\w)")
_FRACTION = re.compile(r"(?:( |-)([0-9]{1,3}))?[/⁄]([0-9]{1,4})(?:th|rd|nd|st|ths|rds)?(?![\w/⁄]|[.,][0-9])")
_SCALE = re.compile(
    r"[\s-]?(hundred|thousand|million|billion|trillion|quadrillion|lakhs?|crores?|dozen|bn|bln|mn|mln|mio|tn|trn)\b",
    re.IGNORECASE,
)
_LETTER = re.compile(r"\s?(MM|mil|[kKmMbBtT])(?![\w$€£%°²³/^]|-[a-z]|\.[0-9])")
_PLURAL = re.compile(r"\s[a-z]{3,20}s\b")
_CROWD = re.compile(
    r"\s(?:[a-z]{1,20}\s){0,2}?(?:people|users|viewers|customers|households|homes|jobs|voters|children|adults|workers"
    r"|readers|followers|subscribers|tonnes?|tons?|barrels|dollars|euros|pounds|doses|copies|visitors|residents|passengers"
    r"|members|students|cases|patients|miles|hectares|ha|views|downloads|records|units|vehicles|cars|families|refugees"
    r"|migrants|women|men)\b"
)
_FRACTION_OF: Final = frozenset(
    {2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 16, 20, 25, 32, 40, 50, 64, 100, 128, 256, 1000, 10000}
)
_SUPERSCRIPTS: Final = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻−–‐", "0123456789----")


def whole_or_float(value: Decimal) -> Amount:
    """Return an int where the value is whole, else the nearest float."""
    return int(value) if value == value.to_integral_value() else float(value)


def read_digits(text: str, start: int, *, money: bool = False) -> Numeral | None:
    """Read the number whose first character, a digit or a point, stands at `start`.

    `money` allows one letter as a scale ("$5m"). None where the digits are no number: too long, a version, a list.
    """
    found = _digits(text, start)
    value, end, plain = found or (None, start, False)
    if value is None:
        return None
    number = _power(text, start, end, value) or (_read_part(text, start, end, value) if plain else None)
    if number is not None:
        return number
    return scaled(text, Numeral(start, end, whole_or_float(value), plain=plain), value, money=money)


def _power(text: str, start: int, end: int, value: Decimal) -> Numeral | None:
    """Read "10−4", "2.5×10−3", "1e-3" and "2^10" on from the digits."""
    lost = _MINUS_POWER.match(text, end) if value == 10 else None
    ten = _TEN_TO.match(text, end)
    base = _BASE_TO.match(text, end)
    if lost:
        match, power, root, factor = lost, "-" + lost[1], Decimal(10), Decimal(1)
    elif ten and (ten[2] is not None or value < 100):
        match, power, root, factor = ten, ten[1] or ten[2], Decimal(10), value
    elif base:
        match, power, root = base, base[2], Decimal(base[1] or value)
        factor = value if base[1] else Decimal(1)
    else:
        return None
    exponent = int(power.translate(_SUPERSCRIPTS).replace(" ", ""))
    if not 0 < root <= 1000 or abs(exponent) > _LARGEST:
        return None
    return Numeral(start, match.end(), whole_or_float(factor * root**exponent))


def _digits(text: str, start: int) -> tuple[Decimal | None, int, bool] | None:
    """Return value, end and plainness of the digits; the value is None where they are no number."""
    if text[start] == ".":
        point = _POINT.match(text, start)
        return (Decimal("0" + point[0]), point.end(), False) if point else None
    spaced = _SPACED.match(text, start)
    if spaced and spaced[0][0] != "0":
        return Decimal(re.sub(r"\s", "", spaced[0]).replace(",", ".")), spaced.end(), False
    run = _RUN.match(text, start)
    if run is None:
        return None
    digits, end = run[0], run.end()
    if len(digits) > _LONGEST:
        return None, end, False
    if _ENGLISH.fullmatch(digits) or _INDIAN.fullmatch(digits):
        if digits[0] == "0" and len(digits) > 1 and digits[1] != ".":
            return None, end, False
        return Decimal(digits.replace(",", "")), end, digits.isdecimal()
    if _CONTINENTAL.fullmatch(digits) and digits[:2] != "00":
        return Decimal(digits.replace(".", "").replace(",", ".")), end, False
    return None, end, False


def skip_digits(text: str, start: int) -> int:
    """Return where the run of digits, points and commas at `start` ends."""
    run = _RUN.match(text, start)
    return run.end() if run else start + 1


def _read_part(text: str, start: int, end: int, value: Decimal) -> Numeral | None:
    """Read "1/3", "2 1/2" and "2½" on from the digits."""
    space = 1 if text[end : end + 1] == " " else 0
    glyph = text[end + space : end + space + 1]
    if glyph in _GLYPHS:
        return scaled(text, Numeral(start, end + space + 1, float(value) + numeric(glyph)), None)
    fraction = _FRACTION.match(text, end)
    if fraction is None:
        return None
    whole, top = (value, Decimal(fraction[2])) if fraction[2] else (Decimal(0), value)
    bottom = int(fraction[3])
    if bottom not in _FRACTION_OF or top >= bottom or not top or whole > 999:
        return None
    return Numeral(start, fraction.end(), float(whole) + float(top) / bottom, part=not whole)


def read_glyph(text: str, start: int) -> Numeral | None:
    """Read a fraction that is one character, such as "½"."""
    glyph = text[start]
    return Numeral(start, start + 1, numeric(glyph), part=True) if glyph in _GLYPHS else None


def scaled(text: str, number: Numeral, value: Decimal | None, *, money: bool = False) -> Numeral:
    """Multiply a number by the scale that follows it, if one does."""
    exact = Decimal(repr(number.amount)) if value is None else value
    scale, end = 1, number.end
    for _ in range(2):
        match = _SCALE.match(text, end)
        if match is None:
            break
        name = match[1].lower()
        scale *= SCALES.get(name) or _SHORT_SCALES[name]
        end = match.end()
    if scale == 1:
        letter = _LETTER.match(text, end)
        if letter and (money or _letter_is_scale(text, letter)):
            scale, end = _LETTER_SCALES[letter[1]], letter.end()
    if scale == 1:
        return number
    return number._replace(end=end, amount=whole_or_float(exact * scale), scale=scale, plain=False)


def _letter_is_scale(text: str, letter: re.Match[str]) -> bool:
    """Without a currency a lone letter is a scale only before something that is counted: "5m people", not "5m"."""
    if letter[0][0].isspace() or letter[1] in {"t", "T", "b", "mil", "MM"}:
        return False
    if letter[1] == "k":
        return True
    after = letter.end()
    return _CROWD.match(text, after) is not None or (letter[1] != "m" and _PLURAL.match(text, after) is not None)
