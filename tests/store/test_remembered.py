from pathlib import Path

import platformdirs
import pytest

from briefing.store.remembered import MOST, Opened, Remembered, remember_dossier, remember_theme, remembered


def file() -> Path:
    return platformdirs.user_state_path("briefing", appauthor=False) / "remembered.json"


def test_what_was_open_last_comes_first_and_once(tmp_path: Path) -> None:
    for name in ("a", "b", "a"):
        remember_dossier(tmp_path / name, name.upper())
    remember_theme("nord")
    paths = [str((tmp_path / name).resolve()) for name in "ab"]
    assert remembered() == Remembered("nord", (Opened(paths[0], "A"), Opened(paths[1], "B")))


def test_only_some_are_remembered(tmp_path: Path) -> None:
    for n in range(MOST + 3):
        remember_dossier(tmp_path / str(n), "")
    assert len(remembered().recent) == MOST


@pytest.mark.parametrize(
    "text", [b"", b"[]", b"{", b"\xff", b'{"theme": 1, "recent": [1, {"path": 2}, {"path": "a\\u0000b"}]}', b"[" * 9999]
)
def test_what_cannot_be_read_is_forgotten(text: bytes) -> None:
    file().parent.mkdir(parents=True)
    file().write_bytes(text)
    assert remembered() == Remembered()


def test_where_nothing_can_be_kept_nothing_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "no").write_text("a file, not a folder")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "no"))
    remember_theme("nord")
    assert remembered() == Remembered()
