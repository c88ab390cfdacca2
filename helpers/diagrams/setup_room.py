"""Furniture, pillows and supplies of a set-up, seen from above."""

from __future__ import annotations

from typing import Final

import numpy as np
from matplotlib.axes import Axes
from matplotlib.path import Path
from matplotlib.transforms import Affine2D

from helpers.content.models.prepare import Pillow, Setting

from . import style
from .canvas import Array, add_path
from .giver_above import Stand, circle
from .outline import segments, smooth
from .people import Piece, curves

NEAR: Final = 30.0
"""How far the middle of the body lies from the edge on the giver's side, cm (our choice)."""


def draw_piece(ax: Axes, piece: Piece, z: float, width: float = style.THIN) -> None:
    """Fill and outline a piece."""
    add_path(ax, piece.fill, z, None, facecolor=style.color(piece.token), linewidth=0)
    add_path(ax, piece.edge, z + 0.01, None, facecolor="none", linewidth=width,
             edgecolor=style.color(piece.line), capstyle="round")  # fmt: skip


def line(
    ax: Axes, path: Path, z: float, token: str, width: float = style.HAIR, **look: object
) -> None:
    """Draw a path as a line."""
    add_path(ax, path, z, None, facecolor="none", linewidth=width, edgecolor=style.color(token),
             capstyle="round", **look)  # fmt: skip


def box(x0: float, y0: float, x1: float, y1: float, r: float) -> Path:
    """Return a rectangle with round corners, cm."""
    k = r * 0.55
    points = [
        (x0 + r, y0), (x1 - r, y0), (x1 - r + k, y0), (x1, y0 + r - k), (x1, y0 + r),
        (x1, y1 - r), (x1, y1 - r + k), (x1 - r + k, y1), (x1 - r, y1),
        (x0 + r, y1), (x0 + r - k, y1), (x0, y1 - r + k), (x0, y1 - r),
        (x0, y0 + r), (x0, y0 + r - k), (x0 + r - k, y0), (x0 + r, y0), (x0 + r, y0),
    ]  # fmt: skip
    return Path(points, [1, 2, 4, 4, 4, 2, 4, 4, 4, 2, 4, 4, 4, 2, 4, 4, 4, 79])


def surface(setting: Setting, side: float, face_ring: bool) -> tuple[float, float, float, float]:
    """Return the edges of the surface (x0, y0, x1, y1) in cm; the giver is at ``side`` (1 or -1).

    On a table the face lies in a ring beyond its end, and the body therefore further up.
    """
    if setting.id == "chair":
        half = setting.width / 2
        return -half, 3.0, half, 3.0 + setting.length
    top = -9.0 if setting.id == "table" and face_ring else -34.0
    middle = 0.0 if setting.id == "table" else -(setting.width / 2 - NEAR) * side
    half = setting.width / 2
    return middle - half, top, middle + half, top + setting.length


def draw_place(ax: Axes, setting: Setting, side: float, *, face_ring: bool) -> None:
    """Draw what they lie or sit on."""
    x0, y0, x1, y1 = surface(setting, side, face_ring)
    match setting.id:
        case "bed":
            _fill(ax, box(x0 - 3, y0 - 6, x1 + 3, y0 + 10, 3), 1, "wood", "wood-line")
            _fill(ax, box(x0, y0, x1, y1, 7), 1.1, "linen", "linen-line")
            line(ax, box(x0 + 3, y0 + 3, x1 - 3, y1 - 3, 5), 1.2, "linen-line")
        case "table":
            _fill(ax, box(x0, y0, x1, y1, 6), 1.1, "linen", "linen-line", style.LINE)
            line(ax, box(x0 + 2.5, y0 + 2.5, x1 - 2.5, y1 - 2.5, 4.5), 1.2, "linen-line")
        case "floor":
            _fill(ax, box(x0, y0, x1, y1, 4), 1.1, "linen", "linen-line")
            inner = box(x0 + 6, y0 + 6, x1 - 6, y1 - 6, 3)
            _fill(ax, inner, 1.2, "linen", "linen-line", style.HAIR)
            hems = [[(x0 + 6, y), (x1 - 6, y)] for y in np.linspace(y0 + 34, y1 - 34, 5)]
            line(ax, segments(hems), 1.3, "linen-line")
        case _:
            _fill(ax, box(x0, y0, x1, y1, 5), 1.1, "wood", "wood-line")
            _fill(ax, box(x0 - 1, y0 - 15, x1 + 1, y0 - 10, 2), 4.4, "wood", "wood-line")


def _fill(ax: Axes, path: Path, z: float, token: str, edge: str, width: float = style.THIN) -> None:
    add_path(ax, path, z, None, facecolor=style.color(token), edgecolor=style.color(edge),
             linewidth=width)  # fmt: skip


def draw_pillow(ax: Axes, pillow: Pillow, side: float, z: float) -> None:
    """Draw one pillow, roll or horseshoe where it lies."""
    move = Affine2D().translate(*pillow.at).scale(side, 1.0)
    fill, lines = SHAPES[pillow.shape](pillow.width / 2, pillow.length / 2)
    add_path(ax, move.transform_path(fill), z, f"gh-{pillow.id}", linewidth=style.THIN,
             facecolor=style.color("pillow"), edgecolor=style.color("linen-line"))  # fmt: skip
    line(ax, move.transform_path(lines), z + 0.1, "linen-line")


def _soft(w: float, h: float) -> tuple[Path, Path]:
    """Return a pillow: corners pulled out, sides a little in, creases at the corners."""
    half = np.array([w, h])
    corner = [(-1.0, -1.0), (-0.9, -0.99), (0.0, -0.93), (0.9, -0.99)]
    edge: list[Array] = []
    for k in range(4):
        turn = np.array([[0, 1], [-1, 0]]) if k else np.eye(2)
        corner = [tuple(np.asarray(p) @ turn) for p in corner]
        edge += [np.asarray(p) for p in corner]
    points = np.array(edge) * half
    crease = []
    for sx in (1, -1):
        for sy in (1, -1):
            at = np.array([sx * w * 0.86, sy * h * 0.82])
            crease.append([at, at - np.array([sx * w * 0.16, sy * h * 0.06])])
            crease.append([at, at - np.array([sx * w * 0.05, sy * h * 0.2])])
    return smooth(points, (0, 4, 8, 12)), segments(crease)


def _roll(w: float, h: float) -> tuple[Path, Path]:
    near, deep = w - 0.45 * h, w - 0.9 * h
    ends = [[(s * near, -0.9 * h), (s * deep, 0.0), (s * near, 0.9 * h)] for s in (1, -1)]
    return box(-w, -h, w, h, min(w, h) * 0.8), curves(ends)


def _horseshoe(w: float, h: float) -> tuple[Path, Path]:
    """Return a thick U that is open towards the feet."""
    thick = w * 0.42
    t = np.linspace(np.radians(-42), np.radians(222), 15)
    out = np.column_stack([w * np.cos(t), -h * np.sin(t)])
    inner = np.column_stack([(w - thick) * np.cos(t), -(h - thick) * np.sin(t)])
    middle = (out + inner) / 2
    ends = [(out[k] + inner[k]) / 2 + (0.0, 2.4) for k in (-1, 0)]
    ring = np.concatenate([out, ends[:1], inner[::-1], ends[1:]])
    return smooth(ring), smooth(middle[1:-1], (), closed=False)


SHAPES: Final = {"pillow": _soft, "roll": _roll, "horseshoe": _horseshoe}


def draw_tray(ax: Axes, at: tuple[float, float], things: frozenset[str]) -> None:
    """Draw a small table (36 by 32 cm) with what is ticked on it: oil, towel, water, clock."""
    x, y = at
    _fill(ax, box(x - 18, y - 16, x + 18, y + 16, 3), 3, "wood", "wood-line")
    if "oil" in things:
        _fill(ax, circle((x - 10, y - 6.6), 4.2), 3.2, "chosen", "wood-line")
        _fill(ax, circle((x - 10, y - 6.6), 1.9), 3.3, "paper", "wood-line")
    if "towel" in things:
        _fill(ax, box(x - 3, y - 12.4, x + 14.6, y - 1.4, 2), 3.2, "pillow", "linen-line")
        folds = [
            [(x - 3, y - 9), (x + 14.6, y - 9)],
            [(x + 10.4, y - 12.4), (x + 10.4, y - 1.4)],
        ]
        line(ax, segments(folds), 3.3, "linen-line")
    if "water" in things:
        for k in (0, 1):
            _fill(ax, circle((x - 11.4 + 8.6 * k, y + 8), 3.7), 3.2, "paper", "linen-line")
            line(ax, circle((x - 11.4 + 8.6 * k, y + 8), 2.8), 3.3, "linen-line")
    if "watch" in things:
        _fill(ax, circle((x + 10, y + 7.6), 4.8), 3.2, "paper", "ink-soft")
        line(
            ax, segments([[(x + 10, y + 4.2), (x + 10, y + 7.6), (x + 12.4, y + 9.2)]]), 3.3, "ink"
        )


def draw_cushion(ax: Axes, stand: Stand) -> None:
    """Draw the cushion below the giver's knees, 54 by 36 cm."""
    fill, lines = _soft(27.0, 18.0)
    move = Affine2D().translate(0.0, 6.0).rotate_deg(stand.facing).translate(*stand.at)
    add_path(ax, move.transform_path(fill), 3.7, "gh-knees", linewidth=style.THIN,
             facecolor=style.color("pillow"), edgecolor=style.color("linen-line"))  # fmt: skip
    line(ax, move.transform_path(lines), 3.75, "linen-line")
