"""What a sentence states as done, what it leaves open and what it denies, word by word."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise
from typing import Final

from briefing.check.drafts.grounds import Word
from briefing.text.stance import find_negations
from briefing.text.tokens import small
from briefing.text.wordtables import phrases, word_set

OPEN: Final = re.compile(
    r"\b"
    + phrases(
        r"""
        will / would / shall / should / could / can / may(?! \d) / might / must / going to / whether / if
        unless / until / plan(?:s|ned|ning)? / propos(?:e|es|ed|al|als) / inten(?:t|ts|d|ds|ded|tion|tions)
        aim(?:s|ed|ing)? / hop(?:e|es|ed|ing) / want(?:s|ed)? / wish(?:es)? / seek(?:s|ing)?
        sought / expect(?:s|ed)? / due to / in talks / negotiat(?:e|es|ed|ing)
        under (?:discussion|negotiation|consideration)
        consider(?:s|ed|ing)? / weigh(?:s|ing)? / mull\w* / explor(?:es|ing)
        possib(?:le|ly|ility) / potential(?:ly)? / likely / unlikely / perhaps / probably / prospective / proposed
        (?:is|are|was|were) to(?= \w) / (?:has|have|had|having) (?:yet )?to(?= \w) / yet to / remains? to / needs? to
        target(?:s|ed)? / goal / promis(?:e|es|ed) / pledg(?:e|es|ed) / prepar\w+ to / ready to / able to / predicted
        scheduled / slated / forecast / projected / option / pending / forthcoming / upcoming / unclear / uncertain
        (?:agree|offer|ask|order|invit|threaten|urg)(?:e?s|e?d|ing)? to(?= \w)
        unconfirmed / unverified / unknown
        in principle / preliminary / non-binding / seems? / appears? to / vow(?:s|ed)?
        """
    )
    + r"\b"
)
"""Words that leave open whether something has come about."""
UNFINISHED: Final = re.compile(
    r"\b(?:still (?:being |under |in |only )?"
    r"(?:\w+ed|construction|negotiations?|talks|discussions?|review|consideration)"
    r"|(?:is|are) (?:still )?being \w+ed|under construction|ha(?:s|ve) only \w+ed"
    r"|still (?:bidding|negotiating|bargaining|waiting|awaiting|seeking|trying|hoping|planning|considering|preparing"
    r"|weighing|looking|discussing|deciding|applying|vying|competing|pushing)"
    r"|(?:ha(?:s|ve|d)|is|are|was|were) yet to)\b"
)
"""Words that say that something goes on and is not done."""
_IRREGULAR: Final = word_set(
    """
    began built bought brought came cut dealt did drew drove fell found fought gave grew hit knew
    laid led left lent lost made met paid put ran rose said sank saw sold sent set shut spent spoke stood stole struck
    took taught told thought threw won wrote begun become became broken chosen done drawn driven fallen given gone grown
    known risen seen shown spoken stolen sunk taken thrown written withdrawn withdrew underwent undertook undertaken
    """
)
_NO_VERB: Final = word_set(
    "united need speed indeed exceed proceed succeed feed seed breed deed weed steed hundred sacred"
)
_NAMING: Final = word_set("a an the its their his her this these those of by and newly recently called")
"""After these a participle names a thing: "the proposed mine" says nothing of what was done."""
_BREAK: Final = re.compile(r"[,;:.()–—]|\b(?:but|and|that|which|who|while|although|because)\b")
_AUXILIARY: Final = 12
"""Characters that may stand between "would" and its verb: " have been "."""
_VERBAL: Final = re.compile(
    r"not|no\b|never|none|nobody|nothing|neither|nor|cannot|no longer|\w+n['’]t|yet to|(?:fail|refus|declin)\w*|unable"
)
"""Negations of what is done; "without" and "denied" turn round a thing that is only spoken of."""
_CEASED: Final = re.compile(r"\b(?:stop(?:s|ped)|ceas(?:es|ed)|gave up)\b(?= [a-z])")
"""Words after which something is no longer done."""
_SCOPE: Final = 40
"""Characters after a negation in which it is looked for what it denies."""


_TELLING: Final = word_set(
    """
    said told warned announced reported called stated claimed added noted explained argued believed thought asked
    revealed suggested insisted declared predicted hoped planned intended proposed expected aimed wanted considered
    estimated based supposed alleged need needed negotiated discussed weighed explored offered pledged promised vowed
    """
)
"""Verbs that tell of something else, or name no outcome."""
_FINAL: Final = word_set("paid disbursed granted lent loaned completed delivered transferred received released closed")
_INTENT: Final = re.compile(r"\b(?:letters? of intent|intent|intention|memorand(?:um|a)|in principle|term sheet)\b")


def leaves_open(text: str) -> str:
    """Return the first word that leaves a statement open, "" where none does."""
    found = OPEN.search(small(text))
    return text[slice(*found.span())] if found else ""


def unsettled(text: str, words: list[Word], verb: Word) -> str:
    """Return the word by which a sentence leaves open what `verb` of another has done, "" where it does not.

    What was signed may be no more than an intention: a letter of intent pays nothing out.
    """
    if verb.low in _FINAL and (intent := _INTENT.search(small(text))):
        return intent[0]
    found = OPEN.search(small(text))
    if found is None:
        return ""
    settled = done(words)
    if settled is not None and not found.start() <= settled.start <= found.end() + _AUXILIARY:
        return ""
    return text[slice(*found.span())]


def done(words: list[Word]) -> Word | None:
    """Return the first verb that says that something was done."""
    for before, word in pairwise(words):
        past = word.low in _IRREGULAR or (len(word.low) > 4 and word.low.endswith("ed") and word.low not in _NO_VERB)
        if past and before.low not in _NAMING and word.low not in _TELLING:
            return word
    return None


def denied(text: str, words: list[Word], *, ceased: bool = False) -> tuple[set[int], set[int]]:
    """Return the numbers of the words that a negation denies first, and of all in its reach.

    With `ceased` what stopped counts as denied; without it nothing is said of it.
    """
    heads: set[int] = set()
    reach: set[int] = set()
    starts = [word.start for word in words]
    low = small(text)
    negations = [(cue.end, _VERBAL.match(cue.text.lower()) is not None) for cue in find_negations(text)]
    for cue, heading in negations + [(match.end(), ceased) for match in _CEASED.finditer(low)]:
        stop = _BREAK.search(low, cue, cue + _SCOPE)
        inside = range(bisect_left(starts, cue), bisect_left(starts, stop.start() if stop else cue + _SCOPE))
        reach.update(inside)
        verbs = [at for at in inside if words[at].weighty and not words[at].low.endswith("ly")]
        heads.update(verbs[: int(heading)])
    return heads, reach
