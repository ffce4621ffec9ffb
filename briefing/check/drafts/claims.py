"""Status, negation, roles and attribution of a draft that differ from the dossier's."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.check.drafts.grounds import Ground, Grounds
from briefing.check.drafts.remark import Line, Remark
from briefing.text.names import same_name
from briefing.text.roles import RoleHolder


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

    def _role(self, role: RoleHolder) -> Iterator[Remark]:
        same_role: list[tuple[Ground, RoleHolder]] = []
        same_holder: list[tuple[Ground, RoleHolder]] = []
        for ground, other in self._roles:
            holder = same_name(role.holder, other.holder) >= 0.5
            office = role.role == other.role and (not role.body or not other.body or same_name(role.body, other.body) >= 0.5)
            if holder and office:
                return
            if office and role.body and other.body:
                same_role.append((ground, other))
            elif holder:
                same_holder.append((ground, other))
        for ground, other in same_role[:1]:
            yield Remark(*role.holder_span, "role", f"draft: {role.role} {role.holder}; dossier: {other.holder}", ground)
            return
        for ground, other in same_holder[:1]:
            yield Remark(*role.role_span, "role", f"draft: {role.holder} is {role.role}; dossier: {other.role}", ground)

    def _negation(self, line: Line) -> Iterator[Remark]:
        likes = [(self._grounds.likeness(line.words, ground), ground) for ground, _ in line.aligned[:12] if ground.own]
        best = max((like for like, _ in likes), default=0.0)
        close = [ground for like, ground in likes if like >= max(0.5, 0.85 * best)]
        cues = line.stance.negations
        ours = len(cues) % 2
        if not close or any(len(ground.stance.negations) % 2 == ours for ground in close):
            return
        span = (cues[0].start, cues[0].end) if cues else _verb(line)
        yield Remark(*span, "negation", f"the draft {'denies' if ours else 'says'}, the dossier {'says' if ours else 'denies'}: {close[0].text}", close[0])

    def _status(self, line: Line) -> Iterator[Remark]:
        ours = line.stance.status
        if ours is None or ours.rank is None:
            return
        close = [ground for ground, score in line.aligned if score >= max(0.5, 0.75 * line.best)]
        theirs = [(ground, cue) for ground in close for cue in ground.stance.statuses]
        if not theirs or any(cue.status == ours.status and cue.holds == ours.holds for _, cue in theirs):
            return
        ground, cue = theirs[0]
        yield Remark(ours.start, ours.end, "status", f"draft: {ours.text}; dossier: {cue.text}", ground)


def _verb(line: Line) -> tuple[int, int]:
    return (line.words[0].start, line.words[-1].end) if line.words else (0, len(line.text))
