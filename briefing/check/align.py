"""Which mentions answer the same question: the same thing measured of the same subject.

An inverted index over pairs of features (a name with a measure, two rare words) proposes partners, so that the
cost grows with the number of real candidates and not with the square of the mentions.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from briefing.check.mentions import Mention

CROWD: Final = 40
"""A key that more mentions share than this proposes none of them."""
PARTNERS: Final = 16
"""How many partners of a mention are compared in full."""


@dataclass(slots=True)
class Alignment:
    """How far two mentions answer one question: `score` 0 to 1, made of measure, subject and wording."""

    a: Mention
    b: Mention
    score: float
    measure: float
    subject: float
    wording: float
    scope: str


def dimension(mention: Mention) -> str:
    """Return the sort of value, within which alone values are compared."""
    value = mention.value
    if value.kind in ("count", "number"):
        return "count"
    return value.kind if value.kind in ("money", "share", "date", "multiple", "score") else value.dimension


def align(a: Mention, b: Mention) -> Alignment:
    """Hold two mentions of one dimension against each other."""
    measure, scope = _measure(a, b)
    subject = _subject(a, b)
    wording = _wording(a, b)
    score = measure * subject * (0.35 + 0.65 * min(1.0, wording / 0.6))
    return Alignment(a, b, score, measure, subject, wording, scope)


def _overlap(a: dict[str, float], b: dict[str, float], sizes: tuple[float, float]) -> float:
    small, large = (a, b) if len(a) <= len(b) else (b, a)
    both = sum(min(weight, large[feature]) for feature, weight in small.items() if feature in large)
    return both / (0.7 * min(sizes) + 0.3 * max(sizes))


def _wording(a: Mention, b: Mention) -> float:
    """Return how much of what stands around the two is the same."""
    return _overlap(a.context, b.context, (a.size, b.size))


def _measure(a: Mention, b: Mention) -> tuple[float, str]:
    """Return 0 to 1 for the property measured, and in words in what its scope differs."""
    for distinction in a.marks.keys() & b.marks.keys():
        if a.marks[distinction] != b.marks[distinction]:
            return 0.0, ""
    near = min(1.0, 1.4 * _overlap(a.near, b.near, (a.near_size, b.near_size)))
    head, scope = _heads(a, b, near)
    if a.things and b.things and not (a.things | a.heads) & b.things and not a.things & (b.things | b.heads):
        head *= 0.5
    if not scope and a.forms and b.forms and not a.forms & b.forms:
        scope = f"the form of the material differs: {min(a.forms)} against {min(b.forms)}"
    return head, scope


def _heads(a: Mention, b: Mention, near: float) -> tuple[float, str]:
    mine, other = a.measures[:2], b.measures[:2]
    if not mine or not other:
        return (max(near, 0.75) if a.heads & b.heads else near), ""
    if mine[0] == other[0] or set(mine) & set(other):
        extra = [m for m in {*mine} ^ {*other} if any(m.family == n.family for n in {*mine} & {*other})]
        both = sorted({*mine} & {*other})[0]
        scope = f"{extra[0].family} differs: {both.name} against {extra[0].name}" if extra else ""
        return max(near, 0.85), scope
    for one in mine:
        for two in other:
            if one.family == two.family:
                return max(near, 0.7), f"{one.family} differs: {one.name} against {two.name}"
    return (0.6 if a.heads & b.heads else 0.5) * near, ""


def _subject(a: Mention, b: Mention) -> float:
    """Return 0 to 1: do the two speak of the same bearer of the property, as far as names tell?"""
    mine = {group for group, close in a.subjects.items() if close >= 0.3}
    other = {group for group, close in b.subjects.items() if close >= 0.3}
    if not mine or not other:
        return 0.75 if not mine and not other else 0.6
    shared = [min(a.subjects[group], b.subjects[group]) for group in mine & other]
    if not shared:
        far = mine & b.subjects.keys() or other & a.subjects.keys()
        return 0.3 if far else 0.1
    best = max(shared)
    score = 0.5 + 0.5 * best
    if a.bearer >= 0 and b.bearer >= 0 and a.bearer != b.bearer:
        strange = (a.bearer not in b.subjects) + (b.bearer not in a.subjects)
        score *= (0.8, 0.6, 0.35)[strange]
    return score


def _keys(mention: Mention) -> Iterator[tuple[str, ...]]:
    sort = dimension(mention)
    names = sorted(mention.subjects, key=lambda group: (-mention.subjects[group], group))[:4]
    stems = sorted(mention.near, key=lambda stem: (-mention.near[stem], stem))[:5]
    said = [measure.name for measure in mention.measures[:2]] + stems[:4]
    for group in names:
        for word in said:
            yield sort, f"@{group}", word
    yield from ((sort, one, two) for one, two in combinations(sorted(stems), 2))
    families = {measure.family for measure in mention.measures[:2]}
    yield from ((sort, family, stem) for family in sorted(families) for stem in stems)


def partners(mentions: Sequence[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """Yield the pairs of mentions worth comparing, each once."""
    index: dict[tuple[str, ...], list[int]] = defaultdict(list)
    keys = [list(dict.fromkeys(_keys(mention))) for mention in mentions]
    for number, own in enumerate(keys):
        for key in own:
            index[key].append(number)
    for number, own in enumerate(keys):
        votes: dict[int, float] = defaultdict(float)
        for key in own:
            crowd = index[key]
            if len(crowd) <= CROWD:
                for other in crowd:
                    if other < number:
                        votes[other] += 1.0
        for other in sorted(votes, key=lambda n: (-votes[n], n))[:PARTNERS]:
            yield mentions[other], mentions[number]
