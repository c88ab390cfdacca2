"""Pressure over time: of one stroke, hand by hand, or of a whole routine."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

import numpy as np
from matplotlib.axes import Axes
from matplotlib.path import Path

from helpers.strokes.model import Stroke

from . import style
from .canvas import Array, Page, add_path, page
from .labels import write
from .outline import segments, thin
from .timeline import clock
from .trace import works
from .words import short

if TYPE_CHECKING:
    from helpers.routine import Routine

HEIGHT: Final = 330
LEFT: Final = 166.0
RIGHT: Final = style.WIDTH - 40.0
TOP: Final = 56.0
BASE: Final = 264.0
_STEP: Final = (BASE - TOP) / 4


def pressure_page() -> Page:
    """Lend a Figure for ``draw_pressure``, with its Axes in px."""
    return page(HEIGHT)


def draw_pressure(ax: Axes, subject: Routine | Stroke) -> None:
    """Draw pressure level against time: filled in the level's colour, with the levels named."""
    for level in style.LEVELS:
        y = BASE - level * _STEP
        _line(ax, [(LEFT, y), (RIGHT, y)], "rule", style.HAIR, 2)
        words = f"{level} {short(level)}"
        write(ax, words, (LEFT - 10, y), size=style.SMALL, color="ink-soft", align="right")
    if isinstance(subject, Stroke):
        seconds = subject.seconds
        names = [n for n in ("right", "left") if works(getattr(subject, n))]
        curves = [(n, subject.t, getattr(subject, n).pressure) for n in names]
        if len(curves) == 2 and np.allclose(curves[0][2], curves[1][2]):
            curves = [("both", *curves[0][1:])]
    else:
        t, level_at = subject.level_curve()
        seconds, curves = subject.seconds, [("", t, level_at)] if subject.steps else []
    scale = (RIGHT - LEFT) / max(seconds, 1e-9)
    for k, (name, t, level_of) in enumerate(curves):
        _curve(ax, np.asarray(t), np.asarray(level_of), scale, k)
        if name:
            words = "both hands" if name == "both" else f"{name} hand"
            _key(ax, words, k)
    _clock(ax, seconds, isinstance(subject, Stroke), scale)


def _curve(ax: Axes, t: Array, level: Array, scale: float, k: int) -> None:
    xy = np.column_stack([LEFT + t * scale, BASE - level * _STEP])
    if k == 0:
        for low, high, step in _bands(t, level):
            x = LEFT + np.array([low, high]) * scale
            part = (t >= low - 1e-9) & (t <= high + 1e-9)
            shape = np.concatenate([[(x[0], BASE)], xy[part], [(x[1], BASE)], [(x[0], BASE)]])
            add_path(ax, Path(thin(shape, 0.3), closed=True), 3, None, linewidth=0,
                     facecolor=style.level_color(step))  # fmt: skip
    add_path(
        ax, segments([thin(xy, 0.3)]), 5 + k, f"gh-pressure-{k}", facecolor="none",
        edgecolor=style.color("ink" if k == 0 else "hand-line"), linewidth=style.BOLD,
        linestyle="solid" if k == 0 else (0, (3.0, 1.8)), capstyle="butt",
    )  # fmt: skip


def _bands(t: Array, level: Array) -> list[tuple[float, float, int]]:
    """Return stretches of one rounded level: (from, to, level)."""
    steps = np.rint(level).astype(int)
    cuts = np.flatnonzero(np.diff(steps)) + 1
    edges = [0, *cuts, len(steps) - 1]
    return [
        (float(t[a]), float(t[b]), int(steps[a]))
        for a, b in pairwise(edges)
        if steps[a] > 0 and t[b] > t[a]
    ]


def _key(ax: Axes, words: str, k: int) -> None:
    x = LEFT + 190 * k
    add_path(
        ax, segments([[(x, 22), (x + 40, 22)]]), 6, None, facecolor="none", linewidth=style.BOLD,
        edgecolor=style.color("ink" if k == 0 else "hand-line"),
        linestyle="solid" if k == 0 else (0, (3.0, 1.8)),
    )  # fmt: skip
    write(ax, words, (x + 50, 22), size=style.SMALL, align="left")


def _clock(ax: Axes, seconds: float, short: bool, scale: float) -> None:
    _line(ax, [(LEFT, BASE), (RIGHT, BASE)], "ink", style.LINE, 7)
    choices = (1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 900, 1800)
    every = next((c for c in choices if seconds / c <= 9), 3600)
    for second in np.arange(0, seconds + 0.01, every):
        x = LEFT + second * scale
        _line(ax, [(x, BASE), (x, BASE + 7)], "ink", style.THIN, 7)
        text = f"{second:.0f}" if short else clock(second)
        write(ax, text, (x, BASE + 23), size=style.SMALL)
    unit = "seconds" if short else "minutes"
    write(ax, unit, ((LEFT + RIGHT) / 2, BASE + 48), size=style.SMALL, color="ink-soft")
    write(
        ax, "pressure level", (LEFT - 10, BASE), size=style.SMALL, color="ink-soft", align="right"
    )


def _line(ax: Axes, points: list[tuple[float, float]], color: str, width: float, z: float) -> None:
    add_path(ax, segments([points]), z, None, facecolor="none", edgecolor=style.color(color),
             linewidth=width)  # fmt: skip
