"""Reading one number: digits with separators, powers of ten, fractions, scales and number words.

Amounts are exact: "1.216 million" is the int 1216000. Nothing here looks at what is counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final, NamedTuple

Amount = int | float
_LONGEST: Final = 40
"""More digits than this in a row are no quantity."""


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


_ONES: Final = {
    word: value
    for value, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
}
_TENS: Final = {
    word: 10 * value
    for value, word in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], start=2
    )
} | {"fourty": 40}
SCALES: Final = {
    "hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12, "quadrillion": 10**15,
    "dozen": 12, "lakh": 10**5, "lakhs": 10**5, "crore": 10**7, "crores": 10**7, "myriad": 10**4,
}  # fmt: skip
_SHORT_SCALES: Final = {
    "bn": 10**9, "Bn": 10**9, "BN": 10**9, "bln": 10**9, "mn": 10**6, "mln": 10**6, "Mn": 10**6, "mio": 10**6, "tn": 10**12,
    "trn": 10**12, "cr": 10**7,
}  # fmt: skip
_LETTER_SCALES: Final = {
    "k": 10**3, "K": 10**3, "m": 10**6, "M": 10**6, "MM": 10**6, "mil": 10**6, "b": 10**9, "B": 10**9, "t": 10**12, "T": 10**12,
}  # fmt: skip
_PARTS: Final = {
    "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4, "fourths": 4, "fifth": 5,
    "fifths": 5, "sixth": 6, "sixths": 6, "seventh": 7, "sevenths": 7, "eighth": 8, "eighths": 8, "ninth": 9, "ninths": 9,
    "tenth": 10, "tenths": 10, "twelfth": 12, "twelfths": 12, "sixteenth": 16, "sixteenths": 16, "hundredth": 100,
    "hundredths": 100, "thousandth": 1000, "thousandths": 1000,
}  # fmt: skip
_MANY: Final = {
    "dozens": (24, 100), "scores": (40, 100), "hundreds": (200, 1000), "thousands": (2000, 10**5), "millions": (2 * 10**6, 10**9),
    "billions": (2 * 10**9, 10**12), "trillions": (2 * 10**12, 10**15),
}  # fmt: skip
_GLYPHS: Final = {
    "½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅖": (2, 5), "⅗": (3, 5), "⅘": (4, 5), "⅙": (1, 6),
    "⅚": (5, 6), "⅐": (1, 7), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8), "⅞": (7, 8), "⅑": (1, 9), "⅒": (1, 10),
}  # fmt: skip
STARTERS: Final = frozenset(
    {*_ONES, *_TENS, *_MANY, "a", "an", "half", "several", "few", "many", "hundred", "dozen", "tens"} - {"scores"}
)

_SPACED = re.compile(r"[0-9]{1,3}(?:[ \xa0\u2009\u202f][0-9]{3}){1,8}+(?![0-9])(?:[.,][0-9]{1,6}(?![0-9.,]))?")
_RUN = re.compile(r"[0-9]++(?:[.,][0-9]++)*+")
_ENGLISH = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})*+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?")
_INDIAN = re.compile(r"[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}(?:\.[0-9]+)?")
_CONTINENTAL = re.compile(
    r"[0-9]{1,3}(?:\.[0-9]{3})++,[0-9]+|[0-9]{1,3}(?:\.[0-9]{3}){2,8}+|[0-9]+,[0-9]{1,2}|[0-9]+,[0-9]{4,}"
)
_POINT = re.compile(r"\.[0-9]{1,12}(?![0-9.])")
_TEN_TO = re.compile(
    r"\s?[×x✕⋅·*]\s?10(?:\s?(?:\^|\*\*|e)\s?)?([-−–‐]?\s?[0-9]{1,3}|[⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})(?![0-9.,]*[0-9])|[eE]([-+−]?[0-9]{1,3})(?![\w.])"
)
_MINUS_POWER = re.compile(r"[−⁻]([1-9][0-9]?|[¹²³⁴⁵⁶⁷⁸⁹])(?![0-9.,]*[0-9])")
_BASE_TO = re.compile(r"(?:\s?[×x*]\s?(2|10))?\^([-−]?[0-9]{1,3})(?!\w)")
_FRACTION = re.compile(r"(?:( |-)([0-9]{1,3}))?[/⁄]([0-9]{1,4})(?:th|rd|nd|st|ths|rds)?(?![\w/⁄]|[.,][0-9])")
_WORD = re.compile(r"[A-Za-z]++")
_GAP = re.compile(r"[\s-]{1,2}(?=[A-Za-z])")
_AND = re.compile(r"(?:,? and |,? & |, |-and-)(?=[A-Za-z])")
_SCALE = re.compile(
    r"(?:\s|-)?(hundred|thousand|million|billion|trillion|quadrillion|lakhs?|crores?|dozen|bn|Bn|BN|bln|mn|Mn|mln|mio|tn|trn)\b",
    re.IGNORECASE,
)
_LETTER = re.compile(r"\s?(MM|mil|[kKmMbBtT])(?![\w$€£%°²³/^]|-[a-z]|\.[0-9])")
_VAGUE = re.compile(
    r"(tens|hundreds|thousands|millions)\s+of\s+(thousands|millions|billions|trillions)\b"
    r"|(?:(?:an?\s+)?few|several|many|an?\s+couple(?:\s+of)?)\s+(hundred|thousand|million|billion|trillion|dozen)\b"
    r"|(dozens|hundreds|thousands|millions|billions|trillions)\b",
    re.IGNORECASE,
)
_FRACTION_OF: Final = frozenset(
    {2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 16, 20, 25, 32, 40, 50, 64, 100, 128, 256, 1000, 10000}
)
_SUPERSCRIPTS: Final = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻−–‐", "0123456789----")


def amount(value: Decimal | float) -> Amount:
    """Return an int where the value is whole, else the nearest float."""
    if isinstance(value, Decimal) and value == value.to_integral_value():
        return int(value)
    number = float(value)
    return number


def read_digits(text: str, start: int, *, money: bool = False) -> Numeral | None:
    """Read the number whose first character, a digit or a point, stands at `start`.

    `money` allows one letter as a scale ("$5m"). None where the digits are no number: too long, a version, a list.
    """
    found = _digits(text, start)
    if found is None:
        return None
    value, end, plain = found
    if value is None:
        return None
    ten = _MINUS_POWER.match(text, end) if value == 10 else None
    if ten:
        return Numeral(start, ten.end(), amount(Decimal(1).scaleb(-int(ten[1].translate(_SUPERSCRIPTS)))))
    ten = _TEN_TO.match(text, end)
    if ten and (ten[2] is not None or value < 100):
        power = int((ten[1] or ten[2]).translate(_SUPERSCRIPTS).replace(" ", ""))
        if abs(power) > 300:
            return None
        return Numeral(start, ten.end(), amount(value.scaleb(power)))
    base = _BASE_TO.match(text, end)
    if base:
        root, factor = (Decimal(base[1]), value) if base[1] else (value, Decimal(1))
        power = int(base[2].replace("−", "-"))
        if not root or abs(power) > 300 or root > 1000:
            return None
        return Numeral(start, base.end(), amount(factor * root**power))
    part = _read_part(text, start, end, value, plain=plain)
    if part is not None:
        return part
    return _scaled(text, Numeral(start, end, amount(value), plain=plain), value, money=money)


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


def _read_part(text: str, start: int, end: int, value: Decimal, *, plain: bool) -> Numeral | None:
    """Read "1/3", "2 1/2", "2½", and "2 and a half" after a number."""
    glyph = _GLYPHS.get(text[end : end + 1]) or (
        _GLYPHS.get(text[end + 1 : end + 2]) if text[end : end + 1] == " " else None
    )
    if glyph and plain:
        after = end + (1 if text[end] in _GLYPHS else 2)
        return _scaled(text, Numeral(start, after, float(value) + glyph[0] / glyph[1]), None)
    fraction = _FRACTION.match(text, end) if plain else None
    if fraction is None:
        return None
    whole, top = (value, Decimal(fraction[2])) if fraction[2] else (Decimal(0), value)
    bottom = int(fraction[3])
    if bottom not in _FRACTION_OF or top >= bottom or not top or whole > 999:
        return None
    return Numeral(start, fraction.end(), float(whole) + float(top) / bottom, part=not whole)


def read_glyph(text: str, start: int) -> Numeral | None:
    """Read a fraction that is one character, such as "½"."""
    glyph = _GLYPHS.get(text[start])
    return Numeral(start, start + 1, glyph[0] / glyph[1], part=True) if glyph else None


def _scaled(text: str, number: Numeral, value: Decimal | None, *, money: bool = False) -> Numeral:
    """Multiply a number by the scale that follows it, if one does."""
    exact = Decimal(repr(number.amount)) if value is None else value
    scale, end = 1, number.end
    for _ in range(2):
        match = _SCALE.match(text, end)
        if match is None:
            break
        name = match[1]
        scale *= SCALES.get(name.lower()) or _SHORT_SCALES.get(name) or _SHORT_SCALES[name.lower()]
        end = match.end()
    if scale == 1:
        letter = _LETTER.match(text, end)
        if letter and (money or (_letter_is_scale(text, letter))):
            scale, end = _LETTER_SCALES[letter[1]], letter.end()
    if scale == 1:
        return number
    return number._replace(end=end, amount=amount(exact * scale), scale=scale, plain=False)


_PLURAL = re.compile(r"\s[a-z]{3,20}s\b")
_CROWD = re.compile(
    r"\s(?:[a-z]{1,20}\s){0,2}?(?:people|users|viewers|customers|households|homes|jobs|voters|children|adults|workers|readers|followers|"
    r"subscribers|tonnes?|tons?|barrels|dollars|euros|pounds|doses|copies|visitors|residents|passengers|members|students|cases|"
    r"patients|miles|hectares|ha|views|downloads|records|units|vehicles|cars|families|refugees|migrants|women|men)\b"
)


def _letter_is_scale(text: str, letter: re.Match[str]) -> bool:
    """Without a currency a lone letter is a scale only before something that is counted: "5m people", not "5m"."""
    if letter[0][0].isspace() or letter[1] in {"t", "T", "b", "mil", "MM"}:
        return False
    if letter[1] == "k":
        return True
    after = letter.end()
    return _CROWD.match(text, after) is not None or (letter[1] != "m" and _PLURAL.match(text, after) is not None)


def read_words(text: str, start: int) -> Numeral | None:
    """Read a number in words at `start`: "three million", "two-thirds", "half a million", "dozens", "a hundred and two"."""
    vague = _VAGUE.match(text, start)
    if vague:
        return _vague(vague)
    first = _WORD.match(text, start)
    if first is None:
        return None
    word = first[0].lower()
    if word == "half":
        return _half(text, start, first.end())
    if word in {"a", "an"}:
        return _after_article(text, start, first.end())
    whole = _whole(text, start)
    return _with_part(text, whole) if whole else None


def _vague(match: re.Match[str]) -> Numeral:
    if match[1]:
        unit = {"tens": 10, "hundreds": 100, "thousands": 1000, "millions": 10**6}[match[1].lower()]
        scale = SCALES[match[2].lower()[:-1]]
        return Numeral(match.start(), match.end(), unit * scale, words=True, low=unit * scale, high=unit * scale * 10)
    if match[3]:
        scale = SCALES[match[3].lower()]
        return Numeral(match.start(), match.end(), 2 * scale, words=True, low=2 * scale, high=10 * scale)
    low, high = _MANY[match[4].lower()]
    return Numeral(match.start(), match.end(), low, words=True, low=low, high=high)


_HALF_A = re.compile(r"[\s-](?:an?[\s-])?(hundred|thousand|million|billion|trillion|dozen)\b", re.IGNORECASE)


def _half(text: str, start: int, end: int) -> Numeral | None:
    scaled = _HALF_A.match(text, end)
    if scaled:
        scale = SCALES[scaled[1].lower()]
        return Numeral(start, scaled.end(), scale // 2, scale=scale, words=True)
    return Numeral(start, end, 0.5, words=True, part=True)


_OF_A_SCALE = re.compile(r"\s(?:of\s)?an?\s(hundred|thousand|million|billion|trillion)\b")
_A_PART = re.compile(r"\s(third|quarter|fifth|tenth|half)\b", re.IGNORECASE)
_A_SCALE = re.compile(r"\s(hundred|thousand|million|billion|trillion|dozen)\b", re.IGNORECASE)


def _after_article(text: str, start: int, end: int) -> Numeral | None:
    scaled = _A_SCALE.match(text, end)
    if scaled:
        return _with_part(text, _whole(text, start))
    part = _A_PART.match(text, end)
    if part is None:
        return None
    bottom = _PARTS[part[1].lower()]
    of_scale = _OF_A_SCALE.match(text, part.end())
    if of_scale:
        scale = SCALES[of_scale[1]]
        return Numeral(start, of_scale.end(), amount(Decimal(scale) / bottom), scale=scale, words=True)
    return Numeral(start, part.end(), 1 / bottom, words=True, part=True)


def _whole(text: str, start: int) -> Numeral | None:
    """Read a whole number in words. Adjacent words join only as they do in speech: "five six" is not eleven."""
    total, group, last, scale = 0, 0, 10**18, 1
    read = safe = None
    tentative = False
    for word, end, joint in _number_words(text, start):
        size = SCALES.get(word, 0)
        if joint and (size or group % 100 or (joint == "," and group)):
            break
        tentative = tentative or joint == ","  # "three million, two": more must follow than the two
        if not size:
            value = _ONES.get(word, _TENS.get(word, 1))
            if not _fits(group, value) or (total and not group and last <= value):
                break
            group, scale = group + value, 1
        elif size > 100 and size < last:
            total, group, last, scale = total + (group or 1) * size, 0, size, size
        elif size < 100 and not total:
            total, group, last, scale = (group or 1) * size, 0, size, size
        elif size == 100 and group < 100:
            group, scale, tentative = (group or 1) * 100, 100, False
        else:
            read = safe  # "one hundred and two hundred": two numbers
            break
        read = read if tentative else (end, total + group, scale)
        safe = read if size else safe
    if read is None or text[read[0] : read[0] + 1].isalnum():
        return None
    return Numeral(start, read[0], read[1], words=True, scale=read[2])


def _fits(group: int, value: int) -> bool:
    return group % 100 == 0 or (group % 100 >= 20 and group % 10 == 0 and 0 < value < 10)


def _number_words(text: str, start: int) -> Iterator[tuple[str, int, str]]:
    """Yield the words of a number, where each ends, and "and" or "," where that stands before it."""
    position, joint = start, ""
    for index in range(14):
        match = _WORD.match(text, position)
        word = match[0].lower() if match else ""
        if match is None or not (
            word in _ONES or word in _TENS or word in SCALES or (not index and word in {"a", "an"})
        ):
            return
        yield word, match.end(), joint
        gap = _GAP.match(text, match.end())
        link = None if gap else _AND.match(text, match.end())
        if gap is not None and text.startswith(("and ", "and-", "& "), gap.end()):
            link = _AND.match(text, match.end())
        if link is not None:
            position, joint = link.end(), "," if link[0] == ", " else "and"
        elif gap is not None:
            position, joint = gap.end(), ""
        else:
            return


_PART_WORD = re.compile(r"[\s-](" + "|".join(sorted(_PARTS, key=len, reverse=True)) + r")\b", re.IGNORECASE)
_AND_PART = re.compile(r"[\s-]and[\s-](?:an?|one|three)[\s-](half|quarters?)\b", re.IGNORECASE)


def _with_part(text: str, whole: Numeral | None) -> Numeral | None:
    """Read "two-thirds" and "two and a half million" on from the whole number."""
    if whole is None:
        return None
    half = _AND_PART.match(text, whole.end)
    if half:
        share = 0.5 if half[1].lower() == "half" else (0.75 if "three" in half[0].lower() else 0.25)
        return _scaled(text, whole._replace(end=half.end(), amount=whole.amount + share), None)
    part = _PART_WORD.match(text, whole.end)
    if part and whole.amount < 1000 and whole.amount > 0 and _is_part(whole, part):
        return whole._replace(end=part.end(), amount=whole.amount / _PARTS[part[1].lower()], part=True)
    return whole


def _is_part(whole: Numeral, part: re.Match[str]) -> bool:
    """Tell "one third" and "three quarters" from "two third parties"."""
    plural = part[1].lower().endswith("s")
    return plural or part[0][0] == "-" if whole.amount != 1 else not plural


def read_and_half(text: str, number: Numeral) -> Numeral:
    """Extend a number in digits by "and a half"."""
    return _with_part(text, number) or number
