"""Precision and recall of `compare` on invented stories, by kind.

    python tests/eval/stories.py [STORY ...]

A plant is found where two sides of one candidate are its two sides. A candidate told as real that holds no plant counts
as wrong, though it may show a plant between two other documents: precision is a lower bound.
"""

import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "check"))

from compare_stories import NAMES, holds, story

from briefing.check.compare import compare


def main(names):
    """Print a line for each kind, and one for all."""
    planted, found, proposed, right = Counter(), Counter(), Counter(), Counter()
    for name in names:
        told = story(name)
        candidates = compare(told.dossier.documents.values(), told.dossier)
        for plant in told.plants:
            planted[plant.kind] += 1
            found[plant.kind] += any(holds(told.dossier, item, plant) for item in candidates)
        for item in candidates:
            if item.nature == "real":
                proposed[item.kind] += 1
                right[item.kind] += any(holds(told.dossier, item, plant) for plant in told.plants)
    for counter in (planted, found, proposed, right):
        counter["all"] = sum(counter.values())
    for kind in sorted(planted | proposed, key=lambda kind: (kind == "all", kind)):
        recall = f"found {found[kind]:3} of {planted[kind]:3} planted"
        print(f"{kind:12} {recall}, {right[kind]:3} of {proposed[kind]:3} told as real are right")


if __name__ == "__main__":
    main(sys.argv[1:] or NAMES)
