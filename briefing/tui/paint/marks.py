"""The signs that look the same on every screen: confidence, discrepancies, sources, passages."""

from __future__ import annotations

import datetime as dt
from typing import Final

from textual.content import Content, Span

from briefing.memo.words import dots
from briefing.model.card import Confidence
from briefing.model.discrepancy import Discrepancy, Severity
from briefing.model.passage import Passage, Stance
from briefing.model.results import AnchorStatus
from briefing.model.source import Source
from briefing.text.visible import visible
from briefing.tui.filtering import matches

INK: Final = "$ink"
MUTED: Final = "$muted"
FAINT: Final = "$faint"
STRONG: Final = "bold $ink"
CITED: Final = "$cited"
CITED_STRONG: Final = "bold $cited"
QUOTE: Final = "bold $cited on $cited-tint"
FOUND: Final = "underline $cited"
DISPUTE: Final = "$dispute"
DISPUTE_STRONG: Final = "bold $dispute"

SEVERITY: Final[dict[Severity, str]] = {"high": "!!!", "medium": "!!", "low": "!"}
STANCE_STYLE: Final[dict[Stance, str]] = {"supports": INK, "disputes": DISPUTE, "context": MUTED}
SIGNS: Final = {"real": "≠", "apparent": "≈", "proposed": "?"}
CURSOR: Final = Content.styled("▌", CITED)
NO_CURSOR: Final = Content(" ")


def shown(text: str, style: str = "") -> Content:
    """Return text from a file as content: letter for letter, control characters by signs."""
    plain = visible(text)
    return Content(plain, [Span(0, len(plain), style)] if style and plain else None)


def found(content: Content, wanted: list[str]) -> Content:
    """Return content with the words that were searched for underlined."""
    for start, end in matches(content.plain, wanted):
        content = content.stylize(FOUND, start, end)
    return content


def confidence_dots(confidence: Confidence) -> Content:
    """Return ●●●○○, the filled ones in colour."""
    mark = dots(confidence)
    filled = mark.count("●")
    return Content(mark, [Span(0, filled, CITED), Span(filled, len(mark), FAINT)])


def confidence(value: Confidence) -> Content:
    """Return `●●●○○ medium`."""
    return Content.assemble(confidence_dots(value), (f" {value}", STRONG))


def sign(items: tuple[Discrepancy, ...]) -> Content:
    """Return the one sign that tells whether a claim is in a discrepancy: real before apparent."""
    natures = {item.nature for item in items}
    if "real" in natures:
        return Content.styled(SIGNS["real"], DISPUTE_STRONG)
    return Content.styled(SIGNS["apparent"], MUTED) if natures else Content(" ")


def discrepancy_mark(item: Discrepancy) -> Content:
    """Return `≠ !!!`, always five cells wide."""
    style = DISPUTE if item.nature == "real" else MUTED
    return Content.styled(f"{SIGNS[item.nature]} {SEVERITY[item.severity]:<3}", style)


def day(date: dt.date | None) -> str:
    """Return a date as `21 Nov 2025`."""
    return f"{date.day} {date:%b %Y}" if date else "undated"


def publisher(source: Source) -> str:
    """Return who published a source, else its title, else nothing."""
    return source.publisher or source.title


def source_name(source: Source, short: str) -> Content:
    """Return `003 Daily Post`."""
    return Content.assemble(shown(f"{short} ", MUTED), shown(publisher(source), STRONG))


def source_facts(source: Source) -> Content:
    """Return ` · 21 Nov 2025 · B`, to stand behind the name."""
    return Content.styled(f" · {day(source.published)} · {source.reliability}", MUTED)


def line_range(lines: tuple[int, int]) -> str:
    """Return `62` or `62–64`."""
    return str(lines[0]) if lines[0] == lines[1] else f"{lines[0]}–{lines[1]}"


def passage_mark(passage: Passage, short: str) -> str:
    """Return `003:62`."""
    return f"{short}:{line_range(passage.lines)}"


STATUS: Final[dict[AnchorStatus, str]] = {
    "exact": "",
    "sealed": "",
    "moved": "the quote stands elsewhere",
    "altered": "the text differs from the quote",
    "ambiguous": "the quote fits several places",
    "missing": "the quote is not there",
}
"""What is wrong with a passage, in words; nothing where it stands as cited."""


def of(count: int, one: str, many: str = "") -> str:
    """Return `1 claim` or `1,204 claims`."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"
