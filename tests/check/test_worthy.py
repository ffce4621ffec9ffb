"""Lines worth checking, and how many of them are covered."""

from hypothesis import given
from hypothesis import strategies as st

from briefing.check.worthy import coverage, known, worthy, worthy_lines
from briefing.model.source import Source
from briefing.text.document import Document

TEXT = """Home | Weather
The ferry
It cost 3 million crowns.
The sea is cold there.
It sailed on 4 May 2019.
Its captain, Orla Venn, stayed ashore.
The winter was long, the mayor said.
Nothing else is known of it.
"""


def test_figures_dates_roles_and_speakers_are_worth_checking() -> None:
    assert worthy_lines(Document(TEXT, "a")) == {3: "figure", 5: "date", 6: "role", 7: "attribution"}


def test_a_counted_noun_belongs_to_its_figure() -> None:
    assert [TEXT2[item.start : item.end] for item in worthy(TEXT2)] == ["Two ferries"]


TEXT2 = "Two ferries sank."


def test_what_is_cited_and_what_is_menu_is_not_left_to_do() -> None:
    document = Document(TEXT, "a")
    worthy_lines(document)
    found = coverage(document, Source(id="a", boilerplate=((7, 8),)), {3})
    assert (found.total, found.covered, found.uncovered) == (3, 1, (5, 6))


def test_nothing_is_said_before_it_is_known() -> None:
    document = Document(TEXT, "a")
    assert known(document) is None
    assert coverage(document, Source(id="a"), {}).total == 0


def test_a_sealed_source_has_nothing_to_check() -> None:
    assert worthy_lines(Document("▒▒▒ 3 million ▒▒▒ ", "a", sealed=True)) == {}


@given(st.text(st.characters(exclude_categories=()), max_size=300))
def test_every_find_lies_in_the_text(text: str) -> None:
    assert all(0 <= item.start < item.end <= len(text) for item in worthy(text))
    document = Document(text, "a")
    assert list(worthy_lines(document)) == sorted(worthy_lines(document))
