"""Discrepancies: the questions, and the sides of the open one beside each other."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Final

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.reactive import var
from textual.widgets import Input

from briefing.errors import BriefingError
from briefing.model.discrepancy import Discrepancy
from briefing.tui.actions import bindings
from briefing.tui.desk import Desk
from briefing.tui.messages import CardWanted, Filtered, QuestionPicked, SourceWanted
from briefing.tui.paint.marks import shown
from briefing.tui.questions import Asked, Questions, QuestionView
from briefing.tui.screens.mode import ModeScreen
from briefing.tui.widgets.claims import SearchBox
from briefing.tui.widgets.lines import Lines
from briefing.tui.widgets.questions import QuestionList, QuestionsPane, SheetPane

PANES: Final = ("questions", "sheet")


class DiscrepanciesScreen(ModeScreen):
    """The second mode."""

    MODE = "discrepancies"
    BINDINGS = bindings("questions")

    view: var[QuestionView] = var(QuestionView(), init=False, always_update=True)
    pane: var[str] = var("questions", init=False)

    def __init__(self) -> None:
        super().__init__(id="discrepancies")
        self.questions: Questions | None = None
        self.asked = Asked()
        self.add_class("-on-questions")

    def panes(self) -> ComposeResult:
        """Lay out list and sheet."""
        with Horizontal(id="panes"):
            yield QuestionsPane().data_bind(DiscrepanciesScreen.view)
            yield SheetPane().data_bind(DiscrepanciesScreen.view)

    def on_mount(self) -> None:
        """Begin in the list."""
        self.query_one(QuestionList).focus()

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

    def show(self, id: str) -> None:
        """Open one discrepancy by its id, whatever was filtered."""
        self.asked = Asked()
        self._show()
        item = self.view.desk.dossier.discrepancy_by_id.get(id) if self.view.desk else None
        if item is not None:
            self._open(item)
            self._pane("sheet")

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

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Bring the pane that has the focus to the front."""
        if event.widget.id in PANES:
            self.pane = str(event.widget.id)
        elif isinstance(event.widget, SearchBox):
            self.pane = "questions"

    def watch_pane(self, old: str, new: str) -> None:
        """Show the pane: on tiny screens the other gives way to it."""
        self.remove_class(f"-on-{old}")
        self.add_class(f"-on-{new}")
        self.keys_changed()

    # What the keys do

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Tell which actions work now."""
        view = self.view
        if action in ("search", "filter"):
            return view.desk is not None and bool(view.desk.dossier.discrepancies)
        if action in ("next_match", "previous_match", "clear"):
            return bool(self.asked)
        if action in ("passage", "cite"):
            return view.passage is not None
        if action in ("next_side", "previous_side", "edit"):
            return view.item is not None
        if action == "card":
            return view.item is not None and bool(view.item.cards)
        if action == "leave":
            return self.has_class("-tiny") and self.pane != "questions"
        return super().check_action(action, parameters)

    def _pane(self, name: str) -> None:
        self.pane = name
        self.query_one(f"#{name}", Lines).focus()

    def action_next_pane(self) -> None:
        """To the other pane."""
        self._pane("sheet" if self.pane == "questions" else "questions")

    def action_right_pane(self) -> None:
        """To the sheet."""
        self._pane("sheet")

    def action_left_pane(self) -> None:
        """To the list."""
        self._pane("questions")

    def action_leave(self) -> None:
        """Back to the list."""
        self._pane("questions")

    def _step(self, by: int) -> None:
        if self.view.item is not None:
            self.view = replace(self.view, side=(self.view.side + by) % len(self.view.item.side))

    def action_next_side(self) -> None:
        """To the next side."""
        self._step(1)

    def action_previous_side(self) -> None:
        """To the side before."""
        self._step(-1)

    def action_search(self) -> None:
        """Type what to look for."""
        self.pane = "questions"
        self.query_one(SearchBox).focus()

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

    def action_cite(self) -> None:
        """Copy a citation of the marked side's passage."""
        from briefing.tui.citation import citation

        view = self.view
        if view.desk is not None and view.passage is not None:
            text = citation(view.desk.dossier, view.passage)
            self.app.copy_to_clipboard(text)
            self.say(Content.assemble("copied: ", shown(text, "$muted")))

    def action_edit(self) -> None:
        """Open the discrepancy's file in the editor."""
        view = self.view
        if view.desk is not None and view.item is not None and view.item.at.file:
            dossier = view.desk.dossier
            self.app.edit(Path(dossier.root) / view.item.at.file, dossier.where(view.item.at)[0])
