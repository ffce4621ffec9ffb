"""Who repeats whom: sources that share phrasing, and sources that say where they have it from.

Corroboration is counted by origins, so every proposal carries the lines that speak for it. Shingles in an
inverted index bring only texts together that share some: a thousand documents are not compared pair by pair.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import Final, Literal
from zlib import crc32

from briefing.model.dossier import Dossier
from briefing.model.results import CandidateSide
from briefing.model.source import Source
from briefing.text.attribution import Attribution, find_attributions
from briefing.text.document import Document
from briefing.text.reuse import Run, reuse, shared_runs, word_spans
from briefing.text.sameness import SAME, same_name

DerivationKind = Literal["copy", "shared phrasing", "same quotation", "attribution"]
Basis = Literal["date", "attribution", "unknown"]

COPY: Final = 0.5
PHRASING: Final = 0.06
SHINGLE: Final = 6
RUN: Final = 8
_LEAST_SHARED: Final = 2
_COMMONPLACE: Final = 12
_MANY_WORDS: Final = 400_000
_MOST_PASSAGES: Final = 5
_MOST_PER_SOURCE: Final = 2

_DATELINE: Final = re.compile(r"^\W*[A-Z][\w .,'’-]{1,50}\((?P<who>[A-Z][\w .&-]{1,40})\)\s*[-–—:]")
_QUOTED: Final = re.compile(r"[\"“«„][^\"“”«»„]{10,600}[\"”»“]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Derivation:
    """A proposal: `source` repeats `repeats`, another source, or what `origin` names outside the dossier.

    `share` of the shorter text stands in the other; `basis` says what gave the direction. `passages`
    are the lines that speak for it, those of `source` first, then their twins.
    """

    source: str
    repeats: str = ""
    origin: str = ""
    kind: DerivationKind
    basis: Basis
    share: float = 0.0
    score: float
    reason: str
    passages: tuple[CandidateSide, ...]


def propose_lineage(dossier: Dossier) -> list[Derivation]:
    """Return what seems to repeat what, the surest first; sealed sources are passed over."""
    texts = {name: _Text(document, _source(dossier, name)) for name, document in _readable(dossier)}
    cited = [derivation for text in texts.values() for derivation in _cited(text, texts)]
    links = {(item.source, item.repeats) for item in cited if item.repeats}
    shared = [item for a, b in _neighbours(texts) if (item := _shared(texts[a], texts[b], links)) is not None]
    shared.sort(key=lambda item: (-item.score, item.source, item.repeats))
    seen: Counter[str] = Counter()
    kept = []
    for item in shared:
        seen[item.source] += 1
        if seen[item.source] <= _MOST_PER_SOURCE:
            kept.append(item)
    return sorted((*kept, *cited), key=lambda item: (-item.score, item.source, item.repeats, item.origin))


class _Text:
    """One document without its boilerplate: blanked, so that every offset stays true."""

    def __init__(self, document: Document, source: Source) -> None:
        self.document = document
        self.source = source
        self.text = _without(document, source.boilerplate)
        self.words, _ = word_spans(self.text)

    def side(self, start: int, end: int) -> CandidateSide:
        """Return a span as lines and columns."""
        first, column = self.document.position(start)
        last, stop = self.document.position(end)
        return CandidateSide(
            source=self.source.id, lines=(first, last), columns=(column, stop), text=self.document.text[start:end]
        )

    def quoted(self) -> list[tuple[int, int]]:
        """Return the spans that stand in quotation marks."""
        return [match.span() for match in _QUOTED.finditer(self.text)]


def _readable(dossier: Dossier) -> Iterable[tuple[str, Document]]:
    return ((name, document) for name, document in dossier.documents.items() if not document.sealed and document.text)


def _source(dossier: Dossier, name: str) -> Source:
    return dossier.source_by_id.get(name) or Source(id=name, title=name)


def _without(document: Document, ranges: tuple[tuple[int, int], ...]) -> str:
    text = document.text
    for first, last in ranges:
        if 1 <= first <= last and first <= len(document):
            start, end = document.span((first, min(last, len(document))))
            text = text[:start] + " " * (end - start) + text[end:]
    return text


def _neighbours(texts: dict[str, _Text]) -> list[tuple[str, str]]:
    """Return the pairs of texts that share shingles, each pair once."""
    few = sum(len(text.words) for text in texts.values()) < _MANY_WORDS
    holders: dict[int, list[str]] = defaultdict(list)
    for name, text in texts.items():
        for mark in _marks(text.words, every=1 if few else 4):
            holders[mark].append(name)
    pairs: Counter[tuple[str, str]] = Counter()
    for names in holders.values():
        if 1 < len(names) <= _COMMONPLACE:
            pairs.update(combinations(names, 2))
        elif len(names) > _COMMONPLACE:  # a mass of copies or a common form: each with its two neighbours
            pairs.update(pairwise(names))
            pairs.update((names[0], name) for name in names[1:])
    return sorted(pair for pair, count in pairs.items() if count >= _LEAST_SHARED)


def _marks(words: list[str], every: int) -> set[int]:
    """Return a number for each shingle of a text, or for one in `every`, the same ones in each text."""
    shingles = zip(*(words[n:] for n in range(SHINGLE)), strict=False)
    marks = {crc32(" ".join(shingle).encode()) for shingle in shingles}
    return marks if every == 1 else {mark for mark in marks if mark % every == 0}


def _shared(a: _Text, b: _Text, links: set[tuple[str, str]]) -> Derivation | None:
    """Return what two texts with common shingles make of each other, if it is enough."""
    copy, first, basis = _directed(a, b, links)
    runs = shared_runs(copy.text, first.text, RUN)
    if not runs:
        return None
    share = reuse(copy.text, first.text)
    quotation = _all_quoted(copy, [run.a for run in runs]) and _all_quoted(first, [run.b for run in runs])
    longest = max(run.words for run in runs)
    if share < PHRASING and longest < 2 * RUN and len(runs) < 2:
        return None
    kind: DerivationKind = "copy" if share >= COPY else "same quotation" if quotation else "shared phrasing"
    score = min(0.99, 0.5 + share / 2) if share >= COPY else (0.3 if quotation else 0.4 + share)
    return Derivation(
        source=copy.source.id,
        repeats=first.source.id,
        kind=kind,
        basis=basis,
        share=share,
        score=score,
        reason=_why(kind, basis, share, runs),
        passages=_twins(copy, first, runs),
    )


def _directed(a: _Text, b: _Text, links: set[tuple[str, str]]) -> tuple[_Text, _Text, Basis]:
    """Return (repeater, repeated, how known): by who cites whom, else by date, else by length."""
    if (a.source.id, b.source.id) in links:
        return a, b, "attribution"
    if (b.source.id, a.source.id) in links:
        return b, a, "attribution"
    if a.source.published and b.source.published and a.source.published != b.source.published:
        later = a if a.source.published > b.source.published else b
        return later, (b if later is a else a), "date"
    shorter = min((a, b), key=lambda text: (len(text.words), text.source.id))
    return shorter, (b if shorter is a else a), "unknown"


def _all_quoted(text: _Text, spans: list[tuple[int, int]]) -> bool:
    quotes = text.quoted()
    return bool(quotes) and all(any(s <= start and end <= e for s, e in quotes) for start, end in spans)


def _why(kind: DerivationKind, basis: Basis, share: float, runs: list[Run]) -> str:
    direction = {
        "date": "the later repeats the earlier",
        "attribution": "it names the other as where it has this from",
        "unknown": "which came first is not known",
    }[basis]
    longest = max(run.words for run in runs)
    what = "only inside quotation marks; " if kind == "same quotation" else ""
    places = "1 place" if len(runs) == 1 else f"{len(runs)} places"
    return f"{share:.0%} of the shorter text stands in the other, in {places}, up to {longest} words; {what}{direction}"


def _twins(copy: _Text, first: _Text, runs: list[Run]) -> tuple[CandidateSide, ...]:
    longest = sorted(sorted(runs, key=lambda run: -run.words)[:_MOST_PASSAGES], key=lambda run: run.a)
    return tuple(side for run in longest for side in (copy.side(*run.a), first.side(*run.b)))


def _cited(text: _Text, texts: dict[str, _Text]) -> list[Derivation]:
    """Return whom a text names as where it has its story from, each once."""
    found: dict[str, Derivation] = {}
    own = [label for label in (text.source.publisher, text.source.author) if label]
    for item in _sayings(text):
        if any(same_name(item.source, label) >= SAME for label in own):
            continue
        twin = _known(item.source, text, texts)
        key = twin or item.source
        if key in found or any(not twin and same_name(item.source, other.origin) >= SAME for other in found.values()):
            continue
        found[key] = Derivation(
            source=text.source.id,
            repeats=twin,
            origin="" if twin else item.source,
            kind="attribution",
            basis="attribution",
            score=0.8 if twin else 0.7,
            reason=f"it says so itself: {item.text.strip()}",
            passages=(text.side(item.start, item.end),),
        )
    return list(found.values())


def _sayings(text: _Text) -> list[Attribution]:
    """Return the words of a text that name an outlet or author as its source, datelines included."""
    found: list[Attribution] = []
    start = 0
    for line in text.text.split("\n"):
        if match := _DATELINE.match(line):
            span = match.span("who")
            found.append(Attribution(start + span[0], start + span[1], match["who"], "outlet", match["who"].strip()))
        found.extend(
            Attribution(start + item.start, start + item.end, item.text, item.who, item.source)
            for item in find_attributions(line)
            if item.who == "outlet" and item.source
        )
        start += len(line) + 1
    return found


def _known(name: str, text: _Text, texts: dict[str, _Text]) -> str:
    """Return the id of the other source whose publisher or author is meant, else ""."""
    matches = [
        other.source
        for other in texts.values()
        if other is not text
        and any(same_name(name, label) >= SAME for label in (other.source.publisher, other.source.author) if label)
    ]
    before = text.source.published
    earlier = [source for source in matches if not (before and source.published and source.published > before)]
    return max(earlier, key=lambda source: (source.published or dt.date.min, source.id)).id if earlier else ""
