"""The tokens of a text, each with a key that overlooks typography.

Two texts with the same keys say the same in the same words: only case, quotation marks, dashes,
ligatures, soft hyphens and composed or decomposed letters may differ.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_UNSPACED: Final = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_MARKS: Final = "\u0300-\u036f"
_THIN: Final = " \n\u00a0\u2009\u202f"
_UNSEEN: Final = "\u00ad\u200b-\u200d\u2060\ufeff"

TOKEN: Final = re.compile(
    rf"[{_UNSPACED}]"  # scripts that do not part words
    r"|(?:(?<![^\s(\[{$€£¥])[-−–+<>≤≥~≈±](?=\d))?"  # the sign of −5
    r"(?:[Nn][Oo][Nn][-‐‑](?=[^\W_]))?"  # non-binding is no binding
    rf"(?:\d{{1,3}}(?:[{_THIN}]\d{{3}})+(?![^\W_])|[^\W_{_UNSPACED}]+)"  # 12 500 is one number
    rf"(?:(?:['’ʼ](?=[^\W_])|(?<=\d)[.,:](?=\d)|[{_MARKS}{_UNSEEN}])+[^\W_{_UNSPACED}]*)*"
    rf"|[^\s{_UNSEEN}]"
)
"""A number with its sign and separators, a word with its apostrophes, or one other character."""

_UNSPACED_CHAR: Final = re.compile(f"[{_UNSPACED}]")
_JOINT_CHAR: Final = re.compile(f"[{_MARKS}{_UNSEEN}]")
_INNER: Final = re.compile(f"['’ʼ{_UNSEEN}-]")
_RAISED: Final = re.compile("[0-9][²³¹⁰⁴-⁹¼-¾⅐-⅞]")
_SIGNS: Final = str.maketrans("\n−–—‐‑‒―‘’‚‛“”„‟«»‹›´`", " -------''''\"\"\"\"\"\"''''")


def is_unspaced(char: str) -> bool:
    """Whether a character is of a script that does not part words."""
    return char >= "\u0e00" and _UNSPACED_CHAR.match(char) is not None


def is_joint(char: str) -> bool:
    """Whether a character belongs to the letter or the word before it: an accent, a soft hyphen."""
    return char >= "\u00ad" and _JOINT_CHAR.match(char) is not None


def key(token: str) -> str:
    """Return what is left of a token without case and typography; a power is never read as a digit."""
    if token.isascii():
        plain = token.lower().replace("\n", " ")
    else:
        plain = unicodedata.normalize("NFC" if _RAISED.search(token) else "NFKC", token).casefold().translate(_SIGNS)
    return plain[0] + _INNER.sub("", plain[1:]) if len(plain) > 1 else plain


def spoken(key: str) -> bool:
    """Whether a key is a word or a number, and not a mark."""
    return key[-1:].isalnum() or key[:1].isalnum()


def keys(text: str) -> list[str]:
    """Return the keys of the tokens of a text."""
    return [key(token) for token in TOKEN.findall(text)]


def cut(text: str) -> tuple[list[tuple[int, int]], list[str]]:
    """Return the offsets of the tokens of a text, and their keys."""
    spans: list[tuple[int, int]] = []
    found: list[str] = []
    known: dict[str, str] = {}
    for match in TOKEN.finditer(text):
        token = match[0]
        plain = known.get(token)
        if plain is None:
            plain = known[token] = key(token)
        spans.append(match.span())
        found.append(plain)
    return spans, found
