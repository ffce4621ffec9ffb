"""How much of one text stands in another."""

import random

from hypothesis import given
from hypothesis import strategies as st

from briefing.text.reuse import reuse, shared_runs, stem, word_spans

PLAIN = "the old mill by the river was sold to a young baker who wanted to grind rye and spelt for the whole valley"
EDITED = "the old mill at the river was sold last week to a young baker who wants to grind rye and spelt for his valley"
OTHER = "nobody in the village could say why the church bell had rung three times during a night without any wind"
TEXTS = st.lists(st.sampled_from(["rye", "mill", "sold", "river", "baker", "the"]), max_size=40).map(" ".join)


def test_all_some_none():
    assert reuse(PLAIN, PLAIN) == 1.0
    assert reuse(PLAIN, f"{OTHER}. {PLAIN.upper()}!") == 1.0
    assert reuse(PLAIN, OTHER) == 0.0
    assert reuse("", PLAIN) == reuse("", "") == 0.0
    assert 0.3 < reuse(PLAIN, EDITED) < 1.0


def test_short_texts_count_too():
    assert reuse("the mill was sold", "they say the mill was sold again") == 1.0
    assert reuse("was sold to a young baker", PLAIN) == 1.0


def test_word_for_word_weighs_more_than_edited():
    assert reuse(PLAIN, PLAIN) > reuse(PLAIN, EDITED) > reuse(PLAIN, OTHER)


@given(TEXTS, TEXTS)
def test_symmetric_and_bounded(a, b):
    assert 0.0 <= reuse(a, b) <= 1.0
    assert len(a.split()) == len(b.split()) or reuse(a, b) == reuse(b, a)


def test_runs_have_exact_spans():
    b = f"{OTHER}. “{PLAIN.capitalize()}”"
    (run,) = shared_runs(f"So {PLAIN}, indeed", b)
    assert run.words == len(PLAIN.split())
    assert f"So {PLAIN}, indeed"[slice(*run.a)] == PLAIN
    assert b[slice(*run.b)] == PLAIN.capitalize()
    assert shared_runs(PLAIN, OTHER) == []
    assert shared_runs("one two three", "three one two", minimum=2)[0].words == 2


def test_words_and_stems():
    assert word_spans("Rye, it's 3 t.") == (["rye", "it's", "3", "t"], [(0, 3), (5, 9), (10, 11), (12, 13)])
    assert word_spans("水車 mill")[0] == ["水", "車", "mill"]
    assert stem("negotiations") == stem("negotiation")
    assert stem("mills") == "mill"
    assert stem("gas") == "gas"


def test_long_texts_take_linear_time():
    draw = random.Random(1)
    words = [f"w{draw.randrange(500)}" for _ in range(20_000)]
    assert reuse(" ".join(words), " ".join(words[5_000:])) == 1.0
    assert reuse("a b c " * 10_000, "a b c " * 10_000) == 1.0
