"""A passage that is cited anew, as changes of the dossier."""

from __future__ import annotations

from briefing.check.reanchor import Reanchor
from briefing.model.passage import Passage
from briefing.store.change import Change, Set


def cited_as(item: Reanchor, passage: Passage) -> list[Change]:
    """Return the changes that make an entry cite `passage` in the place of what it cites now."""
    changes: list[Change] = []
    if passage.lines != item.passage.lines:
        changes.append(Set(item.id, f"{item.field}.lines", list(passage.lines), item.noun))
    if passage.quote != item.passage.quote:
        changes.append(Set(item.id, f"{item.field}.quote", passage.quote, item.noun))
    return changes


def dropped(item: Reanchor) -> Change:
    """Return the change that takes the passage out of its entry."""
    return Set(item.id, item.field, None, item.noun)
