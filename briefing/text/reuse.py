"""How much of one text stands in another: word for word, or lightly edited.

Words are compared by their stems, in shingles, so that time grows with the length of the texts and
not with its square. Measured by `tests/eval/reuse.py`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from briefing.text.wordtables import word_set

LONGEST: Final = 2_000_000
"""Characters of a text that are looked at."""

EXACT: Final = 5
SEED: Final = 3
EDITED: Final = 8
GAP: Final = 3
_DENSITY: Final = 0.6
_MOST_PLACES: Final = 20

_WORD: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W_]+(?:['’][^\W_]+)*")
_ENDING: Final = re.compile(r"(?:ations?|ingly|edly|ings?|ies|ied|ers?|est|ed|es|ly|e|y|s)$")
_COMMON: Final = word_set(
    """
    a an the of to in on at by for with from as is are was were be been being it its this that these those and or
    but not no who which what when where how can could may might will would shall should do does did has have had
    he she they them their his her we our you your i also such than then there here so if into about over under
    between each other more most some any all one two only very just up out
    """
)


@dataclass(frozen=True, slots=True)
class Run:
    """Words that stand in both texts: offsets in each (code points, ends not included)."""

    a: tuple[int, int]
    b: tuple[int, int]
    words: int


@lru_cache(1 << 16)
def stem(word: str) -> str:
    """Return a lower-case word without its commonest English endings."""
    if len(word) < 4:
        return word
    return (_ENDING.sub("", word) if len(word) > 4 else word.rstrip("s")).replace("’", "'") or word


def word_spans(text: str) -> tuple[list[str], list[tuple[int, int]]]:
    """Return the words of a text in lower case and their offsets; each Han or Kana sign is a word."""
    found = [(match[0].lower(), match.span()) for match in _WORD.finditer(text, 0, LONGEST)]
    return [word for word, _ in found], [span for _, span in found]


def shared_runs(a: str, b: str, minimum: int = 8) -> list[Run]:
    """Return where `minimum` or more words in a row of `a` stand in `b` too, in the order of `a`.

    Case, punctuation and line ends are overlooked; the longest run wins where several begin.
    """
    (x, at), (y, there) = word_spans(a), word_spans(b)
    return [
        Run((at[i][0], at[i + n - 1][1]), (there[j][0], there[j + n - 1][1]), n)
        for i, j, n in _runs(x, y, max(1, minimum), overlap=False)
    ]


def reuse(a: str, b: str) -> float:
    """Return the share, 0 to 1, of the shorter text that stands in the other.

    Runs of five words count whole, a lightly edited stretch (eight words, gaps of at most three) half.
    """
    x, y = ([stem(word) for word in word_spans(text)[0]] for text in (a, b))
    if len(x) > len(y):
        x, y = y, x
    if not x:
        return 0.0
    exact = bytearray(len(x))
    for i, _, n in _runs(x, y, min(EXACT, len(x)), overlap=True):
        exact[i : i + n] = b"\1" * n
    return (sum(exact) + len(_edited(x, y) | {i for i, hit in enumerate(exact) if hit})) / (2 * len(x))


def _places(words: Sequence[str], size: int) -> dict[tuple[str, ...], list[int]]:
    """Return where each shingle of `size` words begins."""
    found: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at, shingle in enumerate(zip(*(words[n:] for n in range(size)), strict=False)):
        found[shingle].append(at)
    return found


def _runs(x: list[str], y: list[str], size: int, *, overlap: bool) -> Iterator[tuple[int, int, int]]:
    """Yield (place in x, place in y, words) of the longest common run from each place on."""
    places = _places(y, size)
    i = 0
    while i <= len(x) - size:
        best = max(
            ((_common(x, y, i, j, size), -j) for j in places.get(tuple(x[i : i + size]), ())[:_MOST_PLACES]),
            default=(0, 0),
        )
        if best[0]:
            yield i, -best[1], best[0]
        i += max(1, best[0] - size + 1 if overlap else best[0])


def _common(x: list[str], y: list[str], i: int, j: int, known: int) -> int:
    n = known
    while i + n < len(x) and j + n < len(y) and x[i + n] == y[j + n]:
        n += 1
    return n


def _edited(x: list[str], y: list[str]) -> set[int]:
    """Return the places in `x` of words that lie in lightly edited stretches of `y`."""
    places = _places(y, SEED)
    need = min(EDITED, len(x))
    covered: set[int] = set()
    seen: set[tuple[int, int]] = set()
    for i, shingle in enumerate(zip(x, x[1:], x[2:], strict=False)):
        there = places.get(shingle, ())
        if not there or len(there) > _MOST_PLACES or all(word in _COMMON for word in shingle):
            continue
        for j in there:
            if (i, j) in seen:
                continue
            chain = [*_chain(x, y, i, j, -1), (i, j), *_chain(x, y, i, j, 1)]
            seen.update(chain)
            ends = [at for at, _ in chain]
            if len(chain) >= need and len(chain) >= _DENSITY * (max(ends) - min(ends) + 1):
                covered.update(ends)
    return covered


_STEPS: Final = sorted(
    ((i, j) for i in range(1, GAP + 2) for j in range(1, GAP + 2)), key=lambda step: (sum(step), step)
)


def _chain(x: list[str], y: list[str], i: int, j: int, way: int) -> list[tuple[int, int]]:
    """Return the pairs of equal words from (i, j) on, with gaps of at most `GAP` words on either side."""
    found: list[tuple[int, int]] = []
    while True:
        for di, dj in _STEPS:
            m, n = i + way * di, j + way * dj
            if 0 <= m < len(x) and 0 <= n < len(y) and x[m] == y[n]:
                break
        else:
            return found
        i, j = m, n
        found.append((i, j))
