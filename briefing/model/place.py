"""Where in the dossier's own files something stands."""

from __future__ import annotations

from dataclasses import dataclass

Key = str | int


@dataclass(frozen=True, slots=True)
class Place:
    """A key path in one file: ("card", 3, "evidence", 0, "quote") in "facts/terms.toml"."""

    file: str
    path: tuple[Key, ...] = ()

    def __truediv__(self, key: Key) -> Place:
        return Place(self.file, (*self.path, key))


NOWHERE = Place("")
