"""What is said about forms and about what becomes of cards."""

from __future__ import annotations

from textual.content import Content

from briefing.model.card import Card
from briefing.model.passage import Evidence
from briefing.tui.desk import Desk
from briefing.tui.forms.fields import Form, Texts
from briefing.tui.paint.line import BLANK, Line
from briefing.tui.paint.marks import DISPUTE, INK, MUTED, STRONG, of, passage_mark, shown

_LABEL = 12
_SHOWN = 6


Asked = tuple[Content, list[Line], list[tuple[str, Content]]]
"""A question to decide: its title, what there is to know, and the answers."""


def left_open(form: Form, texts: Texts, more: int) -> list[Line]:
    """Return what was typed into a form that was left open, and how many more there are."""
    rows = [row for row in form.rows(texts) if not isinstance(row, str)]
    typed = [row for row in rows if texts.get(row.name, "") != form.initial.get(row.name, "")]
    lines = [Line(shown(form.title, STRONG)), BLANK]
    lines += [
        Line(shown(texts.get(row.name, "") or "(emptied)", INK), shown(f"{row.label:<{_LABEL}}", MUTED))
        for row in typed[:_SHOWN]
    ]
    if len(typed) > _SHOWN:
        lines.append(Line(shown(f"and {of(len(typed) - _SHOWN, 'field')} more", MUTED)))
    if more:
        lines += [BLANK, Line(shown(f"{of(more, 'form')} more {'was' if more == 1 else 'were'} left open: K.", MUTED))]
    return lines


def both(form: Form, texts: Texts, theirs: Texts) -> Asked:
    """Return the question what is to stand where others changed a field meanwhile."""
    labels = {row.name: row.label for row in form.rows(texts) if not isinstance(row, str)}
    lines: list[Line] = []
    for name, text in theirs.items():
        lines += [Line(shown(labels.get(name, name), STRONG))]
        lines += [Line(shown(text or "(empty)", INK), shown("  on disk  ", MUTED))]
        lines += [Line(shown(texts.get(name, "") or "(empty)", INK), shown("  yours    ", MUTED))]
    answers = [
        ("theirs", Content("Take what is on disk into the form")),
        ("mine", Content.assemble("Write yours over it  ", ("undo brings theirs back", MUTED))),
    ]
    return Content("Changed on both sides"), lines, answers


def piece(desk: Desk, item: Evidence) -> Content:
    """Return a piece of evidence in one line: `supports 003:42  “more than 1,200 metres”`."""
    mark = f"{item.stance:<8}  {passage_mark(item, desk.name(item.source))}  "
    return Content.assemble(shown(mark, MUTED), shown(f"“{item.quote}”", INK))


def _discrepancies(desk: Desk, card: Card, told: str) -> list[Line]:
    items = desk.dossier.discrepancies_of.get(card.id, ())
    if not items:
        return []
    lead = [BLANK, Line(shown(f"{of(len(items), 'discrepancy', 'discrepancies')} {told}", INK))]
    return [*lead, *(Line(shown(item.question, MUTED), Content("  ")) for item in items)]


def delete(desk: Desk, card: Card) -> Asked:
    """Return the question whether a card is to be deleted."""
    text = [Line(shown(card.claim, STRONG)), Line(shown(f"{of(len(card.evidence), 'piece')} of evidence", MUTED))]
    text += _discrepancies(desk, card, "will no longer name it:")
    return Content("Delete the card?"), text, [("keep", Content("Keep it")), ("do", Content("Delete it"))]


def drop(desk: Desk, card: Card, at: int) -> Asked:
    """Return the question whether a piece of evidence is to be taken off its card."""
    text = [Line(shown(card.claim, STRONG)), BLANK, Line(piece(desk, card.evidence[at]))]
    if len(card.evidence) == 1:
        text += [BLANK, Line(shown("It is the only one: the card will rest on nothing.", DISPUTE))]
    return Content("Take the evidence off?"), text, [("keep", Content("Keep it")), ("do", Content("Take it off"))]


def merge(desk: Desk, card: Card, other: Card) -> Asked:
    """Return the question whether one card is to be merged into another."""
    joined = [item for item in other.evidence if not any(_same(item, known) for known in card.evidence)]
    text = [
        Line(shown(card.claim, STRONG), shown("stays  ", MUTED)),
        Line(shown(other.claim, STRONG), shown("goes   ", MUTED)),
        BLANK,
        Line(shown(f"{of(len(joined), 'piece')} of evidence will be added", INK)),
        *(Line(piece(desk, item), Content("  ")) for item in joined),
        *_discrepancies(desk, other, "will name the one that stays:"),
    ]
    return Content("Merge the cards?"), text, [("keep", Content("Keep both")), ("do", Content("Merge them"))]


def _same(one: Evidence, other: Evidence) -> bool:
    return (one.source, one.lines, one.quote, one.stance) == (other.source, other.lines, other.quote, other.stance)
