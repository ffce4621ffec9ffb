"""Reading one document of any format that is known."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

from briefing.errors import Unreadable
from briefing.store.files import read_chosen
from briefing.store.reading.encodings import decode
from briefing.store.reading.extract import Extract, Format, folded, iso_day
from briefing.text.document import Document

CAP = 100_000_000
OUTPUT_CAP = 200_000_000
SECONDS = 25
SUFFIXES: dict[str, Format] = {
    ".txt": "txt", ".text": "txt", ".md": "md", ".markdown": "md", ".html": "html", ".htm": "html",
    ".xhtml": "html", ".pdf": "pdf", ".docx": "docx",
}  # fmt: skip
_FRONT = re.compile(r"\A---\n(.{0,4000}?)\n---\n", re.DOTALL)
_FIELD = re.compile(r"^(title|author|date|lang(?:uage)?)\s*:\s*[\"']?(.*?)[\"']?\s*$", re.MULTILINE | re.IGNORECASE)
_HEADING = re.compile(r"^#{1,2}\s+(.+?)\s*#*$", re.MULTILINE)


def format_of(name: str, data: bytes) -> Format:
    """Tell a document's format by what it begins with, else by its name.

    Raises:
        Unreadable: it is an archive or picture that is none of the known formats.
    """
    start = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if data[:1024].find(b"%PDF-") != -1:
        return "pdf"
    if data.startswith(b"PK\x03\x04"):
        return "docx"
    if start.startswith((b"<!doctype html", b"<html")):
        return "html"
    named = SUFFIXES.get(Path(name).suffix.lower())
    if named in ("pdf", "docx"):
        raise Unreadable(f"its name says {named}, its content does not", "check the file")
    if named is None and b"\0" in data[:4096] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Unreadable("this is no document that can be read", "bring in txt, md, html, pdf or docx")
    return named or "txt"


def extract(path: Path) -> tuple[Extract, bytes]:
    """Return what a document holds, and its bytes.

    Raises:
        FileNotFoundError: there is none.
        Unreadable: it cannot be read, with the reason.
    """
    data = read_chosen(path, CAP)
    form = format_of(path.name, data)
    if form in ("pdf", "docx", "html"):
        return _in_a_child(form, data), data
    text, encoding = decode(data)
    plain = text.replace("\r\n", "\n")
    if "\0" in plain:
        raise Unreadable("it holds NUL characters and is no text", "bring in txt, md, html, pdf or docx")
    return _plain(plain, encoding, markdown=form == "md"), data


def read_document(path: str | Path) -> Document:
    """Return a document of any known format as lines.

    Raises:
        FileNotFoundError: there is none.
        Unreadable: it cannot be read, with the reason.
    """
    read, _ = extract(Path(path))
    return Document(read.text, Path(path).stem)


def _plain(text: str, encoding: str, *, markdown: bool) -> Extract:
    fields: dict[str, str] = {}
    front = _FRONT.match(text) if markdown else None
    if front:
        fields = {match[1].lower(): match[2] for match in _FIELD.finditer(front[1])}
    heading = _HEADING.search(text[:20_000]) if markdown else None
    first = next((line.strip() for line in text[:5_000].split("\n") if line.strip()), "")
    return Extract(
        text=text,
        title=folded(fields.get("title") or (heading[1] if heading else first if len(first) <= 150 else "")),
        author=folded(fields.get("author", "")),
        published=iso_day(fields.get("date", "")),
        language=folded(fields.get("lang", fields.get("language", "")), 20),
        encoding=encoding,
    )


def _in_a_child(form: Format, data: bytes) -> Extract:
    command = [sys.executable, "-I", "-m", "briefing.store.reading.child", form]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=SECONDS, env={}, check=False)  # noqa: S603
    except subprocess.TimeoutExpired as error:
        raise Unreadable(f"reading it took longer than {SECONDS} seconds", "save it as text or PDF again") from error
    if done.returncode or len(done.stdout) > OUTPUT_CAP:
        raise Unreadable("its reader died: too large, too deep or damaged", "save it as text or PDF again")
    answer: dict[str, Any] = json.loads(done.stdout)
    if "error" in answer:
        raise Unreadable(answer["error"], "open it in its own program and save it again")
    for key in ("pages", "boilerplate"):
        answer[key] = tuple((int(first), int(last)) for first, last in answer[key])
    answer["losses"] = tuple(answer["losses"])
    return Extract(**answer)
