"""The plain words of a draft: what repeats the dossier word for word, and what stands in another word's place.

A sentence of a draft that goes along with one of the dossier, but for one word, has put that word in the place of
another. The more of the words on both sides are the same, the surer that is; the borders are measured by
`tests/eval/drafts.py`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from rapidfuzz.distance import LCSseq

from briefing.check.drafts.company import Company
from briefing.check.drafts.grounds import Ground, Grounds, Word
from briefing.check.drafts.kinships import SAME
from briefing.check.drafts.opposites import OPPOSITES
from briefing.check.drafts.remark import Line, Remark
from briefing.text.stem import stem
from briefing.text.wordtables import word_set

_GROUNDS: Final = 6
"""Sentences that fit best, with which one of a draft is compared."""
_LEAD: Final = 2
"""Words that may introduce what is repeated: "Note:"."""
_PERSONAL: Final = word_set("he she they him her his their no not")
_NONE: Final[frozenset[str]] = frozenset()
_TELLING: Final = SAME[stem("say")] | {stem("say")}
_LIGHT: Final = 0.35
"""What a little word counts as company, a weighty one counting 1."""
_FADE: Final = 0.75
_REACH: Final = 6
_SLACK: Final = 3
_WIDEST: Final = 3
_COMPANY: Final = 3.5
_LIKE: Final = 0.45
_TURNED: Final = 1.6
_FULL: Final = 0.6
"""Fit of the rest of a sentence from which a word of the dossier may be out of its place in it."""
_LOW: Final = 0.6
"""How well it must stand elsewhere to be in its place all the same."""


@dataclass(frozen=True, slots=True)
class _Place:
    """A word of a draft in another's place: `run` words are the same on both sides, `weighty` of them say much."""

    word: Word
    instead: str
    ground: Ground
    run: int = 0
    weighty: int = 0
    company: float = 0.0


class Wordings:
    """How the sentences of a dossier are worded."""

    def __init__(self, grounds: Grounds) -> None:
        self._grounds = grounds
        self._texts: dict[str, Ground] = {}
        for ground in grounds.all:
            self._texts.setdefault(_key(ground.words), ground)

    def repeated(self, line: Line) -> Ground | None:
        """Return the sentence that one of a draft repeats word for word."""
        for lead in range(min(_LEAD, max(0, len(line.words) - _LEAD)) + 1):
            found = self._texts.get(_key(line.words[lead:]))
            if found is not None:
                return found
        return None

    def remarks(self, line: Line) -> Iterator[Remark]:
        """Yield the words that stand where the dossier has others."""
        told = {
            word.start
            for word in line.words
            for value in line.values
            if value.kind == "date" and value.start <= word.start < value.end  # compared as dates
        }
        for place in self._places(line):
            word = place.word
            if word.start in told or not self._telling(line, place):
                continue
            told.add(word.start)
            yield Remark(
                word.start, word.end, "negation" if word.low in ("no", "not") else "word",
                f"draft: {word.low}; dossier: {place.instead}", place.ground, grave=False,
            )  # fmt: skip
        yield from self._turned(line)

    def _telling(self, line: Line, place: _Place) -> bool:
        """Say whether so much around a word is the same that it was put in another's place."""
        novel = not self._grounds.holds(place.word.stem)
        if place.company:
            return place.company >= _COMPANY and (novel or self._misplaced(line, place.word))
        if (
            place.run >= 6
            or (novel and place.run >= 5 and place.weighty >= 2)
            or (novel and place.run >= 4 and place.weighty >= 3)
        ):
            return not self._borne(line, place.word)
        return False

    def _misplaced(self, line: Line, word: Word) -> bool:
        """Say whether a word of the dossier stands nowhere near what the rest of a sentence says."""
        company = Company(self._grounds, line, (word.start, word.end))
        if company.best < _FULL:
            return False
        names = (word.stem, *SAME.get(word.stem, ()))
        own = company.standing(
            (n, at, at) for name in names for n, found in self._grounds.where(name).items() for at in found
        )
        return own.total < _LOW

    def _borne(self, line: Line, word: Word) -> bool:
        """Say whether a word stands with the same two neighbours somewhere."""
        at = line.words.index(word)
        for number, places in self._grounds.stands(word.stem).items():
            there = self._grounds.all[number].words
            for place in places:
                left = at > 0 and place > 0 and there[place - 1].stem == line.words[at - 1].stem
                right = (
                    at + 1 < len(line.words)
                    and place + 1 < len(there)
                    and there[place + 1].stem == line.words[at + 1].stem
                )
                if left and right:
                    return True
        return False

    def _places(self, line: Line) -> Iterator[_Place]:
        for ground, _ in line.aligned[:_GROUNDS]:
            yield from _framed(line.words, ground)
            yield from self._accompanied(line.words, ground)

    def _accompanied(self, ours: list[Word], ground: Ground) -> Iterator[_Place]:
        """Yield words that the best alignment leaves over in both texts at the same place, with their company."""
        theirs = ground.words
        met = _alignment(ours, theirs)
        held = {word.stem for word in ours}
        for at, word in enumerate(ours):
            if at in met or not _counts(word):
                continue
            before = max((met[n] for n in met if n < at), default=-1)
            after = min((met[n] for n in met if n > at), default=len(theirs))
            left = [other for other in theirs[before + 1 : after] if _counts(other) and other.stem not in held]
            if left and after - before - 1 <= _WIDEST and not SAME.get(word.stem, _NONE) & {one.stem for one in left}:
                company = _company(ours, met, at, before, after)
                yield _Place(word, " ".join(other.low for other in left), ground, company=company)

    def _turned(self, line: Line) -> Iterator[Remark]:
        """Yield the words in whose place a sentence that is otherwise alike has their opposite."""
        for ground, score in line.aligned[:_GROUNDS]:
            if score < _LIKE or not ground.own:
                continue
            for place in self._accompanied(line.words, ground):
                against = OPPOSITES.get(place.word.stem, frozenset())
                if place.company >= _TURNED and any(stem(low) in against for low in place.instead.split()):
                    word = place.word
                    yield Remark(
                        word.start, word.end, "negation", f"draft: {word.low}; dossier: {place.instead}", ground
                    )


def _counts(word: Word) -> bool:
    """Say whether a word can be in another's place; figures are compared as figures, and who tells may "insist"."""
    return (word.weighty and word.low.isalpha() and word.stem not in _TELLING) or word.low in _PERSONAL


def _framed(ours: list[Word], ground: Ground) -> Iterator[_Place]:
    """Yield words between runs that stand in the other sentence too, with one to three other words between them."""
    theirs = ground.words
    held = {word.stem for word in ours}
    for at, word in enumerate(ours):
        if not _counts(word):
            continue
        for before in _anchors(ours, theirs, at):
            for after in range(before + 2, min(before + 5, len(theirs) + 1)):
                between = [other for other in theirs[before + 1 : after] if other.weighty and other.stem not in held]
                alike = SAME.get(word.stem, _NONE) | {word.stem}
                if not between or any(other.stem in alike for other in theirs[before + 1 : after]):
                    continue
                left = _run(ours, theirs, at - 1, before, -1)
                right = _run(ours, theirs, at + 1, after, 1)
                if (right or at == len(ours) - 1) and (left or at == 0):
                    weighty = min(2 if at else 0, sum(other.weighty for other in ours[at - left : at]))
                    weighty += min(2 if at else 3, sum(other.weighty for other in ours[at + 1 : at + 1 + right]))
                    run = (min(left, 3) + min(right, 3)) if at else min(right, 4)
                    yield _Place(word, " ".join(other.low for other in between), ground, run, weighty)


def _anchors(ours: list[Word], theirs: list[Word], at: int) -> Iterator[int]:
    """Yield where the word before the one at `at` stands; before a first word there is none."""
    if at == 0:
        if len(ours) > 1:
            yield from (n - 2 for n, other in enumerate(theirs) if n and other.stem == ours[1].stem)
        return
    yield from (n for n, other in enumerate(theirs) if other.stem == ours[at - 1].stem)


def _run(ours: list[Word], theirs: list[Word], a: int, b: int, step: int) -> int:
    count = 0
    while 0 <= a < len(ours) and 0 <= b < len(theirs) and ours[a].stem == theirs[b].stem:
        count, a, b = count + 1, a + step, b + step
    return count


def _alignment(ours: list[Word], theirs: list[Word]) -> dict[int, int]:
    """Return which word of one sentence is which of the other: as many as stand in one order in both."""
    found: dict[int, int] = {}
    for op in LCSseq.opcodes([word.stem for word in ours], [word.stem for word in theirs]):
        if op.tag == "equal":
            found.update(zip(range(op.src_start, op.src_end), range(op.dest_start, op.dest_end), strict=True))
    return found


def _company(ours: list[Word], met: dict[int, int], at: int, before: int, after: int) -> float:
    """Return how much of what stands near a word stands as near in the other sentence."""
    total = 0.0
    for mine, theirs in met.items():
        away = abs(at - mine)
        there = before - theirs if mine < at else theirs - after
        if away <= _REACH and abs(there - away + 1) <= _SLACK:
            total += (1.0 if ours[mine].weighty else _LIGHT) * _FADE ** (away - 1)
    return total


def _key(words: list[Word]) -> str:
    return " ".join(word.low for word in words)
