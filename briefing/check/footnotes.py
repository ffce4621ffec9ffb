"""The footnotes of a draft that is written like our memo: does each statement have one, and does each lead somewhere?

The form is that of `memo.markdown`: `[^3]` after a statement, `[^3]: …, <source>, line 43: “quote”.` at the end.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final, Literal

from briefing.check.anchor import locate
from briefing.model.dossier import Dossier
from briefing.model.results import Statement
from briefing.text.document import Document

Code = Literal["no-footnote", "undefined-footnote", "unused-footnote", "unresolved-footnote"]

_MARK: Final = re.compile(r"(?<!\\)\[\^([^\]\n]{1,60})\]")
_DEFINITION: Final = re.compile(r"^[ \t]{0,3}\[\^([^\]\n]{1,60})\]:([^\n]*)", re.MULTILINE)
_BLOCK: Final = re.compile(
    r"^(?:[ \t]*$|[ \t]*(?:[-*+]|[0-9]{1,9}[.)])[ \t]|[ \t]*\||[ \t]{0,3}#{1,6}[ \t])", re.MULTILINE
)
_MOST: Final = 500
"""Faults after which no further ones are looked for: finding a quote that stands nowhere takes long."""
_RATED: Final = re.compile(r"[●○]{5}|\*\*(?:very )?(?:low|medium|high) confidence\*\*")
_REMARK: Final = re.compile(
    r"[●○]{5} (?:very )?(?:low|medium|high)\."
    r"|\*\*(?:very )?(?:low|medium|high) confidence\*\*: [^.;\n]{1,100}; credibility [1-6]\."
    r"|\b(?:Context|Disputed)\.(?=\[\^)"
    r"|\bSee D[0-9]{1,6}(?:, D[0-9]{1,6})*\."
    r"|^\*\*Question\.\*\*|^As of [^.\n]{1,40}\.$"
    r"|^## (?:Sources by origin|Method)$(?:\n(?!## |\[\^)[^\n]*)*",
    re.MULTILINE,
)
"""What the memo says of itself: of its ratings, its other parts, its day, its sources and its method."""
_CITED: Final = re.compile(
    r"([^\s,:]{1,200})(?:, (?:p\. [0-9]{1,9}, )?lines? |:)([0-9]{1,9})(?:[–-]([0-9]{1,9}))?(?:: “([^”\n]{1,1000})”)?"
)
_WORD: Final = re.compile(r"[^\n]")
_ESCAPE: Final = re.compile(r"\\([!-/:-@\[-`{-~])")


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a footnote, at `start` to `end` of the draft.

    `statement` is the number of the statement that is meant, from 0; None for a definition.
    """

    start: int
    end: int
    code: Code
    reason: str
    statement: int | None = None


def footnotes(text: str, statements: list[Statement], dossier: Dossier) -> list[Fault]:
    """Return what is wrong with the footnotes of a draft, in reading order; nothing where it has none."""
    notes = list(_DEFINITION.finditer(text))
    places = {note.start(1) for note in notes}
    marks = [mark for mark in _MARK.finditer(text) if mark.start(1) not in places]
    if not notes and not marks:
        return []
    faults = [*_missing(text, statements, [mark.start() for mark in marks])]
    faults += _undefined(marks, {note[1] for note in notes}, statements)
    used = {mark[1] for mark in marks}
    for note in notes:
        if note[1] not in used:
            faults.append(Fault(*note.span(), "unused-footnote", f"nothing refers to the footnote [^{note[1]}]"))
        if reason := _unresolved(note[2], dossier):
            reason = f"the footnote [^{note[1]}] leads nowhere: {reason}"
            faults.append(Fault(*note.span(), "unresolved-footnote", reason))
        if len(faults) > _MOST:
            break
    return sorted(faults, key=lambda fault: fault.start)


def without_remarks(text: str) -> str:
    """Return a draft, blanks in place of what a memo says of itself; every offset stays."""
    return _REMARK.sub(lambda match: _WORD.sub(" ", match[0]), text) if _MARK.search(text) else text


def with_faults(text: str, statements: list[Statement], faults: list[Fault]) -> list[Statement]:
    """Return the statements with the faults of their footnotes in their reasons.

    A supported statement becomes unverified; a definition at fault becomes a statement of its own.
    """
    told = dict(enumerate(statements))
    for fault in faults:
        at = -fault.start - 1 if fault.statement is None else fault.statement
        item = told.get(at) or Statement(
            start=fault.start, end=fault.end, text=text[fault.start : fault.end], verdict="supported"
        )
        fine = item.verdict in ("supported", "not-checkable")
        told[at] = (
            replace(item, verdict="unverified", reason=fault.reason)
            if fine
            else replace(item, reason=f"{item.reason}; {fault.reason}")
        )
    return sorted(told.values(), key=lambda item: item.start)


def _missing(text: str, statements: list[Statement], marks: list[int]) -> Iterator[Fault]:
    """Yield the statements of fact after which no mark stands in their paragraph, list item or row."""
    borders = [match.start() for match in _BLOCK.finditer(text)]
    for number, item in enumerate(statements):
        if item.verdict in ("unverified", "not-checkable"):
            continue
        after = bisect_right(borders, item.start)
        end = borders[after] if after < len(borders) else len(text)
        begin = borders[after - 1] if after else 0
        rated = _RATED.search(text, begin, end)
        end = rated.start() if rated else end
        if item.start < end and bisect_right(marks, end) == bisect_right(marks, item.start):
            yield Fault(item.start, item.end, "no-footnote", "this statement has no footnote", number)


def _undefined(marks: list[re.Match[str]], defined: set[str], statements: list[Statement]) -> Iterator[Fault]:
    for mark in marks:
        if mark[1] not in defined:
            reason = f"the footnote {mark[0]} is not defined"
            yield Fault(*mark.span(), "undefined-footnote", reason, _before(statements, mark.start()))


def _before(statements: list[Statement], offset: int) -> int | None:
    """Return which statement a mark belongs to: the last one that begins before it."""
    number = bisect_right(statements, offset, key=lambda item: item.start) - 1
    return number if number >= 0 else None


def _unresolved(cited: str, dossier: Dossier) -> str:
    """Say why a definition leads to no line of the dossier; empty where it does."""
    found = list(_CITED.finditer(_ESCAPE.sub(r"\1", cited)))
    if not found:
        return "it names no source and line"
    named = next((match for match in found if _source(match[1], dossier)), None)
    if named is None:
        return f"the dossier has no source {found[0][1]}"
    id = _source(named[1], dossier)
    document = dossier.documents.get(id)
    lines = int(named[2]), int(named[3] or named[2])
    if document is None:
        return f"there is no text of {id}"
    if not 1 <= lines[0] <= lines[1] <= len(document):
        return f"{id} has lines 1 to {len(document):,} and no others"
    return _misquoted(document, id, lines, named[4]) if named[4] else ""


def _source(name: str, dossier: Dossier) -> str:
    named = [source.id for source in dossier.sources if source.id == name or source.id.startswith(f"{name}_")]
    return named[0] if len(named) == 1 else ""


def _misquoted(document: Document, id: str, lines: tuple[int, int], quote: str) -> str:
    anchor = locate(document, quote, near=lines)
    if anchor.status == "moved" and anchor.lines:
        return f"the quote stands at {id}:{anchor.lines[0]}, not at {lines[0]}"
    return (
        "" if anchor.status in ("exact", "sealed") else f"the quote does not stand at {id}:{lines[0]}: {anchor.status}"
    )
