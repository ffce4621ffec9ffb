"""`briefing check`: findings as a linter gives them, and the exit codes."""

import io
import json

import pytest

from briefing.cli.check import command

GOOD = "The lamp was lit in May.\n"
BAD = "# The mole\n\nThe lamp was lit\nin June.\n"


@pytest.fixture
def call(mole, tmp_path, capsys):
    """Check a draft against the small dossier; give the exit code, what was written and what was said."""

    def run(text: str, *options: str, name: str = "draft.md") -> tuple[int, str, str]:
        (tmp_path / name).write_text(text)
        code = command.main(["-d", str(mole), *options, str(tmp_path / name)], standalone_mode=False)
        out, err = capsys.readouterr()
        return code, out.replace(f"{tmp_path}/", ""), err

    return run


def test_a_sound_draft(call):
    assert call(GOOD) == (0, "", "1 statement: 1 supported\n")


def test_a_contradiction_has_its_place_and_its_passage(call):
    code, out, _ = call(BAD)
    assert code == 1
    first, *rest = out.splitlines()
    assert first.startswith("draft.md:4:4: contradicted: draft: June; ")
    assert rest == [
        "    draft                    The lamp was lit in June.",
        "    lamp-lit                 The lamp was lit in May.",
        "    a:2                      Its lamp was lit in May.",
        "",
    ]


def test_strict_minds_what_is_not_answered(call):
    draft = "Bananas ripen faster beside apples.\n"
    assert call(draft)[0] == 0
    assert call(draft, "--strict")[0] == 1


def test_annotations(call):
    code, out, _ = call(BAD, "--format", "github")
    assert code == 1
    assert out.startswith("::error file=draft.md,line=4,col=4,title=contradicted::draft: June")


def test_json(call):
    code, out, _ = call(BAD, "--format", "json", name="draft.txt")
    told = json.loads(out)
    assert code == 1
    assert next(iter(told)) == "schema"
    assert told["schema"] == "briefing.check/1"
    assert told["counts"]["contradicted"] == 1
    last = told["statements"][-1]
    assert (last["lines"], last["columns"]) == ([3, 4], [0, 8])
    assert last["cards"] == ["lamp-lit"]
    assert last["passages"][0] == {"source": "a", "lines": [2, 2]}


def test_standard_input(mole, monkeypatch, capsys):
    stdin = io.TextIOWrapper(io.BytesIO(BAD.encode()))
    monkeypatch.setattr("sys.stdin", stdin)
    assert command.main(["-d", str(mole), "-"], standalone_mode=False) == 1
    assert capsys.readouterr().out.startswith("-:4:4: contradicted: ")
