"""What differs between a quote and what stands there, and whether it matters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.check.changes import changes
from briefing.text.folding import fold


def told(old, new):
    return [(change.old, change.new, change.kind) for change in changes(old, new)]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("128 tons", "182 tons", [("128", "182", "number")]),
        ("1.2 million", "12 million", [("1.2", "12", "number")]),
        ("two ferries", "three ferries", [("two", "three", "number")]),
        ("10² kg", "102 kg", [("10²", "102", "number")]),
        ("−5 °C", "5 °C", [("−5", "5", "number")]),
        ("5 % of it", "5 of it", [("%", "", "number")]),
        ("$5 now", "€5 now", [("$", "€", "number")]),
        ("on 5 May", "on 5 June", [("May", "June", "date")]),
        ("will sail", "will not sail", [("", "not", "negation")]),
        ("not able", "notable", [("not able", "notable", "negation")]),
        ("he can sail", "he can't sail", [("can", "can't", "negation")]),
        ("wird nicht gebaut", "wird gebaut", [("nicht", "", "negation")]),
        ("it must sail", "it may sail", [("must", "may", "date")]),
        ("it must sail", "it should sail", [("must", "should", "modal")]),
        ("Captain Olsen left", "Captain Hansen left", [("Olsen", "Hansen", "name")]),
        ("dues rose", "dues fell", [("rose", "fell", "wording")]),
        ("128 tons", "\u202e128 tons", [("", "\u202e", "wording")]),
    ],
)
def test_what_changes_the_sense_is_critical(old, new, expected):
    assert told(old, new) == expected
    assert all(change.critical for change in changes(old, new))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("“Aurora” – she", '"Aurora" - she'),
        ("the captain’s", "the captain's"),
        ("wait…", "wait..."),
        ("café", "cafe\u0301"),
        ("ﬁnal", "final"),
        ("CO₂", "CO2"),
        ("har\u00adbour", "harbour"),
        ("harbour", "har-\nbour"),
        ("The Ferry", "the ferry"),
        ("THE FERRY WILL NOT SAIL", "The ferry will not sail"),
        ("a, b", "a b"),
        ("a, b", "a , b"),
        ("a b", "a \u200bb"),
        ("−5", "-5"),
    ],
)
def test_what_changes_the_form_alone_is_cosmetic(old, new):
    found = changes(old, new)
    assert found
    assert [change for change in found if change.critical] == []


def test_a_word_that_could_be_another_with_a_capital_is_not_passed_over():
    assert told("it may sail", "it May sail") == [("may", "May", "date")]


def test_each_change_stands_alone_and_in_order():
    assert told("The ferry carries 40 cars on Monday", "The boat carries 50 cars on Monday") == [
        ("ferry", "boat", "wording"),
        ("40", "50", "number"),
    ]
    assert told("the end of the pier", "the end of the long pier") == [("", "long", "wording")]


@given(st.text(max_size=30))
def test_nothing_differs_from_itself_however_spaced(text):
    assert changes(text, "\n".join(text.split())) == ()


@given(st.text(max_size=30), st.text(max_size=30))
def test_no_difference_is_left_out(old, new):
    assert bool(changes(old, new)) == (fold(old) != fold(new))
