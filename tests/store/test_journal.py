"""What is in the journal survives; what is torn does not count."""

import errno
import stat

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.errors import Unwritable
from briefing.store import journal as module
from briefing.store.change import Step
from briefing.store.journal import Journal, Record, history, spelled
from briefing.store.revise import Revision


def record(n: int, kind="do", of: int = 0, session: str = "me", what: str = "") -> Record:
    table = {"id": "mole", "claim": f'a "b" \\ {n}\n\x00', "value": {"amount": 1.0, "low": 1}}
    steps = (Step("facts/x.toml", "card", "mole", None, table),)
    revision = Revision("facts/x.toml", "before", "after", 3, "old\r\n", "new", steps)
    return Record(n, kind, of, session, what, spelled([revision]))


@pytest.fixture
def folder(tmp_path):
    return tmp_path


def opened(folder) -> Journal:
    journal = Journal(folder)
    journal.refresh()
    return journal


def filled(folder, count: int) -> Journal:
    journal = opened(folder)
    for n in range(1, count + 1):
        journal.append(record(n))
    return journal


def test_what_was_added_is_read_again(folder):
    journal = filled(folder, 2)
    journal.note("done", 2)
    [revision] = opened(folder).records[1].revisions
    assert revision.steps[0].after == {"id": "mole", "claim": 'a "b" \\ 2\n\x00', "value": {"amount": 1.0, "low": 1}}
    assert opened(folder).records == journal.records == [record(1), record(2), Record(3, "done", 2)]
    assert stat.S_IMODE((folder / "journal").stat().st_mode) == 0o600


@pytest.mark.parametrize("tear", [1, 5, 40, -1])
def test_a_torn_last_line_does_not_count_and_is_written_over(folder, tear):
    filled(folder, 2)
    path = folder / "journal"
    whole = path.read_bytes()
    path.write_bytes(whole + whole.split(b"\n")[0][:tear])
    journal = opened(folder)
    assert journal.records == [record(1), record(2)]
    journal.append(record(3))
    assert opened(folder).records == [record(1), record(2), record(3)]


@given(st.integers(0, 10**6), st.integers(0, 255))
def test_a_damaged_line_costs_that_line(tmp_path_factory, at, byte):
    folder = tmp_path_factory.mktemp("journal")
    filled(folder, 3)
    path = folder / "journal"
    data = bytearray(path.read_bytes())
    data[at % len(data)] = byte
    path.write_bytes(data)
    there = opened(folder).records
    assert len(there) >= 1
    assert all(found in [record(1), record(2), record(3)] for found in there)


def test_what_another_process_adds_is_seen(folder):
    mine, theirs = opened(folder), opened(folder)
    mine.append(record(1))
    theirs.refresh()
    theirs.append(record(2))
    mine.refresh()
    assert mine.records == theirs.records == [record(1), record(2)]


def test_what_did_not_happen_is_taken_out(folder):
    journal = filled(folder, 2)
    journal.retract(journal.records[-1])
    assert opened(folder).records == journal.records == [record(1)]
    journal.append(record(2, what="again"))
    assert opened(folder).records == [record(1), record(2, what="again")]


def test_a_fault_at_any_call_adds_nothing(folder, faults, fault):
    journal = filled(folder, 1)
    n = 0
    while True:
        n += 1
        try:
            with faults.at(n, fault):
                journal.append(record(2))
        except Unwritable:
            assert opened(folder).records == journal.records == [record(1)]
        else:
            break
    assert n > 3
    assert opened(folder).records == [record(1), record(2)]


def test_an_interrupted_call_is_made_again(folder, faults):
    for n in range(1, 8):
        journal = opened(folder)
        with faults.at(n, errno.EINTR):
            journal.append(record(n))
    assert opened(folder).records == [record(n) for n in range(1, 8)]


def test_a_journal_that_has_grown_too_large_keeps_its_newest_half(folder, monkeypatch):
    monkeypatch.setattr(module, "CAP", 3000)
    journal = filled(folder, 20)
    other = opened(folder)
    journal.shorten()
    assert 1 < len(journal.records) < 8
    assert journal.records[-1] == record(20)
    journal.append(record(21))
    other.refresh()
    assert other.records == journal.records == opened(folder).records


def test_the_newest_change_is_unsettled_until_it_is_done(folder):
    journal = filled(folder, 2)
    assert journal.unsettled() == record(2)
    journal.note("void", 1)
    assert journal.unsettled() == record(2)
    journal.note("done", 2)
    assert journal.unsettled() is None


def ns(records, session="me", opened=0):
    return tuple([found.n for found in stack] for stack in history(records, session, opened))


def test_undo_and_redo_take_turns():
    done = [record(1), record(2), record(3)]
    assert ns(done) == ([1, 2, 3], [])
    back = [*done, record(4, "undo", 3), record(5, "undo", 2)]
    assert ns(back) == ([1], [3, 2])
    assert ns([*back, record(6, "redo", 2)]) == ([1, 2], [3])
    assert ns([*back, record(6)]) == ([1, 6], [])
    assert ns([*done, Record(4, "void", 2)]) == ([1, 3], [])


def test_a_session_undoes_its_own_and_what_was_there_when_it_began():
    records = [record(1, session="old"), record(2), record(3, session="other")]
    assert ns(records, opened=1) == ([1, 2], [])
    assert ns(records, session="other", opened=1) == ([1, 3], [])
    assert ns(records, session="new", opened=3) == ([1, 2, 3], [])
    taken = [*records, record(4, "undo", 1, session="other")]
    assert ns(taken, opened=1) == ([2], [])
    assert ns(taken, session="other", opened=1) == ([3], [1])
