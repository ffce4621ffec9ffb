"""One of many, found as one types: a card, a discrepancy."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Final

from rapidfuzz import fuzz, process
from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input

from briefing.check.index import ClaimIndex
from briefing.tui.actions import bindings
from briefing.tui.filtering import words
from briefing.tui.paint.line import EMPTY, Line
from briefing.tui.paint.marks import CURSOR, FAINT, INK, MUTED, NO_CURSOR, STRONG, found, shown
from briefing.tui.widgets.bars import KeyLine
from briefing.tui.widgets.lines import Lines
from briefing.tui.widgets.pane import Framed

_LIMIT: Final = 50
_FEW: Final = 5
_LIKE: Final = 60
"""Likeness, of 100, from which words that do not match letter for letter are offered."""


@dataclass(frozen=True, slots=True)
class Offer:
    """Something to pick: `text` is what is searched and shown, `always` stands on top whatever is typed."""

    id: str
    text: str
    always: bool = False


class Offers(Lines, inherit_bindings=False):
    """What was found."""

    can_focus = False

    def __init__(self) -> None:
        super().__init__(id="offers")
        self.offers: list[Offer] = []
        self._wanted: list[str] = []

    @property
    def count(self) -> int:
        """The number of rows; one that says so where nothing was found."""
        return max(1, len(self.offers))

    def stop(self, index: int) -> bool:
        """The cursor stands on offers."""
        return index < len(self.offers)

    def line(self, index: int, cursor: bool) -> Line:
        """Return an offer: its words, and its id at the right."""
        if not self.offers:
            told = "Nothing like that." if self._wanted else "There is none yet."
            return Line(Content.styled(told, MUTED), NO_CURSOR)
        offer = self.offers[index]
        text = found(shown(offer.text, STRONG if offer.always else INK), self._wanted)
        tail = EMPTY if offer.always else shown(f"  {offer.id}", FAINT)
        return Line(text, CURSOR if cursor else NO_CURSOR, tail=tail, wrap=False)

    def fill(self, offers: list[Offer], wanted: list[str]) -> None:
        """Show these, the cursor on the first."""
        self.offers, self._wanted = offers, wanted
        self.changed(0, keep_place=False)


class Finder:
    """Finds offers by their words, by words that begin so, then by words that look so."""

    def __init__(self, offers: Sequence[Offer], first: str = "") -> None:
        self._offers = {offer.id: offer for offer in offers}
        self._always = [offer for offer in offers if offer.always]
        plain = {offer.id: f"{offer.text} {offer.id}" for offer in offers if not offer.always}
        self._plain, self._index = plain, ClaimIndex(plain.items())
        near = [id for id, _ in self._index.search(first)] if first else []
        self._first = list(dict.fromkeys([*near, *plain]))

    def find(self, typed: str) -> list[Offer]:
        """Return what fits, best first; before anything is typed, what lies nearest."""
        if not words(typed):
            return [*self._always, *(self._offers[id] for id in self._first[:_LIMIT])]
        ids = [id for id, _ in self._index.lookup(typed, _LIMIT)]
        if not ids:
            plain = {id: text.lower() for id, text in self._plain.items()}
            alike = process.extract(
                typed[:200].lower(), plain, scorer=fuzz.partial_ratio, score_cutoff=_LIKE, limit=_FEW
            )
            ids = list(dict.fromkeys([*ids, *(id for _, _, id in alike)]))
        return [*(self._offers[id] for id in ids), *self._always]


class OffersPane(Vertical, Framed):
    """The frame around the words to search for and what was found."""

    def __init__(self, title: str, offers: Offers) -> None:
        super().__init__()
        self._title, self._offers = title, offers

    def compose(self) -> ComposeResult:
        """Lay out the two."""
        yield Words()
        yield self._offers

    def on_mount(self) -> None:
        """Name the window."""
        self.entitle(shown(self._title, STRONG))


class Pick(ModalScreen[str | None]):
    """Dismissed with the id of what was picked, or with None. `first` is a text: what lies near it is offered first."""

    AUTO_FOCUS = "#words"

    def __init__(self, title: str, offers: Sequence[Offer], first: str = "") -> None:
        super().__init__()
        self._title = title
        self._finder = Finder(offers, first)
        self.offers = Offers()

    def compose(self) -> ComposeResult:
        """Lay out what there is to pick from, and the keys."""
        with Vertical(classes="window pick"):
            yield OffersPane(self._title, self.offers)
            yield KeyLine()

    def on_mount(self) -> None:
        """Offer what lies nearest."""
        self._find("")

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self._find(event.value)

    def _find(self, typed: str) -> None:
        self.offers.fill(self._finder.find(typed), words(typed))

    def on_key(self, event: events.Key) -> None:
        """Move among what was found while typing."""
        moves = {"down": self.offers.action_down, "up": self.offers.action_up}
        moves |= {"pagedown": self.offers.action_page_down, "pageup": self.offers.action_page_up}
        if move := moves.get(event.key):
            event.stop()
            move()

    def pick(self) -> None:
        """Give what is under the cursor."""
        at = self.offers.cursor
        if at < len(self.offers.offers):
            self.dismiss(self.offers.offers[at].id)

    @on(Lines.Chosen)
    def _chosen(self) -> None:
        self.pick()


class Words(Input):
    """The words searched for."""

    BINDINGS: ClassVar = [
        binding
        for binding in bindings("ask")
        if isinstance(binding, Binding) and binding.action in ("accept", "cancel")
    ]

    def __init__(self) -> None:
        super().__init__(placeholder="type to search", compact=True, id="words")
        self.cursor_blink = False

    def action_accept(self) -> None:
        """Pick what is under the cursor."""
        if isinstance(self.screen, Pick):
            self.screen.pick()

    def action_cancel(self) -> None:
        """Pick nothing."""
        self.screen.dismiss(None)
