"""`check`: every sentence of a draft against a dossier, with or without cards."""

import time

from hypothesis import given
from hypothesis import strategies as st
from places import REPOSITORY

from briefing.check.draft import Checker, check
from briefing.check.drafts.markup import blanked, plain, spaced
from briefing.memo.markdown import render
from briefing.memo.outline import outline
from briefing.model.dossier import Dossier
from briefing.store.dossier import open_dossier

FERRY = """The ferry Halmar sank off Orland on 3 March 1954 with 41 people on board.
Captain Greta Lindqvist was the last to leave the ship. The inquiry blamed a broken rudder.
The owners did not pay any compensation to the families.
Mayor Tore Bakken of Orland is negotiating with the shipyard over a new ferry.
"""
DOSSIER = Dossier.from_texts({"gazette": FERRY})


def verdicts(draft: str, dossier: Dossier = DOSSIER) -> list[str]:
    return [item.verdict for item in check(draft, dossier)]


def spans(draft: str) -> list[tuple[str, str]]:
    return [(draft[clash.start : clash.end], clash.kind) for item in check(draft, DOSSIER) for clash in item.conflicts]


def test_what_the_sources_say_is_supported():
    (item,) = check("The ferry Halmar sank with 41 people on board.", DOSSIER)
    assert (item.verdict, item.conflicts) == ("supported", ())
    assert (item.passages[0].source, item.passages[0].lines) == ("gazette", (1, 1))


def test_another_figure_contradicts_and_both_are_told():
    (item,) = check("The ferry Halmar sank with 46 people on board.", DOSSIER)
    assert item.verdict == "contradicted"
    assert "46 people" in item.reason
    assert "41 people" in item.reason


def test_the_span_that_differs_is_given():
    assert spans("The ferry Halmar sank off Orland on 9 March 1954.") == [("9 March 1954", "date")]
    assert spans("The ferry Halmar sank off Orland on 3 March 1954.") == []


def test_a_name_that_stands_nowhere():
    assert spans("Captain Ingrid Solheim was the last to leave the ship.")[0] == ("Ingrid Solheim", "name")


def test_another_word_in_the_same_place():
    assert ("torn", "word") in spans("The inquiry blamed a torn rudder.")


def test_a_denial_that_is_dropped_contradicts():
    assert verdicts("The owners did pay compensation to the families.") == ["contradicted"]


def test_another_role_contradicts():
    assert verdicts("Governor Tore Bakken of Orland is negotiating with the shipyard.") == ["contradicted"]


def test_what_nobody_spoke_of_is_unverified():
    assert verdicts("Bananas ripen faster beside apples.") == ["unverified"]


def test_questions_headings_and_opinions_are_not_checked():
    assert verdicts("# The end\n\nWho is to blame? I think the owners are.") == ["not-checkable"] * 3


def test_a_draft_that_begins_with_a_pronoun_names_nobody():
    assert spans("She was the last to leave the ship.")[0] == ("She", "name")
    assert spans("Greta Lindqvist sank. She was the last to leave the ship.")[:1] != [("She", "name")]


def test_markup_is_no_part_of_a_statement():
    draft = "The *ferry* Halmar sank with **46** people on board.[^1]\n\n[^1]: 99 people\n\n| 77 people | x |\n"
    assert spans(draft) == [("46** people", "figure")]


def test_a_side_of_a_real_discrepancy_is_disputed(mole):
    (item,) = check("The mole is about 1,150 metres long.", open_dossier(mole))
    assert item.verdict == "disputed"
    assert "1,200 metres" in item.reason


def test_a_card_answers_without_the_text_of_its_sources(mole):
    for path in (mole / "seeds").glob("*.txt"):
        path.unlink()
    (item,) = check("The lamp was lit in June.", open_dossier(mole))
    assert (item.verdict, item.cards) == ("contradicted", ("lamp-lit",))


def test_nothing_to_check():
    assert check("", DOSSIER) == []
    assert verdicts("The mole is 3 metres long.", Dossier()) == ["unverified"]


def test_a_memo_does_not_contradict_its_dossier(sealed_only):
    dossier = open_dossier(REPOSITORY)
    statements = check(render(outline(dossier)), dossier)
    assert [item.text for item in statements if item.verdict == "contradicted"] == []


@given(st.text(alphabet="aZ *_`[](){}|\\#^:.1\n<>é", max_size=80))
def test_offsets_are_those_of_the_draft(draft):
    for item in check(draft, DOSSIER):
        assert draft[item.start : item.end] == item.text
        assert all(item.start <= clash.start < clash.end <= item.end for clash in item.conflicts)


@given(st.text(max_size=80))
def test_blanking_keeps_every_offset(draft):
    blank = blanked(draft)
    assert len(blank) == len(spaced(blank)) == len(draft)
    assert [at for at, char in enumerate(spaced(blank)) if char == "\n"] == [
        at for at, char in enumerate(draft) if char == "\n"
    ]
    left = plain(blank, 0, len(blank))
    assert len(left.text) == len(left.places)


def test_a_checker_can_be_asked_again():
    checker = Checker(DOSSIER)
    assert checker.check("The ferry sank.") == checker.check("The ferry sank.")


def test_a_sentence_of_nothing_but_figures_is_no_wait() -> None:
    dossier = Dossier.from_texts({"a": "The quay cost 41 million crowns and the crane 12 million. " * 40})
    start = time.perf_counter()
    check("The quay cost 41 million crowns. " * 20, dossier)
    prose = time.perf_counter() - start
    start = time.perf_counter()
    check(f"It cost {'41 million ' * 2000}crowns.", dossier)
    assert time.perf_counter() - start < 60 * prose + 1
