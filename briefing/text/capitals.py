"""Runs of capitalised words as names: where they begin, how they go on, what kind they seem to be."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from briefing.text.countries import COUNTRIES
from briefing.text.namewords import (
    ALSO_NAMES,
    BODIES,
    DATES,
    FORMS,
    FUNCTION,
    GIVEN,
    MARKS,
    NO_NAMES,
    OPENERS,
    PLACES,
    TITLES,
)
from briefing.text.tokens import Token
from briefing.text.wordtables import word_set

Kind = Literal["person", "organisation", "place", "unknown"]

_INSIDE: Final = word_set(
    """
    de da di do dos del della der den van von bin ibn bint al el la le du ten ter des
    """
)
_HEADED: Final = word_set(
    """
    bank ministry department university institute institution chamber council court college academy bureau office
    agency commission committee society association federation union organization organisation board school church
    hospital republic kingdom gulf isle city house houses centers centres center centre state states cape duke
    lord university league museum faculty fund army bay democratic people union commonwealth journal times forum
    conference
    """
)
"""Words after which `of` and `for` go on with the name."""
_LISTED: Final = word_set(
    """
    food securities fish land oil gas arts sciences trade health science research law export import
    """
)
_SPEAKS: Final = word_set(
    """
    said says told added noted wrote tweeted argued insisted replied explained stated testified
    """
)
_WHERE: Final = word_set("in near across outside throughout")
_LONGEST_RUN: Final = 20
_COMPOUND: Final = re.compile(r"[-‑–]")
_ALIAS: Final = re.compile(
    r"[\s,]{0,2}\(\s?(?:the |or |formerly |known as |also )?[\"“']?"
    r"([A-Z][\w&.-]{1,14}(?: [A-Z][\w&.-]{1,14}){0,2})[\"”']?\s?\)"
)
_CONTRACTED: Final = re.compile(r"(?:n['’]t|^\w{1,5}['’](?:m|re|ve|ll|d))$")


@dataclass(frozen=True, slots=True)
class Name:
    """A name at `start` to `end`; `certain` is False where only its place in the sentence speaks for it.

    `role` is the normalised role that stands with it, `alias` the short form given in brackets.
    """

    start: int
    end: int
    text: str
    kind: Kind = "unknown"
    role: str = ""
    alias: str = ""
    certain: bool = True


class Page:
    """One text with what its capitals prove, word by word."""

    def __init__(
        self, text: str, words: Sequence[Token], barred: set[int], headings: set[int], known: Collection[str]
    ) -> None:
        self.text = text
        self.words = words
        self.barred = barred
        self.headings = headings
        self.small = Counter(word.low for word in words if not word.cap)
        proper = Counter(
            word.low
            for n, word in enumerate(words)
            if word.cap and not word.first and n not in headings and n not in barred and word.low not in FUNCTION
        )
        self.seen = {low for low, count in proper.items() if count >= self.small[low]} | set(known)

    def run(self, at: int) -> int:
        """Return the last token of the name that begins at `at`, or a smaller number: none does."""
        if not self._opens(at):
            return at - 1
        last = at
        while last - at < _LONGEST_RUN and (following := self._next(at, last)) > last:
            last = following
        return last

    def _opens(self, at: int) -> bool:
        word = self.words[at]
        if not word.cap or at in self.barred or _CONTRACTED.search(word.low):
            return False
        if word.low in FUNCTION and (word.first or word.low not in ALSO_NAMES):
            return False
        if word.low == "us" and not _is_country(word):
            return False
        if at in self.headings:
            shout = word.text.isupper() and len(word.text) > 1 and not self._shouted(at)
            return _is_country(word) or shout or word.low in self.seen
        return True

    def _shouted(self, at: int) -> bool:
        near = [self.words[n] for n in (at - 2, at - 1, at + 1, at + 2) if 0 <= n < len(self.words)]
        return sum(word.text.isupper() and len(word.text) > 3 for word in near) > 1

    def _next(self, at: int, last: int) -> int:
        """Return the token up to which the name goes on after `last`."""
        words = self.words
        if words[last].owner or last + 1 >= len(words) or _parts(words[last]):
            return last
        word = words[last + 1]
        if word.gap == ", " and word.cap and (word.low in FORMS or word.text == "D.C."):
            return last + 1
        if word.gap not in (" ", "\u00a0") and not (word.gap == ". " and not word.first):
            return last
        if self._goes_on(last + 1):
            return last + 1
        inner = last + 1
        while inner < min(len(words), last + 4) and words[inner].low in _INSIDE and not words[inner].cap:
            inner += 1
        if inner > last + 1:
            return inner if self._goes_on(inner, joined=True) else last
        return self._linked(at, last) if word.low in ("of", "for", "and", "&") else last

    def _goes_on(self, at: int, *, joined: bool = False) -> bool:
        words = self.words
        if at >= len(words) or (joined and words[at].gap not in (" ", "\u00a0")):
            return False
        word = words[at]
        dated = word.low in DATES and self.words[at - 1].low not in GIVEN
        return self._opens(at) and not dated and not _parts(word)

    def _linked(self, at: int, last: int) -> int:
        """Go on over `of`, `for` and `and`: `Bank of the North`, `Food and Drug Administration`."""
        words = self.words
        n = last + 2
        if words[last + 1].low == "of" and n < len(words) and words[n].low == "the" and words[n].gap == " ":
            n += 1
        if not self._goes_on(n, joined=True):
            return last
        if words[last + 1].low not in ("and", "&"):
            return n if words[last].low in _HEADED else last
        before = {word.low for word in words[at : last + 1]}
        if n != last + 2 or _is_country(words[last]):
            return last
        if before & {"of", "for"} and before & _HEADED:
            return n
        listed = last == at and (words[last].low in _LISTED or self.small[words[last].low])
        ends = any(m < len(words) and words[m].cap and words[m].low in BODIES for m in (n, n + 1))
        return n if listed and ends else last

    def names(self, at: int, last: int, roles: dict[tuple[int, int], str]) -> Iterator[Name]:
        """Return the names in a run of tokens: titles cut off, country pairs parted."""
        words = self.words
        titled = False
        while at <= last and (words[at].low in TITLES or self._ordinary_opening(at, last)):
            titled = titled or words[at].low in TITLES
            at += 1
        if at > last or not self._believed(at, last):
            return
        pairs = _parts(words[at]) if at == last else ()
        if len(pairs) > 1:
            yield from (Name(start, end, self.text[start:end], "place") for start, end in pairs)
            return
        start, end = words[at].start, pairs[0][1] if pairs else words[last].end
        role = roles.get((start, end), "")
        alias = _ALIAS.match(self.text, end)
        yield Name(
            start,
            end,
            self.text[start:end],
            "person" if role or titled else self._kind(at, last),
            role,
            alias[1] if alias else "",
            self._certain(at, last),
        )

    def _ordinary_opening(self, at: int, last: int) -> bool:
        """Whether an ordinary word of a sentence's start stands before a name, as in `Talks Berlin wants`."""
        word = self.words[at]
        if not word.first or at == last or word.low in self.seen or _is_country(word):
            return False
        follows = self.words[at + 1].low
        return word.low in DATES or (bool(self.small[word.low]) and follows not in BODIES and follows not in PLACES)

    def _believed(self, at: int, last: int) -> bool:
        word = self.words[at]
        if at < last:
            return True
        if (
            word.low in DATES
            or word.low in ALSO_NAMES
            or word.low in NO_NAMES
            or word.low in TITLES
            or word.low in MARKS
            or len(word.text) < 2
        ):
            return False
        if _is_country(word) or word.low in self.seen:
            return True
        if not word.first:
            return not (word.low in OPENERS and self.small[word.low])
        return not (self.small[word.low] or word.low in OPENERS or self._ordinary_first(word, last))

    def _ordinary_first(self, word: Token, last: int) -> bool:
        if word.text.isupper() or self._said(last):
            return False
        tail = _COMPOUND.split(word.text)[-1]
        return (tail != word.text and tail[:1].islower()) or _ORDINARY_ENDING.search(word.low) is not None

    def _said(self, last: int) -> bool:
        after = self.words[last + 1] if last + 1 < len(self.words) else None
        return after is not None and after.low in _SPEAKS and after.gap == " " and not self.words[last].owner

    def _certain(self, at: int, last: int) -> bool:
        word = self.words[at]
        if at < last or word.low in self.seen or _is_country(word):
            return True
        return word.text.isupper() or not (word.first or self.small[word.low])

    def _kind(self, at: int, last: int) -> Kind:
        words = self.words[at : last + 1]
        lows = [word.low for word in words]
        before = self.words[at - 1] if at and words[0].gap == " " else None
        if not BODIES.isdisjoint(lows) or lows[-1] in FORMS:
            return "organisation"
        if all(map(_is_country, words)) or not PLACES.isdisjoint(lows) or not MARKS.keys().isdisjoint(lows):
            return "place"
        if " ".join(lows) in COUNTRIES:
            return "place"
        if len(words) == 1 and words[0].text.isupper() and words[0].text.replace(".", "").isalpha():
            return "organisation"
        if len(words) in (2, 3, 4) and lows[0] in GIVEN:
            return "person"
        if self._said(last):
            return "organisation" if before is not None and before.low == "the" else "person"
        return "place" if len(words) == 1 and before is not None and before.low in _WHERE else "unknown"


def _is_country(word: Token) -> bool:
    return word.low in COUNTRIES and (word.low != "us" or word.text.isupper())


_ORDINARY_ENDING: Final = re.compile(
    r"(?:ing|ed|ly|tions?|ments?|ness|ity|ies|[eo]rs|ists|ages|ses|ives|ances?|ences?|ies)$"
)
_ADJECTIVE: Final = re.compile(
    r"[-‑](?:based|led|backed|owned|run|style|born|made|controlled|funded|wide|listed|brokered|held|friendly|era|speaking)$"
)


def _parts(word: Token) -> tuple[tuple[int, int], ...]:
    """Return the spans of the names in a compound: both of `US-Kazakhstan`, the first of `Berlin-based`."""
    if not _COMPOUND.search(word.text):
        return ()
    if found := _ADJECTIVE.search(word.text):
        return ((word.start, word.start + found.start()),)
    spans, at = [], word.start
    for part in _COMPOUND.split(word.text):
        spans.append((at, at + len(part)))
        at += len(part) + 1
    countries = all(part.lower() in COUNTRIES for part in _COMPOUND.split(word.text))
    return tuple(spans) if countries else ()
