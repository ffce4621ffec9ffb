"""Kill and fail the writer: `python tests/eval/crash.py DOSSIER [ROUNDS]`. The dossier is copied, never written to.

First a process that edits without end is killed at a random moment, ROUNDS times (1,000). Then
`briefing set` runs under strace, if that is there, and each of its calls that write is made to
fail, to be interrupted, or to be its last. Counts damaged files and acknowledged changes that are
gone; exit code 1 where there is any.
"""

from __future__ import annotations

import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from briefing.model.dossier import Dossier
from briefing.store.change import Change, Move, Set
from briefing.store.dossier import open_dossier
from briefing.store.edit import Store

CALLS = "write", "fsync", "renameat", "fchmod", "ftruncate", "flock", "unlinkat"
FAULTS = "error=EIO", "error=ENOSPC", "error=EINTR", "signal=KILL"
Claims = dict[str, tuple[str, str, str]]


def claims(dossier: Dossier) -> Claims:
    return {card.id: (card.topic, card.claim, card.note) for card in dossier.cards}


def changes(seed: int, now: Claims) -> Iterator[tuple[list[Change], Claims]]:
    """Yield without end what is to be changed next and what the dossier is then."""
    dice = random.Random(seed)
    topics = sorted({topic for topic, _, _ in now.values()})
    number = 0
    while True:
        number += 1
        id = dice.choice(sorted(now))
        topic, claim, note = now[id]
        match dice.randrange(4):
            case 0:
                topic = dice.choice(topics)
                made: list[Change] = [Move(id, topic)]
            case 1:
                claim, note = f"Claim {seed}.{number}", f"Note\n{seed}.{number}"
                made = [Set(id, "claim", claim), Set(id, "note", note)]
            case _:
                claim = f"Claim {seed}.{number}"
                made = [Set(id, "claim", claim)]
        now = now | {id: (topic, claim, note)}
        yield made, now


def edit(folder: Path, seed: int, acknowledge: int) -> None:
    """Change a dossier until killed; write one byte for each change that is acknowledged."""
    store = Store(folder)
    for made, _ in changes(seed, claims(store.dossier)):
        store.apply(*made)
        os.write(acknowledge, b".")


def killed(folder: Path, seed: int) -> int:
    """Let a process edit, kill it at a random moment; return how many changes it acknowledged."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        try:
            edit(folder, seed, writing)
        finally:
            os._exit(1)
    os.close(writing)
    dice = random.Random(-seed)
    # one in four may die while it starts, the others amid their changes
    count = len(os.read(reading, 1)) if dice.randrange(4) else 0
    time.sleep(dice.uniform(0, 0.1))
    os.kill(child, signal.SIGKILL)
    while data := os.read(reading, 65536):
        count += len(data)
    os.close(reading)
    os.waitpid(child, 0)
    return count


def whole(folder: Path) -> tuple[Claims, bool]:
    """Return what a dossier holds after the next start, and whether every file of it is whole."""
    store = Store(folder)
    return claims(store.dossier), not (store.dossier.problems or store.unmade or list(folder.rglob(".briefing-*")))


def kills(folder: Path, rounds: int) -> int:
    damaged = lost = acknowledged = 0
    for seed in range(1, rounds + 1):
        before = claims(open_dossier(folder))
        count = killed(folder, seed)
        now, sound = whole(folder)
        states = [before]
        for _, state in changes(seed, before):
            if len(states) > count + 1:
                break
            states.append(state)
        acknowledged += count
        damaged += not sound
        lost += now not in states[count:]
    say(f"{rounds} kills, {acknowledged} acknowledged changes: {damaged} times damaged, {lost} times something lost")
    return damaged + lost


def say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def traced(folder: Path, value: str, *options: str) -> subprocess.CompletedProcess[str]:
    card = min(claims(open_dossier(folder)))
    command = [sys.executable, "-m", "briefing", "set", "-d", str(folder), card, f"claim={value}"]
    trace = ["strace", "-f", "--seccomp-bpf", "-o", str(folder.parent / "trace"), *options]
    return subprocess.run([*trace, *command], capture_output=True, text=True, check=False)


def faults(folder: Path) -> int:
    damaged = lost = runs = 0
    traced(folder, "first")
    for call in CALLS:
        traced(folder, f"counted {call}", "-e", f"trace={call}")
        count = len(re.findall(rf"\b{call}\(", (folder.parent / "trace").read_text()))
        for fault in FAULTS:
            for n in range(1, count + 1):
                before = claims(open_dossier(folder))
                card, value = min(before), f"{call} {fault} {n}"
                topic, _, note = before[card]
                result = traced(folder, value, "-e", f"trace={call}", "-e", f"inject={call}:{fault}:when={n}")
                now, sound = whole(folder)
                after = before | {card: (topic, value, note)}
                if not sound or now not in (before, after):
                    say(f"  {call} {fault} {n}: sound {sound}, exit {result.returncode}\n{result.stderr}")
                damaged += not sound or now not in (before, after)
                lost += (result.returncode == 0 or "→" in result.stdout) and now != after
                runs += 1
    say(f"{runs} runs with one call failing: {damaged} times damaged, {lost} times something acknowledged lost")
    return damaged + lost


def main() -> int:
    source, rounds = Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1000
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "dossier"
        os.environ["XDG_STATE_HOME"] = str(Path(place) / "state")
        for name in ("facts", "seeds"):
            shutil.copytree(source / name, folder / name)
        found = kills(folder, rounds)
        return int(bool(found + (faults(folder) if shutil.which("strace") else 0)))


if __name__ == "__main__":
    sys.exit(main())
