"""The base of the modes: top line, panes, bottom line, and the dossier they share."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.reactive import var
from textual.screen import Screen
from textual.widget import Widget

from briefing.errors import BriefingError, Problem
from briefing.model.passage import Passage
from briefing.tui.actions import Scope, bindings
from briefing.tui.desk import Desk
from briefing.tui.paint import claims
from briefing.tui.paint.line import EMPTY
from briefing.tui.paint.marks import shown
from briefing.tui.widgets.bars import KeyLine, TopLine
from briefing.tui.widgets.lines import Lines
from briefing.tui.widgets.search import SearchBox

if TYPE_CHECKING:
    from briefing.store.kept import Kept
    from briefing.tui.app import BriefingApp
    from briefing.tui.forms.entry import EntryNoun
    from briefing.tui.forms.fields import Form, Texts


class ModeScreen(Screen[None]):
    """One mode. `MODE` is its id in the table of modes, `PANES` the ids of what it lays out, from left to right."""

    MODE: ClassVar[str] = ""
    SCOPE: ClassVar[Scope] = "mode"
    """Whose actions are this mode's own, in the table of actions."""
    PANES: ClassVar[tuple[str, ...]] = ()
    BINDINGS = bindings("mode")
    AUTO_FOCUS = None
    app: BriefingApp

    pane: var[str] = var("", init=False)
    full: var[bool] = var(False, init=False)

    def __init__(self) -> None:
        super().__init__(id=self.MODE)
        self.set_reactive(ModeScreen.pane, self.PANES[0])
        self.add_class(f"-on-{self.PANES[0]}")

    def compose(self) -> ComposeResult:
        """Lay out the three parts."""
        yield TopLine()
        with Horizontal(id="panes"):
            yield from self.panes()
        yield KeyLine()

    def panes(self) -> ComposeResult:
        """Yield what stands between top and bottom line."""
        yield Widget()

    def on_mount(self) -> None:
        """Take the dossier that is open, now and whenever it changes; begin in the first pane."""
        self.watch(self.app, "desk", self._take)
        self.watch(self.app, "failure", self._take_failure)
        self.watch(self.app, "problems", self._tell)
        self.watch(self, "focused", self.keys_changed)
        self.query_one(f"#{self.PANES[0]}", Lines).focus()

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

    # The panes

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Bring the pane that has the focus to the front."""
        if event.widget.id in self.PANES:
            self.pane = str(event.widget.id)
        elif isinstance(event.widget, SearchBox):
            self.pane = self.PANES[0]

    def watch_pane(self, old: str, new: str) -> None:
        """Show the pane: on narrow screens others give way to it."""
        self.remove_class(f"-on-{old}")
        self.add_class(f"-on-{new}")
        self.keys_changed()

    def watch_full(self, full: bool) -> None:
        """Give the source the whole screen, or give it back."""
        self.set_class(full, "-full")
        self.keys_changed()

    def go(self, pane: str) -> None:
        """Give a pane the focus."""
        self.pane = pane
        self.query_one(f"#{pane}", Lines).focus()

    def _beside(self, by: int, *, wrap: bool) -> None:
        at = self.PANES.index(self.pane) + by
        if not self.full and (wrap or 0 <= at < len(self.PANES)):
            self.go(self.PANES[at % len(self.PANES)])

    def action_next_pane(self) -> None:
        """To the next pane."""
        self._beside(1, wrap=True)

    def action_previous_pane(self) -> None:
        """To the previous pane."""
        self._beside(-1, wrap=True)

    def action_right_pane(self) -> None:
        """To the pane on the right."""
        self._beside(1, wrap=False)

    def action_left_pane(self) -> None:
        """To the pane on the left."""
        self._beside(-1, wrap=False)

    def action_source(self) -> None:
        """To the source."""
        self.go("source")

    def action_full(self) -> None:
        """The source on the full screen, and back."""
        self.full = not self.full
        self.go("source")

    @property
    def leavable(self) -> bool:
        """Whether the source has the full screen, or a pane covers the one to its left."""
        covered = self.has_class("-tiny") and self.pane != self.PANES[0]
        return self.full or covered or (self.has_class("-narrow") and self.pane == "source")

    def action_leave(self) -> None:
        """Back to what was covered."""
        if self.full:
            self.full = False
        else:
            self._beside(-1, wrap=False)

    def action_search(self) -> None:
        """Type what to look for."""
        self.full = False
        self.pane = self.PANES[0]
        self.query_one(SearchBox).focus()

    # Forms

    def open_form(self, form: Form, texts: Texts | None = None, kept: Kept | None = None) -> None:
        """Open a form over the mode."""
        from briefing.tui.screens.form import FormScreen

        self.app.push_screen(FormScreen(form, texts, kept, show=False))

    def fill_in(self, noun: EntryNoun, id: str = "") -> None:
        """Edit an entry that is no card in a form."""
        from briefing.tui.forms.entry import EntryForm, entry_of, texts_of

        desk = self.app.desk
        entry = entry_of(desk.dossier, noun, id) if desk else None
        if desk is not None and entry is not None:
            self.open_form(EntryForm(desk.dossier, noun, id, texts_of(entry, noun)))

    # The keys

    @property
    def passage(self) -> Passage | None:
        """The passage that is open: what is cited and read."""
        return None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Tell which actions work now."""
        if action == "memo":
            return self.app.desk is not None
        if action == "problems":
            return bool(self.app.problems)
        if action == "cite":
            return self.passage is not None
        if action == "source":
            return self.passage is not None and self.pane != "source"
        if action == "leave":
            return self.leavable
        if action == "add":
            return self.app.changeable
        if action == "reanchor":
            return self.app.desk is not None and self.app.desk.astray
        if action in ("undo", "redo"):
            return self.app.can("redo" if action == "redo" else "undo")
        return True

    def action_cite(self) -> None:
        """Copy a citation of the passage."""
        from briefing.tui.citation import citation

        if self.app.desk is not None and self.passage is not None:
            text = citation(self.app.desk.dossier, self.passage)
            self.app.copy_to_clipboard(text)
            self.say(Content.assemble("copied: ", shown(text, "$muted")))

    def action_attach(self) -> None:
        """Ask for the folder of the original and bring the text back."""
        self.app.ask_attach()

    def action_add(self) -> None:
        """Bring documents into the dossier."""
        self.app.ask_documents()

    def action_undo(self) -> None:
        """Take the last change back."""
        self.app.undo()

    def action_redo(self) -> None:
        """Make the change again that was taken back last."""
        self.app.redo()

    def action_problems(self) -> None:
        """List what is wrong in the dossier's files."""
        from briefing.tui.paint.sheets import problems
        from briefing.tui.screens.sheet import Sheet

        found: tuple[Problem, ...] = self.app.problems
        self.app.push_screen(Sheet(Content("Problems"), problems(found)))

    def action_reanchor(self) -> None:
        """Review the passages that do not stand as cited."""
        from briefing.tui.screens.reanchor import Reanchoring

        self.app.push_screen(Reanchoring())

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
