"""A sentence of a draft with what the dossier holds on it, and what is found to differ."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from briefing.check.drafts.grounds import Ground, Grounds, Word, words_of
from briefing.check.drafts.sayings import apart
from briefing.text.names import Name, find_names
from briefing.text.roles import RoleHolder, find_roles
from briefing.text.stance import Stance, read_stance
from briefing.text.value import TextValue
from briefing.text.values import find_values


@dataclass(frozen=True, slots=True)
class Remark:
    """A span of a sentence that differs (`rival` is what differs from it) or that nothing bears out."""

    start: int
    end: int
    kind: str
    reason: str
    rival: Ground | None = None
    grave: bool = True
    """Whether a rival contradicts; else the span is only one that nothing bears out."""
    sure: bool = True
    """Whether the span is shown; a doubt is told in words alone."""


class Line:
    """One sentence of a draft; offsets in it count from its own start."""

    def __init__(self, text: str, grounds: Grounds) -> None:
        self.text = text
        self.words: list[Word] = words_of(text)
        self.names: list[Name] = find_names(text)
        self.values: list[TextValue] = find_values(text)
        told = apart(text)
        core = [word for word in self.words if not any(start <= word.start < end for start, end in told)]
        self.core = core if sum(word.weighty for word in core) > 1 else self.words
        self.scores = grounds.scores(self.core)
        order = sorted(self.scores, key=lambda number: (-self.scores[number], number))
        self.best = self.scores[order[0]] if order else 0.0
        self.aligned = [
            (grounds.all[number], self.scores[number])
            for number in order[:40]
            if self.scores[number] >= max(0.2, 0.5 * self.best)
        ]

    @cached_property
    def stance(self) -> Stance:
        """How it is meant."""
        return read_stance(self.text)

    @cached_property
    def roles(self) -> list[RoleHolder]:
        """Who holds which role in it."""
        return find_roles(self.text)

    def share(self, grounds: Grounds, span: tuple[int, int]) -> dict[int, float]:
        """Return how well each sentence of the dossier fits what stands around a span, the span left out."""
        outside = {word.stem for word in self.core if word.weighty and (word.end <= span[0] or word.start >= span[1])}
        gone = {word.stem for word in self.core if word.weighty} - outside
        return grounds.without(self.scores, outside, gone) if gone else self.scores
