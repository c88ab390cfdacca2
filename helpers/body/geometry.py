"""Plane geometry in numpy: is a point inside, how far is it from a line. Arrays are (n, 2), cm."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

Points = NDArray[np.float64]
Mask = NDArray[np.bool_]
Codes = NDArray[np.int64]
"""One whole number a point, whose bits say what holds it."""
HAIR = 1e-6
"""So much wider than need be are boxes that only sort out what is far away, cm."""


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


class Polygons:
    """Which polygons hold a point, by the even-odd rule, for all of them at once.

    Between two neighbouring corners' heights it is always the same edges that a level line meets.
    So each such band keeps its own few edges, and a point looks at those of its band alone.
    """

    def __init__(self, polygons: Sequence[Points], bits: Sequence[int]) -> None:
        """Take polygons, (n, 2) each, and the bit that stands for each of them."""
        edges = [
            (*a, *b, bit)
            for polygon, bit in zip(polygons, bits, strict=True)
            for a, b in zip(polygon.tolist(), np.roll(polygon, -1, axis=0).tolist(), strict=True)
            if a[1] != b[1]
        ]
        self._heights = np.unique([y for _, above, _, below, _ in edges for y in (above, below)])
        bands = [
            [edge for edge in edges if min(edge[1], edge[3]) <= y < max(edge[1], edge[3])]
            for y in self._heights.tolist()
        ]
        # Below the first height and above the last one there is no edge.
        bands = [[], *bands]
        most = max(map(len, bands))
        self._table = np.zeros((4, len(bands), most))
        self._table[3] = 1.0
        self._bits = np.zeros((len(bands), most), dtype=np.int64)
        for band, found in enumerate(bands):
            for place, (ax, ay, bx, by, bit) in enumerate(found):
                self._table[:, band, place] = ax, ay, bx - ax, by - ay
                self._bits[band, place] = bit

    def codes(self, xy: Points) -> Codes:
        """Return for each point the bits of the polygons that hold it, (n,)."""
        x, y = xy[:, 0], xy[:, 1]
        band = self._heights.searchsorted(y, side="right")
        ax, ay, along, rise = self._table.take(band, axis=1)
        meets = ax + (y[:, None] - ay) * along / rise
        crossed = self._bits.take(band, axis=0) * (x[:, None] < meets)
        found: Codes = np.bitwise_xor.reduce(crossed, axis=1)
        return found

    def hold(self, xy: Points) -> Mask:
        """Return for each point whether any of the polygons holds it, (n,)."""
        held: Mask = self.codes(xy) != 0
        return held


class Line:
    """A line of straight pieces, and how far points are from it.

    Of each of its n pieces: ``begin`` (n, 2), where it begins, cm; ``along`` (n, 2), from there to
    its end, cm; ``length2`` (n,), its length squared, never quite 0, cm².
    """

    def __init__(self, line: Points, *, closed: bool) -> None:
        """Take the corners in order, (m, 2) cm; ``closed``: the last one leads to the first."""
        self.begin = line if closed else line[:-1]
        self.along = (np.roll(line, -1, axis=0) if closed else line[1:]) - self.begin
        self.length2 = np.maximum(np.einsum("ij,ij->i", self.along, self.along), 1e-12)

    def distance(self, xy: Points) -> NDArray[np.float64]:
        """Return each point's distance to the line, cm, shape (n,)."""
        nearest: NDArray[np.float64] = _gap(
            xy[:, None, :] - self.begin, self.along, self.length2
        ).min(axis=1)
        return nearest


class Nearby:
    """Which lines are near to a point, for all of them at once.

    Most pieces are far from most points: a piece's distance is worked out only for the points in
    the box round all that it reaches.
    """

    def __init__(self, known: Sequence[tuple[Line, float, int]]) -> None:
        """Take lines, each with how near is near to it, cm, and the bit that stands for it."""
        counts = [len(line.begin) for line, _, _ in known]
        self._begin = np.concatenate([np.zeros((0, 2)), *(line.begin for line, _, _ in known)])
        self._along = np.concatenate([np.zeros((0, 2)), *(line.along for line, _, _ in known)])
        self._length2 = np.concatenate([np.zeros(0), *(line.length2 for line, _, _ in known)])
        self._reach = np.repeat(np.array([reach for _, reach, _ in known], dtype=float), counts)
        self._bits = np.repeat(np.array([bit for _, _, bit in known], dtype=np.int64), counts)
        ends, room = (self._begin, self._begin + self._along), self._reach[:, None] + HAIR
        self._left, self._top = (np.minimum(*ends) - room).T
        self._right, self._bottom = (np.maximum(*ends) + room).T

    def codes(self, xy: Points) -> Codes:
        """Return for each point the bits of the lines that it is near to, (n,)."""
        x, y = xy[:, 0, None], xy[:, 1, None]
        about = (x >= self._left) & (x <= self._right) & (y >= self._top) & (y <= self._bottom)
        at, piece = np.nonzero(about)
        gap = _gap(xy[at] - self._begin[piece], self._along[piece], self._length2[piece])
        near = gap <= self._reach[piece]
        found: Codes = np.zeros(len(xy), dtype=np.int64)
        np.bitwise_or.at(found, at[near], self._bits[piece[near]])
        return found


def _gap(offset: Points, along: Points, length2: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return how far points are from straight pieces, cm, shape (...).

    ``offset`` (..., 2) leads from where a piece begins to the point; ``along`` (..., 2) and
    ``length2`` (...) are those of ``Line``.
    """
    share = (np.einsum("...j,...j->...", offset, along) / length2).clip(0.0, 1.0)
    gap = offset - share[..., None] * along
    distance: NDArray[np.float64] = np.sqrt(np.einsum("...j,...j->...", gap, gap))
    return distance


def changes(*columns: NDArray[Any]) -> Mask:
    """Return which rows of columns of n values differ from the row before, and the first, (n,)."""
    new = np.ones(len(columns[0]), dtype=bool)
    if len(new) > 1:
        np.logical_or.reduce([one[1:] != one[:-1] for one in columns], out=new[1:])
    return new


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
        gaps = Line(line[[first, last]], closed=False).distance(line[first + 1 : last])
        worst = int(np.argmax(gaps))
        if gaps[worst] > error:
            middle = first + 1 + worst
            keep[middle] = True
            pieces += [(first, middle), (middle, last)]
    return line[keep]
