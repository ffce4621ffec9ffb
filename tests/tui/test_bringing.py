from pathlib import Path

from tui_pilot import HARBOUR, rows, settled

from briefing.store.adding import start_dossier
from briefing.store.remembered import remembered
from briefing.tui.app import BriefingApp
from briefing.tui.palette import Commands
from briefing.tui.screens.sheet import Sheet


def shown(app: BriefingApp) -> str:
    return "\n".join(rows(app))


async def test_an_empty_dossier_says_what_to_press_and_takes_documents_in(tmp_path: Path) -> None:
    start_dossier(tmp_path / "own", "The mole")
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "one.txt").write_text("The mole\n\nIt will be 1,200 metres long.\n", encoding="utf-8")
    (tmp_path / "papers" / "two.md").write_text("# The mole\n\nThe lamp was lit in May 1931.\n", encoding="utf-8")
    (tmp_path / "papers" / "bad.pdf").write_bytes(b"%PDF-1.4 no more")
    app = BriefingApp(tmp_path / "own")
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        assert "A  brings documents in" in shown(app)
        await pilot.press("A")
        await pilot.pause()
        app.screen.query_one("#answer").value = str(tmp_path / "papers")  # type: ignore[attr-defined]
        await pilot.press("enter")
        await pilot.pause()
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert isinstance(app.screen, Sheet)
        assert "2 added, 0 there already, 1 not read" in shown(app)
        assert app.desk
        assert len(app.desk.dossier.sources) == 2
        await pilot.press("escape", "3")
        await pilot.pause()
        assert "2 sources" in shown(app)


async def test_the_theme_that_was_chosen_is_there_at_the_next_start() -> None:
    app = BriefingApp(HARBOUR)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("t", "down", "enter")
        chosen = app.theme
        assert chosen != BriefingApp.theme
    assert BriefingApp(HARBOUR).theme == chosen


async def test_a_dossier_that_was_open_is_found_in_the_palette_and_opened(tmp_path: Path) -> None:
    start_dossier(tmp_path / "own", "The mole of old")
    async with BriefingApp(tmp_path / "own").run_test(size=(80, 24)) as pilot:
        await settled(pilot)
    app = BriefingApp(HARBOUR)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert [item.title for item in remembered().recent] == ["The harbour of Vellin", "The mole of old"]
        found = {title.plain: run for title, _, run in Commands(app.screen).dossiers()}
        found["Open: The mole of old"]()
        await settled(pilot)
        assert app.desk
        assert app.desk.dossier.title == "The mole of old"
        app.open(tmp_path / "nowhere")
        await pilot.pause()
        said = "".join(row.strip() for row in rows(app))  # a long path goes on in the next row
        assert "nowhereholdsno" in said.replace(" ", "")


async def test_a_name_is_completed_from_what_is_on_disk(tmp_path: Path) -> None:
    (tmp_path / "papers of old").mkdir()
    (tmp_path / "papers-new").mkdir()
    app = BriefingApp(HARBOUR)
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await pilot.press("A")
        await pilot.pause()
        answer = app.screen.query_one("#answer")
        suggest = answer.suggester.get_suggestion  # type: ignore[attr-defined]
        assert await suggest(f"x {tmp_path}/pap") == f"x {tmp_path}/papers-new/"
        assert await suggest(f"{tmp_path}/none") is None
        assert await suggest("~no\0body/") is None
