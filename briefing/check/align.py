"""Which mentions answer the same question: the same thing measured of the same subject.

An inverted index over the rarest features of each mention proposes pairs, so that the cost grows
with the number of real candidates and not with the square of the mentions.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from briefing.check.remarks import Mention

KEYS = 8
"""How many of its heaviest features a mention is looked up by."""
CROWD = 48
"""A feature that more mentions of one group share than this proposes none of them."""
PARTNERS = 24
"""How many partners of a mention are compared in full."""


def likeness(a: Mention, b: Mention) -> float:
    """Return 0 to 1: how much the words and names around two mentions say the same."""
    small, large = (a.context, b.context) if len(a.context) <= len(b.context) else (b.context, a.context)
    return sum(weight * large[feature] for feature, weight in small.items() if feature in large)


def shared(a: Mention, b: Mention) -> list[str]:
    """Return what the contexts of two mentions share, heaviest first."""
    both = [(a.context[feature] * b.context[feature], feature) for feature in a.context if feature in b.context]
    return [feature for _, feature in sorted(both, reverse=True)]


def pairs(mentions: Sequence[Mention], minimum: float) -> Iterator[tuple[Mention, Mention, float]]:
    """Yield the pairs of mentions that are at least `minimum` alike, each once."""
    index: dict[str, list[int]] = defaultdict(list)
    keys: list[list[tuple[str, float]]] = []
    for number, mention in enumerate(mentions):
        heaviest = sorted(mention.context.items(), key=lambda item: (-item[1], item[0]))[:KEYS]
        keys.append(heaviest)
        for feature, _ in heaviest:
            index[feature].append(number)
    for number, mention in enumerate(mentions):
        votes: dict[int, float] = defaultdict(float)
        for feature, weight in keys[number]:
            others = index[feature]
            if len(others) <= CROWD:
                for other in others:
                    if other < number:
                        votes[other] += weight
        best = sorted(votes, key=lambda other: (-votes[other], other))[:PARTNERS]
        for other in best:
            alike = likeness(mention, mentions[other])
            if alike >= minimum:
                yield mentions[other], mention, alike
