"""Every sentence of a draft held against a dossier: does it stand, and what differs?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from briefing.check.drafts.bearers import Bearers
from briefing.check.drafts.claims import Stances
from briefing.check.drafts.denials import Denials
from briefing.check.drafts.figures import Figures
from briefing.check.drafts.grounds import Ground, Grounds, grounds_of
from briefing.check.drafts.kin import Kin
from briefing.check.drafts.markup import Plain, blanked, plain, spaced
from briefing.check.drafts.namings import Names
from briefing.check.drafts.outcomes import Outcomes
from briefing.check.drafts.parts import Parts
from briefing.check.drafts.pronouns import Pronouns
from briefing.check.drafts.remark import Line, Remark
from briefing.check.drafts.sides import disputed
from briefing.check.drafts.speakers import Speakers
from briefing.check.drafts.statuses import Statuses
from briefing.check.drafts.voices import Voices
from briefing.check.drafts.wordings import Wordings
from briefing.model.dossier import Dossier
from briefing.model.results import Clash, Located, Statement, Verdict
from briefing.text.sentences import sentences

LONGEST: Final = 1_000_000
"""Characters of a draft that are looked at."""
_HEADING: Final = re.compile(r"[ \t]{0,3}#{1,6}[ \t]")
_SHOUTED: Final = re.compile(r"[A-Z]{4,}(?: [A-Z]{4,}\b|:)")
_OPINION: Final = re.compile(
    r"\b(?:(?:I|we) (?:think|believe|feel|hope|doubt|guess|suspect)"
    r"|in (?:my|our) (?:view|opinion)|frankly|arguably|hopefully)\b",
    re.IGNORECASE,
)
_FUTURE: Final = re.compile(
    r"\b(?:will|shall|won['’]t|going to|may well|remains? to be"
    r"|(?:is|are) (?:expected|likely|unlikely|bound|set|sure|due) to)\b"
)
_CLEAR: Final = 0.5
"""Fit from which a sentence of the dossier answers one of a draft."""
_LEAST: Final = {"figure": 2, "date": 2, "name": 3}
"""Weighty words that must stand beside a span of some kind before it contradicts anything."""
_MOST: Final = 6
"""Cards and passages named with one statement."""


def check(text: str, dossier: Dossier) -> list[Statement]:
    """Return every sentence of a draft with its verdict; offsets are code points of `text`."""
    return Checker(dossier).check(text)


class Checker:
    """A dossier made ready to check many drafts, or one again and again."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._grounds = Grounds(grounds_of(dossier))
        self._bearers = Bearers(self._grounds)
        self._denials = Denials(self._grounds)
        self._figures = Figures(self._grounds)
        self._names = Names(self._grounds)
        self._kin = Kin(self._grounds)
        self._outcomes = Outcomes(self._grounds)
        self._parts = Parts(self._grounds)
        self._pronouns = Pronouns(self._grounds)
        self._stances = Stances(self._grounds)
        self._speakers = Speakers(dossier, self._grounds)
        self._statuses = Statuses(self._grounds)
        self._voices = Voices(dossier, self._grounds, self._names)
        self._wordings = Wordings(self._grounds)

    def check(self, text: str) -> list[Statement]:
        """Return every sentence of a draft with its verdict; offsets are code points of `text`."""
        blank = blanked(text[:LONGEST])
        found: list[Statement] = []
        told: set[str] = set()
        for start, end in sentences(spaced(blank)):
            said = plain(blank, start, end)
            found.append(self._statement(text, said, _uncheckable(text, start, said.text), told))
        return found

    def _statement(self, text: str, said: Plain, reason: str, told: set[str]) -> Statement:
        """Return one sentence with its verdict; `told` are the stems said before it, and are added to."""
        start, end = said.span(0, len(said.text))
        if reason:
            return Statement(start=start, end=end, text=text[start:end], verdict="not-checkable", reason=reason)
        line = Line(said.text, self._grounds)
        exact = self._wordings.repeated(line)
        remarks: list[Remark] = []
        if not exact:
            for item in self._remarks(line, told):
                if not any(_within(item, other) for other in remarks):
                    remarks.append(item)
        told.update(word.stem for word in line.words)
        return self._judged(text, said, line, exact, remarks)

    def _remarks(self, line: Line, told: set[str]) -> Iterator[Remark]:
        """Yield what differs, the surer readings of a span before the less sure."""
        alone = self._pronouns.remark(line, told)
        if alone:
            yield alone
        yield from self._figures.remarks(line)
        yield from self._names.remarks(line)
        yield from self._kin.remarks(line)
        yield from self._denials.remarks(line)
        yield from self._parts.remarks(line)
        yield from self._outcomes.remarks(line)
        yield from self._statuses.remarks(line)
        yield from self._stances.remarks(line)
        yield from self._bearers.remarks(line)
        yield from self._speakers.remarks(line)
        yield from self._voices.remarks(line)
        yield from self._wordings.remarks(line)

    def _judged(self, text: str, said: Plain, line: Line, exact: Ground | None, remarks: list[Remark]) -> Statement:
        start, end = said.span(0, len(said.text))
        grounds = [exact] if exact else [ground for ground, _ in line.aligned]
        rivals = [item for item in remarks if _contradicts(item) and _leaves(line, item)]
        sides = disputed(self._dossier, self._grounds, line, grounds) if len(rivals) < 2 else ""
        verdict: Verdict
        if rivals and not sides:  # what differs from one side may be what another says
            verdict, reason = "contradicted", "; ".join(dict.fromkeys(item.reason for item in rivals))
            grounds = [item.rival for item in rivals if item.rival is not None] + grounds
        elif sides:
            verdict, reason = "disputed", sides
        elif remarks:
            verdict, reason = "unverified", "; ".join(dict.fromkeys(item.reason for item in remarks))
        elif exact or line.best >= _CLEAR:
            verdict, reason = "supported", f"so says {grounds[0].name}" if grounds else ""
        elif _FUTURE.search(line.text):
            verdict, reason, grounds = "not-checkable", "of things to come, and nothing in the dossier answers it", []
        else:
            verdict, reason, grounds = "unverified", "nothing in the dossier answers it", []
        spans = [(*said.span(item.start, item.end), item.kind) for item in remarks if item.sure]
        conflicts = tuple(Clash(start=first, end=last, kind=kind) for first, last, kind in sorted(spans))
        return Statement(
            start=start, end=end, text=text[start:end], verdict=verdict, reason=reason,
            cards=tuple(dict.fromkeys(ground.card for ground in grounds if ground.card))[:_MOST],
            passages=_passages(grounds), conflicts=conflicts,
        )  # fmt: skip


def _within(item: Remark, other: Remark) -> bool:
    """Say whether another remark says at least as much of the same span."""
    inside = other.start <= item.start and item.end <= other.end
    return inside and other.sure >= item.sure and _contradicts(other) >= _contradicts(item)


def _contradicts(item: Remark) -> bool:
    return item.rival is not None and item.grave


def _leaves(line: Line, item: Remark) -> bool:
    """Say whether enough of a sentence is left beside what differs to say what it is about."""
    least = _LEAST.get(item.kind, 0)
    return sum(word.weighty and not item.start <= word.start < item.end for word in line.words) >= least


def _passages(grounds: list[Ground]) -> tuple[Located, ...]:
    return tuple(dict.fromkeys(place for ground in grounds for place in ground.located))[:_MOST]


def _uncheckable(text: str, start: int, said: str) -> str:
    at = text.rfind("\n", 0, start) + 1
    if _HEADING.match(text, at):
        return "a heading"
    if _SHOUTED.match(said):
        return "a call to the reader"
    if said.endswith("?"):
        return "a question"
    if not any(char.isalpha() for char in said):
        return "no words"
    return "an opinion" if _OPINION.search(said) else ""
