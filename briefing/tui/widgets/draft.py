"""The draft with its verdicts, and beside it what the open one rests on."""

from __future__ import annotations

from dataclasses import replace

from textual import on
from textual.content import Content
from textual.reactive import var

from briefing.errors import BriefingError
from briefing.model.passage import Passage
from briefing.tui.draft import DraftView
from briefing.tui.messages import SourceWanted, StatementPicked
from briefing.tui.paint import draft as paint
from briefing.tui.paint import states
from briefing.tui.paint.line import EMPTY, Line
from briefing.tui.paint.marks import CURSOR, MUTED, NO_CURSOR, STRONG, shown
from briefing.tui.widgets.lines import Lines
from briefing.tui.widgets.pane import Framed


class DraftPane(Lines, Framed):
    """The draft, a statement at a time."""

    view: var[DraftView] = var(DraftView(), init=False, always_update=True)
    measure = 94

    def __init__(self) -> None:
        super().__init__(id="draft")
        self._notice: list[Line] = states.loading()
        self._digits = 2

    @property
    def count(self) -> int:
        """The number of pieces."""
        return len(self.view.pieces) or len(self._notice)

    def stop(self, index: int) -> bool:
        """The cursor stands on statements."""
        return bool(self.view.pieces) and self.view.pieces[index].statement is not None

    def line(self, index: int, cursor: bool) -> Line:
        """Return a piece of the draft, or a line of what is said instead."""
        view = self.view
        if not view.pieces or view.document is None:
            return states.row(self._notice[index])
        item = view.pieces[index]
        first = not index or view.pieces[index - 1].line != item.line
        return paint.piece(view.document, item, self._digits, cursor, first=first)

    def on_mount(self) -> None:
        """Name the pane."""
        self.entitle(Content.styled("Draft", STRONG))

    def watch_view(self, old: DraftView, new: DraftView) -> None:
        """Show a draft that was checked anew, or another statement under the cursor."""
        if old.pieces is not new.pieces or old.reason != new.reason:
            self._digits = len(str(len(new.document))) if new.document else 2
            self._notice = paint.unread(new.reason) if new.reason else paint.checking()
            self.changed(new.at, keep_place=bool(old.pieces))
            self.settle()
            said = [item.statement for item in new.pieces if item.statement]
            name = shown(new.path.name, STRONG) if new.path else Content.styled("Draft", STRONG)
            self.entitle(name, paint.tally(said))
        elif new.at != self.cursor:
            self.cursor = new.at
            self.settle()
            self.refresh()

    def fail(self, error: BriefingError) -> None:
        """Say why no dossier is open."""
        self._notice = states.failed(error)
        self.changed(0, keep_place=False)

    @on(Lines.Moved)
    def _moved_to(self, event: Lines.Moved) -> None:
        event.stop()
        self.post_message(StatementPicked(event.index))

    @on(Lines.Chosen)
    def _chosen(self, event: Lines.Chosen) -> None:
        event.stop()
        self.post_message(SourceWanted())


class GroundsPane(Lines, Framed):
    """The verdict with its reason, the claims and the lines it rests on."""

    view: var[DraftView] = var(DraftView(), init=False, always_update=True)
    measure = 94

    def __init__(self) -> None:
        super().__init__(id="grounds")
        self._rows_: list[paint.Row] = []

    @property
    def count(self) -> int:
        """The number of rows."""
        return len(self._rows_)

    def stop(self, index: int) -> bool:
        """The cursor stands on claims and passages."""
        row = self._rows_[index]
        return bool(row.card) or row.passage is not None

    def line(self, index: int, cursor: bool) -> Line:
        """Return one row."""
        line = self._rows_[index].line
        mark = CURSOR if cursor and self.has_focus and self.stop(index) else NO_CURSOR
        return replace(line, lead=Content.assemble(mark, line.lead))

    @property
    def current(self) -> paint.Row | None:
        """The row under the cursor, if it leads somewhere."""
        row = self._rows_[self.cursor] if self.cursor < len(self._rows_) else None
        return row if row and (row.card or row.passage) else None

    @property
    def passages(self) -> list[Passage]:
        """The passages, the one under the cursor first."""
        listed = [row.passage for row in self._rows_ if row.passage]
        here = self.current.passage if self.current else None
        return [here, *listed] if here else listed

    def on_mount(self) -> None:
        """Name the pane."""
        self.entitle(Content.styled("Evidence", STRONG))

    def watch_view(self, old: DraftView, new: DraftView) -> None:
        """Show what another statement rests on."""
        if new.desk is None or (old.statement is new.statement and old.desk is new.desk):
            return
        self._rows_ = paint.evidence(new.desk, new.statement) if new.statement else []
        first = next((n for n in range(len(self._rows_)) if self.stop(n)), 0)
        self.changed(first, keep_place=False)
        below = Content.styled(f"line {new.line}", MUTED) if new.statement else EMPTY
        self.entitle(Content.styled("Evidence", STRONG), below=below)

    def settle(self) -> None:
        """Begin with the verdict, not with the first claim."""

    @on(Lines.Moved)
    def _moved_to(self, event: Lines.Moved) -> None:
        event.stop()

    @on(Lines.Chosen)
    def _chosen(self, event: Lines.Chosen) -> None:
        event.stop()
        self.post_message(SourceWanted())
