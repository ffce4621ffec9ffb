"""What the style of a paragraph of Word says of it: whether it is a heading, and to which list it belongs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal
from xml.etree.ElementTree import Element

from briefing.store.reading.numbering import Numbering, W, value

Heading = Literal["", "title", "heading"]
Listed = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Style:
    """`listed` is the number of a list and the level in it."""

    heading: Heading = ""
    listed: Listed | None = None


class Styles:
    """The styles of a document; one may be based on another."""

    def __init__(self, root: Element | None, numbering: Numbering) -> None:
        self._numbering = numbering
        found = root.iter(f"{W}style") if root is not None else ()
        self._elements = {value(item, "styleId"): item for item in found}
        self._known: dict[str, Style] = {}

    def of(self, properties: Element | None) -> Style:
        """Return what the properties of a paragraph and its style say."""
        if properties is None:
            return Style()
        id = value(properties.find(f"{W}pStyle"))
        if id not in self._known:
            self._known[id] = self._resolved(id)
        style = self._known[id]
        own = _listed(properties)
        heading = style.heading or ("heading" if properties.find(f"{W}outlineLvl") is not None else "")
        return Style(heading, (own[0], own[1] or 0) if own else style.listed)

    def _resolved(self, id: str) -> Style:
        heading: Heading = ""
        listed: Listed | None = None
        seen: set[str] = set()
        while id in self._elements and id not in seen:
            seen.add(id)
            element = self._elements[id]
            properties = element.find(f"{W}pPr")
            heading = heading or _heading(element, properties)
            if listed is None and (found := _listed(properties)):
                number, level = found
                listed = (number, self._numbering.level_of(number, id) if level is None else level)
            id = value(element.find(f"{W}basedOn"))
        return Style(heading, listed)


def _heading(element: Element, properties: Element | None) -> Heading:
    name = value(element.find(f"{W}name")).lower()
    if name == "title":
        return "title"
    outlined = properties is not None and properties.find(f"{W}outlineLvl") is not None
    return "heading" if outlined or name.startswith("heading ") else ""


def _listed(properties: Element | None) -> tuple[str, int | None] | None:
    """Return the number of a list, and the level where one is given."""
    numbered = properties.find(f"{W}numPr") if properties is not None else None
    if numbered is None:
        return None
    level = value(numbered.find(f"{W}ilvl"))
    return value(numbered.find(f"{W}numId")), int(level) if level in "012345678" and level else None
