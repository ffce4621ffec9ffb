"""Near-copies among many texts: shingles in an inverted index find the few pairs worth comparing word by word."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from typing import Final

from briefing.text.reuse import reuse

NEAR: Final = 0.8
"""The share of the shorter text from which two are called near-copies."""
_WORDS: Final = 5
_ONE_IN: Final = 8
_CAP: Final = 60_000
_MOST_TEXTS: Final = 50
_MOST_PAIRS: Final = 3
_HINT: Final = 0.4
_SURE: Final = 0.95
"""What share of shingles makes a pair worth comparing, and what share needs no comparing."""
_WORD = re.compile(r"\w+")


class Likeness:
    """The texts seen so far, by what a part of their shingles says."""

    def __init__(self, text_of: Callable[[str], str]) -> None:
        self._text_of = text_of
        self._seen: dict[int, list[str]] = defaultdict(list)
        self._sizes: dict[str, int] = {}

    def add(self, id: str, text: str) -> None:
        """Take a text in."""
        shingles = _shingles(text)
        self._sizes[id] = len(shingles)
        for shingle in shingles:
            if len(self._seen[shingle]) < _MOST_TEXTS:
                self._seen[shingle].append(id)

    def near(self, text: str) -> tuple[str, float] | None:
        """Return the text seen that is the likeliest near-copy of this one, with the share that they have in common."""
        shingles = _shingles(text)
        shared = Counter(id for shingle in shingles for id in self._seen.get(shingle, ()))
        hints = {id: count / max(1, min(len(shingles), self._sizes[id])) for id, count in shared.items()}
        likely = sorted((id for id, hint in hints.items() if hint >= _HINT), key=lambda each: (-hints[each], each))
        for id in likely[:_MOST_PAIRS]:
            share = hints[id] if hints[id] >= _SURE else reuse(text[:_CAP], self._text_of(id)[:_CAP])
            if share >= NEAR:
                return id, share
        return None


def _shingles(text: str) -> set[int]:
    words = _WORD.findall(text[:_CAP].lower())
    hashes: Iterable[int] = map(hash, zip(*(words[n:] for n in range(_WORDS)), strict=False))
    return {each for each in hashes if each % _ONE_IN == 0}
