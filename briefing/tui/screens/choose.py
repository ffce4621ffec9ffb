"""A list of choices over the mode: filters (many at once) and themes (one), seen at once behind it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message_pump import MessagePump
from textual.screen import ModalScreen

from briefing.tui.actions import bindings
from briefing.tui.filtering import Filter, Finder
from briefing.tui.messages import Filtered
from briefing.tui.paint.line import BLANK, Line
from briefing.tui.paint.marks import CITED_STRONG, CURSOR, FAINT, INK, MUTED, NO_CURSOR, STRONG
from briefing.tui.paint.states import facet_value
from briefing.tui.questions import Asked, Questions
from briefing.tui.widgets.bars import KeyLine
from briefing.tui.widgets.lines import Lines
from briefing.tui.widgets.pane import Framed

if TYPE_CHECKING:
    from briefing.tui.app import BriefingApp


@dataclass(frozen=True, slots=True)
class Choice:
    """A row to choose, or with an empty `key` a heading or a gap."""

    key: tuple[str, str]
    text: Content
    count: int | None = None


class Choices(Lines, Framed):
    """Rows under headings, the chosen ones marked."""

    def __init__(self, title: str, choices: list[Choice], chosen: set[tuple[str, str]], *, many: bool) -> None:
        super().__init__(id="choices")
        self._title, self._choices, self.chosen = title, choices, chosen
        self._marks = ("[x]", "[ ]") if many else (" ● ", " ○ ")

    @property
    def count(self) -> int:
        """The number of rows."""
        return len(self._choices)

    def stop(self, index: int) -> bool:
        """Headings cannot be chosen."""
        return bool(self._choices[index].key[0])

    def line(self, index: int, cursor: bool) -> Line:
        """Return a choice with its mark, or a heading."""
        choice = self._choices[index]
        if not choice.key[0]:
            return Line(choice.text.stylize(STRONG), NO_CURSOR) if choice.text else BLANK
        on = choice.key in self.chosen
        mark = Content.styled(self._marks[0 if on else 1], CITED_STRONG if on else FAINT)
        count = Content.styled(f"{choice.count:,}", MUTED) if choice.count is not None else Content("")
        lead = Content.assemble(CURSOR if cursor else NO_CURSOR, mark, " ")
        return Line(choice.text.stylize_before(INK), lead, tail=count, wrap=False)

    @property
    def current(self) -> tuple[str, str]:
        """The choice under the cursor."""
        return self._choices[self.cursor].key

    def on_mount(self) -> None:
        """Name the window and begin at what is chosen."""
        self.entitle(Content.styled(self._title, STRONG))
        chosen = (n for n, choice in enumerate(self._choices) if choice.key in self.chosen)
        self.cursor = next(chosen, self.next_stop(-1, 1) or 0)


class Chooser(ModalScreen[None]):
    """The window around the choices."""

    BINDINGS: ClassVar = [*bindings("sheet"), *bindings("choose")]

    def __init__(self, choices: Choices) -> None:
        super().__init__()
        self.choices = choices

    def compose(self) -> ComposeResult:
        """Lay out the choices and their keys."""
        with Vertical(classes="window narrow"):
            yield self.choices
            yield KeyLine()

    def on_lines_chosen(self) -> None:
        """A double click chooses too."""
        self.action_pick()

    def action_close(self) -> None:
        """Close the window."""
        self.dismiss()

    def action_pick(self) -> None:
        """Choose what is under the cursor, or take it back."""

    def action_none(self) -> None:
        """Take every choice back."""


def _filters(finder: Finder | Questions) -> list[Choice]:
    choices: list[Choice] = []
    for facet in finder.facets:
        if choices:
            choices.append(Choice(("", ""), Content("")))
        choices.append(Choice(("", ""), Content(facet.capitalize())))
        for value, count in finder.counts(facet).items():
            choices.append(Choice((facet, value), facet_value(finder.desk, facet, value), count))
    return choices


class FilterChooser(Chooser):
    """What to show; the list behind follows at once."""

    def __init__(self, finder: Finder | Questions, asked: Filter | Asked, tell: MessagePump) -> None:
        chosen: set[tuple[str, str]] = {(facet, value) for facet in finder.facets for value in asked.chosen(facet)}
        super().__init__(Choices("Show only", _filters(finder), chosen, many=True))
        self._asked, self._tell = asked, tell

    def action_pick(self) -> None:
        """Take a value in or out."""
        facet, value = self.choices.current
        self.choices.chosen ^= {(facet, value)}
        self._ask(self._asked.toggled(facet, value))

    def action_none(self) -> None:
        """Show every value of every facet again."""
        self.choices.chosen.clear()
        self._ask(self._asked.cleared())

    def _ask(self, asked: Filter | Asked) -> None:
        self._asked = asked
        self.choices.changed()
        self._tell.post_message(Filtered(asked))


class ThemeChooser(Chooser):
    """Colours, seen as the cursor moves; Esc goes back to those before."""

    app: BriefingApp

    def __init__(self, themes: list[str], current: str) -> None:
        choices = [Choice(("theme", name), Content(name)) for name in themes]
        super().__init__(Choices("Theme", choices, {("theme", current)}, many=False))
        self._before = current

    def on_lines_moved(self) -> None:
        """Show the theme under the cursor."""
        self.app.theme = self.choices.current[1]

    def action_pick(self) -> None:
        """Keep the theme under the cursor."""
        self.app.keep_theme(self.choices.current[1])
        self.dismiss()

    def action_none(self) -> None:
        """Go back to the theme before."""
        self.action_close()

    def action_close(self) -> None:
        """Go back to the theme before."""
        self.app.theme = self._before
        self.dismiss()
