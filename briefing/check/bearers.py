"""Whose figure it is: the names of a sentence by their closeness to a value, and those of the sentence before."""

from __future__ import annotations

import re
from typing import Final

from briefing.check.clauses import Setting
from briefing.check.remarks import Corpus, Remark

_POINTS_BACK: Final = re.compile(
    r"(?:(?:But|And|However,?|Now|Later|In addition,?|Meanwhile,?|Of|Among|According to)\s)?"
    r"(?:[Ii]ts?|[Tt]hey|[Tt]heir|[Hh]e|[Ss]he|[Hh]is|[Hh]er|[Tt]his|[Tt]hat|[Tt]hese|[Tt]hose|[Tt]hem|[Ss]uch|[Tt]he|[Bb]oth"
    r"|[Oo]thers?|Another|There|In total|In all|Altogether)\b"
)
_AND: Final = re.compile(r",?\s(?:and|or|&)\s(?:the\s)?|,\s")
_FORMULA: Final = re.compile(r"(?:[A-Z][a-z]?[₀-₉0-9]{0,2}){2,6}")
_SAYS: Final = re.compile(
    r"(?:['’]s\s[\w\s-]{2,40},\s[\w\s.-]{2,40},)?,?(?:\s(?:also|has|have|had|later))?\s(?:said|says|told|adds|added|stressed|announced|reported|reports|wrote|writes|noted|warned"
    r"|explained|argued|insisted|claims|claimed|believes?|estimates?|estimated)\b"
    r"(?!\sof|\s(?:that\s)?(?:s?he|they|it|we|its|his|her|their|both)\b)"
)
_ACCORDING: Final = re.compile(r"\b(?:[Aa]ccording to|[Ss]aid|[Ss]ays|citing)\s(?:[\w’'-]+\s){0,3}$")
_SPEAKER: Final = 0.12
"""How close the name of who says so is to what is said."""


def points_back(remark: Remark) -> bool:
    """Whether a remark opens with a word that means something of the one before it."""
    return _POINTS_BACK.match(remark.text) is not None


def subjects(where: Setting) -> tuple[dict[int, float], frozenset[int]]:
    """Return the name groups of a remark with how close each is to a value, 0 to 1, and those the clause is about."""
    remark = where.remark
    found: dict[int, float] = {}
    bearers: list[int] = []
    last = -1
    for name, group in zip(remark.names, remark.groups, strict=True):
        if where.start <= name.start < where.end or _is_formula(name.text):
            continue
        if _speaks(remark, name.start, name.end):
            found.setdefault(group, _SPEAKER)
            continue
        aside = where.aside(name.start)
        before = where.main <= name.start < where.start and not aside
        close = 0.12
        if where.clause[0] <= name.start < where.clause[1]:
            close = 0.6 if aside else 1.0
        elif where.segment[0] <= name.start < where.segment[1]:
            close = 0.7 if before else 0.5
        if before and (where.relative or not where.own):
            if where.relative and name.end <= where.clause[0]:
                bearers.clear()
            if not bearers or (last >= 0 and _AND.fullmatch(remark.cut(last, name.start)) is not None):
                bearers.append(group)
                last = name.end
                close = max(close, 0.9)
        found[group] = max(found.get(group, 0.0), close)
    return found, frozenset(bearers)


def _speaks(remark: Remark, start: int, end: int) -> bool:
    """Whether a name is that of who says so: "X said that", "according to X"."""
    after, before = remark.cut(end, end + 110), remark.cut(start - 30, start)
    return _SAYS.match(after) is not None or _ACCORDING.search(before) is not None


def _is_formula(name: str) -> bool:
    """Whether a name is that of a substance, such as WO₃."""
    return not name.isascii() and _FORMULA.fullmatch(name) is not None


def carry(corpus: Corpus, remark: Remark, context: dict[str, float], found: dict[int, float]) -> None:
    """Take over names and words of the sentence before, where this one points back to it or names nobody.

    Where that one points back too, the names of the sentence before it come along, fainter.
    """
    share, step = 0.5 if points_back(remark) else 0.35, remark
    if share < 0.5 and any(close >= 0.5 for close in found.values()):
        return
    for faded in (1.0, 0.7):
        before = step.before
        if before is None:
            return
        for rank, group in enumerate(before.groups):
            if group not in found:
                found[group] = faded * share * (1.0 if rank < 2 else 0.7)
                context[f"@{group}"] = 1.3 * found[group] * corpus.weight(f"@{group}")
        if faded == 1.0:
            for word in before.stems:
                if word and word not in context and not word.isdigit():
                    context[word] = 0.12 * corpus.weight(word)
        if not points_back(before):
            return
        step = before


def aged(where: Setting) -> frozenset[int]:
    """Return whose age it is: "Jane Roe, 92,", "the 92-year-old teacher Jane Roe"."""
    remark = where.remark
    for name, group in zip(remark.names, remark.groups, strict=True):
        after = remark.cut(where.end, name.start)
        if (name.end <= where.start and where.start - name.end <= 10) or (
            where.end <= name.start and len(after.split()) <= 4 and "," not in after
        ):
            return frozenset((group,))
    return frozenset()
