"""Ranks: sixth here and seventh there, the largest here and one of the largest there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from briefing.check.align import align, inside, partners
from briefing.check.clash import Clash, part
from briefing.check.cluster import MOST_SIDES, Pair, best, questions
from briefing.check.mentions import Cue, Mention, mention
from briefing.check.questions import about
from briefing.check.remarks import Corpus, Remark
from briefing.check.statements import Statements
from briefing.model.discrepancy import DiscrepancyKind
from briefing.text.tokens import small

ALIKE: Final = 0.15
_ORDINALS: Final = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
_PLACES: Final = {word: str(n) for n, word in enumerate(_ORDINALS.split(), 1)}
_PLACE: Final = "(?P<place>" + "|".join(_PLACES) + r"|\d{1,2}(?:st|nd|rd|th))"
_EST: Final = (
    r"(?:largest|biggest|greatest|smallest|highest|lowest|oldest|youngest|longest|shortest|tallest|fastest|richest|poorest"
    r"|busiest|deepest|heaviest|strongest|deadliest|worst|best|most \w{4,14})"
)
_LEADING: Final = rf"(?:{_EST}|top|leading|major|main)"
_AMONG: Final = r"(?:the )?(?:[\w’'-]+\s){0,3}"
_NOT: Final = r"\b(?:not|\w{2,6}n['’]t)\s(?:\w+\s){1,4}?(?:among|as one of|as an?)\s(?:the\s)?(?:[\w’']+\s){0,2}"
_COMES: Final = r"\b(?:finish\w*|rank\w*|placed?|places|came|come|comes|stands?|was|were|is)\s(?:in\s|at\s)?(?:the\s)?"
_TIMES: Final = (
    r"(?:straight |consecutive |successive )?(?:title|win|victory|defeat|loss|time|term|medal|gold|trophy|cup"
    r"|championship|edition|child|marriage|attempt|case|death|fatality|recall|strike|rate (?:rise|cut))"
)
_NO_RANK: Final = r"\b(?!\s(?:time|day|week|month|year|of|half|quarter|round|to|since|major|the|[a-z]+ing)\b|-)"
_RANKS: Final = re.compile(
    "|".join(
        (
            rf"(?P<not>{_NOT}{_LEADING})",
            rf"\b{_PLACE.replace('place', 'nth')}[\s-]{_EST}",
            r"\b(?:(?:was|is|for|won)\s)?(?:the|its|their|his|her|a) "
            rf"{_PLACE.replace('place', 'time')} (?P<what>{_TIMES})\b",
            _COMES + _PLACE + _NO_RANK,
            rf"\b(?P<some>(?:one|two|three|some|several) of {_AMONG}{_LEADING}|among {_AMONG}{_LEADING})",
            rf"\b(?P<top>(?:the|\w+['’]s)\s(?:single\s)?{_EST})",
        )
    )
)
_HOW: Final = re.compile(rf"{_LEADING}$")
_VAGUE: Final = frozenset(("top", "leading", "major", "main"))


def ranks(statements: Statements) -> Iterator[Clash]:
    """Yield clashes between ranks, each question once."""
    corpus = statements.corpus
    mentions = [mention(corpus, remark, cue) for remark in corpus.remarks for cue in cues(remark)]
    for pair, members in questions(best(_pairs(mentions))):
        yield _clash(corpus, pair, members)


def cues(remark: Remark) -> Iterator[Cue]:
    """Yield the ranks in a remark: "1", "2", ..., "some" for one of the largest, "none" for not among them."""
    for match in _RANKS.finditer(small(remark.text)):
        place = match["nth"] or match["place"] or match["time"]
        how = _HOW.search(match[0])
        word = match["what"] or ("" if how is None else "leading" if how[0] in _VAGUE else how[0])
        state = (_PLACES.get(place) or place[:-2]) if place else ""
        state = state or ("none" if match["not"] else "some" if match["some"] else "1")
        yield Cue(remark.start + match.start(), remark.start + match.end(), "rank", f"{state} {word}".strip())


def _pairs(mentions: list[Mention]) -> Iterator[Pair]:
    for a, b in partners(mentions):
        if a.remark is b.remark:
            continue
        link = align(a, b)
        if link.score >= ALIKE and link.subject >= 0.5 and _one_scale(a, b):
            yield Pair(link, "agree" if _agree(a.state, b.state) else "differ")


def _one_scale(a: Mention, b: Mention) -> bool:
    """Whether two ranks are ranks in one thing: a shared word beside them, and the largest is not the oldest."""
    one, two = (item.state.partition(" ")[2] for item in (a, b))
    if one != two and one and two:
        return False
    if one and not any(item.state.startswith(("some", "none", "1 ")) for item in (a, b)):
        return True  # the fourth title, and the fifth
    own = inside(a) | inside(b)
    return any(
        min(weight, b.phrase.near.get(word, 0.0)) >= 0.15 for word, weight in a.phrase.near.items() if word not in own
    )


def _agree(a: str, b: str) -> bool:
    """Whether two ranks can both hold: the second largest is one of the largest."""
    one, two = a.split()[0], b.split()[0]
    if one == two:
        return True
    return "some" in (one, two) and not {one, two} & {"none", "1"}


def _clash(corpus: Corpus, pair: Pair, members: list[Mention]) -> Clash:
    a, b = pair.link.a, pair.link.b
    trust = min(1.0, pair.score / 0.6)
    loose = {item.state.split()[0] for item in (a, b)} == {"some", "1"}
    inside = len({item.remark.source for item in members}) == 1
    kind: DiscrepancyKind = "scope" if loose else "internal" if inside else "figure"
    said = [" ".join(item.remark.cut(item.value.start, item.value.end).split()) for item in (a, b)]
    subject = about(corpus, a, b)
    return Clash(
        kind=kind,
        nature="real",
        severity="medium" if loose or trust < 0.7 else "high",
        score=(0.7 if loose else 0.85) * trust,
        question=f"Which rank{f' ({subject})' if subject else ''}: “{said[0]}” or “{said[1]}”?",
        reason="one of several is not the first of all"
        if loose
        else f"two ranks for one thing: “{said[0]}” against “{said[1]}”",
        sides=tuple(part(item.remark, *item.clause) for item in members[:MOST_SIDES]),
    )
