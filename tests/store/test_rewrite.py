"""A change in a TOML text changes its own lines and no others."""

import copy

import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st

from briefing.store.layout import sections
from briefing.store.literal import literal, same
from briefing.store.rewrite import Rewriting

TEXT = '''# Facts about the harbour.

topic = "size"   # of things

# ---- The mole ----

# measured twice
[[card]]
id = "mole"
claim = "It is long."   # as planned
  kind='figure'
value = { amount = 1200, unit = "m" } # metres
note = """
# no comment
[[card]] is no header here """
lines = [
  1, # first
  2,
]

# from the plans
[[card.evidence]]
source = "a"
quote = "long"

[[card.evidence]]
source = "b"
quote = "so long"
# the end of b

[card.judgement]
confidence = "low"

# ---- The lamp ----

[[card]]
id = "lamp"
evidence = [ { source = "a" }, { source = "b" } ]
value.amount = 3
# the end
'''
COMMENTS = [line[line.index("#") :] for line in TEXT.split("\n") if "#" in line and not line.startswith("# no comment")]


def rewritten(text: str, change) -> str:
    old = tomli.loads(text)
    new = copy.deepcopy(old)
    change(new)
    rewriting = Rewriting(text)
    rewriting.change((), old, new)
    assert same(tomli.loads(rewriting.text()), new)
    return rewriting.text()


def diff(change) -> tuple[list[str], list[str]]:
    """Return the lines that went and those that came, in one stretch."""
    old, new = TEXT.split("\n"), rewritten(TEXT, change).split("\n")
    while old and new and old[0] == new[0]:
        del old[0], new[0]
    while old and new and old[-1] == new[-1]:
        old.pop(), new.pop()
    return old, new


def test_every_section_has_its_lines():
    found = {section.path: TEXT.split("\n")[section.start] for section in sections(TEXT)}
    assert list(found) == [
        (),
        ("card", 0),
        ("card", 0, "evidence", 0),
        ("card", 0, "evidence", 1),
        ("card", 0, "judgement"),
        ("card", 1),
    ]
    assert found["card", 0, "evidence", 1] == "[[card.evidence]]"


@pytest.mark.parametrize(
    ("path", "value", "line"),
    [
        (("card", 0, "claim"), 'He said "no".', 'claim = "He said \\"no\\"."   # as planned'),
        (("card", 0, "kind"), "date", '  kind="date"'),
        (("card", 0, "value", "amount"), 1_250_000, 'value = { amount = 1_250_000, unit = "m" } # metres'),
        (("card", 0, "evidence", 1, "quote"), "very long", 'quote = "very long"'),
        (("card", 0, "judgement", "confidence"), "high", 'confidence = "high"'),
        (("card", 1, "evidence", 1, "source"), "c", 'evidence = [ { source = "a" }, { source = "c" } ]'),
        (("card", 1, "value", "amount"), 4, "value.amount = 4"),
        (("topic",), "shape", 'topic = "shape"   # of things'),
    ],
)
def test_one_field_is_one_line(path, value, line):
    def change(tables):
        for key in path[:-1]:
            tables = tables[key]
        tables[path[-1]] = value

    gone, came = diff(change)
    assert (len(gone), came) == (1, [line])


def test_a_key_comes_and_goes_with_its_line():
    assert diff(lambda new: new["card"][0].update(subject="x")) == ([], ['subject = "x"'])
    assert diff(lambda new: new["card"][0].pop("claim")) == (['claim = "It is long."   # as planned'], [])
    _, came = diff(lambda new: new["card"][0]["value"].update(qualifier="about"))
    assert came == ['value = { amount = 1200, unit = "m", qualifier = "about" } # metres']
    _, came = diff(lambda new: new["card"][0]["value"].pop("amount"))
    assert came == ['value = { unit = "m" } # metres']
    _, came = diff(lambda new: new["card"][1]["evidence"].append({"source": "c"}))
    assert came == ['evidence = [ { source = "a" }, { source = "b" }, { source = "c" } ]']


def test_a_table_with_a_header_comes_and_goes_alone():
    gone, came = diff(lambda new: new["card"][0]["evidence"].append({"source": "c", "lines": [1, 2]}))
    assert gone == []
    assert [line for line in came if line] == ["[[card.evidence]]", 'source = "c"', "lines = [1, 2]"]
    gone, came = diff(lambda new: new["card"][0]["evidence"].pop(0))
    assert [line for line in gone if line] == [
        "# from the plans",
        "[[card.evidence]]",
        'source = "a"',
        'quote = "long"',
    ]
    gone, came = diff(lambda new: new["card"][0].pop("judgement"))
    assert ([line for line in gone if line], came) == (["[card.judgement]", 'confidence = "low"'], [])
    _, came = diff(lambda new: new["card"][1].update(judgement={"reason": "a\nb"}))
    assert [line for line in came if line] == ["[card.judgement]", 'reason = """', "a", 'b"""']
    gone, came = diff(lambda new: new["card"][0]["evidence"].insert(0, {"source": "c"}))
    assert (gone, [line for line in came if line]) == ([], ["[[card.evidence]]", 'source = "c"'])
    text = rewritten(TEXT, lambda new: new["card"].pop(0))
    assert text == TEXT[: TEXT.index("# measured")] + TEXT[TEXT.index("# ---- The lamp") :]
    text = rewritten(TEXT, lambda new: new["card"].insert(1, {"id": "quay", "evidence": [{"source": "q"}]}))
    assert text.replace('[[card]]\nid = "quay"\n\n[[card.evidence]]\nsource = "q"\n\n', "") == TEXT


def test_an_empty_text_grows():
    assert rewritten("", lambda new: new.update(topic="x", card=[{"id": "a"}])) == 'topic = "x"\n\n[[card]]\nid = "a"\n'


texts = st.text(st.characters(codec="utf-8"), max_size=8)
scalars = st.one_of(st.integers(), st.booleans(), st.floats(), texts, st.dates(), st.times(), st.datetimes())
values = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3), max_leaves=5
)


@given(values)
def test_a_literal_is_read_as_what_it_stands_for(value):
    assert same(tomli.loads(f"v = {literal(value)}")["v"], value)
    assert same(tomli.loads(f"v = {literal(value, lines=True)}\n")["v"], value)


def test_what_toml_has_no_word_for_is_refused():
    with pytest.raises(TypeError):
        literal({"a": None})


evidences = st.lists(
    st.fixed_dictionaries(
        {"source": st.sampled_from("abc")},
        optional={"quote": texts, "lines": st.lists(st.integers(1, 9), min_size=2, max_size=2)},
    ),
    min_size=1,
    max_size=4,
)
cards = st.fixed_dictionaries(
    {"id": st.sampled_from(["mole", "lamp", "quay"])},
    optional={
        "claim": texts,
        "note": texts,
        "key": st.booleans(),
        "value": st.dictionaries(st.sampled_from(["amount", "unit", "low"]), scalars, max_size=3),
        "evidence": evidences,
        "judgement": st.fixed_dictionaries({"reason": texts}),
    },
)


@given(st.lists(cards, min_size=1, max_size=3), st.lists(cards, min_size=1, max_size=3))
def test_any_cards_become_any_others(before, after):
    rewriting = Rewriting("# kept\n")
    rewriting.change((), {}, {"card": before})
    text = rewriting.text()
    assert same(tomli.loads(text), {"card": before})
    assert rewritten(text, lambda new: new.update(card=copy.deepcopy(after))).startswith("# kept\n")


@given(st.data())
def test_comments_that_belong_to_nothing_that_went_stay(data):
    def change(tables):
        for card in tables["card"]:
            card.update(
                {
                    key: value
                    for key, value in data.draw(cards).items()
                    if key not in ("id", "evidence", "judgement", "value")
                }
            )

    text = rewritten(TEXT, change)
    assert all(comment in text for comment in COMMENTS)
