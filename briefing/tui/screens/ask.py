"""A question over the mode, answered in one line."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from briefing.tui.actions import bindings
from briefing.tui.paint.marks import MUTED, STRONG
from briefing.tui.widgets.bars import KeyLine
from briefing.tui.widgets.pane import Framed


class Answer(Input):
    """The line for the answer."""

    BINDINGS: ClassVar = bindings("ask")

    def __init__(self, text: str) -> None:
        super().__init__(text, compact=True, select_on_focus=False, id="answer")
        self.cursor_blink = False

    def action_accept(self) -> None:
        """Answer."""
        self.screen.dismiss(self.value.strip() or None)

    def action_cancel(self) -> None:
        """Do not answer."""
        self.screen.dismiss(None)


class Question(Vertical, Framed):
    """The frame around question and answer."""

    def __init__(self, title: Content, text: Content, answer: str) -> None:
        super().__init__(id="question")
        self._parts = title, text, answer

    def compose(self) -> ComposeResult:
        """Lay out the question and the line for its answer."""
        _, text, answer = self._parts
        yield Static(text.stylize(MUTED))
        yield Answer(answer)

    def on_mount(self) -> None:
        """Name the window."""
        self.entitle(self._parts[0].stylize(STRONG))


class Ask(ModalScreen[str | None]):
    """Dismissed with the answer, or with None."""

    def __init__(self, title: Content, text: Content, answer: str = "") -> None:
        super().__init__()
        self._question = Question(title, text, answer)

    def compose(self) -> ComposeResult:
        """Lay out the question and its keys."""
        with Vertical(classes="window low"):
            yield self._question
            yield KeyLine()
