"""Where the state of a dossier lies, outside its folder, and the lock that writers hold."""

from __future__ import annotations

import fcntl
import hashlib
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import platformdirs

from briefing.errors import Unwritable
from briefing.store.writing import patient, refused

PATIENCE = 5.0
"""Seconds to wait for another writer; one change takes a few hundredths."""


def state_folder(root: Path) -> Path:
    """Return the folder in the user's state folder that belongs to the dossier at `root`."""
    name = hashlib.sha256(os.fsencode(os.path.realpath(root))).hexdigest()[:24]
    return platformdirs.user_state_path("briefing", appauthor=False) / name


@contextmanager
def locked(root: Path) -> Iterator[None]:
    """Hold the lock of a dossier, so that no other `briefing` of this user writes to it.

    Raises:
        Unwritable: another one holds it for too long, or there is no place for state.
    """
    folder = state_folder(root)
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle = patient(os.open, folder / "lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except OSError as error:
        raise refused(str(folder), error) from error
    try:
        _wait(handle)
        yield
    finally:
        os.close(handle)


def _wait(handle: int) -> None:
    until = time.monotonic() + PATIENCE
    while True:
        try:
            return patient(fcntl.flock, handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            if time.monotonic() > until:
                raise Unwritable("another `briefing` is writing to this dossier", "try again") from error
            time.sleep(0.01)
        except OSError as error:
            raise refused("the lock", error) from error
