"""Measure `ClaimIndex`: `python tests/eval/claims.py FOLDER`, FOLDER with `claims.jsonl` and `queries.jsonl`.

Prints MAP@5 and first hits beside plain SQLite FTS5 (porter, BM25), how well the score parts matches from texts
that have none (best F1 over one border), and the time of building and asking an index of 100,000 claims.
"""

from __future__ import annotations

import json
import random
import re
import sqlite3
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from briefing.check.index import MATCH, ClaimIndex
from briefing.text.terms import read_post

Claims = list[tuple[str, str]]
Asked = list[tuple[str, set[str]]]
Search = Callable[[str], list[tuple[str, float]]]
MANY = 100_000


def rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]


def plain(claims: Claims) -> Search:
    base = sqlite3.connect(":memory:")
    base.execute("create virtual table claim using fts5(id unindexed, text, tokenize='porter unicode61')")
    base.executemany("insert into claim values (?, ?)", claims)

    def search(text: str) -> list[tuple[str, float]]:
        match = " OR ".join(f'"{word}"' for word in re.findall(r"\w+", text))
        found = base.execute("select id, -rank from claim where claim match ? order by rank limit 5", (match,))
        return [(id, score) for id, score in found] if match else []

    return search


def ours(claims: Claims) -> Search:
    return ClaimIndex(claims).search


def precision(search: Search, asked: Asked) -> tuple[float, float]:
    """Mean average precision of the first five, and the share of first hits that are right."""
    total = first = 0.0
    for text, right in asked:
        hits = 0
        for rank, (id, _) in enumerate(search(text)[:5], start=1):
            if id in right:
                hits += 1
                total += hits / rank / len(right)
                first += rank == 1
    return total / len(asked), first / len(asked)


def worlds(claims: Claims, asked: Asked) -> Iterable[tuple[str, Claims, Asked]]:
    """817 claims of which few or many are spoken of, asked with every post, or with every sentence of it."""
    known = {id for _, right in asked for id in right}
    others = [claim for claim in claims if claim[0] not in known]
    for seed, matched in enumerate((90, 90, 400, 400)):
        draw = random.Random(seed)
        kept = {id for _, right in draw.sample(asked, matched) for id in right}
        index = [claim for claim in claims if claim[0] in kept] + draw.sample(others, 817 - len(kept))
        posts = [(read_post(text).body, right & kept) for text, right in asked]
        yield f"{matched} matched, posts", index, posts
        yield f"{matched} matched, sentences", index, [one for post in posts for one in sentences(*post)]


def sentences(text: str, right: set[str]) -> Asked:
    """Every sentence of a post that speaks of nothing known; the longest of one that does."""
    parts = [part for part in re.split(r"(?<=[.!?])\s+", text) if len(part.split()) > 3] or [text]
    return [(max(parts, key=len), right)] if right else [(part, set()) for part in parts]


def best_f1(search: Search, asked: Asked, border: float | None = None) -> float:
    found = sorted(((score, id in right) for text, right in asked for id, score in search(text)), reverse=True)
    wanted = sum(len(right) for _, right in asked)
    best = hits = 0.0
    for said, (score, hit) in enumerate(found, start=1):
        if border is not None and score < border:
            break
        hits += hit
        now = 2 * hits / (said + wanted)
        best = now if border is not None else max(best, now)
    return best


def timings(claims: Claims, asked: Asked) -> None:
    draw = random.Random(1)
    texts = [text.split() for _, text in claims]
    mixed = []
    for at in range(MANY):
        one, other = draw.choice(texts), draw.choice(texts)
        mixed.append((str(at), " ".join(one[: len(one) // 2] + other[len(other) // 2 :])))
    start = time.process_time()
    index = ClaimIndex(mixed)
    print(f"{MANY} claims: built in {time.process_time() - start:.1f} s of processor time")
    typed = [word[:length] for text, _ in asked[:100] for word in text.split()[:1] for length in range(1, 6)]
    questions = [text for text, _ in asked[:300]]
    for name, ask, what in (("search", index.search, questions), ("lookup", index.lookup, typed)):
        spent = []
        for text in what:
            start = time.process_time()
            ask(text)
            spent.append(1000 * (time.process_time() - start))
        spent.sort()
        print(f"  {name}: median {spent[len(spent) // 2]:.1f} ms, 99 % under {spent[len(spent) * 99 // 100]:.1f} ms")


def main(folder: Path) -> None:
    found = rows(folder / "claims.jsonl")
    asked: Asked = [(row["text"], set(row["relevant"])) for row in rows(folder / "queries.jsonl")]
    forms = {
        "text": [(row["id"], row["text"]) for row in found],
        "title and text": [(row["id"], f"{row['title']}. {row['text']}") for row in found],
    }
    for form, claims in forms.items():
        print(f"{form}: {len(claims)} claims, {len(asked)} posts")
        for name, make in (("FTS5", plain), ("ours", ours)):
            print("  {}  MAP@5 {:.4f}  first {:.4f}".format(name, *precision(make(claims), asked)))
        for world, index, questions in worlds(claims, asked):
            old, new = best_f1(plain(index), questions), best_f1(ours(index), questions)
            fixed = best_f1(ours(index), questions, MATCH)
            print(f"  817 claims, {world}: best F1 FTS5 {old:.3f}, ours {new:.3f}, at {MATCH} {fixed:.3f}")
    timings(forms["title and text"], asked)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
