"""What can be changed in a dossier, as values, and which entries of which files each touches."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass
from typing import Any, Literal, TypeAlias

from briefing.errors import UsageError
from briefing.model.card import Card
from briefing.model.discrepancy import Discrepancy, Dismissed
from briefing.model.place import Key
from briefing.model.source import Origin, Source
from briefing.store.dossier import DISCREPANCIES, DOSSIER, ENTRY_ID, SOURCES
from briefing.store.schema import SOURCE_ID, Table, nearest

Noun = Literal["card", "discrepancy", "dismissed", "source", "origin", "dossier"]
"""What an entry is; the dossier's own entry is all of facts/dossier.toml, and its id is empty."""


@dataclass(frozen=True, slots=True)
class Set:
    """Give a field of an entry a value: `claim`, `value.amount`, `evidence[2].quote` (counted from 0).

    None takes away what stands there, an entry of a list too. A noun is taken as its table.
    """

    id: str
    field: str
    value: Any = None
    noun: Noun = "card"

    def __str__(self) -> str:
        return f"{self.field} of {self.id or self.noun}"


@dataclass(frozen=True, slots=True)
class Insert:
    """Put one more entry into a list of an entry, evidence for one: before `index`, else at its end."""

    id: str
    field: str
    value: Any
    index: int | None = None
    noun: Noun = "card"

    def __str__(self) -> str:
        return f"{self.field} of {self.id or self.noun}"


@dataclass(frozen=True, slots=True)
class Add:
    """Add an entry; a card goes to the file of its topic.

    `spelled` are fields that are written even where they are left at their default: for those who edit them next.
    """

    entry: Card | Discrepancy | Dismissed | Source | Origin
    topic: str = ""
    spelled: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"new {noun_of(self.entry)} {self.entry.id}"


@dataclass(frozen=True, slots=True)
class Delete:
    """Delete an entry."""

    id: str
    noun: Noun = "card"

    def __str__(self) -> str:
        return f"{self.noun} {self.id} deleted"


@dataclass(frozen=True, slots=True)
class Move:
    """Move a card to another topic."""

    id: str
    topic: str

    def __str__(self) -> str:
        return f"topic of {self.id}"


Change: TypeAlias = Set | Insert | Add | Delete | Move


@dataclass(frozen=True, slots=True)
class Step:
    """One entry of one file as it was seen and as it is to be; None: not there."""

    file: str
    noun: Noun
    id: str
    before: Table | None
    after: Table | None


_NOUNS: dict[type, Noun] = {
    Card: "card",
    Discrepancy: "discrepancy",
    Dismissed: "dismissed",
    Source: "source",
    Origin: "origin",
}
_HOMES: dict[Noun, str] = {
    "discrepancy": DISCREPANCIES,
    "dismissed": DISCREPANCIES,
    "source": SOURCES,
    "origin": SOURCES,
    "dossier": DOSSIER,
}
_STEP = re.compile(r"([A-Za-z0-9_-]{1,99})((?:\[[0-9]{1,6}\])*)")


def noun_of(entry: object) -> Noun:
    """Return what an entry is."""
    return _NOUNS[type(entry)]


def plain(value: Any, spelled: tuple[str, ...] = ()) -> Any:
    """Return a value as it stands in a file: nouns as tables without what is left at its default, if not `spelled`."""
    if is_dataclass(value) and not isinstance(value, type):
        pairs = ((item, getattr(value, item.name)) for item in fields(value) if item.init)
        given = {
            item.name: plain(each)
            for item, each in pairs
            if item.default is MISSING or each != item.default or item.name in spelled
        }
        return {name: each for name, each in given.items() if each is not None}
    if isinstance(value, tuple | list):
        return [plain(item) for item in value] or None
    if isinstance(value, str) and not _is_text(value):
        raise UsageError("this is not text: it has bytes that no character stands for", "give it in UTF-8")
    return value


def _is_text(value: str) -> bool:
    return not any("\ud800" <= character <= "\udfff" for character in value)


def path_of(field: str) -> tuple[Key, ...]:
    """Return the keys that a field's name stands for.

    Raises:
        UsageError: it is no name of a field.
    """
    path: list[Key] = []
    for part in field.split("."):
        match = _STEP.fullmatch(part)
        if not match:
            raise UsageError(f"“{field}” names no field", "write it as claim, value.amount or evidence[0].quote")
        path += [match[1], *(int(number) for number in re.findall(r"[0-9]+", match[2]))]
    return tuple(path)


def entry_in(tables: Table, noun: Noun, id: str) -> tuple[int, Table | None]:
    """Return the first entry with an id and its number; where there is none, None and the number of entries."""
    if noun == "dossier":
        return 0, tables
    found = tables.get(noun)
    items = found if isinstance(found, list) else []
    for n, entry in enumerate(items):
        if isinstance(entry, dict) and entry.get("id") == id:
            return n, entry
    return len(items), None


def entries(tables: Table, noun: Noun) -> list[Table]:
    """Return the entries of one kind in a file."""
    found = tables.get(noun)
    return [entry for entry in found if isinstance(entry, dict)] if isinstance(found, list) else []


def steps_of(changes: Iterable[Change], files: Mapping[str, Table]) -> list[Step]:
    """Return what changes make of the entries of a dossier's files; what they add comes first.

    Raises:
        UsageError: a change names an entry, a field or a topic that cannot be.
    """
    draft = _Draft(files)
    for change in changes:
        draft.make(change)
    steps = [Step(*where, *sides) for where, sides in draft.touched.items()]
    return sorted(steps, key=lambda step: step.before is not None)


class _Draft:
    """The entries of a dossier while changes are made to them one after the other."""

    def __init__(self, files: Mapping[str, Table]) -> None:
        self.files = files
        self.touched: dict[tuple[str, Noun, str], tuple[Table | None, Table | None]] = {}

    def make(self, change: Change) -> None:
        match change:
            case Set(id, field, value, noun):
                self._set(noun, id, path_of(field), plain(value))
            case Insert(id, field, value, index, noun):
                path = path_of(field)
                items = list(_at(self._entry(noun, id)[1], path) or [])
                items.insert(len(items) if index is None else index, plain(value))
                self._set(noun, id, path, items)
            case Add(new, topic, spelled):
                self._add(noun_of(new), plain(new, spelled), topic)
            case Delete(id, noun):
                file, _ = self._entry(noun, id)
                self._put(file, noun, id, None)
            case Move(id, topic):
                file, entry = self._entry("card", id)
                self._put(file, "card", id, None)
                self._put(self._file("card", topic), "card", id, entry)

    def _set(self, noun: Noun, id: str, path: tuple[Key, ...], value: Any) -> None:
        if path == ("id",):
            raise UsageError("`id` cannot be changed", "other entries refer to it by its id")
        file, entry = self._entry(noun, id)
        self._put(file, noun, id, _changed(entry, path, value, ""))

    def _add(self, noun: Noun, entry: Table, topic: str) -> None:
        id, ids = entry["id"], self._ids(noun)
        if not (SOURCE_ID if noun == "source" else ENTRY_ID).fullmatch(id):
            raise UsageError(f"“{id}” cannot be an id", "use letters, digits, “-” and “_”")
        if id in ids:
            raise UsageError(f"the id “{id}” is taken", "give each its own id")
        self._put(self._file(noun, topic), noun, id, entry)

    def _put(self, file: str, noun: Noun, id: str, entry: Table | None) -> None:
        where = (file, noun, id)
        before = self.touched[where][0] if where in self.touched else self._seen(*where)
        self.touched[where] = (before, entry)

    def _seen(self, file: str, noun: Noun, id: str) -> Table | None:
        return entry_in(self.files.get(file, {}), noun, id)[1]

    def _entry(self, noun: Noun, id: str) -> tuple[str, Table]:
        """Return the file and the table of an entry as the changes so far have left it."""
        for (file, kind, name), (_, entry) in self.touched.items():
            if (kind, name) == (noun, id) and entry is not None:
                return file, entry
        for file in self._homes(noun):
            if (file, noun, id) not in self.touched and (entry := self._seen(file, noun, id)) is not None:
                return file, entry
        near = nearest(id, self._ids(noun))
        raise UsageError(f"there is no {noun} `{id}`", f"did you mean `{near}`?" if near else "")

    def _ids(self, noun: Noun) -> list[str]:
        seen = [
            (file, noun, str(entry.get("id")))
            for file in self._homes(noun)
            for entry in entries(self.files.get(file, {}), noun)
        ]
        kept = [id for file, kind, id in seen if (file, kind, id) not in self.touched]
        made = [id for (_, kind, id), (_, entry) in self.touched.items() if kind == noun and entry is not None]
        return [*kept, *made]

    def _homes(self, noun: Noun) -> list[str]:
        if noun in _HOMES:
            return [_HOMES[noun]]
        return [file for file in self.files if file not in (DOSSIER, DISCREPANCIES, SOURCES)]

    def _file(self, noun: Noun, topic: str) -> str:
        if noun in _HOMES:
            return _HOMES[noun]
        for file in self._homes(noun):
            if topic_of(file, self.files[file]) == topic:
                return file
        file = f"facts/{topic}.toml"
        if not SOURCE_ID.fullmatch(topic) or file in (DOSSIER, DISCREPANCIES) or file in self.files:
            raise UsageError(f"“{topic}” cannot be a topic", "use letters, digits, “-” and “_”: it names a file")
        return file


def topic_of(file: str, tables: Table) -> str:
    """Return the topic of a file of cards: the one that it names, else its own name."""
    return str(tables.get("topic") or file.removeprefix("facts/").removesuffix(".toml"))


def _at(value: Any, path: tuple[Key, ...]) -> Any:
    for part in path:
        try:
            value = value[part]
        except (KeyError, IndexError, TypeError):
            return None
    return value


def _changed(old: Any, path: tuple[Key, ...], value: Any, told: str) -> Any:
    """Return a value with what stands at a path in it changed; what is left of an empty list is None."""
    if not path:
        return value
    part, rest = path[0], path[1:]
    if isinstance(part, int):
        if not isinstance(old, list) or part >= len(old):
            count = len(old) if isinstance(old, list) else 0
            raise UsageError(f"there is no {told}[{part}]", f"{told} has {count} entries, counted from 0")
        item = _changed(old[part], rest, value, f"{told}[{part}]")
        return [*old[:part], *([] if item is None else [item]), *old[part + 1 :]] or None
    if old is not None and not isinstance(old, dict):
        raise UsageError(f"{told} has no fields", "")
    table = dict(old or {})
    item = _changed(table.get(part), rest, value, f"{told}.{part}".lstrip("."))
    if item is None or (rest and not item and part not in table):
        table.pop(part, None)
    else:
        table[part] = item
    return table
