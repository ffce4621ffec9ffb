"""Reviewing what the program proposes, as a user does it: accept, dismiss, skip, undo."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from textual.pilot import Pilot
from tui_pilot import Held, rows, sealed, told

from briefing.check.audit import audit
from briefing.errors import Unwritable
from briefing.model.card import Value
from briefing.model.discrepancy import Discrepancy
from briefing.model.dossier import Dossier
from briefing.model.results import Candidate, CandidateSide
from briefing.store import edit
from briefing.store.change import Set
from briefing.store.dossier import open_dossier
from briefing.text.document import Document
from briefing.tui import candidates
from briefing.tui.actions import ACTIONS
from briefing.tui.app import BriefingApp
from briefing.tui.screens.ask import Ask
from briefing.tui.screens.discrepancies import DiscrepanciesScreen
from briefing.tui.screens.facts import FactsScreen

TEXTS = {
    "001_council": """The bridge over the Arn

The city council said on Monday that the bridge over the Arn will cost 48 million crowns when it is done.
The bridge will be 640 metres long and carry 12,000 cars a day, according to the council.
Mayor Ruth Adeyemi said work on the bridge would begin in March 2023.
""",
    "002_courier": """Arn bridge: what it costs

The bridge over the Arn will cost 61 million crowns, two people with knowledge of the plans said.
The bridge will be 640 metres long and carry 18,000 cars a day.
Work on the bridge is to begin in May 2023, Mayor Ruth Adeyemi said.
""",
}
CARD = """topic = "money"

[[card]]
id = "cost-of-bridge"
claim = "The council puts the price at 48 million crowns."

[[card.evidence]]
source = "001_council"
lines = [3, 3]
quote = "will cost 48 million crowns"
stance = "supports"
directness = "named"
"""


@pytest.fixture
def bridge(tmp_path: Path) -> Path:
    root = tmp_path / "bridge"
    (root / "facts").mkdir(parents=True)
    (root / "seeds").mkdir()
    (root / "facts" / "dossier.toml").write_text('title = "The bridge"\n')
    (root / "facts" / "money.toml").write_text(CARD)
    register = ""
    for n, (id, text) in enumerate(TEXTS.items(), 1):
        (root / "seeds" / f"{id}.txt").write_text(text)
        register += (
            f'[[source]]\nid = "{id}"\ntitle = "{id[4:].title()}"\npublished = 2023-01-0{n}\nreliability = "C"\n\n'
        )
    (root / "seeds" / "sources.toml").write_text(register)
    return root


def app_on(folder: Path) -> BriefingApp:
    app = BriefingApp(folder)
    app.animation_level = "none"
    return app


async def act(pilot: Pilot[Any], *keys: str) -> Any:
    """Press keys, wait for what each sets off, and return the screen."""
    for key in ("", *keys):
        if key:
            await pilot.press(key)
        await pilot.pause()
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
    return pilot.app.screen


def proposed(screen: DiscrepanciesScreen) -> list[Candidate]:
    return [item for item in screen.view.items if isinstance(item, Candidate)]


def text(app: BriefingApp) -> str:
    return "\n".join(rows(app))


async def test_the_dossier_s_documents_are_compared_when_the_mode_is_first_shown(bridge: Path) -> None:
    app = app_on(bridge)
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await act(pilot, "2")
        found = proposed(screen)
        assert len(found) >= 3
        assert screen.view.item is found[0]
        shown = text(app)
        assert f"1 of {len(found)} proposed" in shown
        assert f"{len(found)} proposed ─╯" in shown
        assert "· proposed" in shown
        assert "Proposed " in shown
        assert "Finding" not in shown
        assert "│  B  " in shown


async def test_what_was_accepted_is_open_to_be_edited_and_verify_finds_nothing(bridge: Path) -> None:
    app = app_on(bridge)
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await act(pilot, "2", "/", *"cost", "enter")
        candidate = screen.view.candidate
        assert candidate is not None
        await act(pilot, "a")
        dossier = open_dossier(bridge)
        assert audit(dossier).findings == ()
        (item,) = dossier.discrepancies
        assert (item.question, item.kind, item.nature) == (candidate.question, candidate.kind, candidate.nature)
        assert (item.status, item.finding, item.cards) == ("open", "", ("cost-of-bridge",))
        assert [side.value.amount for side in item.side if side.value] == [48_000_000, 61_000_000]
        for passage in (side.passages[0] for side in item.side):
            assert passage.quote in TEXTS[passage.source]
            assert len(passage.quote.split()) <= 12
        written = (bridge / "facts" / "discrepancies.toml").read_text()
        assert 'status = "open"\nfinding = ""\n' in written
        assert f"accepted as {item.id}" in told(app)
        assert "u undo" in told(app)


async def test_the_next_one_is_open_at_once_and_undo_brings_the_last_back(bridge: Path) -> None:
    app = app_on(bridge)
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await act(pilot, "2", "p")
        first, second, third, *_ = proposed(screen)
        assert screen.view.item is second
        await pilot.press("a")
        await pilot.pause()
        assert screen.view.item.id == third.id
        await act(pilot)
        assert screen.view.item.id == third.id
        assert [item.id for item in proposed(screen)][:2] == [first.id, third.id]
        await act(pilot, "u")
        assert screen.view.item.id == second.id
        assert len(proposed(screen)) == screen.view.review.of
        await act(pilot, "U")
        assert second.id not in [item.id for item in proposed(screen)]


async def test_dismissing_needs_a_reason_and_is_for_good(bridge: Path) -> None:
    app = app_on(bridge)
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await act(pilot, "2")
        first, second, *_ = proposed(screen)
        assert isinstance(await act(pilot, "x"), Ask)
        assert isinstance(await act(pilot, "enter"), Ask)
        assert "a reason is required" in text(app)
        await act(pilot, "escape")
        assert screen.view.item is first
        await act(pilot, "x", *"no", "enter")
        assert screen.view.item.id == second.id
        assert "dismissed   u undo" in told(app)
    dossier = open_dossier(bridge)
    assert [(item.id, item.reason, item.question) for item in dossier.dismissed] == [(first.id, "no", first.question)]
    again = app_on(bridge)
    async with again.run_test(size=(120, 40)) as pilot:
        screen = await act(pilot, "2")
        assert proposed(screen)[0].id == second.id
        await act(pilot, "u")
        assert screen.view.item.id == first.id


async def test_what_was_skipped_comes_last_and_round_again(bridge: Path) -> None:
    app = app_on(bridge)
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await act(pilot, "2")
        before = [item.id for item in proposed(screen)]
        await act(pilot, "s")
        assert [item.id for item in proposed(screen)] == [*before[1:], before[0]]
        assert screen.view.item.id == before[1]
        assert f"2 of {len(before)} proposed" in text(app)
        assert "skipped: it comes last" in told(app)
        await act(pilot, *("s" for _ in before[1:]))
        assert screen.view.item.id == before[0]
        assert not (bridge / "facts" / "discrepancies.toml").exists()


async def test_when_the_last_is_accepted_it_is_there_to_be_edited(bridge: Path) -> None:
    app = app_on(bridge)
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await act(pilot, "2")
        while proposed(screen):
            await act(pilot, "a")
        dossier = open_dossier(bridge)
        assert isinstance(screen.view.item, Discrepancy)
        assert screen.view.item.id in dossier.discrepancy_by_id
        assert "nothing left to judge" in told(app)
        assert audit(dossier).findings == ()
        assert [screen.check_action(name, ()) for name in ("accept", "turn_down", "skip")] == [False] * 3
        assert screen.check_action("edit", ()) is True


async def test_those_proposed_are_filtered_and_found_like_others(bridge: Path) -> None:
    app = app_on(bridge)
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await act(pilot, "2", "a")
        left = len(proposed(screen))
        assert screen.questions is not None
        assert screen.questions.counts("status") == {"open": 1, "proposed": left}
        await act(pilot, "f", *("j" for _ in screen.questions.counts("nature")), "j", "space", "escape")
        assert screen.asked.status == {"proposed"}
        assert len(screen.view.items) == left
        await act(pilot, "escape", "slash", *"cars", "enter")
        assert {item.kind for item in screen.view.items} == {"figure"}
        assert len(screen.view.items) < left + 1


async def test_cards_that_change_cost_no_second_comparison(bridge: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    counted: list[int] = []
    compare = candidates.Comparison._compare

    def counting(self: candidates.Comparison, dossier: Dossier) -> list[Candidate]:
        counted.append(len(dossier.documents))
        return compare(self, dossier)

    monkeypatch.setattr(candidates.Comparison, "_compare", counting)
    app = app_on(bridge)
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await act(pilot, "2")
        items = screen.view.items
        app.change(Set("cost-of-bridge", "note", "seen"))
        await act(pilot)
        assert counted == [2]
        assert screen.view.items == items
        (bridge / "seeds" / "002_courier.txt").write_text(TEXTS["002_courier"].replace("61", "62"))
        await act(pilot, "r")
        assert counted == [2, 2]
        assert any("62 million" in side.text for item in proposed(screen) for side in item.sides)


async def test_while_documents_are_compared_the_pane_says_so_and_keys_work(
    bridge: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = Event()

    def slow(*_: object) -> list[Candidate]:
        go_on.wait(30)
        return made_up()

    monkeypatch.setattr(candidates.Comparison, "_compare", slow)
    app = app_on(bridge)
    async with app.run_test(size=(120, 40)) as pilot:
        await act(pilot)
        await pilot.press("2")
        while "comparing …" not in text(app):
            await pilot.pause()
        assert "Comparing the documents …" in text(app)
        await pilot.press("1")
        await pilot.pause()
        assert isinstance(app.screen, FactsScreen)
        go_on.set()
        screen = await act(pilot, "2")
        assert "comparing …" not in text(app)
        assert len(proposed(screen)) == 3


async def test_many_documents_are_compared_in_a_process_of_their_own(
    bridge: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = candidates.Comparison().propose(open_dossier(bridge), candidates.Proposals(), int)
    monkeypatch.setattr(candidates, "_MUCH", 1)
    apart = candidates.Comparison()
    assert apart.propose(open_dossier(bridge), candidates.Proposals(), int).found == found.found
    apart.stop()
    with pytest.raises(EOFError):
        apart.propose(open_dossier(bridge), candidates.Proposals(), int)


async def test_what_cannot_be_written_is_proposed_again(bridge: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = app_on(bridge)
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await act(pilot, "2")
        first = screen.view.item
        monkeypatch.setattr(edit, "shipped", lambda root: True)
        await act(pilot, "a")
        assert screen.view.item is first
        assert "only for reading" in told(app)


async def test_what_waits_in_memory_is_not_proposed_again(bridge: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = app_on(bridge)
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await act(pilot, "2")
        first = screen.view.item

        def full(*_: object) -> None:
            raise Unwritable("the disk is full")

        with monkeypatch.context() as disk:
            disk.setattr(edit, "write_beneath", full)
            await act(pilot, "a")
        assert first not in screen.view.items
        await act(pilot, "enter")  # try again
        assert first not in screen.view.items
        assert len(open_dossier(bridge).discrepancies) == 1


async def test_of_sealed_documents_nothing_is_proposed_and_one_line_says_why() -> None:
    app = Held(sealed())
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await act(pilot, "2")
        assert proposed(screen) == []
        assert "a attaches the" in text(app)
        assert "sealed, not compared" in text(app)
        assert screen.check_action("accept", ()) is False


async def test_from_what_is_proposed_to_its_source_and_its_claim(bridge: Path) -> None:
    app = app_on(bridge)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await act(pilot, "2", "slash", *"cost", "enter", "tab")
        assert screen.view.side == 1
        passage = screen.view.passage
        assert passage is not None
        assert passage.source == "002_courier"
        await act(pilot, "enter")
        assert app.current_mode == "sources"
        assert isinstance(await act(pilot, "2", "c"), FactsScreen)


def test_the_help_tells_what_a_does_in_each_mode() -> None:
    told = {action.scope: action.help for action in ACTIONS if action.keys == "a"}
    assert set(told) == {"facts", "sources", "questions"}
    assert "attaches" in told["questions"]


@pytest.mark.parametrize("size", [(40, 12), (20, 5), (80, 24), (200, 60)])
async def test_every_size_is_fit_to_review_in(bridge: Path, size: tuple[int, int]) -> None:
    app = app_on(bridge)
    async with app.run_test(size=size) as pilot:
        screen = await act(pilot, "2", "j", "s", "a", "x", *"so", "enter", "u", "p")
        assert len(proposed(screen)) >= 2


def side(source: str, words: str, value: Value | None = None) -> CandidateSide:
    document = Document(TEXTS[source], source)
    start = document.text.index(words)
    (line, first), (_, last) = document.position(start), document.position(start + len(words))
    return CandidateSide(source=source, lines=(line, line), columns=(first, last), text=words, value=value)


def made_up(*_: object) -> list[Candidate]:
    """Return candidates that stay as they are when the detector finds others, or other words for them."""

    def candidate(id: str, kind: Any, question: str, reason: str, **sides: CandidateSide) -> Candidate:
        return Candidate(
            id=id,
            kind=kind,
            nature="real",
            severity="high" if kind == "figure" else "medium",
            score=0.9,
            question=question,
            reason=reason,
            sides=tuple(sides.values()),
        )

    return [
        candidate(
            "figure-1",
            "figure",
            "What does the bridge cost?",
            "the same is measured, and the figures differ: 48 million against 61 million crowns",
            a=side("001_council", "48 million crowns", Value(amount=48_000_000, unit="crowns")),
            b=side("002_courier", "61 million crowns", Value(amount=61_000_000, unit="crowns")),
        ),
        candidate(
            "figure-2",
            "figure",
            "How many cars will it carry?",
            "the same is measured, and the figures differ: +50 %",
            a=side("001_council", "12,000 cars", Value(amount=12_000, unit="cars")),
            b=side("002_courier", "18,000 cars", Value(amount=18_000, unit="cars")),
        ),
        candidate(
            "attribution-1",
            "attribution",
            "Who says what it costs?",
            "the one credits “The city council”, the other “two people with knowledge of the plans”",
            a=side("001_council", TEXTS["001_council"].split("\n")[2]),
            b=side("002_courier", TEXTS["002_courier"].split("\n")[2]),
        ),
    ]


async def test_of_a_sentence_that_is_a_side_the_words_that_the_reason_tells_of_are_quoted(
    bridge: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(candidates.Comparison, "_compare", made_up)
    app = app_on(bridge)
    async with app.run_test(size=(120, 40)) as pilot:
        await act(pilot, "2", "p", "p", "a")
    (item,) = open_dossier(bridge).discrepancies
    assert [side.passages[0].quote for side in item.side] == [
        "The city council",
        "two people with knowledge of the plans",
    ]
    assert [side.says for side in item.side] == [
        "The city council …",
        "… two people with knowledge of the plans …",
    ]


async def test_what_repeats_the_one_that_was_accepted_goes_and_comes_back_with_it(
    bridge: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def twice(*_: object) -> list[Candidate]:
        found = made_up()
        return [replace(found[0], id="figure-0"), *found]

    monkeypatch.setattr(candidates.Comparison, "_compare", twice)
    app = app_on(bridge)
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await act(pilot, "2", "p", "a")
        assert "which covers 2 more   u undo   1 left" in told(app)
        assert [item.id for item in proposed(screen)] == ["figure-2"]
        assert screen.view.item.id == "figure-2"
        await act(pilot, "u")
        assert [item.id for item in proposed(screen)] == ["figure-0", "figure-1", "figure-2", "attribution-1"]
        assert screen.view.item.id == "figure-1"


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=lambda size: f"{size[0]}x{size[1]}")
def test_review(snap_compare: Any, bridge: Path, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]) -> None:
    monkeypatch.setattr(candidates.Comparison, "_compare", made_up)

    async def second(pilot: Pilot[Any]) -> None:
        await act(pilot, "2", "p", "p", "x", *"no", "enter", "j")

    assert snap_compare(app_on(bridge), terminal_size=size, run_before=second)
