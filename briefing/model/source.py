"""Sources and the origins they draw on."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Literal

from briefing.model.place import NOWHERE, Place

Reliability = Literal["A", "B", "C", "D", "E", "F"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where a report ultimately comes from. Many sources of one origin corroborate nothing."""

    id: str
    name: str
    kind: str = ""
    at: Place = field(default=NOWHERE, init=False, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One document of the register.

    `reliability` is the Admiralty letter (AJP-2.1); F means "no basis", not "worst".
    `boilerplate` are ranges of lines (menus, forms) that are dimmed and never compared.
    `root` is the hex root of the source's seal; `sha256` the hash of the original bytes.
    `pages` are [first line, page] steps where the original had pages.
    """

    id: str
    title: str = ""
    publisher: str = ""
    author: str = ""
    published: dt.date | None = None
    origin: str = ""
    derives_from: tuple[str, ...] = ()
    reliability: Reliability = "F"
    reason: str = ""
    boilerplate: tuple[tuple[int, int], ...] = ()
    sha256: str = ""
    root: str = ""
    language: str = ""
    original: str = ""
    encoding: str = ""
    pages: tuple[tuple[int, int], ...] = ()
    note: str = ""
    at: Place = field(default=NOWHERE, init=False, compare=False, repr=False)

    def is_boilerplate(self, line: int) -> bool:
        """Whether a line (from 1) lies in a menu, a form or a list of links."""
        return any(first <= line <= last for first, last in self.boilerplate)

    def page(self, line: int) -> int | None:
        """Return the page of the original that a line (from 1) stood on, if it had pages."""
        found = None
        for first, number in self.pages:
            if first > line:
                break
            found = number
        return found
