"""What the program proposes: the candidates of the documents, held against the dossier as it changes."""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from subprocess import DEVNULL, PIPE
from typing import Final

from briefing.memo.outline import SEVERITIES
from briefing.model.dossier import Dossier
from briefing.model.results import Candidate
from briefing.text.document import Document

_MUCH: Final = 100_000
"""Characters from which on documents are compared in a process of their own: keys and quitting do not wait for it."""
_ORDER: Final = {severity: n for n, severity in enumerate(SEVERITIES)}


@dataclass(frozen=True, slots=True, eq=False)
class Proposals:
    """The candidates of some documents, the gravest first, and which discrepancies of a dossier they repeat.

    `read` tells documents and register from others; `sealed` is how many documents could not be read.
    """

    read: object = None
    documents: Mapping[str, Document] = field(default_factory=dict)
    found: tuple[Candidate, ...] = ()
    repeats: Mapping[str, str] = field(default_factory=dict)
    sealed: int = 0

    def left(self, dossier: Dossier) -> tuple[Candidate, ...]:
        """Return the candidates that the dossier has neither dismissed nor taken in."""
        dismissed = {item.id for item in dossier.dismissed}
        known = dossier.discrepancy_by_id
        return tuple(item for item in self.found if item.id not in dismissed and self.repeats.get(item.id) not in known)


class Comparison:
    """Compares documents, one dossier at a time; meant for a thread."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._stopped = False

    def propose(self, dossier: Dossier, before: Proposals, begin: Callable[[], object]) -> Proposals:
        """Return what a dossier's documents show; documents that `before` was made of are not compared again.

        Args:
            dossier: what is open.
            before: what was returned last.
            begin: called where there is something to compare.

        Raises:
            EOFError: `stop` was called, or the process came to a sudden end.
        """
        from briefing.check.known import Known

        documents = dict(dossier.documents)
        read = dossier.sources, tuple((id, hash(document.text)) for id, document in documents.items())
        if before.read != read:
            begin()
            bare = Dossier(sources=dossier.sources, documents=documents)
            before = Proposals(
                read=read,
                documents=documents,
                found=tuple(sorted(self._compare(bare), key=lambda item: _ORDER[item.severity])),
                sealed=sum(document.sealed for document in documents.values()),
            )
        known = Known(replace(dossier, documents=documents))
        marked = ((item.id, known.mark(item).discrepancy) for item in before.found)
        return replace(before, repeats={id: other for id, other in marked if other})

    def _compare(self, dossier: Dossier) -> list[Candidate]:
        from briefing.check.compare import compare

        documents = list(dossier.documents.values())
        if sum(len(document.text) for document in documents) < _MUCH:
            return compare(documents, dossier)
        return self._apart(pickle.dumps((dossier.sources, documents)))

    def _apart(self, asked: bytes) -> list[Candidate]:
        command = [sys.executable, "-I", "-m", "briefing.tui.apart"]
        with subprocess.Popen(  # noqa: S603
            command, stdin=PIPE, stdout=PIPE, stderr=DEVNULL, start_new_session=True
        ) as process:
            self._process = process
            if self._stopped:
                self.stop()
            answer, _ = process.communicate(asked)
        self._process = None
        if process.returncode:
            raise EOFError
        found: list[Candidate] = pickle.loads(answer)  # noqa: S301 - from our own child
        return found

    def stop(self) -> None:
        """End what is at work, for good."""
        self._stopped = True
        process = self._process
        if process is not None and process.poll() is None:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
