"""What is done to the card that is open: edit, delete, merge, split, take evidence off."""

from __future__ import annotations

from briefing.model.card import Card
from briefing.tui.desk import Desk
from briefing.tui.screens.making import MakingScreen
from briefing.tui.view import View

_ON_A_CARD = ("fill_in", "delete", "merge", "split", "drop_evidence")


class KeepingScreen(MakingScreen):
    """The part of the Facts mode that changes cards."""

    view: View

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Tell which actions work now."""
        if action in _ON_A_CARD and self.selected is None:
            card = self.view.card
            if card is None or not self.app.changeable:
                return False
            if action == "merge":
                return self.view.desk is not None and len(self.view.desk.dossier.cards) > 1
            return len(card.evidence) >= {"split": 2, "drop_evidence": 1}.get(action, 0)
        return super().check_action(action, parameters)

    def _open_card(self) -> tuple[Desk, Card] | None:
        desk, card = self.view.desk, self.view.card
        return (desk, card) if desk is not None and card is not None else None

    def action_fill_in(self) -> None:
        """Edit every field of the card in a form."""
        if opened := self._open_card():
            from briefing.tui.forms.card import CardForm, texts_of

            self.open_form(CardForm(opened[0].dossier, opened[1], texts_of(opened[1])))

    def action_delete(self) -> None:
        """Delete the card, after a question."""
        if opened := self._open_card():
            from briefing.tui import keeping
            from briefing.tui.paint import forms as paint
            from briefing.tui.screens.decide import Decide

            desk, card = opened

            def decided(answer: str | None) -> None:
                if answer == "do":
                    self.app.change(*keeping.deleted(desk.dossier, card), text=f"{card.id} deleted: u brings it back")

            self.app.push_screen(Decide(*paint.delete(desk, card)), decided)

    def action_drop_evidence(self) -> None:
        """Take the marked piece of evidence off the card, after a question."""
        if opened := self._open_card():
            from briefing.tui import keeping
            from briefing.tui.paint import forms as paint
            from briefing.tui.screens.decide import Decide

            desk, card = opened
            at = min(self.view.evidence, len(card.evidence) - 1)

            def decided(answer: str | None) -> None:
                if answer == "do":
                    self.app.change(*keeping.dropped(card, at), text="evidence taken off: u brings it back")

            self.app.push_screen(Decide(*paint.drop(desk, card, at)), decided)

    def action_merge(self) -> None:
        """Merge another card into this one; it is found as one types."""
        if opened := self._open_card():
            desk, card = opened
            self.pick_card(
                desk,
                f"Merge which card into {card.id}?",
                lambda other: self._merge(desk, card, other),
                card.claim,
                card.id,
            )

    def _merge(self, desk: Desk, card: Card, other: Card) -> None:
        from briefing.tui import keeping
        from briefing.tui.paint import forms as paint
        from briefing.tui.screens.decide import Decide

        def decided(answer: str | None) -> None:
            if answer == "do":
                told = f"{other.id} merged into {card.id}: u parts them again"
                self.app.change(*keeping.merged(desk.dossier, card, other), text=told)

        self.app.push_screen(Decide(*paint.merge(desk, card, other)), decided)

    def action_split(self) -> None:
        """Choose the evidence that goes to a new card, then fill in that card."""
        if opened := self._open_card():
            from briefing.tui.paint import forms as paint
            from briefing.tui.screens.several import Several

            desk, card = opened
            texts = [paint.piece(desk, item) for item in card.evidence]
            self.app.push_screen(
                Several("Which evidence goes to a new card?", texts), lambda chosen: self._split(desk, card, chosen)
            )

    def _split(self, desk: Desk, card: Card, chosen: tuple[int, ...] | None) -> None:
        from briefing.tui.forms.card import CardForm, split_off

        if chosen is None:
            return
        if not 0 < len(chosen) < len(card.evidence):
            self.app.say("not split: choose some of the evidence, and leave some", wrong=True)
            return
        self.open_form(CardForm(desk.dossier, None, split_off(card, chosen), card.id, chosen))
