"""Which rows of which items are seen: held by what stands at the top, never by a count of all rows.

An item is measured when it comes into sight, so a million of them open at once.
"""

from __future__ import annotations

from collections.abc import Callable

Top = tuple[int, int]
"""An item and a row of it, both from 0."""


class Viewport:
    """A window of `height` rows over `count` items; `rows` tells how many rows an item takes."""

    def __init__(self, rows: Callable[[int], int]) -> None:
        self.rows = rows
        self.count = 0
        self.height = 0
        self.top: Top = (0, 0)
        self._shown: list[Top] | None = None
        self._last: Top | None = None

    def measure(self, count: int, height: int) -> None:
        """Start anew with other items, another height or other numbers of rows."""
        self.count, self.height = count, height
        self.forget()
        index, row = min(self.top, self.last_top)
        self.top = (index, min(row, self.rows(index) - 1)) if count else (0, 0)

    def forget(self) -> None:
        """Some items may take another number of rows from now on."""
        self._shown = self._last = None

    def step(self, top: Top, by: int) -> Top:
        """Return the place `by` rows further down (or up), stopping at either end."""
        index, row = top
        row += by
        while row < 0 and index > 0:
            index -= 1
            row += self.rows(index)
        while row >= (rows := self.rows(index)):
            if index == self.count - 1:
                return index, rows - 1
            row -= rows
            index += 1
        return index, max(0, row)

    @property
    def last_top(self) -> Top:
        """The top at which the last row stands at the foot of the window."""
        if self._last is None:
            last = self.count - 1
            self._last = self.step((last, self.rows(last) - 1), 1 - self.height) if last >= 0 else (0, 0)
        return self._last

    @property
    def shown(self) -> list[Top]:
        """The items and rows in the window, from its top."""
        if self._shown is None:
            found: list[Top] = []
            index, row = self.top
            while len(found) < self.height and index < self.count:
                rows = self.rows(index)
                found.extend((index, r) for r in range(row, min(rows, row + self.height - len(found))))
                index, row = index + 1, 0
            self._shown = found
        return self._shown

    def go(self, top: Top) -> bool:
        """Put `top` at the top, or as near as there are rows; return whether the view moved."""
        top = max((0, 0), min(top, self.last_top))
        moved = top != self.top
        if moved:
            self.top, self._shown = top, None
        return moved

    def scroll(self, by: int) -> bool:
        """Move by some rows; return whether the view moved."""
        return self.count > 0 and self.go(self.step(self.top, by))

    def show(self, index: int) -> bool:
        """Bring an item into view: with the least movement if it is near, else with rows above it."""
        if not self.count or not self.height:
            return False
        end = (index, self.rows(index) - 1)
        if not self.shown or abs(index - self.top[0]) > 2 * self.height:
            return self.place(index, min(self.height // 3, max(0, self.height - self.rows(index))))
        if (index, 0) < self.top:
            return self.go((index, 0))
        if end not in self.shown:
            return self.go(min((index, 0), self.step(end, 1 - self.height)))
        return False

    def place(self, index: int, above: int) -> bool:
        """Bring an item to `above` rows below the top; return whether the view moved."""
        return self.count > 0 and self.go(self.step((index, 0), -above))

    @property
    def thumb(self) -> tuple[int, int]:
        """The rows of a scroll bar's thumb, by items: a fair picture where they are of like height."""
        end = self.last_top
        if not self.count or not self.height or end == (0, 0):
            return 0, 0
        far, here = self._share(end), self._share(self.top)
        size = max(1, round(self.height * (self.count - far) / self.count))
        first = round((self.height - size) * min(1.0, here / far))
        return first, first + size

    def _share(self, top: Top) -> float:
        return top[0] + top[1] / self.rows(top[0])

    def drag(self, y: int) -> bool:
        """Bring the middle of the thumb to row `y`; return whether the view moved."""
        first, last = self.thumb
        way = max(1, self.height - (last - first))
        share = min(1.0, max(0.0, (y - (last - first) // 2) / way))
        return self.go(self.last_top if share == 1 else (round(self.last_top[0] * share), 0))
