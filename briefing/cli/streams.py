"""The only writers: stdout is data, stderr is talk.

What comes from a file is made visible here, so that no terminal ever obeys a document.
"""

from __future__ import annotations

import json as _json
import os
import sys
from dataclasses import dataclass
from typing import Any, Literal, TextIO

from briefing.text.visible import STAND_INS, visible

Style = Literal["plain", "bold", "dim", "red", "yellow", "green", "cyan"]
_CODES: dict[Style, str] = {"bold": "1", "dim": "2", "red": "31", "yellow": "33", "green": "32", "cyan": "36"}
_ESCAPED = {code: f"\\u{code:04x}" for code in STAND_INS if 0x7F <= code < 0x10000}
_ESCAPED |= {
    code: "".join(f"\\u{unit:04x}" for unit in (0xD800 + (code - 0x10000 >> 10), 0xDC00 + (code - 0x10000 & 0x3FF)))
    for code in STAND_INS
    if code >= 0x10000
}


@dataclass(frozen=True, slots=True)
class Span:
    """Some text in one style."""

    text: str
    style: Style = "plain"


def _coloured(stream: TextIO) -> bool:
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _write(stream: TextIO, spans: tuple[str | Span, ...]) -> None:
    colour = _coloured(stream)
    parts = []
    for span in spans:
        text, style = (span.text, span.style) if isinstance(span, Span) else (span, "plain")
        shown = "\t".join(visible(part) for part in text.split("\t"))  # a tab moves the cursor and does no more
        parts.append(f"\x1b[{_CODES[style]}m{shown}\x1b[0m" if colour and style in _CODES else shown)
    line = "".join(parts) + "\n"
    stream.write(line.encode(stream.encoding or "utf-8", "backslashreplace").decode(stream.encoding or "utf-8"))


def out(*spans: str | Span) -> None:
    """Write one line of data."""
    _write(sys.stdout, spans)


def text(data: str) -> None:
    """Write several lines of data, as they are but for characters that a terminal would obey."""
    for line in data.removesuffix("\n").split("\n"):
        _write(sys.stdout, (line.removesuffix("\r"),))


def json(data: Any) -> None:
    """Write one JSON document; characters that a terminal would obey stand as escapes."""
    dumped = _json.dumps(data, ensure_ascii=False, indent=2, default=str)
    sys.stdout.write(dumped.translate(_ESCAPED).encode("utf-8", "backslashreplace").decode("utf-8") + "\n")


def say(*spans: str | Span) -> None:
    """Write one line of talk."""
    _write(sys.stderr, spans)
