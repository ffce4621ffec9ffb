"""Who deals with whom, and whose name stands in another's place."""

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
from briefing.check.variants import telling
from briefing.check.words import LIGHT_WORDS
from briefing.text.countries import COUNTRIES
from briefing.text.names import Name
from briefing.text.romanise import plain
from briefing.text.sameness import POSSIBLE, same_name

_DEAL: Final = re.compile(
    r"\b(?:joint ventures?|agreements?|deals?|contracts?|partnerships?|partners?|talks|negotiations?|merger|alliance"
    r"|consortium|treaty|venture|cooperat\w+|signed)\b"
)
_AND: Final = re.compile(
    r"(?:\sof\s(?:the\s)?[A-Z][\w .]{1,30})?,?\s(?:and|with)\s(?:the\s|a\s)?(?:[\w’']+[\s,]+){0,6}"
)
_WITH: Final = re.compile(r"[^.;:()]{0,60}\swith\s(?:the\s|a\s)?(?:[\w’']+[\s,]+){0,6}")
_DEAL_ROOT: Final = re.compile(
    r"joint|ventur|agre|talk|contract|partner|merg|alli|consort|treat|cooperat|sign|compan|fund|deal"
)
_NEAR: Final = 0.2


@dataclass(frozen=True, slots=True)
class _Bond:
    """Two names joined in one remark; `partner` is the second."""

    remark: Remark
    partner: Name
    group: int


def entities(statements: Statements) -> Iterator[Clash]:
    """Yield whom somebody deals with where documents name different partners in one matter."""
    bonds: dict[int, list[_Bond]] = defaultdict(list)
    for remark in statements.corpus.remarks:
        if _DEAL.search(remark.text):
            for party, bond in _bonds(remark):
                bonds[party].append(bond)
    for party, several in sorted(bonds.items()):
        if len({bond.group for bond in several}) > 1:
            yield from _clashes(statements, party, several)


def _bonds(remark: Remark) -> Iterator[tuple[int, _Bond]]:
    """Yield the pairs of bodies that a remark joins: "between A and B", "A's talks with B"."""
    parties = [(name, group) for name, group in zip(remark.names, remark.groups, strict=True) if _is_party(name)]
    for n, (left, one) in enumerate(parties[:-1]):
        right, two = parties[n + 1]
        between = remark.cut(left.end, right.start)
        if one != two and len(between) < 120 and (_AND.fullmatch(between) or _WITH.fullmatch(between)):
            yield one, _Bond(remark, right, two)
            yield two, _Bond(remark, left, one)


def _is_party(name: Name) -> bool:
    return name.kind != "place" and plain(name.text) not in COUNTRIES and len(name.text) > 2


def _clashes(statements: Statements, party: int, bonds: list[_Bond]) -> Iterator[Clash]:
    best: list[tuple[float, _Bond, _Bond]] = []
    for n, one in enumerate(bonds[:40]):
        for two in bonds[n + 1 : 40]:
            if one.group != two.group and one.remark is not two.remark and not _may_be_one(statements.corpus, one, two):
                score = statements.likeness(one.remark.number, two.remark.number)
                if score >= _NEAR and _one_matter(statements.corpus, party, one, two):
                    best.append((score, one, two))
    if not best:
        return
    best.sort(key=lambda item: (-item[0], item[1].remark.number, item[2].remark.number))
    score, one, two = best[0]
    sides = {(bond.remark.number, bond.partner.start): bond for _, *pair in best for bond in pair}
    names = statements.corpus.names
    partners = list(dict.fromkeys(names[bond.group] for bond in sides.values()))
    yield Clash(
        kind="entity",
        nature="real",
        severity="high" if len({bond.remark.source for bond in sides.values()}) > 1 else "medium",
        score=min(0.8, 0.35 + score),
        question=f"Who is the partner of {names[party]}: {' or '.join(partners[:4])}?",
        reason=f"in one matter {names[party]} stands with {names[one.group]} here and with {names[two.group]} there",
        sides=tuple(
            part(bond.remark, bond.partner.start, bond.partner.end) for bond in list(sides.values())[:MOST_SIDES]
        ),
    )


def _one_matter(corpus: Corpus, party: int, one: _Bond, two: _Bond) -> bool:
    """Whether two remarks share more than the party and the word for the deal: two telling words or another name."""
    words = {
        word
        for word in one.remark.stems
        if word in two.remark.stems
        and word not in LIGHT_WORDS
        and not _DEAL_ROOT.match(word)
        and corpus.weight(word) > 0.2
    }
    own = {word for name in (*one.remark.names, *two.remark.names) for word in name.text.lower().split()}
    named = {
        group
        for group in one.remark.groups
        if group in two.remark.groups and group not in (party, one.group, two.group)
    }
    named = {group for group in named if plain(corpus.names[group]) not in COUNTRIES}
    return len(words - own) >= 2 or bool(named)


def _may_be_one(corpus: Corpus, one: _Bond, two: _Bond) -> bool:
    a, b = corpus.names[one.group], corpus.names[two.group]
    return telling(a) == telling(b) or same_name(a, b) >= POSSIBLE
