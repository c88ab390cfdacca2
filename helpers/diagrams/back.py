"""The back map: skin, bones, muscles in layers, regions, landmarks and hatched no-press zones."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import PathPatch, Rectangle
from matplotlib.path import Path

from helpers.body import Back

from . import anatomy, style
from .about import swatch
from .canvas import View, add_path
from .labels import Box, write
from .map_labels import DEEP_LAYERS, hatched, map_labels, write_columns
from .outline import mirror_path, segments

SHOW = ("bones", "muscles", "landmarks")
"""What a back map shows unless told otherwise; the other choices are "regions" and "zones"."""

FOOT = 44.0
"""Height of the strip at the foot of a map: scale bar and the line about survey medians, px."""


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
    draw_skin(ax, back)
    if "regions" in show:
        draw_regions(ax, back, chosen)
    if "bones" in show:
        draw_skeleton(ax, back, quiet="muscles" not in show or muscles is not None)
    if "muscles" in show:
        if muscles is None:
            _layers(ax, back)
        else:
            draw_muscles(ax, back, muscles)
    draw_contour(ax, back)
    if "zones" in show:
        names = hatched(back, zones)
        off = {name: "off" if _most(back, name) == 0 else "light" for name in names}
        draw_zones(ax, back, off)
        _zone_key(ax, view, set(off.values()))
    draw_foot(ax, foot)
    draw_sides(ax)
    if labels:
        top = 104.0 if "zones" in show else 44.0
        write_columns(ax, view, map_labels(back, show, muscles, zones), top, foot)


def _patch(
    ax: Axes,
    path: Path,
    fill: str | None,
    line: str | None,
    width: float,
    z: float,
    gid: str | None,
) -> PathPatch:
    return add_path(
        ax, path, z, gid, facecolor=style.color(fill) if fill else "none",
        edgecolor=style.color(line) if line else "none", linewidth=width if line else 0.0,
        capstyle="round",
    )  # fmt: skip


def draw_skin(ax: Axes, back: Back) -> None:
    """Draw the body's shape."""
    _patch(ax, anatomy.body_outline(back), "skin", "skin-line", style.LINE, 1, "gh-skin")


def draw_contour(ax: Axes, back: Back) -> None:
    """Draw the skin's lines once more, over the muscles."""
    _patch(ax, anatomy.body_lines(back), None, "skin-line", style.THIN, 22, None)
    _patch(ax, anatomy.body_outline(back), None, "skin-line", style.LINE, 23, None)


def draw_spine(ax: Axes, back: Back) -> None:
    """Draw the spinous processes, over all but what a picture is about."""
    _patch(ax, anatomy.spine(back), "bone", "bone-line", style.HAIR, 24, "gh-spine")


def draw_skeleton(ax: Axes, back: Back, quiet: bool) -> None:
    """Draw the bones; quiet leaves out the ribs, so that a stroke stays easy to see."""
    draw_flat_bones(ax, back, quiet)
    draw_spine(ax, back)


def draw_flat_bones(ax: Axes, back: Back, quiet: bool) -> None:
    """Draw the bones that lie below the muscles: all but the spine."""
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


def draw_muscles(ax: Axes, back: Back, muscles: Collection[str]) -> None:
    """Draw a few muscles on both sides, the deepest first."""
    for name in sorted(muscles, key=lambda m: back.content.muscle[m].layer):
        _muscle(ax, back, name, sides=(1, -1), z=10)


def _muscle(ax: Axes, back: Back, name: str, sides: Sequence[int], z: float) -> None:
    drawing = anatomy.muscle(back, name)
    for side in sides:
        shape, fibres = drawing.outline, drawing.fibres
        if side < 0:
            shape, fibres = mirror_path(shape), mirror_path(fibres)
        end = "right" if side > 0 else "left"
        _patch(ax, shape, "muscle", "muscle-line", style.THIN, z, f"gh-{name}-{end}")
        _patch(ax, fibres, None, "fibre", style.HAIR, z + 0.1, None)


def draw_regions(ax: Axes, back: Back, chosen: Collection[str] = ()) -> None:
    """Draw the regions on both sides; those in ``chosen`` stand out."""
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
    parts = _by_part(back, zones)
    for kind, angle, spacing, tint in (("light", -45.0, 1.7, 0.07), ("off", 45.0, 0.95, 0.14)):
        names = tuple(name for name, how in parts.items() if how == kind)
        if not names:
            continue
        area, lines = anatomy.zone_drawing(back, names, angle, spacing)
        _patch(ax, area, "zone", None, 0, 25, f"gh-zones-{kind}").set_alpha(tint)
        _patch(ax, lines, None, "zone", style.HAIR if kind == "light" else 1.1, 26, None)


def _by_part(back: Back, zones: dict[str, str]) -> dict[str, str]:
    """Split the zones of which a part is stricter than the rest: the tailbone below the sacrum."""
    found: dict[str, str] = {}
    for name, how in zones.items():
        parts = back.content.zone[name].part
        if how == "light" and any(part.soft == 0 for part in parts):
            for number, part in enumerate(parts, 1):
                found[f"{name}/{number}"] = "off" if part.soft == 0 else how
        else:
            found[name] = how
    return found


def _zone_key(ax: Axes, view: View, kinds: set[str]) -> None:
    """Say what the hatchings mean, beside the head."""
    y = 54.0
    for kind, words in (("off", "keep off"), ("light", "flat, soft hand only")):
        if kind in kinds:
            swatch(ax, view, 14.0, y, kind)
            write(ax, words, (56.0, y), size=style.SMALL, align="left", zorder=61)
            y += 28.0


def _most(back: Back, zone: str) -> int:
    return max(part.soft for part in back.content.zone[zone].part)


def draw_foot(ax: Axes, height: float) -> None:
    """Let the body fade out above the foot strip, and draw scale bar and caption line in it."""
    view = View.of(ax)
    x, (y, low) = -view.half_width, (view.bottom - height / view.scale, view.bottom)
    for step in range(7):
        top = y - (7 - step) * 7 / view.scale
        fade = Rectangle(
            (x, top), 2 * view.half_width, low - top, color=style.color("paper"), linewidth=0,
            alpha=0.16 + 0.05 * step, zorder=28, clip_on=False,
        )  # fmt: skip
        ax.add_artist(fade)
    ax.add_artist(
        Rectangle((x, y), 2 * view.half_width, low - y, color=style.color("paper"), linewidth=0,
                  zorder=28.5, clip_on=False)
    )  # fmt: skip
    base = view.height - 20.0
    left, right = view.to_cm((14, base)), view.to_cm((14 + 5 * view.scale, base))
    tick = np.array([0.0, 6 / view.scale])
    ends = [[end - tick, end + tick] for end in (left, right)]
    bar = segments([[left, right], *ends])
    _patch(ax, bar, None, "ink", style.LINE, 61, "gh-scale")
    end = 14 + 5 * view.scale
    write(ax, "5 cm", (end + 10, base), size=style.SMALL, align="left")
    write(
        ax,
        style.DISCLAIMER,
        (style.WIDTH - 14, base),
        size=style.SMALL,
        color="ink-soft",
        align="right",
    )


def draw_sides(ax: Axes) -> list[Box]:
    """Name left and right as the receiver would."""
    return [
        write(ax, "receiver’s left", (14, 20), size=style.TEXT, color="ink-soft", align="left",
              plate="paper"),
        write(ax, "receiver’s right", (style.WIDTH - 14, 20), size=style.TEXT, color="ink-soft",
              align="right", plate="paper"),
    ]  # fmt: skip
