"""What of a stroke is worth drawing: its pieces of even role and pressure, each place once."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

import numpy as np
from attrs import evolve, frozen
from numpy.typing import NDArray

from helpers.strokes.model import HOLD, LIFT, LINK, OVER, PRESS, RETURN, Hand, Stroke

from .canvas import Array
from .outline import thin

SHORTEST = 1.2
"""A change of pressure over less than this many cm is not drawn as a piece of its own."""
HOP = 6.0
"""A hop from one station to the next is drawn where it is longer than this, cm."""
STUB = 3.0
"""A light way back between stations is drawn where it is longer than this, cm."""
STRIKES = 5
SHORT_CHORD = 4.0
"""Shorter pieces, such as halves of circles, cannot hide under another one, cm."""
CELL = 0.5
AGAIN = 0.8
"""A hand that comes back to a place after this many seconds retraces what is drawn already."""


@frozen(eq=False, slots=False)
class Piece:
    """A stretch of one hand's way with one role and one (rounded) pressure level."""

    hand: str
    role: int
    level: int
    xy: Array
    start: float
    end: float
    both_ways: bool = False
    """A short rub to and fro along the same line."""

    @cached_property
    def length(self) -> float:
        """Length, cm."""
        return float(np.hypot(*np.diff(self.xy, axis=0).T).sum())

    @cached_property
    def _run(self) -> Array:
        """How far along the stretch each of its points is, cm."""
        return np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(self.xy, axis=0).T))])

    def points(self, shares: Array) -> Array:
        """Return the points at shares of the length, (n, 2) cm."""
        return self._along(shares * self._run[-1])

    def at(self, share: float) -> tuple[Array, Array]:
        """Return the point at a share of the length, and the direction there (unit vector)."""
        end = self._run[-1]
        goal = share * end
        point, ahead, back = self._along([goal, min(goal + 0.25, end), max(goal - 0.25, 0.0)])
        step = ahead - back
        return point, step / max(float(np.hypot(*step)), 1e-9)

    def _along(self, cm: Array | Sequence[float]) -> Array:
        """Return the points so far along the stretch, cm."""
        return np.column_stack([np.interp(cm, self._run, self.xy[:, k]) for k in (0, 1)])


def pieces(stroke: Stroke, *, apart: bool = True) -> list[Piece]:
    """Return the pieces of both hands in order of time, retraced places left out.

    ``apart`` shifts what would hide under another piece, for drawing.
    """
    right = _pieces("right", stroke.right, stroke.t)
    left = _pieces("left", stroke.left, stroke.t)
    found = [*right, *left]
    if apart:
        found = _apart(right, []) + _apart(left, right)
    found = sorted(found, key=lambda p: (p.start, p.hand))
    if len(stroke.stations) < 2:
        return found
    # Between stations the order numbers say enough: only long hops are drawn, and not the last one.
    last = {
        name: stroke.t[hand.role == PRESS].max(initial=0.0)
        for name, hand in (("right", stroke.right), ("left", stroke.left))
    }
    return [
        p for p in found
        if (p.role not in (LINK, LIFT) and (p.role != RETURN or p.length > STUB))
        or (p.role == LINK and p.length > HOP and p.start < last[p.hand])
    ]  # fmt: skip


def works(hand: Hand) -> bool:
    """Whether a hand does anything in a stroke: it moves or it touches."""
    return bool((hand.pressure > 0).any())


def _pieces(name: str, hand: Hand, t: Array) -> list[Piece]:
    if not works(hand):
        return []
    level = np.where(hand.pressure > 0, np.maximum(np.rint(hand.pressure), 1), 0).astype(int)
    role = hand.role.astype(int)
    level[role == LIFT] = 0
    lifts = np.diff(((role == PRESS) & (level == 0)).astype(int)) > 0
    if lifts.sum() > STRIKES:  # a hand that taps is drawn as one line, at the level of its taps
        level[role == PRESS] = max(1, round(float(hand.pressure.max())))
    new = _first_visits(hand.xy, role, t)
    key = np.where(new, role * 10 + level, -1)
    found = _rubs(name, hand, t, level, key)
    cuts = np.flatnonzero(np.diff(key)) + 1
    for a, b in zip([0, *cuts], [*cuts, len(key)], strict=True):
        if key[a] < 0 or role[a] == HOLD:
            continue
        stop = min(b, len(key) - 1)
        piece = Piece(
            name, int(role[a]), int(level[a]), hand.xy[a : stop + 1], float(t[a]), float(t[stop])
        )
        if piece.length < SHORTEST and _follows(found, piece):
            last = found[-1]
            if last.role == piece.role:
                whole = np.concatenate([last.xy, piece.xy[1:]])
                found[-1] = evolve(last, xy=whole, end=piece.end)
                continue
        if piece.length > (1.0 if piece.role == PRESS else 0.3):
            found.append(piece)
    return [evolve(p, xy=thin(p.xy)) for p in _joined(found)]


def _rubs(name: str, hand: Hand, t: Array, level: Array, key: Array) -> list[Piece]:
    """Return rubs to and fro as one piece each, and take their samples out of ``key``."""
    press = np.concatenate([[False], hand.role == PRESS, [False]]).astype(int)
    edges = np.flatnonzero(np.diff(press))
    found = []
    for a, b in zip(edges[0::2], edges[1::2], strict=True):
        xy = hand.xy[a:b]
        if len(xy) < 4:
            continue
        middle = (xy.max(axis=0) + xy.min(axis=0)) / 2
        _, _, axes = np.linalg.svd(xy - middle, full_matrices=False)
        along, across = (xy - middle) @ axes.T[:, 0], (xy - middle) @ axes.T[:, 1]
        reach = float(np.ptp(along))
        way = float(np.hypot(*np.diff(xy, axis=0).T).sum())
        if reach < 1.0 or reach > 5.0 or np.ptp(across) > 0.3 or way < 1.8 * reach:
            continue
        ends = middle + np.array([along.min(), along.max()])[:, None] * axes[0]
        found.append(
            Piece(name, PRESS, int(level[a:b].max()), ends, float(t[a]), float(t[b - 1]), True)
        )
        key[a:b] = -1
    return found


def _follows(found: list[Piece], piece: Piece) -> bool:
    return bool(found) and found[-1].end == piece.start and not found[-1].both_ways


def _joined(found: list[Piece]) -> list[Piece]:
    """Join neighbours that have become alike."""
    result: list[Piece] = []
    for piece in found:
        if _follows(result, piece):
            last = result[-1]
            if (last.role, last.level) == (piece.role, piece.level):
                whole = np.concatenate([last.xy, piece.xy[1:]])
                result[-1] = evolve(last, xy=whole, end=piece.end)
                continue
        result.append(piece)
    return result


def _first_visits(xy: Array, role: NDArray[np.int64], t: Array) -> NDArray[np.bool_]:
    """Return a mask: False where the hand retraces, in the same direction, where it has been."""
    step = np.gradient(xy, axis=0)
    octant = np.rint(np.arctan2(step[:, 1], step[:, 0]) / (np.pi / 4)).astype(int) % 8
    cell = np.floor(xy / CELL).astype(int) + 512
    code = ((cell[:, 0] * 1024 + cell[:, 1]) * 8 + octant) * 8 + role
    _, first, inverse = np.unique(code, return_index=True, return_inverse=True)
    again = t - t[first[inverse]] > AGAIN
    if not again.any():
        return ~again
    # A cell's edge must not leave crumbs: decide by the majority of nearby samples.
    moved = np.hypot(*np.diff(xy, axis=0).T)
    stride = float(np.median(moved[moved > 1e-3])) if (moved > 1e-3).any() else 1.0
    width = 2 * int(np.clip(0.6 / stride, 1, 6)) + 1
    votes = np.convolve(again.astype(float), np.ones(width) / width, mode="same")
    return np.asarray(votes < 0.5)


def _apart(mine: list[Piece], others: list[Piece]) -> list[Piece]:
    """Shift a piece a little to the side where it would hide under another one."""
    below = [p.xy for p in [*others, *mine] if p.role in (PRESS, OVER)]
    result = []
    for piece in mine:
        shift = np.zeros(2)
        if piece.role in (RETURN, LINK) and below and _lies_on(piece.xy, np.concatenate(below)):
            run = piece.xy[-1] - piece.xy[0]
            across = np.array([-run[1], run[0]]) / max(float(np.hypot(*run)), 1e-9)
            out = 1.0 if piece.xy[:, 0].mean() >= 0 else -1.0
            outward = across @ np.array([out, 0.5]) >= 0
            shift = across * (1.3 if outward else -1.3)
        elif (twin := _twin(piece, others)) is not None:
            if (piece.xy[-1] - piece.xy[0]) @ (twin.xy[-1] - twin.xy[0]) > 0:
                continue  # the other hand does the same here, in its turn
            shift = np.array([0.0, 1.2])
        result.append(evolve(piece, xy=piece.xy + shift))
    return result


def _twin(piece: Piece, others: list[Piece]) -> Piece | None:
    """Return the other hand's piece along the same line, if there is one."""
    if np.hypot(*(piece.xy[-1] - piece.xy[0])) < SHORT_CHORD:
        return None
    middle = piece.xy.mean(axis=0)
    for other in others:
        low, high = other.xy.min(axis=0) - 0.5, other.xy.max(axis=0) + 0.5
        near = bool(((middle >= low) & (middle <= high)).all())
        if other.role == piece.role and near and _lies_on(piece.xy, other.xy):
            return other
    return None


def _lies_on(xy: Array, below: Array) -> bool:
    if np.hypot(*(xy[-1] - xy[0])) < SHORT_CHORD or len(below) < 2:
        return False
    probe = np.array([xy[0] + (xy[-1] - xy[0]) * s for s in (0.3, 0.5, 0.7)])
    a, b = below[:-1], below[1:]
    ab = b - a
    size = np.maximum((ab**2).sum(axis=1), 1e-9)
    share = ((probe[:, None, :] - a) * ab).sum(axis=2) / size
    foot = a + np.clip(share, 0, 1)[..., None] * ab
    gap = np.hypot(*np.moveaxis(probe[:, None, :] - foot, -1, 0)).min(axis=1)
    return bool((gap < 0.5).all())
