"""A form over the mode: typed, kept on disk with every key, saved to the dossier."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen

from briefing.store.kept import Kept, keep
from briefing.tui.actions import bindings
from briefing.tui.desk import Desk
from briefing.tui.forms.again import content
from briefing.tui.forms.fields import Form, Refused, Texts
from briefing.tui.paint.forms import both
from briefing.tui.paint.line import Line
from briefing.tui.paint.marks import DISPUTE, INK, shown
from briefing.tui.screens.decide import Decide
from briefing.tui.widgets.bars import KeyLine
from briefing.tui.widgets.form import FormPane

if TYPE_CHECKING:
    from briefing.tui.app import BriefingApp


class FormScreen(ModalScreen[bool]):
    """Dismissed with whether it was saved. `show`: go to what was made when it was."""

    BINDINGS: ClassVar = bindings("form")
    AUTO_FOCUS = "#form"
    app: BriefingApp

    def __init__(self, form: Form, texts: Texts | None = None, kept: Kept | None = None, *, show: bool = True) -> None:
        super().__init__()
        self.form = form
        self.pane = FormPane(form, form.initial if texts is None else texts)
        self._kept, self._show = kept, show
        self._saving: Desk | None = None
        self._what = ""
        self._done = False

    def compose(self) -> ComposeResult:
        """Lay out the fields and their keys."""
        with Vertical(classes="window form"):
            yield self.pane
            yield KeyLine()

    def on_mount(self) -> None:
        """Close when what was typed is on disk."""
        self.watch(self.app, "desk", self._written, init=False)

    def on_unmount(self) -> None:
        """Let go of what is kept, whatever ends the form."""
        if self._kept is not None:
            self._kept.close()

    @property
    def busy(self) -> bool:
        """Whether it is being written just now, or was."""
        at_work = any(worker.group == "store" and not worker.is_finished for worker in self.app.workers)
        return self._done or (self._saving is not None and at_work)

    @property
    def typed(self) -> bool:
        """Whether anything was typed."""
        return self.pane.texts != self.form.initial

    @on(FormPane.Typed)
    def _keep(self) -> None:
        self._saving = None
        try:
            if self._kept is None:
                self._kept = keep(self._root)
            self._kept.write(content(self.form, self.pane.texts))
        except OSError as error:
            self._say(f"this form is not kept should the program end: {error.strerror or error}", wrong=True)

    @property
    def _root(self) -> Path:
        return Path(self.form.dossier.root)

    def _say(self, text: str, *, wrong: bool = False) -> None:
        self.query_one(KeyLine).say(shown(text, DISPUTE if wrong else INK))

    @on(FormPane.Forth)
    def action_save(self) -> None:
        """Write what was typed to the dossier, if nothing in it is wrong."""
        if self.busy:
            return
        wrong = self.pane.wrong
        if wrong:
            self.pane.go(wrong[0])
            self._say(f"not saved: {self.pane.told[wrong[0]]}", wrong=True)
            return
        desk = self.app.desk
        try:
            clashes = self.form.clashes(desk.dossier, self.pane.texts) if desk else {}
        except Refused as error:
            self._say(f"not saved: {error}", wrong=True)
            return
        if clashes:
            self.app.push_screen(
                Decide(*both(self.form, self.pane.texts, clashes)), lambda answer: self._settle(answer, clashes)
            )
        else:
            self._save()

    def _settle(self, answer: str | None, theirs: Texts) -> None:
        """Do as the user decided where both sides changed a field."""
        if answer == "mine":
            self._save()
        elif answer == "theirs":
            for name, text in theirs.items():
                self.pane.put(name, text)

    def _save(self) -> None:
        changes = self.form.changes(self.pane.texts)
        if not changes:
            self._end(saved=False)
            return
        if not self.app.changeable:
            self._say("not saved: the dossier is still being read", wrong=True)
            return
        told, id = self.form.told(self.pane.texts)
        self._saving = self.app.desk
        self._what = ", ".join(map(str, changes))
        self.app.change(*changes, text=told, show=id if self._show else "")

    def _written(self, desk: Desk | None) -> None:
        store = self.app.store
        if self._saving is None or desk is self._saving or store is None:
            return
        if store.last.endswith(self._what):  # else the files were read again because others changed them
            self._end(saved=True)

    def on_screen_resume(self) -> None:
        """Close where the change waits in memory until it can be written; it is kept on disk meanwhile."""
        store = self.app.store
        if self._saving is not None and not self._done and store is not None and store.pending:
            self._close(saved=True)

    def _close(self, *, saved: bool) -> None:
        self._done = True
        self.dismiss(saved)

    def _end(self, *, saved: bool) -> None:
        if self._done:
            return
        if self._kept is not None:
            self._kept.drop()
            self._kept = None
        self._close(saved=saved)

    def action_leave(self) -> None:
        """Close the form; ask what becomes of what was typed."""
        if self.busy:
            return
        if not self.typed:
            self._end(saved=False)
            return
        answers = [
            ("on", Content("Go on typing")),
            ("keep", Content("Close it and keep what was typed: K goes on with it, now or at the next start")),
            ("drop", Content("Throw away what was typed")),
        ]
        text = [Line(Content.styled("It has not been saved.", INK))]
        self.app.push_screen(Decide(Content("Close the form?"), text, answers), self._decided)

    def _decided(self, answer: str | None) -> None:
        if answer == "drop":
            self._end(saved=False)
        elif answer == "keep":
            self._close(saved=False)

    # Moving

    def action_next(self) -> None:
        """To the next field."""
        self.pane.action_next()

    def action_previous(self) -> None:
        """To the field before."""
        self.pane.action_previous()

    def action_forth(self) -> None:
        """To the next field; from the last one, save."""
        self.pane.action_forth()
