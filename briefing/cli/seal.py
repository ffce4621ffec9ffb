"""`briefing seal`: make the seals of the sources from their originals."""

from __future__ import annotations

from pathlib import Path

from briefing.cli import streams
from briefing.cli.commands import click, dossier_options
from briefing.store.dossier import find_dossier
from briefing.store.sealing import seal_dossier


@click.command("seal")
@dossier_options
def command(dossier: Path | None, originals: Path | None) -> int:
    """Make the seals of the sources, so that the dossier can be shared without the documents.

    Each seal discloses the words that quotes use, and nothing else. The originals are taken from
    beside the register or from --originals. Same input, same bytes.
    """
    root = find_dossier(dossier)
    made = seal_dossier(root, originals)
    for entry in made.sealed:
        streams.out(f"{entry.source}  {entry.lines} lines, {entry.disclosed} pieces disclosed  root {entry.root}")
    for id in made.without_text:
        streams.say(f"{id}: its text is not here, its seal stays as it is")
    for id, line, words in made.runs:
        streams.say(f"{id}:{line}: quotes that touch disclose {words} words in a row; shorten one of them")
    if made.ignored:
        streams.say(f"the originals stay out of git: {made.ignored}")
    return 0 if made.sealed or not made.without_text else 2
