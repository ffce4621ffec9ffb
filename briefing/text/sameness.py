"""Are two names one person, organisation or place?

Words are paired by likeness, in any order; what is left over, and words that tell namesakes apart
(upper and lower, numbers, countries, a second surname), decide. The middle band is there to be asked
about: whoever merges it in silence makes two people one.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, Literal

from briefing.text.countries import COUNTRIES
from briefing.text.nameparts import Parts, take_apart
from briefing.text.namewords import (
    FORMS,
    NICKNAMES,
    PARTICLES,
    SOFT,
)
from briefing.text.romanise import LONGEST, likeness, plain, sound
from briefing.text.wordtables import word_set

Grade = Literal["same", "possible", "different"]

SAME: Final = 0.75
BORDER: Final = 0.5
POSSIBLE: Final = 0.4

_OTHERWISE: Final = re.compile(r"\s*(?:(?<=\w{3})/(?=\w{3})|\ba\.?k\.?a\.?\s|\balias\b)\s*", re.IGNORECASE)
_OPENINGS: Final = word_set("international national federal")
_GENERATIONS: Final = frozenset({"junior", "senior"})


def grade_name(score: float) -> Grade:
    """Return the band of a score of `same_name`; `possible` is shown and asked, never merged in silence."""
    return "same" if score >= SAME else "possible" if score >= POSSIBLE else "different"


def same_name(a: str, b: str) -> float:
    """Return 0 to 1: do two names mean one person, organisation or place? 0.5 is the border.

    Order of words, titles, legal forms, romanisation, initials, acronyms and slips of the pen are
    forgiven; another surname, number, direction or country is not.
    """
    return _same(a[:LONGEST], b[:LONGEST]) if a <= b else _same(b[:LONGEST], a[:LONGEST])


@lru_cache(1 << 17)
def _same(a: str, b: str) -> float:
    x, y = plain(a), plain(b)
    if not x or not y:
        return 0.0
    if x == y:
        return 1.0
    others = [(s, t) for s in _OTHERWISE.split(a)[:3] for t in _OTHERWISE.split(b)[:3] if plain(s) and plain(t)]
    return max(_compare(take_apart(s), take_apart(t)) for s, t in others or [(a, b)])


def _compare(a: Parts, b: Parts) -> float:
    if a.acronym and not b.acronym and (fits := _spells(a.acronym, b.spelled)):
        return fits
    if b.acronym and not a.acronym and (fits := _spells(b.acronym, a.spelled)):
        return fits
    ceiling = _ceiling(a, b)
    if ceiling < POSSIBLE:
        return ceiling
    score = _paired(a, b)
    if len(a.words) != len(b.words):
        score = max(score, 0.95 * _run_together(a, b))
    return min(score, ceiling)


def _spells(letters: str, words: tuple[str, ...]) -> float:
    """Return how well initials spell a name: particles and forms may be left out, a leading country too."""
    if len(letters) < 2 or len(words) < 2:
        return 0.0
    reached = {0}
    for at, word in enumerate(words):
        step = {n + len(word) for n in reached if len(word) <= 3 and letters.startswith(word, n)}
        parts = word.split()
        step |= {n + len(parts) for n in reached if letters.startswith("".join(part[0] for part in parts), n)}
        if word in PARTICLES or word in FORMS or (at == 0 and (word in COUNTRIES or word in _OPENINGS)):
            step |= reached
        reached = step
    return (0.85 if len(letters) > 2 else 0.7) if len(letters) in reached else 0.0


def _ceiling(a: Parts, b: Parts) -> float:
    """Return the most that numbers, directions, fathers and initials allow."""
    if a.numbers != b.numbers:
        return 0.2 if a.numbers and b.numbers else 0.45
    if a.marks - _GENERATIONS != b.marks - _GENERATIONS or (a.marks != b.marks and len(a.marks) == len(b.marks)):
        return 0.1 if a.marks and b.marks and not (a.marks < b.marks or b.marks < a.marks) else 0.45
    if a.fathers and b.fathers and max(likeness(x, y) for x in a.fathers for y in b.fathers) < BORDER:
        return 0.3
    first, second = ({word[0] for word in side.words if len(word) == 1} for side in (a, b))
    return 0.7 if first and second and first != second else 1.0


def _word_likeness(a: str, b: str, given: bool) -> float:
    """Return 0 to 1 for two words of names; `given`: neither is the last word of its name."""
    x, y = plain(a), plain(b)
    if x == y:
        return 1.0
    if x in COUNTRIES and y in COUNTRIES:
        return 0.97 if COUNTRIES[x] == COUNTRIES[y] else 0.0
    if len(x) == 1 or len(y) == 1:
        return 0.85 if sound(a)[:1] == sound(b)[:1] else 0.0
    if given and ((x, y) in NICKNAMES or (min(len(x), len(y)) > 2 and (x.startswith(y) or y.startswith(x)))):
        return 0.9
    return likeness(a, b)


def _run_together(a: Parts, b: Parts) -> float:
    """Return the likeness of the two names without their spaces: `Jong-un` is `Jongun`."""
    x, y = "".join(a.words), "".join(b.words)
    score = likeness(x, y)
    return score if score > 0.8 and sound(x)[:1] == sound(y)[:1] else 0.0


def _paired(a: Parts, b: Parts) -> float:
    short, long = (a, b) if len(a.words) <= len(b.words) else (b, a)
    person = not (a.body or b.body)
    pairs = sorted(
        (
            (_word_likeness(x, y, person and m < len(short.words) - 1 and n < len(long.words) - 1), -abs(m - n), m, n)
            for m, x in enumerate(short.words)
            for n, y in enumerate(long.words)
        ),
        reverse=True,
    )
    left, right, scores = set(range(len(short.words))), set(range(len(long.words))), []
    for score, _, m, n in pairs:
        if score >= 0.25 and m in left and n in right:
            left.remove(m)
            right.remove(n)
            scores.append(score)
    if not scores:
        return 0.0
    doubts = sorted((1 - score for score in scores), reverse=True)
    score = 1 - doubts[0] - 0.5 * sum(doubts[1:])
    lost = [plain(short.words[m]) for m in left]
    extra = [plain(long.words[n]) for n in right]
    surname = len(long.words) - 1 not in right
    return max(0.0, score) * _share(lost, extra, len(short.words), person, surname, long.leader)


def _share(lost: list[str], extra: list[str], size: int, person: bool, surname: bool, leader: str) -> float:
    """Return what words without a partner leave of a score: `lost` of the shorter name, `extra` of the longer."""
    hard = [word for word in extra if word not in SOFT]
    if lost:
        return 0.9 if not hard and all(word in SOFT for word in lost) else 0.3
    if not hard:
        return 0.92 if extra else 1.0
    if all(word in COUNTRIES for word in hard):
        return 0.6 if hard == [leader] else 0.35
    if not person:
        return 0.42
    if size == 1:
        return 0.55 if surname else 0.45
    return max(0.7, 1 - 0.06 * len(hard))
