"""Text from strangers is shown letter for letter, obeyed by nobody, in every pane and window."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from textual.content import Content
from textual.style import Style
from tui_pilot import Held, press, settled, text, told, with_topic

from briefing.errors import BriefingError, Problem
from briefing.model.card import Card, Judgement, Value
from briefing.model.discrepancy import Discrepancy
from briefing.model.dossier import Dossier
from briefing.model.passage import Evidence
from briefing.model.source import Origin, Source
from briefing.text.document import Document
from briefing.text.visible import STAND_INS, visible
from briefing.tui.app import BriefingApp
from briefing.tui.messages import NotOpened
from briefing.tui.modes import MODES
from briefing.tui.widgets.bars import KeyLine, TopLine

MARKUP = "[bold]x[/] [/b] [@click=app.quit]y[/] [link=file:///etc/passwd]z[/link] [sic] $ink [not] true"
CONTROL = (
    "\x1b]0;own\x07\x1b[c\x1b]52;c;cXVpdA==\x07\x9b31m\x00\r\x0b\u2028"
    "\u202e desrever \u202c\u2066i\u2069\u200b\U000e0041\ud800"
)
NASTY = f"{MARKUP} {CONTROL}"


TOUR = (
    *(("l",), ("l",), ("o",), ("o", "right_square_bracket"), ("h", "h"), ("f",), ("escape", "ctrl+p", "s")),
    *(("escape", "exclamation_mark"), ("escape", "slash", "x"), ("enter", "y"), ("t",), ("escape", "m")),
)
"""Keys that open every pane and every window."""


def hostile() -> Dossier:
    lines = (MARKUP, CONTROL, NASTY)
    card = Card(
        id="a",
        claim=NASTY,
        subject=NASTY,
        note=NASTY,
        value=Value(amount=1, unit=NASTY, qualifier=NASTY, of=NASTY),
        evidence=(
            Evidence(source="s_1", lines=(1, 3), quote="[sic]", stance="supports", directness="named", origin="o"),
            Evidence(source=NASTY, lines=(1, 1), quote=NASTY, stance="disputes", directness="named", origin=NASTY),
        ),
        judgement=Judgement(confidence="low", reason=NASTY, by=NASTY),
    )
    plain = Card(id="b", claim="[sic] stays", evidence=card.evidence[:1])
    return Dossier(
        root=NASTY,
        title=NASTY,
        cards=(with_topic(card, NASTY), with_topic(plain, "t")),
        discrepancies=(Discrepancy(id="d", question=NASTY, kind="figure", cards=("a",)),),
        sources=(Source(id="s_1", title=NASTY, publisher=NASTY, origin="o"),),
        origins=(Origin(id="o", name=NASTY),),
        documents={"s_1": Document("\n".join(lines), "s_1")},
        problems=(Problem(file=NASTY, code="x", message=NASTY, hint=NASTY),),
    )


def test_the_last_line_of_defence_is_the_same_everywhere() -> None:
    assert not any(ord(char) in STAND_INS for char in visible(NASTY))


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (160, 50)])
async def test_every_screen_shows_it_as_text(size: tuple[int, int]) -> None:
    async with Held(hostile()).run_test(size=size) as pilot:
        await settled(pilot)
        seen = []
        for keys in TOUR:
            await press(pilot, *keys)
            seen.append(text(pilot.app))
        for said in seen:
            assert not any(ord(char) in STAND_INS for char in said.replace("\n", ""))
        assert "[sic]" in "".join(seen)
        assert "[bold]x[/]" in "".join(seen)
        assert pilot.app.is_running


async def test_what_a_failure_says_is_text_too() -> None:
    async with Held(Dossier()).run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        pilot.app.post_message(NotOpened(BriefingError(NASTY, NASTY)))
        await settled(pilot)
        pilot.app.say(NASTY)
        await pilot.pause()
        assert "[bold]x[/]" in told(pilot.app)


async def test_no_click_runs_what_content_carries(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mine").write_text("untouched")
    monkeypatch.setattr(BriefingApp, "edit", lambda *_: None)  # the bottom line's own keys may be clicked
    trap = Style.from_meta({"@click": f"app.screenshot('{tmp_path}', 'mine')"})
    async with Held(hostile()).run_test(size=(80, 24)) as pilot:
        screen = await settled(pilot)
        screen.query_one(TopLine).content = Content("trap" * 20).stylize(trap)
        screen.query_one(KeyLine).say(Content("trap" * 20).stylize(trap))
        await pilot.pause()
        for mode in MODES:
            await pilot.press(mode.key)
            for y in (0, 3, 5, 7, 23):
                for x in range(1, 79, 13):
                    await pilot.click(offset=(x, y))
            await pilot.app.workers.wait_for_complete()
            await pilot.pause()
        assert pilot.app.is_running
    assert {path.name: hashlib.sha256(path.read_bytes()).hexdigest()[:8] for path in tmp_path.iterdir()} == {
        "mine": hashlib.sha256(b"untouched").hexdigest()[:8]
    }
