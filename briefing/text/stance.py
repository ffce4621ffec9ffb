"""How a statement is meant: negation, hedges, status on one ordered scale, attribution, certainty.

Every cue comes with its exact span. The scale of status runs from rumoured to completed; what was
cancelled or failed stands off it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal

from briefing.text.attribution import Attribution, Who, find_attributions
from briefing.text.cues import (
    DENIAL,
    HEDGE,
    HEDGE_KINDS,
    NEGATED,
    NEGATION,
    STATUS,
    STATUS_NAMES,
    TALKED_OF,
    UNSETTLED,
    CueKind,
    Status,
)
from briefing.text.tokens import small

Certainty = Literal["asserted", "attributed", "hedged", "unclear", "denied"]

__all__ = [
    "SCALE", "Attribution", "Certainty", "Cue", "CueKind", "Stance", "Status", "StatusCue", "Who",
    "find_attributions", "find_hedges", "find_negations", "find_statuses", "read_stance",
]  # fmt: skip

SCALE: Final[tuple[Status, ...]] = (
    "rumoured", "in talks", "planned", "letter of intent", "agreed", "signed", "under way", "completed",
)  # fmt: skip
"""From least to most settled."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A word or phrase that turns a statement, at `start` to `end`."""

    start: int
    end: int
    text: str
    kind: CueKind


@dataclass(frozen=True, slots=True)
class StatusCue:
    """A word that says how far a matter has come; `holds` is False under a negation or a plan.

    `rank` is the place on `SCALE`, None for what stands off it.
    """

    start: int
    end: int
    text: str
    status: Status
    holds: bool

    @property
    def rank(self) -> int | None:
        """Place on the scale, from 0."""
        return SCALE.index(self.status) if self.status in SCALE else None


@dataclass(frozen=True, slots=True)
class Stance:
    """Everything about how one statement is meant. `why` are the spans that decide its certainty."""

    negations: tuple[Cue, ...]
    hedges: tuple[Cue, ...]
    statuses: tuple[StatusCue, ...]
    attributions: tuple[Attribution, ...]
    certainty: Certainty
    why: tuple[tuple[int, int], ...]

    @property
    def status(self) -> StatusCue | None:
        """The furthest status that holds; if none does, the first that is spoken of."""
        held = [cue for cue in self.statuses if cue.holds]
        off = [cue for cue in held if cue.rank is None]
        if off:
            return off[0]
        return max(held, key=lambda cue: cue.rank or 0, default=self.statuses[0] if self.statuses else None)


def _cue(text: str, match: re.Match[str], kind: CueKind) -> Cue:
    return Cue(match.start(), match.end(), text[match.start() : match.end()], kind)


def find_negations(text: str) -> list[Cue]:
    """Return the words that deny or turn round."""
    return [_cue(text, match, "negation") for match in NEGATION.finditer(small(text))]


def find_hedges(text: str) -> list[Cue]:
    """Return the words that weaken: modal, hearsay, likelihood, plan, approximation, openness."""
    found = []
    for match in HEDGE.finditer(small(text)):
        cue = _cue(text, match, HEDGE_KINDS[match.lastgroup or ""])
        if cue.text != "May":  # the month
            found.append(cue)
    return found


def find_statuses(text: str) -> list[StatusCue]:
    """Return the words that say how far a matter has come."""
    found = []
    low = small(text)
    for match in STATUS.finditer(low):
        status = STATUS_NAMES[int((match.lastgroup or "s0")[1:])]
        before = low[max(0, match.start() - 60) : match.start()]
        holds = NEGATED.search(before) is None and (status in TALKED_OF or UNSETTLED.search(before) is None)
        found.append(StatusCue(*match.span(), text[slice(*match.span())], status, holds))
    return found


def read_stance(text: str) -> Stance:
    """Return how one statement is meant; give it a sentence at a time."""
    negations, hedges = find_negations(text), find_hedges(text)
    attributions = find_attributions(text)
    certainty, why = _certainty(negations, hedges, attributions)
    return Stance(
        tuple(negations), tuple(hedges), tuple(find_statuses(text)), tuple(attributions), certainty, tuple(why)
    )


def _certainty(
    negations: list[Cue], hedges: list[Cue], attributions: list[Attribution]
) -> tuple[Certainty, list[tuple[int, int]]]:
    unclear = [cue for cue in hedges if cue.kind == "unclear"]
    if unclear:
        return "unclear", [(cue.start, cue.end) for cue in unclear]
    denied = [cue for cue in negations if DENIAL.match(cue.text.lower())]
    if denied:
        return "denied", [(cue.start, cue.end) for cue in denied]
    weak = [cue for cue in hedges if cue.kind not in ("about", "future")]
    if weak:
        return "hedged", [(cue.start, cue.end) for cue in weak]
    told = [item for item in attributions if item.who != "unattributed"]
    if told:
        return "attributed", [(item.start, item.end) for item in told]
    return "asserted", []
