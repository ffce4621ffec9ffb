"""The base of the modes: top line, panes, bottom line, and the dossier they share."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget

from briefing.errors import BriefingError, Problem
from briefing.tui.actions import bindings
from briefing.tui.desk import Desk
from briefing.tui.paint import claims
from briefing.tui.paint.line import EMPTY
from briefing.tui.paint.marks import shown
from briefing.tui.widgets.bars import KeyLine, TopLine

if TYPE_CHECKING:
    from briefing.tui.app import BriefingApp


class ModeScreen(Screen[None]):
    """One mode. `MODE` is its id in the table of modes."""

    MODE: ClassVar[str] = ""
    BINDINGS = bindings("mode")
    AUTO_FOCUS = None
    app: BriefingApp

    def compose(self) -> ComposeResult:
        """Lay out the three parts."""
        yield TopLine()
        yield from self.panes()
        yield KeyLine()

    def panes(self) -> ComposeResult:
        """Yield what stands between top and bottom line."""
        yield Widget()

    def on_mount(self) -> None:
        """Take the dossier that is open, now and whenever it changes."""
        self.watch(self.app, "desk", self._take)
        self.watch(self.app, "failure", self._take_failure)
        self.watch(self.app, "problems", self._tell)
        self.watch(self, "focused", self.keys_changed)

    def _take(self, desk: Desk | None) -> None:
        if desk is not None:
            self.adopt(desk)
        self._tell()
        self.keys_changed()

    def _take_failure(self, failure: BriefingError | None) -> None:
        if failure is not None:
            self.fail(failure)

    def _tell(self) -> None:
        desk = self.app.desk
        title = shown(desk.dossier.title) if desk else shown(self.app.place)
        self.query_one(TopLine).tell(title, claims.counts(desk) if desk else EMPTY, len(self.app.problems))

    def adopt(self, desk: Desk) -> None:
        """Show a dossier that was read."""

    def fail(self, error: BriefingError) -> None:
        """Show that none could be read."""

    def keys_changed(self) -> None:
        """Write the bottom line anew after it is known what works."""
        for line in self.query(KeyLine):  # there is none yet before the screen is laid out, none any more after
            self.call_later(line.write)

    def say(self, text: Content) -> None:
        """Tell on the bottom line what was done."""
        self.query_one(KeyLine).say(text)

    def on_key(self, event: events.Key) -> None:
        """Take the message off the bottom line."""
        self.query_one(KeyLine).hush()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Tell which actions work now."""
        if action == "memo":
            return self.app.desk is not None
        if action == "problems":
            return bool(self.app.problems)
        return True

    def action_problems(self) -> None:
        """List what is wrong in the dossier's files."""
        from briefing.tui.paint.sheets import problems
        from briefing.tui.screens.sheet import Sheet

        found: tuple[Problem, ...] = self.app.problems
        self.app.push_screen(Sheet(Content("Problems"), problems(found)))

    def action_reload(self) -> None:
        """Read the files again."""
        self.app.load()

    async def action_memo(self) -> None:
        """Ask for a path and export the memo to it."""
        from briefing.tui.export import free_path, write_memo
        from briefing.tui.screens.ask import Ask

        desk = self.app.desk
        if desk is None:
            return
        asked = Ask(
            Content("Export the memo"),
            Content("As Markdown, to this file. A file that is there is never overwritten."),
            str(free_path(Path.cwd() / "memo.md")),
        )

        def write(path: str | None) -> None:
            if path:
                left_out = self.app.left_out
                self.app.run_worker(
                    lambda: write_memo(self, desk, left_out, Path(path)), thread=True, exit_on_error=False
                )

        self.app.push_screen(asked, write)
