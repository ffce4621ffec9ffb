"""What `briefing` alone does: open the app. Nothing is imported that the first frame does not need."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path


def start(dossier: Path | None, originals: Path | None, draft: Path | None = None) -> int:
    """Open the app, with a draft to check if one is given, or say what there is where no terminal is."""
    if not _terminal():
        return _summary(dossier, originals)
    gc.disable()  # until the dossier is on the screen; the app turns it on again
    from briefing.tui.app import run

    return run(dossier, originals, draft)


def _terminal() -> bool:
    """Whether there is a terminal to read from and to draw on: Textual draws on standard error."""
    streams = (sys.stdin, sys.stdout, sys.stderr)
    return all(stream.isatty() for stream in streams) and os.environ.get("TERM", "") not in ("", "dumb")


def _summary(dossier: Path | None, originals: Path | None) -> int:
    from briefing.cli.streams import out, say
    from briefing.store.dossier import open_dossier

    opened = open_dossier(dossier, originals)
    out(opened.title)
    if opened.question:
        out(opened.question)
    out(
        f"{len(opened.sources)} sources, {len(opened.cards)} cards, "
        f"{len(opened.discrepancies)} discrepancies, {len(opened.problems)} problems"
    )
    say("briefing: the app needs a terminal; without one use `briefing verify`, `show`, `search` or `memo`")
    return 2
