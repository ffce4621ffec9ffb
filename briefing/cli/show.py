"""`briefing show`: one card, or lines of a source."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import MISSING, asdict, fields, is_dataclass
from pathlib import Path
from typing import Any

from briefing.check.anchor import locate
from briefing.check.rate import rate
from briefing.cli import streams
from briefing.cli.commands import click, dossier_options, format_option
from briefing.cli.streams import Span
from briefing.errors import UsageError
from briefing.memo.words import dots
from briefing.model.card import Card
from briefing.model.dossier import Dossier
from briefing.store.dossier import open_dossier

_LINES = re.compile(r"(.+?):([0-9]{1,9})(?:-([0-9]{1,9}))?")


@click.command("show")
@dossier_options
@format_option("text", "json")
@click.argument("what", metavar="CARD|SOURCE[:A-B]")
def command(dossier: Path | None, originals: Path | None, form: str, what: str) -> int:
    """Show one card with its evidence and rating, or lines of a source as `cat -n` numbers them."""
    opened = open_dossier(dossier, originals)
    card = opened.card_by_id.get(what)
    if card is not None:
        if form == "json":
            streams.json(as_json(card, opened))
        else:
            _as_text(card, opened)
        return 0
    id, lines = _source(what, opened)
    if form == "json":
        streams.json(_lines_as_json(id, lines, opened))
    else:
        for number, line in _numbered(id, lines, opened):
            streams.out(f"{number:6}\t{line}")
    return 0


def _source(what: str, dossier: Dossier) -> tuple[str, tuple[int, int]]:
    match = _LINES.fullmatch(what)
    id, first, last = (match[1], int(match[2]), int(match[3] or match[2])) if match else (what, 1, 0)
    named = [source.id for source in dossier.sources if source.id == id or source.id.startswith(f"{id}_")]
    if len(named) != 1:
        from rapidfuzz import fuzz, process

        names = [*dossier.card_by_id, *dossier.source_by_id]
        near = process.extractOne(id, names, scorer=fuzz.WRatio, score_cutoff=60)
        raise UsageError(f"there is no card and no source `{id}`", f"did you mean `{near[0]}`?" if near else "")
    document = dossier.documents.get(named[0])
    if document is None:
        raise UsageError(f"there is no text of {named[0]}", "`briefing verify` says why")
    lines = (first, last if match else len(document))
    if not 1 <= lines[0] <= lines[1] <= len(document):
        raise UsageError(f"{named[0]} has lines 1 to {len(document)}", "give a range within them, as 12-14")
    return named[0], lines


def _numbered(id: str, lines: tuple[int, int], dossier: Dossier) -> list[tuple[int, str]]:
    document = dossier.documents[id]
    return [(number, document.line(number)) for number in range(lines[0], lines[1] + 1)]


def _lines_as_json(id: str, lines: tuple[int, int], dossier: Dossier) -> dict[str, Any]:
    rows = [{"line": number, "text": line} for number, line in _numbered(id, lines, dossier)]
    return {"schema": "briefing.show/1", "source": id, "sealed": dossier.documents[id].sealed, "lines": rows}


def plain(value: Any) -> Any:
    """Return a noun as it stands in the file: without what is left at its default."""
    if is_dataclass(value) and not isinstance(value, type):
        return {
            item.name: plain(getattr(value, item.name))
            for item in fields(value)
            if item.init and (item.default is MISSING or getattr(value, item.name) != item.default)
        }
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    return value.isoformat() if isinstance(value, dt.date) else value


def as_json(card: Card, dossier: Dossier) -> dict[str, Any]:
    """Return the shape `briefing.show/1` of a card."""
    rating = rate(card, dossier)
    anchors = []
    for item in card.evidence:
        document = dossier.documents.get(item.source)
        anchor = locate(document, item.quote, near=item.lines) if document else None
        lines = anchor.lines if anchor and anchor.lines else item.lines
        anchors.append({"source": item.source, "lines": lines, "status": anchor.status if anchor else "missing"})
    return {
        "schema": "briefing.show/1",
        "card": {**plain(card), "topic": card.topic},
        "rating": {**asdict(rating), "judgement": plain(rating.judgement) if rating.judgement else None},
        "anchors": anchors,
    }


def _as_text(card: Card, dossier: Dossier) -> None:
    data = as_json(card, dossier)
    streams.out(Span(card.claim, "bold"))
    streams.out(f"  {card.id} · {dossier.topic_titles[card.topic]} · {card.kind} · {card.subject}")
    if card.value:
        streams.out("  value   ", ", ".join(f"{key} {value}" for key, value in plain(card.value).items()))
    if card.as_of:
        streams.out("  as of   ", card.as_of.isoformat())
    if card.note:
        streams.out("  note    ", card.note)
    rating = rate(card, dossier)
    streams.out()
    streams.out(f"{dots(rating.confidence)} {rating.confidence}")
    for reason in rating.reasons:
        streams.out("  ", reason)
    if card.judgement:
        judged = card.judgement
        streams.out(f"  the analyst's judgement: {judged.confidence}: {judged.reason} {judged.by}".rstrip())
    for item in dossier.discrepancies_of.get(card.id, ()):
        sign = "≠" if item.nature == "real" else "≈"
        streams.out(f"  {sign} {item.question} ({item.id}, {item.severity}, {item.status})")
    streams.out()
    for evidence, anchor in zip(card.evidence, data["anchors"], strict=True):
        first, last = evidence.lines
        lines = str(first) if first == last else f"{first}-{last}"
        source = dossier.source_by_id.get(evidence.source)
        letter = source.reliability if source else "?"
        streams.out(
            f"{evidence.stance:<9} {evidence.source}:{lines}  {letter}  {evidence.directness}"
            f"  origin {dossier.origin_of(evidence)}  {anchor['status']}"
        )
        streams.out("          “", evidence.quote, "”")
