"""The Discrepancies and the Memo mode, as a user works in them."""

from __future__ import annotations

from typing import Any

import pytest
from textual.pilot import Pilot
from tui_pilot import Held, harbour, rows, sealed

from briefing.model.card import Value
from briefing.model.dossier import Dossier
from briefing.tui.candidates import Comparison
from briefing.tui.paint.axis import Reach, arithmetic, reaches, strip
from briefing.tui.screens.discrepancies import DiscrepanciesScreen
from briefing.tui.screens.facts import FactsScreen
from briefing.tui.screens.memo import MemoScreen
from briefing.tui.screens.sheet import Sheet
from briefing.tui.screens.sources import SourcesScreen
from briefing.tui.widgets.memo import ContentsPane

SIZE = (120, 40)


async def act(pilot: Pilot[Any], *keys: str) -> Any:
    """Press keys, wait for what they set off, and return the screen."""
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    for key in keys:
        await pilot.press(key)
        await pilot.pause()
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
    return pilot.app.screen


def said(pilot: Pilot[Any]) -> str:
    return "\n".join(rows(pilot.app))


async def opened(pilot: Pilot[Any], key: str) -> Any:
    await act(pilot)
    return await act(pilot, key)


async def test_two_sides_stand_beside_each_other_with_source_date_and_reliability() -> None:
    async with harbour().run_test(size=SIZE) as pilot:
        screen = await opened(pilot, "2")
        assert isinstance(screen, DiscrepanciesScreen)
        item = screen.view.item
        assert item is not None
        text = said(pilot)
        assert "A  " in text and "│  B  " in text
        assert item.question[:40] in text
        assert "Finding" in text


async def test_tab_steps_through_the_sides_and_enter_reads_the_marked_one() -> None:
    async with harbour().run_test(size=SIZE) as pilot:
        screen = await opened(pilot, "2")
        first = screen.view.passage
        screen = await act(pilot, "tab")
        assert screen.view.side == 1
        assert screen.view.passage != first
        screen = await act(pilot, "left_square_bracket", "enter")
        assert isinstance(screen, SourcesScreen)
        assert screen.view.passage is not None and first is not None
        assert (screen.view.passage.source, screen.view.passage.lines) == (first.source, first.lines)


async def test_a_filter_leaves_only_what_it_lets_through() -> None:
    async with harbour().run_test(size=SIZE) as pilot:
        screen = await opened(pilot, "2")
        everything = len(screen.view.items)
        await act(pilot, "f", "j", "space")
        screen = await act(pilot, "escape")
        assert {item.nature for item in screen.view.items} == {"apparent"}
        assert len(screen.view.items) < everything
        screen = await act(pilot, "escape")
        assert len(screen.view.items) == everything


async def test_a_search_finds_words_of_findings_and_sides() -> None:
    async with harbour().run_test(size=SIZE) as pilot:
        screen = await opened(pilot, "2")
        words = screen.view.desk.dossier.discrepancies[-1].side[0].passages[0].quote.split()[:2]
        screen = await act(pilot, "slash", *" ".join(words).replace(" ", "~"), "enter")
        screen = await act(pilot)
        assert screen.view.items or "No discrepancy matches." in said(pilot)


async def test_from_a_discrepancy_to_its_claim_and_back() -> None:
    async with harbour().run_test(size=SIZE) as pilot:
        screen = await opened(pilot, "2")
        id, card = screen.view.item.id, screen.view.item.cards[0]
        screen = await act(pilot, "c")
        assert isinstance(screen, FactsScreen)
        assert screen.view.card is not None and screen.view.card.id == card
        screen = await act(pilot, "d")
        assert isinstance(screen, DiscrepanciesScreen)
        assert card in screen.view.item.cards or screen.view.item.id == id


async def test_a_dossier_without_discrepancies_says_what_one_is() -> None:
    async with Held(Dossier(title="New")).run_test(size=SIZE) as pilot:
        await opened(pilot, "2")
        assert "No discrepancies yet." in said(pilot)


async def test_the_memo_is_seen_as_it_grows_and_entries_go_in_and_out() -> None:
    async with harbour().run_test(size=SIZE) as pilot:
        screen = await opened(pilot, "4")
        assert isinstance(screen, MemoScreen)
        whole = screen.view.text
        assert whole.startswith("# ")
        screen = await act(pilot, "j", "space")
        card = screen.query_one(ContentsPane).current
        assert card is not None and card.kind == "card"
        assert card.text not in screen.view.text.replace("\\", "")
        assert "[ ]" in said(pilot)
        screen = await act(pilot, "x")
        assert screen.view.text == whole


async def test_what_is_out_stays_out_of_the_exported_memo(tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    async with harbour().run_test(size=SIZE) as pilot:
        await opened(pilot, "4")
        screen = await act(pilot, "space")
        topic = screen.query_one(ContentsPane).current.text
        await act(pilot, "m", "enter")
        written = (tmp_path / "memo.md").read_text()
        assert f"### {topic}" not in written
        await act(pilot, "m", "enter")
        assert (tmp_path / "memo-2.md").read_text() == written


async def test_what_would_change_a_rating_is_shown() -> None:
    async with harbour().run_test(size=SIZE) as pilot:
        await act(pilot)
        screen = await act(pilot, "w")
        assert isinstance(screen, Sheet)
        await act(pilot)
        assert "It would be rated otherwise with" in said(pilot)


@pytest.mark.parametrize("key", ["2", "3", "4"])
@pytest.mark.parametrize("size", [(40, 12), (80, 24), (160, 50), (20, 5)])
async def test_every_size_works(key: str, size: tuple[int, int]) -> None:
    async with harbour().run_test(size=size) as pilot:
        await opened(pilot, key)
        await act(pilot, "j", "tab", "j", "l", "j", "h", "q")


def test_figures_of_one_unit_stand_on_one_axis() -> None:
    sides = [("A", Value(amount=41, unit="m")), ("B", Value(amount=43.6, unit="m")), ("C", None)]
    found, unit = reaches(sides)
    assert (found, unit) == ([Reach("A", 41.0, 41.0), Reach("B", 43.6, 43.6)], "m")
    assert arithmetic(found, unit) == "B against A: +6.3 %, 2.6 m apart"
    drawn = [row.plain for row in strip(found, unit, 40)]
    assert [row.count("◆") for row in drawn] == [0, 1, 1, 0]
    assert all(len(row) <= 40 for row in drawn)
    assert "41" in drawn[-1] and "43.6" in drawn[-1]


def test_different_units_are_not_drawn_together() -> None:
    assert reaches([("A", Value(amount=1, unit="m")), ("B", Value(amount=1, unit="t"))]) == ([], "")


def test_dates_stand_on_a_line_of_time() -> None:
    found, unit = reaches([("A", Value(date="2025-09")), ("B", Value(date="2025-10-22"))])
    assert unit == "date"
    drawn = [row.plain for row in strip(found, unit, 60)]
    assert "├" in drawn[1] and "◆" in drawn[2]
    assert arithmetic(found, unit) == "B is 36 days later than A"


def test_open_ends_have_arrows() -> None:
    found, unit = reaches(
        [("A", Value(amount=2, qualifier="more than", unit="t")), ("B", Value(low=1, high=3, unit="t"))]
    )
    drawn = [row.plain for row in strip(found, unit, 40)]
    assert drawn[1].rstrip().endswith("→")
    assert "├" in drawn[2] and "┤" in drawn[2]


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (160, 50)], ids=lambda size: f"{size[0]}x{size[1]}")
def test_discrepancies(snap_compare: Any, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]) -> None:
    monkeypatch.setattr(Comparison, "_compare", lambda *_: [])  # what is found changes with the detector

    async def show(pilot: Pilot[Any]) -> None:
        await opened(pilot, "2")

    assert snap_compare(harbour(), terminal_size=size, run_before=show)


def test_discrepancies_sealed(snap_compare: Any) -> None:
    async def show(pilot: Pilot[Any]) -> None:
        await opened(pilot, "2")

    assert snap_compare(Held(sealed()), terminal_size=(40, 12), run_before=show)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=lambda size: f"{size[0]}x{size[1]}")
def test_memo(snap_compare: Any, size: tuple[int, int]) -> None:
    async def show(pilot: Pilot[Any]) -> None:
        await opened(pilot, "4")

    assert snap_compare(harbour(), terminal_size=size, run_before=show)
