"""What the README tells a user to type works as it stands."""

import re
import shlex

import pytest
from places import REPOSITORY

from briefing.cli import main

README = (REPOSITORY / "README.md").read_text()
COMMANDS = re.findall(
    r"^briefing .*$", "\n".join(re.findall(r"^```\n(.*?)^```", README, re.MULTILINE | re.DOTALL)), re.MULTILINE
)


def test_the_readme_has_commands():
    assert len(COMMANDS) >= 6


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_works_from_any_folder(command, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert main(shlex.split(command)[1:]) == 0
    assert capsys.readouterr().out or list(tmp_path.iterdir())


def test_the_readme_python_runs(monkeypatch, capsys):
    monkeypatch.chdir(REPOSITORY)
    (code,) = re.findall(r"^```python\n(.*?)^```", README, re.MULTILINE | re.DOTALL)
    exec(compile(code, "README.md", "exec"), {})
    assert "medium" in capsys.readouterr().out


def test_the_two_commands_are_one_line_each():
    assert len(re.findall(r"^    python3 -m venv .*$", README, re.MULTILINE)) == 2


def test_every_command_is_in_the_readme():
    from briefing.cli.commands import COMMANDS as known

    for name in known:
        assert f"briefing {name}" in README or name == "open"
