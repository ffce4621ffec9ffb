"""Facts: the claims, the card, the source at the cited lines. All three move together."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Final

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.css.query import NoMatches
from textual.reactive import var
from textual.widgets import Input

from briefing.errors import BriefingError
from briefing.model.card import Card
from briefing.model.passage import Passage
from briefing.tui.actions import bindings
from briefing.tui.desk import Desk
from briefing.tui.filtering import Filter, Finder
from briefing.tui.messages import CardPicked, EvidencePicked, Filtered, Prepared, SourceWanted
from briefing.tui.paint.marks import DISPUTE, shown
from briefing.tui.screens.keeping import KeepingScreen
from briefing.tui.view import View
from briefing.tui.widgets.card import CardPane
from briefing.tui.widgets.claims import ClaimList, ClaimsPane
from briefing.tui.widgets.reader import Reader
from briefing.tui.widgets.search import SearchBox

_AT_ONCE: Final = 2000
"""Cards that are folded for a search without making the user wait."""


class FactsScreen(KeepingScreen):
    """The mode that opens first."""

    MODE = "facts"
    SCOPE = "facts"
    PANES = ("claims", "card", "source")
    BINDINGS = bindings("select", "reading", "facts")

    view: var[View] = var(View(), init=False, always_update=True)

    def __init__(self) -> None:
        super().__init__()
        self.finder: Finder | None = None
        self._offered = ""
        self.asked = Filter()

    def panes(self) -> ComposeResult:
        """Lay out list, card and source."""
        yield ClaimsPane().data_bind(FactsScreen.view)
        yield CardPane().data_bind(FactsScreen.view)
        yield Reader().data_bind(FactsScreen.view)

    # What comes from below

    def adopt(self, desk: Desk) -> None:
        """Show a dossier that was read, at the claim that was open if it is still there."""
        finder = self.finder = Finder(desk)
        self.app.run_worker(lambda: self._prepare(finder), thread=True, exit_on_error=False)
        self._show()
        if self._offered != desk.dossier.root:
            self._offered = desk.dossier.root
            self.call_after_refresh(self.offer_kept)

    def _prepare(self, finder: Finder) -> None:
        finder.prepare()
        self.post_message(Prepared(finder))

    @on(Prepared)
    def _prepared(self, event: Prepared) -> None:
        if event.finder is self.finder and self.asked is not self.view.asked:
            self._show()

    def fail(self, error: BriefingError) -> None:
        """Show that none could be read."""
        self.query_one(ClaimsPane).fail(error)

    def _show(self) -> None:
        """Show the claims that are asked for, as soon as they can be found."""
        finder, asked = self.finder, self.asked
        if finder is None or not (finder.ready or asked.facile or len(finder.cards) <= _AT_ONCE):
            return
        cards = finder.find(asked)
        old = self.view.card.id if self.view.card else ""
        card = next((card for card in cards if card.id == old), cards[0] if cards else None)
        evidence = self.view.evidence if card and card.id == old else 0
        self.view = View(finder.desk, asked, cards, card, evidence)

    def watch_view(self) -> None:
        """Write the keys that now work."""
        self.keys_changed()

    @property
    def passage(self) -> Passage | None:
        """The piece of evidence that is open."""
        return self.view.passage

    # What the panes say

    @on(CardPicked)
    def _card(self, event: CardPicked) -> None:
        self._open(event.card)

    def _open(self, card: Card) -> None:
        self.view = replace(self.view, card=card, evidence=0)

    @on(EvidencePicked)
    def _evidence(self, event: EvidencePicked) -> None:
        self.view = replace(self.view, evidence=event.evidence)

    @on(Filtered)
    def _filtered(self, event: Filtered) -> None:
        if isinstance(event.asked, Filter):
            self.asked = event.asked
            self._show()

    @on(Input.Changed, "#search")
    def _typed(self, event: Input.Changed) -> None:
        if event.value != self.asked.words:
            self.post_message(Filtered(replace(self.asked, words=event.value)))

    @on(SourceWanted)
    def _wanted(self) -> None:
        self.action_source()

    # What the keys do

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Tell which actions work now."""
        view = self.view
        if self.selected is not None:
            return super().check_action(action, parameters)
        if action in ("search", "filter"):
            return view.desk is not None and bool(view.desk.dossier.cards)
        if action in ("next_match", "previous_match", "clear"):
            return bool(self.asked)
        if action in ("full", "edit"):
            return view.passage is not None
        if action == "discrepancy":
            return bool(view.desk and view.card and view.card.id in view.desk.dossier.discrepancies_of)
        if action == "changes":
            return view.card is not None
        if action == "edit_card":
            return view.card is not None
        if action in ("previous_evidence", "next_evidence"):
            return view.card is not None and len(view.card.evidence) > 1
        if action == "attach":
            try:
                return self.query_one(Reader).sealed
            except NoMatches:
                return False
        return super().check_action(action, parameters)

    def action_clear(self) -> None:
        """Show every claim again."""
        self.query_one(SearchBox).value = ""
        self.post_message(Filtered(Filter()))

    def _match(self, by: int) -> None:
        if (card := self.query_one(ClaimList).card_beyond(by)) is not None:
            self._open(card)

    def action_next_match(self) -> None:
        """To the next claim found."""
        self._match(1)

    def action_previous_match(self) -> None:
        """To the previous claim found."""
        self._match(-1)

    def action_filter(self) -> None:
        """Choose what to show."""
        from briefing.tui.screens.choose import FilterChooser

        if self.finder is not None:
            self.app.push_screen(FilterChooser(self.finder, self.asked, self))

    def _evidence_beyond(self, by: int) -> None:
        if self.view.card is not None and self.view.card.evidence:
            many = len(self.view.card.evidence)
            self.view = replace(self.view, evidence=(self.view.evidence + by) % many)

    def action_next_evidence(self) -> None:
        """To the next piece of evidence."""
        self._evidence_beyond(1)

    def action_previous_evidence(self) -> None:
        """To the previous piece of evidence."""
        self._evidence_beyond(-1)

    def action_edit(self) -> None:
        """Open the passage, or without its text the card, in the editor."""
        reader = self.query_one(Reader)
        view = self.view
        if view.desk is None or view.passage is None:
            return
        path = self.app.text_file(view.passage.source)
        if path is None:
            self.action_edit_card()
            return
        self.app.edit(path, reader.line_number if reader.has_focus else view.passage.lines[0])

    def action_edit_card(self) -> None:
        """Open the card's file in the editor."""
        view = self.view
        if view.desk is not None and view.card is not None and view.card.at.file:
            dossier = view.desk.dossier
            self.app.edit(Path(dossier.root) / view.card.at.file, dossier.where(view.card.at)[0])

    def action_changes(self) -> None:
        """Show how the claim is rated and what would change it."""
        from briefing.tui.paint.sheets import changes
        from briefing.tui.screens.sheet import Sheet

        if self.view.desk is not None and self.view.card is not None:
            self.app.push_screen(Sheet(Content("The rating"), changes(self.view.desk, self.view.card)))

    def action_discrepancy(self) -> None:
        """Go to the first discrepancy that touches the claim."""
        if self.view.desk is not None and self.view.card is not None:
            found = self.view.desk.dossier.discrepancies_of.get(self.view.card.id, ())
            if found:
                self.app.show_discrepancy(found[0].id)

    def show(self, id: str) -> None:
        """Open one claim by its id, whatever was filtered."""
        self.asked = Filter()
        self._show()
        card = self.view.desk.dossier.card_by_id.get(id) if self.view.desk else None
        if card is not None:
            self._open(card)
            self.go("card")

    def complain(self, text: str) -> None:
        """Tell on the bottom line what went wrong."""
        self.say(shown(text, DISPUTE))
