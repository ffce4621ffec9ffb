import pytest
from tui_pilot import HARBOUR

from briefing.store.dossier import open_dossier
from briefing.tui.desk import Desk
from briefing.tui.filtering import Filter, Finder, matches, words


@pytest.fixture(scope="module")
def finder() -> Finder:
    return Finder(Desk(open_dossier(HARBOUR)))


def found(finder: Finder, **asked: object) -> list[str]:
    return [card.id for card in finder.find(Filter(**asked))]  # type: ignore[arg-type]


def test_words_are_folded() -> None:
    assert words("Zürich’s 1,200 METRES, 43.6 % of U.S. stock") == [
        "zurichs",
        "1200",
        "metres",
        "43.6",
        "of",
        "us",
        "stock",
    ]


def test_every_word_from_its_start_in_any_order(finder: Finder) -> None:
    assert found(finder, words="metr break") == ["breakwater-length"]
    assert found(finder, words="etres") == []


def test_quotes_subjects_and_sources_are_searched(finder: Finder) -> None:
    assert found(finder, words="sill rock") == ["second-berth-draught"]
    assert found(finder, words="rank among") == ["deepest-harbour"]
    assert "contract-sum" in found(finder, words="harbour watch")
    assert found(finder, words="1,240") == ["breakwater-length"]


def test_one_letter_more_finds_what_the_whole_word_finds(finder: Finder) -> None:
    for end in range(1, len("norvik marine") + 1):
        typed = found(finder, words="norvik marine"[:end])
    assert typed == found(Finder(finder.desk), words="norvik marine") == ["builder"]


def test_values_of_one_facet_add_and_facets_narrow(finder: Finder) -> None:
    both = found(finder, topic=frozenset({"money", "dimensions"}))
    assert len(both) == 9
    assert found(finder, topic=frozenset({"money"}), discrepancy=frozenset({"real"})) == [
        "contract-sum", "total-cost", "goods-2023",
    ]  # fmt: skip
    assert found(finder, confidence=frozenset({"very low"}), kind=frozenset({"figure"})) == [
        "goods-2023",
        "goods-forecast",
    ]


def test_counts_are_in_an_order_to_read(finder: Finder) -> None:
    assert list(finder.counts("topic").items()) == [("dimensions", 4), ("money", 5), ("builders-and-dates", 5)]
    assert list(finder.counts("discrepancy").items()) == [("real", 5), ("apparent", 2), ("none", 7)]


def test_a_filter_toggles() -> None:
    once = Filter().toggled("kind", "figure")
    assert (bool(once), bool(once.toggled("kind", "figure"))) == (True, False)


def test_matches_are_spans_of_the_text() -> None:
    assert matches("The breakwater, and Breakers", ["break"]) == [(4, 9), (20, 25)]
    assert matches("1,200 m", ["1200"]) == [(0, 5)]
