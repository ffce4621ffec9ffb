"""What the places of lines on the pages of a PDF say: paragraphs, running heads, split words, the title."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from statistics import median
from typing import NamedTuple

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


class _Edge(NamedTuple):
    """A line at the top or bottom of a page, with what its figures differ from the number of the page."""

    page: int
    at: int
    line: PageLine
    offsets: frozenset[int]


def running_heads(pages: Pages) -> set[tuple[int, int]]:
    """Return (page, line) of headers, footers and page numbers: what recurs at one height but for the page number."""
    edges: dict[str, list[_Edge]] = {}
    for page, lines in pages.items():
        by_height = sorted(range(len(lines)), key=lambda at: -lines[at].base)
        for at in {*by_height[:_EDGE], *by_height[-_EDGE:]}:
            text = " ".join(lines[at].text.split())[:200]
            offsets = frozenset(int(number) - page for number in re.findall("[0-9]{1,5}", text))
            edges.setdefault(_DIGITS.sub("#", text).lower(), []).append(_Edge(page, at, lines[at], offsets))
    found: set[tuple[int, int]] = set()
    for key, places in edges.items():
        least = 2 if _PAGE_NUMBER.fullmatch(key) else min(3, max(2, len(pages)))
        found.update((edge.page, edge.at) for edge in places if sum(_alike(edge, other) for other in places) >= least)
    return found


def _alike(one: _Edge, other: _Edge) -> bool:
    same = one.line.text == other.line.text or not one.offsets.isdisjoint(other.offsets)
    return same and abs(one.line.base - other.line.base) <= _SAME_HEIGHT


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
