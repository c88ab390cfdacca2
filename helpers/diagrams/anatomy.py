"""The body as smooth paths, made once per size: skin outline, bones, muscles and their grain."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from math import atan2, cos, radians, sin

import numpy as np
from attrs import frozen
from matplotlib.path import Path
from numpy.typing import ArrayLike

from helpers.body import Back

from .canvas import Array
from .outline import corners, flatten, grain, hatch, mirror, mirror_path, segments, smooth

RIBS = tuple(f"rib-{k}" for k in range(1, 13))

_SHARP: dict[str, tuple[tuple[float, float], ...]] = {
    "M04": ((17.5, 14.5), (17.4, 16.6), (10.5, 42.8), (4.0, 48.5)),
    "M01": ((2.5, -9.6), (18.5, 5.8), (17.5, 6.8)),
    "M02": ((17.5, 6.8), (18.6, 7.4), (6.8, 8.2)),
    "M03": ((6.8, 8.2), (8.5, 8.2)),
    "M10": ((4.0, 48.8), (16.8, 62.0), (0.8, 57.5), (15.0, 66.0)),
}
"""Attachments and insertions that stay sharp although the outline turns little there."""


_ROUND = {"M05": ((3.2, 2.0),)}
"""Corners of a polygon where the muscle itself has none: it goes on, out of sight."""


@frozen(eq=False)
class MuscleDrawing:
    """A muscle's smoothed outline and its fibre lines, right side."""

    outline: Path
    fibres: Path


@lru_cache(maxsize=16)
def body_outline(back: Back) -> Path:
    """Return the one closed outline of head, neck, shoulders, arms and hips, both sides."""
    torso, arm, head = (back.outline(name) for name in ("torso", "arm", "head"))
    shoulder = _index(torso, arm[0])
    armpit = _index(torso, arm[-1])
    neck = torso[2:shoulder]
    middle, half = head.mean(axis=0), np.ptp(head, axis=0) / 2
    turn = np.radians([-90.0, -68.0, -45.0, -22.0, 0.0])
    skull = middle + half * np.column_stack([np.cos(turn), np.sin(turn)])
    skull[:, 0] -= middle[0]
    ear = _ear(skull)
    end = int(np.argmax(arm[:, 1]))
    off = (0.0, 24.0)  # the hands lie below the picture
    outer, inner = _calm(arm[1 : end + 1]), _calm(arm[end + 1 : -1])
    wrist = np.concatenate([outer, [outer[-1] + off, inner[0] + off], inner])
    flank = torso[armpit:-1]
    thigh = np.array([[flank[-1][0] - 0.6, flank[-1][1] + 20], [1.2, flank[-1][1] + 20]])
    right = np.concatenate([skull, ear, neck, wrist, flank, thigh])
    low = len(skull) + len(ear) + len(neck)
    hand_end = [low + len(outer), low + len(outer) + 1]
    knees = [len(skull) - 1, *hand_end, low + len(wrist), len(right) - 2, len(right) - 1]
    whole = np.concatenate([right, mirror(right[:0:-1])])
    n = len(whole)
    return smooth(whole, [*knees, *(n - k for k in knees)])


def _index(points: Array, at: Array) -> int:
    return int(np.argmin(np.hypot(*(points - at).T)))


def _ear(skull: Array) -> Array:
    """Return the edge of the ear below the widest point of the head, then the jaw."""
    x, y = skull[-1]
    return np.array([
        [x + 0.62, y - 0.5], [x + 0.95, y + 0.5], [x + 0.62, y + 1.9], [x - 0.25, y + 2.9],
        [x - 1.1, y + 4.4],
    ])  # fmt: skip


def _calm(points: Array) -> Array:
    """Drop points close to the one before: they would show as dents of a smoothed limb."""
    kept = [points[0]]
    for point in points[1:]:
        if np.hypot(*(point - kept[-1])) >= 3.4 or point is points[-1]:
            kept.append(point)
    kept[-1] = points[-1]
    return np.array(kept)


@lru_cache(maxsize=16)
def body_lines(back: Back) -> Path:
    """Return the few inner lines of the skin: the spine's furrow below, the gluteal folds."""
    fold = back.skin([(1.2, 63.5), (4.5, 65.6), (9.0, 65.8), (13.0, 64.4)])
    cleft = np.array([(0.0, 54.5), (0.0, 64.5)]) * (1.0, back.scale_y)
    parts = [flatten(smooth(p, (), closed=False)) for p in (fold, mirror(fold))]
    return segments([*parts, cleft])


@lru_cache(maxsize=512)
def bone(back: Back, name: str) -> Path:
    """Return a bone's outline or line, right side, smoothed."""
    entry = back.content.bone[name]
    points = back.bone(name)
    closed = entry.kind == "polygon"
    if name == "sacrum":
        points = np.concatenate([points, mirror(points[::-1])])
        points = points[np.abs(points[:, 0]) > 0.01]
        return smooth(points, (), closed=True)
    return smooth(points, corners(points, turn=75.0) if closed else (), closed=closed)


@lru_cache(maxsize=16)
def spine(back: Back) -> Path:
    """Return the row of spinous processes as small upright ovals, both sides at once."""
    t = np.linspace(0, 2 * np.pi, 9)[:-1]
    ovals = []
    for level in back.content.level.values():
        if level.id.startswith(("sp-C", "sp-T", "sp-L")):
            low = level.y / 60
            half = np.array([0.36 + 0.12 * low, 0.62 + 0.35 * low])
            ovals.append(smooth(half * np.column_stack([np.cos(t), np.sin(t)])
                                + (0.0, level.y * back.scale_y)))  # fmt: skip
    return Path.make_compound_path(*ovals)


@lru_cache(maxsize=256)
def muscle(back: Back, name: str) -> MuscleDrawing:
    """Return the drawing of one muscle."""
    points = back.muscle(name)
    sharp = set(corners(points))
    sharp -= {_index(points, back.bone_scale([at])[0]) for at in _ROUND.get(name, ())}
    sharp |= {_index(points, back.bone_scale([at])[0]) for at in _SHARP.get(name, ())}
    outline = smooth(points, sharp)
    entry = back.content.muscle[name]
    spots = back.bone_scale([at for at, _ in entry.fibres]).tolist()
    doubles = [2 * radians(angle) for _, angle in entry.fibres]
    known = [(u, v, cos(turn), sin(turn)) for (u, v), turn in zip(spots, doubles, strict=True)]

    # In plain numbers: it is asked for one point after another, thousands of times.
    def turn_at(x: float, y: float) -> float:
        east = north = 0.0
        for u, v, along, up in known:
            weight = 1 / ((u - x) * (u - x) + (v - y) * (v - y) + 0.3) ** 1.5
            east += weight * along
            north += weight * up
        return atan2(north, east) / 2

    polygon = flatten(outline, 5)
    return MuscleDrawing(outline, segments(_thin(grain(polygon, turn_at, spacing=0.78))))


def _thin(lines: list[Array]) -> list[Array]:
    """Keep as few points of each fibre as its bend needs."""
    kept = []
    for line in lines:
        bend = np.ptp(line @ np.array([-(line[-1] - line[0])[1], (line[-1] - line[0])[0]]))
        straight = bend / max(np.hypot(*(line[-1] - line[0])), 1e-9) < 0.12
        keep = [0, len(line) - 1] if straight else sorted({*range(0, len(line), 3), len(line) - 1})
        kept.append(line[keep])
    return kept


@lru_cache(maxsize=16)
def tendon(back: Back) -> Path:
    """Return the flat tendon of the low back (thoracolumbar fascia), right side."""
    points = back.bone_scale(
        [(0.0, 24.0), (1.5, 30.0), (6.0, 38.0), (10.0, 42.5), (7.5, 44.3), (4.0, 48.5), (0.0, 52.0)]
    )
    return smooth(points, [0, 3, 5, 6])


@lru_cache(maxsize=512)
def zone_shapes(back: Back, name: str) -> tuple[Array, ...]:
    """Return the closed outlines of a no-press zone on both sides; a hole turns the other way.

    Kept, so they can only be read.
    """
    right = []
    for polygon in back.zone_outlines(name):
        points = _soft(np.asarray(polygon, dtype=float))
        points[points[:, 0] < 0.5, 0] = -0.05
        right.append(points if _area(points) > 0 else points[::-1])
    holes = [any(q is not p and Path(q).contains_points(p).all() for q in right) for p in right]
    right = [
        p[::-1] if hole else p
        for p, hole in zip(right, holes, strict=True)
        if not hole or _area(p) > 6.0
    ]
    found = (*right, *(mirror(p)[::-1] for p in right))
    for shape in found:
        shape.flags.writeable = False
    return found


def _soft(points: Array) -> Array:
    """Take the stairs out of an outline that was traced on a grid."""
    if len(points) < 60:
        return points.copy()
    ring = points[:-1] if np.allclose(points[0], points[-1]) else points
    calm: Array = np.mean([np.roll(ring, k, axis=0) for k in range(-3, 4)], axis=0)
    return calm


@cache
def zone_drawing(
    back: Back, names: tuple[str, ...], angle: float, spacing: float
) -> tuple[Path, Path]:
    """Return the union of zones to tint, and hatching lines clipped to it, both sides."""
    shapes = [shape for name in names for shape in zone_shapes(back, name)]
    return polygons(shapes), segments(hatch(shapes, angle, spacing))


@lru_cache(maxsize=256)
def region(back: Back, name: str) -> Path:
    """Return a region, right side, kept within the skin outline."""
    points = back.bone_scale(back.content.region[name].points)
    skin = body_outline(back)
    rim = flatten(skin, 6)
    fine = []
    for a, b in zip(points, np.roll(points, -1, axis=0), strict=True):
        steps = max(int(np.hypot(*(b - a)) / 0.8), 1)
        fine += [a + (b - a) * k / steps for k in range(steps)]
    inside = Path(rim).contains_points(fine)
    kept = [
        p if ok else rim[int(np.argmin(((rim - p) ** 2).sum(axis=1)))]
        for p, ok in zip(fine, inside, strict=True)
    ]
    return Path(np.array([*kept, kept[0]]), closed=True)


def both(path: Path) -> Path:
    """Return a right-side path together with its mirror image."""
    return Path.make_compound_path(path, mirror_path(path))


def polygons(shapes: Sequence[Array]) -> Path:
    """Return closed polygons as one path."""
    if not shapes:
        return Path(np.empty((0, 2)))
    return Path.make_compound_path(*(Path(np.vstack([s, s[:1]]), closed=True) for s in shapes))


def _area(points: Array) -> float:
    nxt = np.roll(points, -1, axis=0)
    return float((points[:, 0] * nxt[:, 1] - nxt[:, 0] * points[:, 1]).sum() / 2)


def centre(points: ArrayLike) -> Array:
    """Return the middle of a polygon's area."""
    xy = np.asarray(points, dtype=float)
    nxt = np.roll(xy, -1, axis=0)
    cross = xy[:, 0] * nxt[:, 1] - nxt[:, 0] * xy[:, 1]
    result: Array = ((xy + nxt) * cross[:, None]).sum(axis=0) / (3 * cross.sum())
    return result
