"""What is selected in the reader: whole lines, and within them, word by word, the quote."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Final

from briefing.check.audit import QUOTE_WORDS, WORD
from briefing.check.worthy import worthy
from briefing.model.passage import Passage
from briefing.text.document import Document

_RUN: Final = re.compile(r"\S+")
_OPENING: Final = "([{\"'“‘«„‚<*_"
_CLOSING: Final = ".,;:!?…)]}\"'”’»>*_"
_MOST: Final = 20_000
"""Characters of the selected lines in which words are found."""

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Selected:
    """Lines `anchor` to `line` (either may come first), and of their `words` those from `first` to `last`.

    Words are offsets in the document, without the punctuation around them; `spots` are those that
    state something to check.
    """

    document: Document
    anchor: int
    line: int
    words: tuple[Span, ...] = field(repr=False)
    spots: tuple[Span, ...] = field(repr=False)
    first: int = 0
    last: int = 0

    @property
    def lines(self) -> tuple[int, int]:
        """The selected lines, both included."""
        return min(self.anchor, self.line), max(self.anchor, self.line)

    @property
    def span(self) -> Span:
        """The offsets of the quote; empty where the lines hold no word."""
        if not self.words:
            start = self.document.span(self.lines)[0]
            return start, start
        return self.words[self.first][0], self.words[self.last][1]

    @property
    def quote(self) -> str:
        """The quote, white space folded."""
        return " ".join(self.document.text[slice(*self.span)].split())

    @property
    def count(self) -> int:
        """How many words the quote has, as `verify` counts them."""
        return len(WORD.findall(self.document.text[slice(*self.span)]))

    @property
    def long(self) -> bool:
        """Whether the quote has more words than a quote may have."""
        return self.count > QUOTE_WORDS

    def passage(self) -> Passage:
        """Return the quote with the lines that it touches."""
        start, end = self.span
        lines = self.document.lines_of(start, end) if end > start else self.lines
        return Passage(source=self.document.id, lines=lines, quote=self.quote)

    def extended(self, line: int) -> Selected:
        """Return the selection from its first line to another; the quote is proposed anew."""
        return select(self.document, self.anchor, line)

    def end_moved(self, by: int) -> Selected:
        """Return it with the end of the quote some words further on, or back to one word."""
        return replace(self, last=self._within(max(self.first, self.last + by)))

    def start_moved(self, by: int) -> Selected:
        """Return it with the beginning of the quote some words further on or back; it pushes the end along."""
        first = self._within(self.first + by)
        return replace(self, first=first, last=max(first, self.last))

    def hopped(self, by: int) -> Selected:
        """Return it with the next (or the last) thing worth checking as its quote, round and round."""
        if not self.spots:
            return self
        current = self.first, self.last
        if current in self.spots:
            at = (self.spots.index(current) + by) % len(self.spots)
        elif by > 0:
            at = next((n for n, spot in enumerate(self.spots) if spot[0] > self.last), 0)
        else:
            at = max((n for n, spot in enumerate(self.spots) if spot[1] < self.first), default=len(self.spots) - 1)
        return replace(self, first=self.spots[at][0], last=self.spots[at][1])

    def _within(self, at: int) -> int:
        return max(0, min(at, len(self.words) - 1))


def select(document: Document, anchor: int, line: int) -> Selected:
    """Return the selection of whole lines, with a first proposal for the quote.

    That is what the lines state first that can be checked, else their first words.
    """
    start, end = document.span((min(anchor, line), max(anchor, line)))
    words = tuple(_words(document.text, start, min(end, start + _MOST)))
    spots = _spots(document.text, start, min(end, start + _MOST), words)
    if spots:
        first, last = spots[0]
    else:
        first, last = 0, max(0, min(QUOTE_WORDS, len(words) - 1) - 1)
    return Selected(document, anchor, line, words, spots, first, last)


def _words(text: str, start: int, end: int) -> list[Span]:
    found = []
    for match in _RUN.finditer(text, start, end):
        run = match[0]
        bare = run.lstrip(_OPENING)
        left = match.start() + len(run) - len(bare)
        right = left + len(bare.rstrip(_CLOSING))
        if right > left:
            found.append((left, right))
    return found


def _spots(text: str, start: int, end: int, words: tuple[Span, ...]) -> tuple[Span, ...]:
    """Return the words, as first and last, that each thing worth checking takes; those too long are left out."""
    found: dict[Span, None] = {}
    for item in worthy(text[start:end]):
        touched = [n for n, (left, right) in enumerate(words) if left < start + item.end and right > start + item.start]
        if touched and touched[-1] - touched[0] < QUOTE_WORDS:
            found[touched[0], touched[-1]] = None
    return tuple(sorted(found))
