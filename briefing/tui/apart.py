"""The child process that compares many documents: pickled documents on standard input, candidates on standard output.

So the screen has an interpreter of its own, and need not wait for the comparison when it is closed.
"""

from __future__ import annotations

import os
import pickle
import sys

from briefing.check.compare import compare
from briefing.model.dossier import Dossier


def main() -> None:
    """Answer the process that started this one; a core is left for it."""
    sources, documents = pickle.load(sys.stdin.buffer)  # noqa: S301 - from the app, which started this process
    dossier = Dossier(sources=sources, documents={document.id: document for document in documents})
    found = compare(documents, dossier, workers=max(1, min(8, (os.cpu_count() or 1) - 1)))
    sys.stdout.buffer.write(pickle.dumps(found))


if __name__ == "__main__":
    main()
