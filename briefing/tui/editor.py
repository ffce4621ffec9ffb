"""The user's editor: split as a shell would, run without one, `+LINE` only where it is known to be taken."""

from __future__ import annotations

import os
import shlex
from collections.abc import Mapping
from pathlib import Path, PurePath
from typing import Final

TAKES_PLUS_LINE: Final = frozenset(
    {"vi", "vim", "nvim", "gvim", "view", "vis", "elvis", "nano", "pico", "emacs", "emacsclient", "mg", "zile"}
    | {"jed", "joe", "jmacs", "jupp", "ne", "micro", "kak"}
)
TAKES_COLON_LINE: Final = frozenset({"helix", "hx"})


def command(path: Path, line: int, environ: Mapping[str, str] = os.environ) -> list[str]:
    """Return the words to run for a file and a line (from 1).

    Raises:
        ValueError: the variable cannot be split into words.
    """
    words = shlex.split(environ.get("VISUAL") or environ.get("EDITOR") or "vi") or ["vi"]
    name, file = PurePath(words[0]).name, str(path.absolute())
    if name in TAKES_COLON_LINE:
        return [*words, f"{file}:{line}"]
    return [*words, f"+{line}", file] if name in TAKES_PLUS_LINE else [*words, file]
