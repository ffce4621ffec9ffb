from pathlib import Path

import pytest

from briefing.tui.editor import command

FILE = Path("/dossier/facts/money.toml")


@pytest.mark.parametrize(
    ("editor", "words"),
    [
        ("vim", ["vim", "+7", "/dossier/facts/money.toml"]),
        ("/usr/bin/nano -w", ["/usr/bin/nano", "-w", "+7", "/dossier/facts/money.toml"]),
        ("hx", ["hx", "/dossier/facts/money.toml:7"]),
        ("my-editor --wait", ["my-editor", "--wait", "/dossier/facts/money.toml"]),
        ("sh -c 'echo; rm'", ["sh", "-c", "echo; rm", "/dossier/facts/money.toml"]),
        ("", ["vi", "+7", "/dossier/facts/money.toml"]),
    ],
)
def test_the_command_is_split_as_a_shell_would_and_needs_none(editor: str, words: list[str]) -> None:
    assert command(FILE, 7, {"EDITOR": editor}) == words


def test_visual_goes_before_editor() -> None:
    assert command(FILE, 1, {"VISUAL": "kak", "EDITOR": "vim"})[0] == "kak"


def test_the_file_is_absolute() -> None:
    assert Path(command(Path("facts/x.toml"), 1, {"EDITOR": "cat"})[-1]).is_absolute()


def test_what_cannot_be_split_is_an_error() -> None:
    with pytest.raises(ValueError, match="quotation"):
        command(FILE, 1, {"EDITOR": "vim 'oops"})
