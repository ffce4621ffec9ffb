"""A framed pane: its name to the left of the upper edge, what it shows to the right of it."""

from __future__ import annotations

from textual.content import Content
from textual.widget import Widget

from briefing.tui.paint.line import EMPTY

_NAME = 8
"""Columns that a name has, whatever stands behind it."""


class Framed(Widget):
    """Mixed into a widget with a round border. Titles are content, never strings."""

    _edge: tuple[Content, Content, Content] = (EMPTY, EMPTY, EMPTY)

    def entitle(
        self, name: Content, right: Content = EMPTY, *, after: Content = EMPTY, below: Content | None = None
    ) -> None:
        """Write the upper edge and, if given, the lower one. `after` follows the name, which is cut to let it."""
        self._edge = name, after, right
        self._write()
        if below is not None:
            self.border_subtitle = below or None

    def _write(self) -> None:
        room = self.outer_size.width - (6 if self.styles.border_left[0] else 2)
        if room < 1:
            return
        name, after, right = self._edge
        rest = after.cell_length + (right.cell_length + 3 if right else 0)
        left = Content.assemble(name.truncate(max(_NAME, room - rest), ellipsis=True), after)
        fill = room - left.cell_length - right.cell_length - 2
        if not right or fill < 1:
            self.border_title = left or None
        else:
            self.border_title = Content.assemble(left, " ", "─" * fill, " ", right)

    def on_resize(self) -> None:
        """Fill the upper edge anew."""
        self._write()
