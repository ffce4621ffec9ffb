"""Words that say nothing of what a sentence is about, and what a word has in common with its kin."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from briefing.text.reuse import stem
from briefing.text.wordtables import word_set

STOP_WORDS: Final = word_set(
    """
    a about above after again against all also although am an and another any are around as at be because been before
    being below between both but by can could did do does doing down during each either even ever every few for from
    further had has have having he her here hers him his how however i if in into is it its itself just like may me
    might more most much must my neither no nor not now of off on once only or other others our out over own per same
    shall she should since so some such than that the their them themselves then there these they this those though
    through thus to too toward towards under until up upon us very via was we were what when where whereas whether
    which while who whom whose why will with within without would yet you your said say says saying told according
    one two three s t
    """
)
_NOUN_ENDING = re.compile(r"(?:(?<=[a-z]{5})(?:ion|ive|or|al)|(?<=[a-z]{4})(?:ment|ance|ence|enc|anc))$")
_KEPT: Final = frozenset(("production", "station", "section", "mission", "version", "region", "nation", "national"))
"""Nouns that are no kin of the word they would be cut to."""


@lru_cache(1 << 16)
def root(word: str) -> str:
    """Return what a verb and its noun have in common: `inspected` and `inspection` give one answer."""
    plain = stem(word)
    return plain if plain in _KEPT else _NOUN_ENDING.sub("", plain).rstrip("e")


LIGHT_WORDS: Final = frozenset(
    root(word)
    for word in word_set(
        """
        year years month months day days week time today new old last next recent early late make makes made take takes
        took taken get give given become became come came go went gone include includes including included use used
        report reported reports reporting announce announced show shows showed see seen set part parts number numbers
        total level large big small high low good first second still already back way well many several various people
        percent cent million billion thousand hundred figure figures amount expect expected estimate estimated estimates
        received receive put boasts contain contains total totals totalled stood stands hit amounted recorded measured
        account accounts accounting control controls represent represents comprise comprises cover
        major main key current currently another around nearly almost roughly approximately about least reach reached
        """
    )
)
"""Roots of words that stand everywhere and tell little."""

_KIN: Final = """
talks talk negotiation negotiations negotiate negotiated negotiating discussions
agreement agreements deal deals accord pact
company firm enterprise corporation
begin began begun start started starting starts launch launched commence commenced
stop stopped stops cease ceased ceases halt halted
kill killed died dead death deaths dies fatalities
injured hurt wounded injuries
worker workers employee employees staff
mine mines mining
production extraction
buy buys bought purchase purchased acquire acquired acquisition takeover
earthquake quake tremor
fire blaze
plane aircraft airplane jet
ship vessel boat
car vehicle
film movie
drug medicine medication
illness disease
attack assault
match game
trial study
child children kid kids
house home
photovoltaic solar
weapon weapons arms
lawsuit suit
judge justice
fans supporters
help helped assist assisted
"""
KIN: Final[dict[str, str]] = {
    root(word): root(line.split()[0]) for line in _KIN.strip().splitlines() for word in line.split()
}
"""Roots that mean the same thing in most texts: root -> the one that stands for all."""


def meaning(word: str) -> str:
    """Return the root that a word in small letters is compared by; "" for one that says nothing."""
    bare = word[:-2] if word.endswith(("'s", "’s")) else word.rstrip("'’")
    if bare in STOP_WORDS:
        return ""
    found = root(bare)
    return KIN.get(found, found)
