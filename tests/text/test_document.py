"""Lines as `cat -n`, `grep -n` and git count them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.text.document import Document

TEXTS = st.text(alphabet=st.sampled_from("ab \r\n\u2028\u0085\f\v\x1c"), max_size=40)


def lines(text: str) -> tuple[str, ...]:
    return Document(text).lines


def test_a_line_ends_at_a_line_feed_and_nowhere_else():
    assert lines("a\nb\n") == ("a", "b")
    assert lines("a\nb") == ("a", "b")
    assert lines("a\r\nb\r\n") == ("a", "b")
    assert lines("a\rb\u2028c\u0085d\fe\vf\x1cg\n") == ("a\rb\u2028c\u0085d\fe\vf\x1cg",)
    assert lines("") == ()
    assert lines("\n") == ("",)
    assert lines("a\r") == ("a\r",)
    assert lines("a\r\r\n") == ("a\r",)


def test_span_leaves_out_the_last_line_end():
    document = Document("one\r\ntwo\nthree")
    assert document.span((1, 1)) == (0, 3)
    assert document.span((1, 2)) == (0, 8)
    assert document.span((3, 3)) == (9, 14)
    assert document.line(1) == "one"


@pytest.mark.parametrize("lines", [(0, 1), (2, 1), (1, 4), (4, 4), (-1, -1)])
def test_a_range_outside_the_document_is_refused(lines):
    with pytest.raises(ValueError, match="not in a document of 3 lines"):
        Document("a\nb\nc\n").span(lines)


def test_positions_are_lines_from_1_and_columns_from_0():
    document = Document("one\ntwo\n")
    assert [document.position(offset) for offset in (0, 3, 4, 7)] == [(1, 0), (1, 3), (2, 0), (2, 3)]
    with pytest.raises(ValueError, match="offset 9"):
        document.position(9)


@given(TEXTS)
def test_every_line_is_what_stands_at_its_span(text):
    document = Document(text)
    assert len(document) == len(document.lines)
    assert len(document) == text.count("\n") + (0 if not text or text.endswith("\n") else 1)
    for number, line in enumerate(document.lines, 1):
        start, end = document.span((number, number))
        assert text[start:end] == line == document.line(number)
        assert document.position(start) == (number, 0)
