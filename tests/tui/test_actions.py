from collections import Counter

import pytest

from briefing.tui.actions import ACTIONS, by_section
from briefing.tui.app import BriefingApp
from briefing.tui.screens.ask import Answer
from briefing.tui.screens.choose import Chooser
from briefing.tui.screens.decide import Decide
from briefing.tui.screens.discrepancies import DiscrepanciesScreen
from briefing.tui.screens.draft import DraftScreen
from briefing.tui.screens.facts import FactsScreen
from briefing.tui.screens.form import FormScreen
from briefing.tui.screens.making import MakingScreen
from briefing.tui.screens.memo import MemoScreen
from briefing.tui.screens.mode import ModeScreen
from briefing.tui.screens.reanchor import Reanchoring
from briefing.tui.screens.several import Several
from briefing.tui.screens.sheet import Sheet
from briefing.tui.screens.sources import SourcesScreen
from briefing.tui.widgets.lines import Lines
from briefing.tui.widgets.search import SearchBox

OWNERS = {
    "app": BriefingApp,
    "mode": ModeScreen,
    "facts": FactsScreen,
    "questions": DiscrepanciesScreen,
    "sources": SourcesScreen,
    "memo": MemoScreen,
    "draft": DraftScreen,
    "lines": Lines,
    "search": SearchBox,
    "sheet": Sheet,
    "choose": Chooser,
    "ask": Answer,
    "decide": Decide,
    "reanchor": Reanchoring,
    "reading": MakingScreen,
    "select": MakingScreen,
    "form": FormScreen,
    "several": Several,
}
BACK = {"q", "escape"}
"""Keys that go back a step: what they leave depends on where one is."""


def test_every_action_is_carried_out_where_the_table_says() -> None:
    missing = [action.id for action in ACTIONS if not hasattr(OWNERS[action.scope], f"action_{action.name}")]
    assert missing == []


def test_every_action_has_an_id_of_its_own_and_says_what_it_does() -> None:
    assert max(Counter(action.id for action in ACTIONS).values()) == 1
    assert all(action.title and action.help.endswith(".") for action in ACTIONS)


@pytest.mark.parametrize("mode", [scope for scope, owner in OWNERS.items() if issubclass(owner, ModeScreen)])
def test_no_key_does_different_things_in_two_panes(mode: str) -> None:
    scopes = {"app", "mode", mode, "lines"} | ({"reading"} if mode in ("facts", "sources") else set())
    together = [action for action in ACTIONS if action.scope in scopes]
    keys = Counter(key for action in together for key in action.keys.split(",") if key not in BACK)
    assert [key for key, count in keys.items() if count > 1] == []


def test_every_action_is_in_the_help_or_the_twin_of_one_that_is() -> None:
    helped = [action.id for _, actions in by_section("memo") for action in actions]
    assert sorted(helped) == sorted(action.id for action in ACTIONS if not action.twin)


def test_the_help_begins_with_the_mode_that_is_open() -> None:
    assert [next(by_section(scope))[0] for scope in ("facts", "questions", "")] == [
        "Facts",
        "Discrepancies",
        "In every mode",
    ]
