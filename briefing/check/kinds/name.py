"""Names that seem to mean one person, place or body and are spelled differently."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import Final

from briefing.check.clash import Clash, part
from briefing.check.cluster import MOST_SIDES
from briefing.check.remarks import Corpus, Remark
from briefing.check.statements import Statements
from briefing.check.variants import INSIDE, telling, variants
from briefing.text.names import Name
from briefing.text.namewords import MARKS, PLACES
from briefing.text.romanise import likeness, plain
from briefing.text.sameness import BORDER, SAME, same_name

_SHORTEST: Final = 5
_GARBLED: Final = 0.36
_JOINT: Final = re.compile(r"\s(?:and|or|&)\s(?:the\s)?|\s?[/+]\s?")


@dataclass(eq=False, slots=True)
class _Spelling:
    """One way to write a name and where it stands."""

    text: str
    words: tuple[str, ...]
    places: list[tuple[Remark, Name]]


def names(statements: Statements) -> Iterator[Clash]:
    """Yield clusters of spellings, each once."""
    corpus = statements.corpus
    spellings = _spellings(corpus)
    links: dict[int, dict[int, float]] = defaultdict(dict)
    for a, b, alike in variants([(spelling.text, spelling.words) for spelling in spellings]):
        links[a][b] = links[b][a] = alike
    paired = _paired(corpus, spellings)
    for a, b in paired:
        links[a].setdefault(b, 0.3)
        links[b].setdefault(a, 0.3)
    seen: set[int] = set()
    for start in sorted(links):
        if start not in seen:
            cluster = _reach(start, links)
            seen |= set(cluster)
            yield _clash(
                [spellings[n] for n in cluster], [links[a][b] for a, b in combinations(cluster, 2) if b in links[a]]
            )


def _spellings(corpus: Corpus) -> list[_Spelling]:
    found: dict[tuple[str, ...], _Spelling] = {}
    for remark in corpus.remarks:
        for name in remark.names:
            words = telling(name.text)
            if words and sum(map(len, words)) >= _SHORTEST:
                found.setdefault(words, _Spelling(name.text, words, [])).places.append((remark, name))
    return sorted(found.values(), key=lambda item: item.words)


def _paired(corpus: Corpus, spellings: list[_Spelling]) -> list[tuple[int, int]]:
    """Return spellings that stand for one another in pairs: "A and B" in one place, "A' and B'" in another.

    Where B and B' are one name in two spellings, A and A' may be so too, however garbled.
    """
    number = {spelling.words: n for n, spelling in enumerate(spellings)}
    pairs = {
        (a, b): None
        for remark in corpus.remarks
        for left, right in _joined(remark)
        if (a := number.get(telling(left.text))) is not None
        and (b := number.get(telling(right.text))) is not None
        and a != b
    }
    found = []
    for (a, b), (c, d) in combinations(pairs, 2):
        for one, two, three, four in ((a, c, b, d), (b, d, a, c)):
            if one == two or three == four or not _one_name(spellings[three], spellings[four]):
                continue
            if _alike_garbled(spellings[one], spellings[two]) and not {one, two} & {three, four}:
                found += [(one, two), (three, four)]
    return found


def _joined(remark: Remark) -> Iterator[tuple[Name, Name]]:
    """Yield names joined by "and", and names of one sort of thing that follow one another in a list."""
    for left, right in pairwise(remark.names):
        if _JOINT.fullmatch(remark.cut(left.end, right.start)):
            yield left, right
    things: dict[str, list[Name]] = defaultdict(list)
    for name in remark.names:
        last = plain(name.text).split()[-1:]
        if last and last[0] in PLACES and len(name.text.split()) > 1:
            things[last[0]].append(name)
    for several in things.values():
        yield from pairwise(several)


def _one_name(a: _Spelling, b: _Spelling) -> bool:
    return same_name(a.text, b.text) >= BORDER or _marked(a, b)


def _marked(a: _Spelling, b: _Spelling) -> bool:
    """Whether two names have one mark (north, upper) in common and go on with the same letters."""
    shared = {plain(word) for word in a.words} & {plain(word) for word in b.words} & MARKS.keys()
    rest = [[word for word in map(plain, item.words) if word not in shared] for item in (a, b)]
    return bool(shared) and all(rest) and rest[0][0][:2] == rest[1][0][:2]


def _alike_garbled(a: _Spelling, b: _Spelling) -> bool:
    if _marked(a, b):
        return True
    x, y = max(a.words, key=len), max(b.words, key=len)
    return min(len(x), len(y)) >= 8 and (x[-3:] == y[-3:] or likeness(x, y) >= _GARBLED)


def _reach(start: int, links: dict[int, dict[int, float]]) -> list[int]:
    found, waiting = {start}, [start]
    while waiting:
        for other in links[waiting.pop()]:
            if other not in found:
                found.add(other)
                waiting.append(other)
    return sorted(found)


def _clash(cluster: list[_Spelling], scores: list[float]) -> Clash:
    cluster.sort(key=lambda item: (-len(item.places), item.text))
    alike = sum(scores) / len(scores)
    kinds = {name.kind for item in cluster for _, name in item.places}
    certain = min(scores) >= SAME or (min(scores) == INSIDE and "person" in kinds)
    told = ", ".join(f"“{item.text}” ({len(item.places)})" for item in cluster[:6])
    sides = [part(item.places[0][0], item.places[0][1].start, item.places[0][1].end) for item in cluster[:MOST_SIDES]]
    return Clash(
        kind="name",
        nature="apparent" if certain else "real",
        severity="medium" if len(cluster) > 2 or not certain else "low",
        score=min(0.92, 0.45 + 0.35 * alike + 0.05 * len(cluster)) * (0.6 if alike == INSIDE and certain else 1.0),
        question=f"Are {' and '.join(f'“{item.text}”' for item in cluster[:3])} one and the same?",
        reason=f"one name, it seems, in {len(cluster)} spellings: {told}; likeness {alike:.2f}",
        sides=tuple(sides),
        key=tuple(sorted(item.text for item in cluster)),
    )
