"""Which discrepancies are shown, those proposed among them: words typed, and filters by nature, status and so on."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, fields, replace
from functools import cached_property
from typing import Any, Final, TypeAlias

from briefing.memo.outline import SEVERITIES
from briefing.model.discrepancy import Discrepancy
from briefing.model.passage import Passage
from briefing.model.results import Candidate
from briefing.tui.desk import Desk
from briefing.tui.filtering import words
from briefing.tui.reviewing import Review

Item: TypeAlias = Discrepancy | Candidate
"""What can be open: a discrepancy of the dossier, or one that the program proposes."""

FACETS: Final = ("nature", "status", "severity", "kind", "source")
PROPOSED: Final = "proposed"
"""The status of what nobody has judged yet."""


def key(item: Item) -> tuple[bool, str]:
    """Return what tells an item from all others."""
    return isinstance(item, Candidate), item.id


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
    """The discrepancies of one desk by severity, the real before the apparent, and behind them what is proposed."""

    facets = FACETS

    def __init__(self, desk: Desk, proposed: tuple[Candidate, ...] = ()) -> None:
        self.desk = desk
        order = {severity: n for n, severity in enumerate(SEVERITIES)}
        judged = sorted(desk.dossier.discrepancies, key=lambda item: (order[item.severity], item.nature != "real"))
        self.items: tuple[Item, ...] = (*judged, *proposed)

    @cached_property
    def _texts(self) -> dict[tuple[bool, str], str]:
        return {key(item): f" {' '.join(words(_text(item)))}" for item in self.items}

    def find(self, asked: Asked) -> tuple[Item, ...]:
        """Return the items that a filter lets through."""
        wanted = [f" {word}" for word in words(asked.words)]
        return tuple(
            item
            for item in self.items
            if all(word in self._texts[key(item)] for word in wanted)
            and all(
                not values or not values.isdisjoint(self.values(item, facet))
                for facet in FACETS
                for values in (asked.chosen(facet),)
            )
        )

    def values(self, item: Item, facet: str) -> tuple[str, ...]:
        """Return what an item has of a facet."""
        if facet == "source":
            return tuple(sources(item))
        if facet == "status" and isinstance(item, Candidate):
            return (PROPOSED,)
        return (str(getattr(item, facet)),)

    def counts(self, facet: str) -> dict[str, int]:
        """Return how many items there are of each value of a facet, in an order to read."""
        found = Counter(value for item in self.items for value in self.values(item, facet))
        known = {
            "nature": ["real", "apparent"],
            "status": ["open", "resolved", PROPOSED],
            "severity": list(SEVERITIES),
            "source": [source.id for source in self.desk.dossier.sources],
        }.get(facet, sorted(found))
        return {value: found[value] for value in [*known, *sorted(set(found) - set(known))] if value in found}


def sources(item: Item) -> set[str]:
    """Return the sources that speak in an item."""
    if isinstance(item, Candidate):
        return {side.source for side in item.sides}
    return {passage.source for side in item.side for passage in side.passages}


def _text(item: Item) -> str:
    if isinstance(item, Candidate):
        said = " ".join(side.text for side in item.sides)
        return f"{item.question} {item.kind} {item.reason} {said}"
    sides = " ".join(f"{side.says} {' '.join(passage.quote for passage in side.passages)}" for side in item.side)
    return f"{item.question} {item.id} {item.kind} {item.finding} {sides}"


@dataclass(frozen=True, slots=True, eq=False)
class QuestionView:
    """The items that are shown, the one that is open, and which of its sides (from 0).

    `entry` is the open discrepancy, or what accepting the open candidate would write.
    """

    desk: Desk | None = None
    asked: Asked = field(default_factory=Asked)
    items: tuple[Item, ...] = ()
    total: int = 0
    item: Item | None = None
    entry: Discrepancy | None = None
    side: int = 0
    review: Review = field(default_factory=Review)

    @property
    def candidate(self) -> Candidate | None:
        """The candidate that is open, if one is."""
        return self.item if isinstance(self.item, Candidate) else None

    @property
    def passage(self) -> Passage | None:
        """The first passage of the side that is marked."""
        if self.entry is None or self.side >= len(self.entry.side):
            return None
        passages = self.entry.side[self.side].passages
        return passages[0] if passages else None
