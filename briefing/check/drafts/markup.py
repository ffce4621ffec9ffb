"""The words of a draft without its markup, every offset kept: marks become blanks of their own length."""

from __future__ import annotations

import re
from typing import Final

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


def blanked(text: str) -> str:
    """Return a draft with markup, footnotes and tables as blanks; line ends and offsets stay.

    A row of a table lists what stands elsewhere in sentences; it is no statement by itself.
    """
    return _MARKS.sub(_blank, _LINES.sub(_blank, text))


def _blank(match: re.Match[str]) -> str:
    return "".join(char if char == "\n" else " " for char in match[0])
