"""One open dossier that is being changed: every change is on disk before it is acknowledged."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Literal

from briefing.errors import BriefingError, Conflict, Unreadable, Unwritable, UsageError
from briefing.model.dossier import Dossier
from briefing.store.change import Change, steps_of
from briefing.store.dossier import SOURCES, FileRead, find_dossier, open_dossier, shipped
from briefing.store.files import TOML_CAP, names_in, read_beneath
from briefing.store.journal import Journal, Record, history, spelled
from briefing.store.lock import locked, state_folder
from briefing.store.revise import Revision, replayed, revised
from briefing.store.writing import refused, remove_beneath, sweep, write_beneath

_OWN = "copy its folder and open the copy, or make one of your own: briefing new DIR"


class Store:
    """A dossier with its history.

    `dossier` is what was last read. `pending` are changes that could not be written; they go
    first with the next one, or `save_elsewhere`. `unmade` tells of a change that a crash kept
    from its file and that does not fit the file any more. `last` says what the last call did.
    """

    def __init__(self, path: str | Path | None = None, originals: str | Path | None = None) -> None:
        """Open a dossier, after making the change that a crash kept from its file.

        Raises:
            NotADossier: `path` holds none.
        """
        self.root = find_dossier(Path(path) if path is not None else None)
        self.pending: tuple[Change, ...] = ()
        self.unmade: BriefingError | None = None
        self.last = ""
        self._originals = originals
        self._known: dict[str, FileRead] = {}
        self._session = secrets.token_hex(8)
        self._journal = Journal(state_folder(self.root))
        self._recover()
        self._opened = self._journal.last
        self._seen = self._signature()
        self.dossier = open_dossier(self.root, originals, known=self._known)

    def reload(self) -> Dossier:
        """Read again what has changed on disk; texts of sources are kept as long as the register is the same."""
        self._seen = self._signature()
        before, self.dossier = self.dossier, open_dossier(self.root, self._originals, known=self._known)
        if self.dossier.sources == before.sources:
            self.dossier = replace(self.dossier, documents=before.documents, refused=before.refused)
        return self.dossier

    def outside_change(self) -> bool:
        """Whether a file was changed since the last reading; a look at their times and sizes."""
        return self._signature() != self._seen

    def apply(self, *changes: Change) -> Dossier:
        """Write changes, as one step to undo, and return the dossier with them.

        Raises:
            UsageError: a change cannot be made; nothing was written.
            Conflict: what it changes was changed elsewhere; nothing was written.
            Unwritable: it could not be written; it is in `pending`.
        """
        wanted = (*self.pending, *changes)

        def write() -> None:
            steps = steps_of(wanted, {file: read.tables for file, read in self._known.items()})
            self.last = ", ".join(map(str, wanted))
            self._commit(Record(self._journal.last + 1, "do", 0, self._session, self.last), revised(steps, self._read))

        try:
            self._locked(write)
        except Unwritable:
            self.pending = wanted
            raise
        self.pending = ()
        return self.reload()

    def undo(self) -> Dossier:
        """Take back what is pending, else the newest change of this session, else of those before.

        Raises:
            UsageError: there is none.
            Conflict: what it changed was changed again elsewhere; nothing was written.
            Unwritable: it could not be written.
        """
        if self.pending:
            self.pending = ()
            return self.dossier
        return self._again("undo")

    def redo(self) -> Dossier:
        """Make the change again that was taken back last; raises what `undo` raises."""
        return self._again("redo")

    @property
    def reach(self) -> tuple[bool, bool]:
        """Whether there is something to undo, and something to redo."""
        done, undone = history(self._journal.records, self._session, self._opened)
        return bool(self.pending or done), bool(undone)

    def save_elsewhere(self, folder: Path) -> list[str]:
        """Write the dossier's own files as they would be with the pending changes; return their names.

        Raises:
            UsageError: the folder holds a dossier already.
            Unwritable: it cannot be written to.
        """
        files = {file: read.data for file, read in self._known.items()}
        steps = steps_of(self.pending, {file: read.tables for file, read in self._known.items()})
        for revision in revised(steps, files.get):
            files[revision.file] = revision.on(files.get(revision.file)) or b""
        try:
            for name in ("facts", "seeds"):
                (folder / name).mkdir(parents=True)
        except FileExistsError as error:
            raise UsageError(f"{folder} holds facts/ or seeds/ already", "name a new folder") from error
        except OSError as error:
            raise refused(str(folder), error) from error
        for file, data in files.items():
            write_beneath(folder, file, data)
        return sorted(files)

    def _locked(self, work: Callable[[], None]) -> None:
        if shipped(self.root):
            raise UsageError("the dossier that ships with the program is only for reading", _OWN)
        with locked(self.root):
            self._repair()
            work()

    def _again(self, kind: Literal["undo", "redo"]) -> Dossier:
        def work() -> None:
            changes = history(self._journal.records, self._session, self._opened)[kind == "redo"]
            if not changes:
                raise UsageError(f"there is nothing to {kind}")
            change = changes[-1]
            wanted = [each.back() for each in reversed(change.revisions)] if kind == "undo" else change.revisions
            self.last = f"{kind}: {change.what}"
            todo = replayed(wanted, self._read)
            if todo:
                self._commit(Record(self._journal.last + 1, kind, change.n, self._session, self.last), todo)
            else:  # somebody has done it already
                self._journal.note("void", change.n)

        self._locked(work)
        return self.reload()

    def _commit(self, record: Record, revisions: list[Revision]) -> None:
        """Journal, write, and mark as done; a change that cannot be written whole is taken back whole."""
        if not revisions:
            return
        record = replace(record, body=spelled(revisions))
        self._journal.append(record)
        try:
            self._make(revisions)
        except (Conflict, Unwritable):
            with suppress(Conflict, Unwritable):
                self._make(replayed([each.back() for each in reversed(revisions)], self._read))
                self._journal.retract(record)
            raise
        self._journal.note("done", record.n)

    def _recover(self) -> None:
        """Look for what a crash left; where nothing can be written, the first change will say so."""

        def tidy() -> None:
            self._journal.shorten()
            for folder in ("facts", "seeds"):
                sweep(self.root, folder)

        with suppress(Unwritable, UsageError):
            self._locked(tidy)

    def _repair(self) -> None:
        """Make the newest change if a crash may have kept it from its files."""
        self._journal.refresh()
        change = self._journal.unsettled()
        if change is None:
            return
        try:
            self._make(replayed(change.revisions, self._read))
        except (Conflict, UsageError) as error:
            self.unmade = error
            self._journal.note("void", change.n)
        else:
            self._journal.note("done", change.n)

    def _make(self, revisions: list[Revision]) -> None:
        for revision in revisions:
            data = revision.on(self._read(revision.file))
            if data is None:
                remove_beneath(self.root, revision.file)
            else:
                write_beneath(self.root, revision.file, data)

    def _read(self, file: str) -> bytes | None:
        try:
            return read_beneath(self.root, file, TOML_CAP)
        except FileNotFoundError:
            if file in self._known:
                raise Unwritable(f"{file} is no longer there", "put it back, or save the change elsewhere") from None
            return None
        except Unreadable as error:
            raise Unwritable(error.message, error.hint) from error

    def _signature(self) -> list[tuple[str, int, int, int]]:
        found = []
        for file in [*names_in(self.root, "facts", ".toml"), SOURCES]:
            with suppress(OSError):
                status = (self.root / file).stat()
                found.append((file, status.st_mtime_ns, status.st_size, status.st_ino))
        return found
