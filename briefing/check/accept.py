"""Judging a candidate: the discrepancy that accepting it makes, and the entry that dismissing it makes.

What is taken from a document is a quote of a few words: never more than `QUOTE_WORDS`, never a whole sentence.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from briefing.check.anchor import locate
from briefing.check.audit import QUOTE_WORDS, WORD
from briefing.check.words import STOP_WORDS
from briefing.model.card import Card, Value
from briefing.model.discrepancy import Discrepancy, Dismissed, Side
from briefing.model.passage import Passage
from briefing.model.results import Candidate, CandidateSide
from briefing.text.attribution import find_attributions
from briefing.text.document import Document
from briefing.text.sentences import sentences
from briefing.text.visible import hidden

Span = tuple[int, int]

_FEWEST: Final = 4
"""Words that a quote has where its sentence lets it: a bare figure tells a reader nothing."""
_AROUND: Final = 2000
"""Characters on either side of a span in which its sentence is looked for."""
_BEFORE: Final = "$€£¥₽₹₸#~<>≈≤≥"
_MINUS: Final = "-−+"
_BEHIND: Final = "%‰°"
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
    start, end = _quote(document, span, told, _telling(side, candidate), figure=side.value is not None)
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
    return spans[0] is not None and spans[1] is not None and _meet(spans[0], spans[1])


def _meet(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


# Quotes


def _telling(side: CandidateSide, candidate: Candidate) -> set[str]:
    """Return the words of a side that no other side has."""
    others = {word for other in candidate.sides if other is not side for word in _words(other.text)}
    return set(_words(side.text)) - others


def _words(text: str) -> list[str]:
    return [word.casefold() for word in WORD.findall(text)]


def _quote(document: Document, span: Span, told: Sequence[str], telling: set[str], *, figure: bool) -> Span:
    """Return the offsets of what to quote of a span: what the reason tells of it, else what no other side has."""
    words = _sentence(document, span, telling)
    if not words:
        return span
    first, last = _within(words, span)
    if last - first >= QUOTE_WORDS:
        focus = next((each for phrase in told if (each := _stands(document, phrase, span, words))), None)
        first, last = focus or _densest(document.text, words, (first, last), telling)
    first, last = _widened(document, words, (first, last), _FEWEST if figure or last - first < 1 else 1)
    while last > first and _whole(document, words[first][0], words[last][1]):
        first, last = _less(document.text, words, (first, last), telling)
    return _signs(document.text, words[first][0], words[last][1])


def _within(words: Sequence[Span], span: Span) -> Span:
    """Return the first and the last of the words that a span touches."""
    touched = [n for n, word in enumerate(words) if _meet(word, span)] or [0]
    return touched[0], touched[-1]


def _stands(document: Document, phrase: str, span: Span, words: Sequence[Span]) -> Span | None:
    """Return the first and the last word of a phrase where it stands in one sentence of a span, and is short."""
    low, high = max(span[0], words[0][0]), min(span[1], words[-1][1])
    found = re.compile(re.escape(phrase), re.IGNORECASE).search(document.text, low, max(low, high)) if phrase else None
    if found is None:
        return None
    first, last = _within(words, found.span())
    return (first, last) if last - first < QUOTE_WORDS else None


def _sentence(document: Document, span: Span, telling: set[str]) -> list[Span]:
    """Return the offsets of the words of a sentence: of those that a span touches the one with most of what matters."""
    low, high = document.span(document.lines_of(*span))
    low, high = max(low, span[0] - _AROUND), min(high, span[1] + _AROUND)
    found = [_spans(document, low + start, low + end) for start, end in sentences(document.text[low:high])]
    touched = [words for words in found if any(_meet(word, span) for word in words)]
    return max(
        touched,
        key=lambda words: sum(document.text[slice(*word)].casefold() in telling for word in words if _meet(word, span)),
        default=_spans(document, *span),
    )


def _spans(document: Document, start: int, end: int) -> list[Span]:
    return [match.span() for match in WORD.finditer(document.text, start, end)]


def _whole(document: Document, start: int, end: int) -> bool:
    """Whether a quote is all words of a sentence, as `verify` sees it."""
    low, high = document.span(document.lines_of(start, end))
    found = (_spans(document, low + first, low + last) for first, last in sentences(document.text[low:high]))
    return any(words and (words[0][0], words[-1][1]) == (start, end) for words in found)


def _densest(text: str, words: Sequence[Span], within: Span, telling: set[str]) -> Span:
    """Return the first and the last word of a quote that holds most of what matters."""
    weights = [text[start:end].casefold() in telling for start, end in words]
    first = max(range(within[0], within[1] - QUOTE_WORDS + 2), key=lambda n: (sum(weights[n : n + QUOTE_WORDS]), -n))
    last = first + QUOTE_WORDS - 1
    while last - first >= _FEWEST and not weights[first]:
        first += 1
    while last - first >= _FEWEST and not weights[last]:
        last -= 1
    return first, last


def _widened(document: Document, words: Sequence[Span], within: Span, fewest: int) -> Span:
    """Take in words to either side until the quote reads well and is found where it stands."""
    first, last = within
    turn = False
    while last - first + 1 < QUOTE_WORDS:
        clear = _there(document, words[first], words[last])
        if clear and last - first + 1 >= fewest:
            break
        ahead = last + 1 < len(words) and (not clear or _joined(document.text, words[last][1], words[last + 1][0]))
        back = first > 0 and (not clear or _joined(document.text, words[first - 1][1], words[first][0]))
        if not ahead and not back:
            break
        turn = not turn
        if ahead and (turn or not back):
            last += 1
        else:
            first -= 1
    while first < within[0] and _idle(document, words[first]) and _there(document, words[first + 1], words[last]):
        first += 1
    while last > within[1] and _idle(document, words[last]) and _there(document, words[first], words[last - 1]):
        last -= 1
    return first, last


def _idle(document: Document, word: Span) -> bool:
    """Whether a word at the edge of a quote tells nothing."""
    return document.text[slice(*word)].casefold() in STOP_WORDS


def _joined(text: str, end: int, start: int) -> bool:
    """Whether nothing but white space and signs of figures stands between two words."""
    return not text[end:start].strip(f" \t\r\n{_BEFORE}{_BEHIND}")


def _there(document: Document, first: Span, last: Span) -> bool:
    """Whether a quote from one word to another is found where it stands."""
    start, end = _signs(document.text, first[0], last[1])
    anchor = locate(document, document.text[start:end], near=document.lines_of(start, end))
    return anchor.status == "exact" and anchor.span == (start, end)


def _less(text: str, words: Sequence[Span], within: Span, telling: set[str]) -> Span:
    """Leave out one word: the last, unless that matters more than the first."""
    first, last = within
    opens, closes = (text[slice(*words[n])].casefold() in telling for n in within)
    return (first + 1, last) if closes and not opens else (first, last - 1)


def _signs(text: str, start: int, end: int) -> Span:
    """Take in the signs that belong to a figure at either end."""
    while start and text[start - 1] in _BEFORE:
        start -= 1
    if start and text[start - 1] in _MINUS and not text[start - 2 : start - 1].strip():
        start -= 1
    while end < len(text) and text[end] in _BEHIND:
        end += 1
    return start, end
