"""Remarks: the sentences of documents with all in them that can be compared."""

from __future__ import annotations

import datetime as dt
import math
import sys
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from briefing.check.readings import meant, without_day
from briefing.check.variants import telling, variants
from briefing.check.words import LIGHT_WORDS, meaning
from briefing.model.source import Source
from briefing.text.countries import COUNTRIES
from briefing.text.document import Document
from briefing.text.names import Name, find_names, group_names
from briefing.text.namewords import TITLES
from briefing.text.reuse import word_spans
from briefing.text.roles import RoleHolder, find_roles
from briefing.text.rolewords import HEADS
from briefing.text.romanise import plain
from briefing.text.sentences import sentences
from briefing.text.values import TextValue, find_values

_GAP = 3
"""Characters, a line end or two, that may stand between a sentence and one that goes on with it."""
MOST_WORDS = 120
"""A longer sentence is a list or no sentence at all: only so many of its words are looked at."""


@dataclass(eq=False, slots=True)
class Remark:
    """One sentence of one document. Offsets are those of the document.

    `stems` are its words without endings, "" where a word says nothing; `names` carries the number of
    the group of names that each belongs to, which `gather` fills in.
    """

    source: str
    start: int
    end: int
    text: str
    published: dt.date | None
    stems: list[str]
    spans: list[tuple[int, int]]
    before: Remark | None = None
    values: list[TextValue] = field(default_factory=list)
    names: list[Name] = field(default_factory=list)
    groups: list[int] = field(default_factory=list)
    roles: list[RoleHolder] = field(default_factory=list)
    number: int = 0

    def cut(self, start: int, end: int) -> str:
        """Return the text between two offsets of the document."""
        return self.text[max(0, start - self.start) : max(0, end - self.start)]


def read(document: Document, source: Source) -> list[Remark]:
    """Return the sentences of a document outside boilerplate and tables; of a sealed one, none."""
    if document.sealed:
        return []
    text = document.text
    remarks: list[Remark] = []
    for start, end in sentences(text):
        if text.count("|", start, end) > 1 or source.is_boilerplate(document.position(start)[0]):
            continue
        words, spans = word_spans(text[start:end])
        remarks.append(
            Remark(
                source=document.id,
                start=start,
                end=end,
                text=text[start:end],
                published=source.published,
                stems=[sys.intern(meaning(word)) for word in words[:MOST_WORDS]],
                spans=[(start + first, start + last) for first, last in spans[:MOST_WORDS]],
            )
        )
    _place(remarks, text, source)
    return remarks


def _place(remarks: list[Remark], text: str, source: Source) -> None:
    """Give each remark the values, names and roles that stand in it."""
    starts = [remark.start for remark in remarks]

    def home(start: int, end: int) -> Remark | None:
        at = bisect_right(starts, start) - 1
        return remarks[at] if at >= 0 and end <= remarks[at].end + 1 else None

    for value in find_values(text, published=source.published):
        if found := home(value.start, value.end):
            found.values += meant(text, value, found.start)
    named = find_names(text)
    sure = {name.text for name in named if name.certain}
    for name in map(without_day, named):
        found = home(name.start, name.end)
        if found is not None and (name.certain or name.text in sure or " " in name.text or name.start > found.start):
            found.names.append(name)
    for role in find_roles(text):
        if found := home(role.start, role.end):
            found.roles.append(role)


@dataclass(slots=True)
class Corpus:
    """All remarks of some documents, the groups of their names, and how common each word is."""

    remarks: list[Remark]
    names: list[str] = field(default_factory=list)
    kinds: list[str] = field(default_factory=list)
    frequency: Counter[str] = field(default_factory=Counter)
    _weights: dict[str, float] = field(default_factory=dict)

    def weight(self, feature: str) -> float:
        """Return 0.1 to 1: how much it tells that two remarks share a stem, or a name group "@12"."""
        known = self._weights.get(feature)
        if known is None:
            total = len(self.remarks) + 60
            rarity = math.log(total / (1 + self.frequency[feature])) / math.log(total)
            known = self._weights[feature] = max(0.1, rarity * (0.3 if feature in LIGHT_WORDS else 1.0))
        return known


def gather(remarks: Iterable[Remark]) -> Corpus:
    """Number the remarks, put the spellings of one name into one group, and count words."""
    corpus = Corpus(list(remarks))
    spelled: dict[str, int] = {}
    first: dict[str, Name] = {}
    for number, remark in enumerate(corpus.remarks):
        remark.number = number
        last = corpus.remarks[number - 1] if number else remark
        follows = last.source == remark.source and 0 <= remark.start - last.end <= _GAP
        remark.before = last if follows else None
        for name in remark.names:
            first.setdefault(name.text, name)
    for group_number, group in enumerate(group_names(first.values())):
        corpus.names.append(group.name)
        corpus.kinds.append(group.kind)
        spelled.update((name.text, group_number) for name in group.mentions)
    short = {**_spelled_alike(corpus), **_short_forms(corpus)}
    spelled = {text: short.get(number, number) for text, number in spelled.items()}
    for remark in corpus.remarks:
        remark.groups = [spelled[name.text] for name in remark.names]
        corpus.frequency.update({word for word in remark.stems if word})
        corpus.frequency.update({f"@{group}" for group in remark.groups})
    return corpus


def _spelled_alike(corpus: Corpus) -> dict[int, int]:
    """Return which groups are one name in another spelling: as one they are compared, as two they are shown."""
    known = [(name, telling(name)) for name in corpus.names]
    alike: dict[int, int] = {}
    for a, b, _ in variants(known):
        first = alike.get(a, a)
        alike[b] = alike.get(first, first)
    return alike


def _short_forms(corpus: Corpus) -> dict[int, int]:
    """Return which one-word names are the first or last word of just one longer name: "Calder" of "Calder Mutual".

    "General Calder" is a one-word name too; what is said before a name is no part of it.
    """
    bare = [_untitled(name) for name in corpus.names]
    longer: dict[str, set[int]] = defaultdict(set)
    for number, words in enumerate(bare):
        if len(words) > 1:
            longer[words[0]].add(number)
            longer[words[-1]].add(number)
    return {
        number: min(longer[words[0]])
        for number, words in enumerate(bare)
        if len(words) == 1
        and len(longer.get(words[0], ())) == 1
        and len(words[0]) > 3
        and words[0] not in COUNTRIES
        and corpus.kinds[number] != "place"
    }


def _untitled(name: str) -> list[str]:
    words = plain(name).split()
    while len(words) > 1 and (words[0] in TITLES or words[0] in HEADS):
        words = words[1:]
    return words
