"""The last line of defence: what reaches the terminal, what comes from it, and how the app leaves it.

Every row of the screen becomes bytes in one method of Textual, `Strip.render`. There control,
bidirectional, tag and surrogate characters are shown by signs and links are held to http(s),
whatever a widget did.
"""

from __future__ import annotations

import codecs
import os
import select
import signal
import sys
import termios
from collections.abc import Callable
from types import FrameType
from typing import Any, Final

from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual.driver import Driver
from textual.strip import Strip

from briefing.text.visible import visible

_RESTORE: Final = (
    b"\x1b[?2004l\x1b[?7h\x1b[?2048l\x1b[?1000l\x1b[?1003l\x1b[?1015l\x1b[?1006l\x1b[?1016l"
    b"\x1b[<u\x1b[?1049l\x1b[?25h\x1b[?1004l\x1b[0m"
)
"""Ends every terminal mode that Textual begins."""

_ENDING: Final = (signal.SIGTERM, signal.SIGHUP)
_render = Strip.render


def _safe_style(style: Style | None) -> Style | None:
    if style is not None and style.link and not style.link.startswith(("http://", "https://")):
        return style.update_link(None)
    return style


def _safe_render(self: Strip, console: Console) -> str:
    """Render a strip of which no character is obeyed by the terminal."""
    clean = [Segment(visible(text), _safe_style(style)) for text, style, _ in self]
    if all(new.text is old.text and new.style is old.style for new, old in zip(clean, self, strict=True)):
        return _render(self, console)
    return _render(Strip(clean), console)


def guard() -> None:
    """Put the last line of defence in place, once for the process."""
    Strip.render = _safe_render  # type: ignore[method-assign]


def is_terminal() -> bool:
    """Whether there is a terminal to draw on and to read keys from."""
    streams = (sys.__stdin__, sys.__stdout__, sys.__stderr__)
    return all(stream is not None and stream.isatty() for stream in streams) and os.environ.get("TERM") != "dumb"


def leave(fileno: int, attributes: list[Any] | None, status: int) -> None:
    """Give the terminal back and end at once; nothing waits for threads or unwritten rows."""
    try:
        if select.select([], [fileno], [], 0.2)[1]:
            os.write(fileno, _RESTORE)
        if attributes is not None:
            termios.tcsetattr(fileno, termios.TCSANOW, attributes)
    except (OSError, ValueError, termios.error):
        pass  # the terminal is gone: nothing is left to give back
    os._exit(status)


def driver(base: type[Driver]) -> type[Driver]:
    """Return a driver as `base`, but robust: bytes that are no text, signals, a lost terminal."""
    from textual.drivers import linux_driver

    if base is not linux_driver.LinuxDriver:
        return base

    vars(linux_driver)["getincrementaldecoder"] = _decoder

    class RobustDriver(linux_driver.LinuxDriver):
        def start_application_mode(self) -> None:
            super().start_application_mode()  # type: ignore[no-untyped-call]
            for number in _ENDING:
                signal.signal(number, self._end)

        def _end(self, number: int, frame: FrameType | None = None) -> None:
            leave(self.fileno, self.attrs_before, 128 + number)

        def run_input_thread(self) -> None:
            try:
                super().run_input_thread()
            except OSError:  # reading failed: the terminal is lost
                os.kill(os.getpid(), signal.SIGHUP)

    return RobustDriver


def _decoder(encoding: str) -> Callable[[], _Tolerant]:
    return lambda: _Tolerant(encoding)


class _Tolerant:
    """A decoder that leaves out what is no text and takes an empty read for a lost terminal."""

    def __init__(self, encoding: str) -> None:
        self._decoder = codecs.getincrementaldecoder(encoding)("ignore")

    def decode(self, data: bytes, final: bool = False) -> str:
        if not data:
            raise OSError("end of file")
        # An undecodable run must not look like an empty read: a stray NUL is no key.
        return self._decoder.decode(data, final) or "\x00"
