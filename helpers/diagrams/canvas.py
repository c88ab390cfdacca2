"""Figures without pyplot, and the view that says which centimetres a picture shows."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any

import numpy as np
from attrs import frozen
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch
from matplotlib.path import Path
from matplotlib.transforms import IdentityTransform, TransformedPath
from numpy.typing import ArrayLike, NDArray

from . import style

Array = NDArray[np.float64]


@frozen
class View:
    """A window on the back: x from ``-half_width`` to ``half_width`` cm, y from ``top`` cm down.

    ``scale`` is px per cm at the full width of 800 px; the same on both axes.
    """

    half_width: float
    top: float
    height: int = 1000
    middle: float = 0.0

    @property
    def left(self) -> float:
        """The first x shown, cm."""
        return self.middle - self.half_width

    @property
    def scale(self) -> float:
        """Px per cm."""
        return style.WIDTH / (2 * self.half_width)

    @property
    def bottom(self) -> float:
        """The last y shown, cm."""
        return self.top + self.height / self.scale

    def to_px(self, points: ArrayLike) -> Array:
        """Turn points in cm into px from the upper left corner; the player uses the same rule."""
        xy = np.asarray(points, dtype=float)
        return (xy - (self.left, self.top)) * self.scale

    def to_cm(self, points: ArrayLike) -> Array:
        """Turn px from the upper left corner into cm."""
        return np.asarray(points, dtype=float) / self.scale + (self.left, self.top)

    @classmethod
    def of(cls, ax: Axes) -> View:
        """Return the view that an Axes made by ``figure`` shows."""
        x0, x1 = ax.get_xlim()
        y1, y0 = ax.get_ylim()
        height = round((y1 - y0) * style.WIDTH / (x1 - x0))
        return cls((x1 - x0) / 2, y0, height, middle=(x0 + x1) / 2)


BACK_MAP = View(half_width=43.0, top=-25.5, height=920)
"""The whole back, head to thigh, with room for labels at both sides."""
UPPER = View(half_width=32.0, top=-10.0)
"""A stroke that stays above the hips."""
LOWER = View(half_width=32.0, top=-3.0)
"""A stroke of the low back."""
LOWEST = View(half_width=32.0, top=7.0)
"""A stroke on the buttocks."""


Page = AbstractContextManager[tuple[Figure, Axes]]
"""A Figure and its Axes, lent: to draw on and to turn into SVG before they are given back."""

NO_CLIP = TransformedPath(Path(np.empty((0, 2))), IdentityTransform())
"""For artists that are not clipped: an Axes works out a clip path for each that has none."""

_free: list[tuple[Figure, Axes]] = []


def figure(view: View = BACK_MAP) -> tuple[Figure, Axes]:
    """Return a new Figure whose one Axes fills it and shows the view, in cm, head at the top."""
    fig, ax = chart(view.height)
    _show(ax, view)
    return fig, ax


def chart(height: int) -> tuple[Figure, Axes]:
    """Return a new Figure of 800 by ``height`` px; its one Axes fills it, in px from the top."""
    fig = Figure(figsize=(style.WIDTH / 72, height / 72), dpi=72)
    FigureCanvasAgg(fig)
    fig.patch.set_visible(False)
    ax = fig.add_axes((0.0, 0.0, 1.0, 1.0))
    ax.set_axis_off()
    ax.set_autoscale_on(False)
    ax.set_xlim(0, style.WIDTH)
    ax.set_ylim(height, 0)
    return fig, ax


@contextmanager
def sheet(view: View = BACK_MAP) -> Iterator[tuple[Figure, Axes]]:
    """Lend a Figure like one of ``figure``."""
    with page(view.height) as (fig, ax):
        _show(ax, view)
        yield fig, ax


@contextmanager
def page(height: int) -> Iterator[tuple[Figure, Axes]]:
    """Lend a Figure like one of ``chart``: matplotlib takes longer to make one than to fill it."""
    fig, ax = _free.pop() if _free else chart(height)
    fig.set_size_inches(style.WIDTH / 72, height / 72)
    ax.set_xlim(0, style.WIDTH)
    ax.set_ylim(height, 0)
    try:
        yield fig, ax
    finally:
        for artist in [*ax.patches, *ax.texts, *ax.lines]:
            artist.remove()
        _free.append((fig, ax))


def add_path(ax: Axes, path: Path, z: float, gid: str | None = None, **look: Any) -> PathPatch:
    """Add a path to an Axes in one go: not clipped, and the limits stay as they are."""
    patch = PathPatch(path, zorder=z, clip_on=False, **look)
    patch.set_clip_path(NO_CLIP)
    if gid:
        patch.set_gid(gid)
    ax.add_artist(patch)
    return patch


def _show(ax: Axes, view: View) -> None:
    ax.set_xlim(view.left, view.left + 2 * view.half_width)
    ax.set_ylim(view.bottom, view.top)
