"""Who did it: one deed, one object, and two different doers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from typing import Final

from briefing.check.clash import Clash, part
from briefing.check.kinds.deeds import Deed, deeds
from briefing.check.questions import word_of
from briefing.check.remarks import Corpus
from briefing.check.statements import Statements
from briefing.text.countries import COUNTRIES
from briefing.text.romanise import plain
from briefing.text.sameness import POSSIBLE, same_name

_CROWD: Final = 30
"""Of so many deeds of one sort that were done to one object at most each is held against each."""
_RARE: Final = 12
"""A common noun that stands in more remarks may mean many things."""
_ROLES: Final = frozenset(("lead", "broker", "run"))
_PAST: Final = {
    "broker": "brokered",
    "head": "headed",
    "heads": "headed",
    "lead": "led",
    "operates": "operated",
    "runs": "ran",
    "owns": "owned",
    "written": "wrote",
}

_Object = int | str
"""A group of names, or a common noun."""


def agents(statements: Statements) -> Iterator[Clash]:
    """Yield deeds that documents ascribe to different doers, each deed once."""
    corpus = statements.corpus
    done: dict[tuple[str, str], list[Deed]] = defaultdict(list)
    objects: dict[tuple[str, str], _Object] = {}
    for remark in corpus.remarks:
        for deed in deeds(remark):
            for thing in _things(corpus, deed):
                done[deed.sort, str(thing)].append(deed)
                objects[deed.sort, str(thing)] = thing
    seen: set[tuple[int, int]] = set()
    for key, several in sorted(done.items()):
        for one, two in combinations(several[:_CROWD], 2):
            pair = (one.remark.number, two.remark.number)
            if pair[0] != pair[1] and pair not in seen and _one_deed(corpus, one, two, objects[key]):
                seen.add(pair)
                yield _clash(corpus, objects[key], one, two)


def _things(corpus: Corpus, deed: Deed) -> list[_Object]:
    """Return what a deed was done to."""
    rare = deed.thing and corpus.frequency[deed.thing] <= _RARE
    return [*sorted(deed.objects), *([deed.thing] if rare else [])]


def _one_deed(corpus: Corpus, one: Deed, two: Deed, thing: _Object) -> bool:
    """Whether two remarks speak of one deed: the same object, another word in common, and doers of one sort."""
    if one.group == two.group or same_name(corpus.names[one.group], corpus.names[two.group]) >= POSSIBLE:
        return False
    if {one.doer.kind, two.doer.kind} >= {"person", "place"}:
        return False
    if isinstance(thing, str):
        return one.remark.source != two.remark.source
    shared = {word for word in one.words & two.words if corpus.weight(word) > 0.2}
    country = plain(corpus.names[thing]) in COUNTRIES
    return bool(shared) and (not country or len(shared) > 1 or len(one.objects & two.objects) > 1)


def _clash(corpus: Corpus, thing: _Object, one: Deed, two: Deed) -> Clash:
    names = [corpus.names[deed.group] for deed in (one, two)]
    persons = all(deed.doer.kind == "person" for deed in (one, two))
    what = f"the {word_of(one.remark, thing)}" if isinstance(thing, str) else f"it ({corpus.names[thing]})"
    return Clash(
        kind="role" if one.sort in _ROLES or persons else "entity",
        nature="real",
        severity="medium",
        score=0.5,
        question=f"Who {_PAST.get(one.verb, one.verb)} {what}: {names[0]} or {names[1]}?",
        reason=f"one deed, two doers: {names[0]} against {names[1]}",
        sides=tuple(part(deed.remark, deed.doer.start, deed.doer.end) for deed in (one, two)),
    )
