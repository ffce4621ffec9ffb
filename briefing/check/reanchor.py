"""Passages that no longer stand as they are cited, each with where it may stand now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from briefing.check.anchor import locate, stands_once
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
    None where there is no such place. `certain`: the words are the same and stand in no other place
    that could be meant, so it may be written without a look; on real revisions the nearest of several
    places was the wrong one in 7 of 43. `reason` says in words what happened, or why a look is needed.
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
        return locate(document, passage.quote, near=passage.lines)
    return anchor


def _proposed(document: Document, passage: Passage, anchor: Anchor) -> tuple[Passage | None, bool, str]:
    """Return the passage as it could be cited, whether that is certain, and what happened."""
    if anchor.lines is None or anchor.span is None or anchor.status == "missing":
        return None, False, "the quote stands nowhere in the source any more"
    there = " ".join(document.text[slice(*anchor.span)].split())
    found = replace(passage, lines=anchor.lines, quote=passage.quote if anchor.status == "moved" else there)
    doubt = _doubt(document, passage, found, anchor)
    return found, not doubt, doubt or ("moved" if anchor.status == "moved" else "changed in form only")


def _doubt(document: Document, passage: Passage, found: Passage, anchor: Anchor) -> str:
    """Return why a passage cannot be cited as it was found without a look; nothing where it can."""
    if anchor.status == "ambiguous":
        return "it fits several places equally well; this is the first"
    if any(change.critical for change in anchor.changes):
        return "the words have changed in substance"
    if document.sealed:
        return "the source is sealed: attach the original first"
    if len(WORD.findall(found.quote)) > QUOTE_WORDS:
        return f"the quote would have more than {QUOTE_WORDS} words"
    if hidden(found.quote):
        return "a hidden character stands in it now"
    if locate(document, found.quote, near=found.lines).status != "exact":
        return "it cannot be quoted as it stands there"
    (first, last), (low, high) = found.lines, passage.lines
    in_place = anchor.status == "altered" and low <= first <= last <= high
    if not in_place and not stands_once(document, found.quote):
        return "it stands in several places; this is the nearest"
    return ""
