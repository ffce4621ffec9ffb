"""Footnotes of a draft that is written like the memo."""

from briefing.check.audit import audit
from briefing.check.draft import check
from briefing.check.footnotes import footnotes, with_faults, without_remarks
from briefing.memo.markdown import render
from briefing.memo.outline import outline
from briefing.store.dossier import open_dossier

NOTE = "[^1]: Gazette, 4 May 1931, *The mole*, a, line 2: “lamp was lit”.\n"
LAMP = "The lamp was lit in May."


def faults(mole, text):
    dossier = open_dossier(mole)
    statements = check(without_remarks(text), dossier)
    found = footnotes(text, statements, dossier)
    return [(item.code, text[item.start : item.end]) for item in found], with_faults(text, statements, found)


def codes(mole, text):
    return [code for code, _ in faults(mole, text)[0]]


def reason(mole, note):
    (told,) = [item.reason for item in faults(mole, f"{LAMP}[^1]\n\n{note}\n")[1] if item.text == note]
    return told


def test_a_draft_without_footnotes_needs_none(mole):
    assert codes(mole, LAMP) == []


def test_the_memo_itself_is_sound(mole):
    dossier = open_dossier(mole)
    found, told = faults(mole, render(outline(dossier, anchors=audit(dossier).anchors)))
    assert found == []
    assert not [item for item in told if item.verdict == "contradicted"]


def test_a_statement_without_a_footnote(mole):
    text = f"{LAMP}[^1]\n\n- {LAMP}\n\n{NOTE}"
    found, told = faults(mole, text)
    assert found == [("no-footnote", LAMP)]
    assert [(item.verdict, item.reason) for item in told[1:]] == [("unverified", "this statement has no footnote")]


def test_one_footnote_at_its_end_serves_a_paragraph(mole):
    assert codes(mole, f"{LAMP} {LAMP}[^1]\n\n{NOTE}") == []


def test_a_rating_ends_what_a_footnote_serves(mole):
    assert codes(mole, f"- {LAMP} ●●○○○ low. Context.[^1]\n\n{NOTE}") == ["no-footnote"]
    assert codes(mole, f"- {LAMP}[^1] ●●○○○ low. Context.[^1]\n\n{NOTE}") == []


def test_a_mark_that_is_not_defined(mole):
    found, told = faults(mole, f"{LAMP}[^1][^2]\n\n{NOTE}")
    assert found == [("undefined-footnote", "[^2]")]
    assert told[0].verdict == "unverified"
    assert told[0].reason == "the footnote [^2] is not defined"


def test_a_contradiction_stays_one(mole):
    _, told = faults(mole, f"The lamp was lit in June.\n\n{LAMP}[^1]\n\n{NOTE}")
    assert told[0].verdict == "contradicted"
    assert told[0].reason.endswith("; this statement has no footnote")


def test_a_definition_that_nothing_refers_to(mole):
    assert codes(mole, f"{LAMP}[^1]\n\n{NOTE}{NOTE.replace('^1', '^2')}") == ["unused-footnote"]


def test_definitions_that_lead_nowhere(mole):
    assert "names no source and line" in reason(mole, "[^1]: Somebody, somewhere.")
    assert "has no source z" in reason(mole, "[^1]: z, line 2: “lamp was lit”.")
    assert "has lines 1 to 4" in reason(mole, "[^1]: a, line 20: “lamp was lit”.")
    assert "stands at a:2, not at 1" in reason(mole, "[^1]: a, line 1: “lamp was lit”.")
    assert "does not stand at a:1" in reason(mole, "[^1]: a, line 1: “will be 1,300 metres long”.")


def test_two_faults_of_one_definition_are_one_statement(mole):
    _, told = faults(mole, f"{LAMP}[^1]\n\n{NOTE}[^2]: nowhere\n")
    assert [item.reason.count(";") for item in told if item.verdict == "unverified"] == [1]


def test_forms_that_lead_somewhere(mole):
    for note in ("[^1]: a:2", "[^1]: *The mole*, a, p. 3, lines 1–2: “mole will be”.", r"[^1]: line 3, 4, a, line 2."):
        assert codes(mole, f"{LAMP}[^1]\n\n{note}\n") == [], note


def test_what_the_memo_says_of_itself_is_not_checked(mole):
    text = f"**Question.** Why?\n\n- {LAMP}[^1] ●●○○○ low. See D1, D2.\n\n## Method\n\nBananas ripen.\n\n{NOTE}"
    _, told = faults(mole, text)
    assert [item.text for item in told] == ["Why?", LAMP]
    assert without_remarks(text).count("\n") == text.count("\n")
    assert len(without_remarks(text)) == len(text)
    assert [item.verdict for item in faults(mole, "## Method\n\nBananas ripen.\n")[1]][-1] == "unverified"
