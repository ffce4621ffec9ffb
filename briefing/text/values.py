"""Figures and dates in running text: quantities, money, shares, counts, multiples, durations, periods.

One pass stops at each digit, fraction sign or number word and reads on from there: number, scale, unit, second
end of a range; then back, for sign, currency and qualifier. Every step is a match of bounded length, so that
time grows with the text and with nothing else.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace
from typing import Final, Literal

from briefing.text.counted import read_counted
from briefing.text.dates import find_dates
from briefing.text.figures import Connected, Figure, read_connected, read_figure
from briefing.text.numerals import Amount, skip_digits
from briefing.text.qualifiers import bound, qualifier_after, qualifier_before
from briefing.text.surroundings import MASKED, is_label, is_reference, is_score
from briefing.text.units import convert, dimension, read_per

ValueKind = Literal["quantity", "money", "share", "date", "duration", "multiple", "count", "number", "score"]


@dataclass(frozen=True, slots=True, kw_only=True)
class TextValue:
    """A figure or a date in a text.

    `start` and `end` are code points; the span takes in qualifier, sign, currency and unit ("more than 2 million
    tons"): what a reader would quote and what annotators mark. One figure has an `amount`, a range `low` and
    `high`, a tolerance ("5 ± 1") all three. `unit` is canonical ("t", "USD", "%"), for a count the noun counted.
    A date has `earliest` and `latest` where they are known; a score its two numbers, the lower first.
    """

    start: int
    end: int
    kind: ValueKind
    amount: Amount | None = None
    low: Amount | None = None
    high: Amount | None = None
    unit: str = ""
    dimension: str = ""
    qualifier: str = ""
    earliest: dt.date | None = None
    latest: dt.date | None = None

    @property
    def lower_bound(self) -> Amount | None:
        """The least that the text allows; None where it sets no lower end."""
        if self.low is not None:
            return self.low
        return None if bound(self.qualifier) in {"below", "to"} else self.amount

    @property
    def upper_bound(self) -> Amount | None:
        """The most that the text allows; None where it sets no upper end."""
        if self.high is not None:
            return self.high
        return None if bound(self.qualifier) in {"above", "from"} else self.amount

    @property
    def approximate(self) -> bool:
        """Whether the text itself says that the figure is not exact: "about", "nearly"."""
        return bound(self.qualifier) == "near"


_ANCHOR = re.compile(
    r"[0-9]|\.(?=[0-9])|[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒]|\b(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
    r"|sixteen|seventeen|eighteen|nineteen|twenty|thirty|fou?rty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions|billions"
    r"|trillions|tens(?=\sof)|dozens?|half|several(?=\s(?:hundred|thousand|million|billion|dozen))|few(?=\s(?:hundred|thousand|million|dozen))"
    r"|an?(?=\s(?:few|couple|dozen|hundred|thousand|million|billion|trillion|third|quarter|fifth|tenth|half)\b)"
    r"|many(?=\s(?:hundred|thousand|million))|doubled|tripled|quadrupled|twice|thrice|halved"
    r"|(?:two|three|four|five|six|seven|eight|nine|ten|hundred|thousand)-?fold)\b",
    re.IGNORECASE,
)


def find_values(text: str, *, published: dt.date | None = None) -> list[TextValue]:
    """Find figures and dates, in order and without overlap.

    Args:
        text: any text; offsets are its code points.
        published: the day it was published, against which "last month" is read.
    """
    dates = [
        TextValue(
            start=date.start, end=date.end, kind="date", dimension="date", qualifier=date.qualifier,
            earliest=date.earliest, latest=date.latest,
        )
        for date in find_dates(text, published=published)
    ]  # fmt: skip
    taken = sorted([(date.start, date.end) for date in dates] + [match.span() for match in MASKED.finditer(text)])
    found: list[TextValue] = []
    position = following = 0
    for anchor in _ANCHOR.finditer(text):
        start = anchor.start()
        while following < len(taken) and taken[following][1] <= start:
            following += 1
        if start < position or (following < len(taken) and taken[following][0] <= start):
            continue
        value, position = _read(text, start, position)
        if value is not None and not (following < len(taken) and value.end > taken[following][0]):
            found.append(value)
    return sorted(found + dates, key=lambda value: value.start)


def _read(text: str, start: int, floor: int) -> tuple[TextValue | None, int]:
    """Read the value whose number begins at `start`; also say where to go on."""
    first = text[start]
    if first.isdigit() or first == ".":
        stop = skip_digits(text, start)
        if is_reference(text, start):
            return None, stop
    elif first.isalpha():
        stop = start + 1
        verb = _VERBAL.match(text, start)
        if verb:
            return _verbal(verb), verb.end()
        if text[start - 1 : start] in "-‑’'" and start and text[start - 2 : start - 1].isalpha():
            return None, stop
    else:
        stop = start + 1
    figure = read_figure(text, start)
    if figure is None or _trails(text, figure):
        return None, _past(text, stop)
    return _value(text, figure, max(floor, 0))


_TOKEN = re.compile(r"[\w.,/-]*")


def _past(text: str, position: int) -> int:
    """Skip the rest of a token such as "22/10a-4" whose beginning is no figure."""
    if text[position - 1 : position].isdigit() or text[position : position + 1].isdigit():
        match = _TOKEN.match(text, position, position + 64)
        return match.end() if match else position
    return position


def _trails(text: str, figure: Figure) -> bool:
    """Say whether letters or digits cling to the end, so that it is a name or a record number."""
    following = text[figure.end : figure.end + 1]
    if following.isalnum() or following == "_":
        return True
    beyond = text[figure.end + 1 : figure.end + 2]
    return following == "/" and beyond.isdigit() and figure.bare and figure.number.plain


_VERBAL = re.compile(
    r"(?P<twice>twice|thrice)\b(?=\s(?:as\b|the\b|that\b|its\b|their\b|more\b))|(?P<changed>doubled|tripled|quadrupled|halved)\b"
    r"|(?P<fold>two|three|four|five|six|seven|eight|nine|ten|hundred|thousand)-?fold\b",
    re.IGNORECASE,
)
_TIMES_OF: Final = {
    "twice": 2, "thrice": 3, "doubled": 2, "tripled": 3, "quadrupled": 4, "halved": 0.5, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
    "seven": 7, "eight": 8, "nine": 9, "ten": 10, "hundred": 100, "thousand": 1000,
}  # fmt: skip


def _verbal(match: re.Match[str]) -> TextValue:
    word = match[match.lastgroup or 0].lower()
    return TextValue(
        start=match.start(),
        end=match.end(),
        kind="multiple",
        amount=_TIMES_OF[word],
        unit="times",
        dimension="multiple",
    )


_OPENING = re.compile(
    r"(?P<between>\b(?:ranging\s|ranges?\s|ranged\s|varied\s|varying\s)?between\s(?:about\s|around\s|approximately\s|[~∼])?)"
    r"|(?P<range>\b(?:(?:ranging|ranges?|ranged|varied|varying|varies|vary)\sfrom\s|(?:in\s(?:the|a)\s)?range\s(?:of\s)?(?:from\s)?)(?:about\s|around\s|[~∼])?)"
    r"|(?P<from>\bfrom\s(?:about\s|around\s|approximately\s|[~∼])?)",
    re.IGNORECASE,
)


def _opening(text: str, start: int) -> tuple[str, int]:
    """Read "between" or "from" just before a figure: which, and where it begins."""
    for match in _OPENING.finditer(text, max(0, start - 34), start):
        if match.end() == start:
            return match.lastgroup or "", match.start()
    return "", start


def _value(text: str, figure: Figure, floor: int) -> tuple[TextValue | None, int]:
    opening, opens = _opening(text, figure.start)
    other = read_connected(text, figure, between=opening == "between")
    other = other if other and not _trails(text, other.figure) else None
    if other is not None:
        both = _range(text, figure, other, opening)
        if both is not None:
            return _finish(text, both, opens if opening and opens >= floor else None, floor)
        if other.by == "dash" and figure.bare and other.figure.bare:
            return None, other.figure.end
    return _single(text, figure, floor)


def _range(text: str, first: Figure, other: Connected, opening: str) -> TextValue | None:
    """Join two figures to a range, a tolerance or a score; None where they are two separate figures."""
    last = other.figure
    unit = last.unit or first.unit
    if last.bare and not first.bare and not first.currency and other.by != "pm":
        return None
    low, high = first.value, last.value
    if first.bare and last.number.scale > 1 and first.number.scale == 1 and 0 < low * last.number.scale <= high:
        low = _exact(low * last.number.scale)
    elif not first.bare and not last.bare and first.unit != last.unit:
        converted = convert(low, first.unit, last.unit)
        if converted is None:
            return None
        low = converted
    start, end = first.start, last.end
    if other.by == "pm":
        return _figure_value(start, end, unit, first, amount=low, low=low - abs(high), high=low + abs(high))
    if other.by == "dash" and not unit and first.number.plain and last.number.plain:
        if low <= 200 and high <= 200 and low >= 0 and is_score(text, start, end):
            return TextValue(start=start, end=end, kind="score", low=min(low, high), high=max(low, high))
        if low >= high:
            return None
    if low > high and not (unit or opening):
        return None
    if other.by == "or" and (low >= high or first.number.scale != last.number.scale):
        return None
    low, high = (first.number.low if first.number.low is not None else low), (last.number.high if last.number.high is not None else high)
    return _figure_value(start, end, unit, last if last.unit else first, low=min(low, high), high=max(low, high))


def _exact(value: Amount) -> Amount:
    return int(value) if value == int(value) else value


def _figure_value(
    start: int, end: int, unit: str, figure: Figure, *, amount: Amount | None = None, low: Amount | None = None, high: Amount | None = None
) -> TextValue:
    """Give a figure its kind and dimension."""
    measured = dimension(unit) if unit and unit != "×" else ""
    kind: ValueKind = "quantity"
    if unit == "×":
        kind, unit, measured = "multiple", "times", "multiple"
    elif not unit:
        kind, measured = ("share", "share") if figure.number.part else ("number", "")
    elif figure.currency or dimension(unit.split("/")[0]) == "money":
        kind, measured = "money", measured if "/" in unit else "money"
    elif unit in _SHARES:
        kind, measured = "share", "share"
    elif measured == "time":
        kind = "duration"
    return TextValue(start=start, end=end, kind=kind, amount=amount, low=low, high=high, unit=unit, dimension=measured)


_SHARES: Final = frozenset({"%", "‰", "percentage points", "basis points"})
_OUT_OF = re.compile(r"\s(?:in|out\sof)\s(?:every\s)?(?:(ten|twenty|two|three|four|five|six|seven|eight|nine|a\shundred)|([0-9]{1,3}(?:,[0-9]{3}){0,2}))(?![\w%.,]|\s?[-–]|\s(?:%|percent|million|years?|months?|days?))")
_WORDS_OUT_OF: Final = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "twenty": 20, "a hundred": 100}


def _single(text: str, figure: Figure, floor: int) -> tuple[TextValue | None, int]:
    number = figure.number
    if figure.bare and isinstance(figure.value, int) and 0 < figure.value < 1000 and number.scale == 1:
        ratio = _OUT_OF.match(text, figure.end)
        whole = (_WORDS_OUT_OF.get(ratio[1]) if ratio[1] else int(ratio[2].replace(",", ""))) if ratio else None
        if ratio and whole and figure.value < whole and not (whole > 1500 and "in" in ratio[0].split()):
            value = TextValue(start=figure.start, end=ratio.end(), kind="share", amount=figure.value / whole, dimension="share")
            return _finish(text, value, None, floor)
    low, high = number.low, number.high
    value = _figure_value(
        figure.start, figure.end, figure.unit, figure, amount=figure.value if low is None else None, low=low, high=high
    )  # fmt: skip
    return _finish(text, value, None, floor, figure)


def _finish(
    text: str, value: TextValue, opens: int | None, floor: int, figure: Figure | None = None
) -> tuple[TextValue | None, int]:
    """Add what stands around a figure: qualifier, counted noun, rate; drop a bare number that counts nothing."""
    start = opens if opens is not None else value.start
    before = qualifier_before(text, start)
    if before is not None and before.offset >= floor:
        qualifier = before.name
        start = start if qualifier in _OUTSIDE else before.offset
    else:
        before, qualifier = None, ""
    if value.kind == "number":
        counted = _count(text, value, figure, qualified=before is not None or opens is not None)
        if counted is None:
            return None, value.end
        value = counted
    after = qualifier_after(text, value.end)
    end = value.end
    if after is not None and value.kind != "score":
        qualifier, end = after.name if qualifier in {"", "only", "total", "about"} else qualifier, after.offset
    return replace(value, start=start, end=end, qualifier=qualifier), end


_OUTSIDE: Final = frozenset({"only", "total", "exactly"})
_TIMES = re.compile(r"[\s-]times\b(?P<than>\s(?:as|more|the|that|its|their|higher|larger|greater|bigger|faster|less|lower|smaller|longer|stronger|what|over|than|fewer|worse|better)\b)?")


def _count(text: str, value: TextValue, figure: Figure | None, *, qualified: bool) -> TextValue | None:
    """Give a bare number the noun it counts; None where it counts nothing and only names or dates something."""
    times = _TIMES.match(text, value.end)
    if times:
        if times["than"]:
            return replace(value, end=times.start("than"), kind="multiple", unit="times", dimension="multiple")
        rate = read_per(text, times.end(), "times")
        return replace(value, end=rate.end if rate else times.end(), kind="count", unit=rate.name if rate else "times")
    many = read_per(text, value.end, "")
    if many is not None and many.name[1:].isdigit():
        return replace(value, end=many.end, kind="quantity", unit=many.name, dimension="share")
    counted = read_counted(text, value.end)
    words = figure is not None and figure.number.words
    if counted is not None:
        rate = read_per(text, counted.end, counted.noun) if counted.adjacent else None
        if rate is not None:
            return replace(value, end=rate.end, kind="count", unit=rate.name)
        if not _names(text, value, figure, words=words):
            end = counted.end if counted.adjacent and not words else value.end
            return replace(value, end=end, kind="count", unit=counted.noun)
    if words and figure is not None and figure.value == 1 and not qualified:
        return None
    return None if _names(text, value, figure, words=words) or _looks_like_year(value, figure) else value


def _names(text: str, value: TextValue, figure: Figure | None, *, words: bool) -> bool:
    """Say whether the number only tells one thing from another: "phase 3", "Boeing 737"."""
    if words or (figure is not None and not (figure.number.plain or isinstance(figure.value, float))):
        return False
    return is_label(text, value.start)


def _looks_like_year(value: TextValue, figure: Figure | None) -> bool:
    return figure is not None and figure.number.plain and isinstance(value.amount, int) and 1000 <= value.amount <= 2100
