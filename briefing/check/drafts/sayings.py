"""The words of a sentence that only say who says so, apart from what is said."""

from __future__ import annotations

import re
from typing import Final

from briefing.text.tokens import small
from briefing.text.wordtables import phrases

_SAYS: Final = (
    phrases(
        """
        says? / said / tells? / told / reckons? / reckoned / estimates? / estimated / reports? / reported / believes?
        believed / writes? / wrote / notes? / noted / adds? / added / warns? / warned / claims? / claimed / argues?
        argued / explains? / explained / thinks? / puts? / counts? / counted
        """
    )
    + r"\b"
)
_BY: Final = (
    phrases(
        """
        according to / in the (?:view|opinion|words) of / as (?:reported|told|stated|estimated|quoted|published) by
        by the (?:count|account|estimate|estimates|reckoning|figures|analysis|assessment) of / citing / quoting
        """
    )
    + r" "
)
_APART: Final = (
    re.compile(rf"^{_BY}[^,]{{2,90}},"),
    re.compile(rf",? \b{_BY}[^,]{{2,120}}$"),
    re.compile(rf", (?!(?:which|who|that|and|but|it) )[^,]{{2,80}} {_SAYS}(?! (?:that|it|he|she|they)\b)[^,]{{0,60}}$"),
)
"""Clauses that can be taken off and leave a sentence."""
_JOINED: Final = (
    re.compile(rf"^[^,]{{2,80}}? {_SAYS}(?= \S+ \S+ \S+)"),
    re.compile(r"\breported (?:first )?by [^,]{2,60}"),
    re.compile(r"\bby an? [^,]{2,40} (?:account|report|analysis|estimate)\b"),
)
"""Words that say who says so, and belong to the sentence."""

Span = tuple[int, int]


def apart(text: str) -> list[Span]:
    """Return the spans of the clauses of a sentence that only say who says so."""
    return _found(text, _APART)


def sayings(text: str) -> list[Span]:
    """Return all spans of a sentence that say who says so."""
    return _found(text, _APART) or _found(text, _JOINED)


def _found(text: str, patterns: tuple[re.Pattern[str], ...]) -> list[Span]:
    low = small(text)
    low = low[: len(low.rstrip(" .!?\"”’'"))]
    return [match.span() for match in (pattern.search(low) for pattern in patterns) if match]
