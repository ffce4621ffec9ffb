"""Pairs of states that shut one another out."""

import pytest

from briefing.text.contrasts import find_contrasts


def sides(text):
    return [(reading.matter, reading.holds) for reading in find_contrasts(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The offer is legally binding.", [("binding", True)]),
        ("The offer is not binding.", [("binding", False)]),
        ("It rests on a non-binding term sheet.", [("binding", False), ("binding", False)]),
        ("The club has exclusive rights.", [("exclusive", True)]),
        ("The club has non-exclusive rights.", [("exclusive", False)]),
        ("The senate ratified the treaty.", [("approved", True)]),
        ("The drug has not been approved.", [("approved", False)]),
        ("The drug has yet to be approved.", [("approved", False)]),
        ("The drug will be approved.", []),
        ("No drug has been approved.", [("approved", False)]),
        ("The report leaves no doubt.", [("certain", True)]),
        ("The fee is publicly known.", [("public", True)]),
        ("The fee was never disclosed.", [("public", False)]),
        ("The clinic lacks a licence.", [("had", False)]),
        ("The clinic has a licence.", [("had", True)]),
        ("The talks are usually short.", [("usual", True)]),
        ("The talks are not usually short.", [("usual", False)]),
        ("A privately held brewing company pays.", [("owned privately", True)]),
        ("The state brewing company pays.", [("owned privately", False)]),
        ("The race was called off.", [("going ahead", False)]),
    ],
)
def test_a_word_puts_a_matter_on_one_side(text, expected):
    assert sides(text) == expected


def test_spans_are_offsets_of_the_words():
    text = "The Fee Was Never Disclosed."
    assert [(text[item.start : item.end], item.text) for item in find_contrasts(text)] == [("Disclosed", "Disclosed")]
