"""Forms that are being filled in, kept on disk key by key, so that a crash costs no more than the key in flight.

They lie in the user's state folder beside the journal, one file each, and a lock beside each tells whether a
running `briefing` holds it.
"""

from __future__ import annotations

import fcntl
import json
import os
import re
import secrets
from contextlib import suppress
from pathlib import Path
from typing import Final

from briefing.store.lock import state_folder
from briefing.store.writing import patient, write_all

Content = dict[str, str | dict[str, str]]
"""What a form holds: words by name, and tables of words."""

_NAME: Final = re.compile(r"[0-9a-f]{16}")
_CAP: Final = 4_000_000
"""Bytes of a kept form."""
_MOST: Final = 100
_NEW: Final = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW | os.O_CLOEXEC


class Kept:
    """One form on disk, held by this process."""

    def __init__(self, folder: Path, name: str, lock: int | None) -> None:
        self._folder, self._name, self._lock = folder, name, lock

    def write(self, content: Content) -> None:
        """Keep what the form holds now, in the place of what it held before.

        Raises:
            OSError: it is not kept.
        """
        path, new = self._path(".json"), self._path(".new")
        handle = patient(os.open, new, _NEW, 0o600)
        try:
            write_all(handle, json.dumps(content).encode("ascii"))
        finally:
            os.close(handle)
        patient(os.replace, new, path)

    def read(self) -> Content:
        """Return what was kept; nothing where that is no form."""
        try:
            handle = os.open(self._path(".json"), os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
        except OSError:
            return {}
        with os.fdopen(handle, "rb") as file:
            try:
                found = json.loads(file.read(_CAP + 1)[:_CAP])
            except (OSError, ValueError, RecursionError):
                return {}
        return found if isinstance(found, dict) and all(map(_fits, found.values())) else {}

    def drop(self) -> None:
        """Forget the form: it was saved, or is to be thrown away."""
        for ending in (".json", ".new", ".lock"):
            with suppress(OSError):
                self._path(ending).unlink()
        self.close()

    def close(self) -> None:
        """Let go of the form, which stays on disk."""
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None

    def _path(self, ending: str) -> Path:
        return self._folder / f"{self._name}{ending}"


def _fits(value: object) -> bool:
    if isinstance(value, dict):
        return all(isinstance(each, str) for each in value.values())
    return isinstance(value, str)


def keep(root: Path) -> Kept:
    """Return a place for one more form of the dossier at `root`.

    Raises:
        OSError: there is none.
    """
    folder = _forms(root)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    name = secrets.token_hex(8)
    return Kept(folder, name, _locked(folder / f"{name}.lock"))


def left(root: Path) -> list[Kept]:
    """Return the forms that were left open, by a `briefing` that runs no more, the oldest first; they are held now."""
    found: list[tuple[float, Kept]] = []
    with suppress(OSError, ValueError):  # ValueError: a folder's name that no file system takes
        folder = _forms(root)
        names = [path.stem for path in folder.iterdir() if path.suffix == ".json" and _NAME.fullmatch(path.stem)]
        for name in sorted(names)[:_MOST]:
            with suppress(OSError):
                time = (folder / f"{name}.json").lstat().st_mtime
                found.append((time, Kept(folder, name, _locked(folder / f"{name}.lock"))))
    return [kept for _, kept in sorted(found, key=lambda pair: pair[0])]


def _forms(root: Path) -> Path:
    return state_folder(root) / "forms"


def _locked(path: Path) -> int:
    handle = patient(os.open, path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
    try:
        patient(fcntl.flock, handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(handle)
        raise
    return handle
