"""`briefing memo`: the memo on standard output or in a file."""

from __future__ import annotations

from pathlib import Path

from briefing.check.audit import audit
from briefing.cli import streams
from briefing.cli.commands import click, dossier_options, format_option
from briefing.memo import markdown
from briefing.memo.outline import outline
from briefing.store.dossier import open_dossier
from briefing.store.writing import write_text

_RENDER = {"md": markdown.render}


@click.command("memo")
@dossier_options
@format_option("md")
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="Write it there.")
def command(dossier: Path | None, originals: Path | None, form: str, output: Path | None) -> int:
    """Write the memo: every statement with footnotes to its lines."""
    opened = open_dossier(dossier, originals)
    text = _RENDER[form](outline(opened, anchors=audit(opened).anchors))
    if output is None:
        streams.text(text)
    else:
        write_text(output, text)
        streams.say(f"wrote {output}")
    return 0
