"""Who says so: a draft that puts into one's mouth what the dossier has of another.

What is said must be the same, and no sentence that says it may name, publish or pass on to the one the draft names.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from briefing.check.drafts.grounds import Ground, Grounds, words_of
from briefing.check.drafts.remark import Line, Remark
from briefing.model.dossier import Dossier
from briefing.text.attribution import Attribution, unnamed
from briefing.text.names import same_name
from briefing.text.namewords import BODIES
from briefing.text.wordtables import word_set

_FITS: Final = 0.5
"""Fit of what is said from which it is the same."""
_CLOSE: Final = 0.8
"""Share of the best fit that counts as well as the best."""
_SAME: Final = 0.5
_HEAD: Final = 5
"""Letters that two words for one body begin with alike: "minister" speaks for a "ministry"."""
_TELLS: Final = word_set(
    """
    according to told said says say reporters journalists newspaper daily agency spokesman spokeswoman spokesperson
    itself himself herself
    """
)
_PASSED: Final = re.compile(r"\b(?:told|tells|informed|with|by|via|in|on|interview) (?:the |an? )?$")
"""Words before one to whom something was said, and who may report it."""
_PRONOUN: Final = re.compile(r"(?:he|she|it|they|we|i|who)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Speaker:
    """Somebody who is said to say so. `whole` is False where the words may stand for anybody: "a nurse"."""

    text: str
    stems: frozenset[str]
    names: tuple[str, ...]
    unnamed: bool
    whole: bool


class Speakers:
    """Whom a dossier has its statements from."""

    def __init__(self, dossier: Dossier, grounds: Grounds) -> None:
        self._grounds = grounds
        origins = {origin.id: origin.name for origin in dossier.origins}
        self._published = {
            source.id: " ".join((source.publisher, source.author, source.title, origins.get(source.origin, "")))
            for source in dossier.sources
        }
        self._sentences: dict[tuple[str, int], list[Ground]] = defaultdict(list)
        for ground in grounds.all:
            if ground.whole and not ground.card:
                for place in ground.located:
                    self._sentences[place.source, place.lines[0]].append(ground)

    def remarks(self, line: Line) -> Iterator[Remark]:
        """Yield who is said to say so, where another says it."""
        for item in line.stance.attributions:
            if item.who != "unattributed" and not _PRONOUN.match(item.text):
                yield from self._judge(line, item)
                return

    def _judge(self, line: Line, item: Attribution) -> Iterator[Remark]:
        ours = _speaker(item, line)
        if not ours.whole:
            return
        fits = line.share(self._grounds, (item.start, item.end))
        least = max(_FITS, _CLOSE * max(fits.values(), default=0.0))
        rivals: list[tuple[float, Ground, _Speaker]] = []
        for number, fit in fits.items():
            ground = self._grounds.all[number]
            if fit < least or not ground.own:
                continue
            theirs = [_speaker(other, said) for said in self._context(ground) for other in _attributed(said)]
            if any(_may_be(ours, other) for other in theirs) or self._passes(ours, ground):
                return
            other = next((other for other in theirs if other.whole and not _PRONOUN.match(other.text)), None)
            if other is not None:
                rivals.append((fit, ground, other))
        if rivals:
            _, ground, other = max(rivals, key=lambda rival: rival[0])
            reason = f"draft: {item.text}; {ground.name}: {other.text}"
            yield Remark(item.start, item.end, "attribution", reason, ground)

    def _context(self, ground: Ground) -> list[Ground]:
        """Return the sentences that words were cut out of, else the sentence itself."""
        if ground.whole:
            return [ground]
        lines = {(place.source, line) for place in ground.located for line in range(place.lines[0], place.lines[1] + 1)}
        return [other for line in sorted(lines) for other in self._sentences.get(line, ()) if ground.text in other.text]

    def _passes(self, ours: _Speaker, ground: Ground) -> bool:
        """Say whether a sentence was said to the one the draft names, or published by them."""
        published = " ".join(self._published.get(place.source, "") for place in ground.located)
        for name in ours.names:
            at = ground.text.find(name)
            if name in published or (at >= 0 and _PASSED.search(ground.text, max(0, at - 20), at)):
                return True
        return False


def _attributed(ground: Ground) -> list[Attribution]:
    return [item for item in ground.stance.attributions if item.who != "unattributed"]


def _speaker(item: Attribution, text: Line | Ground) -> _Speaker:
    who = item.source or item.text
    names = tuple(name.text for name in text.names if item.start <= name.start < item.end)
    words = [word for word in words_of(who) if word.weighty and word.low not in _TELLS]
    body = any(word.low in BODIES for word in words) or who.lower().startswith("the ")
    hidden = unnamed(item.text)
    if item.who == "data" and who.lower().startswith(("a ", "an ")):
        return _Speaker(item.text, frozenset(), (), hidden, hidden)
    whole = hidden or body or bool(names) or any(word[0].isupper() for word in who.split()[1:])
    return _Speaker(item.text, frozenset(word.stem for word in words), names, hidden, whole)


def _may_be(ours: _Speaker, theirs: _Speaker) -> bool:
    """Say whether two speakers may be one."""
    if _countries(ours) and _countries(theirs) and not _countries(ours) & _countries(theirs):
        return False
    if ours.unnamed and theirs.unnamed:
        return True
    if ours.names and theirs.names:
        return any(same_name(a, b) >= _SAME for a in ours.names for b in theirs.names)
    if _shared(ours.stems, theirs.stems):
        return True
    return not (ours.unnamed or theirs.unnamed) and not (ours.whole and theirs.whole)


def _countries(speaker: _Speaker) -> set[str]:
    return {stem for stem in speaker.stems if stem[0] == "+"}


def _shared(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    return any(a == b or (len(a) >= _HEAD and a[:_HEAD] == b[:_HEAD]) for a in ours for b in theirs)
