"""How many of a dossier's own discrepancies `compare` finds, by kind; and how many candidates repeat one.

    python tests/eval/compare.py DOSSIER [--originals DIR] [--missed] [--first 50]
    python tests/eval/compare.py --scale

A discrepancy is found where one candidate has sides at the quotes of two of its sides. A candidate that repeats none
may still be right: precision is for a reader to judge, and what is printed is only its lower bound.
"""

import argparse
from collections import Counter
from pathlib import Path

import scale

from briefing.check.anchor import locate
from briefing.check.compare import compare
from briefing.store.dossier import open_dossier

NEAR = 40
"""Characters by which a side may miss a quote."""
ASKED = ("figure", "date", "name", "role", "status", "unit", "internal")
"""The kinds that the issue asks for; the others are printed too."""


def spots(dossier, item):
    """Return, for each side of a discrepancy, where its quotes stand: (source, start, end)."""
    found = []
    for side in item.side:
        places = []
        for passage in side.passages:
            document = dossier.documents.get(passage.source)
            anchor = locate(document, passage.quote, near=passage.lines) if document else None
            if anchor and anchor.span:
                places.append((passage.source, *anchor.span))
        found.append(places)
    return found


def span(dossier, side):
    document = dossier.documents[side.source]
    first = document.span((side.lines[0], side.lines[0]))[0]
    last = document.span((side.lines[1], side.lines[1]))[0]
    return side.source, first + side.columns[0], last + side.columns[1]


def touches(place, other):
    return place[0] == other[0] and place[1] < other[2] + NEAR and other[1] < place[2] + NEAR


def repeats(candidate_spans, discrepancy_spots):
    """Whether two sides of a discrepancy are touched by two different sides of a candidate."""
    touched = [
        {n for n, place in enumerate(candidate_spans) if any(touches(place, other) for other in places)}
        for places in discrepancy_spots
    ]
    return any(one and two and len(one | two) > 1 for n, one in enumerate(touched) for two in touched[n + 1 :])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dossier", type=Path, nargs="?", default=Path())
    parser.add_argument("--scale", action="store_true", help="print how time grows with invented documents instead")
    parser.add_argument("--originals", type=Path)
    parser.add_argument("--missed", action="store_true", help="print the weighty real ones that were not found")
    parser.add_argument("--first", type=int, default=50)
    options = parser.parse_args()
    if options.scale:
        scale.main()
        return
    dossier = open_dossier(options.dossier, options.originals)
    candidates = compare(dossier.documents.values(), dossier)
    places = [[span(dossier, side) for side in candidate.sides] for candidate in candidates]
    wanted = [(item, spots(dossier, item)) for item in dossier.discrepancies]
    held = {item.id: [n for n, spans in enumerate(places) if repeats(spans, where)] for item, where in wanted}
    print(f"{len(candidates)} candidates, {len(wanted)} discrepancies")
    total, found = Counter(), Counter()
    for item, _ in wanted:
        for key in (
            (item.kind, item.nature, item.severity),
            ("all", item.nature, item.severity),
            *((("asked for", item.nature, item.severity),) if item.kind in ASKED else ()),
        ):
            total[key] += 1
            found[key] += bool(held[item.id])
    for key in sorted(total):
        print(f"{' '.join(key):32} {found[key]:3} of {total[key]:3}")
    key = [("asked for", "real", severity) for severity in ("high", "medium")]
    print(f"asked for, real, high and medium: {sum(found[k] for k in key)} of {sum(total[k] for k in key)}")
    repeated = {n for numbers in held.values() for n in numbers}
    first = range(min(options.first, len(candidates)))
    print(f"of the first {len(first)}, {sum(n in repeated for n in first)} repeat a discrepancy of the dossier")
    if options.missed:
        for item, _ in wanted:
            if not held[item.id] and item.nature == "real" and item.severity != "low" and item.kind in ASKED:
                print(f"missed: {item.id} ({item.kind}, {item.severity}): {item.question}")
        for n in first:
            if n not in repeated:
                print(f"repeats none: {n + 1} {candidates[n].score:.2f} {candidates[n].kind}: {candidates[n].question}")


if __name__ == "__main__":
    main()
