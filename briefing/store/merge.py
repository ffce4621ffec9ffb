"""Three ways to one: what two sides made of the same tables."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Any

from briefing.model.place import Key
from briefing.store.literal import literal, same

Hunk = tuple[int, int, list[Any]]


class Clash(Exception):
    """Both sides changed the value at `path`, differently. None: not there."""

    def __init__(self, path: tuple[Key, ...], mine: Any, theirs: Any) -> None:
        super().__init__(path)
        self.path = path
        self.mine = mine
        self.theirs = theirs


def merge(base: Any, mine: Any, theirs: Any, path: tuple[Key, ...] = ()) -> Any:
    """Return `theirs` with what `mine` changed in `base`; None stands for what is not there.

    Tables are merged key by key, lists of tables or of texts entry by entry; anything else, a
    range of lines for one, is changed as a whole.

    Raises:
        Clash: both changed one value, and not to the same.
    """
    if same(mine, theirs) or same(base, mine):
        return theirs
    if same(base, theirs):
        return mine
    if all(isinstance(side, dict) for side in (base, mine, theirs)):
        names = [*theirs, *(name for name in mine if name not in theirs)]
        merged = {name: merge(base.get(name), mine.get(name), theirs.get(name), (*path, name)) for name in names}
        return {name: value for name, value in merged.items() if value is not None}
    if all(_is_collection(side) for side in (base, mine, theirs)):
        return list(_merged(base, mine, theirs, path)) or None
    raise Clash(path, mine, theirs)


def _is_collection(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, dict | str) for item in value)


def _hunks(base: list[Any], side: list[Any]) -> list[Hunk]:
    spelled = [literal(item) for item in base], [literal(item) for item in side]
    codes = SequenceMatcher(None, *spelled, autojunk=False).get_opcodes()
    return [(first, last, side[start:stop]) for tag, first, last, start, stop in codes if tag != "equal"]


def _merged(base: list[Any], mine: list[Any], theirs: list[Any], path: tuple[Key, ...]) -> Iterator[Any]:
    """Yield the entries: those that nobody touched, and for each stretch that somebody did, what they made of it."""
    ours, others = _hunks(base, mine), _hunks(base, theirs)
    at = 0
    while ours or others:
        first = min(hunk[0] for hunk in (*ours[:1], *others[:1]))
        taken, end = _stretch(ours, others, first)
        yield from base[at:first]
        made = [_made(base, side, first, end) for side in taken]
        yield from _one(base[first:end], made[0], made[1], (*path, first))
        at = end
    yield from base[at:]


def _stretch(ours: list[Hunk], others: list[Hunk], first: int) -> tuple[tuple[list[Hunk], list[Hunk]], int]:
    """Take the hunks of both sides that overlap, from `first` on; return them and where they end.

    What is only put in before `first` overlaps with nothing but its like.
    """
    taken: tuple[list[Hunk], list[Hunk]] = ([], [])
    queues = list(zip((ours, others), taken, strict=True))
    end = first
    for queue, kept in queues:
        if queue and queue[0][:2] == (first, first):
            kept.append(queue.pop(0))
    growing = not any(taken)
    while growing:
        growing = False
        for queue, kept in queues:
            while queue and queue[0][0] < max(end, first + 1):
                hunk = queue.pop(0)
                end = max(end, hunk[1])
                kept.append(hunk)
                growing = True
    return taken, end


def _made(base: list[Any], hunks: list[Hunk], first: int, end: int) -> list[Any]:
    made: list[Any] = []
    at = first
    for start, stop, items in hunks:
        made += [*base[at:start], *items]
        at = stop
    return made + base[at:end]


def _one(base: list[Any], mine: list[Any], theirs: list[Any], path: tuple[Key, ...]) -> list[Any]:
    """Return what becomes of a stretch of entries, the first of which stands at `path`."""
    if same(mine, theirs) or same(base, mine):
        return theirs
    if same(base, theirs):
        return mine
    if not base:
        return [*theirs, *mine]
    if len(base) == len(mine) == len(theirs):
        return [
            merge(*sides, (*path[:-1], int(path[-1]) + n))
            for n, sides in enumerate(zip(base, mine, theirs, strict=True))
        ]
    raise Clash(path, mine, theirs)
