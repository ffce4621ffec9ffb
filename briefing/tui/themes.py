"""Colours by meaning, worked out from whatever theme is on; and our own two themes.

Two accents beside the greys: `cited` for the text that is cited, `dispute` for disagreement.
"""

from __future__ import annotations

from typing import Final

from textual.color import Color
from textual.theme import Theme

DARK: Final = Theme(
    name="briefing-dark",
    primary="#e0b050",
    accent="#e0b050",
    warning="#e0b050",
    error="#f0807a",
    success="#9fb98a",
    foreground="#d6d8dc",
    background="#15171b",
    surface="#1b1e23",
    panel="#22262c",
    dark=True,
)
LIGHT: Final = Theme(
    name="briefing-light",
    primary="#8a5a00",
    accent="#8a5a00",
    warning="#8a5a00",
    error="#b0261c",
    success="#3f6a2a",
    foreground="#26282c",
    background="#fbfaf7",
    surface="#f3f1ec",
    panel="#e9e6df",
    dark=False,
)
READABLE = 4.5
"""Least contrast of text (WCAG 2.1, level AA)."""


def shades(theme: Theme) -> dict[str, str]:
    """Return the colour of each meaning, as CSS variables, for one theme."""
    system = theme.to_color_system().generate()
    paper, ink = Color.parse(system["background"]), Color.parse(system["foreground"])
    if theme.ansi:
        paper, ink = (Color(0, 0, 0), Color(230, 230, 230)) if theme.dark else (Color(255, 255, 255), Color(20, 20, 20))
    cited = _readable(Color.parse(system["accent"]), paper, ink)
    dispute = _readable(Color.parse(system["error"]), paper, ink)
    found = {
        "ink": ink,
        "muted": _readable(paper.blend(ink, 0.6), paper, ink),
        "faint": paper.blend(ink, 0.42),
        "rule": paper.blend(ink, 0.24),
        "rule-focus": paper.blend(ink, 0.72),
        "cited": cited,
        "cited-tint": paper.blend(cited, 0.2),
        "dispute": dispute,
        "dispute-tint": paper.blend(dispute, 0.2),
        "cursor": paper.blend(ink, 0.13),
        "cursor-rest": paper.blend(ink, 0.06),
    }
    return {name: colour.hex6 for name, colour in found.items()}


def _readable(colour: Color, paper: Color, ink: Color) -> Color:
    for step in range(10):
        mixed = colour.blend(ink, step / 10)
        if contrast(mixed, paper) >= READABLE:
            return mixed
    return ink


def contrast(one: Color, other: Color) -> float:
    """Return the contrast of two colours, 1 to 21 (WCAG 2.1)."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Color) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.normalized
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
