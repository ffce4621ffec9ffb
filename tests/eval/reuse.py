"""Measure `reuse`: `python tests/eval/reuse.py FOLDER`, FOLDER with `answers.jsonl` and `sources.jsonl`.

Prints how well the score parts copied from independent answers (AUC), and whether it keeps the order
cut > light > heavy > non, beside 3-gram containment.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

from briefing.text.reuse import reuse

ORDER = ("non", "heavy", "light", "cut")


def containment(answer: str, source: str) -> float:
    grams = []
    for text in (answer, source):
        words = re.findall(r"\w+", text.lower())
        grams.append(set(zip(words, words[1:], words[2:], strict=False)))
    return len(grams[0] & grams[1]) / max(1, len(grams[0]))


def above(high: list[float], low: list[float]) -> float:
    """Share of pairs in which the first is the larger, ties half: the area under the ROC curve."""
    return sum((a > b) + (a == b) / 2 for a in high for b in low) / max(1, len(high) * len(low))


def rows(path: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]


def main(folder: Path) -> None:
    sources = {row["task"]: row["text"] for row in rows(folder / "sources.jsonl")}
    answers = rows(folder / "answers.jsonl")
    measures: dict[str, Callable[[str, str], float]] = {"reuse": reuse, "3-gram containment": containment}
    for name, measure in measures.items():
        found: dict[str, list[float]] = {level: [] for level in ORDER}
        for row in answers:
            found[row["level"]].append(measure(row["text"], sources[row["task"]]))
        copied = [score for level in ORDER[1:] for score in found[level]]
        steps = "  ".join(f"{high} > {low} {above(found[high], found[low]):.3f}" for low, high in pairwise(ORDER))
        means = "  ".join(f"{level} {sum(found[level]) / len(found[level]):.2f}" for level in ORDER)
        print(f"{name:20} AUC {above(copied, found['non']):.4f}  {steps}  means {means}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
