"""Measure `check` on drafts with one planted error: `python tests/eval/drafts.py FOLDER`.

FOLDER holds `articles.jsonl` (id, text) and `pairs.jsonl` (article, reference, edited, edits with start and end,
kind). Prints the share of errors that a conflict touches, by kind, and of faithful references with any conflict.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from briefing.check.draft import Checker
from briefing.model.dossier import Dossier


def rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]


def main(folder: Path, *, verbose: bool = False) -> None:
    articles = {row["id"]: row["text"] for row in rows(folder / "articles.jsonl")}
    checkers = {name: Checker(Dossier.from_texts({"a": text})) for name, text in articles.items()}
    flagged: dict[tuple[str, str], bool] = {}
    falsely: Counter[str] = Counter()
    found: Counter[str] = Counter()
    all_of: Counter[str] = Counter()
    for row in rows(folder / "pairs.jsonl"):
        checker = checkers[row["article"]]
        key = (row["article"], row["reference"])
        if key not in flagged:
            clashes = [clash for item in checker.check(row["reference"]) for clash in item.conflicts]
            flagged[key] = bool(clashes)
            falsely.update({clash.kind for clash in clashes})
            if verbose:
                for clash in clashes:
                    print("FALSE", clash.kind, repr(row["reference"][clash.start : clash.end]))
        clashes = [clash for item in checker.check(row["edited"]) for clash in item.conflicts]
        hit = any(c.start < edit["end"] and edit["start"] < c.end for c in clashes for edit in row["edits"])
        all_of[row["kind"]] += 1
        found[row["kind"]] += hit
        if verbose and not hit:
            print("MISSED", row["kind"], [(edit["ref"], edit["new"]) for edit in row["edits"]])
    total = sum(all_of.values())
    print(f"located {found.total()}/{total} {found.total() / total:.1%}", end="  ")
    print("  ".join(f"{kind} {found[kind]}/{count} {found[kind] / count:.0%}" for kind, count in all_of.items()))
    print(
        f"faithful flagged {sum(flagged.values())}/{len(flagged)} {sum(flagged.values()) / len(flagged):.1%}",
        dict(falsely),
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]), verbose="-v" in sys.argv)
