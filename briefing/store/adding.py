"""A dossier begun, and documents brought into it: each is read, told from its copies, and entered into the register."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from briefing.errors import BriefingError, Unreadable, Unwritable
from briefing.store.dossier import DOSSIER, SOURCES
from briefing.store.literal import literal
from briefing.store.lock import locked
from briefing.store.reading.documents import bytes_of, extract
from briefing.store.reading.extract import Extract
from briefing.store.reading.register import Read, Register
from briefing.store.writing import refused, write_beneath

BATCH = 20
"""Documents that are entered into the register in one go."""


@dataclass(frozen=True, slots=True)
class Added:
    """A document that is in the dossier now; `near` is a source that it is a near-copy of, with the share in common."""

    path: Path
    id: str
    read: Extract
    near: tuple[str, float] | None = None


@dataclass(slots=True)
class Adding:
    """What became of the files: added, found to be there already (and as which source), or not readable (and why)."""

    added: list[Added] = field(default_factory=list)
    there: list[tuple[Path, str]] = field(default_factory=list)
    failed: list[tuple[Path, BriefingError]] = field(default_factory=list)


def add_documents(root: Path, files: Sequence[Path], on_read: Callable[[Path], None] = lambda _: None) -> Adding:
    """Read files and enter them into the register of the dossier at `root`, in their order.

    `on_read` is told of each file when it has been read. What has been read is entered even where
    this is interrupted.

    Raises:
        Unreadable: the register cannot be read.
        Unwritable: the dossier cannot be written to.
    """
    result = Adding()
    register = Register(root)
    waiting: list[Read] = []
    pool = ThreadPoolExecutor(min(8, os.cpu_count() or 2))
    try:
        for path, read in zip(files, pool.map(partial(_read, register=register), files), strict=True):
            on_read(path)
            if isinstance(read, BriefingError):
                result.failed.append((path, read))
            elif isinstance(read, str):
                result.there.append((path, read))
            else:
                waiting.append(read)
            if len(waiting) == BATCH:
                _enter(register, root, waiting, result)
                waiting.clear()
    finally:
        pool.shutdown(cancel_futures=True)
        _enter(register, root, waiting, result)
    return result


def _enter(register: Register, root: Path, waiting: list[Read], result: Adding) -> None:
    """Enter documents that are not there yet, while nobody else writes."""
    if not waiting:
        return
    entered: list[Added] = []
    with locked(root):
        register.load()
        for read in waiting:
            if twin := register.twin(read):
                result.there.append((read.path, twin))
                continue
            near = register.near(read)
            try:
                entered.append(Added(read.path, register.enter(read), read.extract, near))
            except BriefingError as error:
                result.failed.append((read.path, error))
        if entered:
            register.save()
    result.added += entered


def _read(path: Path, register: Register) -> Read | str | BriefingError:
    """Return a document, or the source that it is already, or why it cannot be read."""
    try:
        data = bytes_of(path)
        sha256 = hashlib.sha256(data).hexdigest()
        return register.by_hash.get(sha256) or Read(path, extract(path.name, data), sha256)
    except BriefingError as error:
        return error
    except FileNotFoundError:
        return Unreadable("there is no such file", "check its name")
    except OSError as error:
        return Unreadable(f"it cannot be read: {error.strerror}", "check that you may read it")


_HEAD = """\
# What the dossier is about. Cards go to files of their own beside this one, one for each topic.
title = {title}
question = {question}
bottom_line = ""   # the answer in a few sentences, once there is one
topics = []        # in reading order: {{ id = "costs", title = "What it costs" }}, ...
"""
_SOURCES = """\
# The sources of the dossier, and the origins that their statements go back to. `briefing add` appends to it.
# Reliability is the Admiralty letter of the SOURCE:
# A completely reliable, B usually, C fairly, D not usually, E unreliable, F cannot be judged.
"""


def start_dossier(folder: Path, title: str = "", question: str = "") -> list[str]:
    """Make an empty dossier and return the names of its files; what else is in the folder stays.

    Raises:
        Unwritable: there is one already, or it cannot be written.
    """
    files = {
        DOSSIER: _HEAD.format(title=literal(title or folder.resolve().name), question=literal(question)),
        SOURCES: _SOURCES,
    }
    for name in files:
        if (folder / name).exists() or (folder / name).is_symlink():
            raise Unwritable(f"{folder / name} is there already", "choose another folder, or use this dossier")
    try:
        for name in files:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise refused(str(folder), error) from error
    for name, text in files.items():
        write_beneath(folder, name, text.encode())
    return list(files)
