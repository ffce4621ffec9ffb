"""Who says so: named, anonymous, an outlet, data, or nobody.

`start` to `end` of each find covers the words of attribution alone (`according to people familiar with
the matter`), so that they can be shown, or taken off a statement.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from briefing.text.namewords import FUNCTION
from briefing.text.tokens import Token, small, tokens
from briefing.text.wordtables import phrases, word_set

Who = Literal["named", "anonymous", "outlet", "data", "unattributed"]


@dataclass(frozen=True, slots=True)
class Attribution:
    """Words that say who says so. `source` is that somebody as written, "" where nobody is named."""

    start: int
    end: int
    text: str
    who: Who
    source: str


_WHO: Final = r"(?P<who>[^,.;:()\n\"“”]{2,90}(?:\.[a-z]{2,3}\b)?)"
_ACCORDING: Final = re.compile(rf"\baccording to {_WHO}")
_CITING: Final = re.compile(
    r"\b(?:citing|quoting|(?:first |originally |as )?reported by|quoted by|published by|as told to|forwarded from"
    r"|originally published (?:by|in|on)|reprinted from|republished from|translated from|adapted from|cross-posted from"
    rf"|original author:?|source:) ?{_WHO}"
)
_NOBODY: Final = re.compile(
    r"\b(?:(?:it is|it's|it was|is|are|was|were) (?:widely |generally |commonly )?"
    r"(?:believed|reported|rumou?red|said to|thought|understood|considered|seen as|regarded|alleged|estimated|expected"
    r"|valued at)"
    r"|reportedly|allegedly|purportedly|supposedly)\b"
)
_ANONYMOUS: Final = re.compile(
    r"\b(?:(?:on|under) (?:the )?condition of anonymity|(?:speaking|spoke|speak) anonymously"
    r"|(?:who )?(?:asked|requested|declined|did not want|didn['’]t want|wished) (?:not )?to be (?:named|identified)"
    r"|not authori[sz]ed to (?:speak|discuss|comment)\b[^,.;\n]{0,40}"
    r"|(?:people|persons?|someone|sources?|officials?) (?:familiar|close|briefed|with (?:direct )?knowledge)\b"
    r"[^,.;\n]{0,40})"
)
_KEPT_BACK: Final = re.compile(
    _ANONYMOUS.pattern
    + r"|\b(?:anonymous(?:ly)?|unnamed|unidentified|anonymity|sources?|insiders?|(?:people|persons?) with)\b"
)
_DATA: Final = re.compile(
    r"\b(?:data|figures|statistics|stats|survey|study|poll|census|estimates?|report|records|filings?|analysis|research|index"
    r"|database|account|statement|documents?|letter|transcript)\b"
)
_SHOWS: Final = re.compile(
    r"(?<![\w.&-])(?P<who>[A-Z][\w.&-]{0,30}(?: [A-Z][\w.&-]{0,30}){0,4})"
    r" (?:data|figures|statistics|estimates|records)\b"
    r"(?: (?:shows?|showed|suggests?|indicates?|put))?"
)
_NAMELESS: Final = word_set(
    """
    people person persons source sources official officials analyst analysts expert experts insider insiders
    diplomat diplomats executive executives witness witnesses resident residents observer observers trader traders
    economist economists banker bankers lawyers aides aide adviser advisers critics someone they others some many
    participants negotiators employees workers researchers scientists doctors authorities police media reports
    outlets
    """
)
_NOBODIES: Final = word_set("nobody none no neither")
_PRONOUNS: Final = word_set("he she i we")
_VERBS: Final = word_set(
    """
    said says told added adds noted notes stated states announced announces reported reports confirmed confirms
    claimed claims estimates estimated warned warns argued argues wrote writes tweeted acknowledged insisted
    predicted predicts explained explains suggested testified testifies
    describes described puts say estimate recalled remarked commented declared maintains
    maintained
    """
)
_PLURAL: Final = word_set("say estimate")
"""Verbs that only several have: `the estimate` is none."""
_LINKS: Final = word_set("is was are were has have had will would can could may might be been do does did not")
_OUTLETS: Final = re.compile(
    r"\b(?:Reuters|Bloomberg|AFP|AP|Associated Press|BBC|CNN|CNBC|NPR|Fox|Interfax|TASS|Xinhua|Kyodo|dpa|Axios|Politico"
    r"|[A-Z]\w*\.(?:com|org|net|[a-z]{2})|(?:\w+ )?"
    + phrases(
        """
        Times / Post / Journal / News / Herald / Tribune / Gazette / Chronicle / Telegraph / Guardian / Magazine / Daily
        Agency / Press / Media / Network / Observer / Independent / Wire / Weekly / Review
        """
    )
    + r")\b"
)
_SAYS: Final = re.compile(r"\b(?:" + "|".join(sorted(_VERBS)) + r")\b")
_REPORTS: Final = word_set("reported reports wrote writes")
_APPOSED: Final = 7
"""Words on either side of the comma in `X, the chairman of Y, said`."""
_BOUNDARY: Final = frozenset(',.;:()"“”\n')


def find_attributions(text: str) -> list[Attribution]:
    """Return the attributions in a text, in order, none inside another."""
    low = small(text)
    found = [_phrase(text, match) for match in _ACCORDING.finditer(low)]
    found.extend(_phrase(text, match, "outlet") for match in _CITING.finditer(low))
    found.extend(_made(text, *match.span(), "data", match["who"]) for match in _SHOWS.finditer(text))
    found.extend(_made(text, *match.span(), "anonymous") for match in _ANONYMOUS.finditer(low))
    if _SAYS.search(low):
        found.extend(_speakers(text))
    found.extend(_made(text, *match.span(), "unattributed") for match in _NOBODY.finditer(low))
    found.sort(key=lambda item: (item.start, -item.end))
    kept: list[Attribution] = []
    for item in found:
        if not kept or item.start >= kept[-1].end:
            kept.append(item)
    return kept


def unnamed(who: str) -> bool:
    """Say whether words for somebody keep the name back: `a person familiar with the talks`, `unnamed observers`."""
    return _KEPT_BACK.search(small(who)) is not None


def _made(text: str, start: int, end: int, who: Who, source: str = "") -> Attribution:
    return Attribution(start, end, text[start:end], who, source)


def _phrase(text: str, match: re.Match[str], named: Who = "named") -> Attribution:
    """Return `according to X`, `citing X`; `named` is what a name in the place of X makes it."""
    source = text[slice(*match.span("who"))].strip()
    who = _kind(source)
    end = match.start("who") + len(match["who"].rstrip())
    return _made(text, match.start(), end, named if who == "named" else who, source)


def _kind(who: str) -> Who:
    words = who.split()
    lows = [word.lower() for word in words]
    if _DATA.search(who.lower()):
        return "data"
    if _ANONYMOUS.search(who.lower()) or any(low in _NAMELESS for low in lows[:4]):
        return "anonymous"
    if any(word[0].isupper() and low not in FUNCTION for word, low in zip(words, lows, strict=True)):
        return "outlet" if _OUTLETS.fullmatch(who) else "named"
    return "named" if lows[0] in ("the", "its", "their", "his", "her") else "unattributed"


def _speakers(text: str) -> list[Attribution]:
    """Return `X said`, `said X`, `X reported`: the verb with its subject."""
    words = tokens(text)
    found: list[Attribution] = []
    for at, word in enumerate(words):
        if word.low not in _VERBS or word.cap or (word.low == "puts" and "at" not in _lows(words[at + 1 : at + 9])):
            continue
        span = _subject(text, words, at) or _apposed(text, words, at) or _inverted(text, words, at)
        if span is None or (word.low in _PLURAL and not _several(words[span[0] : span[1] + 1])):
            continue
        first, last = span
        start, end = words[first].start, words[last].end
        who = text[start:end]
        kind = _speaker_kind(words[first : last + 1], who, word.low)
        if kind is not None:
            outer = (min(start, word.start), max(end, word.end))
            found.append(Attribution(*outer, text[slice(*outer)], kind, "" if kind == "anonymous" else who))
    return found


def _speaker_kind(subject: Sequence[Token], who: str, verb: str) -> Who | None:
    lows = {word.low for word in subject}
    named = any(word.cap and word.low not in FUNCTION and not word.first for word in subject)
    if lows & _NOBODIES:
        return None
    if subject[-1].low in _NAMELESS or (lows & _NAMELESS and not named):
        return "anonymous"
    if verb in _REPORTS and _OUTLETS.search(who):
        return "outlet"
    if named or lows & _PRONOUNS or (subject[-1].cap and subject[-1].low not in FUNCTION):
        return "named"
    return "named" if subject[0].low in ("the", "its", "their", "a", "an") and len(subject) > 1 else None


def _subject(text: str, words: Sequence[Token], at: int) -> tuple[int, int] | None:
    """Return the tokens before a verb of saying, back to the last boundary of a clause."""
    last = at - 1
    while last >= 0 and words[last].low in (
        "also",
        "has",
        "had",
        "have",
        "previously",
        "later",
        "then",
        "earlier",
        "who",
        "itself",
        "himself",
        "herself",
        "themselves",
    ):
        last -= 1
    if last < 0 or any(char in _BOUNDARY for char in text[words[last].end : words[at].start]):
        return None
    first = last
    while first > 0 and last - first < 7 and not any(char in _BOUNDARY for char in words[first].gap):
        if words[first - 1].low in ("that", "and", "but", "as", "which", "when", "while", "because"):
            break
        first -= 1
    while (
        first < last
        and words[first].low in FUNCTION
        and words[first].low not in ("the", "a", "an", "its", "their", "some", "he", "she")
    ):
        first += 1
    return (first, last) if words[last].low not in FUNCTION or words[last].low in _PRONOUNS | {"they", "some"} else None


def _several(subject: Sequence[Token]) -> bool:
    plural = any(word.low in _NAMELESS or word.low.endswith("s") for word in subject)
    return plural and not subject[-1].owner


def _lows(words: Sequence[Token]) -> set[str]:
    return {word.low for word in words}


def _apposed(text: str, words: Sequence[Token], at: int) -> tuple[int, int] | None:
    """Return the tokens of the speaker in `X, the chairman of Y, said ...`, from the start of the sentence on."""
    commas = [n for n in range(max(1, at - 2 * _APPOSED), at + 1) if words[n].gap == ", "][-2:]
    if len(commas) < 2 or commas[1] != at:
        return None
    first = commas[0]
    while first > 0 and commas[0] - first <= _APPOSED and words[first - 1].low not in _LINKS:
        if first < commas[0] and any(char in _BOUNDARY for char in words[first].gap):
            break
        first -= 1
    stop = first > 0 and not any(char in _BOUNDARY for char in words[first].gap)
    inside = words[first:at]
    if stop or first == commas[0] or at - commas[0] > _APPOSED or _lows(inside) & (_LINKS | _VERBS):
        return None
    return (first, at - 1)


def _inverted(text: str, words: Sequence[Token], at: int) -> tuple[int, int] | None:
    """Return the tokens of the speaker in `..., said X`."""
    if not words[at].gap.strip().endswith((",", "”", '"', "'", "’")) or at + 1 >= len(words):
        return None
    last = at
    while last + 1 < len(words) and last - at < 7 and words[last + 1].gap in (" ", "\u00a0"):
        if words[last + 1].low in ("that", "in", "on", "at", "who", "by", "during", "after", "adding"):
            break
        last += 1
    return (at + 1, last) if last > at else None
