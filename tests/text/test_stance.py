"""How a statement is meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.text.stance import SCALE, find_hedges, find_negations, find_statuses, read_stance


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It did not close.", ["not"]),
        ("It didn’t close.", ["didn’t"]),
        ("Not only that, it won no doubt.", []),
        ("They never paid and left without a word.", ["never", "without"]),
        ("It failed to pay and denied it.", ["failed to", "denied"]),
        ("There is no deal.", ["no"]),
        ("No more than five came.", []),
        ("A knot is a note.", []),
    ],
)
def test_negations(text, expected):
    assert [cue.text for cue in find_negations(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It may close.", [("modal", "may")]),
        ("In May it closed. May 3 was warm.", []),
        ("The mill reportedly closed.", [("reported", "reportedly")]),
        ("About 40 people came about it.", [("about", "About")]),
        ("It cost more than $5 million.", [("about", "more than")]),
        ("It plans to close.", [("plan", "plans to")]),
        ("It is expected to close.", [("plan", "is expected to")]),
        ("It is unclear why.", [("unclear", "unclear")]),
        ("Whether it closed isn't clear.", [("unclear", "isn't clear")]),
        ("It will close.", [("future", "will")]),
        ("It probably closed.", [("likely", "probably")]),
    ],
)
def test_hedges(text, expected):
    assert [(cue.kind, cue.text) for cue in find_hedges(text)] == expected


@pytest.mark.parametrize(
    ("text", "status", "holds"),
    [
        ("There are rumours of a sale.", "rumoured", True),
        ("The firms are in talks.", "in talks", True),
        ("The firms are not in talks.", "in talks", False),
        ("A sale was proposed.", "planned", True),
        ("They have a memorandum of understanding.", "letter of intent", True),
        ("The firms agreed on a price.", "agreed", True),
        ("They signed the contract.", "signed", True),
        ("The contract will be signed in June.", "signed", False),
        ("The contract has not yet been signed.", "signed", False),
        ("The works are under way.", "under way", True),
        ("The sale was completed.", "completed", True),
        ("The sale was called off.", "cancelled", True),
        ("The sale fell through.", "failed", True),
    ],
)
def test_status(text, status, holds):
    found = read_stance(text).status
    assert found is not None
    assert (found.status, found.holds) == (status, holds)


def test_the_furthest_status_that_holds_counts():
    stance = read_stance("After talks the firms signed a letter of intent that will be completed.")
    assert [cue.status for cue in stance.statuses] == ["in talks", "signed", "letter of intent", "completed"]
    assert stance.status is not None
    assert stance.status.status == "signed"


def test_the_scale_is_ordered():
    found = [read_stance(text).status for text in ("It was agreed.", "It was signed.", "It was completed.")]
    ranks = [cue.rank for cue in found if cue and cue.rank is not None]
    assert ranks == sorted(ranks)
    assert len(ranks) == 3
    assert SCALE[0] == "rumoured"
    assert find_statuses("It was scrapped.")[0].rank is None


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("The mill closed.", "asserted"),
        ("The mill closed, Brandt said.", "attributed"),
        ("The mill may close.", "hedged"),
        ("It is not clear when the mill closed.", "unclear"),
        ("Brandt denied that the mill closed.", "denied"),
        ("The mill has about 40 workers.", "asserted"),
    ],
)
def test_certainty(text, certainty):
    assert read_stance(text).certainty == certainty


@given(st.text(max_size=200))
def test_spans_are_exact(text):
    stance = read_stance(text)
    cues = (*stance.negations, *stance.hedges, *stance.statuses, *stance.attributions)
    assert all(text[cue.start : cue.end] == cue.text for cue in cues)
    assert all(0 <= start < end <= len(text) for start, end in stance.why)


def test_capitals_that_grow_keep_the_offsets():
    text = "\u0130zmir and \u0130stanbul may not agree."
    assert [text[cue.start : cue.end] for cue in find_negations(text)] == ["not"]
