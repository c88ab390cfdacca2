"""Where a hand of a stroke stays and presses: squeezes, still presses, resting hands."""

from __future__ import annotations

import numpy as np
from attrs import evolve, frozen

from helpers.strokes.model import PRESS, Stroke

from .canvas import Array


@frozen(eq=False)
class Dwell:
    """A place where a hand presses without moving on: a squeeze, a still press, a resting hand."""

    hand: str
    level: int
    at: Array
    seconds: float


def dwells(stroke: Stroke) -> list[Dwell]:
    """Return where each hand stays, one entry a place, with the most that it presses there."""
    found: list[Dwell] = []
    for name, hand in (("right", stroke.right), ("left", stroke.left)):
        speed = np.hypot(*np.gradient(hand.xy, stroke.t, axis=0).T)
        still = (hand.pressure > 0) & (speed < 0.2) & (hand.role <= PRESS)
        edges = np.flatnonzero(np.diff(np.concatenate([[False], still, [False]]).astype(int)))
        for a, b in zip(edges[0::2], edges[1::2], strict=True):
            seconds = float(stroke.t[b - 1] - stroke.t[a])
            if seconds < 1.0:
                continue
            level = max(1, round(float(hand.pressure[a:b].max())))
            same = [k for k, d in enumerate(found)
                    if d.hand == name and np.hypot(*(d.at - hand.xy[a])) < 1.0]  # fmt: skip
            if same:
                old = found[same[0]]
                found[same[0]] = evolve(old, level=max(level, old.level),
                                        seconds=max(seconds, old.seconds))  # fmt: skip
            else:
                found.append(Dwell(name, level, hand.xy[a], seconds))
    return found
