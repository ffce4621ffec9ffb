"""One here and several there: "a meeting" and "meetings", in remarks that otherwise say the same."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from briefing.check.clash import Clash, part
from briefing.check.remarks import Remark
from briefing.check.statements import Statements
from briefing.check.words import LIGHT_WORDS, meaning

_SAME: Final = 0.38
_ONE: Final = re.compile(
    r"\b(?P<one>an?|one|single|at least one)\s(?P<phrase>[\w’'-]+(?:\s[\w’'-]+){0,3})", re.IGNORECASE
)
_SEVERAL: Final = re.compile(r"\b(?P<noun>[a-z]{4,}[^s’'\W]s)\b", re.IGNORECASE)
_ENDS: Final = frozenset(
    ("of", "in", "on", "at", "to", "for", "with", "by", "from", "and", "or", "that", "which", "who", "is", "was")
)


def numbers(statements: Statements) -> Iterator[Clash]:
    """Yield nouns that stand for one thing here and for several there, one a pair of remarks."""
    used: set[int] = set()
    for match in statements.matches:
        if match.score < _SAME:
            break
        for one, several in ((match.a, match.b), (match.b, match.a)):
            found = _apart(one, several)
            if found is not None and not {one.number, several.number} & used:
                used |= {one.number, several.number}
                yield _clash(one, several, found, match.score)
                break


def _apart(one: Remark, several: Remark) -> tuple[str, re.Match[str], re.Match[str]] | None:
    """Return "a meeting" of one remark and "meetings" of the other, where neither says both."""
    plural = {meaning(match["noun"].lower()): match for match in _SEVERAL.finditer(several.text)}
    own_plural = {meaning(match["noun"].lower()) for match in _SEVERAL.finditer(one.text)}
    other_single = {meaning(word.lower()) for match in _ONE.finditer(several.text) for word in match["phrase"].split()}
    for match in _ONE.finditer(one.text):
        for word in match["phrase"].split():
            noun, root = word.lower(), meaning(word.lower())
            other = plural.get(root)
            if noun in _ENDS:
                break
            if (
                noun.endswith("s")
                or not root
                or root in LIGHT_WORDS
                or root in own_plural | other_single
                or other is None
            ):
                continue
            all_of = several.text[: other.start()].split()[-1:] in (["all"], ["any"], ["no"], ["of"])
            if one.text[: match.start()].split()[-1:] == ["of"]:
                break  # "the risk of an attack" is one of any number
            if other["noun"].lower().startswith(noun[:4]) and not all_of:
                return f"{match['one']} {match['phrase'].partition(word)[0]}{word}", match, other
    return None


def _clash(one: Remark, several: Remark, found: tuple[str, re.Match[str], re.Match[str]], score: float) -> Clash:
    said, single, plural = found
    return Clash(
        kind="figure",
        nature="real",
        severity="low",
        score=0.15 + 0.4 * score,
        question=f"One or several: “{said}” or “{plural['noun']}”?",
        reason=f"one in the one, several in the other: “{said}” against “{plural['noun']}”",
        sides=(
            part(one, one.start + single.start(), one.start + single.start() + len(said)),
            part(several, several.start + plural.start("noun"), several.start + plural.end("noun")),
        ),
    )
