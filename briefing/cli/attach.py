"""`briefing attach`: bring the originals of sealed sources back."""

from __future__ import annotations

from pathlib import Path

from briefing.cli import streams
from briefing.cli.commands import click, dossier_options
from briefing.store.dossier import find_dossier
from briefing.store.sealing import attach_folder


@click.command("attach")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path, exists=True, file_okay=False))
@dossier_options
def command(folder: Path, dossier: Path | None, originals: Path | None) -> int:
    """Copy the originals found in DIR beside their seals, each after checking it against its root.

    Files are matched by what they hold, not by what they are called.
    """
    result = attach_folder(find_dossier(dossier), folder)
    for id in result.attached:
        streams.out(f"{id}: attached")
    for id in result.there:
        streams.out(f"{id}: was there already")
    for id, why in result.refused.items():
        streams.say(f"{id}: {why}")
    return 0 if not result.refused else 1
