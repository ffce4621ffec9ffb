"""A dossier as a memo: what stands in it, in which order, each statement with its footnotes.

Every format of the memo is written from this outline.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from briefing.check.rate import rate
from briefing.model.card import Card
from briefing.model.discrepancy import Discrepancy
from briefing.model.dossier import Dossier
from briefing.model.passage import Passage
from briefing.model.place import Place
from briefing.model.results import Anchor, Rating
from briefing.model.source import Origin, Source

SEVERITIES = ("high", "medium", "low")


@dataclass(frozen=True, slots=True)
class Selection:
    """What is left out of the memo: ids of topics, cards and discrepancies."""

    topics: frozenset[str] = frozenset()
    cards: frozenset[str] = frozenset()
    discrepancies: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Footnote:
    """A passage as a reader is pointed to it. `status` is set where the quote did not anchor."""

    number: int
    passage: Passage
    source: Source
    page: int | None = None
    status: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A card as a statement: its rating and the numbers of its footnotes."""

    card: Card
    rating: Rating
    supports: tuple[int, ...] = ()
    disputes: tuple[int, ...] = ()
    context: tuple[int, ...] = ()
    discrepancies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One side of a discrepancy with the numbers of its footnotes."""

    letter: str
    says: str
    notes: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """A discrepancy as it is told: labelled D1, D2, … by severity."""

    label: str
    item: Discrepancy
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Appraisal:
    """A source with the claims that rest on it."""

    source: Source
    claims: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginGroup:
    """An origin and the sources that draw on it by default."""

    origin: Origin
    sources: tuple[Appraisal, ...]
    claims: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Memo:
    """The memo: sections in reading order."""

    title: str
    question: str
    bottom_line: str
    as_of: dt.date | None
    bottom_notes: tuple[int, ...] = ()
    key: tuple[Fact, ...] = ()
    topics: tuple[tuple[str, tuple[Fact, ...]], ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    origins: tuple[OriginGroup, ...] = ()
    footnotes: tuple[Footnote, ...] = ()

    @property
    def facts(self) -> tuple[Fact, ...]:
        """Every fact of every topic."""
        return tuple(fact for _, facts in self.topics for fact in facts)


@dataclass(slots=True)
class _Notes:
    dossier: Dossier
    anchors: Mapping[Place, Anchor]
    taken: dict[tuple[str, tuple[int, int], str], Footnote] = field(default_factory=dict)

    def number(self, passage: Passage, at: Place) -> int:
        key = (passage.source, passage.lines, passage.quote)
        if key not in self.taken:
            source = self.dossier.source_by_id.get(passage.source) or Source(id=passage.source)
            anchor = self.anchors.get(at)
            self.taken[key] = Footnote(
                number=len(self.taken) + 1,
                passage=passage,
                source=source,
                page=source.page(passage.lines[0]),
                status=anchor.status if anchor and anchor.status not in ("exact", "sealed") else "",
            )
        return self.taken[key].number


def outline(
    dossier: Dossier, selection: Selection | None = None, anchors: Mapping[Place, Anchor] | None = None
) -> Memo:
    """Return the memo of a dossier, less what `selection` leaves out.

    `anchors` (from an audit) marks footnotes whose quote does not stand where it should.
    """
    left_out = selection or Selection()
    notes = _Notes(dossier, anchors or {})
    items = _ordered(item for item in dossier.discrepancies if item.id not in left_out.discrepancies)
    labels = {item.id: f"D{n}" for n, item in enumerate(items, 1)}
    cards = [card for card in dossier.cards if card.topic not in left_out.topics and card.id not in left_out.cards]
    facts = {card.id: _fact(card, dossier, notes, labels) for card in (*_key(cards), *cards)}
    key = tuple(facts[card.id] for card in _key(cards))
    topics: dict[str, list[Fact]] = {}
    for card in cards:
        topics.setdefault(dossier.topic_titles[card.topic], []).append(facts[card.id])
    disagreements = tuple(_disagreement(item, labels[item.id], notes) for item in items)
    return Memo(
        title=dossier.title,
        question=dossier.question,
        bottom_line=dossier.bottom_line,
        as_of=dossier.as_of,
        bottom_notes=tuple(dict.fromkeys(fact.supports[0] for fact in key if fact.supports)),
        key=key,
        topics=tuple((title, tuple(found)) for title, found in topics.items()),
        disagreements=disagreements,
        origins=origins(dossier, cards),
        footnotes=tuple(notes.taken.values()),
    )


def _key(cards: Iterable[Card]) -> list[Card]:
    return [card for card in cards if card.key]


def _ordered(items: Iterable[Discrepancy]) -> list[Discrepancy]:
    return sorted(items, key=lambda item: (SEVERITIES.index(item.severity), item.nature != "real"))


def _fact(card: Card, dossier: Dossier, notes: _Notes, labels: Mapping[str, str]) -> Fact:
    numbers: dict[str, list[int]] = {"supports": [], "disputes": [], "context": []}
    for n, evidence in enumerate(card.evidence):
        numbers[evidence.stance].append(notes.number(evidence, card.at / "evidence" / n))
    return Fact(
        card=card,
        rating=rate(card, dossier),
        supports=tuple(dict.fromkeys(numbers["supports"])),
        disputes=tuple(dict.fromkeys(numbers["disputes"])),
        context=tuple(dict.fromkeys(numbers["context"])),
        discrepancies=tuple(labels[item.id] for item in dossier.discrepancies_of.get(card.id, ()) if item.id in labels),
    )


def _disagreement(item: Discrepancy, label: str, notes: _Notes) -> Disagreement:
    answers = []
    for s, side in enumerate(item.side):
        home = item.at / "side" / s / "passages"
        numbers = dict.fromkeys(notes.number(passage, home / n) for n, passage in enumerate(side.passages))
        answers.append(Answer(letter=letter(s), says=side.says, notes=tuple(numbers)))
    return Disagreement(label=label, item=item, answers=tuple(answers))


def letter(side: int) -> str:
    """Return A, B, … Z, AA, … for a side counted from 0."""
    name = ""
    side += 1
    while side:
        side, rest = divmod(side - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def origins(dossier: Dossier, cards: list[Card]) -> tuple[OriginGroup, ...]:
    """Return the sources by their own origin, with the claims that rest on each; origins of passages alone too."""
    by_source: dict[str, set[str]] = {}
    by_origin: dict[str, set[str]] = {}
    for card in cards:
        for evidence in card.evidence:
            by_source.setdefault(evidence.source, set()).add(card.id)
            by_origin.setdefault(dossier.origin_of(evidence), set()).add(card.id)
    names = [*dossier.origin_by_id, *(source.origin or source.id for source in dossier.sources)]
    groups = []
    for id in dict.fromkeys(names):
        sources = tuple(
            Appraisal(source=source, claims=len(by_source.get(source.id, ())))
            for source in dossier.sources
            if (source.origin or source.id) == id
        )
        if sources or id in by_origin:
            origin = dossier.origin_by_id.get(id) or Origin(id=id, name=dossier.source_by_id[id].title or id)
            groups.append(OriginGroup(origin=origin, sources=sources, claims=len(by_origin.get(id, ()))))
    return tuple(groups)
