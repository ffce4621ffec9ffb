"""Who says so."""

import pytest

from briefing.text.attribution import find_attributions


def first(text: str) -> tuple[str, str]:
    found = find_attributions(text)
    return (found[0].who, found[0].source) if found else ("", "")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mill closed, Ann Marsh said.", ("named", "Ann Marsh")),
        ("Ann Marsh told workers that the mill closed.", ("named", "Ann Marsh")),
        ('"It closed," said Ann Marsh in Porto.', ("named", "Ann Marsh")),
        ("According to Ann Marsh, the mill closed.", ("named", "Ann Marsh")),
        ("According to the ministry’s press office, it closed.", ("named", "the ministry’s press office")),
        ("The country estimates that it has ten.", ("named", "The country")),
        ("It closed, according to people familiar with the sale.", ("anonymous", "people familiar with the sale")),
        ("It closed, an official said.", ("anonymous", "")),
        ("Sources told the paper that it closed.", ("anonymous", "")),
        ("It closed, said a woman on condition of anonymity.", ("anonymous", "")),
        ("It closed, the Herald reports, citing Lumen News.", ("outlet", "Lumen News")),
        ("It closed, first reported by Lumen News.", ("outlet", "Lumen News")),
        ("Harbour.org reports that it closed.", ("outlet", "Harbour.org")),
        ("Forwarded from Lumen News", ("outlet", "Lumen News")),
        ("Original Author: Ann Marsh", ("outlet", "Ann Marsh")),
        ("It fell by half, according to data from the Bee Office.", ("data", "data from the Bee Office")),
        ("Reserves are 5,000 tons (Lumen data).", ("data", "Lumen")),
        ("It is widely believed that it closed.", ("unattributed", "")),
        ("The mill closed.", ("", "")),
    ],
)
def test_who_says_so(text, expected):
    if text.startswith("It closed, the Herald"):
        assert ("outlet", "Lumen News") in [(item.who, item.source) for item in find_attributions(text)]
    elif "condition" in text:
        assert "anonymous" in {item.who for item in find_attributions(text)}
    else:
        assert first(text) == expected


def test_spans_cover_the_words_of_attribution_alone():
    text = "The mill closed, according to Ann Marsh, and the yard too."
    (item,) = find_attributions(text)
    assert text[item.start : item.end] == "according to Ann Marsh"


def test_long_input_takes_linear_time():
    assert find_attributions("according to " * 20_000) != []
    assert find_attributions("said " * 20_000) == []
