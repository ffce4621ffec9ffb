"""A dossier begun and filled: entries, texts, copies, and what is there already."""

import os
import tomllib
from pathlib import Path

import pytest
from documents_made import docx, par, paragraphs, pdf

from briefing.errors import Unreadable, Unwritable
from briefing.store import adding
from briefing.store.adding import add_documents, start_dossier
from briefing.store.dossier import open_dossier
from briefing.store.reading import register
from briefing.store.reading.register import slug

TEXT = b"The mole\n\n4 May 1931\n\nThe mole will be 1,200 metres long.\n"
REGISTER = "seeds/sources.toml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    start_dossier(tmp_path / "dossier", "The mole", "How long is it?")
    return tmp_path / "dossier"


@pytest.fixture
def file(tmp_path: Path):
    def make(name: str, data: bytes = TEXT) -> Path:
        path = tmp_path / "in" / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
        return path

    return make


def test_a_dossier_begun_opens_without_a_problem(root):
    opened = open_dossier(root)
    assert (opened.title, opened.question, opened.problems, opened.sources) == ("The mole", "How long is it?", (), ())
    with pytest.raises(Unwritable, match="is there already"):
        start_dossier(root)
    assert open_dossier(root).title == "The mole"


def test_an_entry_holds_what_could_be_read(root, file):
    text = "The mole is long.\nHow long?"
    data = pdf(paragraphs(text), paragraphs("Page two."), Title="Mole report", Author="Ann Bo")
    result = add_documents(root, [file("Môle report (final).pdf", data)])
    assert [item.id for item in result.added] == ["mole-report-final"]
    opened = open_dossier(root)
    assert opened.problems == ()
    source = opened.sources[0]
    assert (source.title, source.author, source.published) == ("Mole report", "Ann Bo", None)
    assert (source.reliability, source.reason) == ("F", "not appraised yet")
    assert (source.original, source.pages) == ("Môle report (final).pdf", ((1, 1), (3, 2)))
    assert (source.page(2), source.page(3)) == (1, 2)
    assert opened.documents[source.id].text == "The mole is long.\nHow long?\nPage two.\n"
    assert len(source.sha256) == 64


def test_comments_and_order_of_the_register_stay(root, file):
    path = root / REGISTER
    before = path.read_bytes() + b'\r\n# mine\r\n[[origin]]\r\nid = "o"   # keep\r\nname = "O"'
    path.write_bytes(before)
    add_documents(root, [file("b.txt"), file("a.txt", b"Another text.\n")])
    after = path.read_bytes()
    assert after.startswith(before)
    assert [entry["id"] for entry in tomllib.loads(after.decode())["source"]] == ["b", "a"]


def test_what_is_there_already_is_not_added_again(root, file):
    files = [file("a.txt"), file("copy.txt"), file("same words.html", b"<p>The mole<p>4 May 1931<p>" + TEXT[22:])]
    first = add_documents(root, files)
    assert [item.id for item in first.added] == ["a"]
    assert [(path.name, id) for path, id in first.there] == [("copy.txt", "a"), ("same words.html", "a")]
    before = (root / REGISTER).read_bytes()
    again = add_documents(root, files)
    assert (again.added, len(again.there)) == ([], 3)
    assert (root / REGISTER).read_bytes() == before


def test_near_copies_are_added_and_told(root, file):
    words = " ".join(f"word{n}" for n in range(300))
    files = [file("a.txt", words.encode()), file("b.txt", words.replace("word150", "another").encode())]
    result = add_documents(root, files)
    assert [item.near and item.near[0] for item in result.added] == [None, "a"]
    assert open_dossier(root).sources[1].derives_from == ()


def test_one_bad_file_does_not_stop_the_others(root, file, tmp_path):
    files = [file("a.pdf", b"no"), file("b.docx", docx(par("Fine."))), tmp_path / "missing.txt", file("c.txt", b"")]
    result = add_documents(root, files)
    assert [item.id for item in result.added] == ["b"]
    assert [(path.name, bool(error.hint)) for path, error in result.failed] == [
        ("a.pdf", True),
        ("missing.txt", True),
        ("c.txt", True),
    ]


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("Report 2024.v2", "report-2024-v2"),
        ("001_a4dd9c5d", "001_a4dd9c5d"),
        ("Ärger & Größe", "arger-grosse"),
        ("Отчёт", "otchet"),
        ("...", "source"),
        ("", "source"),
        ("x" * 300, "x" * 60),
        ("a/../b\n[c]", "a-b-c"),
    ],
)
def test_ids_are_names_of_files(name, id):
    assert slug(name) == id


def test_ids_are_unique_and_overwrite_nothing(root, file):
    (root / "seeds" / "a.txt").write_text("left by somebody")
    (root / "seeds" / "a-2.seal").write_text("a seal")
    files = [file("A.txt", b"one"), file("a.md", b"two")]
    assert [item.id for item in add_documents(root, files).added] == ["a-3", "a-4"]
    assert (root / "seeds" / "a.txt").read_text() == "left by somebody"


def test_a_text_whose_entry_was_lost_in_a_crash_is_taken_up(root, file):
    (root / "seeds" / "a.txt").write_bytes(TEXT)
    assert [item.id for item in add_documents(root, [file("a.txt")]).added] == ["a"]


def test_what_was_read_before_an_interruption_is_entered(root, file):
    def interrupt(path: Path) -> None:
        if path.name == "c.txt":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        add_documents(root, [file("a.txt"), file("b.txt", b"two"), file("c.txt", b"three")], interrupt)
    assert [source.id for source in open_dossier(root).sources] == ["a", "b"]


def test_batches_are_entered_as_they_come(root, file, monkeypatch):
    monkeypatch.setattr(adding, "BATCH", 2)
    add_documents(root, [file(f"{n}.txt", b"text %d" % n) for n in range(5)])
    assert [source.id for source in open_dossier(root).sources] == ["0", "1", "2", "3", "4"]


def test_a_register_that_cannot_be_read_is_left_alone(root, file):
    (root / REGISTER).write_text("[[source\n")
    with pytest.raises(Unreadable, match="line 1"):
        add_documents(root, [file("a.txt")])
    assert (root / REGISTER).read_text() == "[[source\n"


@pytest.mark.parametrize("start", ["source = []\n", '[note]\nx = 1\n[[source.deep]]\nid = "x"\n'])
def test_a_register_that_nothing_can_be_appended_to_is_left_alone(root, file, start):
    (root / REGISTER).write_text(start)
    with pytest.raises(Unreadable):
        add_documents(root, [file("a.txt")])
    assert (root / REGISTER).read_text() == start


def test_a_full_register_says_so(root, file, monkeypatch):
    monkeypatch.setattr(register, "TOML_CAP", 600)
    result = add_documents(root, [file("a.txt"), file("b.txt", b"x" * 90), file("c.txt", b"y")])
    assert len(result.added) == 1
    assert all("larger than" in error.message for _, error in result.failed)
    assert open_dossier(root).problems == ()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_dossier_that_cannot_be_written_says_so(root, file):
    (root / "seeds").chmod(0o500)
    assert "may not write" in add_documents(root, [file("a.txt")]).failed[0][1].message


def test_names_and_metadata_are_data(root, file):
    hostile = '"""\n[[source]]\nid = "evil"\x1b[31m\\'
    data = f"<title>{hostile}</title><meta name=author content='{hostile}'><p>text".encode()
    add_documents(root, [file("a\x1b[2J\n].html", data)])
    opened = open_dossier(root)
    assert (opened.problems, len(opened.sources)) == ((), 1)
    assert opened.sources[0].original == "a\x1b[2J\n].html"
    assert opened.sources[0].title.startswith('""" [[source]] id = "evil"')
