import string
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.check.index import MATCH, ClaimIndex

CLAIMS = [
    ("length", "The harbour bridge is 1,200 metres long."),
    ("cost", "The harbour bridge cost the state 41 million crowns."),
    ("ferry", "The old ferry Albatross sank in 1951 with forty people aboard."),
    ("ice", "The ministry of transport bought two icebreakers from Norway."),
    ("strike", "Dockers went on strike in March 2019 over the length of night shifts."),
    ("minister", "Minister Ada Nilsen opened the fish market in Vik."),
    ("cod", "Cod catches in the northern bay fell by a third between 2010 and 2020."),
    ("tunnel", "A rail tunnel under the strait was never approved by parliament."),
    ("light", "The lighthouse at Cape Storm is the tallest in the country."),
    ("seals", "Grey seals returned to the reserves near the estuary."),
]
TEXT = st.text(st.sampled_from(string.ascii_letters + string.digits + " .,'\"#@*():-\0\n–ßéж\ud800😀"), max_size=200)


@pytest.fixture(scope="module")
def index():
    return ClaimIndex(CLAIMS)


def first(index, text, **options):
    return next((id for id, _ in index.search(text, **options)), None)


def test_another_wording_finds_the_claim(index):
    assert first(index, "So the ferry that went down in 1951, the Albatross, had 40 people on it?") == "ferry"
    assert first(index, "Norwegian icebreakers, two of them, were bought by the transport ministry") == "ice"
    assert first(index, "one third fewer cod caught in the bay since 2010") == "cod"


def test_figures_part_claims_on_one_subject(index):
    assert first(index, "The bridge in the harbour: 41 million") == "cost"
    assert first(index, "The bridge in the harbour: 1200 metres") == "length"


def test_a_post_with_links_tags_and_signature(index):
    post = (
        "Unbelievable!! #icebreakers again https://example.org/a — Ministry of Transport (@mintransport) March 3, 2021"
    )
    assert first(index, post) == "ice"


def test_a_hashtag_in_small_letters_is_cut_into_known_words(index):
    assert first(index, "remember #oldferry ?") == "ferry"
    assert first(index, "#qqqxyzferry") is None


def test_silent_where_nothing_matches(index):
    for text in ("", "  ", "\0", "!!!", "The weather is fine today.", "they would have been there", "🙂🙂"):
        assert index.search(text) == []


def test_a_border_parts_match_from_mention(index):
    assert first(index, "The harbour bridge is 1,200 metres in length.", floor=MATCH) == "length"
    assert first(index, "We walked over a bridge and it rained.", floor=MATCH) is None


def test_without_its_claim_a_text_scores_lower():
    text = "The old ferry Albatross sank in 1951."
    whole = ClaimIndex(CLAIMS).search(text, floor=0.0)
    without = ClaimIndex([claim for claim in CLAIMS if claim[0] != "ferry"]).search(text, floor=0.0)
    assert whole[0][1] > 0.9
    assert all(score < MATCH for _, score in without)


def test_limit_and_floor_only_cut(index):
    full = index.search("the harbour bridge cost 41 million", limit=10, floor=0.0)
    assert index.search("the harbour bridge cost 41 million", limit=1, floor=0.0) == full[:1]
    assert index.search("the harbour bridge cost 41 million", limit=0) == []
    assert index.search("the harbour bridge cost 41 million", floor=full[0][1]) == full[:1]


def test_equal_claims_come_in_their_order():
    index = ClaimIndex([("b", "A ferry sank in 1951."), ("a", "A ferry sank in 1951.")])
    assert [id for id, _ in index.search("A ferry sank in 1951.")] == ["b", "a"]


def test_an_empty_index():
    index = ClaimIndex([])
    assert (len(index), index.search("ferry #oldferry"), index.lookup("ferry")) == (0, [], [])
    assert ClaimIndex([("none", ""), ("", "...")]).search("ferry") == []


def test_one_claim_alone_is_found():
    assert first(ClaimIndex([("only", "The ferry sank in 1951.")]), "the ferry sank in 1951", floor=MATCH) == "only"


def test_lookup_takes_beginnings_and_other_forms(index):
    def hits(typed):
        return [id for id, _ in index.lookup(typed)]

    assert hits("reser") == hits("reserves") == hits("reserve") == ["seals"]
    assert hits("har bri") == ["length", "cost"]
    assert hits("bridge mill") == ["cost"]
    assert hits("bridge ferry") == []
    assert hits("1,2") == ["length"]
    assert hits("the state") == ["cost"]
    assert hits("") == hits(" ?! ") == []


def test_lookup_puts_whole_words_first():
    index = ClaimIndex([("begins", "Portland cement"), ("whole", "The port of entry is closed in winter")])
    assert [id for id, _ in index.lookup("port")] == ["whole", "begins"]


def test_lookup_finds_the_rare_among_the_common():
    index = ClaimIndex((str(n), f"berth {n} of the port{' is leased' if n == 9000 else ''}") for n in range(10_000))
    assert [id for id, _ in index.lookup("the port lea")] == ["9000"]
    assert len(index.lookup("p", limit=7)) == 7


@settings(max_examples=150, deadline=None)
@given(TEXT)
def test_any_text_is_harmless(text):
    index = ClaimIndex([*CLAIMS, ("odd", text)])
    for found in (index.search(text, limit=20, floor=0.0), index.lookup(text)):
        scores = [score for _, score in found]
        assert scores == sorted(scores, reverse=True)
        assert all(0 <= score <= 1 for score in scores)


@pytest.mark.parametrize(
    ("piece", "times"),
    [
        ('"', 1), ("NEAR(a b)", 1), ("a* OR b*", 1), ("id:1", 1), ("'; drop table x; --", 1), ("a", 100_000),
        ("#", 100_000), ("#aaaaaaaa ", 10_000), ("— ", 50_000), ("A.B.", 25_000), ("1,2.", 25_000), ("aB", 50_000),
        ("ferry ", 20_000), ("— (@a", 20_000), ("http://", 15_000), ("—" + " " * 90, 1_000),
    ],
)  # fmt: skip
def test_hostile_queries_are_quick(index, piece, times):
    text = piece * times
    start = time.process_time()
    index.search(text)
    index.lookup(text)
    ClaimIndex([("x", text)]).search(text)
    assert time.process_time() - start < 1


@given(st.sampled_from(CLAIMS), st.data())
def test_every_claim_is_found_by_beginnings_of_its_words(claim, data):
    index = ClaimIndex(CLAIMS)
    typed = data.draw(st.lists(st.sampled_from(claim[1].strip(".").split()), min_size=1, max_size=3))
    cut = [word[: data.draw(st.integers(1, len(word)))] for word in typed]
    assert claim[0] in [id for id, _ in index.lookup(" ".join(cut))]
