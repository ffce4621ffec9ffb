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

from briefing.check.measures import PEOPLE
from briefing.check.mentions import Cue, Mention
from briefing.check.words import LIGHT_WORDS, meaning

CROWD: Final = 40
"""A key that more mentions share than this proposes none of them."""
_OWN: Final = 0.6
"""From here on a name stands in the clause itself."""
PARTNERS: Final = 12
"""How many partners of a mention are compared in full."""


@dataclass(slots=True)
class Alignment:
    """How far two mentions answer one question: `score` 0 to 1, made of measure, subject, wording and odds.

    `scope` says in words in what the two differ although they are easily taken for one.
    """

    a: Mention
    b: Mention
    score: float
    measure: float
    subject: float
    wording: float
    odds: float
    scope: str


def align(a: Mention, b: Mention, least: float = 0.0) -> Alignment:
    """Hold two mentions of one sort against each other; below `least` the score may be given as 0."""
    subject = _subject(a, b)
    odds = _odds(a, b)
    if subject * odds < least:
        return Alignment(a, b, 0.0, 0.0, subject, 0.0, odds, "")
    measure, scope = _measure(a, b)
    measure = max(measure, _unnamed(a, b, subject))
    if measure * subject * odds < least or not measure:
        return Alignment(a, b, 0.0, measure, subject, 0.0, odds, scope)
    wording = _overlap(a.context, b.context, (a.size, b.size))
    told = 0.4 + 0.6 * min(1.0, wording / 0.4) if isinstance(a.value, Cue) else 0.3 + 0.7 * min(1.0, wording / 0.6)
    return Alignment(a, b, measure * subject * told * odds, measure, subject, wording, odds, scope)


def _overlap(a: dict[str, float], b: dict[str, float], sizes: tuple[float, float]) -> float:
    small, large = (a, b) if len(a) <= len(b) else (b, a)
    both = sum(min(weight, large[feature]) for feature, weight in small.items() if feature in large)
    return both / (0.7 * min(sizes) + 0.3 * max(sizes))


def _measure(a: Mention, b: Mention) -> tuple[float, str]:
    """Return 0 to 1 for the property measured, and in words in what its scope differs."""
    one, two = a.phrase, b.phrase
    for distinction in one.marks.keys() & two.marks.keys():
        if one.marks[distinction] != two.marks[distinction]:
            return 0.0, ""
    if a.sort == "count" and not _counted_alike(a, b):
        return 0.0, ""
    if a.sort == "age":
        return 1.0, ""
    near = min(1.0, 1.4 * _overlap(one.near, two.near, (a.near_size, b.near_size)))
    if isinstance(a.value, Cue):
        said = ((one.heads | one.things | inside(a)) & (two.heads | two.things | inside(b))) - LIGHT_WORDS
        beside = any(min(weight, two.near.get(word, 0.0)) >= 0.33 for word, weight in one.near.items())
        return max(near, 0.6 if said else 0.5 if beside else 0.0), ""
    head, scope = _heads(a, b, near)
    if one.things and two.things and not (one.things | one.heads) & two.things and not one.things & two.heads:
        head *= 0.35
    elif _foreign(a, b) or _foreign(b, a):
        head *= 0.6
    if one.forms & two.forms:
        head = min(1.0, head + 0.1)
    elif not scope and one.forms and two.forms:
        scope = f"the form of the material differs: {min(one.forms)} against {min(two.forms)}"
    return head, scope


def inside(item: Mention) -> set[str]:
    """Return the words of a cue itself: who "reached an agreement" speaks of that agreement."""
    start, end = item.value.start, item.value.end
    return {
        word for word, (low, _) in zip(item.remark.stems, item.remark.spans, strict=True) if start <= low < end and word
    }


def _counted_alike(a: Mention, b: Mention) -> bool:
    """Whether two counts count one sort of thing: the same noun, or people to whom the same happened."""
    mine, other = (meaning(item.figure.unit.partition("/")[0]) if item.figure.unit else "" for item in (a, b))
    one, two = a.phrase, b.phrase
    if mine and other and mine not in PEOPLE and other not in PEOPLE:
        beside = one.near.keys() & two.near.keys() - {mine}
        named = any(min(close, b.subjects.get(group, 0.0)) >= 0.6 for group, close in a.subjects.items())
        if mine == other and not beside and not named:
            return False  # two streets and twelve streets may be any streets
        return mine == other or one.measures[:1] == two.measures[:1] != []
    if one.measures and two.measures:
        return one.measures[0].family == two.measures[0].family
    if mine in PEOPLE and other in PEOPLE and bool(one.measures) != bool(two.measures):
        return False
    alike = _overlap(one.near, two.near, (a.near_size, b.near_size)) if one.near and two.near else 0.0
    said = bool(one.near.keys() & two.near.keys() - {mine})
    return bool(one.heads & two.heads) or alike >= 0.5 or (mine == other != "" and said)


def _foreign(a: Mention, b: Mention) -> bool:
    """Whether what a figure is a figure of is nowhere near the other: "lithium reserves" beside any reserves."""
    things = a.phrase.things
    return bool(things) and not b.phrase.things and not any(word in b.context for word in things)


def _heads(a: Mention, b: Mention, near: float) -> tuple[float, str]:
    mine, other = a.phrase.measures[:2], b.phrase.measures[:2]
    same = bool(a.phrase.heads & b.phrase.heads)
    if not mine or not other:
        return (max(near, 0.75) if same else near), ""
    if both := {*mine} & {*other}:
        extra = [one for one in {*mine} ^ {*other} if any(one.family == two.family for two in both)]
        scope = f"{extra[0].family} differs: {min(both).name} against {min(extra).name}" if extra else ""
        return max(near, 0.85), scope
    if mine[0].family == other[0].family:
        return max(near, 0.7), f"{mine[0].family} differs: {mine[0].name} against {other[0].name}"
    return (0.6 if same else 0.5) * near, ""


def _odds(a: Mention, b: Mention) -> float:
    """Return what is left of a score where small signs say that two figures belong to two things."""
    one, two = a.phrase, b.phrase
    left = 0.2 if one.other != two.other else 1.0
    if one.agent and two.agent and one.agent != two.agent and one.agent not in b.context and two.agent not in a.context:
        left *= 0.7
    at_home = a.remark.source == b.remark.source
    if at_home and a.sort == "share" and not (one.measures or two.measures) and min(len(one.near), len(two.near)) < 2:
        left *= 0.3  # of two shares in one document whose clauses hardly say of what they are
    if one.base and two.base:
        if one.predicated != two.predicated:
            left *= 0.4
        mine, other = (told.near.keys() - told.base - LIGHT_WORDS for told in (one, two))
        left *= (1.0 if one.base & two.base else 0.5) * (0.35 if mine and other and not mine & other else 1.0)
        if at_home and one.near.keys() & two.near.keys() <= one.base | two.base:
            left *= 0.3  # of one whole, but what share of it the clauses do not say alike
    return left


def _unnamed(a: Mention, b: Mention, subject: float) -> float:
    """Return what two figures of one sort are worth that stand with the same names, where a measure is not named."""
    if subject < 0.9 or a.sort == "count" or (a.phrase.measures and b.phrase.measures):
        return 0.0
    mine = {group for group, close in a.subjects.items() if close >= 0.5}
    other = {group for group, close in b.subjects.items() if close >= 0.5}
    return 0.55 * len(mine & other) / len(mine | other) if len(mine & other) > 1 else 0.0


def _subject(a: Mention, b: Mention) -> float:
    """Return 0 to 1: do the two speak of the same bearer of the property, as far as names tell?"""
    if a.sort == "age":
        return 1.0 if a.bearers & b.bearers else 0.0
    mine = {group for group, close in a.subjects.items() if close >= 0.3}
    other = {group for group, close in b.subjects.items() if close >= 0.3}
    if not mine or not other:
        return 0.75 if not mine and not other else 0.65
    shared = [min(a.subjects[group], b.subjects[group]) for group in mine & other]
    if not shared:
        far = mine & b.subjects.keys() or other & a.subjects.keys()
        own = [any(close >= _OWN for close in item.subjects.values()) for item in (a, b)]
        if not all(own):  # names of the sentence before, or of an aside, do not part what the words themselves join
            return 0.2 if a.bearers or b.bearers else 0.4 if any(own) else 0.55
        return 0.3 if far else 0.1
    score = 0.5 + 0.5 * max(shared)
    if a.bearers and b.bearers:
        if not a.bearers & b.bearers:
            strange = (max(b.subjects.get(group, 0.0) for group in a.bearers) < 0.6) + (
                max(a.subjects.get(group, 0.0) for group in b.bearers) < 0.6
            )
            sure = max(shared) >= 0.9 and not isinstance(a.value, Cue)  # a state is its bearer's alone
            score *= ((0.8, 0.6, 0.4) if sure else (0.8, 0.45, 0.3))[strange]
    elif a.bearers or b.bearers:
        known, unknown = (a, b) if a.bearers else (b, a)
        if not known.bearers & unknown.subjects.keys():
            score *= 0.75
    return score


def _keys(mention: Mention) -> Iterator[tuple[str, ...]]:
    sort, near = mention.sort, mention.phrase.near
    names = sorted(mention.subjects, key=lambda group: (-mention.subjects[group], group))[:4]
    stems = sorted(near, key=lambda stem: (-near[stem], stem))[:7]
    measures = mention.phrase.measures[:2]
    said = [measure.name for measure in measures] + stems[:4]
    yield from ((sort, stem) for stem in stems[:3])
    if isinstance(mention.value, Cue):
        yield (sort,)
    for group in names:
        yield sort, f"@{group}"
        for word in said:
            yield sort, f"@{group}", word
    yield from ((sort, one, two) for one, two in combinations(sorted(stems), 2))
    families = sorted({measure.family for measure in measures})
    yield from ((sort, family, stem) for family in families for stem in stems)
    yield from ((sort, family, f"@{group}") for family in families for group in names)
    yield from ((sort, f"@{one}", f"@{two}") for one, two in combinations(sorted(names), 2))


def partners(mentions: Sequence[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """Yield the pairs of mentions worth comparing, each once."""
    index: dict[tuple[str, ...], list[int]] = defaultdict(list)
    keys = [list(dict.fromkeys(_keys(mention))) for mention in mentions]
    for number, own in enumerate(keys):
        for key in own:
            index[key].append(number)
    for number, own in enumerate(keys):
        votes: dict[int, int] = defaultdict(int)
        for key in own:
            crowd = index[key]
            if len(crowd) <= CROWD:
                for other in crowd:
                    if other >= number:
                        break
                    votes[other] += 1
        for other in sorted(votes, key=lambda n: (-votes[n], n))[:PARTNERS]:
            yield mentions[other], mentions[number]
