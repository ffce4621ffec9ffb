from hypothesis import given
from hypothesis import strategies as st

from briefing.text.terms import read_post, tags, terms, words


def test_dress_is_levelled():
    assert words("The U.S. Café cost 1,200.50 — not 3D") == ["the", "usa", "cafe", "cost", "1200.50", "not", "3", "d"]
    assert words("US and USA, but us") == ["usa", "and", "usa", "but", "us"]
    assert words("#\U000ae258 \U000ae258") == []
    assert words("Казахстан") == ["kazakhstan"]
    assert words("ＦＵＬＬ width 𝒔𝒕𝒚𝒍𝒆") == ["full", "width", "style"]


def test_compounds_give_their_parts_and_the_whole():
    assert words("#SaveTheBridge @HarbourNews") == [
        "save",
        "the",
        "bridge",
        "savethebridge",
        "harbour",
        "news",
        "harbournews",
    ]
    assert words("McNair #bridge snake_case") == ["mc", "nair", "mcnair", "bridge", "snake", "case"]


def test_words_that_say_nothing_are_left_out():
    assert terms("They wouldn't have been building it") == ["build"]


def test_a_post_is_parted_from_links_and_signature():
    post = read_post(
        "The ferry sank! https://example.org/x?y pic.twitter.com/abc — Port Watch (@portwatch) May 4, 2021"
    )
    assert post.body.split() == ["The", "ferry", "sank!"]
    assert words(post.aside) == ["port", "watch", "portwatch", "may", "2021"]


def test_a_quoted_post_inside_another_is_parted_too():
    post = read_post("No. — Jo (@jo_k) July 1, 2020 Read this - Al (@al)")
    assert post.body.split() == ["No.", "Read", "this"]
    assert words(post.aside) == ["jo", "jo", "k", "july", "2020", "al", "al"]


def test_text_that_is_no_post_stays():
    text = "A well-known plan - the third (2021) - failed"
    assert read_post(text) == (text, "")


def test_tags_are_the_longer_ones_without_their_sign():
    assert tags("#savetheharbour @portwatch #tiny") == ["savetheharbour", "portwatch"]


@given(st.text(max_size=300))
def test_any_text_gives_small_words_without_spaces(text):
    assert all(word and word == word.lower() for word in words(text))
    read_post(text)
    tags(text)
