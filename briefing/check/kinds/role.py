"""Offices that only one can hold, with two holders."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from briefing.check.clash import Clash, part
from briefing.check.remarks import Corpus, Remark
from briefing.check.statements import Statements
from briefing.text.countries import COUNTRIES
from briefing.text.roles import RoleHolder
from briefing.text.romanise import plain
from briefing.text.sameness import BORDER, same_name

_SINGLE: Final = frozenset(
    (
        "president", "prime minister", "premier", "chancellor", "attorney general", "governor", "mayor", "chair",
        "chief executive", "chief financial officer", "chief operating officer", "chief technology officer", "king",
        "pope", "secretary-general", "director general", "chief justice", "queen", "coach", "head coach", "captain",
        "editor", "managing director", "dean", "rector", "treasurer", "sheriff", "speaker", "minister", "secretary",
        "commander",
    )
)  # fmt: skip
"""Offices that a body has one of; a minister or secretary only where it is said of what."""
_SHARED_RANKS: Final = frozenset(
    ("deputy", "vice", "assistant", "associate", "under", "senior", "junior", "regional", "permanent")
)
_SURNAME: Final = 0.3
"""Below this two names are two people, whatever is left out of either."""


@dataclass(frozen=True, slots=True)
class _Held:
    remark: Remark
    role: RoleHolder
    body: str


def roles(statements: Statements) -> Iterator[Clash]:
    """Yield offices with several holders, each office once."""
    corpus = statements.corpus
    bodies = _bodies(corpus)
    offices: dict[str, list[_Held]] = defaultdict(list)
    for remark in corpus.remarks:
        for role in remark.roles:
            if _is_single(role.role) and role.state == "":
                body = _plain(role.body) or _inherited(role, bodies)
                offices[role.role].append(_Held(remark, role, body))
    for office, held in sorted(offices.items()):
        for body in sorted({item.body for item in held}):
            yield from _clashes(
                corpus, office, body, [item for item in held if item.body in (body, "")] if body else held
            )


def _is_single(role: str) -> bool:
    words = role.split()
    if _SHARED_RANKS & set(words):
        return False
    if words[-1] in ("minister", "secretary") and role != "prime minister":
        return len(words) > 1
    return role in _SINGLE or (words[-1] in ("coach", "editor") and "assistant" not in words)


def _plain(body: str) -> str:
    name = plain(body)
    return COUNTRIES.get(name, name)


def _bodies(corpus: Corpus) -> dict[str, list[tuple[str, str]]]:
    """Return, by office, whose body is named somewhere: (holder, body)."""
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for remark in corpus.remarks:
        for role in remark.roles:
            if role.body:
                found[role.role].append((role.holder, _plain(role.body)))
    return found


def _inherited(role: RoleHolder, bodies: dict[str, list[tuple[str, str]]]) -> str:
    """Return the body that the same holder of the same office has elsewhere."""
    return next((body for holder, body in bodies[role.role] if same_name(holder, role.holder) >= BORDER), "")


def _clashes(corpus: Corpus, office: str, body: str, held: list[_Held]) -> Iterator[Clash]:
    people = _people(held)
    rivals = [group for group in people if any(item.body == body for item in group)]
    if body and len(rivals) == 1:
        rivals += [group for group in people if group not in rivals and _near(group, rivals[0])]
    elif not body:
        rivals = _at_one_event(people) if " " in office else []
    sure = bool(body) and all(any(item.body == body for item in group) for group in rivals)
    if len(rivals) < 2 or _bare_body_repeats(body, held) or (not sure and _side_by_side(rivals)):
        return
    named = next((item.role.body for item in held if item.role.body and item.body == body), "")
    sides = tuple(
        part(item.remark, item.role.holder_span[0], item.role.holder_span[1])
        for group in rivals[:4]
        for item in _one_a_source(group)[:3]
    )
    told = " against ".join(
        f"{group[0].role.holder} ({len(group)} mention{'s' if len(group) > 1 else ''})" for group in rivals[:4]
    )
    yield Clash(
        kind="role",
        nature="real",
        severity="high",
        score=0.95 if sure else 0.8,
        question=f"Who is {office}{' (' + named + ')' if named else ''}?",
        reason=f"one office, and {len(rivals)} holders: {told}",
        sides=sides,
        key=(office, body, *sorted(group[0].role.holder for group in rivals)),
    )


def _side_by_side(rivals: list[list[_Held]]) -> bool:
    """Whether one document gives the office to both: then it means two bodies, even where it does not name them."""
    sources = [{item.remark.source for item in group} for group in rivals]
    return any(one & two for one, two in combinations(sources, 2))


def _bare_body_repeats(body: str, held: list[_Held]) -> bool:
    return not body and any(item.body for item in held)


def _people(held: Sequence[_Held]) -> list[list[_Held]]:
    """Group holders that may be one person: a bare surname is anyone of that name."""
    groups: list[list[_Held]] = []
    for item in sorted(held, key=lambda item: -len(item.role.holder.split())):
        for group in groups:
            if any(same_name(other.role.holder, item.role.holder) >= _SURNAME for other in group):
                group.append(item)
                break
        else:
            groups.append([item])
    return groups


def _near(group: list[_Held], other: list[_Held]) -> bool:
    """Whether two holders, one without a body, are spoken of in the same matter: their remarks share names."""
    return any(
        len(set(one.remark.groups) & set(two.remark.groups)) >= 1 and one.remark.source != two.remark.source
        for one in group
        for two in other
        if not one.body
    )


def _at_one_event(people: list[list[_Held]]) -> list[list[_Held]]:
    """Return the holders of an office whose body nobody names that are spoken of in one matter."""
    for n, group in enumerate(people):
        rivals = [other for other in people[n + 1 :] if _near(group, other)]
        if rivals:
            return [group, *rivals]
    return []


def _one_a_source(group: list[_Held]) -> list[_Held]:
    first: dict[str, _Held] = {}
    for item in sorted(group, key=lambda item: (item.remark.source, item.remark.start)):
        first.setdefault(item.remark.source, item)
    return list(first.values())
