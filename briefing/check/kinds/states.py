"""States that exclude one another: talks and contract, guilty and acquitted, begun and stopped.

Each line is one matter; its states, parted by ` / `, are patterns for text in small letters. A word that stands for
no state alone is not here: few and sure ones serve better.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

_MATTERS: Final = r"""
verdict: convicted|conviction|found guilty|pleaded guilty / acquitted|acquittal|cleared of|not guilty|exonerated
answer: denied|denies|deny|rejected the (?:claim|report|allegation|accusation)s? / confirmed|confirms|admitted|admits|acknowledged|acknowledges|conceded
approval: approved|approves|passed|authori[sz]ed|backed|endorsed|gave the green light / rejected|rejects|blocked|vetoed|refused|turned down|voted down|struck down
stage: letters? of intent|memorand(?:um|a) of understanding|framework agreement|agreement in principle / treaty|joint venture agreement|binding|contracts?|final agreement|full agreement|signed an agreement
running: started|starts|began|begun|launched|opened|inaugurated|resumed|in operation|operating|came on stream / stopped|ceased|cessation|halted|ended|suspended|shut down|closed|discontinued|mothballed|idled
use: untapped|undeveloped|unmined|unexploited|never been (?:mined|used|developed|built)|pristine|virgin / idle|dormant|disused|abandoned|derelict|legacy|mothballed
life: died|dead|killed|found dead / survived|survivor|alive|recovering|recovered
custody: arrested|detained|in custody|jailed|remanded / released|freed|at large|escaped
contest: won|wins|winner of|victory|beat|awarded / lost|loses|loss of|defeat|defeated|beaten
lawfulness: legal|lawful|legally|permitted|allowed / illegal|unlawful|illegally|banned|forbidden|prohibited
proof: proven|proved|confirmed|verified|established / unproven|unconfirmed|unverified|if (?:\w+ ){0,3}(?:confirmed|verified)|alleged|not (?:yet )?(?:confirmed|verified)
leaving: resigned|resigns|stepped down|quit|retired / sacked|fired|dismissed|removed|ousted
direction: rose|risen|increased|grew|jumped|climbed|surged|improved / fell|fallen|decreased|declined|dropped|shrank|slumped|worsened
owner: state-owned|publicly owned|nationalised|nationalized / private|privately owned|privatised|privatized
damage: destroyed|burnt down|collapsed / undamaged|intact|unharmed|unscathed
presence: attended|was present|took part|participated / absent|did not attend|stayed away|boycotted|declined to attend
size: increase|expand|expansion|raise|hire / cut|reduce|reduction|shrink|layoffs|lay off
openness: public|published|disclosed|made public / secret|confidential|undisclosed|not disclosed|withheld
"""

_PARTS: Final = r"""
part: lead|leads|led|leading|headed|heads|heading|chaired|spearheaded|spearheading \
/ facilitated|facilitates|facilitating|facilitation|brokered|mediated|mediating|mediator|helped|assisted|advocacy|supported \
/ intervened|intervention|intervening|pushed for|pressured|forced|involved|got involved|interfered \
/ attended|observed|observer|witnessed
"""


class State(NamedTuple):
    """A state of a matter, by the numbers of both, and the words that say it."""

    matter: str
    number: int


def _compiled(table: str) -> tuple[re.Pattern[str], dict[str, State]]:
    groups: list[str] = []
    states: dict[str, State] = {}
    for line in table.strip().splitlines():
        matter, _, members = line.partition(": ")
        for number, words in enumerate(members.split(" / ")):
            name = f"s{len(groups)}"
            groups.append(f"(?P<{name}>{words.strip()})")
            states[name] = State(matter, number)
    return re.compile(r"\b(?:" + "|".join(groups) + r")\b"), states


MATTERS, MATTER_STATES = _compiled(_MATTERS)
PARTS, PART_STATES = _compiled(_PARTS.replace("\\\n", ""))
NEGATED: Final = re.compile(r"(?:\b(?:not|never|no|without|nor|neither|cannot|nobody)|n['’]t)\s(?:\w+\s){0,2}$")
FUTURE: Final = re.compile(r"\b(?:will|would|to|could|may|might|should|can|if|before|until|must|plans?|intends?|wants?)\s(?:\w+\s){0,1}$")
