"""The dossier that ships: whole, sealed, and true to its originals."""

from collections import Counter

import pytest
from places import REPOSITORY

from briefing.check.audit import audit
from briefing.store.dossier import open_dossier
from briefing.store.sealing import seal_dossier


def test_a_fresh_clone_verifies_against_its_seals(sealed_only):
    dossier = open_dossier(REPOSITORY)
    if any(not document.sealed for document in dossier.documents.values()):
        pytest.skip("the originals lie beside their seals here")
    result = audit(dossier)
    assert result.findings == ()
    assert set(Counter(anchor.status for anchor in result.anchors.values())) == {"sealed"}


def test_every_quote_stands_word_for_word_in_its_original(originals):
    result = audit(open_dossier(REPOSITORY, originals))
    assert result.findings == ()
    assert {anchor.status for anchor in result.anchors.values()} == {"exact"}


def test_the_seals_are_those_of_the_originals(originals, tmp_path):
    import shutil

    for folder in ("facts", "seeds"):
        shutil.copytree(REPOSITORY / folder, tmp_path / folder)
    seal_dossier(tmp_path, originals)
    for path in (REPOSITORY / "seeds").glob("*.seal"):
        assert (tmp_path / "seeds" / path.name).read_bytes() == path.read_bytes()
    assert (tmp_path / "seeds" / "sources.toml").read_bytes() == (REPOSITORY / "seeds" / "sources.toml").read_bytes()


def test_it_is_as_large_as_it_should_be():
    dossier = open_dossier(REPOSITORY)
    assert len(dossier.cards) >= 120
    assert len(dossier.discrepancies) >= 70
    assert {evidence.source for card in dossier.cards for evidence in card.evidence} == set(dossier.source_by_id)
    assert all(item.finding for item in dossier.discrepancies)
    assert not list((REPOSITORY / "seeds").glob("*.txt")) or (REPOSITORY / ".gitignore").read_text().count(
        "/seeds/*.txt"
    )


def test_copies_of_one_report_are_one_origin():
    from briefing.check.rate import rate

    dossier = open_dossier(REPOSITORY)
    card = dossier.card_by_id["talks-parties"]
    assert len({evidence.source for evidence in card.evidence if evidence.stance == "supports"}) >= 3
    assert rate(card, dossier).origins == ("bloomberg-2025-10",)
