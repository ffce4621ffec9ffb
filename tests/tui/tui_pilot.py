"""What the tests of the screen share: the harbour dossier, apps on a dossier in memory, the text on the screen."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from textual.pilot import Pilot

from briefing.model.card import Card
from briefing.model.dossier import Dossier
from briefing.store.dossier import open_dossier
from briefing.text import seal
from briefing.tui.app import BriefingApp
from briefing.tui.desk import Desk
from briefing.tui.messages import Opened
from briefing.tui.screens.facts import FactsScreen
from briefing.tui.widgets.bars import KeyLine

HARBOUR = Path(__file__).parent.parent / "data" / "harbour"


class Held(BriefingApp):
    """The app on a dossier that is in memory already."""

    def __init__(self, dossier: Dossier) -> None:
        super().__init__()
        self.held = dossier

    def load(self) -> None:  # type: ignore[override]
        self.post_message(Opened(Desk(self.held)))


def harbour() -> BriefingApp:
    """Return the app on the harbour dossier, as a user opens it."""
    app = BriefingApp(HARBOUR)
    app.animation_level = "none"
    return app


def sealed() -> Dossier:
    """Return the harbour dossier as one who has no originals sees it."""
    dossier = open_dossier(HARBOUR)
    spans: dict[str, list[tuple[int, int]]] = {source.id: [] for source in dossier.sources}
    for _, passage, _ in dossier.passages():
        document = dossier.documents[passage.source]
        start = document.text.index(passage.quote, document.span(passage.lines)[0])
        spans[passage.source].append((start, start + len(passage.quote)))
    documents = {}
    for id, found in spans.items():
        document = dossier.documents[id]
        documents[id] = seal.make(document, document.text.encode(), found).document(id)
    return replace(dossier, documents=documents)


def with_topic(card: Card, topic: str) -> Card:
    """Return a card as if it had been read from the file of a topic."""
    object.__setattr__(card, "topic", topic)
    return card


async def quiet(pilot: Pilot[Any]) -> None:
    """Wait until the dossier was read, or could not be, and nothing is at work any more."""
    app = pilot.app
    await pilot.pause()
    while isinstance(app, BriefingApp) and app.desk is None and app.failure is None and app.is_running:
        await pilot.pause(0.01)
    while True:
        await app.workers.wait_for_complete()
        await pilot.pause()
        if not any(worker.is_running for worker in app.workers):
            return


async def settled(pilot: Pilot[Any]) -> FactsScreen:
    """Wait until nothing is at work; return the facts."""
    await quiet(pilot)
    screen = pilot.app.screen_stack[0]
    assert isinstance(screen, FactsScreen)
    return screen


async def press(pilot: Pilot[Any], *keys: str) -> FactsScreen:
    """Press keys and wait for what they set off."""
    await pilot.press(*keys)
    return await settled(pilot)


def rows(app: BriefingApp) -> list[str]:
    """Return the text on the screen, row by row."""
    return ["".join(segment.text for segment in strip) for strip in app.screen._compositor.render_strips()]


def text(app: BriefingApp) -> str:
    """Return the text on the screen."""
    return "\n".join(rows(app))


def told(app: BriefingApp) -> str:
    """Return what the bottom line says, in one row."""
    height = app.screen.query(KeyLine).last().size.height
    return "".join(row.removeprefix(" ") if n else row for n, row in enumerate(rows(app)[-height:]))
