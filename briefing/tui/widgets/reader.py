"""The source at the cited lines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from textual.content import Content
from textual.reactive import var

from briefing.model.passage import Passage
from briefing.model.source import Source
from briefing.text.document import Document
from briefing.tui.desk import Desk
from briefing.tui.messages import Selecting
from briefing.tui.paint import reader as paint
from briefing.tui.paint.line import EMPTY, Line
from briefing.tui.paint.marks import NO_CURSOR, STRONG, shown, source_facts, source_name
from briefing.tui.view import View
from briefing.tui.widgets.lines import Lines
from briefing.tui.widgets.pane import Framed

if TYPE_CHECKING:
    from briefing.tui.selection import Selected

_GUTTER = 8


def _marked(page: paint.Page) -> Iterator[int]:
    """Yield the items that a page shows otherwise than plain lines."""
    ranges = [page.passage.lines if page.passage else None, page.anchor.lines if page.anchor else None]
    for lines in ranges:
        if lines is not None:
            yield from range(max(1, lines[0]) - 1, min(lines[1], len(page.document)))


class Reader(Lines, Framed):
    """One source, its cited lines in view."""

    view: var[View] = var(View(), init=False, always_update=True)
    measure = 90 + _GUTTER

    def __init__(self) -> None:
        super().__init__(id="source")
        self.page: paint.Page | None = None
        self._notice: list[Line] = []

    @property
    def count(self) -> int:
        """The number of lines of the source."""
        return len(self.page.document) if self.page else len(self._notice)

    def stop(self, index: int) -> bool:
        """The cursor may stand on any line of a source."""
        return self.page is not None

    def line(self, index: int, cursor: bool) -> Line:
        """Return one line of the source."""
        if self.page is None:
            return replace(self._notice[index], lead=NO_CURSOR)
        return self.page.line(index + 1, cursor and self.has_focus)

    @property
    def line_number(self) -> int:
        """The line, from 1, under the cursor."""
        return self.cursor + 1

    @property
    def sealed(self) -> bool:
        """Whether the text is not there, only its seal."""
        return self.page is not None and self.page.document.sealed

    @property
    def selection(self) -> Selected | None:
        """What is selected."""
        return self.page.selection if self.page else None

    def on_mount(self) -> None:
        """Name the pane before there is a source."""
        self.entitle(Content.styled("Source", STRONG))

    def watch_view(self, old: View, new: View) -> None:
        """Turn to another passage."""
        passage, desk = new.passage, new.desk
        if desk is None or passage is None:
            self._say(paint.no_evidence(new.card is not None), Content.styled("Source", STRONG))
            return
        source, document = desk.dossier.source_by_id.get(passage.source), desk.document(passage.source)
        name = source_name(source, desk.name(source.id)) if source else shown(passage.source, STRONG)
        after = source_facts(source) if source else EMPTY
        if source is None or document is None:
            self._say(paint.no_text(desk, source, passage.source), name, after)
            return
        turned, self.page = self.page, self.page_of(desk, source, document, passage)
        if turned is not None and turned.selection is not None:
            turned = None  # what was selected is given up: all is drawn anew
            self.post_message(Selecting(None))
        cursor = max(0, min(passage.lines[0], len(document)) - 1)
        if turned is not None and turned.document is document:
            self.cursor = cursor
            self.redraw([*_marked(turned), *_marked(self.page)])
        else:
            self.changed(cursor)
        self.show_passage()
        self.entitle(name, after=after, below=self.edge())

    def edge(self) -> Content:
        """Return what the lower edge says where nothing is selected."""
        return paint.position(self.page) if self.page else EMPTY

    def page_of(self, desk: Desk, source: Source, document: Document, passage: Passage) -> paint.Page:
        """Return what is shown of a source at a passage."""
        return paint.Page(source, document, passage, desk.anchor(passage))

    def _say(self, notice: list[Line], name: Content, after: Content = EMPTY) -> None:
        self.page, self._notice = None, notice
        self.entitle(name, after=after, below=EMPTY)
        self.changed(0, keep_place=False)

    def show_passage(self) -> None:
        """Bring the cited lines into view with lines above them, and the quote in any case."""
        if self.page is None or self.page.passage is None or not self.viewport.height or not self.count:
            return
        above = self.viewport.height // 3
        first = min(max(self.page.passage.lines[0], 1), self.count) - 1
        self.viewport.place(first, above)
        anchor = self.page.anchor
        if anchor is not None and anchor.lines is not None and anchor.columns is not None:
            quote = self.at(anchor.lines[0] - 1, anchor.columns[0])
            if quote not in self.viewport.shown:
                self.viewport.go(self.viewport.step(quote, -above))
        self.refresh()

    def settle(self) -> None:
        """Keep the cited lines in view."""
        if self.has_focus:
            super().settle()
        else:
            self.show_passage()

    # Selecting

    def begin(self) -> None:
        """Select the line under the cursor."""
        from briefing.tui.selection import select

        if self.page is not None and not self.sealed and self.count:
            self._select(select(self.page.document, self.line_number, self.line_number))

    def give_up(self) -> None:
        """Select nothing any more."""
        self._select(None)

    def _select(self, selection: Selected | None) -> None:
        if self.page is None:
            return
        old, self.page = self.page, replace(self.page, selection=selection)
        lines = [each.lines for each in (old.selection, selection) if each]
        self.redraw({line - 1 for first, last in lines for line in range(first, last + 1)})
        self.redraw(_marked(self.page))
        self.border_subtitle = paint.selected(selection) if selection else self.edge()
        self.post_message(Selecting(selection))

    def watch_cursor(self, old: int, new: int) -> None:
        """Take the selection along with the cursor."""
        super().watch_cursor(old, new)
        if self.selection is not None and self.selection.line != new + 1:
            self._select(self.selection.extended(new + 1))

    def quote(self, selection: Selected) -> None:
        """Show another quote in the same lines, and bring the end of it that moved into view."""
        old = self.selection
        if old is None or selection == old:
            return
        self._select(selection)
        start, end = selection.span
        line, column = selection.document.position(start if selection.first != old.first else max(start, end - 1))
        place = self.at(line - 1, column)
        if place not in self.viewport.shown:
            self.viewport.go(self.viewport.step(place, -(self.viewport.height // 3)))
            self.refresh()
