"""Figures in running text: their spans, amounts, units, qualifiers; and what is none."""

import datetime as dt
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.text.values import TextValue, find_values


def only(text: str) -> TextValue:
    values = find_values(text)
    assert len(values) == 1, [text[value.start : value.end] for value in values]
    return values[0]


@pytest.mark.parametrize(
    ("text", "span", "kind", "amount", "unit"),
    [
        ("The bridge is 2.5 km long.", "2.5 km", "quantity", 2.5, "km"),
        ("It weighs 1,234.5 kg.", "1,234.5 kg", "quantity", 1234.5, "kg"),
        ("Es sind 1.234,5 kg.", "1.234,5 kg", "quantity", 1234.5, "kg"),
        ("about it: 1\u2009234,5 kg", "1\u2009234,5 kg", "quantity", 1234.5, "kg"),
        ("12 000 tonnes were sold", "12 000 tonnes", "quantity", 12000, "t"),
        ("a yield of 3.125 million tonnes", "3.125 million tonnes", "quantity", 3_125_000, "t"),
        ("some plants make 5 Mt of it", "5 Mt", "quantity", 5, "Mt"),
        ("at 38.5°C today", "38.5°C", "quantity", 38.5, "°C"),
        ("it was −40 °C outside", "−40 °C", "quantity", -40, "°C"),
        ("a 31-kilometre tunnel", "31-kilometre", "quantity", 31, "km"),
        ("speeds of 60 mph", "60 mph", "quantity", 60, "mph"),
        ("5 mg/kg twice daily", "5 mg/kg", "quantity", 5, "mg/kg"),
        ("flows of 3 kg s−1 here", "3 kg s−1", "quantity", 3, "kg s-1"),
        ("grew to 2.5×10−3 m", "2.5×10−3 m", "quantity", 0.0025, "m"),
        ("a 3 1/4 inch pipe", "3 1/4 inch", "quantity", 3.25, "in"),
        ("it is 2 in. thick", "2 in", "quantity", 2, "in"),
        ("1.5 million barrels per day", "1.5 million barrels per day", "quantity", 1_500_000, "bbl/day"),
        ("They paid $6.7 billion for it", "$6.7 billion", "money", 6_700_000_000, "USD"),
        ("a $6.7-billion plan", "$6.7-billion", "money", 6_700_000_000, "USD"),
        ("worth £17m now", "£17m", "money", 17_000_000, "GBP"),
        ("it cost US$ 3 million", "US$ 3 million", "money", 3_000_000, "USD"),
        ("EUR 250 000 were lost", "EUR 250 000", "money", 250_000, "EUR"),
        ("12 million tenge", "12 million tenge", "money", 12_000_000, "KZT"),
        ("Rs 500 crore", "Rs 500 crore", "money", 5_000_000_000, "INR"),
        ("at $350 per kg", "$350 per kg", "money", 350, "USD/kg"),
        ("$60 a barrel", "$60 a barrel", "money", 60, "USD/bbl"),
        ("$5bn a year earlier", "$5bn", "money", 5_000_000_000, "USD"),
        ("two million pounds", "two million pounds", "money", 2_000_000, "GBP"),
        ("two pounds of butter", "two pounds", "quantity", 2, "lb"),
        ("31% of them", "31%", "share", 31, "%"),
        ("31 per cent of them", "31 per cent", "share", 31, "%"),
        ("rose 0.5 percentage points", "0.5 percentage points", "share", 0.5, "percentage points"),
        ("two-thirds of voters", "two-thirds", "share", 2 / 3, ""),
        ("fell by a third", "a third", "share", 1 / 3, ""),
        ("half of the fleet", "half", "share", 0.5, ""),
        ("½ of it", "½", "share", 0.5, ""),
        ("one in five adults", "one in five", "share", 0.2, ""),
        ("3 out of 10 homes", "3 out of 10", "share", 0.3, ""),
        ("a six-month pause", "six-month", "duration", 6, "months"),
        ("a 19-year-old driver", "19-year-old", "duration", 19, "years"),
        ("aged 34 then", "34", "duration", 34, "years"),
        ("three decades of work", "three decades", "duration", 30, "years"),
        ("three times higher", "three times", "multiple", 3, "times"),
        ("a twofold rise", "twofold", "multiple", 2, "times"),
        ("it doubled there", "doubled", "multiple", 2, "times"),
        ("10x faster", "10x", "multiple", 10, "times"),
        ("four times per week", "four times per week", "count", 4, "times/week"),
        ("1,200 patients enrolled", "1,200 patients", "count", 1200, "patients"),
        ("20 small fishing harbours", "20", "count", 20, "harbours"),
        ("a 12-member panel", "12-member", "count", 12, "member"),
        ("12 deaths per 100,000 people", "12 deaths per 100,000", "count", 12, "deaths/100000"),
        ("5m people", "5m people", "count", 5_000_000, "people"),
        ("twenty-one ships", "twenty-one", "count", 21, "ships"),
        ("two million, three hundred and ten", "two million, three hundred and ten", "number", 2_000_310, ""),
        ("half a million", "half a million", "number", 500_000, ""),
        ("two and a half million", "two and a half million", "number", 2_500_000, ""),
        ("2 lakh", "2 lakh", "number", 200_000, ""),
        ("a score of .75", ".75", "number", 0.75, ""),
        ("the answer is 42", "42", "number", 42, ""),
    ],
)
def test_one_figure(text: str, span: str, kind: str, amount: float, unit: str) -> None:
    value = only(text)
    assert (text[value.start : value.end], value.kind, value.amount, value.unit) == (span, kind, amount, unit)


@pytest.mark.parametrize(
    ("text", "span", "low", "high", "unit"),
    [
        ("$4-5 billion", "$4-5 billion", 4_000_000_000, 5_000_000_000, "USD"),
        ("$4 billion to $5 billion", "$4 billion to $5 billion", 4_000_000_000, 5_000_000_000, "USD"),
        ("between $4 and $5 billion", "between $4 and $5 billion", 4_000_000_000, 5_000_000_000, "USD"),
        ("$500 to $2 million", "$500 to $2 million", 500, 2_000_000, "USD"),
        ("15 to 25 years", "15 to 25 years", 15, 25, "years"),
        ("two to five decades", "two to five decades", 20, 50, "years"),
        ("from 5 to 10 percent", "from 5 to 10 percent", 5, 10, "%"),
        ("6- to 9-metre masts", "6- to 9-metre", 6, 9, "m"),
        ("0.11% - 0.17%", "0.11% - 0.17%", 0.11, 0.17, "%"),
        ("500 m to 2 km", "500 m to 2 km", 0.5, 2, "km"),
        ("from −8 °C to −21 °C", "from −8 °C to −21 °C", -21, -8, "°C"),
        ("two or three ships", "two or three", 2, 3, "ships"),
        ("several thousand tonnes", "several thousand tonnes", 2000, 10_000, "t"),
        ("tens of thousands of homes", "tens of thousands", 10_000, 100_000, "homes"),
    ],
)
def test_a_range_has_two_ends(text: str, span: str, low: float, high: float, unit: str) -> None:
    value = only(text)
    assert (text[value.start : value.end], value.amount, value.unit) == (span, None, unit)
    assert (value.low, value.high) == (low, high)
    assert (value.lower_bound, value.upper_bound) == (low, high)


def test_a_tolerance_has_a_middle_and_two_ends() -> None:
    value = only("a mass of 3.5 ± 0.5 kg")
    assert (value.amount, value.low, value.high, value.unit) == (3.5, 3.0, 4.0, "kg")


@pytest.mark.parametrize(
    ("text", "qualifier", "lower", "upper", "approximate"),
    [
        ("more than 2 kg", "more than", 2, None, False),
        ("over 2 kg", "more than", 2, None, False),
        ("at least 2 kg", "at least", 2, None, False),
        ("2 kg or more", "at least", 2, None, False),
        ("≥2 kg", "at least", 2, None, False),
        ("fewer than 2 kg", "less than", None, 2, False),
        ("no more than 2 kg", "at most", None, 2, False),
        ("up to 2 kg", "up to", None, 2, False),
        ("some 2 kg", "about", 2, 2, True),
        ("~2 kg", "about", 2, 2, True),
        ("nearly 2 kg", "nearly", 2, 2, True),
        ("2 kg", "", 2, 2, False),
    ],
)
def test_a_qualifier_sets_bounds_and_belongs_to_the_span(
    text: str, qualifier: str, lower: int | None, upper: int | None, approximate: bool
) -> None:
    value = only(text)
    assert (value.start, value.end) == (0, len(text))
    assert (value.qualifier, value.lower_bound, value.upper_bound, value.approximate) == (
        qualifier,
        lower,
        upper,
        approximate,
    )


@pytest.mark.parametrize(
    "text",
    [
        "WO₃ and CO2 and H2O",
        "the F-16, a Boeing 737, COVID-19 and the G20",
        "Fig. 3, Table 2, phase 3, phases 5 and 7",
        "Section 301, Article 50, No. 10",
        "as shown [7], [8, 9] and (12)",
        "call +44 20 7946 0958 or 0800 123 456",
        "ISBN 978-3-16-148410-0",
        "version 2.3.1 at 192.168.0.1",
        "at 10:30 a.m. or 5 pm",
        "the 21st time, her 2nd",
        "see https://example.org/12/34?x=56 or a1@b2.org",
        "a third party, the second half of it",
        "one of them, no one",
        "5G and 3D and 14C",
        "item 12/34b-5",
        "order 00123",
        "a million-dollar",
    ],
)
def test_these_digits_and_words_are_no_figures(text: str) -> None:
    assert [text[value.start : value.end] for value in find_values(text) if value.kind != "money"] == []


def test_the_result_of_a_match_is_a_score() -> None:
    value = only("United lost 1-3 at home")
    assert (value.kind, value.low, value.high) == ("score", 1, 3)


def test_a_list_lends_its_unit_to_all_its_members() -> None:
    text = "doses of 5, 10 and 20 mg"
    assert [(value.amount, value.unit) for value in find_values(text)] == [(5, "mg"), (10, "mg"), (20, "mg")]


def test_two_figures_of_two_dimensions_stay_two() -> None:
    assert [(value.amount, value.unit) for value in find_values("from 30 ml to 70 mg")] == [(30, "ml"), (70, "mg")]


def test_dates_stand_among_the_figures_in_order() -> None:
    text = "In 2019 it sold 30 ships; last year it sold 12."
    values = find_values(text, published=dt.date(2024, 5, 16))
    assert [(text[value.start : value.end], value.kind) for value in values] == [
        ("2019", "date"),
        ("30 ships", "count"),
        ("last year", "date"),
        ("12", "number"),
    ]
    assert (values[2].earliest, values[2].latest) == (dt.date(2023, 1, 1), dt.date(2023, 12, 31))


_WORDS = """
1 2.5 1,000 1.234,5 2015 one two hundred million dozen half third a and to - – ± between from about more than $ € % kg m
s-1 km/h per day times °C ° tonnes ½ ( ) [ ] . , ; phase Fig. May won -5 10−3 ×10 x people of in out 3-1 05 0 1e5 plus
+ ' /
"""
_PIECES = st.sampled_from(_WORDS.split())


@settings(max_examples=300)
@given(st.lists(_PIECES, max_size=16), st.sampled_from(["", " "]))
def test_values_lie_in_order_within_the_text(pieces: list[str], joint: str) -> None:
    text = joint.join(pieces)
    end = 0
    for value in find_values(text, published=dt.date(2024, 5, 16)):
        assert end <= value.start < value.end <= len(text)
        assert text[value.start : value.end].strip() == text[value.start : value.end]
        assert value.low is None or value.high is None or value.low <= value.high
        end = value.end


@given(st.text(max_size=80))
def test_any_text_is_survived(text: str) -> None:
    find_values(text)


@given(st.integers(1, 10**12))
def test_thousands_separators_change_nothing(number: int) -> None:
    assert only(f"sold {number:,} kg").amount == only(f"sold {number} kg").amount == number


@given(
    st.integers(1, 999),
    st.integers(0, 999),
    st.sampled_from([("thousand", 3), ("million", 6), ("bn", 9), ("trillion", 12)]),
)
def test_scales_are_exact(whole: int, part: int, scale: tuple[str, int]) -> None:
    word, power = scale
    amount = only(f"sold {whole}.{part:03d} {word} kg").amount
    assert amount == whole * 10**power + part * 10 ** (power - 3)
    assert isinstance(amount, int)


@pytest.mark.parametrize(
    "piece",
    [
        "1",
        "1,",
        "1.",
        "1 ",
        "1-",
        "1/",
        "$1",
        "one ",
        "hundred and ",
        "5 to ",
        "5 ± ",
        "kg ",
        "10^",
        "[1,",
        "°",
        "a",
        "½",
        "2015-",
    ],
)
def test_time_grows_with_the_text_only(piece: str) -> None:
    def took(length: int) -> float:
        text = piece * (length // len(piece))
        start = time.process_time()
        find_values(text)
        return time.process_time() - start

    took(1000)
    assert took(20_000) < 1.5
