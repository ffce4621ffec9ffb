"""Search: cards and source lines that hold all of some words, or words that begin with them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefing.model.card import Card
from briefing.model.dossier import Dossier
from briefing.text.document import BLANK

_WORD = re.compile(r"\w+")
_WINDOW = 160


@dataclass(frozen=True, slots=True)
class Hit:
    """A card, or a line of a source, with a score from 0 to 1."""

    card: str | None
    source: str | None
    lines: tuple[int, int] | None
    text: str
    score: float


def find(dossier: Dossier, words: str, limit: int = 50) -> list[Hit]:
    """Return the cards, then the source lines, that hold every word; the best first.

    Case does not matter. A card is searched by claim, subject, quotes, id and sources.
    """
    sought = [re.compile(rf"(?<!\w){re.escape(word)}", re.IGNORECASE) for word in _WORD.findall(words)]
    if not sought:
        return []
    hits = [hit for card in dossier.cards if (hit := _card(card, sought))]
    hits.sort(key=lambda hit: -hit.score)
    return (hits + _lines(dossier, sought))[:limit]


def _card(card: Card, sought: list[re.Pattern[str]]) -> Hit | None:
    fields = (
        (1.0, card.claim),
        (0.9, f"{card.subject} {card.id}"),
        (0.8, " ".join(f"{item.quote} {item.source}" for item in card.evidence)),
    )
    scores = [max((weight for weight, text in fields if word.search(text)), default=0.0) for word in sought]
    if not all(scores):
        return None
    return Hit(card.id, None, None, card.claim, round(sum(scores) / len(scores), 3))


def _lines(dossier: Dossier, sought: list[re.Pattern[str]]) -> list[Hit]:
    hits = []
    for source in dossier.sources:
        document = dossier.documents.get(source.id)
        for number, line in enumerate(document.lines if document else (), 1):
            if all(word.search(line) for word in sought):
                score = 0.3 if source.is_boilerplate(number) else 0.6
                hits.append(Hit(None, source.id, (number, number), _around(line, sought[0]), score))
    return sorted(hits, key=lambda hit: -hit.score)


def _around(line: str, word: re.Pattern[str]) -> str:
    """Return the part of a long line around the word that was found."""
    plain = line.replace(BLANK * 2, "").strip()
    match = word.search(plain)
    if len(plain) <= _WINDOW or match is None:
        return plain
    start = max(0, match.start() - _WINDOW // 3)
    end = min(len(plain), start + _WINDOW)
    return f"{'…' if start else ''}{plain[start:end].strip()}{'…' if end < len(plain) else ''}"
