"""The form of one more piece of evidence for a card."""

from __future__ import annotations

from briefing.model.card import Card
from briefing.model.dossier import Dossier
from briefing.model.passage import Evidence
from briefing.store.change import Change, Insert
from briefing.tui.forms import checking
from briefing.tui.forms.card import default_origin
from briefing.tui.forms.entered import Entered, evidence_fields, evidence_texts
from briefing.tui.forms.fields import Field, Texts, is_text

_HOME = "evidence.0"


class EvidenceForm:
    """What a passage does to a card."""

    kind = "evidence"

    def __init__(self, dossier: Dossier, card: Card, initial: Texts) -> None:
        self.dossier, self.card, self.of, self.initial = dossier, card, card.id, initial

    @property
    def title(self) -> str:
        """What it is about."""
        return f"Evidence for {self.card.id}"

    def more(self) -> Texts:
        """Return what else it takes to open the form again: nothing."""
        return {}

    def rows(self, texts: Texts) -> list[Field | str]:
        """Return the claim, which stands as it is, and the fields."""
        own = {item.name.rpartition(".")[2]: item for item in evidence_fields(_HOME)}
        first = [own.pop("stance"), own.pop("directness")]
        return [Field("claim", "claim", fixed=True), "Evidence", *first, *own.values()]

    def ghosts(self, texts: Texts) -> Texts:
        """Return what an empty field stands for."""
        return {
            "claim": self.card.claim,
            f"{_HOME}.origin": default_origin(self.dossier, texts.get(f"{_HOME}.source", "")),
        }

    def _entered(self, texts: Texts) -> tuple[Evidence, Entered]:
        entered = Entered(self.dossier, texts)
        evidence = entered.evidence(_HOME)
        if any(_same(evidence, other) for other in self.card.evidence):
            entered.problems.setdefault(f"{_HOME}.quote", "the card has this passage already")
        return evidence, entered

    def problems(self, texts: Texts) -> Texts:
        """Return what is wrong, by field."""
        evidence, entered = self._entered(texts)
        if not all(map(is_text, texts.values())):
            return entered.problems
        return checking.said(self.dossier, Card(id=self.card.id, claim="", evidence=(evidence,))) | entered.problems

    def changes(self, texts: Texts) -> tuple[Change, ...]:
        """Return what the form does."""
        return (Insert(self.card.id, "evidence", self._entered(texts)[0]),)

    def clashes(self, now: Dossier, texts: Texts) -> Texts:
        """Return what others wrote meanwhile into the same fields: nothing, for all of it is new."""
        return {}

    def told(self, texts: Texts) -> tuple[str, str]:
        """Return what is said when it is saved, and the card to go to."""
        return f"evidence added to {self.card.id}", self.card.id


def _same(one: Evidence, other: Evidence) -> bool:
    return (one.source, one.lines, one.quote) == (other.source, other.lines, other.quote)


def texts_of(evidence: Evidence) -> Texts:
    """Return a piece of evidence as it stands in its form."""
    return evidence_texts(_HOME, evidence)
