"""Sentences: exact spans, with the structure of lines respected."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.text.sentences import sentences


def read(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


def test_abbreviations_figures_and_quotes_end_no_sentence() -> None:
    assert read("Dr. Lee paid $4.2 million in Jan. 2020. “It is fine,” she said. Why? 😀 No reason!") == [
        "Dr. Lee paid $4.2 million in Jan. 2020.",
        "“It is fine,” she said.",
        "Why?",
        "😀 No reason!",
    ]


def test_a_hard_wrapped_paragraph_runs_on() -> None:
    text = (
        "The committee met in the old town hall, and there Mr.\n"
        "Jones of Leeds said that the bridge would be closed\n"
        "until spring. Nobody objected to that.\n"
    )
    assert read(text) == [
        "The committee met in the old town hall, and there Mr.\n"
        "Jones of Leeds said that the bridge would be closed\n"
        "until spring.",
        "Nobody objected to that.",
    ]


def test_headings_lists_tables_and_blank_lines_end_a_sentence() -> None:
    text = (
        "# The bridge\n"
        "What was decided\n"
        "The committee met in the old town hall and decided three things about the bridge over the river:\n"
        "- to close it\n"
        "- to mend it. Soon.\n"
        "1. to pay\n"
        "\n"
        "Cost | Year\n"
        "--- | ---\n"
        "| five | six |\n"
        "no end"
    )
    assert read(text) == [
        "The bridge",
        "What was decided",
        "The committee met in the old town hall and decided three things about the bridge over the river:",
        "to close it",
        "to mend it.",
        "Soon.",
        "to pay",
        "Cost | Year",
        "--- | ---",
        "| five | six |",
        "no end",
    ]


def test_carriage_returns_are_no_part_of_a_sentence() -> None:
    assert read("One is here.\r\nTwo is there.\r\n") == ["One is here.", "Two is there."]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\r\n", "\t\n \n"])
def test_blank_text_has_none(text: str) -> None:
    assert sentences(text) == []


_TEXT = st.lists(
    st.sampled_from(
        ["A b c. ", "Mr. ", "\n", "\n\n", "- ", "x", "(“", "| ", "1. ", "😀", "é! ", "word ", "END\n", "\r\n"]
    ),
    max_size=40,
).map("".join)


@given(_TEXT | st.text(max_size=80))
def test_spans_lie_in_order_and_leave_out_white_space_and_marks_only(text: str) -> None:
    end = 0
    for start, stop in sentences(text):
        assert end <= start < stop <= len(text)
        assert not text[start].isspace()
        assert not text[stop - 1].isspace()
        assert not any(
            mark.isalpha() and len(text[end:start].split()) == 1 and len(text[end:start].strip()) > 2
            for mark in text[end:start]
        )
        end = stop


@pytest.mark.parametrize("piece", ["(“", "a. ", "\n", "a\n", "- a\n", "“", "x", "((", "| "])
def test_time_grows_with_the_text_only(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    start = time.process_time()
    sentences(text)
    assert time.process_time() - start < 2
