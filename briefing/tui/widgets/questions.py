"""The list of discrepancies by severity, with the search above it, and the sheet of one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.reactive import var

from briefing.errors import BriefingError
from briefing.model.discrepancy import Discrepancy
from briefing.tui.desk import Desk
from briefing.tui.filtering import words
from briefing.tui.messages import CardWanted, QuestionPicked, SourceWanted
from briefing.tui.paint import discrepancy as paint
from briefing.tui.paint import states
from briefing.tui.paint.claims import heading
from briefing.tui.paint.line import EMPTY, Line
from briefing.tui.paint.marks import CURSOR, MUTED, NO_CURSOR, STRONG, shown
from briefing.tui.questions import FACETS, QuestionView
from briefing.tui.widgets.lines import Lines
from briefing.tui.widgets.pane import Framed
from briefing.tui.widgets.search import SearchBox


class QuestionList(Lines):
    """Headings and discrepancies, one row each."""

    waits = True

    def __init__(self) -> None:
        super().__init__(id="questions")
        self._items: list[Discrepancy | tuple[str, int]] = []
        self._notice: list[Line] = []
        self._wanted: list[str] = []

    @property
    def count(self) -> int:
        """The number of rows."""
        return len(self._items) or len(self._notice)

    def stop(self, index: int) -> bool:
        """The cursor stands on discrepancies only."""
        return bool(self._items) and isinstance(self._items[index], Discrepancy)

    def line(self, index: int, cursor: bool) -> Line:
        """Return a discrepancy, a heading, or a line of what is said instead."""
        if not self._items:
            return states.row(self._notice[index])
        item = self._items[index]
        return paint.entry(item, cursor, self._wanted) if isinstance(item, Discrepancy) else heading(*item)

    def fill(self, desk: Desk, items: tuple[Discrepancy, ...], wanted: list[str]) -> None:
        """Show these discrepancies under their headings."""
        self._wanted = wanted
        self._items = list(_grouped(items))
        self._notice = [] if items else states.no_discrepancies(bool(desk.dossier.discrepancies))
        self.changed(0, keep_place=False)

    def say(self, lines: list[Line]) -> None:
        """Show these lines instead."""
        self._items, self._notice = [], lines
        self.changed(0, keep_place=False)

    def point(self, item: Discrepancy) -> None:
        """Put the cursor on a discrepancy without telling anybody."""
        if self.cursor >= len(self._items) or self._items[self.cursor] is not item:
            index = next((n for n, other in enumerate(self._items) if other is item), self.cursor)
            self.cursor = index
            if self.viewport.show(index):
                self.refresh()
        self.flush()

    def beyond(self, by: int) -> Discrepancy | None:
        """Return the next discrepancy (or the one before), round and round."""
        index = self.next_stop(self.cursor, by)
        if index is None:
            index = self.next_stop(-1 if by > 0 else self.count, by)
        item = self._items[index] if index is not None else None
        return item if isinstance(item, Discrepancy) else None

    @on(Lines.Moved)
    def _picked(self, event: Lines.Moved) -> None:
        event.stop()
        if isinstance(item := self._items[event.index], Discrepancy):
            self.post_message(QuestionPicked(item))


def _grouped(items: tuple[Discrepancy, ...]) -> Iterator[Discrepancy | tuple[str, int]]:
    for (severity, nature), group in groupby(items, key=lambda item: (item.severity, item.nature)):
        members = list(group)
        yield f"{severity} · {nature}", len(members)
        yield from members


class QuestionsPane(Vertical, Framed):
    """The framed list: search, discrepancies, and on its lower edge the filters that are on."""

    view: var[QuestionView] = var(QuestionView(), init=False, always_update=True)

    def compose(self) -> ComposeResult:
        """Lay out search and list."""
        yield SearchBox()
        yield QuestionList()

    def on_mount(self) -> None:
        """Say that the dossier is being read."""
        self.entitle(Content.styled("Discrepancies", STRONG))
        self.query_one(QuestionList).say(states.loading())

    def watch_view(self, old: QuestionView, new: QuestionView) -> None:
        """Show others, or another one under the cursor."""
        listed = self.query_one(QuestionList)
        if new.desk is None:
            return
        if old.desk is not new.desk or old.items is not new.items:
            listed.fill(new.desk, new.items, words(new.asked.words))
            total, found = len(new.desk.dossier.discrepancies), len(new.items)
            said = f"{found:,} of {total:,}" if new.asked else f"{total:,}"
            chosen = [(facet, value) for facet in FACETS for value in sorted(new.asked.chosen(facet))]
            chips = [states.facet_value(new.desk, facet, value) for facet, value in chosen]
            below = Content(" · ").join(chips).stylize("$cited") if chips else EMPTY
            self.entitle(Content.styled("Discrepancies", STRONG), Content.styled(said, MUTED), below=below)
        if new.item is not None:
            listed.point(new.item)

    def fail(self, error: BriefingError) -> None:
        """Say why no dossier is open."""
        self.query_one(QuestionList).say(states.failed(error))


class SheetPane(Lines, Framed):
    """One discrepancy: its sides beside each other, axis, finding, claims."""

    view: var[QuestionView] = var(QuestionView(), init=False, always_update=True)
    measure = 150

    def __init__(self) -> None:
        super().__init__(id="sheet")
        self._sheet: list[paint.Row] = []

    @property
    def count(self) -> int:
        """The number of rows."""
        return len(self._sheet)

    def stop(self, index: int) -> bool:
        """The cursor stands on the claims that the discrepancy touches."""
        return self._sheet[index].card is not None

    def line(self, index: int, cursor: bool) -> Line:
        """Return one row of the sheet."""
        row = self._sheet[index]
        mark = CURSOR if cursor and row.card is not None and self.has_focus else NO_CURSOR
        hang = None if row.line.hang is None else Content.assemble(NO_CURSOR, row.line.hang)
        return replace(row.line, lead=Content.assemble(mark, row.line.lead), hang=hang)

    @property
    def card(self) -> str | None:
        """The claim under the cursor, else the first one."""
        named = [row.card for row in self._sheet if row.card]
        here = self._sheet[self.cursor].card if self.cursor < len(self._sheet) else None
        return here or (named[0] if named else None)

    def on_mount(self) -> None:
        """Name the pane before there is anything in it."""
        self.entitle(Content.styled("Sides", STRONG))

    def watch_view(self, old: QuestionView, new: QuestionView) -> None:
        """Show another discrepancy, or mark another of its sides."""
        same = old.item is new.item and old.desk is new.desk and old.asked.words == new.asked.words
        self._lay_out(keep_place=same)
        if same and old.side != new.side:
            index = next((n for n, row in enumerate(self._sheet) if row.side == new.side), None)
            if index is not None and self.viewport.show(index):
                self.refresh()

    def _lay_out(self, *, keep_place: bool) -> None:
        view = self.view
        if view.desk is None or view.item is None:
            self._sheet = []
            self.entitle(Content.styled("Sides", STRONG), below=EMPTY)
        else:
            width = max(1, min(self.measure, self.size.width - 1) - 1)
            self._sheet = paint.sheet(view.desk, view.item, width, view.side, words(view.asked.words))
            below = Content.styled(f"side {view.side + 1} of {len(view.item.side)}", MUTED)
            self.entitle(shown(view.item.id, STRONG), below=below)
        first = next((n for n, row in enumerate(self._sheet) if row.card), 0)
        self.changed(self.cursor if keep_place else first, keep_place=keep_place)

    def on_resize(self) -> None:
        """Lay out anew: the columns depend on the width."""
        Framed.on_resize(self)
        self._lay_out(keep_place=True)

    def settle(self) -> None:
        """Begin with the question, not with the claims, on which the cursor stands."""

    @on(Lines.Moved)
    def _moved_to(self, event: Lines.Moved) -> None:
        event.stop()

    @on(Lines.Chosen)
    def _chosen(self, event: Lines.Chosen) -> None:
        event.stop()
        self.post_message(CardWanted(self.card) if self.card else SourceWanted())
