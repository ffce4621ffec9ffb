"""Remarks: the sentences of documents with all in them that can be compared.

A mention is one figure, date, name or role in its sentence, with the weighted words around it that
say what it is about: its context.
"""

from __future__ import annotations

import datetime as dt
import math
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from briefing.model.source import Source
from briefing.text.document import Document
from briefing.text.names import Name, find_names, group_names
from briefing.text.reuse import stem, word_spans
from briefing.text.roles import RoleHolder, find_roles
from briefing.text.sentences import sentences
from briefing.text.values import TextValue, find_values

STOP_WORDS = frozenset(
    ["a", "about", "above", "after", "again", "against", "all", "also", "am", "an", "and", "any", "are", "as", "at", "be", "because", "been", "before", "being", "below", "between", "both", "but", "by", "can", "could", "did", "do", "does", "doing", "down", "during", "each", "few", "for", "from", "further", "had", "has", "have", "having", "he", "her", "here", "hers", "him", "his", "how", "i", "if", "in", "into", "is", "it", "its", "itself", "just", "me", "more", "most", "my", "no", "nor", "not", "now", "of", "off", "on", "once", "only", "or", "other", "our", "out", "over", "own", "same", "she", "should", "so", "some", "such", "than", "that", "the", "their", "them", "then", "there", "these", "they", "this", "those", "through", "to", "too", "under", "until", "up", "upon", "very", "was", "we", "were", "what", "when", "where", "which", "while", "who", "whom", "why", "will", "with", "would", "you", "your", "said", "says", "say", "according", "one", "two", "may", "might", "must", "shall", "however", "per", "via", "s", "t", "us"]
)
REACH = 14
"""Words on either side of a mention that still say what it is about."""


@dataclass(eq=False, slots=True)
class Remark:
    """One sentence of one document. Offsets are those of the document."""

    source: str
    number: int
    start: int
    end: int
    text: str
    published: dt.date | None
    words: list[str]
    spans: list[tuple[int, int]]
    values: list[TextValue] = field(default_factory=list)
    names: list[tuple[Name, int]] = field(default_factory=list)
    roles: list[RoleHolder] = field(default_factory=list)


@dataclass(eq=False, slots=True)
class Mention:
    """A value in its remark; `context` holds the weight of each stem and name group around it."""

    remark: Remark
    value: TextValue
    context: dict[str, float]


@dataclass(slots=True)
class Corpus:
    """All remarks of some documents, the groups of their names, and how common each word is."""

    remarks: list[Remark] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    spellings: list[list[tuple[Name, Remark]]] = field(default_factory=list)
    frequency: Counter[str] = field(default_factory=Counter)

    def weight(self, feature: str) -> float:
        """Return the inverse document frequency of a stem or name group, 0 for one that is everywhere."""
        total = len(self.remarks) + 1
        return max(0.0, math.log(total / (1 + self.frequency[feature])) + 0.3)


def collect(documents: Iterable[Document], sources: dict[str, Source]) -> Corpus:
    """Read every sentence outside boilerplate; sealed documents have none that could be read."""
    corpus = Corpus()
    found: list[tuple[Name, Remark]] = []
    for document in documents:
        if document.sealed:
            continue
        source = sources.get(document.id) or Source(id=document.id)
        remarks = _remarks(document, source, len(corpus.remarks))
        corpus.remarks += remarks
        found += _names(document, remarks)
    _group(corpus, found)
    for remark in corpus.remarks:
        corpus.frequency.update(_features(remark))
    return corpus


def _features(remark: Remark) -> set[str]:
    return {word for word in remark.words if word} | {f"@{group}" for _, group in remark.names}


def _remarks(document: Document, source: Source, base: int) -> list[Remark]:
    text = document.text
    remarks: list[Remark] = []
    for start, end in sentences(text):
        if source.boilerplate and source.is_boilerplate(document.position(start)[0]):
            continue
        words, spans = word_spans(text[start:end])
        remarks.append(
            Remark(
                source=document.id,
                number=base + len(remarks),
                start=start,
                end=end,
                text=text[start:end],
                published=source.published,
                words=["" if word in STOP_WORDS else stem(word) for word in words],
                spans=[(start + first, start + last) for first, last in spans],
            )
        )
    starts = [remark.start for remark in remarks]
    for value in find_values(text, published=source.published):
        if (home := _home(starts, remarks, value.start, value.end)) is not None:
            home.values.append(value)
    for role in find_roles(text):
        if (home := _home(starts, remarks, role.start, role.end)) is not None:
            home.roles.append(role)
    return remarks


def _home(starts: Sequence[int], remarks: list[Remark], start: int, end: int) -> Remark | None:
    at = bisect_right(starts, start) - 1
    return remarks[at] if at >= 0 and end <= remarks[at].end + 1 else None


def _names(document: Document, remarks: list[Remark]) -> list[tuple[Name, Remark]]:
    starts = [remark.start for remark in remarks]
    found = []
    for name in find_names(document.text):
        home = _home(starts, remarks, name.start, name.end)
        if home is not None:
            found.append((name, home))
    return found


def _group(corpus: Corpus, found: list[tuple[Name, Remark]]) -> None:
    """Number the names so that spellings of one name have one number."""
    spelled: dict[str, list[tuple[Name, Remark]]] = {}
    for name, remark in found:
        spelled.setdefault(name.text, []).append((name, remark))
    for number, group in enumerate(group_names(mentions[0][0] for mentions in spelled.values())):
        corpus.names.append(group.name)
        corpus.spellings.append([])
        for text in dict.fromkeys(name.text for name in group.mentions):
            corpus.spellings[number] += spelled[text]
            for name, remark in spelled[text]:
                remark.names.append((name, number))
    for remark in corpus.remarks:
        remark.names.sort(key=lambda item: item[0].start)


def mention(corpus: Corpus, remark: Remark, value: TextValue) -> Mention:
    """Return a value with the weighted words and names around it, the nearer the heavier."""
    first = next((n for n, (_, end) in enumerate(remark.spans) if end > value.start), len(remark.spans))
    last = next((n for n in range(first, len(remark.spans)) if remark.spans[n][0] >= value.end), len(remark.spans))
    context: dict[str, float] = {}
    named = {n for name, _ in remark.names for n in _covered(remark, name, first, last)}
    for n, word in enumerate(remark.words):
        gap = first - n if n < first else n - last + 1
        if word and (n < first or n >= last) and gap <= REACH and n not in named and not word.isdigit():
            _add(context, word, corpus.weight(word) * _nearness(remark, value, n, gap))
    for name, group in remark.names:
        if name.end <= value.start or name.start >= value.end:
            context[f"@{group}"] = max(context.get(f"@{group}", 0), 1.2 * corpus.weight(f"@{group}"))
    norm = math.sqrt(sum(weight * weight for weight in context.values())) or 1.0
    return Mention(remark, value, {feature: weight / norm for feature, weight in context.items()})


def _covered(remark: Remark, name: Name, first: int, last: int) -> Iterable[int]:
    return (
        n
        for n, (start, end) in enumerate(remark.spans)
        if start >= name.start and end <= name.end and not first <= n < last
    )


def _nearness(remark: Remark, value: TextValue, n: int, gap: int) -> float:
    start, end = remark.spans[n]
    between = remark.text[min(end, value.end) - remark.start : max(start, value.start) - remark.start]
    crossed = sum(char in ";:—()" for char in between) + 0.5 * between.count(", ")
    return max(0.15, 1 - gap / (REACH + 4)) * (0.6**crossed)


def _add(context: dict[str, float], feature: str, weight: float) -> None:
    context[feature] = max(context.get(feature, 0.0), weight)


def coordinated(remark: Remark) -> list[tuple[tuple[Name, int], tuple[Name, int]]]:
    """Return pairs of names joined by "and" or "or" in a remark."""
    pairs = []
    for left, right in pairwise(remark.names):
        joint = remark.text[left[0].end - remark.start : right[0].start - remark.start]
        if joint.strip().removeprefix("the ").split() in (["and"], ["or"], ["and", "the"]):
            pairs.append((left, right))
    return pairs
