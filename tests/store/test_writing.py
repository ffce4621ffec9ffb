"""A file is the old one or the new one, whole, whatever the system does."""

import errno
import os
import stat
from pathlib import Path

import pytest

from briefing.errors import Unwritable
from briefing.store.writing import sweep, write_beneath, write_text

OLD, NEW = b"the old one\n", b"the new one\n" * 1000


@pytest.fixture
def card(tmp_path: Path) -> Path:
    path = tmp_path / "dossier" / "facts" / "card.toml"
    path.parent.mkdir(parents=True)
    path.write_bytes(OLD)
    return path


def save(card: Path, data: bytes = NEW) -> None:
    write_beneath(card.parent.parent, f"facts/{card.name}", data)


def test_a_file_is_replaced_and_keeps_its_mode(card):
    card.chmod(0o640)
    save(card)
    assert card.read_bytes() == NEW
    assert stat.S_IMODE(card.stat().st_mode) == 0o640
    assert [path.name for path in card.parent.iterdir()] == ["card.toml"]


def test_a_new_file_gets_the_mode_that_the_user_gives_files(tmp_path):
    mask = os.umask(0o027)
    try:
        write_text(tmp_path / "memo.md", "# Memo\r\n")
    finally:
        os.umask(mask)
    assert (tmp_path / "memo.md").read_bytes() == b"# Memo\r\n"
    assert stat.S_IMODE((tmp_path / "memo.md").stat().st_mode) == 0o640


def test_a_link_that_the_user_names_is_followed(tmp_path, card):
    link = tmp_path / "memo.md"
    link.symlink_to(card)
    write_text(link, "x")
    assert link.is_symlink()
    assert card.read_text() == "x"


@pytest.mark.parametrize("inside", [True, False])
def test_a_link_in_a_dossier_is_not_followed(tmp_path, card, inside):
    target = (card.parent if inside else tmp_path) / "target"
    target.write_bytes(OLD)
    card.unlink()
    card.symlink_to(target)
    with pytest.raises(Unwritable, match="symbolic link"):
        save(card)
    assert target.read_bytes() == OLD
    assert card.is_symlink()


def test_a_folder_in_a_dossier_that_is_a_link_is_not_followed(tmp_path, card):
    card.parent.rename(tmp_path / "elsewhere")
    card.parent.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(Unwritable, match="symbolic link"):
        save(card)
    assert (tmp_path / "elsewhere" / "card.toml").read_bytes() == OLD
    sweep(card.parent.parent, "facts")


@pytest.mark.parametrize("name", ["../x", "/etc/x", "facts/../x", "", "facts//x", "a\0b"])
def test_a_name_that_leads_out_of_the_dossier_is_refused(card, name):
    with pytest.raises(Unwritable):
        write_beneath(card.parent.parent, name, NEW)


def test_only_regular_files_are_replaced(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "folder").mkdir()
    for name in ("pipe", "folder"):
        with pytest.raises(Unwritable, match="no regular file"):
            write_text(tmp_path / name, "x")
    assert stat.S_ISFIFO((tmp_path / "pipe").stat().st_mode)


def test_a_fault_at_any_call_leaves_the_old_file_or_the_new_one_and_nothing_else(card, faults, fault):
    n = 0
    while True:
        n += 1
        card.write_bytes(OLD)
        try:
            with faults.at(n, fault):
                save(card)
        except Unwritable as error:
            assert error.hint
            assert "card.toml" in error.message
            # the last call of all flushes the folder: the new file stands there, but it may not last
            assert card.read_bytes() == (NEW if faults.trace[-1:] == ["fsync"] and "replace" in faults.trace else OLD)
        else:
            break
        assert [path.name for path in card.parent.iterdir()] == ["card.toml"]
    assert n == len(faults.trace) + 1 > 5


def test_an_interrupted_call_is_made_again(card, faults):
    n = 0
    while True:
        n += 1
        card.write_bytes(OLD)
        with faults.at(n, errno.EINTR):
            save(card)
        assert card.read_bytes() == NEW
        if not faults.hit:
            break
    assert n > 5


def test_a_kill_at_any_call_leaves_the_old_file_or_the_new_one(card, faults, killed):
    n = 0
    while True:
        n += 1
        card.write_bytes(OLD)
        try:
            with faults.at(n, killed):
                save(card)
        except killed:
            assert card.read_bytes() == (NEW if "replace" in faults.trace[: n - 1] else OLD)
        else:
            break
        sweep(card.parent.parent, "facts")
        assert [path.name for path in card.parent.iterdir()] == ["card.toml"]
    assert n > 5


def test_a_system_that_writes_little_at_a_time_is_asked_again(card, monkeypatch):
    write = os.write
    monkeypatch.setattr(os, "write", lambda handle, data: write(handle, data[:7]))
    save(card)
    assert card.read_bytes() == NEW


def test_a_folder_that_refuses_to_be_flushed_is_let_be(card, faults):
    with faults.at(0, 0):
        save(card)
    assert faults.trace[-1] == "fsync"
    with faults.at(len(faults.trace), errno.EINVAL):
        save(card, OLD)
    assert card.read_bytes() == OLD


def test_the_data_are_on_disk_before_the_name_and_the_name_before_the_end(card, faults):
    with faults.at(0, 0):
        save(card)
    assert faults.trace[-4:] == ["fchmod", "fsync", "replace", "fsync"]


def test_only_what_we_left_is_swept(card):
    ours = card.parent / ".briefing-0123456789abcdef.tmp"
    others = [card, card.parent / ".swp", card.parent / ".briefing-notes.tmp"]
    for path in (ours, *others):
        path.write_bytes(OLD)
    sweep(card.parent.parent, "facts")
    assert sorted(card.parent.iterdir()) == sorted(others)


def test_a_folder_that_is_not_there_is_named(tmp_path):
    with pytest.raises(Unwritable, match="its folder is not there"):
        write_text(tmp_path / "nowhere" / "memo.md", "x")
