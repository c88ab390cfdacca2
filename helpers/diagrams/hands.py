"""Hands at true size, 18.7 by 8.3 cm, as smooth paths; drawn once and moved by a transform.

A shape is the giver's right hand seen from above: cm, the point that touches at the origin, fingers
towards the head (y < 0), thumb to the left. ``place`` turns, mirrors and moves it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final

import numpy as np
from attrs import frozen
from matplotlib.path import Path
from matplotlib.transforms import Affine2D

from helpers.content.models.touch import Contact

from .canvas import Array
from .outline import segments, smooth, vertices

LENGTH: Final = 18.7
BREADTH: Final = 8.3

# Middle of the finger's base (from the wrist), length, half-widths at base and tip, cm.
_FINGERS: Final = {
    "little": ((3.10, 8.2), 5.7, 0.90, 0.76),
    "ring": ((1.22, 9.3), 7.9, 0.98, 0.84),
    "middle": ((-0.78, 9.7), 9.0, 1.02, 0.87),
    "index": ((-2.76, 9.3), 8.0, 1.00, 0.84),
}


@frozen
class HandShape:
    """One hand: a closed path to fill, and thin open lines for outline and details."""

    fill: Path
    edge: Path
    detail: Path

    @property
    def reach(self) -> float:
        """The farthest that the shape goes from the point that touches, cm."""
        return float(np.hypot(*vertices(self.fill).T).max())


def place(
    at: tuple[float, float], angle: float, mirrored: bool = False, size: float = 1.0
) -> Affine2D:
    """Return the transform that puts a shape at a point (cm), fingers turned to ``angle``.

    0 degrees points to the head, 90 to the receiver's right; ``mirrored`` makes a left hand.
    """
    flip = Affine2D().scale(-size if mirrored else size, size)
    return flip.rotate_deg(angle).translate(*at)


@cache
def shape(contact: str) -> HandShape:
    """Return the right hand in the shape of a contact (an id of ``contacts.toml`` or on-top)."""
    closed, spread = (-2.5, -1.0, 0.6, 2.4), (17.0, 6.0, -5.0, -16.0)
    match contact:
        case "pads":
            return _hand((0.0, 15.6), spread, (1.0, 1.0, 1.0, 1.0), thumb=(-46.0, 1.0))
        case "fingers" | "on-top":
            return _hand((-0.9, 17.2), (2.0, 0.0, 0.2, 1.6), (0.86, 0.94, 1.0, 1.06), (-38.0, 0.95))
        case "thumb":
            return _hand(
                (-7.95, 8.25), (20.0, 11.0, 3.0, -6.0), (0.85, 0.85, 0.85, 0.9), (-56.0, 1.0)
            )
        case "lift":
            return _hand((-1.6, 9.4), (10.0, 5.0, 0.0, -5.0), (0.74, 0.72, 0.7, 0.74), (-62.0, 1.0))
        case "fold":
            return _hand(
                (-4.4, 11.4), (14.0, 6.0, -4.0, -14.0), (0.5, 0.5, 0.55, 0.66), (-42.0, 0.8)
            )
        case "cup":
            return _hand((0.0, 8.8), (-4.5, -2.0, 0.8, 3.4), (0.84, 0.83, 0.82, 0.84), (-15.0, 0.9))
        case "edge":
            return _edge()
        case "fist":
            return _fist()
        case "forearm":
            return _forearm()
    return _hand((0.0, LENGTH / 2), closed, (1.0, 1.0, 1.0, 1.0), thumb=(-17.0, 0.92))


def _hand(
    origin: tuple[float, float],
    angles: Sequence[float],
    lengths: Sequence[float],
    thumb: tuple[float, float],
) -> HandShape:
    """Build a hand from finger angles (degrees, little finger first) and parts of full length."""
    points: list[tuple[float, float]] = [(2.85, -2.6), (2.7, -0.2), (3.35, 2.2), (3.95, 5.0)]
    sharp: list[int] = []
    details: list[Array] = []
    bases: list[_Finger] = []
    for (base, length, root, tip), angle, part in zip(
        _FINGERS.values(), angles, lengths, strict=True
    ):
        finger = _Finger(np.array(base), angle, length * part, root, tip)
        if bases:  # the fork between two fingers
            fork = (bases[-1].at(0.16, -1) + finger.at(0.1, 1)) / 2
            sharp.append(len(points))
            points.append(tuple(fork))
        points += [tuple(p) for p in finger.outline()]
        details += finger.details(part > 0.6)
        bases.append(finger)
    points += _thumb(*thumb, details)
    points += [(-2.62, 0.2), (-2.75, -2.6)]
    return _shape(points, sharp, details, origin)


@frozen
class _Finger:
    base: Array
    angle: float
    length: float
    root: float
    tip: float

    def at(self, along: float, across: float) -> Array:
        """Return a point at a share of the length; across -1 is the thumb's side."""
        turn = np.radians(self.angle)
        ahead = np.array([np.sin(turn), np.cos(turn)])
        side = np.array([ahead[1], -ahead[0]])
        half = self.root + (self.tip - self.root) * along
        return self.base + along * self.length * ahead + across * half * side

    def outline(self) -> list[Array]:
        round_ = self.tip / self.length
        up = [(0.14, 1.0), (0.5, 1.0), (1 - 1.15 * round_, 1.0), (1 - 0.32 * round_, 0.68)]
        return [
            *(self.at(a, c) for a, c in up),
            self.at(1.0, 0.0),
            *(self.at(a, -c) for a, c in reversed(up)),
        ]

    def details(self, with_nail: bool) -> list[Array]:
        """Return the creases over the middle joint, and the nail."""
        marks = [
            np.array([self.at(0.47, c) for c in (-0.5, 0.5)]),
            np.array([self.at(0.50, c) for c in (-0.36, 0.36)]),
        ]
        if not with_nail:
            return marks[:1]
        nail = ((0.975, 0.45), (0.93, 0.6), (0.86, 0.56), (0.835, 0.3), (0.83, 0.0))
        half = [self.at(a, c) for a, c in nail]
        other = [self.at(a, -c) for a, c in reversed(nail[:-1])]
        return [*marks, np.array([*half, *other])]


def _thumb(angle: float, part: float, details: list[Array]) -> list[tuple[float, float]]:
    thumb = _Finger(np.array((-3.0, 4.9)), angle, 7.0 * part, 1.42, 0.86)
    nail = ((0.97, 0.42), (0.9, 0.6), (0.8, 0.56), (0.77, 0.0))
    details.append(
        np.array([*(thumb.at(a, c) for a, c in nail), *(thumb.at(a, -c) for a, c in nail[-2::-1])])
    )
    details.append(np.array([thumb.at(0.56, c) for c in (-0.45, 0.5)]))
    web = (np.array((-3.72, 8.9)) + thumb.at(0.3, 1.0)) / 2
    outline = [(0.55, 0.86), (0.86, 1.0), (0.965, 0.66), (1.0, 0.0), (0.965, -0.66), (0.86, -1.0)]
    rest = [(0.55, -0.84), (0.2, -0.94)]
    return [tuple(web), *(tuple(thumb.at(a, c)) for a, c in outline + rest), (-3.5, 3.0)]


def _shape(
    points: Sequence[tuple[float, float]],
    sharp: Sequence[int],
    details: Sequence[Array],
    origin: tuple[float, float],
) -> HandShape:
    """Turn points given from the wrist, fingers up, into a shape around the point that touches."""

    def local(xy: object) -> Array:
        return (np.asarray(xy, dtype=float) - origin) * (1.0, -1.0)

    edge = smooth(local(points), sharp, closed=False)
    codes = [*np.asarray(edge.codes), Path.CLOSEPOLY]
    fill = Path(np.concatenate([vertices(edge), vertices(edge)[:1]]), codes)
    return HandShape(fill, edge, segments(local(line) for line in details))


def _fist() -> HandShape:
    """Knuckle row along the arm of the y axis, wrist to the outside and down."""
    points = [
        (5.2, -6.4), (4.6, -4.2), (3.1, -3.9), (1.4, -4.25), (-0.4, -4.1), (-2.0, -3.8),
        (-2.65, -3.0), (-2.5, -2.05), (-2.95, -1.2), (-2.85, -0.15), (-3.1, 0.9), (-2.85, 1.95),
        (-2.95, 2.9), (-2.5, 3.8), (-1.2, 4.25), (0.4, 4.2), (1.9, 3.9), (3.2, 3.1),
        (4.3, 1.6), (5.6, -0.2), (7.4, -2.0), (8.6, -3.1),
    ]  # fmt: skip
    details = [
        np.array([(-2.45, -2.05), (-0.9, -2.0), (0.3, -1.85)]),
        np.array([(-2.8, -0.15), (-1.1, -0.1), (0.4, 0.0)]),
        np.array([(-2.8, 1.95), (-1.1, 1.95), (0.2, 1.85)]),
        np.array([(-1.3, 4.2), (0.2, 3.2), (1.6, 2.9), (2.7, 3.3)]),
        *(np.array([(0.7, y - 0.55), (1.05, y), (0.75, y + 0.55)]) for y in (-2.9, -1.0, 0.9)),
    ]
    return _shape(points, [7, 9, 11], details, (-1.0, 0.0))


def _edge() -> HandShape:
    """Return a hand on its little-finger edge, seen from above: thumb side up."""
    points = [
        (1.9, -2.6), (1.75, 0.0), (1.8, 3.0), (1.75, 6.5), (1.5, 10.0), (1.2, 14.0), (0.75, 17.2),
        (0.1, 18.2), (-0.5, 17.4), (-0.85, 14.0), (-1.15, 10.5), (-1.9, 9.4), (-2.6, 10.6),
        (-3.2, 10.7), (-3.35, 9.7), (-2.9, 7.6), (-2.2, 5.0), (-1.8, 2.6), (-1.7, 0.0),
        (-1.85, -2.6),
    ]  # fmt: skip
    details = [
        np.array([(0.55, 16.6), (0.6, 13.0), (0.75, 9.4)]),
        np.array([(-0.1, 17.0), (-0.1, 13.0), (-0.2, 10.0)]),
        np.array([(-2.6, 10.2), (-2.45, 9.2)]),
    ]
    return _shape(points, [11], details, (0.3, 8.0))


def _forearm() -> HandShape:
    """Return a forearm with the elbow left free, fingers to the head, palm turned up."""
    points = [
        (2.6, -9.2), (3.9, -8.0), (4.6, -5.0), (4.5, -1.0), (3.9, 4.0), (3.2, 9.0), (2.7, 12.5),
        (3.0, 14.2), (3.5, 16.0), (3.4, 18.4), (2.6, 20.2), (1.0, 20.9), (-1.0, 20.7), (-2.6, 19.6),
        (-3.4, 18.0), (-3.9, 16.4), (-3.2, 14.4), (-2.6, 12.5), (-3.1, 9.0), (-3.9, 4.0),
        (-4.5, -1.0), (-4.5, -5.0), (-3.7, -8.0), (-2.4, -9.2),
    ]  # fmt: skip
    details = [
        np.array([(-2.0, 12.6), (0.0, 12.9), (2.0, 12.6)]),
        np.array([(-1.8, 13.2), (0.0, 13.5), (1.8, 13.2)]),
        np.array([(2.6, 17.0), (1.0, 17.6), (-0.8, 17.4), (-2.2, 16.6)]),
        *(np.array([(x, 20.4), (x - 0.1, 18.2)]) for x in (-0.9, 0.7, 2.0)),
        np.array([(-2.4, -5.4), (-1.0, -6.3), (0.8, -6.4), (2.4, -5.6)]),
    ]
    return _shape(points, [], details, (0.0, 0.0))


def spot(contact: str, contacts: Mapping[str, Contact]) -> Path | None:
    """Return the part that presses as an ellipse around the origin, or None for a whole hand."""
    if contact == "palm-heel":
        return _ellipse((0.1, 6.2), (2.5, 1.9))
    if contact not in contacts or contact in ("palm", "pads", "cup", "lift"):
        return None
    return _ellipse((0.0, 0.0), contacts[contact].half_size)


def _ellipse(at: tuple[float, float], half: tuple[float, float]) -> Path:
    circle = Path.unit_circle()
    return Affine2D().scale(*half).translate(*at).transform_path(circle)
