"""What reaches the terminal, what comes from it, and how the app leaves it: on a real pseudo-terminal."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from tui_pilot import HARBOUR

from briefing.text.visible import STAND_INS
from briefing.tui import terminal

CONSOLE = Console(force_terminal=True, color_system="truecolor")
LEFT = b"\x1b[?1049l"


@given(st.text())
def test_no_character_is_obeyed(text: str) -> None:
    sent = terminal._safe_render(Strip([Segment(text)]), CONSOLE)
    assert len(sent) == len(text)
    assert not any(ord(char) in STAND_INS for char in sent)


@pytest.mark.parametrize(
    ("link", "sent"), [("https://example.org", True), ("file:///etc/passwd", False), ("javascript:x", False)]
)
def test_links_lead_to_the_web_or_nowhere(link: str, sent: bool) -> None:
    found = terminal._safe_render(Strip([Segment("here", Style(link=link, bold=True))]), CONSOLE)
    assert (link in found, "here" in found) == (sent, True)


class Session:
    """The app in a pseudo-terminal."""

    def __init__(self) -> None:
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.environ.update(TERM="xterm-256color", TEXTUAL_ANIMATIONS="none")
            start = f"from pathlib import Path; from briefing.tui.app import run; run(Path({str(HARBOUR)!r}))"
            os.execv(sys.executable, [sys.executable, "-c", start])
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self.read(b"Dimensions")

    def read(self, until: bytes, wait: float = 20) -> bytes:
        said, end = b"", time.monotonic() + wait
        while until not in said and time.monotonic() < end:
            if select.select([self.fd], [], [], 0.1)[0]:
                try:
                    piece = os.read(self.fd, 65536)
                except OSError:
                    break
                if not piece:
                    break
                said += piece
        return said

    def status(self, wait: float = 10) -> int | None:
        end = time.monotonic() + wait
        while time.monotonic() < end:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                return os.waitstatus_to_exitcode(status)
            time.sleep(0.01)
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        return None


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_it_at_once_and_gives_the_terminal_back(number: signal.Signals) -> None:
    session = Session()
    os.kill(session.pid, number)
    said = session.read(b"\x1b[0m\x00", wait=1)
    assert (LEFT in said, b"\x1b[?25h" in said, b"\x1b[?1003l" in said) == (True, True, True)
    assert session.status() == 128 + number


def test_a_lost_terminal_ends_it() -> None:
    session = Session()
    os.close(session.fd)
    assert session.status() == 128 + signal.SIGHUP


def test_a_byte_that_is_no_text_is_ignored() -> None:
    session = Session()
    os.write(session.fd, b"\xff\xfe\xc3")
    time.sleep(0.3)
    os.write(session.fd, b"q")
    assert LEFT in session.read(LEFT)
    assert session.status() == 0


def test_without_a_terminal_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "dumb")
    assert not terminal.is_terminal()
