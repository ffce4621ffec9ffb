"""English words cut to what their forms share, after M. F. Porter, "An algorithm for suffix stripping", 1980.

Irregular forms, which no cutting brings together, and small numbers in words are replaced first.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_IRREGULAR: Final = """
become: became; begin: began begun; bite: bit bitten; break: broke broken; bring: brought; build: built; burn:
burnt; buy: bought; catch: caught; child: children; choose: chose chosen; come: came; die: died dead death dying
deaths; draw: drew drawn; drive: drove driven; eat: ate eaten; fall: fell fallen; feed: fed; feel: felt; fight:
fought; find: found; fly: flew flown; foot: feet; freeze: froze frozen; give: gave given; go: went gone; grow: grew
grown; hide: hid hidden; hold: held; keep: kept; know: knew known; lead: led; leave: left; life: lives; lose: lost;
make: made; man: men; mean: meant; meet: met; mouse: mice; pay: paid; rise: rose risen; run: ran; say: said; see:
saw seen; sell: sold; send: sent; shoot: shot; sleep: slept; speak: spoke spoken; spend: spent; stand: stood; steal:
stole stolen; swear: swore sworn; take: took taken; teach: taught; tell: told; think: thought; throw: threw thrown;
tooth: teeth; understand: understood; wear: wore worn; wife: wives; win: won; woman: women; write: wrote written; 1:
one; 2: two; 3: three; 4: four; 5: five; 6: six; 7: seven; 8: eight; 9: nine; 10: ten; 11: eleven; 12: twelve
"""
_ENTRIES: Final = [entry.partition(":") for entry in _IRREGULAR.split(";")]
_BASE: Final = {form: base.strip() for base, _, forms in _ENTRIES for form in forms.split()}
_STEP_2: Final = """
ational:ate tional:tion enci:ence anci:ance izer:ize abli:able alli:al entli:ent eli:e ousli:ous ization:ize ation:ate
ator:ate alism:al iveness:ive fulness:ful ousness:ous aliti:al iviti:ive biliti:ble
"""
_STEP_3: Final = "icate:ic ative: alize:al iciti:ic ical:ic ful: ness:"
_STEP_4: Final = """
al: ance: ence: er: ic: able: ible: ant: ement: ment: ent: sion:s tion:t ou: ism: ate: iti: ous: ive: ize:
"""


def _rules(table: str) -> tuple[tuple[str, str], ...]:
    pairs = [(old, new) for rule in table.split() for old, _, new in [rule.partition(":")]]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


_RULES: Final = ((_rules(_STEP_2), 0), (_rules(_STEP_3), 0), (_rules(_STEP_4), 1))
_VOWEL: Final = re.compile("[aeiou]|(?<=[^aeiou])y")
_TURNS: Final = re.compile("(?:[aeiou]|(?<=[^aeiou])y)(?:[^aeiouy]|(?<=[aeiou])y)")
_SHORT: Final = re.compile("[^aeiou][aeiouy][^aeiouwxy]$")


@lru_cache(maxsize=1 << 14)
def stem(word: str) -> str:
    """Return the stem of a word in lower case; words of other alphabets, and figures, come back as they are."""
    word = _BASE.get(word, word)
    if len(word) < 3 or not (word.isascii() and word.isalpha()):
        return word
    word = _past(_plural(word))
    if word.endswith("y") and _VOWEL.search(word[:-1]):
        word = word[:-1] + "i"
    for rules, least in _RULES:
        word = _replace(word, rules, least)
    return _tidy(word)


def _turns(word: str) -> int:
    """Return how often a vowel is followed by a consonant: Porter's measure."""
    return len(_TURNS.findall(word))


def _plural(word: str) -> str:
    if word.endswith(("sses", "ies")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _past(word: str) -> str:
    if word.endswith("eed"):
        return word[:-1] if _turns(word[:-3]) else word
    rest = word[:-2] if word.endswith("ed") else word[:-3] if word.endswith("ing") else ""
    if not _VOWEL.search(rest):
        return word
    if rest.endswith(("at", "bl", "iz")):
        return rest + "e"
    if len(rest) > 1 and rest[-1] == rest[-2] and rest[-1] not in "aeioulsz":
        return rest[:-1]
    return rest + "e" if _turns(rest) == 1 and _SHORT.search(rest) else rest


def _replace(word: str, rules: tuple[tuple[str, str], ...], least: int) -> str:
    for old, new in rules:
        if word.endswith(old):
            rest = word[: -len(old)]
            return rest + new if _turns(rest + new if least else rest) > least else word
    return word


def _tidy(word: str) -> str:
    """Drop a last e, and one of two l, from a stem that is long enough without it."""
    if word.endswith("e"):
        rest = word[:-1]
        turns = _turns(rest)
        if turns > 1 or (turns == 1 and not _SHORT.search(rest)):
            word = rest
    return word[:-1] if word.endswith("ll") and _turns(word) > 1 else word
