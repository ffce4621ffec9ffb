"""A discrepancy: its sides side by side with what differs marked, the axis, the finding."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

from textual.content import Content

from briefing.memo.outline import letter
from briefing.model.discrepancy import Discrepancy, Side
from briefing.model.passage import Passage
from briefing.model.results import Candidate
from briefing.text.document import BLANK as SEALED_PIECE
from briefing.text.visible import visible
from briefing.tui.desk import Desk
from briefing.tui.paint.axis import arithmetic, reaches, strip
from briefing.tui.paint.columns import beside, column
from briefing.tui.paint.figures import figure
from briefing.tui.paint.line import BLANK, Line
from briefing.tui.paint.marks import (
    CITED,
    CURSOR,
    DISPUTE_STRONG,
    FAINT,
    INK,
    MUTED,
    NO_CURSOR,
    QUOTE,
    SEVERITY,
    SIGNS,
    STATUS,
    STRONG,
    discrepancy_mark,
    found,
    of,
    passage_mark,
    shown,
    source_facts,
    source_name,
)
from briefing.tui.questions import PROPOSED, Item
from briefing.tui.reviewing import Review

LEAST: Final = 30
"""Columns that a side needs to stand beside another; with less the sides stand one above the other."""
AROUND: Final = 90
"""Characters of a long line that are shown on either side of a quote."""
DIFFERS: Final = f"{DISPUTE_STRONG} underline on $dispute-tint"
_WORD: Final = re.compile(r"\w+(?:[.,'’]\w+)*")


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the sheet; `side` is the side that it begins, `card` the card it names."""

    line: Line
    side: int | None = None
    card: str | None = None


def entry(item: Item, cursor: bool, wanted: list[str]) -> Line:
    """Return a discrepancy in the list: `≠ !!! Who was …`, one that is proposed as `? !!! Who was …`."""
    lead = Content.assemble(CURSOR if cursor else NO_CURSOR, _mark(item), " ")
    sign = "  " if isinstance(item, Candidate) else " ○" if item.status == "open" else " ·"
    return Line(found(shown(item.question, INK), wanted), lead, tail=Content.styled(sign, MUTED), wrap=False)


def _mark(item: Item) -> Content:
    if isinstance(item, Candidate):
        return Content.styled(f"{SIGNS['proposed']} {SEVERITY[item.severity]:<3}", MUTED)
    return discrepancy_mark(item)


def facts(item: Discrepancy, status: str) -> Content:
    """Return `figure · real · high · resolved`."""
    return Content.styled(f"{item.kind} · {item.nature} · {item.severity} · {status}", MUTED)


def progress(review: Review) -> Content:
    """Return `31 proposed`, or that documents are being compared or cannot be."""
    if review.working:
        return Content.styled("comparing …", MUTED)
    if review.left:
        return Content.styled(f"{review.left:,} {PROPOSED}", MUTED)
    return Content.styled("sealed, not compared" if review.sealed else "", MUTED)


def name(item: Discrepancy, review: Review, *, proposed: bool) -> Content:
    """Return what stands above a sheet: the id, or `7 of 31 proposed`."""
    if not proposed:
        return shown(item.id, STRONG)
    return Content.styled(f"{review.at:,} of {review.of:,} {PROPOSED}", STRONG)


def unproposed(review: Review, listed: bool) -> list[Line]:
    """Return why nothing, or not everything, is proposed; `listed` tells whether anything else is in the list."""
    if review.wrong:
        said = review.wrong
    elif review.working and not listed:
        said = "Comparing the documents …"
    elif review.sealed:
        which = (
            "The documents are"
            if review.sealed == review.documents
            else of(review.sealed, "document is", "documents are")
        )
        said = f"{which} sealed and cannot be compared. In Sources (3), a attaches the originals."
    else:
        return []
    return [*([BLANK] if listed else []), Line(Content.styled(said, MUTED))]


def sheet(
    desk: Desk, item: Discrepancy, width: int, active: int, wanted: list[str], reason: str | None = None
) -> list[Row]:
    """Return a discrepancy for `width` columns, the side `active` (from 0) marked.

    `reason` is why it is proposed; None where it is not.
    """
    told_facts = facts(item, item.status if reason is None else PROPOSED)
    rows = [Row(Line(found(shown(item.question, STRONG), wanted))), Row(Line(told_facts)), Row(BLANK)]
    rows += _sides(desk, item, width, active)
    sides = [(letter(n), side.value) for n, side in enumerate(item.side)]
    drawn, unit = reaches(sides)
    if drawn:
        rows.append(Row(BLANK))
        rows += [Row(Line(row, wrap=False)) for row in strip(drawn, unit, width)]
        rows.append(Row(Line(shown(arithmetic(drawn, unit), INK), Content(" "))))
    rows.append(Row(BLANK))
    if reason is not None:
        rows.append(Row(Line(found(shown(_sentence(reason), INK), wanted), Content.styled("Proposed ", STRONG))))
    else:
        told = shown(item.finding, INK) if item.finding else Content.styled("none yet", MUTED)
        rows.append(Row(Line(told, Content.styled("Finding  ", STRONG))))
    if item.cards:
        rows.append(Row(BLANK))
        rows += [Row(line, card=id) for id, line in _cards(desk, item)]
    return rows


def _sentence(reason: str) -> str:
    """Return the rule that fired, as it reads by itself: `The figures differ: …`."""
    return reason[:1].upper() + reason[1:].rstrip(".") + "." if reason else ""


def _cards(desk: Desk, item: Discrepancy) -> Iterator[tuple[str, Line]]:
    for n, id in enumerate(item.cards):
        card = desk.dossier.card_by_id.get(id)
        lead = Content.styled("Claims   " if n == 0 else " " * 9, STRONG)
        yield id, Line(shown(card.claim if card else id, MUTED), lead)


def fitting(count: int, width: int) -> int:
    """Return how many sides stand side by side in `width` columns; 1: they stand one above the other."""
    return max(1, min(count, (width + 3) // (LEAST + 3)))


def _sides(desk: Desk, item: Discrepancy, width: int, active: int) -> list[Row]:
    count = len(item.side)
    many = fitting(count, width)
    if many == 1:
        return _stacked(desk, item, active)
    first = min(max(0, active - many + 1), count - many) if active >= many else 0
    each = (width - 3 * (many - 1)) // many
    columns = [column(list(_side(desk, item, n, item.side[n], n == active)), each) for n in range(first, first + many)]
    rows = [Row(Line(row, wrap=False)) for row in beside(columns, each, Content.styled(" │ ", FAINT))]
    if many < count:
        more = f"sides {letter(first)} to {letter(first + many - 1)} of {count}"
        rows.append(Row(Line(Content.styled(f"{more}: Tab goes on", MUTED))))
    return rows


def _stacked(desk: Desk, item: Discrepancy, active: int) -> list[Row]:
    rows: list[Row] = []
    for n, side in enumerate(item.side):
        lines = list(_side(desk, item, n, side, n == active))
        rows += [*([Row(BLANK)] if n else []), Row(lines[0], side=n), *(Row(line) for line in lines[1:])]
    return rows


def _side(desk: Desk, item: Discrepancy, n: int, side: Side, active: bool) -> Iterator[Line]:
    others = [other.says for m, other in enumerate(item.side) if m != n]
    mark = CURSOR if active else NO_CURSOR
    lead = Content.assemble(mark, (f"{letter(n)}  ", STRONG))
    hang = Content.assemble(mark, "   ")
    says = shown(side.says, STRONG)
    yield Line(_differing(says, side.says, others, item.kind), lead, hang)
    if side.value is not None:
        said = figure(side.value).plain.strip()
        measured = f"  {side.value.of}" if side.value.of else ""
        yield Line(Content.assemble(shown(said, INK), shown(measured, MUTED)), hang, hang)
    if not side.passages:
        yield Line(Content.styled("says nothing of it", MUTED), hang, hang)
    for first, passage in enumerate(side.passages):
        if not first:
            lines = [BLANK, *_source(desk, passage), *_passage(desk, passage, side.says, others)]
        else:
            lines = [*([BLANK] if first == 1 else []), _also(desk, passage)]
        for line in lines:
            within = line.hang if line.hang is not None else Content(" " * line.lead.cell_length)
            yield Line(line.text, Content.assemble(mark, line.lead), Content.assemble(mark, within))


def _also(desk: Desk, passage: Passage) -> Line:
    """Return a further passage of a side on one row: `also 002:9 “a total of 43.6 million”`."""
    anchor = desk.anchor(passage)
    wrong = STATUS[anchor.status] if anchor else "no text of this source is here"
    text = Content.assemble("“", shown(passage.quote), "”", (f"  {wrong}" if wrong else "", DISPUTE_STRONG))
    lead = Content.assemble(("also ", FAINT), shown(f"{passage_mark(passage, desk.name(passage.source))} ", CITED))
    return Line(text.stylize_before(MUTED), lead, Content("     "))


def _source(desk: Desk, passage: Passage) -> Iterator[Line]:
    source = desk.dossier.source_by_id.get(passage.source)
    if source is None:
        yield Line(shown(passage.source, STRONG))
        return
    yield Line(Content.assemble(source_name(source, desk.name(source.id)), source_facts(source)))
    origin = desk.dossier.origin_by_id.get(desk.dossier.origin_of(passage))
    yield Line(shown(f"origin {origin.name if origin else 'its own'}", MUTED))


def _passage(desk: Desk, passage: Passage, says: str, others: Sequence[str]) -> Iterator[Line]:
    mark = f"{passage_mark(passage, desk.name(passage.source)).rpartition(':')[2]:>3} "
    document, anchor = desk.document(passage.source), desk.anchor(passage)
    lead, hang = Content.styled(mark, CITED), Content(" " * len(mark))
    if document is None or anchor is None or anchor.span is None or anchor.lines is None:
        yield Line(Content.assemble("“", shown(passage.quote), "”").stylize_before(MUTED), lead, hang)
        wrong = STATUS["missing"] if document else "no text of this source is here"
        yield Line(Content.styled(wrong, DISPUTE_STRONG), hang, hang)
        return
    first = document.span((anchor.lines[0], anchor.lines[0]))[0]
    last = document.span((anchor.lines[1], anchor.lines[1]))[1]
    start, end = anchor.span
    low, high = _cut(document.text, max(first, start - AROUND), first, start), min(last, end + AROUND)
    if high < last:
        high = max(end, document.text.rfind(" ", end, high))
    quote = _differing(shown(_flat(document.text[start:end]), QUOTE), document.text[start:end], others, "", says)
    text = Content.assemble(
        "… " if low > first else "",
        shown(_flat(document.text[low:start])),
        quote,
        shown(_flat(document.text[end:high])),
        " …" if high < last else "",
    ).stylize_before(MUTED)
    yield Line(_faint_blanks(text), lead, hang)
    if status := STATUS[anchor.status]:
        yield Line(Content.styled(status, DISPUTE_STRONG), hang, hang)


def _cut(text: str, low: int, first: int, start: int) -> int:
    if low <= first:
        return first
    space = text.find(" ", low, start)
    return space + 1 if space >= 0 else low


def _flat(text: str) -> str:
    return re.sub(rf"(?:{SEALED_PIECE}){{6,}}", SEALED_PIECE * 5, text).replace("\r", " ").replace("\n", " ")


def _faint_blanks(text: Content) -> Content:
    for match in re.finditer(r"(?:▒▒▒\s?)+", text.plain):
        text = text.stylize("$rule", *match.span())
    return text


def _differing(content: Content, text: str, others: Sequence[str], kind: str, says: str = "") -> Content:
    """Mark in what a side says, or quotes, that which no other side says.

    Names are marked letter by letter against the other that is most alike, all else word by word.
    """
    if kind == "name" and others:
        plain = visible(text)
        other = max(others, key=lambda candidate: SequenceMatcher(None, plain, candidate).ratio())
        for op, start, end, _, _ in SequenceMatcher(None, plain, other, autojunk=False).get_opcodes():
            if op in ("replace", "delete"):
                content = content.stylize(DIFFERS, start, end)
        return content
    said = {word.casefold() for other in others for word in _WORD.findall(other)}
    mine = {word.casefold() for word in _WORD.findall(says)} if says else None
    for match in _WORD.finditer(text):
        word = match[0].casefold()
        telling = len(word) > 2 or word.isdigit() if mine is None else word in mine
        if telling and word not in said:
            content = content.stylize(DIFFERS, *match.span())
    return content
