"""Discrepancies: sides that answer one question differently, and what was made of it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Literal

from briefing.model.card import Value
from briefing.model.passage import Passage
from briefing.model.place import NOWHERE, Place

DiscrepancyKind = Literal[
    "figure", "date", "name", "role", "entity", "status", "scope", "unit",
    "attribution", "certainty", "internal", "omission", "succession",
]  # fmt: skip
Nature = Literal["real", "apparent"]
Severity = Literal["high", "medium", "low"]
Status = Literal["open", "resolved"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One answer, with its passages."""

    says: str
    value: Value | None = None
    passages: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Discrepancy:
    """Two or more sides, whether they truly disagree, and the finding."""

    id: str
    question: str
    kind: DiscrepancyKind
    nature: Nature = "real"
    severity: Severity = "medium"
    status: Status = "open"
    finding: str = ""
    cards: tuple[str, ...] = ()
    side: tuple[Side, ...] = ()
    at: Place = field(default=NOWHERE, init=False, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dismissed:
    """A candidate that an analyst looked at and turned down; never proposed again."""

    id: str
    reason: str
    question: str = ""
    by: str = ""
    on: dt.date | None = None
    at: Place = field(default=NOWHERE, init=False, compare=False, repr=False)
