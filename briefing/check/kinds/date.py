"""Dates of one event that cannot both hold."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Final

from briefing.check.align import Alignment, align, partners
from briefing.check.clash import Clash, spot
from briefing.check.cluster import MOST_SIDES, Pair, best, questions, restated
from briefing.check.mentions import Mention, mention
from briefing.check.questions import event
from briefing.check.remarks import Corpus
from briefing.check.statements import Statements
from briefing.model.discrepancy import Severity
from briefing.text.values import TextValue

ALIKE: Final = 0.3
_NOT: Final = re.compile(r"(?:\bnot|n['’]t|\bnever|\bno)\b[^.;]{0,40}$")
_REPEATED: Final = frozenset(
    (
        "announced",
        "met",
        "signed",
        "publication",
        "published",
        "expected",
        "joined",
        "moved",
        "sold",
        "acquired",
        "filed",
        "listed",
        "approved",
        "inspected",
        "opened",
        "began",
        "arrested",
        "crashed",
    )
)
"""What the same people do again and again: there, more than the event must be shared."""
_ONCE: Final = frozenset(("opened", "began", "joined", "acquired"))
"""Those of them that are meant of the thing itself where the clause names nothing else: "opened in 1911"."""


def dates(statements: Statements) -> Iterator[Clash]:
    """Yield clashes between dates, each event once."""
    corpus = statements.corpus
    mentions = [
        mention(corpus, remark, value)
        for remark in corpus.remarks
        for value in remark.values
        if value.kind == "date" and value.earliest and value.latest
    ]
    pairs = [
        judge(link)
        for a, b in partners(mentions)
        if a.remark is not b.remark and (link := align(a, b, ALIKE)).score >= ALIKE and _one_event(link)
    ]
    for pair, members in questions(best([*pairs, *restated(statements, mentions, judge)])):
        yield _clash(corpus, pair, members)


def judge(link: Alignment) -> Pair:
    """Say whether two dates of one event can both hold."""
    return Pair(link, "agree" if _meet(link) else "differ")


def _one_event(link: Alignment) -> bool:
    """Whether the words next to two dates speak of one event."""
    a, b = link.a, link.b
    same = {*a.phrase.measures[:1]} & {*b.phrase.measures[:2]} or {*a.phrase.measures[:2]} & {*b.phrase.measures[:1]}
    if same:
        said = {measure.name for measure in same}
        bare = said <= _ONCE and min(len(a.phrase.near), len(b.phrase.near)) == 1
        return bare or not said <= _REPEATED or _shared(a, b) >= 2
    if (a.phrase.measures and b.phrase.measures) or _is_period(a) or _is_period(b):
        return False
    return _shared(a, b) >= 2


def _is_period(item: Mention) -> bool:
    """Whether a date says of what time a figure of its clause is: "revenue of 31 million in 2018"."""
    low, high = item.clause
    return not item.phrase.measures and any(
        value.kind != "date" and low <= value.start < high for value in item.remark.values
    )


def _shared(a: Mention, b: Mention) -> int:
    """Return how many telling words and names of their clauses two dates share."""
    words = sum(1 for word, weight in a.phrase.near.items() if min(weight, b.phrase.near.get(word, 0.0)) >= 0.25)
    return words + sum(1 for group, close in a.subjects.items() if min(close, b.subjects.get(group, 0.0)) >= 0.9) // 2


def _meet(link: Alignment) -> bool:
    one, two = link.a.figure, link.b.figure
    if one.qualifier == two.qualifier and _not_before(link.a) == _not_before(
        link.b
    ):  # "built before 2005" and "built before 2015" are two limits
        return _gap(one, two) == 0
    (a, b), (c, d) = _bounds(link.a), _bounds(link.b)
    return a <= d and c <= b


def _not_before(item: Mention) -> bool:
    """Whether a "before" stands under a "not": "will not open before May"."""
    before = item.remark.cut(item.clause[0], item.value.start)
    return item.figure.qualifier in ("before", "until") and _NOT.search(before) is not None


def _bounds(item: Mention) -> tuple[dt.date, dt.date]:
    """Return the days that a date leaves open: "by 2026" is any day up to its end."""
    value = item.figure
    first, last = value.earliest or dt.date.min, value.latest or dt.date.max
    if _not_before(item):
        return first, dt.date.max
    if value.qualifier in ("by", "before", "until"):
        first = dt.date.min
    if value.qualifier in ("after", "since", "from"):
        last = dt.date.max
    return first, last


def _clash(corpus: Corpus, pair: Pair, members: list[Mention]) -> Clash:
    a, b = pair.link.a, pair.link.b
    inside = len({item.remark.source for item in members}) == 1
    trust = min(1.0, pair.score / 0.7)
    gap = _gap(a.figure, b.figure)
    severity: Severity = "medium" if gap < 32 or trust < 0.55 else "high"
    return Clash(
        kind="internal" if inside else "date",
        nature="real",
        severity=severity,
        score=0.95 * trust,
        question=event(corpus, a, b),
        reason=f"one event, and the dates cannot both hold: {_told(a.figure)} against {_told(b.figure)}, {_apart(gap)}",
        sides=tuple(spot(item.remark, item.figure) for item in members[:MOST_SIDES]),
    )


def _gap(a: TextValue, b: TextValue) -> int:
    """Return the fewest days between two dates."""
    assert a.earliest and a.latest and b.earliest and b.latest
    return max((b.earliest - a.latest).days, (a.earliest - b.latest).days, 0)


def _apart(days: int) -> str:
    if days >= 700:
        return f"at least {days // 365} years apart"
    return f"at least {days} day{'' if days == 1 else 's'} apart"


def _told(value: TextValue) -> str:
    first, last = value.earliest, value.latest
    assert first and last
    if first == last:
        span = first.isoformat()
    elif (first.day, first.month, last.day, last.month) == (1, 1, 31, 12):
        span = f"{first.year}" if first.year == last.year else f"{first.year} to {last.year}"
    else:
        span = f"{first} to {last}"
    return f"{value.qualifier} {span}".strip()
