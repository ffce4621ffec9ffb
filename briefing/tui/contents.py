"""What goes into the memo: its parts as a list, each taken in or out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Literal

from briefing.memo.outline import SEVERITIES, Selection
from briefing.model.card import Card
from briefing.model.discrepancy import Discrepancy
from briefing.tui.desk import Desk

Kind = Literal["topic", "card", "discrepancy", "heading"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the contents: a topic, a card, a discrepancy, or a heading."""

    kind: Kind
    id: str
    text: str
    card: Card | None = None
    item: Discrepancy | None = None


def entries(desk: Desk) -> Iterator[Entry]:
    """Yield topics with their cards, then the discrepancies by severity."""
    for topic, cards in desk.dossier.cards_by_topic.items():
        yield Entry("topic", topic, desk.dossier.topic_titles[topic])
        for card in cards:
            yield Entry("card", card.id, card.claim, card=card)
    for severity in SEVERITIES:
        items = [item for item in desk.dossier.discrepancies if item.severity == severity]
        if items:
            yield Entry("heading", severity, f"Discrepancies of {severity} severity")
            for item in items:
                yield Entry("discrepancy", item.id, item.question, item=item)


def is_in(entry: Entry, left_out: Selection) -> bool:
    """Whether an entry goes into the memo; a card of a topic that is out is out too."""
    if entry.kind == "topic":
        return entry.id not in left_out.topics
    if entry.kind == "card" and entry.card is not None:
        return entry.id not in left_out.cards and entry.card.topic not in left_out.topics
    return entry.id not in left_out.discrepancies


def toggled(entry: Entry, left_out: Selection, desk: Desk) -> Selection:
    """Take an entry out, or in again. A heading stands for all discrepancies beneath it."""
    if entry.kind == "topic":
        return replace(left_out, topics=left_out.topics ^ {entry.id})
    if entry.kind == "card" and entry.card is not None:
        topic = entry.card.topic
        if topic in left_out.topics:  # the topic comes back with this card alone
            others = {card.id for card in desk.dossier.cards if card.topic == topic and card.id != entry.id}
            return replace(left_out, topics=left_out.topics - {topic}, cards=left_out.cards - {entry.id} | others)
        return replace(left_out, cards=left_out.cards ^ {entry.id})
    if entry.kind == "discrepancy":
        return replace(left_out, discrepancies=left_out.discrepancies ^ {entry.id})
    ids = frozenset(item.id for item in desk.dossier.discrepancies if item.severity == entry.id)
    out = left_out.discrepancies
    return replace(left_out, discrepancies=out - ids if ids <= out else out | ids)


@dataclass(frozen=True, slots=True, eq=False)
class MemoView:
    """What is left out, and the memo that comes of it, line by line."""

    desk: Desk | None = None
    left_out: Selection = field(default_factory=Selection)
    text: str = ""
