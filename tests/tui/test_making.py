"""From a selection in the reader to cards, evidence and sides on disk."""

from __future__ import annotations

import random
import shutil
from pathlib import Path
from typing import Any

import pytest
from test_discrepancies import act, said
from textual import events
from textual.pilot import Pilot
from tui_pilot import HARBOUR, told

from briefing.check.audit import audit
from briefing.errors import Unwritable
from briefing.model.card import Card
from briefing.store import edit
from briefing.store.change import Set
from briefing.store.dossier import open_dossier
from briefing.store.edit import Store
from briefing.store.kept import left
from briefing.tui.app import BriefingApp
from briefing.tui.screens.decide import Decide
from briefing.tui.screens.facts import FactsScreen
from briefing.tui.screens.form import FormScreen
from briefing.tui.screens.pick import Pick
from briefing.tui.screens.sources import SourcesScreen
from briefing.tui.widgets.reader import Reader

SIZE = (120, 40)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(HARBOUR, tmp_path / "harbour"))


def app_on(folder: Path) -> BriefingApp:
    app = BriefingApp(folder)
    app.animation_level = "none"
    return app


async def at_line(pilot: Pilot[Any], line: int) -> Reader:
    """Go to a line of the first source, in the Sources mode."""
    screen = await act(pilot, "3")
    screen.go("source")
    reader = screen.query_one(Reader)
    reader.move_to(line - 1)
    await pilot.pause()
    return reader


async def do(pilot: Pilot[Any], *keys: str) -> Any:
    """Press keys; what follows a "=" is typed at once."""
    await act(pilot)
    for key in keys:
        if len(key) > 1 and key[0] == "=":
            assert pilot.app.focused is not None
            pilot.app.focused.post_message(events.Paste(key[1:]))
            await pilot.pause()
        else:
            await act(pilot, key)
    return pilot.app.screen


def clean(folder: Path) -> bool:
    return not audit(open_dossier(folder)).findings


def card_on_disk(folder: Path, id: str) -> Card:
    return open_dossier(folder).card_by_id[id]


async def test_words_grow_and_shrink_the_quote_at_both_ends(copy: Path) -> None:
    async with app_on(copy).run_test(size=SIZE) as pilot:
        reader = await at_line(pilot, 13)
        await do(pilot, "v")
        assert reader.selection.quote == "41 million crowns"
        for keys, quote in [
            (["w", "w"], "41 million crowns and covers"),
            (["b"], "41 million crowns and"),
            (["B", "B"], "is worth 41 million crowns and"),
            (["W"], "worth 41 million crowns and"),
            (["left"], "worth 41 million crowns"),
            (["n"], "more than 1,200 metres"),
            (["N"], "41 million crowns"),
        ]:
            await do(pilot, *keys)
            assert reader.selection.quote == quote
        await do(pilot, "j", "j")
        assert reader.selection.lines == (13, 15)
        await do(pilot, "escape")
        assert reader.selection is None


async def test_while_selecting_the_bottom_line_shows_what_works_then_and_nothing_else(copy: Path) -> None:
    async with app_on(copy).run_test(size=(80, 24)) as pilot:
        await at_line(pilot, 13)
        await do(pilot, "v")
        keys = " ".join(told(pilot.app).split())
        assert keys == "c card + evidence d side w b end W B start Esc give up ? help ^p all"


async def test_a_quote_that_is_too_long_says_how_many_words_it_has(copy: Path) -> None:
    async with app_on(copy).run_test(size=SIZE) as pilot:
        await at_line(pilot, 13)
        await do(pilot, "v", *["w"] * 11)
        assert "14 words: a quote has at most 12" in said(pilot)
        assert "quote of 14 words" in said(pilot)


@pytest.mark.parametrize("mode", ["1", "3"])
async def test_from_a_selection_to_a_card_on_disk_that_verify_finds_clean(copy: Path, mode: str) -> None:
    async with app_on(copy).run_test(size=SIZE) as pilot:
        await do(pilot)
        if mode == "1":
            await do(pilot, "enter")
            pilot.app.screen.query_one(Reader).move_to(22)
        else:
            await at_line(pilot, 23)
        await do(pilot, "v", "n", "c")
        assert isinstance(pilot.app.screen, FormScreen)
        await do(pilot, "=A third is paid by the state", "ctrl+s")
        assert isinstance(pilot.app.screen, FactsScreen if mode == "1" else SourcesScreen)
        assert "third-paid-state made" in said(pilot)
        assert pilot.app.screen.query_one(Reader).selection is None
    card = card_on_disk(copy, "third-paid-state")
    assert (card.claim, card.topic, card.kind) == ("A third is paid by the state", "money", "figure")
    assert [(item.lines, item.stance) for item in card.evidence] == [((23, 23), "supports")]
    assert clean(copy)


async def test_a_passage_becomes_evidence_of_a_card_found_as_one_types(copy: Path) -> None:
    before = len(card_on_disk(copy, "berths-planned").evidence)
    async with app_on(copy).run_test(size=SIZE) as pilot:
        await at_line(pilot, 17)
        await do(pilot, "v", "n", "plus")
        assert isinstance(pilot.app.screen, Pick)
        await do(pilot, "=two births", "enter", "d", "ctrl+s")  # mistyped
    card = card_on_disk(copy, "berths-planned")
    assert len(card.evidence) == before + 1
    assert (card.evidence[-1].stance, card.evidence[-1].quote) == ("disputes", "up to 11 metres")
    assert clean(copy)


async def test_a_passage_becomes_a_side_of_a_known_discrepancy(copy: Path) -> None:
    async with app_on(copy).run_test(size=SIZE) as pilot:
        await at_line(pilot, 21)
        await do(pilot, "v", "n", "d", "=opening", "enter")
        await do(pilot, "ctrl+u", "=in autumn", "ctrl+s")
    item = open_dossier(copy).discrepancy_by_id["opening"]
    assert (item.side[-1].says, item.side[-1].passages[0].lines) == ("in autumn", (21, 21))
    assert clean(copy)


async def test_who_says_the_same_as_a_side_joins_it(copy: Path) -> None:
    async with app_on(copy).run_test(size=SIZE) as pilot:
        await at_line(pilot, 21)
        await do(pilot, "v", "n", "d", "=opening", "enter")
        await do(pilot, "ctrl+u", "=Autumn 2026", "ctrl+s")
    item = open_dossier(copy).discrepancy_by_id["opening"]
    assert [len(side.passages) for side in item.side] == [3, 1]
    assert clean(copy)


async def test_two_selections_become_a_new_discrepancy(copy: Path) -> None:
    async with app_on(copy).run_test(size=SIZE) as pilot:
        await at_line(pilot, 25)
        await do(pilot, "v", "d", "down", "enter")
        assert "now select the other side" in said(pilot)
        await at_line(pilot, 29)
        await do(pilot, "v", "n", "d", "=How many people?", "ctrl+s")
    item = open_dossier(copy).discrepancies[-1]
    assert (item.question, len(item.side)) == ("How many people?", 2)
    assert clean(copy)


async def test_a_selection_against_the_evidence_of_a_card(copy: Path) -> None:
    async with app_on(copy).run_test(size=SIZE) as pilot:
        await at_line(pilot, 31)
        await do(pilot, "v", "d", "enter", "=contract-sum", "enter")
        if isinstance(pilot.app.screen, Pick):
            await do(pilot, "enter")
        assert isinstance(pilot.app.screen, FormScreen)
        await do(pilot, "=What is it?", "ctrl+s")
    assert "contract-sum" in open_dossier(copy).discrepancies[-1].cards
    assert clean(copy)


async def test_uncovered_lines_are_marked_counted_and_jumped_to(copy: Path) -> None:
    async with app_on(copy).run_test(size=SIZE) as pilot:
        reader = await at_line(pilot, 1)
        await do(pilot)
        text = said(pilot)
        assert "of 13 check-worthy lines" in text
        assert "· 15 " in text
        seen = []
        for _ in range(3):
            await do(pilot, "greater_than_sign")
            seen.append(reader.line_number)
        assert seen == sorted(seen) and len(set(seen)) == 3
        assert not set(seen) & set(pilot.app.desk.cited("001_3f9ac1d27b60e845"))
        await do(pilot, "less_than_sign")
        assert reader.line_number == seen[1]


async def test_the_form_says_what_is_wrong_as_one_types(copy: Path) -> None:
    async with app_on(copy).run_test(size=SIZE) as pilot:
        await at_line(pilot, 13)
        await do(pilot, "v", "c")
        pane = pilot.app.screen.pane
        assert pane.told == {"claim": "say in your own words what is claimed"}
        for field, text, told in [
            ("topic", "mony", "no such topic: did you mean money? +mony makes a new one"),
            ("as_of", "30 Feb", "this is no day: write it as 2025-10-22"),
            ("as_of", "2025-02-30", "there is no such day"),
            ("as_of", "3 March 2024", "this is no day: write it as 2024-03-03"),
            ("value.amount", "1,5", "this is no number: write 1.5 with a point"),
            ("value.date", "yesterday", "“yesterday” is no date"),
            ("evidence.0.quote", "Two berths", "the quote does not stand at"),
            ("evidence.0.quote", "nowhere to be seen", "the quote stands nowhere in"),
            ("evidence.0.lines", "99", "are not in 001_3f9ac1d27b60e845"),
            ("evidence.0.origin", "nobody", "there is no origin `nobody`"),
            ("evidence.0.source", "001_3f9ac1d27b60e84", "did you mean 001_3f9ac1d27b60e845?"),
            ("id", "cost", ""),
            ("id", "total-cost", "this id is taken"),
        ]:
            pane.go(field)
            before = pane.texts[field]
            pane._set(text, len(text))
            found = " ".join(f"{name} {text}" for name, text in pane.told.items() if name != "claim")
            assert told in found, (field, text, found)
            await pilot.pause()
            if told and field != "evidence.0.lines":
                assert told.split("`")[0][:20] in said(pilot)
            pane._set(before, 0)
        await do(pilot, "ctrl+s")
        assert "not saved: say in your own words" in said(pilot)
        assert pane.field.name == "claim"


async def test_a_quote_of_more_than_twelve_words_is_not_saved(copy: Path) -> None:
    async with app_on(copy).run_test(size=SIZE) as pilot:
        await at_line(pilot, 13)
        await do(pilot, "v", *["w"] * 12, "c", "=It costs much", "ctrl+s")
        assert "words, 12 are allowed" in said(pilot)
    assert len(open_dossier(copy).cards) == len(open_dossier(HARBOUR).cards)


async def test_editing_changes_what_was_touched_and_nothing_else(copy: Path) -> None:
    async with app_on(copy).run_test(size=SIZE) as pilot:
        await do(pilot, "i")
        form = pilot.app.screen
        assert isinstance(form, FormScreen) and form.pane.told == {}
        id = form.form.of
        await do(pilot, "= Really.", "tab", "tab", "ctrl+u", "=mole", "ctrl+s")
        assert f"{id} changed" in said(pilot)
    before, after = HARBOUR / "facts/dimensions.toml", copy / "facts/dimensions.toml"
    pairs = zip(before.read_text().splitlines(), after.read_text().splitlines(), strict=True)
    assert [new for old, new in pairs if old != new] == [
        'claim = "The breakwater is more than 1,200 metres long. Really."',
        'subject = "mole"',
    ]


async def test_another_topic_moves_the_card_and_a_new_one_is_made_with_a_plus(copy: Path) -> None:
    async with app_on(copy).run_test(size=SIZE) as pilot:
        await do(pilot, "i")
        form = pilot.app.screen
        form.pane.go("topic")
        await do(pilot, "ctrl+u", "=+works", "ctrl+s")
    dossier = open_dossier(copy)
    assert dossier.card_by_id[form.form.of].topic == "works"
    assert dossier.topics[-1].id == "works"
    assert clean(copy)


@pytest.mark.parametrize(("answer", "left_open"), [("enter", 1), ("down", 1), ("last", 0)])
async def test_closing_asks_only_where_something_was_typed(copy: Path, answer: str, left_open: int) -> None:
    app = app_on(copy)
    async with app.run_test(size=SIZE) as pilot:
        await do(pilot, "i", "escape")
        assert isinstance(app.screen, FactsScreen)
        await do(pilot, "i", "x", "escape")
        assert isinstance(app.screen, Decide)
        await do(pilot, *({"enter": ["enter"], "down": ["down", "enter"], "last": ["down", "down", "enter"]}[answer]))
        assert isinstance(app.screen, FormScreen if answer == "enter" else FactsScreen)
    assert len(left(copy)) == left_open


async def test_a_form_that_was_left_open_is_offered_again_letter_for_letter(copy: Path) -> None:
    app = app_on(copy)
    async with app.run_test(size=SIZE) as pilot:
        await at_line(pilot, 13)
        await do(pilot, "v", "c", "=The contract is w")
    again = app_on(copy)  # the first one went without a chance to save
    async with again.run_test(size=SIZE) as pilot:
        await do(pilot)
        assert isinstance(again.screen, Decide)
        assert "The contract is w" in said(pilot)
        await do(pilot, "enter", "=orth a lot", "ctrl+s")
    assert [card.claim for card in open_dossier(copy).cards if card.claim.endswith("a lot")] == [
        "The contract is worth a lot"
    ]
    assert left(copy) == []
    assert clean(copy)


@pytest.mark.parametrize(("keys", "kept"), [(["enter", "ctrl+s"], "theirs"), (["down", "enter"], "mine")])
async def test_what_others_wrote_into_the_same_field_is_not_overwritten_in_silence(
    copy: Path, keys: list[str], kept: str
) -> None:
    app = app_on(copy)
    async with app.run_test(size=SIZE) as pilot:
        await do(pilot, "i", "ctrl+u", "=mine")
        id = app.screen.form.of
        Store(copy).apply(Set(id, "claim", "theirs"), Set(id, "note", "theirs too"))
        app.look()
        await do(pilot, "ctrl+s")
        assert isinstance(app.screen, Decide)
        assert "on disk  theirs" in said(pilot) and "yours    mine" in said(pilot)
        await do(pilot, *keys)
        assert isinstance(app.screen, FactsScreen)
    card = card_on_disk(copy, id)
    assert (card.claim, card.note) == (kept, "theirs too")


async def test_evidence_that_was_changed_elsewhere_is_not_written_over_by_number(copy: Path) -> None:
    app = app_on(copy)
    async with app.run_test(size=SIZE) as pilot:
        await do(pilot, "i")
        id = app.screen.form.of
        Store(copy).apply(Set(id, "evidence[0]", None))
        app.look()
        await do(pilot)
        app.screen.pane.put("evidence.1.stance", "context")
        await do(pilot, "ctrl+s")
        assert "was changed elsewhere" in said(pilot)
    assert [item.stance for item in card_on_disk(copy, id).evidence] == ["supports", "context"]


async def test_a_full_disk_keeps_what_was_typed(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = app_on(copy)
    async with app.run_test(size=SIZE) as pilot:
        await do(pilot, "i", "=!")

        def full(*_: object) -> None:
            raise Unwritable("the disk is full")

        with monkeypatch.context() as disk:
            disk.setattr(edit, "write_beneath", full)
            await do(pilot, "ctrl+s")
        assert "the disk is full" in said(pilot)
        await do(pilot, "escape")
        assert isinstance(app.screen, FactsScreen)
    assert len(left(copy)) == 1


async def test_delete_names_the_discrepancies_and_undo_brings_all_back(copy: Path) -> None:
    before = {path: path.read_bytes() for path in copy.glob("facts/*.toml")}
    async with app_on(copy).run_test(size=SIZE) as pilot:
        await do(pilot)
        pilot.app.screen.show("total-cost")
        await do(pilot, "D")
        assert "1 discrepancy will no longer name it" in said(pilot)
        await do(pilot, "enter")
        assert "total-cost" in open_dossier(copy).card_by_id
        await do(pilot, "D", "down", "enter")
        dossier = open_dossier(copy)
        assert "total-cost" not in dossier.card_by_id
        assert clean(copy)
        assert "total-cost" not in dossier.discrepancies_of
        await do(pilot, "u")
    assert {path: path.read_bytes() for path in copy.glob("facts/*.toml")} == before


async def test_merge_joins_evidence_repoints_discrepancies_and_is_one_step(copy: Path) -> None:
    before = {path: path.read_bytes() for path in copy.glob("facts/*.toml")}
    old = open_dossier(copy)
    stays, goes = old.card_by_id["contract-sum"], old.card_by_id["total-cost"]
    async with app_on(copy).run_test(size=SIZE) as pilot:
        await do(pilot)
        pilot.app.screen.show(stays.id)
        await do(pilot, "M", "=total-cost", "enter", "down", "enter")
        new = open_dossier(copy)
        assert goes.id not in new.card_by_id
        assert set(new.card_by_id[stays.id].evidence) == {*stays.evidence, *goes.evidence}
        assert clean(copy)
        assert {item.id for item in new.discrepancies_of[stays.id]} == {
            item.id for card in (stays, goes) for item in old.discrepancies_of.get(card.id, ())
        }
        await do(pilot, "u")
    assert {path: path.read_bytes() for path in copy.glob("facts/*.toml")} == before


async def test_split_takes_the_chosen_evidence_to_a_new_card_in_one_step(copy: Path) -> None:
    before = {path: path.read_bytes() for path in copy.glob("facts/*.toml")}
    old = open_dossier(copy).card_by_id["breakwater-length"]
    async with app_on(copy).run_test(size=SIZE) as pilot:
        await do(pilot)
        pilot.app.screen.show(old.id)
        await do(pilot, "S", "down", "space", "enter", "=Measured on the plans", "ctrl+s")
        new = open_dossier(copy)
        assert new.card_by_id["measured-plans"].evidence == (old.evidence[1],)
        assert new.card_by_id[old.id].evidence == (old.evidence[0], *old.evidence[2:])
        assert clean(copy)
        await do(pilot, "u")
    assert {path: path.read_bytes() for path in copy.glob("facts/*.toml")} == before


async def test_one_piece_of_evidence_comes_off(copy: Path) -> None:
    old = open_dossier(copy).card_by_id["breakwater-length"]
    async with app_on(copy).run_test(size=SIZE) as pilot:
        await do(pilot)
        pilot.app.screen.show(old.id)
        await do(pilot, "right_square_bracket", "x", "down", "enter")
    assert open_dossier(copy).card_by_id[old.id].evidence == (old.evidence[0], *old.evidence[2:])


@pytest.mark.parametrize("size", [(80, 24), (40, 12)], ids=["80x24", "40x12"])
async def test_a_thousand_random_keys_in_the_form_never_crash(copy: Path, size: tuple[int, int]) -> None:
    dice = random.Random(5)
    keys = [
        *"abz ,.-[]/\\1290+é漢", "tab", "shift+tab", "up", "down", "left", "right", "home", "end", "enter", "backspace",
        "delete", "ctrl+w", "ctrl+u", "ctrl+k", "ctrl+left", "ctrl+right", "pagedown", "ctrl+s", "escape", "f5",
    ]  # fmt: skip
    app = app_on(copy)
    async with app.run_test(size=size) as pilot:
        await do(pilot)
        for _ in range(20):
            if not isinstance(app.screen, FormScreen | Decide):
                await do(pilot, "escape", "i")
            for key in dice.choices(keys, k=25):
                app.post_message(events.Key(key, key if len(key) == 1 else None))
            await pilot.pause()
        await do(pilot)
    assert open_dossier(copy).problems == ()


@pytest.mark.parametrize("size", [(120, 40), (80, 24)], ids=["120x40", "80x24"])
def test_the_form(snap_compare: Any, copy: Path, size: tuple[int, int]) -> None:
    async def show(pilot: Pilot[Any]) -> None:
        await at_line(pilot, 13)
        await do(pilot, "v", "c", "=The contract is worth 41 million crowns.")
        pilot.app.screen.pane.go("topic")
        await do(pilot, "backspace")

    assert snap_compare(app_on(copy), terminal_size=size, run_before=show)


NASTY = "[/b] [@click=app.quit]x[/] [sic] \x1b]0;own\x07\x1b[c\u202e\x9b31m\u200b"


async def test_hostile_text_is_shown_letter_for_letter_in_every_window(copy: Path) -> None:
    id = open_dossier(copy).cards[0].id
    Store(copy).apply(Set(id, "claim", NASTY), Set(id, "note", NASTY), Set(id, "subject", NASTY))
    app = app_on(copy)
    async with app.run_test(size=SIZE) as pilot:
        await do(pilot)
        for keys in (["i"], ["i", "tab", "tab", "end", "left"], ["M"], ["S"], ["D"], ["x"], ["i", "x", "escape"]):
            await do(pilot, *keys)
            text = said(pilot)
            assert not {char for char in text if char in "\x1b\x07\x9b\u202e\u200b"}
            if keys[0] in "iD":
                assert "[/b] [@click=app.quit]x[/] [sic]" in text
            while len(app.screen_stack) > 1:
                await act(
                    pilot,
                    *(["down", "down", "enter"] if isinstance(app.screen, Decide) and "i" in keys else ["escape"]),
                )


async def test_what_is_pasted_is_one_line(copy: Path) -> None:
    app = app_on(copy)
    async with app.run_test(size=SIZE) as pilot:
        await do(pilot, "i", "ctrl+u")
        app.screen.pane.post_message(events.Paste("two\r\nlines\x1b[c"))
        await do(pilot)
        assert app.screen.pane.texts["claim"] == "two lines [c"
