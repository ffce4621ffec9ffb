"""One module for each kind of disagreement: remarks in, clashes out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from briefing.check.clash import Clash
from briefing.check.kinds.agent import agents
from briefing.check.kinds.certainty import certainties
from briefing.check.kinds.date import dates
from briefing.check.kinds.denial import denials
from briefing.check.kinds.entity import entities
from briefing.check.kinds.figure import counts, quantities, sums
from briefing.check.kinds.internal import internals
from briefing.check.kinds.name import names
from briefing.check.kinds.number import numbers
from briefing.check.kinds.rank import ranks
from briefing.check.kinds.role import roles
from briefing.check.kinds.status import statuses
from briefing.check.kinds.time import overtaken
from briefing.check.statements import Statements

Kind = Callable[[Statements], Iterator[Clash]]

KINDS: Final[tuple[Kind, ...]] = (
    statuses, counts, sums, quantities, dates, certainties, numbers, names, roles, entities, agents, internals, ranks,
    denials, overtaken,
)  # fmt: skip
"""All of them, those that take longest first."""
