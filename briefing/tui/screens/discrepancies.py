"""Discrepancies: the questions, those proposed among them, and the sides of the open one beside each other."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input

from briefing.errors import BriefingError
from briefing.model.discrepancy import Discrepancy
from briefing.model.passage import Passage
from briefing.model.results import Candidate
from briefing.tui.actions import bindings
from briefing.tui.desk import Desk
from briefing.tui.messages import CardWanted, Filtered, QuestionPicked, SourceWanted
from briefing.tui.questions import Asked, Item, Questions, QuestionView, key
from briefing.tui.screens.reviewing import Reviewing
from briefing.tui.widgets.questions import QuestionList, QuestionsPane, SheetPane
from briefing.tui.widgets.search import SearchBox


class DiscrepanciesScreen(Reviewing):
    """The second mode."""

    MODE = "discrepancies"
    SCOPE = "questions"
    PANES = ("questions", "sheet")
    BINDINGS = bindings("questions")

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
        """Show a dossier that was read, and compare its documents."""
        self.propose(desk)
        again = self.reviewer.hold(desk.dossier)
        self.renew(again[0] if again and self.undoing else None)
        self.undoing = self.undoing and not again

    def fail(self, error: BriefingError) -> None:
        """Show that none could be read."""
        self.query_one(QuestionsPane).fail(error)

    def renew(self, item: Item | None = None) -> None:
        """Show what there is now, with an item open, else with the one that is, else with the one that follows it."""
        desk = self.app.desk
        if desk is None:
            return
        self.questions = Questions(desk, self.reviewer.left)
        items = self.questions.find(self.asked)
        item = self._still(items, item or self.view.item)
        same = item is not None and self.view.item is not None and key(item) == key(self.view.item)
        shown = QuestionView(desk, self.asked, items, len(self.questions.items), side=self.view.side if same else 0)
        self._open(item, shown)

    def _still(self, items: tuple[Item, ...], wanted: Item | None) -> Item | None:
        """Return an item as it is now; where it is gone the one that stood behind it, a proposal for a proposal."""
        now = {key(item): item for item in items}
        if wanted is None or key(wanted) in now:
            return now[key(wanted)] if wanted else next(iter(items), None)
        old = [key(item) for item in self.view.items]
        at = old.index(key(wanted)) if key(wanted) in old else 0
        near = [now[each] for each in old[at + 1 :] + old[:at][::-1] if each in now]
        if isinstance(wanted, Candidate):
            round_again = [now[each] for each in old[at + 1 :] + old[:at] if each in now]
            home = [item for item in items if key(item) == (False, self.reviewer.made(wanted))]
            near = [*(item for item in round_again if isinstance(item, Candidate)), *home, *near]
        return next(iter([*near, *items]), None)

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
        self.renew()
        item = self.view.desk.dossier.discrepancy_by_id.get(id) if self.view.desk else None
        if item is not None:
            self._open(item)
            self.go("sheet")

    # What the panes say

    @on(QuestionPicked)
    def _picked(self, event: QuestionPicked) -> None:
        self._open(event.item)

    def _open(self, item: Item | None, view: QuestionView | None = None) -> None:
        view = view or replace(self.view, side=0)
        candidate = item if isinstance(item, Candidate) else None
        entry = item if isinstance(item, Discrepancy) else self.draft(candidate) if candidate else None
        self.view = replace(view, item=item, entry=entry, review=self.reviewer.review(candidate))

    @on(Input.Changed, "#search")
    def _typed(self, event: Input.Changed) -> None:
        if event.value != self.asked.words:
            self.post_message(Filtered(replace(self.asked, words=event.value)))

    @on(Filtered)
    def _filtered(self, event: Filtered) -> None:
        if isinstance(event.asked, Asked):
            self.asked = event.asked
            self.renew()

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
            return view.total > 0
        if action in ("next_match", "previous_match", "clear"):
            return bool(self.asked)
        if action == "passage":
            return view.passage is not None
        if action in ("next_side", "previous_side"):
            return view.entry is not None
        if action == "fill_in":
            return isinstance(view.item, Discrepancy) and self.app.changeable
        if action == "edit":
            return isinstance(view.item, Discrepancy)
        if action == "card":
            return view.entry is not None and bool(view.entry.cards)
        return super().check_action(action, parameters)

    def _step(self, by: int) -> None:
        if self.view.entry is not None:
            self.view = replace(self.view, side=(self.view.side + by) % len(self.view.entry.side))

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

    def action_fill_in(self) -> None:
        """Edit the discrepancy in a form."""
        if isinstance(self.view.item, Discrepancy):
            self.fill_in("discrepancy", self.view.item.id)

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
        if view.desk is not None and isinstance(view.item, Discrepancy) and view.item.at.file:
            dossier = view.desk.dossier
            self.app.edit(Path(dossier.root) / view.item.at.file, dossier.where(view.item.at)[0])
