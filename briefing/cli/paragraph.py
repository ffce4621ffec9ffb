"""Lines that are no wider than the terminal: words go on below one another, under one indent."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from typing import Final

from briefing.cli import streams
from briefing.cli.streams import Span, Style

_WIDEST: Final = 100
"""Longer lines are hard to read, however wide the terminal is."""
_LEAST: Final = 24


def width() -> int:
    """Return the columns that a line may take: those of the terminal, 80 where there is none."""
    return max(40, min(_WIDEST, shutil.get_terminal_size((80, 24)).columns))


def paragraph(lead: Sequence[str | Span], body: Sequence[str | Span], indent: int | None = None) -> None:
    """Write a lead and, beside it, a body that goes on under itself, or at `indent` columns.

    Args:
        lead: what stands at the left of the first line.
        body: white space in it is folded; a word longer than a line stands on one of its own.
        indent: columns before the second line on; else as wide as the lead.
    """
    leading = sum(len(span.text if isinstance(span, Span) else span) for span in lead)
    margin = leading if indent is None else indent
    room = max(_LEAST, width() - margin)
    for number, line in enumerate(_wrapped(body, room, max(_LEAST, width() - leading))):
        streams.out(*(lead if not number else (" " * margin,)), *line)


def _wrapped(body: Sequence[str | Span], room: int, first: int) -> Iterator[list[Span]]:
    """Yield the lines of a body; `first` is the room of the first."""
    line: list[Span] = []
    used, left = 0, first
    for word, style, apart in _words(body):
        if line and used + len(word) + apart > left:
            yield line
            line, used, left = [], 0, room
        if line and apart:
            word = f" {word}"
        line.append(Span(word, style))
        used += len(word)
    yield line


def _words(body: Sequence[str | Span]) -> Iterator[tuple[str, Style, bool]]:
    """Yield words with their style, and whether white space stands before each."""
    apart = False
    for span in body:
        text, style = (span.text, span.style) if isinstance(span, Span) else (span, "plain")
        for number, word in enumerate(text.split(" ")):
            apart = apart or number > 0
            if word:
                yield word, style, apart
                apart = False
