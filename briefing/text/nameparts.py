"""A name taken apart: the words that name, and what tells namesakes apart."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from anyascii import anyascii

from briefing.text.namewords import BODIES, FORMS, GLUED_MARKS, MARKS, NUMBERS, PARTICLES, ROMAN, TITLES, phrase_at
from briefing.text.romanise import plain
from briefing.text.wordtables import word_set

_MOST_WORDS: Final = 16
_POSSESSIVE: Final = re.compile(r"['’]s?(?=\s|$)")
_DOTTED: Final = re.compile(r"\b(?:[^\W\d_]\.\s?){3,}|\b(?:[Uu]\.\s?[SsKkNn]|[Ee]\.\s?[Uu])\b\.?")
_ASIDE: Final = re.compile(r"\s*\(\s*[A-Z][A-Z&.]{1,9}\s*\)")
_WORD: Final = re.compile(r"[^\W_]+(?:['’ʼʻ`´ˈˌ.][^\W_]+)*")
_CAMEL: Final = re.compile(r"(?<=[a-z]{2})(?=[A-Z][a-z]{2})")
_LEADING_FORMS: Final = word_set("jsc ojsc cjsc pjsc ooo oao zao pao ao too llc pt srl")
_FATHERS: Final = word_set("bin ibn ben bint ould")


@dataclass(frozen=True, slots=True)
class Parts:
    """A name taken apart. `words` keep their letters, all else is in plain ones."""

    words: tuple[str, ...]
    numbers: tuple[str, ...]
    marks: frozenset[str]
    fathers: tuple[str, ...]
    spelled: tuple[str, ...]
    leader: str
    acronym: str
    body: bool


@lru_cache(1 << 16)
def take_apart(name: str) -> Parts:
    """Return the parts of a name; at most sixteen words are looked at."""
    name = _POSSESSIVE.sub("", _ASIDE.sub("", name))
    name = _DOTTED.sub(lambda found: found[0].replace(".", "").replace(" ", "").upper() + " ", name)
    tokens = _tokens(name)[:_MOST_WORDS]
    plains = [plain(token) for token in tokens]
    kept, numbers, marks = _kept(tokens, plains)
    fathers = tuple(plains[n + 1] for n, word in enumerate(plains[:-1]) if word in _FATHERS)
    shout = tokens[0] if len(tokens) == 1 and tokens[0].isupper() and 2 <= len(tokens[0]) <= 8 else ""
    return Parts(
        words=tuple(kept),
        numbers=tuple(sorted(numbers)),
        marks=frozenset(marks),
        fathers=fathers,
        spelled=tuple(plains),
        leader=plain(kept[0]) if kept else "",
        acronym=shout.lower() if shout.isascii() else "",
        body=any(word in BODIES or word in FORMS for word in plains),
    )


def _tokens(name: str) -> list[str]:
    """Return the words of a name: joined ones parted, countries and forms of several words as one."""
    found: list[str] = []
    for word in _WORD.findall(name):
        found.extend(_CAMEL.split(word if max(word) < "\u0370" else anyascii(word)))
    found = [word for word in found if plain(word)]
    words = [plain(word) for word in found]
    tokens: list[str] = []
    at = 0
    while at < len(words):
        many = phrase_at(words, at) or 1
        tokens.append(found[at] if many == 1 else " ".join(words[at : at + many]))
        at += many
    return tokens


def _kept(tokens: list[str], plains: list[str]) -> tuple[list[str], list[str], list[str]]:
    """Return the words that name, the numbers and the marks; titles, forms and particles fall away."""
    first, last = 0, len(tokens)
    while last > first + 1 and plains[last - 1] in FORMS:
        last -= 1
    while first < last - 1 and (plains[first] in TITLES or plains[first] in _LEADING_FORMS or plains[first] == "the"):
        first += 1
    kept: list[str] = []
    numbers: list[str] = []
    marks: list[str] = []
    for at in range(first, last):
        token, word = tokens[at], plains[at]
        if token in ROMAN and at > first and (len(token) > 1 or at == last - 1):
            numbers.append(ROMAN[token])
        elif word in NUMBERS or any(char.isdigit() for char in word):
            numbers.append(NUMBERS.get(word, word))
        elif word in MARKS:
            marks.append(MARKS[word])
        elif found := GLUED_MARKS.match(word):
            marks.append(MARKS[found[1]])
            kept.append(word[found.end() :])
        elif not ((word in PARTICLES and not (len(word) == 1 and token.isupper())) or (" " in word and word in FORMS)):
            kept.append(token)
    return (kept, numbers, marks) if kept else (tokens[first:last], numbers, [])
