"""The small mark of each verdict on a claim: told apart by its shape, with or without colour."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import numpy as np
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.patches import Circle, Polygon, Wedge

from . import style
from .canvas import add_path
from .outline import segments
from .svg import svg

SIZE: Final = 40
"""Width and height of a mark, px."""

INK: Final = "ink"


def verdict_svg(shape: str) -> str:
    """Return the mark of a shape ("tick", "half", "ring", "cross" or "stop") as one SVG.

    Raises
    ------
    KeyError
        For any other shape.
    """
    draw = _SHAPES[shape]
    fig = Figure(figsize=(SIZE / 72, SIZE / 72), dpi=72)
    FigureCanvasAgg(fig)
    fig.patch.set_visible(False)
    ax = fig.add_axes((0.0, 0.0, 1.0, 1.0))
    ax.set_axis_off()
    ax.set_xlim(0, SIZE)
    ax.set_ylim(SIZE, 0)
    draw(ax)
    return svg(fig)


def _disc(ax: Axes, face: str, edge: str = INK) -> None:
    disc = Circle((20, 20), 16, linewidth=3, zorder=2, clip_on=False,
                  facecolor=style.color(face), edgecolor=style.color(edge))  # fmt: skip
    ax.add_artist(disc)


def _lines(ax: Axes, lines: list[list[tuple[float, float]]], color: str) -> None:
    add_path(ax, segments(lines), 4, None, facecolor="none", linewidth=4.4, capstyle="round",
             edgecolor=style.color(color))  # fmt: skip


def _tick(ax: Axes) -> None:
    _disc(ax, "level-1", "level-1")
    _lines(ax, [[(12, 21), (18, 27), (29, 14)]], "on-level")


def _half(ax: Axes) -> None:
    _disc(ax, "paper", "level-2")
    left = Wedge((20, 20), 16, 90, 270, facecolor=style.color("level-2"), linewidth=0, zorder=3,
                 clip_on=False)  # fmt: skip
    ax.add_artist(left)


def _ring(ax: Axes) -> None:
    _disc(ax, "paper", "ink-soft")


def _cross(ax: Axes) -> None:
    _disc(ax, "ink", "ink")
    _lines(ax, [[(14, 14), (26, 26)], [(26, 14), (14, 26)]], "paper")


def _stop(ax: Axes) -> None:
    turn = np.deg2rad(np.arange(22.5, 360, 45))
    points = np.column_stack([20 + 18 * np.cos(turn), 20 + 18 * np.sin(turn)])
    sign = Polygon(points, facecolor=style.color("now"), linewidth=0, zorder=2, clip_on=False)
    ax.add_artist(sign)
    _lines(ax, [[(12, 20), (28, 20)]], "on-level")


_SHAPES: Final[dict[str, Callable[[Axes], None]]] = {
    "tick": _tick,
    "half": _half,
    "ring": _ring,
    "cross": _cross,
    "stop": _stop,
}
