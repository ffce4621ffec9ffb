"""Who has which part in what."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.text.parts import find_parts


def parts(text):
    return [(part.part, text[slice(*part.holder)], text[slice(*part.of)]) for part in find_parts(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Orla runs the ferry.", [("operator", "Orla", "the ferry")]),
        ("The ferry is run by Orla.", [("operator", "Orla", "The ferry")]),
        ("Orla is the operator of the ferry.", [("operator", "Orla", "the ferry")]),
        ("Orla, the operator of the ferry, is Danish.", [("operator", "Orla", "the ferry")]),
        ("The ferry's operator is Orla.", [("operator", "Orla", "The ferry")]),
        ("The ferry, which Orla operates, is old.", [("operator", "Orla", "The ferry")]),
        ("Orla, which operates the ferry, is old.", [("operator", "Orla", "the ferry")]),
        ("Orla has agreed to sell the ferry.", [("seller", "Orla", "the ferry")]),
        ("She acted for the buyer, Tove Lines.", [("buyer", "Tove Lines", "")]),
        ("The Rowe family owns 61 percent of Nimbus.", [("majority owner", "The Rowe family", "61 percent of Nimbus")]),
        ("Alder holds 12% of Nimbus.", [("minority owner", "Alder", "12% of Nimbus")]),
        (
            "The hall is operated by Arenco and owned by the city.",
            [("operator", "Arenco", "The hall"), ("owner", "the city", "The hall")],
        ),
    ],
)
def test_verb_and_noun_say_the_same(text, expected):
    assert parts(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The wealth fund said nothing.",
        "The storm led to losses.",
        "The country's own figures are higher.",
        "There is an agreement to sell nothing.",
        "He leads.",
        "Shelters built out of straw fell.",
        "Orla does not own the ferry.",
        "The ferry was never run by Orla.",
        "She took an early lead in the race.",
        "",
    ],
)
def test_other_words_give_nobody_a_part(text):
    assert parts(text) == []


@given(st.text(max_size=200))
def test_spans_lie_within_the_text(text):
    for part in find_parts(text):
        for start, end in (part.span, part.holder, part.of):
            assert 0 <= start <= end <= len(text)
