import json
from pathlib import Path

import pytest

from briefing.cli import main
from briefing.store.edit import Store


@pytest.fixture
def run(capsys):
    def call(*args: object) -> tuple[int, str, str]:
        code = main([str(arg) for arg in args])
        return code, *capsys.readouterr()

    return call


def shifted(mole: Path, text: str = "A new head\n\n") -> None:
    path = mole / "seeds/a.txt"
    path.write_text(text + path.read_text(encoding="utf-8"), encoding="utf-8")


def test_what_moved_is_cited_anew_and_nothing_else_is_touched(mole: Path, run) -> None:
    shifted(mole)
    before = (mole / "facts/size.toml").read_text()
    code, out, err = run("verify", "-d", mole, "--fix")
    assert [code, err] == [0, ""]
    assert "mole-length evidence[0]  a:1 → 3  moved, word for word" in out
    assert "3 passages cited anew" in out
    after = (mole / "facts/size.toml").read_text()
    changed = [pair for pair in zip(before.splitlines(), after.splitlines(), strict=True) if pair[0] != pair[1]]
    assert changed == [("lines = [1, 1]", "lines = [3, 3]"), ("lines = [2, 2]", "lines = [4, 4]")]


def test_a_second_run_changes_nothing_and_undo_takes_the_first_back_as_one_step(mole: Path, run) -> None:
    before = {path: path.read_bytes() for path in (mole / "facts").iterdir()}
    shifted(mole)
    run("verify", "-d", mole, "--fix")
    fixed = {path: path.read_bytes() for path in (mole / "facts").iterdir()}
    assert run("verify", "-d", mole, "--fix")[0] == 0
    assert {path: path.read_bytes() for path in (mole / "facts").iterdir()} == fixed != before
    Store(mole).undo()
    assert {path: path.read_bytes() for path in (mole / "facts").iterdir()} == before


def test_what_differs_in_substance_stays_a_finding(mole: Path, run) -> None:
    path = mole / "seeds/a.txt"
    path.write_text(path.read_text().replace("1,200", "1,300"))
    shifted(mole)
    code, out, err = run("verify", "-d", mole, "--fix")
    assert code == 1
    assert "lamp-lit evidence[0]  a:2 → 4" in out
    assert "[altered]" in out
    assert err == "2 passages to look at: open the app and press R\n"


def test_json_tells_what_is_left(mole: Path, run) -> None:
    shifted(mole)
    code, out, _ = run("verify", "-d", mole, "--fix", "--format", "json")
    assert [code, json.loads(out)["findings"]] == [0, []]
