"""What the checks answer: values, never exceptions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from briefing.model.card import Confidence, Judgement, Value
from briefing.model.discrepancy import DiscrepancyKind, Nature, Severity

AnchorStatus = Literal["exact", "sealed", "moved", "altered", "ambiguous", "missing"]
Grade = Literal["limited", "medium", "robust"]
Agreement = Literal["low", "medium", "high"]
Credibility = Literal[1, 2, 3, 4, 5, 6]
ChangeKind = Literal["form", "number", "date", "name", "negation", "modal", "wording"]
Verdict = Literal["supported", "contradicted", "disputed", "unverified", "not-checkable"]


@dataclass(frozen=True, slots=True)
class Change:
    """Tokens that differ between a quote (`old`) and what stands there now (`new`).

    `kind` says what changed; only a "form" (white space, punctuation, case, typography) is not `critical`.
    """

    old: str
    new: str
    critical: bool
    kind: ChangeKind = "wording"


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """Where a quote stands, and what differs.

    `lines` from 1, both included; `span` offsets and `columns` code points, ends not included,
    the first column in the first line and the second in the last. All None where nothing is
    found. `score` is 1.0 for word-for-word finds.
    """

    status: AnchorStatus
    lines: tuple[int, int] | None = None
    span: tuple[int, int] | None = None
    columns: tuple[int, int] | None = None
    score: float = 0.0
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rating:
    """A card's confidence with every step that led to it, in words."""

    confidence: Confidence
    evidence: Grade
    agreement: Agreement
    credibility: Credibility
    origins: tuple[str, ...]
    reasons: tuple[str, ...]
    judgement: Judgement | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CandidateSide:
    """One side of a candidate: a span of one document.

    `columns`: the first counts in the first of `lines`, the second in the last.
    """

    source: str
    lines: tuple[int, int]
    columns: tuple[int, int]
    text: str
    value: Value | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A discrepancy that the program proposes and nobody has judged yet."""

    id: str
    kind: DiscrepancyKind
    nature: Nature
    severity: Severity
    score: float
    question: str
    reason: str
    sides: tuple[CandidateSide, ...]
    discrepancy: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Clash:
    """A span of a draft that differs from, or is not supported by, the dossier."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Located:
    """Lines of a source that a verdict rests on."""

    source: str
    lines: tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A sentence of a draft with its verdict. Offsets are code points of the draft."""

    start: int
    end: int
    text: str
    verdict: Verdict
    reason: str = ""
    cards: tuple[str, ...] = ()
    passages: tuple[Located, ...] = ()
    conflicts: tuple[Clash, ...] = ()
