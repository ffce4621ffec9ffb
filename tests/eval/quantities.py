"""How well figures are found and read, on data of the two public kinds that the README names.

Run `python tests/eval/quantities.py FOLDER`, where FOLDER holds `measeval*.jsonl` (paragraphs with the spans of
their quantities) and `quantulum3*.jsonl` (short texts with values and units). `first` or `second` takes that half
of the articles only, for developing on one and testing on the other; `-v` lists every difference.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from briefing.text.unit_index import worth
from briefing.text.units import canonical, convert
from briefing.text.values import TextValue, find_values

Span = tuple[int, int]
Row = dict[str, Any]
UNITS = {
    "dimensionless": "", "percentage": "%", "dollar": "USD", "pound sterling": "GBP", "inverse second": "s-1",
    "count per week": "times/week", "inverse femtobarn": "fb-1", "pound-mass": "lb", "cubic centimetre": "cm3",
    "joule second": "J s", "kilometre per square second": "km/s2", "gigayear": "Ga", "megayear": "Ma",
    "joule per square metre per year": "J/m2/year", "degree fahrenheit": "°F", "penny": "pence",
}  # fmt: skip
"""Names of that data which are no English of ours."""


def rows(path: Path) -> Iterator[Row]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def half(path: Path, part: str) -> list[Row]:
    """Return all rows, or those of the first or second half of the articles."""
    everything = list(rows(path))
    articles = sorted({row["id"].split("-")[0] for row in everything})
    middle = len(articles) // 2
    chosen = {"first": articles[:middle], "second": articles[middle:]}.get(part, articles)
    return [row for row in everything if row["id"].split("-")[0] in set(chosen)]


def overlaps(one: Span, others: list[Span]) -> bool:
    return any(one[0] < end and start < one[1] for start, end in others)


def spans(path: Path, part: str, *, verbose: bool) -> None:
    """Print precision, recall and F1 of spans: exact, and by overlap."""
    exact = close = met = found_all = marked_all = 0
    for row in half(path, part):
        text = row["text"]
        marked = [(note["start"], note["end"]) for note in row["annotations"] if note["type"] == "Quantity"]
        found = [(value.start, value.end) for value in find_values(text)]
        exact += len(set(marked) & set(found))
        close += sum(overlaps(span, marked) for span in found)
        met += sum(overlaps(span, found) for span in marked)
        found_all, marked_all = found_all + len(found), marked_all + len(marked)
        for span in sorted(set(marked) ^ set(found)) if verbose else []:
            start, end = span
            sign = "-" if span in marked else "+"
            near = "~" if overlaps(span, found if span in marked else marked) else " "
            print(f"{sign}{near} {text[max(0, start - 40) : start]!r} [{text[start:end]}] {text[end : end + 30]!r}")
    for name, right, reached in (("exact", exact, exact), ("overlap", close, met)):
        precision, recall = right / max(1, found_all), reached / max(1, marked_all)
        score = 2 * precision * recall / max(1e-9, precision + recall)
        print(f"{path.name} {part} {name}: P {precision:.3f} R {recall:.3f} F1 {score:.3f} ({found_all}, {marked_all})")


def right(value: TextValue, wanted: Row) -> bool:
    """Say whether amount and unit are those wanted: a range by its middle, a year by its number."""
    amount = value.amount
    if value.low is not None and value.high is not None and amount is None:
        amount = (value.low + value.high) / 2
    if value.earliest is not None:
        return bool(value.earliest.year == wanted["value"])
    name = UNITS.get(wanted["unit"], wanted["unit"])
    if amount is None or not same_unit(value, name):
        return False
    have, want = worth(value.unit), worth(canonical(name) or "")
    ratio = have[0] / want[0] if have and want and name and value.unit else 1
    goal = wanted["value"]
    return any(abs(found - goal) <= 1e-6 * max(abs(goal), 1e-12) for found in (amount, amount * ratio))


def same_unit(value: TextValue, name: str) -> bool:
    if not name:
        return value.kind in {"count", "number", "share", "multiple", "score"}
    return value.unit == name or convert(1, value.unit, canonical(name) or name) is not None


def values(path: Path, *, verbose: bool) -> None:
    """Print how many values are read with the right amount and unit, and how many are found beyond them."""
    total = good = beyond = 0
    for row in rows(path):
        left = find_values(row["input"])
        for wanted in row["results"]:
            hit = next((value for value in left if right(value, wanted)), None)
            total, good = total + 1, good + (hit is not None)
            if hit is not None:
                left.remove(hit)
            elif verbose:
                print("-", wanted["value"], wanted["unit"], "|", row["input"])
        beyond += len(left)
        for value in left if verbose else []:
            print("+", row["input"][value.start : value.end], value.kind, value.unit, "|", row["input"])
    print(f"{path.name}: {good} of {total} right ({good / max(1, total):.3f}), {beyond} beyond")


def main(folder: Path, part: str, *, verbose: bool) -> None:
    for path in sorted(folder.glob("measeval*.jsonl")):
        spans(path, part, verbose=verbose)
    for path in sorted(folder.glob("quantulum3*.jsonl")):
        values(path, verbose=verbose)
    text = "\n".join(row["text"] for path in sorted(folder.glob("measeval*.jsonl")) for row in rows(path))
    start = time.process_time()
    find_values(text)
    print(f"{len(text) / max(1e-9, time.process_time() - start) / 1e6:.2f} million characters a second")


if __name__ == "__main__":
    halves = [argument for argument in sys.argv[2:] if argument in {"first", "second"}]
    main(Path(sys.argv[1]), halves[0] if halves else "all", verbose="-v" in sys.argv)
