"""Half-typed forms on disk."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from briefing.store import kept
from briefing.store.lock import state_folder

FORM = {"kind": "card", "texts": {"claim": "[/b] \x1b]0;x\x07 \ud800 é"}}


def test_what_is_kept_is_read_back_letter_for_letter(tmp_path: Path) -> None:
    mine = kept.keep(tmp_path)
    mine.write(FORM)
    mine.write({**FORM, "of": "x"})
    assert mine.read() == {**FORM, "of": "x"}


def test_a_form_is_left_only_when_nobody_holds_it(tmp_path: Path) -> None:
    mine = kept.keep(tmp_path)
    mine.write(FORM)
    assert kept.left(tmp_path) == []
    mine.close()
    (found,) = kept.left(tmp_path)
    assert found.read() == FORM
    assert kept.left(tmp_path) == []
    found.drop()
    assert kept.left(tmp_path) == []
    assert list((state_folder(tmp_path) / "forms").iterdir()) == []


def test_nothing_is_made_by_looking(tmp_path: Path) -> None:
    assert kept.left(tmp_path) == []
    assert not state_folder(tmp_path).exists()


@pytest.mark.parametrize(
    "data", [b"", b"\xff\xfe", b"[1]", b"{", b'{"kind": 1}', b'{"texts": {"a": 1}}', b"[" * 100_000, b"null"]
)
def test_what_is_no_form_is_nothing(tmp_path: Path, data: bytes) -> None:
    mine = kept.keep(tmp_path)
    mine.write(FORM)
    (path,) = (state_folder(tmp_path) / "forms").glob("*.json")
    path.write_bytes(data)
    assert mine.read() == {}


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    mine = kept.keep(tmp_path)
    mine.write(FORM)
    (path,) = (state_folder(tmp_path) / "forms").glob("*.json")
    (tmp_path / "other").write_text('{"kind": "card"}')
    path.unlink()
    path.symlink_to(tmp_path / "other")
    assert mine.read() == {}


def test_a_kill_costs_at_most_the_key_in_flight(tmp_path: Path) -> None:
    program = (
        "import sys\nfrom pathlib import Path\nfrom briefing.store.kept import keep\n"
        "mine = keep(Path(sys.argv[1]))\nfor n in range(10**9):\n"
        "    mine.write({'texts': {'claim': 'x' * (n % 5000)}, 'of': str(n)})\n    print(n, flush=True)\n"
    )
    for wait in (0.0, 0.01, 0.03):
        run = subprocess.Popen([sys.executable, "-c", program, str(tmp_path)], stdout=subprocess.PIPE, text=True)
        assert run.stdout is not None
        first = run.stdout.readline()
        time.sleep(wait)
        run.kill()
        *told, _cut_off = (first + run.stdout.read()).split("\n")
        run.wait()
        run.stdout.close()
        (found,) = kept.left(tmp_path)
        assert int(str(found.read()["of"])) >= int(told[-1])
        found.drop()
