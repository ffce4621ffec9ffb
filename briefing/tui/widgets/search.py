"""The line above a list in which one types what to look for."""

from __future__ import annotations

from textual.widgets import Input

from briefing.tui.actions import bindings
from briefing.tui.widgets.lines import Lines
from briefing.tui.widgets.pane import Framed


class SearchBox(Input):
    """The words searched for."""

    BINDINGS = bindings("search")
    can_focus = True

    def __init__(self) -> None:
        super().__init__(placeholder="search", compact=True, id="search")
        self.cursor_blink = False

    @property
    def _list(self) -> Lines:
        """The list below the search."""
        pane = next(node for node in self.ancestors if isinstance(node, Framed))
        return pane.query(Lines).first()

    def action_keep(self) -> None:
        """Go to what was found."""
        self._list.focus()

    def action_drop(self) -> None:
        """Clear the search."""
        self.value = ""
        self.action_keep()

    def action_list_down(self) -> None:
        """One down in the list."""
        self._list.action_down()

    def action_list_up(self) -> None:
        """One up in the list."""
        self._list.action_up()
