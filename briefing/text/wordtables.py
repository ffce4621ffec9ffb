"""How the word tables of this floor are written: plain text, read once when a module is loaded."""

from __future__ import annotations


def in_order(table: str) -> list[str]:
    """Return the words of a table."""
    return table.split()


def word_set(table: str) -> frozenset[str]:
    """Return the words of a table as a set."""
    return frozenset(table.split())


def meanings(table: str) -> dict[str, str]:
    """Read lines of `first / second / third` into word -> first word of its line."""
    found: dict[str, str] = {}
    for line in table.strip().splitlines():
        words = [word.strip() for word in line.split(" / ")]
        found.update(dict.fromkeys(words, words[0]))
    return found


def phrases(table: str) -> str:
    """Read patterns, parted by ` / ` or line ends, into one group of a regular expression."""
    parts = [part.strip() for line in table.strip().splitlines() for part in line.split(" / ")]
    return "(?:" + "|".join(parts) + ")"
