"""The work of a comparison, shared among processes: documents to read, kinds of disagreement to look for."""

from __future__ import annotations

import multiprocessing
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor

from briefing.check.clash import Clash
from briefing.check.kinds import KINDS
from briefing.check.remarks import Remark, read
from briefing.check.statements import Alike, Statements
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
    total = len(statements.corpus.remarks)
    if workers <= 1:
        statements.match(statements.alike(0, total))
        return [clash for kind in KINDS for clash in kind(statements)]
    step = -(-total // (4 * workers)) or 1
    with ProcessPoolExecutor(workers, _context(), _held.append, (statements,)) as pool:
        parts = pool.map(_alike, [(first, first + step) for first in range(0, total, step)])
        pairs = {pair: score for part in parts for pair, score in part.items()}
        return [
            clash for found in pool.map(_look, ((number, pairs) for number in range(len(KINDS)))) for clash in found
        ]


def _context() -> multiprocessing.context.BaseContext:
    """Return the way to start processes: by forking where that can be, for it copies nothing."""
    return multiprocessing.get_context("fork" if "fork" in multiprocessing.get_all_start_methods() else None)


def _read(documents: Readable) -> list[Remark]:
    return [remark for document, source in documents for remark in read(document, source)]


def _alike(span: tuple[int, int]) -> Alike:
    return _held[-1].alike(*span)


def _look(task: tuple[int, Alike]) -> list[Clash]:
    number, pairs = task
    if not _held[-1].matches:
        _held[-1].match(pairs)
    return list(KINDS[number](_held[-1]))
