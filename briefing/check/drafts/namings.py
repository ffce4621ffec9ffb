"""Names of a draft that the dossier does not know, or knows in another place."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from rapidfuzz.distance import Indel

from briefing.check.drafts.grounds import Ground, Grounds, words_of
from briefing.check.drafts.remark import Line, Remark
from briefing.text.countries import COUNTRIES
from briefing.text.names import Name, grade_name, same_name
from briefing.text.romanise import plain

_LABEL: Final = re.compile(r"\s*:(?!\S)")
_PRONOUN: Final = re.compile(r"(?P<word>he|she|they|it)\b", re.IGNORECASE)
_EXPLETIVE: Final = re.compile(r"it (?:is|was|has been|will be|seems|appears|remains)\b", re.IGNORECASE)
_ACTS: Final = re.compile(r" (?:will|would|can|could|may|might|is|was|has|had|said|says|[a-z]+ed)\b")
_SLIP: Final = 0.8
_ALIKE: Final = 0.4
"""Fit of the rest of a sentence from which another name contradicts."""
_SHORTEST: Final = 4
"""Letters of a name in which a slip of the pen is still told from another name."""


class Names:
    """All names of a dossier."""

    def __init__(self, grounds: Grounds) -> None:
        self._grounds = grounds
        self._holders: dict[str, list[int]] = defaultdict(list)
        for n, ground in enumerate(grounds.all):
            for name in ground.names:
                self._holders[name.text].append(n)
        self._countries = {COUNTRIES[word] for word in grounds.lows if word in COUNTRIES}
        self._known: dict[tuple[str, str], bool] = {}

    def remarks(self, line: Line) -> Iterator[Remark]:
        """Yield the names of a sentence that differ, or that stand nowhere."""
        for name in line.names:
            if _LABEL.match(line.text, name.end) or self._shouted(line, name) or self.knows(name.text, name.kind):
                continue
            if not name.certain and name.kind == "unknown" and not _ACTS.match(line.text, name.end):
                continue
            rival = self._rival(line, name)
            if rival:
                ground, other, fit = rival
                reason = f"draft: {name.text}; dossier: {other}"
                yield Remark(
                    name.start,
                    name.end,
                    "name",
                    reason,
                    ground,
                    grave=fit >= _ALIKE and not any(map(str.isdigit, name.text)),
                )
            else:
                yield Remark(
                    name.start,
                    name.end,
                    "name",
                    f"draft: {name.text}; the name stands nowhere in the dossier",
                    sure=name.kind != "unknown",
                )

    def _shouted(self, line: Line, name: Name) -> bool:
        return name.text.isupper() and (
            name.start == 0 or any(word.isupper() for word in line.text[name.end :].split()[:1])
        )

    def knows(self, text: str, kind: str) -> bool:
        """Say whether a name, or every word of it, stands in the dossier, slips of the pen forgiven."""
        known = self._known.get((text, kind))
        if known is None:
            known = self._known[text, kind] = self._spelled(text, kind) or any(
                grade_name(same_name(text, other)) == "same" for other in self._holders
            )
        return known

    def _spelled(self, text: str, kind: str) -> bool:
        if COUNTRIES.get(plain(text)) in self._countries and plain(text) in COUNTRIES:
            return True
        words = [word for word in words_of(text) if word.weighty]
        loose = kind == "person"
        together: set[int] | None = None
        for word in words:
            here = self._grounds.stands(word.stem)
            if not here:
                if not self._slip(word.low):
                    return False
                continue
            near = {n + step for n in here for step in ((-1, 0, 1) if loose else (0,))}
            together = near if together is None else together & near
        return together is None or bool(together)

    def _slip(self, low: str) -> bool:
        return len(low) >= _SHORTEST and any(
            abs(len(other) - len(low)) <= 1 and other[0] == low[0] and Indel.normalized_similarity(low, other) >= _SLIP
            for other in self._grounds.lows
            if len(other) >= _SHORTEST
        )

    def _rival(self, line: Line, name: Name) -> tuple[Ground, str, float] | None:
        """Return a name that stands where the rest of the sentence stands, and not in the draft."""
        fits = line.share(self._grounds, (name.start, name.end))
        best = max(fits.values(), default=0.0)
        mine = [other.text for other in line.names if other is not name]
        for n in sorted(fits, key=lambda n: -fits[n])[:6]:
            if fits[n] < max(0.3, 0.75 * best):
                break
            ground = self._grounds.all[n]
            for other in ground.names:
                alike = other.kind == name.kind or "unknown" in (other.kind, name.kind)
                if alike and not any(same_name(other.text, own) >= 0.5 for own in mine):
                    return ground, other.text, fits[n]
        return None


def dangling(text: str) -> Remark | None:
    """Return the pronoun that a draft begins with: it stands for nobody who was named."""
    match = _PRONOUN.match(text)
    if match is None or _EXPLETIVE.match(text):
        return None
    return Remark(*match.span(), "name", f"draft: {match[0]}; nobody was named before")
