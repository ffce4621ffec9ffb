"""One here and several there: "a meeting" and "meetings", "at least one Danish firm" and "several Danish firms"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import product
from typing import Final, NamedTuple

from briefing.check.clash import Clash, part
from briefing.check.remarks import Remark
from briefing.check.statements import Statements
from briefing.check.words import LIGHT_WORDS, meaning
from briefing.model.discrepancy import Severity
from briefing.text.wordtables import word_set

_SAME: Final = 0.38
_NAMED_ALIKE: Final = 0.35
_MORE: Final = 4
_CROWD: Final = 12
"""Words that stand together more often than this name a common thing, of which there may be any number."""
_ONE: Final = re.compile(
    r"\b(?P<one>at least one|only one|an?|one|single)\s(?P<phrase>[\w’'-]+(?:\s[\w’'-]+){0,3})", re.IGNORECASE
)
_COUNTED: Final = frozenset(("at least one", "only one", "one", "single"))
_SEVERAL: Final = re.compile(
    r"\b(?P<some>(?:several|some|many|various|multiple|a number of|numerous)\s)?(?P<before>(?:[\w’'-]+\s){0,2})"
    r"(?P<noun>[a-z]{3,}[^s’'\W]s)\b",
    re.IGNORECASE,
)
_ENDS: Final = word_set("of in on at to for with by from and or that which who is was has have are were")


class _Noun(NamedTuple):
    """A noun in a remark with the roots of the words before it; `start` to `end` is what would be quoted."""

    remark: Remark
    root: str
    before: frozenset[str]
    counted: bool
    start: int
    end: int


_Nouns = dict[int, list[_Noun]]
"""Nouns by the number of their remark."""


def numbers(statements: Statements) -> Iterator[Clash]:
    """Yield nouns that stand for one thing here and for several there, one a pair of remarks."""
    remarks = statements.corpus.remarks
    single = {remark.number: list(_single(remark)) for remark in remarks}
    plural = {remark.number: list(_plural(remark)) for remark in remarks}
    used: set[int] = set()
    found: dict[tuple[int, int, int], list[tuple[_Noun, _Noun, float]]] = defaultdict(list)
    for pair in (*_named_alike(single, plural), *_said_alike(statements, single, plural)):
        found[pair[0].remark.number, pair[0].start, pair[0].end].append(pair)
    for pairs in found.values():
        one, _, score = pairs[0]
        several = [other for _, other, _ in pairs if other.remark.number not in used]
        if several and one.remark.number not in used:
            used |= {one.remark.number, *(other.remark.number for other in several)}
            yield _clash(one, several, score)


def _named_alike(single: _Nouns, plural: _Nouns) -> Iterator[tuple[_Noun, _Noun, float]]:
    """Yield a counted one and several that go by the same two words before the noun, or by one and a "several"."""
    index: dict[tuple[str, str], list[_Noun]] = defaultdict(list)
    for several in (noun for nouns in plural.values() for noun in nouns):
        for word in several.before:
            index[word, several.root].append(several)
    for one in (noun for nouns in single.values() for noun in nouns if noun.counted):
        for word in sorted(one.before):
            crowd = index.get((word, one.root), ())
            for several in crowd if len(crowd) <= _CROWD else ():
                told = several.counted or len(one.before & several.before) > 1
                if told and one.remark.source != several.remark.source and not _both(one, several, single, plural):
                    yield one, several, _NAMED_ALIKE


def _said_alike(statements: Statements, single: _Nouns, plural: _Nouns) -> Iterator[tuple[_Noun, _Noun, float]]:
    """Yield one thing and several in two remarks that otherwise say the same."""
    for match in statements.matches:
        if match.score < _SAME:
            return
        for one, several in ((match.a, match.b), (match.b, match.a)):
            for noun, other in product(single[one.number], plural[several.number]):
                if noun.root == other.root and not _both(noun, other, single, plural):
                    yield noun, other, 0.4 * match.score


def _both(one: _Noun, several: _Noun, single: _Nouns, plural: _Nouns) -> bool:
    """Whether either remark has the noun in both numbers."""
    return any(noun.root == one.root for noun in plural[one.remark.number]) or any(
        noun.root == one.root for noun in single[several.remark.number]
    )


def _single(remark: Remark) -> Iterator[_Noun]:
    """Yield what follows "a" or "one", each word as a noun that the words before it go with."""
    measured = [(value.start, value.end) for value in remark.values if value.kind not in ("count", "number")]
    for match in _ONE.finditer(remark.text):
        start = remark.start + match.start()
        if remark.text[: match.start()].split()[-1:] == ["of"]:
            continue  # "the risk of an attack" is one of any number
        if any(low <= start < high for low, high in measured):
            continue  # "one metre" is a length
        before: list[str] = []
        at = remark.start + match.start("phrase")
        for word in match["phrase"].split():
            root = meaning(word.lower())
            if word.lower() in _ENDS:
                break
            end = at + len(word)
            if root and root not in LIGHT_WORDS and not word.endswith(("s", "ing", "ed")):
                yield _Noun(remark, root, frozenset(before), match["one"].lower() in _COUNTED, start, end)
            before.append(root or word)
            at = end + 1


def _plural(remark: Remark) -> Iterator[_Noun]:
    for match in _SEVERAL.finditer(remark.text):
        root, words = meaning(match["noun"].lower()), match["before"].lower().split()
        if not root or root in LIGHT_WORDS or words[-1:] in (["all"], ["any"], ["no"], ["of"]):
            continue
        before = frozenset(map(meaning, words)) - {""}
        start = match.start() if match["some"] else match.start("before" if len(before) > 1 else "noun")
        yield _Noun(remark, root, before, bool(match["some"]), remark.start + start, remark.start + match.end())


def _clash(one: _Noun, several: list[_Noun], score: float) -> Clash:
    said, other = (noun.remark.cut(noun.start, noun.end) for noun in (one, several[0]))
    severity: Severity = "medium" if one.counted and score >= _NAMED_ALIKE else "low"
    return Clash(
        kind="figure",
        nature="real",
        severity=severity,
        score=0.15 + score,
        question=f"One or several: “{said}” or “{other}”?",
        reason=f"one in the one, several in the other: “{said}” against “{other}”",
        sides=tuple(part(noun.remark, noun.start, noun.end) for noun in (one, *several[:_MORE])),
    )
