"""The shapes of zones and areas on a body of one size: which points they hold, how they look."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from attrs import frozen
from contourpy import contour_generator

from helpers.content import Content
from helpers.content.models.body import Bone, Muscle, Shape, Size

from .geometry import Mask, Points, distance, ellipse, inside, points, thinned
from .scale import Floats, bone_factor, scaled

STRIP = "Z01"


@frozen(eq=False)
class Frame:
    """What shapes need to know about the body: content, size and the erector's outer edge."""

    content: Content
    size: Size

    def fixed(self, xy: object) -> Points:
        """Return reference points scaled as bones, muscles, zones and areas are."""
        return scaled(self.size, xy, bone_factor)  # type: ignore[arg-type]

    def reference(self, xy: Points) -> Points:
        """Return this body's points as reference points: areas that meet there meet here too."""
        y = xy[:, 1] / self.size.y
        return np.column_stack([xy[:, 0] / bone_factor(self.size, y), y])

    def entry(self, name: str) -> Bone | Muscle:
        """Return the bone or the muscle of that id."""
        return self.content.bone.get(name) or self.content.muscle[name]

    def polygon(self, name: str) -> Points:
        """Return the scaled points of a bone or a muscle."""
        return self.fixed(self.entry(name).points)

    def edge(self, y: Floats) -> Floats:
        """Return x of the outer edge of the erector spinae at this body's ``y``, cm."""
        rows = list(self.content.erector.values())
        reference = y / self.size.y
        width = np.interp(reference, [row.y for row in rows], [row.edge for row in rows])
        return width * bone_factor(self.size, reference)

    def strip(self) -> float:
        """Return half the width of the spine strip, cm: never scaled."""
        return self.content.zone[STRIP].part[0].shape[0].half_width or 0.0


def holds(frame: Frame, shape: Shape) -> Callable[[Points], Mask]:
    """Return the test of ``shape``: points already folded to the right side -> mask (n,)."""
    test = _TESTS[shape.kind](frame, shape)
    if shape.muscle_edge is None:
        return test
    outside = shape.muscle_edge == "outside"
    return lambda xy: test(xy) & ((xy[:, 0] > frame.edge(xy[:, 1])) == outside)


def outlines(frame: Frame, shape: Shape) -> list[Points]:
    """Return the closed outlines of ``shape`` for drawing, right side, cm."""
    if shape.kind == "polygon":
        return [frame.fixed(shape.points)]
    if shape.kind in ("bone", "muscle"):
        return [frame.polygon(name) for name in shape.of]
    if shape.kind in ("strip", "rect") and shape.muscle_edge is None:
        return [_boxed(frame, shape)]
    if shape.kind == "disc":
        assert shape.center
        assert shape.radius
        return [ellipse(frame.fixed(shape.center)[0], (shape.radius, shape.radius))]
    return _traced(holds(frame, shape), frame)


def _traced(test: Callable[[Points], Mask], frame: Frame) -> list[Points]:
    step = 0.2
    x, y = np.arange(-step, 31, step), np.arange(-12, 76 * frame.size.y, step)
    grid = np.stack(np.meshgrid(x, y), axis=-1).reshape(-1, 2)
    held = test(grid).reshape(len(y), len(x)).astype(float)
    held[:, 0] = 0.0
    lines = contour_generator(x, y, held).lines(0.5)
    return [thinned(np.asarray(line, dtype=float), 0.05) for line in lines if len(line) > 8]


def _boxed(frame: Frame, shape: Shape) -> Points:
    assert shape.y is not None
    y = np.linspace(*shape.y, 5)
    if shape.half_width is not None:
        inner, outer = np.zeros(5), np.full(5, shape.half_width)
    else:
        assert shape.x is not None
        factor = bone_factor(frame.size, y)
        inner = np.full(5, shape.x[0]) * (1.0 if shape.x[0] <= frame.strip() else factor)
        outer = shape.x[1] * factor
    x = np.concatenate([inner, outer[::-1]])
    return np.column_stack([x, np.concatenate([y, y[::-1]]) * frame.size.y])


def _strip(frame: Frame, shape: Shape) -> Callable[[Points], Mask]:
    assert shape.half_width
    assert shape.y
    half, low, high = shape.half_width, shape.y[0] * frame.size.y, shape.y[1] * frame.size.y
    return lambda xy: (xy[:, 0] < half) & (xy[:, 1] >= low) & (xy[:, 1] <= high)


def _rect(frame: Frame, shape: Shape) -> Callable[[Points], Mask]:
    assert shape.x
    assert shape.y
    (left, right), (low, high) = shape.x, shape.y

    def test(xy: Points) -> Mask:
        y = xy[:, 1] / frame.size.y
        factor = bone_factor(frame.size, y)
        # An inner edge on the spine strip stays there: the strip is never scaled.
        inner = left if left <= frame.strip() else left * factor
        x = xy[:, 0]
        result: Mask = (x >= inner) & (x <= right * factor) & (y >= low) & (y <= high)
        return result

    return test


def _polygon(frame: Frame, shape: Shape) -> Callable[[Points], Mask]:
    polygon = points(shape.points)
    return lambda xy: inside(frame.reference(xy), polygon)


def _disc(frame: Frame, shape: Shape) -> Callable[[Points], Mask]:
    assert shape.center
    assert shape.radius
    center, radius = frame.fixed(shape.center)[0], shape.radius
    return lambda xy: np.hypot(*(xy - center).T) <= radius


def _near(frame: Frame, shape: Shape) -> Callable[[Points], Mask]:
    assert shape.within
    reach = shape.within
    lines = [(frame.polygon(one), _closed(frame, one)) for one in shape.of]

    def test(xy: Points) -> Mask:
        result = np.zeros(len(xy), dtype=bool)
        for line, closed in lines:
            low, high = line.min(axis=0) - reach, line.max(axis=0) + reach
            near = np.flatnonzero(np.all((xy >= low) & (xy <= high), axis=1) & ~result)
            if near.size:
                result[near] = distance(xy[near], line, closed=closed) <= reach
        return result

    return test


def _closed(frame: Frame, name: str) -> bool:
    bone = frame.content.bone.get(name)
    return bone is None or bone.kind == "polygon"


def _named(frame: Frame, shape: Shape) -> Callable[[Points], Mask]:
    polygons = [points(frame.entry(one).points) for one in shape.of]

    def test(xy: Points) -> Mask:
        result: Mask = np.any([inside(frame.reference(xy), one) for one in polygons], axis=0)
        return result

    return test


def _below(frame: Frame, shape: Shape) -> Callable[[Points], Mask]:
    assert shape.y
    top, half = shape.y[0] * frame.size.y, shape.half_width or np.inf
    return lambda xy: (xy[:, 1] > top) & (xy[:, 0] < half)


_TESTS: dict[str, Callable[[Frame, Shape], Callable[[Points], Mask]]] = {
    "strip": _strip,
    "rect": _rect,
    "polygon": _polygon,
    "disc": _disc,
    "near": _near,
    "bone": _named,
    "muscle": _named,
    "below": _below,
}
