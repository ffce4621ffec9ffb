"""Which of many claims does a text speak of, and which of them hold some words, as one types?

BM25 over stems finds the claims that share the rarest words with a text; the best of them are weighed again with
words that are akin (Russia, Russian). The score then says how sure it is that the best of them is meant.
"""

from __future__ import annotations

import math
from array import array
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable
from heapq import nlargest
from itertools import chain, islice
from operator import itemgetter
from typing import Final

from rapidfuzz.distance import Prefix

from briefing.text.stem import stem
from briefing.text.terms import STOP, read_post, tags, terms, words

FLOOR: Final = 0.005
"""Score under which `search` is silent."""

_LONGEST: Final = 20_000
"""Characters of a text that are looked at."""
_LONGEST_TYPED: Final = 200
_MOST_TAGS: Final = 30
_MOST_PLACES: Final = 60_000
"""Places of words looked at in one search, rarest words first: what bounds its time."""
_SHORTLIST: Final = 100
_MOST_RANKED: Final = 5_000
_LOOKING: Final = 10
"""Looking through a claim for a word costs about as much as reading so many places of words."""
_ASIDE: Final = 0.75
_RARITY_POWER: Final = 1.2
_FEW: Final = 100
"""Claims an index is taken to hold at least: of two claims, every word is in half of them, yet may be rare."""
_K1: Final = 0.8
_B: Final = 0.6
_AKIN: Final = 0.55
_AKIN_WEIGHT: Final = 0.65
_HEAD: Final = 4
_RIVAL: Final = 5
_DOUBT: Final = 10.5
_CROWD: Final = 4.3
_WEIGHT: Final = 3.6


class ClaimIndex:
    """An index over claims, each an id with its text; nothing changes once it is built, so any thread may ask it."""

    def __init__(self, claims: Iterable[tuple[str, str]]) -> None:
        self._ids: list[str] = []
        self._stems: dict[str, int] = {}
        self._surfaces: dict[str, int] = {}
        self._places: list[array[int]] = []
        self._claims = array("I")
        self._starts = array("I", [0])
        for id, text in claims:
            self._add(id, text)
        self._names = list(self._stems)
        self._alphabet = sorted(self._surfaces)
        self._mean = max(1.0, len(self._claims) / max(1, len(self._ids)))
        self._rarity = array("d", (self._rare(len(places)) for places in self._places))

    def __len__(self) -> int:
        return len(self._ids)

    def search(self, text: str, limit: int = 5, *, floor: float = FLOOR) -> list[tuple[str, float]]:
        """Return (id, score) of the claims that a text speaks of, best first; none where nothing matches.

        The score runs from 0 to 1; texts of all lengths share its scale, so one border decides for all.
        """
        question = _Question(self._weights(text[:_LONGEST]), self._stems, self._names)
        weighed = ((self._weigh(at, question), -at) for at in self._shortlist(question.known))
        best = nlargest(max(limit, _RIVAL), weighed)
        scores = _scores([value for value, _ in best])
        return [(self._ids[-at], score) for (_, at), score in zip(best[:limit], scores) if score >= floor]

    def lookup(self, typed: str, limit: int = 50) -> list[tuple[str, float]]:
        """Return (id, score) of claims that hold all the words typed, or words that begin with them.

        Whole words and short claims come first. Words such as `the` count here: one may look for a phrase.
        """
        wanted = list(dict.fromkeys(words(typed[:_LONGEST_TYPED].lower())))
        whole = {self._surfaces[word] for word in wanted if word in self._surfaces}
        found = self._holders(map(self._kin, wanted))
        if len(found) > _MOST_RANKED:
            found = found.intersection(*(self._places[term] for term in whole)) or found
        ranked = ((self._closeness(at, whole), -at) for at in islice(found, _MOST_RANKED))
        return [(self._ids[-at], score / (len(wanted) + 1)) for score, at in nlargest(limit, ranked)]

    def _holders(self, kins: Iterable[set[int]]) -> set[int]:
        """Return the claims that hold a term of each set: all of them, unless even the rarest set is everywhere."""
        found: set[int] | None = None
        for spread, kin in sorted(((sum(len(self._places[term]) for term in kin), kin) for kin in kins), key=itemgetter(0)):
            places = chain.from_iterable(self._places[term] for term in kin)
            if found is None:
                found = set(islice(places, _MOST_PLACES))
            elif spread < _LOOKING * len(found):
                found.intersection_update(places)
            else:
                found = {at for at in found if not kin.isdisjoint(self._held(at))}
        return found or set()

    def _closeness(self, at: int, whole: set[int]) -> float:
        held = self._held(at)
        return (len(whole.intersection(held)) + 1) * self._mean / (self._mean + len(held))

    def _kin(self, word: str) -> set[int]:
        """Return the terms of the words that begin with `word`, and of its other forms."""
        first, last = (bisect_left(self._alphabet, edge) for edge in (word, word + chr(0x10FFFF)))
        kin = {self._surfaces[longer] for longer in self._alphabet[first:last]}
        return kin | {self._stems[name] for name in (stem(word),) if name in self._stems}

    def _held(self, at: int) -> array[int]:
        return self._claims[self._starts[at] : self._starts[at + 1]]

    def _add(self, id: str, text: str) -> None:
        held = [self._surfaces[word] if word in self._surfaces else self._enter(word) for word in words(text[:_LONGEST])]
        for term in set(held):
            self._places[term].append(len(self._ids))
        self._claims.extend(held)
        self._ids.append(id)
        self._starts.append(len(self._claims))

    def _enter(self, word: str) -> int:
        name = f"'{word}" if word in STOP else stem(word)  # "others" is no form of a word left out
        term = self._stems.setdefault(name, len(self._stems))
        if term == len(self._places):
            self._places.append(array("I"))
        self._surfaces[word] = term
        return term

    def _rare(self, holders: int) -> float:
        return math.log1p((max(_FEW, len(self._ids)) - holders + 0.5) / (holders + 0.5)) ** _RARITY_POWER

    def _weights(self, text: str) -> dict[str, float]:
        post = read_post(text)
        asides = terms(post.aside)
        for tag in tags(post.body + post.aside)[:_MOST_TAGS]:
            asides.extend(map(stem, self._split(tag)))
        return dict.fromkeys(asides, _ASIDE) | dict.fromkeys(terms(post.body), 1.0)

    def _split(self, tag: str) -> list[str]:
        """Cut `longbridge` into words the index knows, the likeliest way; none where there is no way."""
        best: list[tuple[float, list[str]]] = [(0.0, [])]
        for end in range(1, len(tag) + 1):
            ways = [(math.inf, [])]
            for start in range(max(0, end - 15), end - 1):
                part = tag[start:end]
                if part in self._surfaces and (len(part) > 2 or part in STOP):
                    cost = math.log(len(self._claims) / len(self._places[self._surfaces[part]]))
                    ways.append((best[start][0] + cost, [*best[start][1], part]))
            best.append(min(ways))
        return [part for part in best[-1][1] if part not in STOP and len(part) > 2]

    def _shortlist(self, weights: dict[int, float]) -> list[int]:
        sums: dict[int, float] = defaultdict(float)
        spent = 0
        for term in sorted(weights, key=lambda term: len(self._places[term])):
            spent += len(self._places[term])
            if sums and spent > _MOST_PLACES:
                break
            share = weights[term] * self._rarity[term]
            for at in self._places[term]:
                sums[at] += share
        return nlargest(_SHORTLIST, sums, key=sums.__getitem__)

    def _weigh(self, at: int, question: _Question) -> float:
        held = self._held(at)
        norm = _K1 * (1 - _B + _B * len(held) / self._mean)
        total = 0.0
        for term, count in Counter(held).items():
            weight = question.weight(term)
            if weight:
                total += weight * self._rarity[term] * count * (_K1 + 1) / (count + norm)
        return total


class _Question:
    """The stems of a text with their weights: those an index knows, and what stems are akin to any of them."""

    def __init__(self, weights: dict[str, float], stems: dict[str, int], names: list[str]) -> None:
        self.known = {stems[name]: weight for name, weight in weights.items() if name in stems}
        self._names = names
        self._heads: dict[str, list[str]] = defaultdict(list)
        for name in weights:
            if len(name) >= _HEAD:
                self._heads[name[:_HEAD]].append(name)
        self._weights = weights
        self._akin: dict[int, float] = {}

    def weight(self, term: int) -> float:
        known = self.known.get(term)
        if known is not None:
            return known
        akin = self._akin.get(term)
        if akin is None:
            akin = self._akin[term] = self._likeness(self._names[term])
        return akin

    def _likeness(self, name: str) -> float:
        best = 0.0
        for other in self._heads.get(name[:_HEAD], ()):
            share = Prefix.similarity(name, other) / max(len(name), len(other))
            if share >= _AKIN:
                best = max(best, share * self._weights[other])
        return _AKIN_WEIGHT * best


def _scores(values: list[float]) -> list[float]:
    """Turn weights, largest first, into scores: how sure the best is, and how far the others stay behind it.

    A weight speaks for a match, and the more so the less the fifth claim has of it: a text that many claims
    answer almost alike is about their subject, and speaks of none of them.
    """
    if not values:
        return []
    best = values[0]
    crowd = values[_RIVAL - 1] / best if len(values) >= _RIVAL else 0.0
    sure = 1 / (1 + math.exp(_DOUBT + _CROWD * crowd - _WEIGHT * math.log(best)))
    return [sure * (value / best) ** 3 for value in values]
