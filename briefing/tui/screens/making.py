"""The base of Facts and Sources: what is selected in it becomes a card, evidence, or a side."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content

from briefing.model.card import Card
from briefing.model.passage import Evidence, Passage
from briefing.tui.desk import Desk
from briefing.tui.paint.marks import DISPUTE, shown
from briefing.tui.screens.selecting import SelectingScreen

if TYPE_CHECKING:
    from briefing.check.prefill import Reading
    from briefing.store.kept import Kept
    from briefing.tui.forms.fields import Form, Texts
    from briefing.tui.selection import Selected

_NEW, _OTHER = "+card", "+passage"


class MakingScreen(SelectingScreen):
    """Facts and Sources. `going` tells whether what was made is gone to, in the Facts mode."""

    going: ClassVar[bool] = True

    def _taken(self) -> tuple[Desk, Selected, Passage] | None:
        desk, selected = self.app.desk, self.selected
        if desk is None or selected is None or not selected.words:
            return None
        page = self.reader.page
        passage = selected.passage()
        if page is None:
            return None
        return desk, selected, Passage(source=page.source.id, lines=passage.lines, quote=passage.quote)

    def _reading(self, desk: Desk, selected: Selected, passage: Passage) -> Reading:
        from briefing.check.prefill import read_passage

        source = desk.dossier.source_by_id.get(passage.source)
        return read_passage(selected.document, selected.span, source.published if source else None)

    def action_make_card(self) -> None:
        """Make a card of the quote, in a form."""
        taken = self._taken()
        if taken is None:
            return
        from briefing.tui.forms.card import CardForm, drafted

        desk, _, passage = taken
        texts = drafted(passage, self._reading(*taken), self._topic(desk, passage))
        self.open_form(CardForm(desk.dossier, None, texts))

    def _topic(self, desk: Desk, passage: Passage) -> str:
        """Return the topic of the claims that rest on what stands nearest, else the first there is."""
        near = [
            (abs(evidence.lines[0] - passage.lines[0]), card.topic)
            for card in desk.dossier.cards
            for evidence in card.evidence
            if evidence.source == passage.source
        ]
        return min(near)[1] if near else next(iter(desk.dossier.topic_titles), "")

    def action_make_evidence(self) -> None:
        """Add the quote to a card that is found as one types."""
        taken = self._taken()
        if taken is None:
            return
        desk, selected, passage = taken
        reading = self._reading(*taken)
        evidence = Evidence(
            source=passage.source,
            lines=passage.lines,
            quote=passage.quote,
            stance="supports",
            directness=reading.directness,
        )

        def picked(card: Card) -> None:
            from briefing.tui.forms.evidence import EvidenceForm, texts_of

            self.open_form(EvidenceForm(desk.dossier, card, texts_of(evidence)))

        start, end = selected.document.span(passage.lines)
        self.pick_card(desk, "Evidence for which card?", picked, near=selected.document.text[start:end][:2000])

    def pick_card(self, desk: Desk, title: str, then: Callable[[Card], None], near: str = "", but: str = "") -> None:
        """Have a card picked; `near` is a text like the claims to offer first, `but` is not offered."""
        from briefing.tui.screens.pick import Offer, Pick

        offers = [Offer(card.id, card.claim) for card in desk.dossier.cards if card.id != but]

        def picked(id: str | None) -> None:
            if id is not None and (card := desk.dossier.card_by_id.get(id)) is not None:
                then(card)

        self.app.push_screen(Pick(title, offers, near), picked)

    def action_make_side(self) -> None:
        """Make the quote a side: of a known discrepancy, or of a new one."""
        taken = self._taken()
        if taken is None:
            return
        desk, selected, passage = taken
        if self.app.first_side is not None:
            first, self.app.first_side = self.app.first_side, None
            self._new_discrepancy(desk, first, passage)
            return
        from briefing.tui.screens.pick import Offer, Pick

        offers = [
            Offer(_NEW, "A new one, against the evidence of a card", always=True),
            Offer(_OTHER, "A new one, against a passage that you select next", always=True),
            *(Offer(item.id, item.question) for item in desk.dossier.discrepancies),
        ]
        start, end = selected.document.span(passage.lines)
        text = selected.document.text[start:end][:2000]

        def picked(id: str | None) -> None:
            if id == _NEW:
                self.pick_card(
                    desk, "Which card says otherwise?", lambda card: self._against(desk, passage, card), text
                )
            elif id == _OTHER:
                self.app.first_side = passage
                self.reader.give_up()
                self.say(Content("now select the other side, v, and press d"))
            elif id is not None and (item := desk.dossier.discrepancy_by_id.get(id)) is not None:
                from briefing.tui.forms.side import SideForm, side_texts

                self.open_form(SideForm(desk.dossier, item, side_texts("side", passage.quote, passage)))

        self.app.push_screen(Pick("A side of which discrepancy?", offers, text), picked)

    def _against(self, desk: Desk, passage: Passage, card: Card) -> None:
        if not card.evidence:
            self.say(shown(f"{card.id} rests on no passage", DISPUTE))
        elif len(card.evidence) == 1:
            self._new_discrepancy(desk, passage, card.evidence[0], card.id)
        else:
            from briefing.tui.screens.pick import Offer, Pick

            offers = [
                Offer(str(n), f"{desk.name(item.source)}:{item.lines[0]}  “{item.quote}”")
                for n, item in enumerate(card.evidence)
            ]

            def picked(number: str | None) -> None:
                if number is not None:
                    self._new_discrepancy(desk, passage, card.evidence[int(number)], card.id)

            self.app.push_screen(Pick("Against which piece of its evidence?", offers), picked)

    def _new_discrepancy(self, desk: Desk, one: Passage, other: Passage, card: str = "") -> None:
        from briefing.tui.forms.side import DiscrepancyForm, side_texts

        cards = [known.id for known in desk.dossier.cards if any(_cites(known, side) for side in (one, other))]
        kind = self._kind(desk, one)
        texts = {
            "question": "",
            "kind": kind,
            "nature": "real",
            "severity": "medium",
            "cards": ", ".join(dict.fromkeys([*([card] if card else []), *cards])),
            "id": "",
            **side_texts("a", one.quote, one),
            **side_texts("b", other.quote, other),
        }
        self.open_form(DiscrepancyForm(desk.dossier, texts))

    def _kind(self, desk: Desk, passage: Passage) -> str:
        from briefing.check.anchor import locate
        from briefing.check.prefill import read_passage

        document = desk.document(passage.source)
        span = locate(document, passage.quote, near=passage.lines).span if document else None
        kind = read_passage(document, span).kind if document and span else "figure"
        return kind if kind in ("figure", "date", "name", "role", "status") else "figure"

    # Forms

    def open_form(self, form: Form, texts: Texts | None = None, kept: Kept | None = None) -> None:
        """Open a form over the mode; when it is closed nothing is selected any more if it was saved."""
        from briefing.tui.screens.form import FormScreen

        def closed(saved: bool | None) -> None:
            if saved and self.reader.selection is not None:
                self.reader.give_up()

        self.app.push_screen(FormScreen(form, texts, kept, show=self.going), closed)

    def action_go_on(self) -> None:
        """Go on with a form that was left half-typed."""
        if not self.offer_kept():
            self.say(Content("no form was left half-typed"))

    def offer_kept(self) -> bool:
        """Offer the form that was left open last, if there is one that still fits; return whether."""
        from briefing.store.kept import left
        from briefing.tui.forms.again import opened

        desk = self.app.desk
        if desk is None:
            return False
        waiting = left(Path(desk.dossier.root))
        found = [(kept, again) for kept in waiting if (again := opened(desk.dossier, kept.read())) is not None]
        chosen = found[-1] if found else None
        for kept in waiting:
            if chosen is None or kept is not chosen[0]:
                kept.close()
        if chosen is None:
            return False
        self._ask_kept(chosen[0], *chosen[1], more=len(found) - 1)
        return True

    def _ask_kept(self, kept: Kept, form: Form, texts: Texts, more: int) -> None:
        from briefing.tui.paint.forms import left_open
        from briefing.tui.screens.decide import Decide

        answers = [
            ("on", Content("Go on with it")),
            ("later", Content("Not now: K goes on with it")),
            ("drop", Content("Throw it away")),
        ]

        def decided(answer: str | None) -> None:
            if answer == "on":
                self.open_form(form, texts, kept)
            elif answer == "drop":
                kept.drop()
            else:
                kept.close()

        self.app.push_screen(Decide(Content("A form was left open"), left_open(form, texts, more), answers), decided)


def _cites(card: Card, passage: Passage) -> bool:
    return any(
        (item.source, item.quote) == (passage.source, passage.quote) and item.lines == passage.lines
        for item in card.evidence
    )
