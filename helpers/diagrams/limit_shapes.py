"""The outlines of the places that a person's answers narrow, in cm of one body."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from contourpy import contour_generator

from helpers.body import Back
from helpers.body.person import QUARTER_LOWER_Y, QUARTER_UPPER_Y
from helpers.planner.limit_places import LimitPlace

from . import anatomy
from .canvas import Array
from .outline import mirror, thin

CORNERS = 48
"""Corners of a drawn circle."""
STEP = 0.25
"""How finely the areas are traced, cm."""


def shapes_of(body: Back, place: LimitPlace) -> tuple[list[Array], list[Array]]:
    """Return the closed outlines of a place, and those of its margin (none or one)."""
    if place.center is not None:
        at = body.bone_scale([place.center])[0]
        core = [circle(at, place.radius)]
        return core, [circle(at, place.radius + place.margin)] if place.margin else []
    if place.quarter is not None:
        return [_quarter(body, place.quarter, side) for side in place.sides], []
    return area_shapes(body, place.areas), []


def point_of(body: Back, place: LimitPlace, side: int) -> tuple[float, float]:
    """Return a point inside a place for its label; of two alike, the one on a side (-1 left)."""
    core, _ = shapes_of(body, place)
    middles = [anatomy.centre(one) for one in core]
    sizes = [
        abs(area(one)) * (2.0 if m[0] * side > 0 else 1.0)
        for one, m in zip(core, middles, strict=True)
    ]
    x, y = middles[int(np.argmax(sizes))]
    return float(x), float(y)


def circle(at: Array, radius: float) -> Array:
    """Return the corners of a circle."""
    turn = np.linspace(0, 2 * np.pi, CORNERS, endpoint=False)
    return np.asarray(at + radius * np.column_stack([np.cos(turn), np.sin(turn)]))


def area(points: Array) -> float:
    """Return the signed area of a polygon, cm2."""
    nxt = np.roll(points, -1, axis=0)
    return float((points[:, 0] * nxt[:, 1] - nxt[:, 0] * points[:, 1]).sum() / 2)


@lru_cache(maxsize=64)
def area_shapes(body: Back, names: tuple[str, ...]) -> list[Array]:
    """Return the outlines of some areas together, both sides: no edge between two of them."""
    x = np.arange(-24, 24 + STEP / 2, STEP)
    y = np.arange(-12 * body.scale_y, 70 * body.scale_y, STEP)
    grid = np.stack(np.meshgrid(x, y), axis=-1).reshape(-1, 2)
    held = np.isin(body.area_at(grid), names) & body.on_back(grid)
    lines = contour_generator(x, y, held.reshape(len(y), len(x)).astype(float)).lines(0.5)
    found = []
    for line in lines:
        points = np.asarray(line, dtype=float)[:-1]
        if len(points) > 12 and abs(area(points)) > 2.0:
            calm = np.mean([np.roll(points, k, axis=0) for k in range(-2, 3)], axis=0)
            calm = thin(calm, 0.05)
            found.append(calm if area(calm) > 0 else calm[::-1])
    return found


def _quarter(body: Back, quarter: str, side: str) -> Array:
    """Return one side of the trunk above or below a line, on the receiver's side."""
    torso = body.outline("torso")
    trunk = np.vstack([torso, [[0.0, torso[-1][1]]], [[0.0, torso[0][1]]]])
    upper = quarter == "upper"
    line = (QUARTER_UPPER_Y if upper else QUARTER_LOWER_Y) * body.scale_y
    kept = _cut(trunk, line, keep_above=upper)
    return kept if side == "right" else mirror(kept)[::-1]


def _cut(points: Array, y: float, *, keep_above: bool) -> Array:
    """Return the part of a polygon on one side of a level line (above is a smaller y)."""
    sign = 1.0 if keep_above else -1.0
    found = []
    for a, b in zip(points, np.roll(points, -1, axis=0), strict=True):
        here, there = sign * (y - a[1]), sign * (y - b[1])
        if here >= 0:
            found.append(a)
        if here * there < 0:
            found.append(a + (b - a) * here / (here - there))
    return np.array(found)
