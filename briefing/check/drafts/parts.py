"""Who has which part: a draft that gives somebody another's part, or the other part of a matter."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from briefing.check.drafts.grounds import Ground, Grounds
from briefing.check.drafts.remark import Line, Remark
from briefing.text.parts import FORMS, OPPOSED, SHARED, Part, find_parts
from briefing.text.wordtables import word_set

_FITS: Final = 0.4
"""Fit of what a sentence says beside a holder from which it speaks of the same."""
_NAMELESS: Final = 0.6
"""The same where one side does not name the matter."""
_SAME: Final = 0.5
"""Share of the words of a matter that two must have alike."""
_OWNERS: Final = ("majority owner", "minority owner")
_REACH: Final = 5
"""Words from one that names a part within which its holder may stand."""
_CHANGED: Final = re.compile(
    r"\b(?:since|until|till|then|former|formerly|previously|succeed(?:s|ed)|successor|replac(?:es|ed|ing)"
    r"|(?:took|takes?) over)\b",
    re.IGNORECASE,
)
"""Words by which a part passes from one to another: two may have had it."""
_EMPTY: Final = word_set(
    "company firm group side party counterpart one other body new businessman remaining percent per cent"
)
"""Words that do not tell one holder or matter from another."""


@dataclass(frozen=True, slots=True)
class _Held:
    """A part with the stems of its holder and of its matter."""

    part: Part
    holder: frozenset[str]
    of: frozenset[str]
    named: tuple[bool, bool]
    """Whether holder and matter bear names."""


class Parts:
    """Who has which part in what, as a dossier has it."""

    def __init__(self, grounds: Grounds) -> None:
        self._grounds = grounds
        self._held: dict[str, list[tuple[Ground, _Held]]] = defaultdict(list)
        for ground in grounds.all:
            for part in find_parts(ground.text):
                held = _of(ground, part)
                if held.holder:
                    self._held[part.part].append((ground, held))

    def remarks(self, line: Line) -> Iterator[Remark]:
        """Yield the parts that the dossier gives to others."""
        for part in find_parts(line.text):
            held = _of(line, part)
            if held.holder:
                yield from self._judge(line, held)

    def _judge(self, line: Line, ours: _Held) -> Iterator[Remark]:
        fits = line.share(self._grounds, ours.part.holder)
        rivals: list[tuple[float, Ground, _Held, tuple[int, int]]] = []
        for ground, theirs in self._held.get(ours.part.part, ()):
            fit = fits.get(self._grounds.number[id(ground)], 0.0)
            alike, one = _overlap(ours.holder, theirs.holder), _one_matter(ours, theirs, fit)
            if alike and one:
                return
            if alike and _unlike(ours, theirs) and fit >= _FITS:
                rivals.append((fit, ground, theirs, ours.part.of))
            elif (fit >= _FITS and _swapped(ours, theirs)) or (one and not alike and _alone(ours, theirs)):
                rivals.append((fit, ground, theirs, ours.part.holder))
        for ground, theirs in self._held.get(OPPOSED.get(ours.part.part, ""), ()):
            fit = fits.get(self._grounds.number[id(ground)], 0.0)
            owned = ours.part.part in _OWNERS and _overlap(ours.of, theirs.of)  # but who sold may once have bought
            if (owned or fit >= _NAMELESS) and _overlap(ours.holder, theirs.holder):
                rivals.append((fit, ground, theirs, ours.part.span))
        if rivals and not self._said(ours, fits):
            _, ground, theirs, span = max(rivals, key=lambda rival: (rival[1].own, rival[0]))
            said, told = _told(line.text, ours.part), _told(ground.text, theirs.part)
            lasting = not (_CHANGED.search(line.text) or _CHANGED.search(ground.text))
            reason = f"draft: {said}; {ground.name}: {told}"
            yield Remark(*span, "role", reason, ground, grave=ground.own and lasting)

    def _said(self, ours: _Held, fits: dict[int, float]) -> bool:
        """Say whether a sentence that was not understood may give the same part to the same holder."""
        forms = FORMS[ours.part.part]
        understood = {id(ground) for ground, _ in self._held.get(ours.part.part, ())}
        for number, fit in fits.items():
            ground = self._grounds.all[number]
            if fit >= _NAMELESS and id(ground) not in understood:
                there = [at for at, word in enumerate(ground.words) if word.low in forms]
                bearers = [at for at, word in enumerate(ground.words) if word.stem in ours.holder]
                if any(abs(a - b) <= _REACH for a in there for b in bearers):
                    return True
        return False


def _one_matter(ours: _Held, theirs: _Held, fit: float) -> bool:
    """Say whether two parts are parts in one matter."""
    if ours.of and theirs.of:
        return fit >= _FITS and _overlap(ours.of, theirs.of)
    return fit >= _NAMELESS


def _swapped(ours: _Held, theirs: _Held) -> bool:
    """Say whether each is the matter of the other: A bought B, B bought A."""
    return not _overlap(ours.holder, theirs.holder) and (
        _overlap(ours.holder, theirs.of) and _overlap(theirs.holder, ours.of)
    )


def _alone(ours: _Held, theirs: _Held) -> bool:
    """Say whether two holders cannot both be meant: one bears a name, and the part is not one for several."""
    return (ours.named[0] or theirs.named[0]) and ours.part.part not in SHARED


def _unlike(ours: _Held, theirs: _Held) -> bool:
    """Say whether one holder is given two matters that can be told apart: both named, or neither."""
    told = bool(ours.of and theirs.of) and ours.named[1] == theirs.named[1]
    return told and ours.part.part in SHARED and not _overlap(ours.of, theirs.of)


def _of(text: Line | Ground, part: Part) -> _Held:
    named = (_bears(text, part.holder), _bears(text, part.of))
    return _Held(part, _stems(text, part.holder), _stems(text, part.of), named)


def _bears(text: Line | Ground, span: tuple[int, int]) -> bool:
    return any(name.start < span[1] and span[0] < name.end for name in text.names)


def _stems(text: Line | Ground, span: tuple[int, int]) -> frozenset[str]:
    return frozenset(
        word.stem
        for word in text.words
        if word.weighty and span[0] <= word.start < span[1] and word.low not in _EMPTY and not word.low.isdigit()
    )


def _overlap(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    least = min(len(ours), len(theirs))
    return least > 0 and len(ours & theirs) >= _SAME * least


def _told(text: str, part: Part) -> str:
    matter = f" of {text[slice(*part.of)]}" if part.of[1] else ""
    return f"{text[slice(*part.holder)]}: {part.part}{matter}"
