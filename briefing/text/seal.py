"""Seals: prove that a quote stands in a document, and show nothing else of it.

Each line is cut into pieces. A leaf commits to a piece under a nonce that only a holder of the
document can compute; a root commits to all leaves. Disclosing a piece is giving its nonce.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from briefing.errors import SealRefused
from briefing.text.document import BLANK, Document

HEADER: Final = "briefing seal 1"
_KEY: Final = b"briefing seal v1"
_SIZE: Final = 16
_PIECE = re.compile(r"^\s+|\w+\s*|[^\w\s]\s*")

Where = tuple[int, int]
"""A piece: its line from 1, and its number in the line from 0."""


def pieces(line: str) -> list[str]:
    """Cut a line into pieces that joined give it again.

    A piece is a run of word characters or one other character, with the white space after it;
    white space at the start of a line is a piece of its own.
    """
    return _PIECE.findall(line)


@dataclass(frozen=True, slots=True)
class Disclosed:
    """The text of a piece and the nonce that proves it."""

    text: str
    nonce: bytes


@dataclass(frozen=True, slots=True)
class Seal:
    """Leaves of every piece of every line, and the pieces that quotes disclose."""

    leaves: tuple[tuple[bytes, ...], ...]
    disclosed: Mapping[Where, Disclosed]

    @property
    def root(self) -> str:
        """Hex SHA-256 over the number of lines, the pieces of each line and all leaves."""
        digest = hashlib.sha256(_KEY + len(self.leaves).to_bytes(8, "big"))
        for line in self.leaves:
            digest.update(len(line).to_bytes(8, "big"))
            digest.update(b"".join(line))
        return digest.hexdigest()

    def document(self, id: str = "") -> Document:
        """Return the sealed document: the disclosed words in place, blanks for the rest."""
        lines = (
            "".join(
                self.disclosed[number, piece].text if (number, piece) in self.disclosed else BLANK
                for piece in range(len(leaves))
            )
            for number, leaves in enumerate(self.leaves, 1)
        )
        return Document("".join(f"{line}\n" for line in lines), id, sealed=True)


def _key(original: bytes) -> bytes:
    return hmac.digest(original, _KEY, "sha256")


def _nonce(key: bytes, line: int, piece: int) -> bytes:
    return hmac.digest(key, line.to_bytes(8, "big") + piece.to_bytes(8, "big"), "sha256")[:_SIZE]


def _leaf(nonce: bytes, piece: str) -> bytes:
    return hashlib.sha256(nonce + piece.encode("utf-8", "surrogatepass")).digest()[:_SIZE]


def make(document: Document, original: bytes, spans: Iterable[tuple[int, int]] = ()) -> Seal:
    """Seal a document, disclosing the pieces that the offsets `spans` touch.

    `original` are the bytes the document was read from: they are the secret of all nonces.
    """
    key = _key(original)
    cut = [pieces(line) for line in document.lines]
    leaves = tuple(
        tuple(_leaf(_nonce(key, number, j), piece) for j, piece in enumerate(line))
        for number, line in enumerate(cut, 1)
    )
    disclosed: dict[Where, Disclosed] = {}
    for start, end in spans:
        first, last = document.lines_of(start, end)
        for number in range(first, last + 1):
            at = document.starts[number - 1]
            for j, piece in enumerate(cut[number - 1]):
                if at < end and at + len(piece.rstrip() or piece) > start:
                    disclosed[number, j] = Disclosed(piece, _nonce(key, number, j))
                at += len(piece)
    return Seal(leaves, dict(sorted(disclosed.items())))


def root_of(document: Document, original: bytes) -> str:
    """Return the root that a seal of this document has, whatever it discloses."""
    return make(document, original).root


def dumps(seal: Seal) -> str:
    """Return a seal as text: the leaves of each line on a line, then what is disclosed."""
    out = [HEADER, f"lines {len(seal.leaves)}"]
    out += [f"{len(line)} {base64.b64encode(b''.join(line)).decode()}".rstrip() for line in seal.leaves]
    out.append(f"disclosed {len(seal.disclosed)}")
    out += [
        f"{line} {piece} {shown.nonce.hex()} {json.dumps(shown.text, ensure_ascii=False)}"
        for (line, piece), shown in seal.disclosed.items()
    ]
    return "\n".join(out) + "\n"


def loads(text: str, root: str) -> Seal:
    """Read a seal and check each disclosed piece against its leaf and the leaves against `root`.

    Raises:
        SealRefused: it cannot be read or does not check; `line` says where.
    """
    lines = text.split("\n")
    if lines[0] != HEADER:
        raise SealRefused(f"this is no seal: it does not begin with “{HEADER}”", _AGAIN, 1)
    count = _counted(lines, 1, "lines")
    leaves = tuple(_read_leaves(lines, 2 + n) for n in range(count))
    at = 2 + count
    end = at + 1 + _counted(lines, at, "disclosed")
    if lines[end:] != [""]:
        raise SealRefused("the seal should end here", _AGAIN, end + 1)
    disclosed: dict[Where, Disclosed] = {}
    for n in range(at + 1, end):
        where, shown = _read_disclosed(lines, n)
        line, piece = where
        if not (1 <= line <= count and 0 <= piece < len(leaves[line - 1])):
            raise SealRefused(
                f"it discloses piece {piece} of line {line}, which the document does not have", _AGAIN, n + 1
            )
        if _leaf(shown.nonce, shown.text) != leaves[line - 1][piece]:
            raise SealRefused(f"the word disclosed at line {line} is not the one that was sealed", _AGAIN, n + 1)
        if "\n" in shown.text or pieces(shown.text) != [shown.text]:
            raise SealRefused(f"what it discloses at line {line} is more than one piece", _AGAIN, n + 1)
        disclosed[where] = shown
    seal = Seal(leaves, disclosed)
    if not hmac.compare_digest(seal.root, root.casefold()):
        raise SealRefused("its leaves do not give the root that seeds/sources.toml names", _AGAIN, 1)
    return seal


_AGAIN: Final = "take the seal from where you had it, or make it again with `briefing seal` and the original"


def _counted(lines: list[str], at: int, word: str) -> int:
    match = re.fullmatch(rf"{word} ([0-9]{{1,8}})", lines[at]) if at < len(lines) else None
    if match is None or at + int(match[1]) >= len(lines):
        raise SealRefused(f"“{word} N” is expected here, and N lines after it", _AGAIN, at + 1)
    return int(match[1])


def _read_leaves(lines: list[str], at: int) -> tuple[bytes, ...]:
    number, _, packed = lines[at].partition(" ")
    try:
        raw = base64.b64decode(packed, validate=True)
    except (binascii.Error, ValueError):
        raw = b"?"
    if not re.fullmatch(r"[0-9]{1,8}", number) or len(raw) != int(number) * _SIZE:
        raise SealRefused("a number of pieces and their leaves are expected here", _AGAIN, at + 1)
    return tuple(raw[n : n + _SIZE] for n in range(0, len(raw), _SIZE))


def _read_disclosed(lines: list[str], at: int) -> tuple[Where, Disclosed]:
    match = re.fullmatch(r"([0-9]{1,8}) ([0-9]{1,8}) ([0-9a-f]{32}) (\".*\")", lines[at])
    try:
        text = json.loads(match[4]) if match else None
    except (ValueError, RecursionError):
        text = None
    if match is None or not isinstance(text, str):
        raise SealRefused("a line, a piece, its nonce and its text are expected here", _AGAIN, at + 1)
    return (int(match[1]), int(match[2])), Disclosed(text, bytes.fromhex(match[3]))
