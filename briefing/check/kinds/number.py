"""One here and several there: "a meeting" and "meetings", in remarks that otherwise say the same."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from briefing.check.clash import Clash, Spot
from briefing.check.remarks import Remark
from briefing.check.statements import Statements
from briefing.check.words import LIGHT_WORDS, meaning

_SAME: Final = 0.34
_ONE: Final = re.compile(
    r"\b(?:an?|one|single|at least one)\s(?:[\w’'-]+\s){0,3}?(?P<noun>[a-z]{4,})\b(?!\s[a-z]*s\b)", re.IGNORECASE
)
_SEVERAL: Final = re.compile(r"\b(?P<noun>[a-z]{4,}[^s’'\W]s)\b", re.IGNORECASE)
_SINGULAR: Final = frozenset(
    ("news", "series", "means", "species", "analysis", "basis", "status", "always", "economics", "physics", "this")
)


def numbers(statements: Statements) -> Iterator[Clash]:
    """Yield nouns that stand for one thing here and for several there, one a pair of remarks."""
    used: set[int] = set()
    for match in statements.matches:
        if match.score < _SAME:
            break
        for one, several in ((match.a, match.b), (match.b, match.a)):
            found = _apart(one, several)
            if found is not None and one.number not in used:
                used.add(one.number)
                yield _clash(one, several, found, match.score)
                break


def _apart(one: Remark, several: Remark) -> tuple[re.Match[str], re.Match[str]] | None:
    """Return "a meeting" of one remark and "meetings" of the other, where neither says both."""
    plural = {
        meaning(match["noun"].lower()): match
        for match in _SEVERAL.finditer(several.text)
        if match["noun"] not in _SINGULAR
    }
    own_plural = {meaning(match["noun"].lower()) for match in _SEVERAL.finditer(one.text)}
    other_single = {meaning(match["noun"].lower()) for match in _ONE.finditer(several.text)}
    for match in _ONE.finditer(one.text):
        noun = match["noun"].lower()
        root = meaning(noun)
        other = plural.get(root)
        if noun.endswith("s") or not root or root in LIGHT_WORDS or root in own_plural | other_single or other is None:
            continue
        if other["noun"].lower().startswith(noun[:4]) and several.text[: other.start()].split()[-1:] not in (
            ["all"],
            ["any"],
            ["no"],
            ["of"],
        ):
            return match, other
    return None


def _clash(one: Remark, several: Remark, found: tuple[re.Match[str], re.Match[str]], score: float) -> Clash:
    single, plural = found
    return Clash(
        kind="figure",
        nature="real",
        severity="low",
        score=0.15 + 0.4 * score,
        question=f"One or several: “{single[0]}” or “{plural['noun']}”?",
        reason=f"one in the one, several in the other: “{single[0]}” against “{plural['noun']}”",
        sides=(
            Spot(one, one.start + single.start(), one.start + single.end()),
            Spot(several, several.start + plural.start("noun"), several.start + plural.end("noun")),
        ),
    )
