"""`check`, rule by rule: what turns a statement round, and what leaves it as it is."""

import pytest
from places import REPOSITORY

from briefing.check.draft import Checker, check
from briefing.check.drafts.amounts import date_parts
from briefing.check.drafts.company import Company
from briefing.check.drafts.grounds import Grounds, grounds_of, words_of
from briefing.check.drafts.moods import denied, done, leaves_open
from briefing.check.drafts.remark import Line
from briefing.check.drafts.sayings import apart
from briefing.memo.markdown import render
from briefing.memo.outline import outline
from briefing.model.card import Card
from briefing.model.dossier import Dossier
from briefing.store.dossier import open_dossier

BRIDGE = """The council of Varde voted on Tuesday to close the old iron bridge to lorries.
Engineer Marta Holm told the council that the northern pier had sunk by 14 centimetres in three years.
Mayor Jonas Lind rejected the plan of the shipping company Askel to build a tunnel under the strait.
The ferry Skarv carried 212 passengers and two lorries on its first crossing.
A spokesman of Askel declined to comment on the price of the tunnel.
The repairs would cost about 3.5 million crowns and could begin in spring.
Varde lost its last shipyard three decades ago, when Askel moved its docks to Torsby.
"""
CHECKER = Checker(Dossier.from_texts({"gazette": BRIDGE}))
CLAIMS = Checker(
    Dossier(
        cards=tuple(
            Card(id=name, claim=claim, kind="status")
            for name, claim in {
                "loan": "The harbour bank was considering a loan for the breakwater.",
                "crane": "The Orland yard agreed to supply a crane to the fish market.",
                "lease": "The council signed the lease of the cold store in May.",
                "museum": "The lighthouse museum has not been opened.",
                "count": "The fishery board counts 40 boats in the harbour.",
            }.items()
        )
    )
)


def found(draft: str) -> list[str]:
    return [draft[clash.start : clash.end] for item in CHECKER.check(draft) for clash in item.conflicts]


def verdict(draft: str) -> str:
    (item,) = CLAIMS.check(draft)
    return item.verdict


@pytest.mark.parametrize(
    ("draft", "wrong"),
    [
        ("The council of Varde voted on Tuesday to open the old iron bridge to lorries.", "open"),
        ("Engineer Marta Holm told the council that the southern pier had sunk by 14 centimetres.", "southern"),
        ("Marta Holm said the northern pier had sunk by 41 centimetres in three years.", "41 centimetres"),
        ("The ferry Skarv carried 212 passengers and two lorries on its last crossing.", "last"),
        ("Mayor Jonas Lind accepted the plan of the shipping company Askel to build a tunnel.", "accepted"),
        ("Varde lost its last shipyard a decade ago, when Askel moved its docks to Torsby.", "a decade ago"),
    ],
)
def test_what_is_turned_round_is_located(draft, wrong):
    assert wrong in found(draft)


@pytest.mark.parametrize(
    "draft",
    [
        "Varde's council has voted to close the old iron bridge to lorries.",
        "The northern pier sank by 14 centimetres in three years, Marta Holm told the council.",
        "Varde lost its last shipyard thirty years ago.",
        "A tunnel under the strait was the plan of Askel, the shipping company.",
        "On its first crossing the ferry Skarv carried 212 passengers.",
        "Repairs could begin in spring and would cost about 3.5 million crowns.",
    ],
)
def test_another_wording_is_no_error(draft):
    assert found(draft) == []


def test_a_name_in_the_place_of_another():
    assert "Marta Holm" in found("Mayor Marta Holm rejected the plan of Askel to build a tunnel under the strait.")


def test_one_name_twice_in_a_sentence():
    assert "Jonas Lind" in found("Jonas Lind rejected the plan of Jonas Lind to build a tunnel.")


@pytest.mark.parametrize(
    ("draft", "expected"),
    [
        ("The harbour bank has granted a loan for the breakwater.", "contradicted"),
        ("The harbour bank was weighing a loan for the breakwater.", "supported"),
        ("The Orland yard has delivered a crane to the fish market.", "contradicted"),
        ("The lease of the cold store is still being negotiated by the council.", "contradicted"),
        ("The council signed the lease of the cold store.", "supported"),
        ("The lighthouse museum has been opened.", "contradicted"),
        ("The lighthouse museum has not yet been opened.", "supported"),
        ("The fishery board does not count 40 boats in the harbour.", "contradicted"),
        ("There are 40 boats in the harbour, the fishery board reports.", "supported"),
        ("A comet will be seen above the moon next winter.", "not-checkable"),
    ],
)
def test_how_far_a_matter_has_come(draft, expected):
    assert verdict(draft) == expected


def test_who_says_so():
    (item,) = CLAIMS.check("There are 40 boats in the harbour, according to Greta Lindqvist.")
    assert ("Greta Lindqvist" in item.reason, item.verdict != "supported") == (True, True)


def test_the_reason_names_both_sides():
    (item,) = CLAIMS.check("The fishery board counts 55 boats in the harbour.")
    assert (item.verdict, item.reason) == ("contradicted", "draft: 55 boats; card count: 40 boats")


def test_a_footnote_mark_changes_nothing():
    plain, marked = (check_all(f"The fishery board counts 55 boats{mark} in the harbour.") for mark in ("", "[^1]"))
    assert plain == marked


def check_all(draft: str) -> list[tuple[str, str]]:
    return [(item.verdict, item.reason) for item in CLAIMS.check(draft)]


@pytest.mark.parametrize("folder", [REPOSITORY, REPOSITORY / "tests" / "data" / "harbour"])
def test_no_memo_contradicts_its_dossier(folder):
    dossier = open_dossier(folder)
    statements = check(render(outline(dossier)), dossier)
    assert [(item.text, item.reason) for item in statements if item.verdict == "contradicted"] == []


def test_words_near_by_tell_one_place_from_another():
    grounds = Grounds(
        grounds_of(Dossier.from_texts({"a": "The red boat is 9 metres long. The blue boat is 7 metres long."}))
    )
    line = Line("The blue boat is 9 metres long.", grounds)
    company = Company(grounds, line, (17, 18))
    red, blue = company.standing([(0, 4, 4)]), company.standing([(1, 4, 4)])
    assert red.total < blue.total <= 2


def test_moods():
    words = words_of("The bank has not paid the loan.")
    heads, reach = denied("The bank has not paid the loan.", words)
    assert [words[at].low for at in sorted(heads)] == ["paid"]
    assert {words[at].low for at in reach} == {"paid", "the", "loan"}
    verb = done(words_of("The yard has delivered a crane."))
    assert verb is not None
    assert verb.low == "delivered"
    assert done(words_of("The proposed crane is red.")) is None
    assert (leaves_open("It would cost more."), leaves_open("It costs more.")) == ("would", "")


def test_dates_that_count_back():
    assert date_parts("three decades ago") == date_parts("thirty years ago") != date_parts("a decade ago")
    assert date_parts("long ago") == {}


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("The pier sank, the engineer said.", ", the engineer said"),
        ("According to the engineer, the pier sank.", "According to the engineer,"),
        ("The pier sank, which surprised the engineer.", ""),
    ],
)
def test_who_says_so_is_apart_from_what_is_said(text, clause):
    assert "".join(text[start:end] for start, end in apart(text)) == clause
