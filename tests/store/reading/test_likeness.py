"""Near-copies are found among many texts, and others are not."""

import random

from briefing.store.reading.likeness import Likeness

WORDS = [f"w{n}" for n in range(3000)]


def article(seed: int, length: int = 400) -> str:
    return " ".join(random.Random(seed).choices(WORDS, k=length))


def known(texts: dict[str, str]) -> Likeness:
    found = Likeness(texts.__getitem__)
    for id, text in texts.items():
        found.add(id, text)
    return found


def test_a_copy_with_a_few_changes_is_near():
    texts = {str(n): article(n) for n in range(200)}
    changed = texts["7"].split()
    for at in (20, 120, 220, 320):
        changed[at] = "other"
    id, share = known(texts).near(" ".join(changed)) or ("", 0)
    assert id == "7"
    assert 0.8 <= share <= 1


def test_a_shorter_text_within_a_longer_one_is_near():
    texts = {"long": article(1, 2000), "else": article(2, 2000)}
    excerpt = " ".join(texts["long"].split()[500:800])
    assert known(texts).near(excerpt) == ("long", 1.0)


def test_texts_that_share_a_passage_are_not_near():
    texts = {"a": article(1) + " " + article(9, 100)}
    assert known(texts).near(article(2) + " " + article(9, 100)) is None
    assert known(texts).near("") is None
