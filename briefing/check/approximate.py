"""Where something like a quote stands in a document that does not hold it word for word.

Seeded as sequence search is: tokens that both share vote for diagonals, the best windows are aligned
token by token, rare tokens weighing more, and each alignment is cut back to its densest part. What
stands around the quote is evidence too. Measured by `tests/eval/reanchor.py`.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import Final, NamedTuple
from weakref import WeakKeyDictionary

from rapidfuzz.distance import Indel, LCSseq

from briefing.text.alignment import Pair, aligned
from briefing.text.document import BLANK, Document
from briefing.text.folding import fold
from briefing.text.wording import cut, keys, spoken

LONGEST: Final = 20_000
"""Characters of a quote that is looked for otherwise than word for word."""

_MOST_SEEDS: Final = 50_000
_MOST_WINDOWS: Final = 12
_GAP: Final = 0.35
_MARK: Final = 0.1
_STRETCH: Final = 4
_CONTEXT: Final = 200
_AROUND: Final = 120

_WORDS: Final = 0.3
_BESIDE: Final = 0.4
_ASTRAY: Final = 0.4
_NEAR: Final = 0.2
_LINES: Final = 10
_ENOUGH: Final = 0.95
_MORE_BY_LINES: Final = 0.05
_MORE_BY_CONTEXT: Final = 0.14
_TIE: Final = 0.01
_AKIN: Final = 0.6
_DIGIT: Final = re.compile(r"\d")

Lines = tuple[int, int]


class Likeness(NamedTuple):
    """A stretch of a document that resembles a quote: its offsets, and how well it fits.

    `letters` is the share of letters alike, 0 to 1; `evidence` adds words, context and nearness.
    """

    start: int
    end: int
    letters: float
    evidence: float


class _Index:
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
            known = math.log(size / (len(self.places.get(key, ())) + 1)) / math.log(size)
            self._weights[key] = known = known if spoken(key) else known * _MARK
        return known


_INDEXES: WeakKeyDictionary[Document, _Index] = WeakKeyDictionary()


def _index(document: Document) -> _Index:
    found = _INDEXES.get(document)
    if found is None:
        found = _INDEXES[document] = _Index(document.text)
    return found


class _Sought:
    """Keys with their weights: a quote, from `first` to `last`, between its context."""

    def __init__(self, index: _Index, quote: Sequence[str], before: Sequence[str] = (), after: Sequence[str] = ()) -> None:
        self.keys = [*before, *quote, *after]
        self.first, self.last = len(before), len(before) + len(quote)
        self.weights = [index.weight(key) for key in self.keys]
        self._sums = [0.0, *accumulate(self.weights)]

    def weight(self, start: int, end: int) -> float:
        return self._sums[end] - self._sums[start]

    def share(self, pairs: Iterable[Pair], start: int, end: int) -> float:
        """Return the weighted share of the keys from `start` to `end` that the pairs match."""
        return sum(self.weights[i] for i, _ in pairs if start <= i < end) / (self.weight(start, end) or 1.0)


def resembling(
    document: Document, quote: str, near: Lines | None = None, before: str = "", after: str = ""
) -> tuple[Likeness, bool] | None:
    """Return what most resembles the quote and whether it alone does; None where too little speaks for it.

    Time is linear in the document and, for a given length of the quote, in nothing else.
    """
    if len(quote) > LONGEST:
        return None
    search = _Search(document, quote, near, before, after)
    found = sorted(search.found(), key=lambda likeness: (-likeness.evidence, likeness.start))
    if not found or found[0].evidence < search.enough:
        return None
    best = found[0]
    if document.sealed and BLANK[0] in document.text[best.start : best.end]:
        return None
    rivals = (other for other in found[1:] if other.start >= best.end or other.end <= best.start)
    return best, not any(best.evidence - other.evidence < _TIE for other in rivals)


class _Search:
    def __init__(self, document: Document, quote: str, near: Lines | None, before: str, after: str) -> None:
        self.document, self.near = document, near
        self.index = _index(document)
        self.quote, self.keys = fold(quote), keys(quote)
        self.spoken = [key for key in self.keys if spoken(key)]
        # the outermost token may be cut in two
        ahead, behind = keys(before[-_CONTEXT:]), keys(after[:_CONTEXT])
        self.ahead, self.behind = ahead[1:] or ahead, behind[:-1] or behind
        self.has_context = bool(self.ahead or self.behind)
        self.sought = _Sought(self.index, self.keys, self.ahead, self.behind)
        self.enough = _ENOUGH + (near is not None) * _MORE_BY_LINES + self.has_context * _MORE_BY_CONTEXT
        self._best: dict[int, float] = {}

    def found(self) -> list[Likeness]:
        found: dict[Pair, Likeness] = {}
        for low, high in self._windows(self.sought):
            likeness = self._measure(self._align(self.sought, low, high))
            if likeness is not None:
                span = likeness.start, likeness.end
                found[span] = max(found.get(span, likeness), likeness, key=lambda one: one.evidence)
        return list(found.values())

    def _windows(self, sought: _Sought) -> list[Pair]:
        """Return the stretches of tokens in which most of what is sought may stand."""
        places = self.index.places
        size = len(sought.keys)
        width = max(8, size // 2)
        votes: dict[int, float] = defaultdict(float)
        seeds = 0
        for times, at in sorted((len(places.get(key, ())), at) for at, key in enumerate(sought.keys)):
            if times and (not seeds or seeds + times <= _MOST_SEEDS):
                seeds += times
                for place in places[sought.keys[at]][:_MOST_SEEDS]:
                    votes[(place - at) // width] += sought.weights[at]
        both = {band: weight + votes.get(band + 1, 0.0) for band, weight in votes.items()}
        chosen: list[int] = []
        for band in sorted(both, key=lambda band: (-both[band], band)):
            if all(abs(band - other) > 1 for other in chosen):
                chosen.append(band)
                if len(chosen) == _MOST_WINDOWS:
                    break
        slack, end = size // 2 + 8, len(self.index.keys)
        return [(max(0, band * width - slack), min(end, (band + 2) * width + size + slack)) for band in chosen]

    def _align(self, sought: _Sought, low: int, high: int) -> list[Pair]:
        """Return the best run of matches within a window, aligned again once its place is known."""
        score, pairs = self._run(sought, low, high)
        if pairs:
            low = max(low, pairs[0][1] - pairs[0][0] - 2)
            high = min(high, pairs[-1][1] + len(sought.keys) - pairs[-1][0] + 2)
            again, closer = self._run(sought, low, high)
            if again >= score:
                return closer
        return pairs

    def _run(self, sought: _Sought, low: int, high: int) -> tuple[float, list[Pair]]:
        there = self.index.keys[low:high]
        sums = [0.0, *accumulate(map(self.index.weight, there))]
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

    def _measure(self, pairs: list[Pair]) -> Likeness | None:
        sought, index = self.sought, self.index
        own = [(i, j) for i, j in pairs if sought.first <= i < sought.last]
        if not own:
            return None
        ahead = [pair for pair in pairs if pair[0] < sought.first]
        behind = [pair for pair in pairs if pair[0] >= sought.last]
        low = self._reach(*own[0], -1, ahead[-1] if ahead else None)
        high = self._reach(*own[-1], 1, behind[0] if behind else None) + 1
        start, end = index.spans[low][0], index.spans[high - 1][1]
        if end - start > _STRETCH * len(self.quote) + _CONTEXT:
            return None
        there = [key for key in index.keys[low:high] if spoken(key)]
        words = LCSseq.similarity(self.spoken, there)
        letters = Indel.normalized_similarity(" ".join(self.spoken), " ".join(there))
        evidence = letters + _WORDS * words / (len(self.spoken) or 1)
        if self.near is not None:
            first, last = self.document.lines_of(start, end)
            away = max(0, self.near[0] - last, first - self.near[1])
            evidence += _NEAR / (1 + away / _LINES)
        if self.has_context:
            evidence += self._context(pairs, low, high)
        return Likeness(start, end, letters, evidence)

    def _reach(self, i: int, j: int, step: int, beside: Pair | None) -> int:
        """Return the outermost token that stands for an end of the quote, whether it matches or not.

        (i, j) is the outermost match of the quote, `beside` the next one of its context.
        """
        end = self.sought.first if step < 0 else self.sought.last - 1
        lost = self.sought.keys[end:i] if step < 0 else self.sought.keys[i + 1 : end + 1]
        if beside is not None:
            room = abs(beside[1] - j) - abs(beside[0] - end)
            if 0 < room <= 2 * len(lost) + 1 and any(map(spoken, lost)):
                return j + step * room
        while i != end and self._akin(i + step, j + step):
            i, j = i + step, j + step
        return j

    def _akin(self, i: int, j: int) -> bool:
        if not 0 <= j < len(self.index.keys):
            return False
        one, other = self.sought.keys[i], self.index.keys[j]
        if _DIGIT.search(one) and _DIGIT.search(other):
            return True
        return Indel.normalized_similarity(one, other) >= _AKIN

    def _context(self, pairs: list[Pair], low: int, high: int) -> float:
        """Return what the context says: for, where it stands beside; against, where only elsewhere."""
        sought = self.sought
        sides = []
        for side, start, end, (left, right) in (
            (self.ahead, 0, sought.first, (low - _AROUND, low)),
            (self.behind, sought.last, len(sought.keys), (high, high + _AROUND)),
        ):
            if side:
                beside = sought.share(pairs, start, end)
                around = self._share(side, max(0, left), min(right, len(self.index.keys)))
                sides.append(_BESIDE * beside - _ASTRAY * max(0.0, self._anywhere(side) - around))
        return sum(sides) / len(sides)

    def _anywhere(self, side: list[str]) -> float:
        """Return the best share of a side of the context that stands in one place, wherever."""
        known = self._best.get(id(side))
        if known is None:
            found = (self._share(side, low, high) for low, high in self._windows(_Sought(self.index, side))[:4])
            known = self._best[id(side)] = max(found, default=0.0)
        return known

    def _share(self, side: list[str], low: int, high: int) -> float:
        alone = _Sought(self.index, side)
        return alone.share(self._align(alone, low, high), 0, len(side))
