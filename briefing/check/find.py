"""Search: the cards and source lines that hold some words, or words that begin with them, else the nearest ones.

What stands word for word in double quotes comes first. One `ClaimIndex` over claims, cards and lines answers.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import accumulate
from typing import Final, Literal

from briefing.check.index import ClaimIndex
from briefing.check.inverted import LONGEST
from briefing.model.card import Card
from briefing.model.dossier import Dossier
from briefing.text.document import BLANK
from briefing.text.stem import stem
from briefing.text.terms import STOP, words

How = Literal["literal", "words", "near"]
WINDOW: Final = 160
"""Characters of a long line that are shown."""
_CLAIM, _CARD, _LINE, _MENU = 1.0, 0.9, 0.6, 0.3
"""Weights of the words of a claim, of what else stands on its card, of a line, and of a line of a menu."""
_NEAR: Final = 0.5
_MOST_NEAR: Final = 10
_QUOTED: Final = re.compile(r"[\"“”«»]([^\"“”«»]+)[\"“”«»]")
_TOKEN: Final = re.compile(r"\d+(?:[.,]\d+)*|[^\W_]+")
_MOST: Final = 1_000
_MOST_LITERAL: Final = 5_000
"""Entries that hold all the words, and those of them that are looked through for a phrase."""
_LONGEST: Final = 2_000
_FIGURE: Final = 3
"""Words that a figure is worth when the part of a text is chosen that is shown."""
_FORMS: Final = 4
"""Letters from which a word typed stands for its other forms too."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A card, or a line of a source, with a score from 0 to 1.

    `how` it was found: a phrase in quotes word for word, all the words, or only some of them.
    """

    card: str | None
    source: str | None
    lines: tuple[int, int] | None
    text: str
    score: float
    how: How = "words"


@dataclass(frozen=True, slots=True)
class _Entry:
    """A text that may be found; `weight` says what a word in it is worth."""

    hit: Hit
    text: str
    weight: float


class Search:
    """A dossier made ready to be searched many times, as somebody types."""

    def __init__(self, dossier: Dossier) -> None:
        self._entries = [*_cards(dossier.cards), *_lines(dossier)]

    @cached_property
    def _index(self) -> ClaimIndex:
        return ClaimIndex((str(at), entry.text) for at, entry in enumerate(self._entries))

    def find(self, typed: str, limit: int = 50) -> list[Hit]:
        """Return the cards, then the source lines, that hold every word; the best first.

        Phrases in double quotes must stand there word for word, or at least their words. Where nothing holds all
        of the words, what comes nearest is given. Case does not matter.
        """
        typed = typed[:_LONGEST]
        held = [(self._entries[int(at)], score) for at, score in self._index.lookup(typed, _MOST)]
        hits = self._literal(typed)
        hits += sorted((_hit(entry, score) for entry, score in held), key=_order)
        if not hits:
            hits = self._nearest(typed)
        once: dict[tuple[object, ...], Hit] = {}
        for hit in hits:
            once.setdefault((hit.card, hit.source, hit.lines), hit)
        return list(once.values())[:limit]

    def _nearest(self, typed: str) -> list[Hit]:
        """Return the best of what holds some of the words, as long as it is not much worse than the first."""
        near = self._index.search(typed, _MOST_NEAR, floor=0.0)
        return [_hit(self._entries[int(at)], _NEAR * score, "near") for at, score in near if 2 * score >= near[0][1]]

    def _literal(self, typed: str) -> list[Hit]:
        phrases = [" ".join(phrase.lower().split()) for phrase in _QUOTED.findall(typed)]
        if not any(phrases):
            return []
        held = (self._entries[int(at)] for at, _ in self._index.lookup(" ".join(phrases), _MOST_LITERAL))
        folded = ((entry, " ".join(entry.text.lower().split())) for entry in held)
        exact = (entry for entry, text in folded if all(phrase in text for phrase in phrases))
        return sorted((_hit(entry, 1.0, "literal") for entry in exact), key=_order)


def find(dossier: Dossier, typed: str, limit: int = 50) -> list[Hit]:
    """Return what `Search(dossier).find` does."""
    return Search(dossier).find(typed, limit)


def found(text: str, typed: str) -> list[tuple[int, int]]:
    """Return the spans of the words of a text for which it was found, in reading order."""
    sought = list(dict.fromkeys(words(typed[:_LONGEST])))
    beginnings = tuple(sought)
    stems = {stem(word) for word in sought if len(word) >= _FORMS and word not in STOP}
    spans = []
    for match in _TOKEN.finditer(text, 0, LONGEST):
        word = "".join(words(match[0])[-1:])
        if word.startswith(beginnings):
            typed_part = max(len(part) for part in sought if word.startswith(part))
            spans.append((match.start(), match.start() + min(typed_part, len(match[0]))))
        elif stem(word) in stems:
            spans.append(match.span())
    return spans


def around(text: str, typed: str, window: int = WINDOW) -> str:
    """Return the part of a long text about the place where most of the words stand."""
    plain = " ".join(text.replace(BLANK * 2, "").split())
    if len(plain) <= window:
        return plain
    sought = words(typed[:_LONGEST])
    spans = found(plain, " ".join(word for word in sought if word not in STOP) or typed)
    starts = [start for start, _ in spans]
    worth = [0, *accumulate(_FIGURE if plain[start].isdigit() else 1 for start in starts)]
    crowds = [worth[bisect_left(starts, start + window * 2 // 3)] - worth[at] for at, start in enumerate(starts)]
    first = starts[crowds.index(max(crowds))] if starts else 0
    start = plain.rfind(" ", 0, max(0, min(first - window // 4, len(plain) - window)) + 1) + 1
    end = plain.rfind(" ", start + 1, start + window) if start + window < len(plain) else len(plain)
    if end <= start:
        end = start + window
    return f"{'…' if start else ''}{plain[start:end]}{'…' if end < len(plain) else ''}"


def _cards(cards: Iterable[Card]) -> Iterator[_Entry]:
    for card in cards:
        hit = Hit(card.id, None, None, card.claim, _CLAIM)
        yield _Entry(hit, card.claim, _CLAIM)
        cited = " ".join(f"{item.quote} {item.source}" for item in card.evidence)
        yield _Entry(hit, f"{card.claim} {card.subject} {card.id} {card.note} {cited}", _CARD)


def _lines(dossier: Dossier) -> Iterator[_Entry]:
    for source in dossier.sources:
        document = dossier.documents.get(source.id)
        for number, line in enumerate(document.lines if document else (), 1):
            if line.strip():
                weight = _MENU if source.is_boilerplate(number) else _LINE
                yield _Entry(Hit(None, source.id, (number, number), line, weight), line, weight)


def _hit(entry: _Entry, score: float, how: How = "words") -> Hit:
    return replace(entry.hit, score=round(entry.weight * score, 3), how=how)


def _order(hit: Hit) -> tuple[bool, float]:
    return hit.card is None, -hit.score
