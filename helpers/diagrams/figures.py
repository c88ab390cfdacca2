"""People seen from the side, as simple line figures: limbs with a common outline, and furniture.

Lengths in cm of a person of about 170 cm; x to the right, y up, the floor at y = 0.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
from attrs import field, frozen
from matplotlib.axes import Axes
from matplotlib.path import Path

from . import style
from .canvas import Array, add_path
from .outline import smooth

Way = tuple[tuple[float, float], ...]

TORSO: Final = 25.0
THIGH: Final = 15.0
CALF: Final = 11.0
FOOT: Final = 7.0
UPPER: Final = 9.5
FORE: Final = 8.0
NECK: Final = 10.0
HEAD: Final = 19.0
RIM: Final = 3.4
"""How much wider the outline is than the limb, px."""
HAIR: Final = "skin-line"
"""The colour of hair: the outline's own."""
COVER: Final = "chosen"
"""The colour of a sheet or a towel."""


@frozen
class Limb:
    """A thick line through points: ``width`` cm across, in a token's colour."""

    points: Way
    width: float
    tone: str = "skin"


@frozen(kw_only=True)
class Pose:
    """What one panel shows: furniture behind, then groups of limbs from far to near."""

    furniture: tuple[Way, ...] = ()
    soft: tuple[Way, ...] = ()
    """Mattress and pillows."""
    groups: tuple[tuple[Limb, ...], ...] = ()
    """The limbs of a group share one outline; later groups lie on top."""
    arrow: Way = ()
    """A way that the body goes, with a head at its end."""
    front: tuple[Way, ...] = field(default=())
    """Furniture in front of the person."""


def draw_pose(ax: Axes, pose: Pose, at: tuple[float, float], scale: float) -> None:
    """Draw a pose on an Axes in px: ``at`` is where its origin lies, ``scale`` px per cm."""

    def place(points: Sequence[Sequence[float]]) -> Array:
        xy = np.asarray(points, dtype=float)
        return np.column_stack([at[0] + xy[:, 0] * scale, at[1] - xy[:, 1] * scale])

    for n, shape in enumerate(pose.furniture):
        _solid(ax, place(shape), "bone", 2.0 + n / 10)
    for n, shape in enumerate(pose.soft):
        _solid(ax, place(shape), "tendon", 3.0 + n / 10)
    for depth, group in enumerate(pose.groups):
        lines = [(smooth(place(limb.points), closed=False), limb) for limb in group]
        # All outlines first and then all fills: so the limbs of a group grow together.
        for extra, z in ((RIM, 4.0 + depth), (0.0, 4.2 + depth)):
            for path, limb in lines:
                color = style.color("skin-line" if extra else limb.tone)
                add_path(
                    ax, path, z, None, facecolor="none", edgecolor=color, capstyle="round",
                    joinstyle="round", linewidth=limb.width * scale + extra,
                )  # fmt: skip
    for n, shape in enumerate(pose.front):
        _solid(ax, place(shape), "bone", 20.0 + n / 10)
    if pose.arrow:
        _arrow(ax, place(pose.arrow))


def _solid(ax: Axes, shape: Array, face: str, z: float) -> None:
    path = Path(np.concatenate([shape, shape[:1]]), closed=True)
    add_path(ax, path, z, None, facecolor=style.color(face), edgecolor=style.color("bone-line"),
             linewidth=style.LINE, joinstyle="round")  # fmt: skip


def _arrow(ax: Axes, way: Array) -> None:
    add_path(ax, smooth(way, closed=False), 22.0, None, facecolor="none", capstyle="butt",
             edgecolor=style.color("now"), linewidth=style.BOLD)  # fmt: skip
    ahead = way[-1] - way[-2]
    ahead = ahead / np.hypot(*ahead)
    side = np.array([-ahead[1], ahead[0]])
    tip = way[-1] + ahead * 9
    head = np.array([tip, way[-1] - ahead * 5 + side * 8, way[-1] - ahead * 5 - side * 8, tip])
    add_path(ax, Path(head, closed=True), 22.1, None, facecolor=style.color("now"), linewidth=0)


def box(x0: float, y0: float, x1: float, y1: float) -> Way:
    """Return the corners of a rectangle."""
    return ((x0, y0), (x1, y0), (x1, y1), (x0, y1))
