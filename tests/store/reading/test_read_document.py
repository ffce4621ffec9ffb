"""One document of any format: told by its content, read in a child, refused with a reason."""

import os
import subprocess
import sys
import time

import pytest
from documents_made import docx, par, paragraphs, pdf

from briefing.errors import Unreadable
from briefing.store.reading import documents
from briefing.store.reading.documents import extract, read_document
from briefing.store.reading.formats import format_of


@pytest.fixture
def file(tmp_path):
    def make(name: str, data: bytes):
        path = tmp_path / name
        path.write_bytes(data)
        return path

    return make


@pytest.mark.parametrize(
    ("name", "data", "text"),
    [
        ("a.txt", b"one\r\ntwo\rx\r\n", "one\ntwo\rx\n"),
        ("a.txt", b"one\rtwo\r", "one\ntwo\n"),
        ("a.txt", b"\xef\xbb\xbfone", "one"),
        ("a.md", b"# One\n\n* two <b>\n", "# One\n\n* two <b>\n"),
        ("a.html", b"<p>one</p>", "one\n"),
        ("a.docx", docx(par("one")), "one\n"),
        ("a.pdf", pdf(paragraphs("one")), "one\n"),
        ("nothing", b"plain words", "plain words"),
        ("wrong.txt", pdf(paragraphs("one")), "one\n"),
        ("wrong.doc", docx(par("one")), "one\n"),
        ("wrong.txt", b"<!DOCTYPE html><p>one</p>", "one\n"),
    ],
)
def test_every_format_becomes_lines(file, name, data, text):
    document = read_document(file(name, data))
    assert (document.text, document.id) == (text, name.split(".")[0])


@pytest.mark.parametrize(
    ("name", "start", "reason"),
    [
        ("a.txt", b"", "empty"),
        ("a.pdf", b"  \n", "empty"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 90, "old Office file"),
        ("a.rtf", b"{\\rtf1 x}", "RTF"),
        ("a.pdf", b"plain", "its name says pdf"),
        ("a.docx", b"plain", "its name says docx"),
        ("a.jpg", b"\xff\xd8\xff\xe0 x", "picture"),
        ("a.gz", b"\x1f\x8b\x08\x00", "archive"),
        ("a", b"\x7fELF\0", "program"),
    ],
)
def test_other_formats_are_named(name, start, reason):
    with pytest.raises(Unreadable, match=reason):
        format_of(name, start)


def test_a_text_may_begin_as_it_likes():
    assert [format_of("a.txt", start) for start in (b"MZ is short", b"BM", b"RIFFs", b"GIF8 is a format")] == [
        "txt"
    ] * 4
    assert format_of("notes.md", b"%!PS is how PostScript begins"[3:]) == "md"


@pytest.mark.parametrize("made", ["fifo", "zero", "folder", "missing"])
def test_what_is_no_file_is_refused_at_once(tmp_path, made):
    path = tmp_path / "a.txt"
    if made == "fifo":
        os.mkfifo(path)
    elif made == "zero":
        path.symlink_to("/dev/zero")
    elif made == "folder":
        path.mkdir()
    with pytest.raises(FileNotFoundError if made == "missing" else Unreadable):
        read_document(path)


def test_too_large_a_file_is_refused_before_it_is_read(tmp_path):
    path = tmp_path / "a.txt"
    with path.open("wb") as sparse:
        sparse.truncate(documents.CAP + 1)
    with pytest.raises(Unreadable, match="larger than"):
        read_document(path)


def test_a_reader_that_takes_too_long_is_ended(monkeypatch):
    monkeypatch.setattr(documents, "SECONDS", {"html": (1, 10**9)})
    page = b"<p " + b" ".join(b"a%d=b" % n for n in range(200_000)) + b">x"
    start = time.monotonic()
    with pytest.raises(Unreadable, match="longer than 1 second"):
        extract("a.html", page)
    assert time.monotonic() - start < 10


def test_the_memory_of_a_reader_is_capped():
    code = "from briefing.store.reading.child import _limit; _limit(5); bytearray(2_000_000_000)"
    done = subprocess.run([sys.executable, "-I", "-c", code], capture_output=True, check=False)
    assert done.returncode
    assert b"MemoryError" in done.stderr


def test_the_child_sees_no_environment_and_no_current_folder(file, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    file("json.py", b"raise SystemExit('loaded from the folder of a document')")
    assert extract("a.html", b"<p>one").text == "one\n"


def test_a_child_without_input_says_so():
    command = [sys.executable, "-I", "-m", "briefing.store.reading.child", "pdf", "5"]
    done = subprocess.run(command, input=b"", capture_output=True, env={}, check=True)
    assert b'"error"' in done.stdout


def test_titles_dates_and_languages_are_completed():
    made = {"CreationDate": "D:19310504", "Title": "untitled"}
    read = extract("a.pdf", pdf(paragraphs("The mole", "Issued on 4 May 1931."), **made))
    assert (read.title, read.published) == ("", "1931-05-04")
    read = extract("a.pdf", pdf(paragraphs("The mole", "It is long."), **made))
    assert (read.published, read.made) == ("", "1931-05-04")
    assert read.losses == ("it does not say when it was published; the file was made on 1931-05-04",)
    assert extract("a.txt", b"---\n\nThe mole\n\n4 May 1931\n\nIt is long.\n").title == "The mole"
    assert extract("a.txt", b"The mole\n\n4 May 1931\n\nIt is long.\n").published == "1931-05-04"
    german = "<html lang=en><p>Der Bau der Mole wurde im Frühjahr begonnen und ist nicht zu Ende, " * 5
    read = extract("a.html", german.encode())
    assert (read.language, read.losses[-1]) == ("de", "declared to be in “en”, it reads as “de”")


def test_a_title_block_of_markdown_is_read():
    block = b'---\ntitle: "The mole"\nauthor: Ann Bo\ndate: 1931-05-04\nlang: en\n---\n# Other\ntext\n'
    read = extract("a.md", block)
    assert (read.title, read.author, read.published, read.language) == ("The mole", "Ann Bo", "1931-05-04", "en")
    assert read.text == block.decode()
    assert extract("a.md", b"text\n\nThe *mole*\n========\n").title == "The mole"
