import pytest
from textual.color import Color
from textual.theme import BUILTIN_THEMES

from briefing.tui.themes import DARK, LIGHT, READABLE, contrast, shades


@pytest.mark.parametrize("theme", [DARK, LIGHT, *BUILTIN_THEMES.values()], ids=lambda theme: theme.name)
def test_text_is_readable_in_every_theme(theme) -> None:  # type: ignore[no-untyped-def]
    found = shades(theme)
    paper = theme.to_color_system().generate()["background"]
    if theme.ansi:
        paper = "#000000" if theme.dark else "#ffffff"
    for name in ("ink", "muted", "cited", "dispute"):
        assert contrast(Color.parse(found[name]), Color.parse(paper)) >= min(
            READABLE, contrast(Color.parse(found["ink"]), Color.parse(paper))
        ), name
