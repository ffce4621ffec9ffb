import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tui_pilot import HARBOUR

from briefing.model.card import Value
from briefing.model.source import Source
from briefing.store.dossier import open_dossier
from briefing.text.visible import STAND_INS
from briefing.tui.citation import citation
from briefing.tui.desk import Desk
from briefing.tui.paint import card, figures, marks
from briefing.tui.paint.sheets import help_lines


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (Value(amount=2_000_000, unit="t", qualifier="more than"), "> 2,000,000 t"),
        (Value(amount=1.216, unit="million t"), "1.216 million t"),
        (Value(amount=43.6, unit="million crowns"), "43.6 million crowns"),
        (Value(amount=2_000_000.0), "2,000,000"),
        (Value(low=20, high=30, unit="%"), "20–30 %"),
        (Value(low=5, unit="years"), "≥ 5 years"),
        (Value(amount=80, unit="%", qualifier="some"), "~ 80 %"),
        (Value(amount=3, unit="km", qualifier="a good"), "a good 3 km"),
        (Value(date="2025-11-21"), "21 Nov 2025"),
        (Value(date="2027-05", qualifier="not before"), "not before May 2027"),
        (Value(date="2026-23"), "2026-23"),
        (Value(date="2025-10/2025-11"), "Oct 2025–Nov 2025"),
    ],
)
def test_figures_lose_nothing(value: Value, shown: str) -> None:
    assert figures.figure(value).plain.strip() == shown


def test_figures_stand_to_the_right() -> None:
    assert figures.figure(Value(amount=9, unit="m")).plain == "             9 m"


def test_marks_look_as_designed() -> None:
    assert marks.confidence("medium").plain == "●●●○○ medium"
    source = Source(id="003_ab", publisher="Daily Post", published=dt.date(2025, 11, 21), reliability="B")
    name = marks.source_name(source, "003").plain
    assert name + marks.source_facts(source).plain == "003 Daily Post · 21 Nov 2025 · B"
    assert marks.of(1, "claim") == "1 claim"
    assert marks.of(1204, "claim") == "1,204 claims"


@given(st.text())
def test_what_is_shown_is_as_long_as_it_was_and_free_of_control(text: str) -> None:
    shown = marks.shown(text).plain
    assert len(shown) == len(text)
    assert not any(ord(char) in STAND_INS for char in shown)


def test_short_names_are_unique() -> None:
    names = Desk(open_dossier(HARBOUR)).short
    assert sorted(names.values()) == ["001", "002", "003"]


def test_a_card_says_everything_once() -> None:
    dossier = open_dossier(HARBOUR)
    desk = Desk(dossier)
    for item in dossier.cards:
        rows = card.card(desk, item, [])
        said = "\n".join(row.line.lead.plain + row.line.text.plain for row in rows)
        assert said.count(item.claim) == 1
        assert [row.evidence for row in rows if row.evidence is not None] == list(range(len(item.evidence)))
        assert all(quote in said for quote in (evidence.quote for evidence in item.evidence))
        assert all(item.question in said for item in dossier.discrepancies_of.get(item.id, ()))


def test_a_citation_can_be_pasted() -> None:
    dossier = open_dossier(HARBOUR)
    passage = dossier.card_by_id["total-cost"].evidence[0]
    assert citation(dossier, passage) == (
        "“a total of 43.6 million crowns” (The Daily Post, “Audit office: harbour costs more, opens later”, "
        "21 Nov 2025, 002_b47710ce95da2f38:6)"
    )


def test_the_help_has_every_section() -> None:
    said = {line.text.plain for line in help_lines()}
    assert {"In every mode", "Facts", "Discrepancies", "Sources", "Memo", "Draft", "In a form", "Signs"} <= said
