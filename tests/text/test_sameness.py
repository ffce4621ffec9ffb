"""Is it the same person, organisation, place?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.text.sameness import grade_name, same_name


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Ferro Nord Aktiengesellschaft", "Ferro Nord AG"),
        ("Lumen Incorporated", "LUMEN, Inc."),
        ('ООО "Ромашка"', "Romashka LLC"),
        ("Joint Stock Company Altyn", "Altyn JSC"),
        ("The Harbour Bank", "Harbour Bank"),
        ("Hill-Fisher Group", "Hill Fisher"),
        ("Good Field Mills", "Goodfield Mills"),
        ("Novak, Petra", "Petra Novak"),
        ("Mr. Petra Novak", "Petra Novak"),
        ("P. Novak", "Petra Novak"),
        ("Petra M. Novak", "Petra Maria Novak"),
        ("Bob Marsh", "Robert Marsh"),
        ("Kim Dae-jung", "Kim Dae Jung"),
        ("PetraNovak", "Petra Novak"),
        ("Upper Karasai", "Verkhne-Karasay"),
        ("Severny Katbar", "North Katbar"),
        ("Qaiyrbek Toqtarov", "Kairbek Toktarov"),
        ("World Organisation for Bees", "World Organization for Bees"),
        ("Ministry of Fisheries", "Fisheries Ministry"),
        ("U.S. Bureau of Mines", "United States Bureau of Mines"),
        ("Kazakhstan", "Kazakh"),
        ("Петра Новак", "Petra Novak"),
    ],
)
def test_spellings_of_one_name(a, b):
    assert grade_name(same_name(a, b)) == "same"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Upper Karasai", "Lower Karasai"),
        ("North Bay", "South Bay"),
        ("Fund III", "Fund IV"),
        ("Reactor 3", "Reactor 4"),
        ("Ulrich II", "Ulrich III"),
        ("Bank of China", "Bank of India"),
        ("Bank of China (Singapore)", "Bank of China (Australia)"),
        ("Geological Survey of Norway", "Geological Survey of Sweden"),
        ("Petra Novak", "Petra Lindqvist"),
        ("Petra Novak", "Emil Novak"),
        ("P. Novak", "Emil Novak"),
        ("Ahmad bin Hasan Rawi", "Hasan bin Ahmad Rawi"),
        ("Harbour Steel Company", "Harbour Glass Company"),
        ("Harbour City", "Harbour United"),
        ("Ministry of Fisheries", "Ministry of Transport"),
        ("NSB", "National Bank"),
        ("", "Petra Novak"),
        ("…", "Petra Novak"),
    ],
)
def test_namesakes_are_not_merged(a, b):
    assert grade_name(same_name(a, b)) == "different"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Novak", "Petra Novak"),
        ("Karasai", "Upper Karasai"),
        ("Harbour Capital", "Harbour Dock Capital"),
        ("Petra H. M. Novak", "Petra H. Novak"),
        ("Supreme Court", "U.S. Supreme Court"),
    ],
)
def test_what_may_be_the_same_is_asked(a, b):
    assert grade_name(same_name(a, b)) == "possible"


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("WOB", "World Organisation for Bees"),
        ("FBA", "Fish and Bird Administration"),
        ("USGS", "U.S. Geological Survey"),
        ("H.B.C.", "Harbour Bank Company"),
    ],
)
def test_initials_spell_a_name(short, long):
    assert same_name(short, long) >= 0.75


@given(st.text(max_size=40), st.text(max_size=40))
def test_symmetric_and_bounded(a, b):
    assert 0.0 <= same_name(a, b) == same_name(b, a) <= 1.0


@given(st.text(alphabet="abcdefgh", min_size=1, max_size=12))
def test_a_name_is_itself(name):
    assert same_name(name, name.upper()) == 1.0


def test_hostile_length_is_cut():
    assert same_name("a" * 100_000, "b " * 100_000) < 0.5
