"""Choosing what to quote of a span: a few words that stand once where they are cited, never a whole sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from briefing.check.anchor import locate
from briefing.check.audit import QUOTE_WORDS, WORD
from briefing.check.words import STOP_WORDS
from briefing.text.document import Document
from briefing.text.sentences import sentences

Span = tuple[int, int]

_FEWEST: Final = 4
"""Words that a quote has where its sentence lets it: a bare figure tells a reader nothing."""
_AROUND: Final = 2000
"""Characters on either side of a span in which its sentence is looked for."""
_BEFORE: Final = "$€£¥₽₹₸#~<>≈≤≥"
_MINUS: Final = "-−+"
_BEHIND: Final = "%‰°"


def short_quote(document: Document, span: Span, told: Sequence[str], telling: set[str], *, figure: bool) -> Span:
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
    touched = [n for n, word in enumerate(words) if meet(word, span)] or [0]
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
    touched = [words for words in found if any(meet(word, span) for word in words)]
    return max(
        touched,
        key=lambda words: sum(document.text[slice(*word)].casefold() in telling for word in words if meet(word, span)),
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


def meet(one: Span, other: Span) -> bool:
    """Whether two spans share a character."""
    return one[0] < other[1] and other[0] < one[1]
