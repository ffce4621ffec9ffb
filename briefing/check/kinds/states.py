"""States that exclude one another: guilty and acquitted, begun and stopped, led and merely helped.

Each line is one matter; its states are parted by ` / `. A word that stands for no state alone is not here:
few and sure ones serve better.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

_TABLE: Final = r"""
verdict: convicted|conviction|found guilty|pleaded guilty / acquitted|acquittal|cleared of|not guilty|exonerated
answer: denied|denies|deny|denying / confirmed|confirms|confirming|admitted|admits|acknowledged|acknowledges|conceded
acceptance: awarded|accepted|accepts / refused|declined|rejected|turned down
approval: approved|approves|approval|authori[sz]ed|endorsed|ratified|adopted|adopts|was passed|were passed / \
rejected|rejects|rejection|blocked|vetoed|refused|turned down|voted down|struck down
stage: talks|negotiations?|negotiating|under consideration|bidding / \
agreed|agrees|reached (?:an? |the )?(?:\S+ ){0,4}(?:agreement|deal)\
|signed (?:an? |the )?(?:\S+ ){0,3}(?:agreement|deal|contract) / completed|completion|finali[sz]ed|closed the \
deal
instrument: letters? of intent|memorand(?:um|a) of understanding|framework agreement|agreement in \
principle|non-binding \
/ treaty|binding|contract|final agreement|signed (?:an|the) agreement|definitive agreement
running: started|starts|began|begun|launched|inaugurated|resumed|in operation|operating|came on stream / \
stopped|ceased|cessation|halted|suspended|shut down|discontinued|mothballed
use: untapped|undeveloped|unmined|unexploited|never been (?:mined|used|developed|built)|pristine|virgin / \
idle|dormant|disused|derelict|legacy
life: died|dead|killed|death of / survived|survivor|alive|recovering|recovered
custody: arrested|detained|in custody|jailed|remanded / released|freed|at large|escaped
medal: gold medal(?:lists?)? / silver medal(?:lists?)? / bronze medal(?:lists?)?
contest: won|wins|winner of|victory over|beat / lost|loses|loss of|defeat|defeated by|beaten
lawfulness: legal|lawful|legally|permitted|allowed / illegal|unlawful|illegally|banned|forbidden|prohibited
proof: proven|proved|confirmed|verified / unproven|unconfirmed|unverified|if (?:\w+ \
){0,4}(?:confirmed|verified|proven)|alleged|allegedly
leaving: resigned|resigns|resignation|stepped down|quit / sacked|fired|dismissed|ousted
function: \
(?:was|were|is|are|been) (?:working|functioning|operational|switched on)(?! (?:on|for|with|to|as|at (?!the time)))\
 / switched off|turned off|out of order|out of service|malfunctioned|disabled
control: under control|contained / out of control|spreading
damage: destroyed|burnt down|razed / undamaged|intact|unharmed|unscathed
direction: rose|risen|increased|grew|jumped|climbed|surged / fell|fallen|decreased|declined|dropped|shrank|slumped
part: lead|leads|led|leading|headed|heads|heading|chaired|spearheaded|spearheading \
/ facilitated|facilitates|facilitating|facilitation|brokered|mediated|mediating|helped|assisted|supported \
/ intervened|intervening|pushed for|pressured|forced|got involved|interfered \
/ observed|observer|witnessed
"""


class State(NamedTuple):
    """One state of a matter, by its place in the line."""

    matter: str
    number: int


ADVANCING: Final = frozenset(("stage", "instrument", "custody"))
"""Matters that move on in the order of their states: a later document may simply know more."""
REVERSIBLE: Final = frozenset(("running",))
"""Matters that move to and fro."""

_LINES: Final[list[tuple[str, list[str]]]] = [
    (line.partition(": ")[0], [part.strip() for part in line.partition(": ")[2].split(" / ")])
    for line in _TABLE.replace("\\\n", "").strip().splitlines()
]
CUES: Final = re.compile(r"\b(?:" + "|".join(part for _, parts in _LINES for part in parts) + r")\b")
_STATES: Final = [
    (State(matter, number), re.compile(part)) for matter, parts in _LINES for number, part in enumerate(parts)
]
NEGATED: Final = re.compile(r"(?:\b(?:not|never|no|without|nor|neither|cannot|nobody)|n['’]t)\s(?:\w+\s){0,2}$")
OPEN: Final = re.compile(
    r"\b(?:will|would|to|could|may|might|should|can|if|before|until|must|plans?|intends?|wants?|whether)\s(?:\w+\s){0,1}$"
)
"""What leaves open whether a state that follows is reached."""


@lru_cache(4096)
def states_of(words: str) -> tuple[State, ...]:
    """Return the states that some words of a text, in small letters, stand for."""
    return tuple(state for state, pattern in _STATES if pattern.fullmatch(words))


@lru_cache(64)
def sides_of(matter: str) -> int:
    """Return how many states a matter has."""
    return sum(1 for state, _ in _STATES if state.matter == matter)
