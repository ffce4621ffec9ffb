"""Reading files that a stranger may have laid out.

A name in a dossier is a name beneath it: every step is opened without following links, only
regular files are read, none without a cap, and none that would make us wait.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path

from briefing.errors import Unreadable

TOML_CAP = 1_000_000
TEXT_CAP = 512_000_000


def parts_of(name: str) -> list[str]:
    """Return the parts of a name beneath the dossier.

    Raises:
        Unreadable: it leads elsewhere.
    """
    parts = name.split("/")
    if not name or any(part in ("", ".", "..") or "\0" in part for part in parts):
        raise Unreadable(f"{name!r} is not a name beneath the dossier", "use plain names, without .. or a leading /")
    return parts


def _refused(name: str, error: OSError) -> Unreadable:
    if error.errno in (40, 20):  # ELOOP, ENOTDIR: a link where a file or folder must be
        return Unreadable(f"{name} is reached through a symbolic link", "put the file itself into the dossier")
    return Unreadable(f"{name} cannot be read: {error.strerror}", "check that it is there and that you may read it")


def read_beneath(root: Path, name: str, cap: int) -> bytes:
    """Return the bytes of the file `name` (parts joined by "/") beneath `root`.

    Raises:
        FileNotFoundError: there is none.
        Unreadable: it is a link, no regular file, larger than `cap` bytes, or not readable.
    """
    *folders, last = parts_of(name)
    flags = os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK
    try:
        handle = os.open(root, flags | os.O_DIRECTORY)
        for part in folders:
            inner = _open_at(handle, part, flags | os.O_DIRECTORY | os.O_NOFOLLOW)
            handle = inner
        return _read(_open_at(handle, last, flags | os.O_NOFOLLOW), name, cap)
    except FileNotFoundError:
        raise
    except OSError as error:
        raise _refused(name, error) from error


def read_chosen(path: Path, cap: int) -> bytes:
    """Return the bytes of a file that the user named: links are followed, the rest holds.

    Raises:
        FileNotFoundError: there is none.
        Unreadable: no regular file, larger than `cap` bytes, or not readable.
    """
    try:
        return _read(os.open(path, os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK), str(path), cap)
    except FileNotFoundError:
        raise
    except (OSError, ValueError) as error:
        if isinstance(error, ValueError):
            raise Unreadable(f"{str(path)!r} is no path", "name a file") from error
        raise _refused(str(path), error) from error


def _open_at(folder: int, part: str, flags: int) -> int:
    try:
        return os.open(part, flags, dir_fd=folder)
    finally:
        os.close(folder)


def _read(handle: int, name: str, cap: int) -> bytes:
    with os.fdopen(handle, "rb") as file:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode):
            raise Unreadable(f"{name} is no regular file", "folders, devices, pipes and sockets are not read")
        if status.st_size > cap:
            raise Unreadable(f"{name} is larger than {cap:,} bytes", "split it")
        data = file.read(cap + 1)
    if len(data) > cap:
        raise Unreadable(f"{name} is larger than {cap:,} bytes", "split it")
    return data


def names_in(root: Path, folder: str, suffix: str) -> list[str]:
    """Return the sorted names, as "folder/name", of entries that end in `suffix`; hidden ones left out."""
    try:
        with os.scandir(root / folder) as entries:
            found = [entry.name for entry in entries]
    except OSError:
        return []
    return sorted(f"{folder}/{name}" for name in found if name.endswith(suffix) and not name.startswith("."))
