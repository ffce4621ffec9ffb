"""Reading one number in words: "three million", "two-thirds", "half a million", "dozens", "a hundred and two"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from briefing.text.numerals import SCALES, Numeral, scaled, whole_or_float
from briefing.text.wordtables import in_order

_ONES: Final = {
    word: value
    for value, word in enumerate(
        in_order(
            """
            zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
            seventeen eighteen nineteen
            """
        )
    )
}
_TENS: Final = {
    word: 10 * value
    for value, word in enumerate(in_order("twenty thirty forty fifty sixty seventy eighty ninety"), start=2)
} | {"fourty": 40}
_ORDINALS: Final = in_order("third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth")
_PARTS: Final = {"half": 2, "quarter": 4, "sixteenth": 16, "hundredth": 100, "thousandth": 1000} | {
    word: value for value, word in enumerate(_ORDINALS, start=3)
}
_PARTS.update({word + "s": value for word, value in list(_PARTS.items())}, halves=2)
_MANY: Final = {
    "dozens": (24, 100), "hundreds": (200, 1000), "thousands": (2000, 10**5), "millions": (2 * 10**6, 10**9),
    "billions": (2 * 10**9, 10**12), "trillions": (2 * 10**12, 10**15),
}  # fmt: skip
_SCALE_WORD: Final = r"(hundred|thousand|million|billion|trillion|dozen)\b"
_WORD = re.compile(r"[A-Za-z]++")
_GAP = re.compile(r"[\s-]{1,2}(?=[A-Za-z])")
_AND = re.compile(r"(?:,? and |,? & |, |-and-)(?=[A-Za-z])")
_VAGUE = re.compile(
    r"(tens|hundreds|thousands|millions)\s+of\s+(thousands|millions|billions|trillions)\b"
    rf"|(?:(?:an?\s+)?few|several|many|an?\s+couple(?:\s+of)?)\s+{_SCALE_WORD}"
    r"|(dozens|hundreds|thousands|millions|billions|trillions)\b",
    re.IGNORECASE,
)
_HALF_A = re.compile(rf"[\s-](?:an?[\s-])?{_SCALE_WORD}", re.IGNORECASE)
_A_SCALE = re.compile(rf"\s{_SCALE_WORD}", re.IGNORECASE)
_OF_A_SCALE = re.compile(rf"\s(?:of\s)?an?\s{_SCALE_WORD}", re.IGNORECASE)
_A_PART = re.compile(r"\s(third|quarter|fifth|tenth|half)\b", re.IGNORECASE)
_PART_WORD = re.compile(r"[\s-](" + "|".join(sorted(_PARTS, key=len, reverse=True)) + r")\b", re.IGNORECASE)
_AND_PART = re.compile(r"[\s-]and[\s-](?:an?|one|three)[\s-](half|quarters?)\b", re.IGNORECASE)


def read_words(text: str, start: int) -> Numeral | None:
    """Read a number in words at `start`, with its fraction and scale."""
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
    return with_part(text, whole) if whole else None


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


def _half(text: str, start: int, end: int) -> Numeral | None:
    scaled = _HALF_A.match(text, end)
    if scaled:
        scale = SCALES[scaled[1].lower()]
        return Numeral(start, scaled.end(), scale // 2, scale=scale, words=True)
    return Numeral(start, end, 0.5, words=True, part=True)


def _after_article(text: str, start: int, end: int) -> Numeral | None:
    scaled = _A_SCALE.match(text, end)
    if scaled:
        whole = _whole(text, start)
        return with_part(text, whole) if whole else None
    part = _A_PART.match(text, end)
    if part is None:
        return None
    bottom = _PARTS[part[1].lower()]
    of_scale = _OF_A_SCALE.match(text, part.end())
    if of_scale:
        scale = SCALES[of_scale[1].lower()]
        return Numeral(start, of_scale.end(), whole_or_float(Decimal(scale) / bottom), scale=scale, words=True)
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
        tentative = tentative or joint == ","  # "two million, three": more must follow than the three
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


def with_part(text: str, whole: Numeral) -> Numeral:
    """Read "two-thirds" and "two and a half million" on from the whole number."""
    half = _AND_PART.match(text, whole.end)
    if half:
        share = 0.5 if half[1].lower() == "half" else (0.75 if "three" in half[0].lower() else 0.25)
        return scaled(text, whole._replace(end=half.end(), amount=whole.amount + share), None)
    part = _PART_WORD.match(text, whole.end)
    if part and 0 < whole.amount < 1000 and _is_part(whole, part):
        return whole._replace(end=part.end(), amount=whole.amount / _PARTS[part[1].lower()], part=True)
    return whole


def _is_part(whole: Numeral, part: re.Match[str]) -> bool:
    """Tell "one third" and "three quarters" from "two third parties"."""
    plural = part[1].lower().endswith("s")
    return plural or part[0][0] == "-" if whole.amount != 1 else not plural
