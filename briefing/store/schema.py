"""Tables to nouns: what a file may say, and a problem with its place for what it may not.

A fault costs as little as possible: a key written nearly right is taken as meant, a bad entry of
a list is left out, and a table is given up only where something it cannot do without is missing.
"""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Callable
from dataclasses import MISSING, dataclass, field, fields
from functools import cache
from typing import Any, Generic, TypeVar, get_args, get_type_hints

from pydantic import ConfigDict, TypeAdapter, ValidationError
from rapidfuzz import fuzz, process

from briefing.errors import Problem
from briefing.model.card import Card, Judgement, Value
from briefing.model.discrepancy import Discrepancy, Dismissed, Side
from briefing.model.dossier import Topic
from briefing.model.passage import Evidence, Passage
from briefing.model.place import Key, Place
from briefing.model.source import Origin, Source

Table = dict[str, Any]
Lost = dict[tuple[Key, ...], list[int]]
T = TypeVar("T")

SOURCE_ID = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9_-]|\.(?!\.)){0,99}")
"""What a source may be called: its id is a file name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CardFile:
    """The keys of a topic's file."""

    topic: str = ""
    card: tuple[Card, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DiscrepancyFile:
    """The keys of facts/discrepancies.toml."""

    discrepancy: tuple[Discrepancy, ...] = ()
    dismissed: tuple[Dismissed, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFile:
    """The keys of seeds/sources.toml."""

    origin: tuple[Origin, ...] = ()
    source: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierFile:
    """The keys of facts/dossier.toml."""

    title: str = ""
    question: str = ""
    bottom_line: str = ""
    as_of: dt.date | None = None
    topics: tuple[Topic, ...] = field(default=())


_PARTS: dict[type, dict[str, type]] = {
    CardFile: {"card": Card},
    DiscrepancyFile: {"discrepancy": Discrepancy, "dismissed": Dismissed},
    SourceFile: {"origin": Origin, "source": Source},
    DossierFile: {"topics": Topic},
    Card: {"value": Value, "evidence": Evidence, "judgement": Judgement},
    Discrepancy: {"side": Side},
    Side: {"value": Value, "passages": Passage},
}
_CONFIG = ConfigDict(extra="forbid", allow_inf_nan=False)
for _noun in {*_PARTS, *(part for parts in _PARTS.values() for part in parts.values())}:
    _noun.__pydantic_config__ = _CONFIG  # type: ignore[attr-defined]


class Reader(Generic[T]):
    """Reads the tables of one kind of file into one noun."""

    def __init__(self, noun: type[T], where: Callable[[Place], tuple[int, int]]) -> None:
        self.noun = noun
        self.problems: list[Problem] = []
        self.unread: set[str] = set()
        self.lost: Lost = {}
        self._where = where
        self._excused: set[Place] = set()

    def read(self, table: Table, file: str) -> T:
        """Return what the file says; what it says wrongly is in `problems`."""
        place = Place(file)
        clean = self._tidy(self.noun, table, place)
        adapter = _adapter(self.noun)
        lost = self.lost
        while True:
            try:
                return adapter.validate_python(clean)
            except ValidationError as error:
                self._report(error, place, lost)
                self._prune(clean, error, lost)

    def _tidy(self, noun: type, table: Table, place: Place) -> Table:
        """Return a copy of a table with its unknown keys reported and renamed or left out."""
        known, parts = _known(noun), _PARTS.get(noun, {})
        clean: Table = {}
        for key, value in table.items():
            name = key if key in known else self._unknown(noun, key, table, list(known), place)
            if not name:
                continue
            part = parts.get(name)
            if part is not None and isinstance(value, dict):
                clean[name] = self._tidy(part, value, place / key)
            elif part is not None and isinstance(value, list):
                home = place / key
                clean[name] = [
                    self._tidy(part, item, home / n) if isinstance(item, dict) else item for n, item in enumerate(value)
                ]
            elif noun is Value:
                self._number(clean, name, value, place / name)
            else:
                clean[name] = value
        return clean

    def _unknown(self, noun: type, key: str, table: Table, known: list[str], place: Place) -> str | None:
        free = [name for name in known if name not in table]
        near = nearest(key, free) or nearest(key, known)
        expected = f"did you mean `{near}`?" if near else f"known here: {', '.join(known)}"
        self._add("unknown-key", f"unknown key `{shown(key)}`", place / key, expected)
        needed = [item.name for item in fields(noun) if item.name in free and _required(item)]
        if near not in free:
            if len(needed) == 1:
                self._excused.add(place / needed[0])
            return None
        return near

    def _number(self, clean: Table, name: str, value: Any, place: Place) -> None:
        if name == "date" and isinstance(value, dt.date):
            clean[name] = value.isoformat()
        elif name in ("amount", "low", "high") and not _is_number(value):
            self._add(
                "bad-value", f"`{name}` must be a number within 64 bits", place, "write 1_000_000 or 1.5, unquoted"
            )
        else:
            clean[name] = value

    def _report(self, error: ValidationError, place: Place, lost: Lost) -> None:
        for item in error.errors(include_url=False, include_context=False):
            at = Place(place.file, original(item["loc"], lost))
            if at in self._excused:
                continue
            code, message, hint = _in_words(str(item["type"]), at.path, item.get("input"), self.noun)
            self._add(code, message, at, hint)

    def _prune(self, clean: Table, error: ValidationError, lost: Lost) -> None:
        """Take out of the tables the least that removes every error."""
        cuts = {_cut(tuple(item["loc"]), self.noun) for item in error.errors(include_url=False, include_input=False)}
        for path in sorted(cuts, key=lambda cut: [str(key).zfill(9) for key in cut], reverse=True):
            owner: Any = clean
            for key in path[:-1]:
                owner = owner[key]
            if isinstance(owner, list):
                number = original(path, lost)[-1]
                gone = owner.pop(int(path[-1]))
                lost.setdefault(path[:-1], []).append(int(number))
                if isinstance(gone, dict) and isinstance(gone.get("id"), str):
                    self.unread.add(gone["id"])
            else:
                owner.pop(path[-1], None)

    def _add(self, code: str, message: str, place: Place, hint: str) -> None:
        line, column = self._where(place)
        self.problems.append(Problem(file=place.file, line=line, column=column, code=code, message=message, hint=hint))


@cache
def _known(noun: type) -> tuple[str, ...]:
    """Return the keys that a table of this noun may have."""
    return tuple(item.name for item in fields(noun) if item.init)


_ADAPTERS: dict[type, TypeAdapter[Any]] = {}


def _adapter(noun: type[T]) -> TypeAdapter[T]:
    if noun not in _ADAPTERS:
        _ADAPTERS[noun] = TypeAdapter(noun)
    return _ADAPTERS[noun]


def nearest(word: str, names: list[str], cutoff: float = 60) -> str | None:
    """Return the name that `word` was most likely meant to be, if one is near."""
    found = process.extractOne(word, names, scorer=fuzz.ratio, score_cutoff=cutoff)
    return found[0] if found else None


def shown(word: object) -> str:
    """Return a word from a file short enough for a message."""
    text = str(word)
    return text if len(text) <= 60 else text[:59] + "…"


def _required(item: Any) -> bool:
    return bool(item.init and item.default is MISSING and item.default_factory is MISSING)


def _is_number(value: Any) -> bool:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    return math.isfinite(value) and abs(value) < 2**63


def _part(noun: type, path: tuple[Key, ...]) -> type:
    for key in path:
        if isinstance(key, str):
            noun = _PARTS.get(noun, {}).get(key, noun)
    return noun


def takes_text(noun: type, path: tuple[Key, ...]) -> bool:
    """Whether a field of a noun takes text and nothing else: words or names, no figure, date or list."""
    hint = get_type_hints(_part(noun, path[:-1])).get(str(path[-1]))
    return all(kind in (str, type(None)) or isinstance(kind, str) for kind in get_args(hint) or (hint,))


def original(loc: tuple[Key, ...], lost: Lost) -> tuple[Key, ...]:
    """Return the path in the file of a path in tables that entries were left out of."""
    path: tuple[Key, ...] = ()
    for key in loc:
        if isinstance(key, int):
            for gone in sorted(lost.get(path, ())):
                key += gone <= key
        path = (*path, key)
    return path


def _in_words(kind: str, path: tuple[Key, ...], given: object, noun: type) -> tuple[str, str, str]:
    name = next((key for key in reversed(path) if isinstance(key, str)), "")
    if kind == "missing" and isinstance(path[-1], str):
        return "missing-key", f"`{name}` is missing", f"add `{name} = …`"
    if kind == "literal_error":
        owner = _part(noun, path[:-1])
        choices = _choices(name, owner)
        near = nearest(shown(given), choices)
        hint = f"did you mean “{near}”? " if near else ""
        return "bad-value", f"`{name}` cannot be “{shown(given)}”", f"{hint}one of: {', '.join(choices)}"
    wanted = next((words for start, words in _WANTED if kind.startswith(start)), "something else")
    return "bad-value", f"`{name}` must be {wanted}", f"here stands {shown(repr(given))}"


_WANTED = (
    ("string", "text in quotes"),
    ("date", "a date, as 2025-10-22 without quotes"),
    ("bool", "true or false"),
    ("int", "a whole number"),
    ("float", "a number"),
    ("tuple", "a list in brackets"),
    ("too_", "a list of two numbers, as [12, 14]"),
    ("missing", "a list of two numbers, as [12, 14]"),
    ("dataclass", "a table"),
)


def _choices(name: str, owner: type) -> list[str]:
    return [str(choice) for choice in get_args(get_type_hints(owner).get(name))]


def _cut(loc: tuple[Key, ...], noun: type) -> tuple[Key, ...]:
    """Return the path to leave out: an optional key alone, else the table that cannot do without it."""
    table: tuple[Key, ...] = ()
    for depth, key in enumerate(loc, 1):
        if isinstance(key, int):
            table = loc[:depth]
        elif key in _PARTS.get(noun, {}):
            noun = _PARTS[noun][key]
            table = loc[:depth]
        else:
            needed = any(item.name == key and _required(item) for item in fields(noun))
            return table if needed else loc[:depth]
    return table
