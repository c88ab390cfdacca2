"""The giver from above: standing or kneeling, leaning in, with both hands on the back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
from attrs import frozen
from matplotlib.path import Path
from matplotlib.transforms import Affine2D

from . import hands
from .canvas import Array
from .outline import smooth
from .people import Piece, blob, ellipse, limb

SHOULDER: Final = 17.5
"""From the middle to the joint of the shoulder, cm."""

SHOULDERS: Final = (
    (0.0, -8.6), (8.0, -8.4), (16.0, -8.2), (21.4, -4.4), (22.0, 1.4), (18.4, 6.6),
    (9.0, 9.8), (0.0, 10.8), (-9.0, 9.8), (-18.4, 6.6), (-22.0, 1.4), (-21.4, -4.4),
    (-16.0, -8.2), (-8.0, -8.4),
)  # fmt: skip


@frozen(kw_only=True)
class Stand:
    """Where a giver is: the middle of the shoulders (cm), the way they face, how they hold up.

    ``facing`` is in degrees: 0 looks to the head of the page, -90 to the left. ``hands`` are where
    the left and the right wrist go, and ``fingers`` the way that the fingers of each point.
    """

    at: tuple[float, float]
    facing: float
    kneels: bool
    hands: tuple[tuple[float, float], tuple[float, float]]
    fingers: tuple[float, float]

    def mirrored(self) -> Stand:
        """Return the same on the other side of the body."""
        (lx, ly), (rx, ry) = self.hands
        return Stand(
            at=(-self.at[0], self.at[1]),
            facing=-self.facing,
            kneels=self.kneels,
            hands=((-rx, ry), (-lx, ly)),
            fingers=(-self.fingers[1], -self.fingers[0]),
        )


def feet(stand: Stand) -> tuple[Piece, ...]:
    """Return what the giver stands or kneels on: two soles, one ahead, or knees and shins."""
    turn = _turn(stand)
    made = []
    for side in (-1.0, 1.0):
        if stand.kneels:
            leg = [(side * 11.0, -4.0), (side * 11.5, 9.0), (side * 11.0, 28.0)]
            sole = [(side * 10.5, 29.0), (side * 10.0, 36.0), (side * 9.0, 44.0)]
        else:  # one foot ahead, as for long strokes
            back = 22.0 if side > 0 else -4.0
            leg = [(side * 8.0, 4.0), (side * 10.5, 8.0 + back / 2), (side * 12.5, 12.0 + back)]
            sole = [
                (side * 12.0, 17.0 + back),
                (side * 14.0, 9.0 + back),
                (side * 17.0, back - 5.0),
            ]
        made.append(_sole(turn.transform(sole), (7.0, 8.0, 7.4)))
        made.append(limb(turn.transform(leg), (17.0, 14.5, 10.5), token="linen",
                         line="linen-line"))  # fmt: skip
    return tuple(made)


def _sole(line: Array, widths: Sequence[float]) -> Piece:
    return limb(line, widths, token="wood", line="wood-line")


def upper(stand: Stand) -> tuple[Piece, ...]:
    """Return arms, hands, shoulders and head, from the lowest to the uppermost."""
    turn = _turn(stand)
    made: list[Piece] = []
    for side, wrist, fingers in zip((-1.0, 1.0), stand.hands, stand.fingers, strict=True):
        joint = turn.transform((side * SHOULDER, -3.0))
        made += _arm(joint, np.asarray(wrist, dtype=float), side, fingers, stand)
    made.append(blob(turn.transform(SHOULDERS), token="cloth", line="cloth-line"))
    for x in (-7.6, 7.6):
        made.append(blob(turn.transform(ellipse((x, -4.2), (1.3, 2.2)))))
    nose = [(-2.2, -13.0), (0.0, -15.6), (2.2, -13.0), (0.0, -11.0)]
    made.append(blob(turn.transform(nose)))
    made.append(blob(turn.transform(ellipse((0.0, -4.6), (7.6, 9.4))), token="hair"))
    return tuple(made)


def _arm(joint: Array, wrist: Array, side: float, fingers: float, stand: Stand) -> list[Piece]:
    """Return sleeve, forearm and hand; the elbow bends a little outwards."""
    line = wrist - joint
    out = np.array([-line[1], line[0]]) / max(float(np.hypot(*line)), 1e-9)
    elbow = joint + 0.5 * line - out * 3.4 * -side
    cuff = joint + (elbow - joint) * 0.86
    forearm = limb([cuff, elbow, wrist], (8.4, 8.0, 5.5), token="hand", line="hand-line")
    sleeve = limb([joint, (joint + cuff) / 2, cuff], (12.0, 11.0, 10.0), token="cloth",
                  line="cloth-line")  # fmt: skip
    shape = hands.shape("palm")
    # The shape's origin is the middle of the palm; its wrist lies half a hand behind.
    ahead = np.array([np.sin(np.radians(fingers)), -np.cos(np.radians(fingers))])
    middle = wrist + ahead * (hands.LENGTH / 2 - 0.5)
    move = hands.place((float(middle[0]), float(middle[1])), fingers, mirrored=side < 0)
    hand = Piece(
        move.transform_path(shape.fill), move.transform_path(shape.edge), "hand", "hand-line"
    )
    return [forearm, hand, sleeve]


def _turn(stand: Stand) -> Affine2D:
    return Affine2D().rotate_deg(stand.facing).translate(*stand.at)


def outline(stand: Stand) -> Path:
    """Return shoulders and head alone, to show another place of the same giver."""
    turn = _turn(stand)
    head = ellipse((0.0, -4.6), (7.6, 9.4))
    return Path.make_compound_path(smooth(turn.transform(SHOULDERS)), smooth(turn.transform(head)))


def circle(at: tuple[float, float], radius: float) -> Path:
    """Return a circle."""
    return Affine2D().scale(radius).translate(*at).transform_path(Path.unit_circle())
