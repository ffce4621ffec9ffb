"""The dossier: everything about one question, as one immutable value."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Protocol, TypeVar

from briefing.errors import Problem
from briefing.model.card import Card
from briefing.model.discrepancy import Discrepancy, Dismissed
from briefing.model.passage import Evidence, Passage
from briefing.model.place import Place
from briefing.model.source import Origin, Source
from briefing.text.document import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A heading under which cards are read."""

    id: str
    title: str


class _Identified(Protocol):
    @property
    def id(self) -> str: ...


Known = TypeVar("Known", bound=_Identified)


def _by_id(items: Iterable[Known]) -> dict[str, Known]:
    """Return items by id in their order; of two with one id the first."""
    found: dict[str, Known] = {}
    for item in items:
        found.setdefault(item.id, item)
    return found


def _start_of_file(place: Place) -> tuple[int, int]:
    return 1, 1


@dataclass(frozen=True, kw_only=True)
class Dossier:
    """Cards, discrepancies and sources about one question.

    `documents` holds the text of each source that can be read, whole or sealed; it may load
    them when first asked. `where` gives (line, column), both from 1, of a place in its files.
    `problems` is what could not be read, file by file.
    """

    root: str = ""
    title: str = ""
    question: str = ""
    bottom_line: str = ""
    as_of: dt.date | None = None
    topics: tuple[Topic, ...] = ()
    cards: tuple[Card, ...] = ()
    discrepancies: tuple[Discrepancy, ...] = ()
    dismissed: tuple[Dismissed, ...] = ()
    sources: tuple[Source, ...] = ()
    origins: tuple[Origin, ...] = ()
    documents: Mapping[str, Document] = field(default_factory=dict, compare=False, repr=False)
    refused: Mapping[str, Problem] = field(default_factory=dict, compare=False, repr=False)
    """By source, why its text or its seal was not taken: known once the document was asked for."""
    problems: tuple[Problem, ...] = ()
    where: Callable[[Place], tuple[int, int]] = field(default=_start_of_file, compare=False, repr=False)
    unread: frozenset[str] = frozenset()
    """Ids of cards and sources that stand in the files but could not be read."""

    @classmethod
    def from_texts(cls, texts: Mapping[str, str], published: Mapping[str, dt.date] | None = None) -> Dossier:
        """Return a dossier of sources only, in memory."""
        dates = published or {}
        return cls(
            sources=tuple(Source(id=name, title=name, published=dates.get(name)) for name in texts),
            documents={name: Document(text, name) for name, text in texts.items()},
        )

    @cached_property
    def card_by_id(self) -> dict[str, Card]:
        """The cards by id; of two with one id the first."""
        return _by_id(self.cards)

    @cached_property
    def source_by_id(self) -> dict[str, Source]:
        """The sources by id; of two with one id the first."""
        return _by_id(self.sources)

    @cached_property
    def origin_by_id(self) -> dict[str, Origin]:
        """The origins by id; of two with one id the first."""
        return _by_id(self.origins)

    @cached_property
    def discrepancy_by_id(self) -> dict[str, Discrepancy]:
        """The discrepancies by id; of two with one id the first."""
        return _by_id(self.discrepancies)

    @cached_property
    def discrepancies_of(self) -> dict[str, tuple[Discrepancy, ...]]:
        """The discrepancies that touch each card, by its id."""
        found: dict[str, list[Discrepancy]] = {}
        for item in self.discrepancies:
            for card in item.cards:
                found.setdefault(card, []).append(item)
        return {card: tuple(items) for card, items in found.items()}

    @cached_property
    def topic_titles(self) -> dict[str, str]:
        """The title of each topic, those without an entry under their own id, in reading order."""
        titles = {topic.id: topic.title for topic in self.topics}
        for card in self.cards:
            titles.setdefault(card.topic, card.topic.replace("-", " ").capitalize() or "Other")
        return titles

    @cached_property
    def cards_by_topic(self) -> dict[str, tuple[Card, ...]]:
        """The cards of each topic that has any, in reading order."""
        found: dict[str, list[Card]] = {topic: [] for topic in self.topic_titles}
        for card in self.cards:
            found[card.topic].append(card)
        return {topic: tuple(cards) for topic, cards in found.items() if cards}

    def origin_of(self, passage: Passage) -> str:
        """Return the id of the origin that a passage ultimately comes from.

        A source without an origin of its own counts as its own origin.
        """
        if isinstance(passage, Evidence) and passage.origin:
            return passage.origin
        source = self.source_by_id.get(passage.source)
        return source.origin if source and source.origin else passage.source

    def passages(self) -> list[tuple[Place, Passage, Card | None]]:
        """Return every passage with its place and, for evidence, its card."""
        found: list[tuple[Place, Passage, Card | None]] = []
        for card in self.cards:
            home = card.at / "evidence"
            found.extend((home / n, evidence, card) for n, evidence in enumerate(card.evidence))
        for item in self.discrepancies:
            for s, side in enumerate(item.side):
                home = item.at / "side" / s / "passages"
                found.extend((home / n, passage, None) for n, passage in enumerate(side.passages))
        return found
