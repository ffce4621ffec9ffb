"""What differs between a quote and what stands there now, token by token.

A change is cosmetic only if the same words, figures and signs remain; in whatever language, any
other one is critical, for a verb that is turned round misleads no less than a dropped “not”.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from briefing.model.results import Change, ChangeKind
from briefing.text.alignment import aligned
from briefing.text.folding import fold
from briefing.text.wording import cut, spoken
from briefing.text.wordtables import word_set

_SIGNS: Final = frozenset("%‰‱±≤≥≠≈×÷")
_NUMBERS: Final = word_set(
    """
    zero one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred thousand
    million millions billion billions trillion dozen half third quarter first second
    zwei drei vier fünf sechs sieben acht neun zehn zwölf hundert tausend millionen milliarde milliarden hälfte viertel
    deux trois quatre cinq huit dix cent mille milliard milliards dos tres cuatro cinco diez cien mil millón millones
    два две три четыре пять шесть семь восемь девять десять сто тысяча тысяч миллион миллиона миллионов миллиард
    миллиарда миллиардов половина
    """
)
_DATES: Final = word_set(
    """
    january february march april may june july august september october november december
    monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow
    januar februar märz mai juni juli oktober dezember montag dienstag mittwoch donnerstag freitag samstag sonntag
    heute gestern morgen janvier février mars avril juin juillet août septembre octobre novembre décembre hier demain
    enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre hoy ayer mañana
    января февраля марта апреля мая июня июля августа сентября октября ноября декабря сегодня вчера завтра
    """
)
_NEGATIONS: Final = word_set(
    """
    not no non never none nobody nothing nowhere neither nor without cannot dont doesnt didnt isnt arent wasnt werent
    hasnt havent hadnt cant couldnt wont wouldnt shouldnt mustnt neednt
    nicht kein keine keinen keiner keines keinem nie niemals niemand nichts ohne weder ne pas jamais sans aucun aucune
    rien ni nunca sin ningún ninguna nada nadie не нет ни без никогда никто ничего нельзя
    """
)
_MODALS: Final = word_set(
    """
    may might must shall should will would can could cannot ought cant couldnt wont wouldnt shouldnt mustnt
    kann können könnte könnten darf dürfen muss müssen müsste soll sollen sollte will wollen wird werden würde
    peut peuvent doit doivent pourrait devrait puede pueden debe deben podría debería
    может могут мог могла могли должен должна должно должны можно нужно следует будет будут бы
    """
)

_GRAVE: Final[dict[ChangeKind, frozenset[str]]] = {"date": _DATES, "negation": _NEGATIONS, "modal": _MODALS}

Tokens = Sequence[tuple[str, str]]
"""Tokens as they stand, each with its key."""


def changes(old: str, new: str) -> tuple[Change, ...]:
    """Return what turns `old` into `new`, in the order of the text; empty only where nothing but line ends differs.

    White space or unseen characters between two tokens are told of only where nothing else is.
    """
    found = tuple(_changes(old, new))
    one, other = fold(old), fold(new)
    return found or (() if one == other else (Change(one, other, critical=False, kind="form"),))


def _changes(old: str, new: str) -> Iterator[Change]:
    (here, mine), (there, theirs) = cut(old), cut(new)
    before = after = 0
    for i, j in aligned(mine, theirs):
        yield from _change(old, new, here[before:i], there[after:j])
        if old[slice(*here[i])] != new[slice(*there[j])]:
            yield from _change(old, new, [here[i]], [there[j]])
        before, after = i + 1, j + 1
    yield from _change(old, new, here[before:], there[after:])


def _change(old: str, new: str, here: Sequence[tuple[int, int]], there: Sequence[tuple[int, int]]) -> Iterator[Change]:
    if here or there:
        one = fold(old[here[0][0] : here[-1][1]]) if here else ""
        other = fold(new[there[0][0] : there[-1][1]]) if there else ""
        if one != other:
            kind = kind_of(one, other)
            yield Change(one, other, critical=kind != "form", kind=kind)


def kind_of(old: str, new: str) -> ChangeKind:
    """Return what a change from `old` to `new` touches: of several kinds the gravest."""
    mine, theirs = _tokens(old), _tokens(new)
    if _figures(mine) != _figures(theirs):
        return "number"
    for kind, words in _GRAVE.items():
        if _said(mine, words) != _said(theirs, words) or _capital_turned(mine, theirs, words):
            return kind
    if _letters(mine) == _letters(theirs) and _turning(mine) == _turning(theirs):
        return "form"
    return "name" if _names(mine) != _names(theirs) else "wording"


def _tokens(text: str) -> Tokens:
    spans, keys = cut(text)
    return [(text[slice(*span)], key) for span, key in zip(spans, keys, strict=True)]


def _figures(tokens: Tokens) -> list[str]:
    return [key for _, key in tokens if key in _NUMBERS or any(_counts(char) for char in key)]


def _counts(char: str) -> bool:
    return char.isdigit() or char in _SIGNS or unicodedata.category(char) in ("Sc", "So")


def _said(tokens: Tokens, words: frozenset[str]) -> Counter[str]:
    return Counter(key for _, key in tokens if key in words)


def _capital_turned(mine: Tokens, theirs: Tokens, words: frozenset[str]) -> bool:
    """Whether one of the words got or lost its capital: "may" is no month, "May" no modal."""
    return any(
        key in words
        and key == other
        and {one.istitle(), two.istitle()} == {one.islower(), two.islower()} == {True, False}
        for (one, key), (two, other) in zip(mine, theirs, strict=False)
    )


def _turning(tokens: Tokens) -> list[str]:
    """Return the unseen characters that make text read otherwise than it is stored."""
    return [char for _, key in tokens for char in key if unicodedata.category(char) == "Cf"]


def _letters(tokens: Tokens) -> str:
    return "".join(key for _, key in tokens if spoken(key))


def _names(tokens: Tokens) -> Counter[str]:
    return Counter(key for token, key in tokens if token[0].isupper())
