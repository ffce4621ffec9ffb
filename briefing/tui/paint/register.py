"""The register: origins with the sources that draw on them, and the appraisal of one source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from textual.content import Content

from briefing.model.source import Reliability, Source
from briefing.tui.desk import Desk
from briefing.tui.paint.line import BLANK, Line
from briefing.tui.paint.marks import (
    CITED,
    CURSOR,
    FAINT,
    INK,
    MUTED,
    NO_CURSOR,
    STRONG,
    day,
    discrepancy_mark,
    line_range,
    of,
    shown,
    source_facts,
    source_name,
)
from briefing.tui.register import Citation, Entry, SourceView

RELIABILITY: Final[dict[Reliability, str]] = {
    "A": "completely reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "no basis to judge",
}
"""What the Admiralty letters mean (AJP-2.1)."""
_LABEL: Final = 13


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the appraisal; `at` is the number of the citation it begins, from 0."""

    line: Line
    at: int | None = None


def entry(desk: Desk, item: Entry, cursor: bool) -> Line:
    """Return a row of the register: an origin, or `└ 003 Daily Post · 21 Nov 2025 · B`."""
    mark = CURSOR if cursor else NO_CURSOR
    if item.source is None:
        tail = Content.styled(f" {item.group.claims:,}", FAINT)
        return Line(shown(item.group.origin.name, STRONG), mark, tail=tail, wrap=False)
    branch = Content.styled("└ " if item.last else "├ ", FAINT)
    source = item.source
    derived = [desk.name(other) for other in source.derives_from]
    text = Content.assemble(
        source_name(source, desk.name(source.id)),
        source_facts(source),
        shown(f" · from {', '.join(derived)}" if derived else "", CITED),
    )
    return Line(text, Content.assemble(mark, branch), tail=Content.styled(f" {item.claims:,}", MUTED), wrap=False)


def appraisal(desk: Desk, view: SourceView) -> list[Row]:
    """Return what is known of a source and what rests on it, the parts with a blank row between them."""
    source = view.source
    if source is None:
        return []
    rows = [Row(Line(shown(source.title or source.id, STRONG))), Row(BLANK)]
    rows += [Row(line) for line in _facts(desk, source)]
    rows += [Row(BLANK), *(Row(line) for line in _lineage(desk, source))]
    rows += [Row(BLANK), Row(Line(_weight(view)))]
    if covered := _covered(desk, source):
        rows.append(Row(Line(covered)))
    for n, citation in enumerate(view.cited):
        rows += [Row(line, n if first == 0 else None) for first, line in enumerate(_citation(citation))]
    return rows


def _fact(label: str, text: str, style: str = INK) -> Line:
    return Line(shown(text, style), Content.styled(f"{label:<{_LABEL}}", MUTED))


def _facts(desk: Desk, source: Source) -> Iterator[Line]:
    yield _fact("publisher", source.publisher or "not known")
    if source.author:
        yield _fact("author", source.author)
    yield _fact("published", day(source.published))
    yield _fact("reliability", f"{source.reliability}  {RELIABILITY[source.reliability]}")
    if source.reason:
        yield Line(shown(source.reason, MUTED), Content(" " * _LABEL))
    document = desk.document(source.id)
    if document is None:
        yield _fact("text", "neither a text nor a seal is here")
    else:
        state = "sealed: a attaches the original" if document.sealed else "here"
        yield _fact("text", f"{state} · {of(len(document), 'line')}")
    if source.boilerplate:
        yield _fact("boilerplate", ", ".join(line_range(lines) for lines in source.boilerplate), MUTED)
    if source.sha256:
        yield _fact("sha-256", f"{source.sha256[:16]}…", MUTED)
    if source.note:
        yield _fact("note", source.note, MUTED)


def _lineage(desk: Desk, source: Source) -> Iterator[Line]:
    origin = desk.dossier.origin_by_id.get(source.origin)
    yield _fact("origin", f"{origin.name}{f' ({origin.kind})' if origin.kind else ''}" if origin else "its own")
    for label, ids in (
        ("derives from", source.derives_from),
        ("repeated by", [other.id for other in desk.dossier.sources if source.id in other.derives_from]),
    ):
        for n, id in enumerate(ids):
            known = desk.dossier.source_by_id.get(id)
            lead = Content.styled(f"{label if n == 0 else '':<{_LABEL}}", MUTED)
            name = Content.assemble(source_name(known, desk.name(id)), source_facts(known)) if known else shown(id)
            yield Line(name, lead)


def _weight(view: SourceView) -> Content:
    stances = Counter(
        stance for citation in view.cited if (stance := getattr(citation.passage, "stance", None)) is not None
    )
    cards = {citation.card.id for citation in view.cited if citation.card}
    items = {citation.item.id for citation in view.cited if citation.item}
    told = ", ".join(f"{count:,} {stance}" for stance, count in stances.items())
    return Content.assemble(
        (of(len(cards), "claim"), STRONG),
        (f" ({told})" if told else "", MUTED),
        (f" · {of(len(items), 'discrepancy', 'discrepancies')}", STRONG),
    )


def _covered(desk: Desk, source: Source) -> Content | None:
    """Return `covered 31 of 54 check-worthy lines`, as soon as that is known."""
    from briefing.check.worthy import coverage

    document = desk.document(source.id)
    found = coverage(document, source, desk.cited(source.id)) if document else None
    if found is None or not found.total:
        return None
    left = Content.styled("  > to the next", FAINT) if found.uncovered else Content("")
    said = f"covered {found.covered:,} of {of(found.total, 'check-worthy line')}"
    return Content.assemble((said, MUTED), left)


def _citation(citation: Citation) -> Iterator[Line]:
    lead = Content.styled(f"{line_range(citation.passage.lines):>5}  ", CITED)
    yield Line(shown(f"“{citation.passage.quote}”", INK), lead)
    hang = Content(" " * 7)
    if citation.card is not None:
        yield Line(shown(citation.card.claim, MUTED), hang)
    elif citation.item is not None:
        yield Line(shown(citation.item.question, MUTED), Content.assemble(hang, discrepancy_mark(citation.item), " "))
