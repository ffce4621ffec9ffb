"""Everything `verify` says about a dossier: the one call that command line and screen share."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from rapidfuzz import fuzz, process

from briefing.check.anchor import locate, stands_once
from briefing.errors import Level, Problem
from briefing.model.card import Card
from briefing.model.dossier import Dossier
from briefing.model.passage import Passage
from briefing.model.place import Place
from briefing.model.results import Anchor
from briefing.text.document import Document
from briefing.text.periods import edtf_interval
from briefing.text.sentences import sentences
from briefing.text.visible import hidden, mixed_scripts

QUOTE_WORDS = 12
WORD = re.compile(r"\w+(?:[.,'’]\w+)*")
_END = ".!?…。！？"


@dataclass(frozen=True, slots=True)
class Audit:
    """What was found, in the order of files and lines, and where each passage stands."""

    findings: tuple[Problem, ...] = ()
    anchors: dict[Place, Anchor] = field(default_factory=dict)

    @property
    def counts(self) -> dict[str, int]:
        """How many passages have each status."""
        counts = dict.fromkeys(("exact", "sealed", "moved", "altered", "ambiguous", "missing"), 0)
        for anchor in self.anchors.values():
            counts[anchor.status] += 1
        return counts


def audit(dossier: Dossier) -> Audit:
    """Check every reference, range, quote and text of a dossier that has been opened."""
    checks = _Audit(dossier)
    findings = [*dossier.problems, *checks.findings(), *dossier.refused.values()]
    findings.sort(key=lambda item: (item.file, item.line, item.column, item.code, item.message))
    return Audit(tuple(findings), checks.anchors)


class _Audit:
    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier
        self.anchors: dict[Place, Anchor] = {}
        self._sources = set(dossier.source_by_id) | dossier.unread
        self._origins = set(dossier.origin_by_id) | dossier.unread
        self._cards = set(dossier.card_by_id) | dossier.unread
        self._whole = _WholeSentences()

    def findings(self) -> Iterator[Problem]:
        dossier = self.dossier
        for source in dossier.sources:
            yield from self._known(source.origin, self._origins, source.at / "origin", "origin", optional=True)
            for n, other in enumerate(source.derives_from):
                yield from self._known(other, self._sources, source.at / "derives_from" / n, "source")
            yield from self._ranges(source.id, source.boilerplate, source.at)
            if source.id not in dossier.documents and source.id not in dossier.refused:
                yield self._problem(
                    "no-text",
                    f"there is neither a text nor a seal of {source.id}",
                    source.at,
                    f"put it at seeds/{source.id}.txt, or seal it",
                    source=source.id,
                )
            yield from self._hidden(source.id)
        for card in dossier.cards:
            yield from self._card(card)
        for item in dossier.discrepancies:
            for n, id in enumerate(item.cards):
                yield from self._known(id, self._cards, item.at / "cards" / n, "card")
            if len(item.side) < 2:
                yield self._problem("one-side", "a discrepancy needs two sides", item.at, "add [[discrepancy.side]]")
            for s, side in enumerate(item.side):
                at = item.at / "side" / s
                yield from self._value_date(side.value.date if side.value else None, at)
                if not side.passages and item.kind != "omission":
                    yield self._problem("no-passage", "this side rests on no passage", at, "add passages = [ … ]")
                for n, passage in enumerate(side.passages):
                    yield from self._passage(passage, at / "passages" / n, None)
            yield from self._texts(item.at, question=item.question, finding=item.finding)

    def _card(self, card: Card) -> Iterator[Problem]:
        if not card.evidence:
            yield self._problem("no-evidence", "this card rests on no passage", card.at, "add [[card.evidence]]", card)
        yield from self._value_date(card.value.date if card.value else None, card.at)
        yield from self._texts(card.at, card, claim=card.claim, subject=card.subject, note=card.note)
        for n, evidence in enumerate(card.evidence):
            at = card.at / "evidence" / n
            yield from self._known(evidence.origin, self._origins, at / "origin", "origin", card, optional=True)
            yield from self._passage(evidence, at, card)

    def _passage(self, passage: Passage, at: Place, card: Card | None) -> Iterator[Problem]:
        yield from self._texts(at, card, quote=passage.quote)
        words = len(WORD.findall(passage.quote))
        if words > QUOTE_WORDS:
            message = f"this quote has {words} words, {QUOTE_WORDS} are allowed"
            yield self._problem("long-quote", message, at / "quote", "quote the words that carry the fact", card)
        if passage.source not in self.dossier.documents:
            if passage.source not in self._sources:
                yield from self._known(passage.source, self._sources, at / "source", "source", card)
            self.anchors[at] = Anchor(status="missing")
            return
        document = self.dossier.documents[passage.source]
        first, last = passage.lines
        if not 1 <= first <= last <= len(document):
            message = f"lines {first} to {last} are not in {passage.source}, which has {len(document)} lines"
            yield self._problem(
                "bad-range", message, at / "lines", "lines = [first, last], from 1", card, passage.source
            )
            self.anchors[at] = Anchor(status="missing")
            return
        anchor = self.anchors[at] = locate(document, passage.quote, near=passage.lines)
        if anchor.status not in ("exact", "sealed"):
            yield self._unanchored(anchor, passage, at, card)
        elif anchor.status == "exact" and words > 2 and self._whole(document, anchor):
            message = "this quote is a whole sentence"
            yield self._problem("whole-sentence", message, at / "quote", "quote a part of it", card, passage.source)

    def _unanchored(self, anchor: Anchor, passage: Passage, at: Place, card: Card | None) -> Problem:
        place = f"{passage.source}:{_range(passage.lines)}"
        if anchor.status == "moved" and anchor.lines:
            once = stands_once(self.dossier.documents[passage.source], passage.quote)
            there = f"at {_range(anchor.lines)}" + ("" if once else ", and elsewhere")
            message = f"the quote does not stand at {place} but {there}"
            return self._problem("moved", message, at / "lines", f"lines = {list(anchor.lines)}", card, passage.source)
        if anchor.status == "altered":
            critical = [change for change in anchor.changes if change.critical]
            shown = "; ".join(f"“{change.old}” is “{change.new}” there" for change in (critical or anchor.changes)[:4])
            grade = "what stands there differs in substance" if critical else "what stands there differs in form"
            where = f" ({_range(anchor.lines)})" if anchor.lines and anchor.lines != passage.lines else ""
            hint = "correct the quote or the source, or re-anchor"
            return self._problem(
                "altered", f"{grade} at {place}{where}: {shown}", at / "quote", hint, card, passage.source
            )
        if anchor.status == "ambiguous":
            message = f"the quote fits several places equally well near {place}"
            return self._problem("ambiguous", message, at / "quote", "quote more words", card, passage.source)
        message = f"the quote stands nowhere in {passage.source}"
        return self._problem("missing", message, at / "quote", f"compare it with {place}", card, passage.source)

    def _known(
        self, id: str, ids: Iterable[str], at: Place, what: str, card: Card | None = None, *, optional: bool = False
    ) -> Iterator[Problem]:
        if id in ids or (optional and not id):
            return
        near = process.extractOne(id, list(ids), scorer=fuzz.ratio, score_cutoff=60)
        hint = f"did you mean `{near[0]}`?" if near else f"there is no such {what} in the dossier"
        yield self._problem(f"unknown-{what}", f"there is no {what} `{id[:80]}`", at, hint, card)

    def _ranges(self, source: str, ranges: Iterable[tuple[int, int]], at: Place) -> Iterator[Problem]:
        document = self.dossier.documents.get(source)
        for n, (first, last) in enumerate(ranges):
            if not 1 <= first <= last or (document is not None and last > len(document)):
                message = f"lines {first} to {last} are not in {source}"
                yield self._problem(
                    "bad-range", message, at / "boilerplate" / n, "[first, last], from 1", source=source
                )

    def _hidden(self, source: str) -> Iterator[Problem]:
        document = self.dossier.documents.get(source)
        found = hidden(document.text) if document is not None and not document.sealed else []
        if document is not None and found:
            offset, char = found[0]
            line, column = document.position(offset)
            yield Problem(
                file=f"seeds/{source}.txt",
                line=line,
                column=column + 1,
                code="hidden-text",
                message=f"{len(found)} hidden characters, here U+{ord(char):04X}: it may read otherwise than it is",
                hint="they are shown by a sign; look before you quote",
                level="warning",
                source=source,
            )

    def _value_date(self, date: str | None, at: Place) -> Iterator[Problem]:
        if date is not None and edtf_interval(date) is None:
            hint = "write it in EDTF: 2025, 2025-09, 2025-09-01, 2020/2023, 2025~"
            yield self._problem("bad-date", f"“{date[:40]}” is no date", at / "value" / "date", hint)

    def _texts(self, at: Place, card: Card | None = None, **texts: str) -> Iterator[Problem]:
        for key, text in texts.items():
            for _, char in hidden(text)[:1]:
                message = (
                    f"`{key}` holds a hidden character, U+{ord(char):04X}, and may read otherwise than it is stored"
                )
                yield self._problem("hidden-text", message, at / key, "take it out", card, level="warning")
            for _, word in mixed_scripts(text)[:1]:
                message = f"“{word[:40]}” in `{key}` mixes alphabets whose letters look alike"
                yield self._problem("mixed-script", message, at / key, "type it again in one", card, level="warning")

    def _problem(
        self,
        code: str,
        message: str,
        at: Place,
        hint: str,
        card: Card | None = None,
        source: str | None = None,
        level: Level = "error",
    ) -> Problem:
        line, column = self.dossier.where(at)
        return Problem(
            file=at.file,
            line=line,
            column=column,
            code=code,
            message=message,
            hint=hint,
            level=level,
            card=card.id if card else None,
            source=source,
        )


class _WholeSentences:
    """Whether a quote is a whole sentence or line of its document; sentences are found once a line."""

    def __init__(self) -> None:
        self._spans: dict[tuple[int, int], set[tuple[int, int]]] = {}

    def __call__(self, document: Document, anchor: Anchor) -> bool:
        if anchor.lines is None or anchor.span is None:
            return False
        key = (id(document), anchor.lines[0])
        if key not in self._spans:
            start, end = document.span(anchor.lines)
            text = document.text[start:end]
            self._spans[key] = {_bare(text, start, span) for span in sentences(text)}
        return _bare(document.text, 0, anchor.span) in self._spans[key]


def _bare(text: str, offset: int, span: tuple[int, int]) -> tuple[int, int]:
    start, end = span
    while end > start and (text[end - 1].isspace() or text[end - 1] in _END):
        end -= 1
    return offset + start, offset + end


def _range(lines: tuple[int, int]) -> str:
    return str(lines[0]) if lines[0] == lines[1] else f"{lines[0]}-{lines[1]}"
