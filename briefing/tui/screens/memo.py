"""Memo: what goes in, and the memo that comes of it, seen as it grows."""

from __future__ import annotations

from dataclasses import replace

from textual import on, work
from textual.app import ComposeResult
from textual.content import Content
from textual.reactive import var

from briefing.errors import BriefingError
from briefing.memo.outline import Selection
from briefing.tui.actions import bindings
from briefing.tui.contents import Entry, MemoView, toggled
from briefing.tui.desk import Desk
from briefing.tui.messages import EntryToggled, MemoWritten
from briefing.tui.screens.mode import ModeScreen
from briefing.tui.widgets.memo import ContentsPane, PreviewPane


class MemoScreen(ModeScreen):
    """The fourth mode."""

    MODE = "memo"
    SCOPE = "memo"
    PANES = ("contents", "preview")
    BINDINGS = bindings("memo")

    view: var[MemoView] = var(MemoView(), init=False, always_update=True)

    def __init__(self) -> None:
        super().__init__()

    def panes(self) -> ComposeResult:
        """Lay out contents and preview."""
        yield ContentsPane().data_bind(MemoScreen.view)
        yield PreviewPane().data_bind(MemoScreen.view)

    def adopt(self, desk: Desk) -> None:
        """Show the memo of a dossier that was read; what was left out stays out."""
        self.view = MemoView(desk, self.app.left_out, self.view.text)
        self.write(desk, self.app.left_out)

    def fail(self, error: BriefingError) -> None:
        """Show that none could be read."""
        self.query_one(ContentsPane).fail(error)

    @work(thread=True, exclusive=True, group="memo", exit_on_error=False)
    def write(self, desk: Desk, left_out: Selection) -> None:
        """Write the memo anew, away from the keys."""
        from briefing.memo.markdown import render
        from briefing.memo.outline import outline

        self.post_message(MemoWritten(left_out, render(outline(desk.dossier, left_out, desk.audited))))

    @on(MemoWritten)
    def _written(self, event: MemoWritten) -> None:
        if event.left_out == self.view.left_out:
            self.view = replace(self.view, text=event.text)

    @on(EntryToggled)
    def _toggled(self, event: EntryToggled) -> None:
        self._toggle(event.entry)

    def _toggle(self, entry: Entry) -> None:
        desk = self.view.desk
        if desk is not None:
            self.app.left_out = toggled(entry, self.view.left_out, desk)
            self.view = replace(self.view, left_out=self.app.left_out)
            self.write(desk, self.app.left_out)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Tell which actions work now."""
        if action in ("include", "look"):
            return bool(self.query_one(ContentsPane).entries) and self.pane == "contents"
        if action == "fill_in":
            return self.app.changeable
        if action == "everything":
            return self.view.left_out != Selection()
        return super().check_action(action, parameters)

    def action_fill_in(self) -> None:
        """Edit what the memo begins with."""
        self.fill_in("dossier")

    def action_include(self) -> None:
        """Take the entry under the cursor out, or in again."""
        contents = self.query_one(ContentsPane)
        if contents.current is not None:
            self._toggle(contents.current)

    def action_everything(self) -> None:
        """Take everything in again."""
        self.app.left_out = Selection()
        if self.view.desk is not None:
            self.view = replace(self.view, left_out=Selection())
            self.write(self.view.desk, Selection())
            self.say(Content("everything is in the memo"))

    def action_look(self) -> None:
        """Show the entry under the cursor in the preview."""
        current = self.query_one(ContentsPane).current
        if current is not None:
            self.query_one(PreviewPane).find(" ".join(current.text.split())[:60])
