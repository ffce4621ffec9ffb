"""Status and roles of a draft that differ from the dossier's."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from briefing.check.drafts.grounds import Ground, Grounds
from briefing.check.drafts.remark import Line, Remark
from briefing.text.names import same_name
from briefing.text.roles import RoleHolder
from briefing.text.stance import Status, StatusCue
from briefing.text.wordtables import word_set

_ALIKE: Final = 0.3
"""Likeness from which a sentence is held to speak of the same."""
_RANKS: Final = word_set(
    "vice deputy assistant prime acting former under junior senior chief general incoming associate"
)
"""Words that make another role of one."""
_STAGES: Final[dict[Status, int]] = {
    "in talks": 1, "agreed": 2, "signed": 2, "under way": 3, "completed": 3, "cancelled": -1, "failed": -1,
}  # fmt: skip
"""How far a matter has come; what is only planned or rumoured may be at any of them."""


class Stances:
    """What the dossier says of who holds which role, and how its sentences are meant."""

    def __init__(self, grounds: Grounds) -> None:
        self._grounds = grounds
        self._roles = [(ground, role) for ground in grounds.all for role in ground.roles]

    def remarks(self, line: Line) -> Iterator[Remark]:
        """Yield what differs in role and status."""
        for role in line.roles:
            yield from self._role(role)
        yield from self._status(line)

    def _role(self, role: RoleHolder) -> Iterator[Remark]:
        same_role: list[tuple[Ground, RoleHolder]] = []
        same_holder: list[tuple[Ground, RoleHolder]] = []
        for ground, other in self._roles:
            holder = same_name(role.holder, other.holder) >= 0.5
            office = _same_office(role.role, other.role) and (
                not role.body or not other.body or same_name(role.body, other.body) >= 0.5
            )
            if holder and office:
                return
            if office and role.body and other.body:
                same_role.append((ground, other))
            elif holder:
                same_holder.append((ground, other))
        for ground, other in same_role[:1]:
            yield Remark(
                *role.holder_span, "role", f"draft: {role.role} {role.holder}; dossier: {other.holder}", ground
            )
            return
        for ground, other in same_holder[:1]:
            yield Remark(*role.role_span, "role", f"draft: {role.holder} is {role.role}; dossier: {other.role}", ground)

    def _status(self, line: Line) -> Iterator[Remark]:
        """Yield a status that differs, or a certainty that the dossier does not have."""
        close = self._alike(line)
        ours = line.stance.status
        theirs = [(ground, cue) for ground in close for cue in ground.stance.statuses if cue.holds]
        rivals = [(ground, cue) for ground, cue in theirs if not _compatible(cue, ours)] if ours and ours.holds else []
        if ours and rivals and not any(_stage(cue) == _stage(ours) for _, cue in theirs):
            ground, cue = rivals[0]
            yield Remark(ours.start, ours.end, "status", f"draft: {ours.text}; {ground.name}: {cue.text}", ground)
        elif close and line.stance.certainty == "asserted" and all(_open(ground) for ground in close):
            doubt = close[0].stance.hedges[0].text
            yield Remark(*_verb(line), "status", f"the draft is sure; {close[0].name}: {doubt}", close[0])

    def _alike(self, line: Line) -> list[Ground]:
        """Return the sentences that say nearly what one of the draft says, of the same bearers of names."""
        near = [ground for ground, _ in line.aligned[:16] if ground.own]
        for name in line.names:
            last = [word.stem for word in line.words if name.start <= word.start < name.end][-1:]
            bearers = self._grounds.where(last[0]) if last else {}
            near = [ground for ground in near if self._grounds.number[id(ground)] in bearers] or near
        likes = [(self._grounds.likeness(line.words, ground), ground) for ground in near]
        best = max((like for like, _ in likes), default=0.0)
        return [ground for like, ground in sorted(likes, key=lambda pair: -pair[0]) if like >= max(_ALIKE, 0.8 * best)]


def _same_office(a: str, b: str) -> bool:
    """Say whether two names of a role may mean one: "national economy minister" is an economy minister."""
    one, two = set(a.split()), set(b.split())
    return one == two or ((one < two or two < one) and not (one ^ two) & _RANKS)


def _stage(cue: StatusCue) -> int:
    return _STAGES.get(cue.status, 0)


def _compatible(a: StatusCue, b: StatusCue | None) -> bool:
    """Say whether one matter may be at both stages: what goes on was agreed, but is no longer negotiated."""
    one, two = sorted((_stage(a), _stage(b) if b else 0))
    return one == two or one == 0 or two == 0 or one == 2


def _open(ground: Ground) -> bool:
    return any(cue.kind == "unclear" for cue in ground.stance.hedges)


def _verb(line: Line) -> tuple[int, int]:
    return (line.words[0].start, line.words[-1].end) if line.words else (0, len(line.text))
