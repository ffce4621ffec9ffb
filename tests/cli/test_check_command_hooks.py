"""The hooks for pre-commit, and the examples in the README: what they call exists and answers."""

import re
import shlex

import pytest
from places import REPOSITORY

from briefing.cli import main

HOOKS = {
    told["id"]: told
    for told in (
        dict(re.findall(r"^(?:- |  )(\w+): (.*)$", hook, re.MULTILINE))
        for hook in re.split(r"^(?=- )", (REPOSITORY / ".pre-commit-hooks.yaml").read_text(), flags=re.MULTILINE)[1:]
    )
}
README = (REPOSITORY / "README.md").read_text()


def words(hook):
    command = shlex.split(hook["entry"])
    assert command[0] == "briefing"
    return [*command[1:], *hook["args"].strip("[]").split(", ")]


def test_there_are_two_hooks():
    assert list(HOOKS) == ["briefing-verify", "briefing-check"]
    assert {hook["language"] for hook in HOOKS.values()} == {"python"}
    assert not [hook for hook in HOOKS.values() if ": " in hook["description"]]  # YAML would read a mapping


def test_the_hooks_run(mole, monkeypatch, capsys):
    monkeypatch.chdir(mole)
    (mole / "drafts").mkdir()
    (mole / "drafts" / "one.md").write_text("The lamp was lit in May.\n")
    (mole / "drafts" / "two.md").write_text("The lamp was lit in June.\n")
    assert main(words(HOOKS["briefing-verify"])) == 0
    assert main([*words(HOOKS["briefing-check"]), "drafts/one.md"]) == 0
    assert main([*words(HOOKS["briefing-check"]), "drafts/one.md", "drafts/two.md"]) == 1


@pytest.mark.parametrize(
    ("hook", "path", "taken"),
    [
        ("briefing-check", "drafts/one.md", True),
        ("briefing-check", "desk/drafts/2025/one.docx", True),
        ("briefing-check", "README.md", False),
        ("briefing-check", "drafts/picture.png", False),
        ("briefing-verify", "facts/size.toml", True),
        ("briefing-verify", "desk/seeds/a.seal", True),
        ("briefing-verify", "README.md", False),
    ],
)
def test_which_files_a_hook_takes(hook, path, taken):
    assert bool(re.search(HOOKS[hook]["files"], path)) is taken


def test_the_readme_names_the_hooks_and_their_options(mole, monkeypatch, capsys):
    (named,) = re.findall(r"~~~yaml\n# \.pre-commit-config\.yaml\n(.*?)~~~", README, re.DOTALL)
    assert re.findall(r"- id: (\S+)", named) == list(HOOKS)
    (given,) = re.findall(r"args: \[(.*)\]", named)
    (mole / "draft.md").write_text("The lamp was lit in May.\n")
    monkeypatch.chdir(mole)
    assert main(["check", *given.split(", "), "draft.md"]) == 0


def test_the_workflow_in_the_readme_runs(mole, monkeypatch, capsys):
    (steps,) = re.findall(r"~~~yaml\n# \.github/.*?\n(.*?)~~~", README, re.DOTALL)
    commands = re.findall(r"- run: briefing (.*)", steps)
    assert len(commands) == 2
    (mole / "draft.md").write_text("The lamp was lit in May.\n")
    monkeypatch.chdir(mole)
    assert [main(shlex.split(command)) for command in commands] == [0, 0]
