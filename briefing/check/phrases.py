"""What a value measures: the words next to it, the head of its noun phrase, what it is a share of."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from briefing.check.clauses import Setting
from briefing.check.measures import APART, DOWN, GENERIC, HAPPENED, OTHER, PEOPLE, UP, Measure, measure_of
from briefing.check.remarks import Corpus
from briefing.check.words import LIGHT_WORDS, meaning

NEAR: Final = 5
"""Content words on either side of a value that can say what it measures."""

FORM: Final = "the form of the material"
_GAPS: Final = ("", " ", "-", "‑", "\n")
_OXIDE: Final = re.compile(r"\b(?:[A-Z][a-z]?[₀-₉0-9]{0,2}){1,4}O[₂-₉2-9]")
_OF: Final = re.compile(
    r"\sof\s((?:(?!\s(?:is|are|was|were|has|have|had|in|by|to|for|at|on|and|that|which|who|from|with|will)\s)[^,.;:()]){1,80})"
)
_PREDICATED: Final = re.compile(r"\sof\s[^,.;:()]{1,60}?\s(?:is|are|was|were|will be|has|have|had)\s")
_PRONOUN: Final = re.compile(r"\b(?:it|they|he|she|has|have|had|that)\b", re.IGNORECASE)
_DEFINITE: Final = re.compile(r"\s(?:the|this|that|these|those|it)\b")
_PARTITIVE: Final = re.compile(r"\sof\s(?:the|its|their|these|those|them|his|her|our|\S{1,40}['’]s?)\b")


@dataclass(slots=True)
class Phrase:
    """What stands next to a value, in roots.

    `near` are weighted; `measures` what is measured, the nearest first, and `forms` of what material; `heads` is the
    noun that the value belongs to, `things` what modifies that; `marks` tell like things apart; `change` is "up" or
    "down" where a share is a change. `base` is what a share is a share of, `predicated`: "... % of X are Y"; `part`:
    a count of some "of the" others; `agent` opens the clause; `other`: another thing is meant than the one told of.
    """

    near: dict[str, float] = field(default_factory=dict)
    measures: list[Measure] = field(default_factory=list)
    forms: set[str] = field(default_factory=set)
    heads: set[str] = field(default_factory=set)
    things: set[str] = field(default_factory=set)
    marks: dict[str, str] = field(default_factory=dict)
    change: str = ""
    base: set[str] = field(default_factory=set)
    predicated: bool = False
    part: bool = False
    agent: str = ""
    other: bool = False


def phrase(corpus: Corpus, where: Setting, sort: str, noun: str) -> Phrase:
    """Return what stands next to a value of one sort; `noun` is what a count counts."""
    made = Phrase()
    told = _nearest(corpus, where, sort, noun, made)
    made.measures = [measure for measure in told if measure.family != FORM]
    made.forms = {measure.name for measure in told if measure.family == FORM}
    if _OXIDE.search(where.remark.cut(*where.clause)):
        made.forms.add("oxide")
    _heads(where, noun, made)
    after = where.end - where.remark.start
    if sort == "share":
        made.base = _base(where)
        made.predicated = _PREDICATED.match(where.plain, after) is not None
    if sort == "count" and (match := _PARTITIVE.match(where.plain, _number_end(where, noun))) is not None:
        _partly(where, sort, where.remark.start + match.end(), made)
    made.agent = _agent(where)
    made.other = any(
        where.remark.stems[n] in OTHER
        and where.segment[0] <= where.remark.spans[n][0] < where.start
        and n + 1 in where.words
        for n in where.words
    )
    return made


def _nearest(corpus: Corpus, where: Setting, sort: str, noun: str, made: Phrase) -> list[Measure]:
    """Fill in the words near a value with their weights, and return the measures they speak of."""
    stems, spans = where.remark.stems, where.remark.spans
    places = [n for n in where.words if where.clause[0] <= spans[n][0] < where.clause[1]]
    left = [n for n in reversed(places) if spans[n][1] <= where.start][:NEAR]
    right = [n for n in places if spans[n][0] >= where.end][:NEAR]
    within = [n for n in places if where.start <= spans[n][0] < where.end] if noun or sort == "rank" else []
    last = where.cut(where.clause[0], where.start).split()[-1:]
    measures: dict[Measure, int] = {}
    generic: set[Measure] = set()
    for rank, n in sorted([*enumerate(left), *enumerate(right), *((0, n) for n in within)]):
        word = stems[n]
        made.near[word] = max(made.near.get(word, 0.0), (1 - 0.13 * rank) * corpus.weight(word))
        if (measure := measure_of(word, sort)) is not None:
            measures.setdefault(measure, rank)
            generic = generic | {measure} if word in GENERIC and measures[measure] == rank else generic
        if word in APART:
            made.marks.setdefault(*APART[word])
        if not made.change and n in left and (rank < 2 or last == ["by"]) and sort == "share":
            made.change = "up" if word in UP else "down" if word in DOWN else ""
    if last in (["to"], ["from"], ["at"]):
        made.change = ""
    own = {measure for measure in measures if measure.family != FORM}
    if own - generic:
        measures = {measure: rank for measure, rank in measures.items() if measure not in generic}
    told = sorted(measures, key=lambda measure: measures[measure])
    if noun:
        counted = measure_of(noun, sort)
        happened = [measure for measure in told if measure.name in HAPPENED]
        return happened or ([counted] if counted is not None else told if noun in PEOPLE else [])
    return told


def _heads(where: Setting, noun: str, made: Phrase) -> None:
    """Fill in the head of the noun phrase of a value, and what modifies it.

    "reserves of 3 t", "the cost was 3": the word before; "a 70 % stake", "3 rail deals": the last word of the run that
    follows; "3 t of coal": no head, and coal is the thing.
    """
    stems, spans = where.remark.stems, where.remark.spans
    first = next((n for n, (_, end) in enumerate(spans) if end > where.start), len(spans))
    after = next((n for n in range(first, len(spans)) if spans[n][0] >= where.end), len(spans))
    run = _run(where, after, where.end)
    things: set[str] = set()
    if noun:
        made.heads.add(noun)
        things.update(word for word in run if word != noun)
    elif run:
        made.heads.add(run[-1])
        things.update(run[:-1])
    elif after + 1 < len(spans) and where.cut(where.end, spans[after][1]).strip().lower() == "of":
        at = after + 1  # "3 t of coal", but not "3 t of the mineral", which is what the text is about anyway
        if not _DEFINITE.match(where.cut(spans[after][1], where.end + 40)):
            while at < len(spans) and not stems[at] and at < after + 3:
                at += 1
            things.update(_run(where, at, spans[at][0]) if at < len(spans) else ())
    n = first - 1
    while n >= 0 and first - n < 7 and n not in where.words and (not stems[n] or where.aside(spans[n][0])):
        n -= 1
    if n in where.words and not any(char in ",;:()—" for char in where.cut(spans[n][1], where.start)):
        back = _run_back(where, n)
        if noun or not run:
            made.heads.add(back[0])
            if n < first - 1 and not _PRONOUN.search(
                where.cut(spans[n][1], where.start)
            ):  # "reserves of 3": a noun with what modifies it; "boasts 3" is a verb with its subject
                things.update(word for word in back[1:] if word not in UP and word not in DOWN)
    made.things = {word for word in things if word not in LIGHT_WORDS}


def _run(where: Setting, at: int, start: int) -> list[str]:
    """Return the words that follow one another from `at` on, at most four."""
    stems, spans = where.remark.stems, where.remark.spans
    found: list[str] = []
    while at in where.words and len(found) < 4 and where.cut(start, spans[at][0]) in _GAPS:
        found.append(stems[at])
        start = spans[at][1]
        at += 1
    return found


def _run_back(where: Setting, at: int) -> list[str]:
    """Return the words that end at `at`, the last first, at most three."""
    stems, spans = where.remark.stems, where.remark.spans
    found: list[str] = []
    while at in where.words and len(found) < 3:
        found.append(stems[at])
        if at and where.cut(spans[at - 1][1], spans[at][0]) not in _GAPS[1:]:
            break
        at -= 1
    return found


def _partly(where: Setting, sort: str, end: int, made: Phrase) -> None:
    """Take what a part is a part of for what is counted: "118 of the 240 seats"."""
    made.part = not any(measure.name in HAPPENED for measure in made.measures)
    spans = where.remark.spans
    after = [n for n in where.words if spans[n][0] >= end and spans[n][0] - end < 24][:1]
    for n in after:
        run = _run(where, n, spans[n][0])
        made.heads.add(run[-1])
        if made.part:
            own = measure_of(run[-1], sort)
            made.measures = [own] if own is not None else []


def _number_end(where: Setting, noun: str) -> int:
    """Return the offset in the remark where a number itself ends, the noun it counts left out."""
    text = where.remark.cut(where.start, where.end)
    words = text.split(" ")
    if noun and len(words) > 1 and meaning(words[-1].lower()) == noun:
        text = text[: -len(words[-1]) - 1]
    return where.start - where.remark.start + len(text)


def _agent(where: Setting) -> str:
    """Return the word that opens a clause before its value, if it is no name: mostly the subject."""
    stems, spans = where.remark.stems, where.remark.spans
    for n, word in enumerate(stems):
        if where.clause[0] <= spans[n][0] and spans[n][1] <= where.start and word and not where.aside(spans[n][0]):
            return word if n in where.words and word not in LIGHT_WORDS else ""
    return ""


def _base(where: Setting) -> set[str]:
    """Return what a share is a share of: the words and name groups of the phrase "of ..." that follows it."""
    remark = where.remark
    match = _OF.match(where.plain, where.end - remark.start)
    if match is None:
        return set()
    low, high = remark.start + match.start(1), remark.start + match.end(1)
    found = {
        word
        for word, (start, _) in zip(remark.stems, remark.spans, strict=True)
        if low <= start < high and word and word not in LIGHT_WORDS
    }
    return found | {f"@{g}" for name, g in zip(remark.names, remark.groups, strict=True) if low <= name.start < high}
