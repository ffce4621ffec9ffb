"""Does a sentence say one side of what the dossier holds to be a real discrepancy?"""

from __future__ import annotations

from typing import Final

from briefing.check.drafts.amounts import comparable, figures_agree
from briefing.check.drafts.grounds import Ground, Grounds, Word, words_of
from briefing.check.drafts.remark import Line
from briefing.model.discrepancy import Discrepancy
from briefing.model.dossier import Dossier
from briefing.text.values import find_values

_SPOKEN: Final = 0.45
"""Share of what a sentence says that a discrepancy must speak of too."""
_ASKED: Final = 0.4
"""Share of what a discrepancy asks that a sentence must speak of: else it is about something else."""
_TOLD: Final = 0.6
"""Share of what tells one side from the others that a sentence must say."""


def disputed(dossier: Dossier, grounds: Grounds, line: Line, nearest: list[Ground]) -> str:
    """Return both sides in words where a sentence says one of them, else ""."""
    for item in _touched(dossier, nearest):
        if _spoken(grounds, line, item) < _SPOKEN or _asked(grounds, line, item) < _ASKED:
            continue
        said = [side for side in range(len(item.side)) if _says(grounds, line, item, side)]
        if len(said) == 1 and len(item.side) > 1 and not _adopted(dossier, grounds, item, said[0]):
            ours = item.side[said[0]].says
            others = "; ".join(side.says for at, side in enumerate(item.side) if at != said[0])
            return f"draft: {ours}; others say: {others} ({item.id})"
    return ""


def _touched(dossier: Dossier, grounds: list[Ground]) -> list[Discrepancy]:
    """Return the real discrepancies on what a sentence speaks of, the nearest first."""
    found: dict[str, Discrepancy] = {}
    for ground in grounds[:8]:
        if ground.discrepancy:
            found[ground.discrepancy] = dossier.discrepancy_by_id[ground.discrepancy]
        for item in dossier.discrepancies_of.get(ground.card, ()):
            found[item.id] = item
    return [item for item in found.values() if item.nature == "real"]


def _spoken(grounds: Grounds, line: Line, item: Discrepancy) -> float:
    """Return the share of what a sentence says that question and sides of a discrepancy speak of."""
    about = {word.stem for word in words_of(" ".join([item.question, *(side.says for side in item.side)]))}
    ours = {word.stem for word in line.words if word.weighty}
    total = sum(map(grounds.rarity, ours))
    return sum(map(grounds.rarity, ours & about)) / total if total else 0.0


def _asked(grounds: Grounds, line: Line, item: Discrepancy) -> float:
    """Return the share of what a discrepancy asks, its answers left out, that a sentence speaks of."""
    answers = {word.stem for side in item.side for word in words_of(side.says)}
    asked = {word.stem for word in _weighty(item.question)} - answers
    ours = {word.stem for word in line.words}
    total = sum(map(grounds.rarity, asked))
    return sum(map(grounds.rarity, asked & ours)) / total if total else 1.0


def _adopted(dossier: Dossier, grounds: Grounds, item: Discrepancy, side: int) -> bool:
    """Say whether a discrepancy is resolved, and its cards state this side and no other."""
    if item.status != "resolved":
        return False
    claims = [Line(dossier.card_by_id[card].claim, grounds) for card in item.cards if card in dossier.card_by_id]
    stated = {at for claim in claims for at in range(len(item.side)) if _says(grounds, claim, item, at)}
    return stated == {side}


def _says(grounds: Grounds, line: Line, item: Discrepancy, side: int) -> bool:
    """Whether a sentence holds what tells one side from the others."""
    values = [value for value in find_values(item.side[side].says) if value.kind != "date"]
    if values and all(_figures(other.says) for other in item.side):
        return any(comparable(a, b) and figures_agree(a, b) for a in line.values for b in values)
    others = {word.stem for at, other in enumerate(item.side) if at != side for word in words_of(other.says)}
    telling = {word.stem for word in _weighty(item.side[side].says)} - others
    ours = {word.stem for word in line.words}
    total = sum(map(grounds.rarity, telling))
    return bool(telling) and sum(map(grounds.rarity, telling & ours)) >= _TOLD * total


def _figures(text: str) -> bool:
    return any(value.kind != "date" for value in find_values(text))


def _weighty(text: str) -> list[Word]:
    return [word for word in words_of(text) if word.weighty]
