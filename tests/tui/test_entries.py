import shutil
from pathlib import Path

import pytest
from tui_pilot import HARBOUR, quiet, told

from briefing.check.audit import audit
from briefing.model.dossier import Dossier
from briefing.store.change import Add, Set
from briefing.store.dossier import open_dossier
from briefing.store.edit import Store
from briefing.tui.app import BriefingApp
from briefing.tui.forms.again import content, opened
from briefing.tui.forms.entry import EntryForm, EntryNoun, entry_of, texts_of
from briefing.tui.screens.form import FormScreen


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(HARBOUR, tmp_path / "harbour"))


def form(dossier: Dossier, noun: EntryNoun, id: str = "") -> EntryForm:
    entry = entry_of(dossier, noun, id)
    assert entry is not None
    return EntryForm(dossier, noun, id, texts_of(entry, noun))


def first(dossier: Dossier) -> str:
    return dossier.sources[0].id


def test_a_form_that_is_not_touched_changes_nothing() -> None:
    dossier = open_dossier(HARBOUR)
    nouns: list[tuple[EntryNoun, str]] = [("dossier", "")]
    nouns += [("source", source.id) for source in dossier.sources]
    nouns += [("discrepancy", item.id) for item in dossier.discrepancies]
    forms = [form(dossier, *named) for named in nouns]
    assert [(each.changes(each.initial), each.problems(each.initial)) for each in forms] == [((), {})] * len(forms)


def test_only_what_was_touched_is_written() -> None:
    each = form(open_dossier(HARBOUR), "source", (id := first(open_dossier(HARBOUR))))
    texts = each.initial | {"publisher": "Gazette of Vellin", "reliability": "C", "author": ""}
    assert Set(id, "publisher", "Gazette of Vellin", "source") in each.changes(texts)
    assert Set(id, "reliability", "C", "source") in each.changes(texts)
    assert {change.field for change in each.changes(texts) if isinstance(change, Set)} <= {
        "publisher",
        "reliability",
        "author",
    }


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("published", "3 March 2024", "this is no day: write it as 2024-03-03"),
        ("origin", "nowhere", "no such origin: +nowhere makes a new one"),
        ("origin", "+", "a name behind the +"),
        ("derives_from", "zzz", "no source is called zzz"),
        ("reliability", "Z", "one of: A, B, C, D, E, F"),
    ],
)
def test_what_is_wrong_is_said_in_plain_words(name: str, text: str, said: str) -> None:
    dossier = open_dossier(HARBOUR)
    each = form(dossier, "source", first(dossier))
    assert each.problems(each.initial | {name: text}) == {name: said}


def test_a_new_origin_is_made_with_the_source_that_draws_on_it(copy: Path) -> None:
    store = Store(copy)
    id = first(store.dossier)
    each = form(store.dossier, "source", id)
    changes = each.changes(each.initial | {"origin": "+Diary of the harbour master"})
    assert isinstance(changes[0], Add)
    dossier = store.apply(*changes)
    origin = dossier.source_by_id[id].origin
    assert dossier.origin_by_id[origin].name == "Diary of the harbour master"
    assert audit(dossier).findings == ()


def test_what_others_wrote_into_the_same_field_is_told() -> None:
    dossier = open_dossier(HARBOUR)
    each = form(dossier, "dossier")
    texts = each.initial | {"bottom_line": "It costs more."}
    assert each.clashes(dossier, texts) == {}
    theirs = EntryForm(dossier, "dossier", "", each.initial | {"bottom_line": "before"})
    assert theirs.clashes(dossier, texts) == {"bottom_line": dossier.bottom_line}


def test_a_form_left_half_typed_is_opened_again() -> None:
    dossier = open_dossier(HARBOUR)
    each = form(dossier, "discrepancy", dossier.discrepancies[0].id)
    texts = each.initial | {"finding": "half a wo"}
    again = opened(dossier, content(each, texts))
    assert again
    assert [again[0].title, again[1]] == [each.title, texts]
    assert opened(dossier, {**content(each, texts), "of": "gone"}) is None


@pytest.mark.parametrize(
    ("mode", "field", "typed"), [("2", "question", "Why?"), ("3", "title", "New"), ("4", "title", "New")]
)
async def test_i_opens_the_form_and_saves_it(copy: Path, mode: str, field: str, typed: str) -> None:
    app = BriefingApp(copy)
    async with app.run_test(size=(120, 40)) as pilot:
        await quiet(pilot)
        await pilot.press(mode)
        await quiet(pilot)
        await pilot.press("i")
        await quiet(pilot)
        assert isinstance(app.screen, FormScreen)
        await pilot.press("ctrl+u", *typed, "ctrl+s")
        await quiet(pilot)
        assert not isinstance(app.screen, FormScreen)
        assert "changed: u takes it back" in told(app)
    dossier = open_dossier(copy)
    entries = [dossier, *dossier.sources, *dossier.discrepancies]
    assert typed in [getattr(entry, field, "") for entry in entries]
    assert audit(dossier).findings == ()
