"""Which of many shapes hold each of many points: all asked at once, the answers as bits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

import numpy as np

from helpers.content.models.areas import Shape

from .frame import Frame
from .geometry import Codes, Line, Mask, Nearby, Points, Polygons, points
from .scale import Floats

MOST = 63
"""So many shapes have room in the bits of one number."""

Known = Sequence[tuple[int, Shape]]
"""Shapes, each with the bit that stands for it in the answers."""

Bounds = tuple[float, float, bool, bool, float, float, bool]
"""Of a box: x from and to, whether each grows with the body's breadth, y from and to, and whether
y is the reference body's. A bound is still inside."""


class Held:
    """Shapes on a body of one size, made ready to be asked about many points very often.

    Points are in cm of this body, folded to the right side, (n, 2).
    """

    def __init__(self, frame: Frame, shapes: Sequence[Shape]) -> None:
        """Take the shapes; the bit of the first is 1, of the second 2, of the third 4."""
        assert len(shapes) <= MOST, "more shapes than bits"
        known = [(1 << number, shape) for number, shape in enumerate(shapes)]
        self._frame = frame
        self._boxes = _Boxes(frame, known)
        self._polygons = list(_polygons(frame, known))
        self._discs = _Discs(frame, known)
        self._lines = _lines(frame, known)
        self._within = _of_edge(known, "inside")
        self._beyond = _of_edge(known, "outside")

    def codes(self, xy: Points) -> Codes:
        """Return for each point the bits of the shapes that hold it, (n,)."""
        reference, factor = self._frame.reference(xy)
        found = self._boxes.codes(xy, reference[:, 1], factor)
        found |= self._discs.codes(xy) | self._lines.codes(xy)
        for polygons in self._polygons:
            found |= polygons.codes(reference)
        if self._within or self._beyond:
            beyond = xy[:, 0] > self._frame.edge_at(reference[:, 1], factor)
            found &= ~np.where(beyond, self._within, self._beyond)
        return found

    def hold(self, xy: Points) -> Mask:
        """Return for each point whether any of the shapes holds it, (n,)."""
        held: Mask = self.codes(xy) != 0
        return held


def _of_edge(known: Known, side: str) -> int:
    """Return the bits of the shapes that end at this side of the erector's outer edge."""
    return sum(bit for bit, shape in known if shape.muscle_edge == side)


class _Boxes:
    """The shapes whose sides are level and upright: strips, rectangles, all below a height."""

    def __init__(self, frame: Frame, known: Known) -> None:
        found = [(bit, bounds) for bit, shape in known for bounds in _bounds(frame, shape)]
        self._bits = np.array([bit for bit, _ in found], dtype=np.int64)
        columns = np.array([bounds for _, bounds in found], dtype=float).reshape(-1, 7).T
        self._left, self._right, left_grows, right_grows, self._top, self._bottom, own = columns
        self._left_grows, self._right_grows = left_grows > 0, right_grows > 0
        self._reference = own > 0

    def codes(self, xy: Points, height: Floats, factor: Floats) -> Codes:
        """Return the bits; ``height`` is y and ``factor`` that on x, both of the reference."""
        x, breadth = xy[:, 0, None], factor[:, None]
        y = np.where(self._reference, height[:, None], xy[:, 1, None])
        held = (
            (x >= self._left * np.where(self._left_grows, breadth, 1.0))
            & (x <= self._right * np.where(self._right_grows, breadth, 1.0))
            & (y >= self._top)
            & (y <= self._bottom)
        )
        found: Codes = held @ self._bits
        return found


def _bounds(frame: Frame, shape: Shape) -> Iterator[Bounds]:
    """Yield the bounds of a shape, if it is a box; a bound that is outside goes in by a hair."""
    tall, inf = frame.size.y, np.inf
    if shape.kind == "rect":
        assert shape.x
        assert shape.y
        # An inner edge on the spine strip stays there: the strip is never scaled.
        yield (*shape.x, shape.x[0] > frame.strip(), True, *shape.y, True)
    elif shape.kind in ("strip", "below"):
        assert shape.y
        low, high = shape.y[0] * tall, shape.y[1] * tall
        if shape.kind == "below":
            low, high = float(np.nextafter(low, inf)), inf
        half = inf if shape.half_width is None else float(np.nextafter(shape.half_width, -inf))
        yield (-inf, half, False, False, low, high, False)


class _Discs:
    """The round shapes."""

    def __init__(self, frame: Frame, known: Known) -> None:
        discs = [(bit, shape) for bit, shape in known if shape.kind == "disc"]
        self._bits = np.array([bit for bit, _ in discs], dtype=np.int64)
        self._center = points([frame.fixed(shape.center)[0] for _, shape in discs])
        self._radius = np.array([shape.radius for _, shape in discs], dtype=float)

    def codes(self, xy: Points) -> Codes:
        gap = xy[:, None, :] - self._center
        found: Codes = (np.hypot(gap[..., 0], gap[..., 1]) <= self._radius) @ self._bits
        return found


def _lines(frame: Frame, known: Known) -> Nearby:
    """Return the shapes that are all that is near to a bone."""
    return Nearby(
        [
            (Line(frame.polygon(name), closed=frame.closed(name)), shape.within, bit)
            for bit, shape in known
            if shape.kind == "near" and shape.within
            for name in shape.of
        ]
    )


def _polygons(frame: Frame, known: Known) -> Iterator[Polygons]:
    """Yield the polygons; a second one of the same shape, which may overlap, comes separately."""
    outlines = [
        (bit, [points(shape.points)] if shape.kind == "polygon" else _named(frame, shape))
        for bit, shape in known
        if shape.kind in ("polygon", "bone", "muscle")
    ]
    for layer in zip_longest(*(lines for _, lines in outlines)):
        pairs = zip(outlines, layer, strict=True)
        present = [(bit, line) for (bit, _), line in pairs if line is not None]
        yield Polygons([line for _, line in present], [bit for bit, _ in present])


def _named(frame: Frame, shape: Shape) -> list[Points]:
    return [points(frame.entry(name).points) for name in shape.of]
