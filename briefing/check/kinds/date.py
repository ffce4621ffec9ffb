"""Dates of one event that cannot both hold."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from briefing.check.align import Alignment, align, partners
from briefing.check.clash import Clash, spot
from briefing.check.mentions import Mention, mention
from briefing.check.questions import about, shared_words
from briefing.check.remarks import Corpus
from briefing.model.discrepancy import Severity
from briefing.text.values import TextValue

ALIKE: Final = 0.3
_FIRST, _LAST = dt.date.min, dt.date.max


def dates(corpus: Corpus) -> Iterator[Clash]:
    """Yield clashes between dates, each event once."""
    mentions = [
        mention(corpus, remark, value)
        for remark in corpus.remarks
        for value in remark.values
        if value.kind == "date" and value.earliest and value.latest
    ]
    links = [
        link for a, b in partners(mentions) if a.remark is not b.remark and (link := align(a, b)).score >= ALIKE and _one_event(link)
    ]
    agreed = {id(item) for link in links if _meet(link.a, link.b) for item in (link.a, link.b)}
    ...
