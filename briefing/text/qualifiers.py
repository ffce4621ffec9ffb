"""The words that bound or soften a figure: "more than", "up to", "about", "or less"."""

from __future__ import annotations

import re
from typing import Final, Literal, NamedTuple

from briefing.text.wordtables import meanings

Bound = Literal["above", "from", "below", "to", "near", "exact"]

_BEFORE: Final = meanings(
    """
more than / greater than / higher than / larger than / longer than / bigger than / better than / older than / over
more than / above / beyond / exceeding / exceeds / exceeded / exceed / in excess of / upwards of / upward of / topping
more than / well over / well above / surpassing / north of / > / ≳ / ≫
just over / slightly more than / a little over / just above / a little more than / slightly over / slightly above
at least / no less than / not less than / no fewer than / not fewer than / a minimum of / minimum of / minimum
at least / at the very least / at a minimum / as little as / as few as / as low as / low as / ≥ / ⩾ / >=
less than / fewer than / lower than / smaller than / shorter than / younger than / under / below / short of / < / ≲ / ≪
just under / slightly less than / a little under / just below / slightly under / a little less than / slightly below
at most / no more than / not more than / no greater than / a maximum of / maximum of / maximum / not exceeding / within
at most / does not exceed / no later than / at the most / ≤ / ⩽ / <=
up to / upto / as much as / as many as / as high as / as long as / as large as / down to
nearly / almost / close to / approaching / near / virtually / not quite / practically
about / approximately / approx. / approx / roughly / around / some / circa / ca. / ca / c. / ~ / ∼ / ≈ / ≃ / ≅
about / estimated / an estimated / estimated at / in the order of / on the order of / of the order of / an approximate
about / in the region of / in the vicinity of / somewhere around / very roughly / broadly / something like / loosely
average / an average of / average of / averaging / a mean of / mean of / a median of / median of / a typical
plus or minus / ± / +/- / give or take
exactly / precisely
only / just / merely / a mere / barely
total / a total of / total of / altogether / in total / totalling / totaling
"""
)
_AFTER: Final = meanings(
    """
at least / or more / or greater / or higher / or above / or over / or older / or longer / or larger / or better / and up
at least / and above / and over / and older / and higher / upwards
at most / or less / or fewer / or lower / or below / or under / or younger / or shorter / or smaller / and below
at most / and under / and younger / tops
about / or so / or thereabouts
"""
)
_BOUNDS: Final[dict[str, Bound]] = {
    "more than": "above", "just over": "above", "at least": "from", "less than": "below", "just under": "below",
    "at most": "to", "up to": "to", "nearly": "near", "about": "near", "average": "near",
}  # fmt: skip
SILENT: Final = frozenset({"only", "total", "exactly"})
"""These bound nothing and stay outside the span of a figure."""


class Qualifier(NamedTuple):
    """A canonical qualifier and the offset where its span begins (before a figure) or ends (after it)."""

    name: str
    offset: int


def _backwards(phrase: str) -> str:
    return r"\s+".join(re.escape(word[::-1]) for word in reversed(phrase.split()))


_LOOK_BACK = re.compile(
    r"\s*(" + "|".join(_backwards(phrase) for phrase in sorted(_BEFORE, key=len, reverse=True)) + r")(?!(?<=[a-z.])\w)",
    re.IGNORECASE,
)
_LOOK_ON = re.compile(
    r"[\s-]?(\+)(?![\w/])|-(plus)\b|[\s-]("
    + "|".join(re.escape(phrase) for phrase in sorted(_AFTER, key=len, reverse=True))
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
    weighty = [name for name in names if name not in SILENT | {"average"}]
    name = weighty[-1] if weighty else names[-1]
    return Qualifier(name, start - end)


def _name(match: re.Match[str]) -> str:
    return _BEFORE[" ".join(match[1][::-1].lower().split())]


def qualifier_after(text: str, end: int) -> Qualifier | None:
    """Read a qualifier that follows a figure: "or more", "+", "or so"."""
    match = _LOOK_ON.match(text, end)
    if match is None:
        return None
    return Qualifier(_AFTER.get(match[1] or match[3] or "", "at least"), match.end())


def bound(qualifier: str) -> Bound:
    """Say what a canonical qualifier does to the figure; no qualifier leaves it exact."""
    return _BOUNDS.get(qualifier, "exact")
