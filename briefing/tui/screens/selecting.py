"""The base of the modes with a reader: selecting in it, and finding the lines that nothing cites yet."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from typing import TYPE_CHECKING, Final

from textual import on

from briefing.text.document import Document
from briefing.tui.actions import ACTIONS
from briefing.tui.messages import Selecting, Surveyed
from briefing.tui.paint.marks import DISPUTE, shown
from briefing.tui.screens.mode import ModeScreen
from briefing.tui.widgets.reader import Reader

if TYPE_CHECKING:
    from briefing.tui.selection import Selected

_SELECTING: Final = {action.name for action in ACTIONS if action.scope == "select"}


class SelectingScreen(ModeScreen):
    """Facts and Sources.

    A key means one thing while something is selected and may mean another else: each mode binds both in one list.
    """

    def __init__(self) -> None:
        super().__init__()
        self._surveyed_for: Document | None = None
        self._surveyed_now: Document | None = None
        self._surveying = Lock()

    @property
    def reader(self) -> Reader:
        """The reader of this mode."""
        return self.query_one(Reader)

    @property
    def selected(self) -> Selected | None:
        """What is selected, while the reader has the focus."""
        reader = self.focused
        return reader.selection if isinstance(reader, Reader) else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Tell which actions work now: while something is selected those on it, and no others."""
        if action in _SELECTING:
            return self.selected is not None and (not action.startswith("make") or self.app.changeable)
        if self.selected is not None:
            return False
        if action == "select":
            return self.pane == "source" and self.readable
        if action in ("next_uncovered", "previous_uncovered"):
            page = self.reader.page if self.readable else None
            return page is not None and page.document is self._surveyed_now
        if action == "go_on":
            return self.app.changeable
        return super().check_action(action, parameters)

    @property
    def readable(self) -> bool:
        """Whether there is a text in which something can be selected."""
        readers = self.query(Reader)
        page = readers.first().page if readers else None
        return page is not None and not page.document.sealed and len(page.document) > 0

    # Selecting

    def action_select(self) -> None:
        """Select the line under the cursor."""
        self.reader.begin()

    @on(Selecting)
    def _reselected(self, event: Selecting) -> None:
        self.keys_changed()
        if event.selection is not None and event.selection.long:
            from briefing.check.audit import QUOTE_WORDS

            words = f"{event.selection.count} words: a quote has at most {QUOTE_WORDS}, b takes one away"
            self.call_after_refresh(self.say, shown(words, DISPUTE))

    def _requote(self, change: Callable[[Selected], Selected]) -> None:
        if self.selected is not None:
            self.reader.quote(change(self.selected))

    def action_longer(self) -> None:
        """One word more at the end of the quote."""
        self._requote(lambda selected: selected.end_moved(1))

    def action_shorter(self) -> None:
        """One word less at the end of the quote."""
        self._requote(lambda selected: selected.end_moved(-1))

    def action_later(self) -> None:
        """The quote begins one word later."""
        self._requote(lambda selected: selected.start_moved(1))

    def action_sooner(self) -> None:
        """The quote begins one word sooner."""
        self._requote(lambda selected: selected.start_moved(-1))

    def action_hop(self) -> None:
        """To the next thing worth checking in the lines."""
        self._requote(lambda selected: selected.hopped(1))

    def action_hop_back(self) -> None:
        """To the thing worth checking before."""
        self._requote(lambda selected: selected.hopped(-1))

    def action_give_up(self) -> None:
        """Select nothing any more."""
        self.reader.give_up()

    # What nothing cites yet

    @property
    def uncovered(self) -> tuple[int, ...]:
        """The check-worthy lines of the document in the reader that nothing cites, as far as they are known."""
        from briefing.check.worthy import coverage

        page, desk = self.reader.page, self.app.desk
        if page is None or desk is None:
            return ()
        return coverage(page.document, page.source, desk.cited(page.source.id)).uncovered

    def survey(self, document: Document | None) -> None:
        """Find the check-worthy lines of a document, in a thread; ends in `Surveyed`, if it is still the one wanted."""
        self._surveyed_for = document
        if document is None or document.sealed or document is self._surveyed_now:
            return

        def find() -> None:
            from briefing.check.worthy import worthy_lines

            with self._surveying:  # one after the other: whoever leafs on meanwhile waits for none of them
                if self._surveyed_for is document:
                    worthy_lines(document)
                    self.post_message(Surveyed(document))

        self.app.run_worker(find, thread=True, group="survey", exit_on_error=False)

    @on(Surveyed)
    def _learn(self, event: Surveyed) -> None:
        self._surveyed_now = event.document
        self.surveyed()

    def surveyed(self) -> None:
        """Show the lines that nothing cites."""

    def _jump(self, by: int) -> None:
        lines = self.uncovered
        if not lines:
            self.say(shown("every check-worthy line is cited"))
            return
        self.go("source")
        here = self.reader.line_number
        beyond = [line for line in lines if (line - here) * by > 0]
        self.reader.move_to((beyond or lines)[0 if by > 0 else -1] - 1)

    def action_next_uncovered(self) -> None:
        """To the next check-worthy line that nothing cites."""
        self._jump(1)

    def action_previous_uncovered(self) -> None:
        """To the check-worthy line before that nothing cites."""
        self._jump(-1)
