"""Looking for words whatever white space parts them, and only where they stand as whole tokens."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate
from typing import Final

from briefing.text.wording import is_joint, is_unspaced

_SEPARATORS: Final = frozenset(".,:\u00a0\u2009\u202f")
_MINUS: Final = frozenset("-−")
_OPENS: Final = frozenset(("", " ", "\n", "\t", "\u00a0", "(", "[", "{", "$", "€", "£", "¥"))
_HYPHENS: Final = frozenset("-‐‑")
_APOSTROPHES: Final = frozenset("'’ʼ")
_T: Final = frozenset("tT")
_NON: Final = re.compile(r"(?<![^\W_])non\Z", re.IGNORECASE)


def fold(text: str) -> str:
    """Return a text with each run of white space as one blank, and none at its ends."""
    return " ".join(text.split())


class Folded:
    """A stretch of a text, folded; finds words in it and gives their offsets in the text itself."""

    def __init__(self, text: str, start: int = 0, end: int | None = None) -> None:
        self._text, self._start = text, start
        self._words = text[start:end].split()
        self._folded = " ".join(self._words)
        self._places: tuple[list[int], list[int]] | None = None

    def find(self, words: str) -> Iterator[tuple[int, int]]:
        """Yield the offsets of each place where folded `words` stand as whole tokens."""
        at = self._folded.find(words)
        while at >= 0:
            start = self._offset(at)
            if not _inside(self._text, start, opening=True):
                end = self._offset(at + len(words) - 1) + 1
                if not _inside(self._text, end, opening=False):
                    yield start, end
            at = self._folded.find(words, at + 1)

    def _offset(self, at: int) -> int:
        """Return where in the text a character of the folded text stands."""
        if self._places is None:
            there, here = [], self._start
            for word in self._words:
                here = self._text.index(word, here)
                there.append(here)
                here += len(word)
            self._places = list(accumulate((len(word) + 1 for word in self._words[:-1]), initial=0)), there
        folded, there = self._places
        n = bisect_right(folded, at) - 1
        return there[n] + at - folded[n]


def whole(text: str, start: int, end: int) -> bool:
    """Whether a stretch begins and ends between tokens: not inside a word or a number, nor short of its “not”."""
    return not _inside(text, start, opening=True) and not _inside(text, end, opening=False)


def _inside(text: str, at: int, *, opening: bool) -> bool:
    if not 0 < at < len(text):
        return False
    left, right = text[at - 1], text[at]
    if (left == " " or left == "\n") if opening else (right == " " or right == "\n"):
        return False
    if left.isalnum() or is_joint(left):
        if right.isalnum() or is_joint(right):
            return not (is_unspaced(left) or is_unspaced(right))
        if left.isdecimal() and right in _SEPARATORS and text[at + 1 : at + 2].isdecimal():
            return True
        return not opening and left in "nN" and right in _APOSTROPHES and text[at + 1 : at + 2] in _T
    if not right.isalnum():
        return False
    before = text[max(0, at - 2) : at - 1]
    if right.isdecimal() and ((left in _SEPARATORS and before.isdecimal()) or (left in _MINUS and before in _OPENS)):
        return True
    return opening and left in _HYPHENS and _NON.search(text, max(0, at - 5), at - 1) is not None
