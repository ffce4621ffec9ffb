"""The contents of the memo, each entry with a box, and its live preview."""

from __future__ import annotations

from dataclasses import replace

from textual import on
from textual.content import Content
from textual.reactive import var

from briefing.errors import BriefingError
from briefing.tui.contents import Entry, MemoView, entries, is_in
from briefing.tui.messages import EntryToggled
from briefing.tui.paint import memo as paint
from briefing.tui.paint import states
from briefing.tui.paint.line import EMPTY, Line
from briefing.tui.paint.marks import MUTED, NO_CURSOR, STRONG, of
from briefing.tui.widgets.lines import Lines
from briefing.tui.widgets.pane import Framed


class ContentsPane(Lines, Framed):
    """Topics, cards and discrepancies, each in the memo or not."""

    view: var[MemoView] = var(MemoView(), init=False, always_update=True)

    def __init__(self) -> None:
        super().__init__(id="contents")
        self.entries: list[Entry] = []
        self._notice: list[Line] = states.loading()

    @property
    def count(self) -> int:
        """The number of rows."""
        return len(self.entries) or len(self._notice)

    def stop(self, index: int) -> bool:
        """The cursor stands on every entry."""
        return bool(self.entries)

    def line(self, index: int, cursor: bool) -> Line:
        """Return an entry, or a line of what is said instead."""
        if not self.entries or self.view.desk is None:
            return states.row(self._notice[index])
        item = self.entries[index]
        return paint.entry(item, cursor, self.view.left_out, paint.dots(item, self.view.desk))

    @property
    def current(self) -> Entry | None:
        """The entry under the cursor."""
        return self.entries[self.cursor] if self.cursor < len(self.entries) else None

    def on_mount(self) -> None:
        """Name the pane."""
        self.entitle(Content.styled("Contents", STRONG))

    def watch_view(self, old: MemoView, new: MemoView) -> None:
        """Show other entries, or other boxes."""
        if new.desk is None:
            return
        if old.desk is not new.desk:
            self.entries = list(entries(new.desk))
            self._notice = [] if self.entries else states.no_claims(False)
            self.changed(0, keep_place=False)
        else:
            self.changed(self.cursor)
        inside = [item for item in self.entries if is_in(item, new.left_out)]
        cards = sum(item.kind == "card" for item in inside)
        found = sum(item.kind == "discrepancy" for item in inside)
        said = f"{of(cards, 'claim')} · {of(found, 'discrepancy', 'discrepancies')}"
        self.entitle(Content.styled("Contents", STRONG), below=Content.styled(said, MUTED))

    def fail(self, error: BriefingError) -> None:
        """Say why no dossier is open."""
        self.entries, self._notice = [], states.failed(error)
        self.changed(0, keep_place=False)

    @on(Lines.Moved)
    def _moved_to(self, event: Lines.Moved) -> None:
        event.stop()

    @on(Lines.Chosen)
    def _chosen(self, event: Lines.Chosen) -> None:
        event.stop()
        if self.current is not None:
            self.post_message(EntryToggled(self.current))


class PreviewPane(Lines, Framed):
    """The memo as it will be read."""

    view: var[MemoView] = var(MemoView(), init=False, always_update=True)
    measure = 94

    def __init__(self) -> None:
        super().__init__(id="preview")
        self._lines: list[Line] = []

    @property
    def count(self) -> int:
        """The number of lines."""
        return len(self._lines)

    def stop(self, index: int) -> bool:
        """The preview scrolls; there is nothing to choose."""
        return False

    def line(self, index: int, cursor: bool) -> Line:
        """Return one line of the memo."""
        line = self._lines[index]
        hang = None if line.hang is None else Content.assemble(NO_CURSOR, line.hang)
        return replace(line, lead=Content.assemble(NO_CURSOR, line.lead), hang=hang)

    def on_mount(self) -> None:
        """Name the pane."""
        self.entitle(Content.styled("Memo", STRONG))

    def watch_view(self, old: MemoView, new: MemoView) -> None:
        """Show the memo anew, at the place that was read."""
        if new.text != old.text:
            self._lines = paint.preview(new.text)
            self.changed(0, keep_place=bool(old.text))
        notes = new.text.count("\n[^")
        below = Content.styled(of(notes, "footnote"), MUTED) if notes else EMPTY
        self.entitle(Content.styled("Memo", STRONG), below=below)

    def find(self, text: str) -> None:
        """Bring the first line that holds `text` into view."""
        for index, line in enumerate(self._lines):
            if text in line.text.plain:
                self.viewport.place(index, 1)
                self.refresh()
                return
