"""How far the user is with what the program proposes: judged, skipped, still to judge."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.model.discrepancy import Discrepancy
from briefing.model.dossier import Dossier
from briefing.model.results import Candidate
from briefing.tui.candidates import Proposals


@dataclass(frozen=True, slots=True)
class Review:
    """What the panes show of it.

    The candidate that is open is number `at` (from 1) of the `of` that there were, those judged since
    included, and `left` are still to judge. `sealed` of `documents` could not be compared.
    """

    left: int = 0
    at: int = 0
    of: int = 0
    skipped: frozenset[str] = frozenset()
    sealed: int = 0
    documents: int = 0
    working: bool = False
    wrong: str = ""


class Reviewer:
    """What was proposed, and what became of it since the program was started."""

    def __init__(self) -> None:
        self.proposals = Proposals()
        self.working = False
        self.wrong = ""
        self.left: tuple[Candidate, ...] = ()
        """What is still to judge, what was skipped last."""
        self._made: dict[str, str] = {}
        self._judged: set[str] = set()
        self._pending: set[str] = set()
        self._skipped: dict[str, None] = {}
        self._seen: set[str] = set()

    def take(self, proposals: Proposals | None) -> None:
        """Have other proposals; None: the documents could not be compared."""
        self.working = False
        self.wrong = "" if proposals else "The documents could not be compared; r tries again."
        if proposals is not None:
            if proposals.read != self.proposals.read:
                self._seen.clear()
            self.proposals = proposals

    def hold(self, dossier: Dossier) -> tuple[Candidate, ...]:
        """Hold what is proposed against the dossier; return what is to judge anew, what was judged itself first."""
        dismissed, known = {item.id for item in dossier.dismissed}, dossier.discrepancy_by_id
        self._pending = {id for id in self._pending if id not in dismissed and self._made.get(id) not in known}
        gone = self._pending | {id for id, made in self._made.items() if made in known}
        before = {item.id for item in self.left}
        left = [item for item in self.proposals.left(dossier) if item.id not in gone]
        again = [item for item in left if item.id not in before]
        self._seen |= {item.id for item in left}
        places = {id: n for n, id in enumerate(self._skipped, 1)}
        self.left = tuple(sorted(left, key=lambda item: places.get(item.id, 0)))
        return tuple(sorted(again, key=lambda item: item.id not in self._judged))

    def dismiss(self, candidate: Candidate) -> None:
        """Note that a candidate is being dismissed."""
        self._made.pop(candidate.id, None)
        self._judged.add(candidate.id)
        self._pending.add(candidate.id)

    def accept(self, candidate: Candidate, entry: Discrepancy) -> int:
        """Note that a candidate is being made a discrepancy; return how many others repeat that."""
        from briefing.check.known import Known

        known = Known(Dossier(discrepancies=(entry,), documents=self.proposals.documents))
        covered = {item.id for item in self.left if known.mark(item).discrepancy} - {candidate.id}
        self._judged.add(candidate.id)
        self._made.update(dict.fromkeys((candidate.id, *covered), entry.id))
        self._pending |= {candidate.id, *covered}
        return len(covered)

    def made(self, candidate: Candidate) -> str:
        """Return the id of the discrepancy that a candidate was made, if it was."""
        return self._made.get(candidate.id, "")

    def forget(self) -> None:
        """Note that what was being written was not, or is being taken back."""
        self._pending.clear()

    def skip(self, candidate: Candidate) -> None:
        """Put a candidate last."""
        self._skipped.pop(candidate.id, None)
        self._skipped[candidate.id] = None

    def review(self, candidate: Candidate | None) -> Review:
        """Return how far it is, with a candidate open."""
        skipped = [item.id for item in self.left if item.id in self._skipped]
        judged = len(self._seen) - len(self.left)
        place = self.left.index(candidate) + 1 if candidate in self.left else 0
        first = place > len(self.left) - len(skipped)
        return Review(
            left=len(self.left),
            at=judged + place + (len(skipped) - len(self.left) if first else len(skipped)) if place else 0,
            of=len(self._seen),
            skipped=frozenset(skipped),
            sealed=self.proposals.sealed,
            documents=len(self.proposals.documents),
            working=self.working,
            wrong=self.wrong,
        )
