"""One page of a PDF as lines in reading order, with where each stands and how large it is.

pdfium gives characters in the order of the page's own text; lines, raised digits and wide gaps are
read off their boxes, since a footnote mark would else join the figure before it (2025³ is not 20253).
"""

from __future__ import annotations

import re
from ctypes import c_double
from functools import cached_property
from typing import Any, NamedTuple

from briefing.store.reading.extract import raised

HYPHEN = "\x02"
"""How pdfium writes a hyphen at the end of a line; the line break after it is left out."""
_SEGMENT = re.compile("[^\r\n\x02\ufffe]*[\x02\ufffe]?")
_UNNAMED = re.compile("[\x00\x01\x03-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffd\uffff\ue000-\uf8ff]")
_DIGIT = re.compile(r"[0-9]")
_JOINED = re.compile(r"[0-9](?:,?[0-9])*")
_SPACES = re.compile(" +")
_SMALLER, _HIGHER = 0.87, 0.12
_NEAR, _WIDE, _WIDE_AT_FIGURES = 1.0, 2.0, 0.9
"""In heights of a line: how far what follows on it may stand off; what gap parts columns, and columns of figures."""


class PageLine(NamedTuple):
    """A line with its left and right end, its base line and its height, in points.

    `split`: its last word goes on in the next line.
    """

    text: str
    left: float
    right: float
    base: float
    height: float
    split: bool = False


class _Segment(NamedTuple):
    start: int
    end: int


class PdfPage:
    """The characters of one page with their boxes."""

    def __init__(self, pdfium: Any, page: Any) -> None:
        self._pdfium = pdfium
        self._page = page
        self._box = pdfium.FS_RECTF()
        get, count = pdfium.FPDFText_GetUnicode, pdfium.FPDFText_CountChars(page)
        self.text = "".join([chr(get(page, at)) for at in range(max(0, count))])

    @cached_property
    def unnamed(self) -> int:
        """How many characters the PDF does not name."""
        error, page = self._pdfium.FPDFText_HasUnicodeMapError, self._page
        named = {at for at in range(len(self.text)) if error(page, at) == 1}
        return len(named.union(match.start() for match in _UNNAMED.finditer(self.text)))

    def lines(self) -> list[PageLine]:
        """Return the lines that hold anything."""
        found: list[list[_Segment]] = []
        for match in _SEGMENT.finditer(self.text):
            segment = self._trimmed(match.start(), match.end())
            if segment is None:
                continue
            if found and self._goes_on(found[-1][-1], segment):
                found[-1].append(segment)
            else:
                found.append([segment])
        return [self._line(segments) for segments in found]

    def _trimmed(self, start: int, end: int) -> _Segment | None:
        text = self.text[start:end]
        length = len(text.rstrip())
        skipped = len(text) - len(text.lstrip())
        return _Segment(start + skipped, start + length) if length > skipped else None

    def _bounds(self, at: int) -> tuple[float, float, float, float]:
        """Return left, bottom, right and top of a character's cell."""
        box = self._box
        self._pdfium.FPDFText_GetLooseCharBox(self._page, at, box)
        return box.left, box.bottom, box.right, box.top

    def _base(self, at: int) -> float:
        x, y = c_double(), c_double()
        self._pdfium.FPDFText_GetCharOrigin(self._page, at, x, y)
        return y.value

    def _goes_on(self, before: _Segment, after: _Segment) -> bool:
        """Whether pdfium broke a line where a raised or lowered piece begins or ends."""
        if self.text[before.end - 1] in "\x02\ufffe":
            return False
        _, bottom, right, top = self._bounds(before.end - 1)
        left, low, _, high = self._bounds(after.start)
        least = min(top - bottom, high - low)
        gap = left - right
        return least > 0 and min(top, high) - max(bottom, low) >= 0.5 * least and -0.3 * least <= gap <= _NEAR * least

    def _line(self, segments: list[_Segment]) -> PageLine:
        first, last = segments[0], segments[-1]
        probes = sorted({at for part in segments for at in _probes(part, self.text)})
        bounds = {at: self._bounds(at) for at in probes}
        # the usual size: raised pieces are smaller, bullets may be larger
        usual = sorted(probes, key=lambda at: bounds[at][3] - bounds[at][1])[len(probes) // 2]
        height = bounds[usual][3] - bounds[usual][1]
        base = self._base(usual)
        pieces = [self._written(part, base, height) for part in segments]
        for number in range(1, len(pieces)):
            gap = bounds[segments[number].start][0] - bounds[segments[number - 1].end - 1][2]
            if gap > 0.1 * height:
                pieces[number] = f" {pieces[number]}"
        text = "".join(pieces)
        split = text[-1] in "\x02\ufffe"
        text = _plain(f"{text[:-1]}-" if split else text)
        return PageLine(text, bounds[first.start][0], bounds[last.end - 1][2], base, height, split)

    def _written(self, segment: _Segment, base: float, height: float) -> str:
        """Return a piece of a line with raised digits as such and wide gaps as three spaces."""
        text = self.text[segment.start : segment.end]
        changes: list[tuple[int, int, str]] = []
        small = {
            match.start()
            for match in _DIGIT.finditer(text)
            if self._is_raised(segment.start + match.start(), base, height)
        }
        for first in sorted(small):
            if first - 1 not in small and not (text[first - 1 : first] == "," and first - 2 in small):
                end = first + len(_JOINED.match(text, first)[0])  # type: ignore[index]
                while end - 1 not in small:
                    end -= 1
                changes.append((first, end, raised(text[first:end])))
        for match in _SPACES.finditer(text):
            gap = self._bounds(segment.start + match.end())[0] - self._bounds(segment.start + match.start() - 1)[2]
            figures = text[match.start() - 1].isdigit() or text[match.end()].isdigit()
            if gap > (_WIDE_AT_FIGURES if figures else _WIDE) * height:
                changes.append((match.start(), match.end(), "   "))
        for start, end, new in sorted(changes, reverse=True):
            text = text[:start] + new + text[end:]
        return text

    def _is_raised(self, at: int, base: float, height: float) -> bool:
        _, bottom, _, top = self._bounds(at)
        return top - bottom <= _SMALLER * height and self._base(at) - base >= _HIGHER * height


def _probes(segment: _Segment, text: str) -> set[int]:
    """Return some characters of a piece, both ends among them; a space may have no size."""
    last = segment.end - 1 - segment.start
    places = {segment.start + last * part // 4 for part in range(5)}
    return {at for at in places if text[at] != " "}


def _plain(text: str) -> str:
    """Return text without what has no place in a line; a soft hyphen that is drawn is a hyphen."""
    if re.search("[\ud800-\udfff]", text):
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    text = text.replace("\xad", "-").replace("\t", " ")
    return re.sub("[\x00-\x08\x0a-\x1f\x7f-\x9f\ufeff\uffff\ufffe]", "\ufffd", text)
