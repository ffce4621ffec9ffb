"""Mentions: a figure, a date or a cue with what it is about: its bearer, what it measures, its period."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field, replace
from typing import Final

from briefing.check.bearers import aged, carry, points_back, subjects
from briefing.check.clauses import Setting, Span, setting
from briefing.check.phrases import Phrase, phrase
from briefing.check.remarks import Corpus, Remark
from briefing.check.words import meaning
from briefing.text.values import TextValue

_FLOWS: Final = frozenset(
    (
        "revenue",
        "sales",
        "profit",
        "losses",
        "loss",
        "output",
        "exports",
        "imports",
        "consumption",
        "inflation",
        "unemployment",
        "investment",
        "budget",
        "turnout",
        "attendance",
    )
)
"""What is measured over a period and not at a time."""
_OTHER_FIGURES: Final = re.compile(
    r"\b(?:[Oo]thers?|[Aa]nother|[Dd]ifferent|[Ee]lsewhere)\b[^.;]{0,80}\b(?:data|figures?|estimates?|sources?|reports?|numbers?|puts?|says?"
    r"|speak)\b"
)


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that say a state, a part played or a rank, treated like a value of the sort `sort`."""

    start: int
    end: int
    sort: str
    state: str


@dataclass(eq=False, slots=True)
class Mention:
    """A value in its remark and what it is about.

    `context` are weighted words and name groups ("@3") of its clause, its sentence and, where that points back, the
    sentence before. `subjects` are name groups with their closeness, `bearers` those that the clause is about.
    """

    remark: Remark
    value: TextValue | Cue
    sort: str
    phrase: Phrase
    context: dict[str, float]
    subjects: dict[int, float]
    bearers: frozenset[int]
    clause: Span
    periods: list[tuple[dt.date, dt.date]] = field(default_factory=list)
    size: float = 1.0
    near_size: float = 1.0

    @property
    def figure(self) -> TextValue:
        """The value, where it is no cue."""
        assert isinstance(self.value, TextValue)
        return self.value

    @property
    def amount(self) -> float | None:
        """The number of a figure, None where it is a range or no figure."""
        return self.value.amount if isinstance(self.value, TextValue) else None

    @property
    def state(self) -> str:
        """The state that a cue says, "" for a figure."""
        return self.value.state if isinstance(self.value, Cue) else ""

    @property
    def words(self) -> str:
        """The value as written."""
        return " ".join(self.remark.cut(self.value.start, self.value.end).split())


def sort_of(value: TextValue | Cue) -> str:
    """Return the sort of a value: only values of one sort are compared."""
    if isinstance(value, Cue):
        return value.sort
    if value.kind in ("count", "number"):
        return "count"
    return value.kind if value.kind in ("money", "share", "date", "multiple", "score") else value.dimension


def mention(corpus: Corpus, remark: Remark, value: TextValue | Cue) -> Mention:
    """Return a value with what it is about."""
    where, sort = setting(remark, value.start, value.end), sort_of(value)
    noun = meaning(value.unit.partition("/")[0]) if isinstance(value, TextValue) and value.kind == "count" else ""
    told = phrase(corpus, where, sort, noun)
    found, bearers = subjects(where)
    if sort == "age":
        bearers = aged(where) or (bearers if remark.cut(value.start, value.end + 4).endswith(" old") else frozenset())
    if isinstance(value, Cue):  # "does not list X among the largest" is about X
        named = zip(remark.names, remark.groups, strict=True)
        inside = frozenset(group for name, group in named if value.start <= name.start < value.end)
        found.update(dict.fromkeys(inside, 1.0))
        bearers = inside or bearers
    context = _context(corpus, where, told, found)
    carry(corpus, remark, context, found)
    made = Mention(
        remark=remark,
        value=value,
        sort=sort,
        phrase=told,
        context=context,
        subjects=found,
        bearers=bearers,
        clause=where.clause,
        periods=_periods(where, any(measure.name in _FLOWS for measure in told.measures)),
        size=sum(context.values()) or 1.0,
        near_size=sum(told.near.values()) or 1.0,
    )
    return _alternative(corpus, made) or made


def _context(corpus: Corpus, where: Setting, told: Phrase, found: dict[int, float]) -> dict[str, float]:
    context = dict(told.near)
    for n in where.words:
        word, (start, _) = where.remark.stems[n], where.remark.spans[n]
        if word not in context and not where.start <= start < where.end:
            inside = where.clause[0] <= start < where.clause[1]
            tier = 0.6 if inside else 0.35 if where.segment[0] <= start < where.segment[1] else 0.12
            context[word] = tier * corpus.weight(word)
    for group, closeness in found.items():
        context[f"@{group}"] = 1.3 * closeness * corpus.weight(f"@{group}")
    return context


def _alternative(corpus: Corpus, made: Mention) -> Mention | None:
    """Return a figure that "other data" give as one for what the sentence before measures, or None."""
    before = made.remark.before
    if before is None or made.phrase.measures or isinstance(made.value, Cue) or made.sort == "date":
        return None
    if not _OTHER_FIGURES.search(made.remark.text, 0, made.value.start - made.remark.start):
        return None
    like = [value for value in before.values if sort_of(value) == made.sort]
    if not like:
        return None
    return replace(mention(corpus, before, like[-1]), remark=made.remark, value=made.value, clause=made.clause)


def _periods(where: Setting, flows: bool) -> list[tuple[dt.date, dt.date]]:
    """Return the periods that a figure belongs to: those of its clause, else the one that opens its sentence.

    A figure that flows (revenue, output) takes the first of the sentence before, where its own points back.
    """
    remark = where.remark
    dates = [(start, span) for start, span in _dates(remark) if start != where.start]
    if found := [span for start, span in dates if where.clause[0] <= start < where.clause[1]]:
        return found
    if found := [span for start, span in dates if start - remark.start <= 12]:
        return found[:1]
    if flows and remark.before is not None and points_back(remark):
        return [span for _, span in _dates(remark.before)][:1]
    return []


def _dates(remark: Remark) -> list[tuple[int, tuple[dt.date, dt.date]]]:
    return [
        (date.start, (date.earliest, date.latest))
        for date in remark.values
        if date.kind == "date" and date.earliest and date.latest
    ]
