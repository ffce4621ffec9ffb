"""Writing a file so that whoever looks, at any moment, finds the old one or the new one, whole.

A temporary file beside it is written, flushed to disk and given its name; then the folder is
flushed. What a kill leaves of that is a temporary, and `sweep` takes it away.
"""

from __future__ import annotations

import errno
import os
import re
import secrets
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import ParamSpec, TypeVar

from briefing.errors import Unreadable, Unwritable
from briefing.store.files import parts_of

_TEMPORARY = re.compile(r"\.briefing-[0-9a-f]{16}\.tmp")
_FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC

P = ParamSpec("P")
R = TypeVar("R")


def patient(call: Callable[P, R], *args: P.args, **more: P.kwargs) -> R:
    """Return what a call of the system returns, made again as long as a signal interrupts it."""
    while True:
        try:
            return call(*args, **more)
        except InterruptedError:
            continue


def write_text(path: Path, text: str) -> None:
    """Make a file that the user named hold `text` in UTF-8; a link is followed.

    Raises:
        Unwritable: nothing was written.
    """
    with _told(str(path)):
        target = Path(os.path.realpath(path))
        with _opened(patient(os.open, target.parent, _FOLDER)) as folder:
            _replace(folder, target.name, text.encode("utf-8"))


def write_beneath(root: Path, name: str, data: bytes) -> None:
    """Make the file `name` (parts joined by "/") beneath `root` hold `data`; no link is followed.

    Raises:
        Unwritable: nothing was written, or (a folder that cannot be flushed) it may not last.
    """
    with _told(name):
        *folders, last = parts_of(name)
        with _beneath(root, folders) as folder:
            _replace(folder, last, data)


def remove_beneath(root: Path, name: str) -> None:
    """Remove the file `name` beneath `root`, if it is there.

    Raises:
        Unwritable: it is still there, or (a folder that cannot be flushed) may come back.
    """
    with _told(name):
        *folders, last = parts_of(name)
        with _beneath(root, folders) as folder:
            with suppress(FileNotFoundError):
                patient(os.unlink, last, dir_fd=folder)
            flush(folder)


def sweep(root: Path, folder: str) -> None:
    """Remove the temporaries that a kill left in a folder beneath `root`; the caller holds the lock."""
    with suppress(OSError), _beneath(root, [folder]) as handle:
        with os.scandir(handle) as entries:
            names = [entry.name for entry in entries]
        for name in filter(_TEMPORARY.fullmatch, names):
            os.unlink(name, dir_fd=handle)


@contextmanager
def _opened(handle: int) -> Iterator[int]:
    try:
        yield handle
    finally:
        os.close(handle)


@contextmanager
def _beneath(root: Path, folders: list[str]) -> Iterator[int]:
    handle = patient(os.open, root, _FOLDER)
    try:
        for part in folders:
            inner = patient(os.open, part, _FOLDER | os.O_NOFOLLOW, dir_fd=handle)
            os.close(handle)
            handle = inner
        yield handle
    finally:
        os.close(handle)


def _replace(folder: int, name: str, data: bytes) -> None:
    old = _mode(folder, name)
    temporary = f".briefing-{secrets.token_hex(8)}.tmp"
    handle = patient(os.open, temporary, _NEW, 0o666 if old is None else 0o600, dir_fd=folder)
    try:
        with _opened(handle):
            write_all(handle, data)
            if old is not None:
                patient(os.fchmod, handle, old)
            patient(os.fsync, handle)
        patient(os.replace, temporary, name, src_dir_fd=folder, dst_dir_fd=folder)
    except BaseException:
        with suppress(OSError):
            patient(os.unlink, temporary, dir_fd=folder)
        raise
    flush(folder)


def _mode(folder: int, name: str) -> int | None:
    try:
        found = patient(os.stat, name, dir_fd=folder, follow_symlinks=False).st_mode
    except FileNotFoundError:
        return None
    if stat.S_ISLNK(found):
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
    if not stat.S_ISREG(found):
        raise Unwritable(f"{name} is no regular file", "name a file")
    if not found & 0o222:  # whoever took that right away meant it
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    return stat.S_IMODE(found)


def write_all(handle: int, data: bytes) -> None:
    """Write every byte to an open file."""
    view = memoryview(data)
    while view:
        view = view[patient(os.write, handle, view) :]


def flush(folder: int) -> None:
    """Flush the names in an open folder to disk."""
    try:
        patient(os.fsync, folder)
    except OSError as error:
        # some network file systems flush names on their own and refuse to be asked
        if error.errno != errno.EINVAL:
            raise


@contextmanager
def _told(name: str) -> Iterator[None]:
    """Turn what the system says into words for the user."""
    try:
        yield
    except Unreadable as error:
        raise Unwritable(error.message, error.hint) from error
    except (OSError, ValueError) as error:
        raise refused(name, error) from error


def refused(name: str, error: OSError | ValueError) -> Unwritable:
    """Return the error that tells why a file was not written."""
    number = error.errno if isinstance(error, OSError) else None
    reason, hint = _REASONS.get(number or 0, (getattr(error, "strerror", None) or str(error), "save it elsewhere"))
    return Unwritable(f"{name} was not written: {reason}", hint)


_FULL = ("the disk is full", "make room, or save it elsewhere")
_CLOSED = ("you may not write there", "change the rights of the folder, or save it elsewhere")
_LINK = ("it is reached through a symbolic link", "put the file itself into the dossier")
_REASONS = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EACCES: _CLOSED,
    errno.EPERM: _CLOSED,
    errno.EROFS: ("the disk is read-only", "save it elsewhere"),
    errno.ENOENT: ("its folder is not there", "put the folder back, or save it elsewhere"),
    errno.ELOOP: _LINK,
    errno.ENOTDIR: _LINK,
}
