"""From the end of one stroke to the start of the next without leaving the body."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from helpers.body import Limits, back
from helpers.content import load
from helpers.content.models.common import Point

from .build import sampled
from .model import Blocked, Stroke
from .pressing import PASSING
from .setup import HOP_SPEED, Setup
from .track import LIFT, PALM, Track

NEAR = 0.5
"""Hands this close (cm) are where they should be."""
GRIPS = (PALM, "pads")
"""How a waiting hand may lie, the first that is allowed."""


@lru_cache(maxsize=4096)
def travel(
    start: tuple[Point, Point],
    end: tuple[Point, Point],
    *,
    size: str = "reference",
    limits: Limits | None = None,
) -> Stroke | None:
    """Return the light way of both hands (right, left) from ``start`` to ``end``, or None if there.

    Positions in cm of this body. A hand glides straight at level 1 where that is allowed; else it
    is lifted over while the other waits on the skin. Only where no waiting hand may lie at all
    are both lifted.
    """
    gaps = [np.hypot(a[0] - b[0], a[1] - b[1]) for a, b in zip(start, end, strict=True)]
    if max(gaps) < NEAR:
        return None
    entry, person = load().technique[PASSING], limits or Limits()
    assert entry.pace
    for grip in GRIPS:
        setup = Setup(
            entry, entry.place[0], back(size), person, (1, -1), 1.0, entry.pace,
            entry.pace.default, 1, link=grip,
        )  # fmt: skip
        tracks = {1: Track(start[0], grip), -1: Track(start[1], grip)}
        setup.move(tracks, {1: end[0], -1: end[1]})
        try:
            return sampled(setup, tracks, "both")
        except Blocked:
            continue
    for sign, place in zip((1, -1), end, strict=True):
        tracks[sign] = Track(start[0] if sign > 0 else start[1], PALM)
        tracks[sign].line([place], HOP_SPEED, 0.0, LIFT)
        tracks[sign].stay(max(gaps) / HOP_SPEED - tracks[sign].seconds, 0.0, LIFT)
    return sampled(setup, tracks, "both")
