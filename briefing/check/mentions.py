"""Mentions: a figure or a date with what it is about: its bearer, what it measures, its period, the words around it."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from dataclasses import dataclass, field, replace
from typing import Final

from briefing.check.measures import APART, DOWN, OTHER, PEOPLE, UP, Measure, measure_of
from briefing.check.remarks import Corpus, Remark
from briefing.check.words import LIGHT_WORDS, meaning
from briefing.text.values import TextValue
from briefing.text.wordtables import word_set

NEAR: Final = 5
"""Content words on either side of a value that can say what it measures."""

Span = tuple[int, int]

_HARD: Final = re.compile(r"[;:—()|]|\s[-–]\s")
_COMMA: Final = re.compile(r",\s(?:and|but|while|whereas|although|which|who|where|with|as|after|because|so|or)?\b")
_JOINT: Final = re.compile(r"\s(?:and|but|or|while|compared|versus|than|against)\s")
_SEGMENT: Final = re.compile(r"[;:|]|\s[—–-]\s|—")
_BRACKETS: Final = re.compile(r"\([^()]{0,200}\)")
_POINTS_BACK: Final = re.compile(
    r"(?:(?:But|And|However,?|Now|Later|In addition,?|Meanwhile,?|Of|Among|According to)\s)?"
    r"(?:[Ii]ts?|[Tt]hey|[Tt]heir|[Hh]e|[Ss]he|[Hh]is|[Hh]er|[Tt]his|[Tt]hat|[Tt]hese|[Tt]hose|[Tt]hem|[Ss]uch|[Tt]he|[Bb]oth"
    r"|[Oo]thers?|Another|There|In total|In all|Altogether)\b"
)
_MAIN: Final = re.compile(r"(?:^|,\s(?:and|but|while|whereas)\s|[;:—]\s?)(?=\S)")
_OWN_SUBJECT: Final = re.compile(
    r"(?:[Tt]he|[Tt]his|[Tt]hat|[Ii]ts|[Tt]heir|[Tt]hese|[Tt]hose|[Hh]is|[Hh]er|[Aa]n?)\s[a-z]|(?:[Ii]t|[Tt]hey|[Hh]e|[Ss]he)\s"
)
_OTHER_FIGURES: Final = re.compile(
    r"\b(?:[Oo]thers?|[Aa]nother|[Dd]ifferent|[Ee]lsewhere)\b[^.;]{0,80}\b(?:data|figures?|estimates?|sources?|reports?|numbers?|put|puts|say|says|speak)\b"
)
_PREDICATED: Final = re.compile(r"\sof\s[^,.;:()]{1,60}?\s(?:is|are|was|were|will be|has|have|had)\s")
_RELATIVE: Final = re.compile(r",\s(?:who|which|whose)\s?$")
_AND: Final = re.compile(r",?\s(?:and|or|&)\s(?:the\s)?|,\s")
_PARTITIVE: Final = re.compile(r"\sof\s(?:the|its|their|these|those|them|his|her|our|\S{1,40}['’]s?)\b")
_OXIDE: Final = re.compile(r"(?:[A-Z][a-z]?[₀-₉0-9]{0,2}){1,4}O[₂-₉2-9]\b|(?:[A-Z][a-z]?[₀-₉0-9]{0,2}){1,4}O[₀-₉]")
_LINK: Final = word_set(
    "of is was are were at to by with be been being from for in the a an its their his her as about some"
)
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
    )
)
_FORM: Final = "the form of the material"


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that say a state, a part played or a rank, treated like a value of the sort `sort`."""

    start: int
    end: int
    sort: str
    state: str
    kind: str = "cue"


@dataclass(eq=False, slots=True)
class Mention:
    """A value in its remark and what it is about.

    `near` are the weighted stems close to it, `context` all weighted stems and name groups ("@3") of its clause,
    its sentence and, where that points back, the sentence before. `subjects` are name groups with their closeness,
    `bearers` those that the clause is about. `heads` is what is measured, `things` what of.
    """

    remark: Remark
    value: TextValue | Cue
    near: dict[str, float]
    context: dict[str, float]
    subjects: dict[int, float]
    bearers: frozenset[int]
    measures: list[Measure]
    forms: set[str]
    heads: set[str]
    things: set[str]
    marks: dict[str, str]
    other: bool
    part: bool
    agent: str
    base: set[str]
    predicated: bool
    change: str
    clause: Span
    periods: list[tuple[dt.date, dt.date]] = field(default_factory=list)
    size: float = 0.0
    near_size: float = 0.0


def sort_of(value: TextValue | Cue) -> str:
    """Return the sort of a value: only values of one sort are compared."""
    if isinstance(value, Cue):
        return value.sort
    if value.kind in ("count", "number"):
        return "count"
    return value.kind if value.kind in ("money", "share", "date", "multiple", "score") else value.dimension


def mention(corpus: Corpus, remark: Remark, value: TextValue | Cue) -> Mention:
    """Return a value with what it is about."""
    clause, segment = _clause(remark, value), _segment(remark, value)
    named = named_words(remark)
    near, measures, marks, change = _measured(corpus, remark, value, clause, named)
    heads, things = _phrase(remark, value, named)
    context = dict(near)
    for n, word in enumerate(remark.stems):
        if word and n not in named and not word.isdigit() and word not in context:
            start = remark.spans[n][0]
            if not value.start <= start < value.end:
                tier = 0.6 if clause[0] <= start < clause[1] else 0.35 if segment[0] <= start < segment[1] else 0.12
                context[word] = tier * corpus.weight(word)
    subjects, bearers = _subjects(corpus, remark, value, clause, segment)
    if sort_of(value) == "age":
        bearers = _aged(remark, value) or (
            bearers if remark.cut(value.start, value.end + 4).endswith(" old") else frozenset()
        )
    for group, closeness in subjects.items():
        context[f"@{group}"] = 1.3 * closeness * corpus.weight(f"@{group}")
    _carry(corpus, remark, context, subjects)
    made = Mention(
        remark=remark,
        value=value,
        near=near,
        context=context,
        subjects=subjects,
        bearers=bearers,
        measures=[measure for measure in measures if measure.family != _FORM],
        forms={measure.name for measure in measures if measure.family == _FORM}
        | ({"oxide"} if _OXIDE.search(remark.cut(*clause)) else set()),
        heads=heads,
        things=things,
        marks=marks,
        other=_speaks_of_another(remark, value, segment, named),
        part=value.kind in ("count", "number")
        and _PARTITIVE.match(remark.text, _number_end(remark, value)) is not None,
        agent=_agent(remark, value, clause, named),
        base=_base(remark, value),
        predicated=_PREDICATED.match(remark.text, value.end - remark.start) is not None,
        change=change,
        clause=clause,
        periods=_periods(remark, value, clause, any(measure.name in _FLOWS for measure in measures)),
        size=sum(context.values()) or 1.0,
        near_size=sum(near.values()) or 1.0,
    )
    return _alternative(corpus, made) or made


def _alternative(corpus: Corpus, made: Mention) -> Mention | None:
    """Return a figure that "other data" give as one for what the sentence before measures, or None."""
    before = made.remark.before
    if (
        before is None
        or made.measures
        or isinstance(made.value, Cue)
        or not _OTHER_FIGURES.search(made.remark.text, 0, made.value.start - made.remark.start)
    ):
        return None
    like = [value for value in before.values if sort_of(value) == sort_of(made.value) and value.kind != "date"]
    if not like:
        return None
    first = mention(corpus, before, like[-1])
    return replace(first, remark=made.remark, value=made.value, clause=made.clause)


def _speaks_of_another(remark: Remark, value: TextValue | Cue, segment: Span, named: set[int]) -> bool:
    """Whether a word such as "previous" says, before a value, that another thing is meant than elsewhere."""
    return any(
        word in OTHER and segment[0] <= start < value.start and n + 1 not in named
        for n, (word, (start, _)) in enumerate(zip(remark.stems, remark.spans, strict=True))
    )


def _number_end(remark: Remark, value: TextValue | Cue) -> int:
    """Return the offset in the remark where the number itself ends, its noun left out."""
    text = remark.cut(value.start, value.end)
    return value.start - remark.start + len(text.partition(f" {value.unit}")[0] if value.unit else text)


def _agent(remark: Remark, value: TextValue | Cue, clause: Span, named: set[int]) -> str:
    """Return the first word that says something in a clause before its value: mostly the subject."""
    for n, (word, (start, end)) in enumerate(zip(remark.stems, remark.spans, strict=True)):
        if clause[0] <= start and end <= value.start and word and not word.isdigit():
            return "" if n in named or word in LIGHT_WORDS else word
    return ""


def _base(remark: Remark, value: TextValue | Cue) -> set[str]:
    """Return what a share is a share of: the stems and name groups of the phrase "of ..." that follows it."""
    if sort_of(value) != "share":
        return set()
    match = _OF.match(remark.text, value.end - remark.start)
    if match is None:
        return set()
    low, high = remark.start + match.start(1), remark.start + match.end(1)
    found = {
        word
        for word, (start, _) in zip(remark.stems, remark.spans, strict=True)
        if low <= start < high and word and word not in LIGHT_WORDS
    }
    return found | {f"@{g}" for name, g in zip(remark.names, remark.groups, strict=True) if low <= name.start < high}


_OF: Final = re.compile(
    r"\sof\s((?:(?!\s(?:is|are|was|were|has|have|had|in|by|to|for|at|on|and|that|which|who|from|with|will)\s)[^,.;:()]){1,80})"
)


def _clause(remark: Remark, value: TextValue | Cue) -> Span:
    """Return the span between the boundaries next to a value: commas, dashes, and conjunctions that part two values."""
    text, low, high = remark.text, value.start - remark.start, value.end - remark.start
    left, right = 0, len(text)
    for pattern in (_HARD, _COMMA, _JOINT):
        for match in pattern.finditer(text):
            if pattern is _JOINT and not _parts_values(remark, match.start(), low):
                continue
            if match.end() <= low:
                left = max(left, match.end())
            elif match.start() >= high:
                right = min(right, match.start())
                break
    return remark.start + left, remark.start + right


def _parts_values(remark: Remark, at: int, low: int) -> bool:
    """Whether another value stands on the far side of a conjunction."""
    starts = [other.start - remark.start for other in remark.values if other.start - remark.start != low]
    return any(start < at for start in starts) if at < low else any(start > at for start in starts)


def _segment(remark: Remark, value: TextValue | Cue) -> Span:
    """Return the span between semicolons, colons or dashes around a value."""
    text, low, high = remark.text, value.start - remark.start, value.end - remark.start
    left = max((match.end() for match in _SEGMENT.finditer(text, 0, low)), default=0)
    match = _SEGMENT.search(text, high)
    return remark.start + left, remark.start + (match.start() if match else len(text))


def named_words(remark: Remark) -> set[int]:
    """Return the numbers of the words that belong to names."""
    taken: set[int] = set()
    starts = [start for start, _ in remark.spans]
    for name in remark.names:
        n = bisect_left(starts, name.start)
        while n < len(starts) and starts[n] < name.end:
            taken.add(n)
            n += 1
    return taken


def _measured(
    corpus: Corpus, remark: Remark, value: TextValue | Cue, clause: Span, named: set[int]
) -> tuple[dict[str, float], list[Measure], dict[str, str], str]:
    """Return the stems next to a value with their weights, and the measures, marks and change they speak of."""
    places = [
        n
        for n, (start, _) in enumerate(remark.spans)
        if clause[0] <= start < clause[1] and remark.stems[n] and not remark.stems[n].isdigit()
    ]
    left = [n for n in reversed(places) if remark.spans[n][1] <= value.start][:NEAR]
    right = [n for n in places if remark.spans[n][0] >= value.end][:NEAR]
    inside = (
        [n for n in places if value.start <= remark.spans[n][0] < value.end]
        if value.kind == "count" or sort_of(value) == "rank"
        else []
    )
    sort = sort_of(value)
    by = remark.cut(clause[0], value.start).split()[-1:] == ["by"]
    near: dict[str, float] = {}
    measures: dict[Measure, int] = {}
    marks: dict[str, str] = {}
    change = ""
    for rank, n in sorted([*enumerate(left), *enumerate(right), *((0, n) for n in inside)]):
        word = remark.stems[n]
        if n in named:
            continue
        near[word] = max(near.get(word, 0.0), (1 - 0.13 * rank) * corpus.weight(word))
        if (measure := measure_of(word, sort)) is not None:
            measures.setdefault(measure, rank)
        if word in APART:
            marks.setdefault(*APART[word])
        if not change and n in left and (rank < 2 or by) and sort == "share":
            change = "up" if word in UP else "down" if word in DOWN else ""
    if change and remark.cut(clause[0], value.start).split()[-1:] in (["to"], ["from"], ["at"]):
        change = ""
    told = sorted(measures, key=lambda measure: measures[measure])
    if sort == "count" and value.unit:
        noun = meaning(value.unit.partition("/")[0])
        own = measure_of(noun, sort)
        told = [own] if own is not None else told if noun in PEOPLE else []
    return near, told, marks, change


def _phrase(remark: Remark, value: TextValue | Cue, named: set[int]) -> tuple[set[str], set[str]]:
    """Return the head of the noun phrase that a value belongs to, and what modifies it.

    "reserves of 3 t", "the cost was 3": the word before; "a 70 % stake", "3 rail deals": the last word of the run that
    follows; "3 t of coal": no head, and coal is the thing.
    """
    first = next((n for n, (_, end) in enumerate(remark.spans) if end > value.start), len(remark.spans))
    after = next((n for n in range(first, len(remark.spans)) if remark.spans[n][0] >= value.end), len(remark.spans))
    heads: set[str] = set()
    things: set[str] = set()
    run = _run(remark, after, named, value.end)
    if value.kind == "count" and value.unit:
        heads.add(meaning(value.unit.split("/")[0]))
        things.update(word for word in run if word not in heads)
    elif run:
        heads.add(run[-1])
        things.update(run[:-1])
    elif after + 1 < len(remark.spans) and remark.cut(value.end, remark.spans[after][1]).strip().lower() == "of":
        at = after + 1
        while at < len(remark.spans) and not remark.stems[at] and at < after + 3:
            at += 1
        things.update(_run(remark, at, named, remark.spans[at][0]) if at < len(remark.spans) else ())
    n = first - 1
    while n >= 0 and first - n < 6 and not remark.stems[n] and _near(remark, n, first):
        n -= 1
    if n >= 0 and remark.stems[n] and _near(remark, n, first):
        back = _run_back(remark, n, named)
        if back and not (run and value.kind != "count"):
            heads.add(back[0])
            if n < first - 1:  # "reserves of 3": a noun with what modifies it; "boasts 3" is a verb with its subject
                things.update(word for word in back[1:] if word not in UP and word not in DOWN)
    return heads, {word for word in things if word not in LIGHT_WORDS}


def _near(remark: Remark, n: int, first: int) -> bool:
    return not any(
        char in ",;:()—" for char in remark.cut(remark.spans[n][1], remark.spans[min(first, len(remark.spans) - 1)][0])
    )


def _run(remark: Remark, at: int, named: set[int], start: int) -> list[str]:
    """Return the stems of content words that follow one another from `at` on, at most four."""
    found: list[str] = []
    while at < len(remark.spans) and len(found) < 4:
        gap = remark.cut(start, remark.spans[at][0])
        if not remark.stems[at] or at in named or gap not in ("", " ", "-", "‑", "\n"):
            break
        found.append(remark.stems[at])
        start = remark.spans[at][1]
        at += 1
    return found


def _run_back(remark: Remark, at: int, named: set[int]) -> list[str]:
    """Return the stems of content words that end at `at`, the last first, at most three."""
    found: list[str] = []
    while at >= 0 and len(found) < 3 and remark.stems[at] and at not in named:
        found.append(remark.stems[at])
        if at and remark.cut(remark.spans[at - 1][1], remark.spans[at][0]) not in (" ", "-", "‑", "\n"):
            break
        at -= 1
    return found


def _subjects(
    corpus: Corpus, remark: Remark, value: TextValue | Cue, clause: Span, segment: Span
) -> tuple[dict[int, float], frozenset[int]]:
    """Return the name groups of a remark with how close each is to a value, 0 to 1, and those it is about."""
    found: dict[int, float] = {}
    bracketed = [
        (remark.start + match.start(), remark.start + match.end()) for match in _BRACKETS.finditer(remark.text)
    ]
    main = _main_clause(remark, value, segment)
    own = _OWN_SUBJECT.match(remark.cut(main, value.start)) is not None
    relative = _RELATIVE.search(remark.cut(segment[0], clause[0])) is not None
    bearers: list[int] = []
    last = -1
    for name, group in zip(remark.names, remark.groups, strict=True):
        if value.start <= name.start < value.end or _OXIDE.fullmatch(name.text):
            continue
        aside = any(low <= name.start < high for low, high in bracketed)
        close = 0.12
        if clause[0] <= name.start < clause[1]:
            close = 1.0
        elif segment[0] <= name.start < segment[1]:
            close = 0.7 if main <= name.start < value.start and not aside else 0.5
        if not aside and main <= name.start < value.start and not (own and not relative):
            if relative and name.end <= clause[0]:
                bearers.clear()
            joined = last >= 0 and _AND.fullmatch(remark.cut(last, name.start)) is not None
            if not bearers or joined:
                bearers.append(group)
                last = name.end
                close = max(close, 0.9)
        found[group] = max(found.get(group, 0.0), close)
    return found, frozenset(bearers)


def _aged(remark: Remark, value: TextValue | Cue) -> frozenset[int]:
    """Return whose age it is: "Jane Roe, 92,", "the 92-year-old teacher Jane Roe"."""
    for name, group in zip(remark.names, remark.groups, strict=True):
        after = remark.cut(value.end, name.start)
        if (name.end <= value.start and value.start - name.end <= 7) or (
            value.end <= name.start and len(after.split()) <= 4 and "," not in after
        ):
            return frozenset((group,))
    return frozenset()


def _main_clause(remark: Remark, value: TextValue | Cue, segment: Span) -> int:
    """Return where the main clause of a value begins."""
    low = segment[0] - remark.start
    starts = [match.end() for match in _MAIN.finditer(remark.text, low, value.start - remark.start)]
    return remark.start + max(starts, default=low)


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


def _periods(remark: Remark, value: TextValue | Cue, clause: Span, flows: bool) -> list[tuple[dt.date, dt.date]]:
    """Return the periods that a figure belongs to: those of its clause, else the one that opens its sentence.

    A figure that flows (revenue, output) takes the first of the sentence before, where its own points back.
    """
    dates = [(date, span) for date, span in _dates(remark) if date is not value]
    if found := [span for date, span in dates if clause[0] <= date.start < clause[1]]:
        return found
    if found := [span for date, span in dates if date.start - remark.start <= 12]:
        return found[:1]
    if flows and remark.before is not None and _POINTS_BACK.match(remark.text):
        return [span for _, span in _dates(remark.before)][:1]
    return []


def _dates(remark: Remark) -> list[tuple[TextValue, tuple[dt.date, dt.date]]]:
    return [
        (date, (date.earliest, date.latest))
        for date in remark.values
        if date.kind == "date" and date.earliest and date.latest
    ]
