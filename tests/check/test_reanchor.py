from pathlib import Path

import pytest

from briefing.check.audit import audit
from briefing.check.reanchor import Reanchor, proposals
from briefing.store.dossier import open_dossier

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


def test_what_stands_twice_or_nowhere_is_never_certain(mole: Path) -> None:
    twice = found(mole, f"-\n-\n{A}-\n-\n-\n{A}")
    gone = found(mole, "Nothing of all this.\n" * 4)
    assert [item.proposed for item in gone] == [None, None, None]
    assert not any(item.certain for item in gone)
    assert all(item.certain == (item.anchor.status == "moved") for item in twice)


def test_a_file_with_errors_is_not_for_fixing_without_a_look(mole: Path) -> None:
    path = mole / "facts/size.toml"
    path.write_text(path.read_text().replace('kind = "event"', 'kind = "event"\nnonsense = 1'))
    items = found(mole, f"-\n{A}")
    assert [item.certain for item in items] == [False, False, True]
