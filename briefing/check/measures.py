"""What figures measure: words that name one measure in many ways, and families of measures that differ in scope.

Two figures answer one question only where they measure the same. Measures of one family (reserves and
resources, the dead and the injured) are easily taken for one another: such a pair differs in scope.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from briefing.check.words import meaning
from briefing.text.wordtables import word_set


class Measure(NamedTuple):
    """One measure, called by its first word, and the family it belongs to."""

    family: str
    name: str


_TABLE: Final = """
the kind of stock: reserve reserves / resource resources / endowment
the kind of flow: output production / capacity / exports export exported / imports import imported \
/ consumption consumed demand / stockpile inventory stocks
the form of the material: ore / concentrate / oxide trioxide dioxide / metal / carbide / crude
the measure: revenue revenues turnover / sales / profit profits earnings income surplus / loss losses deficit \
shortfall \
/ price cost costs costing pay paid pays fee worth buy bought purchase deal takeover acquire acquired spend spent \
spending bill outlay expenses \
/ investment invest invested investments / debt debts liabilities / budget / value valued valuation / assets / savings
the money: loan loans lent lending credit / grant grants aid donation donated / funding financing fundraising
the penalty: fine fined fines penalty / compensation settlement settled payout restitution / bail
the pay: salary wage wages / bonus / pension / dividend dividends
the penalty: sentence sentenced jailed jail prison imprisonment imprisoned / probation parole / suspension suspended
those counted: killed kill kills dead died dies deaths death fatalities fatality toll fatal perished drowned lives \
bodies \
/ injured injuries injury wounded hurt / missing unaccounted / infected infections infection cases \
/ evacuated evacuation evacuations evacuees displaced homeless fled / arrested arrests arrest detained \
/ hospitalised hospitalized / rescued survivors survivor survived / hostages / trapped stranded
the harm: destroyed destroy razed / damaged / flooded inundated
the right: stake stakes shareholding holding holds hold ownership own owns owned owner / voting / marketing offtake
the rate: inflation / unemployment jobless / interest / turnout / approval / tariff tariffs duty / recovery \
/ efficacy effective effectiveness / grade grades / dependence reliance dependent reliant / mortality / accuracy / \
discount \
/ margin margins / occupancy / literacy / poverty / vacancy / prevalence / remission / probability
those counted: employees employs employed workers workforce staff employing headcount / layoffs redundancies
those counted: attendance spectators fans crowd attended watched viewers / protesters demonstrators marchers marched \
/ residents inhabitants population / passengers aboard / pupils students enrolment enrollment \
/ patients participants volunteers enrolled / members membership / visitors tourists guests / customers subscribers \
users clients
the extent: length long / height high tall / depth deep / width wide / thickness thick / distance away
the weight: weight weighs weighed / dose dosage
the area: area hectares acres covering
the age: age aged old
those counted: goals scored / points / medals / votes voted / seats / wins victories / appearances caps / titles \
trophies
those counted: flats apartments / homes houses households dwellings / turbines
the event: founded founding established formation formed / born birth / died death killed / opened opening \
inaugurated \
/ built completed completion constructed finished erected / began begun begin started start starts commenced resumed \
/ stopped ceased ended stop halted closed closure expired / signed signing / elected election / appointed named \
/ arrested arrest / convicted sentenced verdict ruled / released freed / acquired bought purchase / inspected \
inspection \
/ approved approval passed adopted / married marriage / crashed burst failed collapsed collapse broke sank exploded \
/ sold \
/ discovered discovery found / published publication / announced announcement / expected due planned / met meeting \
talks visit \
/ joined join / moved relocation relocated / retired resigned left / released release / listed / filed
"""

_SORTS: Final[dict[str, frozenset[str]]] = {
    "the measure": frozenset(("money", "share", "count", "multiple")),
    "the money": frozenset(("money", "share", "count")),
    "the pay": frozenset(("money", "share")),
    "those counted": frozenset(("count", "share", "multiple")),
    "the harm": frozenset(("count", "share")),
    "the right": frozenset(("share", "count")),
    "the rate": frozenset(("share",)),
    "the extent": frozenset(("length",)),
    "the weight": frozenset(("mass", "volume")),
    "the area": frozenset(("area",)),
    "the age": frozenset(("age",)),
}
"""The sorts of values that a family can be the measure of; a family that is not here, of any."""

MEASURES: Final[dict[str, Measure]] = {}
"""The measure that a root speaks of."""
EVENTS: Final[dict[str, Measure]] = {}
"""The event that a root beside a date speaks of."""


def _read() -> None:
    for line in _TABLE.strip().splitlines():
        family, _, members = line.partition(": ")
        for member in members.split(" / "):
            words = member.split()
            table = EVENTS if family == "the event" else MEASURES
            for word in words:
                table.setdefault(meaning(word), Measure(family, words[0]))


_read()


def measure_of(word: str, sort: str) -> Measure | None:
    """Return what a root measures where it stands beside a value of one sort."""
    if sort == "date":
        return EVENTS.get(word)
    found = MEASURES.get(word)
    return found if found and sort in _SORTS.get(found.family, (sort,)) else None


GENERIC: Final = frozenset(map(meaning, ("pay", "paid", "spent", "worth", "deal", "bill", "buy", "bought", "hold")))
"""Roots that speak of a measure only where nothing else beside the value does: a fine is paid, and so is a price."""

PEOPLE: Final = frozenset(
    meaning(word)
    for word in word_set(
        "people persons person men women children others civilians soldiers residents victims individuals adults boys"
        " girls officers migrants refugees tourists villagers miners foreigners citizens nationals locals crew"
    )
)
"""Nouns that are counted for what happened to them, and say nothing of what is measured."""

HAPPENED: Final = frozenset(
    word_set("killed injured missing infected evacuated arrested hospitalised rescued hostages trapped")
)
"""What is measured where people are counted by what happened to them, however they are called."""

UP: Final = frozenset(
    map(
        meaning,
        word_set(
            """
            rose risen rise rises rising grew grown grow grows growing growth increased increase increases increasing
            jumped jump soared surged surge climbed gained gain expanded up more higher added advanced doubled
            """
        ),
    )
)
DOWN: Final = frozenset(
    map(
        meaning,
        word_set(
            """
            fell fall falls fallen falling dropped drop drops declined decline decreased decrease decreases shrank lost
            slid slumped plunged cut reduced reduction down less lower tumbled contracted eased
            """
        ),
    )
)
OTHER: Final = frozenset(
    map(
        meaning,
        word_set(
            "previous former earlier rival similar comparable neighbouring elsewhere predecessor sister",
        ),
    )
)
"""Words that say that something else is meant than the thing a text is about."""

_APART: Final = """
upper / lower
north northern / south southern / east eastern / west western / central
first / second / third / fourth / fifth
male men boys / female women girls
adult adults / children
domestic / foreign overseas
gross / net
old / new
onshore / offshore
inner / outer
left / right
urban / rural
public / private
minimum / maximum
home / away
upstream / downstream
primary / secondary
direct / indirect
before / after
summer / winter / spring / autumn
underground / open-pit / surface
federal / state / local
junior / senior
fixed / variable
morning / afternoon / evening / night
confirmed / suspected / probable
retail / wholesale
inbound / outbound
single / double
short-term / long-term
average / median / total
civilian civilians / soldiers troops / police
black / white
passenger / freight cargo
national / global world worldwide / regional
"""


def _apart() -> Iterator[tuple[str, tuple[str, str]]]:
    for line in _APART.strip().splitlines():
        sides = [side.split() for side in line.split(" / ")]
        for side in sides:
            for word in side:
                if root := meaning(word):
                    yield root, (sides[0][0], side[0])


APART: Final[dict[str, tuple[str, str]]] = dict(_apart())
"""Words that tell like things apart: root -> which distinction, and which side of it."""
