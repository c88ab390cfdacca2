"""The parts of one pass in order, for those who want no motion: an arrow or a dot for each."""

from __future__ import annotations

import itertools
from typing import Any

import numpy as np

from helpers.diagrams import View
from helpers.strokes import HOLD, LIFT, LINK, Stroke

from .tracks import GONE, where

SHORTEST = 1.5
"""A part shorter than this joins the one before it, s."""
MOST = 24
"""So many parts at most; of more, neighbours join."""
STILL = 3.0
"""A hand that comes less far than this (cm) gets a dot instead of an arrow."""


def turns(stroke: Stroke, view: View) -> list[dict[str, Any]]:
    """Return the parts of a pass: ``t`` hundredths of a second from which on it is done, and where.

    ``r`` and ``l`` are (x, y, degrees) in px of the picture: the middle of the hand's way and its
    direction, 0 to the head; without the direction where the hand stays in one place; None where
    the hand has no part.
    """
    edges = _edges(stroke)
    found: list[dict[str, Any]] = []
    for a, b in itertools.pairwise(edges):
        part: dict[str, Any] = {"t": round(100 * float(stroke.t[a]))}
        for key, hand in (("r", stroke.right), ("l", stroke.left)):
            here = where(stroke, hand)[a : b + 1] != GONE
            if not here.any():
                part[key] = None
                continue
            xy = hand.xy[a : b + 1][here]
            way = xy[-1] - xy[0]
            at = view.to_px(xy[len(xy) // 2])
            spot = [round(float(at[0])), round(float(at[1]))]
            if np.hypot(*way) >= STILL:
                spot.append(round(float(np.degrees(np.arctan2(way[0], -way[1])))))
            part[key] = spot
        found.append(part)
    return found


def _edges(stroke: Stroke) -> list[int]:
    """Return the samples at which a part begins, and the last sample."""
    busy = [hand for hand in stroke.hands if (hand.pressure > 0).any()] or [stroke.right]
    roles = np.column_stack([np.where(h.role == LINK, LIFT, h.role) for h in busy])
    cuts = (np.flatnonzero((np.diff(roles, axis=0) != 0).any(axis=1)) + 1).tolist()
    last = len(stroke.t) - 1
    edges = [0]
    for cut in cuts:
        # The way to the next place belongs to what is done there.
        moving = all(roles[cut - 1] == LIFT)
        if stroke.t[cut] - stroke.t[edges[-1]] < SHORTEST or moving:
            continue
        edges.append(cut)
    if len(edges) > 1 and stroke.t[last] - stroke.t[edges[-1]] < SHORTEST:
        edges.pop()
    while len(edges) > MOST:
        edges = edges[::2]
    if (roles == HOLD).all():
        edges = [0]
    return [*edges, last]
