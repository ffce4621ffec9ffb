"""The texts of sources: beside the register, in a folder of originals, or behind a seal."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from briefing.errors import Problem, SealRefused, Unreadable
from briefing.model.source import Source
from briefing.store.files import TEXT_CAP, read_beneath, read_chosen
from briefing.text import seal
from briefing.text.document import Document

ORIGINALS = "BRIEFING_ORIGINALS"
"""The variable that names a folder of originals."""


def folders_of_originals(chosen: Path | None) -> list[Path]:
    """Return where originals are looked for: the folder chosen, then the one the variable names."""
    named = os.environ.get(ORIGINALS)
    return [folder for folder in (chosen, Path(named) if named else None) if folder]


def decode(data: bytes) -> str:
    """Return UTF-8 bytes as text, a byte order mark left out.

    Raises:
        Unreadable: they are not UTF-8; nothing is replaced, since that would alter evidence.
    """
    try:
        return data.removeprefix(b"\xef\xbb\xbf").decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Unreadable(f"line {line} is not UTF-8", "bring the document in with `briefing add`") from error


def checked(data: bytes, source: Source) -> Document:
    """Return a source's text after checking it against the root of its seal, where it has one.

    Raises:
        SealRefused: this is not the text that was sealed.
        Unreadable: it is not UTF-8.
    """
    document = Document(decode(data), source.id)
    if source.root and seal.root_of(document, data) != source.root.casefold():
        raise SealRefused(
            f"the text of {source.id} is not the one that was sealed",
            "use the original, byte for byte, or seal this one with `briefing seal`",
        )
    return document


def load_seal(root: Path, source: Source) -> seal.Seal:
    """Return the checked seal of a source.

    Raises:
        FileNotFoundError: it has none.
        SealRefused: it does not check.
        Unreadable: the file must not be read.
    """
    text = decode(read_beneath(root, f"seeds/{source.id}.seal", TEXT_CAP))
    if not source.root:
        raise SealRefused("seeds/sources.toml names no root for it", "add the `root` that `briefing seal` printed")
    return seal.loads(text, source.root)


class Documents(Mapping[str, Document]):
    """The documents of a dossier, each read when first asked for.

    `refused` tells, by source, why a text or a seal was not taken.
    """

    def __init__(self, root: Path, sources: Mapping[str, Source], originals: Path | None) -> None:
        self._root = root
        self._sources = sources
        self._folders = folders_of_originals(originals)
        self._read: dict[str, Document | None] = {}
        self.refused: dict[str, Problem] = {}

    def __getitem__(self, id: str) -> Document:
        if id not in self._read:
            source = self._sources.get(id)
            self._read[id] = self._load(source) if source else None
        document = self._read[id]
        if document is None:
            raise KeyError(id)
        return document

    def __iter__(self) -> Iterator[str]:
        return (id for id in self._sources if id in self)

    def __contains__(self, id: object) -> bool:
        return isinstance(id, str) and self.get(id) is not None

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def _load(self, source: Source) -> Document | None:
        tries: list[tuple[str, Callable[[], Document]]] = [
            ("txt", lambda: checked(read_beneath(self._root, f"seeds/{source.id}.txt", TEXT_CAP), source))
        ]
        for folder in self._folders:
            path = folder / f"{source.id}.txt"
            tries.append(("txt", lambda path=path: checked(read_chosen(path, TEXT_CAP), source)))  # type: ignore[misc]
        tries.append(("seal", lambda: load_seal(self._root, source).document(source.id)))
        for suffix, read in tries:
            try:
                return read()
            except FileNotFoundError:
                continue
            except (SealRefused, Unreadable) as error:
                self._refuse(source, suffix, error)
        return None

    def _refuse(self, source: Source, suffix: str, error: SealRefused | Unreadable) -> None:
        codes = {"txt": "not-the-original", "seal": "seal"}
        refused = isinstance(error, SealRefused)
        self.refused[source.id] = Problem(
            file=f"seeds/{source.id}.{suffix}",
            line=error.line if isinstance(error, SealRefused) else 1,
            code=codes[suffix] if refused else "unreadable",
            message=error.message,
            hint=error.hint,
            source=source.id,
        )
