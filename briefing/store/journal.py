"""The journal of a dossier: every change, on disk before the file that it changes.

One line a record, each behind its checksum. Records are only ever added, so that undo outlives
the program, and a change that a crash kept from its file is found and made at the next start.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal

import tomli

from briefing.store.change import Noun, Step
from briefing.store.literal import literal
from briefing.store.revise import Revision
from briefing.store.schema import Table
from briefing.store.writing import flush, patient, refused, write_all, write_beneath

CAP = 2_000_000
"""Bytes; a journal that has grown beyond it keeps its newest half when it is next opened."""

Kind = Literal["do", "undo", "redo", "done", "void"]


@dataclass(frozen=True, slots=True)
class Record:
    """One line: a change (`do`), one that takes back or makes again record `of`, or what became of `of`.

    `done`: its files are written. `void`: it cannot be made any more. `body` is what a change does,
    as it stands in the line: most of it is never asked for again.
    """

    n: int
    kind: Kind
    of: int = 0
    session: str = ""
    what: str = ""
    body: tuple[dict[str, Any], ...] = ()

    @property
    def revisions(self) -> list[Revision]:
        """What a change does to each file."""
        return [
            Revision(**(item | {"steps": tuple(_step(item["file"], *step) for step in item["steps"])}))
            for item in self.body
        ]


def spelled(revisions: Iterable[Revision]) -> tuple[dict[str, Any], ...]:
    """Return the body of a record that announces revisions."""
    names = "file", "before", "after", "at", "old", "new"
    return tuple(
        {name: getattr(revision, name) for name in names}
        | {"steps": [[step.noun, step.id, _table(step.before), _table(step.after)] for step in revision.steps]}
        for revision in revisions
    )


def _table(table: Table | None) -> str | None:
    return None if table is None else literal(table)


def _step(file: str, noun: Noun, id: str, *sides: str | None) -> Step:
    before, after = (None if side is None else tomli.loads(f"v = {side}")["v"] for side in sides)
    return Step(file, noun, id, before, after)


class Journal:
    """The records of one dossier. Whoever calls holds the lock."""

    def __init__(self, folder: Path) -> None:
        self.records: list[Record] = []
        self._folder = folder
        self._path = folder / "journal"
        self._end = 0
        self._inode = 0

    @property
    def last(self) -> int:
        """The number of the newest record, 0 where there is none."""
        return self.records[-1].n if self.records else 0

    def refresh(self) -> None:
        """Read what was added since; a torn last line does not count."""
        try:
            with self._path.open("rb") as file:
                status = os.fstat(file.fileno())
                if status.st_ino != self._inode or status.st_size < self._end:
                    self.records, self._end, self._inode = [], 0, status.st_ino
                file.seek(self._end)
                data = file.read()
        except FileNotFoundError:
            self.records, self._end = [], 0
            return
        except OSError as error:
            raise refused(str(self._path), error) from error
        *lines, torn = data.split(b"\n")
        self._end += len(data) - len(torn)
        self.records += filter(None, map(_read, lines))

    def shorten(self) -> None:
        """Leave the older half behind where the journal has grown too large."""
        if self._end > CAP:
            lines = self._path.read_bytes()[: self._end][-CAP // 2 :].split(b"\n")[1:]
            write_beneath(self._folder, "journal", b"\n".join(lines))
            self.refresh()

    def append(self, record: Record) -> None:
        """Add a record and flush it to disk.

        Raises:
            Unwritable: nothing was added.
        """
        end = self._end
        try:
            self._write(_line(record), flushed=True)
        except OSError as error:
            self._end = end
            self._truncate()
            raise refused("the journal", error) from error
        self.records.append(record)

    def retract(self, record: Record) -> None:
        """Take the newest record out again, since what it announced did not happen."""
        end = self._end
        self._end -= len(_line(record))
        if self._truncate():
            self.records.remove(record)
        else:
            self._end = end

    def note(self, kind: Literal["done", "void"], of: int) -> None:
        """Add what became of a record. It is not flushed: without it the record is looked into once more."""
        record = Record(self.last + 1, kind, of)
        with suppress(OSError):
            self._write(_line(record), flushed=False)
            self.records.append(record)

    def unsettled(self) -> Record | None:
        """Return the newest change if its files may not be written."""
        settled: set[int] = set()
        for record in reversed(self.records):
            if record.body:
                return None if record.n in settled else record
            settled.add(record.of)
        return None

    def _truncate(self) -> bool:
        with suppress(OSError):
            handle = patient(os.open, self._path, os.O_WRONLY | os.O_CLOEXEC)
            try:
                patient(os.ftruncate, handle, self._end)
                patient(os.fsync, handle)
                return True
            finally:
                os.close(handle)
        return False

    def _write(self, line: bytes, *, flushed: bool) -> None:
        fresh = not self._end
        handle = patient(os.open, self._path, os.O_WRONLY | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC, 0o600)
        try:
            patient(os.ftruncate, handle, self._end)
            write_all(handle, line)
            if flushed:
                patient(os.fsync, handle)
        finally:
            os.close(handle)
        if fresh:
            self._flush_folder()
        self._end += len(line)

    def _flush_folder(self) -> None:
        handle = patient(os.open, self._folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            flush(handle)
        finally:
            os.close(handle)


def history(records: Iterable[Record], session: str, opened: int) -> tuple[list[Record], list[Record]]:
    """Return the changes that a session can undo and those that it can redo, the next one last.

    They are its own and those before `opened`, the number of the newest record when it began:
    another `briefing` that works on the same dossier undoes its own.
    """
    undo: list[Record] = []
    redo: list[Record] = []
    voided = {record.of for record in records if record.kind == "void"}
    for record in records:
        if not record.body or record.n in voided:
            continue
        if record.kind == "do":
            if record.n <= opened or record.session == session:
                undo.append(record)
                redo.clear()
            continue
        source, target = (undo, redo) if record.kind == "undo" else (redo, undo)
        found = [change for change in source if change.n == record.of]
        for change in found:
            source.remove(change)
            if record.n <= opened or record.session == session:
                target.append(change)
    return undo, redo


def _line(record: Record) -> bytes:
    text = json.dumps(asdict(record), ensure_ascii=False, separators=(",", ":")).encode()
    return _sum(text) + b" " + text + b"\n"


def _read(line: bytes) -> Record | None:
    """Return the record of a line, or None where the line is damaged or of another kind."""
    check, _, text = line.partition(b" ")
    if check != _sum(text):
        return None
    try:
        data = json.loads(text)
        return Record(**(data | {"body": tuple(data["body"])}))
    except (ValueError, KeyError, TypeError):
        return None


def _sum(text: bytes) -> bytes:
    return hashlib.sha256(text).hexdigest()[:16].encode()
