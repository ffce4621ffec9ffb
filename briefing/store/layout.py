"""Where the tables of a TOML text stand, line by line, so that one can be put in or taken out alone.

The text is known to be TOML and its lines end in a line feed alone. Lines count from 0.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import tomli

from briefing.model.place import Key

_TOKEN = re.compile(
    r'^[^\[\]{}"\'#\n]*[^\s\[\]{}"\'#][^\S\n]*(?:"(?:[^"\\\n]|\\.)*"(?!")[^\S\n]*)?\n'
    r'|"""(?:[^\\]|\\.)*?"{3,5}'
    r"|'''.*?'{3,5}"
    r'|"(?:[^"\\\n]|\\.)*"'
    r"|'[^'\n]*'"
    r"|\#[^\n]*"
    r"|[\[\]{}\n]"
    r"|[^\s\[\]{}\"'#]+",
    re.DOTALL | re.MULTILINE,
)
"""A whole line where it is a key with a plain value, else one string, comment, bracket or word."""

Path = tuple[Key, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A table with a header of its own, or (path `()`) what stands before the first header.

    `start` is the line of its header, `body` the first line below it, and `end` the line after
    its last key and the comment right below that: what follows a gap belongs to nobody.
    """

    path: Path
    start: int
    body: int
    end: int


def sections(text: str) -> list[Section]:
    """Return the sections of a text in their order."""
    found = [Section((), 0, 0, 0)]
    counts: dict[Path, int] = {}
    depth, line, at, fresh = 0, 0, 0, True
    for match in _TOKEN.finditer(text):
        token = match.group()
        line += text.count("\n", at, match.start())
        at = match.start()
        if token == "\n":
            fresh = fresh or depth == 0
            continue
        if token[0] == "#":
            continue
        if token in "[{":
            if fresh and depth == 0 and token == "[":
                path = _resolved(_named(_line_at(text, at)), counts)
                found.append(Section(path, line, line + 1, line + 1))
            depth += 1
        elif token in "]}":
            depth -= 1
        fresh = depth == 0 and token[-1] == "\n"
        last = found[-1]
        end = line + token.count("\n") + (token[-1] != "\n")
        found[-1] = Section(last.path, last.start, last.body, end)
    return list(_with_comments(found, text.split("\n")))


def _with_comments(found: list[Section], lines: list[str]) -> Iterator[Section]:
    """Yield the sections with the comment right below each, unless that stands right above a header."""
    for section, follower in zip(found, [*found[1:], None], strict=True):
        end = section.end
        while end < len(lines) and lines[end].lstrip().startswith("#"):
            end += 1
        if follower and end == follower.start:
            end = section.end
        yield Section(section.path, section.start, section.body, end)


def _line_at(text: str, at: int) -> str:
    end = text.find("\n", at)
    return text[at:] if end < 0 else text[at:end]


@lru_cache(maxsize=64)
def _named(header: str) -> tuple[tuple[str, ...], bool]:
    """Return the keys of a header and whether it begins an entry of a list."""
    keys: list[str] = []
    table: Any = tomli.loads(header)
    while table and isinstance(table, dict):
        [(key, table)] = table.items()
        keys.append(key)
    return tuple(keys), isinstance(table, list)


def _resolved(named: tuple[tuple[str, ...], bool], counts: dict[Path, int]) -> Path:
    keys, entry = named
    path: Path = ()
    for key in keys[:-1]:
        path = (*path, key)
        if path in counts:
            path = (*path, counts[path] - 1)
    path = (*path, keys[-1])
    if entry:
        counts[path] = counts.get(path, 0) + 1
        path = (*path, counts[path] - 1)
    return path


def whole(found: list[Section], path: Path) -> range | None:
    """Return the lines of the section at `path` with all that stand within it, or None."""
    first = next((n for n, section in enumerate(found) if section.path == path), None)
    if first is None:
        return None
    last = first
    while last + 1 < len(found) and found[last + 1].path[: len(path)] == path:
        last += 1
    return range(found[first].start, found[last].end)


def top(lines: list[str], start: int) -> int:
    """Return where the comment right above line `start` begins; at the top of a file it is about the file."""
    above = start
    while above and lines[above - 1].lstrip().startswith("#"):
        above -= 1
    return above or start


def cut(lines: list[str], span: range) -> list[str]:
    """Take the lines of a section, the comment right above it and one gap out; return them without the gap."""
    start, end = top(lines, span.start), span.stop
    gap = end
    while gap < len(lines) and not lines[gap].strip():
        gap += 1
    taken = lines[start:end]
    if gap == len(lines):  # the last one: the gap is the one above
        while start and not lines[start - 1].strip():
            start -= 1
        gap = end
    del lines[start:gap]
    return taken


def put_in(lines: list[str], at: int, block: list[str]) -> None:
    """Put a section in after line `at`, with a gap above it."""
    gap = [""] if at and lines[at - 1].strip() else []
    lines[at:at] = [*gap, *block]
    after = at + len(gap) + len(block)
    if after < len(lines) and lines[after].strip():
        lines.insert(after, "")
    elif after == len(lines):
        lines.append("")
