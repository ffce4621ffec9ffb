"""Names of a draft that the dossier does not know, or knows in another place."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from rapidfuzz.distance import Indel

from briefing.check.drafts.company import Company, Place, place_of
from briefing.check.drafts.grounds import Ground, Grounds, Word, words_of
from briefing.check.drafts.remark import Line, Remark
from briefing.text.countries import COUNTRIES
from briefing.text.names import Name, grade_name, same_name
from briefing.text.romanise import plain
from briefing.text.wordtables import word_set

_LABEL: Final = re.compile(r"\s*:(?!\S)")
_ACTS: Final = re.compile(r" (?:will|would|can|could|may|might|is|was|has|had|said|says|[a-z]+ed)\b")
_SLIP: Final = 0.8
_SPOKEN: Final = 0.45
"""Fit of the rest of a sentence from which a name that stands elsewhere is asked for."""
_NEAREST: Final = 12
_POSSIBLE: Final = 0.5
_NEAR: Final = 0.45
_GAP: Final = 0.6
"""Company of another name, and by how much it must be better."""
_WIDE: Final = 0.9
"""The same where a sentence says "he" or "she", who may be anybody."""
_WHERE: Final = word_set("in at near from")
_PRONOUNS: Final = word_set("he she they his her their him them")
_GRAVE: Final = 0.7
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
        self._where: dict[str, list[Place]] = {}
        self._kinds: dict[str, str] = {
            word: name.kind
            for ground in grounds.all
            for name in ground.names
            if name.kind != "unknown"
            for word in (name.text, name.text.split()[-1])
        }
        self._known: dict[tuple[str, str], bool] = {}

    def remarks(self, line: Line) -> Iterator[Remark]:
        """Yield the names of a sentence that differ, or that stand nowhere."""
        named: set[str] = set()
        for name in line.names:
            if _LABEL.match(line.text, name.end) or self._shouted(line, name):
                continue
            if name.text in named and " " in name.text:
                yield Remark(name.start, name.end, "name", f"draft: {name.text}, twice in one sentence")
            elif self.knows(name.text, name.kind):
                yield from self._misplaced(line, name)
            else:
                yield from self._unknown(line, name)
            named.add(name.text)

    def _unknown(self, line: Line, name: Name) -> Iterator[Remark]:
        """Yield a name that stands nowhere, with the one that stands in its place."""
        if not name.certain and name.kind == "unknown" and not _ACTS.match(line.text, name.end):
            return
        rival = self._rival(line, name)
        if rival:
            ground, other, fit = rival
            reason = f"draft: {name.text}; {ground.name}: {other}"
            grave = fit >= _ALIKE and not any(map(str.isdigit, name.text))
            yield Remark(name.start, name.end, "name", reason, ground, grave=grave)
        else:
            reason = f"draft: {name.text}; the name stands nowhere in the dossier"
            yield Remark(name.start, name.end, "name", reason, sure=name.kind != "unknown")

    def _misplaced(self, line: Line, name: Name) -> Iterator[Remark]:
        """Yield a name that the dossier knows, where it has another in its place."""
        if plain(name.text).removesuffix("man") in COUNTRIES:
            return  # a country is at home in every sentence on what lies in it
        company = Company(self._grounds, line, (name.start, name.end))
        if company.best < _SPOKEN:
            return
        nearest = sorted(company.fits, key=lambda n: -company.fits[n])[:_NEAREST]
        mine = [name.text, *(other.text for other in line.names if other is not name)]
        rivals = {
            place_of(n, self._grounds.all[n], other.start, other.end): other.text
            for n in nearest
            for other in self._grounds.all[n].names
            if plain(other.text) not in COUNTRIES
            and self._alike(name, other)
            and not _contained(name.text, other.text)
            and not any(same_name(other.text, own) >= _POSSIBLE for own in mine)
        }
        rival = company.standing(rivals)
        if rival.near < _NEAR:
            return
        own = company.standing(self._places(name.text), beside=True)
        ground = self._grounds.all[rival.place[0]]
        if _placed(line.words, company.first) != _placed(ground.words, rival.place[1]):
            return
        there = rival.place[0] in {place[0] for place in self._places(name.text)}
        unnamed = there or (any(word.low in _PRONOUNS for word in ground.words) and not ground.card)
        if rival.total - own.total >= (_WIDE if unnamed else _GAP):
            reason = f"draft: {name.text}; {ground.name}: {rivals[rival.place]}"
            yield Remark(name.start, name.end, "name", reason, ground, grave=rival.fit >= _GRAVE and ground.own)

    def _alike(self, a: Name, b: Name) -> bool:
        """Say whether two names may mean things of one sort."""
        one, two = (name.kind if name.kind != "unknown" else self._kinds.get(name.text, "") for name in (a, b))
        return one == two or not one or not two

    def _places(self, text: str) -> list[Place]:
        """Return where a name stands, under any of its forms."""
        found = self._where.get(text)
        if found is None:
            places = {
                place_of(n, self._grounds.all[n], name.start, name.end)
                for other, holders in self._holders.items()
                if same_name(text, other) >= _POSSIBLE
                for n in holders
                for name in self._grounds.all[n].names
                if name.text == other
            }
            last = [word.stem for word in words_of(text) if word.weighty][-1:]
            places |= {(n, at, at) for stem in last for n, all_of in self._grounds.where(stem).items() for at in all_of}
            found = self._where[text] = sorted(places)
        return found

    def _shouted(self, line: Line, name: Name) -> bool:
        """Say whether a name is only a word in capitals among others."""
        loud = [word for word in line.words if line.text[word.start : word.end].isupper() and word.end - word.start > 1]
        return name.text.isupper() and len(loud) > len(name.text.split()) + 1

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
                if (
                    self._alike(name, other)
                    and not _contained(name.text, other.text)
                    and not any(same_name(other.text, own) >= 0.5 for own in mine)
                ):
                    return ground, other.text, fits[n]
        return None


def _contained(a: str, b: str) -> bool:
    """Say whether one name is the other with more words: "the Chamber", "the Council of the Chamber"."""
    one, two = ({word.stem for word in words_of(text)} for text in (a, b))
    return one <= two or two <= one


def _placed(words: list[Word], at: int) -> bool:
    """Say whether a word is where something is, and not what does or is something."""
    return at > 0 and words[at - 1].low in _WHERE
