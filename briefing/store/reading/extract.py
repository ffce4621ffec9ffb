"""What a reader of one format gives: a text and what could be read about the document."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Literal

Format = Literal["txt", "md", "html", "pdf", "docx"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Extract:
    """The text of a document, line by line, with its bibliographic data as far as they show.

    `pages` are [first line, page] steps; `boilerplate` are ranges of lines that the format
    itself marks as navigation or forms; `losses` says in words what extraction lost or is
    unsure of.
    """

    text: str
    title: str = ""
    author: str = ""
    published: str = ""
    language: str = ""
    encoding: str = "utf-8"
    pages: tuple[tuple[int, int], ...] = ()
    boilerplate: tuple[tuple[int, int], ...] = ()
    losses: tuple[str, ...] = ()


_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")


def iso_day(text: str) -> str:
    """Return the ISO date at the start of a timestamp, or nothing where it is none."""
    match = _ISO.match(text.strip())
    try:
        return dt.date.fromisoformat(match[0]).isoformat() if match else ""
    except ValueError:
        return ""


def folded(text: str, cap: int = 300) -> str:
    """Return a bibliographic string on one line."""
    return " ".join(text.split())[:cap]
