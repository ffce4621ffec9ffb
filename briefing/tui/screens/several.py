"""Some of many: which evidence goes to another card."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen

from briefing.tui.actions import bindings
from briefing.tui.screens.choose import Choice, Choices
from briefing.tui.widgets.bars import KeyLine


class Several(ModalScreen[tuple[int, ...] | None]):
    """Dismissed with the numbers of what was chosen, from 0, or with None."""

    BINDINGS = [*bindings("several"), *bindings("sheet")]  # noqa: RUF012

    def __init__(self, title: str, texts: list[Content]) -> None:
        super().__init__()
        choices = [Choice(("piece", str(n)), text) for n, text in enumerate(texts)]
        self.choices = Choices(title, choices, set(), many=True)

    def compose(self) -> ComposeResult:
        """Lay out the choices and their keys."""
        with Vertical(classes="window decide"):
            yield self.choices
            yield KeyLine()

    def on_lines_chosen(self) -> None:
        """A double click chooses too."""
        self.action_take()

    def action_take(self) -> None:
        """Choose what is under the cursor, or take it back."""
        self.choices.chosen ^= {self.choices.current}
        self.choices.changed()

    def action_done(self) -> None:
        """Go on with what was chosen."""
        self.dismiss(tuple(sorted(int(number) for _, number in self.choices.chosen)))

    def action_close(self) -> None:
        """Choose nothing."""
        self.dismiss(None)
