"""The register of sources by origin, and the appraisal of the one that is open."""

from __future__ import annotations

from dataclasses import replace

from textual import on
from textual.content import Content
from textual.reactive import var

from briefing.errors import BriefingError
from briefing.model.passage import Passage
from briefing.model.source import Source
from briefing.text.document import Document
from briefing.tui.desk import Desk
from briefing.tui.messages import CitationPicked, SourcePicked, SourceWanted
from briefing.tui.paint import reader as page
from briefing.tui.paint import register as paint
from briefing.tui.paint import states
from briefing.tui.paint.line import EMPTY, Line
from briefing.tui.paint.marks import CURSOR, MUTED, NO_CURSOR, STRONG, of, shown
from briefing.tui.register import Entry, SourceView, entries
from briefing.tui.widgets.lines import Lines
from briefing.tui.widgets.pane import Framed
from briefing.tui.widgets.reader import Reader


class RegisterPane(Lines, Framed):
    """Origins, and beneath each the sources that draw on it."""

    view: var[SourceView] = var(SourceView(), init=False, always_update=True)
    waits = True

    def __init__(self) -> None:
        super().__init__(id="register")
        self._items: list[Entry] = []
        self._notice: list[Line] = states.loading()

    @property
    def count(self) -> int:
        """The number of rows."""
        return len(self._items) or len(self._notice)

    def stop(self, index: int) -> bool:
        """The cursor stands on sources only."""
        return bool(self._items) and self._items[index].source is not None

    def line(self, index: int, cursor: bool) -> Line:
        """Return an origin, a source, or a line of what is said instead."""
        if not self._items or self.view.desk is None:
            return states.row(self._notice[index])
        return paint.entry(self.view.desk, self._items[index], cursor and self.stop(index))

    def on_mount(self) -> None:
        """Name the pane."""
        self.entitle(Content.styled("Sources", STRONG))

    def watch_view(self, old: SourceView, new: SourceView) -> None:
        """Show another register, or another source under the cursor."""
        if new.desk is None:
            return
        if old.desk is not new.desk:
            self._items = list(entries(new.desk))
            self._notice = [] if self._items else states.no_sources()
            self.changed(self._index(new.source), keep_place=False)
            self.entitle(Content.styled("Sources", STRONG), Content.styled("claims", MUTED))
        elif self.cursor != (index := self._index(new.source)):
            self.cursor = index
            self._moved(self.viewport.show(index))
        self.flush()

    def _index(self, source: Source | None) -> int:
        return next((n for n, item in enumerate(self._items) if source and item.source is source), 0)

    def fail(self, error: BriefingError) -> None:
        """Say why no dossier is open."""
        self._items, self._notice = [], states.failed(error)
        self.changed(0, keep_place=False)

    @on(Lines.Moved)
    def _picked(self, event: Lines.Moved) -> None:
        event.stop()
        source = self._items[event.index].source
        if source is not None:
            self.post_message(SourcePicked(source))


class AppraisalPane(Lines, Framed):
    """What is known of a source; the cursor steps through what cites it."""

    view: var[SourceView] = var(SourceView(), init=False, always_update=True)
    measure = 90
    waits = True

    def __init__(self) -> None:
        super().__init__(id="appraisal")
        self._rows_of_source: list[paint.Row] = []

    @property
    def count(self) -> int:
        """The number of rows."""
        return len(self._rows_of_source)

    def stop(self, index: int) -> bool:
        """The cursor stands on citations only."""
        return self._rows_of_source[index].at is not None

    def line(self, index: int, cursor: bool) -> Line:
        """Return one line of the appraisal."""
        line = self._rows_of_source[index].line
        mark = CURSOR if cursor and self.stop(index) else NO_CURSOR
        return replace(line, lead=Content.assemble(mark, line.lead))

    def on_mount(self) -> None:
        """Name the pane before there is a source."""
        self.entitle(Content.styled("Appraisal", STRONG))

    def watch_view(self, old: SourceView, new: SourceView) -> None:
        """Show another source, or mark another citation."""
        if new.desk is None or new.source is None:
            self._rows_of_source = []
            self.entitle(Content.styled("Appraisal", STRONG), below=EMPTY)
            self.changed(0)
            return
        if old.source is not new.source or old.desk is not new.desk or old.at == new.at:
            self._rows_of_source = paint.appraisal(new.desk, new)
            self.changed(self._index(new.at), keep_place=False)
        elif self.cursor != (index := self._index(new.at)):
            self.cursor = index
            self._moved(self.viewport.show(index))
        self.flush()
        many = len(new.cited)
        below = Content.styled(f"citation {new.at + 1} of {many:,}", MUTED) if many else EMPTY
        self.entitle(shown(new.source.id, STRONG), below=below)

    def _index(self, at: int) -> int:
        return next((n for n, row in enumerate(self._rows_of_source) if row.at == at), 0)

    def settle(self) -> None:
        """Begin with what is known of the source; keep the citation in view only while one steps through them."""
        if self.has_focus:
            super().settle()

    @on(Lines.Moved)
    def _picked(self, event: Lines.Moved) -> None:
        event.stop()
        at = self._rows_of_source[event.index].at
        if at is not None:
            self.post_message(CitationPicked(at))

    @on(Lines.Chosen)
    def _chosen(self, event: Lines.Chosen) -> None:
        event.stop()
        self.post_message(SourceWanted())


class SourceReader(Reader):
    """The whole source, everything that is cited marked."""

    def page_of(self, desk: Desk, source: Source, document: Document, passage: Passage) -> page.Page:
        """Return the page with every cited line in its margin."""
        from briefing.check.worthy import coverage

        plain, cited = super().page_of(desk, source, document, passage), desk.cited(source.id)
        return replace(plain, cited=cited, uncovered=frozenset(coverage(document, source, cited).uncovered))

    def watch_view(self, old: SourceView, new: SourceView) -> None:  # type: ignore[override]
        """Turn to another passage, and say how much of the source is cited."""
        before = self.page
        super().watch_view(old, new)  # type: ignore[arg-type]
        if before and self.page and (before.cited, before.uncovered) != (self.page.cited, self.page.uncovered):
            self.changed()  # marks in the margin have come or gone anywhere

    def edge(self) -> Content:
        """Return what the lower edge says where nothing is selected."""
        if self.page is None:
            return EMPTY
        return Content.assemble(page.position(self.page), (f" · {of(len(self.page.cited), 'line')} cited", MUTED))
