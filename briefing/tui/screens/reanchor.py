"""Re-anchoring: passages that do not stand as cited, one after the other, old and new above each other."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen

from briefing.check.anchor import locate
from briefing.check.reanchor import Reanchor
from briefing.model.passage import Passage
from briefing.store.mend import cited_as, dropped
from briefing.tui.actions import bindings
from briefing.tui.desk import Desk
from briefing.tui.paint import reanchor as paint
from briefing.tui.paint.line import EMPTY, Line
from briefing.tui.paint.marks import MUTED, NO_CURSOR, STRONG
from briefing.tui.screens.ask import Ask
from briefing.tui.screens.sheet import Text
from briefing.tui.widgets.bars import KeyLine
from briefing.tui.widgets.lines import Lines
from briefing.tui.widgets.pane import Framed

if TYPE_CHECKING:
    from briefing.tui.app import BriefingApp


class Astray(Lines, Framed):
    """The passages, one row each."""

    def __init__(self) -> None:
        super().__init__(id="astray")
        self.desk: Desk | None = None
        self.items: list[Reanchor] = []

    @property
    def count(self) -> int:
        """The number of passages; where there is none, one line says so."""
        return max(1, len(self.items))

    def stop(self, index: int) -> bool:
        """The cursor stands on passages."""
        return bool(self.items)

    def line(self, index: int, cursor: bool) -> Line:
        """Return a passage."""
        if not self.items or self.desk is None:
            return Line(Content.styled("Every passage stands as it is cited.", MUTED), NO_CURSOR)
        return paint.entry(self.desk, self.items[index], cursor)

    def fill(self, desk: Desk, items: list[Reanchor]) -> None:
        """Show other passages; the cursor stays where it was, as far as there are any."""
        self.desk, self.items = desk, items
        self.changed(min(self.cursor, max(0, len(items) - 1)))
        self.settle()
        certain = sum(item.certain for item in items)
        below = Content.styled(f"{certain:,} certain", MUTED) if certain else EMPTY
        self.entitle(Content.styled("Re-anchor", STRONG), Content.styled(f"{len(items):,}", MUTED), below=below)


class Reanchoring(ModalScreen[None]):
    """Each passage is cited as it stands now, cited otherwise, dropped, or left."""

    BINDINGS: ClassVar = [*bindings("reanchor"), *bindings("sheet")]
    app: BriefingApp

    def compose(self) -> ComposeResult:
        """Lay out the list, the comparison, and the keys."""
        with Vertical(classes="window"):
            yield Astray()
            yield Text(EMPTY, [], id="beside")
            yield KeyLine()

    def on_mount(self) -> None:
        """Follow the dossier."""
        self.watch(self.app, "problems", self._fill)

    def _fill(self) -> None:
        from briefing.check.reanchor import proposals

        desk = self.app.desk
        if desk is not None and desk.audited:
            self.query_one(Astray).fill(desk, proposals(desk.dossier, desk.audited))
            self._look()

    @property
    def item(self) -> Reanchor | None:
        """The passage under the cursor."""
        listed = self.query_one(Astray)
        return listed.items[listed.cursor] if listed.cursor < len(listed.items) else None

    @on(Lines.Moved)
    def _look(self) -> None:
        desk, item = self.app.desk, self.item
        self.query_one(Text).show(paint.comparison(desk, item) if desk and item else [])
        self.call_later(self.query_one(KeyLine).write)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Tell which actions work now."""
        if action in ("accept", "edit", "drop", "accept_all") and not self.app.changeable:
            return False
        if action == "accept":
            return self.item is not None and self.item.proposed is not None
        if action == "accept_all":
            return any(item.certain for item in self.query_one(Astray).items)
        if action in ("edit", "drop"):
            return self.item is not None
        return action != "undo" or self.app.can("undo")

    def action_close(self) -> None:
        """Close the window."""
        self.dismiss()

    def action_accept(self) -> None:
        """Cite the passage as it stands now."""
        if self.item is not None and self.item.proposed is not None:
            self._cite(self.item, self.item.proposed)

    def _cite(self, item: Reanchor, passage: Passage) -> None:
        self.app.change(*cited_as(item, passage), text=f"{item.id}: {paint.part(item)} cited anew · u takes it back")

    def action_accept_all(self) -> None:
        """Cite everything anew that is certain, as one step."""
        certain = [item for item in self.query_one(Astray).items if item.certain and item.proposed]
        changes = [change for item in certain if item.proposed for change in cited_as(item, item.proposed)]
        self.app.change(*changes, text=f"{len(certain):,} cited anew · u takes it back")

    def action_drop(self) -> None:
        """Take the passage out of its entry."""
        if self.item is not None:
            self.app.change(
                dropped(self.item), text=f"{self.item.id}: {paint.part(self.item)} dropped · u takes it back"
            )

    def action_edit(self) -> None:
        """Ask for the words to quote; they are found in the source."""
        item = self.item
        if item is None:
            return
        start = (item.proposed or item.passage).quote

        def answered(quote: str | None) -> None:
            if quote:
                self._quote(item, quote)

        asked = Ask(Content("Quote"), Content("Words that stand in the source, at most twelve."), start)
        self.app.push_screen(asked, answered)

    def _quote(self, item: Reanchor, quote: str) -> None:
        desk = self.app.desk
        document = desk.document(item.passage.source) if desk else None
        if document is None:
            return
        near = (item.proposed or item.passage).lines
        anchor = locate(document, quote, near=near if near[1] <= len(document) else None)
        if anchor.lines is None or anchor.status not in ("exact", "moved", "sealed"):
            self.app.say(f"“{quote}” does not stand in the source once, word for word", wrong=True)
            return
        self._cite(item, replace(item.passage, lines=anchor.lines, quote=quote))

    def action_undo(self) -> None:
        """Take the last change back."""
        self.app.undo()
