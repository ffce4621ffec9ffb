"""Invented documents in any number, with disagreements at a fixed density, and how long they take to compare.

Five documents tell of one matter each: its names are its own, its words everybody's.
"""

import calendar
import math
import os
import random
import time

from briefing.check.compare import compare
from briefing.check.remarks import read
from briefing.model.source import Source
from briefing.text.document import Document

LINES = 50
MATTER = 5
WRONG = 0.04
"""The share of statements in which a document gives a fact of its own."""
FACTS = (
    "{firm} of {town} employs {n0} people at {n1} plants.",
    "The plant in {town} cost {n2} million euros, said {person}, the chief executive of {firm}.",
    "{firm} was founded in {year} by {founder}.",
    "The bridge over the {river} is {n3} metres long.",
    "Turnover of {firm} rose by {share}% in 2019.",
    "{n4} people were injured when a boiler burst in {town} in {month} 2018.",
    "{person} was born in {town} on {day} {month} {birth}.",
    "The council of {town} approved the plan by {n5} votes to {n6}.",
    "{firm} holds {stake}% of the shares of the {river} ferry.",
    "The {river} carries {n7} tonnes of timber a year.",
    "A court in {town} fined {firm} {n8},000 euros over the spill.",
    "The new dock of {firm} is to open in {month} 2024.",
)
_SOUNDS = [consonant + vowel for consonant in "bdfghklmnprstv" for vowel in "aeio"]
_MONTHS = calendar.month_name[1:]


def name(rng, parts):
    return "".join(rng.choice(_SOUNDS) for _ in range(parts)).capitalize() + rng.choice(("n", "r", "l", "s", "k"))


def facts(rng):
    told = {f"n{number}": str(rng.randint(12, 980)) for number in range(9)}
    return told | {
        "year": str(rng.randint(1820, 1990)),
        "birth": str(rng.randint(1930, 1980)),
        "share": str(rng.randint(2, 40)),
        "stake": str(rng.randint(5, 95)),
        "day": str(rng.randint(1, 28)),
        "month": rng.choice(_MONTHS),
        "firm": f"{name(rng, 3)} {rng.choice(('Shipping', 'Timber', 'Steel', 'Energy', 'Foods'))}",
        "town": name(rng, 3),
        "river": name(rng, 2),
        "person": f"{name(rng, 2)} {name(rng, 3)}",
        "founder": f"{name(rng, 2)} {name(rng, 3)}",
    }


def documents(count, seed=7):
    """Return `count` documents of 50 lines."""
    rng = random.Random(seed)
    words = [name(rng, rng.randint(2, 4)).lower() for _ in range(6000)]
    weights = [1 / (rank + 10) for rank in range(len(words))]
    made = []
    for matter in range(math.ceil(count / MATTER)):
        truth = facts(rng)
        for number in range(min(MATTER, count - matter * MATTER)):
            lines = []
            for line in range(LINES):
                if line % 2:
                    said = facts(rng) if rng.random() < WRONG else truth
                    lines.append(
                        rng.choice(FACTS).format_map(truth | {key: said[key] for key in ("n0", "n3", "share", "year")})
                    )
                else:
                    filler = rng.choices(words, weights, k=rng.randint(8, 18))
                    lines.append(f"The {' '.join(filler)} of {truth['town']}.")
            made.append(Document("\n".join(lines), f"{matter:04}-{number}"))
    return made


def main(sizes=(125, 250, 500, 1000)):
    """Print times with two workers and with one, and the exponent of the growth."""
    rows = []
    print(f"{os.cpu_count()} cores")
    for size in sizes:
        made = documents(size)
        statements = sum(len(read(document, Source(id=document.id))) for document in made)
        start = time.perf_counter()
        found = compare(made, workers=2)
        two = time.perf_counter() - start
        start, worked = time.perf_counter(), time.process_time()
        compare(made)
        one, worked = time.perf_counter() - start, time.process_time() - worked
        rows.append((statements, worked))
        told = f"{size:5} documents, {statements:6,} statements, {len(found):5,} candidates"
        print(
            f"{told}: {two:6.1f} s with two workers, {one:6.1f} s with one ({one / two:.2f}), {worked:6.1f} s of work"
        )
    (small, first), (large, last) = rows[0], rows[-1]
    print(f"growth of the work: statements^{math.log(last / first) / math.log(large / small):.2f}")


if __name__ == "__main__":
    main()
