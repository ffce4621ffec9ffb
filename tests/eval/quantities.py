"""Measures how well figures are found and read, on data of the two public kinds that the README names.

Run: `python tests/eval/quantities.py FOLDER`, FOLDER holding `measeval_*.jsonl` (paragraphs with annotated
spans) and `quantulum3*.jsonl` (short texts with values and units). Nothing of the data is printed without `-v`.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from briefing.text.unit_index import worth
from briefing.text.units import canonical, convert
from briefing.text.values import TextValue, find_values

Span = tuple[int, int]
UNITS = {
    "dimensionless": "", "percentage": "%", "dollar": "USD", "pound sterling": "GBP", "euro": "EUR", "inverse second": "s-1",
    "count per week": "times/week", "inverse femtobarn": "fb-1", "pound-mass": "lb", "cubic centimetre": "cm3", "joule second": "J s",
    "kilometre per square second": "km/s2", "joule per square metre per year": "J/m2/year", "degree fahrenheit": "°F", "gigayear": "Ga",
    "megayear": "Ma", "penny": "pence",
}  # fmt: skip


def rows(path: Path) -> Iterator[dict]:
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines)


def overlaps(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def score(found: int, right: int, gold: int, met: int) -> tuple[float, float, float]:
    precision, recall = right / max(1, found), met / max(1, gold)
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def spans(path: Path, *, part: str = "all", verbose: bool = False) -> None:
    """Print precision, recall and F1 of spans, exact and by overlap; `part` halves the data by article."""
    exact, close, met, found_all, gold_all = 0, 0, 0, 0, 0
    articles = sorted({row["id"].split("-")[0] for row in rows(path)})
    half = set(articles[: len(articles) // 2] if part == "first" else articles[len(articles) // 2 :] if part == "second" else articles)
    for row in rows(path):
        if row["id"].split("-")[0] not in half:
            continue
        text = row["text"]
        gold = [(note["start"], note["end"]) for note in row["annotations"] if note["type"] == "Quantity"]
        found = [(value.start, value.end) for value in find_values(text)]
        exact += len(set(gold) & set(found))
        close += sum(any(overlaps(one, other) for other in gold) for one in found)
        met += sum(any(overlaps(one, other) for other in found) for one in gold)
        found_all, gold_all = found_all + len(found), gold_all + len(gold)
        if verbose:
            show(row, text, gold, found)
    for name, figures in (("exact", score(found_all, exact, gold_all, exact)), ("overlap", score(found_all, close, gold_all, met))):
        print(f"{path.name} {part:6} {name:8} P {figures[0]:.3f} R {figures[1]:.3f} F1 {figures[2]:.3f} ({found_all} found, {gold_all} marked)")


def show(row: dict, text: str, gold: list[Span], found: list[Span]) -> None:
    for start, end in sorted(set(gold) | set(found)):
        kind = "=" if (start, end) in gold and (start, end) in found else "-" if (start, end) in gold else "+"
        if kind != "=":
            near = "~" if any(overlaps((start, end), other) for other in (found if kind == "-" else gold)) else " "
            print(f"{kind}{near} {text[max(0, start - 40) : start]!r} [{text[start:end]}] {text[end : end + 30]!r}")


def right(value: TextValue, gold: dict) -> bool:
    """Say whether a value and its unit are those wanted; a range is wanted as its middle."""
    amount = value.amount
    if amount is None and value.low is not None and value.high is not None:
        amount = (value.low + value.high) / 2
    if value.kind == "date" and value.earliest is not None:
        amount = value.earliest.year
    if amount is None or (value.kind != "date" and not same_unit(value, gold["unit"])):
        return False
    wanted, worths = gold["value"], (worth(value.unit), worth(canonical(UNITS.get(gold["unit"], gold["unit"])) or ""))
    ratio = worths[0][0] / worths[1][0] if worths[0] and worths[1] and value.unit and gold["unit"] != "dimensionless" else 1
    return abs(amount * ratio - wanted) <= 1e-6 * max(abs(wanted), 1e-12) or abs(amount - wanted) <= 1e-6 * abs(wanted)


def same_unit(value: TextValue, wanted: str) -> bool:
    name = UNITS.get(wanted, wanted)
    if not name:
        return value.kind in {"count", "number", "share", "multiple", "score"}
    if value.unit == name:
        return True
    target = canonical(name) or canonical(name.replace("per", "/"))
    return target == value.unit or (target is not None and convert(1, value.unit, target) is not None)


def values(path: Path, *, verbose: bool = False) -> None:
    """Print the share of values read with the right amount and unit, and how many are found that nobody marked."""
    total, good, spurious = 0, 0, 0
    for row in rows(path):
        left = find_values(row["input"])
        for gold in row["results"]:
            total += 1
            hit = next((value for value in left if right(value, gold)), None)
            if hit is not None:
                left.remove(hit)
                good += 1
            elif verbose:
                print("-", gold["value"], gold["unit"], "|", row["input"])
        spurious += len(left)
        if verbose:
            for value in left:
                print("+", row["input"][value.start : value.end], value.kind, value.amount, value.low, value.high, value.unit, "|", row["input"])
    print(f"{path.name} right {good} of {total} ({good / total:.3f}), {spurious} beyond")


def main(folder: Path, *, verbose: bool = False, part: str = "all") -> None:
    for path in sorted(folder.glob("measeval*.jsonl")):
        spans(path, part=part, verbose=verbose)
    for path in sorted(folder.glob("quantulum3*.jsonl")):
        values(path, verbose=verbose)
    text = "\n".join(row["text"] for path in sorted(folder.glob("measeval*.jsonl")) for row in rows(path))
    start = time.perf_counter()
    find_values(text)
    print(f"{len(text) / (time.perf_counter() - start) / 1e6:.2f} million characters a second")


if __name__ == "__main__":
    chosen = [part for part in ("first", "second") if part in sys.argv]
    main(Path(sys.argv[1]), verbose="-v" in sys.argv, part=chosen[0] if chosen else "all")
