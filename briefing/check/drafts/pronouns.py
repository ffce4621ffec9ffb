"""Pronouns of a draft that stand for somebody it has not named."""

from __future__ import annotations

import re
from typing import Final

from briefing.check.drafts.company import Company
from briefing.check.drafts.grounds import Grounds, Word
from briefing.check.drafts.remark import Line, Remark
from briefing.text.wordtables import word_set

_PRONOUN: Final = re.compile(r"(?P<word>he|she|they|it)\b", re.IGNORECASE)
_EXPLETIVE: Final = re.compile(r"it (?:is|was|has been|will be|seems|appears|remains)\b", re.IGNORECASE)
_PERSONAL: Final = word_set("he she they it who which that")
_FULL: Final = 0.7
"""Fit of the rest of a sentence from which one of the dossier names whom it speaks of."""
_NEAR: Final = 0.6


class Pronouns:
    """Whom the sentences of a dossier name where a draft has a pronoun."""

    def __init__(self, grounds: Grounds) -> None:
        self._grounds = grounds

    def remark(self, line: Line, told: set[str]) -> Remark | None:
        """Return the pronoun that a sentence begins with, if it stands for nobody in `told`, the stems said before."""
        match = _PRONOUN.match(line.text)
        if match is None or _EXPLETIVE.match(line.text):
            return None
        if not told:
            return Remark(*match.span(), "name", f"draft: {match[0]}; nobody was named before")
        if len(line.words) < _LEAST or match["word"].lower() == "it":
            return None
        named = self._named(line, match.span())
        if named is None or named.stem in told or named.low in _PERSONAL:
            return None
        return Remark(*match.span(), "name", f"draft: {match[0]}; the dossier: {named.low}, who was not named before")

    def _named(self, line: Line, span: tuple[int, int]) -> Word | None:
        """Return the word that the dossier has in the place of a pronoun, before the same verb."""
        company = Company(self._grounds, line, span)
        verb = line.words[1].stem
        places = [
            (number, at - 1, at - 1)
            for number, found in self._grounds.stands(verb).items()
            if company.fits.get(number, 0.0) >= _FULL
            for at in found
            if at and self._grounds.all[number].words[at - 1].weighty
        ]
        best = company.standing(places)
        if best.near < _NEAR:
            return None
        ground = self._grounds.all[best.place[0]]
        word = ground.words[best.place[1]]
        several = line.words[0].low == "they"  # one person may be "the owner" here and "the resident" there
        return word if several or ground.text[word.start].isupper() else None


_LEAST: Final = 4
"""Words of a sentence that may be told from others of the same verb."""
