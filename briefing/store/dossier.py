"""Opening a dossier: every file that can be read, and a problem for each that cannot."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any, TypeVar

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
    original,
    shown,
)
from briefing.store.sources import Documents
from briefing.store.toml import Positions, parse

DOSSIER, DISCREPANCIES, SOURCES = "facts/dossier.toml", "facts/discrepancies.toml", "seeds/sources.toml"
_ID = re.compile(r"[^\s\x00-\x1f/\\]{1,200}")

_ANY_ID = re.compile(rb"^[ \t]*id[ \t]*=[ \t]*[\"']([^\"'\n]{1,200})", re.MULTILINE)

N = TypeVar("N")


def is_dossier(folder: Path) -> bool:
    """Whether a folder holds `facts/` and `seeds/`."""
    return (folder / "facts").is_dir() and (folder / "seeds").is_dir()


def bundled() -> Path:
    """Return the folder of the dossier that ships with the program.

    A wheel carries it inside the package; in a checkout it is the root of the repository.
    """
    package = Path(__file__).resolve().parent.parent
    inside = package / "tungsten"
    return inside if is_dossier(inside) else package.parent


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


class _Opening:
    """What is gathered while the files of one dossier are read."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.problems: list[Problem] = []
        self.unread: set[str] = set()
        self._positions: dict[str, Positions] = {}
        self._lost: dict[str, Lost] = {}

    def where(self, place: Place) -> tuple[int, int]:
        """Return (line, column) of a place; entries that were left out are counted in again."""
        return self._stored(Place(place.file, original(place.path, self._lost.get(place.file, {}))))

    def _stored(self, place: Place) -> tuple[int, int]:
        positions = self._positions.get(place.file)
        return positions(place.path) if positions else (1, 1)

    def read(self, noun: type[N], file: str) -> N:
        """Return one file as its noun, empty where the file is missing or cannot be read."""
        try:
            data = read_beneath(self.root, file, TOML_CAP)
        except FileNotFoundError:
            return noun()
        except Unreadable as error:
            self.problems.append(Problem(file=file, code="unreadable", message=error.message, hint=error.hint))
            return noun()
        tables = parse(data, file)
        if isinstance(tables, Problem):
            self.problems.append(tables)
            self.unread.update(match.decode("utf-8", "replace") for match in _ANY_ID.findall(data))
            return noun()
        self._positions[file] = Positions(data)
        reader = Reader(noun, self._stored)
        read = reader.read(tables, file)
        self._lost[file] = reader.lost
        self.problems += reader.problems
        self.unread |= reader.unread
        return read

    def unique(
        self, items: Iterable[N], pattern: re.Pattern[str] = _ID, *, taken: set[str] | None = None
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


def open_dossier(path: str | Path | None = None, originals: str | Path | None = None) -> Dossier:
    """Open a dossier; `originals` is a folder with the texts of its sealed sources.

    Raises:
        NotADossier: `path` holds none.
    """
    root = find_dossier(Path(path) if path is not None else None)
    opening = _Opening(root)
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
