"""`briefing open`: the app."""

from __future__ import annotations

from pathlib import Path

from briefing.cli.commands import click, dossier_options
from briefing.cli.start import start


@click.command("open")
@dossier_options
def command(dossier: Path | None, originals: Path | None) -> int:
    """Open the app on a dossier."""
    return start(dossier, originals)
