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
    assert out.splitlines()[:4] == [
        "card mole-length, evidence 1: a:1 → a:3, moved",
        "card lamp-lit, evidence 1: a:2 → a:4, moved",
        "discrepancy length, side A, passage 1: a:1 → a:3, moved",
        "3 passages cited anew",
    ]
    after = (mole / "facts/size.toml").read_text()
    changed = [pair for pair in zip(before.splitlines(), after.splitlines(), strict=True) if pair[0] != pair[1]]
    assert changed == [("lines = [1, 1]", "lines = [3, 3]"), ("lines = [2, 2]", "lines = [4, 4]")]


def test_a_quote_that_differs_in_form_is_one_line_more_and_a_side_one_line_in_all(mole: Path, run) -> None:
    path = mole / "seeds/a.txt"
    path.write_text(path.read_text(encoding="utf-8").replace("metres long", "Metres long"), encoding="utf-8")
    shifted(mole)
    before = {name: (mole / name).read_text() for name in ("facts/size.toml", "facts/discrepancies.toml")}
    code, out, _ = run("verify", "-d", mole, "--fix")
    assert code == 0
    assert "card mole-length, evidence 1: a:1 → a:3, changed in form only: “1,200 Metres long”\n" in out
    changed = [
        (name, line)
        for name, text in before.items()
        for old, line in zip(text.splitlines(), (mole / name).read_text().splitlines(), strict=True)
        if old != line
    ]
    assert changed == [
        ("facts/size.toml", "lines = [3, 3]"),
        ("facts/size.toml", 'quote = "1,200 Metres long"'),
        ("facts/size.toml", "lines = [4, 4]"),
        ("facts/discrepancies.toml", 'passages = [ { source = "a", lines = [3, 3], quote = "1,200 Metres long" } ]'),
    ]


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
    assert out.splitlines()[:2] == ["card lamp-lit, evidence 1: a:2 → a:4, moved", "1 passage cited anew"]
    assert "1,300" not in (mole / "facts/size.toml").read_text()
    assert "[altered]" in out
    assert err == "2 passages to look at: open the app and press R\n"


def test_json_tells_what_is_left(mole: Path, run) -> None:
    shifted(mole)
    code, out, _ = run("verify", "-d", mole, "--fix", "--format", "json")
    assert [code, json.loads(out)["findings"]] == [0, []]


def test_what_is_left_is_listed_with_what_to_do_and_nothing_is_written(mole: Path, run) -> None:
    path = mole / "seeds/a.txt"
    text = path.read_text(encoding="utf-8")
    gone = text.replace("Its lamp was lit in May.", "")
    path.write_text(f"-\n{gone}-\n{gone}", encoding="utf-8")
    before = {path: path.read_bytes() for path in (mole / "facts").iterdir()}
    code, out, err = run("verify", "-d", mole, "--fix")
    assert code == 1
    assert "cited anew" not in out
    assert "the quote does not stand at a:1 but at 2, and elsewhere" in out
    assert sorted(line.split("[")[1].split("]")[0] for line in out.splitlines() if " error " in line) == [
        "missing",
        "moved",
        "moved",
    ]
    assert err == "3 passages to look at: open the app and press R\n"
    assert {path: path.read_bytes() for path in (mole / "facts").iterdir()} == before


def test_the_dossier_that_ships_is_refused_though_nothing_is_to_be_fixed(mole: Path, run, monkeypatch) -> None:
    monkeypatch.setattr("briefing.store.edit.shipped", lambda root: True)
    code, out, err = run("verify", "-d", mole, "--fix")
    assert [code, out] == [2, ""]
    assert "only for reading" in err
