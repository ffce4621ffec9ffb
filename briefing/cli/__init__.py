"""Floor 6: the command line. `main` is the only place that turns errors into exit codes.

0 nothing found, 1 findings, 2 wrong usage or nothing readable.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from briefing.errors import BriefingError


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    words = list(sys.argv[1:] if argv is None else argv)
    try:
        code = _command(words) if words else _app()
        sys.stdout.flush()
    except BriefingError as error:
        from briefing.cli.streams import Span, say

        say(Span("briefing: ", "bold"), error.message)
        if error.hint:
            say("  ", error.hint)
        return 2
    except BrokenPipeError:
        # whoever read us has gone; what Python flushes at exit must not complain again
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 141
    except OSError as error:
        return _lost(error)
    return code


def _lost(error: OSError) -> int:
    """Say that what was to be written could not be: a full disk behind standard output, above all."""
    from contextlib import suppress

    with suppress(OSError):
        sys.stderr.write(f"briefing: {error.strerror or error}\n")
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 2


def _app() -> int:
    """Open the app; the command line's library is not needed for that."""
    from briefing.cli.start import start

    return start(None, None)


def _command(words: list[str]) -> int:
    from click.exceptions import Abort, ClickException

    from briefing.cli.commands import group
    from briefing.cli.streams import Span, say

    try:
        result = group.main(args=words, standalone_mode=False)
    except Abort:
        return 130
    except ClickException as error:
        context = getattr(error, "ctx", None)
        say(Span("briefing: ", "bold"), error.format_message())
        say("  ", f"try: {context.command_path if context else 'briefing'} --help")
        return 2
    return result if isinstance(result, int) else 0


def run() -> None:
    """The console script."""
    try:
        code = main()
    except KeyboardInterrupt:
        code = 130
    sys.exit(code)
