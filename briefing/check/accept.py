"""Judging a candidate: the discrepancy that accepting it makes, and the entry that dismissing it makes.

What is taken from a document is a quote of a few words, never a whole sentence.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from briefing.check.anchor import locate
from briefing.check.audit import WORD
from briefing.check.quoting import Span, meet, short_quote
from briefing.model.card import Card, Value
from briefing.model.discrepancy import Discrepancy, Dismissed, Side
from briefing.model.passage import Passage
from briefing.model.results import Candidate, CandidateSide
from briefing.text.attribution import find_attributions
from briefing.text.document import Document
from briefing.text.visible import hidden

_TOLD: Final = re.compile(r"“([^”]*)”")


def accepted(
    candidate: Candidate, id: str, documents: Mapping[str, Document], cards: Iterable[Card] = ()
) -> Discrepancy:
    """Return a candidate as an open discrepancy without a finding, with the claims that cite its passages.

    `documents` are those that were compared.
    """
    told = _TOLD.findall(f"{candidate.reason} {candidate.question}")
    quoted = [_quoted(side, candidate, documents[side.source], told) for side in candidate.sides]
    return Discrepancy(
        id=id,
        question=_clean(candidate.question),
        kind=candidate.kind,
        nature=candidate.nature,
        severity=candidate.severity,
        cards=tuple(_touched(quoted, documents, cards)),
        side=tuple(quoted if candidate.kind == "internal" else _merged(quoted)),
    )


def dismissed(candidate: Candidate, reason: str, on: dt.date | None = None) -> Dismissed:
    """Return the entry that keeps a candidate from being proposed again."""
    return Dismissed(id=candidate.id, reason=reason, question=_clean(candidate.question), on=on)


def span_of(side: CandidateSide, document: Document) -> Span:
    """Return the offsets of a side in its document."""
    first, last = (document.span((line, line))[0] for line in side.lines)
    return first + side.columns[0], last + side.columns[1]


def _quoted(side: CandidateSide, candidate: Candidate, document: Document, told: Sequence[str]) -> Side:
    span = span_of(side, document)
    if candidate.kind == "attribution":
        told = [*told, *(each.text for each in find_attributions(document.text[slice(*span)]))]
    start, end = short_quote(document, span, told, _telling(side, candidate), figure=side.value is not None)
    quote, says = document.text[start:end], side.text
    before, behind = bool(WORD.search(document.text, span[0], start)), bool(WORD.search(document.text, end, span[1]))
    if before or behind:
        says = f"{'… ' if before else ''}{quote}{' …' if behind else ''}"
    passage = Passage(source=side.source, lines=document.lines_of(start, end), quote=quote)
    return Side(says=_clean(says), value=_measured(side.value), passages=(passage,))


def _clean(text: str) -> str:
    """Return a text of ours on one line, without what a reader cannot see."""
    tricks = {char for _, char in hidden(text)}
    return " ".join("".join(char for char in text if char not in tricks).split())


def _measured(value: Value | None) -> Value | None:
    known = value is not None and any(each is not None for each in (value.amount, value.low, value.high, value.date))
    return value if known else None


def _merged(sides: Sequence[Side]) -> Sequence[Side]:
    """Return one side for each answer, unless all answers are the same word for word."""
    found: dict[object, Side] = {}
    for side in sides:
        answer = side.value or side.says.casefold()
        same = found.get(answer)
        found[answer] = replace(same, passages=tuple(dict.fromkeys(same.passages + side.passages))) if same else side
    return list(found.values()) if len(found) > 1 else sides


def _touched(sides: Iterable[Side], documents: Mapping[str, Document], cards: Iterable[Card]) -> Iterator[str]:
    """Yield the claims with evidence that shares words with a passage."""
    passages: dict[str, list[Passage]] = {}
    for side in sides:
        for passage in side.passages:
            passages.setdefault(passage.source, []).append(passage)
    for card in cards:
        pairs = ((evidence, passage) for evidence in card.evidence for passage in passages.get(evidence.source, ()))
        if any(_share(evidence, passage, documents[passage.source]) for evidence, passage in pairs):
            yield card.id


def _share(one: Passage, other: Passage, document: Document) -> bool:
    if one.lines[0] > other.lines[1] or other.lines[0] > one.lines[1]:
        return False
    spans = [locate(document, each.quote, near=each.lines).span for each in (one, other)]
    return spans[0] is not None and spans[1] is not None and meet(spans[0], spans[1])


def _telling(side: CandidateSide, candidate: Candidate) -> set[str]:
    """Return the words of a side that no other side has."""
    others = {word for other in candidate.sides if other is not side for word in _words(other.text)}
    return set(_words(side.text)) - others


def _words(text: str) -> list[str]:
    return [word.casefold() for word in WORD.findall(text)]
