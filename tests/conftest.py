"""What many tests share: folders that hold a dossier, and the real originals where they are."""

import os
from pathlib import Path

import pytest

SOURCES = """
[[origin]]
id = "survey"
name = "Harbour survey of 1931"
kind = "survey"

[[source]]
id = "a"
title = "The mole"
publisher = "Gazette"
published = 1931-05-04
origin = "survey"
reliability = "B"
reason = "Saw the plans."

[[source]]
id = "b"
title = "Mole to be built"
publisher = "Courier"
origin = "survey"
derives_from = ["a"]
reliability = "C"

[[source]]
id = "c"
publisher = "Pilot's diary"
reliability = "B"
"""
A = "The mole will be 1,200 metres long.\nIts lamp was lit in May.\n\nThe harbour master did not agree.\n"
B = "A mole of 1,200 metres is planned.\nIts lamp was lit in May.\n"
C = "Paced it out today: about 1,150 metres, no more.\nThe lamp is still dark.\n"
CARDS = """topic = "size"

[[card]]
id = "mole-length"
claim = "The mole is 1,200 metres long."  # as planned
kind = "figure"
subject = "mole"
value = { amount = 1200, unit = "m" }
key = true

[[card.evidence]]
source = "a"
lines = [1, 1]
quote = "1,200 metres long"
stance = "supports"
directness = "named"

[[card.evidence]]
source = "b"
lines = [1, 1]
quote = "mole of 1,200 metres"
stance = "supports"
directness = "secondhand"

[[card.evidence]]
source = "c"
lines = [1, 1]
quote = "about 1,150 metres"
stance = "disputes"
directness = "primary"

[[card]]
id = "lamp-lit"
claim = "The lamp was lit in May."
kind = "event"
subject = "lamp"

[[card.evidence]]
source = "a"
lines = [2, 2]
quote = "lamp was lit"
stance = "supports"
directness = "unattributed"
"""
DISCREPANCIES = """
[[discrepancy]]
id = "length"
question = "How long is the mole?"
kind = "figure"
nature = "real"
severity = "high"
status = "open"
finding = "The pilot measured, the survey planned: 50 metres apart."
cards = ["mole-length"]
[[discrepancy.side]]
says = "1,200 metres"
value = { amount = 1200, unit = "m" }
passages = [ { source = "a", lines = [1, 1], quote = "1,200 metres long" } ]
[[discrepancy.side]]
says = "about 1,150 metres"
value = { amount = 1150, unit = "m", qualifier = "about" }
passages = [ { source = "c", lines = [1, 1], quote = "about 1,150 metres" } ]
"""
HEAD = """title = "The mole"
question = "How long is it?"
bottom_line = "About 1,200 metres, by plan."
as_of = 1931-06-01
topics = [ { id = "size", title = "Size" } ]
"""


def write(folder: Path, files: dict[str, str | bytes]) -> Path:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


@pytest.fixture
def mole(tmp_path: Path) -> Path:
    """A small whole dossier: three sources, two origins, two cards, one discrepancy."""
    return write(
        tmp_path / "mole",
        {
            "facts/dossier.toml": HEAD,
            "facts/size.toml": CARDS,
            "facts/discrepancies.toml": DISCREPANCIES,
            "seeds/sources.toml": SOURCES,
            "seeds/a.txt": A,
            "seeds/b.txt": B,
            "seeds/c.txt": C,
        },
    )


@pytest.fixture
def edit(mole: Path):
    """Replace some text in one file of the small dossier."""

    def replace(name: str, old: str, new: str) -> Path:
        text = (mole / name).read_text()
        assert old in text
        (mole / name).write_text(text.replace(old, new, 1))
        return mole

    return replace


@pytest.fixture
def originals() -> Path:
    """The folder with the real documents of the dossier that ships."""
    named = os.environ.get("BRIEFING_ORIGINALS")
    if not named:
        pytest.skip("BRIEFING_ORIGINALS does not name the folder of the five original documents")
    return Path(named)


@pytest.fixture(autouse=True)
def own_state(tmp_path_factory, monkeypatch):
    """No test reads or writes the state and settings of whoever runs it."""
    home = tmp_path_factory.mktemp("home")
    for name in ("XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(home / name))


@pytest.fixture
def sealed_only(monkeypatch):
    """As on a fresh clone: no originals are named."""
    monkeypatch.delenv("BRIEFING_ORIGINALS", raising=False)
