"""Spellings of names: which of them seem to mean one person, place or body."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations
from typing import Final

from briefing.text.countries import COUNTRIES
from briefing.text.namewords import FORMS, MARKS, PARTICLES, SOFT, TITLES
from briefing.text.romanise import likeness, plain
from briefing.text.sameness import BORDER, same_name

_CROWD: Final = 60
_SILENT: Final = FORMS | SOFT | TITLES | PARTICLES
_PARTS: Final = re.compile(r"[\s\-‑–]+")
INSIDE: Final = 0.45
"""What a name is worth that lacks a word inside another: "Cobalt Partners", "Cobalt Bay Partners"."""

Words = tuple[str, ...]


@lru_cache(1 << 16)
def telling(name: str) -> Words:
    """Return the words of a name that tell: no legal forms, titles or countries, no difference of case or hyphen."""
    words = [word for word in _PARTS.split(re.sub(r"['’]s\b", "", name)) if word]
    kept = [word for word in words if (bare := plain(word)) and bare not in _SILENT and bare not in COUNTRIES]
    return tuple(word.casefold().strip(".,’'") for word in kept)


def variants(names: Sequence[tuple[str, Words]]) -> Iterator[tuple[int, int, float]]:
    """Yield pairs of names, by their numbers, that are one name in two spellings, with how alike they are."""
    for a, b in _neighbours([words for _, words in names]):
        one, two = names[a], names[b]
        if _lacks_a_word(one[1], two[1]):
            yield a, b, INSIDE
        elif differently_spelled(one[1], two[1]) and (alike := same_name(one[0], two[0])) >= BORDER:
            yield a, b, alike


def differently_spelled(a: Words, b: Words) -> bool:
    """Whether two names have the same words but for the letters of some; an "s" at the end is no other spelling."""
    if len(a) != len(b):
        return "".join(a) == "".join(b)
    left, right = [word for word in a if word not in b], [word for word in b if word not in a]
    if not left or not right or sorted(word.rstrip("s") for word in left) == sorted(word.rstrip("s") for word in right):
        return False
    return all(max(likeness(x, y) for y in right) >= 0.45 or _marks(x, right) for x in left)


def _marks(word: str, others: list[str]) -> bool:
    return plain(word) in MARKS and any(plain(other) in MARKS for other in others)


def _lacks_a_word(a: Words, b: Words) -> bool:
    short, long = sorted((a, b), key=len)
    return len(short) == 2 and len(long) == 3 and (short[0], short[-1]) == (long[0], long[-1])


def _neighbours(names: Sequence[Words]) -> Iterator[tuple[int, int]]:
    """Yield pairs of names that share at least two runs of three letters."""
    index: dict[str, list[int]] = defaultdict(list)
    for n, words in enumerate(names):
        for key in {word[i : i + 3] for word in map(plain, words) for i in range(len(word) - 2)}:
            index[key].append(n)
    counts: dict[tuple[int, int], int] = defaultdict(int)
    for crowd in index.values():
        if len(crowd) <= _CROWD:
            for pair in combinations(crowd, 2):
                counts[pair] += 1
    yield from (pair for pair, count in sorted(counts.items()) if count >= 2)
