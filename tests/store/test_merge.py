"""Two sides of one table become one, or say where they clash."""

import copy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.store.literal import same
from briefing.store.merge import Clash, merge

CARD = {
    "id": "mole",
    "claim": "It is long.",
    "value": {"amount": 1200, "unit": "m"},
    "evidence": [{"source": "a", "quote": "long"}, {"source": "b", "quote": "so long"}],
    "lines": [1, 2],
}


def side(**fields):
    made = copy.deepcopy(CARD) | fields
    return {key: value for key, value in made.items() if value is not None}


def evidence(*quotes: str):
    return [{"source": source, "quote": quote} for source, quote in zip("abcdef", quotes, strict=False)]


@pytest.mark.parametrize(
    ("mine", "theirs", "both"),
    [
        ({"claim": "x"}, {"note": "y"}, {"claim": "x", "note": "y"}),
        ({"value": None}, {"claim": "x"}, {"value": None, "claim": "x"}),
        (
            {"value": {"amount": 1300, "unit": "m"}},
            {"value": {"amount": 1200, "unit": "ft"}},
            {"value": {"amount": 1300, "unit": "ft"}},
        ),
        ({"claim": "x"}, {"claim": "x"}, {"claim": "x"}),
        (
            {"evidence": evidence("new", "so long")},
            {"evidence": evidence("long", "so new")},
            {"evidence": evidence("new", "so new")},
        ),
        (
            {"evidence": [*CARD["evidence"], {"source": "mine"}]},
            {"evidence": [*CARD["evidence"], {"source": "theirs"}]},
            {"evidence": [*CARD["evidence"], {"source": "theirs"}, {"source": "mine"}]},
        ),
        (
            {"evidence": CARD["evidence"][1:]},
            {"evidence": evidence("long", "so new")},
            {"evidence": evidence("long", "so new")[1:]},
        ),
        ({"evidence": CARD["evidence"][1:]}, {"evidence": CARD["evidence"][:1]}, {"evidence": None}),
        (
            {"evidence": [{"source": "a", "quote": "new"}, CARD["evidence"][1]]},
            {"evidence": [{"source": "x"}, *CARD["evidence"]]},
            {"evidence": [{"source": "x"}, {"source": "a", "quote": "new"}, CARD["evidence"][1]]},
        ),
    ],
)
def test_changes_to_different_keys_are_both_kept(mine, theirs, both):
    assert merge(CARD, side(**mine), side(**theirs)) == side(**both)


@pytest.mark.parametrize(
    ("mine", "theirs", "path"),
    [
        ({"claim": "x"}, {"claim": "y"}, ("claim",)),
        ({"claim": None}, {"claim": "y"}, ("claim",)),
        ({"note": "x"}, {"note": "y"}, ("note",)),
        ({"value": {"amount": 1, "unit": "m"}}, {"value": {"amount": 2, "unit": "m"}}, ("value", "amount")),
        ({"lines": [1, 3]}, {"lines": [2, 2]}, ("lines",)),
        ({"evidence": evidence("x", "so long")}, {"evidence": evidence("y", "so long")}, ("evidence", 0, "quote")),
        ({"evidence": CARD["evidence"][1:]}, {"evidence": evidence("y", "so long")}, ("evidence", 0)),
        ({"key": True}, {"key": 1}, ("key",)),
    ],
)
def test_changes_to_one_key_clash(mine, theirs, path):
    with pytest.raises(Clash) as clash:
        merge(CARD, side(**mine), side(**theirs))
    assert clash.value.path == path


def test_what_one_side_took_away_and_the_other_changed_clashes():
    with pytest.raises(Clash):
        merge(CARD, None, side(claim="x"))
    with pytest.raises(Clash):
        merge(None, CARD, side(claim="x"))
    assert merge(CARD, None, CARD) is None
    assert merge(CARD, side(claim="x"), CARD) == side(claim="x")


names = st.sampled_from("abcd")
tables = st.recursive(
    st.one_of(st.integers(0, 3), st.booleans(), st.text("xy", max_size=2), st.lists(st.integers(0, 2), max_size=2)),
    lambda inner: (
        st.dictionaries(names, inner, max_size=3)
        | st.lists(st.dictionaries(names, inner, max_size=2), min_size=1, max_size=3)
    ),
    max_leaves=8,
)
entries = st.none() | st.dictionaries(names, tables, max_size=4)


@given(entries, entries)
def test_one_side_alone_wins(base, other):
    assert same(merge(base, other, base), other)
    assert same(merge(base, base, other), other)
    assert same(merge(base, other, other), other)


@given(entries, entries, entries)
def test_it_does_not_matter_who_is_who_unless_both_add_to_a_list(base, mine, theirs):
    def outcome(*sides):
        try:
            return merge(*sides)
        except Clash:
            return Clash

    one, other = outcome(base, mine, theirs), outcome(base, theirs, mine)
    assert (one is Clash) == (other is Clash)
