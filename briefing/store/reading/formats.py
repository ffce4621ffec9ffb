"""Which format a file is in, by what it begins with, else by its name."""

from __future__ import annotations

from pathlib import PurePath
from typing import Final

from briefing.errors import Unreadable
from briefing.store.reading.extract import Format

SUFFIXES: Final[dict[str, Format]] = {
    ".txt": "txt", ".text": "txt", ".md": "md", ".markdown": "md", ".html": "html", ".htm": "html",
    ".xhtml": "html", ".pdf": "pdf", ".docx": "docx", ".docm": "docx",
}  # fmt: skip
OTHERS: Final = frozenset([".doc", ".rtf", ".odt", ".epub", ".pages", ".mht", ".mhtml", ".djvu", ".xps", ".ps", ".wpd"])
"""Documents, though not of a format that is read."""
_WORD, _PDF, _PAGE = "save it as DOCX or PDF", "save it as PDF", "save the page as HTML or PDF"
_REFUSED: Final = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office file, or one locked with a password", _WORD),
    (b"{\\rtf", "an RTF file", _WORD),
    (b"%!PS", "a PostScript file", _PDF),
    (b"AT&TFORM", "a DjVu file", _PDF),
    (b"From: <Saved by ", "a web archive (MHTML)", _PAGE),
    (b"bplist00", "a web archive or property list", _PAGE),
    *((start, "a picture", "bring in its text") for start in (
        b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*", b"RIFF", b"BM", b"\0\0\1\0", b"\0\0\0\x0cjP",
    )),
    *((start, "an archive", "unpack it and bring in what is in it") for start in (
        b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!", b"BZh", b"\xfd7zXZ", b"\x28\xb5\x2f\xfd",
    )),
    *((start, "sound or video", "bring in a transcript") for start in (b"ID3", b"OggS", b"fLaC", b"\x1aE\xdf\xa3")),
    *((start, "a program", "bring in txt, md, html, pdf or docx") for start in (b"\x7fELF", b"MZ")),
)  # fmt: skip


def format_of(name: str, start: bytes) -> Format:
    """Tell a document's format from its name and its first kilobyte.

    Raises:
        Unreadable: it is empty, or of another format, with what to do.
    """
    begins = start.removeprefix(b"\xef\xbb\xbf").lstrip()
    named = SUFFIXES.get(PurePath(name).suffix.lower())
    if not begins:
        raise Unreadable("it is empty", "check the file")
    if begins.startswith(b"%PDF-") or (named == "pdf" and b"%PDF-" in start):
        return "pdf"
    if begins.startswith(b"PK\3\4"):
        return "docx"
    for magic, what, hint in _REFUSED:
        # short marks may begin a text as well; a text has no NUL
        if begins.startswith(magic) and (len(magic) > 4 or magic[0] > 0x7E or b"\0" in start):
            raise Unreadable(f"it is {what}", hint)
    if named in ("pdf", "docx"):
        raise Unreadable(f"its name says {named}, its content does not", "check the file")
    return "html" if named == "html" or _is_html(begins) else named or "txt"


def _is_html(begins: bytes) -> bool:
    small = begins.lower()
    later = small.startswith((b"<?xml", b"<!--")) and b"<html" in small
    return later or small.startswith((b"<!doctype html", b"<html", b"<head"))
