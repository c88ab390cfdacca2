"""Body-size presets: how reference centimetres become this body's (evidence 5.1)."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from helpers.content.models.body import Size

from .geometry import Points, points

Floats = NDArray[np.float64]

SKIN_Y = np.array([6.5, 22.5, 43.8, 58.4])
"""Reference y (cm) of the shoulder, chest, waist and hip factors of the skin."""
BONE_Y = np.array([6.5, 36.9])
"""Reference y (cm) between which bones go from the shoulder factor to the crest factor."""


def skin_factor(size: Size, y: Floats) -> Floats:
    """Return f(y): the factor on x of skin points at reference height ``y`` (cm)."""
    return np.interp(y, SKIN_Y, [size.shoulders, size.chest, size.waist, size.hips])


def bone_factor(size: Size, y: Floats) -> Floats:
    """Return g(y): the factor on x of bones, muscles, zones and areas."""
    return np.interp(y, BONE_Y, [size.shoulders, size.crest])


def path_factor(size: Size, y: Floats) -> Floats:
    """Return the factor on x of stroke paths: the smaller of f and g."""
    return np.minimum(skin_factor(size, y), bone_factor(size, y))


def scaled(size: Size, xy: ArrayLike, factor: object) -> Points:
    """Return reference points on this body; ``factor`` is one of the three functions above."""
    reference = points(xy)
    sideways: Floats = factor(size, reference[:, 1])  # type: ignore[operator]
    return np.column_stack([reference[:, 0] * sideways, reference[:, 1] * size.y])


def to_reference(size: Size, xy: Points) -> Points:
    """Return this body's stroke points as reference centimetres (the inverse for paths)."""
    y = xy[:, 1] / size.y
    return np.column_stack([xy[:, 0] / path_factor(size, y), y])
