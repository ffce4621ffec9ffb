"""Provisional: the anchoring engineer overwrites this file."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from briefing.model.results import Anchor, Change
from briefing.text.document import Document


def locate(
    document: Document, quote: str, *, near: tuple[int, int] | None = None, before: str = "", after: str = ""
) -> Anchor:
    """Find a quote."""
    pattern = re.compile(r"(?<!\w)" + r"\s+".join(map(re.escape, quote.split())) + r"(?!\w)")
    found = [(m.start(), m.end(), document.lines_of(*m.span())) for m in pattern.finditer(document.text)]
    inside = [f for f in found if near is None or (near[0] <= f[2][0] and f[2][1] <= near[1])]
    if not found:
        return _altered(document, quote, near)
    s, e, lines = (inside or found)[0]
    status = ("sealed" if document.sealed else "exact") if inside else "moved"
    columns = (document.position(s)[1], document.position(e)[1])
    return Anchor(status=status, lines=lines, span=(s, e), columns=columns, score=1.0)  # type: ignore[arg-type]


def _altered(document: Document, quote: str, near: tuple[int, int] | None) -> Anchor:
    lines = near or (1, max(1, len(document)))
    start, end = document.span(lines)
    words = [(m[0], m.start() + start, m.end() + start) for m in re.finditer(r"\w+|[^\w\s]", document.text[start:end])]
    sought = re.findall(r"\w+|[^\w\s]", quote)
    best, at = 0.0, 0
    for n in range(max(1, len(words) - len(sought) + 1)):
        ratio = SequenceMatcher(None, sought, [w for w, _, _ in words[n : n + len(sought)]]).ratio()
        if ratio > best:
            best, at = ratio, n
    if best < 0.55:
        return Anchor(status="missing")
    there = words[at : at + len(sought)]
    changes = [
        Change(" ".join(sought[a:b]), " ".join(w for w, _, _ in there[c:d]), True)
        for op, a, b, c, d in SequenceMatcher(None, sought, [w for w, _, _ in there]).get_opcodes()
        if op != "equal"
    ]
    span = (there[0][1], there[-1][2])
    columns = (document.position(span[0])[1], document.position(span[1])[1])
    return Anchor(
        status="altered", lines=document.lines_of(*span), span=span, columns=columns, score=best, changes=tuple(changes)
    )
