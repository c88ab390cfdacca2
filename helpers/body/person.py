"""The part of a level cap that comes from this person: light only, skipped and eased places."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from helpers.content.models.touch import Contact

from .geometry import Points
from .limits import Cap, Limits, Skip
from .places import Looked
from .scale import Floats

if TYPE_CHECKING:
    from .back import Back

LIGHT_LEVEL = 2
"""Highest level of a light-only session (evidence 2.0, our choice)."""
QUARTER_UPPER_Y = 42.0
QUARTER_LOWER_Y = 28.0
"""Reference y that bounds "that quarter" of S31: above 42, or below 28 (evidence 2.5)."""


def person_cap(
    back: Back,
    spots: Looked,
    names: NDArray[np.str_],
    angles: Floats,
    technique: str,
    grip: Contact,
    limits: Limits,
) -> NDArray[np.int64]:
    """Return the highest level that this person allows at each point, shape (n,).

    ``names`` holds the ids of the areas that the numbers in ``spots`` stand for.
    """
    result = np.full(len(spots.xy), limits.top_level)
    light = is_light(back, technique, grip)
    if limits.light_only:
        result = np.minimum(result, LIGHT_LEVEL if light else 0)
    if technique in limits.techniques_out:
        result[:] = 0
    for cap in limits.caps:
        held = _capped(back, spots, names, cap)
        most = cap.level if light or not cap.light_only else 0
        result[held] = np.minimum(result[held], most)
    for skip in limits.skips:
        result[_touches(back, spots.xy, angles, grip, skip)] = 0
    return result


def is_light(back: Back, technique: str, grip: Contact) -> bool:
    """Return whether a technique with this contact may be done in a light-only session."""
    return back.content.technique[technique].light and grip.kind == "soft"


def _capped(back: Back, spots: Looked, names: NDArray[np.str_], cap: Cap) -> NDArray[np.bool_]:
    if cap.areas:
        out: NDArray[np.bool_] = np.isin(names, cap.areas)[spots.areas]
        return out
    at = spots.xy
    if cap.quarter is not None:
        y = at[:, 1] / back.size.y
        held = y < QUARTER_UPPER_Y if cap.quarter == "upper" else y > QUARTER_LOWER_Y
        if cap.side is not None:
            held &= at[:, 0] >= 0 if cap.side == "right" else at[:, 0] <= 0
        return held
    if cap.center is not None:
        center = back.bone_scale(cap.center)[0]
        inside: NDArray[np.bool_] = np.hypot(*(at - center).T) <= cap.radius
        return inside
    return np.ones(len(at), dtype=bool)


def _touches(
    back: Back, at: Points, angles: Floats, grip: Contact, skip: Skip
) -> NDArray[np.bool_]:
    """Return where the centre comes within the margin, or the hand's outline over the place."""
    center = back.bone_scale(skip.center)[0]
    offset = center - at
    near = np.hypot(*offset.T) < skip.radius + skip.margin
    # The hand's outline is a capsule along its longer axis.
    breadth, length = min(grip.half_size), max(grip.half_size)
    turn = np.deg2rad(angles + (90.0 if grip.half_size[0] > grip.half_size[1] else 0.0))
    ahead = np.column_stack([np.sin(turn), -np.cos(turn)])
    along = np.clip(np.einsum("ij,ij->i", offset, ahead), breadth - length, length - breadth)
    gap = np.hypot(*(offset - along[:, None] * ahead).T)
    touched: NDArray[np.bool_] = near | (gap < skip.radius + breadth)
    return touched
