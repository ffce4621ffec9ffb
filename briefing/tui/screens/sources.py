"""Sources: the register by origin, the appraisal of one source, and the source with all that is cited."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from textual import on
from textual.app import ComposeResult
from textual.reactive import var

from briefing.errors import BriefingError
from briefing.model.passage import Passage
from briefing.model.source import Source
from briefing.tui.actions import bindings
from briefing.tui.desk import Desk
from briefing.tui.messages import CitationPicked, SourcePicked, SourceWanted
from briefing.tui.register import Citation, SourceView, citations, entries
from briefing.tui.screens.making import MakingScreen
from briefing.tui.widgets.reader import Reader
from briefing.tui.widgets.register import AppraisalPane, RegisterPane, SourceReader


class SourcesScreen(MakingScreen):
    """The third mode."""

    MODE = "sources"
    SCOPE = "sources"
    PANES = ("register", "appraisal", "source")
    BINDINGS = bindings("select", "reading", "sources")
    going = False

    view: var[SourceView] = var(SourceView(), init=False, always_update=True)

    def __init__(self) -> None:
        super().__init__()

    def panes(self) -> ComposeResult:
        """Lay out register, appraisal and reader."""
        yield RegisterPane().data_bind(SourcesScreen.view)
        yield AppraisalPane().data_bind(SourcesScreen.view)
        yield SourceReader().data_bind(SourcesScreen.view)

    def adopt(self, desk: Desk) -> None:
        """Show a dossier that was read, at the source that was open if it is still there."""
        old = self.view.source.id if self.view.source else ""
        listed = [entry.source for entry in entries(desk) if entry.source]
        source = desk.dossier.source_by_id.get(old) or (listed[0] if listed else None)
        self._open(desk, source, self._again(desk, source))

    def _again(self, desk: Desk, source: Source | None) -> int:
        """Return the citation to mark in a dossier that was read again: a new one, else the one that was marked."""
        before = self.view
        if source is None or before.source is None or before.source.id != source.id:
            return 0
        cited = citations(desk, source.id)
        known = {_key(citation) for citation in before.cited}
        new = [n for n, citation in enumerate(cited) if _key(citation) not in known]
        if len(new) == 1:
            return new[0]
        marked = _key(before.citation) if before.citation else None
        return next((n for n, citation in enumerate(cited) if _key(citation) == marked), 0)

    def fail(self, error: BriefingError) -> None:
        """Show that none could be read."""
        self.query_one(RegisterPane).fail(error)

    def _open(self, desk: Desk, source: Source | None, at: int = 0) -> None:
        self.view = SourceView(desk, source, tuple(citations(desk, source.id)) if source else (), at)

    def watch_view(self) -> None:
        """Write the keys that now work; learn which lines of the source are worth checking."""
        self.keys_changed()
        view = self.view
        self.survey(view.desk.document(view.source.id) if view.desk and view.source else None)

    def surveyed(self) -> None:
        """Mark the lines that nothing cites, and say how many there are."""
        if self.reader.selection is None:
            self.view = replace(self.view)
        self.keys_changed()

    @property
    def passage(self) -> Passage | None:
        """The citation that is open."""
        return self.view.citation.passage if self.view.citation else None

    def show(self, passage: Passage) -> None:
        """Open the source of a passage at its lines."""
        desk = self.view.desk
        source = desk.dossier.source_by_id.get(passage.source) if desk else None
        if desk is not None and source is not None:
            cited = citations(desk, source.id)
            at = next((n for n, other in enumerate(cited) if _same(other.passage, passage)), 0)
            self._open(desk, source, at)
            self.go("source")

    @on(SourcePicked)
    def _source(self, event: SourcePicked) -> None:
        if self.view.desk is not None:
            self._open(self.view.desk, event.source)

    @on(CitationPicked)
    def _citation(self, event: CitationPicked) -> None:
        self.view = replace(self.view, at=event.at)

    @on(SourceWanted)
    def _wanted(self) -> None:
        self.action_source()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Tell which actions work now."""
        view, citation = self.view, self.view.citation
        if self.selected is not None:
            return super().check_action(action, parameters)
        if action in ("next_citation", "previous_citation"):
            return len(view.cited) > 1
        if action == "card":
            return citation is not None and citation.card is not None
        if action == "discrepancy":
            return citation is not None and citation.item is not None
        if action == "fill_in":
            return view.source is not None and self.app.changeable
        if action in ("full", "edit"):
            return view.source is not None
        if action == "source":
            return view.source is not None and self.pane != "source"
        if action == "attach":
            return view.source is not None and self.query_one(Reader).sealed
        return super().check_action(action, parameters)

    def _step(self, by: int) -> None:
        if self.view.cited:
            self.view = replace(self.view, at=(self.view.at + by) % len(self.view.cited))

    def action_next_citation(self) -> None:
        """To the next citation."""
        self._step(1)

    def action_previous_citation(self) -> None:
        """To the citation before."""
        self._step(-1)

    def action_fill_in(self) -> None:
        """Appraise the source in a form."""
        if self.view.source is not None:
            self.fill_in("source", self.view.source.id)

    def action_card(self) -> None:
        """To the claim that cites the passage."""
        if self.view.citation is not None and self.view.citation.card is not None:
            self.app.show_card(self.view.citation.card.id)

    def action_discrepancy(self) -> None:
        """To the discrepancy that cites the passage."""
        if self.view.citation is not None and self.view.citation.item is not None:
            self.app.show_discrepancy(self.view.citation.item.id)

    def action_edit(self) -> None:
        """Open the source's text at the line, or without it the register, in the editor."""
        view = self.view
        if view.desk is None or view.source is None or view.passage is None:
            return
        reader = self.query_one(Reader)
        path = self.app.text_file(view.source.id)
        if path is not None:
            self.app.edit(path, reader.line_number if reader.has_focus else view.passage.lines[0])
        else:
            dossier = view.desk.dossier
            self.app.edit(Path(dossier.root) / view.source.at.file, dossier.where(view.source.at)[0])


def _key(citation: Citation) -> tuple[str, tuple[int, int], str]:
    owner = citation.card or citation.item
    return owner.id if owner else "", citation.passage.lines, citation.passage.quote


def _same(one: Passage, other: Passage) -> bool:
    return (one.lines, one.quote) == (other.lines, other.quote)
