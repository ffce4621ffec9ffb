"""Remarks of several documents that say the same thing, found by the rare words and names they share."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Final

from briefing.check.remarks import Corpus, Remark
from briefing.check.words import LIGHT_WORDS

ALIKE: Final = 0.3
"""The least share of what two remarks say that must be the same."""
_CROWD: Final = 60
_KEYS: Final = 10
_SHORTEST: Final = 4
_LOOKED_AT: Final = 12
_PER_DOCUMENT: Final = 2

Alike = dict[tuple[int, int], float]
"""Pairs of remarks, by their numbers, with how far they say the same."""


@dataclass(frozen=True, slots=True)
class Match:
    """Two remarks of different documents that say the same, as far as `score`, 0 to 1."""

    a: Remark
    b: Remark
    score: float


class Statements:
    """All remarks of a corpus by their features, for finding those alike."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
        self._features = [self._weighed(remark) for remark in corpus.remarks]
        self._sizes = [sum(features.values()) or 1.0 for features in self._features]
        self._index: dict[str, list[int]] = defaultdict(list)
        for number, features in enumerate(self._features):
            if len(features) >= _SHORTEST:
                for feature in _heaviest(features):
                    self._index[feature].append(number)
        self.matches: list[Match] = []

    def _weighed(self, remark: Remark) -> dict[str, float]:
        corpus = self.corpus
        named = {word for name in remark.names for word in name.text.lower().split()}
        found = {
            word: corpus.weight(word)
            for word in remark.stems
            if word and not word.isdigit() and word not in LIGHT_WORDS and word not in named
        }
        found.update((f"@{group}", 1.2 * corpus.weight(f"@{group}")) for group in remark.groups)
        return found

    def alike(self, first: int, last: int) -> Alike:
        """Return, for each remark from one number to before another, those of each other document most alike."""
        best: Alike = {}
        remarks = self.corpus.remarks
        for number, mine in enumerate(self._features[first:last], first):
            if len(mine) < _SHORTEST:
                continue
            votes: dict[int, float] = defaultdict(float)
            for feature in _heaviest(mine):
                crowd = self._index[feature]
                if len(crowd) <= _CROWD:
                    for other in crowd:
                        if remarks[other].source != remarks[number].source:
                            votes[other] += mine[feature]
            top: dict[str, list[tuple[float, int]]] = defaultdict(list)
            for other in sorted(votes, key=lambda n: (-votes[n], n))[:_LOOKED_AT]:
                if (score := self.likeness(number, other)) >= ALIKE:
                    top[remarks[other].source].append((-score, other))
            for found in top.values():
                for score, other in sorted(found)[:_PER_DOCUMENT]:
                    best[min(number, other), max(number, other)] = -score
        return best

    def match(self, best: Alike) -> None:
        """Keep pairs of remarks that are alike, the best first."""
        remarks = self.corpus.remarks
        order = sorted(best.items(), key=lambda item: (-item[1], item[0]))
        self.matches = [Match(remarks[a], remarks[b], score) for (a, b), score in order]

    def likeness(self, a: int, b: int) -> float:
        """Return 0 to 1: the share of what two remarks, by their numbers, say that is the same."""
        mine, other = self._features[a], self._features[b]
        if len(mine) > len(other):
            mine, other = other, mine
        both = sum(weight for feature, weight in mine.items() if feature in other)
        sizes = self._sizes[a], self._sizes[b]
        return both / (0.65 * min(sizes) + 0.35 * max(sizes))


def _heaviest(features: dict[str, float]) -> list[str]:
    return sorted(features, key=lambda feature: (-features[feature], feature))[:_KEYS]
