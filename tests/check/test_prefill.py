"""What a passage says, as the fields of a card."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.check.prefill import Reading, edtf, read_passage
from briefing.model.card import Value
from briefing.text.document import Document
from briefing.text.periods import edtf_interval

DAY = dt.date(2024, 3, 3)


def read(text: str, quote: str, published: dt.date | None = DAY) -> Reading:
    start = text.index(quote)
    return read_passage(Document(text, "a"), (start, start + len(quote)), published)


@pytest.mark.parametrize(
    ("text", "quote", "kind", "value"),
    [
        (
            "The dam holds more than 1,200 tonnes of salt.",
            "more than 1,200 tonnes",
            "figure",
            Value(amount=1200, unit="t", qualifier="more than"),
        ),
        ("It takes between 5 and 10 percent.", "between 5 and 10 percent", "figure", Value(low=5, high=10, unit="%")),
        ("The dam was opened in May 2019.", "opened in May 2019", "date", Value(date="2019-05")),
        ("Its director, Orla Venn, resigned.", "director, Orla Venn", "role", None),
        ("The contract was signed by both.", "was signed", "status", None),
        ("It will probably rain.", "probably rain", "judgement", None),
        ("They met Orla Venn at the dam.", "Orla Venn", "name", None),
        ("They met at the dam.", "met at", "event", None),
    ],
)
def test_kind_and_value_are_those_of_the_quote(text: str, quote: str, kind: str, value: Value | None) -> None:
    found = read(text, quote)
    assert (found.kind, found.value) == (kind, value)


@pytest.mark.parametrize(
    ("text", "directness"),
    [
        ('"It holds 5 tonnes," Orla Venn said.', "named"),
        ("It holds 5 tonnes, people familiar with the matter said.", "anonymous"),
        ("It holds 5 tonnes, Reuters reported.", "secondhand"),
        ("It holds 5 tonnes.", "unattributed"),
    ],
)
def test_directness_is_read_from_who_says_so(text: str, directness: str) -> None:
    assert read(text, "5 tonnes").directness == directness


def test_only_the_sentence_of_the_quote_counts() -> None:
    text = "Orla Venn said so on 4 May 2019. The dam holds 5 tonnes. Later Tam Brook denied it."
    assert read(text, "5 tonnes") == Reading(kind="figure", value=Value(amount=5, unit="t"), as_of=DAY)


def test_as_of_is_the_day_that_the_sentence_names_else_that_of_the_source() -> None:
    assert read("On 4 May 2019 it held 5 tonnes.", "5 tonnes").as_of == dt.date(2019, 5, 4)
    assert read("It held 5 tonnes.", "5 tonnes").as_of == DAY
    assert read("It held 5 tonnes.", "5 tonnes", None).as_of is None


def test_the_subject_is_who_is_named_nearest() -> None:
    assert read("Norvik Marine sold 5 tonnes to Tam Brook.", "5 tonnes").subject == "Norvik Marine"


@given(st.dates(dt.date(1, 1, 1)), st.integers(0, 800))
def test_a_period_as_edtf_is_read_back(first: dt.date, days: int) -> None:
    last = min(first.toordinal() + days, dt.date.max.toordinal())
    period = first, dt.date.fromordinal(last)
    assert edtf_interval(edtf(*period)) == period


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=200), st.integers(0, 200), st.integers(0, 50))
def test_any_text_is_read(text: str, start: int, length: int) -> None:
    start = min(start, len(text))
    read_passage(Document(text, "a"), (start, min(len(text), start + length)), DAY)
