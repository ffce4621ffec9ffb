"""Changing a dossier: what is acknowledged is on disk, what is not loses nothing."""

import os
import random
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from briefing.errors import Conflict, NotADossier, Unwritable, UsageError
from briefing.model.card import Card, Judgement, Value
from briefing.model.discrepancy import Discrepancy, Dismissed, Side
from briefing.model.passage import Evidence, Passage
from briefing.model.source import Origin, Source
from briefing.store import lock
from briefing.store.change import Add, Delete, Insert, Move, Set
from briefing.store.dossier import open_dossier
from briefing.store.edit import Store
from briefing.store.journal import Journal
from briefing.store.lock import locked, state_folder

SIZE = "facts/size.toml"
MORE = Evidence(source="c", lines=(2, 2), quote="still dark", stance="disputes", directness="primary")
PASSAGE = Passage(source="b", lines=(1, 1), quote="mole")
QUAY = Card(id="quay", claim="There is a quay.", key=True, value=Value(amount=3, unit="m"), evidence=(MORE,))


@pytest.fixture
def store(mole):
    return Store(mole)


def content(folder: Path) -> dict[str, bytes]:
    """Every file of a dossier and what is in it."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def diff(folder: Path, before: dict[str, bytes]) -> list[str]:
    """The lines that went and came in all files, as a diff without context shows them."""
    found = []
    for name, data in content(folder).items():
        old, new = before.get(name, b"").decode().split("\n"), data.decode().split("\n")
        while old and new and old[0] == new[0]:
            del old[0], new[0]
        while old and new and old[-1] == new[-1]:
            old.pop(), new.pop()
        found += [f"-{line}" for line in old] + [f"+{line}" for line in new]
    return found


def claim(dossier, id: str = "mole-length") -> str:
    return dossier.card_by_id[id].claim


def test_one_field_is_one_line_and_the_dossier_has_it(store, mole):
    before = content(mole)
    dossier = store.apply(Set("mole-length", "claim", "It is short."))
    assert claim(dossier) == claim(open_dossier(mole)) == "It is short."
    assert diff(mole, before) == [
        '-claim = "The mole is 1,200 metres long."  # as planned',
        '+claim = "It is short."  # as planned',
    ]
    assert dossier == open_dossier(mole)


CHANGES = [
    Set("mole-length", "value.amount", 1300),
    Set("mole-length", "evidence[2].quote", "no more"),
    Set("mole-length", "evidence[0].lines", (1, 2)),
    Set("mole-length", "evidence[1]"),
    Set("mole-length", "value"),
    Set("lamp-lit", "value", Value(amount=1, unit="lamp")),
    Set("lamp-lit", "judgement", Judgement(confidence="low", reason="Nobody saw it.")),
    Set("lamp-lit", "key", True),
    Set("lamp-lit", "note", 'one\ntwo\n"three"'),
    Insert("mole-length", "evidence", MORE),
    Insert("mole-length", "evidence", MORE, 0),
    Add(QUAY, "size"),
    Add(QUAY, "quays"),
    Delete("mole-length"),
    Delete("lamp-lit"),
    Move("mole-length", "lengths"),
    Add(
        Discrepancy(
            id="lamp", question="Lit?", kind="status", side=(Side(says="yes", passages=(PASSAGE,)), Side(says="no"))
        )
    ),
    Set("length", "finding", "None.", "discrepancy"),
    Set("length", "side[0].passages[0].quote", "1,200", "discrepancy"),
    Insert("length", "side[1].passages", PASSAGE, noun="discrepancy"),
    Insert("length", "side", Side(says="unknown"), noun="discrepancy"),
    Set("length", "cards", ("mole-length", "lamp-lit"), "discrepancy"),
    Delete("length", "discrepancy"),
    Add(Dismissed(id="x-1", reason="Two lamps.")),
    Add(Source(id="d", title="Log", boilerplate=((1, 2), (5, 6)))),
    Add(Origin(id="log", name="The log")),
    Set("b", "reliability", "D", "source"),
    Set("survey", "name", "A survey", "origin"),
    Set("", "bottom_line", "About that.", "dossier"),
    Set("", "topics", ({"id": "size", "title": "How large"},), "dossier"),
]


@pytest.mark.parametrize("change", CHANGES, ids=str)
def test_every_change_is_undone_and_redone_to_the_byte(mole, change):
    before, opened = content(mole), open_dossier(mole)
    store = Store(mole)
    changed = store.apply(change)
    after = content(mole)
    assert changed == open_dossier(mole) != opened
    assert not changed.problems
    assert len({name for name in after if after[name] != before.get(name)}) == (2 if isinstance(change, Move) else 1)
    assert store.undo() == opened
    assert content(mole) == before
    assert store.redo() == changed
    assert content(mole) == after
    assert Store(mole).undo() == opened


def test_new_nouns_are_read_as_they_were_meant(store, mole):
    dossier = store.apply(Add(QUAY, "quays"), Insert("quay", "evidence", MORE), Set("quay", "claim", "Two quays."))
    card = dossier.card_by_id["quay"]
    assert (card.topic, card.claim, card.value, card.evidence) == ("quays", "Two quays.", QUAY.value, (MORE, MORE))
    assert store.last == "new card quay, evidence of quay, claim of quay"
    assert store.undo().cards == open_dossier(mole).cards


def test_a_card_moves_with_its_comments(store, mole, edit):
    edit(SIZE, "[[card]]", "# measured twice\n[[card]]")
    before = (mole / SIZE).read_text()
    store.reload()
    dossier = store.apply(Move("mole-length", "lengths"))
    assert dossier.card_by_id["mole-length"].topic == "lengths"
    moved = (mole / "facts/lengths.toml").read_text()
    assert moved.startswith('topic = "lengths"\n\n# measured twice\n[[card]]\nid = "mole-length"\n')
    assert moved.removeprefix('topic = "lengths"\n\n') in before
    assert store.apply(Move("mole-length", "size")).card_by_id["mole-length"].topic == "size"


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (Set("mole-lenght", "claim", "x"), "there is no card `mole-lenght`"),
        (Set("mole-length", "clam", "x"), "unknown key `clam`"),
        (Set("mole-length", "claim"), "`claim` is missing"),
        (Set("mole-length", "claim", 3), "`claim` must be text"),
        (Set("mole-length", "kind", "figur"), "`kind` cannot be"),
        (Set("mole-length", "value.amount", 2**70), "`amount` must be a number"),
        (Set("mole-length", "value.amount", float("nan")), "`amount` must be a number"),
        (Set("mole-length", "evidence[3].quote", "x"), r"there is no evidence\[3\]"),
        (Set("mole-length", "claim.x", "x"), "claim has no fields"),
        (Set("mole-length", "value..x", "x"), "names no field"),
        (Set("mole-length", "evidence[-1].quote", "x"), "names no field"),
        (Set("mole-length", "id", "x"), "`id` cannot be changed"),
        (Set("mole-length", "claim", "\udcff"), "not text"),
        (Set("mole-length", "claim", "x" * 200_000), "longer than"),
        (Set("lamp-lit", "judgement.confidence", "low"), "`reason` is missing"),
        (Insert("mole-length", "evidence", {"source": "a"}), "is missing"),
        (Add(QUAY, "../x"), "cannot be a topic"),
        (Add(QUAY, "dossier"), "cannot be a topic"),
        (Add(Card(id="lamp-lit", claim="x"), "size"), "is taken"),
        (Add(Card(id="a b", claim="x"), "size"), "cannot be an id"),
        (Add(Source(id="../../etc/passwd")), "cannot be an id"),
        (Delete("nothing"), "there is no card"),
        (Move("nothing", "size"), "there is no card"),
    ],
    ids=str,
)
def test_what_cannot_be_is_refused_and_nothing_is_written(store, mole, change, message):
    before = content(mole)
    with pytest.raises(UsageError, match=message):
        store.apply(Set("lamp-lit", "claim", "also not written"), change)
    assert content(mole) == before
    assert store.pending == ()
    with pytest.raises(UsageError, match="nothing to undo"):
        store.undo()


def test_a_fault_that_was_there_keeps_nobody_from_a_change(mole, edit):
    edit(SIZE, 'kind = "event"', 'kind = "evnt"')
    store = Store(mole)
    assert claim(store.apply(Set("mole-length", "claim", "x"))) == "x"
    store.apply(Set("lamp-lit", "subject", "y"))
    assert 'subject = "y"' in (mole / SIZE).read_text()
    assert "lamp-lit" in store.apply(Set("lamp-lit", "kind", "event")).card_by_id


def test_a_file_that_is_no_toml_is_not_touched(mole, edit):
    store = Store(mole)
    edit(SIZE, 'topic = "size"', "topic = = =")
    before = content(mole)
    with pytest.raises(UsageError, match="cannot be changed: line 1"):
        store.apply(Set("mole-length", "claim", "x"))
    assert content(mole) == before


ODD = """card = [
  { id = "mole-length", claim = "Long.", evidence = [
      { source = "a", lines = [1, 1], quote = "long", stance = "supports", directness = "named" } ] },  # the first
  { id = "lamp-lit", claim = "Lit." },
]
"""


@pytest.mark.parametrize(
    "change",
    [
        Set("mole-length", "claim", "x"),
        Set("lamp-lit", "value", Value(amount=1)),
        Set("lamp-lit", "judgement", Judgement(confidence="low", reason="Nobody saw it.")),
        Insert("mole-length", "evidence", MORE),
        Insert("lamp-lit", "evidence", MORE),
        Set("mole-length", "evidence[0]"),
        Add(QUAY, "size"),
        Delete("lamp-lit"),
        Delete("mole-length"),
        Move("lamp-lit", "lamps"),
    ],
    ids=str,
)
def test_cards_in_braces_are_changed_too(mole, change):
    (mole / SIZE).write_text(ODD)
    store = Store(mole)
    before = store.dossier
    after = store.apply(change)
    assert after == open_dossier(mole) != before
    assert not after.problems
    assert store.undo() == before
    assert (mole / SIZE).read_text() == ODD


@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize(
    "change", [Set("mole-length", "claim", "x"), Insert("lamp-lit", "evidence", MORE), Add(QUAY, "size")]
)
def test_line_ends_and_byte_order_mark_stay(mole, end, mark, change):
    data = mark + (mole / SIZE).read_bytes().replace(b"\n", end)
    (mole / SIZE).write_bytes(data)
    store = Store(mole)
    store.apply(change)
    made = (mole / SIZE).read_bytes()
    assert made.startswith(mark + b"topic")
    assert made.count(b"\n") == made.count(end)
    assert not open_dossier(mole).problems
    store.undo()
    assert (mole / SIZE).read_bytes() == data


def test_line_ends_that_differ_from_line_to_line_stay(mole):
    lines = (mole / SIZE).read_bytes().split(b"\n")
    data = b"\n".join(line + b"\r" * (n % 3 == 0) for n, line in enumerate(lines[:-1])) + b"\n"
    (mole / SIZE).write_bytes(data)
    Store(mole).apply(Set("lamp-lit", "subject", "x"))
    old, new = data.split(b"\n"), (mole / SIZE).read_bytes().split(b"\n")
    assert [n for n, pair in enumerate(zip(old, new, strict=True)) if pair[0] != pair[1]] == [
        lines.index(b'subject = "lamp"')
    ]


def test_a_change_that_changes_nothing_writes_nothing(store, mole):
    before = (mole / SIZE).stat().st_mtime_ns
    store.apply(Set("mole-length", "key", True))
    assert (mole / SIZE).stat().st_mtime_ns == before
    with pytest.raises(UsageError, match="nothing to undo"):
        store.undo()


def test_texts_of_sources_are_read_once(store, mole):
    document = store.dossier.documents["a"]
    assert store.apply(Set("mole-length", "claim", "x")).documents["a"] is document
    assert store.apply(Set("a", "title", "x", "source")).documents["a"] is not document


def test_history_outlives_the_program(mole):
    before = content(mole)
    for n in range(5):
        Store(mole).apply(Set("mole-length", "claim", f"Number {n}"))
    store = Store(mole)
    assert [claim(store.undo()) for _ in range(3)] == ["Number 3", "Number 2", "Number 1"]
    store = Store(mole)
    assert claim(store.redo()) == "Number 2"
    assert [claim(store.undo()) for _ in range(3)][:2] == ["Number 1", "Number 0"]
    assert content(mole) == before
    Store(mole).apply(Set("mole-length", "claim", "Other"))
    with pytest.raises(UsageError, match="nothing to redo"):
        Store(mole).redo()


# Changes from outside


def test_an_outside_change_is_seen(store, mole, edit):
    assert not store.outside_change()
    store.apply(Set("mole-length", "claim", "x"))
    assert not store.outside_change()
    edit(SIZE, "The lamp was lit in May.", "The lamp was lit in June.")
    assert store.outside_change()
    assert claim(store.reload(), "lamp-lit") == "The lamp was lit in June."
    assert not store.outside_change()
    (mole / "facts/new.toml").write_text("")
    assert store.outside_change()


def test_changes_to_different_keys_are_both_kept(store, mole, edit):
    edit(SIZE, "The lamp was lit in May.", "The lamp was lit in June.")
    edit(SIZE, 'subject = "mole"', 'subject = "pier"')
    edit(SIZE, 'quote = "mole of 1,200 metres"', 'quote = "1,200 metres"')
    dossier = store.apply(Set("mole-length", "claim", "x"), Set("mole-length", "evidence[1].lines", [1, 2]))
    card = dossier.card_by_id["mole-length"]
    assert (card.claim, card.subject, card.evidence[1].quote) == ("x", "pier", "1,200 metres")
    assert card.evidence[1].lines == (1, 2)
    assert claim(dossier, "lamp-lit") == "The lamp was lit in June."
    card = store.undo().card_by_id["mole-length"]
    assert (card.claim, card.subject) == ("The mole is 1,200 metres long.", "pier")


def test_changes_to_one_key_are_both_shown_and_nothing_is_written(store, mole, edit):
    edit(SIZE, "The mole is 1,200 metres long.", "The mole is long.")
    before = content(mole)
    with pytest.raises(Conflict) as conflict:
        store.apply(Set("mole-length", "claim", "The mole is short."))
    assert (conflict.value.mine, conflict.value.theirs) == ("The mole is short.", "The mole is long.")
    assert conflict.value.place == "mole-length.claim"
    assert content(mole) == before
    store.reload()
    assert claim(store.apply(Set("mole-length", "claim", "The mole is short."))) == "The mole is short."
    assert claim(store.undo()) == "The mole is long."


@pytest.mark.parametrize(
    "change", [Set("lamp-lit", "claim", "x"), Delete("lamp-lit"), Move("lamp-lit", "lamps")], ids=str
)
def test_what_was_changed_or_deleted_outside_is_not_written_over(store, mole, edit, change):
    edit(SIZE, "The lamp was lit in May.", "Nobody lit the lamp.")
    before = content(mole)
    with pytest.raises(Conflict):
        store.apply(change)
    assert content(mole) == before
    text = (mole / SIZE).read_text()
    (mole / SIZE).write_text(text[: text.rindex("[[card]]")])
    if isinstance(change, Set):
        with pytest.raises(Conflict):
            store.apply(change)


def test_a_change_that_was_changed_again_is_not_undone(store, mole, edit):
    store.apply(Set("mole-length", "claim", "Mine."))
    edit(SIZE, "Mine.", "Theirs.")
    before = content(mole)
    with pytest.raises(Conflict) as conflict:
        store.undo()
    assert (conflict.value.mine, conflict.value.theirs) == ("The mole is 1,200 metres long.", "Theirs.")
    assert content(mole) == before


def test_what_git_took_back_is_not_made_again(store, mole):
    before = content(mole)
    store.apply(Set("mole-length", "claim", "Mine."))
    (mole / SIZE).write_bytes(before[SIZE])
    store = Store(mole)
    assert claim(store.dossier) == "The mole is 1,200 metres long."
    store.undo()
    assert content(mole) == before


def test_two_stores_keep_each_others_work(mole):
    one, other = Store(mole), Store(mole)
    one.apply(Set("mole-length", "claim", "One."))
    other.apply(Set("lamp-lit", "claim", "Other."), Insert("mole-length", "evidence", MORE))
    one.apply(Insert("mole-length", "evidence", replace(MORE, lines=(1, 2))))
    dossier = other.reload()
    assert (claim(dossier), claim(dossier, "lamp-lit")) == ("One.", "Other.")
    assert len(dossier.card_by_id["mole-length"].evidence) == 5
    one.undo()
    dossier = one.undo()
    assert (claim(dossier), claim(dossier, "lamp-lit")) == ("The mole is 1,200 metres long.", "Other.")
    with pytest.raises(UsageError, match="nothing to undo"):
        one.undo()
    assert claim(other.undo(), "lamp-lit") == "The lamp was lit in May."


# What goes wrong


def test_a_change_that_cannot_be_written_waits_and_goes_with_the_next(store, mole, faults, fault):
    before = content(mole)
    with pytest.raises(Unwritable), faults.at("fsync", fault):
        store.apply(Set("mole-length", "claim", "Waits."))
    assert store.pending == (Set("mole-length", "claim", "Waits."),)
    assert content(mole) == before
    dossier = store.apply(Set("lamp-lit", "claim", "Next."))
    assert (claim(dossier), claim(dossier, "lamp-lit"), store.pending) == ("Waits.", "Next.", ())
    store.undo()
    assert content(mole) == before


def test_a_fault_at_any_call_keeps_what_was_there_and_the_change(mole, faults, fault):
    n = 0
    while True:
        n += 1
        store = Store(mole)
        before = content(mole)
        change = Set("mole-length", "claim", f"Number {n}")
        try:
            with faults.at(n, fault):
                store.apply(change)
        except Unwritable:
            assert store.pending == (change,)
            assert content(mole) == before
            assert claim(store.apply()) == f"Number {n}"
        except NotADossier:
            pass  # it is written, and then cannot be read
        assert claim(Store(mole).dossier) == f"Number {n}"
        assert content(mole).keys() == before.keys()
        if not faults.hit:
            break
    assert n > 15


def test_a_fault_at_any_call_moves_a_card_whole_or_not_at_all(mole, faults):
    n = 0
    while True:
        n += 1
        store = Store(mole)
        before = content(mole)
        here = store.dossier.card_by_id["lamp-lit"].topic
        there = "size" if here == "lamps" else "lamps"
        try:
            with faults.at(n, 5):
                store.apply(Move("lamp-lit", there))
        except Unwritable:
            assert content(mole) == before
            store.apply()
        except NotADossier:
            pass  # it is written, and then cannot be read
        dossier = Store(mole).dossier
        assert (dossier.card_by_id["lamp-lit"].topic, dossier.problems, len(dossier.cards)) == (there, (), 2)
        if not faults.hit:
            break
    assert n > 20


@pytest.mark.parametrize(
    "change", [Set("mole-length", "claim", "New."), Move("lamp-lit", "lamps"), Add(QUAY, "quays")], ids=str
)
def test_a_kill_at_any_call_leaves_the_old_dossier_or_the_new_one(mole, faults, killed, change):
    before = content(mole)
    store = Store(mole)
    old, new = store.dossier, store.apply(change)
    n = 0
    while True:
        n += 1
        store.undo()
        try:
            with faults.at(n, killed):
                store.apply(change)
        except killed:
            pass
        store = Store(mole)
        assert store.dossier in (old, new)
        assert not [name for name in content(mole) if name.endswith(".tmp")]
        assert store.unmade is None
        if not faults.hit:
            break
        if store.dossier == old:
            store.apply(change)
    assert n > 15
    store.undo()
    assert content(mole) == before


def test_a_kill_before_the_file_is_made_good_at_the_next_start(mole, faults, killed):
    store = Store(mole)
    store.apply(Set("mole-length", "claim", "First."))
    with pytest.raises(killed), faults.at("replace", killed):
        store.apply(Set("mole-length", "claim", "Second."))
    assert claim(open_dossier(mole)) == "First."
    store = Store(mole)
    assert claim(store.dossier) == "Second."
    assert claim(store.undo()) == "First."


def test_what_was_made_good_once_is_not_made_good_again(mole, faults, killed):
    before = content(mole)
    with pytest.raises(killed), faults.at("replace", killed):
        Store(mole).apply(Set("mole-length", "claim", "New."))
    assert claim(Store(mole).dossier) == "New."
    (mole / SIZE).write_bytes(before[SIZE])
    Store(mole)
    assert content(mole) == before


def test_a_kill_and_then_an_outside_change_are_merged_or_told(mole, edit, faults, killed):
    store = Store(mole)
    store.apply(Set("mole-length", "claim", "First."))
    with pytest.raises(killed), faults.at("replace", killed):
        store.apply(Set("mole-length", "claim", "Second."))
    edit(SIZE, 'subject = "mole"', 'subject = "pier"')
    store = Store(mole)
    assert claim(store.dossier) == "Second."
    with pytest.raises(killed), faults.at("replace", killed):
        store.apply(Set("mole-length", "claim", "Third."))
    edit(SIZE, "Second.", "Theirs.")
    store = Store(mole)
    assert claim(store.dossier) == "Theirs."
    assert isinstance(store.unmade, Conflict)
    assert (store.unmade.mine, store.unmade.theirs) == ("Third.", "Theirs.")
    assert Store(mole).unmade is None
    assert claim(store.apply(Set("mole-length", "claim", "Fourth."))) == "Fourth."


def test_the_journal_is_on_disk_before_the_file(store, mole, faults):
    store.apply(Set("mole-length", "claim", "x"))
    with faults.at(0, 0):
        store.apply(Set("mole-length", "claim", "y"))
    calls = [name for name in faults.trace if name in ("write", "fsync", "replace")]
    assert calls == ["write", "fsync", "write", "fsync", "replace", "fsync", "write"]


def test_a_file_that_vanished_is_told_and_the_change_is_saved_elsewhere(store, mole, tmp_path):
    (mole / SIZE).unlink()
    with pytest.raises(Unwritable, match="no longer there"):
        store.apply(Set("mole-length", "claim", "Kept."))
    saved = store.save_elsewhere(tmp_path / "new" / "place")
    assert SIZE in saved
    assert claim(open_dossier(tmp_path / "new" / "place")) == "Kept."
    with pytest.raises(UsageError, match="already"):
        store.save_elsewhere(tmp_path / "new" / "place")
    assert store.undo() == store.dossier
    assert store.pending == ()


def test_a_folder_that_vanished_is_told(store, mole, tmp_path):
    mole.rename(tmp_path / "gone")
    with pytest.raises(Unwritable):
        store.apply(Set("mole-length", "claim", "Kept."))
    store.save_elsewhere(tmp_path / "place")
    assert claim(open_dossier(tmp_path / "place")) == "Kept."


def test_a_card_file_that_became_a_link_is_not_followed(store, mole, tmp_path):
    (mole / SIZE).rename(tmp_path / "size.toml")
    (mole / SIZE).symlink_to(tmp_path / "size.toml")
    before = (tmp_path / "size.toml").read_bytes()
    with pytest.raises(Unwritable, match="symbolic link"):
        store.apply(Set("mole-length", "claim", "x"))
    assert (tmp_path / "size.toml").read_bytes() == before


def test_a_file_that_the_user_made_read_only_is_not_written(store, mole):
    (mole / SIZE).chmod(0o444)
    with pytest.raises(Unwritable, match="you may not write"):
        store.apply(Set("mole-length", "claim", "x"))
    assert store.pending


def test_a_file_that_changes_while_it_is_written_is_left_as_it_is(store, mole, edit, monkeypatch):
    append = Journal.append

    def interfering(journal, record):
        append(journal, record)
        edit(SIZE, "The lamp was lit in May.", "Theirs.")

    monkeypatch.setattr(Journal, "append", interfering)
    with pytest.raises(Conflict, match="while it was being written"):
        store.apply(Set("mole-length", "claim", "Mine."))
    dossier = Store(mole).dossier
    assert (claim(dossier), claim(dossier, "lamp-lit")) == ("The mole is 1,200 metres long.", "Theirs.")


def test_files_that_are_not_there_yet_are_made(store, mole):
    for name in ("facts/dossier.toml", "facts/discrepancies.toml", "seeds/sources.toml"):
        (mole / name).unlink()
    store.reload()
    store.apply(
        Set("", "title", "New", "dossier"), Add(Dismissed(id="x", reason="y")), Add(Source(id="s")), Add(QUAY, "quays")
    )
    dossier = open_dossier(mole)
    assert (dossier.title, dossier.dismissed[0].id, dossier.sources[0].id) == ("New", "x", "s")
    assert not dossier.problems
    store.undo()
    assert sorted(content(mole)) == ["facts/size.toml", "seeds/a.txt", "seeds/b.txt", "seeds/c.txt"]


def test_what_a_kill_left_is_swept(mole):
    left = mole / "facts" / ".briefing-0123456789abcdef.tmp"
    left.write_text("torn")
    Store(mole)
    assert not left.exists()


def test_state_stays_out_of_the_dossier(mole, tmp_path):
    Store(mole).apply(Set("mole-length", "claim", "x"))
    assert sorted(path.name for path in mole.rglob("*") if path.suffix not in (".toml", ".txt")) == ["facts", "seeds"]
    assert state_folder(mole).parent.parent == Path(os.environ["XDG_STATE_HOME"])
    assert sorted(path.name for path in state_folder(mole).iterdir()) == ["journal", "lock"]
    (tmp_path / "link").symlink_to(mole)
    assert state_folder(tmp_path / "link") == state_folder(mole)


def test_without_a_place_for_state_a_dossier_opens_and_a_change_is_told(mole, tmp_path, monkeypatch):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    store = Store(mole)
    assert len(store.dossier.cards) == 2
    with pytest.raises(Unwritable):
        store.apply(Set("mole-length", "claim", "x"))


def test_a_writer_that_never_ends_is_waited_for_and_told(store, mole, monkeypatch):
    monkeypatch.setattr(lock, "PATIENCE", 0.05)
    with locked(mole), pytest.raises(Unwritable, match="another `briefing`"):
        store.apply(Set("mole-length", "claim", "x"))
    assert store.pending
    assert claim(store.apply()) == "x"


WORKER = """
import sys
from briefing.store.change import Insert, Set
from briefing.store.edit import Store
store, name = Store(sys.argv[1]), sys.argv[2]
for n in range(int(sys.argv[3])):
    if name == "kill":
        store.apply(Set("mole-length", "claim", f"Number {n}"), Set("lamp-lit", "claim", f"Number {n}"))
    else:
        store.apply(Insert("length", "cards", f"{name}-{n}", noun="discrepancy"), Set(name, "note", str(n)))
    print(n, flush=True)
"""


def started(mole: Path, name: str, count: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", WORKER, str(mole), name, str(count)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parent.parent.parent)


def test_processes_that_write_at_once_lose_nothing(mole):
    workers = [started(mole, name, 12) for name in ("mole-length", "lamp-lit")]
    assert [worker.wait() for worker in workers if worker.communicate()] == [0, 0]
    dossier = open_dossier(mole)
    wanted = {f"{name}-{n}" for name in ("mole-length", "lamp-lit") for n in range(12)}
    assert set(dossier.discrepancies[0].cards) == {"mole-length", *wanted}
    assert [card.note for card in dossier.cards] == ["11", "11"]
    assert not dossier.problems


def test_a_killed_process_loses_nothing_that_it_acknowledged(mole):
    for wait in (1, 7, 23):
        worker = started(mole, "kill", 10_000)
        lines = [worker.stdout.readline() for _ in range(wait)]
        worker.kill()
        acknowledged = int((lines + worker.stdout.read().splitlines(keepends=True))[-1])
        worker.wait()
        worker.stdout.close()
        dossier = Store(mole).dossier
        numbers = {int(card.claim.removeprefix("Number ")) for card in dossier.cards}
        assert numbers <= {acknowledged, acknowledged + 1}
        assert len(numbers) == 1
        assert not dossier.problems


def test_a_large_file_takes_no_time(mole):
    cards = "".join(
        f'\n[[card]]\nid = "c{n}"\nclaim = "Claim {n}."\n' for n in random.Random(1).sample(range(3000), 3000)
    )
    with (mole / SIZE).open("a") as file:
        file.write(cards)
    store = Store(mole)
    assert claim(store.apply(Set("c1500", "claim", "x")), "c1500") == "x"
