"""A bad file costs as little as possible, and says where it is bad."""

import os

import pytest

from briefing.errors import NotADossier
from briefing.store.dossier import bundled, find_dossier, open_dossier

SIZE = "facts/size.toml"


def problems(folder):
    return [(item.code, item.file, item.line, item.column) for item in open_dossier(folder).problems]


def test_a_whole_dossier_opens_without_a_problem(mole):
    dossier = open_dossier(mole)
    assert dossier.problems == ()
    assert [card.id for card in dossier.cards] == ["mole-length", "lamp-lit"]
    assert dossier.title == "The mole"
    assert dossier.topic_titles == {"size": "Size"}
    assert dossier.documents["a"].lines[1] == "Its lamp was lit in May."
    assert dossier.where(dossier.cards[1].at) == (32, 1)
    assert dossier.origin_of(dossier.cards[0].evidence[1]) == "survey"
    assert dossier.origin_of(dossier.cards[0].evidence[2]) == "c"


def test_the_dossier_is_the_current_folder_else_the_bundled_one(mole, monkeypatch, tmp_path):
    monkeypatch.chdir(mole)
    assert open_dossier().title == "The mole"
    monkeypatch.chdir(tmp_path)
    assert find_dossier() == bundled()
    with pytest.raises(NotADossier):
        open_dossier(tmp_path / "nowhere")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("claim =", "clam =", ("unknown-key", SIZE, 5, 1)),
        ('id = "mole-length"', 'ix = "mole-length"', ("unknown-key", SIZE, 4, 1)),
        ("[[card]]", "[[cadr]]", ("toml", SIZE, 32, 7)),
        ("topic =", "topci =", ("unknown-key", SIZE, 1, 1)),
        ("stance =", "stanze =", ("unknown-key", SIZE, 15, 1)),
        ("amount =", "amuont =", ("unknown-key", SIZE, 8, 11)),
        ("quote =", "xyzzy =", ("unknown-key", SIZE, 14, 1)),
        ('kind = "figure"', 'kind = "figur"', ("bad-value", SIZE, 6, 1)),
        ("lines = [1, 1]", "lines = [1]", ("bad-value", SIZE, 13, 9)),
        ("lines = [1, 1]", 'lines = "1"', ("bad-value", SIZE, 13, 1)),
        ("amount = 1200", 'amount = "1200"', ("bad-value", SIZE, 8, 11)),
        ("amount = 1200", "amount = nan", ("bad-value", SIZE, 8, 11)),
        ("amount = 1200", "amount = 99999999999999999999", ("bad-value", SIZE, 8, 11)),
        ("key = true", 'key = "often"', ("bad-value", SIZE, 9, 1)),
        ("key = true", "as_of = 5", ("bad-value", SIZE, 9, 1)),
        ('id = "lamp-lit"', 'id = "mole-length"', ("duplicate-id", SIZE, 33, 1)),
        ("kind =", "kind", ("toml", SIZE, 6, 6)),
    ],
)
def test_one_fault_is_one_problem_at_its_place(edit, old, new, expected):
    found = problems(edit(SIZE, old, new))
    assert [item[:3] for item in found] == [expected[:3]]
    if expected[0] != "bad-value":
        assert found == [expected]


def test_a_nearly_right_key_is_taken_as_meant(edit):
    dossier = open_dossier(edit(SIZE, "claim =", "clam ="))
    assert dossier.cards[0].claim == "The mole is 1,200 metres long."
    assert dossier.problems[0].hint == "did you mean `claim`?"


def test_places_stay_true_after_an_entry_was_left_out(edit):
    dossier = open_dossier(edit(SIZE, 'claim = "The mole is 1,200 metres long."', ""))
    assert [card.id for card in dossier.cards] == ["lamp-lit"]
    assert dossier.unread == {"mole-length"}
    assert dossier.where(dossier.cards[0].at) == (32, 1)


def test_one_bad_file_leaves_the_others(edit):
    dossier = open_dossier(edit(SIZE, "topic", "= = ="))
    assert dossier.cards == ()
    assert len(dossier.discrepancies) == 1
    assert len(dossier.sources) == 3


def test_source_ids_are_names_and_no_paths(edit):
    assert problems(edit("seeds/sources.toml", 'id = "c"', 'id = "../c"')) == [("bad-id", "seeds/sources.toml", 25, 1)]


@pytest.mark.parametrize("what", ["link", "folder", "fifo", "large", "zero"])
def test_what_is_no_plain_file_beneath_the_dossier_is_refused_at_once(mole, what, tmp_path):
    path = mole / "facts" / "z.toml"
    if what == "link":
        (tmp_path / "secret.toml").write_text("topic = 'x'")
        path.symlink_to(tmp_path / "secret.toml")
    elif what == "folder":
        path.mkdir()
    elif what == "fifo":
        os.mkfifo(path)
    elif what == "large":
        path.write_bytes(b"#" * 1_000_001)
    else:
        path.symlink_to("/dev/zero")
    found = open_dossier(mole)
    assert [(item.code, item.file) for item in found.problems] == [("unreadable", "facts/z.toml")]
    assert len(found.cards) == 2


def test_a_linked_folder_is_refused_too(mole, tmp_path):
    (mole / "seeds").rename(tmp_path / "elsewhere")
    (mole / "seeds").symlink_to(tmp_path / "elsewhere")
    assert problems(mole) == [("unreadable", "seeds/sources.toml", 1, 1)]
