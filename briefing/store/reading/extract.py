"""What a reader of one format gives: a text and what could be read about the document."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Format = Literal["txt", "md", "html", "pdf", "docx"]
Steps = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Extract:
    """The text of a document, line by line, with its bibliographic data as far as they show.

    `published` and `made` (the day the file itself was made) stand as the file has them, once completed as ISO; `pages`
    are [first line, page] steps and `page_count` counts those without text too; `boilerplate` are
    ranges of lines that look like navigation, forms or running heads; `losses` says in words what
    extraction lost or is unsure of.
    """

    text: str
    title: str = ""
    author: str = ""
    publisher: str = ""
    published: str = ""
    made: str = ""
    language: str = ""
    encoding: str = "utf-8"
    pages: Steps = ()
    page_count: int = 0
    boilerplate: Steps = ()
    losses: tuple[str, ...] = ()


_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}")
_NO_TITLE = re.compile(
    r"(?:untitled|unknown|title|titel|no title|document|dokument|doc|slide|presentation|powerpoint presentation|layout"
    r"|print)[ _-]?[0-9]{0,3}"
    r"|.{0,200}\.(?:docx?|odt|rtf|indd|qxd|qxp|pptx?|xlsx?|pub|pdf|html?|txt|tmp|dvi|ps|eps|tex|p65)",
    re.IGNORECASE,
)
_PROGRAM = re.compile(r"^(?:Microsoft (?:Office )?(?:Word|PowerPoint|Excel)|Word|PowerPoint|Excel) - ")
_NO_AUTHOR = re.compile(
    r"https?:.*|.*@.*|admin(?:istrator)?|root|user[0-9]*|owner|author|unknown|anonymous|default|guest|python-docx|microsoft.*",
    re.IGNORECASE,
)


def folded(text: str, cap: int = 300) -> str:
    """Return a bibliographic string on one line."""
    return " ".join(text[: 4 * cap].split())[:cap]


def as_title(*candidates: str) -> str:
    """Return the first candidate that a person gave as a title, and no program."""
    for text in candidates:
        found = _PROGRAM.sub("", folded(text))
        if found and not _NO_TITLE.fullmatch(found):
            return found
    return ""


def as_author(*candidates: str) -> str:
    """Return the first candidate that may be a person or a body, and is no account or address."""
    for text in candidates:
        found = folded(text, 200)
        found = found[3:] if found[:3].lower() == "by " else found
        if found and not _NO_AUTHOR.fullmatch(found):
            return found
    return ""


def as_language(text: str) -> str:
    """Return a language tag as BCP 47 writes it, or nothing where it is none."""
    found = text.strip()
    return found.replace("_", "-") if _LANGUAGE.fullmatch(found) else ""


def counted(number: int, noun: str) -> str:
    """Return a number with its noun: "1 table", "3 tables"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def ranges(numbers: Iterable[int]) -> Steps:
    """Return rising line numbers as ranges."""
    found: list[tuple[int, int]] = []
    for number in numbers:
        if found and number == found[-1][1] + 1:
            found[-1] = (found[-1][0], number)
        else:
            found.append((number, number))
    return tuple(found)


BREAKS = re.compile("[\u00ad\u200b\ufeff]")
"""Characters that only say where a word may be broken; no reader sees them."""
_RAISED = str.maketrans("0123456789+-\N{MINUS SIGN}()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁽⁾")
_RAISABLE = re.compile("[0-9+\\-\N{MINUS SIGN}(),* ]{0,12}[0-9][0-9+\\-\N{MINUS SIGN}(),* ]{0,12}")


def raised(text: str) -> str:
    """Return raised digits as such: on the line they would join the figure before them (10⁶, 2025³)."""
    return text.translate(_RAISED) if _RAISABLE.fullmatch(text) else text
