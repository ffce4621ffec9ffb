"""What can go wrong, as one small tree.

    BriefingError            anything the user can be told about; carries a hint
    ├── UsageError           the command was called wrongly
    ├── NotADossier          the folder holds no dossier
    ├── Unreadable           a file cannot be read, or must not be
    ├── Unwritable           a file cannot be written, or must not be
    ├── SealRefused          a seal, or a text beside it, does not check
    └── Conflict             the file on disk is no longer the one that was read

A fault inside one file of a dossier is no exception but a `Problem`: a value that is collected,
so that every other file still opens.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Level = Literal["error", "warning"]


class BriefingError(Exception):
    """Anything that a user can be told in one sentence, with a hint on what to do."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class UsageError(BriefingError):
    """The command was called wrongly."""


class NotADossier(BriefingError):
    """The folder holds no `facts/` and `seeds/`."""


class Unreadable(BriefingError):
    """A file cannot be read, or must not be: too large, no regular file, outside the dossier."""


class Unwritable(BriefingError):
    """A file cannot be written, or must not be; what stood there stands there still."""


class SealRefused(BriefingError):
    """A seal, or a text put beside it, does not check.

    `line` is the line of the seal file at fault, from 1.
    """

    def __init__(self, message: str, hint: str = "", line: int = 1) -> None:
        super().__init__(message, hint)
        self.line = line


class Conflict(BriefingError):
    """The file on disk is no longer the one that was read; nothing was written.

    `place` names what both sides changed, `mine` and `theirs` (on disk) are its values, as TOML
    gives them; None: not there.
    """

    def __init__(
        self, message: str, hint: str = "", *, place: str = "", mine: object = None, theirs: object = None
    ) -> None:
        super().__init__(message, hint)
        self.place = place
        self.mine = mine
        self.theirs = theirs


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One fault at one place of one file.

    `file` is relative to the dossier; `line` from 1; `column` from 1, as editors count.
    """

    file: str
    line: int = 1
    column: int = 1
    code: str
    message: str
    hint: str = ""
    level: Level = "error"
    card: str | None = None
    source: str | None = None
