"""Confidence of a claim: evidence x agreement, after the IPCC guidance note, with every step as a reason.

Reliability letters and credibility numbers are the Admiralty scale (AJP-2.1). The borders are
ours and stand in this file alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from briefing.model.card import Card, Confidence
from briefing.model.dossier import Dossier
from briefing.model.passage import Directness, Evidence, Stance
from briefing.model.results import Agreement, Credibility, Grade, Rating
from briefing.model.source import Reliability, Source

RELIABILITY: Final[dict[Reliability, float]] = {"A": 1.0, "B": 0.8, "C": 0.6, "D": 0.35, "E": 0.1, "F": 0.3}
DIRECTNESS: Final[dict[Directness, float]] = {
    "primary": 1.0,
    "named": 0.9,
    "anonymous": 0.7,
    "unattributed": 0.6,
    "secondhand": 0.5,
}
ROBUST, MEDIUM, STRONG_ORIGIN, SOUND_ORIGIN = 1.6, 0.8, 0.8, 0.5
HIGH_SHARE, MEDIUM_SHARE = 0.85, 0.6
MATRIX: Final[dict[tuple[Grade, Agreement], Confidence]] = {
    ("limited", "low"): "very low",
    ("limited", "medium"): "low",
    ("limited", "high"): "medium",
    ("medium", "low"): "low",
    ("medium", "medium"): "medium",
    ("medium", "high"): "high",
    ("robust", "low"): "medium",
    ("robust", "medium"): "high",
    ("robust", "high"): "very high",
}
CREDIBILITY: Final[dict[Credibility, str]] = {
    1: "confirmed by independent origins",
    2: "probably true",
    3: "possibly true",
    4: "doubtful",
    5: "improbable",
    6: "cannot be judged",
}
_LOWER: Final[dict[Agreement, Agreement]] = {"high": "medium", "medium": "low", "low": "low"}


@dataclass(slots=True)
class Origin:
    """What one origin weighs on one side, and by which documents it comes to us."""

    id: str
    weight: float = 0.0
    why: str = ""
    sources: list[str] = field(default_factory=list)


def weigh(evidence: Iterable[Evidence], dossier: Dossier) -> list[Origin]:
    """Return the origins of some evidence, heaviest first; copies of one origin add nothing."""
    origins: dict[str, Origin] = {}
    for item in evidence:
        source = dossier.source_by_id.get(item.source)
        letter: Reliability = source.reliability if source else "F"
        weight = round(RELIABILITY[letter] * DIRECTNESS[item.directness], 4)
        origin = origins.setdefault(dossier.origin_of(item), Origin(dossier.origin_of(item)))
        if item.source not in origin.sources:
            origin.sources.append(item.source)
        if weight > origin.weight:
            basis = "no basis for a letter" if letter == "F" else f"reliability {letter}"
            origin.weight, origin.why = weight, f"{basis} x {item.directness}"
    return sorted(origins.values(), key=lambda origin: -origin.weight)


def rate(card: Card, dossier: Dossier) -> Rating:
    """Rate a card from its evidence; the analyst's judgement is carried beside, not merged."""
    supporting = weigh((item for item in card.evidence if item.stance == "supports"), dossier)
    disputing = weigh((item for item in card.evidence if item.stance == "disputes"), dossier)
    reasons = [_side("supports", origin, dossier) for origin in supporting]
    reasons += [_side("disputes", origin, dossier) for origin in disputing]
    if not reasons:
        reasons = ["no passage supports or disputes it"]
    grade, why = _grade(supporting)
    reasons.append(f"evidence {grade}: {why}")
    agreement, why = _agreement(_weight(supporting), _weight(disputing))
    reasons.append(f"agreement {agreement}: {why}")
    for item in dossier.discrepancies_of.get(card.id, ()):
        if (item.nature, item.severity, item.status) == ("real", "high", "open"):
            agreement = _LOWER[agreement]
            reasons.append(f"agreement lowered to {agreement}: an open discrepancy of high severity, {item.id}")
            break
    credibility = _credibility(supporting, disputing, agreement)
    confidence = MATRIX[grade, agreement]
    reasons.append(f"credibility {credibility}: {CREDIBILITY[credibility]}")
    reasons.append(f"confidence {confidence}: {grade} evidence, {agreement} agreement")
    return Rating(
        confidence=confidence,
        evidence=grade,
        agreement=agreement,
        credibility=credibility,
        origins=tuple(origin.id for origin in supporting),
        reasons=tuple(reasons),
        judgement=card.judgement,
    )


def _weight(origins: list[Origin]) -> float:
    return round(sum(origin.weight for origin in origins), 4)


def _side(verb: str, origin: Origin, dossier: Dossier) -> str:
    known = dossier.origin_by_id.get(origin.id)
    count = len(origin.sources)
    documents = "1 document" if count == 1 else f"{count} documents, counted once"
    return f"{verb}: {known.name if known else origin.id} ({documents}) weighs {origin.weight:.2f}, {origin.why}"


def _grade(supporting: list[Origin]) -> tuple[Grade, str]:
    weight, count = _weight(supporting), len(supporting)
    why = f"weight {weight:.2f} from {count} origin{'' if count == 1 else 's'}"
    if weight >= ROBUST and (count >= 3 or (count == 2 and supporting[0].weight >= STRONG_ORIGIN)):
        return "robust", why
    if weight >= MEDIUM or count >= 2:
        return "medium", why
    return "limited", why


def _agreement(supporting: float, disputing: float) -> tuple[Agreement, str]:
    if not supporting + disputing:
        return "low", "there is nothing to agree"
    share = supporting / (supporting + disputing)
    why = "nobody disputes it" if not disputing else f"{share:.0%} of the weight supports it"
    if share >= HIGH_SHARE:
        return "high", why
    return ("medium", why) if share >= MEDIUM_SHARE else ("low", why)


def _credibility(supporting: list[Origin], disputing: list[Origin], agreement: Agreement) -> Credibility:
    if not supporting and not disputing:
        return 6
    if _weight(disputing) > _weight(supporting):
        return 5
    if agreement == "low":
        return 4
    if agreement == "medium":
        return 3
    if len(supporting) >= 2:
        return 1
    return 2 if supporting[0].weight >= SOUND_ORIGIN else 3


_STEPS: Final[tuple[tuple[Reliability, Directness], ...]] = (("C", "anonymous"), ("B", "named"), ("A", "primary"))
_NEW: Final = "\0new"


def what_would_change(card: Card, dossier: Dossier) -> tuple[str, ...]:
    """Return, in words, the single steps after which the card would be rated otherwise."""
    now = rate(card, dossier).confidence
    seen: set[tuple[str, Confidence]] = set()
    steps = []
    for what, detail, changed, world in _steps(card, dossier):
        then = rate(changed, world).confidence
        if then != now and (what, then) not in seen:
            seen.add((what, then))
            steps.append(f"{what}{detail}: {then}")
    return tuple(steps)


def _steps(card: Card, dossier: Dossier) -> Iterator[tuple[str, str, Card, Dossier]]:
    """Yield what could happen, in words with its detail, and the card and dossier after it."""
    sides: tuple[tuple[Stance, str], ...] = (("supports", "supporting"), ("disputes", "disputing"))
    for letter, directness in _STEPS:
        world = replace(dossier, sources=(*dossier.sources, Source(id=_NEW, reliability=letter)))
        for stance, verb in sides:
            extra = Evidence(source=_NEW, lines=(1, 1), quote="", stance=stance, directness=directness, origin=_NEW)
            more = replace(card, evidence=(*card.evidence, extra))
            yield f"one more independent origin {verb} it", f" ({letter}, {directness})", more, world
    for origin in rate(card, dossier).origins:
        left = tuple(item for item in card.evidence if dossier.origin_of(item) != origin)
        known = dossier.origin_by_id.get(origin)
        yield f"without {known.name if known else origin}", "", replace(card, evidence=left), dossier
    resolved = tuple(
        replace(item, status="resolved") if card.id in item.cards else item for item in dossier.discrepancies
    )
    if resolved != dossier.discrepancies:
        yield "its open discrepancies resolved", "", card, replace(dossier, discrepancies=resolved)
