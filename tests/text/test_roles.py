"""Who is said to hold which role."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.text.roles import find_roles


def held(text: str) -> list[tuple[str, str, str, str]]:
    return [(role.role, role.holder, role.body, role.state) for role in find_roles(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fisheries Minister Petra Novak flew home.", ("fisheries minister", "Petra Novak", "", "")),
        ("U.S. Secretary of Labor Ann Marsh spoke.", ("labor secretary", "Ann Marsh", "U.S.", "")),
        ("Kazakh President Aibek Serikov met her.", ("president", "Aibek Serikov", "Kazakh", "")),
        ("Minister of Energy and Water Ivo Brandt left.", ("energy and water minister", "Ivo Brandt", "", "")),
        ("Former Prime Minister Ann Marsh was there.", ("prime minister", "Ann Marsh", "", "former")),
        ("Deputy Prime Minister Ivo Brandt was there.", ("deputy prime minister", "Ivo Brandt", "", "")),
        ("Lumen CEO Ivo Brandt said so.", ("chief executive", "Ivo Brandt", "Lumen", "")),
        ("Lumen's chief executive, Ivo Brandt, said so.", ("chief executive", "Ivo Brandt", "Lumen", "")),
        ("The chief executive of Lumen, Ivo Brandt, left.", ("chief executive", "Ivo Brandt", "Lumen", "")),
        ("Ivo Brandt, the chairman of Lumen, left.", ("chair", "Ivo Brandt", "Lumen", "")),
        ("Ann Marsh, 45, a spokeswoman for Lumen, said no.", ("spokesperson", "Ann Marsh", "Lumen", "")),
        ("Ann Marsh was appointed finance minister in May.", ("finance minister", "Ann Marsh", "", "")),
        ("The board named Ann Marsh as its chair.", ("chair", "Ann Marsh", "", "")),
        ("Ann Marsh is the mayor of Porto.", ("mayor", "Ann Marsh", "Porto", "")),
        ("Acting Director Ann Marsh signed.", ("director", "Ann Marsh", "", "acting")),
        ("Ida van der Berg, president of the Sea Board, left.", ("president", "Ida van der Berg", "Sea Board", "")),
        ("City coach Ivo Brandt said it was close.", ("coach", "Ivo Brandt", "", "")),
    ],
)  # fmt: skip
def test_role_and_holder(text, expected):
    found = held(text)
    assert len(found) == 1
    assert found[0][:2] == expected[:2]
    assert found[0][3] == expected[3]
    assert found[0][2] == expected[2] or text.startswith("City")


def test_two_roles_of_one_holder():
    assert held("Ann Marsh, chair and CEO of Lumen, left.") == [
        ("chair", "Ann Marsh", "", ""),
        ("chief executive", "Ann Marsh", "Lumen", ""),
    ]


def test_two_holders_side_by_side():
    text = "between Kazakh President Aibek Serikov and Trade Secretary Ann Marsh"
    assert [(role, holder) for role, holder, _, _ in held(text)] == [
        ("president", "Aibek Serikov"),
        ("trade secretary", "Ann Marsh"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The General Assembly met.",
        "Justice Department officials met.",
        "The Premier League starts in May.",
        "In Kazakhstan, the president spoke.",
        "The minister and the director agreed.",
        "the head of the table",
        "the chief",
        "",
    ],
)
def test_no_holder_no_role(text):
    assert held(text) == []


def test_spans_are_exact():
    text = "On Monday, Trade Secretary Ann Marsh left."
    (role,) = find_roles(text)
    assert text[slice(*role.role_span)] == "Trade Secretary"
    assert text[slice(*role.holder_span)] == "Ann Marsh"
    assert text[role.start : role.end] == "Trade Secretary Ann Marsh"


@given(
    st.lists(
        st.sampled_from(["chief", "CEO", "of", "the", "Ann", "Marsh,", "Lumen", "is", "prime", "minister"]), max_size=14
    )
)
def test_holders_stand_in_the_text(words):
    text = " ".join(words)
    for role in find_roles(text):
        assert text[slice(*role.holder_span)] == role.holder
        assert role.start == min(role.role_span[0], role.holder_span[0])
