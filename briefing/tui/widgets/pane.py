"""A framed pane: its name to the left of the upper edge, what it shows to the right of it."""

from __future__ import annotations

from textual.content import Content
from textual.widget import Widget

from briefing.tui.paint.line import EMPTY


class Framed(Widget):
    """Mixed into a widget with a round border. Titles are content, never strings."""

    _left: Content = EMPTY
    _right: Content = EMPTY

    def entitle(self, left: Content, right: Content = EMPTY, below: Content | None = None) -> None:
        """Write the upper edge and, if given, the lower one."""
        self._left, self._right = left, right
        self._write()
        if below is not None:
            self.border_subtitle = below or None

    def _write(self) -> None:
        room = self.outer_size.width - (6 if self.styles.border_left[0] else 2)
        left, right = self._left, self._right
        if room < 1:
            return
        if right and left.cell_length + right.cell_length + 3 > room:
            left = left.truncate(max(8, room - right.cell_length - 3), ellipsis=True)
        fill = room - left.cell_length - right.cell_length - 2
        if not right or fill < 1:
            self.border_title = left or None
        else:
            self.border_title = Content.assemble(left, " ", "─" * fill, " ", right)

    def on_resize(self) -> None:
        """Fill the upper edge anew."""
        self._write()
