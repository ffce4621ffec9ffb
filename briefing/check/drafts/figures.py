"""Figures and dates of a draft that stand nowhere in the dossier, or stand there in other company."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from briefing.check.drafts.amounts import Parts, comparable, date_parts, dates_agree, figures_agree, vague
from briefing.check.drafts.grounds import Ground, Grounds
from briefing.check.drafts.remark import Line, Remark
from briefing.text.value import TextValue

_ORDINAL: Final = re.compile(
    r"\b(?:\d{1,3}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|[12]\d{3})\b",
    re.IGNORECASE,
)
_SAME: Final = {
    "1st": "first", "2nd": "second", "3rd": "third", "4th": "fourth", "5th": "fifth", "6th": "sixth",
    "7th": "seventh", "8th": "eighth", "9th": "ninth", "10th": "tenth",
}  # fmt: skip
_DIGITS: Final = re.compile(r"(?<![\d.,])\d{2,}(?![\d.,]*\d)")
_ENDINGS: Final = ("th", "st", "nd", "rd", "s")
CLOSE: Final = 0.3
"""Share of the best fit from which a sentence speaks of the same."""
CLOSER: Final = 0.5
"""The same where a sentence fits as a whole."""
FAR: Final = 0.12
_SURE: Final = 0.75
_SMALL: Final = 3
"""A reader counts so far by himself."""


class Figures:
    """All figures and dates of a dossier."""

    def __init__(self, grounds: Grounds) -> None:
        self._grounds = grounds
        self._values = [(n, value) for n, ground in enumerate(grounds.all) for value in ground.values]
        self._parts: dict[tuple[int, int], Parts] = {}
        for n, value in self._values:
            if value.kind == "date":
                self._parts[n, value.start] = date_parts(grounds.all[n].text[value.start : value.end])

    def remarks(self, line: Line) -> Iterator[Remark]:
        """Yield the figures and dates of a sentence that differ, or that nothing bears out."""
        for value in line.values:
            yield from self._date(line, value) if value.kind == "date" else self._figure(line, value)
        for match in _ORDINAL.finditer(line.text):
            word = match[0].lower()
            if any(value.start < match.end() and match.start() < value.end for value in line.values):
                continue
            lows = self._grounds.lows
            if word not in lows and _SAME.get(word, word) not in lows:
                said = next((short for short, long in _SAME.items() if long == word), word)
                if said not in lows:
                    yield Remark(match.start(), match.end(), "figure", f"draft: {match[0]}; it stands nowhere")

    def _figure(self, line: Line, value: TextValue) -> Iterator[Remark]:
        if vague(value):
            return
        agreeing = {n for n, other in self._values if comparable(value, other) and figures_agree(value, other)}
        if not agreeing and value.kind in ("count", "number", "duration"):
            agreeing = {
                n
                for n, other in self._values
                if other.kind != "date" and not (value.unit and other.unit) and figures_agree(value, other)
            }
        digits = _DIGITS.search(line.text, value.start, value.end)
        if digits and value.kind in ("count", "number", "duration"):
            for low in (digits[0], *(digits[0] + ending for ending in _ENDINGS)):
                agreeing |= self._grounds.stands(low).keys()  # "Kim Lee, 45, a nurse" gives no value
        small = value.kind in ("count", "number") and (value.amount or 9) <= _SMALL
        yield from self._judge(line, value, agreeing, "figure", small)

    def _date(self, line: Line, value: TextValue) -> Iterator[Remark]:
        ours = date_parts(line.text[value.start : value.end])
        if not ours:
            return
        agreeing = {place[0] for place, theirs in self._parts.items() if _within(ours, theirs)}
        yield from self._judge(line, value, agreeing, "date", small=False)

    def _judge(self, line: Line, value: TextValue, agreeing: set[int], kind: str, small: bool) -> Iterator[Remark]:
        span = (value.start, value.end - (kind == "date" and line.text[value.end - 1] == "."))
        fits = line.share(self._grounds, span)
        best = max(fits.values(), default=0.0)
        borne = max((fits.get(n, 0.0) for n in agreeing), default=0.0)
        if agreeing and borne >= (CLOSER if best >= _SURE else CLOSE) * best:
            return
        rival = self._rival(line, value, fits, best * (0.75 if agreeing else CLOSER))
        said = line.text[slice(*span)]
        if rival is not None and (best >= 0.45 or not agreeing):
            ground, other = rival
            told = ground.text[other.start : other.end]
            alike = kind == "date" or (
                value.kind == other.kind != "number" and not (small and value.unit != other.unit)
            )
            near = fits.get(self._grounds.number[id(ground)], 0.0) >= 0.75 * best
            sure = alike and (near or kind == "date") and (value.kind != "money" or value.unit == other.unit)
            yield Remark(*span, kind, f"draft: {said}; {_who(ground)}: {told}", ground, grave=alike, sure=sure)
        elif not agreeing and not small:
            sure = value.kind not in ("money", "count") and (value.kind != "duration" or any(map(str.isdigit, said)))
            yield Remark(*span, kind, f"draft: {said}; it stands nowhere in the dossier", sure=sure)
        elif agreeing and best >= 0.4 and borne < FAR * best and not small:
            yield Remark(
                *span, kind, f"draft: {said}; it stands only where something else is spoken of", sure=kind == "date"
            )

    def _rival(
        self, line: Line, value: TextValue, fits: dict[int, float], least: float
    ) -> tuple[Ground, TextValue] | None:
        """Return the value that stands in this one's place in the sentence that fits best."""
        ours = date_parts(line.text[value.start : value.end]) if value.kind == "date" else {}
        found = None
        score = 0.0
        for n, other in self._values:
            fit = fits.get(n, 0.0)
            if fit <= score or fit < least or not comparable(value, other):
                continue
            ground = self._grounds.all[n]
            if value.kind == "date":
                theirs = self._parts[n, other.start]
                if not ours.keys() & theirs.keys() or dates_agree(ours, theirs):
                    continue
            if any(
                mine is not value and comparable(mine, other) and _agree(line.text, mine, ground.text, other)
                for mine in line.values
            ):
                continue  # it is another figure of the sentence
            found, score = (ground, other), fit
        return found


def _agree(text: str, a: TextValue, other: str, b: TextValue) -> bool:
    if a.kind == "date":
        return dates_agree(date_parts(text[a.start : a.end]), date_parts(other[b.start : b.end]))
    return figures_agree(a, b)


def _within(ours: Parts, theirs: Parts) -> bool:
    return bool(ours) and all(theirs.get(key) == part for key, part in ours.items())


def _who(ground: Ground) -> str:
    return "card" if ground.card else "dossier" if ground.discrepancy else "source"
