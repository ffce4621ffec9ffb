"""`briefing new` and `briefing add` as a user types them."""

import io
import zipfile

import pytest

from briefing.cli import main


@pytest.fixture
def run(capsys):
    def call(*args: object) -> tuple[int, str, str]:
        code = main([str(arg) for arg in args])
        return code, *capsys.readouterr()

    return call


@pytest.fixture
def folder(tmp_path):
    """Documents of several formats, one of them damaged, one of them twice."""
    (tmp_path / "in" / "deep").mkdir(parents=True)
    (tmp_path / "in" / "mole.txt").write_text("The mole\n\n4 May 1931\n\nThe mole will be 1,200 metres long.\n")
    (tmp_path / "in" / "deep" / "mole copy.txt").write_text((tmp_path / "in" / "mole.txt").read_text())
    (tmp_path / "in" / "deep" / "lamp.html").write_text(
        "<title>Lamp</title><p>It was lit<sup>2</sup> in May.<img src=x>"
    )
    (tmp_path / "in" / "deep" / "photo.png").write_bytes(b"\x89PNG")
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        body = "<w:body><w:p><w:r><w:t>Ten cards.</w:t></w:r></w:p></w:body>"
        archive.writestr("word/document.xml", f'<w:document xmlns:w="{word}">{body}</w:document>')
    (tmp_path / "in" / "minutes.docx").write_bytes(data.getvalue())
    (tmp_path / "in" / "broken.pdf").write_bytes(b"%PDF-1.7 broken")
    return tmp_path / "in"


def test_from_nothing_to_a_dossier_with_documents(run, tmp_path, folder):
    dossier = tmp_path / "mole"
    code, out, err = run("new", dossier, "--title", "The [mole]", "--question", "How long?")
    assert code == 0
    assert out.split() == [f"{dossier}/facts/dossier.toml", f"{dossier}/seeds/sources.toml"]
    assert "briefing add" in err
    assert run("verify", "-d", dossier)[0] == 0

    code, out, err = run("add", folder, "-d", dossier)
    assert code == 1
    assert "mole  The mole · 1931-05-04 · 5 lines\n" in out
    assert "lamp  Lamp · 1 line\n    1 picture: left out\n" in out
    assert "minutes  Ten cards. · 1 line\n" in out
    assert "mole copy.txt: there already, as mole\n" in out
    assert "photo.png: left out: no document of a known format" in out
    assert out.endswith("3 added, 1 there already, 1 not read\n")
    assert f"{folder}/broken.pdf: not read: it is no PDF, or is damaged\n" in err
    assert run("show", "lamp", "-d", dossier)[1] == "     1\tIt was lit² in May.\n"

    code, out, _ = run("add", folder, "-d", dossier)
    assert code == 1
    assert out.endswith("0 added, 4 there already, 1 not read\n")


def test_new_overwrites_nothing(run, tmp_path):
    (tmp_path / "notes.txt").write_text("mine")
    assert run("new", tmp_path)[0] == 0
    code, _, err = run("new", tmp_path)
    assert code == 2
    assert "is there already" in err
    assert (tmp_path / "notes.txt").read_text() == "mine"
    (tmp_path / "plain").write_text("a file")
    assert run("new", tmp_path / "plain")[0] == 2


def test_add_needs_a_dossier_and_takes_the_current_folder(run, tmp_path, folder, monkeypatch):
    monkeypatch.chdir(tmp_path)
    code, _, err = run("add", folder)
    assert code == 2
    assert "holds no dossier" in err
    assert "briefing new" in err
    assert run("new", ".")[0] == 0
    assert run("add", folder / "mole.txt")[0] == 0
    assert (tmp_path / "seeds" / "mole.txt").exists()


def test_exit_codes(run, tmp_path, folder):
    run("new", tmp_path / "d")
    assert run("add", "-d", tmp_path / "d")[0] == 2
    assert run("add", folder / "broken.pdf", "-d", tmp_path / "d")[0] == 2
    assert run("add", folder / "missing.txt", "-d", tmp_path / "d")[0] == 2
    assert run("add", folder / "mole.txt", folder / "missing.txt", "-d", tmp_path / "d")[0] == 1
    assert run("add", folder / "mole.txt", "-d", tmp_path / "d")[0] == 0


def test_near_copies_are_proposed_and_not_entered(run, tmp_path):
    run("new", tmp_path / "d")
    words = " ".join(f"word{n}" for n in range(200))
    (tmp_path / "a.txt").write_text(words)
    (tmp_path / "b.txt").write_text(f"Repeated: {words}")
    code, out, _ = run("add", tmp_path / "a.txt", tmp_path / "b.txt", "-d", tmp_path / "d")
    assert code == 0
    assert 'derives_from = ["a"]' in out
    assert "derives_from" not in (tmp_path / "d" / "seeds" / "sources.toml").read_text()


def test_nothing_of_a_document_or_its_name_is_obeyed(tmp_path, capsysbinary):
    main(["new", str(tmp_path / "d")])
    for name in ("\x1b]0;x\x07.html", "\u202efdp.pdf"):
        (tmp_path / name).write_bytes(b"<title>\xc2\x9b31m[bold]\x1b[2J</title><p>x" if "html" in name else b"%PDF-")
    main(["add", str(tmp_path), "-d", str(tmp_path / "d")])
    written = b"".join(capsysbinary.readouterr()).decode()
    assert not set(written) & {"\x1b", "\x07", "\u202e", "\x9b"}
    assert "[bold]" in written
