"""Search over cards and source lines: what comes first, and what is said where nothing holds all the words."""

import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.check.find import Search, around, find, found
from briefing.model.card import Card
from briefing.model.dossier import Dossier
from briefing.model.passage import Evidence
from briefing.model.source import Source
from briefing.text.document import Document

GAZETTE = """Menu: bridge, harbour, weather

The suspension bridge at Vik was opened by the mayor.
Its cables were spun in Norway. The bridge cost 41 million crowns.
The ferries stopped the same week.
"""
CARDS = (
    Card(
        id="span-cost",
        claim="The crossing cost 41 million crowns.",
        kind="figure",
        subject="bridge",
        evidence=(
            Evidence(source="gazette", lines=(4, 4), quote="41 million", stance="supports", directness="unattributed"),
        ),
    ),
    Card(id="span-cables", claim="The cables of the bridge were spun in Norway.", kind="event"),
    Card(id="ferry-end", claim="The ferries stopped when the bridge was opened.", kind="event"),
)
DOSSIER = Dossier(
    cards=CARDS,
    sources=(Source(id="gazette", boilerplate=((1, 1),)),),
    documents={"gazette": Document(GAZETTE, "gazette")},
)


@pytest.fixture(scope="module")
def search():
    return Search(DOSSIER)


def names(hits):
    return [hit.card or f"{hit.source}:{hit.lines[0]}" for hit in hits]


def test_cards_first_then_lines_then_menus(search):
    assert names(search.find("bridge")) == [
        "ferry-end", "span-cables", "span-cost", "gazette:3", "gazette:4", "gazette:1"
    ]  # fmt: skip


def test_a_claim_before_what_else_stands_on_a_card(search):
    assert names(search.find("bridge cost"))[0] == "span-cost"
    assert names(search.find("nor")) == ["span-cables", "gazette:4"]


def test_other_forms_and_beginnings(search):
    assert names(search.find("ferry")) == names(search.find("FERR")) == ["ferry-end", "gazette:5"]


def test_a_phrase_in_quotes_comes_first_where_it_stands(search):
    hits = search.find('"bridge was opened"')
    assert [(hit.card, hit.how) for hit in hits[:2]] == [("ferry-end", "literal"), (None, "words")]
    assert names(search.find("“spun  in Norway”"))[:2] == ["span-cables", "gazette:4"]


def test_the_nearest_where_nothing_holds_all_words(search):
    hits = search.find("cables spun in Sweden")
    assert hits[0].card == "span-cables"
    assert {hit.how for hit in hits} == {"near"}
    assert hits[0].score <= 0.5


def test_nothing_at_all(search):
    assert [search.find(typed) for typed in ("zeppelin", "", '""', "?!", "\0")] == [[]] * 5


def test_each_card_and_line_once_and_no_more_than_wanted(search):
    hits = search.find("the")
    assert len(names(hits)) == len(set(names(hits)))
    assert names(search.find("the", limit=2)) == names(hits)[:2]
    assert find(DOSSIER, "the") == hits


def test_the_words_that_were_found():
    text = "The ferries stopped; a Ferry stopped."
    assert [text[start:end] for start, end in found(text, "ferry stop")] == ["ferries", "stop", "Ferry", "stop"]
    assert found(text, "") == found("", "ferry") == []


def test_a_long_line_is_shown_about_the_words():
    line = f"{'chaff ' * 100}the price was 43.6 million crowns {'chaff ' * 100}"
    shown = around(line, "price 43.6 million")
    assert "the price was 43.6 million crowns" in shown
    assert shown[0] == shown[-1] == "…"
    assert len(shown) <= 162
    assert around("a short one", "x") == "a short one"
    assert len(around("a" * 1000, "a")) <= 162


ODD = st.text(st.sampled_from(string.ascii_letters + string.digits + " .,'\"“”#@*():-\0\n–ßéж\ud800😀"), max_size=300)


@settings(max_examples=100, deadline=None)
@given(ODD, ODD)
def test_anything_may_be_typed(text, typed):
    dossier = Dossier(sources=(Source(id="a"),), documents={"a": Document(text, "a")})
    for hit in find(dossier, typed):
        assert 0 <= hit.score <= 1
    spans = found(text, typed)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert len(around(text, typed, 40)) <= 42
