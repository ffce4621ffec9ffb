"""Who did it: one deed, one object, and two different doers."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from briefing.check.clash import Clash, part
from briefing.check.cluster import MOST_SIDES
from briefing.check.remarks import Corpus, Remark
from briefing.check.statements import Statements
from briefing.check.words import LIGHT_WORDS
from briefing.text.countries import COUNTRIES
from briefing.text.names import Name
from briefing.text.romanise import plain
from briefing.text.sameness import POSSIBLE, same_name
from briefing.text.tokens import small

_DEEDS: Final = re.compile(
    r"\b(?:(?P<lead>led|heads?|headed|chaired|presided over)|(?P<found>founded|established|set up)"
    r"|(?P<broker>broker(?:ed)?|mediated)|(?P<buy>bought|acquired|took over)|(?P<build>built|constructed)"
    r"|(?P<run>operat(?:es|ed)|runs|ran)|(?P<own>owns|owned)|(?P<design>designed)"
    r"|(?P<make>wrote|written|authored|directed|composed|painted)|(?P<find>discovered|invented)"
    r"|(?P<pay>funded|financed|sponsored)|(?P<kill>killed|shot|murdered|stabbed)|(?P<win>won)|(?P<score>scored)"
    r"|(?P<host>hosted|organi[sz]ed)|(?P<sign>appointed|nominated))\b"
)
_BY: Final = re.compile(r"\sby\s(?:the\s)?(?:[\w’'-]+\s){0,4}?")
_SUBJECT: Final = re.compile(
    r"(?:\s(?:has|had|have|also|who|that|which|then|later|previously|personally|directly|successfully|helped|itself|himself|herself|—)){0,4}\s?"
)


@dataclass(frozen=True, slots=True)
class _Deed:
    remark: Remark
    doer: Name
    group: int
    objects: frozenset[int]
    words: frozenset[str]


def agents(statements: Statements) -> Iterator[Clash]:
    """Yield deeds that documents ascribe to different doers, each deed once."""
    deeds: dict[str, list[_Deed]] = defaultdict(list)
    for remark in statements.corpus.remarks:
        for verb, deed in _read(remark):
            deeds[verb].append(deed)
    for verb, several in sorted(deeds.items()):
        yield from _clashes(statements, verb, several)


def _read(remark: Remark) -> Iterator[tuple[str, _Deed]]:
    for match in _DEEDS.finditer(small(remark.text)):
        start, end = remark.start + match.start(), remark.start + match.end()
        named = list(zip(remark.names, remark.groups, strict=True))
        doer = next(((n, g) for n, g in named if n.start >= end and _BY.fullmatch(remark.cut(end, n.start))), None)
        passive = doer is not None
        if doer is None:
            doer = next(
                ((n, g) for n, g in reversed(named) if n.end <= start and _SUBJECT.fullmatch(remark.cut(n.end, start))),
                None,
            )
        if doer is None or plain(doer[0].text) in COUNTRIES:
            continue
        low, high = (remark.start, start) if passive else (end, remark.end)
        objects = frozenset(g for n, g in named if low <= n.start < high and g != doer[1])
        words = frozenset(
            word
            for word, (first, _) in zip(remark.stems, remark.spans, strict=True)
            if low <= first < min(high, low + 120 if not passive else high) and word and word not in LIGHT_WORDS
        )
        yield match.lastgroup or "", _Deed(remark, doer[0], doer[1], objects, words)


def _clashes(statements: Statements, verb: str, deeds: list[_Deed]) -> Iterator[Clash]:
    corpus = statements.corpus
    by_object: dict[int, list[_Deed]] = defaultdict(list)
    for deed in deeds:
        for group in deed.objects:
            by_object[group].append(deed)
    seen: set[frozenset[int]] = set()
    for group, several in sorted(by_object.items()):
        for n, one in enumerate(several[:30]):
            for two in several[n + 1 : 30]:
                pair = frozenset((one.remark.number, two.remark.number))
                if (
                    one.group == two.group
                    or len(pair) < 2
                    or pair in seen
                    or not _one_deed(statements, one, two, group)
                ):
                    continue
                seen.add(pair)
                yield _clash(corpus, verb, group, one, two)


def _one_deed(statements: Statements, one: _Deed, two: _Deed, group: int) -> bool:
    """Whether two remarks speak of one deed: the same object, another word in common, and doers of one sort."""
    corpus = statements.corpus
    if same_name(corpus.names[one.group], corpus.names[two.group]) >= POSSIBLE:
        return False
    if {one.doer.kind, two.doer.kind} >= {"person", "place"}:
        return False
    shared = {word for word in one.words & two.words if corpus.weight(word) > 0.2}
    country = plain(corpus.names[group]) in COUNTRIES
    return bool(shared) and (not country or len(shared) > 1 or len(one.objects & two.objects) > 1)


def _clash(corpus: Corpus, verb: str, group: int, one: _Deed, two: _Deed) -> Clash:
    names = [corpus.names[deed.group] for deed in (one, two)]
    doing = {
        "lead": "led",
        "found": "founded",
        "buy": "bought",
        "run": "runs",
        "own": "owns",
        "make": "made",
        "find": "discovered",
    }
    verb_told = doing.get(verb, f"{verb}ed" if not verb.endswith("e") else f"{verb}d")
    persons = all(deed.doer.kind == "person" for deed in (one, two))
    return Clash(
        kind="role" if verb in ("lead", "broker", "run") or persons else "entity",
        nature="real",
        severity="medium",
        score=0.5,
        question=f"Who {verb_told} it ({corpus.names[group]}): {names[0]} or {names[1]}?",
        reason=f"one deed, two doers: {names[0]} against {names[1]}",
        sides=tuple(part(deed.remark, deed.doer.start, deed.doer.end) for deed in (one, two))[:MOST_SIDES],
    )
