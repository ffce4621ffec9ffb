"""Seals on disk: made from originals and quotes, and opened again by attaching the originals."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import tomlkit

from briefing.check.anchor import locate
from briefing.check.audit import QUOTE_WORDS, WORD
from briefing.errors import BriefingError, NotADossier, Unreadable
from briefing.model.dossier import Dossier
from briefing.model.source import Source
from briefing.store.dossier import SOURCES, open_dossier
from briefing.store.files import TEXT_CAP, TOML_CAP, read_beneath, read_chosen
from briefing.store.lock import locked
from briefing.store.sources import checked, decode, folders_of_originals
from briefing.store.writing import write_beneath
from briefing.text import seal
from briefing.text.document import BLANK, Document

IGNORED = "/seeds/*.txt"


@dataclass(frozen=True, slots=True)
class Sealed:
    """One seal that was made."""

    source: str
    lines: int
    disclosed: int
    root: str


@dataclass(slots=True)
class Sealing:
    """What `seal_dossier` did.

    `ignored` is the line it added to .gitignore, if any; `runs` are (source, line, words) where
    quotes that touch disclose together more words in a row than one quote may have.
    """

    sealed: list[Sealed] = field(default_factory=list)
    without_text: list[str] = field(default_factory=list)
    ignored: str = ""
    runs: list[tuple[str, int, int]] = field(default_factory=list)


@dataclass(slots=True)
class Attached:
    """What `attach_folder` did: ids attached, ids that had their text, and why others were refused."""

    attached: list[str] = field(default_factory=list)
    there: list[str] = field(default_factory=list)
    refused: dict[str, str] = field(default_factory=dict)


def seal_dossier(root: Path, originals: Path | None = None) -> Sealing:
    """Seal every source whose original is at hand, disclosing what the quotes use.

    Raises:
        NotADossier: there is no register of sources.
    """
    with locked(root):
        return _seal(root, originals)


def _seal(root: Path, originals: Path | None) -> Sealing:
    dossier = open_dossier(root, originals)
    if not dossier.sources:
        raise NotADossier(f"{SOURCES} names no source that can be read", "`briefing verify` says why")
    result = Sealing()
    roots: dict[str, str] = {}
    for source in dossier.sources:
        data = _original(root, source, originals)
        if data is None:
            result.without_text.append(source.id)
            continue
        document = Document(decode(data), source.id)
        made = seal.make(document, data, _spans(dossier, document))
        roots[source.id] = made.root
        write_beneath(root, f"seeds/{source.id}.seal", seal.dumps(made).encode())
        result.runs += long_runs(made.document(source.id))
        result.sealed.append(Sealed(source.id, len(document), len(made.disclosed), made.root))
    if roots:
        _name_roots(root, roots)
        result.ignored = _ignore(root)
    return result


def long_runs(sealed: Document) -> list[tuple[str, int, int]]:
    """Return (source, line, words) of each disclosed run of words that is longer than a quote may be."""
    runs = []
    for number, line in enumerate(sealed.lines, 1):
        counts = [len(WORD.findall(part)) for part in line.split(BLANK)]
        runs += [(sealed.id, number, count) for count in counts if count > QUOTE_WORDS]
    return runs


def _original(root: Path, source: Source, originals: Path | None) -> bytes | None:
    tries: list[Callable[[], bytes]] = [lambda: read_beneath(root, f"seeds/{source.id}.txt", TEXT_CAP)]
    for folder in folders_of_originals(originals):
        path = folder / f"{source.id}.txt"
        tries.append(lambda path=path: read_chosen(path, TEXT_CAP))  # type: ignore[misc]
    for read in tries:
        try:
            return read()
        except FileNotFoundError:
            continue
    return None


def _spans(dossier: Dossier, document: Document) -> Iterator[tuple[int, int]]:
    for _, passage, _ in dossier.passages():
        if passage.source == document.id:
            anchor = locate(document, passage.quote, near=passage.lines)
            if anchor.span and anchor.status in ("exact", "moved"):
                yield anchor.span


def _name_roots(root: Path, roots: dict[str, str]) -> None:
    """Write the roots into the register, leaving the rest of it as it is."""
    register = tomlkit.parse(decode(read_beneath(root, SOURCES, TOML_CAP)))
    changed = False
    for table in register.get("source", ()):
        id = str(table.get("id", ""))
        if id in roots and table.get("root") != roots[id]:
            table["root"] = roots[id]
            changed = True
    if changed:
        write_beneath(root, SOURCES, tomlkit.dumps(register).encode())


def _ignore(root: Path) -> str:
    """Keep originals out of git where seals stand beside them; return the line added, if any."""
    try:
        text = decode(read_beneath(root, ".gitignore", TOML_CAP))
    except FileNotFoundError:
        text = ""
    if IGNORED in text.split("\n"):
        return ""
    kept = text if not text or text.endswith("\n") else f"{text}\n"
    write_beneath(root, ".gitignore", f"{kept}{IGNORED}\n".encode())
    return IGNORED


def attach_folder(root: Path, folder: Path) -> Attached:
    """Copy the originals that a folder holds beside their seals, each after checking its root."""
    dossier = open_dossier(root)
    wanted = {source.id: source for source in dossier.sources if source.root}
    result = Attached()
    for id in list(wanted):
        if (document := dossier.documents.get(id)) is not None and not document.sealed:
            result.there.append(id)
            del wanted[id]
    for path in sorted(folder.iterdir()):
        if wanted and path.is_file():
            _try(root, path, wanted, result)
    for id in wanted:
        result.refused.setdefault(id, f"no file in {folder} is its original")
    return result


def _try(root: Path, path: Path, wanted: dict[str, Source], result: Attached) -> None:
    try:
        data = read_chosen(path, TEXT_CAP)
    except (BriefingError, FileNotFoundError):
        return
    for id, source in sorted(wanted.items(), key=lambda item: item[0] != path.stem):
        try:
            checked(data, source)
        except Unreadable:
            return
        except BriefingError as error:
            if id == path.stem:
                result.refused[id] = f"{path.name} was refused: {error.message}"
            continue
        write_beneath(root, f"seeds/{id}.txt", data)
        result.attached.append(id)
        result.refused.pop(id, None)
        del wanted[id]
        return
