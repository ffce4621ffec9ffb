"""Matters that are in one state here and in another there, and what is said here and denied there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from briefing.check.align import Alignment, align, partners
from briefing.check.clash import Clash, part
from briefing.check.cluster import MOST_SIDES, Pair, best, questions
from briefing.check.kinds.states import ADVANCING, CUES, NEGATED, OPEN, REVERSIBLE, State, sides_of, states_of
from briefing.check.mentions import Cue, Mention, mention
from briefing.check.questions import stated
from briefing.check.remarks import Corpus, Remark
from briefing.check.statements import Statements
from briefing.model.discrepancy import DiscrepancyKind, Nature, Severity
from briefing.text.tokens import small

ALIKE: Final = 0.22
WITHIN: Final = 0.45
"""The same within one document for what happens again and again: its author tells of two matches, not of one."""
_REPEATED: Final = frozenset(("contest", "direction", "answer", "approval", "running"))
SAME_STATEMENT: Final = 0.36
"""From here on two remarks say the same, but for what this module looks for."""


def statuses(statements: Statements) -> Iterator[Clash]:
    """Yield clashes between states, each matter once."""
    corpus = statements.corpus
    matters: dict[str, list[Mention]] = defaultdict(list)
    for remark in corpus.remarks:
        for cue in cues(remark):
            matters[cue.sort].append(mention(corpus, remark, cue))
    for mentions in matters.values():
        for pair, members in questions(best([*_pairs(mentions), *_restated(statements, mentions)])):
            yield _clash(corpus, pair, members)


def _restated(statements: Statements, mentions: list[Mention]) -> Iterator[Pair]:
    """Yield cues in remarks that say the same otherwise."""
    held: dict[int, list[Mention]] = defaultdict(list)
    for item in mentions:
        held[item.remark.number].append(item)
    for match in statements.matches:
        for a in held.get(match.a.number, ()):
            for b in held.get(match.b.number, ()):
                if len(held[match.a.number]) > 1 or len(held[match.b.number]) > 1:
                    continue  # a remark with two states tells of two things
                link = align(a, b)
                if match.score >= SAME_STATEMENT > link.score or not _same_matter(link):
                    link.score = max(link.score, 0.9 * match.score)
                    if link.score >= ALIKE:
                        yield Pair(link, "agree" if a.state == b.state else "differ")


def cues(remark: Remark) -> Iterator[Cue]:
    """Yield the states that a remark says hold; one under "no" is the other state where there are two."""
    low = small(remark.text)
    for match in CUES.finditer(low):
        before = low[max(0, match.start() - 40) : match.start()]
        if OPEN.search(before):
            continue
        turned = NEGATED.search(before) is not None
        for state in states_of(match[0]):
            number = state.number
            if turned:
                if sides_of(state.matter) != 2:
                    continue
                number = 1 - number
            start = remark.start + match.start()
            yield Cue(start, start + len(match[0]), state.matter, str(number))


def _pairs(mentions: list[Mention]) -> Iterator[Pair]:
    for a, b in partners(mentions):
        if a.remark is b.remark:
            continue
        link = align(a, b)
        least = WITHIN if a.remark.source == b.remark.source and a.sort in _REPEATED else ALIKE
        if link.score >= least and _same_matter(link) and not _both(a, b):
            yield Pair(link, "agree" if a.state == b.state else "differ")


def _both(a: Mention, b: Mention) -> bool:
    """Whether one of two remarks holds both states: then it tells of two things."""
    return any(
        {state.number for state in states_of_text(item.remark, item.sort)} >= {int(a.state), int(b.state)}
        for item in (a, b)
        if a.state != b.state
    )


def states_of_text(remark: Remark, matter: str) -> set[State]:
    """Return the states of a matter that the words of a remark stand for."""
    return {
        state for match in CUES.finditer(small(remark.text)) for state in states_of(match[0]) if state.matter == matter
    }


def _same_matter(link: Alignment) -> bool:
    """Whether a telling word beside the one cue stands beside the other too."""
    a, b = link.a, link.b
    return any(min(weight, b.phrase.near.get(word, 0.0)) >= 0.22 for word, weight in a.phrase.near.items())


def _clash(corpus: Corpus, pair: Pair, members: list[Mention]) -> Clash:
    a, b = pair.link.a, pair.link.b
    trust = min(1.0, pair.score / 0.7)
    kind: DiscrepancyKind = "role" if a.sort == "part" else "status"
    nature: Nature = "real"
    severity: Severity = "high" if trust >= 0.6 else "medium"
    said = [item.remark.cut(item.value.start, item.value.end) for item in (a, b)]
    reason = f"two states that exclude one another ({a.sort}): “{said[0]}” against “{said[1]}”"
    if said[0].lower() == said[1].lower():
        reason = f"the one says it, the other says that it is not so: “{said[0]}”"
    if _moved_on(a, b):
        kind, nature, severity = "succession", "apparent", "medium"
        reason += "; the later document may simply know more"
    elif a.remark.source == b.remark.source and kind == "status":
        kind = "internal"
    return Clash(
        kind=kind,
        nature=nature,
        severity=severity,
        score=0.85 * trust,
        question=stated(corpus, a, b),
        reason=reason,
        sides=tuple(part(item.remark, *item.clause) for item in members[:MOST_SIDES]),
    )


def _moved_on(a: Mention, b: Mention) -> bool:
    """Whether the later of two documents may simply know more: a matter moves on as its states follow one another."""
    one, two = a.remark.published, b.remark.published
    if not one or not two or one == two or a.remark.source == b.remark.source:
        return False
    earlier, later = (a, b) if one < two else (b, a)
    return a.sort in REVERSIBLE or (a.sort in ADVANCING and int(earlier.state) < int(later.state))
