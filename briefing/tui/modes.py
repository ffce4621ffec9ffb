"""The modes there are: one entry each. A mode's module is imported when it is first shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from briefing.tui.screens.mode import ModeScreen


@dataclass(frozen=True, slots=True)
class Mode:
    """A screen with its key and its name on the top line."""

    id: str
    key: str
    title: str
    screen: Callable[[], ModeScreen]


def _facts() -> ModeScreen:
    from briefing.tui.screens.facts import FactsScreen

    return FactsScreen()


def _discrepancies() -> ModeScreen:
    from briefing.tui.screens.discrepancies import DiscrepanciesScreen

    return DiscrepanciesScreen()


def _sources() -> ModeScreen:
    from briefing.tui.screens.sources import SourcesScreen

    return SourcesScreen()


def _memo() -> ModeScreen:
    from briefing.tui.screens.memo import MemoScreen

    return MemoScreen()


def _draft() -> ModeScreen:
    from briefing.tui.screens.draft import DraftScreen

    return DraftScreen()


MODES: Final = (
    Mode("facts", "1", "Facts", _facts),
    Mode("discrepancies", "2", "Discrepancies", _discrepancies),
    Mode("sources", "3", "Sources", _sources),
    Mode("memo", "4", "Memo", _memo),
)
DRAFT: Final = Mode("draft", "5", "Draft", _draft)
"""The mode that is there where the app was given a draft to check."""
