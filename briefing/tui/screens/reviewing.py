"""Reviewing what the program proposes: one candidate after the other is accepted, dismissed or skipped."""

from __future__ import annotations

import datetime as dt
from typing import Final

from textual import on, work
from textual.content import Content
from textual.reactive import var

from briefing.errors import Unwritable
from briefing.model.discrepancy import Discrepancy
from briefing.model.results import Candidate
from briefing.tui.candidates import Comparison
from briefing.tui.desk import Desk
from briefing.tui.messages import Comparing, NotChanged, Proposed
from briefing.tui.paint.marks import INK, shown
from briefing.tui.questions import Item, QuestionView
from briefing.tui.reviewing import Reviewer
from briefing.tui.screens.mode import ModeScreen

_WHY: Final = "Why does nothing disagree here, or nothing that matters? It will not be proposed again."
_SPELLED: Final = ("nature", "severity", "status", "finding")
"""Fields of what was accepted that its editor is to find, whatever they hold."""
_NEEDED: Final = "a reason is required: it stays in the dossier for those who ask"


class Reviewing(ModeScreen):
    """The part of the Discrepancies mode that compares the documents and judges what comes of it."""

    view: var[QuestionView] = var(QuestionView(), init=False, always_update=True)

    def __init__(self) -> None:
        super().__init__()
        self.reviewer = Reviewer()
        self.undoing = False
        self._comparison = Comparison()
        self._busy = False
        self._drafts: dict[str, Discrepancy] = {}

    def on_mount(self) -> None:
        """Notice when a change could not be made."""
        self.watch(self.app, "refused", self._take_refused, init=False)

    def on_unmount(self) -> None:
        """Leave no process behind."""
        self._comparison.stop()

    def renew(self, item: Item | None = None) -> None:
        """Show what there is now, with an item open."""

    # Comparing

    def propose(self, desk: Desk) -> None:
        """Compare the documents in a thread; while one comparison is at work, the next waits for it."""
        self._drafts.clear()
        if not self._busy:
            self._busy = True
            self._compare(desk)

    @work(thread=True, group="compare", exit_on_error=False)
    def _compare(self, desk: Desk) -> None:
        try:
            found = self._comparison.propose(
                desk.dossier, self.reviewer.proposals, lambda: self.post_message(Comparing())
            )
        except (EOFError, OSError):
            self.post_message(Proposed(desk, None))
        else:
            self.post_message(Proposed(desk, found))

    @on(Comparing)
    def _comparing(self) -> None:
        self.reviewer.working = True
        self.renew()

    @on(Proposed)
    def _proposed(self, event: Proposed) -> None:
        self._busy = False
        self.reviewer.take(event.proposals)
        desk = self.app.desk
        if desk is None:
            return
        if desk is not event.desk:
            self.propose(desk)
        self._drafts.clear()
        again = self.reviewer.hold(desk.dossier)
        self.renew(again[0] if again and self.undoing else None)
        self.undoing = self.undoing and desk is not event.desk

    def draft(self, candidate: Candidate) -> Discrepancy:
        """Return what accepting a candidate writes."""
        from briefing.check.accept import accepted
        from briefing.check.words import STOP_WORDS
        from briefing.tui.forms.fields import slug

        if candidate.id not in self._drafts and self.app.desk is not None:
            dossier = self.app.desk.dossier
            told = " ".join(word for word in candidate.question.split() if word.casefold() not in STOP_WORDS)
            id = slug(told, dossier.discrepancy_by_id.keys() | dossier.unread)
            self._drafts[candidate.id] = accepted(candidate, id, self.reviewer.proposals.documents, dossier.cards)
        return self._drafts[candidate.id]

    # Judging

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Tell which actions work now."""
        if action in ("accept", "turn_down"):
            return self.view.candidate is not None and self.app.changeable
        if action == "skip":
            return self.view.candidate is not None
        if action == "next_proposed":
            return self.view.review.left > 0
        return super().check_action(action, parameters)

    def action_accept(self) -> None:
        """Write the open candidate to the dossier and go on to the next."""
        from briefing.store.change import Add

        candidate, entry = self.view.candidate, self.view.entry
        if candidate is not None and entry is not None:
            covered = self.reviewer.accept(candidate, entry)
            self._go_on()
            more = f", which covers {covered:,} more" if covered else ""
            self.app.change(Add(entry, spelled=_SPELLED), text=f"accepted as {entry.id}{more}   u undo   {self._left}")

    def action_turn_down(self) -> None:
        """Ask why and dismiss the open candidate."""
        from briefing.check.accept import dismissed
        from briefing.store.change import Add
        from briefing.tui.screens.ask import Ask

        candidate = self.view.candidate
        if candidate is None:
            return

        def dismiss(reason: str | None) -> None:
            if reason:
                self.reviewer.dismiss(candidate)
                self._go_on()
                entry = dismissed(candidate, reason, dt.datetime.now(dt.UTC).date())
                self.app.change(Add(entry), text=f"dismissed   u undo   {self._left}")

        told = Content.assemble(shown(candidate.question, INK), f"\n{_WHY}")
        self.app.push_screen(Ask(Content("Dismiss"), told, needed=_NEEDED), dismiss)

    def action_skip(self) -> None:
        """Put the open candidate last and go on to the next."""
        candidate = self.view.candidate
        if candidate is not None and self.app.desk is not None:
            self.reviewer.skip(candidate)
            following = self._beyond()
            self.reviewer.hold(self.app.desk.dossier)
            self.renew(following)
            self.say(Content.styled(f"skipped: it comes last   {self._left}", INK))

    def action_next_proposed(self) -> None:
        """To the next candidate, round and round."""
        following = self._beyond()
        if following is not None:
            self.renew(following)

    def action_undo(self) -> None:
        """Take the last change back; a candidate that it had judged is open again."""
        self.undoing = True
        self.reviewer.forget()
        super().action_undo()

    def _go_on(self) -> None:
        """Take what was judged off the list before the change is written: the next one is open at once."""
        if self.app.desk is not None:
            self.reviewer.hold(self.app.desk.dossier)
        self.renew()

    def _beyond(self) -> Candidate | None:
        """Return the candidate behind the open item, from the first again at the end."""
        items, item = self.view.items, self.view.item
        at = items.index(item) if item in items else -1
        return next((each for each in (*items[at + 1 :], *items[: max(at, 0)]) if isinstance(each, Candidate)), None)

    @property
    def _left(self) -> str:
        left = len(self.reviewer.left)
        return f"{left:,} left" if left else "nothing left to judge"

    def _take_refused(self, event: NotChanged | None) -> None:
        """Show again what could not be written; what waits in memory stays off the list."""
        if event is not None and not isinstance(event.error, Unwritable) and self.app.desk is not None:
            self.reviewer.forget()
            again = self.reviewer.hold(self.app.desk.dossier)
            self.renew(again[0] if again else None)
