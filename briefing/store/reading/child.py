"""The child process that reads one hostile file: bytes on standard input, JSON on standard output."""

from __future__ import annotations

import json
import resource
import sys
from dataclasses import asdict

MEMORY, SECONDS = 1_000_000_000, 20


def main() -> int:
    """Read one document of the format named as the only argument."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    from briefing.errors import BriefingError
    from briefing.store.reading.docx import read_docx
    from briefing.store.reading.encodings import decode
    from briefing.store.reading.html import read_html
    from briefing.store.reading.pdf import read_pdf

    form, data = sys.argv[1], sys.stdin.buffer.read()
    try:
        if form == "pdf":
            read = read_pdf(data)
        elif form == "docx":
            read = read_docx(data)
        else:
            read = read_html(*decode(data, html=True))
    except (ValueError, MemoryError, RecursionError, BriefingError) as error:
        sys.stdout.write(json.dumps({"error": str(error) or type(error).__name__}))
        return 0
    except Exception as error:  # noqa: BLE001 - whatever a parser raises is this one document's error
        sys.stdout.write(json.dumps({"error": f"its reader failed: {type(error).__name__}: {error}"[:300]}))
        return 0
    sys.stdout.write(json.dumps(asdict(read)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
