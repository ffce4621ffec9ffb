"""Which of a dossier's own discrepancies a candidate repeats."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from typing import Final

from briefing.check.anchor import locate
from briefing.model.discrepancy import Discrepancy
from briefing.model.dossier import Dossier
from briefing.model.results import Candidate, CandidateSide

NEAR: Final = 40
"""Characters by which a side may miss a quote."""

_Place = tuple[int, int]


class Known:
    """The discrepancies of a dossier by where their quotes stand."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._kinds = {item.id: item.kind for item in dossier.discrepancies}
        self._places: dict[str, list[tuple[int, int, str, int]]] = defaultdict(list)
        for item in dossier.discrepancies:
            self._add(item)

    def _add(self, item: Discrepancy) -> None:
        for number, side in enumerate(item.side):
            for passage in side.passages:
                document = self._dossier.documents.get(passage.source)
                anchor = locate(document, passage.quote, near=passage.lines) if document else None
                if anchor is not None and anchor.span is not None:
                    self._places[passage.source].append((*anchor.span, item.id, number))

    def mark(self, candidate: Candidate) -> Candidate:
        """Return a candidate with the id of the discrepancy of which it has two sides, if there is one."""
        touched: dict[str, dict[int, set[int]]] = defaultdict(lambda: defaultdict(set))
        exact: Counter[str] = Counter()
        for number, side in enumerate(candidate.sides):
            start, end = self._span(side)
            for low, high, item, own in self._places.get(side.source, ()):
                if low < end + NEAR and start < high + NEAR:
                    touched[item][own].add(number)
                    exact[item] += low < end and start < high
        found = {item: len(sides) for item, sides in touched.items() if _two(sides)}
        if not found:
            return candidate
        best = min(found, key=lambda item: (-exact[item], self._kinds[item] != candidate.kind, -found[item], item))
        return replace(candidate, discrepancy=best)

    def _span(self, side: CandidateSide) -> _Place:
        document = self._dossier.documents[side.source]
        first = document.span((side.lines[0], side.lines[0]))[0]
        last = document.span((side.lines[1], side.lines[1]))[0]
        return first + side.columns[0], last + side.columns[1]


def _two(sides: dict[int, set[int]]) -> bool:
    """Whether two sides of a discrepancy are touched by two different sides of the candidate."""
    return len(sides) > 1 and len(set().union(*sides.values())) > 1
