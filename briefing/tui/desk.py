"""What the screens read: an opened dossier, and what is worked out from it when first asked."""

from __future__ import annotations

from functools import cached_property
from typing import Final

from briefing.model.card import Card, Confidence
from briefing.model.dossier import Dossier
from briefing.model.passage import Passage
from briefing.model.place import Place
from briefing.model.results import Anchor, Rating
from briefing.text.document import Document


class Desk:
    """One dossier as it lies before the user. Ratings and anchors are computed once each."""

    def __init__(self, dossier: Dossier) -> None:
        self.dossier: Final = dossier
        self.audited: dict[Place, Anchor] = {}
        self._cited: dict[str, dict[int, tuple[tuple[int, int], ...]]] = {}
        self._ratings: dict[str, Rating] = {}
        self._anchors: dict[Passage, Anchor | None] = {}

    @property
    def astray(self) -> bool:
        """Whether some passage was found not to stand as it is cited."""
        return any(anchor.status not in ("exact", "sealed") for anchor in self.audited.values())

    def rating(self, card: Card) -> Rating:
        """Return the computed rating of a card."""
        found = self._ratings.get(card.id)
        if found is None:
            from briefing.check.rate import rate

            found = self._ratings[card.id] = rate(card, self.dossier)
        return found

    def confidence(self, card: Card) -> Confidence:
        """Return the confidence that counts: the analyst's own where there is one."""
        return card.judgement.confidence if card.judgement else self.rating(card).confidence

    def document(self, source: str) -> Document | None:
        """Return the text of a source, whole or sealed, if there is one."""
        return self.dossier.documents.get(source)

    def anchor(self, passage: Passage) -> Anchor | None:
        """Return where a quote stands, None if its source has no text."""
        if passage not in self._anchors:
            self._anchors[passage] = self._locate(passage)
        return self._anchors[passage]

    def cited(self, source: str) -> dict[int, tuple[tuple[int, int], ...]]:
        """Return, by line of a source, the columns of what is quoted there; for lines cited without a find none."""
        if source not in self._cited:
            found: dict[int, list[tuple[int, int]]] = {}
            for _, passage, _ in self.dossier.passages():
                if passage.source == source:
                    self._mark(passage, found)
            self._cited[source] = {line: tuple(spans) for line, spans in found.items()}
        return self._cited[source]

    def _mark(self, passage: Passage, found: dict[int, list[tuple[int, int]]]) -> None:
        anchor, document = self.anchor(passage), self.document(passage.source)
        lines = anchor.lines if anchor and anchor.lines else passage.lines
        for line in range(lines[0], lines[1] + 1):
            spans = found.setdefault(line, [])
            if anchor and anchor.columns and document is not None:
                start = anchor.columns[0] if line == lines[0] else 0
                spans.append((start, anchor.columns[1] if line == lines[1] else len(document.line(line))))

    def _locate(self, passage: Passage) -> Anchor | None:
        document = self.document(passage.source)
        if document is None or not passage.quote:
            return None
        from briefing.check.anchor import locate

        return locate(document, passage.quote, near=passage.lines)

    @cached_property
    def short(self) -> dict[str, str]:
        """The short name of each source: the leading part of its id where that is unique."""
        leads: dict[str, int] = {}
        for source in self.dossier.sources:
            lead = source.id.partition("_")[0]
            leads[lead] = leads.get(lead, 0) + 1
        return {
            source.id: lead if leads[lead := source.id.partition("_")[0]] == 1 and lead else source.id
            for source in self.dossier.sources
        }

    def name(self, source: str) -> str:
        """Return the short name of a source, known or not."""
        return self.short.get(source, source)
