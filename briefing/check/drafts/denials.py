"""What a draft states and the dossier denies, and the other way round."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from briefing.check.drafts.company import Company, Place, Standing
from briefing.check.drafts.grounds import Ground, Grounds, Word
from briefing.check.drafts.kinships import SAME
from briefing.check.drafts.moods import denied
from briefing.check.drafts.remark import Line, Remark

_FITS: Final = 0.42
"""Fit of the rest of a sentence from which it speaks of the same."""
_CLOSE: Final = 0.85
"""Share of the best fit that counts as well as the best."""
_COVER: Final = 0.6
"""Share of a sentence of the dossier from which one of the draft speaks of it, whatever else it says."""
_LEAST: Final = 3
"""Weighty words that such a sentence must have."""
_NEAR: Final = 0.4
_GAP: Final = 0.4
"""Company of a word that is denied, and by how much it must be better than that of the same word undenied."""
_WIDE: Final = 0.7
"""The same where the words close by differ."""
_GRAVE: Final = 0.6
"""Fit from which the other contradicts."""
_AHEAD: Final = 4
"""Words before a verb in which "has to" makes it one of things to come."""
_TO_COME: Final = re.compile(r"\b(?:ha[sv]e? to|yet to|remains? to|needs? to|must)\b")


class Denials:
    """What the dossier denies, and what it says."""

    def __init__(self, grounds: Grounds) -> None:
        self._grounds = grounds
        self._denied: dict[str, list[Place]] = defaultdict(list)
        self._heads: dict[str, list[Place]] = defaultdict(list)
        self._said: dict[str, list[Place]] = defaultdict(list)
        for number, ground in enumerate(grounds.all):
            heads, reach = denied(ground.text, ground.words, ceased=True)
            for at, word in enumerate(ground.words):
                if word.weighty:
                    (self._denied if at in reach else self._said)[word.stem].append((number, at, at))
                    if at in heads:
                        self._heads[word.stem].append((number, at, at))

    def remarks(self, line: Line) -> Iterator[Remark]:
        """Yield the first word that one side denies and the other does not."""
        heads, reach = denied(line.text, line.words)
        for at, word in enumerate(line.words):
            if word.weighty and (at in heads or at not in reach):
                found = self._polarity(line, word, said=at not in reach)
                if found is not None:
                    yield found
                    return

    def _polarity(self, line: Line, word: Word, *, said: bool) -> Remark | None:
        """Return a word that the dossier denies where the draft says it, or the other way round."""
        stems = (word.stem, *SAME.get(word.stem, ()))
        against = [place for name in stems for place in (self._heads if said else self._said).get(name, ())]
        if not said:
            against = [place for place in against if not _ahead(self._grounds.all[place[0]], place[1])]
        if not against:
            return None
        company = Company(self._grounds, line, (word.start, word.end))
        rival = company.standing(against)
        covered = self._covered(line, rival)
        if (rival.fit < max(_FITS, _CLOSE * company.best) and not covered) or (rival.near < _NEAR and not said):
            return None
        alike = self._said if said else self._denied
        own = company.standing(place for name in stems for place in alike.get(name, ()))
        if rival.total - own.total < (_GAP if rival.near >= _NEAR else _WIDE):
            return None
        ground = self._grounds.all[rival.place[0]]
        verbs = ("says", "denies") if said else ("denies", "says")
        reason = f"the draft {verbs[0]}, {ground.name} {verbs[1]}: {ground.text}"
        grave = ground.own and (covered or rival.fit >= _GRAVE)
        return Remark(word.start, word.end, "negation", reason, ground, grave=grave)

    def _covered(self, line: Line, standing: Standing) -> bool:
        """Say whether a sentence says nearly all of what one of the dossier does."""
        ground = self._grounds.all[standing.place[0]]
        telling = sum(word.weighty for word in ground.words)
        return telling >= _LEAST and self._grounds.cover(line.words, ground) >= _COVER


def _ahead(ground: Ground, at: int) -> bool:
    """Say whether one word of a sentence is still to come about: "has yet to", "must first"."""
    start = ground.words[max(0, at - _AHEAD)].start
    return _TO_COME.search(ground.text, start, ground.words[at].start) is not None
