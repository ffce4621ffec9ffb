"""The forms of discrepancies: one more side of one that is there, and a new one with two sides."""

from __future__ import annotations

from typing import Final, get_args

from briefing.model.discrepancy import Discrepancy, DiscrepancyKind, Nature, Severity, Side
from briefing.model.dossier import Dossier
from briefing.model.passage import Passage
from briefing.store.change import Add, Change, Insert
from briefing.tui.forms import checking
from briefing.tui.forms.card import id_problem
from briefing.tui.forms.entered import Entered
from briefing.tui.forms.fields import Field, Refused, Texts, is_text, known, slug

KINDS: Final[tuple[str, ...]] = get_args(DiscrepancyKind)
NATURES: Final[tuple[str, ...]] = get_args(Nature)
SEVERITIES: Final[tuple[str, ...]] = get_args(Severity)
_LETTERS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def side_texts(home: str, says: str, passage: Passage) -> Texts:
    """Return a side as it stands in a form."""
    first, last = passage.lines
    return {
        f"{home}.says": says,
        f"{home}.source": passage.source,
        f"{home}.lines": str(first) if first == last else f"{first}-{last}",
        f"{home}.quote": passage.quote,
    }


def _fields(home: str) -> list[Field | str]:
    return [Field(f"{home}.{name}", label) for name, label in _SIDE]


_SIDE: Final = (("says", "says"), ("source", "source"), ("lines", "lines"), ("quote", "quote"))


def _side(entered: Entered, home: str) -> Side:
    says = entered.needed(f"{home}.says", "this side's answer to the question, in a few words")
    return Side(says=says, passages=(entered.passage(home),))


def _mended(found: Texts, home: str, n: int) -> Texts:
    """Return what `verify` says of the passage of side `n`, by the fields that are named beneath `home`."""
    place = f"side.{n}.passages.0"
    return {name.replace(place, home, 1): told for name, told in found.items() if name.startswith(place)}


class SideForm:
    """One more side of a discrepancy; who says the same as a side joins it."""

    kind = "side"

    def __init__(self, dossier: Dossier, item: Discrepancy, initial: Texts) -> None:
        self.dossier, self.item, self.of, self.initial = dossier, item, item.id, initial

    @property
    def title(self) -> str:
        """What it is about."""
        return f"A side of {self.item.id}"

    def more(self) -> Texts:
        """Return what else it takes to open the form again: nothing."""
        return {}

    def rows(self, texts: Texts) -> list[Field | str]:
        """Return the question and the sides so far, which stand as they are, and the fields."""
        sides = [Field(f"known.{n}", f"side {_LETTERS[n % 26]}", fixed=True) for n in range(len(self.item.side))]
        return [Field("question", "question", fixed=True), *sides, "The new side", *_fields("side")]

    def ghosts(self, texts: Texts) -> Texts:
        """Return what stands there."""
        sides = {f"known.{n}": side.says for n, side in enumerate(self.item.side)}
        return sides | {"question": self.item.question, "side.says": "its answer; that of a side above joins it"}

    def _entered(self, texts: Texts) -> tuple[Side, Entered]:
        entered = Entered(self.dossier, texts)
        return _side(entered, "side"), entered

    def problems(self, texts: Texts) -> Texts:
        """Return what is wrong, by field."""
        side, entered = self._entered(texts)
        if not all(map(is_text, texts.values())):
            return entered.problems
        item = Discrepancy(id=self.item.id, question="", kind=self.item.kind, side=(side,))
        return _mended(checking.said(self.dossier, item), "side", 0) | entered.problems

    def changes(self, texts: Texts) -> tuple[Change, ...]:
        """Return what the form does: a side more, or a passage more for the side that says the same."""
        side, _ = self._entered(texts)
        for n, other in enumerate(self.item.side):
            if other.says.casefold() == side.says.casefold():
                return (Insert(self.item.id, f"side[{n}].passages", side.passages[0], noun="discrepancy"),)
        return (Insert(self.item.id, "side", side, noun="discrepancy"),)

    def clashes(self, now: Dossier, texts: Texts) -> Texts:
        """Return what others wrote meanwhile into the same fields: nothing, for all of it is new."""
        return {}

    def told(self, texts: Texts) -> tuple[str, str]:
        """Return what is said when it is saved, and the discrepancy to go to."""
        return f"a side added to {self.item.id}", self.item.id


class DiscrepancyForm:
    """A new discrepancy with two sides."""

    kind = "discrepancy"
    of = ""

    def __init__(self, dossier: Dossier, initial: Texts) -> None:
        self.dossier, self.initial = dossier, initial

    @property
    def title(self) -> str:
        """What it is about."""
        return "New discrepancy"

    def more(self) -> Texts:
        """Return what else it takes to open the form again: nothing."""
        return {}

    def rows(self, texts: Texts) -> list[Field | str]:
        """Return the fields under their headings."""
        head = [
            Field("question", "question"),
            Field("kind", "kind", KINDS),
            Field("nature", "nature", NATURES),
            Field("severity", "severity", SEVERITIES),
            Field("cards", "cards"),
            Field("id", "id"),
        ]
        return [*head, "Side A", *_fields("a"), "Side B", *_fields("b")]

    def ghosts(self, texts: Texts) -> Texts:
        """Return what an empty field stands for."""
        return {
            "question": "the question that the sides answer differently",
            "id": self._id(texts),
            "cards": "the claims it touches, by their ids",
        }

    def _id(self, texts: Texts) -> str:
        return texts.get("id", "").strip() or slug(texts.get("question", ""), self._taken)

    @property
    def _taken(self) -> set[str]:
        return self.dossier.discrepancy_by_id.keys() | self.dossier.unread

    def _entered(self, texts: Texts) -> tuple[Discrepancy, Entered]:
        entered = Entered(self.dossier, texts)
        item = Discrepancy(
            id=self._id(texts),
            question=entered.needed("question", "ask what the sides answer differently"),
            kind=entered.choice("kind", KINDS),
            nature=entered.choice("nature", NATURES),
            severity=entered.choice("severity", SEVERITIES),
            cards=entered.read("cards", self._cards, instead=()),
            side=(_side(entered, "a"), _side(entered, "b")),
        )
        entered.problems |= id_problem(item.id, self._taken)
        if item.side[0].says and item.side[0].says.casefold() == item.side[1].says.casefold():
            entered.problems.setdefault("b.says", "both sides say the same")
        return item, entered

    def _cards(self, text: str) -> tuple[str, ...]:
        ids = [part.strip() for part in text.split(",") if part.strip()]
        for id in ids:
            try:
                known(id, self.dossier.card_by_id, "card")
            except Refused as error:
                raise Refused(f"{id[:40]}: {error}") from None
        return tuple(dict.fromkeys(ids))

    def problems(self, texts: Texts) -> Texts:
        """Return what is wrong, by field."""
        item, entered = self._entered(texts)
        if not all(map(is_text, texts.values())):
            return entered.problems
        found = checking.said(self.dossier, item)
        return _mended(found, "a", 0) | _mended(found, "b", 1) | entered.problems

    def changes(self, texts: Texts) -> tuple[Change, ...]:
        """Return what the form does."""
        return (Add(self._entered(texts)[0]),)

    def clashes(self, now: Dossier, texts: Texts) -> Texts:
        """Return what others wrote meanwhile into the same fields: nothing, for all of it is new."""
        return {}

    def told(self, texts: Texts) -> tuple[str, str]:
        """Return what is said when it is saved, and the discrepancy to go to."""
        return f"{self._id(texts)} made", self._id(texts)
