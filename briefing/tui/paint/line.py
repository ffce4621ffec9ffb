"""What a list draws: one item of it, with what stands before and behind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from textual.content import Content

EMPTY: Final = Content("")


@dataclass(frozen=True, slots=True)
class Line:
    """One item: `text` between what stands before and behind it.

    `lead` stands before the first row, `hang` before the others (default: blanks, as wide as
    `lead`). `tail` stands at the right edge of the first row. Without `wrap` the text is cut with
    an ellipsis.
    """

    text: Content = EMPTY
    lead: Content = EMPTY
    hang: Content | None = None
    tail: Content = EMPTY
    wrap: bool = True


BLANK: Final = Line()
