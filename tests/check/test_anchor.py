"""Anchoring: the six answers, and the laws behind them. The texts are invented."""

import re
import time

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from briefing.check.anchor import locate, stands_once
from briefing.text import seal
from briefing.text.document import Document
from briefing.text.folding import fold
from briefing.text.wording import TOKEN, keys, spoken

TEXT = """The ferry Aurora can carry 1.2 million passengers a year.
It was built in 1987 for 41 million crowns,
and the port may not refuse it.

Harbour dues are paid in advance.
The town keeps 30 percent of them, the island the rest.
Harbour dues are paid in advance.
"""
FERRY = Document(TEXT, "ferry")


def status(quote, text=TEXT, **known):
    return locate(Document(text), quote, **known).status


def test_exact_gives_lines_span_and_columns():
    anchor = locate(FERRY, "for 41 million crowns", near=(2, 2))
    assert (anchor.status, anchor.lines, anchor.columns, anchor.score) == ("exact", (2, 2), (21, 42), 1.0)
    assert anchor.span is not None
    assert TEXT[slice(*anchor.span)] == "for 41 million crowns"


def test_a_quote_may_run_over_line_ends_and_be_spaced_otherwise():
    anchor = locate(FERRY, " 41  million crowns,\tand the port ", near=(2, 3))
    assert (anchor.status, anchor.lines, anchor.columns) == ("exact", (2, 3), (25, 12))
    assert status("crowns, and", TEXT.replace("\n", "\r\n"), near=(2, 3)) == "exact"
    assert locate(FERRY, "41 million crowns, and the port", near=(2, 2)).status == "moved"


def test_without_lines_a_single_find_is_exact_and_several_are_ambiguous():
    assert locate(FERRY, "30 percent").status == "exact"
    anchor = locate(FERRY, "Harbour dues are paid")
    assert (anchor.status, anchor.lines) == ("ambiguous", (5, 5))


def test_elsewhere_it_has_moved_to_the_nearest_place():
    anchor = locate(FERRY, "30 percent", near=(1, 1))
    assert (anchor.status, anchor.lines, anchor.changes) == ("moved", (6, 6), ())
    assert locate(FERRY, "Harbour dues", near=(1, 2)).lines == (5, 5)
    assert locate(FERRY, "Harbour dues", near=(6, 6)).status == "ambiguous"
    assert locate(FERRY, "Harbour dues", near=(7, 7)).status == "exact"


def test_context_chooses_between_equal_places():
    quote = "Harbour dues are paid in advance."
    assert locate(FERRY, quote, before="the island the rest.").lines == (7, 7)
    assert locate(FERRY, quote, after="The town keeps 30 percent").lines == (5, 5)
    assert locate(FERRY, "Harbour dues", near=(4, 8), before="quay", after="quay").status == "exact"
    moved = locate(FERRY, quote, near=(5, 5), before="of them, the island the rest.\n")
    assert (moved.status, moved.lines) == ("moved", (7, 7))


@pytest.mark.parametrize("near", [(99, 99), (0, 0), (3, 1), (-1, 5)])
def test_lines_that_are_not_there_are_only_a_hint(near):
    assert locate(FERRY, "30 percent", near=near).status == "moved"


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("some 12 million tons", "2 million tons"),
        ("some 1.2 million tons", "2 million tons"),
        ("some 2,500 million tons", "500 million tons"),
        ("some 12\u00a0500 tons", "500 tons"),
        ("it weighs 12.5 in all", "it weighs 12"),
        ("a fall of −5 percent", "5 percent"),
        ("they can't agree to it", "they can"),
        ("a non-binding promise", "binding promise"),
        ("the cafe\u0301 is open", "the cafe"),
        ("an unfriendly offer", "friendly offer"),
    ],
)
def test_whole_tokens_do_not_match_inside_longer_ones(text, quote):
    anchor = locate(Document(text), quote, near=(1, 1))
    assert anchor.status in ("altered", "missing")
    assert anchor.status == "missing" or any(change.critical for change in anchor.changes)


def test_tokens_end_where_a_reader_ends_them():
    assert status("Norway", "Norway's fleet", near=(1, 1)) == "exact"
    assert status("Danish ferry", "the Swedish-Danish ferry", near=(1, 1)) == "exact"
    assert status("only", "it is _only_ a ferry", near=(1, 1)) == "exact"
    assert status("海上", "我在海上看船", near=(1, 1)) == "exact"
    assert status("in 1987", "built in 1987.", near=(1, 1)) == "exact"


@pytest.mark.parametrize(
    ("new", "kind", "change"),
    [
        ("for 14 million crowns", "number", ("41", "14")),
        ("for 41 billion crowns", "number", ("million", "billion")),
        ("for €41 million", "number", ("crowns", "€")),
    ],
)
def test_altered_tells_what_changed(new, kind, change):
    anchor = locate(
        Document(TEXT.replace("for 41 million crowns", new)), "built in 1987 for 41 million crowns", near=(2, 2)
    )
    assert (anchor.status, anchor.lines) == ("altered", (2, 2))
    assert {item.kind for item in anchor.changes if item.critical} >= {kind}
    assert any(part in item.old + item.new for item in anchor.changes for part in change)


def test_a_dropped_negation_is_critical_and_has_its_place():
    anchor = locate(Document(TEXT.replace("may not", "may")), "the port may not refuse it", near=(3, 3))
    assert (anchor.status, anchor.lines, anchor.columns) == ("altered", (3, 3), (4, 26))
    assert [(item.old, item.new, item.critical, item.kind) for item in anchor.changes] == [
        ("not", "", True, "negation")
    ]


def test_typography_alone_is_altered_and_not_critical():
    text = "“The dues – they’re due” was the har-\nbour master’s ﬁnal word…"
    quote = "\"The dues - they're due\" was the harbour master's final word..."
    anchor = locate(Document(text), quote, near=(1, 2))
    assert anchor.status == "altered"
    assert anchor.changes
    assert not any(change.critical for change in anchor.changes)
    assert 0.8 < anchor.score < 1.0


def test_a_revised_sentence_is_found_by_its_words_and_its_context():
    text = TEXT.replace(
        "The town keeps 30 percent of them, the island the rest.", "Of them the town retains 30 percent."
    )
    anchor = locate(
        Document(text),
        "The town keeps 30 percent of them",
        near=(6, 6),
        before="in advance.\n",
        after="\nHarbour dues are",
    )
    assert (anchor.status, anchor.lines) == ("altered", (6, 6))


@pytest.mark.parametrize("quote", ["", " \n", "The bridge was never opened to lorries", "…", "!?", "zeppelin"])
def test_missing_has_no_place(quote):
    for known in ({}, {"near": (1, 1)}, {"before": "a year", "after": "It was"}):
        anchor = locate(FERRY, quote, **known)
        assert (anchor.status, anchor.lines, anchor.span, anchor.columns, anchor.score) == (
            "missing",
            None,
            None,
            None,
            0.0,
        )


def test_a_look_alike_elsewhere_is_not_taken_for_the_quote():
    text = "The mayor opened the new fish market.\nThe guard closed the old fish market in spring.\n"
    assert status("The minister will sell the old town hall in autumn", text, near=(2, 2)) == "missing"


def test_with_lines_alone_what_resembles_the_quote_counts_for_less_in_another_part():
    """The same words: a revision where the quote stood, a look-alike at the other end of the document."""
    quote = "The harbour board will hear the pilots of the north channel in the first week of March"
    text = "Fish is sold on the quay from six.\n" * 100 + (
        "Each year the harbour board hears all pilots of the south channel in the last week of March.\n"
    )
    assert status(quote, text, near=(97, 97)) == "altered"
    assert status(quote, text, near=(4, 4)) == "missing"


@pytest.mark.parametrize("space", [" ", "\n", "\u00a0", "\u2009", "\u202f"])
def test_a_number_may_be_grouped_by_any_space(space):
    text = f"The yard launched hulls of 12{space}500 and 7{space}800 tons in all that year."
    anchor = locate(Document(text), "launched hulls of 12 500 and 7 900 tons in all", near=(1, 1))
    assert [(item.old, fold(item.new), item.kind) for item in anchor.changes if item.critical] == [
        ("7 900", "7 800", "number")
    ]
    assert status("launched hulls of 12 500 and 7 800 tons", text, near=(1, 3)) == "exact"


def test_only_groups_of_three_digits_are_one_number():
    assert keys("in 2020 300 men, 5 1234, 1 200,50 and 1\u00a0000\u202f000 of 12 500th") == [
        *("in", "2020", "300", "men", ",", "5", "1234", ",", "1 200,50", "and", "1 000 000", "of", "12", "500th")
    ]


def test_a_quote_stands_once_or_not():
    assert stands_once(FERRY, "The town  keeps 30\npercent")
    assert [stands_once(FERRY, quote) for quote in ("Harbour dues", "the bridge", "", "ferry Auro")] == [False] * 4


def sealed(quote, text=TEXT):
    span = locate(Document(text), quote).span
    assert span is not None
    return seal.make(Document(text), text.encode(), [span]).document("ferry")


def test_in_a_sealed_source_the_disclosed_words_are_found():
    document = sealed("30 percent of them")
    anchor = locate(document, "30 percent of them", near=(6, 6))
    assert (anchor.status, anchor.lines) == ("sealed", (6, 6))
    assert locate(document, "30 percent", near=(6, 6)).status == "sealed"
    assert locate(document, "30 percent of them", near=(5, 5)).status == "moved"
    assert locate(document, "30 percent of them, the island", near=(6, 6)).status == "missing"
    assert locate(document, "The town keeps 30 percent", near=(6, 6)).status == "missing"
    assert locate(document, "▒▒▒ ▒▒▒", near=(6, 6)).status == "missing"


def test_a_changed_figure_is_seen_against_the_seal():
    anchor = locate(sealed("30 percent of them"), "80 percent of them", near=(6, 6))
    assert anchor.status == "altered"
    assert [(change.old, change.new) for change in anchor.changes if change.critical] == [("80", "30")]


WORDS = [
    "tide",
    "Aurora",
    "12",
    "1.2",
    "3,500",
    "not",
    "may",
    "can't",
    "it's",
    "US-led",
    "5%",
    "(sic)",
    "é",
    "e\u0301",
    "海",
    "…",
    "“no”",
    "−4",
    "x.",
]
PROSE = st.lists(
    st.tuples(st.sampled_from(WORDS), st.sampled_from([" ", " ", "\n", "  ", " \r\n"])), min_size=1, max_size=40
).map(lambda parts: "".join(word + gap for word, gap in parts))


@given(text=PROSE, data=st.data())
def test_every_slice_between_tokens_is_exact_at_its_lines(text, data):
    document = Document(text)
    spans = [match.span() for match in TOKEN.finditer(text)]
    first = data.draw(st.integers(0, len(spans) - 1))
    last = data.draw(st.integers(first, min(first + 12, len(spans) - 1)))
    start, end = spans[first][0], spans[last][1]
    anchor = locate(document, text[start:end], near=document.lines_of(start, end))
    assert anchor.status == "exact"
    assert anchor.span is not None
    assert " ".join(text[slice(*anchor.span)].split()) == " ".join(text[start:end].split())


def said(text):
    return " ".join(key for key in keys(text) if spoken(key))


@given(text=PROSE, data=st.data())
def test_a_changed_digit_is_never_passed_over(text, data):
    digits = [match.start() for match in re.finditer(r"[0-9]", text)]
    assume(digits)
    at = data.draw(st.sampled_from(digits))
    spans = [match.span() for match in TOKEN.finditer(text)]
    n = next(n for n, (start, end) in enumerate(spans) if start <= at < end)
    start, end = spans[max(0, n - 3)][0], spans[min(len(spans) - 1, n + 3)][1]
    changed = text[:at] + str((int(text[at]) + 1) % 10) + text[at + 1 :]
    quote = text[start:end]
    assume(f" {said(quote)} " not in f" {said(changed)} ")
    document = Document(changed)
    for near in (None, document.lines_of(start, end)):
        anchor = locate(document, quote, near=near)
        assert anchor.status in ("altered", "ambiguous", "missing")
        assert anchor.status == "missing" or any(change.critical for change in anchor.changes)


@given(text=st.text(max_size=60), quote=st.text(max_size=20), near=st.tuples(st.integers(-1, 4), st.integers(-1, 4)))
@example(text="a", quote="a", near=(1, 1))
def test_any_text_has_an_answer_whose_parts_agree(text, quote, near):
    document = Document(text)
    for known in ({}, {"near": near}, {"near": near, "before": text[:9], "after": quote}):
        anchor = locate(document, quote, **known)
        assert (anchor.span is None) == (anchor.status == "missing")
        if anchor.span is not None and anchor.lines is not None and anchor.columns is not None:
            start, end = anchor.span
            assert anchor.lines == document.lines_of(start, end)
            assert document.position(start) == (anchor.lines[0], anchor.columns[0])
            assert document.position(end - 1) == (anchor.lines[1], anchor.columns[1] - 1)
        if anchor.status == "altered":
            assert anchor.changes


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("a" * 200_000, "a" * 50),
        ("a " * 100_000, "a a a a b"),
        ("a " * 100_000, "a " * 4_000 + "b"),
        ("." * 200_000, "x " + "." * 300),
        ("1." * 100_000, "1.1.1.1.2"),
        ("a\u0301" * 100_000, "a b c"),
        ("ab cd " * 30_000, "ab ab cd cd ab x"),
        ("The tide of day 17 is low.\n" * 8_000, "The tide of day 18 is low and the moon is full."),
    ],
    ids=["run", "words", "long quote", "marks", "points", "accents", "pairs", "lines"],
)
def test_hostile_text_takes_no_longer_than_any_other(text, quote):
    started = time.perf_counter()
    locate(Document(text), quote, near=(1, 1), before="a a a", after="b b")
    assert time.perf_counter() - started < 5


def test_a_missing_quote_costs_time_in_proportion_to_the_document():
    words = [f"word{n * n % 7919}" for n in range(60_000)]
    spent = []
    for share in (4, 1):
        document = Document("\n".join(" ".join(words[n : n + 12]) for n in range(0, len(words) // share, 12)))
        started = time.perf_counter()
        assert locate(document, "a ferry that nobody has ever seen", near=(1, 1)).status == "missing"
        spent.append(time.perf_counter() - started)
    assert spent[1] < 1.5
    assert spent[1] < 12 * spent[0] + 0.1
