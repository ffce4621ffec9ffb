"""What a passage says, as the fields of a card: kind, value, subject, date, directness.

A first draft for the analyst, who sees and corrects every field; the claim itself is left to them.
"""

from __future__ import annotations

import datetime as dt
import re
from calendar import monthrange
from dataclasses import dataclass
from typing import Final

from briefing.model.card import CardKind, Value
from briefing.model.passage import Directness
from briefing.text.attribution import Who
from briefing.text.document import Document
from briefing.text.names import find_names
from briefing.text.roles import find_roles
from briefing.text.sentences import sentences
from briefing.text.stance import Stance, read_stance
from briefing.text.value import TextValue
from briefing.text.values import find_values

Span = tuple[int, int]

_AROUND: Final = 2000
"""Characters on either side of a quote in which its sentence is looked for."""
_NAMES: Final = 2
_DIRECTNESS: Final[dict[Who, Directness]] = {
    "named": "named",
    "anonymous": "anonymous",
    "outlet": "secondhand",
    "data": "named",
    "unattributed": "unattributed",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What the text says around a quote."""

    kind: CardKind = "event"
    value: Value | None = None
    subject: str = ""
    as_of: dt.date | None = None
    directness: Directness = "unattributed"


def read_passage(document: Document, span: Span, published: dt.date | None = None) -> Reading:
    """Return what the sentence around the quote at `span` (offsets) says of it.

    `published` is the day of the source: the date of what it says, where the sentence gives none.
    """
    text, quote = _sentence(document.text, span)
    values = find_values(text, published=published)
    within = [value for value in values if _meet((value.start, value.end), quote)]
    figures = [value for value in within if value.kind != "date"]
    dates = [value for value in within if value.kind == "date" and (value.earliest or value.latest)]
    stance = read_stance(text)
    kind = _kind(text, quote, figures, dates, stance)
    chosen = figures[0] if figures else dates[0] if kind == "date" and dates else None
    others = [value for value in values if value.kind == "date" and value is not chosen]
    return Reading(
        kind=kind,
        value=_value(chosen) if chosen else None,
        subject=_subject(text, quote),
        as_of=next((day for value in others if (day := _day(value))), published),
        directness=next((_DIRECTNESS[item.who] for item in stance.attributions), "unattributed"),
    )


def _sentence(text: str, span: Span) -> tuple[str, Span]:
    """Return the sentences that a quote touches and where it stands in them."""
    low, high = max(0, span[0] - _AROUND), span[1] + _AROUND
    near = text[low:high]
    touched = [each for each in sentences(near) if _meet(each, (span[0] - low, span[1] - low))]
    start = min([span[0] - low, *(first for first, _ in touched)])
    end = max([span[1] - low, *(last for _, last in touched)])
    return near[start:end], (span[0] - low - start, span[1] - low - start)


def _meet(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _kind(text: str, quote: Span, figures: list[TextValue], dates: list[TextValue], stance: Stance) -> CardKind:
    if figures:
        return "figure"
    if dates:
        return "date"
    if any(_meet((role.start, role.end), quote) for role in find_roles(text)):
        return "role"
    if any(_meet((cue.start, cue.end), quote) for cue in stance.statuses):
        return "status"
    if any(cue.kind in ("likely", "modal") and _meet((cue.start, cue.end), quote) for cue in stance.hedges):
        return "judgement"
    named = [name for name in find_names(text) if _meet((name.start, name.end), quote)]
    words = len(re.findall(r"\w+", text[slice(*quote)]))
    return "name" if words and words == sum(len(re.findall(r"\w+", name.text)) for name in named) else "event"


def _value(found: TextValue) -> Value:
    if found.kind == "date":
        return Value(date=edtf(found.earliest, found.latest), qualifier=found.qualifier)
    return Value(amount=found.amount, low=found.low, high=found.high, unit=found.unit, qualifier=found.qualifier)


def edtf(first: dt.date | None, last: dt.date | None) -> str:
    """Return a period as EDTF: a day, a month, a year, or two days with a slash; an end not known is `..`."""
    if first is None or last is None:
        return f"{first or '..'}/{last or '..'}"
    if first == last:
        return first.isoformat()
    if first.year == last.year and first.day == 1:
        if (first.month, last.month, last.day) == (1, 12, 31):
            return f"{first:%Y}"
        if first.month == last.month and last.day == monthrange(last.year, last.month)[1]:
            return f"{first:%Y-%m}"
    return f"{first}/{last}"


def _day(value: TextValue) -> dt.date | None:
    return value.earliest if value.earliest is not None and value.earliest == value.latest else None


def _subject(text: str, quote: Span) -> str:
    """Return the names that a quote speaks of: its own, else those before it in its sentence, else those after."""
    names = find_names(text)
    own = [name.text for name in names if _meet((name.start, name.end), quote)]
    before = [name.text for name in names if name.end <= quote[0]]
    after = [name.text for name in names if name.start >= quote[1]]
    return ", ".join(list(dict.fromkeys(own or before or after))[:_NAMES])
