"""The rating follows the one table of borders, and says how."""

import pytest

from briefing.check.rate import MATRIX, rate, what_would_change
from briefing.model.card import Card, Judgement
from briefing.model.discrepancy import Discrepancy
from briefing.model.dossier import Dossier
from briefing.model.passage import Evidence
from briefing.model.source import Source


def card(*evidence: str, judgement=None) -> Card:
    """Evidence is written "stance source directness [origin]"."""
    items = []
    for text in evidence:
        stance, source, directness, *origin = text.split()
        items.append(
            Evidence(
                source=source, lines=(1, 1), quote="q", stance=stance, directness=directness, origin="".join(origin)
            )
        )
    return Card(id="x", claim="c", evidence=tuple(items), judgement=judgement)


def world(**letters: str) -> Dossier:
    sources = tuple(Source(id=id, reliability=letter) for id, letter in letters.items())
    return Dossier(sources=sources)


def rated(*evidence: str, **letters: str):
    rating = rate(card(*evidence), world(**letters))
    return rating.evidence, rating.agreement, rating.confidence, rating.credibility


def test_no_evidence_cannot_be_judged():
    assert rated() == ("limited", "low", "very low", 6)
    assert rated("context a primary", a="A") == ("limited", "low", "very low", 6)


@pytest.mark.parametrize(
    ("evidence", "letters", "expected"),
    [
        (["supports a primary"], "A", ("medium", "high", "high", 2)),
        (["supports a primary"], "B", ("medium", "high", "high", 2)),
        (["supports a named"], "C", ("limited", "high", "medium", 2)),
        (["supports a secondhand"], "D", ("limited", "high", "medium", 3)),
        (["supports a secondhand"], "F", ("limited", "high", "medium", 3)),
        (["supports a named", "supports b named"], "BB", ("medium", "high", "high", 1)),
        (["supports a primary", "supports b primary"], "BB", ("robust", "high", "very high", 1)),
        (["supports a primary", "supports b primary"], "AC", ("robust", "high", "very high", 1)),
        (["supports a named", "supports b named", "supports c named"], "CCC", ("robust", "high", "very high", 1)),
        (["supports a primary", "supports b primary", "supports c primary"], "CCD", ("medium", "high", "high", 1)),
        (["supports a primary", "disputes b primary"], "AA", ("medium", "low", "low", 4)),
        (["supports a primary", "disputes b primary"], "AC", ("medium", "medium", "medium", 3)),
        (["supports a secondhand", "disputes b primary"], "DA", ("limited", "low", "very low", 5)),
    ],
)
def test_borders(evidence, letters, expected):
    assert rated(*evidence, **dict(zip("abc", letters, strict=False))) == expected


def test_documents_of_one_origin_count_once():
    evidence = [f"supports {id} anonymous agency" for id in "abcd"]
    rating = rate(card(*evidence), world(a="C", b="C", c="D", d="D"))
    assert rating.origins == ("agency",)
    assert rating.reasons[0] == "supports: agency (4 documents, counted once) weighs 0.42, reliability C x anonymous"
    assert (rating.evidence, rating.confidence, rating.credibility) == ("limited", "medium", 3)


def test_only_an_open_real_discrepancy_of_high_severity_lowers_agreement():
    def under(**how: str):
        item = Discrepancy(id="d", question="?", kind="figure", cards=("x",), **how)  # type: ignore[arg-type]
        dossier = Dossier(sources=(Source(id="a", reliability="A"),), discrepancies=(item,))
        return rate(card("supports a primary"), dossier).agreement

    assert under(nature="real", severity="high", status="open") == "medium"
    assert under(nature="apparent", severity="high", status="open") == "high"
    assert under(nature="real", severity="medium", status="open") == "high"
    assert under(nature="real", severity="high", status="resolved") == "high"


def test_the_analysts_judgement_stands_beside_the_computed_rating():
    judged = Judgement(confidence="low", reason="The letter is forged.")
    rating = rate(card("supports a primary", judgement=judged), world(a="A"))
    assert (rating.confidence, rating.judgement) == ("high", judged)


def test_the_matrix_is_whole():
    assert len(MATRIX) == 9


def test_what_would_change_names_single_steps():
    steps = what_would_change(card("supports a secondhand"), world(a="D"))
    assert "one more independent origin supporting it (C, anonymous): high" in steps
    assert "without a: very low" in steps
