"""What Ctrl+P finds: every action that works now, every filter, every theme."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from briefing.text.visible import visible
from briefing.tui.actions import ACTIONS
from briefing.tui.filtering import FACETS
from briefing.tui.messages import Filtered
from briefing.tui.paint.marks import shown
from briefing.tui.paint.states import facet_value

if TYPE_CHECKING:
    from briefing.tui.app import BriefingApp

Command = tuple[Content, str, Callable[[], Any]]
"""What is shown, its help in our own words, and what it does."""

_WINDOWS = ("search", "sheet", "choose", "ask", "decide", "reanchor", "form", "several", "lines")


class Commands(Provider):
    """Found by the words of what is shown; before anything is typed, the actions are offered."""

    app: BriefingApp  # type: ignore[assignment]

    async def discover(self) -> Hits:
        """Offer the actions."""
        for title, help, run in self.actions():
            yield DiscoveryHit(title, run, text=title.plain, help=help)

    async def search(self, query: str) -> Hits:
        """Offer what matches."""
        matcher = self.matcher(query)
        for commands in (self.actions(), self.filters(), self.dossiers(), self.themes()):
            for title, help, run in commands:
                if (score := matcher.match(title.plain)) > 0:
                    yield Hit(score, title, run, text=title.plain, help=help or None)

    def actions(self) -> Iterator[Command]:
        """Yield the actions that work where the palette was opened, in the order of their table."""
        active = {bound.binding.id: bound.node for bound in self.screen.active_bindings.values() if bound.enabled}
        for action in ACTIONS:
            if action.id in active and action.scope not in _WINDOWS and action.group != "Move":
                title = Content(f"{action.title.capitalize()}  ({action.shown})")
                yield title, action.help, partial(self.app.run_action, action.name, active[action.id])

    def filters(self) -> Iterator[Command]:
        """Yield each value of each facet."""
        from briefing.tui.screens.facts import FactsScreen

        screen = self.screen
        if not isinstance(screen, FactsScreen) or screen.finder is None:
            return
        for facet in FACETS:
            chosen = screen.asked.chosen(facet)
            for value, count in screen.finder.counts(facet).items():
                verb = "Stop showing only" if value in chosen else "Show only"
                title = Content.assemble(
                    f"{verb} {facet}: ", facet_value(screen.finder.desk, facet, value), f"  {count:,}"
                )
                yield title, "", partial(screen.post_message, Filtered(screen.asked.toggled(facet, value)))

    def themes(self) -> Iterator[Command]:
        """Yield each theme."""
        for name in sorted(self.app.available_themes):
            yield Content(f"Theme: {name}"), "", partial(self.app.keep_theme, name)

    def dossiers(self) -> Iterator[Command]:
        """Yield the dossiers that were open before, and the ways to another one."""
        from briefing.store.remembered import remembered

        here = str(Path(self.app.desk.dossier.root).resolve()) if self.app.desk else ""
        for item in remembered().recent:
            if item.path != here:
                title = shown(item.title or Path(item.path).name)
                yield Content.assemble("Open: ", title), visible(item.path), partial(self.app.open, Path(item.path))
        yield Content("Open another dossier"), "One that lies in a folder of yours.", self.app.ask_open
        yield Content("New dossier"), "Begin an empty one.", self.app.ask_new
