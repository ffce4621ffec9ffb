"""The fields of a form, one beneath the other: typed in place, checked as one types."""

from __future__ import annotations

import re
from typing import Final

from textual import events
from textual.content import Content, Span
from textual.message import Message

from briefing.tui.forms.fields import Field, Form, Texts
from briefing.tui.paint.line import BLANK, Line
from briefing.tui.paint.marks import CITED, CITED_STRONG, CURSOR, DISPUTE, FAINT, INK, MUTED, NO_CURSOR, STRONG, shown
from briefing.tui.widgets.lines import Lines
from briefing.tui.widgets.pane import Framed

_LABEL: Final = 11
_CONTROLS: Final = re.compile(r"[\x00-\x1f\x7f]+")
_LONGEST: Final = 20_000
_GAP: Final = Field("", "")


class FormPane(Lines, Framed, inherit_bindings=False):
    """A form being filled in."""

    measure = 100

    class Typed(Message):
        """Something in the form is otherwise now."""

    class Forth(Message):
        """The user is through with the last field."""

    def __init__(self, form: Form, texts: Texts) -> None:
        super().__init__(id="form")
        self.form = form
        self.texts = dict(texts)
        self.told: Texts = form.problems(self.texts)
        self._ghosts = form.ghosts(self.texts)
        self._items: list[Field | str] = []
        for row in form.rows(self.texts):
            self._items += [_GAP, row] if isinstance(row, str) else [row]
        self._at = 0

    # What is shown

    @property
    def count(self) -> int:
        """The number of rows."""
        return len(self._items)

    def stop(self, index: int) -> bool:
        """The cursor stands on what can be filled in."""
        item = self._items[index]
        return isinstance(item, Field) and bool(item.name) and not item.fixed

    def line(self, index: int, cursor: bool) -> Line:
        """Return a field, a heading or a gap."""
        item = self._items[index]
        if isinstance(item, str):
            return Line(Content.styled(item, STRONG), NO_CURSOR)
        if item is _GAP:
            return BLANK
        here = cursor and self.has_focus
        text = self.texts.get(item.name, "")
        room = _LABEL if here and item.choices else _LABEL + 1  # the sign before a choice stands in the gap
        lead = Content.assemble(CURSOR if cursor else NO_CURSOR, (f"{item.label:<{room}}", INK if cursor else MUTED))
        if item.choices:
            said = _choice(item, text, here)
        elif item.fixed:
            said = shown(text or self._ghosts.get(item.name, ""), MUTED)
        else:
            said = _typed(text, self._ghosts.get(item.name, ""), self._at if here else None)
        told = self.told.get(item.name)
        if told:
            said = Content.assemble(said, "  " if said else "", shown(f"✗ {told}", DISPUTE))
        return Line(said, lead, Content(" " * lead.cell_length))

    @property
    def field(self) -> Field:
        """The field under the cursor."""
        item = self._items[min(self.cursor, len(self._items) - 1)]
        return item if isinstance(item, Field) else _GAP

    @property
    def wrong(self) -> list[str]:
        """The fields that keep the form from being saved; what was so before and was not touched keeps nothing."""
        before = self.form.problems(self.form.initial) if self.form.of else {}
        return [
            name
            for name, told in self.told.items()
            if not (before.get(name) == told and self.texts.get(name) == self.form.initial.get(name))
        ]

    def on_mount(self) -> None:
        """Name the form and begin at the first field."""
        self.entitle(shown(self.form.title, STRONG))
        self.set_reactive(Lines.cursor, self.next_stop(-1, 1) or 0)
        self._at = len(self.texts.get(self.field.name, ""))
        self._count()

    def _count(self) -> None:
        wrong = len(self.wrong)
        told = f"{wrong} to put right" if wrong else "ready to save"
        self.border_subtitle = Content.styled(told, DISPUTE if wrong else CITED)

    def watch_cursor(self, old: int, new: int) -> None:
        """Begin at the end of the field."""
        self._at = len(self.texts.get(self.field.name, ""))
        super().watch_cursor(old, new)

    def go(self, name: str) -> None:
        """Put the cursor on a field."""
        at = next((n for n, item in enumerate(self._items) if isinstance(item, Field) and item.name == name), None)
        if at is not None and self.stop(at):
            self.move_to(at)

    # Moving

    def _beyond(self, by: int) -> int | None:
        return self.next_stop(self.cursor, by)

    def action_next(self) -> None:
        """To the next field."""
        self.move_to(self._beyond(1))

    def action_previous(self) -> None:
        """To the field before; above the first one, bring the top into view."""
        before = self._beyond(-1)
        self.move_to(before)
        if before is None:
            self._moved(self.viewport.go((0, 0)))

    def action_forth(self) -> None:
        """To the next field; from the last one, save."""
        if self._beyond(1) is None:
            self.post_message(self.Forth())
        else:
            self.action_next()

    # Typing

    def _set(self, text: str, at: int) -> None:
        name = self.field.name
        if not name or len(text) > _LONGEST:
            return
        self._at = max(0, min(at, len(text)))
        if text == self.texts.get(name, ""):
            self.redraw([self.cursor])
            return
        self.texts[name] = text
        before = self.told, self._ghosts
        self.told, self._ghosts = self.form.problems(self.texts), self.form.ghosts(self.texts)
        if before == (self.told, self._ghosts):
            self.redraw([self.cursor])
        else:
            self.redraw(range(self.count))
        self.viewport.show(self.cursor)
        self._count()
        self.post_message(self.Typed())

    def put(self, name: str, text: str) -> None:
        """Put a text into a field, as if it had been typed."""
        self.go(name)
        if self.field.name == name:
            self._set(text, len(text))

    async def on_key(self, event: events.Key) -> None:
        """Type, or choose."""
        if self._chose(event) if self.field.choices else self._edited(event):
            event.stop()
            event.prevent_default()

    def _chose(self, event: events.Key) -> bool:
        choices, text = self.field.choices, self.texts.get(self.field.name, "")
        at = choices.index(text) if text in choices else 0
        if event.key in ("left", "right", "space"):
            at += -1 if event.key == "left" else 1
        elif event.is_printable and event.character:
            letter = event.character.lower()
            order = [*range(at + 1, len(choices)), *range(at + 1)]
            at = next((n for n in order if choices[n].startswith(letter)), at)
        else:
            return False
        self._set(choices[at % len(choices)], 0)
        return True

    def _edited(self, event: events.Key) -> bool:
        text, at = self.texts.get(self.field.name, ""), self._at
        match event.key:
            case "left" | "ctrl+b":
                self._set(text, at - 1)
            case "right" | "ctrl+f":
                self._set(text, at + 1)
            case "home" | "ctrl+a":
                self._set(text, 0)
            case "end" | "ctrl+e":
                self._set(text, len(text))
            case "ctrl+left":
                self._set(text, _word_before(text, at))
            case "ctrl+right":
                self._set(text, _word_after(text, at))
            case "backspace" | "ctrl+h":
                self._set(text[: max(0, at - 1)] + text[at:], at - 1)
            case "delete" | "ctrl+d":
                self._set(text[:at] + text[at + 1 :], at)
            case "ctrl+w":
                start = _word_before(text, at)
                self._set(text[:start] + text[at:], start)
            case "ctrl+u":
                self._set(text[at:], 0)
            case "ctrl+k":
                self._set(text[:at], at)
            case _ if event.is_printable and event.character:
                self._set(text[:at] + event.character + text[at:], at + len(event.character))
            case _:
                return False
        return True

    def on_paste(self, event: events.Paste) -> None:
        """Take what is pasted, its line ends as blanks."""
        event.stop()
        if not self.field.choices and self.field.name:
            text, at = self.texts.get(self.field.name, ""), self._at
            pasted = _CONTROLS.sub(" ", event.text)
            self._set(text[:at] + pasted + text[at:], at + len(pasted))


def _word_before(text: str, at: int) -> int:
    while at > 0 and not text[at - 1].isalnum():
        at -= 1
    while at > 0 and text[at - 1].isalnum():
        at -= 1
    return at


def _word_after(text: str, at: int) -> int:
    while at < len(text) and not text[at].isalnum():
        at += 1
    while at < len(text) and text[at].isalnum():
        at += 1
    return at


def _typed(text: str, ghost: str, at: int | None) -> Content:
    """Return a text with the place where one types, or what stands for an empty one."""
    if at is None:
        return shown(text, INK) if text else shown(ghost, FAINT)
    if at >= len(text):  # a block, for a blank at the end of a row is not drawn
        return Content.assemble(shown(text, INK), ("█", INK), shown("" if text else ghost, FAINT))
    said = shown(text, INK)
    return Content(said.plain, [*said.spans, Span(at, at + 1, "reverse")])


def _choice(item: Field, text: str, here: bool) -> Content:
    """Return the choice; while it is made, all there are, the chosen one in brackets."""
    if not here:
        return shown(text, INK)
    parts = [
        Content.assemble(("‹", CITED), (choice, CITED_STRONG), ("›", CITED))
        if choice == text
        else Content.styled(f" {choice} ", MUTED)
        for choice in item.choices
    ]
    return Content("").join(parts)
