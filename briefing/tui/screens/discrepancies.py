"""Discrepancies: the questions, and the sides of the open one beside each other."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from textual import on
from textual.app import ComposeResult
from textual.reactive import var
from textual.widgets import Input

from briefing.errors import BriefingError
from briefing.model.discrepancy import Discrepancy
from briefing.model.passage import Passage
from briefing.tui.actions import bindings
from briefing.tui.desk import Desk
from briefing.tui.messages import CardWanted, Filtered, QuestionPicked, SourceWanted
from briefing.tui.questions import Asked, Questions, QuestionView
from briefing.tui.screens.mode import ModeScreen
from briefing.tui.widgets.questions import QuestionList, QuestionsPane, SheetPane
from briefing.tui.widgets.search import SearchBox


class DiscrepanciesScreen(ModeScreen):
    """The second mode."""

    MODE = "discrepancies"
    PANES = ("questions", "sheet")
    BINDINGS = bindings("questions")

    view: var[QuestionView] = var(QuestionView(), init=False, always_update=True)

    def __init__(self) -> None:
        super().__init__()
        self.questions: Questions | None = None
        self.asked = Asked()

    def panes(self) -> ComposeResult:
        """Lay out list and sheet."""
        yield QuestionsPane().data_bind(DiscrepanciesScreen.view)
        yield SheetPane().data_bind(DiscrepanciesScreen.view)

    # What comes from below

    def adopt(self, desk: Desk) -> None:
        """Show a dossier that was read."""
        self.questions = Questions(desk)
        self._show()

    def fail(self, error: BriefingError) -> None:
        """Show that none could be read."""
        self.query_one(QuestionsPane).fail(error)

    def _show(self) -> None:
        if self.questions is None:
            return
        items = self.questions.find(self.asked)
        old = self.view.item.id if self.view.item else ""
        item = next((item for item in items if item.id == old), items[0] if items else None)
        side = self.view.side if item and item.id == old else 0
        self.view = QuestionView(self.questions.desk, self.asked, items, item, side)

    def watch_view(self) -> None:
        """Write the keys that now work."""
        self.keys_changed()

    @property
    def passage(self) -> Passage | None:
        """The first passage of the side that is marked."""
        return self.view.passage

    def show(self, id: str) -> None:
        """Open one discrepancy by its id, whatever was filtered."""
        self.asked = Asked()
        self._show()
        item = self.view.desk.dossier.discrepancy_by_id.get(id) if self.view.desk else None
        if item is not None:
            self._open(item)
            self.go("sheet")

    # What the panes say

    @on(QuestionPicked)
    def _picked(self, event: QuestionPicked) -> None:
        self._open(event.item)

    def _open(self, item: Discrepancy) -> None:
        self.view = replace(self.view, item=item, side=0)

    @on(Input.Changed, "#search")
    def _typed(self, event: Input.Changed) -> None:
        if event.value != self.asked.words:
            self.post_message(Filtered(replace(self.asked, words=event.value)))

    @on(Filtered)
    def _filtered(self, event: Filtered) -> None:
        if isinstance(event.asked, Asked):
            self.asked = event.asked
            self._show()

    @on(CardWanted)
    def _card(self, event: CardWanted) -> None:
        self.app.show_card(event.card)

    @on(SourceWanted)
    def _source(self) -> None:
        self.action_passage()

    # What the keys do

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Tell which actions work now."""
        view = self.view
        if action in ("search", "filter"):
            return view.desk is not None and bool(view.desk.dossier.discrepancies)
        if action in ("next_match", "previous_match", "clear"):
            return bool(self.asked)
        if action == "passage":
            return view.passage is not None
        if action in ("next_side", "previous_side", "edit"):
            return view.item is not None
        if action == "card":
            return view.item is not None and bool(view.item.cards)
        return super().check_action(action, parameters)

    def _step(self, by: int) -> None:
        if self.view.item is not None:
            self.view = replace(self.view, side=(self.view.side + by) % len(self.view.item.side))

    def action_next_side(self) -> None:
        """To the next side."""
        self._step(1)

    def action_previous_side(self) -> None:
        """To the side before."""
        self._step(-1)

    def action_clear(self) -> None:
        """Show every discrepancy again."""
        self.query_one(SearchBox).value = ""
        self.post_message(Filtered(Asked()))

    def _match(self, by: int) -> None:
        if (item := self.query_one(QuestionList).beyond(by)) is not None:
            self._open(item)

    def action_next_match(self) -> None:
        """To the next one found."""
        self._match(1)

    def action_previous_match(self) -> None:
        """To the one found before."""
        self._match(-1)

    def action_filter(self) -> None:
        """Choose what to show."""
        from briefing.tui.screens.choose import FilterChooser

        if self.questions is not None:
            self.app.push_screen(FilterChooser(self.questions, self.asked, self))

    def action_passage(self) -> None:
        """Read the marked side's passage in its source."""
        if self.view.passage is not None:
            self.app.show_passage(self.view.passage)

    def action_card(self) -> None:
        """Go to the claim under the cursor, else the first that the discrepancy touches."""
        card = self.query_one(SheetPane).card
        if card:
            self.app.show_card(card)

    def action_edit(self) -> None:
        """Open the discrepancy's file in the editor."""
        view = self.view
        if view.desk is not None and view.item is not None and view.item.at.file:
            dossier = view.desk.dossier
            self.app.edit(Path(dossier.root) / view.item.at.file, dossier.where(view.item.at)[0])
