"""Which proposed derivations a register does not say already."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from briefing.check.lineage import Derivation
from briefing.model.dossier import Dossier
from briefing.model.source import Source
from briefing.text.sameness import SAME, same_name


def untold(found: Iterable[Derivation], dossier: Dossier) -> list[Derivation]:
    """Return the proposals that the register does not already say, by a derivation either way or by an origin."""
    origins = {origin.id: origin.name for origin in dossier.origins}
    drawn: dict[str, set[str]] = defaultdict(set)
    for source in dossier.sources:
        drawn[source.id] |= {source.origin} - {""}
    for card in dossier.cards:
        for evidence in card.evidence:
            drawn[evidence.source] |= {evidence.origin} - {""}
    return [item for item in found if not _told(item, dossier, origins, drawn)]


def _told(item: Derivation, dossier: Dossier, origins: dict[str, str], drawn: dict[str, set[str]]) -> bool:
    if item.repeats:
        pair = (item.source, item.repeats)
        named = [_source(dossier, name).derives_from for name in pair]
        return item.repeats in named[0] or item.source in named[1] or _one_origin(*(_source(dossier, n) for n in pair))
    labels = [origins.get(origin, origin) for origin in drawn[item.source]]
    labels += [_source(dossier, name).publisher for name in _source(dossier, item.source).derives_from]
    return any(
        same_name(item.origin, label) >= SAME or item.origin.casefold() in label.casefold() for label in labels if label
    )


def _one_origin(a: Source, b: Source) -> bool:
    return bool(a.origin) and a.origin == b.origin


def _source(dossier: Dossier, name: str) -> Source:
    return dossier.source_by_id.get(name) or Source(id=name)
