"""Who has which part in what: seller or buyer, majority owner, operator, lender, adviser, leader, and of what.

Verb and noun say the same: `X operates Y`, `Y is operated by X`, `X, the operator of Y`, `the operator is X`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from briefing.text.partwords import (
    ARTICLES,
    DENIED,
    FORMS,
    IS,
    NO_ADVERB,
    NOUN,
    NOUNS_TOO,
    OF_WHOM,
    OPPOSED,
    PLACED,
    PRONOUNS,
    SHARED,
    SKIPPED,
    STOPS,
    VERB,
    WILLING,
)  # fmt: skip
from briefing.text.tokens import Token, tokens

__all__ = ["FORMS", "OPPOSED", "SHARED", "Part", "find_parts"]


@dataclass(frozen=True, slots=True)
class Part:
    """A part that somebody has in a matter; spans are offsets, `of` is (0, 0) where no matter is named."""

    part: str
    span: tuple[int, int]
    holder: tuple[int, int]
    of: tuple[int, int]


_LONGEST: Final = 9
"""Words of a holder or a matter."""
_GAPS: Final = (" ", "-", "’ ", "' ", "% ")
"""What stands between two words of one name or matter."""
_NEAR: Final = 4
"""Words before one that names a part among which a "not" belongs to it."""
_HALF: Final = 50.0
_PERCENT: Final = re.compile(r"(?: [A-Za-z]{1,12}){0,3} ([0-9]{1,3}(?:\.[0-9]{1,4})?) ?(?:%|percent|per cent|pct)")
_NOTHING: Final = (0, 0)
Run = tuple[int, int]
"""First token, and the one after the last."""


def find_parts(text: str) -> list[Part]:
    """Return who is said to have which part in what; give it a sentence at a time."""
    words = tokens(text)
    found: list[Part] = []
    of: Run = _NOTHING
    reached = 0
    for at, word in enumerate(words):
        if at < reached:
            continue
        noun, size = _noun(words, at)
        if noun:
            held, matter = _named(words, at, at + size)
        elif word.low in VERB and not word.cap:
            noun, size = VERB[word.low], 1
            if noun in ("owner", "holder"):
                noun = _share(text, word) or noun
            held, matter = _done(words, at, of)
        else:
            continue
        reached = at + size
        if _empty(words, held) or noun == "holder" or _denied(words, at):
            continue
        of = matter
        span = (word.start, words[at + size - 1].end)
        found.append(Part(noun, span, _offsets(words, held), _offsets(words, matter)))
    return found


def _noun(words: Sequence[Token], at: int) -> tuple[str, int]:
    if at + 1 < len(words) and words[at + 1].gap in (" ", "-"):
        both = f"{words[at].low} {words[at + 1].low}"
        for low in (both, both.removesuffix("s")):
            if low in NOUN:
                return NOUN[low], 2
    low = words[at].low
    return (NOUN[low], 1) if low in NOUN and not _is_verb(words, at) else ("", 0)


def _is_verb(words: Sequence[Token], at: int) -> bool:
    """Say whether a word that is verb and noun stands as a verb: after a name or a helping verb."""
    low = words[at].low
    return low in VERB and at > 0 and words[at - 1].low in SKIPPED | {"to"}


def _share(text: str, verb: Token) -> str:
    """Return whose part `X owns 70 percent` is."""
    match = _PERCENT.match(text, verb.end)
    share = float(match[1]) if match else _HALF
    return "majority owner" if share > _HALF else "minority owner" if share < _HALF else ""


def _done(words: Sequence[Token], at: int, before: Run) -> tuple[Run, Run]:
    """Return holder and matter of a verb."""
    n = at
    while n > 0 and words[n].gap == " " and (words[n - 1].low in SKIPPED or _adverb(words[n - 1].low)):
        if words[n - 1].low == "to":  # `X has agreed to sell`, but no `agreement to sell`
            n -= 1
            if n == 0 or not (words[n - 1].low in WILLING | SKIPPED or words[n - 1].low.endswith("ed")):
                return _NOTHING, _NOTHING
        n -= 1
    by = at + 1 if words[at].low.endswith(("d", "t", "run", "written")) else len(words)
    if by + 1 < len(words) and words[by].low == "by" and words[by].gap == " ":
        matter = _left(words, n)
        return _right(words, by + 1), matter if matter[1] > matter[0] else before
    matter = _right(words, at + 1)
    if n == 0 or words[n - 1].owner or words[n - 1].low in ARTICLES | PLACED | {"of", "to"}:
        return _NOTHING, _NOTHING  # `in the head`, `the owned share`, `X's own Y`: no verb
    if n == at and words[at].low in NOUNS_TOO and not _verbal(words, at):
        return _NOTHING, _NOTHING  # `the wealth fund`
    after = words[at + 1].low if at + 1 < len(words) else ""
    if VERB[words[at].low] == "leader" and after in ("to", "into"):
        return _NOTHING, _NOTHING  # `led to`
    if words[at].low.endswith(("d", "t", "written")) and after in PLACED | {"into", "out", "of", "as"}:
        return _NOTHING, _NOTHING  # `a tower built out of glass`
    held = _left(words, n)
    start = held[0]
    if start == held[1] and n > 0 and words[n - 1].low in ("which", "who", "that"):
        return _left(words, n - 1), matter  # `X, which operates Y`
    if start > 0 and words[start - 1].low in ("which", "that"):
        return held, _left(words, start - 1)  # `Y, which X operates`
    if matter[0] == matter[1] and words[at].low in NOUNS_TOO:
        return _NOTHING, _NOTHING
    return _told(words, held), matter


def _adverb(low: str) -> bool:
    return low.endswith("ly") and low not in NO_ADVERB


def _verbal(words: Sequence[Token], at: int) -> bool:
    """Say whether a word that may be a noun is a verb: `trustees fund Y`, `X runs Y`, `the company runs the Y`."""
    if words[at - 1].low.endswith("s"):
        return True
    singular = words[at].low.endswith("s")
    return singular and (words[at - 1].cap or (at + 1 < len(words) and words[at + 1].low in ARTICLES))


def _named(words: Sequence[Token], first: int, end: int) -> tuple[Run, Run]:
    """Return holder and matter of a noun."""
    matter = _NOTHING
    if end + 1 < len(words) and words[end].low in OF_WHOM and words[end].gap == " ":
        matter = _right(words, end + 1)
    after = matter[1] or end
    n = first
    while n > 0 and first - n < 3 and words[n].gap in (" ", "-") and words[n - 1].low not in IS | STOPS:
        if words[n - 1].owner:
            matter = matter if matter[1] else _left(words, n)
            n = matter[0]
            while n > 0 and words[n].gap == " " and words[n - 1].low in ARTICLES:
                n -= 1
            break
        n -= 1
        if words[n].low in ARTICLES:
            break
    if n > 0 and words[n].gap == " " and words[n - 1].low in IS:
        m = n - 1
        while m > 0 and words[m].gap == " " and words[m - 1].low in SKIPPED:
            m -= 1
        return _told(words, _left(words, m)), matter
    if n > 0 and words[n].gap == ", " and words[n].low in ARTICLES:
        return _last(words, _left(words, n)), matter  # `X, the operator of Y`
    if after + 1 < len(words) and words[after].low in IS and words[after].gap == " ":
        return _right(words, after + 1), matter
    if after < len(words) and words[after].gap in (" ", ", "):
        run = _right(words, after)  # `the operator of Y, X`
        return (after, next((n for n in range(*run) if not words[n].cap), run[1])), matter
    return _NOTHING, matter


def _told(words: Sequence[Token], run: Run) -> Run:
    """Return somebody together with the name that stands before: `X, the trust, owns`."""
    first, end = run
    if 0 < first < end and words[first].gap == ", " and words[first].low in ARTICLES:
        return _left(words, first)[0], end
    return run


def _last(words: Sequence[Token], run: Run) -> Run:
    """Return the last thing that some words name: `acted for X` is X."""
    placed = [n + 1 for n in range(*run) if words[n].low in PLACED or words[n].low == "to"]
    return (placed[-1] if placed else run[0]), run[1]


def _left(words: Sequence[Token], end: int) -> Run:
    """Return the words that end before `end`, back to where what they name begins; a comma just there is passed."""
    n = end
    while n > 0 and end - n < _LONGEST:
        if n < end and words[n].gap not in _GAPS:
            break
        if words[n - 1].low in STOPS - PLACED:
            break
        n -= 1
        if words[n].low in ("the", "an", "a") and n > 0 and words[n - 1].low not in STOPS | {"of", "to"}:
            break  # `in the second race the French yacht`
    return n, end


def _right(words: Sequence[Token], first: int) -> Run:
    """Return the words from `first` on, up to where what they name ends."""
    n = first
    while n < len(words) and n - first < _LONGEST:
        if n > first and words[n].gap not in _GAPS:
            break
        if words[n].low in STOPS:
            break
        n += 1
    return first, n


def _denied(words: Sequence[Token], at: int) -> bool:
    """Say whether a "not" just before takes the part away again."""
    return any(word.low in DENIED or word.low.endswith(("n't", "n’t")) for word in words[max(0, at - _NEAR) : at])


def _empty(words: Sequence[Token], run: Run) -> bool:
    """Say whether nobody is named."""
    return run[0] >= run[1] or all(word.low in PRONOUNS | ARTICLES for word in words[run[0] : run[1]])


def _offsets(words: Sequence[Token], run: Run) -> tuple[int, int]:
    return (words[run[0]].start, words[run[1] - 1].end) if run[0] < run[1] else _NOTHING
