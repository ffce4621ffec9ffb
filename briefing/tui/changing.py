"""What the app does to a dossier: change, undo, redo, and follow what others change."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Final, Literal

from textual import work
from textual.app import App
from textual.reactive import var

from briefing.errors import BriefingError, Conflict, Unwritable
from briefing.model.dossier import Dossier
from briefing.tui.desk import Desk
from briefing.tui.messages import Audited, Changeable, Changed, NotChanged
from briefing.tui.paint.marks import DISPUTE, INK, shown
from briefing.tui.widgets.bars import KeyLine

if TYPE_CHECKING:
    from briefing.store.change import Change
    from briefing.store.edit import Store

_LOOK: Final = 2.0
"""Seconds between two looks at whether others changed the files."""


class Changing(App[int]):
    """Mixed into the app. Every change is on disk before it is seen; work on the files is done in threads."""

    store: Store | None = None
    """The dossier that is being changed; None until it was read, and where it must not be written to."""
    reach: tuple[bool, bool] = (False, False)
    """Whether there is something to undo, and something to redo."""
    refused: var[NotChanged | None] = var(None, always_update=True)
    """The last change that could not be made."""

    def __init__(self, path: Path | None, originals: Path | None) -> None:
        super().__init__()
        self.path = path
        self.originals: Final = originals
        self.writing: Final = Lock()

    @property
    def changeable(self) -> bool:
        """Whether the dossier can be changed."""
        return self.store is not None

    def can(self, action: Literal["undo", "redo"]) -> bool:
        """Whether there is something to undo or to redo."""
        return self.reach[action == "redo"]

    def follow(self) -> None:
        """Look from now on whether others change the files."""
        self.set_interval(_LOOK, self.look)

    def open_store(self, desk: Desk) -> None:
        """Make changes possible, in a thread; a change that a crash kept from its file is made first."""
        from briefing.store.edit import Store

        store = Store(self.path, self.originals)
        self.store = store
        self.reach = store.reach
        self.post_message(Changeable())
        if store.unmade is not None:
            self.post_message(NotChanged(store.unmade))
        if _same(store.dossier, desk.dossier):
            return
        self._tell(store.dossier, "a change that was cut off has been made")

    def change(self, *changes: Change, text: str = "", show: str = "") -> None:
        """Write changes as one step; `text` says what they do, `show` is what to go to then.

        Ends in `Changed` or `NotChanged`.
        """
        self._work(lambda store: store.apply(*changes), changes, text, show)

    def change_over(self, *changes: Change, text: str = "", show: str = "") -> None:
        """Make changes again over what others wrote meanwhile, as the user decided."""

        def make(store: Store) -> Dossier:
            store.reload()
            return store.apply(*changes)

        self._work(make, changes, text, show)

    def undo(self) -> None:
        """Take the newest change back."""
        self._work(lambda store: store.undo())

    def redo(self) -> None:
        """Make the change again that was taken back last."""
        self._work(lambda store: store.redo())

    @work(thread=True, group="store", exit_on_error=False)
    def _work(
        self, make: Callable[[Store], Dossier], changes: tuple[Change, ...] = (), text: str = "", show: str = ""
    ) -> None:
        store = self.store
        if store is None:
            return
        try:
            with self.writing:
                dossier = make(store)
        except BriefingError as error:
            self.post_message(NotChanged(error, changes, text, show))
            return
        self.reach = store.reach
        self._tell(dossier, text or store.last, show)

    def _tell(self, dossier: Dossier, text: str = "", show: str = "") -> None:
        from briefing.check.audit import audit

        desk = Desk(dossier)
        self.post_message(Changed(desk, text, show))
        self.post_message(Audited(desk, audit(dossier)))

    def look(self) -> None:
        """Read the files again if others changed them."""
        store = self.store
        if store is not None and not self.writing.locked() and store.outside_change():
            self._follow(store)

    @work(thread=True, group="store", exit_on_error=False)
    def _follow(self, store: Store) -> None:
        with self.writing:
            if not store.outside_change():
                return
            dossier = store.reload()
        self._tell(dossier, "the files were changed elsewhere and read again")

    def on_not_changed(self, event: NotChanged) -> None:
        """Ask what to do: nothing is overwritten, and nothing that was typed is lost."""
        from briefing.tui.screens.trouble import both_changed, not_written

        self.refused = event
        match event.error:
            case Conflict():
                both_changed(self, event, event.error)
            case Unwritable():
                not_written(self, event.error)
            case _:
                hint = f": {event.error.hint}" if event.error.hint else ""
                self.say(f"{event.error.message}{hint}", wrong=True)

    def say(self, text: str, *, wrong: bool = False) -> None:
        """Tell something on the bottom line, until the next key."""
        for line in self.screen.query(KeyLine):
            line.say(shown(text, DISPUTE if wrong else INK))

    async def action_quit(self) -> None:
        """Quit; what could not be written yet is asked about first."""
        from briefing.tui.screens.trouble import still_pending

        if self.store is not None and self.store.pending:
            still_pending(self, self.store.pending)
        else:
            self.exit()

    def read_again(self) -> None:
        """Read what others wrote, and drop what could not be written over it."""
        self._work(lambda store: store.reload(), text="read again as it is on disk")

    def save_elsewhere(self, folder: Path) -> None:
        """Write the dossier's files with the pending changes to another folder."""

        def save(store: Store) -> Dossier:
            store.save_elsewhere(folder)
            return store.dossier

        self._work(save, text=f"saved in {folder}")


def _same(one: Dossier, other: Dossier) -> bool:
    return (one.cards, one.discrepancies, one.sources) == (other.cards, other.discrepancies, other.sources)
