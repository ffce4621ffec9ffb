import os
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from tui_pilot import HARBOUR, quiet, rows

from briefing.check.draft import check
from briefing.store.dossier import open_dossier
from briefing.text.document import Document
from briefing.tui.app import BriefingApp
from briefing.tui.draft import pieces
from briefing.tui.screens.draft import DraftScreen
from briefing.tui.widgets.draft import GroundsPane

DRAFT = """# The harbour

The contract is worth 41 million crowns. Norrvik Marine of
Saltholm builds the harbour.

- The breakwater is 800 metres long. *

Is it a good idea?
"""


async def settled(pilot: Pilot[int]) -> DraftScreen:
    await quiet(pilot)
    screen = pilot.app.screen
    assert isinstance(screen, DraftScreen)
    return screen


def app_on(folder: Path, text: str = DRAFT) -> BriefingApp:
    path = folder / "draft.md"
    path.write_text(text, encoding="utf-8")
    app = BriefingApp(HARBOUR, draft=path)
    app.animation_level = "none"
    return app


def cut(text: str) -> list[tuple[int, str, str]]:
    found = check(text, open_dossier(HARBOUR))
    return [
        (piece.line, text[piece.start : piece.end], piece.statement.verdict if piece.statement else "")
        for piece in pieces(Document(text), found)
    ]


def test_a_draft_is_cut_at_its_statements_and_loses_nothing_but_line_ends() -> None:
    assert [piece[:2] for piece in cut(DRAFT)] == [
        (1, "# The harbour"),
        (2, ""),
        (3, "The contract is worth 41 million crowns."),
        (3, "Norrvik Marine of\nSaltholm builds the harbour."),
        (5, ""),
        (6, "- The breakwater is 800 metres long. *"),
        (7, ""),
        (8, "Is it a good idea?"),
    ]


def test_drafts_of_nothing_but_marks_are_cut_too() -> None:
    assert cut("") == []
    assert "".join(text for _, text, _ in cut("\n\n***\n\n---\n")).replace("\n", "") == "***---"


async def test_the_draft_opens_with_its_verdicts_and_the_evidence_of_the_one_under_the_cursor(tmp_path: Path) -> None:
    app = app_on(tmp_path)
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await settled(pilot)
        shown = "\n".join(rows(app))
        assert "5 Draft" in shown
        assert "✗ - The breakwater is 800 metres long. *" in shown
        await pilot.press("n", "n")
        await settled(pilot)
        assert screen.view.statement
        assert screen.view.statement.verdict == "contradicted"
        assert "✗ contradicted" in "\n".join(rows(app))
        assert screen.query_one(GroundsPane).current is not None


async def test_enter_leads_to_the_source_and_c_to_the_claim(tmp_path: Path) -> None:
    app = app_on(tmp_path)
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await pilot.press("n", "enter")
        await pilot.pause()
        await pilot.app.workers.wait_for_complete()
        assert app.current_mode == "sources"
        await pilot.press("5", "c")
        await pilot.pause()
        assert app.current_mode == "facts"


async def test_a_saved_draft_is_checked_again_at_the_line_that_was_open(tmp_path: Path) -> None:
    app = app_on(tmp_path)
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await settled(pilot)
        await pilot.press("n", "n")
        path = tmp_path / "draft.md"
        path.write_text(DRAFT.replace("800 metres", "more than 1,200 metres"), encoding="utf-8")
        os.utime(path, ns=(1, 1))
        screen.look()
        screen = await settled(pilot)
        assert screen.view.line == 6
        assert screen.view.statement
        assert screen.view.statement.verdict != "contradicted"


async def test_a_draft_that_is_gone_or_no_text_says_so(tmp_path: Path) -> None:
    app = app_on(tmp_path)
    (tmp_path / "draft.md").unlink()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert "The draft cannot be read." in "\n".join(rows(app))
        (tmp_path / "draft.md").write_text("Norrvik Marine of Saltholm builds the harbour.\n", encoding="utf-8")
        await pilot.press("r")
        await settled(pilot)
        assert "✓ Norrvik Marine" in "\n".join(rows(app))


async def test_a_draft_is_shown_letter_for_letter(tmp_path: Path) -> None:
    app = app_on(tmp_path, "The [b]mole[/b] \x1b[31mcost[/] 41 million crowns [@click=app.quit]now[/].\n")
    async with app.run_test(size=(160, 40)) as pilot:
        await settled(pilot)
        assert "The [b]mole[/b] ␛[31mcost[/] 41 million crowns [@click=app.quit]now[/]." in "\n".join(rows(app))


async def test_without_a_draft_there_is_no_fifth_mode() -> None:
    app = BriefingApp(HARBOUR)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        await pilot.app.workers.wait_for_complete()
        await pilot.press("5")
        await pilot.pause()
        assert [app.current_mode, "5 Draft" in "\n".join(rows(app))] == ["facts", False]


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=lambda size: f"{size[0]}x{size[1]}")
def test_draft(snap_compare: Any, tmp_path: Path, size: tuple[int, int]) -> None:
    async def second_finding(pilot: Pilot[int]) -> None:
        await settled(pilot)
        await pilot.press("n", "n")
        await settled(pilot)

    assert snap_compare(app_on(tmp_path), terminal_size=size, run_before=second_finding)
