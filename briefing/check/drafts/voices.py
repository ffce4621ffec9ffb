"""Who says so: a draft that names somebody of whom the dossier does not have it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from briefing.check.drafts.grounds import Ground, Grounds
from briefing.check.drafts.namings import Names
from briefing.check.drafts.remark import Line, Remark
from briefing.check.drafts.sayings import sayings
from briefing.model.dossier import Dossier
from briefing.text.names import Name, same_name

_SPOKEN: Final = 0.5
"""Share of what is said that a sentence of the dossier must hold to answer for who said it."""
_CLOSE: Final = 0.75
_SAME: Final = 0.5


class Voices:
    """Whom a dossier lets speak: the names in its sentences, and who published what they stand in."""

    def __init__(self, dossier: Dossier, grounds: Grounds, names: Names) -> None:
        self._names = names
        self._grounds = grounds
        self._documents = dossier.documents
        origins = {origin.id: origin.name for origin in dossier.origins}
        self._published = {
            source.id: " ".join((source.publisher, source.author, source.title, origins.get(source.origin, "")))
            for source in dossier.sources
        }

    def remarks(self, line: Line) -> Iterator[Remark]:
        """Yield who is said to say so, where the dossier has it of somebody else, or of nobody."""
        close = [ground for ground, score in line.aligned if score >= max(_SPOKEN, _CLOSE * line.best) and ground.own]
        if not close:
            return
        for start, end in sayings(line.text)[:1]:
            name = next((name for name in line.names if start <= name.start < end), None)
            if name is None or self._is_word(name) or any(self._speaks(name.text, ground) for ground in close):
                continue
            ground = next((ground for ground in close if _told(ground)), close[0])
            told = _told(ground)
            reason = f"draft: {name.text} says so; {ground.name}: {told or 'nobody is named'}"
            grave = bool(told) or all(map(self._read, close)) or self._names.knows(name.text, name.kind)
            yield Remark(name.start, name.end, "attribution", reason, ground, grave=grave, sure=bool(told))

    def _is_word(self, name: Name) -> bool:
        """Say whether a name is a plain word that only begins the sentence: the dossier has it in small letters."""
        low = f" {name.text.lower()} "
        return name.start == 0 and " " not in name.text and any(low in ground.text for ground in self._grounds.all)

    def _speaks(self, name: str, ground: Ground) -> bool:
        """Say whether a sentence, what it belongs to, or who published it bears a name."""
        if any(same_name(name, other.text) >= _SAME for other in ground.names):
            return True
        published = [self._published.get(place.source, "") for place in ground.located]
        return any(name in text for text in (ground.about, *published, *self._lines(ground)))

    def _lines(self, ground: Ground) -> list[str]:
        """Return the lines of the sources that a sentence rests on, as far as they can be read."""
        found = []
        for place in ground.located:
            document = self._documents.get(place.source)
            if document is not None and not document.sealed:
                found.append(document.text[slice(*document.span(place.lines))])
        return found

    def _read(self, ground: Ground) -> bool:
        return len(self._lines(ground)) == len(ground.located)


def _told(ground: Ground) -> str:
    return next((item.text for item in ground.stance.attributions if item.who != "unattributed"), "")
