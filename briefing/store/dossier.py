"""Opening a dossier: every file that can be read, and a problem for each that cannot."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar, cast

from briefing.errors import NotADossier, Problem, Unreadable
from briefing.model.card import Card
from briefing.model.dossier import Dossier
from briefing.model.place import Place
from briefing.store.files import TOML_CAP, names_in, read_beneath
from briefing.store.schema import (
    SOURCE_ID,
    CardFile,
    DiscrepancyFile,
    DossierFile,
    Lost,
    Reader,
    SourceFile,
    Table,
    original,
    shown,
)
from briefing.store.sources import Documents
from briefing.store.toml import Positions, parse

DOSSIER, DISCREPANCIES, SOURCES = "facts/dossier.toml", "facts/discrepancies.toml", "seeds/sources.toml"
ENTRY_ID = re.compile(r"[^\s\x00-\x1f/\\]{1,200}")
"""What an entry that is no source may be called."""
_ANY_ID = re.compile(rb"^[ \t]*id[ \t]*=[ \t]*[\"']([^\"'\n]{1,200})", re.MULTILINE)

N = TypeVar("N")


def is_dossier(folder: Path) -> bool:
    """Whether a folder holds `facts/` and `seeds/`."""
    # a path's own is_dir raises where a folder above may not be entered
    return all(os.path.isdir(folder / name) for name in ("facts", "seeds"))  # noqa: PTH112


def bundled() -> Path:
    """Return the folder of the dossier that ships with the program.

    A wheel carries it inside the package; in a checkout it is the root of the repository.
    """
    package = Path(__file__).resolve().parent.parent
    inside = package / "tungsten"
    return inside if is_dossier(inside) else package.parent


def shipped(root: Path) -> bool:
    """Whether a folder is the dossier inside an installed package, which the next installation replaces."""
    return root.resolve() == Path(__file__).resolve().parent.parent / "tungsten"


def find_dossier(path: Path | None = None) -> Path:
    """Return the folder of the dossier meant: `path`, else the current folder, else the bundled one.

    Raises:
        NotADossier: `path` is given and holds none.
    """
    if path is not None:
        if not is_dossier(path):
            raise NotADossier(f"{path} holds no dossier", "a dossier is a folder with facts/ and seeds/ in it")
        return path
    here = Path()
    return here if is_dossier(here) else bundled()


@dataclass(frozen=True, slots=True)
class FileRead:
    """One file as it was read: its bytes, its tables, and what the schema made of them."""

    data: bytes
    tables: Table
    noun: Any
    problems: tuple[Problem, ...]
    unread: frozenset[str]
    lost: Lost
    positions: Positions


class _Opening:
    """What is gathered while the files of one dossier are read; what is known already is not parsed again."""

    def __init__(self, root: Path, known: Mapping[str, FileRead]) -> None:
        self.root = root
        self.problems: list[Problem] = []
        self.unread: set[str] = set()
        self.files: dict[str, FileRead] = {}
        self._known = known

    def where(self, place: Place) -> tuple[int, int]:
        """Return (line, column) of a place; entries that were left out are counted in again."""
        read = self.files.get(place.file)
        return read.positions(original(place.path, read.lost)) if read else (1, 1)

    def read(self, noun: type[N], file: str) -> N:
        """Return one file as its noun, empty where the file is missing or cannot be read."""
        try:
            data = read_beneath(self.root, file, TOML_CAP)
        except FileNotFoundError:
            return noun()
        except Unreadable as error:
            self.problems.append(Problem(file=file, code="unreadable", message=error.message, hint=error.hint))
            return noun()
        known = self._known.get(file)
        read = known if known and known.data == data else self._parsed(noun, file, data)
        if isinstance(read, Problem):
            self.problems.append(read)
            self.unread.update(match.decode("utf-8", "replace") for match in _ANY_ID.findall(data))
            return noun()
        self.files[file] = read
        self.problems += read.problems
        self.unread |= read.unread
        return cast("N", read.noun)

    def _parsed(self, noun: type[N], file: str, data: bytes) -> FileRead | Problem:
        tables = parse(data, file)
        if isinstance(tables, Problem):
            return tables
        positions = Positions(data)
        reader = Reader(noun, lambda place: positions(place.path))
        read = reader.read(tables, file)
        return FileRead(data, tables, read, tuple(reader.problems), frozenset(reader.unread), reader.lost, positions)

    def unique(
        self, items: Iterable[N], pattern: re.Pattern[str] = ENTRY_ID, *, taken: set[str] | None = None
    ) -> tuple[N, ...]:
        """Return the items whose id is well formed and not taken; the others become problems."""
        ids = set() if taken is None else taken
        kept: list[N] = []
        for item in items:
            id, at = str(getattr(item, "id", "")), getattr(item, "at", Place(DOSSIER))
            if not pattern.fullmatch(id):
                self._add("bad-id", f"“{shown(id)}” cannot be an id", at / "id", "use letters, digits, “-” and “_”")
                self.unread.add(id)
            elif id in ids:
                self._add("duplicate-id", f"the id “{shown(id)}” is taken", at / "id", "give each its own id")
            else:
                ids.add(id)
                kept.append(item)
        return tuple(kept)

    def _add(self, code: str, message: str, place: Place, hint: str) -> None:
        line, column = self.where(place)
        problem = Problem(file=place.file, line=line, column=column, code=code, message=message, hint=hint)
        self.problems.append(problem)


def _placed(items: tuple[N, ...], file: str, key: str, **more: Any) -> tuple[N, ...]:
    for n, item in enumerate(items):
        object.__setattr__(item, "at", Place(file, (key, n)))
        for name, value in more.items():
            object.__setattr__(item, name, value)
    return items


def open_dossier(
    path: str | Path | None = None,
    originals: str | Path | None = None,
    *,
    known: dict[str, FileRead] | None = None,
) -> Dossier:
    """Open a dossier; `originals` is a folder with the texts of its sealed sources.

    `known` is what an earlier opening left there: files that are still the same are not parsed again.

    Raises:
        NotADossier: `path` holds none.
    """
    root = find_dossier(Path(path) if path is not None else None)
    opening = _Opening(root, known or {})
    head = opening.read(DossierFile, DOSSIER)
    register = opening.read(SourceFile, SOURCES)
    found = opening.read(DiscrepancyFile, DISCREPANCIES)
    _placed(register.origin, SOURCES, "origin")
    _placed(register.source, SOURCES, "source")
    _placed(found.discrepancy, DISCREPANCIES, "discrepancy")
    _placed(found.dismissed, DISCREPANCIES, "dismissed")
    sources = opening.unique(register.source, SOURCE_ID)
    documents = Documents(root, {source.id: source for source in sources}, Path(originals) if originals else None)
    cards = opening.unique(_cards(opening))
    if known is not None:
        known.clear()
        known.update(opening.files)
    return Dossier(
        root=str(root),
        title=head.title or root.resolve().name,
        question=head.question,
        bottom_line=head.bottom_line,
        as_of=head.as_of,
        topics=head.topics,
        cards=_in_reading_order(cards, [topic.id for topic in head.topics]),
        discrepancies=opening.unique(found.discrepancy),
        dismissed=found.dismissed,
        sources=sources,
        origins=opening.unique(register.origin),
        documents=documents,
        refused=documents.refused,
        problems=tuple(opening.problems),
        where=opening.where,
        unread=frozenset(opening.unread),
    )


def _cards(opening: _Opening) -> list[Card]:
    cards: list[Card] = []
    for file in names_in(opening.root, "facts", ".toml"):
        if file not in (DOSSIER, DISCREPANCIES):
            read = opening.read(CardFile, file)
            topic = read.topic or file.removeprefix("facts/").removesuffix(".toml")
            cards += _placed(read.card, file, "card", topic=topic)
    return cards


def _in_reading_order(cards: tuple[Card, ...], topics: list[str]) -> tuple[Card, ...]:
    rank = {topic: n for n, topic in enumerate(topics)}
    return tuple(sorted(cards, key=lambda card: rank.get(card.topic, len(rank))))
