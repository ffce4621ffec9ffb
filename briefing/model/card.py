"""Cards: one checkable claim each, with its value, evidence and judgement."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Literal

from briefing.model.passage import Evidence
from briefing.model.place import NOWHERE, Place

CardKind = Literal["figure", "date", "event", "role", "name", "status", "judgement"]
Confidence = Literal["very low", "low", "medium", "high", "very high"]
Number = int | float


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """A figure (`amount`, or `low` to `high`) or a `date` in EDTF (ISO 8601-2) notation.

    `qualifier` is the text's own hedge ("more than", "about"); `of` says what is measured.
    """

    amount: Number | None = None
    low: Number | None = None
    high: Number | None = None
    date: str | None = None
    unit: str = ""
    qualifier: str = ""
    of: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """The analyst's own rating, which stands beside the computed one."""

    confidence: Confidence
    reason: str
    by: str = ""
    on: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A claim in the analyst's own words. `topic` and `at` come from the file it stands in."""

    id: str
    claim: str
    kind: CardKind = "event"
    subject: str = ""
    value: Value | None = None
    as_of: dt.date | None = None
    key: bool = False
    note: str = ""
    evidence: tuple[Evidence, ...] = ()
    judgement: Judgement | None = None
    topic: str = field(default="", init=False)
    at: Place = field(default=NOWHERE, init=False, compare=False, repr=False)
