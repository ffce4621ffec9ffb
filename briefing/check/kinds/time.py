"""What is told as still to come although its time is past."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from briefing.check.clash import Clash, part
from briefing.check.remarks import Remark
from briefing.check.statements import Statements
from briefing.text.values import TextValue

_WILL: Final = re.compile(
    r"\b(?:will|is to|are to|is going to|are going to|plans? to|is expected to|are expected to)\s(?:also\s)?[a-z]+"
)
_PAST: Final = re.compile(r"\b(?:was|were|had|[a-z]{3,}ed|met|held|won|took|began|made|found|told|said)\b")
_YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b")
_LATE: Final = dt.timedelta(days=150)
"""So much later than the beginning of what was to come a text may be before it is odd."""


def overtaken(statements: Statements) -> Iterator[Clash]:
    """Yield what a document foretells although its own latest date has overtaken it, once a document."""
    corpus = statements.corpus
    documents: dict[str, list[Remark]] = defaultdict(list)
    for remark in corpus.remarks:
        documents[remark.source].append(remark)
    for remarks in documents.values():
        latest = _latest(remarks)
        if latest is None:
            continue
        home, day, date = latest
        late = [
            (remark, value, match)
            for remark in remarks
            for value in remark.values
            if value.kind == "date"
            and _YEAR.search(remark.cut(value.start, value.end))
            and value.earliest
            and value.latest
            and (value.latest < day or (date is not None and value.earliest + _LATE < day))
            for match in _WILL.finditer(remark.text)
            if 0 < value.start - remark.start - match.end() < 70
            and "," not in remark.cut(remark.start + match.end(), value.start)
        ]
        if late:
            yield _clash(home, date, day, late)


def _latest(remarks: list[Remark]) -> tuple[Remark, dt.date, TextValue | None] | None:
    """Return the day that a document is not older than, and what says so: its date, else its latest past date."""
    if remarks[0].published is not None:
        return remarks[0], remarks[0].published, None
    told = [
        (value.earliest, remark, value)
        for remark in remarks
        for value in remark.values
        if value.kind == "date" and value.earliest and not _WILL.search(remark.text) and _PAST.search(remark.text)
    ]
    if not told:
        return None
    day, remark, value = max(told, key=lambda item: item[0])
    return remark, day, value


def _clash(
    home: Remark, date: TextValue | None, day: dt.date, late: list[tuple[Remark, TextValue, re.Match[str]]]
) -> Clash:
    first = late[0]
    sides = [part(remark, remark.start + match.start(), value.end) for remark, value, match in late[:4]]
    if date is not None:
        sides.append(part(home, date.start, date.end))
    words = first[0].cut(first[0].start + first[2].start(), first[1].end)
    return Clash(
        kind="date",
        nature="real",
        severity="low" if date is None else "medium",
        score=0.3 if date is None else 0.38,
        question=f"Is it still to come: “{words}”?",
        reason=f"told as still to come, in a text that is not older than {day}",
        sides=tuple(sides),
    )
