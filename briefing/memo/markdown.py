"""The memo as Markdown: CommonMark with GitHub's tables and footnotes, and nothing raw."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from briefing.memo import words
from briefing.memo.outline import Answer, Disagreement, Fact, Footnote, Memo, OriginGroup
from briefing.text.visible import visible

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~^$&!])")
_OPENING = re.compile(r"^([-+=:]|\d{1,9}[.)])")


def escape(text: str) -> str:
    """Return text from a file as one line that every Markdown renderer shows letter for letter."""
    line = _SPECIAL.sub(r"\\\1", visible(" ".join(text.split())))
    opening = _OPENING.match(line)
    if opening is None:
        return line
    at = opening.end() - 1
    return f"{line[:at]}\\{line[at:]}"


def render(memo: Memo) -> str:
    """Return the memo as Markdown; the same memo gives the same bytes."""
    return "\n".join(_lines(memo)).rstrip("\n") + "\n"


def _lines(memo: Memo) -> Iterator[str]:
    yield f"# {escape(memo.title)}"
    yield ""
    if memo.question:
        yield f"**Question.** {escape(memo.question)}"
        yield ""
    if memo.as_of:
        yield f"As of {words.day(memo.as_of)}."
        yield ""
    if memo.bottom_line:
        yield from ("## Bottom line", "", escape(memo.bottom_line) + _refs(memo.bottom_notes), "")
    if memo.key:
        yield from ("## Key judgements", "")
        for n, fact in enumerate(memo.key, 1):
            yield f"{n}. {_fact(fact, judgement=True)}"
        yield ""
    yield from _facts(memo)
    yield from _disagreements(memo.disagreements)
    yield from _sources(memo)
    yield from ("## Method", "")
    for paragraph in words.METHOD:
        yield from (paragraph, "")
    yield from _legend(memo)
    for note in memo.footnotes:
        yield _footnote(note)


def _refs(numbers: Iterable[int]) -> str:
    return "".join(f"[^{number}]" for number in numbers)


def _fact(fact: Fact, *, judgement: bool) -> str:
    rating = fact.rating
    text = escape(fact.card.claim) + _refs(fact.supports)
    if judgement:
        text += f" **{rating.confidence} confidence**: {words.basis(rating)}."
    else:
        text += f" {words.dots(rating.confidence)} {rating.confidence}."
    if rating.judgement:
        by = f", {escape(rating.judgement.by)}" if rating.judgement.by else ""
        text += f" Analyst's judgement: **{rating.judgement.confidence}**, {escape(rating.judgement.reason)}{by}."
    if fact.disputes:
        text += f" Disputed.{_refs(fact.disputes)}"
    if fact.context:
        text += f" Context.{_refs(fact.context)}"
    if fact.card.note:
        text += f" *Note: {escape(fact.card.note)}*"
    if fact.discrepancies:
        text += f" See {', '.join(fact.discrepancies)}."
    return text


def _facts(memo: Memo) -> Iterator[str]:
    if memo.topics:
        yield from ("## Facts", "")
    for title, facts in memo.topics:
        yield from (f"### {escape(title)}", "")
        for fact in facts:
            yield f"- {_fact(fact, judgement=False)}"
        yield ""


def _disagreements(items: tuple[Disagreement, ...]) -> Iterator[str]:
    if not items:
        return
    yield from ("## Discrepancies", "")
    for severity in ("high", "medium", "low"):
        group = [entry for entry in items if entry.item.severity == severity]
        if group:
            yield from (f"### {severity.capitalize()} severity", "")
            yield from ("| | Question | Sides | Finding |", "| --- | --- | --- | --- |")
            for entry in group:
                yield _row(entry)
            yield ""
    remaining = [entry for entry in items if entry.item.status == "open"]
    if remaining:
        yield from ("### What remains open", "")
        for entry in remaining:
            notes = dict.fromkeys(number for answer in entry.answers for number in answer.notes)
            yield f"- {entry.label}: {escape(entry.item.question)}{_refs(notes)}"
        yield ""


def _row(entry: Disagreement) -> str:
    item = entry.item
    sign = "≠" if item.nature == "real" else "≈"
    sides = "; ".join(_answer(answer) for answer in entry.answers)
    notes = _refs(dict.fromkeys(number for answer in entry.answers for number in answer.notes))
    finding = f"{escape(item.finding)}{notes}" if item.finding else "*none yet*"
    return (
        f"| {entry.label} | {escape(item.question)} {sign} {item.nature}, {item.kind}, {item.status} "
        f"| {sides} | {finding} |"
    )


def _answer(answer: Answer) -> str:
    return f"**{answer.letter}** {escape(answer.says)}{_refs(answer.notes)}"


def _sources(memo: Memo) -> Iterator[str]:
    yield from ("## Sources by origin", "")
    for group in memo.origins:
        yield from _origin(group)
    yield ""


def _origin(group: OriginGroup) -> Iterator[str]:
    kind = f" ({escape(group.origin.kind)})" if group.origin.kind else ""
    claims = f"{group.claims} claim{'' if group.claims == 1 else 's'}"
    yield f"- **{escape(group.origin.name)}**{kind}: {claims}"
    for entry in group.sources:
        source = entry.source
        copies = (
            f" Derives from {', '.join(escape(other) for other in source.derives_from)}." if source.derives_from else ""
        )
        reason = f" {escape(source.reason)}" if source.reason else ""
        yield (
            f"  - {escape(words.publisher(source))}, {words.day(source.published)}, "
            f"*{escape(source.title or source.id)}* ({escape(source.id)}). "
            f"Reliability {source.reliability}.{reason}{copies}"
        )


def _legend(memo: Memo) -> Iterator[str]:
    yield from ("| Mark | Confidence | Claims |", "| --- | --- | ---: |")
    counted = [fact.rating.confidence for fact in memo.facts]
    for confidence in reversed(words.STEPS):
        yield f"| {words.dots(confidence)} | {confidence} | {counted.count(confidence)} |"
    yield ""


def _footnote(note: Footnote) -> str:
    source = note.source
    warning = f" (not verified: {note.status})" if note.status else ""
    return (
        f"[^{note.number}]: {escape(words.publisher(source))}, {words.day(source.published)}, "
        f"*{escape(source.title or source.id)}*, {escape(words.place(note))}: “{escape(note.passage.quote)}”{warning}."
    )
