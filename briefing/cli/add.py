"""`briefing add`: documents into a dossier."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from briefing.cli import streams
from briefing.cli.commands import click
from briefing.cli.streams import Span
from briefing.errors import NotADossier
from briefing.store.adding import Added, Adding, add_documents
from briefing.store.dossier import is_dossier
from briefing.store.reading.extract import counted
from briefing.store.reading.gathering import Gathered, gather
from briefing.text.visible import visible

_MOST_LEFT_OUT = 10


@click.command("add")
@click.argument("paths", metavar="FILE|FOLDER ...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "-d", "--dossier", type=click.Path(path_type=Path), metavar="DIR", help="The dossier; else the current folder."
)
def command(paths: tuple[Path, ...], dossier: Path | None) -> int:
    """Bring documents in: txt, md, html, pdf and docx; folders with all that is in them.

    Each gets a text in seeds/ and an entry in the register. What is there already is not added
    again. Exit code 0 where every file was read, 1 where some were not, 2 where none was.
    """
    root = dossier or Path()
    if not is_dossier(root):
        raise NotADossier(
            f"{root.resolve()} holds no dossier", f"make one with `briefing new {root}`, or name one with -d"
        )
    gathered = gather(paths, root)
    try:
        with _progress(len(gathered.files)) as step:
            result = add_documents(root, gathered.files, step)
    except KeyboardInterrupt:
        streams.say("interrupted: what had been read is in the dossier; the same command again adds the rest")
        raise
    for item in result.added:
        _tell(item)
    _summary(result, gathered)
    if not result.failed:
        return 0
    return 1 if result.added or result.there else 2


@contextmanager
def _progress(count: int) -> Iterator[Callable[[Path], None]]:
    """Show a bar on standard error where that is a terminal."""
    if not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        yield lambda _: None
        return

    def named(path: Path | None) -> str:
        return visible(path.name)[:40] if path else ""

    with click.progressbar(length=count, label="reading", file=sys.stderr, item_show_func=named) as bar:
        yield lambda path: bar.update(1, path)


def _tell(item: Added) -> None:
    read = item.read
    facts = [
        read.title,
        read.author,
        read.published,
        read.language,
        counted(read.page_count, "page") if read.page_count else "",
        counted(read.text.count("\n"), "line"),
        read.encoding if read.encoding != "utf-8" else "",
    ]
    streams.out(Span(item.id, "bold"), "  ", " · ".join(fact for fact in facts if fact))
    for loss in read.losses:
        streams.out("    ", Span(loss, "dim"))
    if item.near:
        id, share = item.near
        told = f"a near-copy: {share:.0%} of the shorter of it and {id} stands in the other; if it repeats it: "
        streams.out("    ", Span(told, "yellow"), f'derives_from = ["{id}"]')


def _summary(result: Adding, gathered: Gathered) -> None:
    for path, id in result.there:
        streams.out(f"{path}: there already, as {id}")
    for path, reason in gathered.left_out[:_MOST_LEFT_OUT]:
        streams.out(Span(f"{path}: left out: {reason}", "dim"))
    if len(gathered.left_out) > _MOST_LEFT_OUT:
        streams.out(Span(f"… and {len(gathered.left_out) - _MOST_LEFT_OUT} more left out", "dim"))
    for path, error in result.failed:
        streams.say(Span(f"{path}: ", "bold"), Span("not read: ", "red"), error.message)
        if error.hint:
            streams.say("    ", Span(error.hint, "dim"))
    told = f"{len(result.added):,} added, {len(result.there):,} there already, {len(result.failed):,} not read"
    streams.out(Span(told, "red" if result.failed else "green"))
    if result.added:
        streams.say("next: say who published each and how reliable they are, in seeds/sources.toml; then open the app")
