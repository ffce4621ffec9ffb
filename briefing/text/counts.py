"""Numbers without a unit of measure: what they count, and which of them count nothing."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from briefing.text.counted import read_counted, read_hyphened
from briefing.text.figures import Figure
from briefing.text.surroundings import is_label
from briefing.text.unit_reading import read_per
from briefing.text.value import TextValue

_TIMES: Final = re.compile(
    r"[\s-]times\b(?P<than>\s(?=(?:as|more|the|that|its|their|what|over|than|higher|larger|greater|bigger|faster|longer|stronger"
    r"|less|lower|smaller|fewer|worse|better|likelier)\b))?"
)
_OF: Final = re.compile(
    r"\s(?:of|the|an?|as|its|his|her|their|our|all|that|those|these|this|are|is|was|were|say|said|more|less|higher|lower"
    r"|fewer)\b"
)
_ORDINAL_BEFORE: Final = re.compile(r"\b(?:first|second|third|last|latter|former|other)\s$", re.IGNORECASE)
_AGE_BEFORE: Final = re.compile(r"\b(?:aged?|ages)(?:\sof)?\s$", re.IGNORECASE)
_DEFINES: Final = re.compile(r"\s?=")


def count(text: str, value: TextValue, figure: Figure, start: int) -> TextValue | None:
    """Give a bare number the noun it counts; None where it only names or dates something ("phase 3", "(2010)").

    `start` is where its qualifier begins, or the value itself where it has none.
    """
    times = _TIMES.match(text, value.end)
    if times and times["than"]:
        return replace(value, end=times.start("than"), kind="multiple", unit="times", dimension="multiple")
    if times:
        rate = read_per(text, times.end(), "times")
        return replace(value, end=rate.end if rate else times.end(), kind="count", unit=rate.name if rate else "times")
    per = read_per(text, value.end, "")
    if per is not None and text[value.end : per.end].lstrip().startswith(("per", "/", "for", "in", "out")):
        return replace(
            value, end=per.end, kind="quantity", unit=per.name, dimension="share" if per.name[1:].isdigit() else ""
        )
    if _AGE_BEFORE.search(text, max(0, start - 10), start):
        return replace(value, kind="duration", unit="years", dimension="time")
    if _names(text, value, figure) or _DEFINES.match(text, value.end):
        return None
    return _counted(text, value, figure, qualified=start < value.start)


def _counted(text: str, value: TextValue, figure: Figure, *, qualified: bool) -> TextValue | None:
    words = figure.number.words
    if words and text[value.end : value.end + 1] == "-":
        return None  # "two-dimensional"
    hyphened = None if words else read_hyphened(text, value.end)
    if hyphened is not None:
        return replace(value, end=hyphened.end, kind="count", unit=hyphened.noun)
    if words and figure.value == 1 and value.low is None and not qualified:
        return None
    vague = value.low is not None and words and text.startswith(" of ", value.end)
    counted = read_counted(text, value.end + 3 if vague else value.end)
    if counted is not None:
        rate = read_per(text, counted.end, counted.noun) if counted.adjacent else None
        if rate is not None:
            return replace(value, end=rate.end, kind="count", unit=rate.name)
        if _looks_like_year(value, figure) and text[value.end + 1 : value.end + 2].isupper():
            return None  # "2025 Annual Reports"
        end = counted.end if counted.adjacent and not words else value.end
        return replace(value, end=end, kind="count", unit=counted.noun)
    return None if _looks_like_year(value, figure) else value


def is_part(text: str, value: TextValue, figure: Figure, *, qualified: bool) -> bool:
    """Tell the share "a third of" and "half the" from "a third party", "second half" and "half maximum"."""
    if _ORDINAL_BEFORE.search(text, max(0, value.start - 8), value.start):
        return False
    if qualified or not figure.number.words or text[value.start].lower() not in "ah":
        return True
    return _OF.match(text, value.end) is not None or text[max(0, value.start - 3) : value.start] == "by "


def _names(text: str, value: TextValue, figure: Figure) -> bool:
    number = figure.number
    if number.words or number.scale > 1 or not (number.plain or isinstance(figure.value, float)):
        return False
    return is_label(text, value.start, whole=number.plain)


def _looks_like_year(value: TextValue, figure: Figure) -> bool:
    return figure.number.plain and isinstance(value.amount, int) and 1000 <= value.amount <= 2100
