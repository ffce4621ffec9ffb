"""Lines worth checking: those with a figure, a date, a name in its role, or words that say who says so."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass
from typing import Final, Literal
from weakref import WeakKeyDictionary

from briefing.model.source import Source
from briefing.text.attribution import find_attributions
from briefing.text.document import Document
from briefing.text.roles import find_roles
from briefing.text.values import find_values

Reason = Literal["figure", "date", "role", "attribution"]

LONGEST: Final = 2_000_000
"""Characters of a document that are looked at."""


@dataclass(frozen=True, slots=True)
class Worthy:
    """A stretch of a text, by its offsets, that states something to check."""

    start: int
    end: int
    reason: Reason


_LINES: WeakKeyDictionary[Document, dict[int, Reason]] = WeakKeyDictionary()


def worthy(text: str) -> list[Worthy]:
    """Return the stretches of a text that state something to check, in order; they may overlap."""
    found = list(_found(text[:LONGEST]))
    return sorted(found, key=lambda item: (item.start, item.end))


def _found(text: str) -> Iterator[Worthy]:
    for value in find_values(text):
        noun = f" {value.unit}"
        counted = value.kind == "count" and text.startswith(noun, value.end)
        yield Worthy(
            value.start, value.end + (len(noun) if counted else 0), "date" if value.kind == "date" else "figure"
        )
    for role in find_roles(text):
        yield Worthy(role.start, role.end, "role")
    for item in find_attributions(text):
        if item.who != "unattributed":
            yield Worthy(item.start, item.end, "attribution")


def worthy_lines(document: Document) -> dict[int, Reason]:
    """Return the check-worthy lines of a document, from 1, in order, each with its first reason.

    Worked out once for each document; a sealed one has none.
    """
    found = _LINES.get(document)
    if found is None:
        found = {}
        for item in [] if document.sealed else worthy(document.text):
            found.setdefault(document.position(item.start)[0], item.reason)
        found = dict(sorted(found.items()))
        _LINES[document] = found
    return found


def known(document: Document) -> dict[int, Reason] | None:
    """Return the check-worthy lines of a document if they were worked out already."""
    return _LINES.get(document)


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many lines of a document are check-worthy, and those of them that nothing cites, in order."""

    total: int = 0
    uncovered: tuple[int, ...] = ()

    @property
    def covered(self) -> int:
        """How many check-worthy lines are cited."""
        return self.total - len(self.uncovered)


def coverage(document: Document, source: Source, cited: Container[int]) -> Coverage:
    """Return what of a source's check-worthy lines is `cited`, menus and forms left out; nothing before it is known."""
    lines = [line for line in known(document) or () if not source.is_boilerplate(line)]
    return Coverage(len(lines), tuple(line for line in lines if line not in cited))
