"""What a plain number counts: the head of the noun phrase that follows it."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from briefing.text.wordtables import word_set


class Counted(NamedTuple):
    """The noun counted, lower case, and the offset where it ends; `adjacent` where no word stands between."""

    noun: str
    end: int
    adjacent: bool


_WORD = re.compile(r"[ \xa0\u2009\n-]{1,2}([A-Za-z][A-Za-z’'-]{1,24})(?![\w@])")
_REACH: Final = 4
_STOP: Final = word_set(
    """
    a about above across after against ago all along although am among an and any are around as at back be because
    been before behind below between both but by can could did do does down during each either else even ever every
    few following for from had has have he her here his how however if in including instead into is it its itself
    just last later least less like likely many may me might minus more most much must my near neither next no nor
    not now of off often on once only onto or other others our out over own per plus rather same shall she should
    since so some such than that the their them then there these they this those though through throughout thus till
    times to together too toward towards two under unless unlike until up upon us versus via was we were what when
    where whereas whether which while who whom whose why will with within without would yet you your also again
    always thereafter respectively percent cent one three four five six seven eight nine ten s
    """
)
_PLURALS: Final = word_set(
    """
    people men women children feet teeth mice geese oxen staff police cattle fish sheep deer aircraft spacecraft
    species series countrymen fishermen businessmen policemen servicemen lives wolves wives halves phenomena
    criteria bacteria data media strata nuclei radii alumni personnel troops offspring grandchildren households
    businesswomen congressmen countrywomen crew
    """
)
_SINGULAR: Final = word_set(
    """
    is was has his its this thus us as does goes says gives makes takes comes becomes remains shows means seems
    appears includes plus less yes perhaps always across towards besides whereas analysis basis thesis crisis
    hypothesis diabetes news mathematics physics politics economics series various previous serious famous religious
    obvious continuous numerous tremendous enormous virus status census focus bonus campus corpus consensus versus
    bus gas class process access success business mass loss glass cross press stress illness fitness weakness
    happiness awareness address congress progress express unless overseas
    """
)


def read_counted(text: str, end: int) -> Counted | None:
    """Read the noun that a number ending at `end` counts, or None where no plural follows within a few words."""
    for index in range(_REACH):
        match = _WORD.match(text, end)
        if match is None:
            return None
        word = match[1]
        lower = word.lower()
        if lower in _STOP:
            return None
        if is_plural(lower):
            return Counted(lower, match.end(), index == 0)
        end = match.end()
    return None


def is_plural(word: str) -> bool:
    """Say whether a lower-case word looks like a plural noun."""
    if word in _PLURALS:
        return True
    return (
        len(word) > 3
        and word[-1] == "s"
        and word[-2] not in "s'’"
        and word not in _SINGULAR
        and not word.endswith(("ous", "’s", "'s"))
    )


_NO_NOUN: Final = word_set("odd strong plus like way fold dimensional ish based minus off something")
_HYPHENED = re.compile(r"[-‑]([a-z]{3,20})(?![\w-])")


def read_hyphened(text: str, end: int) -> Counted | None:
    """Read the noun of "30-item" or "12-member"."""
    match = _HYPHENED.match(text, end)
    if match is None or match[1] in _STOP or match[1] in _NO_NOUN:
        return None
    return Counted(match[1], match.end(), True)
