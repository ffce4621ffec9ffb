"""One spelling for many: a name as plain letters, as it sounds, and as its bones of consonants.

Romanisations of one name differ by rule (q k, kh h, zh dj j, yev ev), slips of a typist do not:
`likeness` looks at both. The rules cover Cyrillic, Turkic, Arabic, Pinyin and West European habits.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from anyascii import anyascii
from rapidfuzz.distance import OSA

LONGEST: Final = 200
"""A name is cut here: whatever is longer is no name."""

_MARKED: Final = str.maketrans(
    {
        **dict.fromkeys("šşșŝśш", "sh"),
        **dict.fromkeys("čçćĉч", "ch"),
        **dict.fromkeys("žżźĵ", "zh"),
        **dict.fromkeys("țţ", "ts"),
        "ğ": "gh",
        "ĥ": "kh",
        "ħ": "kh",
        "щ": "shch",
    }
)  # plain transliteration would lose what these letters say
_APOSTROPHES: Final = re.compile(r"['’‘ʼʻ`´ˈˌ.,]")
_NO_WORD: Final = re.compile(r"[^a-z0-9]+")
_DIGIT_FOR_LETTER: Final = re.compile(r"(?<=[a-z])[01345](?=[a-z])")
_LETTER: Final = {"0": "o", "1": "i", "3": "e", "4": "a", "5": "s"}
_DOUBLED: Final = re.compile(r"(.)\1+")

_SOUNDS: Final = {
    **dict.fromkeys(("shch", "tsch", "sch", "tch", "tsj", "tsh", "shh", "sh", "ch", "cz", "sz", "sj", "cs", "hs"), "s"),
    **dict.fromkeys(("dzh", "dsch", "dsh", "zh", "zj", "dj", "dz"), "j"),
    **dict.fromkeys(("kh", "hh"), "h"),
    **dict.fromkeys(("ts", "tz"), "c"),
    **dict.fromkeys(("ck", "q", "qu"), "k"),
    **dict.fromkeys(("yo", "io", "oe"), "o"),
    **dict.fromkeys(("ya", "ia", "ae"), "a"),
    **dict.fromkeys(("yu", "iu", "ue", "ou", "oo"), "u"),
    **dict.fromkeys(("ye", "ie", "eh"), "e"),
    **dict.fromkeys(("iy", "yy", "ii", "y"), "i"),
    "gh": "g",
    "ph": "f",
    "th": "t",
    "w": "v",
    "x": "ks",
}
_SOUND: Final = re.compile("|".join(sorted(_SOUNDS, key=len, reverse=True)))
_FIRST: Final = re.compile(
    r"(?P<s>^x(?=[iu]))|(?P<h>^x|x$)|(?P<i>(?<=[aeiou])j(?![aeiou])|ij$)|(?P<none>(?<=[bcdfgklmnprtv])j(?=[aeiou]))"
)
_ENDING: Final = re.compile(
    r"(?<=sk)(?:i|oe|oi|aa|a|o|om|ogo|is|as)$"
)  # one place as Russian, Polish, Baltic adjective
_CLASSES: Final = str.maketrans("szjcxkqghbpvfwtdmnlr", "ssssskkkkpppppttmnlr", "aeiouy0123456789")


@lru_cache(1 << 16)
def plain(name: str) -> str:
    """Return a name in plain lower-case letters and digits, words one space apart."""
    letters = _NO_WORD.sub(" ", _APOSTROPHES.sub("", anyascii(name[:LONGEST]).lower())).strip()
    return _DIGIT_FOR_LETTER.sub(lambda found: _LETTER[found[0]], letters)


@lru_cache(1 << 16)
def sound(word: str) -> str:
    """Return a word as it sounds, whatever the romanisation: `Qasym` and `Kassym` give one answer."""
    letters = anyascii(word[:LONGEST].lower().translate(_MARKED)).lower()
    letters = _NO_WORD.sub("", _APOSTROPHES.sub("", letters))
    letters = _FIRST.sub(lambda found: "" if found.lastgroup == "none" else found.lastgroup or "", letters)
    letters = _DOUBLED.sub(r"\1", _SOUND.sub(lambda found: _SOUNDS[found[0]], letters))
    return _ENDING.sub("", letters)


@lru_cache(1 << 16)
def bones(word: str) -> str:
    """Return the classes of the consonants of a word, and whether it begins with a vowel."""
    letters = sound(word)
    classes = letters.translate(_CLASSES)
    return ("a" if letters[:1] in "aeiou" else "") + _DOUBLED.sub(r"\1", classes)


def _nearness(a: str, b: str, slips: float = 2.5, share: float = 0.42) -> float:
    """Return 1 for equal strings, 0.5 where `slips` letters or a `share` of all of them differ."""
    length = max(len(a), len(b))
    if not length:
        return 0.0
    apart = OSA.distance(a, b)
    return max(0.0, 1 - max(apart / max(slips, length / 3.5), apart / length / share) / 2)


@lru_cache(1 << 17)
def likeness(a: str, b: str) -> float:
    """Return 0 to 1: are two words one word in two spellings? 0.5 is the border.

    Two slips of the pen in a word of five letters are the most that is forgiven.
    """
    x, y = plain(a).replace(" ", ""), plain(b).replace(" ", "")
    if x == y:
        return 1.0
    heard = max(_nearness(x, y), _nearness(sound(a), sound(b)) - 0.02)
    framed = _nearness(bones(a), bones(b), 2.0, 0.5)
    trust = min(0.4, 0.1 * min(len(bones(a)), len(bones(b))))
    return (1 - trust) * heard + trust * framed
