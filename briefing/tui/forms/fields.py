"""The parts of a form, and how its texts are read: numbers, days, lines, ids."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass
from typing import Final, Protocol

from briefing.model.card import Number
from briefing.model.dossier import Dossier
from briefing.store.change import Change
from briefing.store.schema import nearest
from briefing.text.dates import find_dates

Texts = dict[str, str]
"""What stands in the fields of a form, by their names."""

_NUMBER: Final = re.compile(r"[-+−]?(?:[0-9]{1,3}(?:[,_  ][0-9]{3})+|[0-9]+)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]{1,3})?")
_GROUPS: Final = re.compile(r"[,_  ]")
_LINES: Final = re.compile(r"([0-9]{1,9})(?:\s*(?:[-–—:]|to)\s*([0-9]{1,9}))?")
_LONGEST: Final = 60
_IDLE: Final = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "to",
        "in",
        "on",
        "at",
        "by",
        "for",
        "and",
        "or",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "has",
        "have",
        "had",
        "it",
        "its",
        "that",
    ]
)


@dataclass(frozen=True, slots=True)
class Field:
    """A line to fill in. With `choices`, one of these; `fixed`: shown only."""

    name: str
    label: str
    choices: tuple[str, ...] = ()
    fixed: bool = False


class Refused(ValueError):
    """A text in a field does not say what it should; the message says why in plain words."""


class Form(Protocol):
    """A form over a dossier. Nothing in it changes: what is typed is given to it."""

    kind: str
    """By which a form that was left half-typed is known."""
    of: str
    """The id of what it changes, or empty."""
    initial: Texts
    dossier: Dossier

    @property
    def title(self) -> str:
        """What it is about."""
        ...

    def rows(self, texts: Texts) -> list[Field | str]:
        """Return the fields, with headings between them."""
        ...

    def ghosts(self, texts: Texts) -> Texts:
        """Return what an empty field stands for."""
        ...

    def problems(self, texts: Texts) -> Texts:
        """Return what is wrong, by field, in plain words."""
        ...

    def changes(self, texts: Texts) -> tuple[Change, ...]:
        """Return what the form does to the dossier."""
        ...

    def clashes(self, now: Dossier, texts: Texts) -> Texts:
        """Return what others wrote meanwhile into fields that were touched here, by field."""
        ...

    def told(self, texts: Texts) -> tuple[str, str]:
        """Return what is said when that is done, and the id to go to."""
        ...

    def more(self) -> Texts:
        """Return what else it takes to open the form again."""
        ...


def number(text: str) -> Number | None:
    """Return the number that a text says, None for none.

    Raises:
        Refused: it is none.
    """
    text = text.strip()
    if not text:
        return None
    if not _NUMBER.fullmatch(text):
        hint = "write 1.5 with a point" if re.fullmatch(r"[0-9]+,[0-9]+", text) else "write it as 1,200 or 1.5"
        raise Refused(f"this is no number: {hint}")
    bare = _GROUPS.sub("", text).replace("−", "-")
    value: Number = float(bare) if re.search(r"[.eE]", bare) else int(bare)
    if not abs(value) < 2**63:
        raise Refused("this number is too large")
    return value


def spelled(value: Number | None) -> str:
    """Return a number as it is shown in a field; `number` reads it back."""
    if value is None:
        return ""
    return f"{value:,}" if isinstance(value, int) else repr(value)


def day(text: str) -> dt.date | None:
    """Return the day that a text says, None for none.

    Raises:
        Refused: it is none.
    """
    text = text.strip()
    if not text:
        return None
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        try:
            return dt.date.fromisoformat(text)
        except ValueError:
            raise Refused("there is no such day") from None
    meant = [found for found in find_dates(text[:_LONGEST]) if found.earliest and found.earliest == found.latest]
    hint = str(meant[0].earliest) if meant else "2025-10-22"
    raise Refused(f"this is no day: write it as {hint}")


def lines(text: str) -> tuple[int, int]:
    """Return the lines that a text says: `12` or `12-14`.

    Raises:
        Refused: it says none.
    """
    match = _LINES.fullmatch(text.strip())
    if not match:
        raise Refused("write a line as 12, several as 12-14")
    first = int(match[1])
    last = int(match[2] or first)
    if not 1 <= first <= last:
        raise Refused("lines are counted from 1, the first one first")
    return first, last


def known(text: str, ids: Collection[str], noun: str) -> str:
    """Return an id that there is.

    Raises:
        Refused: there is none of that name.
    """
    text = text.strip()
    if text not in ids:
        near = nearest(text, list(ids))
        raise Refused(f"no {noun} is called so" + (f": did you mean {near}?" if near else ""))
    return text


def slug(text: str, taken: Collection[str]) -> str:
    """Return an id for what is said, free of those taken: its first words that carry something."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).lower()
    words = re.findall(r"[a-z0-9]+", re.sub(r"(?<=[0-9]),(?=[0-9])", "", plain))
    kept = [word for word in words if word not in _IDLE][:5]
    base = "-".join(kept)[:48].strip("-") or "card"
    id, n = base, 2
    while id in taken:
        id, n = f"{base}-{n}", n + 1
    return id


def is_text(text: str) -> bool:
    """Whether a text can be written to a file at all."""
    return not any("\ud800" <= character <= "\udfff" for character in text)
