"""Measures how well quotes of one version of a text are found in the next, on data of the kind the README names.

Run: `python tests/eval/reanchor.py FOLDER`, FOLDER holding `docs.jsonl` (id, a, b: two versions) and
`quotes.jsonl` (a quote of version a, its lines and context there, and where it stands in version b, if
anywhere). Right: the characters overlap by half (intersection over union), or the lines by half and the
characters by 0.3; or nothing is found of what is gone. Nothing of the data is printed without `-v`.
"""

from __future__ import annotations

import json
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from briefing.check.anchor import locate, stands_once
from briefing.model.results import Anchor
from briefing.text.document import Document

WAYS = {
    "lines and context": ("near", "before", "after"),
    "context": ("before", "after"),
    "lines": ("near",),
    "neither": (),
}


def rows(path: Path) -> Iterator[dict]:
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines)


def overlap(one: tuple[int, int], other: tuple[int, int]) -> float:
    """Intersection over union of two half-open ranges."""
    common = min(one[1], other[1]) - max(one[0], other[0])
    return max(0, common) / max(1, max(one[1], other[1]) - min(one[0], other[0]))


def right(quote: dict, anchor: Anchor) -> bool:
    if quote["b_lines"] is None or anchor.span is None or anchor.lines is None:
        return quote["b_lines"] is None and anchor.span is None
    chars = overlap(anchor.span, (quote["b_start"], quote["b_end"]))
    first, last = quote["b_lines"]
    lines = overlap((anchor.lines[0], anchor.lines[1] + 1), (first, last + 1))
    return chars >= 0.5 or (lines >= 0.5 and chars >= 0.3)


def measure(quotes: list[dict], documents: dict[str, Document], way: tuple[str, ...], *, verbose: bool) -> None:
    good, seen = Counter[str](), Counter[str]()
    statuses, silent, places = Counter[str](), Counter[str](), Counter[str]()
    started = time.perf_counter()
    for quote in quotes:
        known = {"near": tuple(quote["a_lines"]), "before": quote["prefix"], "after": quote["suffix"]}
        anchor = locate(documents[quote["doc"]], quote["quote"], **{name: known[name] for name in way})
        kind = quote["kind"]
        seen[kind] += 1
        good[kind] += right(quote, anchor)
        statuses[anchor.status] += 1
        if anchor.status == "moved":
            once = stands_once(documents[quote["doc"]], quote["quote"])
            places[f"{'one place' if once else 'several places'}, {'right' if right(quote, anchor) else 'wrong'}"] += 1
        for flag in ("number_changed", "negation_changed", "modal_changed"):
            if quote.get(flag) and anchor.span is not None and not any(change.critical for change in anchor.changes):
                silent[flag] += 1
                print("   not reported:", quote["id"])
        if verbose and not right(quote, anchor):
            print(f"   {quote['id']} {kind}: {anchor.status} at {anchor.lines}, should be {quote['b_lines']}")
    spent = time.perf_counter() - started
    gone = [kind for kind in seen if kind.startswith("gone")]
    vanished, caught = sum(seen[kind] for kind in gone), sum(good[kind] for kind in gone)
    print(
        f"right {sum(good.values()) / len(quotes):.3f}  gone and anchored {(vanished - caught) / max(1, vanished):.3f}"
    )
    print("  " + "  ".join(f"{kind} {good[kind]}/{seen[kind]}" for kind in sorted(seen)))
    print(
        "  " + "  ".join(f"{status} {n}" for status, n in statuses.most_common()),
        f" of moved {dict(places)}  unreported {dict(silent)}  {1000 * spent / len(quotes):.1f} ms each",
    )


def main() -> None:
    folder, verbose = Path(sys.argv[1]), "-v" in sys.argv
    documents = {row["id"]: Document(row["b"], row["id"]) for row in rows(folder / "docs.jsonl")}
    quotes = list(rows(folder / "quotes.jsonl"))
    halves = sorted(documents)[::2]
    for name, way in WAYS.items():
        print(f"{name}:")
        measure(quotes, documents, way, verbose=verbose)
        for part in (True, False):
            print(f"  {'first' if part else 'second'} half of the documents:", end=" ")
            measure([quote for quote in quotes if (quote["doc"] in halves) == part], documents, way, verbose=False)


if __name__ == "__main__":
    main()
