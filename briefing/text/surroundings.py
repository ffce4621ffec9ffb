"""Digits that are no figure: times, addresses, references, labels, model names, record numbers."""

from __future__ import annotations

import re
from typing import Final

from briefing.text.wordtables import word_set

_NO_FIGURES: Final = {
    "address": r"(?:https?://|www\.|\b10\.[0-9]{4,6}/)[^\s<>\"]+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,64}",
    "time": r"(?<![\w.,])[0-9]{1,2}(?:\.[0-5][0-9])?\s?[ap](?:\.m\.?|m\b)",
    "time or proportion": r"(?<![\w.,])[0-9]{1,4}(?:\.[0-9]{1,3})?:[0-9]{1,4}(?::[0-9]{1,2})?(?:\.[0-9]{1,6})?",
    "reference": r"\[[0-9]{1,4}(?:\s?[-,;–]\s?[0-9]{1,4}){0,30}\]"
    r"|(?<![\w)])\([0-9]{1,3}(?:[-,;–]\s?[0-9]{1,3}){0,30}\)",
    "telephone": r"(?<!\w)(?:\+[0-9]{1,3}[ .-]?\(?[0-9][0-9 ()-]{5,16}[0-9]"
    r"|\([0-9]{3}\)\s?[0-9]{3}[-. ][0-9]{4})(?![\w%])",
    "record": r"(?<![\w.,/-])(?:0[0-9]{2,5}(?:[ -][0-9]{2,7}){1,5}|[0-9]{1,6}(?:-[0-9]{1,6}){2,6})(?![\w%])",
    "version": r"(?<![\w.,])(?![0-9]{1,3}(?:\.[0-9]{3})+(?![\w.]))[0-9]{1,4}(?:\.[0-9]{1,4}){2,6}(?![\w%])",
    "ordinal": r"(?<![\w./])[0-9]{0,4}(?:1(?:st|ST)|2(?:nd|ND)|3(?:rd|RD)|[0-9](?:th|TH))\b",
    "list mark": r"(?<=\.\s)[0-9]{1,3}[.)](?=\s[A-Z])"
    r"|(?:^|(?<=\n))[ \t]{0,8}(?:\(?[0-9]{1,3}[.)](?=\s)|[0-9]{1,2}(?:\.[0-9]{1,2}){1,4}\.?(?=\s[A-Z]))",
    "phrase": r"\b(?:24/7|9/11|7/7|50[-/]50)\b",
}
MASKED: Final = re.compile("|".join(_NO_FIGURES.values()))
"""Spans in which no figure is looked for."""

_LABELS: Final = word_set(
    """
    fig figs figure figures table tables eq eqs equation equations sec section sections chapter chapters appendix
    page pages p pp line lines step steps phase phases stage type types grade level levels class category no nos nr
    number numbers num article articles paragraph para clause rule rules schedule annex part parts volume vol issue
    item items question room gate platform flight bus route highway road exit channel version ver v release season
    episode day week month year quarter round game match lot sample samples experiment experiments case cases group
    groups panel model method scenario option example box footnote note ref refs reference references column row
    rows cell layer zone site sites core hole well station building apartment apt suite unit block house street
    avenue postcode zip district ward sector division regiment battalion squadron brigade resolution bill act
    code codes id isbn issn doi pmid serial lane track chromosome exon intron position residue protocol apollo
    mission expedition league tier band patient participant subject student player witness exhibit
    amendment proposition measure verse psalm opus symphony concerto sonata scene book windows formula covid
    trial study cohort arm wave generation gen mark mk
    """
)
_FUNCTION: Final = word_set(
    """
    about above after all almost an and another any approximately around as at average be because before below
    between both but by during each every exactly fewer for from he her his i if in is it its just last less more
    most nearly no not now of off on only or other our out over overall past per roughly she since so some such than
    that the their then there these they this those through to today total under until up was we were when where
    which while with within would you your a here what how who yet are nor had has have did does do can could may
    might must shall should will also thus hence however although though meanwhile further additional including
    included include estimated next first second third previous remaining top upper lower least minus plus versus vs
    against equals equal contains contained using used use based given scored score won lost paid cost costs priced
    """
)
_WORD_BEFORE = re.compile(r"([^\W\d_][\w’'&-]{0,29})([.,]?)([\s\xa0\u2009]{1,2}|\s?[(#]|-|–)$")
_MARK_BEFORE = re.compile(r"(?:[#§№]\s?|\b[Nn]os?\.\s?)$")
_CONTEST = re.compile(
    r"\b(?:w[io]ns?|winning|beat(?:en|s|ing)?|defeat(?:ed|s)?|los[et]s?|losing|loss(?:es)?|draws?|drew|victory|triumph|comeback"
    r"|scor(?:e|es|ed|ing)|leads?|led|leading|goals?|aggregate|half-?time|penalt(?:y|ies)|shootout|sets?|ties?|tied"
    r"|vot(?:e|es|ed|ing)|ruling|ruled|majority|thrash(?:ed)?|rout(?:ed)?|hammer(?:ed)?)\b",
    re.IGNORECASE,
)


def is_label(text: str, start: int, *, whole: bool = True) -> bool:
    """Say whether the number at `start` only names something: "phase 3", "Fig. 2.1", "Boeing 737", "No. 10".

    After a mere name, such as "Boeing", only `whole` numbers do.
    """
    if _MARK_BEFORE.search(text, max(0, start - 5), start):
        return True
    match = _WORD_BEFORE.search(text, max(0, start - 34), start)
    if match is None:
        return False
    word, dot, gap = match.groups()
    lower = word.lower()
    if lower in _LABELS:
        return dot != ","
    if not whole or dot or "(" in gap or word.islower() or lower in _FUNCTION:
        return False
    return not (word.endswith("ly") and len(word) > 4)


def is_reference(text: str, start: int) -> bool:
    """Say whether the character before `start` ties the digits to a name, a path or another number."""
    before = text[start - 1 : start]
    if not before or before.isspace():
        return False
    if before.isalnum() or before in "_/\\@#§№^&){":
        return True
    further = text[start - 2 : start - 1]
    if before == "’" and not further.isalnum():
        return True  # ’24
    if before in "–—" and further.isalpha():
        return False  # a dash between words
    return before in ".:,'’(+-‐‑–−" and further.isalnum()


def is_score(text: str, start: int, end: int) -> bool:
    """Say whether two small numbers joined by a dash are the result of a match or a vote."""
    return _CONTEST.search(text, max(0, start - 70), min(len(text), end + 40)) is not None
