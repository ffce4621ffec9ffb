"""How far a matter has come: what a draft has done and the dossier leaves open, and the other way round."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from briefing.check.drafts.company import Company, Place
from briefing.check.drafts.grounds import Ground, Grounds, Word
from briefing.check.drafts.kinships import SAME
from briefing.check.drafts.moods import UNFINISHED, denied, done, leaves_open, unsettled
from briefing.check.drafts.remark import Line, Remark

_FITS: Final = 0.42
"""Fit of the rest of a sentence from which it speaks of the same outcome."""
_CLOSE: Final = 0.85
"""Share of the best fit that counts as well as the best."""
_NEAR: Final = 0.4
_GAP: Final = 0.4
"""Company of a verb of things to come, and by how much it must be better than that of the same of things done."""
_LONGEST: Final = 3
"""How many times as long a sentence of the dossier may be that is read for one outcome."""
_SHORT: Final = 1.5
"""The same where that must be its own verb, and no other's, which is left open."""
_AHEAD: Final = 4
"""Words before a verb in which "would" or "plans to" makes it one of things to come."""


class Outcomes:
    """What the dossier has done, and what it leaves open."""

    def __init__(self, grounds: Grounds) -> None:
        self._grounds = grounds
        self._places: dict[str, list[Place]] = defaultdict(list)
        for number, ground in enumerate(grounds.all):
            _, reach = denied(ground.text, ground.words, ceased=True)
            for at, word in enumerate(ground.words):
                if word.weighty and at not in reach:
                    self._places[word.stem].append((number, at, at))

    def remarks(self, line: Line) -> Iterator[Remark]:
        """Yield the words that say of an outcome what the dossier does not."""
        _, reach = denied(line.text, line.words)
        if not reach:
            yield from self._overstated(line)
        yield from self._understated(line)

    def _overstated(self, line: Line) -> Iterator[Remark]:
        """Yield what the draft has done, and all that answers it leaves open."""
        verb = done(line.words)
        if verb is None or leaves_open(line.text):
            return
        close = self._close(line, (verb.start, verb.end))
        cues = [(ground, unsettled(ground.text, ground.words, verb)) for ground in close]
        if cues and all(cue for _, cue in cues):
            ground, cue = cues[0]
            sure = all(len(ground.words) <= _SHORT * len(line.words) for ground in close)
            yield self._remark(verb, ground, cue, sure=sure)
        else:
            yield from self._unfinished(line, verb)

    def _understated(self, line: Line) -> Iterator[Remark]:
        """Yield what the draft has under way, and the dossier has done."""
        match = UNFINISHED.search(line.text)
        if match is None:
            return
        span = match.span()
        close = self._close(line, span)
        verbs = [(ground, done(ground.words)) for ground in close if not leaves_open(ground.text)]
        if verbs and len(verbs) == len(close) and all(verb for _, verb in verbs):
            ground, verb = verbs[0]
            reason = f"draft: {match[0]}; {ground.name}: {verb.low if verb else ''}"
            yield Remark(*span, "status", reason, ground, sure=bool(ground.card))

    def _unfinished(self, line: Line, verb: Word) -> Iterator[Remark]:
        """Yield the verb of the draft where the dossier has the same of something still to come."""
        stems = {verb.stem, *SAME.get(verb.stem, ())}
        places: dict[bool, list[Place]] = {True: [], False: []}
        for name in stems:
            for place in self._places.get(name, ()):
                ground = self._grounds.all[place[0]]
                places[bool(_opening(ground, place[1]))].append(place)
        if not places[True]:
            return
        company = Company(self._grounds, line, (verb.start, verb.end))
        rival = company.standing(places[True])
        if rival.near >= _NEAR and rival.fit >= max(_FITS, _CLOSE * company.best):
            own = company.standing(places[False])
            if rival.total - own.total >= _GAP:
                ground = self._grounds.all[rival.place[0]]
                yield self._remark(verb, ground, _opening(ground, rival.place[1]), sure=True)

    def _remark(self, verb: Word, ground: Ground, cue: str, *, sure: bool) -> Remark:
        reason = f"draft: {verb.low}; {ground.name}: {cue}"
        return Remark(
            verb.start, verb.end, "status", reason, ground, grave=sure or bool(ground.card), sure=bool(ground.card)
        )

    def _close(self, line: Line, span: tuple[int, int]) -> list[Ground]:
        """Return the sentences that answer what a sentence says beside its verb."""
        fits = line.share(self._grounds, span)
        most = _LONGEST * len(line.words)
        own = {
            n: fit
            for n, fit in fits.items()
            if (ground := self._grounds.all[n]).own and ground.whole and len(ground.words) <= most
        }
        best = max(own.values(), default=0.0)
        if best < _FITS:
            return []
        close = [self._grounds.all[n] for n in sorted(own, key=lambda n: -own[n]) if own[n] >= _CLOSE * best]
        return [ground for ground in close if ground.card] or close  # a claim decides before the text it rests on


def _opening(ground: Ground, at: int) -> str:
    """Return the words just before one of a sentence by which it is still to come."""
    start = ground.words[max(0, at - _AHEAD)].start
    return leaves_open(ground.text[start : ground.words[at].start]) if ground.own else ""
