"""What panes and workers say to screens. Only screens and the app act on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

from briefing.errors import BriefingError
from briefing.memo.outline import Selection
from briefing.model.card import Card
from briefing.model.source import Source
from briefing.tui.candidates import Proposals
from briefing.tui.contents import Entry
from briefing.tui.desk import Desk
from briefing.tui.draft import DraftView
from briefing.tui.filtering import Filter, Finder
from briefing.tui.questions import Asked, Item

if TYPE_CHECKING:
    from briefing.check.audit import Audit
    from briefing.store.adding import Adding
    from briefing.store.change import Change
    from briefing.text.document import Document
    from briefing.tui.selection import Selected


@dataclass
class Opened(Message):
    """A dossier was read."""

    desk: Desk


@dataclass
class NotOpened(Message):
    """No dossier could be read."""

    error: BriefingError


@dataclass
class Prepared(Message):
    """A search answers at once from now on."""

    finder: Finder


@dataclass
class Audited(Message):
    """A dossier was checked as `briefing verify` does."""

    desk: Desk
    audit: Audit


@dataclass
class CardPicked(Message):
    """The user went to a claim."""

    card: Card


@dataclass
class EvidencePicked(Message):
    """The user went to a piece of evidence of the card, from 0."""

    evidence: int


@dataclass
class SourceWanted(Message):
    """The user wants to read the source at the cited lines."""


@dataclass
class Filtered(Message):
    """The user asked for other claims, or for other discrepancies."""

    asked: Filter | Asked


@dataclass
class QuestionPicked(Message):
    """The user went to a discrepancy, or to one that is proposed."""

    item: Item


@dataclass
class Comparing(Message):
    """Documents are being compared from now on."""


@dataclass
class Proposed(Message):
    """The documents of a dossier were compared, or were compared already; None: they could not be."""

    desk: Desk
    proposals: Proposals | None


@dataclass
class EntryToggled(Message):
    """The user took an entry of the memo's contents out, or in again."""

    entry: Entry


@dataclass
class MemoWritten(Message):
    """The memo was written anew, without what is left out."""

    left_out: Selection
    text: str


@dataclass
class Checked(Message):
    """The draft was checked, or could not be read."""

    view: DraftView


@dataclass
class StatementPicked(Message):
    """The user went to a piece of the draft, from 0."""

    at: int


@dataclass
class SourcePicked(Message):
    """The user went to a source."""

    source: Source


@dataclass
class CitationPicked(Message):
    """The user went to one of the passages of a source that are cited, from 0."""

    at: int


@dataclass
class CardWanted(Message):
    """The user wants to see a claim, by its id."""

    card: str


@dataclass
class Changed(Message):
    """A change of the dossier is on disk, or the files were changed by others: `desk` is what there is now.

    `text` says what was done; `show` is the id of the card or discrepancy to go to.
    """

    desk: Desk
    text: str = ""
    show: str = ""


@dataclass
class Changeable(Message):
    """The dossier can be changed from now on."""


@dataclass
class NotChanged(Message):
    """A change could not be written; `pending` tells whether it is kept in memory."""

    error: BriefingError
    changes: tuple[Change, ...] = ()
    text: str = ""
    show: str = ""


@dataclass
class Attached(Message):
    """Texts of sealed sources were brought back, or not: `text` says which or why."""

    text: str
    done: bool


@dataclass
class Selecting(Message):
    """The user selects something else in the reader, or nothing any more."""

    selection: Selected | None


@dataclass
class Surveyed(Message):
    """The check-worthy lines of a document are known."""

    document: Document


@dataclass
class BroughtIn(Message):
    """Documents were brought into the dossier, or some of them were not."""

    result: Adding


@dataclass
class Exported(Message):
    """A file was written, or not: `text` says which and where."""

    text: str
    done: bool
