"""Names in a text, with exact spans: persons, organisations, places; who is the same as whom.

A name is a run of capitalised words with the little words inside it. At the start of a sentence and in
headings a capital proves nothing: there only what is known from elsewhere counts.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
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
    PARTICLES,
    PLACES,
    TITLES,
)
from briefing.text.roles import RoleHolder, RolePhrase, find_roles, holders, role_phrases
from briefing.text.romanise import bones, plain
from briefing.text.sameness import Grade, grade_name, same_name
from briefing.text.tokens import Token, tokens
from briefing.text.wordtables import word_set

Kind = Literal["person", "organisation", "place", "unknown"]

__all__ = [
    "Grade", "Group", "Kind", "Name", "RoleHolder",
    "find_names", "find_roles", "grade_name", "group_names", "same_name",
]  # fmt: skip

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
_COMPOUND: Final = re.compile(r"[-‑–]")
_ALIAS: Final = re.compile(
    r"[\s,]{0,2}\(\s?(?:the |or |formerly |known as |also )?[\"“']?"
    r"([A-Z][\w&.-]{1,14}(?: [A-Z][\w&.-]{1,14}){0,2})[\"”']?\s?\)"
)
_CONTRACTED: Final = re.compile(r"(?:n['’]t|^\w{1,5}['’](?:m|re|ve|ll|d))$")
_BYLINE: Final = re.compile(r"\W*(?:by|author|original author|reported by|credit|written by|source)\b", re.IGNORECASE)
_HEADING_WORDS: Final = 5
_HEADING_SHARE: Final = 0.75


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


@dataclass(frozen=True, slots=True)
class Group:
    """Mentions of one person, organisation or place; `name` is the fullest of them."""

    name: str
    kind: Kind
    mentions: tuple[Name, ...]


def find_names(text: str, known: Collection[str] = ()) -> list[Name]:
    """Return the names in a text, in order; they never overlap.

    `known` are words in small letters that are names elsewhere in the same documents: they are
    believed at the start of a sentence and in headings.
    """
    words = tokens(text)
    if not words:
        return []
    phrases = role_phrases(words)
    held = holders(text, words, phrases)
    headings = _headings(text, words)
    if headings:
        spans = [role.holder_span for role in held]
        headings -= {n for n, w in enumerate(words) if any(start <= w.start < end for start, end in spans)}
    page = _Page(text, words, _barred(words, phrases, held), headings, known)
    roles = {role.holder_span: role.role for role in held}
    found: list[Name] = []
    at = 0
    while at < len(words):
        last = page.run(at)
        if last < at:
            at += 1
            continue
        found.extend(page.names(at, last, roles))
        at = last + 1
    return found


def _barred(words: Sequence[Token], phrases: list[RolePhrase], held: list[RoleHolder]) -> set[int]:
    """Return the tokens that say a role and so belong to no name."""
    spans = {role.role_span for role in held}
    barred: set[int] = set()
    for phrase in phrases:
        taken = (words[phrase.first].start, words[phrase.last].end) in spans
        last = phrase.head + len(phrase.role.split()) if taken else phrase.head
        following = words[last + 1] if last + 1 < len(words) else None
        if not taken and (phrase.loose or (following is not None and following.cap and following.gap == " ")):
            continue
        body = set(phrase.body.split())
        barred.update(n for n in range(phrase.first, phrase.last + 1) if words[n].text not in body)
    return barred


def _headings(text: str, words: Sequence[Token]) -> set[int]:
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


class _Page:
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
        while (following := self._next(at, last)) > last:
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


def group_names(names: Iterable[Name]) -> list[Group]:
    """Return mentions grouped by whom they mean: full names first, then short forms and bare surnames.

    Only what `same_name` calls the same is merged; a bare surname goes to the nearest earlier bearer.
    """
    mentions = list(names)
    groups: list[list[Name]] = []
    index: dict[str, list[int]] = defaultdict(list)
    exact: dict[str, int] = {}
    for mention in sorted(mentions, key=lambda name: -len(name.text.split())):
        key = plain(mention.text)
        home = exact.get(key)
        if home is None:
            home = _home(mention, groups, index)
        if home is None:
            home = len(groups)
            groups.append([])
        groups[home].append(mention)
        if key not in exact:
            exact[key] = home
            for mark in _index_keys(mention):
                index[mark].append(home)
    return [_group(members) for members in groups]


def _index_keys(name: Name) -> set[str]:
    words = [word for word in plain(name.text).split() if word not in PARTICLES]
    keys = {bones(word)[:3] for word in words if len(word) > 2}
    keys.add("=" + "".join(word[0] for word in words))
    keys.update("=" + plain(word) for word in (name.alias, name.text) if word.isupper())
    keys.update("#" + COUNTRIES[word] for word in words if word in COUNTRIES)
    return keys


def _home(mention: Name, groups: list[list[Name]], index: dict[str, list[int]]) -> int | None:
    """Return the group that a mention belongs to, if any."""
    near = sorted({home for key in _index_keys(mention) for home in index.get(key, ())})
    words = plain(mention.text).split()
    bearers: list[tuple[int, int]] = []
    for home in near:
        first = groups[home][0]
        if (
            mention.text in {member.alias for member in groups[home]}
            or grade_name(same_name(mention.text, first.text)) == "same"
        ):
            return home
        if (
            len(words) == 1
            and words[0] not in OPENERS
            and first.kind in ("person", "unknown")
            and plain(first.text).split()[-1:] == words
        ):
            before = [member.start for member in groups[home] if member.start <= mention.start]
            bearers.append((-max(before, default=-1), home))
    return min(bearers)[1] if bearers else None


def _group(members: list[Name]) -> Group:
    members.sort(key=lambda name: name.start)
    counts = Counter(name.text for name in members)
    fullest = max(counts, key=lambda text: (len(text.split()), counts[text], -len(text)))
    kinds = Counter(name.kind for name in members if name.kind != "unknown")
    kind: Kind = kinds.most_common(1)[0][0] if kinds else "unknown"
    return Group(fullest, kind, tuple(replace(name, kind=kind) if name.kind == "unknown" else name for name in members))
