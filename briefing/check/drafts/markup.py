"""The words of a draft without its markup, every offset kept: marks become blanks of their own length."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

_GONE: Final = "\0"
_LINES: Final = re.compile(
    r"^(?:"
    r"[ \t]{0,3}\[\^[^\]\n]{1,60}\]:[^\n]*"  # a footnote
    r"|[ \t]{0,3}\[[^\]\n]{1,200}\]:[ \t]*\S[^\n]*"  # where a link leads
    r"|[ \t]*\|[^\n]*"  # a row of a table
    r"|[ \t]{0,3}(?:`{3,}|~{3,})[^\n]*"
    r")$",
    re.MULTILINE,
)
_MARKS: Final = re.compile(
    r"\[\^[^\]\n]{1,60}\]"
    r"|<!--(?:[^-]|-(?!->)){0,2000}-->"
    r"|</?[a-zA-Z][^<>\n]{0,200}>"
    r"|(?<=\])\([^()\s]{0,500}\)"
    r"|\\(?=[!-/:-@\[-`{-~])"
    r"|(?<!\\)(?:\*{1,3}|`+|~~|(?<![^\W_])_{1,3}|_{1,3}(?![^\W_])|!?\[(?!\^)|(?<!\\)\])"
)


@dataclass(frozen=True, slots=True)
class Plain:
    """A stretch of a draft without its markup: `places` says where each character stands, and where the last ends."""

    text: str
    places: list[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the offsets in the draft of a span of `text`."""
        return self.places[start], self.places[max(start, end - 1)] + 1


def blanked(text: str) -> str:
    """Return a draft with each sign of markup, of footnotes and of tables as a NUL; line ends and offsets stay.

    A row of a table lists what stands elsewhere in sentences; it is no statement by itself.
    """
    return _MARKS.sub(_blank, _LINES.sub(_blank, text.replace(_GONE, " ")))


def spaced(blank: str) -> str:
    """Return what `blanked` returned with white space in place of the markup."""
    return blank.replace(_GONE, " ")


def plain(blank: str, start: int, end: int) -> Plain:
    """Return a stretch of what `blanked` returned, the markup left out."""
    places = [at for at in range(start, end) if blank[at] != _GONE]
    return Plain("".join(blank[at] for at in places), places)


def _blank(match: re.Match[str]) -> str:
    return "".join(char if char == "\n" else _GONE for char in match[0])
