"""What a terminal would obey, or a reader cannot see, is shown by a sign."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from briefing.text.visible import hidden, mixed_scripts, visible


def test_each_unsafe_character_is_one_sign():
    assert visible("\x1b[31mred\x07") == "␛[31mred␇"
    assert visible("a\tb\nc\r\x00\x7f") == "a⇥b␊c␍␀␡"
    assert visible("\x9b31m\x85\u2028") == "\ufffd31m␤␤"
    assert visible("\u202eabc\u2066") == "⇄abc⇄"
    assert visible("a\u200bb\ufeff\u00ad") == "a¦b¦¦"
    assert visible("\U000e0041\ud800") == "\ufffd\ufffd"
    assert visible("[bold] [/] [@click=app.quit] 浙B2 ● ▒") == "[bold] [/] [@click=app.quit] 浙B2 ● ▒"


@given(st.text(alphabet=st.characters()))
def test_the_length_never_changes_and_nothing_unsafe_is_left(text):
    shown = visible(text)
    assert len(shown) == len(text)
    assert visible(shown) == shown
    assert not any(unicodedata.category(char) in ("Cc", "Cs") for char in shown)
    assert not any(
        unicodedata.bidirectional(char) in {"RLO", "LRO", "RLE", "LRE", "PDF", "RLI", "LRI", "FSI", "PDI"}
        for char in shown
    )


def test_hidden_characters_are_told_with_their_place():
    assert hidden("plain text\twith a tab") == []
    assert hidden("ab\u202ec\u200b") == [(2, "\u202e"), (4, "\u200b")]


def test_words_that_mix_alphabets_are_told():
    assert mixed_scripts("Kazakhstan and Казахстан") == []
    assert mixed_scripts("the b\u0430nk") == [(4, "b\u0430nk")]
