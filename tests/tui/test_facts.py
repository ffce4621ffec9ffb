from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from textual.widgets import Input
from tui_pilot import HARBOUR, Held, harbour, press, rows, sealed, settled, text, told

from briefing.model.dossier import Dossier
from briefing.store.sealing import seal_dossier
from briefing.tui.app import BriefingApp
from briefing.tui.screens.choose import FilterChooser, ThemeChooser
from briefing.tui.screens.sheet import Sheet
from briefing.tui.widgets.card import CardPane
from briefing.tui.widgets.claims import ClaimList
from briefing.tui.widgets.reader import Reader
from briefing.tui.widgets.search import SearchBox

SIZE = (120, 40)


async def test_all_three_panes_move_together() -> None:
    async with harbour().run_test(size=SIZE) as pilot:
        screen = await settled(pilot)
        assert screen.view.card is not None
        assert screen.view.card.id == "breakwater-length"
        screen = await press(pilot, "j", "down")
        assert screen.view.card is not None
        assert screen.view.card.id == "second-berth-draught"
        said = text(pilot.app)
        assert "second-berth-draught" in said
        assert "· 21 Nov 2025 · A" in said
        assert any("▌ 12" in row for row in rows(pilot.app))


async def test_evidence_is_stepped_through_from_any_pane() -> None:
    async with harbour().run_test(size=SIZE) as pilot:
        screen = await settled(pilot)
        screen = await press(pilot, "right_square_bracket")
        assert screen.view.evidence == 1
        assert "002 The Daily Post" in text(pilot.app)
        screen = await press(pilot, "left_square_bracket", "left_square_bracket")
        assert screen.view.evidence == 2
        assert "003 Harbour Watch · undated · D" in text(pilot.app)


async def test_the_arrows_step_through_evidence_on_the_card() -> None:
    async with harbour().run_test(size=SIZE) as pilot:
        await settled(pilot)
        screen = await press(pilot, "tab", "j")
        assert isinstance(screen.focused, CardPane)
        assert screen.view.evidence == 1
        screen = await press(pilot, "enter")
        assert isinstance(screen.focused, Reader)
        assert screen.query_one(Reader).line_number == 10


async def test_searching_narrows_with_every_key() -> None:
    async with harbour().run_test(size=SIZE) as pilot:
        await settled(pilot)
        screen = await press(pilot, "slash", *"aud")
        assert [len(screen.view.cards), isinstance(screen.focused, SearchBox)] == [10, True]
        assert "10 of 14" in text(pilot.app)
        screen = await press(pilot, *"it 1240")
        assert [card.id for card in screen.view.cards] == ["breakwater-length"]
        screen = await press(pilot, "escape")
        assert [len(screen.view.cards), isinstance(screen.focused, ClaimList)] == [14, True]


async def test_matches_are_reached_from_any_pane_and_round_and_round() -> None:
    async with harbour().run_test(size=SIZE) as pilot:
        await settled(pilot)
        screen = await press(pilot, "slash", *"berth", "enter", "enter")
        assert isinstance(screen.focused, Reader)
        seen = []
        for key in ("n", "n", "N"):
            screen = await press(pilot, key)
            seen.append(screen.view.card.id if screen.view.card else "")
        assert seen == ["second-berth-draught", "berths-planned", "second-berth-draught"]
        screen = await press(pilot, "escape")
        assert not screen.asked
        assert len(screen.view.cards) == 14


async def test_nothing_found_says_what_to_do() -> None:
    async with harbour().run_test(size=SIZE) as pilot:
        await settled(pilot)
        screen = await press(pilot, "slash", *"zeppelin")
        assert screen.view.card is None
        assert "No claim matches." in text(pilot.app)
        assert "0 of 14" in text(pilot.app)
        await press(pilot, "enter", "escape")
        assert "14 claims" in text(pilot.app)


async def test_filters_are_chosen_and_taken_back() -> None:
    async with harbour().run_test(size=SIZE) as pilot:
        await settled(pilot)
        await press(pilot, "f")
        assert isinstance(pilot.app.screen, FilterChooser)
        screen = await press(pilot, "j", "space")
        assert {card.topic for card in screen.view.cards} == {"money"}
        screen = await press(pilot, "x")
        assert len(screen.view.cards) == 14
        screen = await press(pilot, "space", "escape")
        assert "Money" in rows(pilot.app)[-2]
        assert pilot.app.screen is screen


async def test_the_palette_finds_actions_and_filters() -> None:
    async with harbour().run_test(size=SIZE) as pilot:
        await settled(pilot)
        await press(pilot, "ctrl+p", *"builders and")
        screen = await press(pilot, "enter")
        for _ in range(3):
            screen = await settled(pilot)
        assert screen.asked.topic == {"builders-and-dates"}


async def test_the_source_slides_over_the_card_at_80_columns() -> None:
    async with harbour().run_test(size=(80, 24)) as pilot:
        screen = await settled(pilot)
        assert [screen.query_one(CardPane).display, screen.query_one(Reader).display] == [True, False]
        screen = await press(pilot, "enter")
        assert [screen.query_one(CardPane).display, screen.query_one(Reader).display] == [False, True]
        screen = await press(pilot, "o")
        assert screen.query_one(Reader).size.width > 70
        screen = await press(pilot, "q")
        assert screen.query_one(Reader).size.width < 60
        screen = await press(pilot, "q")
        assert [screen.query_one(CardPane).display, screen.query_one(Reader).display] == [True, False]


@pytest.mark.parametrize("size", [(1, 1), (2, 2), (20, 5), (40, 12), (59, 9), (60, 10), (200, 60)])
async def test_every_size_works(size: tuple[int, int]) -> None:
    async with harbour().run_test(size=size) as pilot:
        await settled(pilot)
        for keys in (("j", "tab", "j", "tab", "j"), ("G", "g", "pagedown", "pageup"), ("o", "o", "h", "h")):
            await press(pilot, *keys)
        for opener in ("question_mark", "f", "t", "m"):
            await press(pilot, opener, "down", "escape")
        await pilot.resize_terminal(size[0] + 30, size[1] + 9)
        screen = await settled(pilot)
        assert screen.view.card is not None


async def test_one_pane_at_a_time_on_a_tiny_screen() -> None:
    async with harbour().run_test(size=(40, 12)) as pilot:
        screen = await settled(pilot)
        for key, shown in (("l", "card"), ("l", "source"), ("q", "card"), ("h", "claims")):
            screen = await press(pilot, key)
            assert screen.pane == shown
            assert [pane.display for pane in screen.query("ClaimsPane, CardPane, Reader")].count(True) == 1


async def test_a_citation_is_copied() -> None:
    async with harbour().run_test(size=SIZE) as pilot:
        await settled(pilot)
        await press(pilot, "y")
        assert pilot.app.clipboard.startswith("“a breakwater of more than 1,200 metres” (Vellin Gazette")
        assert told(pilot.app).startswith(" copied: “a breakwater")
        await press(pilot, "j")
        assert told(pilot.app).startswith(" / search")


async def test_the_memo_goes_to_a_file_that_was_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "memo.md").write_text("mine")
    async with harbour().run_test(size=SIZE) as pilot:
        await settled(pilot)
        await press(pilot, "m")
        assert pilot.app.screen.query_one(Input).value == str(tmp_path / "memo-2.md")
        await press(pilot, "enter")
        assert "memo written to" in told(pilot.app)
        await press(pilot, "m")
        pilot.app.screen.query_one(Input).value = str(tmp_path / "memo.md")
        await press(pilot, "enter")
        assert "is there already" in told(pilot.app)
    assert (tmp_path / "memo.md").read_text() == "mine"
    assert "43.6 million crowns" in (tmp_path / "memo-2.md").read_text()


async def test_the_editor_opens_the_passage_or_else_the_card(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[tuple[str, int]] = []
    monkeypatch.setattr(BriefingApp, "edit", lambda self, path, line: opened.append((path.name, line)))
    async with harbour().run_test(size=SIZE) as pilot:
        await settled(pilot)
        await press(pilot, "e", "E")
    async with Held(sealed()).run_test(size=SIZE) as pilot:
        await settled(pilot)
        await press(pilot, "e")
    assert opened == [("001_3f9ac1d27b60e845.txt", 13), ("dimensions.toml", 3), ("dimensions.toml", 3)]


async def test_a_sealed_source_shows_what_was_disclosed_and_how_to_attach() -> None:
    async with Held(sealed()).run_test(size=SIZE) as pilot:
        await settled(pilot)
        said = text(pilot.app)
        assert "a breakwater of more than 1,200 metres" in said.replace("\n", " ") or "breakwater" in said
        assert "▒▒▒ ▒▒▒" in said
        assert "sealed · 13 of 37" in said
        assert "a attach" in told(pilot.app)


async def test_the_original_is_attached_from_a_folder(tmp_path: Path) -> None:
    root, originals = tmp_path / "copy", tmp_path / "originals"
    shutil.copytree(HARBOUR, root)
    seal_dossier(root)
    originals.mkdir()
    for path in (root / "seeds").glob("*.txt"):
        path.rename(originals / path.name)
    async with BriefingApp(root).run_test(size=SIZE) as pilot:
        await settled(pilot)
        assert "sealed" in rows(pilot.app)[-2]
        await press(pilot, "a")
        pilot.app.screen.query_one(Input).value = str(tmp_path / "none")
        await press(pilot, "enter")
        assert "nothing was attached" in told(pilot.app)
        await press(pilot, "a")
        pilot.app.screen.query_one(Input).value = str(originals)
        await press(pilot, "enter")
        await settled(pilot)
        assert "sealed" not in rows(pilot.app)[-2]
        assert "The contract is worth 41 million" in text(pilot.app)


async def test_no_dossier_says_why_and_what_helps() -> None:
    async with BriefingApp(Path("nowhere")).run_test(size=SIZE) as pilot:
        await settled(pilot)
        assert "No dossier is open." in text(pilot.app)
        assert "Nowhere holds no dossier." in text(pilot.app)
        await press(pilot, "j", "enter", "tab", "n", "f", "y", "e", "slash", "m", "r")
        await press(pilot, "q")
    assert pilot.app.return_code == 0


async def test_an_empty_dossier_says_what_to_do() -> None:
    async with Held(Dossier(title="New")).run_test(size=SIZE) as pilot:
        await settled(pilot)
        assert "No claims yet." in text(pilot.app)
        await press(pilot, "j", "enter", "tab", "n", "f", "y", "e", "slash")
        assert "No claims yet." in text(pilot.app)


async def test_problems_are_counted_and_listed(tmp_path: Path) -> None:
    shutil.copytree(HARBOUR, tmp_path / "copy")
    file = tmp_path / "copy" / "facts" / "money.toml"
    file.write_text(file.read_text().replace('43.6 million crowns"', '43.7 million crowns"'))
    async with BriefingApp(tmp_path / "copy").run_test(size=SIZE) as pilot:
        await settled(pilot)
        assert "! 1 problem" in rows(pilot.app)[0]
        await press(pilot, "exclamation_mark")
        assert isinstance(pilot.app.screen, Sheet)
        assert "facts/money.toml:" in text(pilot.app)


async def test_files_are_read_again(tmp_path: Path) -> None:
    shutil.copytree(HARBOUR, tmp_path / "copy")
    file = tmp_path / "copy" / "facts" / "money.toml"
    async with BriefingApp(tmp_path / "copy").run_test(size=SIZE) as pilot:
        await settled(pilot)
        screen = await press(pilot, *"jjjjj")
        assert screen.view.card is not None
        assert screen.view.card.id == "total-cost"
        file.write_text(file.read_text().replace("the harbour costs", "the harbour will cost"))
        screen = await press(pilot, "r")
        assert screen.view.card is not None
        assert screen.view.card.claim == "With taxes and fees the harbour will cost 43.6 million crowns."


async def test_themes_are_seen_at_once_and_taken_back() -> None:
    async with harbour().run_test(size=SIZE) as pilot:
        await settled(pilot)
        await press(pilot, "t", "j")
        assert isinstance(pilot.app.screen, ThemeChooser)
        assert pilot.app.theme == "briefing-light"
        await press(pilot, "escape")
        assert pilot.app.theme == "briefing-dark"
        await press(pilot, "t", "j", "enter")
        assert pilot.app.theme == "briefing-light"


async def test_the_mouse_works() -> None:
    async with harbour().run_test(size=SIZE) as pilot:
        screen = await settled(pilot)
        await pilot.click(ClaimList, offset=(10, 2))
        screen = await settled(pilot)
        assert screen.view.card is not None
        assert screen.view.card.id == "berths-planned"
        await pilot.click("#keys", offset=(3, 0))
        screen = await settled(pilot)
        assert isinstance(screen.focused, SearchBox)
        await pilot.click(ClaimList, offset=(10, 3), times=2)
        screen = await settled(pilot)
        assert isinstance(screen.focused, Reader)
        await pilot._post_mouse_events([__import__("textual.events").events.MouseScrollDown], widget=Reader)
        await settled(pilot)


async def test_q_quits() -> None:
    async with harbour().run_test(size=SIZE) as pilot:
        await settled(pilot)
        await pilot.press("q")
    assert pilot.app.return_code == 0
