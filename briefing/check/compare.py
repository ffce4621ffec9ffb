"""Aligned remarks to candidates: one function for each kind of discrepancy, with the rule that fired."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from briefing.check.align import pairs, shared
from briefing.check.figures import Interval, comparable, interval, scope_of, years_of
from briefing.check.remarks import Corpus, Mention, Remark, collect, coordinated, mention
from briefing.model.card import Value
from briefing.model.discrepancy import DiscrepancyKind, Nature, Severity
from briefing.model.dossier import Dossier
from briefing.model.results import Candidate, CandidateSide
from briefing.model.source import Source
from briefing.text.document import Document
from briefing.text.names import Name
from briefing.text.sameness import same_name
from briefing.text.stance import Stance, read_stance
from briefing.text.values import TextValue

ALIKE = 0.34
"""How alike two contexts must be before their values are held against each other."""


@dataclass(frozen=True, slots=True)
class Clash:
    """Sides of a candidate in the making: spans of remarks."""

    kind: DiscrepancyKind
    nature: Nature
    severity: Severity
    score: float
    question: str
    reason: str
    sides: tuple[tuple[Remark, int, int, Value | None], ...]


def compare(documents: Iterable[Document], dossier: Dossier | None = None) -> list[Candidate]:
    """Return the discrepancies that documents show, the most certain first.

    `dossier` gives publication dates and boilerplate, and the discrepancies that are already
    known: a candidate that repeats one names it.
    """
    texts = {document.id: document for document in documents}
    sources = dict(dossier.source_by_id) if dossier else {}
    corpus = collect(texts.values(), sources)
    found: dict[str, Candidate] = {}
    for kind in KINDS:
        for clash in kind(corpus, sources):
            candidate = _candidate(clash, texts)
            if candidate.id not in found or found[candidate.id].score < candidate.score:
                found[candidate.id] = candidate
    known = _Known(dossier) if dossier else None
    candidates = [replace(item, discrepancy=known(item)) if known else item for item in found.values()]
    return sorted(candidates, key=lambda item: (item.nature != "real", -item.score, item.id))


def _candidate(clash: Clash, texts: dict[str, Document]) -> Candidate:
    sides = []
    for remark, start, end, value in clash.sides:
        document = texts[remark.source]
        lines = document.lines_of(start, end)
        columns = (document.position(start)[1], document.position(end)[1])
        text = " ".join(document.text[start:end].split())
        sides.append(CandidateSide(source=remark.source, lines=lines, columns=columns, text=text, value=value))
    sides.sort(key=lambda side: (side.source, side.lines, side.columns))
    told = "\n".join([clash.kind, *(f"{side.source}\t{side.text}\t{side.columns}" for side in sides)])
    return Candidate(
        id=f"{clash.kind}-{hashlib.sha256(told.encode('utf-8', 'surrogatepass')).hexdigest()[:10]}",
        kind=clash.kind,
        nature=clash.nature,
        severity=clash.severity,
        score=round(min(1.0, max(0.0, clash.score)), 3),
        question=clash.question,
        reason=clash.reason,
        sides=tuple(sides),
    )


class _Known:
    """The discrepancies of a dossier by the lines their sides stand on."""

    def __init__(self, dossier: Dossier) -> None:
        self._by_line: dict[tuple[str, int], set[tuple[str, int]]] = defaultdict(set)
        self._kinds = {item.id: item.kind for item in dossier.discrepancies}
        for item in dossier.discrepancies:
            for n, side in enumerate(item.side):
                for passage in side.passages:
                    for line in range(passage.lines[0], passage.lines[1] + 1):
                        self._by_line[passage.source, line].add((item.id, n))

    def __call__(self, candidate: Candidate) -> str | None:
        """Return the id of the discrepancy of which a candidate touches two sides."""
        touched: dict[str, set[int]] = defaultdict(set)
        for number, side in enumerate(candidate.sides):
            for id, _ in self._by_line.get((side.source, side.lines[0]), ()):
                touched[id].add(number)
        whole = [id for id, numbers in touched.items() if len(numbers) >= 2 and self._kinds[id] == candidate.kind]
        return min(whole, default=None)


def _figures(corpus: Corpus, _: dict[str, Source]) -> Iterator[Clash]:
    groups: dict[str, list[Mention]] = defaultdict(list)
    for remark in corpus.remarks:
        for value in remark.values:
            if value.kind not in ("date", "score", "number"):
                key = value.unit if value.kind in ("count", "money") else value.dimension
                groups[f"{value.kind if value.kind == 'multiple' else ''}{key}"].append(mention(corpus, remark, value))
    for group in groups.values():
        for a, b, alike in pairs(group, ALIKE):
            if clash := _figure(corpus, a, b, alike):
                yield clash


def _figure(corpus: Corpus, a: Mention, b: Mention, alike: float) -> Clash | None:
    if not comparable(a.value, b.value) or _listed_together(a, b):
        return None
    first, second = interval(a.value, a.value.unit), interval(b.value, a.value.unit)
    if first is None or second is None or first.meets(second):
        return None
    subject = _subject(corpus, a, b)
    if subject is None:
        return None
    apart = _apart(first, second)
    reason = (
        f"the same is measured ({subject}) and the figures differ: {_told(a.value)} against {_told(b.value)}{apart}"
    )
    nature: Nature = "real"
    periods = years_of(a), years_of(b)
    if scope := scope_of(a, b):
        nature, reason = "apparent", f"{reason}; but {scope}"
    elif periods[0] and periods[1] and not periods[0] & periods[1]:
        nature = "apparent"
        reason = (
            f"{reason}; but the periods differ: {', '.join(sorted(periods[0]))} against {', '.join(sorted(periods[1]))}"
        )
    severity: Severity = "low" if nature == "apparent" else "high" if alike >= 0.6 else "medium"
    return Clash(
        kind="figure",
        nature=nature,
        severity=severity,
        score=alike if nature == "real" else 0.8 * alike,
        question=f"What is the figure for {subject}?",
        reason=reason,
        sides=(_side(a), _side(b)),
    )


def _listed_together(a: Mention, b: Mention) -> bool:
    """Whether two values stand in one sentence as items of one list or as steps of one change."""
    if a.remark is not b.remark:
        return False
    left, right = sorted((a.value, b.value), key=lambda value: value.start)
    between = a.remark.text[left.end - a.remark.start : right.start - a.remark.start]
    return len(between.split()) <= 8 or between.count(",") >= 1 or (" and " in between and len(between.split()) <= 12)


def _subject(corpus: Corpus, a: Mention, b: Mention) -> str | None:
    """Return what two mentions are both about, or None where their names speak of different things."""
    common = shared(a, b)
    words = [feature for feature in common if not feature.startswith("@")]
    names = [feature for feature in common if feature.startswith("@")]
    if len(words) < 2 and not (words and names):
        return None
    mine = {group for _, group in a.remark.names}
    other = {group for _, group in b.remark.names}
    if mine and other and not mine & other and a.remark is not b.remark and len(words) < 5:
        return None
    told = [corpus.names[int(name[1:])] for name in names[:2]]
    return ", ".join([*told, *(_word(a, word) for word in words[: 4 - len(told)])])


def _word(mention: Mention, stemmed: str) -> str:
    """Return a stem as the word it stands for in the remark."""
    remark = mention.remark
    for word, (start, end) in zip(remark.words, remark.spans, strict=True):
        if word == stemmed:
            return remark.text[start - remark.start : end - remark.start].lower()
    return stemmed


def _told(value: TextValue) -> str:
    figure = _number(value.amount) if value.amount is not None else f"{_number(value.low)} to {_number(value.high)}"
    return " ".join(part for part in (value.qualifier, figure, value.unit) if part)


def _number(amount: float | None) -> str:
    return "?" if amount is None else f"{amount:,}" if isinstance(amount, int) else f"{amount:,.10g}"


def _apart(a: Interval, b: Interval) -> str:
    low, high = sorted((a.middle, b.middle), key=abs)
    return f", {(high - low) / abs(low):+.1%}" if low else ""


def _side(item: Mention) -> tuple[Remark, int, int, Value | None]:
    return item.remark, item.value.start, item.value.end, _value(item.value)


def _value(value: TextValue) -> Value:
    if value.kind == "date":
        span = [day.isoformat() for day in (value.earliest, value.latest) if day]
        return Value(date="/".join(dict.fromkeys(span)) or None, qualifier=value.qualifier)
    return Value(amount=value.amount, low=value.low, high=value.high, unit=value.unit, qualifier=value.qualifier)


def _dates(corpus: Corpus, _: dict[str, Source]) -> Iterator[Clash]:
    mentions = [
        mention(corpus, remark, value)
        for remark in corpus.remarks
        for value in remark.values
        if value.kind == "date" and value.earliest and value.latest
    ]
    for a, b, alike in pairs(mentions, ALIKE + 0.08):
        one, two = a.value, b.value
        assert one.earliest and one.latest and two.earliest and two.latest
        if a.remark is b.remark or (one.earliest <= two.latest and two.earliest <= one.latest):
            continue
        subject = _subject(corpus, a, b)
        if subject is not None:
            yield Clash(
                kind="date",
                nature="real",
                severity="high" if alike >= 0.6 else "medium",
                score=0.95 * alike,
                question=f"When: {subject}?",
                reason=f"the same is dated ({subject}) and the dates cannot both hold: "
                f"{_dated(one)} against {_dated(two)}",
                sides=(_side(a), _side(b)),
            )


def _dated(value: TextValue) -> str:
    if value.earliest == value.latest:
        return f"{value.earliest}"
    return f"{value.earliest} to {value.latest}"


def _roles(corpus: Corpus, _: dict[str, Source]) -> Iterator[Clash]:
    held: dict[tuple[str, str], list[tuple[Remark, int, int, str]]] = defaultdict(list)
    for remark in corpus.remarks:
        for role in remark.roles:
            if role.role in UNIQUE_ROLES or any(role.role.endswith(f" {head}") for head in UNIQUE_HEADS):
                start, end = role.holder_span
                held[role.role, role.state].append((remark, start, end, role.holder))
    for (role, state), found in sorted(held.items(), key=lambda item: item[0]):
        groups = _people(found)
        for one, two in combinations(groups, 2):
            if same_name(one[0][3], two[0][3]) >= 0.3 or _different_bodies(one, two):
                continue
            sides = tuple((remark, start, end, None) for remark, start, end, _ in (one[0], two[0]))
            yield Clash(
                kind="role",
                nature="real",
                severity="high",
                score=0.9,
                question=f"Who is {state + ' ' if state else ''}{role}?",
                reason=f"one office, two holders: {one[0][3]} ({len(one)}) against {two[0][3]} ({len(two)})",
                sides=sides,
            )


UNIQUE_ROLES = frozenset(
    ["prime minister", "chancellor", "attorney general", "chief executive", "managing director", "chair", "chairman", "chief justice", "pope", "secretary general", "director general", "governor", "mayor", "head coach", "editor-in-chief"]
)
UNIQUE_HEADS = ("secretary", "minister")


def _people(found: Sequence[tuple[Remark, int, int, str]]) -> list[list[tuple[Remark, int, int, str]]]:
    groups: list[list[tuple[Remark, int, int, str]]] = []
    for item in found:
        for group in groups:
            if same_name(group[0][3], item[3]) >= 0.5:
                group.append(item)
                break
        else:
            groups.append([item])
    return groups


def _different_bodies(one: list[tuple[Remark, int, int, str]], two: list[tuple[Remark, int, int, str]]) -> bool:
    """Whether the offices belong to different bodies, as the remarks name them."""

    def bodies(items: list[tuple[Remark, int, int, str]]) -> set[str]:
        return {
            role.body.casefold()
            for remark, start, _, _ in items
            for role in remark.roles
            if role.holder_span[0] == start and role.body
        }

    mine, other = bodies(one), bodies(two)
    return bool(mine and other) and not any(same_name(a, b) >= 0.5 for a in mine for b in other)


def _names(corpus: Corpus, _: dict[str, Source]) -> Iterator[Clash]:
    spelled: dict[str, list[tuple[Name, Remark]]] = {}
    for group in corpus.spellings:
        for name, remark in group:
            if len(name.text) >= 6:
                spelled.setdefault(name.text, []).append((name, remark))
    for one, two, alike in _variants(sorted(spelled), corpus, spelled):
        left, right = spelled[one][0], spelled[two][0]
        yield Clash(
            kind="name",
            nature="apparent" if alike >= 0.9 else "real",
            severity="low" if alike >= 0.9 else "medium",
            score=0.55 + 0.4 * alike,
            question=f"Are “{one}” and “{two}” one and the same?",
            reason=f"spelled differently, likely one name (likeness {alike:.2f})",
            sides=tuple((remark, name.start, name.end, None) for name, remark in (left, right)),
        )


def _variants(
    names: list[str], corpus: Corpus, spelled: dict[str, list[tuple[Name, Remark]]]
) -> Iterator[tuple[str, str, float]]:
    index: dict[str, list[str]] = defaultdict(list)
    for name in names:
        plain = "".join(char for char in name.casefold() if char.isalnum())
        for size in {plain[n : n + 4] for n in range(len(plain) - 3)}:
            index[size].append(name)
    seen: set[tuple[str, str]] = set()
    for crowd in index.values():
        if len(crowd) <= 40:
            for one, two in combinations(crowd, 2):
                if (one, two) not in seen:
                    seen.add((one, two))
                    if one.casefold() != two.casefold() and _only_spelling(one, two):
                        alike = same_name(one, two)
                        if alike >= 0.5:
                            yield one, two, alike
    yield from _paired_variants(corpus)


def _only_spelling(one: str, two: str) -> bool:
    """Whether two names have as many words, none of which merely differs by its ending in s."""
    a, b = one.replace("-", " ").split(), two.replace("-", " ").split()
    return len(a) == len(b) and any(
        x.casefold().rstrip("s’'") != y.casefold().rstrip("s’'") for x, y in zip(a, b, strict=True)
    )


def _paired_variants(corpus: Corpus) -> Iterator[tuple[str, str, float]]:
    """Names that stand joined to the same other name: "A and B" here, "A' and B" there."""
    partners: dict[int, list[tuple[Name, int]]] = defaultdict(list)
    for remark in corpus.remarks:
        for left, right in coordinated(remark):
            partners[left[1]].append(right)
            partners[right[1]].append(left)
    for met in partners.values():
        for (one, a), (two, b) in combinations(met, 2):
            if a != b and one.text != two.text and 0.2 <= same_name(one.text, two.text) < 0.5:
                yield one.text, two.text, 0.5


def _statuses(corpus: Corpus, sources: dict[str, Source]) -> Iterator[Clash]:
    by_remark: dict[int, tuple[Remark, int, int, int, str]] = {}
    for remark in corpus.remarks:
        cue = read_stance(remark.text).status
        if cue is not None and cue.rank is not None and cue.holds:
            start, end = remark.start + cue.start, remark.start + cue.end
            by_remark[remark.number] = (remark, start, end, cue.rank, cue.status)
    marks = {number: _remark_mention(corpus, item[0]) for number, item in by_remark.items()}
    for a, b, alike in pairs(list(marks.values()), ALIKE + 0.05):
        one, two = by_remark[a.remark.number], by_remark[b.remark.number]
        if abs(one[3] - two[3]) < 2 or a.remark.source == b.remark.source:
            continue
        subject = _subject(corpus, a, b)
        if subject is None:
            continue
        early, late = sorted((one, two), key=lambda item: item[3])
        dates = (early[0].published, late[0].published)
        later = dates[0] is not None and dates[1] is not None and dates[0] < dates[1]
        yield Clash(
            kind="succession" if later else "status",
            nature="apparent" if later else "real",
            severity="medium" if later else "high",
            score=0.85 * alike,
            question=f"How far along: {subject}?",
            reason=f"“{early[4]}” against “{late[4]}”"
            + ("; the later document may supersede the earlier" if later else ""),
            sides=tuple((item[0], item[1], item[2], None) for item in (early, late)),
        )


def _remark_mention(corpus: Corpus, remark: Remark) -> Mention:
    """Return a whole remark as a mention: every word of it is context."""
    context: dict[str, float] = {}
    for word in remark.words:
        if word and not word.isdigit():
            context[word] = max(context.get(word, 0.0), corpus.weight(word))
    for _, group in remark.names:
        context[f"@{group}"] = 1.2 * corpus.weight(f"@{group}")
    norm = sum(weight * weight for weight in context.values()) ** 0.5 or 1.0
    nothing = remark.values[0] if remark.values else None
    return Mention(remark, nothing, {feature: weight / norm for feature, weight in context.items()})  # type: ignore[arg-type]


def _certainties(corpus: Corpus, _: dict[str, Source]) -> Iterator[Clash]:
    marks = [_remark_mention(corpus, remark) for remark in corpus.remarks if len(remark.words) >= 6]
    for a, b, alike in pairs(marks, ALIKE + 0.03):
        if a.remark.source == b.remark.source:
            continue
        one, two = read_stance(a.remark.text), read_stance(b.remark.text)
        grades = {one.certainty, two.certainty}
        doubted = grades & {"unclear", "denied"}
        subject = _subject(corpus, a, b)
        if subject is None:
            continue
        if doubted and grades - {"unclear", "denied"}:
            yield Clash(
                kind="certainty",
                nature="real",
                severity="medium",
                score=alike,
                question=f"How certain is it: {subject}?",
                reason=f"one says {sorted(doubted)[0]}, the other {sorted(grades - doubted)[0]}",
                sides=tuple((item.remark, item.remark.start, item.remark.end, None) for item in (a, b)),
            )
        elif (_anonymous(one) and not two.attributions) or (_anonymous(two) and not one.attributions):
            yield Clash(
                kind="attribution",
                nature="real",
                severity="low",
                score=0.8 * alike,
                question=f"Who says so: {subject}?",
                reason="an anonymous source in one document, a bare fact in the other",
                sides=tuple((item.remark, item.remark.start, item.remark.end, None) for item in (a, b)),
            )


def _anonymous(stance: Stance) -> bool:
    return any(item.who == "anonymous" for item in stance.attributions)


def _internals(corpus: Corpus, _: dict[str, Source]) -> Iterator[Clash]:
    for remark in corpus.remarks:
        yield from _parts(remark)
        yield from _growth(remark)


def _parts(remark: Remark) -> Iterator[Clash]:
    """Shares of one whole in one sentence must sum to 100 where the sentence says that they are all."""
    shares = [
        value for value in remark.values if value.unit == "%" and value.amount is not None and value.kind == "share"
    ]
    words = set(remark.words)
    if len(shares) < 3 or not words & {"rest", "remainder", "other", "remaining"}:
        return
    total = sum(float(value.amount or 0) for value in shares)
    if 60 < total < 140 and abs(total - 100) > 0.5 * len(shares):
        sides = tuple((remark, value.start, value.end, _value(value)) for value in (shares[0], shares[-1]))
        yield Clash(
            kind="internal",
            nature="real",
            severity="medium",
            score=0.7,
            question="Do the parts make the whole?",
            reason=f"the parts sum to {total:g} % of the total",
            sides=sides,
        )


def _growth(remark: Remark) -> Iterator[Clash]:
    """ "From A to B, an increase of P %" must hold."""
    values = [value for value in remark.values if value.amount is not None]
    grown = [value for value in values if value.unit == "%"]
    if not set(remark.words) & {
        "increas",
        "rise",
        "rose",
        "grew",
        "growth",
        "fell",
        "declin",
        "decreas",
        "drop",
        "surg",
    }:
        return
    for before, after in zip(values, values[1:], strict=False):
        gap = remark.text[before.end - remark.start : after.start - remark.start].split()
        lead = remark.text[: before.start - remark.start].split()[-1:]
        if lead != ["from"] or gap[-1:] != ["to"] or len(gap) > 4 or not before.amount or before.unit != after.unit:
            continue
        change = 100 * (float(after.amount or 0) - float(before.amount)) / abs(float(before.amount))
        for share in grown:
            if share in (before, after):
                continue
            stated = float(share.amount or 0)
            if abs(abs(change) - stated) > max(1.0, 0.02 * stated):
                yield Clash(
                    kind="internal",
                    nature="real",
                    severity="medium",
                    score=0.6,
                    question="Does the change match its percentage?",
                    reason=f"from {_told(before)} to {_told(after)} is {change:+.1f} %, stated is {stated:g} %",
                    sides=tuple((remark, value.start, value.end, _value(value)) for value in (after, share)),
                )


KINDS: tuple[Callable[[Corpus, dict[str, Source]], Iterator[Clash]], ...] = (
    _figures,
    _dates,
    _roles,
    _names,
    _statuses,
    _certainties,
    _internals,
)
