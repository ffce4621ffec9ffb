"""What a list says when it has nothing to list: loading, nothing found, nothing yet, failure."""

from __future__ import annotations

from dataclasses import replace

from textual.content import Content

from briefing.errors import BriefingError
from briefing.tui.desk import Desk
from briefing.tui.filtering import FACETS, Filter
from briefing.tui.paint.line import BLANK, Line
from briefing.tui.paint.marks import DISPUTE_STRONG, INK, MUTED, NO_CURSOR, SEVERITY, STRONG, publisher, shown


def row(line: Line) -> Line:
    """Return a line of these as a list draws it: where its items stand, under no cursor."""
    return replace(line, lead=Content.assemble(NO_CURSOR, line.lead))


def loading() -> list[Line]:
    """Return what is said while the dossier is read."""
    return [Line(Content.styled("Reading the dossier …", MUTED))]


def no_claims(some: bool) -> list[Line]:
    """Return what is said where no claim is listed: none found, or none there."""
    if some:
        return [
            Line(Content.styled("No claim matches.", STRONG)),
            BLANK,
            Line(Content.styled("Esc clears the search and the filters.", MUTED)),
        ]
    return [Line(Content.styled("No claims yet.", STRONG)), BLANK, *_steps()]


def no_discrepancies(some: bool) -> list[Line]:
    """Return what is said where no discrepancy is listed: none found, or none there."""
    if some:
        return [
            Line(Content.styled("No discrepancy matches.", STRONG)),
            BLANK,
            Line(Content.styled("Esc clears the search and the filters.", MUTED)),
        ]
    return [Line(Content.styled("No discrepancies yet.", STRONG)), BLANK, *_steps()]


def no_sources() -> list[Line]:
    """Return what is said where no source is registered."""
    return [Line(Content.styled("No sources yet.", STRONG)), BLANK, *_steps()]


def _steps() -> list[Line]:
    """Return how one gets from nothing to a memo."""
    steps = (
        ("A", "brings documents in: files or whole folders."),
        ("3", "shows them. In a source, v selects lines and c makes a card of them."),
        ("2", "shows where they disagree: a accepts a proposal, x dismisses it."),
        ("4", "is the memo, m writes it to a file."),
        ("?", "lists every key."),
    )
    return [Line(Content.styled(text, INK), Content.styled(f"{key}  ", STRONG)) for key, text in steps]


def failed(error: BriefingError) -> list[Line]:
    """Return why no dossier is open, and what to do."""
    return [
        Line(Content.styled("No dossier is open.", DISPUTE_STRONG)),
        BLANK,
        Line(shown(_sentence(error.message), INK)),
        *([BLANK, Line(shown(_sentence(error.hint), MUTED))] if error.hint else []),
        BLANK,
        Line(Content.styled("r tries again, q quits.", MUTED)),
    ]


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:].rstrip(".") + "."


def facet_value(desk: Desk, facet: str, value: str) -> Content:
    """Return how one value of a facet is said."""
    if facet == "topic":
        return shown(desk.dossier.topic_titles.get(value, value))
    if facet == "source":
        source = desk.dossier.source_by_id.get(value)
        return shown(f"{desk.name(value)} {publisher(source)}" if source else value)
    if facet == "nature":
        return Content({"real": "≠ real", "apparent": "≈ apparent"}.get(value, "?"))
    if facet == "severity":
        return Content(f"{SEVERITY.get(value, '?'):<3} {value}")  # type: ignore[call-overload]
    if facet == "discrepancy":
        return Content({"real": "≠ real", "apparent": "≈ apparent", "none": "no discrepancy"}.get(value, "?"))
    return shown(value)


def chips(desk: Desk, asked: Filter) -> Content:
    """Return the filters that are on, for the lower edge of the list."""
    parts = [facet_value(desk, facet, value) for facet in FACETS for value in sorted(asked.chosen(facet))]
    return Content(" · ").join(parts).stylize("$cited") if parts else Content("")
