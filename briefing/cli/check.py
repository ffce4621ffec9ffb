"""`briefing check`: drafts against the dossier."""

from __future__ import annotations

import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from briefing.check.draft import LONGEST, Checker
from briefing.check.footnotes import Fault, footnotes, with_faults, without_remarks
from briefing.cli import streams
from briefing.cli.commands import click, dossier_options, format_option
from briefing.cli.draft_report import annotate, report, tally
from briefing.errors import Unreadable, UsageError
from briefing.model.dossier import Dossier
from briefing.model.results import Statement, Verdict
from briefing.store.dossier import open_dossier
from briefing.store.reading.documents import CAP, bytes_of, extract
from briefing.text.document import Document


@dataclass(frozen=True, slots=True)
class Checked:
    """A draft that was held against the dossier; `told` are its statements with the faults of its footnotes."""

    name: str
    document: Document
    statements: list[Statement]
    faults: list[Fault]

    @property
    def told(self) -> list[Statement]:
        """The statements, the faults of their footnotes among their reasons."""
        return with_faults(self.document.text, self.statements, self.faults)


@click.command("check")
@dossier_options
@format_option("text", "json", "github")
@click.option("--all", "every", is_flag=True, help="List every statement, the supported ones too.")
@click.option("--strict", is_flag=True, help="Exit 1 on disputed and unverified statements and on footnotes too.")
@click.option("--open", "opens", is_flag=True, help="Open the app on one DRAFT: verdicts beside it, checked as saved.")
@click.argument("drafts", metavar="DRAFT...", nargs=-1, required=True, type=click.Path(path_type=Path, allow_dash=True))
def command(
    dossier: Path | None,
    originals: Path | None,
    form: str,
    every: bool,
    strict: bool,
    opens: bool,
    drafts: tuple[Path, ...],
) -> int:
    """Check every sentence of a DRAFT (txt, md, docx; `-` for standard input) against a dossier.

    Where a draft has footnotes as the memo has, statements without one and footnotes that lead nowhere are found too.
    Exit code 1 where a statement is contradicted; with --strict also where one is disputed or unverified.
    """
    if opens:
        return _open(drafts, dossier, originals)
    if form == "json" and len(drafts) > 1:
        raise UsageError("--format json takes one draft at a time", "check them one by one")
    opened = open_dossier(dossier, originals)
    checker = Checker(opened)
    failed = False
    for draft in drafts:
        checked = _checked(draft, checker, opened)
        if form == "json":
            streams.json(as_json(checked.name, checked.document, checked.told))
        elif form == "github":
            annotate(checked.name, checked.document, checked.statements, checked.faults)
        else:
            report(checked.name, checked.document, checked.statements, checked.faults, opened, every=every)
            streams.say(tally(checked.statements, checked.faults, checked.name if len(drafts) > 1 else ""))
        failed |= _fails(checked, strict)
    return 1 if failed else 0


def _open(drafts: tuple[Path, ...], dossier: Path | None, originals: Path | None) -> int:
    """Open the app on a draft.

    Raises:
        UsageError: it is not one file.
        Unreadable: it is not there.
    """
    from briefing.cli.start import start

    if len(drafts) > 1 or str(drafts[0]) == "-":
        raise UsageError("--open takes one file", "name the draft to open")
    if not drafts[0].is_file():
        raise Unreadable(f"there is no file {drafts[0]}", "check the path")
    return start(dossier, originals, drafts[0])


def _fails(checked: Checked, strict: bool) -> bool:
    grave = {"contradicted", "disputed", "unverified"} if strict else {"contradicted"}
    return any(item.verdict in grave for item in checked.statements) or (strict and bool(checked.faults))


def _checked(draft: Path, checker: Checker, dossier: Dossier) -> Checked:
    name, document = _read(draft)
    if len(document.text) > LONGEST:
        streams.say(f"{name}: only the first {LONGEST:,} characters are checked")
        document = Document(document.text[:LONGEST], document.id)
    statements = checker.check(without_remarks(document.text))
    return Checked(name, document, statements, footnotes(document.text, statements, dossier))


def _read(draft: Path) -> tuple[str, Document]:
    """Return a draft as lines, with the name to call it by.

    Raises:
        Unreadable: it cannot be read, with its name and the reason.
    """
    name, file = ("standard input", "draft.md") if str(draft) == "-" else (str(draft), draft.name)
    try:
        data = sys.stdin.buffer.read(CAP) if str(draft) == "-" else bytes_of(draft)
        return str(draft), Document(extract(file, data).text, draft.stem)
    except FileNotFoundError as error:
        raise Unreadable(f"there is no file {name}", "check the path") from error
    except Unreadable as error:
        raise Unreadable(f"{name}: {error.message}", error.hint) from error
    except OSError as error:
        raise Unreadable(f"{name}: {error.strerror or error}", "check the path") from error


def as_json(name: str, document: Document, statements: list[Statement]) -> dict[str, Any]:
    """Return the shape `briefing.check/1`."""
    counts = Counter(item.verdict for item in statements)
    return {
        "schema": "briefing.check/1",
        "draft": name,
        "counts": {verdict: counts[verdict] for verdict in get_args(Verdict)},
        "statements": [_statement(document, item) for item in statements],
    }


def _statement(document: Document, item: Statement) -> dict[str, Any]:
    first, left = document.position(item.start)
    last, right = document.position(item.end)
    return {
        "lines": [first, last],
        "columns": [left, right],
        "text": item.text,
        "verdict": item.verdict,
        "reason": item.reason,
        "cards": list(item.cards),
        "passages": [{"source": place.source, "lines": list(place.lines)} for place in item.passages],
    }
