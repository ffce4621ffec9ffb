"""The group of commands; each stands in a module of its own that is imported when it is called."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any, Final, TypeVar

import rich_click as click

COMMANDS: Final = {
    "open": "the app; what `briefing` alone does too",
    "verify": "check every file, reference, quote and seal",
    "show": "one card with its evidence and rating, or lines of a source",
    "search": "cards and source lines that hold some words",
    "compare": "propose where documents disagree",
    "check": "hold a draft against the dossier, sentence by sentence",
    "memo": "the memo, as Markdown",
    "set": "change a card without the app",
    "new": "begin a dossier of one's own",
    "add": "bring documents into a dossier",
    "seal": "make the seals of the sources from their originals",
    "attach": "bring the originals of sealed sources back",
}
"""Every command with what it does, in the order of a user's work."""

__all__ = ["COMMANDS", "click", "dossier_options", "format_option", "group"]

F = TypeVar("F", bound=Callable[..., Any])


class _Lazy(click.RichGroup):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command = import_module(f"briefing.cli.{cmd_name}").command
        command.short_help = COMMANDS[cmd_name]
        return command  # type: ignore[no-any-return]

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            from rapidfuzz import fuzz, process

            near = process.extractOne(args[0], list(COMMANDS), scorer=fuzz.ratio, score_cutoff=60)
            if near:
                raise click.UsageError(f"there is no command {args[0]!r}; did you mean {near[0]!r}?", ctx) from error
            raise


def dossier_options(function: F) -> F:
    """Add the options of every command that opens a dossier."""
    function = click.option(
        "--originals",
        type=click.Path(path_type=Path, file_okay=False),
        metavar="DIR",
        help="A folder with the originals of sealed sources (or set BRIEFING_ORIGINALS).",
    )(function)
    return click.option(
        "-d",
        "--dossier",
        type=click.Path(path_type=Path),
        metavar="DIR",
        help="The dossier; else the current folder if it is one, else the one that ships.",
    )(function)


def format_option(*formats: str) -> Callable[[F], F]:
    """Add `--format` with the formats a command can write, the first being the default."""
    return click.option(
        "--format", "form", type=click.Choice(formats), default=formats[0], show_default=True, help="What to write."
    )


@click.group(cls=_Lazy, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="briefing-desk", prog_name="briefing")
@dossier_options
@click.pass_context
def group(ctx: click.Context, dossier: Path | None, originals: Path | None) -> int | None:
    """From a stack of documents to a memo you can stand behind."""
    if ctx.invoked_subcommand is not None:
        ctx.obj = (dossier, originals)
        return None
    from briefing.cli.start import start

    return start(dossier, originals)
