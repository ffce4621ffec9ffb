"""What the Sources mode reads: the lineage as rows, and everything that rests on a source."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from briefing.memo.outline import OriginGroup, origins
from briefing.model.card import Card
from briefing.model.discrepancy import Discrepancy
from briefing.model.passage import Passage
from briefing.model.source import Source
from briefing.tui.desk import Desk


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of the register: an origin, a source beneath it, or a source that repeats another."""

    group: OriginGroup
    source: Source | None = None
    claims: int = 0
    depth: int = 0
    last: bool = False


@dataclass(frozen=True, slots=True)
class Citation:
    """A passage of a source with the claim or the discrepancy that cites it."""

    passage: Passage
    card: Card | None = None
    item: Discrepancy | None = None


def entries(desk: Desk) -> Iterator[Entry]:
    """Yield origins with the sources that draw on them, origins of single passages last."""
    groups = origins(desk.dossier, list(desk.dossier.cards))
    for group in sorted(groups, key=lambda group: not group.sources):
        yield Entry(group)
        for n, entry in enumerate(group.sources):
            yield Entry(group, entry.source, entry.claims, 1, n + 1 == len(group.sources))


def citations(desk: Desk, source: str) -> list[Citation]:
    """Return what cites a source, in the order of its lines."""
    found = [
        Citation(evidence, card=card)
        for card in desk.dossier.cards
        for evidence in card.evidence
        if evidence.source == source
    ]
    found += [
        Citation(passage, item=item)
        for item in desk.dossier.discrepancies
        for side in item.side
        for passage in side.passages
        if passage.source == source
    ]
    return sorted(found, key=lambda citation: (citation.passage.lines, citation.item is not None))


@dataclass(frozen=True, slots=True, eq=False)
class SourceView:
    """The source that is open, what cites it, and which of that is marked (from 0).

    `card` is there for the reader, which says why there is nothing to read.
    """

    desk: Desk | None = None
    source: Source | None = None
    cited: tuple[Citation, ...] = ()
    at: int = 0
    card: Card | None = None

    @property
    def citation(self) -> Citation | None:
        """What is marked."""
        return self.cited[self.at] if self.at < len(self.cited) else None

    @property
    def passage(self) -> Passage | None:
        """The passage to read: the one that is marked, else the source from its first line."""
        if self.citation is not None:
            return self.citation.passage
        return Passage(source=self.source.id, lines=(1, 1), quote="") if self.source else None
