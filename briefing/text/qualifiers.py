"""The words that bound or soften a figure: "more than", "up to", "about", "or less"."""

from __future__ import annotations

import re
from typing import Final, Literal, NamedTuple

Bound = Literal["above", "from", "below", "to", "near", "exact"]

_BEFORE: Final = {
    "more than": "more than, greater than, higher than, larger than, longer than, bigger than, better than, in excess of, exceeding, "
    "exceeds, exceeded, exceed, over, above, beyond, upwards of, upward of, well over, well above, older than, > , ≳, ⩾, ≫, topping, "
    "surpassing, north of",
    "just over": "just over, slightly more than, a little over, just above, a little more than, slightly over, slightly above",
    "at least": "at least, no less than, not less than, no fewer than, not fewer than, a minimum of, minimum of, minimum, as little as, "
    "as few as, as low as, low as, ≥, >=, at the very least, at a minimum",
    "less than": "less than, fewer than, lower than, smaller than, shorter than, under, below, short of, younger than, <, ≲, ≪",
    "just under": "just under, slightly less than, a little under, just below, slightly under, a little less than, slightly below",
    "at most": "at most, no more than, not more than, no greater than, a maximum of, maximum of, maximum, ≤, <=, ⩽, within, not exceeding, "
    "does not exceed, no later than, at the most",
    "up to": "up to, upto, as much as, as many as, as high as, as long as, as large as, down to, or up to",
    "nearly": "nearly, almost, close to, approaching, near, virtually, not quite, practically",
    "about": "about, approximately, approx., approx, roughly, around, some, circa, ca., ca, c., an estimated, estimated at, estimated, ~, ∼, ≈, ≃, "
    "≅, in the order of, on the order of, of the order of, in the region of, in the vicinity of, somewhere around, very roughly, "
    "broadly, something like, or so, an approximate, loosely",
    "average": "an average of, average of, averaging, average, a mean of, mean of, a median of, median of, a typical",
    "plus or minus": "±, +/-, plus or minus, give or take",
    "exactly": "exactly, precisely",
    "only": "only, just, merely, a mere, barely",
    "total": "a total of, total of, altogether, in total, totalling, totaling",
}
_AFTER: Final = {
    "at least": "or more, or greater, or higher, or above, or over, or older, or longer, or larger, or better, and above, and over, and older, "
    "and up, and higher, at least, +",
    "at most": "or less, or fewer, or lower, or below, or under, or younger, or shorter, or smaller, and below, and under, and younger, at most, tops",
    "about": "or so, or thereabouts",
}
_BOUNDS: Final[dict[str, Bound]] = {
    "more than": "above", "just over": "above", "at least": "from", "less than": "below", "just under": "below", "at most": "to",
    "up to": "to", "nearly": "near", "about": "near", "average": "near", "exactly": "exact", "only": "exact", "total": "exact",
}  # fmt: skip
_SILENT: Final = frozenset({"only", "total", "exactly"})
"""They bound nothing; "exactly" and the like stay outside the span."""


class Qualifier(NamedTuple):
    """A canonical qualifier and the offset where its span begins (before a figure) or ends (after it)."""

    name: str
    offset: int


def _phrases(table: dict[str, str]) -> dict[str, str]:
    return {phrase.strip(): name for name, phrases in table.items() for phrase in phrases.split(", ")}


_BY_BEFORE: Final = _phrases(_BEFORE)
_BY_AFTER: Final = _phrases(_AFTER)


def _backwards(phrase: str) -> str:
    return r"\s+".join(re.escape(word[::-1]) for word in reversed(phrase.split()))


_LOOK_BACK = re.compile(
    r"\s*("
    + "|".join(_backwards(phrase) for phrase in sorted(_BY_BEFORE, key=len, reverse=True))
    + r")(?!(?<=[a-z.])\w)",
    re.IGNORECASE,
)
_LOOK_ON = re.compile(
    r"[\s-]?(\+)(?![\w/])|-(plus)\b|[\s-]("
    + "|".join(re.escape(phrase) for phrase in sorted(_BY_AFTER, key=len, reverse=True) if phrase != "+")
    + r")\b"
)
_WINDOW: Final = 40


def qualifier_before(text: str, start: int) -> Qualifier | None:
    """Read the qualifier that ends just before `start`; of several ("up to at least") the outermost gives the span."""
    window = text[max(0, start - _WINDOW) : start][::-1]
    first = _LOOK_BACK.match(window)
    if first is None:
        return None
    names, end = [_name(first)], first.end()
    for _ in range(2):
        more = _LOOK_BACK.match(window, end)
        if more is None or (bound(_name(more)) == bound(names[-1]) == "near"):
            break  # "around ∼10": the inner one will do
        names.append(_name(more))
        end = more.end()
    weighty = [name for name in names if name not in _SILENT | {"average"}]
    name = weighty[-1] if weighty else names[-1]
    return Qualifier(name, start - end)


def _name(match: re.Match[str]) -> str:
    return _BY_BEFORE[" ".join(match[1][::-1].lower().split())]


def qualifier_after(text: str, end: int) -> Qualifier | None:
    """Read a qualifier that follows a figure: "or more", "+", "or so"."""
    match = _LOOK_ON.match(text, end)
    if match is None:
        return None
    return Qualifier(_BY_AFTER.get(match[1] or match[3] or "", "at least"), match.end())


def bound(qualifier: str) -> Bound:
    """Say what a canonical qualifier does to the figure; no qualifier leaves it exact."""
    return _BOUNDS.get(qualifier, "exact")
