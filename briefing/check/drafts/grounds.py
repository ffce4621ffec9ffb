"""What a draft is held against: the sentences of cards, discrepancies and sources, and where their words stand.

A word of a draft is borne out where it stands among the words that stand around it in the draft.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from rapidfuzz.distance import Prefix

from briefing.model.dossier import Dossier
from briefing.model.results import Located
from briefing.text.countries import COUNTRIES
from briefing.text.names import Name, find_names
from briefing.text.reuse import word_spans
from briefing.text.roles import RoleHolder, find_roles
from briefing.text.sentences import sentences
from briefing.text.stance import Stance, read_stance
from briefing.text.stem import stem
from briefing.text.terms import STOP
from briefing.text.value import TextValue
from briefing.text.values import find_values
from briefing.text.wordtables import word_set

_USA: Final = f"+{COUNTRIES['usa']}"
_LOOSE: Final = word_set("already currently recently meanwhile however although even though actually")
"""Words that say when or how, and not what."""
AKIN: Final = 0.6
"""Share of the longer of two stems that they begin with alike, from which they count as forms of one word."""
_NOTHING: Final = 1e-9
_HEAD: Final = 4
_LONGEST: Final = 3_000_000
"""Characters of sources that are read."""
_MOST: Final = 60_000
"""Sentences of sources that are read."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word at `start` to `end` of its text; `weighty` words say what a text is about."""

    start: int
    end: int
    low: str
    stem: str
    weighty: bool


def words_of(text: str, offset: int = 0) -> list[Word]:
    """Return the words of a text, possessive endings left out; offsets count from `offset` on."""
    found: list[Word] = []
    for low, (start, end) in zip(*word_spans(text), strict=True):
        if low.endswith(("'s", "’s")) and len(low) > 2:
            low, end = low[:-2], end - 2
        if low == "s" and found and found[-1].low == "u":
            found[-1] = Word(found[-1].start, end + offset, "us", _USA, True)
        elif low == "states" and found and found[-1].low == "united":
            found[-1] = Word(found[-1].start, end + offset, "united states", _USA, True)
        elif text[start:end] == "US":
            found.append(Word(start + offset, end + offset, low, _USA, True))
        elif low != "s":
            name = COUNTRIES.get(low)
            found.append(
                Word(
                    start + offset,
                    end + offset,
                    low,
                    f"+{name}" if name else stem(low),
                    low not in STOP and low not in _LOOSE,
                )
            )
    return found


@dataclass(eq=False)
class Ground:
    """A sentence of the dossier; `about` says what it speaks of where its own words do not.

    `discrepancy` and `side` say of which side it is the answer.
    """

    text: str
    about: str = ""
    card: str = ""
    located: tuple[Located, ...] = ()
    discrepancy: str = ""
    side: int = -1
    own: bool = True
    """Whether it states something by itself: a note or a finding only goes with what does."""
    whole: bool = True
    """Whether it is a sentence, and no words cut out of one."""

    @property
    def name(self) -> str:
        """What a reader is told it is: a card, a line of a source, a discrepancy."""
        if self.card:
            return f"card {self.card}"
        if self.discrepancy:
            return f"discrepancy {self.discrepancy}"
        return f"{self.located[0].source}:{self.located[0].lines[0]}" if self.located else "the dossier"

    @cached_property
    def words(self) -> list[Word]:
        """Its words."""
        return words_of(self.text)

    @cached_property
    def values(self) -> list[TextValue]:
        """Its figures and dates."""
        return find_values(self.text)

    @cached_property
    def names(self) -> list[Name]:
        """Its names."""
        return find_names(self.text)

    @cached_property
    def roles(self) -> list[RoleHolder]:
        """Who holds which role in it."""
        return find_roles(self.text)

    @cached_property
    def stance(self) -> Stance:
        """How it is meant."""
        return read_stance(self.text)


def grounds_of(dossier: Dossier) -> Iterator[Ground]:
    """Yield everything a dossier states, cards first."""
    for card in dossier.cards:
        places = tuple(Located(source=item.source, lines=item.lines) for item in card.evidence)
        yield Ground(card.claim, card.subject, card.id, places)
        for item in card.evidence:
            yield Ground(item.quote, card.claim, card.id, (Located(source=item.source, lines=item.lines),), whole=False)
        yield from _sentences(card.note, card.claim, card.id, places)
    for topic in dossier.discrepancies:
        for at, side in enumerate(topic.side):
            places = tuple(Located(source=item.source, lines=item.lines) for item in side.passages)
            yield Ground(side.says, topic.question, "", places, topic.id, at, whole=False)
            for passage in side.passages:
                place = (Located(source=passage.source, lines=passage.lines),)
                yield Ground(passage.quote, f"{side.says} {topic.question}", "", place, topic.id, at, whole=False)
        yield from _sentences(topic.finding, topic.question, "", ())
    yield from _sentences(dossier.bottom_line, "", "", ())
    for source in dossier.sources:
        yield Ground(f"{source.title} ({source.publisher})", source.id, own=False)
        yield from _sentences(source.reason, source.publisher, "", ())
    for origin in dossier.origins:
        yield Ground(origin.name, origin.kind, own=False)
    yield from _of_sources(dossier)


def _sentences(text: str, about: str, card: str, places: tuple[Located, ...]) -> Iterator[Ground]:
    for start, end in sentences(text):
        yield Ground(text[start:end], about, card, places, own=False)


def _of_sources(dossier: Dossier) -> Iterator[Ground]:
    room, count = _LONGEST, 0
    for name, document in dossier.documents.items():
        if document.sealed or room <= 0:
            continue
        source = dossier.source_by_id.get(name)
        text = document.text[:room]
        room -= len(text)
        before = ""
        for start, end in sentences(text):
            lines = document.lines_of(start, end)
            if count >= _MOST:
                return
            if source is not None and source.is_boilerplate(lines[0]):
                continue
            count += 1
            yield Ground(text[start:end], before, "", (Located(source=name, lines=lines),))
            before = text[start:end]


class Grounds:
    """An index over grounds: where a stem stands, and how rare it is."""

    def __init__(self, grounds: Iterable[Ground]) -> None:
        self.all: list[Ground] = list(grounds)
        self.number = {id(ground): number for number, ground in enumerate(self.all)}
        self.lows: set[str] = set()
        self._places: dict[str, dict[int, list[int]]] = defaultdict(dict)
        self._about: dict[str, set[int]] = defaultdict(set)
        for number, ground in enumerate(self.all):
            for at, word in enumerate(ground.words):
                self._places[word.stem].setdefault(number, []).append(at)
                self.lows.add(word.low)
            for word in words_of(ground.about):
                if word.weighty:
                    self._about[word.stem].add(number)
        self._heads: dict[str, list[str]] = defaultdict(list)
        for name in self._places:
            self._heads[name[:_HEAD]].append(name)
        self._where: dict[str, Mapping[int, list[int]]] = {}

    def rarity(self, name: str) -> float:
        """Return how much a stem says: more, the fewer sentences hold it."""
        return math.log(1 + (len(self.all) + 1) / (0.5 + len(self._places.get(name, ()))))

    def holds(self, name: str) -> bool:
        """Say whether a stem, or one of a word of its family, stands anywhere."""
        return bool(self.where(name))

    def stands(self, name: str) -> Mapping[int, list[int]]:
        """Return the sentences that hold a stem itself, and at which words."""
        return self._places.get(name, {})

    def where(self, name: str) -> Mapping[int, list[int]]:
        """Return the sentences that hold a stem or one akin to it, and at which words."""
        found = self._where.get(name)
        if found is None:
            found = {number: list(places) for number, places in self._places.get(name, {}).items()}
            for other in self._heads.get(name[:_HEAD], ()) if len(name) >= _HEAD else ():
                if other != name and name[0] != "+" and _akin(name, other):
                    for number, places in self._places[other].items():
                        found.setdefault(number, []).extend(places)
            self._where[name] = found
        return found

    def scores(self, words: list[Word]) -> dict[int, float]:
        """Return which share of what some words say each sentence holds, 0 to 1; what it is about counts less."""
        total = 0.0
        sums: dict[int, float] = defaultdict(float)
        for name in {word.stem for word in words if word.weighty}:
            weight = self.rarity(name)
            total += weight
            places = self.where(name)
            for number in places:
                sums[number] += weight
            for number in self._about.get(name, ()):
                if number not in places:
                    sums[number] += 0.6 * weight
        return {number: value / total for number, value in sums.items()} if total else {}

    def without(self, scores: dict[int, float], left: set[str], gone: set[str]) -> dict[int, float]:
        """Return what `scores` would be of the stems `left` alone, had `gone` not been among them."""
        rest = sum(map(self.rarity, left))
        if not rest:
            return {}
        factor = (rest + sum(map(self.rarity, gone))) / rest
        found = {number: value * factor for number, value in scores.items()}
        for name in gone:
            weight = self.rarity(name) / rest
            places = self.where(name)
            for number in places:
                found[number] -= weight
            for number in self._about.get(name, ()):
                if number not in places:
                    found[number] -= 0.6 * weight
        return {number: value for number, value in found.items() if value > _NOTHING}

    def cover(self, words: list[Word], ground: Ground) -> float:
        """Return which share of what a sentence of the dossier says some words hold, 0 to 1."""
        ours = {word.stem for word in words}
        theirs = {word.stem for word in ground.words if word.weighty}
        total = sum(map(self.rarity, theirs))
        met = sum(self.rarity(name) for name in theirs if name in ours or any(_akin(name, one) for one in ours))
        return met / total if total else 0.0

    def likeness(self, words: list[Word], ground: Ground) -> float:
        """Return how much of what words and a sentence say is the same, 0 to 1; what one alone says counts against."""
        ours = {word.stem for word in words if word.weighty}
        theirs = {word.stem for word in ground.words if word.weighty}
        number = self.number[id(ground)]
        shared = {name for name in ours if number in self.where(name)}
        met = sum(map(self.rarity, shared))
        lone = sum(self.rarity(name) for name in ours - shared)
        left = sum(self.rarity(name) for name in theirs if not any(name == one or _akin(name, one) for one in shared))
        return met / (met + lone + left) if met else 0.0


def _akin(a: str, b: str) -> bool:
    return Prefix.similarity(a, b) >= AKIN * max(len(a), len(b))
