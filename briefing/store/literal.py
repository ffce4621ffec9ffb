"""Values as TOML spells them."""

from __future__ import annotations

import datetime as dt
import json
import re
from typing import Any

_BARE = re.compile(r"[A-Za-z0-9_-]+")


def literal(value: Any, *, lines: bool = False) -> str:
    """Return a value as TOML, on one line; with `lines`, each line of a text and each table of a list has its own.

    Raises:
        TypeError: TOML has no such value.
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return f"{value:_}" if abs(value) >= 10_000 else str(value)
    if isinstance(value, float):
        return repr(value)
    if isinstance(value, str):
        return _several(value) if lines and "\n" in value else _quoted(value)
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    if isinstance(value, list):
        if lines and len(value) > 1 and all(isinstance(item, dict) for item in value):
            return "".join(("[\n", *(f"  {literal(item)},\n" for item in value), "]"))
        return f"[{', '.join(literal(item) for item in value)}]"
    if isinstance(value, dict):
        pairs = ", ".join(f"{key(name)} = {literal(item)}" for name, item in value.items())
        return f"{{ {pairs} }}" if pairs else "{}"
    raise TypeError(f"TOML has no {type(value).__name__}")


def key(name: str) -> str:
    """Return a key as TOML."""
    return name if _BARE.fullmatch(name) else _quoted(name)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _several(text: str) -> str:
    return '"""\n' + "\n".join(_quoted(line)[1:-1] for line in text.split("\n")) + '"""'


def same(one: Any, other: Any) -> bool:
    """Whether two values stand for the same TOML: types count, the order of keys does not."""
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(same(item, other[name]) for name, item in one.items())
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    return type(one) is type(other) and (one == other or (one != one and other != other))
