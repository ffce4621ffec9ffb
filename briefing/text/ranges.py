"""Two figures that make one value: ranges, tolerances, ratios, scores."""

from __future__ import annotations

import re
from typing import Final

from briefing.text.figures import Figure, read_figure
from briefing.text.numerals import Amount
from briefing.text.surroundings import is_score
from briefing.text.units import convert
from briefing.text.value import TextValue, measured

_SOFT: Final = (
    r"(?:about\s|around\s|approximately\s|nearly\s|almost\s|roughly\s|over\s|more\sthan\s|some\s|up\sto\s|[~∼><≈]\s?)?"
)
_JOINT: Final = re.compile(
    r"(?P<pm>\s?(?:±|\+/[-−–]|\+-)\s?|\splus\sor\sminus\s)"
    rf"|(?P<to>-?\s+(?:up\s)?to\s+{_SOFT}|-to-)|(?P<and>\s+and\s+{_SOFT})|(?P<or>-?\s+or\s+)|(?P<dash>\s?[-–—‑−~]\s?)"
)
_OPENING: Final = re.compile(rf"(?P<between>\bbetween\s{_SOFT})|(?P<from>\bfrom\s{_SOFT})", re.IGNORECASE)
_LEAD: Final = re.compile(r"[-−–+]?(?:(?:US|A|C|NZ|HK|S|R)?[$€£¥₹₽₸₩])?[-−]?(?=[0-9.½⅓⅔¼¾A-Za-z])")
_OUT_OF: Final = re.compile(
    r"\s(?P<by>in|out\sof)\s(?:every\s)?(?:(?P<word>ten|twenty|two|three|four|five|six|seven|eight|nine|a\shundred)"
    r"|(?P<digits>[0-9]{1,3}(?:,[0-9]{3}){0,2}))(?![\w%]|[.,][0-9]|\s?[-–]|\s(?:%|percent|million|years?|months?|days?)\b)"
)
_WORDS: Final = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "twenty": 20,
    "a hundred": 100,
}  # fmt: skip


def opening(text: str, start: int) -> tuple[str, int]:
    """Read "between" or "from" just before a figure: which of them, and where it begins."""
    for match in _OPENING.finditer(text, max(0, start - 30), start):
        if match.end() == start:
            return match.lastgroup or "", match.start()
    return "", start


def read_other(text: str, first: Figure, *, between: bool) -> tuple[str, Figure] | None:
    """Read the second end after `first`, and which word or sign joins it; "and" joins only after "between"."""
    match = _JOINT.match(text, first.end)
    if match is None:
        return None
    by = match.lastgroup or ""
    lead = _LEAD.match(text, match.end())
    if lead is None or (by == "and" and not between):
        return None
    at = lead.end()
    spelt = text[at].isalpha()
    if (spelt and (by in {"dash", "pm"} or lead[0])) or (text[at] == "." and not text[at + 1 : at + 2].isdigit()):
        return None
    lent = first.unit.split("/")[0] if first.currency and not lead[0].strip("-−–+") else ""
    figure = read_figure(text, at, floor=match.end(), currency=lent)
    return (by, figure) if figure is not None else None


def join(text: str, first: Figure, by: str, last: Figure, *, opened: bool) -> TextValue | None:
    """Make one value of two figures; None where they are two values."""
    unit = last.unit or first.unit
    if last.bare and not (first.bare or first.currency or by == "pm"):
        return None
    ends = _ends(first, last)
    if ends is None:
        return None
    low, high = ends
    span = (first.start, last.end)
    if by == "pm":
        return measured(span, first, unit, amount=low, low=low - abs(high), high=low + abs(high))
    if by == "dash" and not unit and first.number.plain and last.number.plain:
        if min(low, high) >= 0 and max(low, high) <= 200 and is_score(text, *span):
            return TextValue(start=span[0], end=span[1], kind="score", low=min(low, high), high=max(low, high))
        if low >= high:
            return None
    if low > high and not (unit or opened):
        return None
    if by == "or" and (low >= high or first.number.scale != last.number.scale):
        return None
    low = low if first.number.low is None else first.number.low
    high = high if last.number.high is None else last.number.high
    return measured(span, last if last.unit else first, unit, low=min(low, high), high=max(low, high))


def _ends(first: Figure, last: Figure) -> tuple[Amount, Amount] | None:
    """Bring both ends to one scale and one unit: "4-5 billion", "500 m to 2 km"."""
    low, high = first.value * (last.size if first.bare else 1), last.value
    scale = last.number.scale
    if first.number.scale == 1 and scale > 1 and (first.bare or first.currency) and 0 < low * scale <= high:
        return _whole(low * scale), high
    if first.bare or last.bare or first.unit == last.unit:
        return low, high
    converted = convert(low, first.unit, last.unit)
    return None if converted is None else (_whole(converted), high)


def _whole(value: Amount) -> Amount:
    return int(value) if value == int(value) else value


def read_ratio(text: str, figure: Figure) -> TextValue | None:
    """Read "one in five" and "3 out of 10" as a share."""
    ratio = _OUT_OF.match(text, figure.end)
    if ratio is None or not figure.bare or not isinstance(figure.value, int) or not 0 < figure.value < 1000:
        return None
    whole = _WORDS.get(ratio["word"], 0) if ratio["word"] else int(ratio["digits"].replace(",", ""))
    if figure.value >= whole or (ratio["by"] == "in" and 1500 < whole < 2100):
        return None
    return TextValue(start=figure.start, end=ratio.end(), kind="share", amount=figure.value / whole, dimension="share")
