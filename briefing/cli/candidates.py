"""Candidates and proposed derivations as text, for a terminal of any width."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from briefing.check.lineage import Derivation
from briefing.cli.paragraph import paragraph
from briefing.cli.streams import Span, Style, out
from briefing.model.results import Candidate, CandidateSide
from briefing.text.document import Document

_AROUND: Final = 40
"""Characters of context on either side of a side."""
_LONGEST: Final = 220
"""Characters of a side that are shown; a whole statement may be longer."""
_SIGNS: Final = {"real": "≠", "apparent": "≈"}
_SEVERITIES: Final = {"high": "!!!", "medium": "!!", "low": "!"}
_STYLES: Final[dict[str, Style]] = {"high": "red", "medium": "yellow", "low": "dim"}
_MARGIN: Final = 6


def candidate(item: Candidate, texts: Mapping[str, Document], short: Mapping[str, str]) -> None:
    """Write one candidate: severity, sign, kind and question; its sides in their context; the reason."""
    lead = (
        Span(f"{_SEVERITIES[item.severity]:<3} ", _STYLES[item.severity]),
        Span(f"{_SIGNS[item.nature]} ", "cyan"),
    )
    paragraph(lead, (Span(item.question, "bold"), " ", Span(f"({item.kind})", "dim")))
    wide = max(len(_place(side, short)) for side in item.sides)
    for side in item.sides:
        before, after = _around(side, texts[side.source])
        text = side.text if len(side.text) <= _LONGEST else side.text[:_LONGEST].rpartition(" ")[0] + "…"
        place = Span(f"{_place(side, short):<{wide}}", "cyan")
        paragraph((" " * _MARGIN, place, "  "), (Span(before, "dim"), Span(text, "bold"), Span(after, "dim")))
    paragraph((" " * _MARGIN,), (Span(item.reason, "dim"),))
    if item.discrepancy:
        paragraph((" " * _MARGIN,), (Span(f"in the dossier as {item.discrepancy}", "dim"),))
    out()


def derivations(found: Iterable[Derivation], short: Mapping[str, str]) -> None:
    """Write which sources seem to repeat which, with what speaks for it."""
    for item in found:
        told = f"{short.get(item.source, item.source)} seems to repeat "
        whom = short.get(item.repeats, item.repeats) if item.repeats else f"“{item.origin}”"
        lines = sorted({side.lines[0] for side in item.passages if side.source == item.source})
        where = f"line{'s' if len(lines) > 1 else ''} {', '.join(map(str, lines))}: "
        paragraph(("  ",), (told, Span(whom, "bold")), 4)
        paragraph((" " * 4,), (Span(where + item.reason, "dim"),))


def short_names(sources: Iterable[str]) -> dict[str, str]:
    """Return each source id with what stands before its first "_", where that tells it from all others."""
    ids = list(sources)
    heads = [name.partition("_")[0] for name in ids]
    return {name: head if head and heads.count(head) == 1 else name for name, head in zip(ids, heads, strict=True)}


def _place(side: CandidateSide, short: Mapping[str, str]) -> str:
    return f"{short.get(side.source, side.source)}:{side.lines[0]}"


def _around(side: CandidateSide, document: Document) -> tuple[str, str]:
    """Return what stands before and after a side in its lines, cut at words."""
    first, last = document.lines[side.lines[0] - 1], document.lines[side.lines[1] - 1]
    before, after = first[: side.columns[0]], last[side.columns[1] :]
    if len(before) > _AROUND:
        before = "…" + before[-_AROUND:].partition(" ")[2]
    if len(after) > _AROUND:
        after = after[:_AROUND].rpartition(" ")[0] + "…"
    return before, after
