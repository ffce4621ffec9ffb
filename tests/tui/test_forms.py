"""How the texts of forms are read, and the changes they amount to."""

import datetime as dt
import random
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tui_pilot import HARBOUR

from briefing.store.change import Insert, Move, Set
from briefing.store.dossier import open_dossier
from briefing.tui.forms import again
from briefing.tui.forms.card import CardForm, texts_of
from briefing.tui.forms.fields import Refused, day, lines, number, slug, spelled
from briefing.tui.keeping import deleted, merged

DOSSIER = open_dossier(HARBOUR)


@given(st.integers(-(2**62), 2**62) | st.floats(allow_nan=False, allow_infinity=False, min_value=-1e18, max_value=1e18))
def test_a_number_in_a_field_is_read_back_as_it_was(value: float) -> None:
    read = number(spelled(value))
    assert (read, type(read)) == (value, type(value))


@pytest.mark.parametrize(
    ("text", "value"), [("", None), ("1,200", 1200), ("1_200", 1200), ("1 200", 1200), ("-3", -3), ("43.6", 43.6)]
)
def test_numbers(text: str, value: float | None) -> None:
    assert number(text) == value


@pytest.mark.parametrize("text", ["1,5", "x", "٣", "1e400", "9" * 30, "nan", "1,20,0", "--1", "½"])
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(Refused):
        number(text)


@pytest.mark.parametrize(("text", "value"), [("12", (12, 12)), ("12-14", (12, 14)), ("12–14", (12, 14))])
def test_lines(text: str, value: tuple[int, int]) -> None:
    assert lines(text) == value


@pytest.mark.parametrize("text", ["", "0", "14-12", "a", "1-2-3", "-1"])
def test_what_are_no_lines_is_refused(text: str) -> None:
    with pytest.raises(Refused):
        lines(text)


def test_days() -> None:
    assert day("2025-10-22") == dt.date(2025, 10, 22)
    with pytest.raises(Refused, match="write it as 2025-10-22"):
        day("22 October 2025")


@given(st.text(max_size=80), st.sets(st.text("ab-", max_size=4)))
def test_an_id_is_free_and_can_be_written(text: str, taken: set[str]) -> None:
    id = slug(text, taken)
    assert id not in taken
    assert id.replace("-", "").isalnum() and id.isascii()


@pytest.mark.parametrize("card", DOSSIER.cards, ids=lambda card: card.id)
def test_a_form_in_which_nothing_was_typed_changes_nothing(card) -> None:
    form = CardForm(DOSSIER, card, texts_of(card))
    assert form.changes(form.initial) == ()
    assert form.problems(form.initial) == {}


def test_each_field_that_was_typed_in_is_one_change() -> None:
    card = DOSSIER.card_by_id["breakwater-length"]
    form = CardForm(DOSSIER, card, texts_of(card))

    def changed(**texts: str):
        return form.changes(form.initial | {name.replace("__", "."): text for name, text in texts.items()})

    assert changed(claim="x") == (Set(card.id, "claim", "x"),)
    assert changed(note="") == (Set(card.id, "note", None),)
    assert changed(key="no") == (Set(card.id, "key", None),)
    assert changed(value__amount="1,300") == (Set(card.id, "value.amount", 1300),)
    assert changed(value__unit="") == (Set(card.id, "value.unit", None),)
    assert changed(evidence__1__lines="10-11") == (Set(card.id, "evidence[1].lines", [10, 11]),)
    assert changed(topic="money") == (Move(card.id, "money"),)
    emptied = {f"value__{name}": "" for name in ("amount", "unit", "qualifier", "of")}
    assert changed(**emptied) == (Set(card.id, "value", None),)
    (judged,) = changed(judgement__confidence="low", judgement__reason="why")
    assert (judged.field, judged.value.reason) == ("judgement", "why")


def test_delete_and_merge_look_after_what_discrepancies_name() -> None:
    card, other = DOSSIER.card_by_id["contract-sum"], DOSSIER.card_by_id["total-cost"]
    assert Set("cost", "cards", ["total-cost"], noun="discrepancy") in deleted(DOSSIER, card)
    changes = merged(DOSSIER, card, replace(other, evidence=(*card.evidence, *other.evidence)))
    assert [change.value for change in changes if isinstance(change, Insert)] == list(other.evidence)
    assert Set("cost", "cards", ["contract-sum"], noun="discrepancy") in changes


def test_a_kept_form_is_made_again_unless_it_fits_nothing(tmp_path: Path) -> None:
    card = DOSSIER.cards[0]
    form = CardForm(DOSSIER, card, texts_of(card))
    typed = form.initial | {"claim": "x"}
    kept = again.content(form, typed)
    opened = again.opened(DOSSIER, kept)
    assert opened is not None
    assert (opened[0].of, opened[1]) == (card.id, typed)
    assert again.opened(replace(DOSSIER, cards=()), kept) is None
    assert again.opened(DOSSIER, again.content(form, form.initial)) is None


@pytest.mark.parametrize("seed", range(5))
def test_whatever_a_kept_form_holds_it_is_a_form_or_none(seed: int) -> None:
    dice = random.Random(seed)
    names = [
        "claim",
        "evidence.0.quote",
        "evidence.9.quote",
        "evidence.x.quote",
        "kind",
        "value.amount",
        "side.says",
        "",
    ]
    words = ["", "x", "\ud800", "card", "total-cost", "cost", "9" * 50, "0,1,99999"]
    for _ in range(100):
        table = lambda: {dice.choice(names): dice.choice(words) for _ in range(3)}  # noqa: E731
        kept = {
            "kind": dice.choice(["card", "evidence", "side", "discrepancy", "?"]),
            "of": dice.choice(words),
            "initial": table(),
            "texts": table(),
            "more": {"source": dice.choice(words), "taken": dice.choice(words)},
        }
        opened = again.opened(DOSSIER, kept)
        if opened is not None:
            form, texts = opened
            form.problems(texts), form.ghosts(texts), form.rows(texts)
