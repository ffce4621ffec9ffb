"""A source's lines: numbers, the cited range in the margin, the quote marked, boilerplate dimmed."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from textual.content import Content, Span

from briefing.model.passage import Passage
from briefing.model.results import Anchor
from briefing.model.source import Source
from briefing.text.document import BLANK as SEALED_PIECE
from briefing.text.document import Document
from briefing.text.visible import visible
from briefing.tui.desk import Desk
from briefing.tui.paint.line import BLANK, Line
from briefing.tui.paint.marks import (
    CITED,
    CITED_STRONG,
    DISPUTE,
    DISPUTE_STRONG,
    FAINT,
    INK,
    MUTED,
    QUOTE,
    STATUS,
    STRONG,
    line_range,
    of,
    shown,
)

if TYPE_CHECKING:
    from briefing.tui.selection import Selected

_PIECE = SEALED_PIECE.rstrip()
_WRONG: Final = f"{DISPUTE_STRONG} on $dispute-tint"


@dataclass(frozen=True, slots=True)
class Page:
    """A source open at a passage."""

    source: Source
    document: Document
    passage: Passage | None = None
    anchor: Anchor | None = None
    cited: Mapping[int, tuple[tuple[int, int], ...]] = field(default_factory=dict)
    """By line, the columns of every quote: what the whole dossier cites."""
    uncovered: Set[int] = frozenset()
    """The lines that state something to check and that nothing cites."""
    selection: Selected | None = None

    @property
    def digits(self) -> int:
        """The width of the column of line numbers."""
        return max(3, len(str(len(self.document))))

    def line(self, number: int, cursor: bool) -> Line:
        """Return line `number` (from 1)."""
        text = visible(self.document.line(number))
        cited = self.passage is not None and self.passage.lines[0] <= number <= self.passage.lines[1]
        cited = cited and bool(self.passage and self.passage.quote)
        boilerplate = self.source.is_boilerplate(number)
        mark = self._mark(number, cited)
        pointer = Content.styled("›" if cursor else " ", CITED)
        digits = Content.styled(f"{number:>{self.digits}}", MUTED if cited or cursor else FAINT)
        spans = [Span(0, len(text), FAINT if boilerplate else INK)] if text else []
        if self.document.sealed:
            spans += _blanks(text)
        spans += [Span(start, min(end, len(text)), CITED) for start, end in self.cited.get(number, ())]
        spans += self._quote(number, len(text))
        gutter = Content.assemble(mark, digits, pointer)
        return Line(Content(text, spans), gutter, Content.assemble(mark, " " * (self.digits + 1)))

    def _mark(self, number: int, cited: bool) -> Content:
        if self.selection is not None and self.selection.lines[0] <= number <= self.selection.lines[1]:
            return Content.styled("┃", CITED_STRONG)
        if cited:
            return Content.styled("▌", CITED)
        if number in self.cited:
            return Content.styled("┆", CITED)
        return Content.styled("·" if number in self.uncovered else " ", MUTED)

    def _quote(self, number: int, length: int) -> list[Span]:
        if self.selection is not None:
            return self._selected(self.selection, number, length)
        anchor = self.anchor
        if anchor is None or anchor.lines is None or anchor.columns is None or anchor.status == "missing":
            return []
        first, last = anchor.lines
        if not first <= number <= last:
            return []
        start = anchor.columns[0] if number == first else 0
        end = anchor.columns[1] if number == last else length
        style = QUOTE if anchor.status in ("exact", "sealed") else _WRONG
        return [Span(start, min(end, length), style)] if start < min(end, length) else []

    def _selected(self, selection: Selected, number: int, length: int) -> list[Span]:
        first = self.document.span((number, number))[0]
        start, end = (max(0, min(at - first, length)) for at in selection.span)
        return [Span(start, end, _WRONG if selection.long else QUOTE)] if start < end else []


def selected(selection: Selected) -> Content:
    """Return what the lower edge says while one selects: `lines 12–13 · quote of 6 words`."""
    lines = f"{'line' if selection.anchor == selection.line else 'lines'} {line_range(selection.lines)}"
    words = f"quote of {of(selection.count, 'word')}"
    return Content.assemble((f"{lines} · ", MUTED), (words, DISPUTE_STRONG if selection.long else CITED_STRONG))


def _blanks(text: str) -> list[Span]:
    spans, at = [], text.find(_PIECE)
    while at >= 0:
        end = at
        while text.startswith(_PIECE, end):
            end += len(_PIECE)
            while text[end : end + 1] == " ":
                end += 1
        spans.append(Span(at, end, "$rule"))
        at = text.find(_PIECE, end)
    return spans


def position(page: Page) -> Content:
    """Return what the lower edge says: sealed or not, what is wrong with the quote, `42–43 of 60`."""
    parts = []
    if page.anchor and (status := STATUS[page.anchor.status]):
        parts.append(Content.styled(f"≠ {status}", DISPUTE))
    if page.document.sealed:
        parts.append(Content.styled("sealed", MUTED))
    total = f"{len(page.document):,}"
    if page.passage is None:
        parts.append(Content.styled(f"{total} lines", MUTED))
    else:
        number = page.source.page(page.passage.lines[0])
        paper = f"p. {number} · " if number is not None else ""
        parts.append(Content.styled(f"{paper}{line_range(page.passage.lines)} of {total}", MUTED))
    return Content.styled(" · ", MUTED).join(parts)


def no_text(desk: Desk, source: Source | None, id: str) -> list[Line]:
    """Return what the reader says where a source has no text."""
    if source is None:
        return [
            Line(shown(f"No source is called {id}.", STRONG)),
            BLANK,
            Line(Content("seeds/sources.toml names none.")),
        ]
    refused = desk.dossier.refused.get(source.id)
    lines = [Line(shown(source.title or source.id, STRONG)), BLANK]
    if refused is not None:
        lines.append(Line(shown(f"{refused.file}: {refused.message}.", DISPUTE)))
        lines.append(Line(shown(refused.hint, MUTED)))
    else:
        lines.append(Line(Content("There is neither a text nor a seal of this source.")))
        lines.append(Line(shown(f"Put its text at seeds/{source.id}.txt and press r.", MUTED)))
    return lines


def no_evidence(card: bool) -> list[Line]:
    """Return what the reader says where there is no passage to read."""
    return [Line(Content.styled("This claim rests on no passage yet.", MUTED))] if card else []
