"""Figures that answer one question differently, or one figure that answers two."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final, Literal

from briefing.check.align import Alignment, align, partners
from briefing.check.clash import Clash, spot, told
from briefing.check.figures import Interval, apart, comparable, interval, ratio
from briefing.check.mentions import Mention, mention, sort_of
from briefing.check.questions import asked
from briefing.check.remarks import Corpus
from briefing.model.discrepancy import DiscrepancyKind, Nature, Severity

ALIKE: Final = 0.27
"""How well two figures must be aligned before they are held against each other."""
MOST_SIDES: Final = 12
_REVISED: Final = re.compile(r"\b(?:risen|rose|revised|updated|latest|so far|now|climbed|still|new (?:count|figures?|toll|estimate))\b")

Verdict = Literal["agree", "differ", "scope", "period", "silent"]


@dataclass(slots=True)
class Pair:
    """Two aligned figures with what holding them against each other gave."""

    link: Alignment
    verdict: Verdict
    why: str = ""

    @property
    def score(self) -> float:
        """How well they are aligned."""
        return self.link.score


def figures(corpus: Corpus) -> Iterator[Clash]:
    """Yield clashes between figures, each question once."""
    groups: dict[str, list[Mention]] = defaultdict(list)
    for remark in corpus.remarks:
        for value in remark.values:
            if value.kind not in ("date", "score"):
                made = mention(corpus, remark, value)
                groups[sort_of(value)].append(made)
    for group in groups.values():
        yield from _clusters(corpus, _best(_pairs(group)))


def _pairs(mentions: list[Mention]) -> Iterator[Pair]:
    for a, b in partners(mentions):
        if a.remark is b.remark and not _restated(a, b):
            continue
        link = align(a, b)
        if link.score >= ALIKE:
            pair = judge(link)
            if pair.verdict != "silent":
                yield pair


_RESTATES: Final = re.compile(
    r"\b(?:latest|reported|actual(?:ly)?|revised|updated|others?|another|estimated|official(?:ly)?|claimed|claims|initial(?:ly)?"
    r"|figures? such as|versus|not|instead)\b"
)


def _restated(a: Mention, b: Mention) -> bool:
    """Whether one sentence gives two figures for one thing, and is no list of several things."""
    first, last = sorted((a, b), key=lambda item: item.value.start)
    between = a.remark.cut(first.value.end, last.value.start)
    if first.things and last.things and not first.things & last.things:
        return False
    if "from" in a.remark.cut(a.remark.start, first.value.start).split()[-2:] or ";" in between:
        return False
    same = bool(set(first.heads) & set(last.heads)) or bool({*first.measures[:1]} & {*last.measures[:1]})
    return same and a.subjects.keys() == b.subjects.keys() and _RESTATES.search(between) is not None


def judge(link: Alignment) -> Pair:
    """Hold two aligned figures against each other."""
    a, b = link.a, link.b
    if a.part != b.part or bool(a.change) != bool(b.change) or (a.value.dimension == "share" and a.value.kind != b.value.kind):
        return Pair(link, "silent")
    if not comparable(a.value, b.value):
        return Pair(link, "silent")
    first, second = interval(a.value, a.value.unit), interval(b.value, a.value.unit)
    if first is None or second is None:
        return Pair(link, "silent")
    if a.change and a.change != b.change and first.meets(second):
        return Pair(link, "differ", f"the one goes up, the other down: {told(a.value)} {a.change}, {told(b.value)} {b.change}")
    if first.meets(second):
        return _same(link)
    if _periods_differ(a, b):
        return Pair(link, "period", f"the periods differ: {_period(a)} against {_period(b)}")
    if link.scope:
        return Pair(link, "scope", link.scope)
    return Pair(link, "differ", f"{told(a.value)} against {told(b.value)}: {apart(first, second, a.value.unit)}")


def _same(link: Alignment) -> Pair:
    """Say of two figures that agree whether one number stands for two things."""
    a, b = link.a, link.b
    if a.value.amount is None or a.value.amount != b.value.amount:
        return Pair(link, "agree")
    if link.scope:
        return Pair(link, "scope", link.scope)
    mine, other = ({word for word in item.base if word.startswith("@")} for item in (a, b))
    if mine and other and not mine & other:
        return Pair(link, "scope", "it is a share of two different wholes")
    return Pair(link, "agree")


def _periods_differ(a: Mention, b: Mention) -> bool:
    mine, other = _spans(a, b), _spans(b, a)
    return bool(mine and other) and not any(
        low <= last and first <= high for low, high in mine for first, last in other
    )


def _spans(item: Mention, other: Mention) -> list[tuple[dt.date, dt.date]]:
    """Return the periods of a figure; one without any, beside one of a single past year, is of the time of writing."""
    day = item.remark.published
    if item.periods or day is None or not other.periods or sort_of(item.value) not in ("money", "share", "mass"):
        return item.periods
    return [(day.replace(year=day.year - 1, month=1, day=1), day)]


def _period(item: Mention) -> str:
    if not item.periods:
        return "the time of writing"
    first, last = item.periods[0]
    return f"{first:%Y}" if first.year == last.year and (last - first).days > 300 else f"{first}/{last}"


def _best(pairs: Iterable[Pair]) -> list[Pair]:
    """Leave out pairs where either figure has a better partner in the other's document."""
    found = list(pairs)
    top: dict[tuple[int, str], float] = defaultdict(float)
    for pair in found:
        for one, two in ((pair.link.a, pair.link.b), (pair.link.b, pair.link.a)):
            key = (id(one), two.remark.source)
            weight = pair.score * (1.15 if pair.verdict == "agree" else 1.0)
            top[key] = max(top[key], weight)
    kept = []
    for pair in found:
        a, b = pair.link.a, pair.link.b
        best = max(top[id(a), b.remark.source], top[id(b), a.remark.source])
        if pair.score >= 0.85 * best:
            kept.append(pair)
    return kept


def _clusters(corpus: Corpus, pairs: list[Pair]) -> Iterator[Clash]:
    """Gather pairs into questions: the strongest first, then whatever is aligned with both of its sides."""
    links: dict[int, dict[int, Pair]] = defaultdict(dict)
    for pair in pairs:
        links[id(pair.link.a)][id(pair.link.b)] = links[id(pair.link.b)][id(pair.link.a)] = pair
    used: set[tuple[int, int]] = set()
    order = sorted(
        (pair for pair in pairs if pair.verdict != "agree"),
        key=lambda pair: (pair.verdict != "differ", -pair.score, pair.link.a.value.start, pair.link.b.value.start),
    )
    for pair in order:
        a, b = pair.link.a, pair.link.b
        if tuple(sorted((id(a), id(b)))) in used:
            continue
        members = [a, b]
        if pair.verdict == "differ":
            for other in [*links[id(a)].values(), *links[id(b)].values()]:
                for item in (other.link.a, other.link.b):
                    if item not in members and _fits(item, (a, b), links):
                        members.append(item)
        used.update(tuple(sorted((id(x), id(y)))) for n, x in enumerate(members) for y in members[:n])
        yield _clash(corpus, pair, members)


def _fits(item: Mention, seeds: tuple[Mention, Mention], links: dict[int, dict[int, Pair]]) -> bool:
    """Whether a figure answers the question of two others: aligned with one, and with the other not at odds in scope."""
    found = [links[id(item)].get(id(seed)) for seed in seeds]
    verdicts = [pair.verdict for pair in found if pair is not None]
    if not verdicts or not set(verdicts) <= {"agree", "differ"}:
        return False
    missing = [seed for seed, pair in zip(seeds, found, strict=True) if pair is None]
    return all(align(item, seed).score >= 0.6 * ALIKE and not align(item, seed).scope for seed in missing)


def _clash(corpus: Corpus, pair: Pair, members: list[Mention]) -> Clash:
    a, b = pair.link.a, pair.link.b
    first, second = interval(a.value, a.value.unit), interval(b.value, a.value.unit)
    assert first is not None
    assert second is not None
    kind, nature, severity, score = _weighed(pair, members, first, second)
    reason = _reason(pair, members, kind, nature)
    return Clash(
        kind=kind,
        nature=nature,
        severity=severity,
        score=score,
        question=asked(corpus, a, b),
        reason=reason,
        sides=tuple(spot(item.remark, item.value) for item in _distinct(members)),
    )


def _weighed(
    pair: Pair, members: list[Mention], first: Interval, second: Interval
) -> tuple[DiscrepancyKind, Nature, Severity, float]:
    """Return kind, nature, severity and score of a pair that does not simply agree."""
    inside = len({item.remark.source for item in members}) == 1
    times = ratio(first, second)
    trust = min(1.0, pair.score / 0.7) * (1.0 if times <= 4 else 0.9 if times <= 12 else 0.75 if times <= 60 else 0.5)
    if pair.verdict == "scope" and first.meets(second):
        return "scope", "real", "medium", 0.85 * trust
    if pair.verdict in ("scope", "period"):
        return "figure", "apparent", "low", (0.6 if pair.verdict == "scope" else 0.35) * trust
    if _succeeds(pair.link):
        return "succession", "apparent", "medium", 0.75 * trust
    material = times >= 1.08 or pair.link.a.value.dimension == "share"
    severity: Severity = "low" if not material else "high" if trust >= 0.55 else "medium"
    return ("internal" if inside else "figure"), "real", severity, trust


def _succeeds(link: Alignment) -> bool:
    """Whether the later document says that the figure has moved on."""
    a, b = link.a.remark, link.b.remark
    if a.source == b.source or not (a.published and b.published) or a.published == b.published:
        return False
    later = a if a.published > b.published else b
    return _REVISED.search(later.text) is not None


def _reason(pair: Pair, members: list[Mention], kind: str, nature: str) -> str:
    if pair.verdict == "differ":
        where = "one document gives" if kind == "internal" else "the same is measured, and the figures differ:"
        more = f"; {len(members) - 2} more sides" if len(members) > 2 else ""
        later = "; the later document revises the figure" if kind == "succession" else ""
        return f"{where} {pair.why}{more}{later}"
    if kind == "scope":
        return f"one figure, {told(pair.link.a.value)}, stands for two things: {pair.why}"
    return f"{told(pair.link.a.value)} against {told(pair.link.b.value)}, but {pair.why}"


def _distinct(members: list[Mention]) -> list[Mention]:
    """Return at most a dozen sides: every distinct value first, then more passages."""
    chosen: list[Mention] = []
    rest: list[Mention] = []
    seen: set[tuple[object, ...]] = set()
    for item in members:
        value = item.value
        key = (value.amount, value.low, value.high, value.unit)
        (rest if key in seen else chosen).append(item)
        seen.add(key)
    return [*chosen, *rest][:MOST_SIDES]
