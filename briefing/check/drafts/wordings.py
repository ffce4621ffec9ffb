"""The plain words of a draft: what repeats the dossier word for word, and what stands in another word's place."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.check.drafts.grounds import Ground, Grounds
from briefing.check.drafts.remark import Line, Remark


class Wordings:
    """How the sentences of a dossier are worded."""

    def __init__(self, grounds: Grounds) -> None:
        self._grounds = grounds
        self._texts: dict[str, Ground] = {}
        for ground in grounds.all:
            self._texts.setdefault(_key([word.low for word in ground.words]), ground)

    def repeated(self, line: Line) -> Ground | None:
        """Return the sentence that one of a draft repeats word for word."""
        return self._texts.get(_key([word.low for word in line.words])) if line.words else None

    def remarks(self, line: Line) -> Iterator[Remark]:
        """Yield the words that stand where the dossier has others."""
        return iter(())


def _key(words: list[str]) -> str:
    return " ".join(words)
