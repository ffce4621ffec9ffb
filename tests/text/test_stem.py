import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.text.stem import stem

# The examples of Porter's paper, step by step.
PAPER = {
    "caresses": "caress", "ponies": "poni", "ties": "ti", "cats": "cat", "feed": "feed", "agreed": "agre",
    "plastered": "plaster", "bled": "bled", "motoring": "motor", "sing": "sing", "conflated": "conflat",
    "troubled": "troubl", "sized": "size", "hopping": "hop", "tanned": "tan", "falling": "fall", "hissing": "hiss",
    "fizzed": "fizz", "failing": "fail", "filing": "file", "happy": "happi", "sky": "sky", "relational": "relat",
    "conditional": "condit", "rational": "ration", "vietnamization": "vietnam", "operator": "oper",
    "decisiveness": "decis", "hopefulness": "hope", "sensibility": "sensibl", "triplicate": "triplic",
    "formative": "form", "electrical": "electr", "goodness": "good", "revival": "reviv", "airliner": "airlin",
    "adjustable": "adjust", "replacement": "replac", "adjustment": "adjust", "adoption": "adopt", "effective": "effect",
    "probate": "probat", "rate": "rate", "cease": "ceas", "controlling": "control", "roll": "roll",
}  # fmt: skip


@pytest.mark.parametrize("word", PAPER)
def test_examples_of_the_paper(word):
    assert stem(word) == PAPER[word]


def test_irregular_forms_meet():
    assert [stem(word) for word in ("bought", "children", "sold", "three", "written")] == [
        "bui",
        "child",
        "sell",
        "3",
        "write",
    ]
    assert stem("buy") == stem("buying") == stem("bought")
    assert stem("writes") == stem("writing") == stem("wrote")


def test_what_is_no_english_word_stays():
    for word in ("2025", "wo3", "мост", "straße", "", "a", "is"):
        assert stem(word) == word


@given(st.text(max_size=40))
def test_never_longer_than_the_word_or_its_base(text):
    assert len(stem(text)) <= max(len(text), 10)
