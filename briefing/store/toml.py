"""TOML in: tables, and the line and column of every key in them.

No TOML reader keeps positions, so `Positions` scans the text a second time, and only when
somebody asks.
"""

from __future__ import annotations

import re
from typing import Any

import tomli

from briefing.errors import Problem
from briefing.model.place import Key

LINE_CAP = 100_000
DOTS_CAP = 64
_SPLIT = re.compile(rb"[=,{\n]")

_TOKEN = re.compile(
    r'"""(?:[^\\]|\\.)*?"{3,5}'
    r"|'''.*?'{3,5}"
    r'|"(?:[^"\\\n]|\\.)*"'
    r"|'[^'\n]*'"
    r"|\#[^\n]*"
    r"|[\[\]{}=,.\n]"
    r"|[^\s\[\]{}=,.\"'#]+",
    re.DOTALL,
)


def parse(data: bytes, file: str) -> dict[str, Any] | Problem:
    """Return the tables that TOML bytes hold, or the problem that keeps them from being read."""
    try:
        text = data.removeprefix(b"\xef\xbb\xbf").decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line = before.count(b"\n") + 1
        column = len(before.rsplit(b"\n", 1)[-1].decode("utf-8", "ignore")) + 1
        hint = "save the file as UTF-8"
        return Problem(file=file, line=line, column=column, code="encoding", message="this is not UTF-8", hint=hint)
    for number, row in enumerate(data.split(b"\n"), 1):
        if len(row) > LINE_CAP:
            message = f"this line is longer than {LINE_CAP:,} bytes"
            return Problem(file=file, line=number, code="too-long", message=message, hint="break it into several keys")
        if row.count(b".") > DOTS_CAP and any(_deep(part) for part in _SPLIT.split(row)):
            message = f"a key has more than {DOTS_CAP} parts"
            return Problem(file=file, line=number, code="too-deep", message=message, hint="use fewer")
    try:
        return tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        line, column = getattr(error, "lineno", 1), getattr(error, "colno", 1)
        message = f"this is not TOML: {getattr(error, 'msg', str(error))}"
        return Problem(file=file, line=line, column=column, code="toml", message=message, hint=_HINT)
    except (RecursionError, ValueError, OverflowError) as error:
        return Problem(file=file, code="toml", message=f"this TOML cannot be read: {error}", hint=_HINT)


_HINT = "strings stand in quotes, lists in brackets, dates as 2025-10-22"


def _deep(part: bytes) -> bool:
    """Whether a piece of a line is one key of so many parts that parsing it would take minutes."""
    return part.count(b".") > DOTS_CAP and b" " not in part.strip()


class Positions:
    """The line and column (both from 1) of each key path of a TOML text."""

    def __init__(self, data: bytes) -> None:
        self._text = data.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace")
        self._offsets: dict[tuple[Key, ...], int] | None = None

    def __call__(self, path: tuple[Key, ...]) -> tuple[int, int]:
        """Return where `path` stands, or the nearest thing around it."""
        if self._offsets is None:
            try:
                self._offsets = _Scan(self._text).offsets
            except (RecursionError, IndexError):
                self._offsets = {}
        while path and path not in self._offsets:
            path = path[:-1]
        offset = self._offsets.get(path, 0)
        start = self._text.rfind("\n", 0, offset) + 1
        return self._text.count("\n", 0, offset) + 1, offset - start + 1


class _Scan:
    """One pass over the tokens of a text that is known to be TOML."""

    def __init__(self, text: str) -> None:
        self.tokens = [(match.group(), match.start()) for match in _TOKEN.finditer(text) if match.group()[0] != "#"]
        self.offsets: dict[tuple[Key, ...], int] = {}
        self._arrays: dict[tuple[Key, ...], int] = {}
        self._at = 0
        table: tuple[Key, ...] = ()
        while self._at < len(self.tokens):
            token, offset = self.tokens[self._at]
            if token == "\n":
                self._at += 1
            elif token == "[":
                table = self._header(offset)
            else:
                self._pair(table)

    def _token(self) -> str:
        return self.tokens[self._at][0] if self._at < len(self.tokens) else "\n"

    def _keys(self, end: str) -> list[str]:
        keys: list[str] = []
        while (token := self._token()) not in (end, "\n"):
            if token != ".":
                keys.append(_unquoted(token))
            self._at += 1
        self._at += 1
        return keys

    def _resolve(self, keys: list[str], offset: int) -> tuple[Key, ...]:
        path: tuple[Key, ...] = ()
        for key in keys:
            path = (*path, key)
            self.offsets.setdefault(path, offset)
            if path in self._arrays:
                path = (*path, self._arrays[path] - 1)
        return path

    def _header(self, offset: int) -> tuple[Key, ...]:
        self._at += 1
        several = self._token() == "["
        self._at += several
        keys = self._keys("]")
        self._at += several
        if not several:
            path = self._resolve(keys, offset)
        else:
            home = (*self._resolve(keys[:-1], offset), keys[-1])
            self._arrays[home] = self._arrays.get(home, 0) + 1
            self.offsets.setdefault(home, offset)
            path = (*home, self._arrays[home] - 1)
        self.offsets.setdefault(path, offset)
        return path

    def _pair(self, table: tuple[Key, ...]) -> None:
        offset = self.tokens[self._at][1]
        path = (*table, *self._keys("="))
        for depth in range(len(table) + 1, len(path) + 1):
            self.offsets.setdefault(path[:depth], offset)
        self._value(path)

    def _value(self, path: tuple[Key, ...]) -> None:
        opening = self._token()
        if opening not in ("[", "{"):
            while self._token() not in (",", "]", "}", "\n"):
                self._at += 1
            return
        closing = "]" if opening == "[" else "}"
        self._at += 1
        count = 0
        while (token := self._token()) != closing and self._at < len(self.tokens):
            if token in ("\n", ","):
                self._at += 1
            elif opening == "{":
                self._pair(path)
            else:
                self.offsets.setdefault((*path, count), self.tokens[self._at][1])
                self._value((*path, count))
                count += 1
        self._at += 1


def _unquoted(token: str) -> str:
    if token[0] == '"':
        return str(tomli.loads(f"k = {token}")["k"])
    return token[1:-1] if token[0] == "'" else token
