"""Draft: a text of the user's own, held against the dossier, statement by statement."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Final

from textual import on, work
from textual.app import ComposeResult
from textual.reactive import var

from briefing.check.draft import Checker
from briefing.check.footnotes import footnotes, with_faults, without_remarks
from briefing.errors import BriefingError
from briefing.model.passage import Passage
from briefing.text.document import Document
from briefing.tui.actions import bindings
from briefing.tui.desk import Desk
from briefing.tui.draft import DraftView, pieces
from briefing.tui.messages import Checked, SourceWanted, StatementPicked
from briefing.tui.screens.mode import ModeScreen
from briefing.tui.widgets.draft import DraftPane, GroundsPane

_LOOK: Final = 1.0
"""Seconds between two looks at whether the draft was saved."""
_TEXTS: Final = (".txt", ".md", ".markdown")


class DraftScreen(ModeScreen):
    """The fifth mode, where the app was given a draft."""

    MODE = "draft"
    SCOPE = "draft"
    PANES = ("draft", "grounds")
    BINDINGS = bindings("draft")

    view: var[DraftView] = var(DraftView(), init=False, always_update=True)

    def __init__(self) -> None:
        super().__init__()
        self._checker: tuple[Desk, Checker] | None = None
        self._seen: tuple[int, int] | None = None

    def panes(self) -> ComposeResult:
        """Lay out the draft and what its verdicts rest on."""
        yield DraftPane().data_bind(DraftScreen.view)
        yield GroundsPane().data_bind(DraftScreen.view)

    def on_mount(self) -> None:
        """Check again whenever the draft is saved."""
        self.set_interval(_LOOK, self.look)

    def adopt(self, desk: Desk) -> None:
        """Check the draft against a dossier that was read."""
        self.view = replace(self.view, desk=desk)
        self.check(desk)

    def fail(self, error: BriefingError) -> None:
        """Show that none could be read."""
        self.query_one(DraftPane).fail(error)

    def look(self) -> None:
        """Check the draft again if it was saved since."""
        desk = self.app.desk
        if desk is not None and self._seen is not None and self._state() != self._seen:
            self.check(desk)

    def _state(self) -> tuple[int, int]:
        try:
            status = (self.app.draft or Path()).stat()
        except OSError:
            return 0, 0
        return status.st_mtime_ns, status.st_size

    @work(thread=True, exclusive=True, group="draft", exit_on_error=False)
    def check(self, desk: Desk) -> None:
        """Read the draft and check it, away from the keys."""
        from briefing.store.reading.documents import bytes_of, extract

        path = self.app.draft
        if path is None:
            return
        self._seen = self._state()
        try:
            document = Document(extract(path.name, bytes_of(path)).text, path.stem)
        except (BriefingError, OSError) as error:
            self.post_message(Checked(DraftView(desk, path, reason=str(error))))
            return
        if self._checker is None or self._checker[0] is not desk:
            self._checker = desk, Checker(desk.dossier)
        statements = self._checker[1].check(without_remarks(document.text))
        told = with_faults(document.text, statements, footnotes(document.text, statements, desk.dossier))
        self.post_message(Checked(DraftView(desk, path, document, tuple(pieces(document, told)))))

    @on(Checked)
    def _checked(self, event: Checked) -> None:
        if event.view.desk is not self.app.desk:
            return
        old, new = self.view, event.view
        line = old.line if old.pieces else 0
        said = [n for n, piece in enumerate(new.pieces) if piece.statement]
        at = next((n for n in said if new.pieces[n].line >= line), said[-1] if said else 0)
        same = old.at in said and new.pieces[old.at].line == line
        self.view = replace(new, at=old.at if same else at)

    def watch_view(self) -> None:
        """Write the keys that now work."""
        self.keys_changed()

    @on(StatementPicked)
    def _picked(self, event: StatementPicked) -> None:
        self.view = replace(self.view, at=event.at)

    @on(SourceWanted)
    def _wanted(self) -> None:
        self.action_look()

    @property
    def passage(self) -> Passage | None:
        """The passage under the cursor, else the first that the verdict rests on."""
        listed = self.query_one(GroundsPane).passages
        return listed[0] if listed else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Tell which actions work now."""
        view = self.view
        if action == "look":
            return bool(view.statement and (view.statement.passages or view.statement.cards))
        if action == "card":
            return bool(view.statement and view.statement.cards)
        if action in ("next_finding", "previous_finding"):
            return view.beyond(1) is not None
        if action == "edit":
            return bool(view.path and view.path.suffix.lower() in _TEXTS)
        return super().check_action(action, parameters)

    def _finding(self, by: int) -> None:
        index = self.view.beyond(by)
        if index is not None:
            self.view = replace(self.view, at=index)

    def action_next_finding(self) -> None:
        """To the next statement that asks for something to be done."""
        self._finding(1)

    def action_previous_finding(self) -> None:
        """To the one before."""
        self._finding(-1)

    def action_look(self) -> None:
        """To the claim under the cursor, else to the passage in its source."""
        current = self.query_one(GroundsPane).current
        if self.pane == "grounds" and current is not None and current.card:
            self.app.show_card(current.card)
        elif self.passage is not None:
            self.app.show_passage(self.passage)
        else:
            self.action_card()

    def action_card(self) -> None:
        """To the claim that answers the statement."""
        current = self.query_one(GroundsPane).current
        card = current.card if current and current.card else ""
        if not card and self.view.statement and self.view.statement.cards:
            card = self.view.statement.cards[0]
        if card:
            self.app.show_card(card)

    def action_edit(self) -> None:
        """Open the draft in the editor at the line; it is checked again when it is saved."""
        if self.view.path is not None:
            self.app.edit(Path(self.view.path).absolute(), self.view.line)
