"""Which claims are shown: words typed, and filters by topic, source, kind, confidence, discrepancy."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any, Final, Literal

from briefing.model.card import Card
from briefing.tui.desk import Desk

Facet = Literal["topic", "source", "kind", "confidence", "discrepancy"]
FACETS: Final[tuple[Facet, ...]] = ("topic", "source", "kind", "confidence", "discrepancy")
CONFIDENCES: Final = ("very high", "high", "medium", "low", "very low")
NATURES: Final = ("real", "apparent", "none")

_WORD = re.compile(r"\w+(?:[.,’']\w+)*")
_PARTS = str.maketrans("", "", ",.'’")


def words(text: str) -> list[str]:
    """Return the words of a text, folded: no case, no accents, no separators within a number."""
    folded = text.casefold()
    if not folded.isascii():
        folded = "".join(c for c in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(c))
    return [word.replace(",", "") if word[0].isdigit() else word.translate(_PARTS) for word in _WORD.findall(folded)]


def matches(text: str, wanted: list[str]) -> list[tuple[int, int]]:
    """Return the spans of the words of a text that begin with one of the folded words."""
    if not wanted:
        return []
    spans = []
    for match in _WORD.finditer(text):
        folded = "".join(words(match[0]))
        fits = [word for word in wanted if folded.startswith(word)]
        if fits:
            length = max(map(len, fits)) if len(folded) == len(match[0]) else len(match[0])
            spans.append((match.start(), match.start() + length))
    return spans


@dataclass(frozen=True, slots=True)
class Filter:
    """What is asked for: all words, and of each facet any of the values chosen (none: all)."""

    words: str = ""
    topic: frozenset[str] = frozenset()
    source: frozenset[str] = frozenset()
    kind: frozenset[str] = frozenset()
    confidence: frozenset[str] = frozenset()
    discrepancy: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return any(getattr(self, item.name) for item in fields(self))

    @property
    def facile(self) -> bool:
        """Whether it needs no preparation: neither words to fold nor cards to rate."""
        return not self.words and not self.confidence

    def chosen(self, facet: str) -> frozenset[str]:
        """Return the values chosen of a facet."""
        return getattr(self, facet)  # type: ignore[no-any-return]

    def toggled(self, facet: str, value: str) -> Filter:
        """Return the filter with one value taken in or out."""
        changed: dict[str, Any] = {facet: self.chosen(facet) ^ {value}}
        return replace(self, **changed)

    def cleared(self) -> Filter:
        """Return the filter with its words alone."""
        return Filter(words=self.words)


class Finder:
    """The claims of one desk, ready to be searched once `prepare` has run."""

    facets = FACETS

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.cards = tuple(card for cards in desk.dossier.cards_by_topic.values() for card in cards)
        self._texts: list[str] | None = None
        self._last: tuple[str, list[tuple[Card, str]]] | None = None

    @property
    def ready(self) -> bool:
        """Whether a search answers at once."""
        return self._texts is not None

    def prepare(self) -> None:
        """Fold every text and rate every card, once; meant for a thread."""
        sources = {
            source.id: " ".join(words(f"{source.id} {source.publisher} {source.title}"))
            for source in self.desk.dossier.sources
        }
        self._texts = [_text(card, sources) for card in self.cards]
        for card in self.cards:
            self.desk.confidence(card)

    def find(self, asked: Filter) -> tuple[Card, ...]:
        """Return the cards that a filter lets through, in reading order."""
        found = self._with_words(asked.words)
        for facet in FACETS:
            if values := asked.chosen(facet):
                found = tuple(card for card in found if not values.isdisjoint(self.values(card, facet)))
        return found

    def _with_words(self, typed: str) -> tuple[Card, ...]:
        wanted = sorted({f" {word}" for word in words(typed)}, key=len, reverse=True)
        if not wanted:
            return self.cards
        if self._texts is None:
            self.prepare()
        pairs: Iterable[tuple[Card, str]] = zip(self.cards, self._texts or (), strict=True)
        if self._last is not None and typed.startswith(self._last[0]):
            pairs = self._last[1]  # one more letter finds nothing that was not found before
        first, rest = wanted[0], wanted[1:]
        found = [pair for pair in pairs if first in pair[1]]
        for word in rest:
            found = [pair for pair in found if word in pair[1]]
        self._last = typed, found
        return tuple(card for card, _ in found)

    def values(self, card: Card, facet: str) -> tuple[str, ...]:
        """Return what a card has of a facet."""
        if facet == "topic":
            return (card.topic,)
        if facet == "source":
            return tuple({item.source for item in card.evidence})
        if facet == "kind":
            return (card.kind,)
        if facet == "confidence":
            return (self.desk.confidence(card),)
        return tuple({item.nature for item in self.desk.dossier.discrepancies_of.get(card.id, ())}) or ("none",)

    def counts(self, facet: str) -> dict[str, int]:
        """Return how many cards there are of each value of a facet, in an order to read."""
        found = Counter(value for card in self.cards for value in self.values(card, facet))
        known: tuple[str, ...] = ()
        if facet == "topic":
            known = tuple(self.desk.dossier.topic_titles)
        elif facet == "source":
            known = tuple(source.id for source in self.desk.dossier.sources)
        elif facet == "confidence":
            known = CONFIDENCES
        elif facet == "discrepancy":
            known = NATURES
        order = {value: n for n, value in enumerate(known)}
        return {value: found[value] for value in sorted(found, key=lambda v: (order.get(v, len(order)), v))}


def _text(card: Card, sources: Mapping[str, str]) -> str:
    """Return the folded words of a card and of its sources' names, each after a blank."""
    quotes = " ".join(item.quote for item in card.evidence)
    own = " ".join(words(f"{card.claim} {card.subject} {quotes} {card.id}"))
    cited = " ".join(sources.get(id, id) for id in dict.fromkeys(item.source for item in card.evidence))
    return f" {own} {cited}"
