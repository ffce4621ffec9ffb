"""How the screens look. Look at each before you accept it: `pytest tests/tui/test_snapshots.py --snapshot-update`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from test_hostile_screen import hostile
from textual.pilot import Pilot
from tui_pilot import Held, harbour, press, sealed, settled

from briefing.model.dossier import Dossier
from briefing.tui.app import BriefingApp


def after(*keys: str) -> Any:
    """Return what is done before the picture is taken."""

    async def do(pilot: Pilot[Any]) -> None:
        await settled(pilot)
        await press(pilot, *keys)

    return do


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (120, 40), (160, 50)], ids=lambda size: f"{size[0]}x{size[1]}")
def test_facts(snap_compare: Any, size: tuple[int, int]) -> None:
    assert snap_compare(harbour(), terminal_size=size, run_before=after("j", "j"))


def test_facts_in_a_light_theme(snap_compare: Any) -> None:
    app = harbour()
    app.theme = "briefing-light"
    assert snap_compare(app, terminal_size=(120, 40), run_before=after("j", "j", "right_square_bracket"))


def test_the_source_at_80_columns(snap_compare: Any) -> None:
    assert snap_compare(harbour(), terminal_size=(80, 24), run_before=after("j", "j", "enter"))


def test_a_search(snap_compare: Any) -> None:
    assert snap_compare(harbour(), terminal_size=(120, 40), run_before=after("slash", *"norv mar"))


def test_the_filters(snap_compare: Any) -> None:
    assert snap_compare(harbour(), terminal_size=(80, 24), run_before=after("f", "j", "space"))


def test_the_help(snap_compare: Any) -> None:
    assert snap_compare(harbour(), terminal_size=(80, 24), run_before=after("question_mark"))


def test_a_sealed_source(snap_compare: Any) -> None:
    assert snap_compare(Held(sealed()), terminal_size=(120, 40), run_before=after("j", "j"))


def test_an_empty_dossier(snap_compare: Any) -> None:
    assert snap_compare(Held(Dossier(title="A new dossier")), terminal_size=(80, 24), run_before=after())


def test_no_dossier(snap_compare: Any) -> None:
    assert snap_compare(BriefingApp(Path("nowhere")), terminal_size=(80, 24), run_before=after())


def test_hostile_text(snap_compare: Any) -> None:
    assert snap_compare(Held(hostile()), terminal_size=(120, 40), run_before=after())
