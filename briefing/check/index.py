"""Which of many claims does a text speak of, and which of them hold some words, as one types?

BM25 over stems finds the claims that share the rarest words with a text; the best of them are weighed again with
words that are akin (Russia, Russian). The score then says how sure it is that the best of them is meant.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable
from heapq import nlargest
from itertools import islice
from typing import Final

from rapidfuzz.distance import Prefix

from briefing.check.inverted import LONGEST, MOST_PLACES, Inverted
from briefing.text.stem import stem
from briefing.text.terms import read_post, tags, terms, words

FLOOR: Final = 0.005
"""Score under which nothing is given at all."""
MATCH: Final = 0.35
"""Score from which a text is best taken to speak of a claim: highest F1 on posts with and without a match."""

_LONGEST_TYPED: Final = 200
_MOST_TAGS: Final = 30
_SHORTLIST: Final = 100
_MOST_RANKED: Final = 5_000
_ASIDE: Final = 0.75
"""Weight of words in signatures and cut hashtags; those of the message weigh 1."""
_K1: Final = 0.8
_B: Final = 0.6
_HEAD: Final = 4
_AKIN: Final = 0.55
_AKIN_WEIGHT: Final = 0.65
"""Stems are akin if they share their first letters, and of the longer one this part; they weigh so much then."""
_RIVAL: Final = 5
"""Rank of the claim that tells a match from a crowd: near-doubles of the best one may stand between."""
_DOUBT, _WEIGHT, _CROWD, _SHARED = 10.4, 3.2, 3.5, 3.8
"""Logistic regression on matched and unmatched posts and sentences, indexes of 60 to 10,000 claims."""


class ClaimIndex:
    """An index over claims, each an id with its text; it never changes, so any thread may ask it."""

    def __init__(self, claims: Iterable[tuple[str, str]]) -> None:
        claims = list(claims)
        self._ids = [id for id, _ in claims]
        self._words = Inverted(text for _, text in claims)

    def __len__(self) -> int:
        return len(self._ids)

    def search(self, text: str, limit: int = 5, *, floor: float = FLOOR) -> list[tuple[str, float]]:
        """Return (id, score) of the claims that a text speaks of, best first; none where nothing matches.

        The score, 0 to 1, is about the chance that the best claim is meant, whatever the text's length and the
        number of claims: one border serves all texts. `floor=MATCH` gives only what is worth acting on.
        """
        question = _Question(self._weights(text[:LONGEST]), self._words)
        weighed = ((question.weigh(claim), -claim) for claim in self._shortlist(question.known))
        best = nlargest(max(limit, _RIVAL), weighed)
        if not best:
            return []
        scores = _scores([value for value, _ in best], question.shared(-best[0][1]))
        found = zip(best[: max(0, limit)], scores, strict=False)
        return [(self._ids[-claim], score) for (_, claim), score in found if score >= floor]

    def lookup(self, typed: str, limit: int = 50) -> list[tuple[str, float]]:
        """Return (id, score) of claims that hold all the words typed, or words that begin with them.

        Whole words and short claims come first; `the` counts like any other word.
        """
        wanted = list(dict.fromkeys(words(typed[:_LONGEST_TYPED].lower())))
        held = self._words
        whole = {held.surfaces[word] for word in wanted if word in held.surfaces}
        found = held.holders(map(held.beginning, wanted))
        if len(found) > _MOST_RANKED:
            found = found.intersection(*(held.places[term] for term in whole)) or found
        ranked = ((self._closeness(claim, whole), -claim) for claim in islice(found, _MOST_RANKED))
        return [(self._ids[-claim], score / (len(wanted) + 1)) for score, claim in nlargest(limit, ranked)]

    def _closeness(self, claim: int, whole: set[int]) -> float:
        held = self._words.held(claim)
        return (len(whole.intersection(held)) + 1) * self._words.mean / (self._words.mean + len(held))

    def _weights(self, text: str) -> dict[str, float]:
        """Return the stems of a text: those of its message whole, those of signatures and of cut hashtags less."""
        post = read_post(text)
        asides = terms(post.aside)
        for tag in tags(post.body + post.aside)[:_MOST_TAGS]:
            asides.extend(map(stem, self._words.split(tag)))
        return dict.fromkeys(asides, _ASIDE) | dict.fromkeys(terms(post.body), 1.0)

    def _shortlist(self, weights: dict[int, float]) -> list[int]:
        sums: dict[int, float] = defaultdict(float)
        spent = 0
        for term in sorted(weights, key=lambda term: len(self._words.places[term])):
            places = self._words.places[term]
            spent += len(places)
            if sums and spent > MOST_PLACES:
                break
            share = weights[term] * self._words.rarity[term]
            for claim in places:
                sums[claim] += share
        return nlargest(_SHORTLIST, sums, key=sums.__getitem__)


class _Question:
    """The stems of a text with their weights; `known` are those that some claim holds."""

    def __init__(self, weights: dict[str, float], held: Inverted) -> None:
        self.known = {held.stems[name]: weight for name, weight in weights.items() if name in held.stems}
        self._weights, self._held = weights, held
        self._heads: dict[str, list[str]] = defaultdict(list)
        for name in weights:
            if len(name) >= _HEAD:
                self._heads[name[:_HEAD]].append(name)
        self._kin: dict[int, float] = {}

    def weigh(self, claim: int) -> float:
        """Return how much a claim holds of the text: BM25."""
        held = self._held.held(claim)
        norm = _K1 * (1 - _B + _B * len(held) / self._held.mean)
        return sum(
            self._weight(term) * self._held.rarity[term] * count * (_K1 + 1) / (count + norm)
            for term, count in Counter(held).items()
        )

    def shared(self, claim: int) -> float:
        """Return the share of what the text and a claim say that both say, 0 to 1 (Dice, by rarity)."""
        rarity, held = self._held.rarity, set(self._held.held(claim))
        here = sum(rarity[term] * self._weight(term) for term in held)
        there = sum(rarity[term] for term in held)
        unknown = self._held.rare(0)
        mine = sum(
            weight * (rarity[self._held.stems[name]] if name in self._held.stems else unknown)
            for name, weight in self._weights.items()
        )
        return min(1.0, 2 * here / (mine + there))

    def _weight(self, term: int) -> float:
        known = self.known.get(term)
        if known is None:
            known = self._kin.get(term)
        if known is None:
            known = self._kin[term] = self._likeness(self._held.names[term])
        return known

    def _likeness(self, name: str) -> float:
        """Return the weight of a stem the text lacks: that of the likest one it has, if their beginnings agree."""
        best = 0.0
        for other in self._heads.get(name[:_HEAD], ()):
            share = Prefix.similarity(name, other) / max(len(name), len(other))
            if share >= _AKIN:
                best = max(best, share * self._weights[other])
        return _AKIN_WEIGHT * best


def _scores(values: list[float], shared: float) -> list[float]:
    """Turn weights, largest first, into scores: how sure the best is, and how far the others stay behind it.

    A weight speaks for a match, and the less so the more of it the fifth claim has: a text that many claims
    answer almost alike is about their subject, and speaks of none of them.
    """
    best = values[0]
    crowd = values[_RIVAL - 1] / best if len(values) >= _RIVAL else 0.0
    evidence = _WEIGHT * math.log(best) + _SHARED * shared - _CROWD * crowd - _DOUBT
    sure = 1 / (1 + math.exp(-evidence))
    return [sure * (value / best) ** 3 for value in values]
