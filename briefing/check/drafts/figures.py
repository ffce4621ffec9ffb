"""Figures and dates of a draft that stand nowhere in the dossier, or stand there in other company."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from briefing.check.drafts.amounts import Parts, comparable, date_parts, dates_agree, figures_agree, vague
from briefing.check.drafts.company import Company, Place, Standing, place_of
from briefing.check.drafts.grounds import Grounds
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
_NEAR: Final = 0.5
_GAP: Final = 0.4
"""Company of another figure, and by how much it must be better, from which that one stands in its place."""
_LEAST: Final = 0.5
"""How well another figure must stand in the place of one that is found nowhere."""
_ANSWERED: Final = 0.6
"""Fit of the rest of a sentence from which a date that stands nowhere is held to be wrong."""
_EXACT: Final = 3
"""Digits from which a figure is no rounding of another."""
_MOST: Final = 40
"""Figures of one sentence that are looked at; more are no prose."""
_SMALL: Final = 3
"""A reader counts so far by himself."""


class Figures:
    """All figures and dates of a dossier."""

    def __init__(self, grounds: Grounds) -> None:
        self._grounds = grounds
        self._values = [
            (place_of(n, ground, value.start, value.end), value)
            for n, ground in enumerate(grounds.all)
            for value in ground.values
        ]
        self._by_place = dict(self._values)
        self._parts: dict[Place, Parts] = {
            place: date_parts(grounds.all[place[0]].text[value.start : value.end])
            for place, value in self._values
            if value.kind == "date"
        }

    def remarks(self, line: Line) -> Iterator[Remark]:
        """Yield the figures and dates of a sentence that differ, or that nothing bears out."""
        values = line.values[:_MOST]
        told = self._told(line, values)
        for value in values:
            yield from self._date(line, value, told) if value.kind == "date" else self._figure(line, value, told)
        for match in _ORDINAL.finditer(line.text):
            word = match[0].lower()
            if any(value.start < match.end() and match.start() < value.end for value in line.values):
                continue
            lows = self._grounds.lows
            if word not in lows and _SAME.get(word, word) not in lows:
                said = next((short for short, long in _SAME.items() if long == word), word)
                if said not in lows:
                    yield Remark(match.start(), match.end(), "figure", f"draft: {match[0]}; it stands nowhere")

    def _figure(self, line: Line, value: TextValue, told: set[Place]) -> Iterator[Remark]:
        if vague(value):
            return
        counts = value.kind in ("count", "number", "duration") and value.amount is not None
        agreeing = {place for place, other in self._values if comparable(value, other) and figures_agree(value, other)}
        if not agreeing and counts:
            agreeing = {
                place
                for place, other in self._values
                if other.kind != "date" and not (value.unit and other.unit) and figures_agree(value, other)
            }
        digits = _DIGITS.search(line.text, value.start, value.end)
        if digits and counts:
            for low in (digits[0], *(digits[0] + ending for ending in _ENDINGS)):
                # "Kim Lee, 45, a nurse" gives no value
                agreeing |= {(n, at, at) for n, found in self._grounds.stands(low).items() for at in found}
        rivals = [
            place
            for place, other in self._values
            if place not in told and comparable(value, other) and not vague(other) and not figures_agree(value, other)
        ]
        small = value.kind in ("count", "number") and (value.amount or 9) <= _SMALL
        yield from self._judge(line, value, agreeing, rivals, small=small)

    def _date(self, line: Line, value: TextValue, told: set[Place]) -> Iterator[Remark]:
        ours = date_parts(line.text[value.start : value.end])
        if not ours:
            return
        agreeing = {place for place, theirs in self._parts.items() if _within(ours, theirs)}
        rivals = [
            place
            for place, theirs in self._parts.items()
            if place not in told and ours.keys() & theirs.keys() and not dates_agree(ours, theirs)
        ]
        yield from self._judge(line, value, agreeing, rivals, small=False)

    def _judge(
        self, line: Line, value: TextValue, agreeing: set[Place], rivals: list[Place], *, small: bool
    ) -> Iterator[Remark]:
        kind = "date" if value.kind == "date" else "figure"
        span = (value.start, value.end - (kind == "date" and line.text[value.end - 1] == "."))
        company = Company(self._grounds, line, span)
        best = company.best
        own = company.standing(agreeing)
        rival = company.standing(place for place in rivals if company.fits.get(place[0], 0.0) >= CLOSER * best)
        said = line.text[slice(*span)]
        weekday = date_parts(said).keys() == {"weekday"}  # a report says "on Monday" of the week it appears in
        if agreeing and rival.near >= _NEAR and rival.total - own.total >= _GAP:
            yield self._remark(line, value, span, rival, sure=True)
            return
        borne = max((company.fits.get(place[0], 0.0) for place in agreeing), default=0.0)
        if agreeing and borne >= (CLOSER if best >= _SURE else CLOSE) * best:
            return
        rival = company.standing(
            place for place in rivals if company.fits.get(place[0], 0.0) >= best * (0.75 if agreeing else CLOSER)
        )
        if rival.fit and (best >= 0.45 or not agreeing):
            sure = rival.total >= _LEAST and (rival.fit >= 0.75 * best or kind == "date")
            sure = sure and (not small or rival.near >= _NEAR)
            yield self._remark(line, value, span, rival, sure=sure)
        elif not agreeing and not small:
            exact = kind == "figure" and sum(map(str.isdigit, said)) >= _EXACT
            sure = exact or (
                value.kind not in ("money", "count")
                and (best >= _ANSWERED if kind == "date" else any(map(str.isdigit, said)))
            )
            sure = sure and not weekday
            yield Remark(*span, kind, f"draft: {said}; it stands nowhere in the dossier", sure=sure)
        elif agreeing and best >= 0.4 and borne < FAR * best and not small:
            yield Remark(
                *span,
                kind,
                f"draft: {said}; it stands only where something else is spoken of",
                sure=kind == "date",
            )

    def _remark(self, line: Line, value: TextValue, span: tuple[int, int], rival: Standing, *, sure: bool) -> Remark:
        ground = self._grounds.all[rival.place[0]]
        other = self._by_place[rival.place]
        alike = value.kind == "date" or value.kind == other.kind != "number"
        if value.kind == "count" and (value.amount or 9) <= _SMALL:
            alike = alike and value.unit == other.unit
        if value.kind == "money":
            sure = sure and value.unit == other.unit
        reason = f"draft: {line.text[slice(*span)]}; {ground.name}: {ground.text[other.start : other.end]}"
        return Remark(*span, "date" if value.kind == "date" else "figure", reason, ground, grave=alike, sure=sure)

    def _told(self, line: Line, values: Sequence[TextValue]) -> set[Place]:
        """Return the figures of the dossier that a sentence gives: none of them is the rival of another of its own."""
        found: set[Place] = set()
        seen: set[str] = set()
        for mine in values:
            said = line.text[mine.start : mine.end]
            if said in seen:
                continue
            seen.add(said)
            found |= {
                place
                for place, other in self._values
                if place not in found
                and comparable(mine, other)
                and _agree(line.text, mine, self._grounds.all[place[0]].text, other)
            }
        return found


def _agree(text: str, a: TextValue, other: str, b: TextValue) -> bool:
    if a.kind == "date":
        return dates_agree(date_parts(text[a.start : a.end]), date_parts(other[b.start : b.end]))
    return figures_agree(a, b)


def _within(ours: Parts, theirs: Parts) -> bool:
    return bool(ours) and all(theirs.get(key) == part for key, part in ours.items())
