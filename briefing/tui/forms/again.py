"""A form as it is kept on disk, and a form made of that again."""

from __future__ import annotations

import re

from briefing.model.dossier import Dossier
from briefing.store.kept import Content
from briefing.tui.forms.card import CardForm
from briefing.tui.forms.entry import PARTS, EntryForm, entry_of
from briefing.tui.forms.evidence import EvidenceForm
from briefing.tui.forms.fields import Form, Texts
from briefing.tui.forms.side import DiscrepancyForm, SideForm


def content(form: Form, texts: Texts) -> Content:
    """Return what is kept of a form."""
    return {"kind": form.kind, "of": form.of, "initial": form.initial, "texts": texts, "more": form.more()}


def opened(dossier: Dossier, kept: Content) -> tuple[Form, Texts] | None:
    """Return a form and what was typed into it; None where the dossier has nothing any more that it fits."""
    of, initial, texts, more = kept.get("of"), kept.get("initial"), kept.get("texts"), kept.get("more", {})
    if not isinstance(of, str) or not isinstance(more, dict) or not isinstance(initial, dict):
        return None
    if not isinstance(texts, dict) or texts == initial:
        return None
    form = _form(dossier, str(kept.get("kind")), of, initial, more)
    return (form, texts) if form else None


def _form(dossier: Dossier, kind: str, of: str, initial: Texts, more: Texts) -> Form | None:
    card, item = dossier.card_by_id.get(of), dossier.discrepancy_by_id.get(of)
    if kind == "card" and (card or not of):
        source = more.get("source", "")
        taken = tuple(int(n) for n in re.findall(r"[0-9]{1,6}", more.get("taken", "")))
        home = dossier.card_by_id.get(source)
        if source and (home is None or any(n >= len(home.evidence) for n in taken)):
            source, taken = "", ()
        count = sum(re.fullmatch(r"evidence\.[0-9]{1,6}\.quote", name) is not None for name in initial)
        return CardForm(dossier, card, initial, source, taken) if card is None or count == len(card.evidence) else None
    if kind == "evidence" and card:
        return EvidenceForm(dossier, card, initial)
    if kind == "side" and item:
        return SideForm(dossier, item, initial)
    noun = next((noun for noun in PARTS if noun == kind and (of or noun == "dossier")), None)
    if noun is not None:
        return EntryForm(dossier, noun, of, initial) if entry_of(dossier, noun, of) else None
    return DiscrepancyForm(dossier, initial) if kind == "discrepancy" else None
