"""Lines in the making: inline text gathers until a block ends; a table row is a line."""

from __future__ import annotations

import re
from typing import NamedTuple

from briefing.store.reading.extract import Steps, ranges

_SPACE = re.compile(r"[ \t\r\n\f]+")
_BULLET = re.compile(r"(?:[-•]|[0-9A-Za-z]{1,9}[.)]) ")
CELL = 300
"""Characters of a table cell beyond which its row is no row of figures but a piece of layout."""


class Line(NamedTuple):
    """One line; `marked` if it is boilerplate; `linked`: how many of its characters are links."""

    text: str
    marked: bool = False
    linked: int = 0


class Lines:
    """Lines gathered from inline text; white space is folded as a browser folds it."""

    def __init__(self) -> None:
        self.done: list[Line] = []
        self.lead = ""
        self.verbatim = 0
        self._open: list[str] = []
        self._last = ""
        self._linked = 0

    def add(self, text: str, *, linked: bool = False) -> None:
        """Append inline text."""
        if self.verbatim:
            *whole, text = text.split("\n")
            for piece in whole:
                self._append(piece, linked)
                self.end(keep=True)
        else:
            text = _SPACE.sub(" ", text)
            if not self._last or self._last == " ":
                text = text.removeprefix(" ")
        self._append(text, linked)

    def _append(self, text: str, linked: bool) -> None:
        if text:
            self._open.append(text)
            self._last = text[-1]
            self._linked += len(text) if linked else 0

    @property
    def last(self) -> str:
        """The last character of the open line, or nothing."""
        return self._last

    def end(self, *, marked: bool = False, keep: bool = False) -> bool:
        """End the open line; return whether there was one. An empty one is kept where `keep` says so."""
        text = "".join(self._open)
        text = text.rstrip() if self.verbatim or keep else text.strip(" ")
        linked, self._linked, self._open, self._last = self._linked, 0, [], ""
        if text:
            self.done.append(Line(self.lead + text, marked, linked))
            self.lead = ""
        elif keep and self.done and self.done[-1].text:
            self.done.append(Line(""))
        return bool(text)

    def space(self) -> None:
        """Put a blank line after what is there."""
        if self.done and self.done[-1].text:
            self.done.append(Line(""))

    def extend(self, lines: list[Line]) -> None:
        """Append lines that were gathered elsewhere."""
        self.done.extend(lines)


def row(cells: list[list[Line]], *, layout: bool = False) -> list[Line]:
    """Return a table row as one line, cells parted by a bar; as the lines of its cells where it is layout."""
    if not layout and len(cells) > 1 and all(sum(len(line.text) for line in cell) <= CELL for cell in cells):
        texts = [" ".join(line.text for line in cell if line.text) for cell in cells]
        if not any(texts):
            return []
        told = [line for cell in cells for line in cell]
        linked = sum(line.linked for line in told)
        return [Line(" | ".join(texts), all(line.marked for line in told if line.text), linked)]
    found: list[Line] = []
    for cell in cells:
        if found and cell and found[-1].text:
            found.append(Line(""))
        found.extend(cell)
    return found


def tidied(lines: list[Line]) -> list[Line]:
    """Return lines with at most one blank one between two, and none at either end."""
    found: list[Line] = []
    for line in lines:
        if line.text.strip() or (found and found[-1].text):
            found.append(line if line.text.strip() else Line(""))
    while found and not found[-1].text:
        found.pop()
    return found


def boilerplate(lines: list[Line]) -> Steps:
    """Return the ranges of lines that are marked, or stand in lists of links; none where that is everything."""
    numbers = {number for number, line in enumerate(lines, 1) if line.marked} | set(_link_lists(lines))
    if len(numbers) >= sum(bool(line.text) for line in lines):
        return ()
    blank = {number for number, line in enumerate(lines, 1) if not line.text}
    return ranges(sorted(numbers | {n for n in blank if n - 1 in numbers and n + 1 in numbers}))


def _link_lists(lines: list[Line], least: int = 5) -> list[int]:
    """Return the numbers, from 1, of lines in runs of at least `least` that are links and little else."""
    found: list[int] = []
    run: list[int] = []
    for number, line in enumerate([*lines, Line("end")], 1):
        words = len(_BULLET.sub("", line.text, count=1).strip(" |"))
        if line.text and (line.marked or (line.linked and line.linked >= 0.8 * words)):
            run.append(number)
        elif line.text:
            found += run if len(run) >= least else []
            run = []
    return found
