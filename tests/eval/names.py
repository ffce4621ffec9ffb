"""Measure `same_name`: `python tests/eval/names.py FOLDER`, FOLDER with `pairs.jsonl` and `places.jsonl`.

Prints F1 beside rapidfuzz's WRatio on plain letters, whose border is cross-validated in five folds;
ours is the published 0.5.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Callable
from pathlib import Path

from anyascii import anyascii
from rapidfuzz import fuzz, process

from briefing.text.sameness import grade_name, same_name

Pair = tuple[str, str, bool]
Score = Callable[[str, str], float]


def baseline(a: str, b: str) -> float:
    return fuzz.WRatio(anyascii(a).lower(), anyascii(b).lower()) / 100


def rows(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]


def f1(pairs: list[Pair], scores: list[float], border: float) -> tuple[float, float, float]:
    hits = sum(score >= border and same for score, (_, _, same) in zip(scores, pairs, strict=True))
    said = sum(score >= border for score in scores)
    true = sum(same for _, _, same in pairs)
    return 2 * hits / max(1, said + true), hits / max(1, said), hits / max(1, true)


def tuned(pairs: list[Pair], scores: list[float]) -> float:
    """F1 with the border chosen on four fifths and used on the last."""
    order = list(range(len(pairs)))
    random.Random(7).shuffle(order)
    kept: list[Pair] = []
    decided: list[float] = []
    for fold in range(5):
        inside, outside = order[fold::5], [n for n in order if n not in set(order[fold::5])]
        border = max(
            (n / 100 for n in range(20, 100)),
            key=lambda at: f1([pairs[n] for n in outside], [scores[n] for n in outside], at)[0],
        )
        kept.extend(pairs[n] for n in inside)
        decided.extend(float(scores[n] >= border) for n in inside)
    return f1(kept, decided, 0.5)[0]


def places(path: Path) -> list[Pair]:
    """Each place with its own variants, and with the nearest variants of others that share none, as many in all."""
    known = [(str(row["name"]), [*row["latin"], *row["cyrillic"]]) for row in rows(path)]  # type: ignore[misc]
    plain = [{anyascii(name).lower() for name in variants} for _, variants in known]
    every = [(variant, at) for at, (_, variants) in enumerate(known) for variant in variants]
    keys = [anyascii(variant).lower() for variant, _ in every]
    pairs: list[Pair] = []
    for at, (name, variants) in enumerate(known):
        pairs.extend((name, variant, True) for variant in variants if variant != name)
        seen: set[int] = {at}
        for _, _, n in process.extract(anyascii(name).lower(), keys, scorer=fuzz.WRatio, limit=200):
            if len(seen) < 15 and every[n][1] not in seen and not plain[at] & plain[every[n][1]]:
                seen.add(every[n][1])
                pairs.append((name, every[n][0], False))
    return pairs


def report(title: str, pairs: list[Pair]) -> None:
    ours = [same_name(a, b) for a, b, _ in pairs]
    theirs = [baseline(a, b) for a, b, _ in pairs]
    score, precision, recall = f1(pairs, ours, 0.5)
    print(f"{title}: {len(pairs)} pairs, {sum(same for _, _, same in pairs)} the same")
    print(f"  same_name at 0.5   F1 {score:.3f}  precision {precision:.3f}  recall {recall:.3f}")
    print(f"  WRatio, tuned      F1 {tuned(pairs, theirs):.3f}")
    for grade in ("same", "possible", "different"):
        inside = [same for (_, _, same), value in zip(pairs, ours, strict=True) if grade_name(value) == grade]
        print(f"  {grade:10} {len(inside):5} pairs, {sum(inside) / max(1, len(inside)):.0%} truly the same")


def main(folder: Path) -> None:
    report("people and companies", [(str(r["a"]), str(r["b"]), bool(r["match"])) for r in rows(folder / "pairs.jsonl")])
    report("places", places(folder / "places.jsonl"))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
