"""Names in a text, with exact spans: persons, organisations, places; who is the same as whom.

A name is a run of capitalised words with the little words inside it. At the start of a sentence and in
headings a capital proves nothing: there only what is known from elsewhere counts.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from briefing.text.capitals import Kind, Name, Page
from briefing.text.countries import COUNTRIES
from briefing.text.headings import headings
from briefing.text.namewords import OPENERS, PARTICLES
from briefing.text.rolephrases import RolePhrase, role_phrases
from briefing.text.roles import RoleHolder, find_roles, holders
from briefing.text.romanise import bones, plain
from briefing.text.sameness import Grade, grade_name, same_name
from briefing.text.tokens import Token, tokens

__all__ = [
    "Grade", "Group", "Kind", "Name", "RoleHolder",
    "find_names", "find_roles", "grade_name", "group_names", "same_name",
]  # fmt: skip


_COMMON: Final = 60
"""A sign that so many names share brings none of them together."""


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
    titles = headings(text, words)
    if titles:
        spans = [role.holder_span for role in held]
        titles -= {n for n, w in enumerate(words) if any(start <= w.start < end for start, end in spans)}
    page = Page(text, words, _barred(words, phrases, held), titles, known)
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
    keys = {mark for word in words if len(word) > 2 for mark in (bones(word), bones(word)[:3] + "*")}
    keys.add("=" + "".join(word[0] for word in words))
    keys.update("=" + plain(word) for word in (name.alias, name.text) if word.isupper())
    keys.update("#" + COUNTRIES[word] for word in words if word in COUNTRIES)
    return keys


def _home(mention: Name, groups: list[list[Name]], index: dict[str, list[int]]) -> int | None:
    """Return the group that a mention belongs to, if any."""
    places = (index.get(key, ()) for key in _index_keys(mention))
    near = sorted({home for homes in places if len(homes) <= _COMMON for home in homes})
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
