"""Plain text and Markdown: kept letter for letter; only the title block of Markdown is read as data."""

from __future__ import annotations

import re

from briefing.errors import Unreadable
from briefing.store.reading.encodings import decode
from briefing.store.reading.extract import Extract, as_author, as_language, as_title

_FRONT = re.compile(r"\A(---|\+\+\+)\n(.{0,4000}?)\n\1\s*\n", re.DOTALL)
_FIELD = re.compile(
    r"^(title|authors?|date|lang|language|publisher|source)\s{0,3}[:=]\s{0,3}(.{0,300})$", re.MULTILINE | re.IGNORECASE
)
_HEADING = re.compile(r"^ {0,3}#{1,2}[ \t]+(.{1,300})$|^(.{1,300})\n={3,}[ \t]*$", re.MULTILINE)


def read_plain(data: bytes, *, markdown: bool) -> Extract:
    """Return a text as it stands, its lines ending in a line feed.

    Raises:
        Unreadable: it is no text.
    """
    decoded = decode(data)
    text = decoded.text.replace("\r\n", "\n")
    if "\n" not in text:
        text = text.replace("\r", "\n")
    if "\0" in text:
        raise Unreadable("it holds NUL characters and is no text", "bring in txt, md, html, pdf or docx")
    fields = _front(text) if markdown else {}
    heading = _HEADING.search(text, 0, 20_000) if markdown else None
    return Extract(
        text=text,
        title=as_title(fields.get("title", ""), _bare(heading[1] or heading[2]) if heading else ""),
        author=as_author(fields.get("author", ""), fields.get("authors", "").strip("[]")),
        publisher=as_author(fields.get("publisher", "")),
        published=fields.get("date", ""),
        language=as_language(fields.get("lang", "") or fields.get("language", "")),
        encoding=decoded.encoding,
        losses=decoded.losses,
    )


def _front(text: str) -> dict[str, str]:
    front = _FRONT.match(text)
    pairs = _FIELD.findall(front[2]) if front else []
    return {name.lower(): given.strip().strip("\"'") for name, given in pairs}


def _bare(heading: str) -> str:
    return re.sub(r"[*_`]", "", heading.strip().rstrip("#"))
