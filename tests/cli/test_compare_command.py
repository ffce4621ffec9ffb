"""`briefing compare`: text and JSON, what is left out, and the exit codes."""

import json
import shutil

import pytest
from places import REPOSITORY

from briefing.check.lineage import Derivation
from briefing.cli import main
from briefing.cli.candidates import derivations

HARBOUR = REPOSITORY / "tests" / "data" / "harbour"
FLOOD = sorted((REPOSITORY / "tests" / "data" / "stories" / "flood").glob("*.txt"))
KEYS = ["id", "kind", "nature", "severity", "score", "question", "reason", "discrepancy", "sides"]


@pytest.fixture
def call(capsys, monkeypatch):
    """Run the command; give the exit code, what was written and what was said."""
    monkeypatch.setenv("COLUMNS", "80")

    def run(*words) -> tuple[int, str, str]:
        code = main(["compare", *map(str, words)])
        out, err = capsys.readouterr()
        return code, out, err

    return run


def told(out: str) -> list[dict]:
    found = json.loads(out)
    assert list(found) == ["schema", "candidates"]
    assert found["schema"] == "briefing.compare/1"
    return found["candidates"]


def test_json_has_the_shape_of_the_contract(call):
    code, out, _ = call(*FLOOD, "--format", "json")
    assert code == 1
    for item in told(out):
        assert list(item) == KEYS
        assert 0 <= item["score"] <= 1
        assert len(item["sides"]) > 1
        for side in item["sides"]:
            assert list(side) == ["source", "lines", "columns", "text", "value"]


def test_the_sides_are_the_words_of_the_files(call):
    _, out, _ = call(*FLOOD, "--format", "json")
    texts = {path.name: path.read_text().split("\n") for path in FLOOD}
    for side in (side for item in told(out) for side in item["sides"]):
        (first, last), (start, end) = side["lines"], side["columns"]
        if first == last:
            assert texts[side["source"]][first - 1][start:end].split() == side["text"].split()


def test_text_fits_the_terminal_and_says_how_many(call):
    code, out, err = call(*FLOOD)
    assert (code, err) == (1, "")
    assert max(map(len, out.splitlines())) <= 80
    assert out.splitlines()[-1].endswith(f"in {len(FLOOD)} documents")
    assert "first.txt:" in out


def test_a_dossier_names_what_it_holds_already(call):
    code, out, _ = call("-d", HARBOUR)
    assert code == 1
    assert "in the dossier as goods-2023" in out
    assert "of them in the dossier already" in out


def test_the_same_input_gives_the_same_bytes(call):
    assert call("-d", HARBOUR, "--format", "json") == call("-d", HARBOUR, "--format", "json")


def test_nothing_to_find(call, tmp_path):
    for name in "ab":
        (tmp_path / name).with_suffix(".txt").write_text("The lamp was lit in May.\n")
    assert call(tmp_path / "a.txt", tmp_path / "b.txt") == (0, "no disagreement found in 2 documents\n", "")


def test_a_file_that_cannot_be_read_is_named_and_the_rest_is_compared(call, tmp_path):
    code, out, err = call(*FLOOD, tmp_path / "absent.txt")
    assert code == 1
    assert "absent.txt: " in err
    assert f"in {len(FLOOD)} documents" in out


def test_nothing_readable(call, tmp_path):
    code, out, err = call(tmp_path / "absent.txt", tmp_path)
    assert (code, out) == (2, "")
    assert "none of the files can be read" in err


def test_files_of_one_name_are_told_apart(call, tmp_path):
    for folder, length in (("one", "1,200"), ("two", "900")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "mole.txt").write_text(f"The mole of Norrvik will be {length} metres long.\n")
    code, out, _ = call(tmp_path / "one" / "mole.txt", tmp_path / "two" / "mole.txt", "--format", "json")
    assert code == 1
    assert {side["source"] for side in told(out)[0]["sides"]} == {"mole.txt", "mole.txt'"}


def test_only_the_first_unless_all_are_wanted(call, monkeypatch):
    monkeypatch.setattr("briefing.cli.compare.FIRST", 1)
    _, out, _ = call(*FLOOD)
    assert out.splitlines()[-1] == "the first 1 are shown; all of them: --all"
    assert "--all" not in call(*FLOOD, "--all")[1]


def test_sealed_documents_are_said_to_be_sealed(call, sealed_only, tmp_path):
    # the dossier that ships has seals alone on a fresh clone; where texts lie beside them there is nothing to test
    for name in ("facts", "seeds"):
        shutil.copytree(REPOSITORY / name, tmp_path / name, ignore=shutil.ignore_patterns("*.txt"))
    code, out, err = call("-d", tmp_path)
    assert (code, out) == (2, "")
    assert "5 of 5 documents are sealed" in err
    assert "briefing attach" in err
    code, out, _ = call("-d", tmp_path, "--format", "json")
    assert (code, told(out)) == (2, [])


def test_what_was_dismissed_does_not_come_back(call, tmp_path):
    folder = shutil.copytree(HARBOUR, tmp_path / "harbour")
    _, out, _ = call("-d", folder, "--format", "json")
    first, *others = [item["id"] for item in told(out)]
    with (folder / "facts" / "discrepancies.toml").open("a") as register:
        register.write(f'\n[[dismissed]]\nid = "{first}"\nreason = "known"\n')
    _, out, _ = call("-d", folder, "--format", "json")
    assert [item["id"] for item in told(out)] == others


def test_lineage_that_the_register_does_not_say_stands_at_the_end(call, edit):
    said = "The mole of Norrvik was paid for by nine timber merchants and a widow who never gave her name to anyone.\n"
    folder = edit("seeds/a.txt", "The mole will", f"{said * 3}The mole will")
    edit("seeds/c.txt", "Paced it", f"{said * 3}Paced it")
    _, out, _ = call("-d", folder)
    assert "who seems to repeat whom" in out
    assert "c seems to repeat a" in out or "a seems to repeat c" in out
    assert "b seems to repeat a" not in out


def test_hostile_text_never_reaches_the_terminal(call, tmp_path):
    for name, length in (("a", "1,200"), ("b", "900")):
        text = f"The mole of Nor\x1b[31mrvik\x07 will be {length} metres long.\n"
        (tmp_path / name).with_suffix(".txt").write_text(text)
    _, out, err = call(tmp_path / "a.txt", tmp_path / "b.txt")
    assert "\x1b" not in out + err
    assert "\x07" not in out + err


def test_a_derivation_in_words(capsys):
    proposal = Derivation(
        source="2", origin="Norrvik Post", kind="attribution", basis="attribution", score=0.7, reason="so it says",
        passages=(),
    )  # fmt: skip
    derivations([proposal], {})
    assert capsys.readouterr().out.startswith("  2 seems to repeat “Norrvik Post”\n")
