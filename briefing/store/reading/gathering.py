"""Which files the names on a command line stand for: folders are gone through, in order, without following links."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from briefing.errors import Unreadable
from briefing.store.reading.formats import OTHERS, SUFFIXES, format_of

MOST = 100_000
"""Files that are looked at in all."""
_PEEK = 1024


@dataclass(frozen=True, slots=True)
class Gathered:
    """Files to be read, and those in folders that are no documents, each with why."""

    files: tuple[Path, ...]
    left_out: tuple[tuple[Path, str], ...]


def gather(paths: Iterable[Path], dossier: Path) -> Gathered:
    """Return the files named, and the documents in the folders named, each once; the dossier's own are left out.

    Raises:
        Unreadable: there are too many.
    """
    files: dict[str, Path] = {}
    left_out: list[tuple[Path, str]] = []
    own = {os.path.realpath(dossier / name) for name in ("facts", "seeds")}
    for path in paths:
        for found in _in_folder(path, own) if path.is_dir() else [path]:
            reason = _reason(found) if found is not path else ""
            if reason:
                left_out.append((found, reason))
            else:
                files.setdefault(os.path.realpath(found), found)
            if len(files) + len(left_out) > MOST:
                raise Unreadable(f"there are more than {MOST:,} files", "bring them in folder by folder")
    return Gathered(tuple(files.values()), tuple(left_out))


def _in_folder(folder: Path, own: set[str]) -> Iterator[Path]:
    for here, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not _is_passed_over(here, name, names, own))
        yield from (Path(here, name) for name in sorted(names) if not name.startswith((".", "~$")))


def _is_passed_over(here: str, name: str, names: list[str], own: set[str]) -> bool:
    """Whether a folder is hidden, the dossier's own, or holds the pictures and scripts of a saved page."""
    page = name.removesuffix("_files")
    saved = page != name and any(f"{page}{suffix}" in names for suffix in (".html", ".htm"))
    return name.startswith(".") or name == "__MACOSX" or saved or os.path.realpath(Path(here, name)) in own


def _reason(path: Path) -> str:
    """Return why a file in a folder is left out, or nothing."""
    try:
        mode = path.lstat().st_mode
    except OSError as error:
        return error.strerror or "it cannot be read"
    if stat.S_ISLNK(mode):
        return "a symbolic link: name it itself to bring it in"
    if not stat.S_ISREG(mode):
        return "no regular file"
    if path.suffix.lower() in SUFFIXES or path.suffix.lower() in OTHERS:
        return ""
    return "" if _looks_like_a_document(path) else "no document of a known format"


def _looks_like_a_document(path: Path) -> bool:
    """Whether a file without a telling name begins as a PDF, DOCX or HTML does."""
    try:
        with path.open("rb") as file:
            return format_of("", file.read(_PEEK)) != "txt"
    except (OSError, Unreadable):
        return False
