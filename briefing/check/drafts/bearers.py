"""What a draft calls somebody or something, and the dossier does not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from briefing.check.drafts.grounds import Ground, Grounds, Word
from briefing.check.drafts.kinships import SAME
from briefing.check.drafts.remark import Line, Remark
from briefing.check.drafts.sayings import apart
from briefing.text.names import Name
from briefing.text.wordtables import word_set

_CALLED: Final = re.compile(
    r"(?:,| (?:is|was|remains|became|are|were)) "
    r"(?:(?:an?|the|its|their|(?:[A-Z][\w-]{0,30} ?){1,3}['’]s?) )(?P<what>[\w -]{3,80}?)"
    r"(?=[,.;:]|$| (?:of|that|which|who|in|from|with|for|at|by|on|and|to|near|under|based|led|owned) )"
)
_PLAIN: Final = word_set(
    "company firm group country body one part member name place person man woman new former own leading held run owned"
    " based led"
)
"""Words that say too little of what bears a name."""
_REACH: Final = 12
"""Words from a name within which what is said belongs to it."""
_KNOWN: Final = 2
"""Sentences that must speak of a bearer before anything is held to be unknown of it."""
_HALF: Final = 0.5
"""Share of what something is called that must be unknown of it."""


class Bearers:
    """What the dossier says of the bearers of its names."""

    def __init__(self, grounds: Grounds) -> None:
        self._grounds = grounds

    def remarks(self, line: Line) -> Iterator[Remark]:
        """Yield what a sentence calls the bearers of names, where nothing in the dossier does."""
        told = apart(line.text)
        for name in line.names:
            match = _CALLED.match(line.text, name.end)
            if match and not any(start < match.end() and match.start() < end for start, end in told):
                start, end = match.span("what")
                yield from self._judge(line, name, [word for word in line.words if start <= word.start < end])

    def _judge(self, line: Line, name: Name, said: list[Word]) -> Iterator[Remark]:
        held = [word.stem for word in line.words if name.start <= word.start < name.end and word.weighty]
        telling = [word for word in said if word.weighty and word.low not in _PLAIN]
        if not held or not telling:
            return
        places = self._places(held)
        if len(places) < _KNOWN:
            return
        alien = [word for word in telling if not self._called(word, places)]
        foreign = any(word.stem.startswith("+") for word in alien)  # another country's
        if alien and (foreign or len(alien) >= _HALF * len(telling)):
            ground = self._named(places)
            reason = (
                f"draft: {name.text}: {line.text[telling[0].start : telling[-1].end]}; {ground.name}: {ground.text}"
            )
            yield Remark(alien[0].start, alien[-1].end, "role", reason, ground, sure=bool(ground.card))

    def _places(self, held: list[str]) -> dict[int, list[int]]:
        """Return the sentences that hold all words of a name, and where the last of them stands."""
        found = dict(self._grounds.stands(held[-1]))
        for name in held[:-1]:
            there = self._grounds.stands(name)
            found = {number: places for number, places in found.items() if number in there}
        return found

    def _called(self, word: Word, places: dict[int, list[int]]) -> bool:
        for name in (word.stem, *SAME.get(word.stem, ())):
            for number, there in self._grounds.where(name).items():
                near = places.get(number, ())
                if any(abs(a - b) <= _REACH for a in near for b in there):
                    return True
        return False

    def _named(self, places: dict[int, list[int]]) -> Ground:
        grounds = [self._grounds.all[number] for number in places]
        return min(grounds, key=lambda ground: (not ground.own, not ground.roles, not ground.whole, len(ground.words)))
