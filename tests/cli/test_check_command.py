"""`briefing check` as a linter: what is listed, how it reads at 80 columns, and drafts of every kind."""

import io
import json
import re
import zipfile

import pytest

from briefing.check.draft import LONGEST
from briefing.cli import main
from briefing.cli.draft_report import tally

LAMP = "The lamp was lit in May."
BAD = "The lamp was lit in June."
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PARTS = {
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"'
    ' Target="word/document.xml"/></Relationships>',
}


@pytest.fixture
def call(mole, tmp_path, monkeypatch, capsys):
    """Check drafts that are given by name with what they hold; give exit code, output and talk."""
    monkeypatch.chdir(tmp_path)

    def run(drafts: dict[str, str | bytes], *options: str) -> tuple[int, str, str]:
        for name, held in drafts.items():
            (tmp_path / name).write_bytes(held if isinstance(held, bytes) else held.encode())
        return main(["check", "-d", str(mole), *options, *drafts]), *capsys.readouterr()

    return run


def heads(out: str) -> list[str]:
    return [line for line in out.splitlines() if line and not line.startswith(" ")]


def docx(*paragraphs: str) -> bytes:
    body = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in paragraphs)
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as file:
        for name, part in PARTS.items():
            file.writestr(name, part)
        file.writestr("word/document.xml", f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>')
    return held.getvalue()


def test_only_findings_are_listed_unless_all_are_wanted(call):
    draft = {"d.md": f"# The lamp\n\n{LAMP} {BAD} Who lit it?\n"}
    assert [head.split(": ")[1] for head in heads(call(draft)[1])] == ["contradicted"]
    listed = [head.split(": ")[1] for head in heads(call(draft, "--all")[1])]
    assert listed == ["not-checkable", "supported", "contradicted", "not-checkable"]


def test_what_stands_beside_a_finding_fits_into_80_columns(call):
    long = "The keeper of the harbour, an old man from the islands, told the council that the lamp was lit in June."
    for draft in (long, "Bananas ripen faster beside apples than they do alone, " * 20, "ripe" * 300):
        _, out, _ = call({"d.md": draft})
        beside = [line for line in out.splitlines() if line.startswith(" ")]
        assert beside
        assert max(map(len, beside)) <= 80
        assert {len(re.match(r"    (\S+)? +", line)[0]) for line in beside} == {29}


def test_an_unverified_statement_shows_itself(call):
    _, out, err = call({"d.md": "Bananas ripen faster beside apples.\n"})
    assert out.splitlines()[:2] == [
        "d.md:1:1: unverified: nothing in the dossier answers it",
        "    draft                    Bananas ripen faster beside apples.",
    ]
    assert err == "1 statement: 1 unverified\n"


def test_a_sealed_source_shows_its_quotes(call, mole):
    assert main(["seal", "-d", str(mole)]) == 0
    for path in (mole / "seeds").glob("*.txt"):
        path.unlink()
    _, out, _ = call({"d.md": "The mole is 1,300 metres long."})
    assert "▒" not in out
    assert re.search(r"^    a:1 +“1,200 metres long”$", out, re.MULTILINE)


def test_several_drafts(call):
    drafts = {"a.md": f"{LAMP}\n", "b.md": f"{BAD}\n"}
    code, out, err = call(drafts)
    assert (code, heads(out)[0][:7]) == (1, "b.md:1:")
    assert err.splitlines() == ["a.md: 1 statement: 1 supported", "b.md: 1 statement: 1 contradicted"]
    assert call(drafts, "--format", "json")[0] == 2


def test_footnotes_are_findings_of_their_own(call):
    draft = {"d.md": f"{LAMP}\n\n{LAMP}[^1][^2]\n\n[^1]: a, line 2.\n[^3]: z, line 2.\n"}
    code, out, err = call(draft)
    assert code == 0
    assert [head.split(": ")[:2] for head in heads(out)] == [
        ["d.md:1:1", "no-footnote"],
        ["d.md:3:29", "undefined-footnote"],
        ["d.md:6:1", "unused-footnote"],
        ["d.md:6:1", "unresolved-footnote"],
    ]
    assert err == "2 statements: 2 supported; 4 faults of footnotes\n"
    assert call(draft, "--strict")[0] == 1
    assert "::warning file=d.md,line=1,col=1,title=no-footnote::" in call(draft, "--format", "github")[1]
    told = json.loads(call(draft, "--format", "json")[1])
    assert told["counts"] == {"supported": 0, "contradicted": 0, "disputed": 0, "unverified": 3, "not-checkable": 0}
    assert told["statements"][0]["reason"] == "this statement has no footnote"


def test_the_memo_passes(call, mole, capsys):
    assert main(["memo", "-d", str(mole)]) == 0
    code, out, _ = call({"memo.md": capsys.readouterr().out})
    assert code == 0
    assert {head.split(": ")[1] for head in heads(out)} <= {"disputed"}


@pytest.mark.parametrize(
    ("name", "held", "place"),
    [
        ("d.docx", docx("The lamp", BAD), (3, 21)),
        ("d.txt", f"\ufeffThe lamp\r\n\r\n{BAD}\r\n".encode(), (3, 21)),
        ("d.md", f"\ufeff{BAD}", (1, 21)),
        ("d.txt", f"The lamp\n\n{BAD}".encode("utf-16"), (3, 21)),
        ("d.md", "\n\n\tThe\u2028lamp was lit in June.\n", (3, 22)),
    ],
)
def test_drafts_in_other_dress(call, name, held, place):
    code, out, _ = call({name: held})
    assert code == 1
    assert out.startswith(f"{name}:{place[0]}:{place[1]}: contradicted: ")


@pytest.mark.parametrize(
    ("name", "held"),
    [
        ("empty.md", b""),
        ("blank.md", b" \n\r\n\t\n"),
        ("nul.txt", b"The lamp\0 was lit in June.\n"),
        ("bytes.md", bytes(range(256)) * 9),
        ("picture.md", b"\x89PNG\r\n\x1a\n" + bytes(range(256))),
        ("broken.docx", b"PK\3\4" + bytes(range(256))),
    ],
)
def test_what_is_no_text_is_named_and_refused(call, name, held):
    code, out, err = call({name: held})
    assert (code, out) == (2, "")
    assert err.startswith(f"briefing: {name}: ")


def test_no_file_and_no_text_on_standard_input(call, monkeypatch, tmp_path):
    (tmp_path / "folder").mkdir()
    assert call({}, "missing.md")[0] == 2
    assert "folder" in call({}, "folder")[2]
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"")))
    code, _, err = call({}, "-")
    assert (code, err.split(": ")[1]) == (2, "standard input")


def test_controls_are_shown_and_never_sent(call):
    draft = {"d.md": "The lamp\x1b[2J was lit\x07 in \x9bJune\u202e.\n"}
    for form in ("text", "github", "json"):
        out = call(draft, "--all", "--format", form)[1]
        assert not [char for char in out if char != "\n" and (ord(char) < 0x20 or 0x7F <= ord(char) < 0xA0)]
        assert "\u202e" not in out


def test_a_name_from_a_stranger_makes_no_annotation(call):
    _, out, _ = call({"a\n::error::b.md": BAD}, "--format", "github")
    assert out.count("\n") == 1


def test_a_large_draft_is_cut_and_that_is_said(call):
    code, out, err = call({"d.md": f"{BAD}\n" + "\n" * LONGEST + f"{BAD}\n"})
    assert (code, len(heads(out))) == (1, 1)
    assert "only the first 1,000,000 characters are checked" in err


def test_the_tally():
    assert tally([], []) == "no statements"
