"""Roles in a text, whoever holds them: `deputy energy minister`, `chief executive of X`.

A role is found by its head; ranks, topic and body stand before it, topic and body in an `of` phrase after it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefing.text.countries import COUNTRIES
from briefing.text.namewords import BODIES, FUNCTION
from briefing.text.rolewords import HEADS, INNER, INTRODUCED, LOOSE, RANKS, SEVERAL, STATES, TOPICAL, TOPICS
from briefing.text.tokens import Token


@dataclass(frozen=True, slots=True)
class RolePhrase:
    """A role in a text, whether or not its holder is named: `first` and `last` count tokens, both included."""

    role: str
    body: str
    state: str
    first: int
    last: int
    head: int
    loose: bool
    after_of: bool


def role_phrases(words: Sequence[Token]) -> list[RolePhrase]:
    """Return the roles in a text, held by a named person or not."""
    found: list[RolePhrase] = []
    at = 0
    while at < len(words):
        size = _head(words, at)
        if size:
            phrase = _phrase(words, at, at + size - 1)
            while found and found[-1].loose and phrase.first <= found[-1].last:
                found.pop()  # `General Motors Chief Executive`: no general
            if not found or phrase.first > found[-1].last:
                found.append(phrase)
            at += size
        else:
            at += 1
    return found


def _head(words: Sequence[Token], at: int) -> int:
    """Return how many words from `at` on are the head of a role, else 0."""
    low = words[at].low
    if low in SEVERAL:
        for count in (3, 2):
            part = words[at : at + count]
            if (
                len(part) == count
                and " ".join(word.low for word in part) in HEADS
                and all(word.gap == " " for word in part[1:])
            ):
                return count
    return 1 if low in HEADS and not words[at].owner else 0


def _phrase(words: Sequence[Token], at: int, last: int) -> RolePhrase:
    head = HEADS[" ".join(word.low for word in words[at : last + 1])]
    first, ranks, topic, state, body = _before(words, at, head)
    end, after, named = of_phrase(words, last, head, topical=bool(topic))
    return RolePhrase(
        role=" ".join([*ranks, *(topic or after), head]),
        body=body or named,
        state=state,
        first=first,
        last=end,
        head=at,
        loose=head in LOOSE,
        after_of=end > last,
    )


def _before(words: Sequence[Token], at: int, head: str) -> tuple[int, list[str], list[str], str, str]:
    """Walk left from the head: ranks (deputy), topic (commerce), state (former), body (U.S., Tesla)."""
    ranks: list[str] = []
    topic: list[str] = []
    body: list[str] = []
    state, n = "", at
    while n > 0 and words[n].gap in (" ", "-", "\u00a0") and at - n < 8:
        word = words[n - 1]
        if word.owner:
            if word.cap and not body:
                body = _name_leftwards(words, n - 1)
                n -= len(body)
            break
        if word.low in STATES:
            state = state or STATES[word.low]
        elif word.low in RANKS and not body:
            ranks.insert(0, word.low)
        elif word.cap and word.low in COUNTRIES:
            body = body or [word.text]
        elif word.first and word.low in FUNCTION:
            break
        elif (head in TOPICAL and not body and (word.cap or word.low in TOPICS)) or (
            topic and word.low in ("and", "&") and words[n - 2].low in TOPICS
        ):
            topic.insert(0, word.low)
        elif word.cap and not body and not topic and head not in LOOSE:
            body = _name_leftwards(words, n - 1)
            n -= len(body)
            break
        else:
            break
        n -= 1
    while topic and topic[0] in ("and", "&"):
        topic.pop(0)
        n += 1
    return n, ranks, topic, state, " ".join(body)


def _name_leftwards(words: Sequence[Token], at: int) -> list[str]:
    """Return the capitalised words that end at `at`."""
    n = at
    while n > max(0, at - 7) and words[n].gap in (" ", "\u00a0") and words[n - 1].cap and not words[n - 1].owner:
        if words[n - 1].first and words[n - 1].low in FUNCTION:
            break
        n -= 1
    return [word.text for word in words[n : at + 1]]


def of_phrase(words: Sequence[Token], last: int, head: str, *, topical: bool) -> tuple[int, list[str], str]:
    """Walk right over `of`, `for`, `at`: return the last word, the topic and the body."""
    topic: list[str] = []
    end = last
    while joined(words, end + 1) and words[end + 1].low in ("of", "for", "at"):
        n = end + 2
        if joined(words, n) and words[n].low in INTRODUCED:
            n += 1
        if not joined(words, n):
            break
        run = _run(words, n)
        of_a_body = n > end + 2 and words[n].low not in TOPICS
        if head in TOPICAL and not topical and not topic and words[n].low not in COUNTRIES and not of_a_body:
            if not run and words[n].low not in TOPICS:
                break
            size = _topic(words, n)
            topic = [word.low for word in words[n : n + size]]
            end = n + size - 1
            continue
        if not run:
            break
        return n + run - 1, topic, " ".join(word.text for word in words[n : n + run])
    return end, topic, ""


def _topic(words: Sequence[Token], at: int) -> int:
    """Return how many words from `at` on say what a minister is for; the first always does."""
    n = at + 1
    while joined(words, n):
        linked = words[n].low in ("and", "&") and joined(words, n + 1)
        if words[n + linked].low not in TOPICS:
            break
        n += 1 + linked
    return n - at


def joined(words: Sequence[Token], at: int) -> bool:
    """Whether a word follows the one before it with nothing but a space between them."""
    return at < len(words) and words[at].gap in (" ", "\u00a0") and not words[at - 1].owner


def _run(words: Sequence[Token], at: int) -> int:
    """Return how many words from `at` on are one capitalised name, with the particles inside it."""
    n = at
    while n < min(len(words), at + 12) and words[n].cap and (n == at or joined(words, n) or words[n].gap == ". "):
        if words[n].low in HEADS and n > at:
            break
        n += 1
        if words[n - 1].low in COUNTRIES and not (n < len(words) and words[n].low in BODIES):
            break
        inner = n
        while joined(words, inner) and (words[inner].low in ("of", "the", "and", "&") or words[inner].low in INNER):
            inner += 1
        if inner > n and joined(words, inner) and words[inner].cap and inner - n <= 2:
            n = inner
    return n - at
