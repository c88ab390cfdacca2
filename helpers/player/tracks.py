"""A stroke as the browser follows it: both hands as a few corners in time, in px of the picture."""

from __future__ import annotations

import itertools
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from helpers.diagrams import View
from helpers.strokes import LIFT, ON_TOP, Hand, Stroke

Floats: TypeAlias = NDArray[np.float64]
Track: TypeAlias = dict[str, Any]

GONE, TOUCHING, LIFTED, RIDING = range(4)
"""Where a hand is: not part of this moment, on the skin, in the air, on the other hand."""

WAY = 0.8
"""Between two corners the drawn hand may stray from its true place by this much, px."""
TURN = 4.0
"""The same for its direction, degrees."""
PRESSED = 0.12
"""The same for its pressure, levels."""
TURNING = 0.6
"""A hand turns over this many seconds instead of at once."""


def track(stroke: Stroke, view: View) -> Track:
    """Return one pass of a stroke for the player.

    ``s`` is its length (s); ``r`` and ``l`` are the corners of the right and the left hand, or
    None for a hand that has no part in it: ``t`` hundredths of a second, ``x`` and ``y`` px of
    the picture that ``view`` shows, ``a`` degrees, ``p`` tenths of a level, ``c`` contact ids,
    ``h`` where the hand is (GONE, TOUCHING, LIFTED or RIDING). Between two corners ``t``, ``x``,
    ``y``, ``a`` and ``p`` go straight; ``c`` and ``h`` hold until the next corner.
    """
    return {
        "s": round(stroke.seconds, 3),
        "r": _hand(stroke, stroke.right, view),
        "l": _hand(stroke, stroke.left, view),
    }


def same(one: Stroke, other: Stroke) -> bool:
    """Whether two strokes are the same movement: both hands, at every moment."""
    if (one.technique, one.place, one.size) != (other.technique, other.place, other.size):
        return False
    if len(one.t) != len(other.t) or not np.array_equal(one.t, other.t):
        return False
    return one.contacts == other.contacts and all(
        np.array_equal(getattr(a, name), getattr(b, name))
        for a, b in zip(one.hands, other.hands, strict=True)
        for name in ("xy", "pressure", "role", "contact", "angle")
    )


def where(stroke: Stroke, hand: Hand) -> NDArray[np.int8]:
    """Return where the hand is at every sample."""
    on_top = np.array([name == ON_TOP for name in stroke.contacts])[hand.contact]
    here = np.where(hand.pressure > 0, TOUCHING, GONE)
    here = np.where((here == GONE) & (hand.role == LIFT), LIFTED, here)
    return np.where(on_top, RIDING, here).astype(np.int8)


def _hand(stroke: Stroke, hand: Hand, view: View) -> dict[str, list[Any]] | None:
    state = where(stroke, hand)
    if not (state != GONE).any():
        return None
    px = view.to_px(hand.xy)
    angle = _turning(stroke.t, hand.angle)
    measures = np.column_stack([px / WAY, angle / TURN, hand.pressure / PRESSED])
    keep = corners(stroke.t, measures, np.column_stack([hand.contact, state]))
    return {
        "t": [round(100 * float(v)) for v in stroke.t[keep]],
        "x": [round(float(v), 1) for v in px[keep, 0]],
        "y": [round(float(v), 1) for v in px[keep, 1]],
        "a": [round(float(v)) for v in angle[keep]],
        "p": [round(10 * float(v)) for v in hand.pressure[keep]],
        "c": [stroke.contacts[int(v)] for v in hand.contact[keep]],
        "h": [int(v) for v in state[keep]],
    }


def _turning(t: Floats, angle: Floats) -> Floats:
    """Return the direction with every sudden turn spread over a moment, degrees, unwrapped."""
    whole = np.degrees(np.unwrap(np.radians(angle)))
    step = float(t[1] - t[0]) if len(t) > 1 else TURNING
    width = 2 * round(TURNING / step / 2) + 1
    if width < 3 or not np.ptp(whole):
        return whole
    padded = np.pad(whole, width // 2, mode="edge")
    return np.convolve(padded, np.ones(width) / width, mode="valid")


def corners(t: Floats, measures: Floats, states: NDArray[np.int8]) -> list[int]:
    """Return which samples to keep, so that straight lines between them stray by less than 1.

    ``measures`` (n, k) are in units of what each may stray; a sample before and at every change
    of ``states`` (n, j) is kept.
    """
    n = len(t)
    changes = np.flatnonzero((np.diff(states, axis=0) != 0).any(axis=1))
    fixed = sorted({0, n - 1, *changes.tolist(), *(changes + 1).tolist()})
    keep = set(fixed)
    ends = np.array(list(itertools.pairwise(fixed)), dtype=int).reshape(-1, 2)
    while len(ends := ends[ends[:, 1] - ends[:, 0] > 1]):
        # All stretches at once; one after the other they would be thousands of tiny arrays.
        count = ends[:, 1] - ends[:, 0] - 1
        first = np.cumsum(count) - count
        a, b = np.repeat(ends, count, axis=0).T
        k = a + 1 + np.arange(len(a)) - np.repeat(first, count)
        share = ((t[k] - t[a]) / (t[b] - t[a]))[:, None]
        off = measures[k] - (measures[a] + share * (measures[b] - measures[a]))
        stray = np.maximum(np.hypot(off[:, 0], off[:, 1]), np.abs(off[:, 2:]).max(axis=1))
        most = np.maximum.reduceat(stray, first)
        worst = k[np.flatnonzero(stray == np.repeat(most, count))]
        worst = worst[np.searchsorted(worst, ends[:, 0], side="right")][most > 1]
        keep.update(worst.tolist())
        split = ends[most > 1]
        ends = np.concatenate([
            np.column_stack([split[:, 0], worst]), np.column_stack([worst, split[:, 1]]),
        ])  # fmt: skip
        ends = ends[np.argsort(ends[:, 0])]
    return sorted(keep)
