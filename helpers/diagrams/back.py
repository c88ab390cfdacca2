"""The back map: skin, bones, muscles in layers, regions, landmarks and hatched no-press zones."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import Ellipse, PathPatch, Rectangle
from matplotlib.path import Path

from helpers.body import Back

from . import anatomy, style
from .canvas import Array, View, add_path
from .labels import Box, column, measure, wrap, write
from .outline import mirror_path, segments

SHOW = ("bones", "muscles", "landmarks")
"""What a back map shows unless told otherwise; the other choices are "regions" and "zones"."""

FOOT = 44.0
"""Height of the strip at the foot of a map: scale bar and the line about survey medians, px."""

DEEP_LAYERS = 5
"""Muscles up to this layer are drawn on the deeper (right) half of a map of both layers."""


def draw_back(
    ax: Axes,
    back: Back,
    *,
    show: Collection[str] = SHOW,
    muscles: Collection[str] | None = None,
    zones: Collection[str] | None = None,
    chosen: Collection[str] = (),
    labels: bool = True,
    foot: float = FOOT,
) -> None:
    """Draw the back on an Axes made by ``figure``.

    ``show`` any of bones, muscles, regions, landmarks, zones. ``muscles`` are the ids of the few
    that the picture is about: only they are drawn, on both sides; without it the receiver's left
    half shows the upper layer and the right half what lies below. ``zones`` are ids (default: all
    that the content marks for hatching). ``chosen`` region ids stand out. ``foot`` px below is
    kept for the scale bar (and a key, see ``stroke.draw_key``).
    """
    view = View.of(ax)
    _patch(ax, anatomy.body_outline(back), "skin", "skin-line", style.LINE, 1, "gh-skin")
    if "regions" in show:
        _regions(ax, back, chosen)
    if "bones" in show:
        _bones(ax, back, quiet="muscles" not in show or muscles is not None)
    if "muscles" in show:
        if muscles is None:
            _layers(ax, back)
        else:
            for name in sorted(muscles, key=lambda m: back.content.muscle[m].layer):
                _muscle(ax, back, name, sides=(1, -1), z=10)
    _patch(ax, anatomy.body_lines(back), None, "skin-line", style.THIN, 22, None)
    _patch(ax, anatomy.body_outline(back), None, "skin-line", style.LINE, 23, None)
    if "zones" in show:
        names = _zones(back, zones)
        off = {name: "off" if _most(back, name) == 0 else "light" for name in names}
        draw_zones(ax, back, off)
    draw_foot(ax, foot)
    draw_sides(ax)
    if labels:
        _columns(ax, view, _labels(back, show, muscles, zones), foot)


def _patch(
    ax: Axes, path: Path, fill: str | None, line: str | None, width: float, z: float, gid: str | None
) -> PathPatch:
    return add_path(
        ax, path, z, gid, facecolor=style.color(fill) if fill else "none",
        edgecolor=style.color(line) if line else "none", linewidth=width if line else 0.0,
        capstyle="round",
    )  # fmt: skip


def _bones(ax: Axes, back: Back, quiet: bool) -> None:
    """Draw the bones; quiet leaves out the ribs, so that a stroke stays easy to see."""
    both = anatomy.both
    if not quiet:
        for name in anatomy.RIBS:
            rib = both(anatomy.bone(back, name))
            _patch(ax, rib, None, "bone-line", 9.5 * View.of(ax).scale / 10, 2, None)
            _patch(ax, rib, None, "bone", 7.6 * View.of(ax).scale / 10, 2.1, None)
    _patch(ax, both(anatomy.bone(back, "scapula")), "bone", "bone-line", style.THIN, 4, "gh-blade")
    _patch(ax, both(anatomy.bone(back, "scapular-spine")), None, "bone-line", style.THIN, 4.1, None)
    _patch(ax, anatomy.bone(back, "sacrum"), "bone", "bone-line", style.THIN, 4, None)
    _patch(ax, both(anatomy.bone(back, "iliac-crest")), None, "bone-line", style.BOLD, 4, None)
    _patch(ax, anatomy.spine(back), "bone", "bone-line", style.HAIR, 24, "gh-spine")


def _layers(ax: Axes, back: Back) -> None:
    """Upper layer on the receiver's left, deeper layer on the right."""
    entries = sorted(back.content.muscle.values(), key=lambda m: m.layer)
    for entry in entries:
        z = 3 + entry.layer + (0.5 if entry.layer >= 4 else 0)
        _muscle(ax, back, entry.id, sides=(-1,), z=z)
        if entry.id == "M04":
            tendon = mirror_path(anatomy.tendon(back))
            _patch(ax, tendon, "tendon", "muscle-line", style.HAIR, z + 0.2, None)
        if entry.layer <= DEEP_LAYERS:
            _muscle(ax, back, entry.id, sides=(1,), z=z if entry.layer != 1 else 2.5)


def _muscle(ax: Axes, back: Back, name: str, sides: Sequence[int], z: float) -> None:
    drawing = anatomy.muscle(back, name)
    for side in sides:
        shape, fibres = drawing.outline, drawing.fibres
        if side < 0:
            shape, fibres = mirror_path(shape), mirror_path(fibres)
        end = "right" if side > 0 else "left"
        _patch(ax, shape, "muscle", "muscle-line", style.THIN, z, f"gh-{name}-{end}")
        _patch(ax, fibres, None, "fibre", style.HAIR, z + 0.1, None)


def _regions(ax: Axes, back: Back, chosen: Collection[str]) -> None:
    for region in back.content.region.values():
        name = "chosen" if region.id in chosen else "region"
        for side in (1, -1):
            path = anatomy.region(back, region.id)
            if side < 0:
                path = mirror_path(path)
            gid = f"gh-region-{region.id}-{'right' if side > 0 else 'left'}"
            patch = _patch(ax, path, name, "skin-line", style.HAIR, 5, gid)
            patch.set_alpha(0.9 if name == "chosen" else 0.55)


def draw_zones(ax: Axes, back: Back, zones: dict[str, str]) -> None:
    """Hatch zones on both sides: "off" densely (keep off), "light" widely (light touch only)."""
    for kind, angle, spacing, tint in (("light", -45.0, 1.7, 0.07), ("off", 45.0, 0.8, 0.16)):
        names = tuple(name for name, how in zones.items() if how == kind)
        if not names:
            continue
        area, lines = anatomy.zone_drawing(back, names, angle, spacing)
        _patch(ax, area, "zone", None, 0, 25, f"gh-zones-{kind}").set_alpha(tint)
        _patch(ax, lines, None, "zone", style.HAIR if kind == "light" else style.THIN, 26, None)


def _zones(back: Back, zones: Collection[str] | None) -> list[str]:
    known = back.content.zone.values()
    return [z.id for z in known if z.hatch and (zones is None or z.id in zones)]


def _most(back: Back, zone: str) -> int:
    return max(part.soft for part in back.content.zone[zone].part)


def draw_foot(ax: Axes, height: float) -> None:
    """Let the body fade out above the foot strip, and draw scale bar and caption line in it."""
    view = View.of(ax)
    x, (y, low) = -view.half_width, (view.bottom - height / view.scale, view.bottom)
    for step in range(7):
        top = y - (7 - step) * 7 / view.scale
        fade = Rectangle((x, top), 2 * view.half_width, low - top, color=style.color("paper"),
                         alpha=0.16 + 0.05 * step, linewidth=0, zorder=28, clip_on=False)  # fmt: skip
        ax.add_patch(fade)
    ax.add_patch(
        Rectangle((x, y), 2 * view.half_width, low - y, color=style.color("paper"), linewidth=0,
                  zorder=28.5, clip_on=False)
    )  # fmt: skip
    base = view.height - 20.0
    left, right = view.to_cm((14, base)), view.to_cm((14 + 5 * view.scale, base))
    tick = 6 / view.scale
    bar = segments(
        [[left, right], [left - (0, tick), left + (0, tick)], [right - (0, tick), right + (0, tick)]]
    )
    _patch(ax, bar, None, "ink", style.LINE, 61, "gh-scale")
    end = 14 + 5 * view.scale
    write(ax, "5 cm", (end + 10, base), size=style.SMALL, align="left")
    write(ax, style.DISCLAIMER, (style.WIDTH - 14, base), size=style.SMALL, color="ink-soft", align="right")


def draw_sides(ax: Axes) -> list[Box]:
    """Name left and right as the receiver would."""
    return [
        write(ax, "receiver’s left", (14, 20), size=style.TEXT, color="ink-soft", align="left"),
        write(ax, "receiver’s right", (style.WIDTH - 14, 20), size=style.TEXT, color="ink-soft",
              align="right"),
    ]  # fmt: skip


def _labels(
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
            at = back.bone_scale([_MUSCLE_AT.get(entry.id, anatomy.centre(entry.points))])[0]
            items.append((entry.name, (at[0] * (-1 if left else 1), at[1]), -1 if left else 1))
    if "regions" in show:
        for k, region in enumerate(content.region.values()):
            side = -1 if k % 2 else 1
            at = back.bone_scale([region.label_at])[0]
            items.append((region.name, (at[0] * side, at[1]), side))
    if "zones" in show:
        for k, name in enumerate(_zones(back, zones)):
            side = -1 if k % 2 else 1
            at = max(back.zone_outlines(name), key=lambda p: np.ptp(p[:, 1]) * np.ptp(p[:, 0]))
            spot = _zone_spot(name, np.asarray(at))
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


def _columns(
    ax: Axes, view: View, items: list[tuple[str, tuple[float, float], int]], foot: float
) -> None:
    """Write labels in a column at each side, joined to their points by thin lines."""
    width = 0.165 * style.WIDTH
    for side in (-1, 1):
        mine = [(wrap(text, width), at) for text, at, where in items if where == side]
        if not mine:
            continue
        heights = [measure(text)[1] for text, _ in mine]
        points = view.to_px([at for _, at in mine])
        ys = column(heights, list(points[:, 1]), 44.0, view.height - foot - 8)
        for (text, at), point, y in zip(mine, points, ys, strict=True):
            x = 14.0 if side < 0 else style.WIDTH - 14.0
            write(ax, text, (x, y), align="left" if side < 0 else "right")
            edge = x - side * (measure(text)[0] + 7)
            inner = 14.0 + width + 12 if side < 0 else style.WIDTH - 26.0 - width
            line = view.to_cm([(edge, y), (inner, y), point])
            _patch(ax, segments([line]), None, "ink-soft", style.HAIR, 58, None)
            dot = 6.0 / view.scale
            ax.add_patch(
                Ellipse(at, dot, dot, facecolor=style.color("ink"), linewidth=0, zorder=59,
                        clip_on=False)
            )  # fmt: skip
