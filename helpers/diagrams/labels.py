"""Text that never overlaps: measured, wrapped, put in columns beside the body or near a stroke.

Positions here are px of the 800 px wide picture, from the upper left corner.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Literal

import numpy as np
from attrs import define, field, frozen
from matplotlib.axes import Axes
from matplotlib.font_manager import FontProperties
from matplotlib.path import Path
from matplotlib.text import Text
from matplotlib.textpath import text_to_path
from numpy.typing import ArrayLike

from . import style
from .canvas import Array, View, add_path

LEADING = 1.2
EDGE = np.array([6.0, 4.0])
"""Labels keep this far from the picture's edges, px."""


@frozen
class Box:
    """A rectangle in px: its centre and its full size."""

    x: float
    y: float
    width: float
    height: float

    def overlaps(self, other: Box, gap: float = 0.0) -> bool:
        """Whether two boxes come nearer to each other than ``gap``."""
        return (
            abs(self.x - other.x) * 2 < self.width + other.width + 2 * gap
            and abs(self.y - other.y) * 2 < self.height + other.height + 2 * gap
        )

    def holds(self, points: Array, gap: float = 0.0) -> int:
        """How many of the points (px) lie in the box or within ``gap`` of it."""
        if not len(points):
            return 0
        off = np.abs(points - (self.x, self.y)) * 2 - (self.width + 2 * gap, self.height + 2 * gap)
        return int((off < 0).all(axis=1).sum())


@cache
def _font(size: float, weight: str) -> FontProperties:
    return FontProperties(family=style.FONT, size=size, weight=weight)


@cache
def measure(text: str, size: float = style.TEXT, weight: str = "normal") -> tuple[float, float]:
    """Return width and height of one or more lines, px; pages' own fonts are rarely wider."""
    font = _font(size, weight)
    lines = text.split("\n")
    widths = [text_to_path.get_text_width_height_descent(t, font, False)[0] for t in lines]
    return max(widths), len(lines) * size * LEADING


def wrap(text: str, width: float, size: float = style.TEXT, weight: str = "normal") -> str:
    """Break text into lines no wider than ``width`` px, at spaces only."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and measure(longer, size, weight)[0] <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return "\n".join(lines)


def write(
    ax: Axes,
    text: str,
    at_px: tuple[float, float],
    *,
    size: float = style.TEXT,
    color: str = "ink",
    weight: str = "normal",
    align: Literal["left", "center", "right"] = "center",
    plate: str | None = None,
    pad: float = 4.0,
    zorder: float = 60.0,
) -> Box:
    """Write text whose middle line runs at ``at_px``, on a plate of a token's colour if given."""
    view = View.of(ax)
    width, height = measure(text, size, weight)
    x, y = at_px
    middle = {"left": x + width / 2, "center": x, "right": x - width / 2}[align]
    if plate is not None:
        k = view.scale
        low = view.to_cm((middle - width / 2 - pad, y - height / 2))
        box = _rounded(low, (width + 2 * pad) / k, height / k, 5 / k)
        add_path(ax, box, zorder - 0.5, facecolor=style.color(plate), linewidth=0, alpha=0.86)
    lines = text.split("\n")
    for row, line in enumerate(lines):
        base = y + (row - (len(lines) - 1) / 2) * size * LEADING + 0.36 * size
        at = view.to_cm((x, base))
        item = Text(
            at[0], at[1], line, color=style.color(color), fontproperties=_font(size, weight),
            horizontalalignment=align, verticalalignment="baseline", zorder=zorder, clip_on=False,
        )  # fmt: skip
        ax.add_artist(item)
        item.set_clip_on(False)
    extra = 2 * pad if plate is not None else 0.0
    return Box(middle, y, width + extra, height)


def _rounded(low: Array, width: float, height: float, r: float) -> Path:
    """Return a rectangle with round corners."""
    x0, y0, x1, y1 = low[0], low[1], low[0] + width, low[1] + height
    points = [
        (x0 + r, y0), (x1 - r, y0), (x1, y0), (x1, y0 + r), (x1, y1 - r), (x1, y1), (x1 - r, y1),
        (x0 + r, y1), (x0, y1), (x0, y1 - r), (x0, y0 + r), (x0, y0), (x0 + r, y0), (x0 + r, y0),
    ]  # fmt: skip
    codes = [1, 2, 3, 3, 2, 3, 3, 2, 3, 3, 2, 3, 3, 79]
    return Path(points, codes)


@define
class Board:
    """What is already taken, and where a new label may go."""

    width: float
    height: float
    boxes: list[Box] = field(factory=list)
    path: Array = field(factory=lambda: np.empty((0, 2)))
    soft: Array = field(factory=lambda: np.empty((0, 2)))

    def avoid_path(self, points: ArrayLike) -> None:
        """Keep labels off these points (px)."""
        self.path = np.concatenate([self.path, np.asarray(points, dtype=float).reshape(-1, 2)])

    def avoid_softly(self, points: ArrayLike) -> None:
        """Keep labels off these points (px) where there is room."""
        self.soft = np.concatenate([self.soft, np.asarray(points, dtype=float).reshape(-1, 2)])

    def take(self, box: Box) -> Box:
        """Mark a box as taken."""
        self.boxes.append(box)
        return box

    def find(
        self,
        near: ArrayLike,
        size: tuple[float, float],
        *,
        toward: tuple[float, float] = (1.0, 0.0),
        gap: float = 4.0,
        reach: float = 260.0,
        bias: float = 14.0,
    ) -> Box | None:
        """Return the best free box of this size near a point, or None; prefers one direction."""
        tiers = [(0.0, 30.0), (30.0, 90.0), (90.0, reach)]
        if bias > 20:
            tiers = [(0.0, 70.0), (70.0, reach)]
        for low, high in tiers:
            radii = np.arange(low, high, 10.0)
            box = self._best(
                np.asarray(near, dtype=float), size, np.asarray(toward), gap, radii, bias
            )
            if box is not None:
                return box
        return None

    def _best(
        self,
        near: Array,
        size: tuple[float, float],
        toward: Array,
        gap: float,
        radii: Array,
        bias: float,
    ) -> Box | None:
        half = np.array(size) / 2
        away = np.repeat(radii, len(_RING))
        unit = np.tile(_RING, (len(radii), 1))
        at = near + unit * (half + gap + away[:, None])
        low, high = half + EDGE, np.array([self.width, self.height]) - half - EDGE
        free = ((at >= low) & (at <= high)).all(axis=1)
        if self.boxes:
            taken = np.array([[b.x, b.y, b.width / 2, b.height / 2] for b in self.boxes])
            apart = np.abs(at[:, None, :] - taken[:, :2]) >= taken[:, 2:] + half + gap
            free &= apart.any(axis=2).all(axis=1)
        at, away, unit = at[free], away[free], unit[free]
        if len(self.path):
            reach = 2 * half + radii[-1] + 2 * gap
            nearby = self.path[(np.abs(self.path - near) < reach).all(axis=1)]
            dx = np.abs(at[:, :1] - nearby[:, 0]) < half[0] + gap
            dy = np.abs(at[:, 1:] - nearby[:, 1]) < half[1] + gap
            clear = ~(dx & dy).any(axis=1)
            at, away, unit = at[clear], away[clear], unit[clear]
        if not len(at):
            return None
        cost = away + bias * (1 - unit @ toward)
        if len(self.soft):
            dx = np.abs(at[:, :1] - self.soft[:, 0]) < half[0]
            dy = np.abs(at[:, 1:] - self.soft[:, 1]) < half[1]
            cost += 1.2 * (dx & dy).sum(axis=1)
        x, y = at[int(np.argmin(cost))]
        return Box(float(x), float(y), *size)


_ANGLES = np.arange(0, 2 * np.pi, np.pi / 12)
_RING = np.column_stack([np.cos(_ANGLES), np.sin(_ANGLES)])


def column(
    heights: Sequence[float], wanted: Sequence[float], low: float, high: float, gap: float = 9.0
) -> list[float]:
    """Return middles of labels in a column, in order, as near as can be to the wanted ones (px)."""
    order = np.argsort(np.asarray(wanted), kind="stable")
    placed = np.zeros(len(order))
    groups: list[list[int]] = []
    for index in order:
        groups.append([int(index)])
        while len(groups) > 1 and _top(groups[-1], heights, wanted, gap, low, high) < (
            _top(groups[-2], heights, wanted, gap, low, high) + _tall(groups[-2], heights, gap)
        ):
            last = groups.pop()
            groups[-1] += last
    for group in groups:
        y = _top(group, heights, wanted, gap, low, high)
        for index in group:
            placed[index] = y + heights[index] / 2 + gap / 2
            y += heights[index] + gap
    return [float(y) for y in placed]


def _tall(group: Iterable[int], heights: Sequence[float], gap: float) -> float:
    return sum(heights[i] + gap for i in group)


def _top(
    group: Sequence[int],
    heights: Sequence[float],
    wanted: Sequence[float],
    gap: float,
    low: float,
    high: float,
) -> float:
    offset, tops = 0.0, []
    for i in group:
        tops.append(wanted[i] - heights[i] / 2 - gap / 2 - offset)
        offset += heights[i] + gap
    return min(max(float(np.mean(tops)), low), max(high - offset, low))
