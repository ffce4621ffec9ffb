"""What it takes to delete a card, to merge two, to take evidence off one: changes, made as one step."""

from __future__ import annotations

from briefing.model.card import Card
from briefing.model.discrepancy import Discrepancy
from briefing.model.dossier import Dossier
from briefing.model.passage import Evidence
from briefing.store.change import Change, Delete, Insert, Set


def _named(item: Discrepancy, gone: str, instead: str = "") -> Change:
    """Return what takes a card out of what a discrepancy names, another in its place."""
    ids = [instead if id == gone else id for id in item.cards]
    return Set(item.id, "cards", list(dict.fromkeys(filter(None, ids))) or None, noun="discrepancy")


def deleted(dossier: Dossier, card: Card) -> tuple[Change, ...]:
    """Return what deletes a card and the references to it."""
    items = dossier.discrepancies_of.get(card.id, ())
    return (*(_named(item, card.id) for item in items), Delete(card.id))


def merged(dossier: Dossier, card: Card, other: Card) -> tuple[Change, ...]:
    """Return what merges `other` into `card`: its evidence without doubles, its note, what discrepancies name."""
    known = {_key(item) for item in card.evidence}
    changes: list[Change] = []
    for item in other.evidence:
        if _key(item) not in known:
            known.add(_key(item))
            changes.append(Insert(card.id, "evidence", item))
    if other.note and other.note not in card.note:
        changes.append(Set(card.id, "note", f"{card.note} {other.note}".strip()))
    if card.value is None and other.value is not None:
        changes.append(Set(card.id, "value", other.value))
    if other.key and not card.key:
        changes.append(Set(card.id, "key", True))
    items = dossier.discrepancies_of.get(other.id, ())
    return (*changes, *(_named(item, other.id, card.id) for item in items), Delete(other.id))


def _key(item: Evidence) -> tuple[str, tuple[int, int], str, str]:
    return item.source, item.lines, " ".join(item.quote.split()), item.stance


def dropped(card: Card, evidence: int) -> tuple[Change, ...]:
    """Return what takes one piece of evidence off a card."""
    return (Set(card.id, f"evidence[{evidence}]", None),)
