"""Which claims hold which words: an inverted index in memory, with the words of each claim beside it."""

from __future__ import annotations

import math
from array import array
from bisect import bisect_left
from collections.abc import Iterable
from itertools import chain, islice
from operator import itemgetter
from typing import Final

from briefing.text.stem import stem
from briefing.text.terms import STOP, words

LONGEST: Final = 20_000
"""Characters of a text that are looked at."""
MOST_PLACES: Final = 60_000
"""Claims read off for one search, those of the rarest words first: what bounds its time."""

_LOOKING: Final = 10
"""Looking through a claim for a word costs about as much as reading off so many places."""
_FEW: Final = 100
"""Claims an index is taken to hold at least: of two claims every word is in half of them, and may yet be rare."""
_RARITY_POWER: Final = 1.2
_LONGEST_PART: Final = 15


class Inverted:
    """Claims by their words; claims and words are numbers from 0, in the order in which they came.

    All forms of a word share one term, its stem; `names` are the stems. Words that say nothing of what a
    text is about are held for lookups; their rarity is 0.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        self.stems: dict[str, int] = {}
        self.surfaces: dict[str, int] = {}
        self.places: list[array[int]] = []
        self._starts = array("I", [0])
        self._held = array("I")
        for text in texts:
            self._add(text)
        self.names = list(self.stems)
        self._alphabet = sorted(self.surfaces)
        self.mean = max(1.0, len(self._held) / max(1, len(self)))
        self.rarity = array("d", map(self._rarity_of, self.names))

    def __len__(self) -> int:
        return len(self._starts) - 1

    def held(self, claim: int) -> array[int]:
        """Return the terms of a claim in reading order."""
        return self._held[self._starts[claim] : self._starts[claim + 1]]

    def rare(self, holders: int) -> float:
        """Return how much a term tells that so many claims hold: BM25's idf, a little steeper."""
        return math.pow(math.log1p((max(_FEW, len(self)) - holders + 0.5) / (holders + 0.5)), _RARITY_POWER)

    def beginning(self, word: str) -> set[int]:
        """Return the terms of the words that begin with `word`, and of its other forms."""
        first, last = (bisect_left(self._alphabet, edge) for edge in (word, word + chr(0x10FFFF)))
        kin = {self.surfaces[longer] for longer in self._alphabet[first:last]}
        return kin | {self.stems[name] for name in (stem(word),) if name in self.stems}

    def holders(self, kins: Iterable[set[int]]) -> set[int]:
        """Return the claims that hold a term of each set: all of them, unless even the rarest set is everywhere."""
        found: set[int] | None = None
        spreads = ((sum(len(self.places[term]) for term in kin), kin) for kin in kins)
        for spread, kin in sorted(spreads, key=itemgetter(0)):
            places = chain.from_iterable(self.places[term] for term in kin)
            if found is None:
                found = set(islice(places, MOST_PLACES))
            elif spread < _LOOKING * len(found):
                found.intersection_update(places)
            else:
                found = {claim for claim in found if not kin.isdisjoint(self.held(claim))}
        return found or set()

    def split(self, tag: str) -> list[str]:
        """Cut `longbridge` into words of the claims, the likeliest way; empty where there is no way."""
        best: list[tuple[float, list[str]]] = [(0.0, [])]
        for end in range(1, len(tag) + 1):
            ways: list[tuple[float, list[str]]] = [(math.inf, [])]
            for start in range(max(0, end - _LONGEST_PART), end - 1):
                part = tag[start:end]
                if part in self.surfaces and (len(part) > 2 or part in STOP):
                    cost = math.log(len(self._held) / len(self.places[self.surfaces[part]]))
                    ways.append((best[start][0] + cost, [*best[start][1], part]))
            best.append(min(ways))
        return [part for part in best[-1][1] if part not in STOP]

    def _add(self, text: str) -> None:
        known = self.surfaces
        held = [known[word] if word in known else self._enter(word) for word in words(text[:LONGEST])]
        for term in set(held):
            self.places[term].append(len(self))
        self._held.extend(held)
        self._starts.append(len(self._held))

    def _enter(self, word: str) -> int:
        name = f"'{word}" if word in STOP else stem(word)  # "others" is no form of a word that says nothing
        term = self.stems.setdefault(name, len(self.stems))
        if term == len(self.places):
            self.places.append(array("I"))
        self.surfaces[word] = term
        return term

    def _rarity_of(self, name: str) -> float:
        return 0.0 if name[0] == "'" else self.rare(len(self.places[self.stems[name]]))
