"""The forms of what is there already and is no card: a source, a discrepancy, the dossier itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final, Literal, get_args

from briefing.model.discrepancy import Discrepancy, DiscrepancyKind, Nature, Severity, Status
from briefing.model.dossier import Dossier
from briefing.model.source import Origin, Reliability, Source
from briefing.store.change import Add, Change, Set
from briefing.store.schema import nearest
from briefing.tui.forms.entered import Entered
from briefing.tui.forms.fields import Field, Texts, day, slug

EntryNoun = Literal["source", "discrepancy", "dossier"]
Entry = Source | Discrepancy | Dossier


@dataclass(frozen=True, slots=True)
class Part:
    """A field of an entry: how it is read from its text, and what an empty one stands for."""

    field: Field
    read: Callable[[Entered], Any]
    ghost: str = ""


def _text(name: str, label: str, ghost: str = "", needed: str = "") -> Part:
    def read(entered: Entered) -> str:
        return entered.needed(name, needed) if needed else entered.text(name)

    return Part(Field(name, label), read, ghost)


def _choice(name: str, label: str, choices: tuple[str, ...]) -> Part:
    return Part(Field(name, label, choices), lambda entered: entered.choice(name, choices))


def _day(name: str, label: str) -> Part:
    return Part(Field(name, label), lambda entered: entered.read(name, day))


def _ids(name: str, label: str, noun: str, known: Callable[[Dossier], dict[str, Any]]) -> Part:
    def read(entered: Entered) -> tuple[str, ...]:
        named = tuple(dict.fromkeys(part.strip() for part in entered.text(name).split(",") if part.strip()))
        there = known(entered.dossier)
        for id in named:
            if id not in there:
                near = nearest(id, list(there))
                meant = f": did you mean {near}?" if near else ""
                entered.problems.setdefault(name, f"no {noun} is called {id}{meant}")
        return named

    return Part(Field(name, label), read, f"ids of {noun}s, with commas between them")


def _origin(entered: Entered) -> str:
    text = entered.text("origin")
    origins = entered.dossier.origin_by_id
    if text.startswith("+"):
        if not text[1:].strip():
            entered.problems.setdefault("origin", "a name behind the +")
        return slug(text[1:], origins.keys()) if text[1:].strip() else ""
    if text and text not in origins:
        near = nearest(text, list(origins))
        meant = f" did you mean {near}?" if near else ""
        entered.problems.setdefault("origin", f"no such origin:{meant} +{text} makes a new one")
    return text


PARTS: Final[dict[EntryNoun, tuple[Part, ...]]] = {
    "source": (
        _text("title", "title"),
        _text("publisher", "publisher"),
        _text("author", "author"),
        _day("published", "published"),
        _choice("reliability", "reliability", get_args(Reliability)),
        _text("reason", "reason", "why it is rated so"),
        Part(Field("origin", "origin"), _origin, "its own; an id, or + and the name of a new one"),
        _ids("derives_from", "repeats", "source", lambda dossier: dossier.source_by_id),
        _text("note", "note"),
    ),
    "discrepancy": (
        _text("question", "question", needed="the question that the sides answer differently"),
        _choice("kind", "kind", get_args(DiscrepancyKind)),
        _choice("nature", "nature", get_args(Nature)),
        _choice("severity", "severity", get_args(Severity)),
        _choice("status", "status", get_args(Status)),
        _text("finding", "finding", "which side is better supported, and why"),
        _ids("cards", "claims", "card", lambda dossier: dossier.card_by_id),
    ),
    "dossier": (
        _text("title", "title", needed="what the dossier is about"),
        _text("question", "question", "the question that it is to answer"),
        _text("bottom_line", "bottom line", "the answer in a few sentences"),
        _day("as_of", "as of"),
    ),
}
"""The fields of each entry, in the order of its form."""


def entry_of(dossier: Dossier, noun: EntryNoun, id: str) -> Entry | None:
    """Return an entry of a dossier; the dossier's own has no id."""
    if noun == "dossier":
        return dossier
    return dossier.source_by_id.get(id) if noun == "source" else dossier.discrepancy_by_id.get(id)


def texts_of(entry: Entry, noun: EntryNoun) -> Texts:
    """Return an entry as it stands in its form."""
    return {part.field.name: _spelled(getattr(entry, part.field.name)) for part in PARTS[noun]}


def _spelled(value: Any) -> str:
    if value is None:
        return ""
    return ", ".join(value) if isinstance(value, tuple) else str(value)


class EntryForm:
    """Fields for an entry that is there. Only those that were touched are written."""

    def __init__(self, dossier: Dossier, noun: EntryNoun, of: str, initial: Texts) -> None:
        self.dossier, self.of, self.initial = dossier, of, initial
        self.kind: str = noun
        self._noun: EntryNoun = noun

    @property
    def title(self) -> str:
        """What it is about."""
        return self.of or "The dossier"

    def more(self) -> Texts:
        """Return what else it takes to open the form again: nothing."""
        return {}

    def rows(self, texts: Texts) -> list[Field | str]:
        """Return the fields."""
        return [part.field for part in self._parts]

    @property
    def _parts(self) -> tuple[Part, ...]:
        return PARTS[self._noun]

    def ghosts(self, texts: Texts) -> Texts:
        """Return what an empty field stands for."""
        return {part.field.name: part.ghost for part in self._parts if part.ghost}

    def problems(self, texts: Texts) -> Texts:
        """Return what is wrong, by field."""
        entered = Entered(self.dossier, texts)
        for part in self._parts:
            part.read(entered)
        return entered.problems

    def changes(self, texts: Texts) -> tuple[Change, ...]:
        """Return what the form does: the fields that were touched and differ, and an origin that is new."""
        entered = Entered(self.dossier, texts)
        now, noun = entry_of(self.dossier, self._noun, self.of), self._noun
        made: list[Change] = []
        for part in self._parts:
            name = part.field.name
            if name not in self._touched(texts) or (value := part.read(entered)) == getattr(now, name):
                continue
            stored = list(value) if isinstance(value, tuple) else value
            made.append(Set(self.of, name, stored or None, noun))
        new = texts.get("origin", "").strip()
        if self.kind == "source" and new.startswith("+") and "origin" in self._touched(texts):
            made.insert(0, Add(Origin(id=_origin(entered), name=new[1:].strip())))
        return tuple(made)

    def clashes(self, now: Dossier, texts: Texts) -> Texts:
        """Return what others wrote meanwhile into fields that were touched here, by field."""
        entry = entry_of(now, self._noun, self.of)
        theirs = texts_of(entry, self._noun) if entry is not None else {}
        there = {name: theirs.get(name, "") for name in self._touched(texts)}
        return {name: text for name, text in there.items() if text not in (self.initial.get(name, ""), texts[name])}

    def _touched(self, texts: Texts) -> frozenset[str]:
        return frozenset(name for name, text in texts.items() if text != self.initial.get(name, ""))

    def told(self, texts: Texts) -> tuple[str, str]:
        """Return what is said when it is saved; one stays where one is."""
        return f"{self.of or 'the dossier'} changed: u takes it back", ""
