"""Anchoring: where a quote stands in a document, and what differs there now.

Cheap before dear: the cited lines, then the whole document word for word, then what resembles it.
Nothing but `exact` and `sealed` is a clean bill: every other answer is to be shown.
"""

from __future__ import annotations

from itertools import islice
from typing import Final
from weakref import WeakKeyDictionary

from rapidfuzz.distance import Indel

from briefing.check.approximate import resembling
from briefing.check.changes import changes
from briefing.model.results import Anchor, AnchorStatus, Change
from briefing.text.document import BLANK, Document
from briefing.text.folding import Folded, fold, whole

Lines = tuple[int, int]
Span = tuple[int, int]

_MOST_PLACES: Final = 10_000
_MOST_COMPARED: Final = 500
_CONTEXT: Final = 200
_CLEARLY: Final = 0.2
"""How much better context must fit elsewhere before a quote that stands in the cited lines is taken from them."""

_FOLDED: WeakKeyDictionary[Document, Folded] = WeakKeyDictionary()


def locate(document: Document, quote: str, *, near: Lines | None = None, before: str = "", after: str = "") -> Anchor:
    """Find a quote in a document, whole or sealed.

    Args:
        document: where to look.
        quote: white space in it may be parted otherwise in the document.
        near: the cited lines, from 1, both included; without them a single find is `exact`.
        before: text that stood just before the quote when it was taken, as far as known.
        after: text that stood just after it.
    """
    if near is not None and not before and not after:
        span = _cited(document, quote, near)
        if span is not None:
            return _anchor(document, "exact", span)
    words = fold(quote)
    if not words or (document.sealed and BLANK[0] in words):
        return Anchor(status="missing")
    places = list(islice(_folded(document).find(words), _MOST_PLACES))
    if places:
        span, alone = _choose(document, places, near, before, after)
        if not alone:
            return _anchor(document, "ambiguous", span)
        lines = document.lines_of(*span)
        there = near is None or near[0] <= lines[0] <= lines[1] <= near[1]
        return _anchor(document, "exact" if there else "moved", span)
    found = resembling(document, words, near, before, after)
    if found is None:
        return Anchor(status="missing")
    likeness, alone = found
    span = likeness.start, likeness.end
    differ = changes(words, document.text[slice(*span)])
    return _anchor(document, "altered" if alone else "ambiguous", span, likeness.letters, differ)


def _cited(document: Document, quote: str, near: Lines) -> Span | None:
    try:
        low, high = document.span(near)
    except ValueError:
        return None
    text = document.text
    if not quote or quote[0].isspace() or quote[-1].isspace() or (document.sealed and BLANK[0] in quote):
        return None
    at = text.find(quote, low, high)
    while at >= 0:
        end = at + len(quote)
        if whole(text, at, end):
            return at, end
        at = text.find(quote, at + 1, high)
    return next(Folded(text, low, high).find(fold(quote)), None)


def _folded(document: Document) -> Folded:
    found = _FOLDED.get(document)
    if found is None:
        found = _FOLDED[document] = Folded(document.text)
    return found


def _choose(document: Document, places: list[Span], near: Lines | None, before: str, after: str) -> tuple[Span, bool]:
    """Return the place that context and cited lines speak for, and whether they speak for it alone."""
    if len(places) == 1:
        return places[0], True
    away = [_away(document, span, near) for span in places]
    order = sorted(range(len(places)), key=away.__getitem__)
    if before or after:
        fits = {n: _fit(document.text, places[n], fold(before[-_CONTEXT:]), fold(after[:_CONTEXT])) for n in order[:_MOST_COMPARED]}
        best = max(fits.values())
        order = [n for n in fits if fits[n] >= best - (_CLEARLY if away[n] == 0 and near else 0)]
    return places[order[0]], len(order) == 1 or (near is not None and away[order[0]] < away[order[1]])


def _away(document: Document, span: Span, near: Lines | None) -> int:
    """Return how many lines lie between a place and the cited lines."""
    if near is None:
        return 0
    first, last = document.lines_of(*span)
    return max(0, near[0] - first, last - near[1])


def _fit(text: str, span: Span, before: str, after: str) -> float:
    """Return how well the context fits around a place, 0 to 1 for each side that is known."""
    start, end = span
    fit = 0.0
    if before:
        fit += Indel.normalized_similarity(before, fold(text[max(0, start - 2 * _CONTEXT) : start])[-len(before) :])
    if after:
        fit += Indel.normalized_similarity(after, fold(text[end : end + 2 * _CONTEXT])[: len(after)])
    return fit


def _anchor(
    document: Document, status: AnchorStatus, span: Span, score: float = 1.0, differ: tuple[Change, ...] = ()
) -> Anchor:
    start, end = span
    first, left = document.position(start)
    last, right = document.position(end - 1)
    if status == "exact" and document.sealed:
        status = "sealed"
    return Anchor(status=status, lines=(first, last), span=span, columns=(left, right + 1), score=score, changes=differ)
