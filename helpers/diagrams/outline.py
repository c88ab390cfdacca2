"""Geometry for the eye: outlines smoothed between corners, grain, hatching. Numbers in cm.

Rules use the polygons as they are; only drawings are smoothed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from math import cos, sin

import numpy as np
from matplotlib.path import Path
from numpy.typing import ArrayLike

from .canvas import Array

CORNER = 52.0
"""A polygon's own corner stays sharp where it turns by more than this, degrees."""


def corners(points: ArrayLike, turn: float = CORNER, midline: float = 0.9) -> list[int]:
    """Return the indices to keep sharp: strong turns, and everything on the midline."""
    xy = np.asarray(points, dtype=float)
    before, after = xy - np.roll(xy, 1, axis=0), np.roll(xy, -1, axis=0) - xy
    cross = before[:, 0] * after[:, 1] - before[:, 1] * after[:, 0]
    angle = np.degrees(np.abs(np.arctan2(cross, (before * after).sum(axis=1))))
    return [int(i) for i in np.flatnonzero((angle > turn) | (np.abs(xy[:, 0]) <= midline))]


def smooth(points: ArrayLike, sharp: Iterable[int] = (), closed: bool = True) -> Path:
    """Return a path of Bezier curves through all points, with a corner at each index in ``sharp``.

    Centripetal Catmull-Rom between corners: it neither loops nor bulges across them.
    """
    xy = np.asarray(points, dtype=float)
    n = len(xy)
    knees = set(sharp)
    count = n if closed else n - 1
    verts: list[Array] = [xy[0]]
    for i in range(count):
        p1, p2 = xy[i], xy[(i + 1) % n]
        p0 = p1 if i in knees or (not closed and i == 0) else xy[i - 1]
        last = (i + 1) % n in knees or (not closed and i + 1 == n - 1)
        p3 = p2 if last else xy[(i + 2) % n]
        verts += [*_controls(p0, p1, p2, p3), p2]
    codes = [Path.MOVETO] + [Path.CURVE4] * (3 * count)
    if closed:
        verts.append(xy[0])
        codes.append(Path.CLOSEPOLY)
    return Path(np.array(verts), codes)


def _controls(p0: Array, p1: Array, p2: Array, p3: Array) -> tuple[Array, Array]:
    d1, d2, d3 = (np.sqrt(np.hypot(*(b - a))) for a, b in ((p0, p1), (p1, p2), (p2, p3)))
    a, b = p1 + (p2 - p1) / 3, p2 - (p2 - p1) / 3
    if d1 > 1e-9:
        a = (d1**2 * p2 - d2**2 * p0 + (2 * d1**2 + 3 * d1 * d2 + d2**2) * p1) / (
            3 * d1 * (d1 + d2)
        )
    if d3 > 1e-9:
        b = (d3**2 * p1 - d2**2 * p3 + (2 * d3**2 + 3 * d3 * d2 + d2**2) * p2) / (
            3 * d3 * (d3 + d2)
        )
    return a, b


def flatten(path: Path, steps: int = 8) -> Array:
    """Return the points of a smoothed path as a fine polyline."""
    xy = vertices(path)
    codes = None if path.codes is None else np.asarray(path.codes)
    fine = [xy[:1]]
    t = np.linspace(0, 1, steps + 1)[1:, None]
    for i in range(1, len(xy) - 2, 3):
        if codes is not None and codes[i] != Path.CURVE4:
            continue
        p0, (p1, p2, p3) = xy[i - 1], xy[i : i + 3]
        s = 1 - t
        fine.append(s**3 * p0 + 3 * s * s * t * p1 + 3 * s * t * t * p2 + t**3 * p3)
    return np.concatenate(fine)


def mirror(points: ArrayLike) -> Array:
    """Return the points of the other side."""
    return np.asarray(points, dtype=float) * (-1.0, 1.0)


def vertices(path: Path) -> Array:
    """Return a path's points as an array."""
    return np.asarray(path.vertices, dtype=float)


def mirror_path(path: Path) -> Path:
    """Return the path of the other side."""
    return Path(vertices(path) * (-1.0, 1.0), path.codes)


def segments(lines: Iterable[ArrayLike]) -> Path:
    """Return many open lines as one path, so that the SVG holds one element."""
    verts: list[Array] = []
    codes: list[int] = []
    for line in lines:
        xy = np.asarray(line, dtype=float)
        verts.append(xy)
        codes += [int(Path.MOVETO)] + [int(Path.LINETO)] * (len(xy) - 1)
    if not verts:
        return Path(np.empty((0, 2)))
    return Path(np.concatenate(verts), codes)


def hatch(polygons: Sequence[ArrayLike], angle: float = 45.0, spacing: float = 1.0) -> list[Array]:
    """Return parallel lines clipped to the union of polygons; angle in degrees, spacing in cm.

    Polygons that turn the other way (negative area) are holes.
    """
    turn = np.radians(angle)
    along = np.array([np.cos(turn), np.sin(turn)])
    across = np.array([-along[1], along[0]])
    turned = [np.asarray(p, dtype=float) @ np.array([along, across]).T for p in polygons]
    if not turned:
        return []
    start = np.concatenate(turned)
    end = np.concatenate([np.roll(p, -1, axis=0) for p in turned])
    lines = []
    for v in np.arange(np.ceil(start[:, 1].min() / spacing) * spacing, start[:, 1].max(), spacing):
        for u0, u1 in _spans(start, end, v):
            if u1 - u0 > 0.25:
                lines.append(np.array([u0 * along + v * across, u1 * along + v * across]))
    return lines


def _spans(start: Array, end: Array, v: float) -> list[tuple[float, float]]:
    """Return where the line at height ``v`` runs inside: where the winding number is not 0."""
    hit = (start[:, 1] <= v) != (end[:, 1] <= v)
    a, b = start[hit], end[hit]
    u = a[:, 0] + (v - a[:, 1]) / (b[:, 1] - a[:, 1]) * (b[:, 0] - a[:, 0])
    order = np.argsort(u, kind="stable")
    u, winding = u[order], np.cumsum(np.where(b[order, 1] > a[order, 1], 1, -1))
    spans: list[tuple[float, float]] = []
    for k in np.flatnonzero(winding[:-1]):
        if spans and spans[-1][1] == u[k]:
            spans[-1] = (spans[-1][0], float(u[k + 1]))
        else:
            spans.append((float(u[k]), float(u[k + 1])))
    return spans


Turn = Callable[[float, float], float]
"""The direction, in radians, at a place."""


def grain(
    polygon: ArrayLike, turn_at: Turn, spacing: float = 0.8, step: float = 0.5
) -> list[Array]:
    """Return fibre lines that follow ``turn_at`` inside the polygon, evenly spaced."""
    xy = np.asarray(polygon, dtype=float)
    border = Path(xy)
    (x0, y0), (x1, y1) = xy.min(axis=0), xy.max(axis=0)
    grid = np.array([
        (x, y)
        for k, y in enumerate(np.arange(y0 + spacing / 3, y1, spacing * 0.5))
        for x in np.arange(x0 + spacing * (0.3 + 0.37 * (k % 2)), x1, spacing * 0.74)
    ])  # fmt: skip
    drawn = _Drawn(spacing)
    lines: list[Array] = []
    for seed in grid[border.contains_points(grid)].tolist():
        if drawn.near(seed[0], seed[1], spacing):
            continue
        ahead = _follow(seed, turn_at, border, drawn, spacing * 0.55, step)
        behind = _follow(seed, turn_at, border, drawn, spacing * 0.55, -step)
        line = np.array([*behind[::-1], seed, *ahead])
        if len(line) * step > 1.6:
            drawn.add(line)
            lines.append(line)
    return lines


class _Drawn:
    """Points that are drawn already, in square cells so that few have to be looked at."""

    def __init__(self, cell: float) -> None:
        self._size = cell
        self._cells: dict[tuple[int, int], list[tuple[float, float]]] = {}

    def add(self, line: Array) -> None:
        for x, y in line.tolist():
            self._cells.setdefault(self._cell(x, y), []).append((x, y))

    def near(self, x: float, y: float, gap: float) -> bool:
        """Whether a point comes nearer than ``gap`` to one that is drawn."""
        (i, j), (k, m) = self._cell(x - gap, y - gap), self._cell(x + gap, y + gap)
        for one in range(i, k + 1):
            for other in range(j, m + 1):
                for u, v in self._cells.get((one, other), ()):
                    if (u - x) * (u - x) + (v - y) * (v - y) < gap * gap:
                        return True
        return False

    def _cell(self, x: float, y: float) -> tuple[int, int]:
        return int(x // self._size), int(y // self._size)


def _follow(
    seed: Sequence[float], turn_at: Turn, border: Path, drawn: _Drawn, gap: float, step: float
) -> list[tuple[float, float]]:
    line: list[tuple[float, float]] = []
    x, y = seed
    for _ in range(200):
        turn = turn_at(x, y)
        x, y = x + step * cos(turn), y + step * sin(turn)
        if not border.contains_point((x, y)) or drawn.near(x, y, gap):
            break
        line.append((x, y))
    return line


def thin(xy: Array, error: float = 0.03) -> Array:
    """Drop points that a line through the rest misses by no more than ``error`` cm."""
    if len(xy) > 2:
        step = np.diff(xy, axis=0)
        one, two = step[:-1], step[1:]
        bent = np.abs(one[:, 0] * two[:, 1] - one[:, 1] * two[:, 0]) > 1e-7
        xy = xy[np.concatenate([[True], bent | ((one * two).sum(axis=1) < 0), [True]])]
    if len(xy) <= 24:
        return xy
    keep = np.zeros(len(xy), dtype=bool)
    keep[[0, -1]] = True
    todo = [(0, len(xy) - 1)]
    while todo:
        a, b = todo.pop()
        if b - a < 2:
            continue
        chord, off = xy[b] - xy[a], xy[a + 1 : b] - xy[a]
        share = np.clip(off @ chord / max(float(chord @ chord), 1e-12), 0.0, 1.0)
        gap = np.hypot(*(off - share[:, None] * chord).T)
        worst = int(np.argmax(gap))
        if gap[worst] > error:
            keep[a + 1 + worst] = True
            todo += [(a, a + 1 + worst), (a + 1 + worst, b)]
    return xy[keep]
