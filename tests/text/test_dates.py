"""Dates: which words are one, and which days they mean."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.text.dates import edtf_interval, find_dates

PUBLISHED = dt.date(2024, 5, 16)  # a Thursday


def read(text: str, published: dt.date | None = PUBLISHED) -> list[tuple[str, str, str]]:
    return [
        (text[date.start : date.end], str(date.earliest or ""), str(date.latest or ""))
        for date in find_dates(text, published=published)
    ]


@pytest.mark.parametrize(
    ("text", "words", "earliest", "latest"),
    [
        ("It opened in March 2019.", "March 2019", "2019-03-01", "2019-03-31"),
        ("on 4 July 2021 at noon", "4 July 2021", "2021-07-04", "2021-07-04"),
        ("on Sunday, July 4th, 2021", "Sunday, July 4th, 2021", "2021-07-04", "2021-07-04"),
        ("filed 2021-07-04.", "2021-07-04", "2021-07-04", "2021-07-04"),
        ("at 2021-07-04T10:20:30Z", "2021-07-04T10:20:30Z", "2021-07-04", "2021-07-04"),
        ("dated 14/07/2021.", "14/07/2021", "2021-07-14", "2021-07-14"),
        ("dated 04/07/2021", "04/07/2021", "2021-04-07", "2021-07-04"),
        ("the 2019-2021 budget", "2019-2021", "2019-01-01", "2021-12-31"),
        ("the season 2019–20", "2019–20", "2019-01-01", "2020-12-31"),
        ("from 2019 to 2021, sales", "2019 to 2021", "2019-01-01", "2021-12-31"),
        ("between May and July 2022", "May and July 2022", "2022-05-01", "2022-07-31"),
        ("4-6 July 2021", "4-6 July 2021", "2021-07-04", "2021-07-06"),
        ("30 June to 4 July 2021", "30 June to 4 July 2021", "2021-06-30", "2021-07-04"),
        ("Nov 2020 - Feb 2021", "Nov 2020 - Feb 2021", "2020-11-01", "2021-02-28"),
        ("in Q3 2022", "Q3 2022", "2022-07-01", "2022-09-30"),
        ("the third quarter of 2022", "third quarter of 2022", "2022-07-01", "2022-09-30"),
        ("first half of 2022", "first half of 2022", "2022-01-01", "2022-06-30"),
        ("by mid-2022", "mid-2022", "2022-05-01", "2022-08-31"),
        ("late 1970s", "late 1970s", "1976-01-01", "1979-12-31"),
        ("in the 1970s", "1970s", "1970-01-01", "1979-12-31"),
        ("the 18th century", "18th century", "1701-01-01", "1800-12-31"),
        ("the summer of 2018", "summer of 2018", "2018-06-01", "2018-08-31"),
        ("by the end of 2030", "end of 2030", "2030-09-01", "2030-12-31"),
        ("fiscal year 2023", "fiscal year 2023", "2022-01-01", "2023-12-31"),
        ("two decades ago", "two decades ago", "2002-01-01", "2006-12-31"),
        ("10 to 15 years ago", "10 to 15 years ago", "2009-01-01", "2014-12-31"),
        ("three days ago", "three days ago", "2024-05-13", "2024-05-13"),
        ("earlier this year", "earlier this year", "2024-01-01", "2024-05-16"),
        ("later this month", "later this month", "2024-05-16", "2024-05-31"),
        ("last month", "last month", "2024-04-01", "2024-04-30"),
        ("next year", "next year", "2025-01-01", "2025-12-31"),
        ("last week", "last week", "2024-05-06", "2024-05-12"),
        ("yesterday", "yesterday", "2024-05-15", "2024-05-15"),
        ("on Tuesday", "Tuesday", "2024-05-14", "2024-05-14"),
        ("last Thursday", "last Thursday", "2024-05-09", "2024-05-09"),
        ("in October", "October", "2023-10-01", "2023-10-31"),
        ("on June 3", "June 3", "2024-06-03", "2024-06-03"),
        ("in May last year", "May last year", "2023-05-01", "2023-05-31"),
        ("last summer", "last summer", "2023-06-01", "2023-08-31"),
        ("In 1999 it rained", "1999", "1999-01-01", "1999-12-31"),
        ("the 2016 referendum", "2016", "2016-01-01", "2016-12-31"),
    ],
)
def test_a_wording_means_these_days(text: str, words: str, earliest: str, latest: str) -> None:
    assert read(text) == [(words, earliest, latest)]


@pytest.mark.parametrize(
    "text",
    [
        "You may go, and they march on.",
        "May we ask? March on!",
        "2000 tons of ore",
        "of 2010 participants",
        "in 2000 patients",
        "room 2010, model 2020X, no 1995-B",
        "costs $2015 or 2,015",
        "see https://example.org/2015/10/12/x",
        "section 2019.1 of 1.2.2015.3",
        "the 31st of never, 45/45/2020",
        "as Miller et al. (2009) say",
        "(Miller, 2009)",
    ],
)
def test_these_are_no_dates(text: str) -> None:
    assert read(text) == []


def test_without_a_day_of_publication_a_relative_date_has_a_span_only() -> None:
    assert read("last month and on 3 June", None) == [("last month", "", ""), ("3 June", "", "")]


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("since 2018", "since"),
        ("by the end of 2030", "by"),
        ("until May 2020", "until"),
        ("before 2001", "before"),
        ("in 2018", ""),
    ],
)
def test_the_word_that_opens_one_end_is_given_apart(text: str, qualifier: str) -> None:
    assert [date.qualifier for date in find_dates(text)] == [qualifier]


@pytest.mark.parametrize(
    ("notation", "earliest", "latest"),
    [
        ("2025", "2025-01-01", "2025-12-31"),
        ("2025-09", "2025-09-01", "2025-09-30"),
        ("2024-02-29", "2024-02-29", "2024-02-29"),
        ("2020/2023", "2020-01-01", "2023-12-31"),
        ("2020-05/2020-07", "2020-05-01", "2020-07-31"),
        ("2025~", "2025-01-01", "2025-12-31"),
        ("2025-09?", "2025-09-01", "2025-09-30"),
        ("199X", "1990-01-01", "1999-12-31"),
        ("19XX", "1900-01-01", "1999-12-31"),
        ("2004-XX", "2004-01-01", "2004-12-31"),
        ("2001-21", "2001-03-01", "2001-05-31"),
        ("2001-33", "2001-01-01", "2001-03-31"),
        ("../2026", "", "2026-12-31"),
        ("2019/..", "2019-01-01", ""),
        ("2025-10-22T10:00:00Z", "2025-10-22", "2025-10-22"),
    ],
)
def test_edtf_is_read(notation: str, earliest: str, latest: str) -> None:
    found = edtf_interval(notation)
    assert found is not None
    assert (str(found[0] or ""), str(found[1] or "")) == (earliest, latest)


@pytest.mark.parametrize(
    "notation", ["", "..", "../..", "25", "2025-13", "2025-02-30", "2023/2020", "May 2025", "X025", "-0044", "20255"]
)
def test_other_notation_is_refused(notation: str) -> None:
    assert edtf_interval(notation) is None


@given(st.dates())
def test_a_day_in_iso_notation_is_itself(date: dt.date) -> None:
    assert edtf_interval(date.isoformat()) == (date, date)


@given(st.dates(dt.date(1000, 1, 1), dt.date(2999, 12, 31)))
def test_a_day_written_out_is_found_again(date: dt.date) -> None:
    text = f"on {date.day} {date:%B} {date.year}."
    assert read(text) == [(text[3:-1], str(date), str(date))]


_WORDS = """
early late mid- the of 2015 1999 2018-20 May March 3 31 to in on since ago years last this next week Monday Q3 century
19th , ( ) / -
"""
_PIECES = st.sampled_from(_WORDS.split())


@given(st.lists(_PIECES, max_size=14).map(" ".join), st.none() | st.dates())
def test_dates_lie_in_order_within_the_text(text: str, published: dt.date | None) -> None:
    end = 0
    for date in find_dates(text, published=published):
        assert end <= date.start < date.end <= len(text)
        assert date.earliest is None or date.latest is None or date.earliest <= date.latest
        end = date.end
