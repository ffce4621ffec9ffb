"""What folders stand for: every document once, in order; what is left out is told."""

import os
from pathlib import Path

from documents_made import docx, par, paragraphs, pdf

from briefing.store.reading.gathering import gather


def make(root: Path, *names: str, data: bytes = b"text") -> None:
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(data)


def names(root: Path, *paths: Path) -> tuple[list[str], list[str]]:
    found = gather(paths or [root], root / "dossier")
    left_out = [f"{path.relative_to(root)}: {reason}" for path, reason in found.left_out]
    return [str(path.relative_to(root)) for path in found.files], left_out


def test_folders_are_gone_through_in_order_without_hidden_files(tmp_path):
    make(tmp_path, "b.txt", "a/z.md", "a/y.html", "c.PDF", ".hidden.txt", ".git/x.txt", "~$lock.docx", "__MACOSX/q.txt")
    assert names(tmp_path) == (["b.txt", "c.PDF", "a/y.html", "a/z.md"], [])


def test_what_begins_as_a_document_is_one_whatever_its_name(tmp_path):
    make(tmp_path, "2301.01234v2", data=pdf(paragraphs("x")))
    make(tmp_path, "paper", data=docx(par("x")))
    make(tmp_path, "photo.jpg", data=b"\xff\xd8\xff")
    make(tmp_path, "style.css", "old.doc")
    files, left_out = names(tmp_path)
    assert files == ["2301.01234v2", "old.doc", "paper"]
    assert left_out == [f"{name}: no document of a known format" for name in ("photo.jpg", "style.css")]
    assert names(tmp_path, tmp_path / "style.css")[0] == ["style.css"]


def test_links_and_pipes_in_folders_are_not_followed(tmp_path):
    make(tmp_path, "in/a.txt")
    os.mkfifo(tmp_path / "in/pipe.txt")
    (tmp_path / "in/link.txt").symlink_to("/etc/hosts")
    (tmp_path / "in/loop").symlink_to(tmp_path / "in")
    assert names(tmp_path, tmp_path / "in") == (
        ["in/a.txt"],
        ["in/link.txt: a symbolic link: name it itself to bring it in", "in/pipe.txt: no regular file"],
    )


def test_the_dossier_itself_and_the_parts_of_saved_pages_are_passed_over(tmp_path):
    make(tmp_path, "dossier/seeds/a.txt", "dossier/facts/b.txt", "dossier/c.txt", "page.html", "page_files/ad.html")
    assert names(tmp_path)[0] == ["page.html", "dossier/c.txt"]


def test_a_file_named_twice_is_read_once(tmp_path):
    make(tmp_path, "a.txt")
    assert names(tmp_path, tmp_path, tmp_path / "a.txt")[0] == ["a.txt"]
