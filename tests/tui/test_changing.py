import shutil
from pathlib import Path

import pytest
from tui_pilot import HARBOUR, rows, settled, told

from briefing.errors import Unwritable
from briefing.store import edit
from briefing.store.change import Set
from briefing.store.edit import Store
from briefing.tui.app import BriefingApp
from briefing.tui.screens.decide import Decide


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(HARBOUR, tmp_path / "harbour"))


def claim(app: BriefingApp, id: str) -> str:
    assert app.desk
    return app.desk.dossier.card_by_id[id].claim


def first(app: BriefingApp) -> str:
    assert app.desk
    return app.desk.dossier.cards[0].id


def on_disk(folder: Path, id: str) -> str:
    return Store(folder).dossier.card_by_id[id].claim


async def test_a_change_is_on_disk_and_on_the_screen_and_u_takes_it_back(copy: Path) -> None:
    app = BriefingApp(copy)
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        id = first(app)
        before = claim(app, id)
        app.change(Set(id, "claim", "The mole stands on oak."), text="claim changed")
        await settled(pilot)
        assert [claim(app, id), on_disk(copy, id)] == ["The mole stands on oak."] * 2
        assert "claim changed" in told(app)
        await pilot.press("u")
        await settled(pilot)
        assert [claim(app, id), on_disk(copy, id)] == [before] * 2
        await pilot.press("U")
        await settled(pilot)
        assert claim(app, id) == "The mole stands on oak."


async def test_what_others_change_is_read_again(copy: Path) -> None:
    app = BriefingApp(copy)
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        id = first(app)
        Store(copy).apply(Set(id, "claim", "Somebody else wrote this."))
        app.look()
        await settled(pilot)
        assert claim(app, id) == "Somebody else wrote this."


@pytest.mark.parametrize(("keys", "kept"), [(["enter"], "theirs"), (["down", "enter"], "mine"), (["escape"], "theirs")])
async def test_where_both_changed_one_thing_the_user_sees_both_and_chooses(
    copy: Path, keys: list[str], kept: str
) -> None:
    app = BriefingApp(copy)
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        id = first(app)
        Store(copy).apply(Set(id, "claim", "theirs"))
        app.change(Set(id, "claim", "mine"))
        await settled(pilot)
        assert isinstance(app.screen, Decide)
        shown = "\n".join(rows(app))
        assert "theirs" in shown
        assert "mine" in shown
        assert on_disk(copy, id) == "theirs"
        await pilot.press(*keys)
        await settled(pilot)
        assert [claim(app, id), on_disk(copy, id)] == [kept] * 2


async def test_what_cannot_be_written_stays_in_memory_until_it_can(
    copy: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    app = BriefingApp(copy)
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        id = first(app)

        def full(*_: object) -> None:
            raise Unwritable("the disk is full")

        with monkeypatch.context() as disk:
            disk.setattr(edit, "write_beneath", full)
            app.change(Set(id, "claim", "mine"))
            await settled(pilot)
        assert isinstance(app.screen, Decide)
        assert "the disk is full" in "\n".join(rows(app))
        await pilot.press("enter")  # try again
        await settled(pilot)
        assert [claim(app, id), on_disk(copy, id)] == ["mine", "mine"]


async def test_one_does_not_quit_by_mistake_what_is_not_written(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = BriefingApp(copy)
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)

        def full(*_: object) -> None:
            raise Unwritable("the disk is full")

        monkeypatch.setattr(edit, "write_beneath", full)
        app.change(Set(first(app), "claim", "mine"))
        await settled(pilot)
        await pilot.press("escape", "q")
        await settled(pilot)
        assert "in memory alone" in "\n".join(rows(app))
        await pilot.press("enter")  # stay
        await settled(pilot)
        assert app.is_running
        await pilot.press("q", "down", "down", "enter")
        await pilot.pause()
        assert app.return_value is None
        assert app._exit


async def test_undo_with_nothing_to_undo_does_nothing(copy: Path) -> None:
    app = BriefingApp(copy)
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        before = claim(app, first(app))
        await pilot.press("u", "U")
        await settled(pilot)
        assert claim(app, first(app)) == before
