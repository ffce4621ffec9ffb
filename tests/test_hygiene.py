"""What a floor may import, seen in a fresh interpreter."""

import pkgutil
import subprocess
import sys

import pytest

import briefing

SCREENLESS = sorted(
    module.name
    for module in pkgutil.walk_packages(briefing.__path__, "briefing.")
    if module.name.split(".")[1] in ("errors", "text", "model", "check", "store", "memo")
)


def loaded(code: str) -> set[str]:
    code += "\nimport sys; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return {name.split(".")[0] for name in done.stdout.split()}


def test_the_package_root_imports_nothing_else():
    assert "pydantic" not in loaded("import briefing")
    assert "tomli" not in loaded("import briefing")


def test_the_floors_below_the_screen_never_import_its_libraries():
    assert SCREENLESS
    found = loaded("\n".join(f"import {name}" for name in SCREENLESS))
    assert not found & {"textual", "rich"}


@pytest.mark.parametrize("name", briefing.__all__)
def test_every_public_name_is_there_and_documented(name):
    assert getattr(briefing, name).__doc__
    assert name in dir(briefing)


@pytest.mark.parametrize("command", [["verify"], ["show", "x"], ["search", "x"], ["memo"]])
def test_commands_that_draw_nothing_never_import_textual(command, tmp_path):
    code = f"""
import contextlib, io, pathlib
(pathlib.Path({str(tmp_path)!r}) / "facts").mkdir()
(pathlib.Path({str(tmp_path)!r}) / "seeds").mkdir()
from briefing.cli import main
with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
    main({[*command, "-d", str(tmp_path)]!r})
"""
    assert "textual" not in loaded(code)
