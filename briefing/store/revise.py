"""Steps on entries become new bytes for the files they stand in, and nothing else in these changes."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tomlkit.exceptions import TOMLKitError

from briefing.errors import Conflict, Problem, UsageError
from briefing.store.change import Noun, Step, entry_in
from briefing.store.dossier import DISCREPANCIES, DOSSIER, SOURCES
from briefing.store.files import TOML_CAP
from briefing.store.layout import sections, whole
from briefing.store.literal import literal, same
from briefing.store.merge import Clash, merge
from briefing.store.rewrite import Rewriting, rendered
from briefing.store.schema import CardFile, DiscrepancyFile, DossierFile, Reader, SourceFile, Table, shown
from briefing.store.sources import decode
from briefing.store.toml import parse

_FILES = {DOSSIER: DossierFile, DISCREPANCIES: DiscrepancyFile, SOURCES: SourceFile}
_BOM = b"\xef\xbb\xbf"
_LINE = re.compile(rb"[^\n]*\n|[^\n]+")


@dataclass(frozen=True, slots=True)
class Revision:
    """What a change does to one file: at byte `at` the text `old` gives way to `new`.

    `before` and `after` are the digests of the whole file on either side, "" where there is none;
    `steps` tell the same by keys, for a file that is neither.
    """

    file: str
    before: str
    after: str
    at: int
    old: str
    new: str
    steps: tuple[Step, ...]

    def on(self, data: bytes | None) -> bytes | None:
        """Return what becomes of a file that holds `data`; None: it goes.

        Raises:
            Conflict: this is not the file that the revision was worked out for.
        """
        if digest(data) != self.before:
            raise Conflict(f"{self.file} was changed while it was being written: nothing was written", "try again")
        if not self.after:
            return None
        old = data or b""
        return old[: self.at] + self.new.encode() + old[self.at + len(self.old.encode()) :]

    def back(self) -> Revision:
        """Return what takes this back."""
        steps = tuple(Step(step.file, step.noun, step.id, step.after, step.before) for step in reversed(self.steps))
        return Revision(self.file, self.after, self.before, self.at, self.new, self.old, steps)


Read = Callable[[str], bytes | None]


def digest(data: bytes | None) -> str:
    """Return the hash that a file is known by."""
    return "" if data is None else hashlib.sha256(data).hexdigest()


def revised(steps: list[Step], read: Read, *, strict: bool = True) -> list[Revision]:
    """Return what steps do to the files as they are now; those that change nothing are left out.

    `strict`: what is to be saved must be free of faults that were not there before.

    Raises:
        Conflict: an entry was changed otherwise in the meantime.
        UsageError: the schema refuses what is to be saved, or the file is laid out too oddly.
    """
    texts = {step.file: _Text(step.file, read(step.file)) for step in steps}
    cut: dict[tuple[Noun, str], list[str]] = {}
    for step in sorted(steps, key=lambda step: step.before is None):
        try:
            texts[step.file].make(step, cut, strict=strict)
        except (TOMLKitError, LookupError, TypeError, AttributeError) as error:
            raise _odd(step.file) from error
    revisions = [text.revision() for text in texts.values()]
    return [revision for revision in revisions if revision.before != revision.after]


def replayed(revisions: list[Revision], read: Read) -> list[Revision]:
    """Return what is still to be done of revisions that were worked out for the files as they once were.

    Raises:
        Conflict: an entry was changed otherwise in the meantime.
    """
    now = {revision.file: digest(read(revision.file)) for revision in revisions}
    if all(now[revision.file] in (revision.before, revision.after) for revision in revisions):
        return [revision for revision in revisions if now[revision.file] == revision.before]
    return revised([step for revision in revisions for step in revision.steps], read, strict=False)


class _Text:
    """One file while steps are made in it."""

    def __init__(self, file: str, data: bytes | None) -> None:
        self.file = file
        self.data = data
        self._steps: list[Step] = []
        start = _first_lines(file) if data is None else data
        tables = parse(start, file)
        if isinstance(tables, Problem):
            raise UsageError(f"{file} cannot be changed: line {tables.line}: {tables.message}", tables.hint)
        self._tables = tables
        self._rewriting = Rewriting(decode(start).replace("\r\n", "\n"))

    def make(self, step: Step, cut: dict[tuple[Noun, str], list[str]], *, strict: bool) -> None:
        n, theirs = entry_in(self._tables, step.noun, step.id)
        merged = _merged(step, theirs)
        if same(merged, theirs):
            return
        if strict:
            self._check(step, theirs, merged)
        self._rewrite(step, n, theirs, merged, cut)
        self._mean(step.noun, n, merged)
        self._steps.append(Step(step.file, step.noun, step.id, theirs, merged))

    def _rewrite(
        self, step: Step, n: int, theirs: Table | None, merged: Table | None, cut: dict[tuple[Noun, str], list[str]]
    ) -> None:
        if step.noun == "dossier":
            self._rewriting.change((), theirs, merged)
            return
        path = (step.noun, n)
        if merged is None and (block := self._rewriting.cut(path)):
            cut[step.noun, step.id] = block
        elif theirs is None and merged is not None and self._grows(step.noun):
            self._rewriting.put_in(path, cut.get((step.noun, step.id)) or rendered(path, merged))
        elif not (merged and self._rewrite_alone(path, theirs, merged)):
            self._rewriting.change(path, theirs, merged)

    def _grows(self, noun: Noun) -> bool:
        """Whether entries of this kind have headers in this file, or are not there yet."""
        return noun not in self._tables or whole(sections(self._rewriting.text()), (noun, 0)) is not None

    def _rewrite_alone(self, path: tuple[Noun, int], theirs: Table | None, merged: Table) -> bool:
        """Change an entry in its own lines, which is the same and costs the less the larger the file is."""
        span = whole(sections(self._rewriting.text()), path)
        if span is None:
            return False
        lines = self._rewriting.lines
        alone = Rewriting("\n".join([*lines[span.start : span.stop], ""]))
        alone.change((path[0], 0), theirs, merged)
        lines[span.start : span.stop] = alone.text().rstrip("\n").split("\n")
        return True

    def _mean(self, noun: Noun, n: int, merged: Table | None) -> None:
        if noun == "dossier":
            self._tables = merged or {}
            return
        kept = list(self._tables.get(noun, ()))
        kept[n : n + 1] = [] if merged is None else [merged]
        self._tables = {**self._tables, noun: kept}
        if not kept:
            del self._tables[noun]

    def _check(self, step: Step, theirs: Table | None, merged: Table | None) -> None:
        def faults(entry: Table | None) -> list[Problem]:
            reader: Reader[Any] = Reader(_FILES.get(step.file, CardFile), lambda _: (1, 1))
            reader.read((entry or {}) if step.noun == "dossier" else {step.noun: [entry] if entry else []}, step.file)
            return reader.problems

        there = Counter((problem.code, problem.message) for problem in faults(theirs))
        for problem in faults(merged):
            if not there[problem.code, problem.message]:
                raise UsageError(f"{step.id or step.file}: {problem.message}", problem.hint)
            there[problem.code, problem.message] -= 1

    def revision(self) -> Revision:
        """Return what was done, after reading it again and comparing it with what was meant."""
        if not self._steps:
            return Revision(self.file, digest(self.data), digest(self.data), 0, "", "", ())
        old = self.data or b""
        at, gone, new = _difference(old, self._rewriting.text())
        made = old[:at] + new + old[at + len(gone) :]
        read = parse(made, self.file)
        if isinstance(read, Problem):
            raise UsageError(f"{self.file} would not be read again: {read.message}", read.hint)
        if len(made) > TOML_CAP:
            raise UsageError(
                f"{self.file} would be larger than {TOML_CAP:,} bytes", "put some cards into another topic"
            )
        if not same(read, self._tables):
            raise _odd(self.file)
        return Revision(self.file, digest(self.data), digest(made), at, gone.decode(), new.decode(), tuple(self._steps))


def _merged(step: Step, theirs: Table | None) -> Any:
    try:
        return merge(step.before, step.after, theirs)
    except Clash as clash:
        place = ".".join(str(part) for part in (step.id or step.noun, *clash.path))
        raise Conflict(
            f"{place} was changed elsewhere in the meantime: nothing was written",
            f"here: {_told(clash.mine)}; in {step.file}: {_told(clash.theirs)}",
            place=place,
            mine=clash.mine,
            theirs=clash.theirs,
        ) from clash


def _told(value: Any) -> str:
    return "nothing" if value is None else shown(literal(value))


def _odd(file: str) -> UsageError:
    return UsageError(f"{file} is laid out in a way that cannot be changed from here", "change it in an editor")


def _first_lines(file: str) -> bytes:
    if file in _FILES:
        return b""
    topic = file.removeprefix("facts/").removesuffix(".toml")
    return f"topic = {literal(topic)}\n".encode()


def _difference(data: bytes, text: str) -> tuple[int, bytes, bytes]:
    """Return from which byte on which bytes of `data` give way to which, so that it says `text`.

    Byte order mark and line ends stay; new lines end as most of the old ones do.
    """
    start = len(_BOM) if data.startswith(_BOM) else 0
    old, new = _LINE.findall(data, start), _LINE.findall(text.encode())
    plain = [line.replace(b"\r\n", b"\n") for line in old]
    head = _alike(plain, new)
    tail = _alike(plain[head:][::-1], new[head:][::-1])
    end = b"\r\n" if data.count(b"\r\n") * 2 > data.count(b"\n") else b"\n"
    at = start + sum(map(len, old[:head]))
    return (
        at,
        b"".join(old[head : len(old) - tail]),
        b"".join(new[head : len(new) - tail]).replace(b"\n", end),
    )


def _alike(one: list[bytes], other: list[bytes]) -> int:
    count = 0
    for line, twin in zip(one, other, strict=False):
        if line != twin:
            break
        count += 1
    return count
