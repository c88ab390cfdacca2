"""The style sheet: tokens, contrast in both themes, and the CSS."""

import re
from itertools import pairwise

import numpy as np
import pytest

from helpers.diagrams import style

TEXT = [  # text colour, the grounds it is written on
    ("ink", ["paper", "phase-a", "phase-b", "skin", "muscle", "bone"]),
    ("ink-soft", ["paper", "phase-a", "phase-b"]),
    ("on-level", ["level-1", "level-2", "level-3", "level-4"]),
    ("paper", ["ink"]),
]
LINES = [  # lines that carry meaning
    ("level-1", ["paper", "skin"]),
    ("level-2", ["paper", "skin", "muscle"]),
    ("level-3", ["paper", "skin", "muscle"]),
    ("level-4", ["paper", "skin", "muscle"]),
    ("hand-line", ["paper", "skin", "muscle", "hand"]),
    ("skin-line", ["paper", "skin"]),
    ("zone", ["paper", "skin"]),
    ("ink-soft", ["paper", "skin", "muscle"]),
    ("muscle-line", ["skin"]),
]


def linear(color: str) -> np.ndarray:
    parts = np.array([int(color[i : i + 2], 16) for i in (1, 3, 5)]) / 255
    return np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)


def luminance(color: str) -> float:
    return float(linear(color) @ [0.2126, 0.7152, 0.0722])


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def lightness(color: str) -> float:
    return 116 * np.cbrt(luminance(color)) - 16


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("front", "grounds"), TEXT)
def test_text_has_enough_contrast(theme, front, grounds):
    for ground in grounds:
        front_color = getattr(style.COLORS[front], theme)
        ratio = contrast(front_color, getattr(style.COLORS[ground], theme))
        assert ratio >= 4.5, f"{front} on {ground}, {theme}: {ratio:.2f}"


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("front", "grounds"), LINES)
def test_meaningful_lines_have_enough_contrast(theme, front, grounds):
    for ground in grounds:
        front_color = getattr(style.COLORS[front], theme)
        ratio = contrast(front_color, getattr(style.COLORS[ground], theme))
        assert ratio >= 3.0, f"{front} on {ground}, {theme}: {ratio:.2f}"


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_pressure_colours_go_in_even_steps_of_lightness(theme):
    values = [lightness(getattr(style.COLORS[f"level-{k}"], theme)) for k in style.LEVELS]
    steps = np.abs(np.diff(values))
    assert steps.min() > 6
    assert steps.max() < 1.5 * steps.min()
    assert len(set(np.sign(np.diff(values)))) == 1


def test_firmer_is_always_wider():
    widths = [style.level_width(level) for level in style.LEVELS]
    assert all(a < b for a, b in pairwise(widths))


def test_each_token_has_its_own_light_colour():
    lights = [token.light for token in style.COLORS.values()]
    assert len(set(lights)) == len(lights)
    assert all(
        re.fullmatch(r"#[0-9a-f]{6}", c) for t in style.COLORS.values() for c in (t.light, t.dark)
    )


def test_css_gives_every_token_a_value_in_both_themes():
    text = style.css()
    assert '[data-jp-theme-light="false"]' in text
    assert "prefers-color-scheme:dark" in text
    for token in style.COLORS.values():
        assert text.count(f"--gh-{token.name}:{token.light}") == 2
        assert text.count(f"--gh-{token.name}:{token.dark}") == 2


def test_type_is_readable_at_both_widths():
    notebook = 14.0
    assert min(style.TEXT, style.SMALL) >= notebook  # at 800 px
    assert min(style.TEXT, style.SMALL) / 2 >= 9.0  # at 400 px
