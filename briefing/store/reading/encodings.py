"""Bytes to text: byte order mark, UTF-8, what the document declares, then a guess that says it is one.

No character is replaced in silence: bytes that an encoding cannot read stand as U+FFFD, are few, and are told.
"""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from briefing.errors import Unreadable
from briefing.store.reading.alphabets import likeliest
from briefing.store.reading.extract import counted

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}charset\s{0,9}=\s{0,9}["']?([A-Za-z0-9_:.-]{2,40})"""
    rb"""|^\s{0,9}<\?xml[^>]{0,100}encoding\s{0,9}=\s{0,9}["']([A-Za-z0-9_:.-]{2,40})""",
    re.IGNORECASE,
)
_MEANT = {
    "ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "iso8859-11": "cp874", "tis-620": "cp874",
    "shift_jis": "cp932", "gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs", "euc_kr": "cp949",
}  # fmt: skip
"""What pages mean that declare an older encoding (WHATWG Encoding standard)."""
_CHARACTERS = re.compile(r"(?:utf-8|cp[0-9]|iso8859|iso2022|koi8|mac|euc|shift_jis|big5|gb|hz|johab|ptcp).{0,20}")
"""Encodings of documents; Python knows others that do more than name characters."""
_DAMAGE = 20
"""At most one of so many characters beyond ASCII may be unreadable."""
_NO_TEXT = Unreadable("this is no text", "bring in txt, md, html, pdf or docx")


class Decoded(NamedTuple):
    """A text, the encoding it was in, and what is to be told about it."""

    text: str
    encoding: str
    losses: tuple[str, ...] = ()


def decode(data: bytes, *, html: bool = False) -> Decoded:
    """Return the text of some bytes.

    Raises:
        Unreadable: they are no text, or in no encoding that is known.
    """
    for mark, name in _BOMS:
        if data.startswith(mark):
            return _marked(data[len(mark) :], name)
    if b"\0" in data:
        return _wide(data)
    if b"\x1b$" in data and (japanese := _tolerant(data, "iso2022_jp")):
        return japanese
    return _tolerant(data, "utf-8") or (_declared(data) if html else None) or _guessed(data)


def _marked(data: bytes, name: str) -> Decoded:
    found = _tolerant(data, name)
    if found is None:
        raise Unreadable(f"it is not {name}, which its byte order mark promises", "save it as UTF-8")
    return found


def _tolerant(data: bytes, name: str) -> Decoded | None:
    """Decode bytes in which next to none may be unreadable, or not at all."""
    try:
        return Decoded(data.decode(name), name)
    except UnicodeDecodeError:
        text = data.decode(name, "replace")
    broken = [n for n, line in enumerate(text.split("\n"), 1) if "\ufffd" in line]
    count = text.count("\ufffd")
    if count * _DAMAGE > len(text) - len(text.encode("ascii", "ignore")):
        return None
    lines = ", ".join(map(str, broken[:10])) + (" …" if len(broken) > 10 else "")
    return Decoded(text, name, (f"{counted(count, 'piece')} not {name} stand as U+FFFD, line {lines}",))


def _declared(data: bytes) -> Decoded | None:
    match = _DECLARED.search(data[:4096])
    try:
        name = codecs.lookup((match[1] or match[2]).decode()).name if match else ""
    except LookupError:
        return None
    name = _MEANT.get(name, name)
    return _tolerant(data, name) if _CHARACTERS.fullmatch(name) else None


def _wide(data: bytes) -> Decoded:
    """UTF-16 without a mark: the byte order in which spaces and line ends appear, and no NUL."""
    start = data[: min(len(data), 65_536) // 2 * 2]
    for name in ("utf-16-le", "utf-16-be"):
        text = start.decode(name, "replace")
        plain = sum(map(text.count, " \n,.0123456789")) + len(text) // 500
        likely = plain * 50 > len(text) and "\0" not in text and text.count("\ufffd") <= 1
        if likely and (whole := _tolerant(data, name)):
            return whole._replace(losses=(*whole.losses, f"no mark says so, but it reads as {name}"))
    raise _NO_TEXT


def _guessed(data: bytes) -> Decoded:
    for name, sure in likeliest(data):
        try:
            text = data.decode(name)
        except UnicodeDecodeError:
            continue
        name = codecs.lookup(name).name
        doubt = "check letters beyond a to z" if sure else "it fits badly: check every letter beyond a to z"
        return Decoded(text, name, (f"its encoding is not declared; read as {name}: {doubt}",))
    raise Unreadable("its encoding cannot be told", "save it as UTF-8")
