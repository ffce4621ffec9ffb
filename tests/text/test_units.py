"""Units: their names, dimensions and conversion."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.text.unit_index import TABLES, worth
from briefing.text.unit_reading import read_unit
from briefing.text.units import canonical, convert, dimension


@pytest.mark.parametrize(
    ("written", "name", "measures"),
    [
        ("kilometres", "km", "length"),
        ("square kilometres", "km2", "area"),
        ("km squared", "km2", "area"),
        ("m³", "m3", "volume"),
        ("kilometres per hour", "km/h", "speed"),
        ("metres per second squared", "m/s2", "acceleration"),
        ("metric tons", "t", "mass"),
        ("tonnes", "t", "mass"),
        ("tons", "ton", "mass"),
        ("short tons", "short ton", "mass"),
        ("kt", "kt", "mass"),
        ("Mt", "Mt", "mass"),
        ("mg/L", "mg/l", "density"),
        ("kg m−3", "kg m-3", "density"),
        ("kilowatt-hours", "kWh", "energy"),
        ("MWh", "MWh", "energy"),
        ("US dollars", "USD", "money"),
        ("€", "EUR", "money"),
        ("tenge", "KZT", "money"),
        ("dollars a tonne", "USD/t", "USD kg-1"),
        ("barrels per day", "bbl/day", "volume flow"),
        ("per cent", "%", "share"),
        ("parts per million", "ppm", "share"),
        ("percentage points", "percentage points", "share points"),
        ("degrees Celsius", "°C", "temperature"),
        ("light-years", "ly", "length"),
        ("years", "years", "time"),
        ("hrs", "hours", "time"),
        ("gigabytes", "GB", "data"),
        ("Mbps", "Mbit/s", "data rate"),
        ("μg", "µg", "mass"),
    ],
)
def test_a_unit_as_written_has_one_name_and_one_dimension(written: str, name: str, measures: str) -> None:
    assert (canonical(written), dimension(written)) == (name, measures)


@pytest.mark.parametrize("word", ["people", "wo3", "in spite", "", "the", "deposits", "km and"])
def test_other_words_are_no_unit(word: str) -> None:
    assert canonical(word) in {None, ""}
    assert dimension(word) == ""


@pytest.mark.parametrize(
    ("amount", "unit", "to", "expected"),
    [
        (2, "Mt", "t", 2_000_000),
        (3, "ton", "t", 3),
        (1, "t", "kg", 1000),
        (0.5, "", "%", 50),
        (2, "years", "months", 24),
        (3, "decades", "years", 30),
        (100, "km/h", "m/s", 100 / 3.6),
        (32, "°F", "°C", 0),
        (20, "°C", "K", 293.15),
        (1, "USD/kg", "USD/t", 1000),
        (1, "bbl", "l", 158.987294928),
        (5, "ppm", "%", 0.0005),
        (1, "t/day", "t/year", 365.2425),
        (25, "basis points", "percentage points", 0.25),
        (60, "miles per hour", "km/h", 96.56064),
    ],
)
def test_amounts_are_converted(amount: float, unit: str, to: str, expected: float) -> None:
    found = convert(amount, unit, to)
    assert found is not None
    assert math.isclose(found, expected, rel_tol=1e-9, abs_tol=1e-9)


@pytest.mark.parametrize(
    ("unit", "to"), [("USD", "EUR"), ("t", "m"), ("%", "percentage points"), ("kg", "people"), ("km", "km/h")]
)
def test_what_does_not_measure_the_same_is_not_converted(unit: str, to: str) -> None:
    assert convert(1, unit, to) is None


@given(st.sampled_from(sorted(TABLES.worth)), st.floats(-1e6, 1e6))
def test_there_and_back_again(name: str, amount: float) -> None:
    known = worth(name)
    assert known is not None
    twin = next(other for other, its in TABLES.worth.items() if its[1] == known[1])
    there = convert(amount, name, twin)
    back = convert(there, twin, name) if there is not None else None
    assert back is not None
    assert math.isclose(back, amount, rel_tol=1e-9, abs_tol=1e-6 * max(1.0, 300 / known[0]))


def test_every_canonical_name_reads_as_itself() -> None:
    assert [name for name in TABLES.worth if canonical(name) != name] == []


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("kg and more", "kg"),
        ("tonnes per year, they", "tonnes per year"),
        ("m in length", "m"),
        ("$/t.", "$/t"),
        ("% of", "%"),
    ],
)
def test_a_unit_ends_where_prose_goes_on(text: str, unit: str) -> None:
    found = read_unit(text, 0)
    assert found is not None
    assert text[: found.end] == unit


@given(
    st.text(max_size=60)
    | st.lists(st.sampled_from(["km", "Em4", "/", " ", "0", "s-1", "EB", "a", "10"]), max_size=30).map("".join)
)
def test_any_text_is_survived(text: str) -> None:
    found = read_unit(text, 0)
    assert found is None or 0 < found.end <= len(text)
    dimension(text)
    convert(1.0, text, "kg")
