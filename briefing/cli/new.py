"""`briefing new`: an empty dossier."""

from __future__ import annotations

from pathlib import Path

from briefing.cli import streams
from briefing.cli.commands import click
from briefing.store.adding import start_dossier


@click.command("new")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--title", default="", metavar="TEXT", help="What the dossier is about; else the name of the folder.")
@click.option("--question", default="", metavar="TEXT", help="The question that it is to answer.")
def command(folder: Path, title: str, question: str) -> int:
    """Make an empty dossier in DIR, which may hold other files already.

    Nothing is overwritten.
    """
    for name in start_dossier(folder, title, question):
        streams.out(f"{folder / name}")
    here = "" if folder.resolve() == Path.cwd() else f" -d {folder}"
    streams.say("next:")
    streams.say(f"  briefing add FILE|FOLDER ...{here}   bring documents in: txt, md, html, pdf, docx")
    streams.say(f"  briefing{here}   open it and make cards")
    return 0
