"""The top line, where one is and what there is; the bottom line, the keys that work here and now."""

from __future__ import annotations

from dataclasses import dataclass

from rich.segment import Segment
from textual import events
from textual.content import Content
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Input

from briefing.tui.actions import ACTIONS, Action
from briefing.tui.modes import MODES
from briefing.tui.paint.line import EMPTY
from briefing.tui.paint.marks import CITED_STRONG, DISPUTE, FAINT, MUTED, STRONG
from briefing.tui.widgets.wrap import breaks

_TITLE = 12
"""Columns that the title has before the counts have any."""

_TOLD = 4
"""Rows that a message may take: a long path must not push out what is wrong with it."""

Hot = tuple[int, int, str]
"""First and last column (not included) of what can be clicked, and the action it runs."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a bar: the action that a click on it runs, and how important it is (0 most)."""

    content: Content
    action: str = ""
    rank: int = 0


class Bar(Widget):
    """One row of content with places to click."""

    ALLOW_SELECT = False
    DEFAULT_CSS = "Bar { height: 1; }"

    content: reactive[Content] = reactive(EMPTY)

    def __init__(self, id: str) -> None:
        super().__init__(id=id)
        self.hot: list[Hot] = []

    def render_line(self, y: int) -> Strip:
        """Draw the row."""
        return self.drawn(self.content)

    def drawn(self, content: Content) -> Strip:
        """Draw a content as wide as the bar."""
        base = self.visual_style
        pieces = content.render(base, end="", parse_style=self.app.stylesheet.parse_style)
        strip = Strip([Segment(text, style.rich_style) for text, style in pieces if text])
        return strip.adjust_cell_length(self.size.width, base.rich_style)

    async def on_click(self, event: events.Click) -> None:
        """Run what stands under the mouse."""
        for start, end, action in self.hot:
            if start <= event.x < end:
                await self.screen.run_action(action)

    def on_resize(self) -> None:
        """Write the row anew."""
        self.write()

    def write(self) -> None:
        """Put the row together for the width there is."""

    def set_row(self, left: list[Piece], right: list[Piece], gap: int = 2) -> None:
        """Show pieces to the left and to the right, as many as fit: the most important ones."""
        width = self.size.width - 2
        end = Content("  ").join(piece.content for piece in right)
        fits = _fitting(left, width - end.cell_length, gap)
        self.hot, at = [], 1
        row = Content(" ")
        for piece in fits:
            self.hot.append((at, at + piece.content.cell_length, piece.action))
            row = Content.assemble(row, piece.content, " " * gap)
            at += piece.content.cell_length + gap
        start = max(at, self.size.width - 1 - end.cell_length)
        row = Content.assemble(row, " " * (start - at), end)
        for piece in right:
            self.hot.append((start, start + piece.content.cell_length, piece.action))
            start += piece.content.cell_length + 2
        self.hot = [spot for spot in self.hot if spot[2]]
        self.content = row


def _fitting(pieces: list[Piece], room: int, gap: int) -> list[Piece]:
    chosen: set[int] = set()
    for n in sorted(range(len(pieces)), key=lambda n: pieces[n].rank):
        room -= pieces[n].content.cell_length + gap
        if room < 0:
            break
        chosen.add(n)
    return [piece for n, piece in enumerate(pieces) if n in chosen]


class TopLine(Bar):
    """The dossier's title, the modes, and what the dossier holds."""

    def __init__(self) -> None:
        super().__init__(id="top")
        self._title = EMPTY
        self._counts = EMPTY
        self._problems = 0

    def tell(self, title: Content, counts: Content, problems: int = 0) -> None:
        """Show these; counts go first where there is no room."""
        self._title, self._counts, self._problems = title, counts, problems
        self.write()

    def write(self) -> None:
        """Put the row together: the modes always, then the title, then the counts."""
        current = getattr(self.screen, "MODE", "")
        listed = [
            Piece(
                Content.assemble((f"{mode.key} ", FAINT), (mode.title, CITED_STRONG if mode.id == current else MUTED)),
                f"app.switch_mode('{mode.id}')",
            )
            for mode in getattr(self.app, "modes", MODES)
        ]
        noun = "problem" if self._problems == 1 else "problems"
        problems = Content.styled(f"! {self._problems:,} {noun}", DISPUTE) if self._problems else EMPTY
        room = self.size.width - 2 - sum(piece.content.cell_length + 3 for piece in listed)
        right = [piece for piece in (Piece(problems, "problems"), Piece(self._counts)) if piece.content]
        while right and sum(piece.content.cell_length + 2 for piece in right) > room - _TITLE:
            right.pop()
        room -= sum(piece.content.cell_length + 2 for piece in right) + 3
        title = self._title.stylize(STRONG).truncate(max(0, room), ellipsis=True)
        self.set_row([Piece(title), *listed] if title else listed, right, gap=3)


class KeyLine(Bar):
    """The keys that work here and now; or, until the next key, something that was just done, in up to four rows."""

    def __init__(self) -> None:
        super().__init__(id="keys")
        self._said = EMPTY
        self._below: list[Content] = []

    def say(self, text: Content) -> None:
        """Show a message until the next key is pressed."""
        self._said = text
        self.write()

    def hush(self) -> None:
        """Show the keys again."""
        if self._said:
            self._said = EMPTY
            self.write()

    def render_line(self, y: int) -> Strip:
        """Draw a row: the first is the bar's own, the others are the rest of what is told."""
        return super().render_line(y) if y == 0 else self.drawn(self._below[y - 1] if y <= len(self._below) else EMPTY)

    def write(self) -> None:
        """Put the row together from the actions that are active."""
        rows = _rows(self._said, self.size.width - 2)
        self._below = rows[1:]
        self.styles.height = len(rows)
        if self._said:
            self.hot, self.content = [], rows[0]
            self.refresh()
            return
        active = {bound.binding.id or "" for bound in self.screen.active_bindings.values() if bound.enabled}
        if isinstance(self.screen.focused, Input):
            active = {id for id in active if id.partition(".")[0] in ("search", "ask")}
        left, right = [], []
        group = ""
        for action in ACTIONS:
            if not action.line or action.id not in active:
                continue
            if action.scope == "app":
                right.append(Piece(_key(action), action.name))
                continue
            parted = " " if group not in ("", action.group) else ""
            group = action.group
            left.append(Piece(Content.assemble(parted, _key(action)), action.name, action.line))
        self.set_row(left, right)


def _rows(said: Content, width: int) -> list[Content]:
    starts = breaks(said.plain, width)[:_TOLD]
    ends = [*starts[1:], len(said.plain)]
    return [Content.assemble(" ", said[start:end]) for start, end in zip(starts, ends, strict=True)]


def _key(action: Action) -> Content:
    return Content.assemble((action.shown, STRONG), (f" {action.title}", MUTED))
