"""The archive that a DOCX is: its parts as trees, within what they may unpack to, and without entities."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from typing import Final
from xml.etree.ElementTree import Element, ParseError, TreeBuilder, XMLParser

ENTRIES: Final = 5_000
TOTAL: Final = 300_000_000
RATIO: Final = 200
_KINDS: Final = {
    "xl/": "a spreadsheet: save it as PDF",
    "ppt/": "a presentation: save it as PDF",
    "META-INF/container.xml": "an e-book (EPUB): save it as PDF",
    "content.xml": "an OpenDocument file: save it as DOCX or PDF",
    "Index/": "a file of Pages or Numbers: save it as DOCX or PDF",
}
_STRICT: Final = tuple(
    (f"http://purl.oclc.org/ooxml/{new}".encode(), f"http://schemas.openxmlformats.org/{old}".encode())
    for new, old in (
        ("wordprocessingml/main", "wordprocessingml/2006/main"),
        ("officeDocument/relationships", "officeDocument/2006/relationships"),
        ("officeDocument/math", "officeDocument/2006/math"),
    )
)
"""What files in the strict variant call the same (ISO/IEC 29500)."""


class _NoEntities(TreeBuilder):
    def doctype(self, *_: object) -> None:
        raise ValueError("it declares a document type, which no DOCX needs")


class Archive:
    """The parts of a DOCX as trees; `damaged` names those that are there and cannot be read.

    Raises:
        ValueError: it would unpack to more than it may, or is a document of another kind.
        zipfile.BadZipFile: it is damaged.
    """

    def __init__(self, data: bytes) -> None:
        self._zip = zipfile.ZipFile(io.BytesIO(data))
        entries = self._zip.infolist()
        total = sum(entry.file_size for entry in entries)
        if len(entries) > ENTRIES or total > TOTAL or total > max(1_000_000, len(data)) * RATIO:
            raise ValueError("the archive would unpack to more than it may")
        self._names = {entry.filename: entry for entry in entries}
        for start, what in _KINDS.items():
            if any(name.startswith(start) for name in self._names):
                raise ValueError(f"it is {what}")
        self.damaged: set[str] = set()
        self.main = next(iter(self.related("", "/officeDocument").values()), "word/document.xml")

    def document(self) -> Element:
        """Return the main document.

        Raises:
            ValueError: there is none, it is locked, or declares a document type.
            zipfile.BadZipFile, ParseError: it is damaged.
        """
        if self.main not in self._names:
            raise ValueError("the archive holds no document of Word")
        return self._parsed(self._names[self.main])

    def tree(self, name: str) -> Element | None:
        """Return another part, or None where there is none that can be read."""
        try:
            return self._parsed(self._names[name]) if name in self._names else None
        except (zipfile.BadZipFile, ParseError):
            self.damaged.add(name)
            return None

    def _parsed(self, entry: zipfile.ZipInfo) -> Element:
        if entry.flag_bits & 1:
            raise ValueError("it is locked with a password")
        try:
            with self._zip.open(entry) as file:
                data = file.read(entry.file_size)
        except (NotImplementedError, EOFError, OSError, zlib.error) as error:
            raise zipfile.BadZipFile(entry.filename) from error
        for strict, usual in _STRICT:
            data = data.replace(strict, usual)
        parser = XMLParser(target=_NoEntities())  # noqa: S314 - it refuses what could declare an entity
        parser.feed(data)
        return parser.close()

    def related(self, part: str, kind: str) -> dict[str, str]:
        """Return the parts that a part refers to as `kind`, by the id that it uses for them."""
        folder, name = posixpath.split(part)
        tree = self.tree(posixpath.join(folder, "_rels", f"{name}.rels"))
        return {
            item.get("Id", ""): posixpath.normpath(posixpath.join("/", folder, item.get("Target", "")))[1:]
            for item in (tree if tree is not None else ())
            if item.get("Type", "").endswith(kind) and item.get("TargetMode") != "External"
        }

    def part(self, kind: str) -> Element | None:
        """Return the first part of a kind that the main document refers to."""
        return next((self.tree(name) for name in self.related(self.main, kind).values()), None)
