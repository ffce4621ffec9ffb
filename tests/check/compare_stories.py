"""Invented stories told by several documents, with what was planted in them.

A plant says where two documents disagree: the words stand inside two sides of the candidate that must be found.
Whatever else is proposed as real is a false alarm, for nothing else in a story disagrees.
"""

from dataclasses import dataclass
from pathlib import Path

import tomli

from briefing.model.dossier import Dossier
from briefing.model.results import Candidate, CandidateSide

FOLDER = Path(__file__).parent.parent / "data" / "stories"
NAMES = tuple(sorted(folder.name for folder in FOLDER.iterdir()))


@dataclass(frozen=True)
class Plant:
    kind: str
    sides: tuple[tuple[str, str], tuple[str, str]]


@dataclass(frozen=True)
class Story:
    dossier: Dossier
    plants: tuple[Plant, ...]


def story(name: str) -> Story:
    folder = FOLDER / name
    told = tomli.loads((folder / "story.toml").read_text(encoding="utf-8"))
    texts = {path.stem: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))}
    plants = tuple(
        Plant(plant["kind"], tuple((side["source"], side["words"]) for side in plant["sides"]))
        for plant in told.get("plant", ())
    )
    return Story(Dossier.from_texts(texts, told["published"]), plants)


def covers(dossier: Dossier, side: CandidateSide, place: tuple[str, str]) -> bool:
    """Whether a side of a candidate overlaps the words of a plant."""
    source, words = place
    if side.source != source:
        return False
    document = dossier.documents[source]
    at = document.text.index(words)
    first = document.span((side.lines[0], side.lines[0]))[0] + side.columns[0]
    last = document.span((side.lines[1], side.lines[1]))[0] + side.columns[1]
    return at < last and first < at + len(words)


def holds(dossier: Dossier, candidate: Candidate, plant: Plant) -> bool:
    """Whether two sides of a candidate are the two sides of a plant."""
    one, two = plant.sides
    return any(
        covers(dossier, side, one)
        and any(covers(dossier, other, two) for other in candidate.sides if other is not side)
        for side in candidate.sides
    )
