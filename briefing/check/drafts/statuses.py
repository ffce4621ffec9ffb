"""How far a matter has come, and which of two states it is in: a draft that has it on the other side.

Signed or in talks, binding or a letter of intent, approved or proposed, known or not disclosed; and whatever a
little "not" turns round where all else is the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from briefing.check.drafts.company import Company, Place
from briefing.check.drafts.grounds import Ground, Grounds
from briefing.check.drafts.moods import denied
from briefing.check.drafts.remark import Line, Remark
from briefing.text.contrasts import Matter, Reading, find_contrasts

_FITS: Final = 0.5
"""Fit of the rest of a sentence from which it speaks of the same."""
_CLOSE: Final = 0.8
"""Share of the best fit that counts as well as the best."""
_TIED: Final[dict[Matter, int]] = {"had": 3, "usual": 3, "for all": 1}
"""Matters that belong to what the next weighty words name, and how many: who lacks one thing has another."""
_WORDED: Final = 0.75
"""Company of a word from which a sentence is worded alike, so that a "not" alone makes the difference."""
_ALIKE: Final = 0.35
"""Fit of the rest of such a sentence."""
_BETTER: Final = 0.4
"""By how much it must be worded nearer than one that agrees."""
_KINDS: Final[dict[Matter, str]] = {
    "owned privately": "role", "had": "negation", "usual": "negation", "confirmed": "negation", "for all": "negation",
    "public": "negation",
}  # fmt: skip


class Statuses:
    """On which side the sentences of a dossier put what they speak of."""

    def __init__(self, grounds: Grounds) -> None:
        self._grounds = grounds
        self._sides: dict[Matter, list[tuple[int, Ground, Reading]]] = defaultdict(list)
        for number, ground in enumerate(grounds.all):
            for reading in find_contrasts(ground.text):
                self._sides[reading.matter].append((number, ground, reading))
        self._denied: dict[str, list[Place]] = defaultdict(list)
        self._said: dict[str, list[Place]] = defaultdict(list)
        for number, ground in enumerate(grounds.all):
            heads, reach = denied(ground.text, ground.words, ceased=True)
            for at, word in enumerate(ground.words):
                if word.weighty and ground.own and (at in heads or at not in reach):
                    (self._denied if at in heads else self._said)[word.stem].append((number, at, at))

    def remarks(self, line: Line) -> Iterator[Remark]:
        """Yield the words that put a matter on the other side."""
        readings = find_contrasts(line.text)
        for reading in readings:
            if not any(other.matter == reading.matter and other.holds != reading.holds for other in readings):
                yield from self._judge(line, reading)
        yield from self._turned(line)

    def _judge(self, line: Line, ours: Reading) -> Iterator[Remark]:
        """Yield a reading where all that fits best reads otherwise."""
        fits = line.share(self._grounds, (ours.start, ours.end))
        best = max(fits.values(), default=0.0)
        least = max(_FITS, _CLOSE * best)
        close = [
            (fits[number], ground, theirs)
            for number, ground, theirs in self._sides[ours.matter]
            if fits.get(number, 0.0) >= least and _of_one(line, ours, ground, theirs)
        ]
        against = [item for item in close if item[2].holds != ours.holds]
        if against and len(against) == len(close):
            _, ground, theirs = max(against, key=lambda item: (item[1].own, item[0]))
            reason = f"draft: {ours.text}; {ground.name}: {theirs.text}"
            yield Remark(ours.start, ours.end, _KINDS.get(ours.matter, "status"), reason, ground, grave=ground.own)

    def _turned(self, line: Line) -> Iterator[Remark]:
        """Yield the first word that a "not" turns round in a sentence worded as one without, or the other way round."""
        heads, reach = denied(line.text, line.words)
        for at, word in enumerate(line.words):
            if not word.weighty or (at not in heads and at in reach):
                continue
            same, other = (self._denied, self._said) if at in heads else (self._said, self._denied)
            if word.stem not in other:
                continue
            company = Company(self._grounds, line, (word.start, word.end))
            rival = company.standing(other[word.stem])
            if rival.near < _WORDED or rival.fit < _ALIKE:
                continue
            if rival.near - company.standing(same.get(word.stem, ())).near >= _BETTER:
                ground = self._grounds.all[rival.place[0]]
                start = line.words[max(0, at - 1)].start  # where the "not" stands, or could
                reason = f"draft: {line.text[start : word.end]}; {ground.name}: {ground.text}"
                yield Remark(start, word.end, "negation", reason, ground)
                return


def _of_one(line: Line, ours: Reading, ground: Ground, theirs: Reading) -> bool:
    """Say whether two readings belong to one thing, where what is named next says to which."""
    most = _TIED.get(ours.matter, 0)
    return not most or bool(_next(line, ours.end, most) & _next(ground, theirs.end, most))


def _next(text: Line | Ground, end: int, most: int) -> set[str]:
    """Return the stems of the first weighty words after `end`."""
    return {word.stem for word in [word for word in text.words if word.weighty and word.start >= end][:most]}
