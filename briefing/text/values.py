"""Figures and dates in running text: quantities, money, shares, counts, multiples, durations, periods.

One pass stops at each digit, fraction sign or number word and reads on from there: number, scale, unit, second
end of a range; then back, for sign, currency and qualifier. Every step is a match of bounded length, so that
time grows with the text and with nothing else.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from typing import Final

from briefing.text.counts import count, is_part
from briefing.text.dates import find_dates
from briefing.text.figures import Figure, read_figure
from briefing.text.numerals import skip_digits
from briefing.text.qualifiers import SILENT, qualifier_after, qualifier_before
from briefing.text.ranges import join, opening, read_other, read_ratio
from briefing.text.surroundings import MASKED, is_reference
from briefing.text.value import TextValue as TextValue
from briefing.text.value import measured

_ANCHOR: Final = re.compile(
    r"[0-9]|\.(?=[0-9])|[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒]|\b(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen"
    r"|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|fou?rty|fifty|sixty|seventy|eighty|ninety|hundreds?"
    r"|thousands?|millions|billions|trillions|tens(?=\sof)|dozens?|half|doubled|tripled|quadrupled|twice|thrice|halved"
    r"|(?:several|few|many)(?=\s(?:hundred|thousand|million|billion|dozen))"
    r"|an?(?=\s(?:few|couple|dozen|hundred|thousand|million|billion|trillion|third|quarter|fifth|tenth|half)\b)"
    r"|(?:two|three|four|five|six|seven|eight|nine|ten|hundred|thousand)-?fold)\b",
    re.IGNORECASE,
)
_FOLD: Final = re.compile(
    r"(?P<twice>twice|thrice)\b(?=\s(?:as|the|that|its|their|more)\b)|(?P<changed>doubled|tripled|quadrupled|halved)\b"
    r"|(?P<fold>two|three|four|five|six|seven|eight|nine|ten|hundred|thousand)-?fold\b",
    re.IGNORECASE,
)
_TIMES: Final = {
    "twice": 2, "thrice": 3, "doubled": 2, "tripled": 3, "quadrupled": 4, "halved": 0.5, "two": 2, "three": 3,
    "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "hundred": 100, "thousand": 1000,
}  # fmt: skip
_LISTED: Final = re.compile(r",?\s(?:and|or|&|to)\s|,\s|/")
_TOKEN: Final = re.compile(r"[\w.,/-]*")


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
    figures = _figures(text, taken)
    return sorted(_with_units(text, figures) + dates, key=lambda value: value.start)


def _figures(text: str, taken: list[tuple[int, int]]) -> list[TextValue]:
    """Read all figures outside the spans `taken`."""
    found: list[TextValue] = []
    position = following = 0
    label = -1  # where a number that only names something ended: in "phases 3, 5 and 7" all of them do
    for anchor in _ANCHOR.finditer(text):
        start = anchor.start()
        while following < len(taken) and taken[following][1] <= start:
            following += 1
        if start < position or (following < len(taken) and taken[following][0] <= start):
            continue
        value, end = _read(text, start, position)
        if value is None:
            label, position = end if text[start].isdigit() else -1, end
            continue
        position = end
        if value.kind in {"number", "count"} and label >= 0 and _LISTED.fullmatch(text, label, start):
            label = end
        elif not (following < len(taken) and value.end > taken[following][0]):
            found.append(value)
    return found


def _with_units(text: str, found: list[TextValue]) -> list[TextValue]:
    """Lend the unit of the last of a list to those before it: "6 and 13 kg", "5, 10 and 20 percent"."""
    for index in range(len(found) - 2, -1, -1):
        value, after = found[index], found[index + 1]
        if value.kind == "number" and after.unit and _LISTED.fullmatch(text, value.end, after.start):
            found[index] = replace(value, kind=after.kind, unit=after.unit, dimension=after.dimension)
    return found


def _read(text: str, start: int, floor: int) -> tuple[TextValue | None, int]:
    """Read the value whose number begins at `start`; also say where to go on. Nothing before `floor` is used."""
    first = text[start]
    stop = start + 1
    if first.isdigit() or first == ".":
        stop = skip_digits(text, start)
        if is_reference(text, start):
            return None, stop
    elif first.isalpha():
        fold = _FOLD.match(text, start)
        if fold:
            return _multiple(fold), fold.end()
        if is_reference(text, start):
            return None, stop
    figure = read_figure(text, start, floor=floor)
    if figure is None or _trails(text, figure):
        return None, _past(text, stop)
    return _value(text, figure, floor)


def _multiple(match: re.Match[str]) -> TextValue:
    amount = _TIMES[(match["twice"] or match["changed"] or match["fold"]).lower()]
    return TextValue(
        start=match.start(), end=match.end(), kind="multiple", amount=amount, unit="times", dimension="multiple"
    )


def _trails(text: str, figure: Figure) -> bool:
    """Say whether letters or digits cling to the end, so that it is a name or a record number."""
    following, beyond = text[figure.end : figure.end + 1], text[figure.end + 1 : figure.end + 2]
    if following.isalnum() or following in {"_", "^"}:
        return True
    return following in {"/", "+", "'", "′"} and beyond.isdigit() and figure.bare and figure.number.plain


def _past(text: str, position: int) -> int:
    """Skip the rest of a token such as "12/34b-5" whose beginning is no figure."""
    match = _TOKEN.match(text, position, position + 64) if text[position - 1].isdigit() else None
    return match.end() if match else position


def _value(text: str, figure: Figure, floor: int) -> tuple[TextValue | None, int]:
    """Make a range of the figure and the one that follows, or a value of it alone."""
    word, opens = opening(text, figure.start)
    other = read_other(text, figure, between=word == "between")
    if other is not None and not _trails(text, other[1]):
        both = join(text, figure, *other, opened=bool(word))
        if both is not None:
            return _finish(text, both, figure, opens if opens >= floor else figure.start, floor)
        if other[0] == "dash" and figure.bare and other[1].bare:
            return None, other[1].end
    alone = read_ratio(text, figure)
    if alone is None:
        low, high = figure.number.low, figure.number.high
        amount = figure.value if low is None else None
        alone = measured((figure.start, figure.end), figure, figure.unit, amount=amount, low=low, high=high)
    return _finish(text, alone, figure, alone.start, floor)


def _finish(text: str, value: TextValue, figure: Figure, start: int, floor: int) -> tuple[TextValue | None, int]:
    """Add what stands around a figure: qualifier, counted noun, rate; drop a number that counts nothing."""
    before = qualifier_before(text, start)
    if before is not None and before.offset < floor:
        before = None
    outer = before.offset if before else start
    if value.kind == "number":
        counted = count(text, value, figure, outer)
        if counted is None:
            return None, value.end
        value = counted
    elif value.kind == "share" and not value.unit and not is_part(text, value, figure, qualified=outer < value.start):
        return None, value.end
    qualifier, end = before.name if before else "", value.end
    start = start if qualifier in SILENT else outer
    after = qualifier_after(text, end) if value.kind != "score" else None
    if after is not None:
        qualifier, end = (after.name if qualifier in {"", "about", *SILENT} else qualifier), after.offset
    return replace(value, start=start, end=end, qualifier=qualifier), end
