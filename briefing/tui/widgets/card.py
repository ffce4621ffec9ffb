"""The card in full; the cursor steps through its evidence."""

from __future__ import annotations

from dataclasses import replace

from textual import on
from textual.content import Content
from textual.reactive import var

from briefing.tui.filtering import words
from briefing.tui.messages import EvidencePicked, SourceWanted
from briefing.tui.paint import card as paint
from briefing.tui.paint.line import EMPTY, Line
from briefing.tui.paint.marks import CURSOR, MUTED, NO_CURSOR, STRONG, shown
from briefing.tui.view import View
from briefing.tui.widgets.lines import Lines
from briefing.tui.widgets.pane import Framed


class CardPane(Lines, Framed):
    """One card."""

    view: var[View] = var(View(), init=False, always_update=True)
    measure = 90
    waits = True

    def __init__(self) -> None:
        super().__init__(id="card")
        self._rows_of_card: list[paint.Row] = []

    @property
    def count(self) -> int:
        """The number of lines of the card."""
        return len(self._rows_of_card)

    def stop(self, index: int) -> bool:
        """The cursor stands on evidence only."""
        return self._rows_of_card[index].evidence is not None

    def line(self, index: int, cursor: bool) -> Line:
        """Return one line of the card."""
        line = self._rows_of_card[index].line
        mark = CURSOR if cursor and self.stop(index) else NO_CURSOR
        return replace(line, lead=Content.assemble(mark, line.lead))

    def on_mount(self) -> None:
        """Name the pane before there is a card."""
        self.entitle(Content.styled("Card", STRONG))

    def watch_view(self, old: View, new: View) -> None:
        """Show another card, or point to another piece of its evidence."""
        if new.desk is None or new.card is None:
            self._rows_of_card = []
            self.entitle(Content.styled("Card", STRONG), below=EMPTY)
            self.changed(0)
            return
        if old.card is not new.card or old.desk is not new.desk or old.asked.words != new.asked.words:
            self._rows_of_card = paint.card(new.desk, new.card, words(new.asked.words))
            self.changed(self._index(new.evidence), keep_place=False)
        elif self.cursor != (index := self._index(new.evidence)):
            self.cursor = index
            self._moved(self.viewport.show(index))
        self.flush()
        many = len(new.card.evidence)
        below = Content.styled(f"evidence {new.evidence + 1} of {many}", MUTED) if many else EMPTY
        self.entitle(shown(new.card.id, STRONG), below=below)

    def _index(self, evidence: int) -> int:
        return next((n for n, row in enumerate(self._rows_of_card) if row.evidence == evidence), 0)

    @on(Lines.Moved)
    def _picked(self, event: Lines.Moved) -> None:
        event.stop()
        evidence = self._rows_of_card[event.index].evidence
        if evidence is not None:
            self.post_message(EvidencePicked(evidence))

    @on(Lines.Chosen)
    def _chosen(self, event: Lines.Chosen) -> None:
        event.stop()
        self.post_message(SourceWanted())
