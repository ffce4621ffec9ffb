"""Where a text breaks into rows: at words, by cells, and never losing a character."""

from __future__ import annotations

from itertools import accumulate

from rich.cells import get_character_cell_size


def cells(char: str) -> int:
    """Return the cells of one character; a variation selector may widen the one before it."""
    return 1 if char == "\ufe0f" else get_character_cell_size(char)


def breaks(text: str, width: int) -> list[int]:
    """Return the offsets at which rows of at most `width` cells begin, 0 first.

    A row breaks after white space, or within a word that is longer than a row. The white space
    it breaks at stays at the end of its row, where it may stand out.
    """
    width = max(1, width)
    if text.isascii():
        return _narrow(text, width)
    return _wide(text, width)


def _narrow(text: str, width: int) -> list[int]:
    offsets, start, length = [0], 0, len(text)
    while length - start > width:
        start = _after_space(text, start, start + width)
        if start < length:
            offsets.append(start)
    return offsets


def _wide(text: str, width: int) -> list[int]:
    sizes = [cells(char) for char in text]
    if 0 in sizes:  # a space that bears a mark is no place to break at
        marked = zip(text, [*sizes[1:], 1], strict=True)
        text = "".join("\xa0" if char == " " and not size else char for char, size in marked)
    ends = list(accumulate(sizes))
    offsets, start, length = [0], 0, len(text)
    while length > start:
        base = ends[start - 1] if start else 0
        if ends[-1] - base <= width:
            break
        fits = _reach(ends, start, base + width)
        start = _after_space(text, start, max(fits, start + 1))
        while start < length and sizes[start] == 0:
            start += 1
        if start < length:
            offsets.append(start)
    return offsets


def _reach(ends: list[int], start: int, limit: int) -> int:
    low, high = start, len(ends)
    while low < high:
        middle = (low + high) // 2
        if ends[middle] <= limit:
            low = middle + 1
        else:
            high = middle
    return low


def _after_space(text: str, start: int, end: int) -> int:
    """Return where the next row begins, given that `start` to `end` fits into this one."""
    at = end if text[end : end + 1] == " " else text.rfind(" ", start, end)
    if at < start or not text[start:at].strip(" "):
        return end
    at += 1
    while text[at : at + 1] == " ":
        at += 1
    return at
