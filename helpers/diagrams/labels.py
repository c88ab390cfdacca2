"""Text: measured, wrapped and written.

Positions here are px of the 800 px wide picture, from the upper left corner.
"""

from __future__ import annotations

from functools import cache
from typing import Any, Literal

import numpy as np
from attrs import frozen
from matplotlib.axes import Axes
from matplotlib.backend_bases import RendererBase
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.font_manager import FontProperties
from matplotlib.path import Path
from matplotlib.text import Text
from matplotlib.textpath import text_to_path

from . import style
from .canvas import NO_CLIP, Array, View, add_path

LEADING = 1.2
UNIT = text_to_path.FONT_SCALE
"""The size at which matplotlib measures all text, px."""
KERNED = 0.03
"""Pairs of letters that stand closer make a line shorter by less than this share of it."""


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


class Line(Text):
    """One line of text: SVG only needs where it starts, so nothing of it is measured for that."""

    def draw(self, renderer: RendererBase) -> None:
        """Draw the line."""
        # The renderer itself does not tell: matplotlib wraps it.
        if not self.axes or not isinstance(self.axes.figure.canvas, FigureCanvasSVG):
            super().draw(renderer)
            return
        ink: Any = renderer
        x, y = self.get_transform().transform(self.get_unitless_position())
        look = ink.new_gc()
        look.set_foreground(self.get_color())
        ink.open_group("text", self.get_gid())
        at = (x, ink.height - y)
        ink.draw_text(look, *at, self.get_text(), self.get_fontproperties(), 0.0, mtext=self)
        ink.close_group("text")
        look.restore()


@cache
def _font(size: float, weight: str) -> FontProperties:
    return FontProperties(family=style.FONT, size=size, weight=weight)


def measure(text: str, size: float = style.TEXT, weight: str = "normal") -> tuple[float, float]:
    """Return width and height of one or more lines, px; pages' own fonts are rarely wider."""
    lines = text.split("\n")
    return max(_width(line, weight) for line in lines) * (size / UNIT), len(lines) * size * LEADING


def wrap(text: str, width: float, size: float = style.TEXT, weight: str = "normal") -> str:
    """Break text into lines no wider than ``width`` px, at spaces only."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and _fits(longer, width, size, weight):
            lines[-1] = longer
        else:
            lines.append(word)
    return "\n".join(lines)


@cache
def _width(line: str, weight: str) -> float:
    """Return the width of a line where letters are ``UNIT`` px large."""
    width: float = text_to_path.get_text_width_height_descent(line, _font(UNIT, weight), False)[0]
    return width


def _fits(line: str, width: float, size: float, weight: str) -> bool:
    """Whether a line is no wider than ``width`` px; measured only where its letters do not tell."""
    spare = width - sum(_advance(letter, weight) for letter in line) * (size / UNIT)
    # Half a letter more: the first and the last do not fill all of their own width.
    if abs(spare) > KERNED * width + size / 2:
        return spare > 0
    return measure(line, size, weight)[0] <= width


@cache
def _advance(letter: str, weight: str) -> float:
    """Return how far a letter moves the next one on, where letters are ``UNIT`` px large."""
    return _width(f"|{letter}|", weight) - _width("||", weight)


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
        item = Line(
            at[0], at[1], line, color=style.color(color), fontproperties=_font(size, weight),
            horizontalalignment=align, verticalalignment="baseline", zorder=zorder, clip_on=False,
        )  # fmt: skip
        item.set_clip_path(NO_CLIP)
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
