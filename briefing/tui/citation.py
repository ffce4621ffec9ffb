"""A citation of a passage, as text to paste: printable characters only."""

from __future__ import annotations

from briefing.model.dossier import Dossier
from briefing.model.passage import Passage
from briefing.text.visible import visible
from briefing.tui.paint.marks import day, line_range, publisher


def citation(dossier: Dossier, passage: Passage) -> str:
    """Return `“quote” (Daily Post, “Title”, 21 Nov 2025, 003_596c:62)`."""
    source = dossier.source_by_id.get(passage.source)
    where = f"{passage.source}:{line_range(passage.lines)}"
    if source is None:
        return visible(f"“{passage.quote}” ({where})")
    page = source.page(passage.lines[0])
    parts = [
        publisher(source),
        f"“{source.title}”" if source.title and source.publisher else "",
        day(source.published),
        f"p. {page}" if page is not None else "",
        where,
    ]
    return visible(f"“{passage.quote}” ({', '.join(part for part in parts if part)})")
