"""Pairs of aligned mentions gathered into questions: only the best partners, each question once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Literal

from briefing.check.align import Alignment, align
from briefing.check.mentions import Mention
from briefing.check.statements import Statements

Verdict = Literal["agree", "differ", "scope", "period", "silent"]

MOST_SIDES: Final = 12
SAME_STATEMENT: Final = 0.4
"""From here on two remarks say the same but for a detail."""
_NEARLY: Final = 0.85
"""A pair this much weaker than the best one of either side, in the other's document, is left out."""
_BOTH: Final = 0.16
"""How well a third mention must be aligned with the second side of a pair to join it."""


@dataclass(eq=False, slots=True)
class Pair:
    """Two aligned mentions and what holding them against each other gave, with the reason in words."""

    link: Alignment
    verdict: Verdict
    why: str = ""

    @property
    def score(self) -> float:
        """How well they are aligned."""
        return self.link.score


def restated(statements: Statements, mentions: Iterable[Mention], judge: Callable[[Alignment], Pair]) -> Iterator[Pair]:
    """Yield the one mention of each of two remarks that say the same which has no equal in the other."""
    held: dict[int, list[Mention]] = defaultdict(list)
    for item in mentions:
        held[item.remark.number].append(item)
    for match in statements.matches:
        if match.score < SAME_STATEMENT:
            break
        here, there = held.get(match.a.number, ()), held.get(match.b.number, ())
        if not here or not there:
            continue
        judged = {(id(a), id(b)): judge(align(a, b)) for a in here for b in there}
        alone = [
            [one for one in ours if all(pair.verdict != "agree" for key, pair in judged.items() if id(one) in key)]
            for ours in (here, there)
        ]
        if len(alone[0]) == 1 and len(alone[1]) == 1:
            pair = judged[id(alone[0][0]), id(alone[1][0])]
            link = pair.link
            sole = len(here) == 1 and len(there) == 1 and link.measure > 0
            if link.subject >= 0.5 and (link.measure >= 0.25 or sole) and not _told_too(link.a, link.b):
                link.score = max(link.score, 0.85 * match.score * link.odds * (1.0 if link.measure >= 0.4 else 0.7))
                yield pair


def _told_too(a: Mention, b: Mention) -> bool:
    """Whether either number stands, in whatever unit, in the other's remark too."""
    return any(
        one.amount is not None and one.amount in [value.amount for value in two.remark.values]
        for one, two in ((a, b), (b, a))
    )


def best(pairs: Iterable[Pair]) -> list[Pair]:
    """Leave out pairs where either mention has a better partner in the other's document, one that agrees above all."""
    found = [pair for pair in pairs if pair.verdict != "silent"]
    top: dict[tuple[int, str], float] = defaultdict(float)
    for pair in found:
        if pair.verdict not in ("agree", "differ"):
            continue
        weight = pair.score * (1.15 if pair.verdict == "agree" else 1.0)
        for one, two in ((pair.link.a, pair.link.b), (pair.link.b, pair.link.a)):
            key = (id(one), two.remark.source)
            top[key] = max(top[key], weight)
    return [
        pair
        for pair in found
        if pair.score
        >= _NEARLY
        * max(top[id(pair.link.a), pair.link.b.remark.source], top[id(pair.link.b), pair.link.a.remark.source])
    ]


def questions(pairs: list[Pair]) -> Iterator[tuple[Pair, list[Mention]]]:
    """Yield the strongest pair of each question with all mentions that answer it, its own two first."""
    links: dict[int, dict[int, Pair]] = defaultdict(dict)
    for pair in pairs:
        links[id(pair.link.a)][id(pair.link.b)] = links[id(pair.link.b)][id(pair.link.a)] = pair
    used: set[frozenset[int]] = set()
    asked: list[tuple[Pair, list[Mention]]] = []
    for pair in sorted((pair for pair in pairs if pair.verdict != "agree"), key=_order):
        a, b = pair.link.a, pair.link.b
        if frozenset((id(a), id(b))) in used:
            continue
        home = next((members for first, members in asked if _joins(pair, first, members)), None)
        if home is not None:
            home += [item for item in (a, b) if item not in home]
            used.add(frozenset((id(a), id(b))))
            continue
        members = [a, b]
        if pair.verdict == "differ":
            near = [
                item
                for other in (*links[id(a)].values(), *links[id(b)].values())
                for item in (other.link.a, other.link.b)
            ]
            for item in near:
                if item not in members and _fits(item, (a, b), links):
                    members.append(item)
        used.update(frozenset((id(x), id(y))) for n, x in enumerate(members) for y in members[:n])
        asked.append((pair, members))
    yield from asked


def _joins(pair: Pair, first: Pair, members: list[Mention]) -> bool:
    """Whether a pair shares a side with a question that is there already, and differs from it in nothing else."""
    one = pair.verdict == first.verdict and (pair.verdict == "differ" or pair.why == first.why)
    return one and (pair.link.a in members or pair.link.b in members)


def _order(pair: Pair) -> tuple[bool, float, str, int, str, int]:
    a, b = pair.link.a, pair.link.b
    return (pair.verdict != "differ", -pair.score, a.remark.source, a.value.start, b.remark.source, b.value.start)


def _fits(item: Mention, seeds: tuple[Mention, Mention], links: dict[int, dict[int, Pair]]) -> bool:
    """Whether a mention answers the question of two others: aligned with one, not at odds in scope with either."""
    found = [links[id(item)].get(id(seed)) for seed in seeds]
    verdicts = {pair.verdict for pair in found if pair is not None}
    if not verdicts or not verdicts <= {"agree", "differ"}:
        return False
    for seed, pair in zip(seeds, found, strict=True):
        if pair is None:
            link = align(item, seed)
            if link.score < _BOTH or link.scope:
                return False
    return True
