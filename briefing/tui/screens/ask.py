"""A question over the mode, answered in one line."""

from __future__ import annotations

import os
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.suggester import Suggester
from textual.widgets import Input, Static

from briefing.tui.actions import bindings
from briefing.tui.paint.marks import DISPUTE, MUTED, STRONG
from briefing.tui.widgets.bars import KeyLine
from briefing.tui.widgets.pane import Framed


class Completed(Suggester):
    """Completes the last of some paths from what is on disk."""

    def __init__(self) -> None:
        super().__init__(use_cache=False, case_sensitive=True)

    async def get_suggestion(self, value: str) -> str | None:
        """Return the answer with its last path completed to the first name that fits."""
        before, space, last = value.rpartition(" ")
        folder, slash, start = last.rpartition("/")
        try:
            with os.scandir(Path(folder + slash).expanduser() if slash else ".") as entries:
                fitting = [item for item in entries if item.name.startswith(start) and _plain(item.name)]
        except (OSError, ValueError, RuntimeError):
            return None
        if not start or not fitting:
            return None
        first = min(fitting, key=lambda item: item.name)
        return f"{before}{space}{folder}{slash}{first.name}{'/' if first.is_dir() else ''}"


def _plain(name: str) -> bool:
    """Whether a name can stand in an answer as it is."""
    return name.isprintable() and not set(name) & set(" '\"\\")


class Answer(Input):
    """The line for the answer."""

    BINDINGS: ClassVar = bindings("ask")

    def __init__(self, text: str, *, paths: bool, needed: str) -> None:
        suggester = Completed() if paths else None
        super().__init__(text, compact=True, select_on_focus=False, suggester=suggester, id="answer")
        self.cursor_blink = False
        self._needed = needed

    def action_accept(self) -> None:
        """Answer."""
        if self._needed and not self.value.strip():
            self.screen.query_one(KeyLine).say(Content.styled(self._needed, DISPUTE))
        else:
            self.screen.dismiss(self.value.strip() or None)

    def action_cancel(self) -> None:
        """Do not answer."""
        self.screen.dismiss(None)


class Question(Vertical, Framed):
    """The frame around question and answer."""

    def __init__(self, title: Content, text: Content, answer: str, *, paths: bool, needed: str) -> None:
        super().__init__(id="question")
        self._parts = title, text, answer
        self._paths, self._needed = paths, needed

    def compose(self) -> ComposeResult:
        """Lay out the question and the line for its answer."""
        _, text, answer = self._parts
        yield Static(text.stylize(MUTED))
        yield Answer(answer, paths=self._paths, needed=self._needed)

    def on_mount(self) -> None:
        """Name the window."""
        self.entitle(self._parts[0].stylize(STRONG))


class Ask(ModalScreen[str | None]):
    """Dismissed with the answer, or with None.

    `paths`: names of files are completed. `needed` is what is said where Enter is pressed without an answer;
    without it that is no answer.
    """

    def __init__(
        self, title: Content, text: Content, answer: str = "", *, paths: bool = False, needed: str = ""
    ) -> None:
        super().__init__()
        self._question = Question(title, text, answer, paths=paths, needed=needed)

    def compose(self) -> ComposeResult:
        """Lay out the question and its keys."""
        with Vertical(classes="window low"):
            yield self._question
            yield KeyLine()
