"""The numbers that Word draws before paragraphs and does not write into them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Final
from xml.etree.ElementTree import Element

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ROMAN: Final = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LEVELS: Final = 9


def value(element: Element | None, name: str = "val") -> str:
    """Return an attribute of the main namespace, or nothing."""
    return element.get(W + name, "") if element is not None else ""


@dataclass(slots=True)
class _Level:
    format: str = "decimal"
    text: str = ""
    start: int = 1
    style: str = ""


@dataclass(slots=True)
class _List:
    levels: dict[int, _Level]
    counts: dict[int, int] = field(default_factory=dict)


class Numbering:
    """The lists of a document, counting on as its paragraphs are read in order."""

    def __init__(self, root: Element | None) -> None:
        self._lists: dict[str, _List] = {}
        if root is None:
            return
        abstract = {value(item, "abstractNumId"): _levels(item) for item in root.iter(W + "abstractNum")}
        shared: dict[str, dict[int, int]] = {}
        for item in root.iter(W + "num"):
            base = value(item.find(W + "abstractNumId"))
            found = _List(dict(abstract.get(base, {})), shared.setdefault(base, {}))
            overrides = item.findall(W + "lvlOverride")
            if overrides:
                found.counts = {}
            for override in overrides:
                level = found.levels.get(_number(value(override, "ilvl")), _Level())
                start = _number(value(override.find(W + "startOverride")), level.start)
                found.levels[_number(value(override, "ilvl"))] = replace(level, start=start)
            self._lists[value(item, "numId")] = found

    def level_of(self, number: str, style: str) -> int:
        """Return the level of a list that a style of paragraphs stands for."""
        found = self._lists.get(number)
        return next((at for at, level in found.levels.items() if level.style == style), 0) if found else 0

    def label(self, number: str, level: int) -> str:
        """Return what stands before the next paragraph of a list: "3.2 ", "- ", or nothing."""
        found = self._lists.get(number)
        if found is None or not 0 <= level < _LEVELS:
            return ""
        own = found.levels.get(level, _Level())
        found.counts[level] = found.counts.get(level, own.start - 1) + 1
        for deeper in range(level + 1, _LEVELS):
            found.counts.pop(deeper, None)
        if own.format == "bullet":
            return "- "
        text = "" if own.format == "none" and "%" not in own.text else own.text
        for each in range(_LEVELS):
            if f"%{each + 1}" in text:
                upper = found.levels.get(each, _Level())
                text = text.replace(f"%{each + 1}", _written(found.counts.get(each, upper.start), upper.format))
        return f"{text} " if text.strip() else ""


def _levels(item: Element) -> dict[int, _Level]:
    return {
        _number(value(level, "ilvl")): _Level(
            value(level.find(W + "numFmt")) or "decimal",
            value(level.find(W + "lvlText"))[:50],
            _number(value(level.find(W + "start")), 1),
            value(level.find(W + "pStyle")),
        )
        for level in item.findall(W + "lvl")
    }


def _number(text: str, default: int = 0) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 7 else default


def _letters(number: int) -> str:
    return chr(97 + (number - 1) % 26) * min(20, (number - 1) // 26 + 1) if number > 0 else str(number)


def _roman(number: int) -> str:
    if not 0 < number < 4000:
        return str(number)
    found = ""
    for size, sign in _ROMAN:
        found += sign * (number // size)
        number %= size
    return found


_WRITTEN: Final[Mapping[str, Callable[[int], str]]] = {
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "decimalZero": lambda number: f"{number:02}",
    "none": lambda _: "",
}


def _written(number: int, form: str) -> str:
    return _WRITTEN.get(form, str)(number)
