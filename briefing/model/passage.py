"""Passages, the smallest pieces of provenance, and evidence, what they do to a claim."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Stance = Literal["supports", "disputes", "context"]
Directness = Literal["primary", "named", "anonymous", "unattributed", "secondhand"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A source, a range of its lines (from 1, both included) and an exact short quote."""

    source: str
    lines: tuple[int, int]
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence(Passage):
    """A passage with its stance towards the claim and how directly it knows.

    `origin` is where the passage ultimately comes from; empty: the source's own origin.
    """

    stance: Stance
    directness: Directness
    origin: str = ""
