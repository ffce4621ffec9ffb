"""Seals disclose the quoted words, prove them, and refuse what was changed."""

import base64
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.errors import SealRefused
from briefing.text import seal
from briefing.text.document import BLANK, Document

TEXT = "The bridge is 1,200 metres long.\n\n  Four lanes, planned in 1931.\r\n"
LINES = st.text(alphabet=st.characters(exclude_characters="\n", exclude_categories=("Cs",)))


def sealed(text=TEXT, quotes=("1,200 metres",)):
    document = Document(text)
    spans = [(text.index(quote), text.index(quote) + len(quote)) for quote in quotes]
    return seal.make(document, text.encode(), spans)


@given(LINES)
def test_pieces_joined_give_the_line_again(line):
    assert "".join(seal.pieces(line)) == line


def test_pieces_are_words_or_single_characters_with_the_space_after():
    assert seal.pieces("  It is 1.5 %,\tsay") == ["  ", "It ", "is ", "1", ".", "5 ", "%", ",\t", "say"]


def test_the_sealed_document_shows_the_quote_and_blanks():
    document = sealed().document("x")
    assert document.sealed
    assert document.lines == (f"{BLANK * 3}1,200 metres {BLANK * 2}", "", BLANK * 8)


def test_a_seal_survives_its_text_form():
    made = sealed()
    assert seal.loads(seal.dumps(made), made.root) == made
    assert seal.dumps(made) == seal.dumps(sealed())


def test_the_root_does_not_depend_on_what_is_disclosed():
    assert sealed(quotes=()).root == sealed(quotes=("planned in",)).root == seal.root_of(Document(TEXT), TEXT.encode())
    assert sealed(text=TEXT.replace("1,200", "1,300"), quotes=()).root != sealed().root


@given(st.lists(LINES, max_size=5), st.data())
def test_any_document_can_be_sealed_and_any_span_disclosed(lines, data):
    text = "\n".join(lines) + "\n"
    document = Document(text)
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    made = seal.make(document, text.encode(), [(start, end)])
    again = seal.loads(seal.dumps(made), made.root)
    assert again == made
    for (line, piece), shown in again.disclosed.items():
        assert seal.pieces(document.line(line))[piece] == shown.text


def _change(text: str, line: int, pattern: str, new: str) -> str:
    lines = text.split("\n")
    lines[line - 1] = re.sub(pattern, new, lines[line - 1], count=1)
    return "\n".join(lines)


def test_a_changed_word_is_refused_at_its_line():
    made = sealed()
    text = seal.dumps(made)
    line = 1 + next(n for n, row in enumerate(text.split("\n")) if row.endswith('"metres "'))
    with pytest.raises(SealRefused, match="not the one that was sealed") as error:
        seal.loads(_change(text, line, "metres", "meters"), made.root)
    assert error.value.line == line


def test_changed_leaves_are_refused():
    made = sealed(quotes=())
    packed = base64.b64encode(b"\0" * 16 * 9).decode()
    with pytest.raises(SealRefused, match="root"):
        seal.loads(_change(seal.dumps(made), 3, r" \S+", f" {packed}"), made.root)


@pytest.mark.parametrize(
    ("line", "pattern", "new"),
    [
        (1, "seal", "soul"),
        (2, "3", "400000"),
        (3, "9", "8"),
        (3, " ", " !"),
        (6, "4", "99"),
        (7, "^1", "9"),
        (7, '"$', ""),
    ],
)
def test_a_damaged_seal_says_where(line, pattern, new):
    made = sealed()
    with pytest.raises(SealRefused) as error:
        seal.loads(_change(seal.dumps(made), line, pattern, new), made.root)
    assert error.value.line == line


@given(st.text())
def test_no_text_makes_loading_fail_otherwise(text):
    with pytest.raises(SealRefused):
        seal.loads(seal.HEADER + "\n" + text, "0" * 64)
