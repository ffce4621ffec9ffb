"""What the user decides when a change could not be written. Nothing is overwritten, nothing is lost."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from textual.content import Content

from briefing.errors import Conflict, Unwritable
from briefing.store.literal import literal
from briefing.tui.messages import NotChanged
from briefing.tui.paint.line import BLANK, Line
from briefing.tui.paint.marks import INK, MUTED, STRONG, shown
from briefing.tui.screens.ask import Ask
from briefing.tui.screens.decide import Decide

if TYPE_CHECKING:
    from briefing.store.change import Change
    from briefing.tui.changing import Changing


def both_changed(app: Changing, event: NotChanged, error: Conflict) -> None:
    """Show what is on disk and what was to be written, and let the user choose."""
    text = [
        Line(shown(error.message, INK)),
        BLANK,
        Line(Content.styled("on disk", STRONG)),
        Line(shown(_spelled(error.theirs), INK), Content("  ")),
        BLANK,
        Line(Content.styled("yours", STRONG)),
        Line(shown(_spelled(error.mine), INK), Content("  ")),
    ]
    answers = [
        ("theirs", Content("Keep what is on disk")),
        ("mine", Content.assemble("Write yours over it  ", ("undo brings theirs back", MUTED))),
    ]

    def decided(answer: str | None) -> None:
        if answer == "mine" and event.changes:
            app.change_over(*event.changes, text=event.text, show=event.show)
        else:
            app.read_again()

    app.push_screen(Decide(Content("Changed on both sides"), text, answers), decided)


def not_written(app: Changing, error: Unwritable) -> None:
    """Say why, and offer to try again or to save to another folder; the change stays in memory meanwhile."""
    text = [Line(shown(error.message, INK))]
    if error.hint:
        text.append(Line(shown(error.hint, MUTED)))
    text += [
        BLANK,
        Line(Content.styled("What you changed is kept in memory, and is written with the next change.", INK)),
    ]
    answers = [
        ("again", Content("Try again now")),
        ("elsewhere", Content("Save the dossier's files to another folder")),
        ("later", Content("Go on, and try again with the next change")),
        ("drop", Content("Give the change up")),
    ]

    def decided(answer: str | None) -> None:
        if answer == "again":
            app.change()
        elif answer == "elsewhere":
            app.push_screen(
                Ask(
                    Content("Save elsewhere"),
                    Content("A new folder; the dossier's own files are written to it as they would be."),
                    str(Path.home() / "dossier-saved"),
                ),
                lambda folder: app.save_elsewhere(Path(folder).expanduser()) if folder else None,
            )
        elif answer == "drop":
            app.undo()

    app.push_screen(Decide(Content("Not written"), text, answers), decided)


def still_pending(app: Changing, pending: tuple[Change, ...]) -> None:
    """Ask before what could not be written is given up for good."""
    text = [
        Line(Content.styled("What you changed last could not be written, and is in memory alone:", INK)),
        BLANK,
        *(Line(shown(str(change), MUTED), Content("  ")) for change in pending),
    ]
    answers = [
        ("stay", Content("Stay")),
        ("again", Content("Try again now")),
        ("quit", Content("Quit, and give it up")),
    ]

    def decided(answer: str | None) -> None:
        if answer == "again":
            app.change()
        elif answer == "quit":
            app.exit()

    app.push_screen(Decide(Content("Not written"), text, answers), decided)


def _spelled(value: object) -> str:
    return "nothing" if value is None else literal(value)
