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
lend / borrow
enter join arrive / leave quit exit depart
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
large largest larger big biggest bigger huge greatest greater / small smallest smaller tiny minor
major main chief principal leading / minor
high higher highest / low lower lowest
tall taller tallest long longer longest / short shorter shortest
strong stronger strongest / weak weaker weakest
fast faster fastest quick quicker quickest / slow slower slowest
rich richer richest / poor poorer poorest
old older oldest / young younger youngest new newer newest
cheap cheaper cheapest cheaply inexpensive / expensive costly dear
heavy heavier heaviest / light lighter lightest
wide wider widest broad / narrow narrower
deep deeper / shallow
early earlier earliest / late later latest
near nearer nearest close closer / far farther further distant
hot hotter warm warmer / cold colder cool cooler
good better best improve improvement / bad worse worst worsen
full / empty
tighten harden toughen stiffen / relax loosen ease soften lift
widen broaden / narrow
speed accelerate hasten / slow delay
raise lift boost / lower cut reduce
add / remove subtract
give grant / withhold deny refuse
attract / repel
trust / distrust
obey / defy
comply / breach violate
peaceful peacefully calm calmly / violent violently
happy happily / sad sadly
public state state-owned / private privately privately-owned
majority / minority
partial partly / complete completely entire entirely wholly
temporary / permanent
common frequent typical usual / rare unusual
often frequently always usually / seldom rarely hardly never
many most / few none
permanent / temporary provisional
voluntary / compulsory mandatory
optional / mandatory
guilty / innocent
help heal cure / hurt harm injure
clean / dirty
wet / dry
loud / quiet silent
thick / thin
sharp / blunt
tight / loose
smooth / rough
lucky fortunate / unlucky unfortunate
asleep / awake
brave / afraid
polite / rude
proud / ashamed
calm / nervous anxious
useful / useless
careful / careless
honest / dishonest
correct right accurate / incorrect wrong inaccurate
known / unknown
fair / unfair
popular / unpopular
willing eager / unwilling reluctant
satisfied / dissatisfied
expected / unexpected
identified / unidentified
armed / unarmed
changed / unchanged
stable / unstable
certain sure / uncertain unsure
appear emerge / disappear vanish
approve / disapprove
connect / disconnect
qualify / disqualify
advantage / disadvantage
lengthen extend prolong / shorten curtail
lock / unlock
load / unload
send / receive
ask / answer
float / sink
expand / contract
obey respect / disobey flout
gain / lose
promote / demote relegate
hire / resign
deposit / withdraw
donate / steal
evacuate / occupy
surrender / resist
retreat / advance
vertical / horizontal
odd / even
plural / singular
majority / minority
friend ally / enemy foe rival
friendly / hostile
war / peace
truth true / lie false untrue
real genuine / fake
present / absent
presence / absence
visible / invisible
urban / rural
civilian / military
inside / outside
indoor / outdoor
upper / lower
upward up / downward down
forward / backward
ahead / behind
departure / arrival
entrance / exit
winner victor / loser
victory triumph / defeat
winning / losing
employer / employee
buyer / seller
lender / borrower
landlord / tenant
plaintiff / defendant
prosecution / defence
supporter advocate / opponent critic
optimistic / pessimistic
optimist / pessimist
hopeful / hopeless
help support back / hinder oppose
encourage / discourage
praise / criticise condemn
forgive / punish prosecute
protect / endanger
include / exclude
agree accept / disagree refuse decline reject
answer respond reply / ignore
confirm / decline deny
publish reveal / withhold conceal
unite / divide
married / divorced single
single / double
hire / fire
unhappy / happy
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
