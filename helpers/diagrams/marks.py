"""Marks on the back: a shape for each way a place can feel, so that colour is never needed."""

from __future__ import annotations

from functools import cache
from typing import Final

import numpy as np
from matplotlib.axes import Axes
from matplotlib.path import Path
from matplotlib.transforms import Affine2D

from . import style
from .canvas import View, add_path, sheet
from .labels import write
from .svg import fragment

SHAPES: Final = {
    "tight": "circle",
    "tender": "diamond",
    "lump": "square",
    "pain": "triangle",
    "place": "ring",
}
"""The shape of a mark by what it means; "place" only says where."""

SIZE: Final = 15.0
"""Half the height of a mark, px of the full width."""

_ALONE: Final = ("lump", "pain")
"""Marks of what is left alone: dark, where the others have the accent."""


def mark_path(kind: str) -> Path:
    """Return the outline of a mark around the origin, in px, y down."""
    r = SIZE
    match SHAPES[kind]:
        case "diamond":
            s = 1.28 * r
            return Path([(0, -s), (s, 0), (0, s), (-s, 0), (0, -s)], closed=True)
        case "square":
            s = 0.94 * r
            return Path([(-s, -s), (s, -s), (s, s), (-s, s), (-s, -s)], closed=True)
        case "triangle":
            s = 1.45 * r
            corners = [(0, -s), (0.98 * s, 0.68 * s), (-0.98 * s, 0.68 * s), (0, -s)]
            return Path(corners, closed=True)
    return Affine2D().scale(r).transform_path(Path.unit_circle())


def draw_mark(
    ax: Axes, kind: str, at: tuple[float, float], text: str = "", *, z: float = 70.0
) -> None:
    """Draw a mark at a point in cm, with a number or letter on it."""
    view = View.of(ax)
    move = Affine2D().scale(1 / view.scale).translate(*at)
    ring = SHAPES[kind] == "ring"
    dark = kind in _ALONE
    fill = "paper" if ring else "ink" if dark else "now"
    add_path(
        ax, move.transform_path(mark_path(kind)), z, None, facecolor=style.color(fill),
        edgecolor=style.color("now" if ring else "paper"), linewidth=3.2 if ring else 2.0,
    )  # fmt: skip
    if text:
        x, y = view.to_px(np.array(at))
        low = 3.0 if SHAPES[kind] == "triangle" else 0.0
        ink = "ink" if ring else "on-level"
        write(ax, text, (float(x), float(y) + low), color=ink, weight="bold", size=style.SMALL,
              zorder=z + 1)  # fmt: skip


@cache
def mark_symbols() -> str:
    """Return one ``<symbol>`` per kind of mark, id ``gh-mark-<kind>``, its middle at (0, 0)."""
    return "".join(_symbol(kind) for kind in SHAPES)


def _symbol(kind: str) -> str:
    view = View(half_width=style.WIDTH / 2, top=-500.0)
    with sheet(view) as (fig, ax):
        draw_mark(ax, kind, (0.0, 0.0))
        return (
            f'<symbol id="gh-mark-{kind}" overflow="visible">'
            f'<g transform="translate(-{style.WIDTH // 2} -500)">{fragment(fig)}</g></symbol>'
        )
