"""The list of claims: topics as headings, each claim on one row with its marks."""

from __future__ import annotations

from textual.content import Content

from briefing.model.card import Card
from briefing.tui.desk import Desk
from briefing.tui.paint.line import Line
from briefing.tui.paint.marks import CURSOR, INK, NO_CURSOR, STRONG, confidence_dots, found, of, shown, sign


def heading(title: str, count: int) -> Line:
    """Return the row of a topic, with the number of its claims."""
    return Line(shown(title, STRONG), NO_CURSOR, tail=Content.styled(f"{count:,}", "$faint"), wrap=False)


def claim(desk: Desk, card: Card, cursor: bool, wanted: list[str]) -> Line:
    """Return the row of a claim: confidence, the claim, the sign of its discrepancies."""
    discrepancies = desk.dossier.discrepancies_of.get(card.id, ())
    lead = Content.assemble(CURSOR if cursor else NO_CURSOR, confidence_dots(desk.confidence(card)), " ")
    return Line(
        found(shown(card.claim, INK), wanted), lead, tail=Content.assemble(" ", sign(discrepancies)), wrap=False
    )


def counts(desk: Desk) -> Content:
    """Return what there is: `5 sources · 3 origins · 124 claims`."""
    dossier = desk.dossier
    parts = (of(len(dossier.sources), "source"), of(len(dossier.origins), "origin"), of(len(dossier.cards), "claim"))
    return Content.styled(" · ".join(parts), "$muted")
