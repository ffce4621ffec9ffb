"""Status, negation, roles and attribution of a draft that differ from the dossier's."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from briefing.check.drafts.grounds import Ground, Grounds
from briefing.check.drafts.remark import Line, Remark
from briefing.text.names import same_name
from briefing.text.roles import RoleHolder
from briefing.text.stance import Attribution

_ALIKE: Final = 0.3
"""Likeness from which a sentence is held to speak of the same."""
_SAME: Final = 0.5


class Stances:
    """What the dossier says of who holds which role, and how its sentences are meant."""

    def __init__(self, grounds: Grounds) -> None:
        self._grounds = grounds
        self._roles = [(ground, role) for ground in grounds.all for role in ground.roles]

    def remarks(self, line: Line) -> Iterator[Remark]:
        """Yield what differs in role, negation and status."""
        for role in line.roles:
            yield from self._role(role)
        yield from self._negation(line)
        yield from self._status(line)
        yield from self._attribution(line)

    def _role(self, role: RoleHolder) -> Iterator[Remark]:
        same_role: list[tuple[Ground, RoleHolder]] = []
        same_holder: list[tuple[Ground, RoleHolder]] = []
        for ground, other in self._roles:
            holder = same_name(role.holder, other.holder) >= 0.5
            office = role.role == other.role and (
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

    def _negation(self, line: Line) -> Iterator[Remark]:
        close = [ground for ground in self._alike(line) if self._grounds.likeness(line.words, ground) >= _SAME]
        cues = line.stance.negations
        ours = len(cues) % 2
        if not close or any(len(ground.stance.negations) % 2 == ours for ground in close):
            return
        span = (cues[0].start, cues[0].end) if cues else _verb(line)
        yield Remark(
            *span,
            "negation",
            f"the draft {'denies' if ours else 'says'}, the dossier {'says' if ours else 'denies'}: {close[0].text}",
            close[0],
        )

    def _status(self, line: Line) -> Iterator[Remark]:
        """Yield a status that differs, or a certainty that the dossier does not have."""
        close = self._alike(line)
        ours = line.stance.status
        theirs = [(ground, cue) for ground in close for cue in ground.stance.statuses]
        if ours and theirs and not any(cue.status == ours.status and cue.holds == ours.holds for _, cue in theirs):
            ground, cue = theirs[0]
            yield Remark(ours.start, ours.end, "status", f"draft: {ours.text}; dossier: {cue.text}", ground)
        elif close and line.stance.certainty == "asserted" and all(_open(ground) for ground in close):
            doubt = close[0].stance.hedges[0].text
            yield Remark(*_verb(line), "status", f"the draft is sure; dossier: {doubt}", close[0])

    def _alike(self, line: Line) -> list[Ground]:
        """Return the sentences that say nearly what one of the draft says."""
        likes = [(self._grounds.likeness(line.words, ground), ground) for ground, _ in line.aligned[:16] if ground.own]
        best = max((like for like, _ in likes), default=0.0)
        return [ground for like, ground in sorted(likes, key=lambda pair: -pair[0]) if like >= max(_ALIKE, 0.8 * best)]

    def _attribution(self, line: Line) -> Iterator[Remark]:
        """Yield who is said to say so, where the dossier has it of somebody else."""
        close = [ground for ground, score in line.aligned if score >= max(0.5, 0.75 * line.best) and ground.own]
        for ours in line.stance.attributions:
            names = [name for name in line.names if ours.start <= name.start < ours.end]
            if not names or not close:
                continue
            name = names[0]
            if any(self._speaks(name.text, ground) for ground, _ in line.aligned):
                continue
            told, rival = next(((item.text, ground) for ground in close for item in _sources(ground)), ("", None))
            if rival is not None:
                yield Remark(name.start, name.end, "attribution", f"draft: {name.text} says so; dossier: {told}", rival)

    def _speaks(self, name: str, ground: Ground) -> bool:
        """Say whether a sentence of the dossier, or what it belongs to, attributes something to a name."""
        told = [item.source or item.text for item in _sources(ground)]
        spoken = any(
            same_name(name, other.text) >= 0.5 for other in ground.names if any(other.text in one for one in told)
        )
        return spoken or (not told and any(same_name(name, other.text) >= 0.5 for other in ground.names))


def _sources(ground: Ground) -> list[Attribution]:
    return [item for item in ground.stance.attributions if item.who != "unattributed"]


def _open(ground: Ground) -> bool:
    return any(cue.kind == "unclear" for cue in ground.stance.hedges)


def _verb(line: Line) -> tuple[int, int]:
    return (line.words[0].start, line.words[-1].end) if line.words else (0, len(line.text))
