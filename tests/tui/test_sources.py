"""The Sources mode, as a user works in it."""

from __future__ import annotations

from typing import Any

import pytest
from test_discrepancies import act, opened, said
from textual.pilot import Pilot
from tui_pilot import Held, harbour, sealed

from briefing.model.dossier import Dossier
from briefing.store.dossier import open_dossier
from briefing.tui.desk import Desk
from briefing.tui.register import citations, entries
from briefing.tui.screens.discrepancies import DiscrepanciesScreen
from briefing.tui.screens.facts import FactsScreen
from briefing.tui.screens.sources import SourcesScreen

SIZE = (120, 40)


def test_the_register_goes_from_origins_to_documents(mole: Any) -> None:
    desk = Desk(open_dossier(mole))
    told = [(entry.group.origin.id, entry.source.id if entry.source else "", entry.claims) for entry in entries(desk)]
    assert told == [("survey", "", 0), ("survey", "a", 2), ("survey", "b", 1), ("c", "", 0), ("c", "c", 1)]


def test_everything_that_cites_a_source_is_listed_by_line(mole: Any) -> None:
    desk = Desk(open_dossier(mole))
    found = [
        (
            citation.passage.lines[0],
            citation.card.id if citation.card else "",
            citation.item.id if citation.item else "",
        )
        for citation in citations(desk, "a")
    ]
    assert found == [(1, "mole-length", ""), (1, "", "length"), (2, "lamp-lit", "")]
    assert desk.cited("a") == {1: ((17, 34), (17, 34)), 2: ((4, 16),)}


async def test_a_source_is_appraised_and_its_cited_lines_are_marked() -> None:
    async with harbour().run_test(size=SIZE) as pilot:
        screen = await opened(pilot, "3")
        assert isinstance(screen, SourcesScreen)
        text = said(pilot)
        assert "usually reliable" in text
        assert "lines cited" in text
        assert "┆" in text


async def test_stepping_through_citations_moves_the_source() -> None:
    async with harbour().run_test(size=SIZE) as pilot:
        screen = await opened(pilot, "3")
        first = screen.view.passage
        screen = await act(pilot, "right_square_bracket", "right_square_bracket")
        assert screen.view.at == 2
        assert screen.view.passage.lines >= first.lines


async def test_from_a_citation_to_its_claim_or_its_discrepancy() -> None:
    async with harbour().run_test(size=SIZE) as pilot:
        screen = await opened(pilot, "3")
        seen = set()
        for _ in range(len(screen.view.cited)):
            citation = screen.view.citation
            screen = await act(pilot, "c" if citation.card else "d")
            if citation.card:
                assert isinstance(screen, FactsScreen)
                assert screen.view.card is not None and screen.view.card.id == citation.card.id
            else:
                assert isinstance(screen, DiscrepanciesScreen)
                assert screen.view.item.id == citation.item.id
            seen.add(type(screen))
            if len(seen) == 2:
                return
            screen = await act(pilot, "3", "right_square_bracket")


async def test_another_source_another_appraisal() -> None:
    async with harbour().run_test(size=SIZE) as pilot:
        screen = await opened(pilot, "3")
        first = screen.view.source
        screen = await act(pilot, "j")
        assert screen.view.source is not first
        assert screen.view.source.id in said(pilot)


async def test_a_dossier_without_sources_says_how_to_bring_them() -> None:
    async with Held(Dossier(title="New")).run_test(size=SIZE) as pilot:
        await opened(pilot, "3")
        assert "No sources yet." in said(pilot)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=lambda size: f"{size[0]}x{size[1]}")
def test_sources(snap_compare: Any, size: tuple[int, int]) -> None:
    async def show(pilot: Pilot[Any]) -> None:
        await opened(pilot, "3")

    assert snap_compare(harbour(), terminal_size=size, run_before=show)


def test_sources_sealed(snap_compare: Any) -> None:
    async def show(pilot: Pilot[Any]) -> None:
        await opened(pilot, "3")
        await act(pilot, "right_square_bracket")

    assert snap_compare(Held(sealed()), terminal_size=(160, 50), run_before=show)
