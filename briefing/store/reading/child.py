"""The child process that reads one hostile file: bytes on standard input, JSON on standard output."""

from __future__ import annotations

import json
import resource
import sys
from contextlib import suppress
from dataclasses import asdict

from briefing.errors import BriefingError
from briefing.store.reading.extract import Extract

MEMORY = 1_000_000_000
OUTPUT = 200_000_000


def main() -> int:
    """Read one document of the format named by the first argument, within the seconds named by the second."""
    _limit(int(sys.argv[2]))
    data = sys.stdin.buffer.read()
    try:
        answer = asdict(_read(sys.argv[1], data))
    except (ValueError, BriefingError) as error:
        answer = {"error": str(error)}
    except (MemoryError, RecursionError):
        answer = {"error": "it is too large or nested too deep"}
    except Exception as error:  # noqa: BLE001 - whatever a parser raises is this one document's error
        answer = {"error": f"it is damaged, or of a kind that is not known ({type(error).__name__}: {error})"[:300]}
    sys.stdout.write(json.dumps(answer))
    return 0


def _limit(seconds: int) -> None:
    limits = {
        resource.RLIMIT_AS: MEMORY,
        resource.RLIMIT_CPU: seconds,
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_FSIZE: OUTPUT,
    }
    for which, limit in limits.items():
        with suppress(ValueError, OSError):  # a system may know a limit and not let it be set
            resource.setrlimit(which, (limit, limit))


def _read(form: str, data: bytes) -> Extract:
    if form == "pdf":
        from briefing.store.reading.pdf import read_pdf

        return read_pdf(data)
    if form == "docx":
        from briefing.store.reading.docx import read_docx

        return read_docx(data)
    from briefing.store.reading.encodings import decode
    from briefing.store.reading.html import read_html

    return read_html(*decode(data, html=True))


if __name__ == "__main__":
    sys.exit(main())
