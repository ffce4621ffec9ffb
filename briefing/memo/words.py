"""How sources, dates, lines and ratings are said in a memo, whatever its format."""

from __future__ import annotations

import datetime as dt

from briefing.memo.outline import Footnote
from briefing.model.card import Confidence
from briefing.model.results import Rating
from briefing.model.source import Source

STEPS: dict[Confidence, int] = {"very low": 1, "low": 2, "medium": 3, "high": 4, "very high": 5}


def dots(confidence: Confidence) -> str:
    """Return the mark of a confidence: ●●●○○ for medium."""
    filled = STEPS[confidence]
    return "●" * filled + "○" * (5 - filled)


def day(date: dt.date | None) -> str:
    """Return a date as 21 November 2025, or "undated"."""
    return f"{date.day} {date:%B %Y}" if date else "undated"


def lines(pair: tuple[int, int]) -> str:
    """Return "line 43" or "lines 43–45"."""
    return f"line {pair[0]}" if pair[0] == pair[1] else f"lines {pair[0]}–{pair[1]}"


def publisher(source: Source) -> str:
    """Return who published a source, else its title, else its id."""
    return source.publisher or source.title or source.id


def place(note: Footnote) -> str:
    """Return document, lines and, where the original had pages, the page."""
    page = f"p. {note.page}, " if note.page is not None else ""
    return f"{note.source.id}, {page}{lines(note.passage.lines)}"


def basis(rating: Rating) -> str:
    """Return "limited evidence, high agreement, 1 origin; credibility 3"."""
    count = len(rating.origins)
    origins = f"{count} origin{'' if count == 1 else 's'}"
    return f"{rating.evidence} evidence, {rating.agreement} agreement, {origins}; credibility {rating.credibility}"


METHOD = (
    "Each statement is one card of the dossier: a claim in the analyst's words with the passages it rests on. "
    "A footnote names publisher, date, document and lines, and gives a short exact quote that was found there "
    "word for word unless the footnote says otherwise.",
    "Sources carry a letter for reliability, A (completely reliable) to E (unreliable); F means that there is no "
    "basis to judge, not that the source is worst. Claims carry a number for credibility, 1 (confirmed by "
    "independent origins) to 5 (improbable); 6 means that there is no basis to judge. (Admiralty scale, AJP-2.1.)",
    "Confidence is evidence by agreement (IPCC guidance note on uncertainty): evidence is limited, medium or robust "
    "by the weight of its independent origins, agreement is the share of that weight which supports the claim. "
    "Documents that repeat one origin count once. An open, real discrepancy of high severity lowers agreement by a "
    "step. Where the analyst judged otherwise, both ratings are shown.",
    "A discrepancy is real where its sides cannot all be true of the same thing at the same time, and apparent "
    "where rounding, scope, unit, period or spelling explain the difference.",
)
