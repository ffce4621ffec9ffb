"""Names in a text, and who is whom."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.text.names import find_names, group_names


def texts(text: str) -> list[str]:
    return [name.text for name in find_names(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The deal with the Bank of the North failed.", ["Bank of the North"]),
        ("a report by the Fish and Bird Administration", ["Fish and Bird Administration"]),
        ("It belongs to Ludwig van der Berg and Omar al-Aziz.", ["Ludwig van der Berg", "Omar al-Aziz"]),
        ("Omar bin Salim met J. P. Hartwell.", ["Omar bin Salim", "J. P. Hartwell"]),
        ("a plan of Harbour Steel, Inc. and Lumen Ltd", ["Harbour Steel, Inc", "Lumen Ltd"]),
        ("The Chile-Peru treaty and the Porto-based Lumen Group", ["Chile", "Peru", "Porto", "Lumen Group"]),
        ("Peru's Lima Fund paid", ["Peru", "Lima Fund"]),
        ("On Monday in March the mill shut.", []),
        ("Meanwhile, talks went on. However, nothing came.", []),
        ("Officials said prices fell.", []),
        ("I'm sure we're late, but Brandt isn't.", ["Brandt"]),
        ("Trade Secretary Ann Marsh spoke to President Serikov.", ["Ann Marsh", "Serikov"]),
        ("Mr. Brandt left the U.S. for Norway.", ["Brandt", "U.S.", "Norway"]),
        ("He saw Theresa May and Will Marsh in May.", ["Theresa May", "Will Marsh"]),
        ("the iPhone and eBay", ["iPhone", "eBay"]),
        ("", []),
    ],
)
def test_names_with_their_exact_words(text, expected):
    assert texts(text) == expected


def test_an_ordinary_word_that_opens_a_sentence_is_no_name():
    assert texts("Zinc is dear. They mine zinc in Peru.") == ["Peru"]
    assert texts("Lumen is new. They say that Lumen pays.") == ["Lumen", "Lumen"]


def test_a_bare_word_at_the_start_is_uncertain_unless_known():
    (name,) = find_names("Brandt said no.")
    assert (name.certain, name.kind) == (False, "person")
    (name,) = find_names("Brandt said no.", known={"brandt"})
    assert name.certain


def test_headings_prove_nothing():
    text = "Harbour Steel Faces New Pressure From Lumen\n\nThe mill owned by Lumen closed its gates on Friday."
    assert texts(text) == ["Lumen", "Lumen"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("the Harbour Commission", "organisation"),
        ("the UNWTO", "organisation"),
        ("the Blue River", "place"),
        ("near Upper Karasai", "place"),
        ("in Porto", "place"),
        ("Kazakh exports", "place"),
        ("and Maria Lindqvist", "person"),
        ("Coach Ivo Brandt", "person"),
        ("with Blue Lantern", "unknown"),
    ],
)
def test_kinds(text, kind):
    assert find_names(text)[-1].kind == kind


def test_alias_in_brackets():
    (name, short) = find_names("the World Organisation for Bees (WOB)")
    assert (name.alias, short.text) == ("WOB", "WOB")


def test_roles_stand_with_their_holders():
    (name,) = find_names("the talks with Trade Secretary Ann Marsh")
    assert (name.text, name.role) == ("Ann Marsh", "trade secretary")


def test_groups():
    text = (
        "Trade Secretary Ann Marsh met the World Organisation for Bees (WOB) in Qaraghandy. Later Marsh told "
        "the WOB that Karaganda was lovely. Emil Marsh stayed at home, and Ann Marsh left."
    )
    groups = {group.name: [mention.text for mention in group.mentions] for group in group_names(find_names(text))}
    assert groups["Ann Marsh"] == ["Ann Marsh", "Marsh", "Ann Marsh"]
    assert groups["Emil Marsh"] == ["Emil Marsh"]
    assert groups["World Organisation for Bees"] == ["World Organisation for Bees", "WOB", "WOB"]
    assert sorted(groups.get("Qaraghandy", groups.get("Karaganda", []))) == ["Karaganda", "Qaraghandy"]


@given(st.text(alphabet=st.sampled_from("aBC .,'-\n\u00e9\u0416of theMr&()\""), max_size=80))
def test_spans_are_exact_in_order_and_apart(text):
    names = find_names(text)
    assert all(text[name.start : name.end] == name.text for name in names)
    assert all(a.end <= b.start for a, b in pairwise(names))
    assert sum(len(group.mentions) for group in group_names(names)) == len(names)
