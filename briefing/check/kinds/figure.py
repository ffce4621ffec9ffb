"""Figures that answer one question differently, or one figure that answers two."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Final

from briefing.check.align import Alignment, align, partners
from briefing.check.clash import Clash, spot, told
from briefing.check.cluster import MOST_SIDES, Pair, best, questions, restated
from briefing.check.figures import Interval, interval, ratio
from briefing.check.judge import judge
from briefing.check.mentions import Mention, mention, sort_of
from briefing.check.questions import asked, stands_for
from briefing.check.remarks import Corpus, Remark
from briefing.check.statements import Statements
from briefing.model.discrepancy import DiscrepancyKind, Nature, Severity
from briefing.text.values import TextValue

ALIKE: Final = 0.18
"""How well two figures must be aligned before they are held against each other."""
WITHIN: Final = 0.5
"""The same within one document, whose author mostly knew that two figures were two things."""
_FAR: Final = 4
"""How many times a bare number is a counted one before the two are taken for counts of different things."""
_RESTATES: Final = re.compile(
    r"\b(?:latest|reported|actual(?:ly)?|revised|updated|others?|another|estimated|official(?:ly)?|claimed|claims|initial(?:ly)?"
    r"|figures? such as|versus|not|instead)\b"
)
_WHEN_AFTER: Final = re.compile(r"\s(?:after|before|later|earlier|since|on\b|from now|into)")
_WHEN_BEFORE: Final = re.compile(r"\b(?:within|past|last|next|after|every|first|previous) $", re.IGNORECASE)
_MORE: Final = re.compile(r"\s(?:more|further|additional|other|others|for|from|by)\b")
_GAP: Final = re.compile(r"(?:[\s-]\w+)?\s(?:behind|ahead|adrift|clear|short of|from|away|lead)\b")
_TOP: Final = re.compile(r"\b(?:top|another|other|first|last|next|previous|past|final|remaining) $", re.IGNORECASE)
_REVISED: Final = re.compile(
    r"\b(?:risen|rose|revised|updated|latest|so far|now|climbed|still|new (?:count|figures?|toll|estimate))\b"
)


def counts(statements: Statements) -> Iterator[Clash]:
    """Yield clashes between counts, each question once."""
    yield from _figures(statements, lambda sort: sort == "count")


def sums(statements: Statements) -> Iterator[Clash]:
    """Yield clashes between sums of money and between shares, each question once."""
    yield from _figures(statements, lambda sort: sort in ("money", "share"))


def quantities(statements: Statements) -> Iterator[Clash]:
    """Yield clashes between all other figures, each question once."""
    yield from _figures(statements, lambda sort: sort not in ("count", "money", "share"))


def _figures(statements: Statements, wanted: Callable[[str], bool]) -> Iterator[Clash]:
    corpus = statements.corpus
    groups: dict[str, list[Mention]] = defaultdict(list)
    for remark in corpus.remarks:
        for value in remark.values:
            if value.kind != "date" and wanted(sort := sort_of(value)) and not _only_places(remark, value):
                groups[sort].append(mention(corpus, remark, value))
    for sort, group in groups.items():
        near = () if sort == "score" else _pairs(group)
        pairs = [pair for pair in (*near, *restated(statements, group, judge)) if not _loosely_alike(pair)]
        for pair, members in questions(best(pairs)):
            yield _clash(corpus, pair, members)


def _loosely_alike(pair: Pair) -> bool:
    """Whether a bare number is so far from a number of named things that it most likely counts others."""
    a, b = pair.link.a.figure, pair.link.b.figure
    first, second = interval(a, a.unit), interval(b, a.unit)
    if bool(a.unit) == bool(b.unit) or first is None or second is None:
        return False
    return ratio(first, second) >= _FAR


def _only_places(remark: Remark, value: TextValue) -> bool:
    """Whether a figure only says when, or by how much more: "three years after", "two more points", "the top six"."""
    after = remark.cut(value.end, value.end + 30)
    before = remark.cut(value.start - 12, value.start)
    if value.kind == "duration":
        return _WHEN_AFTER.match(after) is not None or _WHEN_BEFORE.search(before) is not None
    if value.kind in ("count", "number"):
        return any(pattern.match(after) for pattern in (_MORE, _GAP)) or _TOP.search(before) is not None
    return False


def _pairs(mentions: list[Mention]) -> Iterator[Pair]:
    for a, b in partners(mentions):
        if a.remark is not b.remark or _restated(a, b):
            least = ALIKE if a.remark.source != b.remark.source else WITHIN
            link = align(a, b, least)
            if link.score >= least:
                yield judge(link)


def _restated(a: Mention, b: Mention) -> bool:
    """Whether one sentence gives two figures for one thing, and is no list of several things."""
    first, last = sorted((a, b), key=lambda item: item.figure.start)
    between = a.remark.cut(first.value.end, last.value.start)
    if first.phrase.things and last.phrase.things and not first.phrase.things & last.phrase.things:
        return False
    if ";" in between or a.remark.cut(a.remark.start, first.value.start).split()[-1:] == ["from"]:
        return False
    same = bool(first.phrase.heads & last.phrase.heads) or first.phrase.measures[:1] == last.phrase.measures[:1] != []
    return same and a.subjects.keys() == b.subjects.keys() and _RESTATES.search(between) is not None


def _clash(corpus: Corpus, pair: Pair, members: list[Mention]) -> Clash:
    a, b = pair.link.a, pair.link.b
    first, second = interval(a.figure, a.figure.unit), interval(b.figure, a.figure.unit)
    assert first is not None
    assert second is not None
    kind, nature, severity, score = _weighed(pair, members, first, second)
    return Clash(
        kind=kind,
        nature=nature,
        severity=severity,
        score=score,
        question=stands_for(corpus, a, b) if kind in ("scope", "unit") else asked(corpus, a, b),
        reason=_reason(pair, members, kind),
        sides=tuple(spot(item.remark, item.figure) for item in _distinct(members)),
    )


def _weighed(
    pair: Pair, members: list[Mention], first: Interval, second: Interval
) -> tuple[DiscrepancyKind, Nature, Severity, float]:
    """Return kind, nature, severity and score of a pair that does not simply agree."""
    inside = len({item.remark.source for item in members}) == 1
    times = ratio(first, second)
    far = 1.0 if times <= 4 else 0.9 if times <= 12 else 0.75 if times <= 60 else 0.5
    trust = min(1.0, pair.score / 0.7) * far
    if pair.verdict == "scope" and first.meets(second):
        return (
            ("unit" if pair.link.a.phrase.forms != pair.link.b.phrase.forms else "scope"),
            "real",
            "medium",
            0.85 * trust,
        )
    if pair.verdict in ("scope", "period"):
        return "figure", "apparent", "low", (0.6 if pair.verdict == "scope" else 0.35) * trust
    if first.meets(second) and pair.link.a.figure.kind != "score" and not pair.link.a.phrase.change:
        return "figure", "real", "low", 0.55 * trust
    if _succeeds(pair.link):
        return "succession", "apparent", "medium", 0.75 * trust
    material = times >= 1.08 or pair.link.a.figure.dimension == "share"
    severity: Severity = "low" if not material else "high" if trust >= 0.55 else "medium"
    return ("internal" if inside else "figure"), "real", severity, trust


def _succeeds(link: Alignment) -> bool:
    """Whether the later document says that the figure has moved on."""
    a, b = link.a.remark, link.b.remark
    if link.a.phrase.change or a.source == b.source or not (a.published and b.published) or a.published == b.published:
        return False
    later = a if a.published > b.published else b
    return _REVISED.search(later.text) is not None


def _reason(pair: Pair, members: list[Mention], kind: str) -> str:
    if pair.verdict == "differ":
        where = "one document gives" if kind == "internal" else "the same is measured, and the figures differ:"
        more = f"; {len(members) - 2} more sides" if len(members) > 2 else ""
        later = "; the later document revises the figure" if kind == "succession" else ""
        return f"{where} {pair.why}{more}{later}"
    if kind in ("scope", "unit"):
        return f"one figure, {told(pair.link.a.figure)}, stands for two things: {pair.why}"
    return f"{told(pair.link.a.figure)} against {told(pair.link.b.figure)}, but {pair.why}"


def _distinct(members: list[Mention]) -> list[Mention]:
    """Return at most a dozen sides: every distinct value first, then more passages."""
    chosen: list[Mention] = []
    rest: list[Mention] = []
    seen: set[tuple[object, ...]] = set()
    for item in members:
        value = item.figure
        key = (value.amount, value.low, value.high, value.unit)
        (rest if key in seen else chosen).append(item)
        seen.add(key)
    return [*chosen, *rest][:MOST_SIDES]
