"""Passages that no longer stand as they are cited, each with where it may stand now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from briefing.check.anchor import locate
from briefing.check.audit import QUOTE_WORDS, WORD
from briefing.model.dossier import Dossier
from briefing.model.passage import Passage
from briefing.model.place import Place
from briefing.model.results import Anchor
from briefing.text.document import Document
from briefing.text.visible import hidden


@dataclass(frozen=True, slots=True, kw_only=True)
class Reanchor:
    """A passage that is not where it is cited, or not as it is quoted.

    `noun` and `id` name the entry, `field` the passage in it, as changes of the store do
    (`evidence[0]`, `side[1].passages[0]`). `proposed` is the passage as it could be cited instead,
    None where there is no such place. `certain`: the words are the same, so it may be written
    without a look; `reason` says in words what happened, or why a look is needed.
    """

    noun: Literal["card", "discrepancy"]
    id: str
    field: str
    passage: Passage
    anchor: Anchor
    proposed: Passage | None
    certain: bool
    reason: str


def proposals(dossier: Dossier, anchors: Mapping[Place, Anchor]) -> list[Reanchor]:
    """Return every passage that does not stand as cited, by entry; `anchors` are those of an audit.

    Passages of sources that have no text are left out: nothing can be said about them.
    """
    broken = {problem.file for problem in dossier.problems}
    found = []
    for place, noun, id, field, passage in _passages(dossier):
        anchor = anchors.get(place)
        document = dossier.documents.get(passage.source)
        if anchor is None or document is None or anchor.status in ("exact", "sealed"):
            continue
        anchor = _looked_for(document, passage, anchor)
        proposed, certain, reason = _proposed(document, passage, anchor)
        if certain and place.file in broken:
            certain, reason = False, f"{reason}; put the errors of {place.file} right first"
        found.append(
            Reanchor(
                noun=noun,
                id=id,
                field=field,
                passage=passage,
                anchor=anchor,
                proposed=proposed,
                certain=certain,
                reason=reason,
            )
        )
    return found


def _passages(dossier: Dossier) -> Iterator[tuple[Place, Literal["card", "discrepancy"], str, str, Passage]]:
    for card in dossier.cards:
        for n, evidence in enumerate(card.evidence):
            yield card.at / "evidence" / n, "card", card.id, f"evidence[{n}]", evidence
    for item in dossier.discrepancies:
        for s, side in enumerate(item.side):
            for n, passage in enumerate(side.passages):
                at = item.at / "side" / s / "passages" / n
                yield at, "discrepancy", item.id, f"side[{s}].passages[{n}]", passage


def _looked_for(document: Document, passage: Passage, anchor: Anchor) -> Anchor:
    """Look in the whole document where the cited lines are not in it any more."""
    if anchor.lines is None and not 1 <= passage.lines[0] <= passage.lines[1] <= len(document):
        anchor = locate(document, passage.quote)
        if anchor.status in ("exact", "sealed"):
            return replace(anchor, status="moved")
    return anchor


def _proposed(document: Document, passage: Passage, anchor: Anchor) -> tuple[Passage | None, bool, str]:
    """Return the passage as it could be cited, whether that is certain, and what happened."""
    if anchor.lines is None or anchor.span is None or anchor.status == "missing":
        return None, False, "the quote stands nowhere in the source any more"
    there = " ".join(document.text[slice(*anchor.span)].split())
    if anchor.status == "moved":
        moved = replace(passage, lines=anchor.lines)
        return moved, not document.sealed, "moved, word for word"
    found = replace(passage, lines=anchor.lines, quote=there)
    if anchor.status == "ambiguous":
        return found, False, "it fits several places equally well; this is the first"
    if any(change.critical for change in anchor.changes):
        return found, False, "the words have changed in substance"
    if len(WORD.findall(there)) > QUOTE_WORDS:
        return found, False, f"the quote would have more than {QUOTE_WORDS} words"
    if hidden(there):
        return found, False, "a hidden character stands in it now"
    return found, not document.sealed, "changed in form only"
