"""Figures: right-aligned, with qualifier and unit in a fixed place, nothing rounded away."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from textual.content import Content

from briefing.model.card import Number, Value
from briefing.tui.paint.marks import MUTED, STRONG, shown

QUALIFIERS: Final = {
    "more than": ">",
    "over": ">",
    "above": ">",
    "exceeding": ">",
    "at least": "≥",
    "no less than": "≥",
    "less than": "<",
    "under": "<",
    "below": "<",
    "at most": "≤",
    "up to": "≤",
    "no more than": "≤",
    "about": "~",
    "around": "~",
    "some": "~",
    "roughly": "~",
    "approximately": "~",
    "circa": "~",
    "nearly": "~<",
    "almost": "~<",
    "just under": "~<",
    "just over": "~>",
    "exactly": "=",
}
"""The signs of the usual hedges; any other stands in words."""

WIDTH: Final = 14
"""Cells in which qualifier and amount stand, to the right."""


def number(amount: Number) -> str:
    """Return an amount with all its digits, thousands parted."""
    return f"{amount:,}".removesuffix(".0")


def amount(value: Value) -> str:
    """Return what a value says, without unit: `> 2,000,000`, `20–30`, `21 Nov 2025`."""
    if value.amount is not None:
        said = number(value.amount)
    elif value.low is not None and value.high is not None:
        said = f"{number(value.low)}–{number(value.high)}"
    elif value.low is not None:
        said = f"≥ {number(value.low)}"
    elif value.high is not None:
        said = f"≤ {number(value.high)}"
    else:
        said = date(value.date or "")
    qualifier = QUALIFIERS.get(value.qualifier.casefold(), value.qualifier)
    return f"{qualifier} {said}".strip()


def date(edtf: str) -> str:
    """Return a plain EDTF date in words, any other as it stands."""
    return "–".join(_day(part) for part in edtf.split("/")) if edtf.count("/") == 1 else _day(edtf)


def _day(part: str) -> str:
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}(-[0-9]{2})?", part):
        return part
    try:
        if len(part) == len("2025-11"):
            return f"{dt.date.fromisoformat(part + '-01'):%b %Y}"
        day = dt.date.fromisoformat(part)
    except ValueError:
        return part
    return f"{day.day} {day:%b %Y}"


def figure(value: Value) -> Content:
    """Return a value with its unit, the amount right-aligned: `     > 1,200 m`."""
    said = amount(value)
    unit = f" {value.unit}" if value.unit else ""
    return Content.assemble(" " * max(0, WIDTH - len(said)), shown(said, STRONG), shown(unit, MUTED))
