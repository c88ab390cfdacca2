"""The labels of a back map, in a column at each side, joined to their points by thin lines."""

from __future__ import annotations

from collections.abc import Collection

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import Ellipse

from helpers.body import Back

from . import anatomy, style
from .canvas import Array, View, add_path
from .labels import measure, wrap, write
from .layout import column
from .outline import segments

COLUMN = 0.165 * style.WIDTH
"""Width of a column of labels, px."""
DEEP_LAYERS = 5
"""Muscles up to this layer are drawn on the deeper (right) half of a map of both layers."""


def map_labels(
    back: Back,
    show: Collection[str],
    muscles: Collection[str] | None,
    zones: Collection[str] | None,
) -> list[tuple[str, tuple[float, float], int]]:
    """Return text, point (cm) and side (-1 left) of each label beside the body."""
    content = back.content
    items: list[tuple[str, tuple[float, float], int]] = []
    if "muscles" in show:
        for entry in content.muscle.values():
            if muscles is not None and entry.id not in muscles:
                continue
            left = muscles is None and entry.layer > DEEP_LAYERS
            inner = _MUSCLE_AT.get(entry.id) or tuple(anatomy.centre(entry.points))
            at = back.bone_scale([inner])[0]
            items.append((entry.name, (at[0] * (-1 if left else 1), at[1]), -1 if left else 1))
    if "regions" in show:
        for k, region in enumerate(content.region.values()):
            side = -1 if k % 2 else 1
            at = back.bone_scale([region.label_at])[0]
            items.append((region.name, (at[0] * side, at[1]), side))
    if "zones" in show:
        for k, name in enumerate(hatched(back, zones)):
            side = -1 if k % 2 else 1
            widest = max(back.zone_outlines(name), key=lambda p: np.ptp(p[:, 1]) * np.ptp(p[:, 0]))
            spot = _zone_spot(name, np.asarray(widest))
            items.append((content.zone[name].name, (spot[0] * side, spot[1]), side))
    if "landmarks" in show:
        for text, point, side in _LANDMARKS:
            at = back.bone_scale([point])[0]
            items.append((text, (at[0] * side, at[1]), side))
    return items


_MUSCLE_AT = {
    "M01": (9.0, 3.4), "M02": (8.5, 6.6), "M03": (3.6, 14.0), "M04": (12.6, 26.0),
    "M05": (5.4, 30.0), "M10": (10.0, 57.0), "M08": (4.6, 0.2), "M06": (3.6, 4.6),
    "M11": (11.0, 11.0), "M12": (15.2, 14.2), "M09": (8.8, 40.5),
}  # fmt: skip


def _zone_spot(name: str, outline: Array) -> Array:
    """Return a point of a zone to point at, right side."""
    if name in _ZONE_AT:
        return np.asarray(_ZONE_AT[name], dtype=float)
    return anatomy.centre(outline)


_ZONE_AT = {"Z01": (0.0, 23.0), "Z04": (7.2, 13.5), "Z09": (0.0, 50.5), "Z06": (7.6, 1.5),
            "Z10": (9.0, 43.3)}  # fmt: skip

_LANDMARKS = (
    ("C7, the big bump", (0.0, 0.0), 1),
    ("shoulder blade", (9.0, 15.5), -1),
    ("hip-bone rim", (11.5, 42.7), -1),
    ("dimple", (4.0, 49.4), -1),
)


def write_columns(
    ax: Axes,
    view: View,
    items: list[tuple[str, tuple[float, float], int]],
    top: float,
    foot: float,
) -> None:
    """Write labels in a column at each side, joined to their points by thin lines."""
    width = COLUMN
    for side in (-1, 1):
        mine = [(wrap(text, width), at) for text, at, where in items if where == side]
        if not mine:
            continue
        heights = [measure(text)[1] for text, _ in mine]
        points = view.to_px([at for _, at in mine])
        ys = column(heights, list(points[:, 1]), top, view.height - foot - 8)
        for (text, at), point, y in zip(mine, points, ys, strict=True):
            x = 14.0 if side < 0 else style.WIDTH - 14.0
            write(ax, text, (x, y), align="left" if side < 0 else "right", plate="paper")
            edge = x - side * (measure(text)[0] + 7)
            inner = 14.0 + width + 12 if side < 0 else style.WIDTH - 26.0 - width
            line = view.to_cm([(edge, y), (inner, y), point])
            add_path(ax, segments([line]), 58, None, facecolor="none", linewidth=style.HAIR,
                     edgecolor=style.color("ink-soft"))  # fmt: skip
            dot = 6.0 / view.scale
            ax.add_artist(
                Ellipse(at, dot, dot, facecolor=style.color("ink"), linewidth=0, zorder=59,
                        clip_on=False)
            )  # fmt: skip


def hatched(back: Back, zones: Collection[str] | None) -> list[str]:
    """Return the ids of the zones that a map hatches: all that content marks, or some of them."""
    known = back.content.zone.values()
    return [z.id for z in known if z.hatch and (zones is None or z.id in zones)]
