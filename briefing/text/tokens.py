"""The words of a text with what their capitals say: cut once for names, roles and attribution."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from briefing.text.wordtables import word_set

LONGEST: Final = 2_000_000
"""Characters of a text that are looked at."""

_TOKEN: Final = re.compile(
    r"(?:[^\W\d_]\.){2,}"  # U.S.
    r"|(?:al|el|ad|an|ar|as|at|ash|ul)[-‑](?=[^\W\d_a-z])[^\W_]+(?:[-‑'’ʼ][^\W_]+)*"  # al-Aziz
    r"|[^\W_]+(?:[-‑'’ʼ+&][^\W_]+)*(?:\.(?:com|org|net|info|gov|edu|[a-z]{2})(?![\w.]))?"  # Example.org
)
_BEFORE_SENTENCE: Final = frozenset(".!?:;•*|>#…\"“”„«‘'(–—-[")
_BRIDGES: Final = word_set(
    """
    mr mrs ms dr prof gen sen rep gov lt col sgt capt st mt ft adm maj rev hon
    """
)


class Token(NamedTuple):
    """A word at `start` to `end`, a possessive ending (`owner`) left out.

    `low` is the word in small letters without full stops, `gap` is what stands between it and the
    word before; `first`: a capital proves nothing here.
    """

    start: int
    end: int
    text: str
    low: str
    gap: str
    cap: bool
    first: bool
    owner: bool


def small(text: str) -> str:
    """Return a text in small letters, every offset kept (a few capitals have longer small forms)."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(char.lower() if len(char.lower()) == 1 else char for char in text)


@lru_cache(4)
def tokens(text: str) -> tuple[Token, ...]:
    """Return the words of a text, in order; linear in its length."""
    found: list[Token] = []
    reached = 0
    bridge, first = False, True
    for match in _TOKEN.finditer(text, 0, LONGEST):
        start, end = match.span()
        gap = text[reached:start]
        owner = end - start > 2 and text[end - 1] in "sS" and text[end - 2] in "'’"
        stop = end - 2 if owner else end
        word = text[start:stop]
        low = word.lower()
        if found:
            bare = "" if gap == " " else gap.strip()
            first = (bare != "" and bare[-1] in _BEFORE_SENTENCE and not bridge) or "\n" in gap
        dotted = "." in low
        cap = word[0].isupper() or (word != low and _capital_inside(word))
        found.append(Token(start, stop, word, _plain(low) if dotted else low, gap, cap, first, owner))
        bridge = low in _BRIDGES or (dotted and low[-1] == ".") or (stop - start == 1 and word.isupper())
        reached = end
    return tuple(found)


def _plain(low: str) -> str:
    return low.replace(".", "") if low[-1] == "." else low


def _capital_inside(word: str) -> bool:
    """Whether a name begins in small letters: `iPhone`, `al-Aziz`."""
    return len(word) > 2 and word[0].islower() and (word[1].isupper() or (word[2] in "-‑" and word[3:4].isupper()))
