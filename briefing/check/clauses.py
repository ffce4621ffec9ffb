"""Where a value stands in its sentence: its clause, its segment, the main clause it belongs to, what is an aside."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import Final

from briefing.check.remarks import Remark

Span = tuple[int, int]

_HARD: Final = re.compile(r"[;—()|]|:(?!\d)|\s[-–]\s")
_COMMA: Final = re.compile(r",\s(?:and|but|while|whereas|although|which|who|where|with|as|after|because|so|or)?\b")
_JOINT: Final = re.compile(r"\s(?:and|but|or|while|compared|versus|than|against)\s")
_SEGMENT: Final = re.compile(r"[;|]|:(?!\d)|\s[—–-]\s|—")
_MAIN: Final = re.compile(r"(?:^|,\s(?:and|but|while|whereas)\s|[;—]\s?|:(?!\d)\s?)(?=\S)")
_BRACKETS: Final = re.compile(r"\([^()]{0,200}\)|\[[^\[\]]{0,200}\]")
_OWN: Final = re.compile(
    r"(?:[Tt]he|[Tt]his|[Tt]hat|[Ii]ts|[Tt]heir|[Tt]hese|[Tt]hose|[Hh]is|[Hh]er|[Aa]n?)\s[a-z]|(?:[Ii]t|[Tt]hey|[Hh]e|[Ss]he)\s"
)
_RELATIVE: Final = re.compile(r",\s(?:who|which|whose)\s?$")


@dataclass(slots=True)
class Setting:
    """The parts of a remark around one of its spans; all offsets are those of the document.

    `words` are the numbers of the words that may say something: no name, no aside; `asides` are brackets that the
    span does not stand in, and `plain` the text with them blanked. `own`: the main clause has a common noun or a
    pronoun for its subject. `relative`: the clause says more of the name before it.
    """

    remark: Remark
    start: int
    end: int
    plain: str
    asides: list[Span]
    clause: Span
    segment: Span
    main: int
    own: bool
    relative: bool
    words: list[int]

    def cut(self, start: int, end: int) -> str:
        """Return the plain text between two offsets of the document."""
        home = self.remark.start
        return self.plain[max(0, start - home) : max(0, end - home)]

    def aside(self, at: int) -> bool:
        """Whether an offset lies in brackets that the span does not."""
        return any(low <= at < high for low, high in self.asides)


def setting(remark: Remark, start: int, end: int) -> Setting:
    """Return where the span from `start` to `end` stands in a remark."""
    home, text = remark.start, remark.text
    asides = [
        (home + match.start(), home + match.end())
        for match in _BRACKETS.finditer(text)
        if not match.start() <= start - home < match.end()
    ]
    plain = text
    for low, high in asides:
        plain = plain[: low - home] + " " * (high - low) + plain[high - home :]
    made = Setting(remark, start, end, plain, asides, (home, remark.end), (home, remark.end), home, False, False, [])
    made.clause = _clause(made)
    made.segment = _segment(made)
    low = made.segment[0] - home
    starts = [match.end() for match in _MAIN.finditer(plain, low, start - home)]
    made.main = home + max(starts, default=low)
    made.own = _OWN.match(made.cut(made.main, start)) is not None
    made.relative = _RELATIVE.search(made.cut(made.segment[0], made.clause[0])) is not None
    named = named_words(remark)
    made.words = [
        n
        for n, (word, (low, _)) in enumerate(zip(remark.stems, remark.spans, strict=True))
        if word and n not in named and not word.isdigit() and not made.aside(low)
    ]
    return made


def named_words(remark: Remark) -> set[int]:
    """Return the numbers of the words that belong to names."""
    taken: set[int] = set()
    starts = [start for start, _ in remark.spans]
    for name in remark.names:
        n = bisect_left(starts, name.start)
        while n < len(starts) and starts[n] < name.end:
            taken.add(n)
            n += 1
    return taken


def _clause(made: Setting) -> Span:
    """Return the span between the boundaries next to a value: commas, dashes, and conjunctions that part two values."""
    home = made.remark.start
    low, high = made.start - home, made.end - home
    left, right = 0, len(made.plain)
    for pattern in (_HARD, _COMMA, _JOINT):
        for match in pattern.finditer(made.plain):
            if pattern is _JOINT and not _parts_values(made, match.start()):
                continue
            if match.end() <= low:
                left = max(left, match.end())
            elif match.start() >= high:
                right = min(right, match.start())
                break
    return home + left, home + right


def _parts_values(made: Setting, at: int) -> bool:
    """Whether another value stands on the far side of a conjunction."""
    low, home = made.start - made.remark.start, made.remark.start
    starts = [other.start - home for other in made.remark.values if other.start != made.start]
    return any(start < at for start in starts) if at < low else any(start > at for start in starts)


def _segment(made: Setting) -> Span:
    """Return the span between semicolons, colons or dashes around a value."""
    home = made.remark.start
    low, high = made.start - home, made.end - home
    left = max((match.end() for match in _SEGMENT.finditer(made.plain, 0, low)), default=0)
    match = _SEGMENT.search(made.plain, high)
    return home + left, home + (match.start() if match else len(made.plain))
