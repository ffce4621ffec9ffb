"""Bytes to text without ever replacing a character: that would alter evidence."""

from __future__ import annotations

import codecs
import re

from briefing.errors import Unreadable

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?([A-Za-z0-9_:.-]{2,40})""", re.IGNORECASE)
_LIKELY = [
    "cp1252", "cp1251", "cp1250", "cp1254", "cp1253", "cp1257", "koi8_r", "koi8_u",
    "shift_jis", "euc_jp", "gb18030", "big5", "euc_kr", "cp1255", "cp1256", "utf_16_le", "utf_16_be",
]  # fmt: skip


def decode(data: bytes, *, html: bool = False) -> tuple[str, str]:
    """Return the text of some bytes and the encoding they were in.

    Order mark, strict UTF-8, declared character set, then a guess among common encodings.

    Raises:
        Unreadable: they are no text in any of them.
    """
    for mark, name in _BOMS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], name), name
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        pass
    declared = _DECLARED.search(data[:4096]) if html else None
    if declared:
        try:
            return data.decode(declared[1].decode()), codecs.lookup(declared[1].decode()).name
        except (LookupError, UnicodeDecodeError):
            pass
    return _guessed(data)


def _strict(data: bytes, name: str) -> str:
    try:
        return data.decode(name)
    except UnicodeDecodeError as error:
        raise Unreadable(
            f"byte {error.start} is not {name}, which its order mark promises", "save it as UTF-8"
        ) from error


def _guessed(data: bytes) -> tuple[str, str]:
    from charset_normalizer import from_bytes

    if b"\0" in data[:4096] and data[:4096].count(b"\0") < len(data[:4096]) // 4:
        raise Unreadable("this is no text", "bring in txt, md, html, pdf or docx")
    best = from_bytes(data, cp_isolation=_LIKELY).best()
    if best is None:
        raise Unreadable("its encoding cannot be told", "save it as UTF-8")
    return data.decode(best.encoding), codecs.lookup(best.encoding).name
