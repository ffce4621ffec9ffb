"""Runs of matching tokens between a short text and a long one, in time linear in the long one.

Seeded as sequence search is: tokens that both share vote for diagonals, the best windows are aligned
token by token, rare tokens weighing more, and each alignment is cut back to its densest part.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import Final
from weakref import WeakKeyDictionary

from briefing.text.alignment import Pair, aligned
from briefing.text.document import Document
from briefing.text.wording import cut, spoken

_MOST_SEEDS: Final = 50_000
_MOST_WINDOWS: Final = 12
_GAP: Final = 0.35
"""What a skipped token costs, of what its match is worth."""

_MARK: Final = 0.1
"""What a punctuation mark is worth, of a word as rare."""


class Index:
    """The tokens of a document: `spans` are offsets, `places` says where each key stands."""

    def __init__(self, text: str) -> None:
        self.spans, self.keys = cut(text)
        self.places: dict[str, list[int]] = defaultdict(list)
        for at, key in enumerate(self.keys):
            self.places[key].append(at)
        self._weights: dict[str, float] = {}

    def weight(self, key: str) -> float:
        """Return how much a match of this key says, 0 to 1: less the more often it stands in the document."""
        known = self._weights.get(key)
        if known is None:
            size = len(self.keys) + 10
            rare = math.log(size / (len(self.places.get(key, ())) + 1)) / math.log(size)
            known = self._weights[key] = rare if spoken(key) else rare * _MARK
        return known


_INDEXES: WeakKeyDictionary[Document, Index] = WeakKeyDictionary()


def index_of(document: Document) -> Index:
    """Return the index of a document, made once."""
    found = _INDEXES.get(document)
    if found is None:
        found = _INDEXES[document] = Index(document.text)
    return found


class Sought:
    """Keys with their weights: a quote, from `first` to `last`, between its context."""

    def __init__(
        self, index: Index, quote: Sequence[str], before: Sequence[str] = (), after: Sequence[str] = ()
    ) -> None:
        self.keys = [*before, *quote, *after]
        self.first, self.last = len(before), len(before) + len(quote)
        self.weights = [index.weight(key) for key in self.keys]
        self._sums = [0.0, *accumulate(self.weights)]

    def weight(self, start: int, end: int) -> float:
        """Return the weight of the keys from `start` to `end`."""
        return self._sums[end] - self._sums[start]

    def share(self, pairs: Iterable[Pair], start: int, end: int) -> float:
        """Return the weighted share of the keys from `start` to `end` that the pairs match."""
        return sum(self.weights[i] for i, _ in pairs if start <= i < end) / (self.weight(start, end) or 1.0)


def windows(index: Index, sought: Sought) -> list[Pair]:
    """Return the stretches of tokens in which most of what is sought may stand, the likeliest first."""
    size = len(sought.keys)
    width = max(8, size // 2)
    votes: dict[int, float] = defaultdict(float)
    seeds = 0
    for times, at in sorted((len(index.places.get(key, ())), at) for at, key in enumerate(sought.keys)):
        if times and (not seeds or seeds + times <= _MOST_SEEDS):
            seeds += times
            for place in index.places[sought.keys[at]][:_MOST_SEEDS]:
                votes[(place - at) // width] += sought.weights[at]
    both = {band: weight + votes.get(band + 1, 0.0) for band, weight in votes.items()}
    chosen: list[int] = []
    for band in sorted(both, key=lambda band: (-both[band], band)):
        if all(abs(band - other) > 1 for other in chosen):
            chosen.append(band)
            if len(chosen) == _MOST_WINDOWS:
                break
    return [window(index, sought, band * width, (band + 2) * width + size) for band in chosen]


def window(index: Index, sought: Sought, low: int, high: int) -> Pair:
    """Return a stretch of tokens, widened by what may have come in between."""
    slack = len(sought.keys) // 2 + 8
    return max(0, low - slack), min(len(index.keys), high + slack)


def best_run(index: Index, sought: Sought, low: int, high: int) -> list[Pair]:
    """Return the densest run of matches within a window, aligned again once its place is known."""
    score, pairs = _run(index, sought, low, high)
    if pairs:
        low = max(low, pairs[0][1] - pairs[0][0] - 2)
        high = min(high, pairs[-1][1] + len(sought.keys) - pairs[-1][0] + 2)
        again, closer = _run(index, sought, low, high)
        if again >= score:
            return closer
    return pairs


def _run(index: Index, sought: Sought, low: int, high: int) -> tuple[float, list[Pair]]:
    there = index.keys[low:high]
    sums = [0.0, *accumulate(map(index.weight, there))]
    pairs = aligned(sought.keys, there)
    best, score, start, run = 0.0, 0.0, 0, (0, 0)
    for n, (i, j) in enumerate(pairs):
        if n:
            p, q = pairs[n - 1]
            score -= _GAP * max(sought.weight(p + 1, i), sums[j] - sums[q + 1])
        if score <= 0:
            score, start = 0.0, n
        score += sought.weights[i]
        if score > best:
            best, run = score, (start, n + 1)
    return best, [(i, j + low) for i, j in pairs[slice(*run)]]
