"""Kill the app while one types: `python tests/eval/crash_app.py DOSSIER [ROUNDS]`. It works on a copy.

Each round opens the app in a pseudo-terminal, opens the form of the first card, and types into its claim,
saving now and then, until SIGKILL, SIGHUP or SIGTERM ends it at a random moment. Then: is every file whole, and does
what was typed stand in the card or in the form that was kept? Keys of the last moments may not have been taken yet.
Exit code 1 where something is damaged or lost.
"""

from __future__ import annotations

import fcntl
import os
import pty
import random
import select
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import termios
import time
from pathlib import Path

from briefing.store.edit import Store
from briefing.store.kept import left

IN_FLIGHT = 0.15
"""Seconds before the end in which a key may not have been taken yet."""
SIGNALS = (signal.SIGKILL, signal.SIGKILL, signal.SIGHUP, signal.SIGTERM)


class App:
    """The app in a terminal of its own; whatever it draws is read and forgotten."""

    def __init__(self, folder: Path) -> None:
        self._master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 30, 100, 0, 0))
        command = [sys.executable, "-m", "briefing", "-d", str(folder)]
        env = os.environ | {"TERM": "xterm-256color"}
        self.process = subprocess.Popen(
            command, stdin=slave, stdout=slave, stderr=slave, env=env, start_new_session=True
        )
        os.close(slave)

    def read(self, seconds: float, until: bytes = b"") -> bool:
        """Read for some seconds, or until something is drawn; return whether it was."""
        end, seen = time.monotonic() + seconds, b""
        while (rest := end - time.monotonic()) > 0:
            if select.select([self._master], [], [], min(rest, 0.02))[0]:
                try:
                    seen = seen[-200:] + os.read(self._master, 65536)
                except OSError:
                    return False
                if until and until in seen:
                    return True
        return False

    def press(self, keys: str) -> None:
        os.write(self._master, keys.encode())

    def end(self, how: int) -> None:
        self.process.send_signal(how)
        try:
            self.process.wait(5)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        os.close(self._master)


def typed(folder: Path, seed: int) -> tuple[str, str]:
    """Type into the first card's claim until the app is ended; return the letters that must be there, and all."""
    dice = random.Random(seed)
    app = App(folder)
    app.read(10, b"evidence")
    app.read(0.5)
    app.press("i")
    app.read(5, b"save")
    app.press(f"\x15{seed} ")  # from the beginning of the field
    sent = [(time.monotonic(), f"{seed} ")]
    end = time.monotonic() + dice.uniform(0.1, 1.2)
    while time.monotonic() < end:
        letter = dice.choice("abcdefghijklmnopqrstuvwxyz")
        app.press(letter)
        sent.append((time.monotonic(), letter))
        app.read(dice.uniform(0, 0.03))
    if dice.randrange(3) == 0:
        app.press("\x13")
        app.read(dice.uniform(0, 0.1))
    now = time.monotonic()
    app.end(dice.choice(SIGNALS))
    return "".join(text for at, text in sent if at < now - IN_FLIGHT), "".join(text for _, text in sent)


def round_of(folder: Path, seed: int) -> tuple[bool, bool]:
    """Return whether something was damaged, and whether something was lost."""
    sure, every = typed(folder, seed)
    store = Store(folder)
    card = store.dossier.cards[0]
    forms = left(store.root)
    words = [card.claim, *(str(value) for form in forms for value in _flat(form.read()))]
    for form in forms:
        form.drop()
    damaged = bool(store.dossier.problems or store.unmade or list(folder.rglob(".briefing-*")))
    there = max((word for word in words if every.startswith(word) or word.startswith(every)), key=len, default="")
    lost = len(there) < len(sure)
    if damaged or lost:
        sys.stdout.write(f"round {seed}: damaged {damaged}, sure of {sure!r}, found {words!r}\n")
    return damaged, lost


def _flat(content: dict[str, object]) -> list[object]:
    return [each for value in content.values() for each in (value.values() if isinstance(value, dict) else [value])]


def main() -> int:
    source, rounds = Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 100
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "dossier"
        os.environ["XDG_STATE_HOME"] = str(Path(place) / "state")
        for name in ("facts", "seeds"):
            shutil.copytree(source / name, folder / name)
        found = [round_of(folder, seed) for seed in range(1, rounds + 1)]
    damaged, lost = (sum(column) for column in zip(*found, strict=True))
    sys.stdout.write(f"{rounds} ends amid typing: {damaged} times damaged, {lost} times something lost\n")
    return int(bool(damaged + lost))


if __name__ == "__main__":
    sys.exit(main())
