import json
from dataclasses import replace
from pathlib import Path

import pytest

from briefing.check.anchor import locate
from briefing.check.audit import audit
from briefing.check.reanchor import Reanchor, proposals
from briefing.store.dossier import open_dossier
from briefing.text.document import Document

A = "The mole will be 1,200 metres long.\nIts lamp was lit in May.\n\nThe harbour master did not agree.\n"


def found(mole: Path, text: str) -> list[Reanchor]:
    (mole / "seeds/a.txt").write_text(text, encoding="utf-8")
    dossier = open_dossier(mole)
    return proposals(dossier, audit(dossier).anchors)


def told(items: list[Reanchor]) -> list[tuple[str, str, tuple[int, int] | None, str, bool]]:
    return [
        (
            item.id,
            item.field,
            item.proposed.lines if item.proposed else None,
            item.proposed.quote if item.proposed else "",
            item.certain,
        )
        for item in items
    ]


def test_nothing_is_proposed_where_all_stands(mole: Path) -> None:
    assert found(mole, A) == []


def test_lines_put_in_move_what_follows_and_that_is_certain(mole: Path) -> None:
    assert told(found(mole, f"A new head\n\n{A}")) == [
        ("mole-length", "evidence[0]", (3, 3), "1,200 metres long", True),
        ("lamp-lit", "evidence[0]", (4, 4), "lamp was lit", True),
        ("length", "side[0].passages[0]", (3, 3), "1,200 metres long", True),
    ]


def test_a_source_cut_short_is_searched_whole(mole: Path) -> None:
    assert told(found(mole, "Its lamp was lit in May. The mole will be 1,200 metres long.\n")) == [
        ("lamp-lit", "evidence[0]", (1, 1), "lamp was lit", True),
    ]


def test_what_differs_in_form_alone_is_certain_with_the_words_that_stand_there(mole: Path) -> None:
    items = found(mole, A.replace("1,200 metres long", "1,200 Metres long"))
    assert told(items)[0] == ("mole-length", "evidence[0]", (1, 1), "1,200 Metres long", True)


@pytest.mark.parametrize(
    ("old", "new"),
    [("1,200 metres", "1,300 metres"), ("lamp was lit", "lamp was not lit"), ("lamp was lit", "lamp may be lit")],
)
def test_what_differs_in_substance_is_never_certain(mole: Path, old: str, new: str) -> None:
    items = found(mole, A.replace(old, new))
    assert items
    assert not any(item.certain for item in items)


def test_what_stands_nowhere_has_no_proposal(mole: Path) -> None:
    gone = found(mole, "Nothing of all this.\n" * 4)
    assert [(item.proposed, item.certain) for item in gone] == [(None, False)] * 3


def test_of_several_places_the_nearest_is_proposed_and_never_certain(mole: Path) -> None:
    twice = found(mole, f"-\n-\n{A}-\n-\n-\n{A}")
    assert told(twice)[0] == ("mole-length", "evidence[0]", (3, 3), "1,200 metres long", False)
    assert {(item.certain, item.reason) for item in twice} == {
        (False, "it stands in several places; this is the nearest")
    }


def test_what_differs_in_form_alone_is_certain_in_its_lines_wherever_else_it_stands(mole: Path) -> None:
    form = A.replace("1,200 metres long", "1,200 Metres long")
    assert told(found(mole, f"{form}-\n-\n{form}"))[0][2:] == ((1, 1), "1,200 Metres long", True)
    assert told(found(mole, f"-\n-\n{form}-\n-\n{form}"))[0][2:] == ((3, 3), "1,200 Metres long", False)


def test_a_reflowed_paragraph_gives_the_lines_that_the_quote_runs_over_now(mole: Path) -> None:
    items = found(mole, "It is said that the mole will be 1,200\nmetres long. Its lamp\nwas lit in May.\n")
    assert told(items) == [
        ("mole-length", "evidence[0]", (1, 2), "1,200 metres long", True),
        ("lamp-lit", "evidence[0]", (2, 3), "lamp was lit", True),
        ("length", "side[0].passages[0]", (1, 2), "1,200 metres long", True),
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [('the "Grey Lady" lamp', "the “Grey Lady” lamp"), ("pilot's own lamp", "pilot’s own lamp")],
)
def test_typographic_signs_are_form(mole: Path, edit, old: str, new: str) -> None:
    edit("facts/size.toml", '"lamp was lit"', json.dumps(old))
    items = found(mole, f"{A.replace('Its lamp was lit in May.', '')}They spoke of {new} in June.\n")
    assert told(items) == [("lamp-lit", "evidence[0]", (5, 5), new, True)]


def test_a_quote_that_got_too_long_or_holds_hidden_characters_needs_a_look(mole: Path, edit) -> None:
    edit("facts/size.toml", '"lamp was lit"', '"lit one-two three four five six seven eight nine ten eleven"')
    items = found(mole, A.replace("was lit", "was lit one two three four five six seven eight nine ten eleven!"))
    assert [item.certain for item in items] == [True]
    edit("facts/size.toml", '"lit one-two three', '"lamp was lit_one-two_three')
    items = found(mole, A.replace("was lit", "was lit one two three four five six seven eight nine ten eleven!"))
    assert [(item.certain, item.reason) for item in items] == [(False, "the quote would have more than 12 words")]
    items = found(mole, A.replace("1,200 metres long", "1,200 me\u00adtres long"))
    assert (items[0].certain, items[0].reason) == (False, "a hidden character stands in it now")


def test_what_is_proposed_for_certain_stands_there_to_the_letter(mole: Path) -> None:
    text = f"A new head\n\n{A.replace('metres', 'Metres').replace('lamp was', 'lamp, was')}"
    items = found(mole, text)
    assert [item.certain for item in items] == [True] * 3
    document = Document(text)
    for item in items:
        assert item.proposed is not None
        assert locate(document, item.proposed.quote, near=item.proposed.lines).status == "exact"


def test_nothing_is_certain_in_a_sealed_source(mole: Path) -> None:
    dossier = open_dossier(mole)
    dossier = replace(dossier, documents={**dossier.documents, "a": Document(f"-\n{A}", "a", sealed=True)})
    items = proposals(dossier, audit(dossier).anchors)
    assert {(item.certain, item.reason) for item in items} == {
        (False, "the source is sealed: attach the original first")
    }


def test_a_file_with_errors_is_not_for_fixing_without_a_look(mole: Path) -> None:
    path = mole / "facts/size.toml"
    path.write_text(path.read_text().replace('kind = "event"', 'kind = "event"\nnonsense = 1'))
    items = found(mole, f"-\n{A}")
    assert [item.certain for item in items] == [False, False, True]
