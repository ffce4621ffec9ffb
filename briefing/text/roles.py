"""Roles and who holds them: `Commerce Secretary X`, `X, the chief executive of Y`, `CEO X`.

A role is found by its head (minister, chair, coach ...); the words before it and the `of` phrase after
it say which one; the holder stands right after, or before, joined by a comma or a verb.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from briefing.text.countries import COUNTRIES
from briefing.text.namewords import ALSO_NAMES, BODIES, FUNCTION, PLACES
from briefing.text.tokens import Token, tokens
from briefing.text.wordtables import word_set

_HEADS: Final = {
    word: role
    for role, words in (
        line.split(":")
        for line in """
president:president
president-elect:president-elect
prime minister:prime minister
premier:premier
chancellor:chancellor
minister:minister
secretary:secretary
secretary-general:secretary-general,secretary general
attorney general:attorney general
governor:governor
mayor:mayor
senator:senator
representative:representative
member of congress:congressman,congresswoman
ambassador:ambassador
envoy:envoy
chief executive:chief executive,ceo,chief executive officer
chief financial officer:cfo,chief financial officer
chief operating officer:coo,chief operating officer
chief technology officer:cto,chief technology officer
chair:chair,chairman,chairwoman,chairperson
director general:director general,director-general
director:director
head:head
chief:chief
founder:founder,co-founder,cofounder
owner:owner,co-owner
editor:editor,editor-in-chief
professor:professor
judge:judge
justice:justice
general:general
admiral:admiral
colonel:colonel
commander:commander
chief justice:chief justice
coach:coach
manager:manager
captain:captain,skipper
king:king
queen:queen
prince:prince
princess:princess
pope:pope
spokesperson:spokesman,spokeswoman,spokesperson
analyst:analyst
economist:economist
lawyer:lawyer,attorney
adviser:adviser,advisor
leader:leader
speaker:speaker
commissioner:commissioner
coordinator:coordinator
sheriff:sheriff
treasurer:treasurer
dean:dean
rector:rector
prosecutor:prosecutor
""".strip().splitlines()
    )
    for word in words.split(",")
}
_SEVERAL: Final = frozenset(head.split()[0] for head in _HEADS if " " in head)
_TOPICAL: Final = frozenset({"minister", "secretary"})
_LOOSE: Final = word_set(
    """
    general justice judge king queen prince princess head chief owner captain coach speaker
    """
)
"""Heads that stand in other names too: they make a role only where a name follows or a comma joins."""
_STATES: Final = {
    **dict.fromkeys(("former", "ex", "ex-", "then", "late", "outgoing", "onetime", "erstwhile"), "former"),
    **dict.fromkeys(("acting", "interim", "caretaker"), "acting"),
    **dict.fromkeys(("incoming", "designate", "elect"), "incoming"),
}
_RANKS: Final = word_set(
    """
    deputy vice first assistant associate under senior executive managing regional permanent general lead
    """
)
_TOPICS: Final = word_set(
    """
    foreign finance defence defense energy interior justice trade health education economy agriculture culture
    transport commerce treasury labor labour home press environment industry interior housing sports science
    digital tourism water mining oil security state planning development investment natural resources national
    public social affairs human services veterans war navy army air force rural regional communities innovation
    technology research law women children family youth works infrastructure communications information climate
    education higher
    """
)
_INTRODUCED: Final = word_set("the a an its their his her our whose")
_IS: Final = word_set("is was became remains remained as becomes serves")
_NAMED: Final = word_set(
    """
    named appointed elected nominated chose picked tapped hired made installed
    """
)
_PARTICLES: Final = word_set(
    """
    de da di do dos del della der den van von bin ibn bint al el la le du ten ter y
    """
)
_AFTER: Final = frozenset(("", *',.;:)!?"”\n'))
_GO_ON: Final = word_set("said says told who of for at and in wrote added")


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
    if low in _SEVERAL:
        for count in (3, 2):
            part = words[at : at + count]
            if " ".join(word.low for word in part) in _HEADS and all(word.gap == " " for word in part[1:]):
                return count
    return 1 if low in _HEADS and not words[at].owner else 0


def _phrase(words: Sequence[Token], at: int, last: int) -> RolePhrase:
    head = _HEADS[" ".join(word.low for word in words[at : last + 1])]
    first, ranks, topic, state, body = _before(words, at, head)
    end, after, named = _of(words, last, head, topical=bool(topic))
    return RolePhrase(
        role=" ".join([*ranks, *(topic or after), head]),
        body=body or named,
        state=state,
        first=first,
        last=end,
        head=at,
        loose=head in _LOOSE,
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
        if word.low in _STATES:
            state = state or _STATES[word.low]
        elif word.low in _RANKS and not body:
            ranks.insert(0, word.low)
        elif word.cap and word.low in COUNTRIES:
            body = body or [word.text]
        elif word.first and word.low in FUNCTION:
            break
        elif (head in _TOPICAL and not body and (word.cap or word.low in _TOPICS)) or (
            topic and word.low in ("and", "&") and words[n - 2].low in _TOPICS
        ):
            topic.insert(0, word.low)
        elif word.cap and not body and not topic and head not in _LOOSE:
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
    while n > 0 and words[n].gap in (" ", "\u00a0") and words[n - 1].cap and not words[n - 1].owner:
        if words[n - 1].first and words[n - 1].low in FUNCTION:
            break
        n -= 1
    return [word.text for word in words[n : at + 1]]


def _of(words: Sequence[Token], last: int, head: str, *, topical: bool) -> tuple[int, list[str], str]:
    """Walk right over `of`, `for`, `at`: return the last word, the topic and the body."""
    topic: list[str] = []
    end = last
    while _joined(words, end + 1) and words[end + 1].low in ("of", "for", "at"):
        n = end + 2
        if _joined(words, n) and words[n].low in _INTRODUCED:
            n += 1
        if not _joined(words, n):
            break
        run = _run(words, n)
        of_a_body = n > end + 2 and words[n].low not in _TOPICS
        if head in _TOPICAL and not topical and not topic and words[n].low not in COUNTRIES and not of_a_body:
            if not run and words[n].low not in _TOPICS:
                break
            size = _topic(words, n)
            topic = [word.low for word in words[n : n + size]]
            end = n + size - 1
            continue
        if not run:
            break
        return n + run - 1, topic, " ".join(word.text for word in words[n : n + run])
    return end, topic, ""


def _following_body(words: Sequence[Token], last: int) -> str:
    """Return the body in `Analyst X of Y`."""
    if _joined(words, last + 1) and words[last + 1].low == "of":
        return _of(words, last, "", topical=True)[2]
    return ""


def _topic(words: Sequence[Token], at: int) -> int:
    """Return how many words from `at` on say what a minister is for; the first always does."""
    n = at + 1
    while _joined(words, n):
        linked = words[n].low in ("and", "&") and _joined(words, n + 1)
        if words[n + linked].low not in _TOPICS:
            break
        n += 1 + linked
    return n - at


def _joined(words: Sequence[Token], at: int) -> bool:
    return at < len(words) and words[at].gap in (" ", "\u00a0") and not words[at - 1].owner


def _run(words: Sequence[Token], at: int) -> int:
    """Return how many words from `at` on are one capitalised name, with the particles inside it."""
    n = at
    while n < len(words) and words[n].cap and (n == at or _joined(words, n) or words[n].gap == ". "):
        if words[n].low in _HEADS and n > at:
            break
        n += 1
        if words[n - 1].low in COUNTRIES and not (n < len(words) and words[n].low in BODIES):
            break
        inner = n
        while _joined(words, inner) and (
            words[inner].low in ("of", "the", "and", "&") or words[inner].low in _PARTICLES
        ):
            inner += 1
        if inner > n and _joined(words, inner) and words[inner].cap and inner - n <= 2:
            n = inner
    return n - at


def _of_no_person(word: Token) -> bool:
    """Whether a word stands in no person's name."""
    low = word.low
    if low in FUNCTION and low not in ALSO_NAMES:
        return True
    return low in BODIES or low in COUNTRIES or low in PLACES or low in _HEADS


def _person(words: Sequence[Token], at: int) -> int:
    """Return how many words from `at` on can be a person's name: at most five, particles inside."""
    n = at
    while (
        n < len(words)
        and n - at < 5
        and (n == at or _joined(words, n) or (words[n].gap == ". " and not words[n].first))
    ):
        word = words[n]
        if word.low in _PARTICLES and _joined(words, n + 1) and words[n + 1].cap and n > at:
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
    if follows is not None and _joined(words, last + 1) and (follows.low in BODIES or follows.low in PLACES):
        return None  # `General Motors Company`: no role at all
    if phrase.loose and size < 2 and not apposed and (phrase.role == "general" or not words[phrase.head].cap):
        return None  # `General Assembly`
    if phrase.loose and words[phrase.head].cap and phrase.head > 0 and phrase.first == phrase.head:
        before = words[phrase.head - 1]
        if before.cap and words[phrase.head].gap == " " and not before.first:
            return None
    if apposed:
        introduced = phrase.first > 0 and (words[phrase.first - 1].low in _INTRODUCED or words[phrase.first - 1].owner)
        if not (introduced or words[phrase.first].first or phrase.body) or not _closed(text, words, last):
            return None
    return at, last


def _closed(text: str, words: Sequence[Token], last: int) -> bool:
    """Whether an apposition ends after the word `last`."""
    end = words[last].end
    if text[end : end + 1] in _AFTER:
        return True
    return last + 1 < len(words) and words[last + 1].low in _GO_ON


def _left(text: str, words: Sequence[Token], phrase: RolePhrase) -> tuple[int, int] | None:
    """Return the tokens of a holder that stands before a role: `X, the role of Y`, `X is the role`."""
    n = phrase.first
    while n > 0 and words[n].gap == " " and words[n - 1].low in _INTRODUCED and not words[n - 1].cap:
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
    if words[verb].low in ("has", "had", "served", "serving", "is", "was") or words[verb].low in _IS:
        at = verb - 1
        while at > 0 and words[at].low in ("who", "has", "had", "also", "currently", "now"):
            at -= 1
        return _person_leftwards(words, at) if at >= 0 else None
    if words[verb].low in _NAMED and words[verb - 1].low in ("was", "been", "is", "were", "be"):
        at = verb - 2
        while at > 0 and words[at].low in ("has", "had", "to", "will", "be", "who", "been"):
            at -= 1
        return _person_leftwards(words, at) if at >= 0 else None
    held = _person_leftwards(words, verb)
    if held and held[0] > 0 and words[held[0] - 1].low in _NAMED:
        return held
    return None


def _person_leftwards(words: Sequence[Token], at: int) -> tuple[int, int] | None:
    """Return the tokens of a person's name that ends at `at`."""
    n = at
    while n > at - 5 and n >= 0:
        word = words[n]
        if n < at and (words[n + 1].gap not in (" ", "\u00a0", ". ") or word.owner):
            break
        if not (word.cap or (word.low in _PARTICLES and n < at)):
            break
        if _of_no_person(word):
            break
        n -= 1
    n += 1
    while n <= at and not words[n].cap:
        n += 1
    return (n, at) if n <= at else None
