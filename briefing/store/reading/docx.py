"""DOCX through HTML: paragraphs, lists, tables and footnotes."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace

from briefing.store.reading.extract import Extract, folded, iso_day
from briefing.store.reading.html import read_html

ENTRIES, TOTAL, RATIO = 5_000, 300_000_000, 200
_CORE = re.compile(rb"<(?:dc|dcterms|cp):(title|creator|created)[^>]{0,200}>([^<]{1,500})<")


def read_docx(data: bytes) -> Extract:
    """Return the text of a DOCX with what its properties say.

    Raises:
        ValueError: it is no DOCX, or would unpack to more than it may.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except zipfile.BadZipFile as error:
        raise ValueError("this is no DOCX: the archive is damaged") from error
    entries = archive.infolist()
    total = sum(entry.file_size for entry in entries)
    if len(entries) > ENTRIES or total > TOTAL or total > max(1_000_000, len(data)) * RATIO:
        raise ValueError("the archive would unpack to more than it may")
    if not any(entry.filename == "word/document.xml" for entry in entries):
        raise ValueError("the archive holds no word/document.xml")
    if any(_declares_entities(archive, entry) for entry in entries if entry.filename.endswith((".xml", ".rels"))):
        raise ValueError("it declares entities, which no DOCX needs")
    return _converted(data, archive)


def _declares_entities(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bool:
    with archive.open(entry) as file:
        return b"<!DOCTYPE" in file.read(4096).upper()


def _converted(data: bytes, archive: zipfile.ZipFile) -> Extract:
    import mammoth

    result = mammoth.convert_to_html(io.BytesIO(data), convert_image=mammoth.images.img_element(lambda image: {}))
    read = read_html(f"<body>{result.value}</body>")
    properties: dict[bytes, str] = {}
    if "docProps/core.xml" in archive.namelist():
        core = archive.read("docProps/core.xml")[:100_000]
        properties = {match[1]: _plain(match[2]) for match in _CORE.finditer(core)}
    losses = [*read.losses, *sorted({folded(message.message, 200) for message in result.messages})]
    title = properties.get(b"title") or read.title or next((line for line in read.text.split("\n") if line), "")
    return replace(
        read,
        title=folded(title, 200),
        author=folded(properties.get(b"creator", "")),
        published=iso_day(properties.get(b"created", "")),
        losses=tuple(losses),
    )


def _plain(text: bytes) -> str:
    plain = text.decode("utf-8", "replace")
    for entity, char in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'"), ("&amp;", "&")):
        plain = plain.replace(entity, char)
    return plain
