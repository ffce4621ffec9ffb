"""What somebody did to something: the verb, the doer by name, and what it was done to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from briefing.check.clauses import named_words
from briefing.check.remarks import Remark
from briefing.check.words import LIGHT_WORDS
from briefing.text.countries import COUNTRIES
from briefing.text.names import Name
from briefing.text.romanise import plain
from briefing.text.tokens import small

_DEEDS: Final = re.compile(
    r"\b(?:(?P<lead>led|heads?|headed|chaired|presided over)|(?P<found>founded|established|set up)"
    r"|(?P<broker>broker(?:ed)?|mediated)|(?P<buy>bought|acquired|took over)|(?P<build>built|constructed)"
    r"|(?P<run>operat(?:es|ed)|runs|ran)|(?P<own>owns|owned)|(?P<design>designed)"
    r"|(?P<make>wrote|written|authored|directed|composed|painted)|(?P<find>discovered|invented)"
    r"|(?P<pay>funded|financed|sponsored)|(?P<kill>killed|shot|murdered|stabbed)|(?P<win>won)|(?P<score>scored)"
    r"|(?P<host>hosted|organi[sz]ed)|(?P<sign>appointed|nominated))\b"
)
_DONE_BY: Final = re.compile(
    r"\b(?:was|were|is|are|been|being)\s(?:\w+ly\s)?(?P<verb>[a-z]{3,}(?:ed|en|ght|lt|de|ld|ung|id))(?=\sby\s)"
)
"""Anything that was done by somebody."""
_BY: Final = re.compile(r"\sby\s(?:the\s)?(?:[\w’'-]+\s){0,4}?")
_SUBJECT: Final = re.compile(
    r"(?:\s(?:has|had|have|also|who|that|which|then|later|previously|personally|directly|successfully|helped|itself|himself|herself|—)){0,4}\s?"
)
_OBJECT: Final = 120
"""Characters after a verb, or from the beginning of its sentence, in which the words of its object stand."""


@dataclass(frozen=True, slots=True)
class Deed:
    """One deed: `sort` is the same for verbs that mean the same, `verb` is the one that was used.

    `objects` are the name groups on the side of the object, `words` its other words, and `thing` is the common noun
    that is the subject of a verb in the passive.
    """

    remark: Remark
    sort: str
    verb: str
    doer: Name
    group: int
    objects: frozenset[int]
    words: frozenset[str]
    thing: str


def deeds(remark: Remark) -> Iterator[Deed]:
    """Yield the deeds that a remark tells of, those of countries left out."""
    named = list(zip(remark.names, remark.groups, strict=True))
    for sort, verb, first, last in _verbs(small(remark.text)):
        start, end = remark.start + first, remark.start + last
        by = next(((n, g) for n, g in named if n.start >= end and _BY.fullmatch(remark.cut(end, n.start))), None)
        doer = by or next(
            ((n, g) for n, g in reversed(named) if n.end <= start and _SUBJECT.fullmatch(remark.cut(n.end, start))),
            None,
        )
        if doer is None or plain(doer[0].text) in COUNTRIES:
            continue
        low, high = (remark.start, start) if by else (end, remark.end)
        yield Deed(
            remark=remark,
            sort=sort,
            verb=verb,
            doer=doer[0],
            group=doer[1],
            objects=frozenset(g for n, g in named if low <= n.start < high and g != doer[1]),
            words=_words(remark, low, high if by else min(high, low + _OBJECT)),
            thing=_acted_on(remark, low, high) if by else "",
        )


def _verbs(text: str) -> Iterator[tuple[str, str, int, int]]:
    """Yield sort, verb, start and end: of the verbs that are known, and of any that is followed by "by"."""
    ends = set()
    for match in _DEEDS.finditer(text):
        ends.add(match.end())
        yield match.lastgroup or "", match[0], *match.span()
    for match in _DONE_BY.finditer(text):
        if match.end() not in ends:
            yield match["verb"], match["verb"], *match.span("verb")


def _words(remark: Remark, low: int, high: int) -> frozenset[str]:
    return frozenset(
        word
        for word, (start, _) in zip(remark.stems, remark.spans, strict=True)
        if low <= start < high and word and word not in LIGHT_WORDS
    )


def _acted_on(remark: Remark, low: int, high: int) -> str:
    """Return the last word before a verb in the passive; "" where that is a name or says nothing."""
    named = named_words(remark)
    last = [n for n, (start, end) in enumerate(remark.spans) if low <= start and end <= high and remark.stems[n]][-1:]
    return next((remark.stems[n] for n in last if n not in named and remark.stems[n] not in LIGHT_WORDS), "")
