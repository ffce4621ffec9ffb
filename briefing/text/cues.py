"""The words behind `stance`: what denies, weakens, or says how far a matter has come.

All patterns are for text in small letters (`tokens.small`) and take time linear in it.
"""

from __future__ import annotations

import re
from typing import Final, Literal

from briefing.text.wordtables import phrases

CueKind = Literal["negation", "modal", "reported", "likely", "plan", "future", "about", "unclear"]
Status = Literal[
    "rumoured", "in talks", "planned", "letter of intent", "agreed", "signed", "under way", "completed",
    "cancelled", "failed",
]  # fmt: skip

NEGATION: Final = re.compile(
    r"\b"
    + phrases(
        r"""
        not(?! (?:only|just|least|merely|surprisingly)\b) / never / none / nobody / nothing / neither / nor
        without / cannot / no longer / no(?! (?:doubt|fewer|less|more|later|sooner|matter|one's)\b)(?=[ -][a-z])
        (?:is|are|was|were|do|does|did|has|have|had|ca|could|wo|would|should|must|need|might|ai)n['’]t
        fail(?:s|ed|ing|ure)? to / refus(?:e|es|ed|ing) to / declin(?:e|es|ed|ing) to / den(?:y|ies|ied|ying)
        reject(?:s|ed|ing)? (?:claims?|reports?|allegations?|suggestions?|the (?:claims?|reports?|idea)) / unable to
        far from / rather than / instead of / lack(?:s|ed|ing)? / yet to / absence of / false / untrue
        disput(?:es|ed) / refut(?:e|es|ed)
        """
    )
    + r"\b"
)
DENIAL: Final = re.compile(r"(?:den(?:y|ies|ied)|reject|false|untrue|disput|refut)")
_NUMBER: Final = (
    r"(?=[ \u00a0](?:[$€£¥₸\d]|us\$|"
    + phrases(
        """
        an? / third / quarter / half / dozen / hundred / one / two / three / four / five / six / seven / eight / nine
        ten / twenty / thirty / forty / fifty
        """
    )
    + r"\b))"
)
_HEDGES: Final[dict[CueKind, str]] = {
    "unclear": phrases(
        r"""
        unclear / (?:is|was|are|were|remains?)(?:n['’]t| not) (?:yet )?(?:clear|known|certain)
        not (?:yet )?(?:been )?(?:clear|known|certain|confirmed|verified|disclosed|specified|finali[sz]ed)
        not (?:yet )?(?:been )?(?:announced|decided)
        unknown / uncertain / unconfirmed / unverified / undisclosed / undecided / remains? to be seen
        (?:have |has )?yet to be \w+ / (?:could|can) ?not be (?:independently )?(?:verified|confirmed|reached)
        no (?:details|specifics|decision|confirmation)
        """
    ),
    "reported": phrases(
        r"""
        reportedly / allegedly / purportedly / supposedly / apparently / presumably / ostensibly / seemingly
        alleged / rumou?red / purported
        (?:said|believed|thought|understood|reported|considered) to(?= (?:be|have))
        """
    ),
    "likely": phrases(
        r"""
        likely / unlikely / possibly / perhaps / probably / potentially / maybe / conceivably / (?:appear|seem)s? to
        appeared to / seemed to / suggest(?:s|ed|ing)? / hint(?:s|ed)? / in theory
        """
    ),
    "plan": phrases(
        r"""
        (?:plan|intend|aim|expect|hope|seek|want|propose|prepare|pledge|promise|vow)(?:s|ed|ing)? to
        plann(?:ed|ing) to / hop(?:ed|ing) to / aim(?:ed|ing) to
        (?:is|are|was|were|be) (?:expected|set|slated|scheduled|due|poised|likely|projected|forecast|planned) to
        considering / weighing / mulling / exploring / under consideration / is to be / are to be / proposed
        planned / prospective / would-be
        """
    ),
    "modal": phrases(
        r"""
        may / might / could / would
        """
    ),
    "future": phrases(
        r"""
        will / shall / going to
        """
    ),
    "about": phrases(
        r"""
        about / around / roughly / approximately / nearly / almost / some / more than / less than / at least
        at most / up to / as many as / as much as / over / under / close to / an estimated / estimated(?: at)?
        in the region of / of the order of / circa / ca\.
        """
    )
    + _NUMBER,
}
HEDGE_KINDS: Final[dict[str, CueKind]] = {kind: kind for kind in _HEDGES}
HEDGE: Final = re.compile(r"\b(?:" + "|".join(f"(?P<{kind}>{words})" for kind, words in _HEDGES.items()) + r")(?!\w)")
_STATUSES: Final[dict[Status, str]] = {
    "letter of intent": phrases(
        r"""
        letters? of intent / memorand(?:um|a) of (?:understanding|cooperation) / mous? / lois?
        framework (?:agreement|deal|accord) / preliminary (?:agreement|deal|accord) / non-binding / term sheet
        agree(?:ment|d) in principle / heads of (?:terms|agreement) / option agreement
        """
    ),
    "failed": phrases(
        r"""
        collapsed / fell (?:through|apart) / broke(?:n)? down / failed
        lost (?:the )?(?:bid|contract|rights|mining rights) / unsuccessful / bankrupt(?:cy)? / insolven(?:t|cy)
        defaulted
        """
    ),
    "cancelled": phrases(
        r"""
        cancel(?:l)?ed / called off / scrapped / abandoned / suspended / halted / withdr(?:ew|awn) / terminated
        blocked / shelved / dropped / revoked / annulled / rescinded / discontinued / postponed / delayed / stopped
        ceased / overturned / vetoed / rejected
        """
    ),
    "completed": phrases(
        r"""
        complet(?:ed|ion) / finished / finali[sz]ed / closed / took effect / taken effect / came into force
        entered into force / delivered / implemented / inaugurated / opened / achieved / fulfilled / carried out
        """
    ),
    "under way": phrases(
        r"""
        under ?way / began / begun / start(?:ed|s) / launched / under construction / ongoing / in progress
        resum(?:ed|ption|es) / commenced / operating / broke ground / in operation / is building / are building
        rolled out / being built
        """
    ),
    "signed": phrases(
        r"""
        sign(?:ed|s|ing) / inked / concluded / ratified / entered into (?:an? )?(?:\w+ )?(?:agreement|contract|deal)
        executed (?:an? )?(?:agreement|contract) / sealed
        """
    ),
    "agreed": phrases(
        r"""
        agree(?:d|s|ing) / reached (?:an? |the )?(?:\S+ ){0,3}(?:agreement|deal|accord|settlement)
        struck (?:an? |the )?(?:\S+ ){0,2}deal / clinched / approv(?:ed|es) / passed / adopted / endorsed / accepted
        awarded / won (?:the )?(?:bid|contract|tender|rights) / settled
        """
    ),
    "in talks": phrases(
        r"""
        (?:in |holding |held |under )?(?:talks|negotiations?|discussions) / negotiat(?:ed|es|ing) / discussing
        bidding / (?<!in a )bids? / under (?:negotiation|discussion|consideration|review) / considering / weighing
        mulling / exploring / courting / soliciting
        """
    ),
    "planned": phrases(
        r"""
        propos(?:ed|al|als|es|ing) / plan(?:s|ned|ning)? / intend(?:s|ed|ing)? / intention / aim(?:s|ed|ing)? to
        seek(?:s|ing)? to / slated / scheduled / envisag(?:ed|es) / envisions? / draft(?:ed)? / pending / upcoming
        forthcoming / prospective / would-be / hop(?:es|ed|ing) to / set to / due to (?:be|begin|start|open|close)
        """
    ),
    "rumoured": phrases(
        r"""
        rumou?r(?:s|ed)? / speculat(?:ion|ed|ing) / whispers
        """
    ),
}
STATUS: Final = re.compile(
    r"\b(?:" + "|".join(f"(?P<s{n}>{words})" for n, words in enumerate(_STATUSES.values())) + r")\b"
)
STATUS_NAMES: Final = tuple(_STATUSES)
_BETWEEN: Final = (
    r"\s+(?:"
    + phrases(
        """
        yet / be / been / have / has / ever / being / even / soon / formally / officially / also / fully / an? / any
        the
        """
    )
    + r"\s+){0,3}$"
)
NEGATED: Final = re.compile(r"(?:\b" + phrases("not / never / no / without / denied / denies") + r"|n['’]t)" + _BETWEEN)
"""What turns round a status that follows at once."""
UNSETTLED: Final = re.compile(
    r"\b"
    + phrases(
        """
        yet / cannot / to / will / would / could / may / might / should / must / if / before / until / can / unless
        whether
        """
    )
    + _BETWEEN
)
"""What makes a status that follows at once a plan or a wish."""
TALKED_OF: Final[frozenset[Status]] = frozenset(("in talks", "planned", "rumoured", "letter of intent"))
"""Statuses that a plan or a wish leaves as they are."""
