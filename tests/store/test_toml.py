"""Every key has its line and column, and every bad file says where it is bad."""

import tomli
import tomlkit
from hypothesis import given
from hypothesis import strategies as st

from briefing.errors import Problem
from briefing.store.toml import Positions, parse

TEXT = b'''# a comment = [1]
title = "x # no comment"
[a.b]
"c d" = { e = 1, f = [ "]", """
two""" ] }
[[card]]
id = 'one'
  lines = [12,
    # here
    13 ]
[[card.evidence]]
quote = "a"
[[card]]
id.deep = 2025-10-22
[[card.evidence]]
[[card.evidence]]
quote = "b"
'''


def test_keys_entries_and_tables_have_their_place():
    where = Positions(TEXT)
    assert where(("title",)) == (2, 1)
    assert where(("a", "b", "c d", "f")) == (4, 18)
    assert where(("a", "b", "c d", "f", 1)) == (4, 29)
    assert where(("card", 0)) == (6, 1)
    assert where(("card", 0, "lines", 1)) == (10, 5)
    assert where(("card", 0, "evidence", 0, "quote")) == (12, 1)
    assert where(("card", 1, "id", "deep")) == (14, 1)
    assert where(("card", 1, "evidence", 1, "quote")) == (17, 1)
    assert where(("card", 1, "evidence", 1, "missing")) == (16, 1)
    assert where(("nothing",)) == (1, 1)


def problem(data: bytes) -> tuple[str, int, int]:
    found = parse(data, "facts/x.toml")
    assert isinstance(found, Problem)
    assert found.hint
    return found.code, found.line, found.column


def test_bad_bytes_say_line_and_column():
    assert problem(b"a = 1\nb = \n") == ("toml", 2, 5)
    assert problem(b'a = 1\nb = "\xff"\n') == ("encoding", 2, 6)
    assert problem(b"a = 1\nb = '" + b"x" * 200_000 + b"'\n")[:2] == ("too-long", 2)
    assert problem(b"a." * 40_000 + b"a = 1\n")[0] == "too-deep"
    assert problem(b"a = " + b"[" * 90_000 + b"\n")[0] == "toml"
    assert parse(b"\xef\xbb\xbfa = 1\n", "x") == {"a": 1}
    assert parse(b'a = "' + b"e.g. " * 100 + b'"\n', "x") == {"a": "e.g. " * 100}


KEYS = st.text(alphabet="ab-_ .#[]{}=\"'\\", min_size=1, max_size=4)
LEAVES = st.one_of(st.integers(-(2**40), 2**40), st.booleans(), st.text(max_size=12), st.dates())
VALUES = st.recursive(
    LEAVES, lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(KEYS, inner, max_size=3)), max_leaves=8
)


def paths(value, path=()):
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in items:
        yield (*path, key), isinstance(value, dict)
        yield from paths(inner, (*path, key))


@given(st.dictionaries(KEYS, VALUES, max_size=4))
def test_every_key_of_any_toml_is_found_where_it_stands(table):
    text = tomlkit.dumps(table)
    if "\x00" in text:
        return
    where = Positions(text.encode())
    lines = text.split("\n")
    for path, is_key in paths(tomli.loads(text)):
        line, column = where(path)
        rest = lines[line - 1][column - 1 :].lstrip("[ ")
        if is_key:
            assert rest.startswith((str(path[-1]), '"', "'")) or tomlkit.key(path[-1]).as_string() in lines[line - 1]
