"""What is said here and said not to be there: one verb, one subject, one object, and a "not"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from briefing.check.align import align, partners
from briefing.check.clash import Clash, part
from briefing.check.clauses import named_words
from briefing.check.cluster import MOST_SIDES, Pair, best, questions
from briefing.check.mentions import Cue, Mention, mention
from briefing.check.questions import stated
from briefing.check.remarks import Corpus, Remark
from briefing.check.statements import Statements
from briefing.check.words import LIGHT_WORDS

ALIKE: Final = 0.22
_TELLING: Final = 0.6
"""A verb of this weight is said of one thing alone, more or less."""
_RARE: Final = 400
"""A verb that more remarks hold than this is too common to tell anything."""
_NOT: Final = re.compile(
    r"\b(?:not|never|neither|nor|cannot|without|no longer)\b|n['’]t\b|\bno\b(?=\s[a-z]+\b(?!-))", re.IGNORECASE
)
_NO_DENIAL: Final = re.compile(
    r"\bnot (?:only|just|merely|least|clear|known|necessarily|yet clear|far|surpris)", re.IGNORECASE
)
_PASSIVE: Final = re.compile(r"\s(?:would|will|was|were|is|are|has|have|had|can|could)\s(?:be|been|[a-z]+ed)\b")
_THERE: Final = re.compile(r"\b[Tt]here (?:is|was|were|are|has been|have been|had been) (?:no|not an?|never an?) $")
_NO_VERBS: Final = frozenset(
    ("clear", "known", "know", "disclos", "specif", "avail", "immediate", "respond", "comment", "reach")
)


def denials(statements: Statements) -> Iterator[Clash]:
    """Yield statements that are denied elsewhere, each question once."""
    corpus = statements.corpus
    negated = {remark.number: list(_negated(remark)) for remark in corpus.remarks if _NOT.search(remark.text)}
    verbs = {word for found in negated.values() for _, word in found}
    verbs = {
        word for word in verbs if corpus.frequency[word] <= _RARE and word not in LIGHT_WORDS and word not in _NO_VERBS
    }
    cues: dict[str, list[Mention]] = defaultdict(list)
    for remark in corpus.remarks:
        named = named_words(remark)
        turned = {n for n, word in negated.get(remark.number, ()) if word in verbs}
        for n, word in enumerate(remark.stems):
            if word in verbs and n not in named:
                start, end = remark.spans[n]
                state = "no" if n in turned else "yes"
                cues[word].append(mention(corpus, remark, Cue(start, end, f"did {word}", state)))
    for word, mentions in cues.items():
        rare = corpus.weight(word) >= _TELLING
        for pair, members in questions(best(_pairs(mentions, rare))):
            yield _clash(corpus, pair, members)


def _negated(remark: Remark) -> Iterator[tuple[int, str]]:
    """Yield the words that negations stand before: number and root."""
    for match in _NOT.finditer(remark.text):
        if _NO_DENIAL.match(remark.text, match.start()):
            continue
        at = remark.start + match.end()
        following = [n for n, (start, _) in enumerate(remark.spans) if start >= at][:4]
        for n in following:
            if remark.stems[n] and remark.stems[n] not in LIGHT_WORDS:
                if match[0].lower() in ("no", "without"):
                    n = _head(remark, n)
                if ";" not in remark.cut(at, remark.spans[n][0]) and "," not in remark.cut(at, remark.spans[n][0]):
                    yield n, remark.stems[n]
                    yield from _undone(remark, n) if match[0].lower() == "no" else ()
                break


def _head(remark: Remark, n: int) -> int:
    """Return the number of the last word of a run: what there is none of in "without direct state ownership"."""
    last = n
    while last + 1 < len(remark.stems) and last < n + 3 and remark.stems[last + 1]:
        if remark.cut(remark.spans[last][1], remark.spans[last + 1][0]) != " ":
            break
        last += 1
    return last


def _undone(remark: Remark, noun: int) -> Iterator[tuple[int, str]]:
    """Yield the verb of "no plant will be closed", the number of whose noun is given."""
    if noun + 1 < len(remark.stems) and _PASSIVE.match(remark.text, remark.spans[noun][1] - remark.start):
        for n in range(noun + 1, min(noun + 5, len(remark.stems))):
            if remark.stems[n] and remark.stems[n] not in LIGHT_WORDS:
                yield n, remark.stems[n]
                return


def _pairs(mentions: list[Mention], rare: bool) -> Iterator[Pair]:
    for a, b in partners(mentions):
        if a.remark.source == b.remark.source or a.state == b.state == "yes":
            continue
        link = align(a, b)
        if link.subject < 0.6:
            continue
        short = min(len(a.phrase.near), len(b.phrase.near)) <= 1 or _exists(a) or _exists(b)
        if short:
            link.score = max(link.score, 0.45 * link.subject)
        shared = [min(weight, b.phrase.near.get(word, 0.0)) for word, weight in a.phrase.near.items()]
        beside = sum(weight >= 0.2 for weight in shared)
        close = (
            beside > 1 or (beside and (link.subject >= 0.9 or (max(shared) >= 0.5 and link.measure >= 0.5))) or short
        )
        known = link.subject >= (0.65 if rare and short else 0.7) or beside > 1 or _exists(a) or _exists(b)
        if link.score >= ALIKE and (link.measure >= 0.35 or short) and close and known:
            yield Pair(link, "agree" if a.state == b.state else "differ")


def _exists(item: Mention) -> bool:
    """Whether a remark says that there is or was no such thing at all."""
    before = item.remark.cut(item.remark.start, item.value.start)
    return item.state == "no" and _THERE.search(before) is not None


def _clash(corpus: Corpus, pair: Pair, members: list[Mention]) -> Clash:
    a, b = pair.link.a, pair.link.b
    trust = min(1.0, pair.score / 0.7)
    word = a.remark.cut(a.value.start, a.value.end)
    return Clash(
        kind="internal" if a.remark.source == b.remark.source else "status",
        nature="real",
        severity="high" if trust >= 0.7 else "medium",
        score=0.8 * trust,
        question=stated(corpus, a, b),
        reason=f"the one says it, the other says that it is not so: “{word}”",
        sides=tuple(part(item.remark, *item.clause) for item in members[:MOST_SIDES]),
    )
