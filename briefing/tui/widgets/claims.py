"""The list of claims by topic, with the search above it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.reactive import var

from briefing.errors import BriefingError
from briefing.model.card import Card
from briefing.tui.desk import Desk
from briefing.tui.filtering import words
from briefing.tui.messages import CardPicked, SourceWanted
from briefing.tui.paint import claims as paint
from briefing.tui.paint import states
from briefing.tui.paint.line import Line
from briefing.tui.paint.marks import MUTED, STRONG
from briefing.tui.view import View
from briefing.tui.widgets.lines import Lines
from briefing.tui.widgets.pane import Framed
from briefing.tui.widgets.search import SearchBox


class ClaimList(Lines):
    """Topics and claims, one row each."""

    waits = True

    def __init__(self) -> None:
        super().__init__(id="claims")
        self.desk: Desk | None = None
        self._items: list[Card | tuple[str, int]] = []
        self._notice: list[Line] = []
        self._wanted: list[str] = []

    @property
    def count(self) -> int:
        """The number of rows."""
        return len(self._items) or len(self._notice)

    def stop(self, index: int) -> bool:
        """The cursor stands on claims only."""
        return bool(self._items) and isinstance(self._items[index], Card)

    def line(self, index: int, cursor: bool) -> Line:
        """Return a claim, a topic, or a line of what is said instead."""
        if not self._items or self.desk is None:
            return states.row(self._notice[index])
        item = self._items[index]
        return paint.claim(self.desk, item, cursor, self._wanted) if isinstance(item, Card) else paint.heading(*item)

    def fill(self, desk: Desk, cards: tuple[Card, ...], wanted: list[str]) -> None:
        """Show these cards under their topics."""
        self.desk, self._wanted = desk, wanted
        self._items = list(_by_topic(desk, cards))
        self._notice = [] if cards else states.no_claims(bool(desk.dossier.cards))
        self.changed(0, keep_place=False)

    def say(self, lines: list[Line]) -> None:
        """Show these lines instead of claims."""
        self._items, self._notice = [], lines
        self.changed(0, keep_place=False)

    def point(self, card: Card) -> None:
        """Put the cursor on a card without telling anybody."""
        if self.cursor >= len(self._items) or self._items[self.cursor] is not card:
            index = next((n for n, item in enumerate(self._items) if item is card), self.cursor)
            self.cursor = index
            if self.viewport.show(index):
                self.refresh()
        self.flush()

    def card_beyond(self, by: int) -> Card | None:
        """Return the next card (or the one before), round and round."""
        index = self.next_stop(self.cursor, by)
        if index is None:
            index = self.next_stop(-1 if by > 0 else self.count, by)
        item = self._items[index] if index is not None else None
        return item if isinstance(item, Card) else None

    @on(Lines.Moved)
    def _picked(self, event: Lines.Moved) -> None:
        event.stop()
        if isinstance(item := self._items[event.index], Card):
            self.post_message(CardPicked(item))

    @on(Lines.Chosen)
    def _chosen(self, event: Lines.Chosen) -> None:
        event.stop()
        self.post_message(SourceWanted())


def _by_topic(desk: Desk, cards: tuple[Card, ...]) -> Iterator[Card | tuple[str, int]]:
    titles = desk.dossier.topic_titles
    for topic, group in groupby(cards, key=attrgetter("topic")):  # reading order keeps topics together
        members = list(group)
        yield titles.get(topic, topic), len(members)
        yield from members


class ClaimsPane(Vertical, Framed):
    """The framed list: search, claims, and on its lower edge the filters that are on."""

    view: var[View] = var(View(), init=False, always_update=True)

    def compose(self) -> ComposeResult:
        """Lay out search and list."""
        yield SearchBox()
        yield ClaimList()

    def on_mount(self) -> None:
        """Say that the dossier is being read."""
        self.entitle(Content.styled("Claims", STRONG))
        self.query_one(ClaimList).say(states.loading())

    def watch_view(self, old: View, new: View) -> None:
        """Show other claims, or another claim under the cursor."""
        claims = self.query_one(ClaimList)
        if new.desk is None:
            return
        if old.desk is not new.desk or old.cards is not new.cards:
            claims.fill(new.desk, new.cards, words(new.asked.words))
            total, found = len(new.desk.dossier.cards), len(new.cards)
            said = f"{found:,} of {total:,}" if new.asked else f"{total:,}"
            chips = states.chips(new.desk, new.asked)
            self.entitle(Content.styled("Claims", STRONG), Content.styled(said, MUTED), below=chips)
        if new.card is not None:
            claims.point(new.card)

    def fail(self, error: BriefingError) -> None:
        """Say why no dossier is open."""
        self.query_one(ClaimList).say(states.failed(error))
