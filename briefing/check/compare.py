"""Documents in, candidates out: what a careful analyst would want to see side by side."""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager

from briefing.check.clash import Clash
from briefing.check.known import Known
from briefing.check.remarks import Remark, gather
from briefing.check.shares import look_for_all, read_all
from briefing.check.statements import Statements
from briefing.model.dossier import Dossier
from briefing.model.results import Candidate, CandidateSide
from briefing.model.source import Source
from briefing.text.document import Document


def compare(documents: Iterable[Document], dossier: Dossier | None = None, *, workers: int = 1) -> list[Candidate]:
    """Return the discrepancies that documents show, the best candidates first.

    Args:
        documents: whole or sealed; of a sealed one nothing can be read.
        dossier: gives publication dates and boilerplate, leaves out the candidates it has dismissed, and marks those
            that repeat one of its own discrepancies.
        workers: processes to work in; the result is the same for any number.
    """
    texts = {document.id: document for document in sorted(documents, key=lambda document: document.id)}
    sources: Mapping[str, Source] = dossier.source_by_id if dossier else {}
    pairs = [(text, sources.get(text.id) or Source(id=text.id)) for text in texts.values()]
    with _uncollected():
        corpus = gather(read_all(pairs, workers))
        clashes = look_for_all(Statements(corpus), workers)
    best: dict[str, Candidate] = {}
    for clash in clashes:
        candidate = _candidate(clash, corpus.remarks, texts)
        if candidate.id not in best or best[candidate.id].score < candidate.score:
            best[candidate.id] = candidate
    found = sorted(best.values(), key=lambda item: (-item.score, item.id))
    if dossier is None:
        return found
    dismissed = {item.id for item in dossier.dismissed}
    known = Known(dossier)
    return [known.mark(item) for item in found if item.id not in dismissed]


@contextmanager
def _uncollected() -> Iterator[None]:
    """Rest the collector, which else looks through all remarks again and again: a sixth of the time, and no garbage."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


def _candidate(clash: Clash, remarks: Sequence[Remark], texts: Mapping[str, Document]) -> Candidate:
    sides = []
    for spot in clash.sides:
        document = texts[remarks[spot.remark].source]
        sides.append(
            CandidateSide(
                source=document.id,
                lines=document.lines_of(spot.start, spot.end),
                columns=(document.position(spot.start)[1], document.position(spot.end)[1]),
                text=" ".join(document.text[spot.start : spot.end].split()),
                value=spot.value,
            )
        )
    sides.sort(key=lambda side: (side.source, side.lines, side.columns))
    return Candidate(
        id=_id(clash, remarks),
        kind=clash.kind,
        nature=clash.nature,
        severity=clash.severity,
        score=round(min(1.0, max(0.0, clash.score)), 3),
        question=clash.question,
        reason=clash.reason,
        sides=tuple(sides),
    )


def _id(clash: Clash, remarks: Sequence[Remark]) -> str:
    """Return an id that depends on what disagrees and on nothing else: not on lines, scores or further sides."""
    told = clash.key
    if not told:
        homes = [(remarks[spot.remark], spot) for spot in clash.sides[:2]]
        told = tuple(f"{home.source}\t{home.text}\t{home.cut(spot.start, spot.end)}" for home, spot in homes)
    plain = "\n".join([clash.kind, *sorted(told)])
    return f"{clash.kind}-{hashlib.sha256(plain.encode('utf-8', 'surrogatepass')).hexdigest()[:10]}"
