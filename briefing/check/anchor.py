"""Anchoring: where a quote stands in a document, and what differs there now.

Cheap before dear: the cited lines, then the whole document word for word, then what resembles it.
Nothing but `exact` and `sealed` is a clean bill: every other answer is to be shown.
"""

from __future__ import annotations

from itertools import islice
from typing import Final
from weakref import WeakKeyDictionary

from rapidfuzz.distance import Indel

from briefing.check.approximate import CONTEXT, Lines, resembling
from briefing.check.changes import changes
from briefing.model.results import Anchor, AnchorStatus, Change
from briefing.text.document import BLANK, Document
from briefing.text.folding import Folded, fold, whole

Span = tuple[int, int]

_MOST_PLACES: Final = 10_000
_MOST_COMPARED: Final = 500
_CLEARLY: Final = 0.2
"""How much better its context must fit elsewhere before a quote in the cited lines is said to have moved."""

_FOLDED: WeakKeyDictionary[Document, Folded] = WeakKeyDictionary()


def locate(document: Document, quote: str, *, near: Lines | None = None, before: str = "", after: str = "") -> Anchor:
    """Find a quote in a document, whole or sealed.

    An `ambiguous` answer carries the first of the places that fit equally.

    Args:
        document: where to look.
        quote: white space in it may be parted otherwise in the document.
        near: the cited lines, from 1, both included; without them a single find is `exact`.
        before: text that stood just before the quote when it was taken, as far as known.
        after: text that stood just after it.
    """
    words = fold(quote)
    if not words or (document.sealed and BLANK[0] in words):
        return Anchor(status="missing")
    if near is not None and not before and not after:
        span = _cited(document, words, near)
        if span is not None:
            return _anchor(document, "exact", span)
    places = list(islice(_folded(document).find(words), _MOST_PLACES))
    if not places:
        return _altered(document, words, near, before, after)
    span, alone = _choose(document, places, near, before, after)
    if near is not None and _away(document, span, near) == 0:
        return _anchor(document, "exact", span)
    if not alone:
        return _anchor(document, "ambiguous", span)
    return _anchor(document, "exact" if near is None else "moved", span)


def stands_once(document: Document, quote: str) -> bool:
    """Whether a document holds a quote word for word in one place, and in no other."""
    words = fold(quote)
    return bool(words) and len(list(islice(_folded(document).find(words), 2))) == 1


def _cited(document: Document, words: str, near: Lines) -> Span | None:
    """Return where the words stand within the cited lines, without a look at the rest of the document."""
    if not 1 <= near[0] <= near[1] <= len(document):
        return None
    text = document.text
    low, high = document.span(near)
    at = text.find(words, low, high)
    if at >= 0 and whole(text, at, at + len(words)):
        return at, at + len(words)
    return next(Folded(text, low, high).find(words), None)


def _folded(document: Document) -> Folded:
    found = _FOLDED.get(document)
    if found is None:
        found = _FOLDED[document] = Folded(document.text)
    return found


def _choose(document: Document, places: list[Span], near: Lines | None, before: str, after: str) -> tuple[Span, bool]:
    """Return the place that context and cited lines speak for, and whether they speak for it alone."""
    away = [_away(document, place, near) for place in places]
    order = sorted(range(len(places)), key=away.__getitem__)
    if (before or after) and len(places) > 1:
        sides = fold(before[-CONTEXT:]), fold(after[:CONTEXT])
        fits = {n: _fit(document.text, places[n], *sides) for n in order[:_MOST_COMPARED]}
        best = max(fits.values())
        order = [n for n in fits if fits[n] >= best - (_CLEARLY if near is not None and away[n] == 0 else 0.0)]
    first = order[0]
    return places[first], len(order) == 1 or away[first] < away[order[1]]


def _away(document: Document, span: Span, near: Lines | None) -> int:
    """Return by how many lines a place lies outside the cited ones."""
    if near is None:
        return 0
    first, last = document.lines_of(*span)
    return max(0, near[0] - first, last - near[1])


def _fit(text: str, span: Span, before: str, after: str) -> float:
    """Return how well the context fits around a place: 0 to 1 for each side that is known."""
    start, end = span
    there = fold(text[max(0, start - 2 * CONTEXT) : start])[-len(before) :]
    here = fold(text[end : end + 2 * CONTEXT])[: len(after)]
    return (Indel.normalized_similarity(before, there) if before else 0.0) + (
        Indel.normalized_similarity(after, here) if after else 0.0
    )


def _altered(document: Document, words: str, near: Lines | None, before: str, after: str) -> Anchor:
    found = resembling(document, words, near, before, after)
    if found is None:
        return Anchor(status="missing")
    likeness, alone = found
    span = likeness.start, likeness.end
    there = document.text[slice(*span)]
    score = Indel.normalized_similarity(words, fold(there))
    return _anchor(document, "altered" if alone else "ambiguous", span, score, changes(words, there))


def _anchor(
    document: Document, status: AnchorStatus, span: Span, score: float = 1.0, differ: tuple[Change, ...] = ()
) -> Anchor:
    first, left = document.position(span[0])
    last, right = document.position(span[1] - 1)
    if status == "exact" and document.sealed:
        status = "sealed"
    return Anchor(status=status, lines=(first, last), span=span, columns=(left, right + 1), score=score, changes=differ)
