"""Who holds which role: `Trade Secretary X`, `X, the chief executive of Y`, `CEO X`, `X is the mayor`.

The holder stands right after the role, or before it, joined by a comma or a verb.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefing.text.countries import COUNTRIES
from briefing.text.namewords import ALSO_NAMES, BODIES, FUNCTION, PLACES
from briefing.text.rolephrases import RolePhrase, joined, of_phrase, role_phrases
from briefing.text.rolewords import AFTER, GO_ON, HEADS, INNER, INTRODUCED, IS, NAMED
from briefing.text.tokens import Token, tokens


@dataclass(frozen=True, slots=True)
class RoleHolder:
    """Who is said to hold which role. Spans are offsets; `start` to `end` covers role and holder.

    `role` is one spelling for many (`commerce secretary`, `chief executive`), `body` the country or
    organisation as written, `state` "", `former`, `acting` or `incoming`.
    """

    role: str
    holder: str
    body: str
    state: str
    start: int
    end: int
    role_span: tuple[int, int]
    holder_span: tuple[int, int]


def find_roles(text: str) -> list[RoleHolder]:
    """Return who is said to hold which role, in the order of the roles."""
    words = tokens(text)
    return holders(text, words, role_phrases(words))


def holders(text: str, words: Sequence[Token], phrases: list[RolePhrase]) -> list[RoleHolder]:
    """Return the holders of role phrases that were already found in `words`."""
    found: list[RoleHolder] = []
    before: RolePhrase | None = None
    held: tuple[int, int] | None = None
    for phrase in phrases:
        shared = held if before and before.last == phrase.first - 2 and words[phrase.first - 1].low == "and" else None
        held = _right(text, words, phrase) or shared or _left(text, words, phrase)
        before = phrase
        if held is None:
            continue
        first, last = held
        start, end = words[first].start, words[last].end
        role = (words[phrase.first].start, words[phrase.last].end)
        found.append(
            RoleHolder(
                role=phrase.role,
                holder=text[start:end],
                body=phrase.body or _following_body(words, last),
                state=phrase.state,
                start=min(start, role[0]),
                end=max(end, role[1]),
                role_span=role,
                holder_span=(start, end),
            )
        )
    return found


def _following_body(words: Sequence[Token], last: int) -> str:
    """Return the body in `Analyst X of Y`."""
    if joined(words, last + 1) and words[last + 1].low == "of":
        return of_phrase(words, last, "", topical=True)[2]
    return ""


def _of_no_person(word: Token) -> bool:
    """Whether a word stands in no person's name."""
    low = word.low
    if low in FUNCTION and low not in ALSO_NAMES:
        return True
    return low in BODIES or low in COUNTRIES or low in PLACES or low in HEADS


def _person(words: Sequence[Token], at: int) -> int:
    """Return how many words from `at` on can be a person's name: at most five, particles inside."""
    n = at
    while (
        n < len(words) and n - at < 5 and (n == at or joined(words, n) or (words[n].gap == ". " and not words[n].first))
    ):
        word = words[n]
        if word.low in INNER and joined(words, n + 1) and words[n + 1].cap and n > at:
            n += 1
            continue
        if not word.cap or _of_no_person(word):
            break
        n += 1
        if word.owner:
            break
    return n - at


def _right(text: str, words: Sequence[Token], phrase: RolePhrase) -> tuple[int, int] | None:
    """Return the tokens of a holder that stands right after a role."""
    at = phrase.last + 1
    if at >= len(words):
        return None
    apposed = words[at].gap == ", "
    if not (words[at].gap in (" ", "\u00a0") or apposed):
        return None
    size = _person(words, at)
    if not size:
        return None
    last = at + size - 1
    follows = words[last + 1] if last + 1 < len(words) else None
    if follows is not None and joined(words, last + 1) and (follows.low in BODIES or follows.low in PLACES):
        return None  # `General Motors Company`: no role at all
    if phrase.loose and size < 2 and not apposed and (phrase.role == "general" or not words[phrase.head].cap):
        return None  # `General Assembly`
    if phrase.loose and words[phrase.head].cap and phrase.head > 0 and phrase.first == phrase.head:
        before = words[phrase.head - 1]
        if before.cap and words[phrase.head].gap == " " and not before.first:
            return None
    if apposed:
        introduced = phrase.first > 0 and (words[phrase.first - 1].low in INTRODUCED or words[phrase.first - 1].owner)
        if not (introduced or words[phrase.first].first or phrase.body) or not _closed(text, words, last):
            return None
    return at, last


def _closed(text: str, words: Sequence[Token], last: int) -> bool:
    """Whether an apposition ends after the word `last`."""
    end = words[last].end
    if text[end : end + 1] in AFTER:
        return True
    return last + 1 < len(words) and words[last + 1].low in GO_ON


def _left(text: str, words: Sequence[Token], phrase: RolePhrase) -> tuple[int, int] | None:
    """Return the tokens of a holder that stands before a role: `X, the role of Y`, `X is the role`."""
    n = phrase.first
    while n > 0 and words[n].gap == " " and words[n - 1].low in INTRODUCED and not words[n - 1].cap:
        n -= 1
    if n == 0:
        return None
    if words[n].gap == ", ":
        if not _closed(text, words, phrase.last):
            return None
        if words[n - 1].text.isdigit() and words[n - 1].gap == ", ":
            n -= 1  # `Kim Lee, 45, a nurse`
        return _person_leftwards(words, n - 1)
    if words[n].gap != " ":
        return None
    verb = n - 1
    while verb > 0 and words[verb].low in ("been", "as", "be", "to", "a") and words[verb].gap == " ":
        verb -= 1
    if words[verb].low in ("has", "had", "served", "serving", "is", "was") or words[verb].low in IS:
        at = verb - 1
        while at > 0 and words[at].low in ("who", "has", "had", "also", "currently", "now"):
            at -= 1
        return _person_leftwards(words, at) if at >= 0 else None
    if words[verb].low in NAMED and words[verb - 1].low in ("was", "been", "is", "were", "be"):
        at = verb - 2
        while at > 0 and words[at].low in ("has", "had", "to", "will", "be", "who", "been"):
            at -= 1
        return _person_leftwards(words, at) if at >= 0 else None
    held = _person_leftwards(words, verb)
    if held and held[0] > 0 and words[held[0] - 1].low in NAMED:
        return held
    return None


def _person_leftwards(words: Sequence[Token], at: int) -> tuple[int, int] | None:
    """Return the tokens of a person's name that ends at `at`."""
    n = at
    while n > at - 5 and n >= 0:
        word = words[n]
        if n < at and (words[n + 1].gap not in (" ", "\u00a0", ". ") or word.owner):
            break
        if not (word.cap or (word.low in INNER and n < at)):
            break
        if _of_no_person(word):
            break
        n -= 1
    n += 1
    while n <= at and not words[n].cap:
        n += 1
    return (n, at) if n <= at else None
