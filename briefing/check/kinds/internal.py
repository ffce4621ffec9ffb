"""Figures inside one sentence or document that cannot all be true: parts, shares, growth."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from briefing.check.clash import Clash, number, part, spot, told
from briefing.check.figures import interval
from briefing.check.measures import MEASURES
from briefing.check.remarks import Remark
from briefing.check.statements import Statements
from briefing.model.discrepancy import Severity
from briefing.text.values import TextValue

_DIVIDES: Final = re.compile(
    r"\b(?:pay|pays|paid|own|owns|owned|hold|holds|held|split|divided|consists?|comprises?|shareholders?|rest|remaining"
    r"|remainder|others?|proportion|breakdown|respectively|made up|contribut\w+|accounts? for|accounted for|share of"
    r"|shares of|voted|votes?"
    r"|of which|of whom|of these|of them)\b"
)
_REST: Final = re.compile(
    r"\b(?:the (?:rest|remainder|others?)|remaining|other (?:sources|countries|items)|split|divided)\b"
)
_GROWTH: Final = re.compile(
    r"\b(?:increas\w*|r[io]se|risen|rising|gr[eo]wn?|growth|growing|climb\w*|jump\w*|surg\w*|gain\w*|up|fell|fall\w*|declin\w*"
    r"|decreas\w*|drop\w*|shrank|cut|reduc\w*|down)\b"
)
_OF_WHICH: Final = re.compile(r"\bof (?:which|whom|these|them)\b|:\s|\bmade up of\b|\bconsisting of\b|\bcomprising\b")
_SHARE_OF: Final = re.compile(
    r"\b(?:account\w*|represent\w*|mak\w+ up|constitut\w*|compris\w*|equal\w*|or)\s(?:for\s)?(?:\w+\s){0,2}[\d.]+\s?"
    r"(?:%|per ?cent)"
)
_UNMIXED: Final = frozenset(("the kind of stock",))


def internals(statements: Statements) -> Iterator[Clash]:
    """Yield what does not add up, remark by remark."""
    corpus = statements.corpus
    for remark in corpus.remarks:
        if len(remark.values) >= 2:
            yield from _shares(remark)
            yield from _parts(remark)
            yield from _growth(remark)
            yield from _kinds_mixed(remark)


def _clash(
    remark: Remark, values: list[TextValue], question: str, reason: str, score: float, severity: Severity
) -> Clash:
    return Clash(
        kind="internal",
        nature="real",
        severity=severity,
        score=score,
        question=question,
        reason=reason,
        sides=tuple(spot(remark, value) for value in values),
    )


def _shares(remark: Remark) -> Iterator[Clash]:
    """Shares of one whole are at most 100 % together, and just that where the rest is named."""
    shares = [
        value for value in remark.values if value.unit == "%" and value.amount is not None and not value.qualifier
    ]
    if len(shares) < 2 or not _listed(remark, shares):
        return
    text = remark.cut(max(remark.start, shares[0].start - 60), remark.end)
    total = sum(float(value.amount or 0) for value in shares)
    whole = _REST.search(text) is not None
    if not _DIVIDES.search(text) or (
        total <= 100.0 + 0.5 * len(shares) and not (whole and total < 100 - 0.5 * len(shares))
    ):
        return
    if 50 <= total <= 160 and _one_whole(remark, shares):
        told_parts = " + ".join(number(value.amount) for value in shares)
        yield _clash(
            remark,
            shares,
            f"Do the shares make one whole: {told_parts} %?",
            f"the parts sum to {number(round(total, 4))} % of the whole: {told_parts}",
            0.75,
            "medium",
        )


def _listed(remark: Remark, values: list[TextValue]) -> bool:
    """Whether values follow one another as items of one list: few words between, parted by commas or "and"."""
    for left, right in pairwise(values):
        between = remark.cut(left.end, right.start)
        if ";" in between or len(between.split()) > 9 or not re.search(r",|\band\b|/", between):
            return False
    return True


def _one_whole(remark: Remark, shares: list[TextValue]) -> bool:
    """Whether shares of a list are of the same thing: no "of X" after any but the first, and no date between."""
    later = [remark.cut(value.end, value.end + 4) for value in shares[1:]]
    return not any(text.startswith(" of") for text in later) and not any(
        value.kind == "date" and shares[0].start < value.start < shares[-1].end for value in remark.values
    )


def _parts(remark: Remark) -> Iterator[Clash]:
    """Parts that follow a total after "of which" or a colon must not exceed it."""
    match = _OF_WHICH.search(remark.text)
    if match is None:
        return
    cut = remark.start + match.start()
    before = [
        value for value in remark.values if value.end <= cut and value.amount is not None and value.kind != "date"
    ]
    after = [
        value for value in remark.values if value.start >= cut and value.amount is not None and value.kind != "date"
    ]
    if not before or len(after) < 2 or not _listed(remark, after):
        return
    total = before[-1]
    parts = [value for value in after if _like(value, total)]
    if len(parts) != len(after):
        return
    whole, spans = interval(total, total.unit), [interval(value, total.unit) for value in parts]
    if whole is None or None in spans:
        return
    low = sum(span.low for span in spans if span)
    if low > whole.high:
        told_parts = " + ".join(told(value) for value in parts)
        yield _clash(
            remark,
            [total, *parts],
            f"Do the parts fit into {told(total)}?",
            f"the parts exceed the total: {told_parts} is more than {told(total)}",
            0.7,
            "medium",
        )


def _kinds_mixed(remark: Remark) -> Iterator[Clash]:
    """A part and its whole are of one kind: resources are no share of reserves."""
    match = _SHARE_OF.search(remark.text)
    if match is None:
        return
    at, end = remark.start + match.start(), remark.start + match.end()
    share = next((value for value in remark.values if value.unit == "%" and at <= value.start < end), None)
    amount = next(
        (value for value in reversed(remark.values) if value.end <= at and value.kind in ("quantity", "count")), None
    )
    if (
        share is None
        or amount is None
        or remark.cut(amount.end, at).count(".")
        or len(remark.cut(amount.end, at).split()) > 9
    ):
        return
    first = _stock(remark, amount.end, at) or _stock(remark, amount.start - 30, amount.start)
    whole = _stock(remark, share.end, min(remark.end, share.end + 60))
    if first is not None and whole is not None and first != whole:
        yield Clash(
            kind="internal",
            nature="real",
            severity="medium",
            score=0.6,
            question=f"Can {first} be {told(share)} of {whole}?",
            reason=f"{told(amount)} of {first} is called {told(share)} of {whole}: part and whole are of two kinds",
            sides=(part(remark, amount.start, at), part(remark, share.start, min(remark.end, share.end + 40))),
        )


def _stock(remark: Remark, start: int, end: int) -> str | None:
    """Return which of a family that must not be mixed stands between two offsets."""
    for word, (low, high) in zip(remark.stems, remark.spans, strict=True):
        if start <= low and high <= end and (found := MEASURES.get(word)) is not None and found.family in _UNMIXED:
            return remark.cut(low, high).lower()
    return None


def _like(part: TextValue, total: TextValue) -> bool:
    if total.kind in ("count", "number"):
        return part.kind in ("count", "number")
    return part.kind == total.kind and part.dimension == total.dimension and part.kind != "share"


def _growth(remark: Remark) -> Iterator[Clash]:
    """A change from one figure to another is as many per cent as it is said to be."""
    if not _GROWTH.search(remark.text):
        return
    figures = [value for value in remark.values if value.kind != "date"]
    for n, (before, after) in enumerate(pairwise(figures)):
        low, high = interval(before, before.unit), interval(after, before.unit)
        if not _from_to(remark, before, after) or low is None or high is None or min(low.low, high.low) <= 0:
            continue
        least, most = 100 * (high.low / low.high - 1), 100 * (high.high / low.low - 1)
        exact = 100 * (high.middle / low.middle - 1)
        for share in [
            value for value in figures[n + 2 :] + figures[:n] if value.unit == "%" and value.amount is not None
        ]:
            stated = float(share.amount or 0) * (-1 if exact < 0 else 1)
            slack = 0.5 if float(share.amount or 0) == int(share.amount or 0) else 0.06
            if before.unit == "%":
                yield from _levels(remark, before, after, share, exact)
            elif (
                not min(least, exact - slack) - slack <= stated <= max(most, exact + slack) + slack
                and not share.approximate
            ):
                yield _clash(
                    remark,
                    [before, after, share],
                    f"Is the change from {told(before)} to {told(after)} {told(share)}?",
                    f"from {told(before)} to {told(after)} is {exact:+.1f} %, stated is {stated:+g} %",
                    0.8,
                    "medium",
                )
            break


def _levels(remark: Remark, before: TextValue, after: TextValue, share: TextValue, exact: float) -> Iterator[Clash]:
    """A level in per cent that rises by per cent: points, or growth of something else?"""
    points = abs(float(after.amount or 0) - float(before.amount or 0))
    stated = float(share.amount or 0)
    if abs(points - stated) > 0.5 and stated > 100 - 1e-9:
        yield Clash(
            kind="unit",
            nature="real",
            severity="medium",
            score=0.55,
            question=f"Is it a share that rises from {told(before)} to {told(after)}, or growth by {told(share)}?",
            reason=(
                f"from {told(before)} to {told(after)} is {number(points)} percentage points or {exact:+.0f} %; "
                f"the same sentence has {told(share)}: what is a share and what is growth is not clear"
            ),
            sides=(part(remark, before.start, after.end), spot(remark, share)),
        )


def _from_to(remark: Remark, before: TextValue, after: TextValue) -> bool:
    lead = remark.cut(remark.start, before.start).split()[-1:]
    between = remark.cut(before.end, after.start)
    dates = [value for value in remark.values if value.kind == "date" and before.end <= value.start < after.start]
    for date in dates:
        between = between.replace(remark.cut(date.start, date.end), "")
    return lead == ["from"] and between.split()[-1:] == ["to"] and len(between.split()) <= 5
