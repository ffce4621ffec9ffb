"""Where something like a quote stands in a document that does not hold it word for word.

Seeded as sequence search is: tokens that both share vote for diagonals, the best windows are aligned
token by token, and the alignment is cut back to its densest part. Rare tokens weigh more than common ones.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final
from weakref import WeakKeyDictionary

from rapidfuzz.distance import Indel, LCSseq

from briefing.text.document import Document
from briefing.text.wording import cut, spoken

_MOST_SEEDS: Final = 50_000
_MOST_WINDOWS: Final = 12
_GAP: Final = 0.35
_MARK: Final = 0.1

Pair = tuple[int, int]


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
            known = math.log(size / (len(self.places.get(key, ())) + 1)) / math.log(size)
            if not spoken(key):
                known *= _MARK
            self._weights[key] = known
        return known


@dataclass(frozen=True, slots=True)
class Likeness:
    """A stretch of a document that resembles a quote.

    `start` and `end` are offsets. `kept`: weighted share of the quote that stands there; `dense`: share
    of what stands there that is the quote's; `before`, `after`: share of the context that stands around it.
    """

    start: int
    end: int
    kept: float
    dense: float
    before: float
    after: float
    letters: float
    words: int
    weight: float
    chain: float


_INDEXES: WeakKeyDictionary[Document, Index] = WeakKeyDictionary()


def index(document: Document) -> Index:
    """Return the index of a document, made once."""
    found = _INDEXES.get(document)
    if found is None:
        found = _INDEXES[document] = Index(document.text)
    return found


class Sought:
    """A quote between its context, as keys with weights; [first, last) are the quote's own."""

    def __init__(self, index: Index, quote: Sequence[str], before: Sequence[str], after: Sequence[str]) -> None:
        self.quote = quote
        self.keys = [*before, *quote, *after]
        self.first, self.last = len(before), len(before) + len(quote)
        self.weights = [index.weight(key) for key in self.keys]
        self.sums = [0.0, *accumulate(self.weights)]

    def total(self, start: int, end: int) -> float:
        return self.sums[end] - self.sums[start]


def windows(index: Index, sought: Sought) -> list[tuple[int, int]]:
    """Return the stretches of tokens in which most of what is sought may stand, the likeliest first."""
    size = len(sought.keys)
    width = max(8, size // 2)
    votes: dict[int, float] = defaultdict(float)
    seeds = 0
    for times, at in sorted((len(index.places.get(key, ())), at) for at, key in enumerate(sought.keys)):
        if not times or (seeds and seeds + times > _MOST_SEEDS):
            continue
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
    slack = size // 2 + 8
    last = len(index.keys)
    return [(max(0, band * width - slack), min(last, (band + 2) * width + size + slack)) for band in chosen]


def _align(sought: Sought, keys: Sequence[str], sums: Sequence[float]) -> tuple[float, list[Pair]]:
    pairs = [
        (op.src_start + n, op.dest_start + n)
        for op in LCSseq.opcodes(sought.keys, keys)
        if op.tag == "equal"
        for n in range(op.src_end - op.src_start)
    ]
    best, score, start, cut_to = 0.0, 0.0, 0, (0, 0)
    for n, (i, j) in enumerate(pairs):
        if n:
            p, q = pairs[n - 1]
            score -= _GAP * max(sought.total(p + 1, i), sums[j] - sums[q + 1])
        if score <= 0:
            score, start = 0.0, n
        score += sought.weights[i]
        if score > best:
            best, cut_to = score, (start, n + 1)
    return best, pairs[slice(*cut_to)]


def _aligned(index: Index, sought: Sought, low: int, high: int) -> tuple[float, list[Pair]]:
    keys = index.keys[low:high]
    sums = [0.0, *accumulate(map(index.weight, keys))]
    best, pairs = _align(sought, keys, sums)
    if pairs:
        tight = max(0, pairs[0][1] - pairs[0][0] - 2)
        end = min(len(keys), pairs[-1][1] + len(sought.keys) - pairs[-1][0] + 2)
        again, closer = _align(sought, keys[tight:end], [total - sums[tight] for total in sums[tight : end + 1]])
        if again >= best:
            best, pairs = again, [(i, j + tight) for i, j in closer]
    return best, [(i, j + low) for i, j in pairs]


def alike(index: Index, document: Document, quote: str, sought: Sought) -> list[Likeness]:
    found = {}
    for low, high in windows(index, sought):
        chain, pairs = _aligned(index, sought, low, high)
        likeness = _measure(index, document, quote, sought, chain, pairs)
        if likeness:
            known = found.get((likeness.start, likeness.end))
            if known is None or known.chain<likeness.chain:
                found[likeness.start, likeness.end] = likeness
    return sorted(found.values(), key=lambda l: -l.chain)


def _measure(index: Index, document: Document, quote, sought: Sought, chain: float, pairs: list[Pair]) -> Likeness | None:
    first, last = sought.first, sought.last
    own = [(i, j) for i, j in pairs if first <= i < last]
    if not own:
        return None
    ahead = [(i, j) for i, j in pairs if i < first]
    behind = [(i, j) for i, j in pairs if i >= last]
    low, high = own[0][1], own[-1][1] + 1
    if ahead:
        low -= _room(sought, own[0][0], first, low - ahead[-1][1] - 1 - (first - 1 - ahead[-1][0]))
    if behind:
        high += _room(sought, own[-1][0], last - 1, behind[0][1] - high - (behind[0][0] - last))
    matched = sum(sought.weights[i] for i, _ in own)
    for (p, q), (i, j) in zip([*ahead[-1:], *own], [*own, *behind[:1]]):
        pp=max(p,first-1); ii=min(i,last)
        if ii > pp + 1 and j > q + 1:
            here, there = " ".join(sought.keys[pp + 1 : ii]), " ".join(index.keys[q + 1 : j])
            likeness = Indel.normalized_similarity(here, there)
            if likeness > 0.5:
                matched += likeness * min(sought.total(pp + 1, ii), sum(map(index.weight, index.keys[q + 1 : j])))
    there = sum(map(index.weight, index.keys[low:high]))
    s, e = index.spans[low][0], index.spans[high - 1][1]
    tb, ta = sought.total(0, first), sought.total(last, len(sought.keys))
    return Likeness(
        s, e,
        kept=min(1, matched / (sought.total(first, last) or 1)),
        dense=min(1, matched / (there or 1)),
        before=sum(sought.weights[i] for i, _ in ahead) / tb if tb else 0.0,
        after=sum(sought.weights[i] for i, _ in behind) / ta if ta else 0.0,
        letters=Indel.normalized_similarity(" ".join(quote.split()), " ".join(document.text[s:e].split())),
        words=sum(spoken(sought.keys[i]) for i, _ in own),
        weight=sought.total(first, last),
        chain=chain,
    )


def _room(sought: Sought, edge: int, end: int, room: int) -> int:
    """How many tokens between the quote's outermost match and its context stand for its unmatched end."""
    lost = abs(edge - end)
    span = range(edge + 1, end + 1) if end > edge else range(end, edge)
    return room if 0 < room <= 2 * lost + 1 and any(spoken(sought.keys[i]) for i in span) else 0
