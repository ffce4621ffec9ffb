import shutil
from pathlib import Path

import pytest
from tui_pilot import HARBOUR, quiet, rows

from briefing.check.audit import audit
from briefing.store.dossier import open_dossier
from briefing.tui.app import BriefingApp
from briefing.tui.screens.reanchor import Reanchoring


@pytest.fixture
def revised(tmp_path: Path) -> Path:
    """The harbour, two of whose sources were revised: lines put in before one, a sum changed in the other."""
    folder = Path(shutil.copytree(HARBOUR, tmp_path / "harbour"))
    for path in (folder / "seeds").glob("00[12]*.txt"):
        text = path.read_text(encoding="utf-8").replace("43.6 million", "44.6 million")
        path.write_text(f"New\n\n{text}" if path.name.startswith("001") else text, encoding="utf-8")
    return folder


def astray(folder: Path) -> dict[str, int]:
    return {status: n for status, n in audit(open_dossier(folder)).counts.items() if n and status != "exact"}


def test_the_sources_were_revised(revised: Path) -> None:
    assert set(astray(revised)) == {"moved", "altered"}


async def test_what_is_certain_is_cited_anew_with_one_key_and_undone_with_one(revised: Path) -> None:
    before = astray(revised)
    app = BriefingApp(revised)
    async with app.run_test(size=(120, 40)) as pilot:
        await quiet(pilot)
        await pilot.press("R")
        await quiet(pilot)
        assert isinstance(app.screen, Reanchoring)
        await pilot.press("A")
        await quiet(pilot)
        assert astray(revised) == {"altered": before["altered"]}
        assert "With taxes and fees" in "\n".join(rows(app))
        await pilot.press("u")
        await quiet(pilot)
        assert astray(revised) == before


async def test_what_changed_in_substance_is_seen_beside_the_old_and_accepted_edited_or_dropped(revised: Path) -> None:
    app = BriefingApp(revised)
    async with app.run_test(size=(120, 40)) as pilot:
        await quiet(pilot)
        await pilot.press("R")
        await quiet(pilot)
        await pilot.press("A")
        await quiet(pilot)
        shown = "\n".join(rows(app))
        assert "a total of 43.6 million crowns" in shown
        assert "a total of 44.6 million crowns" in shown
        left = astray(revised)["altered"]
        await pilot.press("a")
        await quiet(pilot)
        assert astray(revised).get("altered", 0) == left - 1
        await pilot.press("e")
        await pilot.pause()
        answer = app.screen.query_one("#answer")
        answer.value = "44.6 million crowns"  # type: ignore[attr-defined]
        await pilot.press("enter")
        await quiet(pilot)
        assert astray(revised).get("altered", 0) == left - 2


async def test_dropping_takes_the_passage_out_and_undo_brings_it_back(revised: Path) -> None:
    app = BriefingApp(revised)
    async with app.run_test(size=(80, 24)) as pilot:
        await quiet(pilot)
        count = len(open_dossier(revised).passages())
        await pilot.press("R")
        await quiet(pilot)
        await pilot.press("x")
        await quiet(pilot)
        assert len(open_dossier(revised).passages()) == count - 1
        await pilot.press("u")
        await quiet(pilot)
        assert len(open_dossier(revised).passages()) == count


async def test_words_that_do_not_stand_in_the_source_are_refused(revised: Path) -> None:
    app = BriefingApp(revised)
    async with app.run_test(size=(120, 40)) as pilot:
        await quiet(pilot)
        before = {path: path.read_bytes() for path in (revised / "facts").iterdir()}
        await pilot.press("R", "e")
        await pilot.pause()
        app.screen.query_one("#answer").value = "words of my own"  # type: ignore[attr-defined]
        await pilot.press("enter")
        await quiet(pilot)
        assert {path: path.read_bytes() for path in (revised / "facts").iterdir()} == before
        assert "does not stand in the source" in "\n".join(rows(app))


async def test_where_all_stands_there_is_nothing_to_review() -> None:
    app = BriefingApp(HARBOUR)
    async with app.run_test(size=(120, 40)) as pilot:
        await quiet(pilot)
        await pilot.press("R")
        await pilot.pause()
        assert not isinstance(app.screen, Reanchoring)
