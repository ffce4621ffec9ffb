"""A TOML text with one value changed: only the lines of that value differ, comments and order stay.

Tables with a header of their own are put in and taken out as lines; everything else is edited by
tomlkit in the few lines of its section, since a whole file costs it 45 times what reading does.
"""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import Any

import tomlkit
from tomlkit.items import InlineTable

from briefing.model.place import Key
from briefing.store.layout import Section, cut, put_in, sections, top, whole
from briefing.store.literal import key, literal, same

KeyPath = tuple[Key, ...]
_WITH_HEADER = frozenset({"card", "dismissed", "discrepancy", "evidence", "judgement", "origin", "side", "source"})
"""The keys whose tables get a header of their own when they are new."""


class Rewriting:
    """The lines of a text while its values change.

    Where a text is laid out in a way that this does not know, a method raises what tomlkit or a
    dictionary raises; whoever calls compares what came out with what was meant.
    """

    def __init__(self, text: str) -> None:
        self.lines = text.split("\n")

    def text(self) -> str:
        """Return the text as it is now."""
        return "\n".join(self.lines)

    def change(self, path: KeyPath, old: Any, new: Any) -> None:
        """Make the value at `path` `new`; None stands for what is not there."""
        if same(old, new):
            return
        if new is None:
            self._drop(path)
        elif isinstance(old, dict) and isinstance(new, dict):
            self._change_table(path, old, new)
        elif _tables(old) and _tables(new):
            self._change_list(path, old, new)
        else:
            self._put(path, new, instead=old is not None)

    def cut(self, path: KeyPath) -> list[str] | None:
        """Take a table with a header out; return its lines, or None where it has none."""
        span = whole(self._sections(), path)
        return cut(self.lines, span) if span else None

    def put_in(self, path: KeyPath, block: list[str]) -> None:
        """Put in a table with a header, at its place among the entries of its list or after its owner."""
        found = self._sections()
        if path[-1] == 0 and (follower := whole(found, path)):
            put_in(self.lines, top(self.lines, follower.start), block)
            return
        before = whole(found, (*path[:-1], path[-1] - 1)) if isinstance(path[-1], int) else None
        home = before or (whole(found, _owner(path)) if _owner(path) else range(self._end(found)))
        put_in(self.lines, home.stop if home else self._end(found), block)

    def _end(self, found: list[Section]) -> int:
        """Return the line after all tables; where there are none, after all that there is."""
        if len(found) > 1:
            return max(section.end for section in found)
        return len("\n".join(self.lines).rstrip().split("\n")) if any(self.lines) else 0

    def _sections(self) -> list[Section]:
        return sections(self.text())

    def _change_table(self, path: KeyPath, old: dict[str, Any], new: dict[str, Any]) -> None:
        if old.keys() != new.keys() and self._in_braces(path):
            self._put(path, new, instead=True)
            return
        for name in [*(name for name in old if name not in new), *new]:
            self.change((*path, name), old.get(name), new.get(name))

    def _change_list(self, path: KeyPath, old: list[Any], new: list[Any]) -> None:
        """Change the entries that differ, the last ones first so that the numbers before them hold."""
        spelled = [literal(item) for item in old], [literal(item) for item in new]
        for tag, first, last, start, stop in reversed(SequenceMatcher(None, *spelled, autojunk=False).get_opcodes()):
            if tag == "equal":
                continue
            paired = min(last - first, stop - start)
            for n in reversed(range(first + paired, last)):
                self._drop((*path, n))
            for n, item in enumerate(new[start + paired : stop], first + paired):
                self._put((*path, n), item)
            for n in range(paired):
                self.change((*path, first + n), old[first + n], new[start + n])

    def _in_braces(self, path: KeyPath) -> bool:
        """Whether a table stands in braces on one line, which tomlkit grows and shrinks untidily."""
        if not path or whole(self._sections(), path):
            return False
        _, _, table, name = self._body(path)
        return isinstance(table[name], InlineTable) and "\n" not in table[name].as_string()

    def _put(self, path: KeyPath, value: Any, *, instead: bool = False) -> None:
        """Put a value in; an entry of a list before the one that has its number, or `instead` of it."""
        if self._wants_header(path, value):
            entries = enumerate(value) if isinstance(value, list) else [(None, value)]
            for n, entry in entries:
                at = path if n is None else (*path, n)
                self.put_in(at, rendered(at, entry))
            return
        section, document, table, name = self._body(path)
        item = tomlkit.value(literal(value, lines=table is document))
        if isinstance(name, int) and not instead:
            table.insert(name, item)
        else:
            table[name] = item
        self._write(section, document)

    def _wants_header(self, path: KeyPath, value: Any) -> bool:
        owner = _owner(path)
        if not (isinstance(value, dict) or _tables(value)) or (owner and not whole(self._sections(), owner)):
            return False
        if isinstance(path[-1], int):
            first = (*path[:-1], 0)
            return bool(whole(self._sections(), first)) or (path[-2] in _WITH_HEADER and not self._stands(path[:-1]))
        return path[-1] in _WITH_HEADER and not self._stands(path)

    def _stands(self, path: KeyPath) -> bool:
        """Whether a key stands in the body of a section."""
        try:
            _, _, table, name = self._body(path)
        except (KeyError, IndexError):
            return False
        return name in table

    def _drop(self, path: KeyPath) -> None:
        if self.cut(path) is not None:
            return
        count = 0
        while self.cut((*path, 0)):
            count += 1
        if not count:
            section, document, table, name = self._body(path)
            del table[name]
            self._write(section, document)

    def _body(self, path: KeyPath) -> tuple[Section, Any, Any, Key]:
        """Return the section that a value stands in, its keys, the table among them, and the value's key."""
        around = [
            item for item in self._sections() if len(item.path) < len(path) and path[: len(item.path)] == item.path
        ]
        section = max(around, key=lambda item: len(item.path))
        document = tomlkit.parse("\n".join(self.lines[section.body : section.end]))
        *outer, name = path[len(section.path) :]
        table: Any = document
        for part in outer:
            table = table[part]
        return section, document, table, name

    def _write(self, section: Section, document: Any) -> None:
        text = document.as_string().rstrip("\n")
        self.lines[section.body : section.end] = text.split("\n") if text else []
        # the first key of a file may meet its first header
        after = text.count("\n") + 1
        if text and not section.end and after < len(self.lines) and self.lines[after].strip():
            self.lines.insert(after, "")


def _tables(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(item, dict) for item in value)


def _owner(path: KeyPath) -> KeyPath:
    return path[:-2] if isinstance(path[-1], int) else path[:-1]


def rendered(path: KeyPath, table: dict[str, Any]) -> list[str]:
    """Return a new table with its header, and below it those of its tables that have their own."""
    name = ".".join(key(part) for part in path if isinstance(part, str))
    lines = [f"[[{name}]]" if isinstance(path[-1], int) else f"[{name}]"]
    below: list[str] = []
    for part, value in table.items():
        entries = value if _tables(value) else [value]
        if part in _WITH_HEADER and all(isinstance(entry, dict) for entry in entries):
            for entry in entries:
                below += ["", *rendered((*path, part, 0) if value is entries else (*path, part), entry)]
        else:
            lines += f"{key(part)} = {literal(value, lines=True)}".split("\n")
    return lines + below
