"""How sure it is and on whose word: what is not clear here and a fact there, whose source is lost on the way."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from briefing.check.clash import Clash, whole
from briefing.check.questions import quoted
from briefing.check.remarks import Remark
from briefing.check.statements import Match, Statements
from briefing.check.words import LIGHT_WORDS
from briefing.model.discrepancy import DiscrepancyKind, Severity
from briefing.text.stance import Stance, read_stance

_UNSURE: Final = 0.32
_HARDENED: Final = 0.42
_UNCREDITED: Final = 0.42
_SENTENCE: Final = 6
"""Telling words that a sentence has at least; a heading or a list item asserts nothing."""
_LIMITS: Final = re.compile(
    r"\b(?:mostly|partly|largely|mainly|reportedly|allegedly|possibly|probably|apparently|perhaps|de facto|currently"
    r"|typically|usually|may|might|could|suspected|unconfirmed|proposed(?! to))\b"
)
_MODAL: Final = re.compile(r"\b(?:would|will|plans?|expected|likely)\b")
_UNNAMED: Final = re.compile(
    r"\b(?:people|persons?|sources?|insiders?|anonym\w+|officials?|familiar|experts?|analysts?)\b"
)
_WHO: Final = {
    "anonymous": "unnamed people",
    "outlet": "another outlet",
    "data": "named data",
}


def certainties(statements: Statements) -> Iterator[Clash]:
    """Yield statements that one document doubts, hedges or credits and another asserts; each statement once."""
    used: set[tuple[int, str]] = set()
    read: dict[int, Stance] = {}
    for match in statements.matches:
        if match.score < min(_UNSURE, _HARDENED):
            break
        if min(_length(match.a), _length(match.b)) < _SENTENCE:
            continue
        one, two = (
            read[remark.number] if remark.number in read else read.setdefault(remark.number, read_stance(remark.text))
            for remark in (match.a, match.b)
        )
        clash = _held(match, one, two)
        if clash is not None:
            marks = {(match.a.number, clash.kind), (match.b.number, clash.kind)}
            if not marks & used:
                used |= marks
                yield clash


def _length(remark: Remark) -> int:
    return sum(1 for word in remark.stems if word)


def _held(match: Match, one: Stance, two: Stance) -> Clash | None:
    a, b, score = match.a, match.b, match.score
    if score >= _UNSURE and (one.certainty == "unclear") != (two.certainty == "unclear"):
        unsure, sure = (a, b) if one.certainty == "unclear" else (b, a)
        if (two if sure is b else one).negations or not _about(unsure, one if unsure is a else two, sure):
            return None
        return _clash(
            "certainty",
            "medium",
            0.45 + 0.5 * score,
            unsure,
            sure,
            "what is not clear in the one is told as a fact in the other",
        )
    if score < _HARDENED:
        return None
    limits = [_limits(a, b), _limits(b, a)]
    if bool(limits[0]) != bool(limits[1]):
        limited, bare = (a, b) if limits[0] else (b, a)
        word = limits[0] or limits[1]
        return _clash(
            "certainty",
            "low",
            0.3 + 0.4 * score,
            limited,
            bare,
            f"“{word}” in the one is gone in the other",
        )
    if score >= _UNCREDITED and bool(_told(one)) != bool(_told(two)):
        credited, bare = (a, b) if _told(one) else (b, a)
        who = _told(one) or _told(two)
        severity: Severity = "medium" if who == "anonymous" else "low"
        return _clash(
            "attribution",
            severity,
            0.25 + 0.4 * score,
            credited,
            bare,
            f"the one credits {_WHO[who]}, the other nobody",
        )
    return None


def _about(unsure: Remark, stance: Stance, sure: Remark) -> bool:
    """Whether what is not clear, the words next to "not clear", is what the other remark tells."""
    for low, high in stance.why:
        near = [
            word
            for word, (start, end) in zip(unsure.stems, unsure.spans, strict=True)
            if word
            and (end <= unsure.start + low or start >= unsure.start + high)
            and low - 45 <= start - unsure.start <= high + 60
        ]
        if any(word in sure.stems and word not in LIGHT_WORDS for word in near):
            return True
    return False


def _limits(remark: Remark, other: Remark) -> str:
    """Return the word by which a remark limits what another says too: "mostly" of "mostly stopped"."""
    if _LIMITS.search(other.text) or _MODAL.search(other.text):
        return ""
    for match in _LIMITS.finditer(remark.text):
        at = remark.start + match.end()
        after = [word for word, (start, _) in zip(remark.stems, remark.spans, strict=True) if start >= at and word][:1]
        if any(word in other.stems and word not in LIGHT_WORDS for word in after):
            return match[0]
    return ""


def _told(stance: Stance) -> str:
    """Return who says so, the weakest first, "" where nobody is said to."""
    found = {
        item.who
        for item in stance.attributions
        if item.who != "unattributed" and (item.who != "anonymous" or _UNNAMED.search(item.text))
    }
    return next((who for who in _WHO if who in found), "")


def _clash(
    kind: DiscrepancyKind,
    severity: Severity,
    score: float,
    first: Remark,
    second: Remark,
    why: str,
) -> Clash:
    asks = "How sure is it that" if kind == "certainty" else "Who says that"
    return Clash(
        kind=kind,
        nature="real",
        severity=severity,
        score=score,
        question=f"{asks} {quoted(second)}?",
        reason=why,
        sides=(whole(first), whole(second)),
    )
