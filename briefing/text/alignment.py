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
    for step in (1, -1):
        _pull(pairs, one, other, step)
    return pairs


def _pull(pairs: list[Pair], one: Sequence[str], other: Sequence[str], step: int) -> None:
    """Of equal matches take the one beside the next: a common word matches in many places."""
    order = range(len(pairs) - 2, -1, -1) if step > 0 else range(1, len(pairs))
    for n in order:
        i, j = pairs[n]
        beside, there = pairs[n + step]
        close = there - beside + i
        if (close - j) * step > 0 and other[close] == one[i]:
            pairs[n] = i, close
