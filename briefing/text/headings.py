"""Lines that capitalise most of their words: there a capital proves nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from briefing.text.tokens import Token

_BYLINE: Final = re.compile(r"\W*(?:by|author|original author|reported by|credit|written by|source)\b", re.IGNORECASE)
_HEADING_WORDS: Final = 5
_HEADING_SHARE: Final = 0.75


def headings(text: str, words: Sequence[Token]) -> set[int]:
    """Return the tokens in lines that capitalise most of their words: there a capital proves nothing."""
    found: set[int] = set()
    alone = "\n" not in text.strip()
    line: list[int] = []
    for at, word in enumerate([*words, None]):
        if word is None or "\n" in word.gap:
            least, share = (_HEADING_WORDS, 0.9) if alone else (2, _HEADING_SHARE)
            if len(line) >= least and _is_heading(text, [words[n] for n in line], share):
                found.update(line)
            line = []
        line.append(at)
    return found


def _is_heading(text: str, line: Sequence[Token], share: float) -> bool:
    start = text.rfind("\n", 0, line[0].start) + 1
    if text[line[-1].end : line[-1].end + 2].strip()[:1] in (".", "!", ";", ",") or _BYLINE.match(text, start):
        return False
    weighty = [word for word in line[1:] if len(word.text) > 3]
    return line[0].cap and bool(weighty) and sum(word.cap for word in weighty) >= share * len(weighty)
