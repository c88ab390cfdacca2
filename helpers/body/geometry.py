"""Plane geometry in numpy: is a point inside, how far is it from a line. Arrays are (n, 2), cm."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray

Points = NDArray[np.float64]
Mask = NDArray[np.bool_]


def points(values: ArrayLike) -> Points:
    """Return ``values`` as a float array of shape (n, 2)."""
    return np.asarray(values, dtype=np.float64).reshape(-1, 2)


def inside(xy: Points, polygon: Points) -> Mask:
    """Return for each point whether the polygon holds it (even-odd rule), shape (n,)."""
    low, high = polygon.min(axis=0), polygon.max(axis=0)
    near = np.flatnonzero(np.all((xy >= low) & (xy <= high), axis=1))
    result = np.zeros(len(xy), dtype=bool)
    if not near.size:
        return result
    x, y = xy[near, 0, None], xy[near, 1, None]
    a, b = polygon, np.roll(polygon, -1, axis=0)
    spans = (a[:, 1] > y) != (b[:, 1] > y)
    rise = np.where(b[:, 1] == a[:, 1], 1.0, b[:, 1] - a[:, 1])
    meets = a[:, 0] + (y - a[:, 1]) * (b[:, 0] - a[:, 0]) / rise
    result[near] = np.count_nonzero(spans & (x < meets), axis=1) % 2 == 1
    return result


def distance(xy: Points, line: Points, *, closed: bool) -> NDArray[np.float64]:
    """Return each point's distance to a line of straight pieces, cm, shape (n,)."""
    a = line if closed else line[:-1]
    b = np.roll(line, -1, axis=0) if closed else line[1:]
    along = b - a
    length2 = np.maximum(np.einsum("ij,ij->i", along, along), 1e-12)
    offset = xy[:, None, :] - a[None, :, :]
    share = np.clip(np.einsum("nij,ij->ni", offset, along) / length2, 0.0, 1.0)
    gap = offset - share[:, :, None] * along[None, :, :]
    nearest: NDArray[np.float64] = np.sqrt(np.einsum("nij,nij->ni", gap, gap).min(axis=1))
    return nearest


def mirror(xy: Points) -> Points:
    """Return the points on the other side of the body (x to -x)."""
    return np.column_stack([-xy[:, 0], xy[:, 1]])


def to_right(xy: Points) -> Points:
    """Return the points folded on to the right side: (abs(x), y)."""
    folded = xy.copy()
    folded[:, 0] = np.abs(folded[:, 0])
    return folded


def path_length(xy: Points) -> float:
    """Return the length of a line of straight pieces, cm."""
    return float(np.hypot(*np.diff(xy, axis=0).T).sum())


def ellipse(center: Sequence[float], half_axes: Sequence[float], tilt: float = 0.0) -> Points:
    """Return 72 points round an ellipse; ``tilt`` in degrees, clockwise on the drawn page."""
    turn = np.linspace(0, 2 * np.pi, 72, endpoint=False)
    x, y = half_axes[0] * np.cos(turn), half_axes[1] * np.sin(turn)
    angle = np.deg2rad(tilt)
    return np.column_stack(
        [
            center[0] + x * np.cos(angle) - y * np.sin(angle),
            center[1] + x * np.sin(angle) + y * np.cos(angle),
        ]
    )


def thinned(line: Points, error: float) -> Points:
    """Return the line with the points left out that lie within ``error`` cm of what remains."""
    keep = np.zeros(len(line), dtype=bool)
    keep[[0, -1]] = True
    pieces = [(0, len(line) - 1)]
    if np.allclose(line[0], line[-1]) and len(line) > 3:
        far = int(np.argmax(np.hypot(*(line - line[0]).T)))
        keep[far] = True
        pieces = [(0, far), (far, len(line) - 1)]
    while pieces:
        first, last = pieces.pop()
        if last - first < 2:
            continue
        gaps = distance(line[first + 1 : last], line[[first, last]], closed=False)
        worst = int(np.argmax(gaps))
        if gaps[worst] > error:
            middle = first + 1 + worst
            keep[middle] = True
            pieces += [(first, middle), (middle, last)]
    return line[keep]
