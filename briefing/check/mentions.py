"""Mentions: a figure or a date with what it is about: subject, measure, period, and the words around it."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from dataclasses import dataclass, field
from typing import Final

from briefing.check.measures import APART, DOWN, MEASURES, UP, Measure
from briefing.check.remarks import Corpus, Remark
from briefing.text.values import TextValue

NEAR: Final = 5
"""Content words on either side of a value that can say what it measures."""

_HARD: Final = re.compile(r"[;:—()|]|\s[-–]\s|[\"“”](?=\s[A-Z])")
_SOFT: Final = re.compile(
    r",\s(?:and|but|while|whereas|although|though|which|who|where|with|as|when|after|because|so|or)\s|,\s"
)
_JOINT: Final = re.compile(r"\s(?:and|but|or|while|compared|versus|than|against)\s")
_POINTS_BACK: Final = re.compile(
    r"(?:It|Its|They|Their|He|She|His|Her|This|That|These|Those|Such|The|Of (?:these|them|which)|Among (?:them|these)|Both|There"
    r"|Another|Other|In total|In all|Altogether|Now|But|However|Later)\b"
)


@dataclass(eq=False, slots=True)
class Mention:
    """A value in its remark and what it is about.

    `near` are the weighted stems close to it, `context` all weighted stems and name groups ("@3") of its
    clause, its sentence and, where that points back, the sentence before; `subjects` the name groups of its
    own clause with their closeness; `measures` what it measures, the nearest word first.
    """

    remark: Remark
    value: TextValue
    near: dict[str, float]
    context: dict[str, float]
    subjects: dict[int, float]
    measures: list[Measure]
    marks: dict[str, str]
    change: str
    periods: list[tuple[dt.date, dt.date]] = field(default_factory=list)
    size: float = 0.0
    near_size: float = 0.0


def mention(corpus: Corpus, remark: Remark, value: TextValue) -> Mention:
    """Return a value with what it is about."""
    clause = _clause(remark, value)
    segment = _segment(remark, value)
    near, measures, marks, change = _measured(corpus, remark, value, clause)
    context = dict(near)
    named = _named_words(remark)
    for n, word in enumerate(remark.stems):
        if word and n not in named and not word.isdigit() and word not in context:
            start = remark.spans[n][0]
            if not value.start <= start < value.end:
                tier = 0.6 if clause[0] <= start < clause[1] else 0.35 if segment[0] <= start < segment[1] else 0.12
                context[word] = tier * corpus.weight(word)
    subjects = _subjects(corpus, remark, value, clause, segment)
    for group, closeness in subjects.items():
        context[f"@{group}"] = 1.3 * closeness * corpus.weight(f"@{group}")
    _carry(corpus, remark, context, subjects)
    made = Mention(remark, value, near, context, subjects, measures, marks, change)
    made.periods = _periods(remark, value, clause, segment)
    made.size = sum(context.values()) or 1.0
    made.near_size = sum(near.values()) or 1.0
    return made


def _clause(remark: Remark, value: TextValue) -> tuple[int, int]:
    """Return the span between the boundaries next to a value: commas, dashes, and conjunctions before other values."""
    text, low, high = remark.text, value.start - remark.start, value.end - remark.start
    left, right = 0, len(text)
    others = [other for other in remark.values if other is not value]
    for pattern in (_HARD, _SOFT, _JOINT):
        for match in pattern.finditer(text):
            if pattern is _JOINT and not _parts_values(remark, others, match.start(), low):
                continue
            if match.end() <= low:
                left = max(left, match.end())
            elif match.start() >= high:
                right = min(right, match.start())
                break
    return remark.start + left, remark.start + right


def _parts_values(remark: Remark, others: list[TextValue], at: int, low: int) -> bool:
    """Whether another value stands on the other side of a conjunction."""
    if at < low:
        return any(other.start - remark.start < at for other in others)
    return any(other.start - remark.start > at for other in others)


def _segment(remark: Remark, value: TextValue) -> tuple[int, int]:
    """Return the span between semicolons, dashes or colons around a value; brackets belong to what they follow."""
    text, low, high = remark.text, value.start - remark.start, value.end - remark.start
    left = max((match.end() for match in re.finditer(r"[;:|]|\s[—–]\s|—", text[:low])), default=0)
    match = re.search(r"[;|]|\s[—–]\s|—", text[high:])
    return remark.start + left, remark.start + (high + match.start() if match else len(text))


def _named_words(remark: Remark) -> set[int]:
    taken: set[int] = set()
    starts = [start for start, _ in remark.spans]
    for name in remark.names:
        n = bisect_left(starts, name.start)
        while n < len(starts) and starts[n] < name.end:
            taken.add(n)
            n += 1
    return taken


def _measured(
    corpus: Corpus, remark: Remark, value: TextValue, clause: tuple[int, int]
) -> tuple[dict[str, float], list[Measure], dict[str, str], str]:
    """Return the stems next to a value with their weights, and the measures, marks and change they speak of."""
    named = _named_words(remark)
    places = [
        n
        for n, (start, _) in enumerate(remark.spans)
        if clause[0] <= start < clause[1] and remark.stems[n] and not remark.stems[n].isdigit()
    ]
    left = [n for n in reversed(places) if remark.spans[n][1] <= value.start][:NEAR]
    right = [n for n in places if remark.spans[n][0] >= value.end][:NEAR]
    inside = [n for n in places if value.start <= remark.spans[n][0] < value.end]
    near: dict[str, float] = {}
    measures: dict[Measure, float] = {}
    marks: dict[str, str] = {}
    change = ""
    for rank, n in sorted([*enumerate(left), *enumerate(right), *((0, n) for n in inside)]):
        word = remark.stems[n]
        if n in named:
            continue
        if n not in inside or value.kind == "count":
            near[word] = max(near.get(word, 0.0), (1 - 0.13 * rank) * corpus.weight(word))
        if word in MEASURES:
            measures.setdefault(MEASURES[word], rank)
        if word in APART:
            marks.setdefault(*APART[word])
        if not change and n in left and rank < 3 and value.dimension == "share":
            change = "up" if word in UP else "down" if word in DOWN else ""
    if change and re.search(r"\bto\s\S{0,12}\s?$", remark.cut(clause[0], value.start) + " "):
        change = ""
    return near, sorted(measures, key=lambda measure: measures[measure]), marks, change


def _subjects(
    corpus: Corpus, remark: Remark, value: TextValue, clause: tuple[int, int], segment: tuple[int, int]
) -> dict[int, float]:
    """Return the name groups of a remark with how close each is to a value, 0 to 1."""
    found: dict[int, float] = {}
    nearest = True
    for name, group in sorted(zip(remark.names, remark.groups, strict=True), key=lambda item: -item[0].start):
        if value.start <= name.start < value.end:
            continue
        if clause[0] <= name.start < clause[1]:
            close = 1.0
        elif segment[0] <= name.start < segment[1]:
            close = 0.9 if name.end <= value.start and nearest else 0.55
        else:
            close = 0.12
        if name.end <= value.start:
            nearest = False
        found[group] = max(found.get(group, 0.0), close)
    return found


def _carry(corpus: Corpus, remark: Remark, context: dict[str, float], subjects: dict[int, float]) -> None:
    """Take over names and words of the sentence before where this one points back to it."""
    before = remark.before
    points = _POINTS_BACK.match(remark.text) is not None
    if before is None or not (points or not any(close >= 0.5 for close in subjects.values())):
        return
    share = 0.5 if points else 0.35
    for rank, group in enumerate(before.groups):
        if group not in subjects:
            subjects[group] = share if rank < 2 else 0.7 * share
            context[f"@{group}"] = 1.3 * subjects[group] * corpus.weight(f"@{group}")
    for word in before.stems:
        if word and word not in context and not word.isdigit():
            context[word] = 0.12 * corpus.weight(word)


def _periods(
    remark: Remark, value: TextValue, clause: tuple[int, int], segment: tuple[int, int]
) -> list[tuple[dt.date, dt.date]]:
    """Return the periods that a figure belongs to: those of its clause, else of its segment, else of its sentence."""
    dates = [date for date in remark.values if date.kind == "date" and date.earliest and date.latest and date is not value]
    for low, high in (clause, segment, (remark.start, remark.end)):
        found = [(date.earliest, date.latest) for date in dates if low <= date.start < high]
        if found:
            return found  # type: ignore[return-value]
    return []
