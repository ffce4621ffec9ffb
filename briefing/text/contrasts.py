"""Pairs of states that shut one another out: binding or not, exclusive or not, approved or only proposed, known or not.

A negation just before a word turns it to the other side: "has not been approved" says as much as "awaits approval".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal

from briefing.text.cues import NEGATED
from briefing.text.tokens import small
from briefing.text.wordtables import phrases

Matter = Literal[
    "binding", "exclusive", "approved", "certain", "public", "concluded", "going ahead", "had", "usual",
    "owned privately", "confirmed", "for all",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reading:
    """Words at `start` to `end` that put a matter on one side: it `holds`, or its contrary does."""

    start: int
    end: int
    text: str
    matter: Matter
    holds: bool


_FIRM: Final = (
    r"(?=[ -](?:[\w-]{1,20} ){0,2}(?:compan(?:y|ies)|firms?|enterprises?|corporations?|groups?|banks?|railways?|miners?"
    r"|utilit(?:y|ies)|operators?|hospitals?|schools?|airlines?|broadcasters?))"
)
_PAIRS: Final[dict[Matter, tuple[str, str]]] = {
    "binding": (
        r"(?<!non-)(?<!non )binding / firm (?:orders?|commitments?|contracts?) / irrevocabl[ey]",
        """
        non-?binding / letters? of intent / memorand(?:um|a) of (?:understanding|cooperation) / mous? / term sheets?
        in principle / expressions? of interest / heads of terms / preliminary (?:agreement|deal|accord|contract)
        """,
    ),
    "exclusive": (
        r"(?<!non-)(?<!non )exclusive(?:ly)? / exclusivity / sole(?= (?:rights?|licen[cs]e|agent|dealer|bidder))",
        "non-exclusive(?:ly)?",
    ),
    "approved": (
        """
        approv(?:ed|es) / ratified / authori[sz]ed / enacted / licensed / green-?lit / given the go-ahead / voted for
        """,
        r"""
        (?:has|have|had|is|are|was|were|been) proposed / propos(?:es|ing) / awaits / awaiting / pending
        (?:not|never|yet) (?:yet )?(?:to )?(?:voted?|decided?|ruled?) on / under review / rejected / vetoed
        voted (?:down|against) / turned down / refused / disapproved / thrown out
        """,
    ),
    "certain": (
        """
        (?:no|without (?:a )?|beyond (?:any )?|leaves? no|little) doubt / certain(?:ly)? / undoubtedly / definite(?:ly)?
        definitively / beyond question / known for certain / it is clear / unquestionabl[ey]
        """,
        """
        unclear / uncertain / unknown / (?:is|was|are|were|remains?)(?:n['’]t| not) (?:yet )?(?:clear|known|certain)
        unconfirmed / unverified / remains? to be seen / could not be (?:verified|confirmed)
        (?:open|in|some|much) doubt / doubtful / leaves? (?:it )?open / not possible to say
        """,
    ),
    "public": (
        "publicly known / public knowledge / made public / disclosed / revealed / published / openly stated",
        """
        undisclosed / unknown / confidential / (?:kept|remains?|is|was|are|were) secret / unpublished / withheld
        kept private
        """,
    ),
    "concluded": (
        """
        signed / sealed / finali[sz]ed / concluded / settled / completed / closed / agreed / clinched / struck
        granted / awarded
        """,
        r"""
        (?:in|holding|still in) (?:talks|negotiations?|discussions) / (?:still |being |been )?negotiat(?:ing|ed)
        under negotiation / discussing / bargaining / haggling / in talks
        """,
    ),
    "going ahead": (
        r"""
        go(?:es|ing)? ahead / went ahead / will (?:still )?(?:take place|be held|proceed) / as (?:planned|scheduled)
        proceed(?:s|ed|ing)? with / pressed ahead / remains on / under ?way / complet(?:ed|es) / finali[sz]ed
        launched / began / begun / started / resum(?:ed|es|ing) / restart(?:ed|s|ing) / seek(?:s|ing)? to (?:re)?start
        delivered / carried out / went through / concluded
        """,
        r"""
        cancel(?:l)?ed / called off / scrapped / abandoned / shelved / axed / dropped (?:the|its|their|his|her)
        postponed / suspended / halted
        """,
    ),
    "had": (
        r"(?:has|have|had|holds?|owns?|possess(?:es)?|enjoys?)(?= (?:an?|the|its|some|several|many|ample|enough) \w)",
        r"lack(?:s|ed|ing)? / (?:has|have|had|holds?|owns?) no / (?:is|are|was|were) without",
    ),
    "usual": (
        r"usual(?:ly)? / typical(?:ly)? / normal(?:ly)? / general(?:ly)? / traditional(?:ly)? / as a rule / routinely",
        r"unusual(?:ly)? / exceptional(?:ly)? / rare(?:ly)? / seldom / hardly ever / atypical(?:ly)? / unprecedented",
    ),
    "owned privately": (
        rf"private(?:ly)?(?:[- ](?:held|owned|run|controlled))?{_FIRM}",
        rf"(?:state|national|government|publicly|city|municipal)(?:[- ](?:held|owned|run|controlled|backed))?{_FIRM}",
    ),
    "confirmed": (
        "confirm(?:s|ed) / admit(?:s|ted) / acknowledg(?:es|ed) / conced(?:es|ed)",
        "den(?:y|ies|ied) / disput(?:es|ed) / refut(?:es|ed) / contradict(?:s|ed)",
    ),
    "for all": (r"(?:all|every|everyone|everybody|anyone|anybody)", r"(?<!not )(?:only|solely|exclusively)"),
}
_PATTERN: Final = re.compile(
    r"\b(?:"
    + "|".join(
        f"(?P<{side}{at}>{phrases(table)})"
        for at, pair in enumerate(_PAIRS.values())
        for side, table in zip("pc", pair, strict=True)
    )
    + r")(?!\w)"
)
_MATTERS: Final = tuple(_PAIRS)
_NEARBY: Final = 60
"""Characters before a word in which a negation of it may begin."""
_NOBODY: Final = re.compile(r"\b(?:no|nobody|none|neither|nothing)\b(?! doubt)[^,;.]{0,50} $")
_YET: Final = re.compile(
    r"\b(?:yet|unable|refused|failed|declined|still|remains?|plans?|wants?|hopes?|expects?|expected|due|set|agreed"
    r"|will|would|could|may|might|shall|should|must|if|until|unless|before|whether|can|to)"
    r"(?: (?:be|been|have|to|it|also|soon|formally|the|a|an)){0,3} $"
)
"""What makes of a word that follows something to come, which says nothing yet, or, after "yet to", its contrary."""


def find_contrasts(text: str) -> list[Reading]:
    """Return the words that put a matter on one of two sides; what is only to come is left out, but for "yet to"."""
    low = small(text)
    found: list[Reading] = []
    for match in _PATTERN.finditer(low):
        group = match.lastgroup or "p0"
        holds, matter = group[0] == "p", _MATTERS[int(group[1:])]
        before = low[max(0, match.start() - _NEARBY) : match.start()]
        ahead = _YET.search(before)
        if NEGATED.search(before) or _NOBODY.search(before) or (ahead and "yet" in ahead[0]):
            holds = not holds
        elif ahead and matter in ("approved", "concluded") and holds:
            continue
        found.append(Reading(*match.span(), text[slice(*match.span())], matter, holds))
    return found
