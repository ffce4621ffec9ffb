"""The words of a text as an index counts them, and what of a post is its message.

Spelling that differs only in dress is levelled here: case, accents and script, `U.S.` and `USA`, `#LongBridge`
and `long bridge`.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple
from unicodedata import normalize

from anyascii import anyascii

from briefing.text.stem import stem
from briefing.text.wordtables import word_set

STOP: Final = word_set(
    """
    a about above after again ain all also am amp an and any are aren as at be because been before being below
    between both but by can could couldn d did didn do does doesn doing don dont down during each few for from
    further get got had hadn has hasn have haven having he her here hers herself him himself his how i if im in
    into is isn it its itself just let like ll m may me might more most much must my myself nd no nor not now of
    off on once one only or other our ours out over own rd re rt s same she should shouldn so some st such t th
    than that the their theirs them then there these they this those through to too under until up us ve very via
    was wasn we were weren what when where which while who whom whose why will with within without would wouldn
    yes yet you your yours
    """
)
"""Words that say nothing of what a text is about."""

_TOKEN: Final = re.compile(r"[#@]?(?:(?:[^\W\d_]\.){2,}|\d+(?:[.,]\d+)*|[^\W_]+)")
_PARTS: Final = re.compile(r"[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z]+|[A-Z]+|\d+")
_HUMP: Final = re.compile(r"[a-z][A-Z]")
_TAG: Final = re.compile(r"[#@]([^\W_]{7,40})")
_LINK: Final = re.compile(r"(?:https?://|www\.|pic\.twitter\.com/)\S+")
_SIGNED: Final = re.compile(
    r"[—–-]{1,3}\s{0,3}([^—–@\n]{0,80})\((@\w{1,40})\)(?:\s{0,3}([A-Z][a-z]{2,8} )\d{1,2}(, \d{4}))?"
)


class Post(NamedTuple):
    """A text without its links, and apart from it who signed it in which month: names, handles, months, years."""

    body: str
    aside: str


def read_post(text: str) -> Post:
    """Part the message of a post from its signatures: `— Name (@handle) May 4, 2021`."""
    text = _LINK.sub(" ", _level(text))
    return Post(_SIGNED.sub(" ", text), "".join(f" {part}" for signed in _SIGNED.findall(text) for part in signed))


def words(text: str) -> list[str]:
    """Return the words of a text in plain small letters; `LongBridge` gives its parts, then the whole."""
    return [word for token in _TOKEN.findall(_level(text)) for word in _cut(token)]


def terms(text: str) -> list[str]:
    """Return the stems of those words of a text that say what it is about."""
    return [stem(word) for word in words(text) if word not in STOP]


def tags(text: str) -> list[str]:
    """Return the longer hashtags and handles of a text, without their sign, in small letters."""
    return [anyascii(tag).lower() for tag in _TAG.findall(_level(text))]


def _level(text: str) -> str:
    return text if text.isascii() else normalize("NFKC", text)


@lru_cache(maxsize=1 << 15)
def _cut(token: str) -> tuple[str, ...]:
    """Return the words in one token: mostly one."""
    plain = token if token.isascii() else anyascii(token)
    bare = plain.lstrip("#@").replace("." if plain.endswith(".") else ",", "")
    if bare in ("US", "USA"):
        return ("usa",)
    tagged = plain.startswith(("#", "@")) or _HUMP.search(bare)
    parts = [part.lower() for part in _PARTS.findall(bare)] if tagged else []
    if len(parts) > 1:
        return (*parts, bare.lower())
    return (bare.lower(),) if bare else ()
