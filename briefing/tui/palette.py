"""What Ctrl+P finds: every action that works now, every filter, every theme."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Any

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from briefing.tui.actions import ACTIONS
from briefing.tui.filtering import FACETS
from briefing.tui.messages import Filtered
from briefing.tui.paint.states import facet_value

if TYPE_CHECKING:
    from briefing.tui.app import BriefingApp

Command = tuple[Content, str, Callable[[], Any]]
"""What is shown, its help in our own words, and what it does."""

_SCOPES = ("app", "mode", "facts")


class Commands(Provider):
    """Found by the words of what is shown; before anything is typed, the actions are offered."""

    app: BriefingApp  # type: ignore[assignment]

    async def discover(self) -> Hits:
        """Offer the actions."""
        for shown, help, run in self.actions():
            yield DiscoveryHit(shown, run, text=shown.plain, help=help)

    async def search(self, query: str) -> Hits:
        """Offer what matches."""
        matcher = self.matcher(query)
        for commands in (self.actions(), self.filters(), self.themes()):
            for shown, help, run in commands:
                if (score := matcher.match(shown.plain)) > 0:
                    yield Hit(score, shown, run, text=shown.plain, help=help or None)

    def actions(self) -> Iterator[Command]:
        """Yield the actions that work where the palette was opened, in the order of their table."""
        active = {bound.binding.id: bound.node for bound in self.screen.active_bindings.values() if bound.enabled}
        for action in ACTIONS:
            if action.id in active and action.scope in _SCOPES and action.group != "Move":
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
            yield Content(f"Theme: {name}"), "", partial(setattr, self.app, "theme", name)
