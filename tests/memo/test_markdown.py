"""The memo: every statement has its footnotes, and nothing from a file becomes markup."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

from briefing.memo.markdown import escape, render
from briefing.memo.outline import Selection, letter, outline
from briefing.store.dossier import open_dossier
from briefing.text.visible import visible

HTML = MarkdownIt("gfm-like", {"linkify": False}).use(footnote_plugin)


@pytest.fixture
def memo(mole) -> str:
    return render(outline(open_dossier(mole)))


def test_same_input_same_bytes(mole, memo):
    assert render(outline(open_dossier(mole))) == memo


def test_sections_stand_in_reading_order(memo):
    assert re.findall("^## (.*)", memo, re.MULTILINE) == [
        "Bottom line",
        "Key judgements",
        "Facts",
        "Discrepancies",
        "Sources by origin",
        "Method",
    ]


def test_a_footnote_names_publisher_date_document_lines_and_quote(memo):
    assert "[^1]: Gazette, 4 May 1931, *The mole*, a, line 1: “1,200 metres long”." in memo
    assert "[^2]: Courier, undated, *Mole to be built*, b, line 1: “mole of 1,200 metres”." in memo


def test_every_statement_of_fact_carries_a_footnote(memo):
    for line in memo.split("\n"):
        if line.startswith("- The ") or re.match(r"\d+\. ", line):
            assert "[^" in line
    used = set(re.findall(r"\[\^(\d+)\](?!:)", memo))
    assert used == set(re.findall(r"^\[\^(\d+)\]:", memo, re.MULTILINE))


def test_confidence_dispute_and_discrepancy_stand_with_the_fact(memo):
    assert "- The mole is 1,200 metres long.[^1][^2] ●○○○○ very low. Disputed.[^3] See D1." in memo
    assert (
        "| D1 | How long is the mole? ≠ real, figure, open | **A** 1,200 metres[^1]; **B** about 1,150 metres[^3] |"
        in memo
    )


def test_a_quote_that_does_not_stand_there_is_marked(mole):
    from briefing.check.audit import audit

    (mole / "seeds" / "a.txt").write_text("The mole will be 1,300 metres long.\nIts lamp was lit in May.\n")
    dossier = open_dossier(mole)
    assert "(not verified: altered)" in render(outline(dossier, anchors=audit(dossier).anchors))


def test_what_is_left_out_is_left_out(mole):
    dossier = open_dossier(mole)
    assert "lamp was lit" not in render(outline(dossier, Selection(cards=frozenset({"lamp-lit"}))))
    assert "## Discrepancies" not in render(outline(dossier, Selection(discrepancies=frozenset({"length"}))))
    assert "## Facts" not in render(outline(dossier, Selection(topics=frozenset({"size"}))))


def test_github_renders_tables_and_footnotes(memo):
    html = HTML.render(memo)
    assert html.count("<table>") == 2
    assert html.count('class="footnote-item"') == 4
    assert "<td><strong>A</strong> 1,200 metres" in html


def test_sides_are_lettered():
    assert [letter(n) for n in (0, 1, 25, 26, 27)] == ["A", "B", "Z", "AA", "AB"]


HOSTILE = [
    "[bold] [/] [@click=app.quit]x[/]",
    "# no heading",
    "1. no list",
    "- no item",
    "> no quote",
    "<script>alert(1)</script>",
    "![no](javascript:image)",
    "[no](javascript:link)",
    "`no code`",
    "a|b|c",
    "*no* _emphasis_ ~~no~~",
    "[^1] no footnote",
    "&lt; stays",
    "---",
    "===",
    "$4 and $5",
    "back\\slash",
    "    no code block",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_text_from_a_file_is_shown_letter_for_letter(text):
    inner = HTML.render(escape(text))
    assert re.fullmatch(r"<p>[^<]*</p>\n", inner)
    shown = inner[3:-5].replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"').replace("&amp;", "&")
    assert shown == " ".join(text.split())


@given(st.text(max_size=60))
def test_any_text_is_one_paragraph_of_itself(text):
    folded = visible(" ".join(text.split()))
    inner = HTML.render(escape(text))
    if folded:
        shown = inner[3:-5].replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"').replace("&amp;", "&")
        assert inner.startswith("<p>") and inner.endswith("</p>\n") and "<" not in inner[3:-5]
        assert shown == folded
