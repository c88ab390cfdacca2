"""The receiver from above in each position, as smooth paths. Numbers in cm.

The back and arms are those of the reference body; legs, feet and all of the other positions are
drawn by us to the same measures: 169 cm tall, and true in length where a limb lies flat.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Final

import numpy as np
from matplotlib.path import Path

from .canvas import Array
from .outline import mirror, segments, smooth, vertices
from .people import Figure, Piece, blob, curves, ellipse, flip, flip_piece, limb, palm

# Right half of the body lying face down: crown, ear, neck, shoulder.
_HEAD: Final = (
    (0.0, -23.5), (2.9, -22.9), (5.3, -21.2), (6.9, -18.6), (7.5, -15.7), (8.2, -16.1),
    (8.5, -15.1), (8.1, -13.5), (7.2, -12.4), (6.3, -10.8), (5.5, -6.5), (5.8, -3.0), (7.5, 0.8),
    (11.5, 3.4), (16.0, 4.6), (19.5, 5.6),
)  # fmt: skip
_ARM_OUT: Final = (
    (22.3, 7.5), (23.8, 11.0), (24.2, 16.0), (24.4, 24.0), (25.4, 33.0), (26.8, 39.0),
    (27.0, 45.0), (26.4, 53.0), (25.4, 61.0), (25.0, 65.0),
)  # fmt: skip
_WRIST: Final = ((25.0, 67.5), (23.0, 69.5), (20.8, 67.5))
"""Rounds off the arm; the hand is a shape of its own."""
_ARM_IN: Final = (
    (20.9, 64.0), (20.2, 58.0), (19.6, 50.0), (19.2, 42.0), (18.8, 36.0), (18.5, 28.0),
    (18.2, 21.0), (18.0, 15.5),
)  # fmt: skip
_FLANK: Final = (
    (16.8, 18.0), (15.6, 21.0), (14.6, 25.0), (14.2, 30.0), (13.8, 36.0), (14.6, 40.5),
    (15.6, 44.0), (16.2, 48.0), (16.9, 53.0), (17.4, 58.0), (17.5, 64.0),
)  # fmt: skip
_LEG_OUT: Final = (
    (17.2, 71.0), (16.6, 80.0), (15.6, 89.0), (14.7, 96.0), (14.5, 101.0), (15.2, 107.0),
    (15.5, 113.0), (15.0, 120.0), (13.9, 128.0), (13.0, 134.0), (12.8, 138.5),
)  # fmt: skip
_FOOT: Final = (
    (13.4, 142.0), (13.6, 146.5), (14.6, 152.0), (15.2, 157.0), (14.2, 161.0), (12.2, 163.0),
    (10.4, 161.8), (9.5, 157.0), (9.0, 151.0), (8.6, 145.5), (8.6, 141.5),
)  # fmt: skip
_LEG_IN: Final = (
    (9.0, 138.0), (8.7, 133.0), (7.8, 126.0), (6.4, 119.0), (5.4, 112.0), (5.5, 105.0),
    (6.0, 99.0), (5.2, 91.0), (3.4, 82.0), (1.9, 74.0), (1.0, 68.0), (0.0, 66.0),
)  # fmt: skip


@cache
def receiver(position: str, mirrored: bool = False) -> Figure:
    """Return the receiver in a position (an id of ``setup.toml``); mirrored for the other side."""
    made = {
        "face_down": _face_down, "side_lying": _side_lying, "seated": _seated, "face_up": _face_up,
    }[position]()  # fmt: skip
    return flip(made) if mirrored else made


def _both(right: Iterable[tuple[float, float]]) -> tuple[Array, int]:
    """Return a closed outline made of its right half and the mirror image, and its lowest index."""
    half = np.array(list(right))
    return np.concatenate([half, mirror(half[-2:0:-1])]), len(half) - 1


def _arms(over: bool) -> tuple[Piece, ...]:
    """Return both arms from below the shoulder on, open towards it, and the hands."""
    line = np.array([*_ARM_OUT[2:], *_WRIST, *_ARM_IN])
    edge = smooth(line, (len(line) - 1,), closed=False)
    codes = [*np.asarray(edge.codes), Path.CLOSEPOLY]
    fill = Path(np.concatenate([vertices(edge), vertices(edge)[:1]]), codes)
    right = Piece(fill, edge, over=over)
    palms = (palm((23.0, 66.0), 178.0, left=True), palm((-23.0, 66.0), -178.0, left=False))
    return right, flip_piece(right), *palms


def _body(foot: Iterable[tuple[float, float]] = _FOOT) -> Piece:
    outline, crotch = _both(
        [*_HEAD, *_ARM_OUT, *_WRIST, *_ARM_IN, *_FLANK, *_LEG_OUT, *foot, *_LEG_IN]
    )
    pit = len(_HEAD) + len(_ARM_OUT) + len(_WRIST) + len(_ARM_IN) - 1
    return blob(outline, (pit, crotch, len(outline) - pit))


def _face_down() -> Figure:
    hair, nape = _both(
        [(0.0, -23.6), (2.9, -23.0), (5.4, -21.3), (7.0, -18.5), (7.3, -15.4), (6.6, -12.2),
         (4.6, -9.6), (2.0, -8.7), (0.0, -8.5)]
    )  # fmt: skip
    cover, _ = _both(
        [(0.0, 52.2), (9.0, 51.6), (17.6, 51.0), (19.6, 53.5), (19.8, 60.0), (22.0, 72.0),
         (24.5, 90.0), (24.0, 112.0), (22.5, 132.0), (23.5, 150.0), (24.5, 165.0), (12.0, 167.5),
         (0.0, 168.0)]
    )  # fmt: skip
    fold = [(-17.4, 54.6), (-8.0, 55.4), (0.0, 55.8), (8.0, 55.4), (17.4, 54.6)]
    lines = [[(0.4, 68.0), (0.6, 90.0), (0.0, 118.0)], [(-6.0, 150.0), (-4.0, 160.0)],
             [(6.0, 150.0), (4.5, 160.0)], [(17.8, 78.0), (18.6, 92.0)],
             [(-17.8, 78.0), (-18.6, 92.0)]]  # fmt: skip
    spine = [(0.0, 3.0), (0.3, 18.0), (-0.2, 34.0), (0.0, 47.0)]
    blades = [[(6.2, 8.0), (5.4, 13.0), (7.2, 19.5), (9.6, 20.6)]]
    blades.append([(-x, y) for x, y in blades[0]])
    dimples = [[(3.4, 48.6), (4.0, 49.6), (4.6, 48.8)], [(-3.4, 48.6), (-4.0, 49.6), (-4.6, 48.8)]]
    return Figure(
        (
            _body(),
            blob(hair, (nape,), token="hair"),
            *_arms(over=True),
        ),
        smooth(cover, (2, len(cover) - 2)),
        curves([fold, *lines]),
        curves([spine, *blades, *dimples]),
    )


def _face_up() -> Figure:
    hair, _ = _both([(0.0, -24.6), (4.6, -23.6), (7.6, -19.8), (8.0, -16.5), (6.8, -18.6),
                     (4.8, -20.4), (2.2, -20.8), (0.0, -20.7)])  # fmt: skip
    cover, _ = _both(
        [(0.0, 11.4), (9.0, 11.0), (16.8, 10.2), (18.0, 16.0), (19.6, 30.0), (21.5, 60.0),
         (25.0, 80.0), (25.5, 110.0), (23.0, 134.0), (23.0, 153.0), (12.0, 156.0), (0.0, 156.5)]
    )  # fmt: skip
    fold = [(-17.6, 15.0), (-8.0, 16.0), (0.0, 16.4), (8.0, 16.0), (17.6, 15.0)]
    lines = [[(0.5, 70.0), (0.8, 90.0)], [(-9.0, 112.0), (-10.0, 130.0)],
             [(9.0, 112.0), (10.0, 130.0)], [(-7.0, 143.0), (-8.0, 138.0)],
             [(7.0, 143.0), (8.0, 138.0)]]  # fmt: skip
    face = [
        [(-4.6, -15.2), (-3.3, -14.5), (-2.0, -15.1)], [(4.6, -15.2), (3.3, -14.5), (2.0, -15.1)],
        [(0.3, -14.6), (-0.9, -11.4), (0.4, -11.0)], [(-2.0, -8.6), (0.0, -8.1), (2.0, -8.6)],
        [(-4.8, -17.0), (-3.3, -17.6), (-1.8, -17.1)], [(4.8, -17.0), (3.3, -17.6), (1.8, -17.1)],
        [(1.2, 3.2), (5.5, 4.4), (10.0, 4.2)], [(-1.2, 3.2), (-5.5, 4.4), (-10.0, 4.2)],
    ]  # fmt: skip
    toes = ((13.6, 141.5), (15.0, 145.5), (13.8, 149.6), (10.8, 150.0), (9.2, 146.5), (8.8, 141.5))
    return Figure(
        (_body(toes), blob(hair, (3, 9), token="hair"), *_arms(over=True)),
        smooth(cover, (2, len(cover) - 2)),
        curves([fold, *lines]),
        curves(face),
    )


def _side_lying() -> Figure:
    """On the right side, facing the receiver's front to the left of the page."""
    torso = [
        (3.6, -6.0), (5.4, -0.5), (9.0, 6.0), (11.4, 14.0), (11.6, 22.0), (10.0, 31.0),
        (8.4, 38.0), (9.4, 45.0), (12.0, 52.0), (12.8, 58.0), (10.8, 65.0), (4.0, 68.0),
        (-6.0, 64.0), (-9.6, 55.0), (-10.8, 46.0), (-11.6, 36.0), (-12.2, 24.0), (-11.0, 14.0),
        (-7.6, 6.0), (-5.2, 0.0), (-4.4, -5.0),
    ]  # fmt: skip
    head = [
        (3.8, -6.5), (6.6, -10.5), (7.6, -16.0), (6.0, -22.0), (1.6, -25.6), (-4.4, -25.6),
        (-9.0, -22.6), (-10.6, -18.4), (-10.8, -16.6), (-12.9, -13.4), (-11.6, -12.2),
        (-11.4, -10.2), (-10.6, -8.6), (-10.0, -6.4), (-7.4, -5.0), (-4.0, -4.4),
    ]  # fmt: skip
    hair = [
        (4.4, -7.6), (7.0, -11.0), (8.1, -16.2), (6.4, -22.6), (1.6, -26.4), (-5.0, -26.2),
        (-9.4, -22.8), (-6.0, -21.4), (-3.6, -18.2), (-2.8, -14.6), (-0.8, -12.2), (0.6, -8.4),
    ]  # fmt: skip
    under_arm = limb([(-6.0, 9.0), (-17.0, 5.0), (-24.0, -5.0), (-27.0, -13.0)], (9, 8, 7, 6))
    arm = limb([(-0.5, 10.0), (-9.0, 20.0), (-18.0, 29.0), (-27.0, 25.0), (-34.0, 20.0)],
               (11.5, 9.5, 8.5, 7.5, 6.0))  # fmt: skip
    hand = palm((-33.0, 20.6), -56.0, left=False, over=False)
    under_hand = palm((-26.4, -11.6), -12.0, left=True, over=False)
    below = limb([(2.0, 60.0), (-12.0, 70.0), (-27.0, 82.0), (-24.0, 96.0), (-12.0, 114.0),
                  (-5.0, 125.0)], (19.0, 17.5, 13.0, 12.0, 10.5, 7.0))  # fmt: skip
    above = limb([(1.0, 58.0), (-16.0, 65.0), (-34.0, 74.0), (-37.0, 88.0), (-30.0, 106.0),
                  (-25.0, 118.0)], (21.0, 18.0, 13.0, 12.0, 10.5, 7.0))  # fmt: skip
    feet = [limb([(-5.0, 124.0), (-8.0, 130.0), (-19.0, 136.0)], (7.5, 8.0, 6.0)),
            limb([(-25.0, 117.0), (-27.0, 123.0), (-38.0, 130.0)], (7.5, 8.0, 6.0))]  # fmt: skip
    cover = [
        (-14.5, 50.0), (0.0, 51.5), (14.6, 50.0), (16.0, 60.0), (12.0, 74.0), (-4.0, 96.0),
        (4.0, 118.0), (3.0, 136.0), (-18.0, 143.0), (-40.0, 138.0), (-45.0, 120.0),
        (-48.0, 92.0), (-46.0, 72.0), (-36.0, 61.0), (-22.0, 54.0),
    ]  # fmt: skip
    folds = [[(-13.5, 53.4), (0.0, 55.0), (14.6, 53.6)], [(-8.0, 70.0), (-24.0, 80.0)],
             [(-14.0, 92.0), (-20.0, 110.0)], [(4.0, 66.0), (-2.0, 76.0)]]  # fmt: skip
    face = [[(-9.4, -15.0), (-8.0, -14.4), (-6.8, -15.0)], [(-10.6, -9.4), (-9.2, -9.2)],
            [(-0.6, -15.6), (1.4, -16.6), (2.0, -14.0), (0.4, -12.4), (-0.4, -13.6)],
            [(9.4, 14.0), (9.6, 22.0), (8.2, 31.0), (6.6, 38.0), (7.6, 46.0)],
            [(4.0, 12.0), (5.8, 17.0), (3.0, 22.5), (0.4, 22.0)]]  # fmt: skip
    return Figure(
        (under_hand, under_arm, below, feet[0], above, feet[1], blob(torso), blob(head),
         blob(hair, (0, 6), token="hair"), hand, arm),
        smooth(cover, (0, 2)),
        curves(folds),
        curves(face),
    )  # fmt: skip


def _seated() -> Figure:
    """Astride a chair, facing up the page, leaning forward: the back is shortened by the lean."""
    legs: list[Piece] = []
    for side in (1.0, -1.0):
        turn = np.array([side, 1.0])
        foot = limb(np.array([(28.0, -16.0), (30.0, -30.0), (30.5, -36.0)]) * turn, (8.0, 9.5, 7.0))
        thigh = limb(np.array([(8.0, 22.0), (17.0, 8.0), (26.0, -10.0), (28.5, -18.0)]) * turn,
                     (19.0, 18.0, 14.0, 12.0), token="linen", line="linen-line")  # fmt: skip
        legs += [foot, thigh]
    hips, _ = _both(
        [(0.0, 17.0), (14.6, 17.5), (17.6, 25.0), (15.0, 33.0), (7.0, 36.0), (0.0, 35.6)]
    )
    back, _ = _both([
        (0.0, -9.0), (5.6, -8.0), (8.0, -4.6), (13.0, -3.4), (18.0, -2.6), (20.6, 1.0),
        (19.0, 6.0), (16.0, 10.0), (14.4, 15.0), (14.2, 19.5), (8.0, 21.2), (0.0, 21.6),
    ])  # fmt: skip
    arms = [
        limb(np.array([(18.5, 1.0), (23.0, -8.0), (24.0, -17.0), (14.0, -23.0), (4.0, -25.0)])
             * (s, 1.0), (11.0, 10.0, 9.0, 8.0, 6.6))
        for s in (1.0, -1.0)
    ]  # fmt: skip
    head = blob(ellipse((0.0, -16.5), (7.6, 9.2)), token="hair")
    details = [[(0.0, -3.5), (0.2, 8.0), (0.0, 20.5)], [(5.6, 0.5), (5.0, 4.5), (6.8, 9.0)],
               [(-5.6, 0.5), (-5.0, 4.5), (-6.8, 9.0)]]  # fmt: skip
    belt = [[(-14.4, 20.4), (-8.0, 22.2), (0.0, 22.6), (8.0, 22.2), (14.4, 20.4)]]
    return Figure(
        (*legs, blob(hips, token="linen", line="linen-line"), *arms, blob(back), head),
        segments([]),
        curves(belt),
        curves(details),
    )
