"""A document as lines: the ground that every passage stands on.

A line ends at a line feed, with one carriage return just before it, and nowhere else, as for
`cat -n`, `grep -n`, `sed` and git. `str.splitlines` would split at eight more characters.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Final

BLANK: Final = "▒▒▒ "
"""How one undisclosed piece of a sealed source is shown: one width for all."""

_FEED = re.compile("\n")


class Document:
    """One text, addressed by offsets, by lines from 1 and by columns from 0 (code points).

    `sealed` says that the text is not there: all but the disclosed words are blanks.
    """

    __slots__ = ("__weakref__", "_lines", "_starts", "id", "sealed", "text")

    def __init__(self, text: str, id: str = "", *, sealed: bool = False) -> None:
        self.text: Final = text
        self.id: Final = id
        self.sealed: Final = sealed
        self._starts: list[int] | None = None
        self._lines: tuple[str, ...] | None = None

    @classmethod
    def from_text(cls, text: str, id: str = "") -> Document:
        """Return the document that a string holds."""
        return cls(text, id)

    def __repr__(self) -> str:
        return f"<Document {self.id!r}: {len(self)} lines{', sealed' if self.sealed else ''}>"

    def __len__(self) -> int:
        return len(self.starts)

    @property
    def starts(self) -> list[int]:
        """Offset at which each line starts; empty for an empty text."""
        if self._starts is None:
            starts = [0] if self.text else []
            starts.extend(match.end() for match in _FEED.finditer(self.text))
            if len(starts) > 1 and starts[-1] == len(self.text):
                starts.pop()
            self._starts = starts
        return self._starts

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines without their ends."""
        if self._lines is None:
            parts = self.text.split("\n")
            if not parts[-1]:
                parts.pop()
            elif parts[-1].endswith("\r"):
                parts[-1] += "\r"  # no line feed follows: this one belongs to the line
            self._lines = tuple(part.removesuffix("\r") for part in parts)
        return self._lines

    def line(self, number: int) -> str:
        """Return line `number` (from 1) without its end; cheap in a document of any length."""
        start, end = self.span((number, number))
        return self.text[start:end]

    def span(self, lines: tuple[int, int]) -> tuple[int, int]:
        """Return the offsets of `lines` (from 1, both included), the last line end left out.

        Raises:
            ValueError: the range is empty, turned round, or outside the document.
        """
        first, last = lines
        if not 1 <= first <= last <= len(self):
            raise ValueError(f"lines {first} to {last} are not in a document of {len(self)} lines")
        starts, text = self.starts, self.text
        if last == len(starts):
            end = len(text) - (1 if text.endswith("\n") else 0)
            feed = text.endswith("\n")
        else:
            end, feed = starts[last] - 1, True
        if feed and end > starts[last - 1] and text[end - 1] == "\r":
            end -= 1
        return starts[first - 1], end

    def position(self, offset: int) -> tuple[int, int]:
        """Return (line from 1, column from 0) of an offset.

        Raises:
            ValueError: the offset is outside the text.
        """
        if not 0 <= offset <= len(self.text):
            raise ValueError(f"offset {offset} is not in a text of {len(self.text)} characters")
        if not self.text:
            return 1, 0
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1]

    def lines_of(self, start: int, end: int) -> tuple[int, int]:
        """Return the lines (from 1, both included) that the offsets `start` to `end` touch."""
        return self.position(start)[0], self.position(max(start, end - 1))[0]
