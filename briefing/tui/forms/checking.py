"""What `verify` would say of a card or a discrepancy, by the fields of its form, before it is saved."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from briefing.check.audit import audit
from briefing.model.card import Card
from briefing.model.discrepancy import Discrepancy
from briefing.model.dossier import Dossier
from briefing.model.passage import Passage
from briefing.model.place import Place

_ABSENT = frozenset({"no-evidence", "one-side", "no-passage", "no-text"})
"""What a form cannot mend: said of the whole, not of a field."""

_HINTS = {"moved": "write that here", "bad-range": "write 12 or 12-14"}
"""Where the hint of `verify` speaks of how the file is written."""


def said(dossier: Dossier, entry: Card | Discrepancy) -> dict[str, str]:
    """Return what is wrong, by the name of the field: `evidence.0.quote`, `value.date`."""
    return dict(_said(_Whole(dossier), entry))


class _Whole:
    """A dossier, compared by what it is and not by what it holds."""

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Whole) and other.dossier is self.dossier

    def __hash__(self) -> int:
        return id(self.dossier)


@lru_cache(8)
def _said(whole: _Whole, entry: Card | Discrepancy) -> tuple[tuple[str, str], ...]:
    dossier = whole.dossier
    places: list[Place] = []

    def where(place: Place) -> tuple[int, int]:
        places.append(place)
        return len(places), 1

    cited = {passage.source for passage in _passages(entry)}
    small = replace(
        dossier,
        cards=(entry,) if isinstance(entry, Card) else (),
        discrepancies=(entry,) if isinstance(entry, Discrepancy) else (),
        dismissed=(),
        documents={id: document for id in cited if (document := dossier.documents.get(id)) is not None},
        refused={},
        problems=(),
        where=where,
        unread=dossier.unread | (dossier.card_by_id.keys() if isinstance(entry, Discrepancy) else set()),
    )
    found: dict[str, str] = {}
    for problem in audit(small).findings:
        name = ".".join(map(str, places[problem.line - 1].path))
        if problem.code not in _ABSENT and problem.level == "error":
            found.setdefault(name, f"{problem.message}: {_HINTS.get(problem.code, problem.hint)}")
    return tuple(found.items())


def _passages(entry: Card | Discrepancy) -> Iterator[Passage]:
    if isinstance(entry, Card):
        yield from entry.evidence
    else:
        yield from (passage for side in entry.side for passage in side.passages)
