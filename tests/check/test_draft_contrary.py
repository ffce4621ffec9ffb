"""`check` on stories of other fields: who said it, who has which part, and how far it has come."""

import pytest
from contrary_stories import CONTRARY, STORIES, THE_SAME

from briefing.check.draft import Checker
from briefing.check.drafts.grounds import Grounds, grounds_of
from briefing.check.drafts.parts import Parts
from briefing.check.drafts.remark import Line
from briefing.check.drafts.speakers import Speakers
from briefing.check.drafts.statuses import Statuses
from briefing.model.dossier import Dossier

DOSSIERS = {name: Dossier.from_texts({name: text}) for name, text in STORIES.items()}
CHECKERS = {name: Checker(dossier) for name, dossier in DOSSIERS.items()}
GROUNDS = {name: Grounds(grounds_of(dossier)) for name, dossier in DOSSIERS.items()}
MAKERS = {
    name: (Speakers(DOSSIERS[name], grounds), Parts(grounds), Statuses(grounds)) for name, grounds in GROUNDS.items()
}


def reasons(story: str, draft: str) -> list[str]:
    line = Line(draft, GROUNDS[story])
    return [remark.reason for maker in MAKERS[story] for remark in maker.remarks(line)]


@pytest.mark.parametrize(("story", "kind", "draft"), CONTRARY)
def test_what_goes_against_a_story_is_contradicted(story, kind, draft):
    (statement,) = CHECKERS[story].check(draft)
    assert (statement.verdict, statement.reason != "") == ("contradicted", True), kind


@pytest.mark.parametrize(("story", "draft"), THE_SAME)
def test_what_says_the_same_in_other_words_goes_against_nothing(story, draft):
    assert reasons(story, draft) == []


def test_the_reason_names_both_sides():
    assert reasons("football", "The stadium is owned by Arenco.") == [
        "draft: Arenco: owner of The stadium; football:10: the city: owner of The stadium"
    ]
    assert reasons("court", "Three tankers were seized in Delfport, according to Norland Mutual.") == [
        "draft: according to Norland Mutual; court:9: According to the harbour authority"
    ]
    assert reasons("software", "Nimbus has an exclusive licence for the Fernway patents.") == [
        "draft: exclusive; software:5: non-exclusive"
    ]


def test_a_part_that_passed_on_is_no_contradiction():
    draft = "Arenco formerly owned the stadium."
    (statement,) = CHECKERS["football"].check(draft)
    assert statement.verdict == "unverified"
    assert reasons("football", draft) != []


def test_another_subject_is_no_rival():
    assert reasons("bank", "Harrow Stone advises the harbour of Veda.") == []
    assert reasons("hospital", "The school signed a binding contract with a baker.") == []
    assert reasons("climate", "The mayor of Orrin said the bakery would open in May.") == []
