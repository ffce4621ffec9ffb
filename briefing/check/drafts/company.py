"""The company a span keeps: how far the words around it in a draft stand around a place of the dossier too.

What is true of one thing is often said of another in the same breath; only the words near by, at the same distance,
tell which of two figures, names or words stands in a given place.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from briefing.check.drafts.grounds import Ground, Grounds
from briefing.check.drafts.remark import Line

_REACH: Final = 6
"""Words to either side that are looked at."""
_FADE: Final = 0.75
"""What a word counts, a step farther away."""
_SHIFT: Final = 0.85
"""What it counts, a step nearer or farther in the dossier than in the draft."""
_LIGHT: Final = 0.5
"""What a little word counts; a weighty one counts its rarity."""
_BESIDE: Final = 0.8
"""What a sentence counts that only follows or precedes the one that fits: "he" and "it" stand for what it names."""

Span = tuple[int, int]
Place = tuple[int, int, int]
"""A sentence, and its first and last word that are meant."""


def place_of(number: int, ground: Ground, start: int, end: int) -> Place:
    """Return the words of a sentence that a span of it covers."""
    inside = [at for at, word in enumerate(ground.words) if word.start < end and start < word.end]
    return (number, inside[0], inside[-1]) if inside else (number, 0, 0)


@dataclass(frozen=True, slots=True)
class Standing:
    """How well a place answers a span: `near` by the words close by, `fit` by the sentence; both 0 to 1."""

    near: float = 0.0
    fit: float = 0.0
    place: Place = (-1, 0, 0)

    @property
    def total(self) -> float:
        """Both together, 0 to 2."""
        return self.near + self.fit


class Company:
    """The words around one span of a sentence, to be held against places of the dossier."""

    def __init__(self, grounds: Grounds, line: Line, span: Span) -> None:
        self._grounds = grounds
        self.fits = line.share(grounds, span)
        self.best = max(self.fits.values(), default=0.0)
        inside = [at for at, word in enumerate(line.words) if word.start < span[1] and span[0] < word.end]
        self.first = inside[0] if inside else 0
        """The first word of the span."""
        self._around = list(_around(grounds, line, inside))
        self._total = sum(weight for _, _, weight in self._around)

    def standing(self, places: Iterable[Place], *, beside: bool = False) -> Standing:
        """Return the best of some places; with `beside` a neighbouring sentence may answer for one."""
        best = Standing()
        for place in places:
            number = place[0]
            fit = self.fits.get(number, 0.0)
            found = Standing(self._near(place) if fit else 0.0, fit, place)
            if beside:
                other = _BESIDE * max(self.fits.get(number + 1, 0.0), self.fits.get(number - 1, 0.0))
                if other > found.total:
                    found = Standing(0.0, other, place)
            if found.total > best.total:
                best = found
        return best

    def _near(self, place: Place) -> float:
        number, first, last = place
        met = 0.0
        for name, away, weight in self._around:
            places = self._grounds.where(name).get(number)
            if places:
                off = min(
                    (abs(min(abs(at - first), abs(at - last)) - away) for at in places if not first <= at <= last),
                    default=_REACH + 1,
                )
                if off <= _REACH:
                    met += weight * _SHIFT**off
        return met / self._total if self._total else 0.0


def _around(grounds: Grounds, line: Line, inside: list[int]) -> Iterable[tuple[str, int, float]]:
    """Yield the words near some in a row: stem, how many words away, and what it counts."""
    if not inside:
        return
    for at, word in enumerate(line.words):
        away = max(inside[0] - at, at - inside[-1])
        if 0 < away <= _REACH:
            weight = grounds.rarity(word.stem) if word.weighty else _LIGHT
            yield word.stem, away, weight * _FADE ** (away - 1)
