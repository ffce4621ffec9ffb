"""Windows full of text: the help and the list of problems."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.content import Content

from briefing.errors import Problem
from briefing.model.card import Card
from briefing.tui.actions import by_section
from briefing.tui.desk import Desk
from briefing.tui.modes import MODES
from briefing.tui.paint.line import BLANK, Line
from briefing.tui.paint.marks import CITED_STRONG, DISPUTE, INK, MUTED, STRONG, confidence, shown

if TYPE_CHECKING:
    from briefing.store.adding import Adding

_KEY = 10
_DEEP = Content("  ")


def help_lines(mode: str = "") -> list[Line]:
    """Return every key, those of the mode with this scope first, and what the signs mean."""
    lines: list[Line] = []
    for title, actions in by_section(mode):
        lines.append(Line(Content.styled(title, STRONG)))
        lines += [_key(action.shown, action.help) for action in actions]
        if "app" in {action.scope for action in actions}:
            lines += [_key(item.key, f"The {item.title} mode.") for item in MODES]
        lines.append(BLANK)
    lines.append(Line(Content.styled("Signs", STRONG)))
    lines += [_key(sign, meaning) for sign, meaning in SIGNS]
    return lines


def changes(desk: Desk, card: Card) -> list[Line]:
    """Return how a card is rated, step by step, and the single steps that would change it."""
    from briefing.check.rate import what_would_change

    rating = desk.rating(card)
    lines = [Line(shown(card.claim, STRONG)), BLANK, Line(confidence(rating.confidence))]
    lines += [Line(shown(reason, MUTED), Content("  ")) for reason in rating.reasons]
    lines += [BLANK, Line(Content.styled("It would be rated otherwise with", STRONG))]
    steps = what_would_change(card, desk.dossier)
    lines += [Line(shown(step, INK), Content("  ")) for step in steps or ("no single step that is known",)]
    return lines


SIGNS = (
    ("●●●○○", "Confidence: very low (one), low, medium, high, very high (five); evidence by agreement."),
    ("≠ ≈ ?", "A discrepancy: real, only apparent, or proposed."),
    ("!!! !! !", "Its severity: high, medium, low."),
    ("✗ ≠ ○ ✓", "A statement of a draft: contradicted, disputed, unverified, supported."),
    ("A … F", "Reliability of a source: A best, E worst, F no basis to judge."),
    ("003:62", "A passage: the source and its line."),
    ("▌ ┆ ·", "Beside a line: cited here, cited elsewhere; it states something to check and nothing cites it."),
    ("▒▒▒", "A word of a sealed source that no quote discloses."),
    ("> ≥ ~ ≤ <", "More than, at least, about, at most, less than."),
    ("⇄ ¦ ␛", "A character that cannot be seen, shown by a sign."),
)


def _key(shown_key: str, text: str) -> Line:
    pad = " " * max(0, _KEY - cell_len(shown_key))
    return Line(Content.styled(text, INK), Content.assemble("  ", pad, (shown_key, CITED_STRONG), "  "))


def brought_in(result: Adding) -> list[Line]:
    """Return what became of documents that were to be added, the ones that were not read first."""
    lines: list[Line] = []
    for path, error in result.failed:
        lines += [Line(shown(f"✗ {path}", DISPUTE)), Line(shown(f"{error.message}. {error.hint}", INK), _DEEP), BLANK]
    for item in result.added:
        read = item.read
        facts = [read.title, read.author, read.published, f"{read.text.count(chr(10)):,} lines"]
        lines += [Line(shown(f"✓ {item.id}", STRONG)), Line(shown(" · ".join(filter(None, facts)), INK), _DEEP)]
        lines += [Line(shown(loss, MUTED), _DEEP) for loss in read.losses]
        if item.near:
            told = f"a near-copy: {item.near[1]:.0%} of the shorter of it and {item.near[0]} stands in the other"
            lines.append(Line(shown(told, DISPUTE), _DEEP))
        lines.append(BLANK)
    lines += [Line(shown(f"  {path}: there already, as {id}", MUTED)) for path, id in result.there]
    told = f"{len(result.added):,} added, {len(result.there):,} there already, {len(result.failed):,} not read"
    return [Line(Content.styled(told, STRONG)), BLANK, *lines]


def problems(found: tuple[Problem, ...]) -> list[Line]:
    """Return what is wrong in the files, each with its place and a hint."""
    lines: list[Line] = []
    for item in found:
        lines.append(Line(shown(f"{item.file}:{item.line}:{item.column}", STRONG)))
        style = DISPUTE if item.level == "error" else INK
        lines.append(Line(shown(item.message, style), Content("  ")))
        if item.hint:
            lines.append(Line(shown(item.hint, MUTED), Content("  ")))
        lines.append(BLANK)
    return lines[:-1] if lines else [Line(Content.styled("Nothing is wrong.", MUTED))]
