"""What the program remembers from one start to the next: the theme, and the dossiers that were open."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Final

import platformdirs

from briefing.errors import BriefingError
from briefing.store.files import read_chosen

MOST: Final = 12
"""Dossiers that are remembered."""
_CAP: Final = 64_000
_LONGEST: Final = 4_000


@dataclass(frozen=True, slots=True)
class Opened:
    """A dossier that was open: its folder, and its title then."""

    path: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Remembered:
    """`recent`: the dossiers that were open, the last one first."""

    theme: str = ""
    recent: tuple[Opened, ...] = ()


def _file() -> Path:
    return platformdirs.user_state_path("briefing", appauthor=False) / "remembered.json"


def remembered() -> Remembered:
    """Return what is remembered; what cannot be read is forgotten."""
    try:
        told = json.loads(read_chosen(_file(), _CAP))
    except (OSError, BriefingError, ValueError, RecursionError):
        return Remembered()
    if not isinstance(told, dict):
        return Remembered()
    listed = told.get("recent")
    pairs = [item for item in listed if isinstance(item, dict)] if isinstance(listed, list) else []
    recent = [Opened(_text(item, "path"), _text(item, "title")) for item in pairs]
    return Remembered(_text(told, "theme"), tuple(item for item in recent if item.path)[:MOST])


def _text(told: dict[str, Any], name: str) -> str:
    value = told.get(name)
    return value if isinstance(value, str) and len(value) <= _LONGEST and "\0" not in value else ""


def remember_theme(name: str) -> None:
    """Begin with a theme from the next start on."""
    _keep(replace(remembered(), theme=name))


def remember_dossier(path: Path, title: str) -> None:
    """Put a dossier first among those that were open."""
    known = remembered()
    here = Opened(str(path.resolve()), title)
    if known.recent[:1] != (here,):
        others = [item for item in known.recent if item.path != here.path]
        _keep(replace(known, recent=(here, *others)[:MOST]))


def _keep(known: Remembered) -> None:
    """Write what is remembered; where that cannot be, it is not worth a word."""
    from briefing.store.writing import write_text

    with suppress(OSError, BriefingError, UnicodeError):
        _file().parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_text(_file(), json.dumps(asdict(known), ensure_ascii=False, indent=1))
