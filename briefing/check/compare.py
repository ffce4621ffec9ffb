"""Documents in, candidates out."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from briefing.check.clash import Clash
from briefing.check.kinds.agent import agents
from briefing.check.kinds.certainty import certainties
from briefing.check.kinds.date import dates
from briefing.check.kinds.entity import entities
from briefing.check.kinds.figure import figures
from briefing.check.kinds.internal import internals
from briefing.check.kinds.name import names
from briefing.check.kinds.denial import denials
from briefing.check.kinds.number import numbers
from briefing.check.kinds.rank import ranks
from briefing.check.kinds.role import roles
from briefing.check.kinds.status import statuses
from briefing.check.kinds.time import overtaken
from briefing.check.remarks import Corpus, collect
from briefing.check.statements import Statements
from briefing.model.dossier import Dossier
from briefing.model.results import Candidate, CandidateSide
from briefing.text.document import Document

KINDS: tuple[Callable[[Corpus], Iterator[Clash]], ...] = (roles, names, internals, ranks, denials, overtaken)
RESTATED: tuple[Callable[[Statements], Iterator[Clash]], ...] = (
    figures,
    dates,
    statuses,
    entities,
    certainties,
    agents,
    numbers,
)


def compare(documents: Iterable[Document], dossier: Dossier | None = None) -> list[Candidate]:
    """Return the discrepancies that documents show, the most certain first."""
    texts = {document.id: document for document in documents}
    corpus = collect(list(texts.values()), dossier.source_by_id if dossier else {})
    found: dict[str, Candidate] = {}
    statements = Statements(corpus)
    clashes = [clash for kind in KINDS for clash in kind(corpus)]
    clashes += [clash for restated in RESTATED for clash in restated(statements)]
    for clash in clashes:
        candidate = _candidate(clash, texts)
        if candidate.id not in found or found[candidate.id].score < candidate.score:
            found[candidate.id] = candidate
    return sorted(found.values(), key=lambda item: (-item.score, item.id))


def _candidate(clash: Clash, texts: dict[str, Document]) -> Candidate:
    sides = []
    for side in clash.sides:
        document = texts[side.remark.source]
        sides.append(
            CandidateSide(
                source=document.id,
                lines=document.lines_of(side.start, side.end),
                columns=(document.position(side.start)[1], document.position(side.end)[1]),
                text=" ".join(document.text[side.start : side.end].split()),
                value=side.value,
            )
        )
    sides.sort(key=lambda side: (side.source, side.lines, side.columns))
    told = "\n".join([clash.kind, *(f"{side.source}\t{side.text}\t{side.columns}" for side in sides)])
    return Candidate(
        id=f"{clash.kind}-{hashlib.sha256(told.encode('utf-8', 'surrogatepass')).hexdigest()[:10]}",
        kind=clash.kind,
        nature=clash.nature,
        severity=clash.severity,
        score=round(min(1.0, max(0.0, clash.score)), 3),
        question=clash.question,
        reason=clash.reason,
        sides=tuple(sides),
    )
