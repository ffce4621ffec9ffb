"""Reading a unit where it stands in a text: "km", "US dollars", "kg m-2", "tonnes per year", "%"."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from briefing.text.unit_index import SHORT, TABLES
from briefing.text.wordtables import word_set


class Unit(NamedTuple):
    """A unit read in a text: its canonical name and the offset at which it ends."""

    name: str
    end: int


_LETTER: Final = r"[^\W\d_]"
_SPACE: Final = r"[ \xa0\u2009\u202f]"
_NAME = re.compile(rf"(?:{_LETTER}|[°º%‰Ω℃℉¢ℓ″])(?:{_LETTER}|[°º%$]){{0,23}}+(?:\(A\))?|[$€£¥₹₽₸₩₺₴₦₱฿₫₪₡₲₵₾₼₭₮₿￥％]")
_NEXT = re.compile(rf"\.?(?:{_SPACE}|[\n-]){{1,2}}(?=[A-Za-z%])|\.(?=%)")
_POWER_WORD = re.compile(r"[ \xa0-](squared|cubed)\b")
_POWER = re.compile(r"\^?\{?(⁻?[¹²³⁴⁵⁶⁷⁸⁹]|[-−–‐‑]\s?[1-4]|\+?[2-4])\}?(?![\d.,]\d|\d|[-–]\d)")
_TIMES = re.compile(
    rf"[·⋅∙*×](?={_LETTER})|{_SPACE}(?={_LETTER})|\.(?={_LETTER}{{1,4}}[-−⁻]\s?[1-4¹²³])|-(?=h\b|hours?\b)"
)
_PER = re.compile(rf"\s?/\s?(?={_LETTER})|\s?[-–]?\b(?:per|an?|each|every)[\s-](?={_LETTER})", re.IGNORECASE)
_PER_MANY = re.compile(
    r"\s(?:per|for every|in every|out of every)\s"
    r"(1(?:,000,000|00,000|0,000|,000|0{2,6})(?![\d,])|million|thousand|hundred)\b"
)
_PER_NOUN = re.compile(r"[a-z]{3,20}\b(?!\.\w)")
_POINT_IN_TIME = re.compile(r"\s(?:earlier|ago|later|before|after|previously|prior|or|old)\b")
_MANY: Final = {"million": "1000000", "thousand": "1000", "hundred": "100"}
_SUPERSCRIPTS: Final = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻−–‐‑", "0123456789-----")
_RAISED: Final = {"square": "2", "sq": "2", "cubic": "3", "cu": "3", "squared": "2", "cubed": "3"}
_USUAL: Final = {"ft3": "cu ft", "mi/h": "mph"} | {f"{prefix}W h": f"{prefix}Wh" for prefix in ("", "k", "M", "G", "T")}
_NO_NOUN: Final = word_set(
    """
    the this that these those each every few lot bit little while man second time times thousand million and cent
    with for from
    """
)


def read_unit(text: str, start: int) -> Unit | None:
    """Read the longest unit that begins at `start`."""
    first = _read_factor(text, start)
    if first is None:
        return None
    name, end = first
    for _ in range(4):
        more = read_per(text, end, SHORT.get(name, name) if "/" in name else name) or _read_product(text, end, name)
        if more is None:
            break
        name, end = more
    return Unit(_USUAL.get(name, name), end)


def read_per(text: str, start: int, name: str) -> Unit | None:
    """Read "per year", "/kg", "a day", "per 100,000" after a unit or a counted noun called `name`."""
    many = _PER_MANY.match(text, start)
    if many:
        number = many[1].replace(",", "")
        return Unit(f"{name}/{_MANY.get(number, number)}", many.end())
    per = _PER.match(text, start)
    if per is None:
        return None
    word = per[0].strip(" -–").lower()
    factor = _read_factor(text, per.end())
    if factor is not None:
        vague = word in {"a", "an"} and (factor.end == per.end() + 1 or _POINT_IN_TIME.match(text, factor.end))
        return None if vague else Unit(f"{name}/{SHORT.get(factor.name, factor.name)}", factor.end)
    noun = _PER_NOUN.match(text, per.end()) if word in {"per", "/"} else None
    return Unit(f"{name}/{noun[0]}", noun.end()) if noun and noun[0] not in _NO_NOUN else None


def _read_product(text: str, end: int, name: str) -> Unit | None:
    """Read a further factor; after a space only one with a negative power, so that prose is not read as units."""
    times = _TIMES.match(text, end)
    factor = _read_factor(text, times.end(), negative=times[0].isspace() or times[0] == ".") if times else None
    if factor is None:
        return None
    return Unit(f"{SHORT.get(name, name)} {SHORT.get(factor.name, factor.name)}", factor.end)


def _read_factor(text: str, start: int, *, negative: bool = False) -> Unit | None:
    """Read one name with its power; with `negative` only if that is below zero."""
    match = _NAME.match(text, start)
    named = _look_up(text, match) if match else None
    if named is None:
        return None
    name, end = named
    exponent = ""
    power = None if name in {"%", "‰"} else _POWER.match(text, end) or _POWER_WORD.match(text, end)
    if power:
        exponent = _RAISED.get(power[1]) or power[1].translate(_SUPERSCRIPTS).replace(" ", "").lstrip("+")
        name, end = SHORT.get(name, name), power.end()
    return None if negative and not exponent.startswith("-") else Unit(name + exponent, end)


def _look_up(text: str, first: re.Match[str]) -> Unit | None:
    """Find the longest known name of up to four words that begins with the match `first`."""
    names, ends = [first[0]], [first.end()]
    while len(names) < 4:
        gap = _NEXT.match(text, ends[-1])
        match = _NAME.match(text, gap.end()) if gap else None
        if gap is None or match is None:
            break
        joint = (". " if len(gap[0]) > 1 else ".") if gap[0][0] == "." else " "
        names.append(f"{names[-1]}{joint}{match[0]}")
        ends.append(match.end())
    for written, end in zip(reversed(names), reversed(ends), strict=True):
        name = _known(written)
        if name is not None:
            return Unit(name, end)
    return None


def _known(written: str) -> str | None:
    """Return the canonical name of a unit without powers, or None."""
    name = TABLES.symbols.get(written) or TABLES.words.get(written.lower())
    if name is not None:
        return name
    head, _, tail = written.partition(" ")
    power = _RAISED.get(head.lower())
    inner = TABLES.symbols.get(tail) or TABLES.words.get(tail.lower()) if power else None
    return f"{inner}{power}" if inner and inner[-1] not in "23" else None
