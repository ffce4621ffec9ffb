"""The commands as a user types them: exit codes, findings with their place, JSON shapes."""

import json

import pytest

from briefing.cli import main

SIZE = "facts/size.toml"


@pytest.fixture
def run(capsys):
    """Run a command; give its exit code and what it wrote."""

    def call(*args: object) -> tuple[int, str, str]:
        code = main([str(arg) for arg in args])
        return code, *capsys.readouterr()

    return call


@pytest.fixture
def verify(run):
    def call(folder, *more: object):
        code, out, _ = run("verify", "-d", folder, "--format", "json", *more)
        return code, json.loads(out)

    return call


@pytest.fixture
def sealed(mole, run):
    """The small dossier as its seals alone."""
    assert run("seal", "-d", mole)[0] == 0
    for path in (mole / "seeds").glob("*.txt"):
        path.rename(mole.parent / path.name)
    return mole


def test_verify_finds_nothing_in_a_sound_dossier(mole, verify):
    code, data = verify(mole)
    assert code == 0
    assert list(data) == ["schema", "title", "counts", "anchors", "findings"]
    assert data["schema"] == "briefing.verify/1"
    assert data["counts"] == {"sources": 3, "cards": 2, "discrepancies": 1, "passages": 6}
    assert data["anchors"] == {"exact": 6, "sealed": 0, "moved": 0, "altered": 0, "ambiguous": 0, "missing": 0}


@pytest.mark.parametrize(
    ("file", "old", "new", "code", "line"),
    [
        (SIZE, 'quote = "1,200', 'quote = "1,300', "altered", 14),
        (SIZE, "about 1,150", "about 1,750", "altered", 28),
        (SIZE, "lines = [1, 1]", "lines = [2, 2]", "moved", 13),
        (SIZE, "lines = [1, 1]", "lines = [11, 11]", "bad-range", 13),
        (SIZE, "lines = [1, 1]", "lines = [2, 1]", "bad-range", 13),
        (SIZE, "stance =", "stanec =", "unknown-key", 15),
        (SIZE, 'source = "a"', 'source = "aa"', "unknown-source", 12),
        (SIZE, 'quote = "1,200 metres long"', 'quote = "quay wall of granite"', "missing", 14),
        (SIZE, 'quote = "lamp was lit"', 'quote = "Its lamp was lit in May"', "whole-sentence", 41),
        ("facts/discrepancies.toml", 'cards = ["mole-length"]', 'cards = ["mole-lenght"]', "unknown-card", 10),
        ("facts/discrepancies.toml", 'says = "1,200 metres"', 'say = "1,200 metres"', "unknown-key", 12),
        ("seeds/sources.toml", 'derives_from = ["a"]', 'derives_from = ["z"]', "unknown-source", 21),
        ("seeds/sources.toml", 'origin = "survey"', 'origin = "survei"', "unknown-origin", 12),
        ("seeds/sources.toml", "1931-05-04", "1931-05-34", "toml", 11),
    ],
)
def test_one_fault_is_one_finding_with_file_and_line(edit, verify, file, old, new, code, line):
    status, data = verify(edit(file, old, new))
    assert status == 1
    errors = [item for item in data["findings"] if item["file"] == file]
    assert [(item["code"], item["line"]) for item in errors] == [(code, line)]
    assert errors[0]["column"] >= 1


def test_all_findings_come_in_one_run(edit, verify):
    edit(SIZE, 'quote = "1,200', 'quote = "1,300')
    edit(SIZE, "stance =", "stanec =")
    folder = edit("facts/discrepancies.toml", 'cards = ["mole-length"]', 'cards = ["mole"]')
    assert {item["code"] for item in verify(folder)[1]["findings"]} == {"altered", "unknown-key", "unknown-card"}


def test_a_sealed_dossier_verifies_and_takes_its_originals(sealed, verify):
    code, data = verify(sealed)
    assert (code, data["anchors"]["sealed"], data["findings"]) == (0, 6, [])
    code, data = verify(sealed, "--originals", sealed.parent)
    assert (code, data["anchors"]["exact"]) == (0, 6)


def test_a_flipped_digit_is_found_against_the_seal_alone(sealed, edit, verify):
    code, data = verify(edit(SIZE, 'quote = "1,200', 'quote = "1,300'))
    assert code == 1
    assert [item["code"] for item in data["findings"]] == ["altered"]
    assert "1,200" in data["findings"][0]["message"] or "200" in data["findings"][0]["message"]


def test_a_changed_word_in_a_seal_is_one_finding(sealed, verify):
    path = sealed / "seeds" / "a.seal"
    path.write_text(path.read_text().replace('"metres "', '"meters "'))
    code, data = verify(sealed)
    assert code == 1
    assert [(item["code"], item["file"]) for item in data["findings"]] == [("seal", "seeds/a.seal")]
    assert data["findings"][0]["line"] > 1


def test_a_text_that_is_not_the_original_is_refused(sealed, verify):
    (sealed / "seeds" / "a.txt").write_text("The mole will be 1,300 metres long.\n")
    code, data = verify(sealed)
    assert (code, data["anchors"]["sealed"]) == (1, 6)
    assert [item["code"] for item in data["findings"]] == ["not-the-original"]


def test_attach_matches_files_by_what_they_hold(sealed, run, verify):
    (sealed.parent / "a.txt").rename(sealed.parent / "some name.text")
    (sealed.parent / "b.txt").write_text("something else")
    code, out, err = run("attach", sealed.parent, "-d", sealed)
    assert code == 1
    assert "a: attached" in out and "c: attached" in out
    assert "b: b.txt was refused" in err
    assert verify(sealed)[1]["anchors"] == {
        "exact": 5,
        "sealed": 1,
        "moved": 0,
        "altered": 0,
        "ambiguous": 0,
        "missing": 0,
    }


def test_sealing_again_gives_the_same_bytes(mole, run):
    run("seal", "-d", mole)
    first = {path.name: path.read_bytes() for path in (mole / "seeds").iterdir()}
    run("seal", "-d", mole)
    assert {path.name: path.read_bytes() for path in (mole / "seeds").iterdir()} == first
    assert (mole / ".gitignore").read_text() == "/seeds/*.txt\n"


def test_verify_for_github(edit, run):
    code, out, _ = run("verify", "-d", edit(SIZE, "lines = [1, 1]", "lines = [2, 2]"), "--format", "github")
    assert code == 1
    assert out.startswith("::error file=facts/size.toml,line=13,col=1,title=moved::the quote")


def test_show_a_card_with_its_rating(mole, run):
    code, out, _ = run("show", "mole-length", "-d", mole, "--format", "json")
    data = json.loads(out)
    assert (code, data["schema"], data["card"]["id"]) == (0, "briefing.show/1", "mole-length")
    assert data["card"]["evidence"][0]["lines"] == [1, 1]
    assert data["rating"]["origins"] == ["survey"]
    assert data["rating"]["judgement"] is None
    assert data["anchors"][2] == {"source": "c", "lines": [1, 1], "status": "exact"}
    code, out, _ = run("show", "mole-length", "-d", mole)
    assert code == 0
    assert "●○○○○ very low" in out


def test_show_lines_as_cat_numbers_them(mole, run):
    assert run("show", "a:2-3", "-d", mole)[1] == "     2\tIts lamp was lit in May.\n     3\t\n"
    assert run("show", "a:9", "-d", mole)[0] == 2
    assert run("show", "mole-lenght", "-d", mole)[0] == 2
    assert "did you mean `mole-length`?" in run("show", "mole-lenght", "-d", mole)[2]


def test_search_finds_cards_and_lines(mole, run):
    code, out, _ = run("search", "lamp", "-d", mole, "--format", "json")
    hits = json.loads(out)["hits"]
    assert code == 0
    assert hits[0]["card"] == "lamp-lit"
    assert {(hit["source"], *hit["lines"]) for hit in hits if hit["card"] is None} == {
        ("a", 2, 2),
        ("b", 2, 2),
        ("c", 2, 2),
    }
    assert run("search", "zeppelin", "-d", mole)[0] == 1


def test_memo_goes_to_standard_output_or_a_file(mole, run, tmp_path):
    code, out, _ = run("memo", "-d", mole)
    assert code == 0
    assert out.startswith("# The mole\n")
    assert run("memo", "-d", mole, "-o", tmp_path / "memo.md")[0] == 0
    assert (tmp_path / "memo.md").read_text() == out


def test_without_a_terminal_the_app_gives_a_summary(mole, run):
    code, out, err = run("-d", mole)
    assert code == 2
    assert "3 sources, 2 cards, 1 discrepancies" in out
    assert "needs a terminal" in err


def test_wrong_usage_is_2_and_says_what_to_do(run, tmp_path):
    assert run("verfy")[0] == 2
    assert "did you mean 'verify'?" in run("verfy")[2]
    assert run("verify", "--nope")[0] == 2
    assert run("verify", "-d", tmp_path)[0] == 2
    assert run("--help")[0] == 0


def test_nothing_a_terminal_obeys_is_ever_written(mole, capsysbinary):
    hostile = "[bold][@click=app.quit]\\u001b]52;c;eA==\\u0007 \\u202eevil \\u009b31m"
    path = mole / SIZE
    path.write_text(path.read_text().replace("The mole is 1,200 metres long.", hostile))
    (mole / "seeds" / "a.txt").write_text(
        "The mole will be 1,200 metres long.\x1b[2J\nIts lamp was lit in May.\u202e\n"
    )
    for command in (["verify"], ["show", "mole-length"], ["show", "a"], ["memo"], ["search", "lamp"]):
        for form in ([], ["--format", "json"]):
            if command == ["memo"] and form:
                continue
            main([*command, *form, "-d", str(mole)])
            written = b"".join(capsysbinary.readouterr()).decode()
            assert not set(written) & {"\x1b", "\x07", "\u202e", "\x9b"}
            if command == ["show", "mole-length"] and not form:
                assert "[bold][@click=app.quit]" in written
