"""A question over the mode, answered by choosing one of a few answers."""

from __future__ import annotations

from dataclasses import replace

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen

from briefing.tui.actions import bindings
from briefing.tui.paint.line import BLANK, Line
from briefing.tui.paint.marks import CURSOR, NO_CURSOR, STRONG
from briefing.tui.widgets.bars import KeyLine
from briefing.tui.widgets.lines import Lines
from briefing.tui.widgets.pane import Framed

Answer = tuple[str, Content]
"""What is answered, and how it reads."""


class Answers(Lines, Framed):
    """What there is to know, and beneath it the answers to choose from."""

    def __init__(self, title: Content, text: list[Line], answers: list[Answer]) -> None:
        super().__init__(id="answers")
        self._title, self._text, self._answers = title, [*text, BLANK], answers

    @property
    def count(self) -> int:
        """The number of rows."""
        return len(self._text) + len(self._answers)

    def stop(self, index: int) -> bool:
        """Only answers can be chosen."""
        return index >= len(self._text)

    def line(self, index: int, cursor: bool) -> Line:
        """Return a line to read, or an answer."""
        if not self.stop(index):
            line = self._text[index]
            return replace(line, lead=Content.assemble(NO_CURSOR, line.lead))
        return Line(self._answers[index - len(self._text)][1], Content.assemble(CURSOR if cursor else NO_CURSOR, " "))

    @property
    def answer(self) -> str:
        """The answer under the cursor."""
        return self._answers[max(0, self.cursor - len(self._text))][0]

    def on_mount(self) -> None:
        """Name the window; begin at the first answer, which is the one that does no harm."""
        self.entitle(self._title.stylize(STRONG))
        self.cursor = len(self._text)


class Decide(ModalScreen[str | None]):
    """Dismissed with the answer that was chosen, or with None."""

    BINDINGS = [*bindings("decide"), *bindings("sheet")]  # noqa: RUF012

    def __init__(self, title: Content, text: list[Line], answers: list[Answer]) -> None:
        super().__init__()
        self.answers = Answers(title, text, answers)

    def compose(self) -> ComposeResult:
        """Lay out the question and its keys."""
        with Vertical(classes="window decide"):
            yield self.answers
            yield KeyLine()

    def on_lines_chosen(self) -> None:
        """A double click chooses too."""
        self.action_pick()

    def action_pick(self) -> None:
        """Give the answer under the cursor."""
        self.dismiss(self.answers.answer)

    def action_close(self) -> None:
        """Give no answer."""
        self.dismiss(None)
