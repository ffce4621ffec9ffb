"""Reading one document of any format that is known."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from briefing.errors import Unreadable
from briefing.store.files import read_chosen
from briefing.store.reading.child import OUTPUT
from briefing.store.reading.day import as_day, names_day, standing_day
from briefing.store.reading.extract import Extract, Format, as_title
from briefing.store.reading.formats import format_of
from briefing.store.reading.language import language_of
from briefing.store.reading.plain import read_plain
from briefing.text.document import Document

CAP = 100_000_000
SECONDS: Final[dict[Format, tuple[int, int]]] = {"html": (5, 1_000_000), "docx": (5, 200_000), "pdf": (8, 100_000)}
"""How long reading a document may take: some seconds, and one more for so many bytes; never more than a minute."""
_TITLE = 120
_START = 5_000
"""Characters at the beginning among which a title or the day of publication is looked for."""


def bytes_of(path: Path) -> bytes:
    """Return the bytes of a document.

    Raises:
        FileNotFoundError: there is none.
        Unreadable: it is too large, or no regular file.
    """
    return read_chosen(path, CAP)


def extract(name: str, data: bytes) -> Extract:
    """Return what a document holds.

    Raises:
        Unreadable: it cannot be read, with the reason.
    """
    form = format_of(name, data[:1024])
    read = read_plain(data, markdown=form == "md") if form in ("txt", "md") else _in_a_child(form, data)
    if not read.text.strip():
        raise Unreadable("it holds no text", "check the file")
    return _completed(read, form)


def read_document(path: str | Path) -> Document:
    """Return a document of any known format as lines.

    Raises:
        FileNotFoundError: there is none.
        Unreadable: it cannot be read, with the reason.
    """
    read = extract(Path(path).name, bytes_of(Path(path)))
    return Document(read.text, Path(path).stem)


def _completed(read: Extract, form: Format) -> Extract:
    """Add what the text itself says about the document, and what is unsure of it."""
    start = read.text[:_START]
    lines = [line for n, line in enumerate(start.split("\n"), 1) if not any(a <= n <= b for a, b in read.boilerplate)]
    losses = list(read.losses)
    made = as_day(read.made)
    day = as_day(read.published) or standing_day(lines)
    if day is None and made is not None:
        # the day a file was made is often that of a template, a scan or a print-out
        if names_day(start, made):
            day = made
        else:
            losses.append(f"it does not say when it was published; the file was made on {made}")
    found = language_of(read.text)
    if found and read.language and not read.language.lower().startswith(found):
        losses.append(f"declared to be in “{read.language}”, it reads as “{found}”")
    return replace(
        read,
        title=read.title or ("" if form == "pdf" else _first_line(lines)),
        published=day.isoformat() if day else "",
        made=made.isoformat() if made else "",
        language=read.language if not found or read.language.lower().startswith(found) else found,
        losses=tuple(losses),
    )


def _first_line(lines: list[str]) -> str:
    """Return the first line that says something, if it may be a title."""
    first = next((line.strip("#=*_ \t") for line in lines if re.search(r"[^\W\d_]{2}", line)), "")
    return as_title(first) if len(first) <= _TITLE else ""


def _in_a_child(form: Format, data: bytes) -> Extract:
    least, bytes_a_second = SECONDS[form]
    seconds = min(60, least + len(data) // bytes_a_second)
    command = [sys.executable, "-I", "-m", "briefing.store.reading.child", form, str(seconds)]
    with tempfile.TemporaryFile() as answer:
        try:
            done = subprocess.run(  # noqa: S603
                command, input=data, stdout=answer, stderr=subprocess.DEVNULL, timeout=3 * seconds, env={}, check=False
            )
        except subprocess.TimeoutExpired:
            done = None
        # the kernel ends a child that has used up its time with one of two signals
        if done is None or done.returncode in (-9, -24):
            raise Unreadable(f"reading it took longer than {seconds} seconds", "save it anew, or as text")
        if done.returncode:
            raise Unreadable(
                "its reader died: it is too large, nested too deep, or damaged", "save it anew, or as text"
            )
        answer.seek(0)
        told: dict[str, Any] = json.loads(answer.read(OUTPUT + 1))
    if "error" in told:
        raise Unreadable(told["error"], "open it in its own program, check it, and save it anew")
    for key in ("pages", "boilerplate"):
        told[key] = tuple((int(first), int(last)) for first, last in told[key])
    return Extract(**{**told, "losses": tuple(told["losses"])})
