"""What the Facts mode shows: one value that all panes are bound to."""

from __future__ import annotations

from dataclasses import dataclass, field

from briefing.model.card import Card
from briefing.model.passage import Evidence
from briefing.tui.desk import Desk
from briefing.tui.filtering import Filter


@dataclass(frozen=True, slots=True, eq=False)
class View:
    """The claims that are shown, the card that is open, and which of its evidence (from 0)."""

    desk: Desk | None = None
    asked: Filter = field(default_factory=Filter)
    cards: tuple[Card, ...] = ()
    card: Card | None = None
    evidence: int = 0

    @property
    def passage(self) -> Evidence | None:
        """The piece of evidence that is open."""
        if self.card is None or not self.card.evidence:
            return None
        return self.card.evidence[min(self.evidence, len(self.card.evidence) - 1)]
