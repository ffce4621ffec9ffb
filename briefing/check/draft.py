"""Every sentence of a draft held against a dossier: does it stand, and what differs?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from briefing.check.drafts.claims import Stances
from briefing.check.drafts.figures import Figures
from briefing.check.drafts.grounds import Ground, Grounds, grounds_of
from briefing.check.drafts.markup import Plain, blanked, plain, spaced
from briefing.check.drafts.namings import Names, dangling
from briefing.check.drafts.remark import Line, Remark
from briefing.check.drafts.sides import disputed
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
        self._figures = Figures(self._grounds)
        self._names = Names(self._grounds)
        self._stances = Stances(self._grounds)
        self._wordings = Wordings(self._grounds)

    def check(self, text: str) -> list[Statement]:
        """Return every sentence of a draft with its verdict; offsets are code points of `text`."""
        blank = blanked(text[:LONGEST])
        found: list[Statement] = []
        first = True
        for start, end in sentences(spaced(blank)):
            said = plain(blank, start, end)
            item = self._statement(text, said, _uncheckable(text, start, said.text), first=first)
            first = first and item.verdict == "not-checkable"
            found.append(item)
        return found

    def _statement(self, text: str, said: Plain, reason: str, *, first: bool) -> Statement:
        start, end = said.span(0, len(said.text))
        if reason:
            return Statement(start=start, end=end, text=text[start:end], verdict="not-checkable", reason=reason)
        line = Line(said.text, self._grounds)
        exact = self._wordings.repeated(line)
        remarks = [] if exact else list(self._remarks(line, first))
        if not exact:
            remarks += [
                item for item in self._wordings.remarks(line) if not any(_within(item, other) for other in remarks)
            ]
        return self._judged(text, said, line, exact, remarks)

    def _remarks(self, line: Line, first: bool) -> Iterator[Remark]:
        if first:
            alone = dangling(line.text)
            if alone:
                yield alone
        yield from self._figures.remarks(line)
        yield from self._names.remarks(line)
        yield from self._stances.remarks(line)

    def _judged(self, text: str, said: Plain, line: Line, exact: Ground | None, remarks: list[Remark]) -> Statement:
        start, end = said.span(0, len(said.text))
        grounds = [exact] if exact else [ground for ground, _ in line.aligned]
        rivals = [item for item in remarks if item.rival is not None and item.grave and _leaves(line, item)]
        sides = disputed(self._dossier, self._grounds, line, grounds) if not rivals else None
        verdict: Verdict
        if rivals:
            verdict, reason = "contradicted", "; ".join(dict.fromkeys(item.reason for item in rivals))
            grounds = [item.rival for item in rivals if item.rival is not None] + grounds
        elif sides:
            verdict, reason = "disputed", sides
        elif remarks:
            verdict, reason = "unverified", "; ".join(dict.fromkeys(item.reason for item in remarks))
        elif exact or line.best >= _CLEAR:
            verdict, reason = "supported", f"so says {_name(grounds[0])}" if grounds else ""
        else:
            verdict, reason = "unverified", "nothing in the dossier answers it"
            grounds = []
        spans = [(*said.span(item.start, item.end), item.kind) for item in remarks if item.sure]
        conflicts = tuple(Clash(start=first, end=last, kind=kind) for first, last, kind in sorted(spans))
        return Statement(
            start=start, end=end, text=text[start:end], verdict=verdict, reason=reason,
            cards=tuple(dict.fromkeys(ground.card for ground in grounds if ground.card))[:_MOST],
            passages=_passages(grounds), conflicts=conflicts,
        )  # fmt: skip


def _within(item: Remark, other: Remark) -> bool:
    return other.start <= item.start and item.end <= other.end


def _leaves(line: Line, item: Remark) -> bool:
    """Say whether enough of a sentence is left beside what differs to say what it is about."""
    least = _LEAST.get(item.kind, 0)
    return sum(word.weighty and not item.start <= word.start < item.end for word in line.words) >= least


def _passages(grounds: list[Ground]) -> tuple[Located, ...]:
    return tuple(dict.fromkeys(place for ground in grounds for place in ground.located))[:_MOST]


def _name(ground: Ground) -> str:
    if ground.card:
        return f"card {ground.card}"
    return f"{ground.located[0].source}:{ground.located[0].lines[0]}" if ground.located else "the dossier"


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
