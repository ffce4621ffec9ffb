"""A window of text over the mode: help, problems."""

from __future__ import annotations

from dataclasses import replace

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen

from briefing.tui.actions import bindings
from briefing.tui.paint.line import Line
from briefing.tui.paint.marks import NO_CURSOR, STRONG
from briefing.tui.widgets.bars import KeyLine
from briefing.tui.widgets.lines import Lines
from briefing.tui.widgets.pane import Framed


class Text(Lines, Framed):
    """Lines to read; the cursor stands nowhere."""

    def __init__(self, title: Content, lines: list[Line], id: str = "text") -> None:
        super().__init__(id=id)
        self._title, self._text = title, lines

    @property
    def count(self) -> int:
        """The number of lines."""
        return len(self._text)

    def stop(self, index: int) -> bool:
        """There is nothing to choose."""
        return False

    def line(self, index: int, cursor: bool) -> Line:
        """Return a line."""
        line = self._text[index]
        hang = None if line.hang is None else Content.assemble(NO_CURSOR, line.hang)
        return replace(line, lead=Content.assemble(NO_CURSOR, line.lead), hang=hang)

    def show(self, lines: list[Line]) -> None:
        """Show other lines."""
        self._text = lines
        self.changed(0, keep_place=False)

    def on_mount(self) -> None:
        """Name the window."""
        self.entitle(self._title.stylize(STRONG))


class Sheet(ModalScreen[None]):
    """One text, closed by Esc."""

    BINDINGS = bindings("sheet")

    def __init__(self, title: Content, lines: list[Line]) -> None:
        super().__init__()
        self._text = Text(title, lines)

    def compose(self) -> ComposeResult:
        """Lay out the text and its keys."""
        with Vertical(classes="window"):
            yield self._text
            yield KeyLine()

    def action_close(self) -> None:
        """Close the window."""
        self.dismiss()
