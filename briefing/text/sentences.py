"""Sentences of a document as spans, with the structure of its lines respected.

A blank line, a heading, a list item or a table row ends a sentence; a line end inside a hard-wrapped paragraph does
not. Within a paragraph sentencex decides. It is given short pieces, for on text full of unclosed brackets its time
grows with the square of the length.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import sentencex

Span = tuple[int, int]

_LONGEST: Final = 4000
"""A longer paragraph is cut at a white space before it is looked at."""
_WIDEST: Final = 140
"""No text is hard-wrapped wider than this, nor narrower than the next."""
_NARROWEST: Final = 40
_LINE = re.compile(r"[^\n]+")
_MARKER = re.compile(r"[ \t>]*(?:#{1,6}[ \t]+|[-+*•·‣◦▪●►–—][ \t]+|\(?[0-9]{1,3}[.)][ \t]+|\(?[a-z][.)][ \t]+)")
_RULE = re.compile(r"[ \t]*(?:[-=_*~`+|: \t]{3,}|#{1,6}[ \t].*|.*\|[ \t]*|\|.*)\Z")
_ENDED = re.compile(r"[.!?…:;。！？][\"'”’»)\]*_]{0,3}\s*\Z")
_WORD = re.compile(r"\s*(\S*)")


def sentences(text: str) -> list[Span]:
    """Return the spans of all sentences, in order: code points, no white space at either end, list marks left out."""
    return [span for start, end in _paragraphs(text) for span in _split(text, start, end)]


def _paragraphs(text: str) -> Iterator[Span]:
    """Yield the spans of lines that run on from one to the next."""
    for block in _blocks(text):
        width = min(max(len(line) for _, line in block), _WIDEST)
        start, (at, last) = block[0][0], block[0]
        for offset, line in block[1:]:
            if not _runs_on(last, line, width):
                yield start, at + len(last)
                start = offset
            at, last = offset, line
        yield start, at + len(last)


def _blocks(text: str) -> Iterator[list[tuple[int, str]]]:
    """Yield runs of lines that are not blank, each line with its offset."""
    block: list[tuple[int, str]] = []
    expected = 0
    for match in _LINE.finditer(text):
        line = match[0]
        blank = not line or line.isspace()
        if block and (blank or match.start() != expected):
            yield block
            block = []
        if not blank:
            block.append((match.start(), line))
        expected = match.end() + 1
    if block:
        yield block


def _runs_on(last: str, line: str, width: int) -> bool:
    """Say whether `line` goes on with the paragraph of the line before it.

    It does if its first word found no room there, for that is why a line was wrapped; or if it begins in lower case
    and nothing ended.
    """
    if _MARKER.match(line) or _RULE.match(line) or _RULE.match(last):
        return False
    first = _WORD.match(line)
    word = first[1] if first else ""
    if len(last) <= _WIDEST and len(last) + 1 + len(word) > max(width, _NARROWEST):
        return True
    return word[:1].islower() and _ENDED.search(last[-12:]) is None


def _split(text: str, start: int, end: int) -> Iterator[Span]:
    marker = _MARKER.match(text, start, end)
    start = marker.end() if marker else start
    while start < end:
        stop = _cut(text, start, end)
        piece = text[start:stop].replace("\n", " ")  # so that "Mr." at the end of a line ends no sentence
        for found in sentencex.get_sentence_boundaries("en", piece):
            span = _trimmed(text, start + found["start_index"], start + found["end_index"])
            if span is not None:
                yield span
        start = stop


def _cut(text: str, start: int, end: int) -> int:
    if end - start <= _LONGEST:
        return end
    space = max(text.rfind(" ", start, start + _LONGEST), text.rfind("\n", start, start + _LONGEST))
    return space + 1 if space > start else start + _LONGEST


def _trimmed(text: str, start: int, end: int) -> Span | None:
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    right = len(piece.rstrip())
    return (start + left, start + right) if right > left else None
