"""The register of sources while documents are entered: their ids, their copies, their entries."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

from anyascii import anyascii

from briefing.errors import Problem, Unreadable
from briefing.store.dossier import SOURCES
from briefing.store.files import TEXT_CAP, TOML_CAP, read_beneath
from briefing.store.literal import literal, same
from briefing.store.reading.day import as_day
from briefing.store.reading.extract import Extract
from briefing.store.reading.likeness import Likeness
from briefing.store.sources import decode
from briefing.store.toml import LINE_CAP, parse
from briefing.store.writing import write_beneath

_NOT_ID = re.compile(r"[^a-z0-9_]+")
_ID_LENGTH = 60
_NOTE_LENGTH = 600


@dataclass(frozen=True, slots=True)
class Read:
    """A document as it was read, with the hash of its bytes."""

    path: Path
    extract: Extract
    sha256: str


class Register:
    """The register of the dossier at `root`, and what is known of the texts beside it.

    `by_hash` gives the source that has some bytes, by their SHA-256.

    Raises:
        Unreadable: it cannot be read.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._likeness = Likeness(self._text_of)
        self.by_hash: dict[str, str] = {}
        self._by_text: dict[str, str] = {}
        self._ids: set[str] = set()
        self._data = b""
        self._entries: list[dict[str, Any]] = []
        self.load()
        for entry in self._entries:
            id = str(entry.get("id", ""))
            if text := self._text_of(id):
                self._know(id, text, entry.get("boilerplate", []))

    def load(self) -> None:
        """Read the register as it is now on disk."""
        try:
            self._data = read_beneath(self._root, SOURCES, TOML_CAP)
        except FileNotFoundError:
            self._data = b""
        tables = parse(self._data, SOURCES)
        if isinstance(tables, Problem):
            raise Unreadable(f"{SOURCES} cannot be read: line {tables.line}: {tables.message}", tables.hint)
        found = tables.get("source", [])
        self._entries = [entry for entry in found if isinstance(entry, dict)] if isinstance(found, list) else []
        self._ids = {str(entry.get("id", "")).lower() for entry in self._entries}
        self.by_hash = {str(entry.get("sha256", "")): str(entry.get("id", "")) for entry in self._entries}

    def twin(self, read: Read) -> str | None:
        """Return the source that has the same bytes or the same words, if there is one."""
        return self.by_hash.get(read.sha256) or self._by_text.get(_digest(read.extract.text))

    def near(self, read: Read) -> tuple[str, float] | None:
        """Return the source of which a document is a near-copy, with the share in common, if there is one."""
        return self._likeness.near(_core(read.extract.text, read.extract.boilerplate))

    def enter(self, read: Read) -> str:
        """Write the text of a document, note its entry, and return its id; `save` writes the entries.

        Raises:
            Unreadable: the register would grow too large.
            Unwritable: the text cannot be written.
        """
        text = read.extract.text.encode("utf-8", "replace")
        id = self._free_id(read.path, text)
        entry = _entry(id, read)
        grown = _appended(self._data, entry)
        if len(grown) > TOML_CAP:
            raise Unreadable(f"{SOURCES} would be larger than {TOML_CAP:,} bytes", "make a dossier for each question")
        write_beneath(self._root, f"seeds/{id}.txt", text)
        self._data = grown
        self._entries.append(entry)
        self._ids.add(id.lower())
        self.by_hash[read.sha256] = id
        self._know(id, read.extract.text, read.extract.boilerplate)
        return id

    def save(self) -> None:
        """Write the register, after reading what is to be written as whoever opens it will.

        Raises:
            Unreadable: it is laid out in a way that nothing can be appended to.
            Unwritable: it cannot be written.
        """
        tables = parse(self._data, SOURCES)
        if isinstance(tables, Problem) or not same(tables.get("source", []), self._entries):
            raise Unreadable(f"{SOURCES} is laid out in a way that nothing can be added to", "write [[source]] entries")
        write_beneath(self._root, SOURCES, self._data)

    def _free_id(self, path: Path, text: bytes) -> str:
        """Return an id that nobody has and whose file is not there, or holds this text already."""
        base = slug(path.stem)
        for number in count(1):
            id = base if number == 1 else f"{base}-{number}"
            if id not in self._ids and self._is_free(id, text):
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

    def _text_of(self, id: str) -> str:
        try:
            return decode(read_beneath(self._root, f"seeds/{id}.txt", TEXT_CAP))
        except (FileNotFoundError, Unreadable):
            return ""

    def _know(self, id: str, text: str, boilerplate: Iterable[Iterable[int]]) -> None:
        self._by_text.setdefault(_digest(text), id)
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


def _entry(id: str, read: Read) -> dict[str, Any]:
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
