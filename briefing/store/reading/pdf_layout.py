"""What the places of lines on the pages of a PDF say: paragraphs, running heads, split words, the title."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from statistics import median

from briefing.store.reading.extract import folded
from briefing.store.reading.pdf_page import PageLine

Pages = dict[int, list[PageLine]]
_WORD_END = re.compile(r"[^\W\d_]{2,}(?=-$)")
_WORD_START = re.compile(r"[^\W\d_]{2,}")
_DIGITS = re.compile(r"[0-9]+|\b[ivxl]+\b", re.IGNORECASE)
_PAGE_NUMBER = re.compile(r"\W*(?:(?:page|seite|p\.?|стр\.?)\s?)?#(?:\s?(?:of|/|von|de|из)\s?#)?\W*")
_SAME_HEIGHT = 4
"""Points."""
_LISTED = re.compile(r"(?:[^\w\s]|\(?[0-9]{1,3}[.)]|\(?[A-Za-z][.)])\s")
"""How an entry of a list begins, whose further lines are indented."""
_EDGE = 2
"""Lines at the top and at the bottom of a page among which running heads are looked for."""


def join_words(pages: Pages) -> int:
    """Put words together that a line end splits, where the document itself writes them whole and never hyphened."""
    everything = " ".join(line.text for lines in pages.values() for line in lines)
    words = Counter(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", everything.lower()))
    joined = 0
    for lines in pages.values():
        for at in range(len(lines) - 1):
            head, tail = _WORD_END.search(lines[at].text), _WORD_START.match(lines[at + 1].text)
            if not (lines[at].split and head and tail):
                continue
            one, other = head[0].lower(), tail[0].lower()
            if words[one + other] and not words[f"{one}-{other}"]:
                rest = lines[at + 1].text
                end = rest.find(" ") if " " in rest else len(rest)
                if end < len(rest):
                    lines[at] = lines[at]._replace(text=lines[at].text[:-1] + rest[:end])
                    lines[at + 1] = lines[at + 1]._replace(text=rest[end:].lstrip())
                    joined += 1
    return joined


def leading(pages: Pages) -> float:
    """Return the usual distance of base lines within a paragraph, in heights of a line."""
    steps = sorted(
        (one.base - other.base) / one.height
        for lines in pages.values()
        for one, other in pairwise(lines)
        if one.height > 0 and 0.5 < (one.base - other.base) / one.height < 3 and 0.9 < other.height / one.height < 1.1
    )
    return steps[len(steps) // 4] if steps else 1.2


def parts(lines: list[PageLine], at: int, usual: float) -> bool:
    """Whether a paragraph begins with line `at`: a wider gap, another size of letters, or an indent."""
    above, line = lines[at - 1], lines[at]
    if above.split or above.height <= 0:
        return False
    if not 0.87 < line.height / above.height < 1.15:
        return True
    step = (above.base - line.base) / above.height
    if step <= 0:
        return False
    if step > 1.2 * usual and step > usual + 0.15:
        return True
    below = lines[at + 1] if at + 1 < len(lines) and not _LISTED.match(above.text) else None
    indent = line.left - above.left
    return bool(
        below and 0.6 * line.height < indent < 4 * line.height and abs(below.left - above.left) < 0.3 * line.height
    )


def jumps(lines: list[PageLine]) -> bool:
    """Whether the text goes up the page again and to the side: columns, boxes, or an odd order."""
    return any(
        other.base > one.base + one.height and other.left > one.left + 3 * one.height for one, other in pairwise(lines)
    )


def running_heads(pages: Pages) -> set[tuple[int, int]]:
    """Return (page, line) of headers, footers and page numbers: what recurs at one height but for the page number."""
    edges: dict[tuple[int, int], list[_Mark]] = {}
    for page, lines in pages.items():
        by_height = sorted(range(len(lines)), key=lambda at: -lines[at].base)
        for at in {*by_height[:_EDGE], *by_height[-_EDGE:]}:
            edges[page, at] = _marks(lines[at], page)
    counts = Counter(mark for marks in edges.values() for mark in marks)
    usual = min(3, max(2, len(pages)))
    found = set()
    for place, marks in edges.items():
        for words, offset, height in marks:
            least = 2 if _PAGE_NUMBER.fullmatch(words) else usual
            if sum(counts[words, offset, height + step] for step in (-1, 0, 1)) >= least:
                found.add(place)
    return found


_Mark = tuple[str, int | str, int]


def _marks(line: PageLine, page: int) -> list[_Mark]:
    """Return what a line shares with the running heads of other pages: its words with what a figure is off the page."""
    text = " ".join(line.text.split())[:200]
    words, height = _DIGITS.sub("#", text).lower(), int(line.base // _SAME_HEIGHT)
    offsets = {int(number) - page for number in re.findall("[0-9]{1,5}", text)}
    return [(words, text, height), *((words, offset, height) for offset in sorted(offsets))]


def largest(lines: list[PageLine]) -> str:
    """Return what stands in the largest letters of a page, if they stand out."""
    largest = max(line.height for line in lines)
    if largest < 1.2 * median(line.height for line in lines):
        return ""
    title: list[str] = []
    for line in lines:
        if line.height >= 0.95 * largest:
            title.append(line.text)
        elif title:
            break
    return folded(" ".join(title)) if len(title) <= 4 else ""
