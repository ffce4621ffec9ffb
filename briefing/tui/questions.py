"""Which discrepancies are shown: words typed, and filters by nature, status, severity, kind, source."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, fields, replace
from typing import Any, Final

from briefing.memo.outline import SEVERITIES
from briefing.model.discrepancy import Discrepancy
from briefing.model.passage import Passage
from briefing.tui.desk import Desk
from briefing.tui.filtering import words

FACETS: Final = ("nature", "status", "severity", "kind", "source")


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked for: all words, and of each facet any of the values chosen (none: all)."""

    words: str = ""
    nature: frozenset[str] = frozenset()
    status: frozenset[str] = frozenset()
    severity: frozenset[str] = frozenset()
    kind: frozenset[str] = frozenset()
    source: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return any(getattr(self, item.name) for item in fields(self))

    def chosen(self, facet: str) -> frozenset[str]:
        """Return the values chosen of a facet."""
        return getattr(self, facet)  # type: ignore[no-any-return]

    def toggled(self, facet: str, value: str) -> Asked:
        """Return the filter with one value taken in or out."""
        changed: dict[str, Any] = {facet: self.chosen(facet) ^ {value}}
        return replace(self, **changed)

    def cleared(self) -> Asked:
        """Return the filter with its words alone."""
        return Asked(words=self.words)


class Questions:
    """The discrepancies of one desk by severity, the real before the apparent."""

    facets = FACETS

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        order = {severity: n for n, severity in enumerate(SEVERITIES)}
        self.items = tuple(
            sorted(desk.dossier.discrepancies, key=lambda item: (order[item.severity], item.nature != "real"))
        )
        self._texts = {item.id: f" {' '.join(words(_text(item)))}" for item in self.items}

    def find(self, asked: Asked) -> tuple[Discrepancy, ...]:
        """Return the discrepancies that a filter lets through."""
        wanted = [f" {word}" for word in words(asked.words)]
        return tuple(
            item
            for item in self.items
            if all(word in self._texts[item.id] for word in wanted)
            and all(
                not values or not values.isdisjoint(self.values(item, facet))
                for facet in FACETS
                for values in (asked.chosen(facet),)
            )
        )

    def values(self, item: Discrepancy, facet: str) -> tuple[str, ...]:
        """Return what a discrepancy has of a facet."""
        if facet == "source":
            return tuple({passage.source for side in item.side for passage in side.passages})
        return (str(getattr(item, facet)),)

    def counts(self, facet: str) -> dict[str, int]:
        """Return how many discrepancies there are of each value of a facet, in an order to read."""
        found = Counter(value for item in self.items for value in self.values(item, facet))
        known = {
            "nature": ["real", "apparent"],
            "status": ["open", "resolved"],
            "severity": list(SEVERITIES),
            "source": [source.id for source in self.desk.dossier.sources],
        }.get(facet, sorted(found))
        return {value: found[value] for value in [*known, *sorted(set(found) - set(known))] if value in found}


def _text(item: Discrepancy) -> str:
    sides = " ".join(f"{side.says} {' '.join(passage.quote for passage in side.passages)}" for side in item.side)
    return f"{item.question} {item.id} {item.kind} {item.finding} {sides}"


@dataclass(frozen=True, slots=True, eq=False)
class QuestionView:
    """The discrepancies that are shown, the one that is open, and which of its sides (from 0)."""

    desk: Desk | None = None
    asked: Asked = field(default_factory=Asked)
    items: tuple[Discrepancy, ...] = ()
    item: Discrepancy | None = None
    side: int = 0

    @property
    def passage(self) -> Passage | None:
        """The first passage of the side that is marked."""
        if self.item is None or self.side >= len(self.item.side):
            return None
        passages = self.item.side[self.side].passages
        return passages[0] if passages else None
