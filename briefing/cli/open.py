"""`briefing open`: the app."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from briefing.cli.commands import click, dossier_options
from briefing.cli.streams import out, say


def start(dossier: Path | None, originals: Path | None) -> int:
    """Open the app, or say what there is where no terminal is."""
    if not _terminal():
        return _summary(dossier, originals)
    from briefing.tui.app import run

    return run(dossier, originals)


def _terminal() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty() and os.environ.get("TERM", "") != "dumb"


def _summary(dossier: Path | None, originals: Path | None) -> int:
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


@click.command("open")
@dossier_options
def command(dossier: Path | None, originals: Path | None) -> int:
    """Open the app on a dossier."""
    return start(dossier, originals)
