"""How the shapes of zones and areas look on a body of one size: their outlines, to draw."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from contourpy import contour_generator

from helpers.content.models.areas import Shape

from .frame import Frame
from .geometry import Mask, Points, ellipse, thinned
from .held import Held
from .scale import bone_factor


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
    return _traced(Held(frame, [shape]).hold, frame)


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
