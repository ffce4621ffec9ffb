"""What the Draft mode reads: a draft in pieces, each statement with its verdict."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from briefing.model.results import Statement, Verdict
from briefing.text.document import Document
from briefing.tui.desk import Desk

FINDINGS: Final[tuple[Verdict, ...]] = ("contradicted", "disputed", "unverified")
"""The verdicts that ask for something to be done."""


@dataclass(frozen=True, slots=True)
class Piece:
    """What is drawn together: some text of the draft from `start` to `end`, with one statement or none in it.

    `line` is the number of the line in which it begins, from 1.
    """

    line: int
    start: int
    end: int
    statement: Statement | None = None


def pieces(document: Document, statements: Sequence[Statement]) -> list[Piece]:
    """Cut a draft at its statements; what stands before or behind one in its line goes with it."""
    found: list[Piece] = []
    at = 0
    for item in [*statements, None]:
        upto = item.start if item else len(document.text)
        begin = at
        for start, end in _rows(document.text, at, upto):
            blank = not document.text[start:end].strip()
            if found and found[-1].end == start and found[-1].statement and start == at and not _fresh(document, start):
                last = found[-1]
                found[-1] = last if blank else Piece(last.line, last.start, end, last.statement)
            elif end == upto and item is not None:
                begin = start
                break
            elif not blank or (found and _text(document, found[-1]).strip() and start < len(document.text)):
                found.append(Piece(document.position(start)[0], start, end))
            begin = end
        if item is not None:
            found.append(Piece(document.position(item.start)[0], min(begin, item.start), item.end, item))
            at = item.end
    return found


def _rows(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the parts of a text between two offsets that stand in one line each, without line ends."""
    while start <= end:
        feed = text.find("\n", start, end)
        yield start, end if feed < 0 else feed
        if feed < 0:
            return
        start = feed + 1


def _fresh(document: Document, offset: int) -> bool:
    return offset == 0 or document.text[offset - 1] == "\n"


def _text(document: Document, piece: Piece) -> str:
    return document.text[piece.start : piece.end]


@dataclass(frozen=True, slots=True, eq=False)
class DraftView:
    """A draft as it was last checked, and which of its pieces is open; `path` is the file it was read from."""

    desk: Desk | None = None
    path: Path | None = None
    document: Document | None = None
    pieces: tuple[Piece, ...] = ()
    at: int = 0
    reason: str = ""
    """Why there is no draft to show."""

    @property
    def statement(self) -> Statement | None:
        """The statement that is open."""
        return self.pieces[self.at].statement if self.at < len(self.pieces) else None

    @property
    def line(self) -> int:
        """The line of the draft that is open, from 1."""
        return self.pieces[self.at].line if self.at < len(self.pieces) else 1

    def beyond(self, by: int) -> int | None:
        """Return the next piece, round and round, whose verdict asks for something to be done."""
        count = len(self.pieces)
        for step in range(1, count + 1):
            index = (self.at + by * step) % count
            statement = self.pieces[index].statement
            if statement and statement.verdict in FINDINGS:
                return index
        return None
