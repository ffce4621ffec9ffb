"""Words of a draft in whose place the dossier has their opposite, or another word of their family."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from briefing.check.drafts.company import Company, Place
from briefing.check.drafts.grounds import Grounds, Word
from briefing.check.drafts.kinships import FAMILIES, SAME
from briefing.check.drafts.opposites import OPPOSITES
from briefing.check.drafts.remark import Line, Remark

_NEAR: Final = 0.38
"""Company from which a word is held to stand in the place of another."""
_GAP: Final = 0.6
"""By how much the company of the other word must be better."""
_GRAVE: Final = 0.5
"""Fit of the rest of a sentence from which the other word contradicts."""


class Kin:
    """All words of a dossier, asked for those that shut a word of the draft out."""

    def __init__(self, grounds: Grounds) -> None:
        self._grounds = grounds

    def remarks(self, line: Line) -> Iterator[Remark]:
        """Yield the words that stand where the dossier has one that shuts them out."""
        ours = {word.stem for word in line.words}
        dates = [(value.start, value.end) for value in line.values if value.kind == "date"]
        for word in line.words:
            rivals = (OPPOSITES.get(word.stem, _NONE) | FAMILIES.get(word.stem, _NONE)) - ours
            if rivals and not any(span[0] <= word.start < span[1] for span in dates):
                yield from self._judge(line, word, rivals)

    def _judge(self, line: Line, word: Word, rivals: frozenset[str]) -> Iterator[Remark]:
        places = list(self._places(rivals))
        if not places:
            return
        company = Company(self._grounds, line, (word.start, word.end))
        rival = company.standing(places)
        if rival.near < _NEAR:
            return
        own = company.standing(self._places([word.stem, *(SAME.get(word.stem, _NONE) - rivals)]))
        if rival.total - own.total >= _GAP:
            ground = self._grounds.all[rival.place[0]]
            said = ground.words[rival.place[1]].low
            reason = f"draft: {word.low}; {ground.name}: {said}"
            yield Remark(word.start, word.end, "negation", reason, ground, grave=rival.fit >= _GRAVE and ground.own)

    def _places(self, stems: Iterator[str] | list[str] | frozenset[str]) -> Iterator[Place]:
        for name in stems:
            for number, places in self._grounds.stands(name).items():
                yield from ((number, at, at) for at in places)


_NONE: Final[frozenset[str]] = frozenset()
