"""The form of a card: every field of it, for a new one or for one that is there."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import fields, replace
from typing import Any, Final

from briefing.check.prefill import Reading
from briefing.model.card import Card, Value
from briefing.model.dossier import Dossier, Topic
from briefing.model.passage import Evidence, Passage
from briefing.store.change import Add, Change, Insert, Move, Set
from briefing.store.schema import SOURCE_ID, nearest
from briefing.tui.forms import checking
from briefing.tui.forms.entered import CONFIDENCES, KINDS, NONE, Entered, evidence_fields, evidence_texts
from briefing.tui.forms.fields import Field, Refused, Texts, day, is_text, slug, spelled

_CARD: Final = (
    Field("claim", "claim"),
    Field("kind", "kind", KINDS),
    Field("subject", "subject"),
)
_VALUE: Final = (
    Field("value.amount", "amount"),
    Field("value.low", "low"),
    Field("value.high", "high"),
    Field("value.unit", "unit"),
    Field("value.qualifier", "qualifier"),
    Field("value.date", "date"),
    Field("value.of", "of what"),
)
_PLACE: Final = (
    Field("topic", "topic"),
    Field("as_of", "as of"),
    Field("key", "key", ("no", "yes")),
    Field("note", "note"),
)
_JUDGEMENT: Final = (
    Field("judgement.confidence", "confidence", CONFIDENCES),
    Field("judgement.reason", "reason"),
    Field("judgement.by", "by"),
    Field("judgement.on", "on"),
)
_TEXTS: Final = ("claim", "kind", "subject", "as_of", "key", "note")


class CardForm:
    """Fields for a card: `card` is the one that is there, None for a new one.

    `taken` are pieces of evidence, by number, that a new card takes from the card `source`.
    """

    kind = "card"

    def __init__(
        self, dossier: Dossier, card: Card | None, initial: Texts, source: str = "", taken: tuple[int, ...] = ()
    ) -> None:
        self.dossier, self.card, self.initial = dossier, card, initial
        self.of = card.id if card else ""
        self.source, self.taken = source, taken
        self.count = sum(name.startswith("evidence.") and name.endswith(".quote") for name in initial)

    @property
    def title(self) -> str:
        """What it is about."""
        return self.of or "New card"

    def more(self) -> Texts:
        """Return what else it takes to open the form again."""
        return {"source": self.source, "taken": ",".join(map(str, self.taken))}

    def rows(self, texts: Texts) -> list[Field | str]:
        """Return the fields under their headings."""
        id = Field("id", "id", fixed=self.card is not None)
        rows: list[Field | str] = [*_CARD, "Value", *_VALUE, "Place", *_PLACE, id]
        for n in range(self.count):
            rows += [f"Evidence {n + 1} of {self.count}" if self.count > 1 else "Evidence"]
            rows += evidence_fields(f"evidence.{n}")
        return [*rows, "Your own judgement", *_JUDGEMENT]

    def ghosts(self, texts: Texts) -> Texts:
        """Return what an empty field stands for."""
        found = {"claim": "one checkable statement, in your own words", "id": self._id(texts)}
        for n in range(self.count):
            found[f"evidence.{n}.origin"] = default_origin(self.dossier, texts.get(f"evidence.{n}.source", ""))
        return found

    def _id(self, texts: Texts) -> str:
        if self.card is not None:
            return self.card.id
        text = texts.get("id", "").strip()
        return text or slug(texts.get("claim", ""), self.dossier.card_by_id.keys() | self.dossier.unread)

    def _entered(self, texts: Texts) -> tuple[Card, Entered]:
        entered = Entered(self.dossier, texts)
        card = Card(
            id=self._id(texts),
            claim=entered.needed("claim", "say in your own words what is claimed"),
            kind=entered.choice("kind", KINDS),
            subject=entered.text("subject"),
            value=entered.value(),
            as_of=entered.read("as_of", day),
            key=entered.choice("key", ("no", "yes")) == "yes",
            note=entered.texts.get("note", "").strip(),
            evidence=tuple(entered.evidence(f"evidence.{n}") for n in range(self.count)),
            judgement=entered.judgement(),
        )
        if self.card is None:
            entered.problems |= id_problem(card.id, self.dossier.card_by_id.keys() | self.dossier.unread)
        entered.problems |= topic_problem(self.dossier, entered.text("topic"))
        return card, entered

    def problems(self, texts: Texts) -> Texts:
        """Return what is wrong, by field: what cannot be read, then what `verify` would say."""
        card, entered = self._entered(texts)
        found = checking.said(self.dossier, card) if all(map(is_text, texts.values())) else {}
        return found | entered.problems

    def changes(self, texts: Texts) -> tuple[Change, ...]:
        """Return what the form does: a card more, or the fields that differ."""
        card, entered = self._entered(texts)
        topic = entered.text("topic").removeprefix("+")
        new = new_topic(self.dossier, topic)
        if self.card is not None:
            moved = (Move(self.card.id, topic),) if topic != self.card.topic else ()
            return (*edited(self.card, card, self._touched(texts)), *moved, *(new if moved else ()))
        gone = [Set(self.source, f"evidence[{n}]", None) for n in sorted(self.taken, reverse=True)]
        return (Add(card, topic=topic), *gone, *new)

    def clashes(self, now: Dossier, texts: Texts) -> Texts:
        """Return what others wrote meanwhile into fields that were touched here, by field.

        Raises:
            Refused: the evidence is not what the form was made for.
        """
        home = self.of or self.source
        if not home or (card := now.card_by_id.get(home)) is None:
            return {}
        theirs = texts_of(card)
        if self.taken:
            before = self.dossier.card_by_id[home].evidence
            if card.evidence != before:
                raise Refused(f"the evidence of {home} was changed elsewhere: close the form and split it again")
            return {}
        touched = self._touched(texts)
        moved = any(theirs.get(name) != text for name, text in self.initial.items() if name.startswith("evidence."))
        if moved and any(name.startswith("evidence.") for name in touched):
            raise Refused(f"the evidence of {home} was changed elsewhere: close the form and open it again")
        there = {name: theirs.get(name, "") for name in touched}
        return {name: text for name, text in there.items() if text not in (self.initial.get(name, ""), texts[name])}

    def _touched(self, texts: Texts) -> frozenset[str]:
        return frozenset(name for name, text in texts.items() if text != self.initial.get(name, ""))

    def told(self, texts: Texts) -> tuple[str, str]:
        """Return what is said when it is saved, and the card to go to."""
        id = self._id(texts)
        return (f"{id} changed", "") if self.card else (f"{id} made", id)


def edited(old: Card, new: Card, touched: Iterable[str]) -> Iterator[Change]:
    """Yield what makes the old card the new one, of the fields that were touched alone."""
    names = set(touched)
    for name in _TEXTS:
        if name in names and getattr(new, name) != getattr(old, name):
            yield Set(old.id, name, _stored(Card, name, getattr(new, name)))
    for part in ("value", "judgement"):
        if any(name.startswith(f"{part}.") for name in names):
            yield from _part_edited(old.id, part, getattr(old, part), getattr(new, part), names)
    for n, (before, after) in enumerate(zip(old.evidence, new.evidence, strict=False)):
        for item in fields(Evidence):
            if f"evidence.{n}.{item.name}" in names and getattr(before, item.name) != getattr(after, item.name):
                yield Set(old.id, f"evidence[{n}].{item.name}", _stored(Evidence, item.name, getattr(after, item.name)))


def _part_edited(id: str, part: str, old: Any, new: Any, names: set[str]) -> Iterator[Change]:
    if old is None or new is None:
        if old is not new:
            yield Set(id, part, new)
        return
    for item in fields(new):
        value = getattr(new, item.name)
        if f"{part}.{item.name}" in names and value != getattr(old, item.name):
            yield Set(id, f"{part}.{item.name}", _stored(type(new), item.name, value))


def _stored(noun: type, name: str, value: Any) -> Any:
    """Return a value as it is written; None, nothing, where it is the default."""
    default = next(item.default for item in fields(noun) if item.name == name)
    return None if value == default else list(value) if isinstance(value, tuple) else value


def default_origin(dossier: Dossier, source: str) -> str:
    """Return where the passages of a source come from if nothing else is said."""
    known_source = dossier.source_by_id.get(source)
    return (known_source.origin or known_source.id) if known_source else ""


def id_problem(id: str, taken: Iterable[str]) -> Texts:
    """Return what is wrong with the id of a new entry, if anything is."""
    if id in set(taken):
        return {"id": "this id is taken"}
    if not SOURCE_ID.fullmatch(id) or "." in id:
        return {"id": "an id has letters, digits, - and _"}
    return {}


def topic_problem(dossier: Dossier, text: str) -> Texts:
    """Return what is wrong with a topic, if anything is: an unknown one is made by a + before its name."""
    topics = dossier.topic_titles
    name = text.removeprefix("+")
    if not name:
        return {"topic": f"one of: {', '.join(topics)}" if topics else "a name for what the card is about"}
    if not SOURCE_ID.fullmatch(name) or name in ("dossier", "discrepancies"):
        return {"topic": "a topic has letters, digits, - and _"}
    if name in topics or text != name or not topics:
        return {}
    near = nearest(name, list(topics))
    meant = f" did you mean {near}?" if near else ""
    return {"topic": f"no such topic:{meant} +{name} makes a new one"}


def new_topic(dossier: Dossier, topic: str) -> tuple[Change, ...]:
    """Return what enters a new topic in the list of topics, where the dossier keeps one or has no topic yet."""
    if topic in dossier.topic_titles or (dossier.cards and not dossier.topics):
        return ()
    title = topic.replace("-", " ").replace("_", " ").capitalize()
    return (Insert("", "topics", Topic(id=topic, title=title), noun="dossier"),)


def texts_of(card: Card) -> Texts:
    """Return a card as it stands in its form."""
    value, judgement = card.value or Value(), card.judgement
    found = {
        "claim": card.claim,
        "kind": card.kind,
        "subject": card.subject,
        "value.amount": spelled(value.amount),
        "value.low": spelled(value.low),
        "value.high": spelled(value.high),
        "value.unit": value.unit,
        "value.qualifier": value.qualifier,
        "value.date": value.date or "",
        "value.of": value.of,
        "topic": card.topic,
        "as_of": _iso(card.as_of),
        "key": "yes" if card.key else "no",
        "note": card.note,
        "id": card.id,
        "judgement.confidence": judgement.confidence if judgement else NONE,
        "judgement.reason": judgement.reason if judgement else "",
        "judgement.by": judgement.by if judgement else "",
        "judgement.on": _iso(judgement.on) if judgement else "",
    }
    for n, item in enumerate(card.evidence):
        found |= evidence_texts(f"evidence.{n}", item)
    return found


def _iso(date: dt.date | None) -> str:
    return date.isoformat() if date else ""


def drafted(passage: Passage, reading: Reading, topic: str) -> Texts:
    """Return the texts of a new card, drafted from what a passage says."""
    evidence = Evidence(
        source=passage.source,
        lines=passage.lines,
        quote=passage.quote,
        stance="supports",
        directness=reading.directness,
    )
    card = Card(
        id="",
        claim="",
        kind=reading.kind,
        subject=reading.subject,
        value=reading.value,
        as_of=reading.as_of,
        evidence=(evidence,),
    )
    return texts_of(card) | {"topic": topic}


def split_off(card: Card, taken: tuple[int, ...]) -> Texts:
    """Return the texts of a new card that takes some of another card's evidence: its claim is still to be worded."""
    part = replace(card, id="", claim="", key=False, note="", judgement=None, value=None)
    return texts_of(replace(part, evidence=tuple(card.evidence[n] for n in taken))) | {"topic": card.topic}
