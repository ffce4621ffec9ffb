"""The list of discrepancies by severity and of those proposed, with the search above it, and the sheet of one."""

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
from briefing.model.results import Candidate
from briefing.tui.filtering import words
from briefing.tui.messages import CardWanted, QuestionPicked, SourceWanted
from briefing.tui.paint import discrepancy as paint
from briefing.tui.paint import states
from briefing.tui.paint.claims import heading
from briefing.tui.paint.line import EMPTY, Line
from briefing.tui.paint.marks import CURSOR, MUTED, NO_CURSOR, STRONG
from briefing.tui.questions import FACETS, PROPOSED, Item, QuestionView
from briefing.tui.widgets.lines import Lines
from briefing.tui.widgets.pane import Framed
from briefing.tui.widgets.search import SearchBox


class QuestionList(Lines):
    """Headings, discrepancies and proposals, one row each."""

    waits = True

    def __init__(self) -> None:
        super().__init__(id="questions")
        self._items: list[Item | tuple[str, int] | Line] = []
        self._wanted: list[str] = []

    @property
    def count(self) -> int:
        """The number of rows."""
        return len(self._items)

    def item(self, index: int) -> Item | None:
        """Return what stands on a row, if the cursor can stand there."""
        item = self._items[index] if 0 <= index < len(self._items) else None
        return item if isinstance(item, Discrepancy | Candidate) else None

    def stop(self, index: int) -> bool:
        """The cursor stands on discrepancies and proposals only."""
        return self.item(index) is not None

    def line(self, index: int, cursor: bool) -> Line:
        """Return an item, a heading, or a line of what is said instead."""
        item = self._items[index]
        if isinstance(item, Line):
            return states.row(item)
        return heading(*item) if isinstance(item, tuple) else paint.entry(item, cursor, self._wanted)

    def fill(self, view: QuestionView, *, keep_place: bool) -> None:
        """Show the items of a view under their headings, and what is said of those that are missing."""
        self._wanted = words(view.asked.words)
        self._items = [*_grouped(view.items, view.review.skipped)]
        if not view.items and not view.review.working:
            self._items = [*states.no_discrepancies(bool(view.asked))]
        if not view.asked:
            self._items += paint.unproposed(view.review, bool(self._items))
        self.changed(0 if not keep_place else None, keep_place=keep_place)

    def say(self, lines: list[Line]) -> None:
        """Show these lines instead."""
        self._items = [*lines]
        self.changed(0, keep_place=False)

    def point(self, item: Item) -> None:
        """Put the cursor on an item without telling anybody."""
        if self.item(self.cursor) is not item:
            index = next((n for n, other in enumerate(self._items) if other is item), self.cursor)
            self.cursor = index
            if self.viewport.show(index):
                self.refresh()
        self.flush()

    def beyond(self, by: int) -> Item | None:
        """Return the next item (or the one before), round and round."""
        index = self.next_stop(self.cursor, by)
        if index is None:
            index = self.next_stop(-1 if by > 0 else self.count, by)
        return self.item(index) if index is not None else None

    @on(Lines.Moved)
    def _picked(self, event: Lines.Moved) -> None:
        event.stop()
        if (item := self.item(event.index)) is not None:
            self.post_message(QuestionPicked(item))


def _grouped(items: tuple[Item, ...], skipped: frozenset[str]) -> Iterator[Item | tuple[str, int]]:
    def group(item: Item) -> str:
        if isinstance(item, Candidate):
            return "skipped" if item.id in skipped else PROPOSED
        return f"{item.severity} · {item.nature}"

    for title, group_items in groupby(items, key=group):
        members = list(group_items)
        yield title, len(members)
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
        if old.desk is not new.desk or old.items is not new.items or old.review != new.review:
            listed.fill(new, keep_place=old.asked == new.asked)
            self._entitle(new)
        if new.item is not None:
            listed.point(new.item)

    def _entitle(self, view: QuestionView) -> None:
        said = f"{len(view.items):,} of {view.total:,}" if view.asked else f"{view.total - view.review.left:,}"
        chosen = [(facet, value) for facet in FACETS for value in sorted(view.asked.chosen(facet))]
        chips = [states.facet_value(view.desk, facet, value) for facet, value in chosen] if view.desk else []
        below = Content(" · ").join(chips).stylize("$cited") if chips else paint.progress(view.review)
        self.entitle(Content.styled("Discrepancies", STRONG), Content.styled(said, MUTED), below=below)

    def fail(self, error: BriefingError) -> None:
        """Say why no dossier is open."""
        self.query_one(QuestionList).say(states.failed(error))


class SheetPane(Lines, Framed):
    """One discrepancy, or one that is proposed: its sides beside each other, axis, finding or reason, claims."""

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
        view, card = self.view, self.card if keep_place else None
        if view.desk is None or view.entry is None:
            self._sheet = []
            self.entitle(Content.styled("Sides", STRONG), below=EMPTY)
        else:
            width = max(1, min(self.measure, self.size.width - 1) - 1)
            reason = view.candidate.reason if view.candidate else None
            wanted = words(view.asked.words)
            self._sheet = paint.sheet(view.desk, view.entry, width, view.side, wanted, reason)
            below = Content.styled(f"side {view.side + 1} of {len(view.entry.side)}", MUTED)
            self.entitle(paint.name(view.entry, view.review, proposed=reason is not None), below=below)
        named: dict[str | None, int] = {row.card: n for n, row in enumerate(self._sheet) if row.card}
        self.changed(named.get(card, next(iter(named.values()), 0)), keep_place=keep_place)

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
