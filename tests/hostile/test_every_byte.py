"""Every byte that the app and the commands send to a terminal, read while they show a hostile dossier."""

import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import sys
import termios
import time

import pytest

from briefing.cli import main

PAYLOADS = (
    "[bold]loud[/bold] [/] [@click=app.quit]press[/] [link=file:///etc/passwd]x[/link]",
    "\x1b]52;c;U1RPTEVO\x07 \x1b]0;TITLE-STOLEN\x07 \x1b[c \x1b[6n \x1b[2J \x1bPq#0\x1b\\",
    "\x9b31mC1\x9c \u202eevil\u202c \u2066iso\u2069 \u200bzero\ufeff \U000e0041tag",
    "wide 中文字 🇰🇿 e\u0301\u0301\u0301 tab\there",
)
RAW = (
    "\x1b]52",
    "STOLEN\x07",
    "\x1b[c",
    "\x1b[6n",
    "\x1bP",
    "\x9b",
    "\x9c",
    "\u202e",
    "\u2066",
    "\u200b",
    "\ufeff",
    "\U000e0041",
)
ALLOWED = re.compile(
    r"\x1b\[\??[0-9;]*[mHJKhlABCDGdrstuqX]|\x1b\[[<>=?][0-9;]*[a-z]|\x1b\[\?[0-9;]+\$p"
    r"|\x1b[78=>]|\x1b\([B0]|\x1b\](?:0;[ -~]*|22;[a-z-]+)\x07|\r|\n|\x08"
)
"""What Textual itself sends: cursor, colours, modes, the window's title and the pointer's shape."""


def toml(text: str) -> str:
    """Return text as a TOML string in which nothing is left raw."""
    plain = (char if " " <= char <= "~" and char not in '"\\' else f"\\U{ord(char):08x}" for char in text)
    return f'"{"".join(plain)}"'


@pytest.fixture
def hostile(mole):
    """The small dossier with every payload in titles, claims, notes, questions, findings, names and texts."""
    all_of_it = " ".join(PAYLOADS)
    for name in ("facts/size.toml", "facts/discrepancies.toml", "facts/dossier.toml", "seeds/sources.toml"):
        path = mole / name
        text = path.read_text()
        for key in (
            "claim",
            "subject",
            "question",
            "finding",
            "says",
            "title",
            "bottom_line",
            "publisher",
            "name",
            "reason",
        ):
            text = re.sub(
                rf'^{key} = ".*?"', lambda match: f"{match[0][:-1]} {toml(all_of_it)[1:]}", text, flags=re.MULTILINE
            )
        path.write_text(text)
    path = mole / "seeds" / "a.txt"
    path.write_text(path.read_text().replace("long.", "long. " + all_of_it) + "\n".join(PAYLOADS) + "\n")
    (mole / "facts" / "\x1b[2Jx\x9b.toml").write_text("= bad")
    return mole


def watch(folder, keys: str, *, columns: int = 100, rows: int = 30) -> str:
    """Run the app in a pseudo-terminal, press keys, quit, and return all that it wrote."""
    parent, child = pty.openpty()
    fcntl.ioctl(child, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
    environment = {**os.environ, "TERM": "xterm-256color", "COLUMNS": str(columns), "LINES": str(rows)}
    environment.pop("BRIEFING_ORIGINALS", None)
    command = [sys.executable, "-m", "briefing", "-d", str(folder)]
    process = subprocess.Popen(
        command, stdin=child, stdout=child, stderr=child, env=environment, start_new_session=True
    )
    os.close(child)
    written = b""

    def read(until: str, seconds: float = 10) -> None:
        nonlocal written
        end = time.monotonic() + seconds
        while time.monotonic() < end and process.poll() is None:
            if select.select([parent], [], [], 0.15)[0]:
                try:
                    written += os.read(parent, 65536)
                except OSError:
                    return
            elif until.encode() in written:
                return

    read("2 cards" if columns >= 100 else "mole")
    for key in keys:
        os.write(parent, key.encode())
        read("")
    os.write(parent, b"\x03")
    os.write(parent, b"\x11")
    read("\x1b[?1049l", 5)
    process.terminate()
    process.wait(10)
    os.close(parent)
    return written.decode("utf-8")


@pytest.mark.parametrize("columns", [40, 100, 160])
def test_nothing_from_a_file_reaches_the_terminal_raw(hostile, columns):
    written = watch(hostile, "jjk\r\x1b]?\x1b/bold\r", columns=columns)
    assert "loud" in written
    for raw in RAW:
        assert raw not in written
    rest = ALLOWED.sub("", written)
    assert not [char for char in rest if ord(char) < 0x20 or 0x7F <= ord(char) < 0xA0]


def test_markup_in_data_is_shown_letter_for_letter(hostile):
    plain = ALLOWED.sub("", watch(hostile, ""))
    assert "[bold]" in plain


@pytest.mark.parametrize("command", [["verify"], ["show", "mole-length"], ["show", "a"], ["search", "mole"], ["memo"]])
def test_commands_show_what_a_terminal_would_obey(hostile, command, capsysbinary):
    main([*command, "-d", str(hostile)])
    written = b"".join(capsysbinary.readouterr()).decode()
    assert not [raw for raw in RAW if raw in written]
    assert not [char for char in written if (ord(char) < 0x20 and char not in "\n\t") or 0x7F <= ord(char) < 0xA0]
