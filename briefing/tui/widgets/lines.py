"""The base of every list and reader: draws only the rows that are seen, however many there are."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.content import Content
from textual.geometry import Region
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.style import Style
from textual.widget import Widget

from briefing.tui.actions import bindings
from briefing.tui.paint.line import EMPTY, Line
from briefing.tui.widgets.viewport import Top, Viewport
from briefing.tui.widgets.wrap import breaks

_KEPT = 1000
_NEAR = 3
_WHEEL = 3
_ALL = -1


@dataclass(slots=True)
class _Laid:
    line: Line
    offsets: list[int]
    strips: dict[tuple[int, bool], Strip] = field(default_factory=dict)


class Lines(Widget, can_focus=True):
    """Items under a cursor, drawn when seen. A subclass says what they are."""

    ALLOW_SELECT = False
    BINDINGS = bindings("lines")
    COMPONENT_CLASSES: ClassVar[set[str]] = {"lines--cursor", "lines--thumb"}
    DEFAULT_CSS = "Lines { height: 1fr; }"

    cursor: reactive[int] = reactive(0, repaint=False)
    measure = 0
    """The most columns that text takes, however wide the widget is; 0: all."""
    waits = False
    """Whether a moved cursor is drawn only by `flush`, so that several panes change in one frame."""

    class Moved(Message):
        """The user moved the cursor."""

        def __init__(self, index: int) -> None:
            super().__init__()
            self.index = index

    class Chosen(Message):
        """The user clicked an item twice."""

        def __init__(self, index: int) -> None:
            super().__init__()
            self.index = index

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self.viewport = Viewport(self._rows)
        self._laid: dict[tuple[int, bool], _Laid] = {}
        self._width = 0  # of the last layout: the size may be newer until the event of its change comes
        self._dragging = False
        self._stale: set[int] = set()

    # What a subclass says

    @property
    def count(self) -> int:
        """The number of items."""
        return 0

    def line(self, index: int, cursor: bool) -> Line:
        """Return item `index`; `cursor`: it is under the cursor and must show it by a sign."""
        raise NotImplementedError

    def stop(self, index: int) -> bool:
        """Whether the cursor may stand on an item."""
        return True

    # Laying out

    @property
    def text_width(self) -> int:
        """The columns that items have: the last one is kept for the scroll bar."""
        width = max(1, self._width - 1)
        return min(width, self.measure) if self.measure else width

    def changed(self, cursor: int | None = None, *, keep_place: bool = True) -> None:
        """Draw other items from now on, with the cursor at `cursor` if given."""
        if cursor is not None:
            self.set_reactive(Lines.cursor, cursor)
        if not keep_place:
            self.viewport.top = (0, 0)
        self._laid.clear()
        self._width = self.size.width
        self.viewport.measure(self.count, self.size.height)
        self.refresh()

    def redraw(self, indexes: Iterable[int]) -> None:
        """Some items look otherwise from now on, or take another number of rows."""
        for index in indexes:
            self._laid.pop((index, True), None)
            self._laid.pop((index, False), None)
        self.viewport.forget()
        self.refresh()

    def _lay(self, index: int) -> _Laid:
        key = (index, index == self.cursor)
        laid = self._laid.get(key)
        if laid is None:
            if len(self._laid) > _KEPT:
                self._laid.clear()
            line = self.line(*key)
            room = self.text_width - line.lead.cell_length
            laid = self._laid[key] = _Laid(line, breaks(line.text.plain, room) if line.wrap else [0])
        return laid

    def _rows(self, index: int) -> int:
        return len(self._lay(index).offsets)

    def at(self, index: int, column: int) -> Top:
        """Return the item and the row in which a character of its text stands."""
        return index, bisect_right(self._lay(index).offsets, column) - 1

    def on_resize(self) -> None:
        """Lay out anew."""
        self.changed()
        self.settle()

    def settle(self) -> None:
        """Bring what matters into view after a change of size: the cursor."""
        if self.cursor < self.count and self.stop(self.cursor):
            self.viewport.show(self.cursor)

    # Drawing

    def render_line(self, y: int) -> Strip:
        """Draw one row of the screen."""
        shown = self.viewport.shown
        first, last = self.viewport.thumb
        bar = first <= y < last
        if y >= len(shown):
            return self._joined([], bar)
        index, row = shown[y]
        laid = self._lay(index)
        strip = laid.strips.get((row, bar))
        if strip is None:
            strip = laid.strips[row, bar] = self._draw(laid, row, bar, index == self.cursor and self.stop(index))
        return strip

    def _draw(self, laid: _Laid, row: int, bar: bool, cursor: bool) -> Strip:
        line, offsets = laid.line, laid.offsets
        base = self.get_visual_style("lines--cursor") if cursor else self.visual_style
        lead, tail, text = line.lead, EMPTY if row else line.tail, line.text
        if row:
            lead = Content(" " * lead.cell_length) if line.hang is None else line.hang
        if len(offsets) > 1:
            text = text[offsets[row] : offsets[row + 1] if row + 1 < len(offsets) else len(text)].rstrip()
        elif not line.wrap:
            text = text.truncate(max(0, self.text_width - lead.cell_length - tail.cell_length), ellipsis=True)
        segments = [*self._segments(lead, base), *self._segments(text, base)]
        if tail:
            gap = self.text_width - lead.cell_length - text.cell_length - tail.cell_length
            segments += [Segment(" " * max(0, gap), base.rich_style), *self._segments(tail, base)]
        return self._joined(segments, bar, base)

    def _segments(self, content: Content, base: Style) -> list[Segment]:
        pieces = content.render(base, end="", parse_style=self.app.stylesheet.parse_style)
        return [Segment(piece, style.rich_style) for piece, style in pieces if piece]

    def _joined(self, segments: list[Segment], bar: bool, base: Style | None = None) -> Strip:
        """Return a row of the width of the widget, with a piece of the scroll bar's thumb or without."""
        style = base or self.visual_style
        strip = Strip(segments).adjust_cell_length(max(0, self.size.width - 1), style.rich_style)
        if bar:
            thumb = Segment("▐", self.get_visual_style("lines--thumb").rich_style)
        else:
            thumb = Segment(" ", self.visual_style.rich_style)
        return Strip([*strip, thumb], self.size.width)

    def notify_style_update(self) -> None:
        """Draw all anew in other colours."""
        super().notify_style_update()
        self._laid.clear()

    # The cursor

    def watch_cursor(self, old: int, new: int) -> None:
        """Draw the items that the cursor left and reached."""
        for index in (old, new):
            self._laid.pop((index, True), None)
            self._laid.pop((index, False), None)
        self.viewport.forget()
        self._stale |= {old, new}
        if not self.waits:
            self.flush()

    def flush(self) -> None:
        """Draw what the cursor left and reached; all, if the view moved."""
        if _ALL in self._stale:
            self.refresh()
        elif self._stale:
            for y, (index, _) in enumerate(self.viewport.shown):
                if index in self._stale:
                    self.refresh(Region(0, y, self.size.width, 1))
        self._stale.clear()

    def on_focus(self) -> None:
        """Show a brighter cursor."""
        self._laid.pop((self.cursor, True), None)
        self._stale.add(self.cursor)
        self.flush()

    def on_blur(self) -> None:
        """Show a dimmer cursor."""
        self.on_focus()

    def next_stop(self, index: int, by: int) -> int | None:
        """Return the nearest item beyond `index` at which the cursor may stand."""
        index += by
        while 0 <= index < self.count:
            if self.stop(index):
                return index
            index += by
        return None

    def move_to(self, index: int | None) -> None:
        """Put the cursor on an item, in view, as the user."""
        if index is None:
            return
        moved = index != self.cursor
        self.cursor = index
        if self.viewport.show(index):
            self._stale.add(_ALL)
        if moved:
            self.post_message(self.Moved(index))
        if not (moved and self.waits):
            self.flush()

    def _moved(self, moved: bool) -> None:
        if moved:
            self._stale.add(_ALL)
            self.flush()

    def _travel(self, by: int) -> None:
        """Move the cursor; what comes before the next stop and is out of sight is uncovered row by row first."""
        shown = self.viewport.shown
        if not shown:
            return
        index, row = shown[-1] if by > 0 else shown[0]
        target = self.next_stop(self.cursor, by)
        cut = index == self.cursor and row != (self._rows(index) - 1 if by > 0 else 0)
        if cut or target is None or (target - index) * by > _NEAR:
            self._moved(self.viewport.scroll(by))
        else:
            self.move_to(target)

    def action_down(self) -> None:
        """One down."""
        self._travel(1)

    def action_up(self) -> None:
        """One up."""
        self._travel(-1)

    def _page(self, by: int) -> None:
        before = [index for index, _ in self.viewport.shown]
        if not before:
            return
        if not self.viewport.scroll(by * max(1, self.size.height - 1)):
            self.move_to(self.next_stop(self.count if by > 0 else -1, -by))
            return
        self._stale.add(_ALL)
        shown = self.viewport.shown
        at = before.index(self.cursor) if self.cursor in before else 0
        index = shown[min(at, len(shown) - 1)][0]
        target = index if self.stop(index) else self.next_stop(index, by)
        if target is not None and target != self.cursor and target <= shown[-1][0]:
            self.move_to(target)
        else:
            self.flush()

    def action_page_down(self) -> None:
        """One page down."""
        self._page(1)

    def action_page_up(self) -> None:
        """One page up."""
        self._page(-1)

    def action_first(self) -> None:
        """To the first item."""
        self.move_to(self.next_stop(-1, 1))
        self._moved(self.viewport.go((0, 0)))

    def action_last(self) -> None:
        """To the last item."""
        self.move_to(self.next_stop(self.count, -1))
        self._moved(self.viewport.go(self.viewport.last_top))

    # The mouse

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll down with the wheel."""
        event.stop()
        self._moved(self.viewport.scroll(_WHEEL))

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll up with the wheel."""
        event.stop()
        self._moved(self.viewport.scroll(-_WHEEL))

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Take hold of the scroll bar."""
        at = event.get_content_offset(self)
        if at is not None and at.x == self.size.width - 1 and self.viewport.last_top > (0, 0):
            self._dragging = True
            self.capture_mouse()
            self._moved(self.viewport.drag(at.y))
            event.stop()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Drag the scroll bar."""
        if self._dragging:
            self._moved(self.viewport.drag(int(event.y) - self.gutter.top))

    def on_mouse_up(self) -> None:
        """Let go of the scroll bar."""
        if self._dragging:
            self._dragging = False
            self.release_mouse()

    def on_click(self, event: events.Click) -> None:
        """Put the cursor where the mouse points."""
        at, shown = event.get_content_offset(self), self.viewport.shown
        if at is None or at.x >= self.size.width - 1 or not 0 <= at.y < len(shown):
            return
        index = shown[at.y][0]
        if self.stop(index):
            self.move_to(index)
            if event.chain == 2:
                self.post_message(self.Chosen(index))
