"""Where something like a quote stands in a document that does not hold it word for word.

What speaks for a place: letters and words alike, the context beside it, the cited lines near by.
Context that stands elsewhere instead speaks against it, and where no context is known, a place in
quite another part of the document: so it is that a look-alike is told from the quote itself, revised.
The weights were set on real revisions, halves of the documents held against each other
(`tests/eval/reanchor.py`).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import Final, NamedTuple

from rapidfuzz.distance import Indel, LCSseq

from briefing.check.matching import Sought, best_run, index_of, window, windows
from briefing.text.alignment import Pair
from briefing.text.document import BLANK, Document
from briefing.text.wording import keys, spoken

LONGEST: Final = 20_000
"""Characters of a quote that is looked for otherwise than word for word."""

CONTEXT: Final = 200
"""Characters of context, on either side, that are looked at."""

_STRETCH: Final = 4
_AROUND: Final = 120
_AKIN: Final = 0.6

_WORDS: Final = 0.3
_BESIDE: Final = 0.4
_ASTRAY: Final = 0.4
_NEAR: Final = 0.2
_LINES: Final = 10
_ALONG: Final = 0.3
_TIE: Final = 0.01

_ENOUGH: Final = {(False, False): 0.95, (False, True): 1.1, (True, False): 1.29, (True, True): 1.14}
"""The evidence asked for, by whether lines and whether context are known."""

_DIGIT: Final = re.compile(r"\d")

Lines = tuple[int, int]


class Likeness(NamedTuple):
    """A stretch of a document that resembles a quote: its offsets, and all that speaks for it."""

    start: int
    end: int
    evidence: float


def resembling(
    document: Document, quote: str, near: Lines | None = None, before: str = "", after: str = ""
) -> tuple[Likeness, bool] | None:
    """Return what most resembles the quote and whether it alone does; None where too little speaks for it."""
    if len(quote) > LONGEST:
        return None
    search = _Search(document, quote, near, before, after)
    found = search.found()
    if not found or found[0].evidence < search.enough:
        return None
    best = found[0]
    if document.sealed and not search.disclosed(best):
        return None
    rivals = (other for other in found[1:] if other.start >= best.end or other.end <= best.start)
    return best, not any(best.evidence - other.evidence < _TIE for other in rivals)


class _Search:
    def __init__(self, document: Document, quote: str, near: Lines | None, before: str, after: str) -> None:
        self.document, self.near, self.size = document, near, len(quote)
        self.index = index_of(document)
        own = keys(quote)
        self.spoken = [key for key in own if spoken(key)]
        # the outermost token of the context may be cut in two
        ahead, behind = keys(before[-CONTEXT:]), keys(after[:CONTEXT])
        self.ahead, self.behind = ahead[1:] or ahead, behind[:-1] or behind
        self.sought = Sought(self.index, own, self.ahead, self.behind)
        self.enough = _ENOUGH[near is not None, bool(self.ahead or self.behind)]
        self._elsewhere = self._best_share(self.ahead), self._best_share(self.behind)

    def found(self) -> list[Likeness]:
        """Return the stretches that resemble the quote, the likeliest first."""
        if not self.spoken:
            return []
        found: dict[Pair, Likeness] = {}
        for low, high in [*windows(self.index, self.sought), *self._cited()]:
            likeness = self._measure(best_run(self.index, self.sought, low, high))
            if likeness is not None:
                span = likeness.start, likeness.end
                found[span] = max(found.get(span, likeness), likeness, key=lambda one: one.evidence)
        return sorted(found.values(), key=lambda likeness: (-likeness.evidence, likeness.start))

    def disclosed(self, likeness: Likeness) -> bool:
        """Whether no part of the quote may be among the blanks of a sealed source."""
        there = self.document.text[likeness.start : likeness.end]
        return BLANK[0] not in there and sum(map(spoken, keys(there))) >= len(self.spoken)

    def _cited(self) -> list[Pair]:
        """Return the window of the cited lines, if they are no more than a few times the quote."""
        if self.near is None or not 1 <= self.near[0] <= self.near[1] <= len(self.document):
            return []
        start, end = self.document.span(self.near)
        if end - start > _STRETCH * (self.size + CONTEXT):
            return []
        low, high = (bisect_left(self.index.spans, (at, 0)) for at in (start, end))
        return [window(self.index, self.sought, low, high)]

    def _measure(self, pairs: list[Pair]) -> Likeness | None:
        own = [(i, j) for i, j in pairs if self.sought.first <= i < self.sought.last]
        if not own:
            return None
        ahead = [pair for pair in pairs if pair[0] < self.sought.first]
        behind = [pair for pair in pairs if pair[0] >= self.sought.last]
        low = self._reach(*own[0], -1, ahead[-1] if ahead else None)
        high = self._reach(*own[-1], 1, behind[0] if behind else None) + 1
        start, end = self.index.spans[low][0], self.index.spans[high - 1][1]
        if end - start > _STRETCH * self.size + CONTEXT:
            return None
        there = [key for key in self.index.keys[low:high] if spoken(key)]
        words = LCSseq.similarity(self.spoken, there) / len(self.spoken)
        letters = Indel.normalized_similarity(" ".join(self.spoken), " ".join(there))
        evidence = letters + _WORDS * words + self._nearness(start, end) + self._context(pairs, low, high)
        return Likeness(start, end, evidence)

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

    def _nearness(self, start: int, end: int) -> float:
        """Return what the cited lines say: for a place a few lines off, and for one in the same part of the whole."""
        if self.near is None:
            return 0.0
        first, last = self.document.lines_of(start, end)
        away = max(0, self.near[0] - last, first - self.near[1])
        along = 0.0 if self.ahead or self.behind else _ALONG * max(0.0, 1 - away / len(self.document))
        return _NEAR / (1 + away / _LINES) + along

    def _context(self, pairs: list[Pair], low: int, high: int) -> float:
        """Return what the context says: for, where it stands beside; against, where only elsewhere."""
        first, last, size = self.sought.first, self.sought.last, len(self.index.keys)
        says = []
        if self.ahead:
            around = self._share(self.ahead, max(0, low - _AROUND), low)
            says.append(self._says(self.sought.share(pairs, 0, first), around, self._elsewhere[0]))
        if self.behind:
            around = self._share(self.behind, high, min(size, high + _AROUND))
            says.append(self._says(self.sought.share(pairs, last, len(self.sought.keys)), around, self._elsewhere[1]))
        return sum(says) / (len(says) or 1)

    @staticmethod
    def _says(beside: float, around: float, elsewhere: float) -> float:
        return _BESIDE * beside - _ASTRAY * max(0.0, elsewhere - around)

    def _best_share(self, side: list[str]) -> float:
        """Return the best share of a side of the context that stands in one place, wherever."""
        places = windows(self.index, Sought(self.index, side))[:4] if side else []
        return max((self._share(side, *place) for place in places), default=0.0)

    def _share(self, side: list[str], low: int, high: int) -> float:
        alone = Sought(self.index, side)
        return alone.share(best_run(self.index, alone, low, high), 0, len(side))
