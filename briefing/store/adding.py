"""Documents into a dossier: each is read, told from its copies, and gets a text and an entry in the register."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

from anyascii import anyascii

from briefing.errors import BriefingError, Problem, Unreadable
from briefing.store.dossier import SOURCES
from briefing.store.files import TEXT_CAP, TOML_CAP, read_beneath
from briefing.store.literal import literal, same
from briefing.store.lock import locked
from briefing.store.reading.day import as_day
from briefing.store.reading.documents import extract
from briefing.store.reading.extract import Extract
from briefing.store.reading.likeness import Likeness
from briefing.store.sources import decode
from briefing.store.toml import LINE_CAP, parse
from briefing.store.writing import write_beneath

BATCH = 20
"""Documents that are entered into the register in one go."""
_NOT_ID = re.compile(r"[^a-z0-9_]+")
_ID_LENGTH = 60
_NOTE_LENGTH = 600


@dataclass(frozen=True, slots=True)
class Added:
    """A document that is in the dossier now; `near` names texts that are near-copies, with the share in common."""

    path: Path
    id: str
    read: Extract
    near: tuple[tuple[str, float], ...] = ()


@dataclass(slots=True)
class Adding:
    """What became of the files: added, found to be there already (and as which source), or not readable (and why)."""

    added: list[Added] = field(default_factory=list)
    there: list[tuple[Path, str]] = field(default_factory=list)
    failed: list[tuple[Path, BriefingError]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Read:
    path: Path
    extract: Extract
    sha256: str


def add_documents(root: Path, files: Sequence[Path], on_read: Callable[[Path], None] = lambda _: None) -> Adding:
    """Read files and enter them into the register of the dossier at `root`, in their order.

    `on_read` is told of each file when it has been read. What has been read is entered even where
    this is interrupted.

    Raises:
        Unreadable: the register cannot be read.
        Unwritable: the dossier cannot be written to.
    """
    result = Adding()
    register = _Register(root)
    waiting: list[_Read] = []
    pool = ThreadPoolExecutor(min(8, os.cpu_count() or 2))
    try:
        for path, read in zip(files, pool.map(_read, files), strict=True):
            on_read(path)
            if isinstance(read, BriefingError):
                result.failed.append((path, read))
            else:
                waiting.append(read)
            if len(waiting) == BATCH:
                register.enter(waiting, result)
                waiting.clear()
    finally:
        pool.shutdown(cancel_futures=True)
        register.enter(waiting, result)
    return result


def _read(path: Path) -> _Read | BriefingError:
    try:
        read, data = extract(path)
    except BriefingError as error:
        return error
    except FileNotFoundError:
        return Unreadable("there is no such file", "check its name")
    except OSError as error:
        return Unreadable(f"it cannot be read: {error.strerror}", "check that you may read it")
    return _Read(path, read, hashlib.sha256(data).hexdigest())


class _Register:
    """The register of sources, and what is known of the texts beside it."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._likeness = Likeness(self._text_of)
        self._texts: dict[str, str] = {}
        for entry in self._load()[1]:
            text = self._text_of(str(entry.get("id", "")))
            if text:
                self._know(str(entry["id"]), text, entry.get("boilerplate", []))

    def enter(self, waiting: list[_Read], result: Adding) -> None:
        """Write the texts and entries of documents that are not there yet, while nobody else writes."""
        if not waiting:
            return
        with locked(self._root):
            data, entries = self._load()
            ids = {str(entry.get("id", "")).lower() for entry in entries}
            hashes = {str(entry.get("sha256", "")): str(entry.get("id", "")) for entry in entries}
            added: list[tuple[Added, dict[str, Any]]] = []
            for read in waiting:
                twin = hashes.get(read.sha256) or self._texts.get(_digest(read.extract.text))
                if twin:
                    result.there.append((read.path, twin))
                    continue
                try:
                    item, entry, data = self._enter(read, ids, data)
                except BriefingError as error:
                    result.failed.append((read.path, error))
                    continue
                ids.add(item.id.lower())
                hashes[read.sha256] = item.id
                added.append((item, entry))
            self._save(data, [*entries, *(entry for _, entry in added)])
            result.added += [item for item, _ in added]

    def _enter(self, read: _Read, ids: set[str], data: bytes) -> tuple[Added, dict[str, Any], bytes]:
        text = read.extract.text.encode("utf-8", "replace")
        id = self._free_id(read.path, ids, text)
        entry = _entry(id, read)
        grown = _appended(data, entry)
        if len(grown) > TOML_CAP:
            raise Unreadable(f"{SOURCES} would be larger than {TOML_CAP:,} bytes", "make a dossier for each question")
        core = _core(read.extract.text, read.extract.boilerplate)
        near = tuple(self._likeness.near(core))
        write_beneath(self._root, f"seeds/{id}.txt", text)
        self._know(id, read.extract.text, read.extract.boilerplate)
        return Added(read.path, id, read.extract, near), entry, grown

    def _free_id(self, path: Path, ids: set[str], text: bytes) -> str:
        """Return an id that nobody has and whose file is not there, or holds this text already."""
        base = slug(path.stem)
        for number in count(1):
            id = base if number == 1 else f"{base}-{number}"
            if id not in ids and self._is_free(id, text):
                return id
        raise AssertionError

    def _is_free(self, id: str, text: bytes) -> bool:
        for suffix in ("txt", "seal"):
            try:
                if read_beneath(self._root, f"seeds/{id}.{suffix}", TEXT_CAP) != text or suffix == "seal":
                    return False
            except FileNotFoundError:
                continue
            except Unreadable:
                return False
        return True

    def _load(self) -> tuple[bytes, list[dict[str, Any]]]:
        try:
            data = read_beneath(self._root, SOURCES, TOML_CAP)
        except FileNotFoundError:
            return b"", []
        tables = parse(data, SOURCES)
        if isinstance(tables, Problem):
            raise Unreadable(f"{SOURCES} cannot be read: line {tables.line}: {tables.message}", tables.hint)
        found = tables.get("source", [])
        return data, [entry for entry in found if isinstance(entry, dict)] if isinstance(found, list) else []

    def _save(self, data: bytes, entries: list[dict[str, Any]]) -> None:
        """Write the register after reading again what is to be written."""
        tables = parse(data, SOURCES)
        if isinstance(tables, Problem) or not same(tables.get("source", []), entries):
            raise Unreadable(f"{SOURCES} is laid out in a way that cannot be added to", "write it as [[source]] entries")
        write_beneath(self._root, SOURCES, data)

    def _text_of(self, id: str) -> str:
        try:
            return decode(read_beneath(self._root, f"seeds/{id}.txt", TEXT_CAP))
        except (FileNotFoundError, Unreadable):
            return ""

    def _know(self, id: str, text: str, boilerplate: Iterable[Iterable[int]]) -> None:
        self._texts.setdefault(_digest(text), id)
        self._likeness.add(id, _core(text, boilerplate))


def slug(name: str) -> str:
    """Return a name as an id of a source: small letters, digits, “-” and “_”."""
    plain = _NOT_ID.sub("-", anyascii(name[:200]).lower()).strip("-_")
    return plain[:_ID_LENGTH].rstrip("-_") or "source"


def _digest(text: str) -> str:
    """Return what two texts share that differ in white space alone."""
    return hashlib.sha256(" ".join(text.split()).encode("utf-8", "replace")).hexdigest()


def _core(text: str, boilerplate: Iterable[Iterable[int]]) -> str:
    """Return a text without its menus and running heads."""
    lines = text.split("\n")
    for first, last in boilerplate:
        lines[first - 1 : last] = [""] * (last - first + 1)
    return "\n".join(lines)


def _entry(id: str, read: _Read) -> dict[str, Any]:
    """Return the entry of a document for the register; what is not known is left out."""
    found = read.extract
    note = "; ".join(found.losses)
    entry = {
        "id": id,
        "title": found.title,
        "author": found.author,
        "publisher": found.publisher,
        "published": as_day(found.published),
        "language": found.language,
        "reliability": "F",
        "reason": "not appraised yet",
        "original": os.fsencode(read.path.name).decode("utf-8", "replace"),
        "encoding": "" if found.encoding == "utf-8" else found.encoding,
        "pages": [list(step) for step in found.pages],
        "boilerplate": [list(lines) for lines in found.boilerplate],
        "sha256": read.sha256,
        "note": note if len(note) <= _NOTE_LENGTH else f"{note[: _NOTE_LENGTH - 2]} …",
    }
    return {key: value for key, value in entry.items() if value and len(literal(value)) < LINE_CAP - 1000}


def _appended(data: bytes, entry: dict[str, Any]) -> bytes:
    end = "\r\n" if data.count(b"\r\n") * 2 > data.count(b"\n") else "\n"
    lines = ["", "[[source]]", *(f"{key} = {literal(value)}" for key, value in entry.items()), ""]
    gap = "" if not data or data.endswith(b"\n") else end
    return data + (gap + end.join(lines if data.strip() else lines[1:])).encode("utf-8", "replace")
