"""Stand-ins for characters that a terminal obeys or a reader cannot see.

One sign for one character, so that every offset and column stays true.
"""

from __future__ import annotations

import re
import unicodedata

CONTROL = "\N{REPLACEMENT CHARACTER}"
BIDI = "⇄"
HIDDEN = "¦"


def _table() -> dict[int, str]:
    signs = {code: chr(0x2400 + code) for code in range(0x20)}
    signs[0x09] = "⇥"
    signs[0x7F] = "␡"
    signs.update(dict.fromkeys(range(0x80, 0xA0), CONTROL))
    signs.update(dict.fromkeys((0x85, 0x2028, 0x2029), "␤"))
    signs.update(dict.fromkeys(range(0xD800, 0xE000), CONTROL))
    signs.update(dict.fromkeys((*range(0xE0000, 0xE0080), *range(0xE0100, 0xE01F0)), CONTROL))
    signs.update(dict.fromkeys(range(0xFFF0, 0xFFFC), CONTROL))
    signs.update(dict.fromkeys((0x061C, 0x200E, 0x200F), BIDI))
    signs.update(dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)), BIDI))
    invisible = (0xAD, 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180E, 0x3164, 0xFEFF, 0xFFA0)
    signs.update(dict.fromkeys(invisible, HIDDEN))
    joiners = (*range(0x200B, 0x200E), *range(0x2060, 0x2066), *range(0x206A, 0x2070))
    signs.update(dict.fromkeys(joiners, HIDDEN))
    signs.update(dict.fromkeys((*range(0x1BCA0, 0x1BCA4), *range(0x1D173, 0x1D17B)), HIDDEN))
    return signs


STAND_INS = _table()
_UNSAFE = re.compile("[" + "".join(re.escape(chr(code)) for code in sorted(STAND_INS)) + "]")
_TRICKS = frozenset(chr(code) for code, sign in STAND_INS.items() if sign in (BIDI, HIDDEN) or code >= 0xE0000)


def visible(text: str) -> str:
    """Return `text` with each control, bidi, tag or invisible character shown by one sign.

    The length never changes. Line ends count as control characters too: split lines first.
    """
    if text.isascii() and text.isprintable():  # nearly always, and ten times as fast as the search
        return text
    return text if _UNSAFE.search(text) is None else text.translate(STAND_INS)


def hidden(text: str) -> list[tuple[int, str]]:
    """Return (offset, character) of each character that makes text read otherwise than it is stored.

    White space and plain control characters are not among them: those are visible as signs and
    change nothing in the order of reading.
    """
    if _UNSAFE.search(text) is None:
        return []
    return [(at, char) for at, char in enumerate(text) if char in _TRICKS]


_WORD = re.compile(r"[^\W\d_]{2,}")
_SCRIPTS = ("LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE")


def mixed_scripts(text: str) -> list[tuple[int, str]]:
    """Return (offset, word) of each word that mixes alphabets whose letters look alike."""
    if text.isascii():
        return []
    found = []
    for match in _WORD.finditer(text):
        if not match[0].isascii():
            names = {unicodedata.name(char, "").split(" ")[0] for char in match[0]}
            if len(names.intersection(_SCRIPTS)) > 1:
                found.append((match.start(), match[0]))
    return found
