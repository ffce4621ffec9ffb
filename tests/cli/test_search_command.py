"""`briefing search` as a user types it."""

import json

import pytest

from briefing.cli import main


@pytest.fixture
def search(mole, capsys):
    """Search the small dossier; give the exit code, what was written and what was said."""

    def run(*words: str) -> tuple[int, str, str]:
        return main(["search", "-d", str(mole), *words]), *capsys.readouterr()

    return run


def test_one_hit_a_line(search):
    assert search("lamp", "lit") == (
        0, "lamp-lit  The lamp was lit in May.\na:2  Its lamp was lit in May.\nb:2  Its lamp was lit in May.\n", ""
    )  # fmt: skip


def test_a_phrase_in_quotes(search):
    assert search('"still dark"')[1] == "c:2  The lamp is still dark.\n"


def test_the_nearest(search):
    code, out, err = search("lamp", "zeppelin")
    assert (code, err) == (0, "nothing holds all of these words; the nearest:\n")
    assert "lamp-lit  The lamp was lit in May." in out


def test_nothing(search):
    assert search("zeppelin") == (1, "", "nothing holds these words; try fewer, or only their beginnings\n")


def test_json(search):
    told = json.loads(search("metres", "--format", "json", "--limit", "2")[1])
    assert told["schema"] == "briefing.search/1"
    assert [list(hit) for hit in told["hits"]] == [["card", "source", "lines", "text", "score"]] * 2
    assert json.loads(search("zeppelin", "--format", "json")[1])["hits"] == []


def test_colour_marks_the_words_and_takes_none_away(search, monkeypatch):
    monkeypatch.setattr("briefing.cli.streams._coloured", lambda stream: True)
    out = search("lamp")[1]
    assert "\x1b[1mlamp\x1b[0m" in out
