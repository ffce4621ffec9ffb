"""Words that say the opposite of one another: who puts one for the other turns a sentence round."""

from __future__ import annotations

from collections import defaultdict
from typing import Final

from briefing.text.stem import stem

_PAIRS: Final = """
begin start launch open commence / end stop finish close conclude halt cease suspend
continue resume / stop end halt cease suspend abandon
accept approve back support welcome endorse embrace favour / reject refuse oppose decline criticise condemn resist
allow permit legalise authorise / ban forbid prohibit block bar outlaw prevent
rise increase grow climb soar gain expand surge / fall decrease decline drop shrink plunge slump cut reduce
win beat defeat / lose
succeed / fail
arrest detain jail imprison convict / release free acquit
guilty / innocent
guilty convict sentence / acquit clear exonerate
legal lawful / illegal unlawful criminal
buy purchase acquire / sell
import / export
lend / borrow
enter join arrive come / leave quit exit depart
love like enjoy praise admire / hate dislike despise criticise
remember / forget
build create construct / destroy demolish
save rescue / kill
survive live / die
alive / dead
agree / disagree
confirm admit / deny refute
know / ignore
include / exclude
appoint hire recruit / dismiss sack fire
happy glad delight / sad unhappy angry upset
easy simple / difficult hard tricky tough
safe / dangerous unsafe
strong / weak
rich wealthy / poor
high tall / low short
large big huge / small tiny little
early / late
first / last
old / young new
fast quick / slow
public / private
likely / unlikely
possible / impossible
able / unable
success successful / failure unsuccessful
healthy / sick ill
best / worst
better / worse
more / less fewer
most / least
major majority / minor minority
maximum / minimum
above over / below under
before / after
top / bottom
increase / reduction
profit / loss
surplus / deficit
strengthen tighten / weaken loosen ease
lift remove scrap / impose introduce
reveal disclose / hide conceal
attack / defend
score / miss
teach / learn
push / pull
male man boy / female woman girl
brother / sister
father dad / mother mum mom
son / daughter
husband / wife
king / queen
actor / actress
domestic / foreign
north northern / south southern
east eastern / west western
import / export
always / never
everyone everybody / nobody
"""


def _read() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for line in _PAIRS.strip().splitlines():
        left, right = ([stem(word) for word in side.split()] for side in line.split("/"))
        for one in left:
            found[one].update(right)
        for other in right:
            found[other].update(left)
    return {word: frozenset(others - {word}) for word, others in found.items()}


OPPOSITES: Final = _read()
"""By stem, the stems that say the opposite."""
