"""The texts of a form, read: what they say, and which say what they should not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final, get_args

from briefing.model.card import CardKind, Confidence, Judgement, Value
from briefing.model.dossier import Dossier
from briefing.model.passage import Directness, Evidence, Passage, Stance
from briefing.tui.forms.fields import Field, Refused, Texts, day, is_text, known, lines, number

NONE: Final = "none"
KINDS: Final[tuple[str, ...]] = get_args(CardKind)
STANCES: Final[tuple[str, ...]] = get_args(Stance)
DIRECTNESS: Final[tuple[str, ...]] = get_args(Directness)
CONFIDENCES: Final[tuple[str, ...]] = (NONE, *get_args(Confidence))

_EVIDENCE: Final = (
    Field("source", "source"),
    Field("lines", "lines"),
    Field("quote", "quote"),
    Field("stance", "stance", STANCES),
    Field("directness", "directness", DIRECTNESS),
    Field("origin", "origin"),
)


def evidence_fields(home: str) -> Iterator[Field]:
    """Yield the fields of one piece of evidence, named beneath `home`."""
    for item in _EVIDENCE:
        yield replace(item, name=f"{home}.{item.name}")


def evidence_texts(home: str, item: Evidence) -> Texts:
    """Return a piece of evidence as it stands in a form."""
    first, last = item.lines
    return {
        f"{home}.source": item.source,
        f"{home}.lines": str(first) if first == last else f"{first}-{last}",
        f"{home}.quote": item.quote,
        f"{home}.stance": item.stance,
        f"{home}.directness": item.directness,
        f"{home}.origin": item.origin,
    }


class Entered:
    """The texts of a form while they are read; `problems` tells which say what they should not, and why."""

    def __init__(self, dossier: Dossier, texts: Texts) -> None:
        self.dossier, self.texts = dossier, texts
        self.problems: Texts = {
            name: "this holds a character that cannot be written" for name, text in texts.items() if not is_text(text)
        }

    def text(self, name: str) -> str:
        """Return the text of a field without the blanks around it."""
        return self.texts.get(name, "").strip()

    def read(self, name: str, reader: Any, *more: Any, instead: Any = None) -> Any:
        """Return what a reader makes of a field; what it refuses is a problem."""
        try:
            return reader(self.texts.get(name, ""), *more)
        except Refused as error:
            self.problems.setdefault(name, str(error))
            return instead

    def choice(self, name: str, choices: tuple[str, ...]) -> Any:
        """Return the text of a field that has choices."""
        text = self.text(name)
        if text not in choices:
            self.problems.setdefault(name, f"one of: {', '.join(choices)}")
            return choices[0]
        return text

    def needed(self, name: str, why: str) -> str:
        """Return the text of a field that must not be empty; `why` is what is said if it is."""
        text = self.text(name)
        if not text:
            self.problems.setdefault(name, why)
        return text

    def passage(self, home: str) -> Passage:
        """Return the passage whose fields are named beneath `home`."""
        return Passage(
            source=self.read(f"{home}.source", known, self.dossier.source_by_id, "source", instead=""),
            lines=self.read(f"{home}.lines", lines, instead=(1, 1)),
            quote=self.needed(f"{home}.quote", "quote the words that carry the fact"),
        )

    def evidence(self, home: str) -> Evidence:
        """Return the evidence whose fields are named beneath `home`."""
        passage = self.passage(home)
        return Evidence(
            source=passage.source,
            lines=passage.lines,
            quote=passage.quote,
            stance=self.choice(f"{home}.stance", STANCES),
            directness=self.choice(f"{home}.directness", DIRECTNESS),
            origin=self.text(f"{home}.origin"),
        )

    def value(self) -> Value | None:
        """Return the figure or the date, None where nothing is said of one."""
        found = Value(
            amount=self.read("value.amount", number),
            low=self.read("value.low", number),
            high=self.read("value.high", number),
            date=self.text("value.date") or None,
            unit=self.text("value.unit"),
            qualifier=self.text("value.qualifier"),
            of=self.text("value.of"),
        )
        if found.low is not None and found.high is not None and found.low > found.high:
            self.problems.setdefault("value.high", "this is less than the low end")
        if (found.low is None) != (found.high is None):
            missing = "value.high" if found.high is None else "value.low"
            self.problems.setdefault(missing, "a range has two ends")
        return found if found != Value() else None

    def judgement(self) -> Judgement | None:
        """Return the analyst's own judgement, None where none is chosen."""
        confidence = self.choice("judgement.confidence", CONFIDENCES)
        on = self.read("judgement.on", day)
        if confidence == NONE:
            for name in ("judgement.reason", "judgement.by", "judgement.on"):
                if self.text(name):
                    self.problems.setdefault("judgement.confidence", "choose one, or clear the lines below")
            return None
        return Judgement(
            confidence=confidence,
            reason=self.needed("judgement.reason", "say why"),
            by=self.text("judgement.by"),
            on=on,
        )
