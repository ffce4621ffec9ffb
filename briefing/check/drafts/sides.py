"""Does a sentence say one side of what the dossier holds to be a real discrepancy?"""

from __future__ import annotations

from briefing.check.drafts.amounts import comparable, figures_agree
from briefing.check.drafts.grounds import Ground, words_of
from briefing.check.drafts.remark import Line
from briefing.model.discrepancy import Discrepancy
from briefing.model.dossier import Dossier
from briefing.text.values import find_values


def disputed(dossier: Dossier, line: Line, grounds: list[Ground]) -> str:
    """Return both sides in words where a sentence says one of them, else ""."""
    for item in _touched(dossier, grounds):
        said = [side for side in range(len(item.side)) if _says(line, item, side)]
        if len(said) == 1 and len(item.side) > 1:
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


def _says(line: Line, item: Discrepancy, side: int) -> bool:
    """Whether a sentence holds what tells one side from the others."""
    values = [value for value in find_values(item.side[side].says) if value.kind != "date"]
    if values:
        return any(comparable(a, b) and figures_agree(a, b) for a in line.values for b in values)
    others = {word.stem for at, other in enumerate(item.side) if at != side for word in words_of(other.says)}
    telling = {word.stem for word in words_of(item.side[side].says) if word.weighty} - others
    ours = {word.stem for word in line.words}
    return bool(telling) and len(telling & ours) >= max(1, (len(telling) + 1) // 2)
