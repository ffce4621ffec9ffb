"""Which tokens of two texts are the same ones: a longest common subsequence with as few gaps as may be."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz.distance import LCSseq

Pair = tuple[int, int]


def aligned(one: Sequence[str], other: Sequence[str]) -> list[Pair]:
    """Return the places of equal keys in `one` and `other`, both rising."""
    pairs = [
        (op.src_start + n, op.dest_start + n)
        for op in LCSseq.opcodes(one, other)
        if op.tag == "equal"
        for n in range(op.src_end - op.src_start)
    ]
    _pull(pairs, other, one, range(len(pairs) - 2, -1, -1), 1)
    _pull(pairs, other, one, range(1, len(pairs)), -1)
    return pairs


def _pull(pairs: list[Pair], other: Sequence[str], one: Sequence[str], order: range, step: int) -> None:
    """Of equal matches take the one beside its neighbour: common words match anywhere."""
    for n in order:
        i, j = pairs[n]
        beside, there = pairs[n + step]
        close = there - beside + i
        if close != j and 0 <= close < len(other) and other[close] == one[i]:
            pairs[n] = i, close
