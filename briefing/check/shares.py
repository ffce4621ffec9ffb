"""The work of a comparison, shared among processes: documents to read, kinds of disagreement to look for."""

from __future__ import annotations

import multiprocessing
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor

from briefing.check.clash import Clash
from briefing.check.kinds import KINDS
from briefing.check.remarks import Remark, read
from briefing.check.statements import Statements
from briefing.model.source import Source
from briefing.text.document import Document

Readable = Sequence[tuple[Document, Source]]
_CHUNK = 25
"""Documents that a process reads at a time."""

_held: list[Statements] = []
"""What a process was started with, so that no task has to carry it."""


def read_all(documents: Readable, workers: int) -> list[Remark]:
    """Return the remarks of all documents, in their order."""
    if workers <= 1 or len(documents) <= _CHUNK:
        return _read(documents)
    chunks = [documents[n : n + _CHUNK] for n in range(0, len(documents), _CHUNK)]
    with ProcessPoolExecutor(workers, _context()) as pool:
        return [remark for found in pool.map(_read, chunks) for remark in found]


def look_for_all(statements: Statements, workers: int) -> list[Clash]:
    """Return what all kinds find, in the order of the kinds."""
    if workers <= 1:
        return [clash for kind in KINDS for clash in kind(statements)]
    with ProcessPoolExecutor(workers, _context(), _held.append, (statements,)) as pool:
        return [clash for found in pool.map(_look, range(len(KINDS))) for clash in found]


def _context() -> multiprocessing.context.BaseContext:
    """Return the way to start processes: by forking where that can be, for it copies nothing."""
    return multiprocessing.get_context("fork" if "fork" in multiprocessing.get_all_start_methods() else None)


def _read(documents: Readable) -> list[Remark]:
    return [remark for document, source in documents for remark in read(document, source)]


def _look(number: int) -> list[Clash]:
    return list(KINDS[number](_held[-1]))
