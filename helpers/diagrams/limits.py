"""The map of one person: places kept clear with their margin, light ones, ones left out.

The still part is the back with the places that nobody presses, quiet in the background; the moving
part is what this person's answers and the agreement add.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final

import numpy as np
from matplotlib.axes import Axes
from matplotlib.path import Path

from helpers.body import Back, back
from helpers.planner.limit_places import CLEAR, LIGHT, OFF, YES, LimitPlace

from . import anatomy, style
from .back import FOOT, draw_back
from .canvas import BACK_MAP, View, add_path, sheet
from .labels import measure, wrap, write
from .limit_shapes import area, point_of, shapes_of
from .map_labels import COLUMN, hatched, write_columns
from .outline import hatch, mirror, segments
from .svg import moving, still

Label = tuple[str, tuple[float, float], int]
"""A label's text, the point it names (cm), and its side (-1 left)."""
KEY_TOP: Final = 56.0
KEY_ROW: Final = 29.0
NEVER, EVEN = "never", "even"
KEY: Final = {
    CLEAR: "keep clear of it",
    LIGHT: "light only",
    OFF: "left out",
    YES: "agreed",
    EVEN: "left out there too",
    NEVER: "never pressed hard",
}
"""What each look means, in the order of the key."""
_ANGLE: Final = {CLEAR: (45.0,), LIGHT: (-45.0,), OFF: (45.0, -45.0)}
_SPACING: Final = {CLEAR: 0.7, LIGHT: 1.5, OFF: 1.4}
_TINT: Final = {CLEAR: 0.22, LIGHT: 0.16, OFF: 0.16, YES: 0.55}
_COLOR: Final = {CLEAR: "now", LIGHT: "level-1", OFF: "zone", YES: "chosen"}


def draw_limits_back(ax: Axes, body: Back) -> None:
    """Draw what stays still: the body, its bones, and the no-press zones as a quiet tint."""
    draw_back(ax, body, show=("bones",), labels=False)
    names = tuple(hatched(body, None))
    tint, lines = anatomy.zone_drawing(body, names, 45.0, 1.3)
    quiet = add_path(ax, tint, 25, "gh-never", facecolor=style.color("zone"), linewidth=0)
    quiet.set_alpha(0.07)
    thin = add_path(
        ax, lines, 25.1, None, facecolor="none", edgecolor=style.color("zone"),
        linewidth=style.HAIR,
    )  # fmt: skip
    thin.set_alpha(0.3)


def draw_limits(ax: Axes, body: Back, places: Sequence[LimitPlace], *, banner: str = "") -> None:
    """Draw the places, their labels beside the body and the key.

    ``banner`` is written across the back, for a day on which there is no massage.
    """
    view = View.of(ax)
    for place in sorted(places, key=lambda one: _ORDER[one.kind]):
        _draw(ax, body, place)
    present = {NEVER, *(one.kind for one in places), *(EVEN for one in places if one.margin)}
    kinds = [kind for kind in KEY if kind in present]
    _key(ax, view, kinds)
    top = KEY_TOP + KEY_ROW * len(kinds) + 16
    room = view.height - FOOT - 8 - top
    write_columns(ax, view, _that_fit(_labels(body, places), room), top, FOOT)
    if banner:
        _banner(ax, view, banner)


_DASHED: Final = (0, (4.0, 2.6))
_DOTTED: Final = (0, (1.2, 1.6))
_ORDER: Final = {YES: 0, OFF: 1, LIGHT: 2, CLEAR: 3}


def _draw(ax: Axes, body: Back, place: LimitPlace) -> None:
    color = style.color(_COLOR[place.kind])
    z = 30.0 + _ORDER[place.kind]
    core, rim = shapes_of(body, place)
    fill = add_path(ax, anatomy.polygons(core), z, None, facecolor=color, linewidth=0)
    fill.set_alpha(_TINT[place.kind])
    turned = [one if area(one) > 0 else one[::-1] for one in core]
    for angle in _ANGLE.get(place.kind, ()):
        lines = segments(hatch(turned, angle, _SPACING[place.kind]))
        add_path(ax, lines, z + 0.2, None, facecolor="none", edgecolor=color, linewidth=style.HAIR)
    edge = style.color("skin-line") if place.kind == YES else color
    line = _DOTTED if place.kind == LIGHT else "solid"
    add_path(
        ax, anatomy.polygons(core), z + 0.3, None, facecolor="none", edgecolor=edge,
        linewidth=style.THIN if place.kind in (OFF, YES) else style.LINE + 0.4, linestyle=line,
    )  # fmt: skip
    if not rim:
        return
    for shape, strength in ((rim[0], 1.0), (mirror(rim[0]), 0.45)):
        ring = Path(np.vstack([shape, shape[:1]]), closed=True)
        soft = add_path(ax, ring, z - 0.2, None, facecolor=color, linewidth=0)
        soft.set_alpha(0.12 * strength)
        dashed = add_path(
            ax, ring, z + 0.3, None, facecolor="none", edgecolor=color, linewidth=style.LINE,
            linestyle=_DASHED,
        )  # fmt: skip
        dashed.set_alpha(strength)


def _labels(body: Back, places: Sequence[LimitPlace]) -> list[Label]:
    """Return text, point and side of each label; the same words at one side are written once."""
    items: dict[tuple[str, int], tuple[float, float]] = {}
    for number, place in enumerate(places):
        turn = -1 if number % 2 else 1
        x, y = point_of(body, place, turn)
        side = turn if abs(x) < 0.5 else 1 if x > 0 else -1
        items.setdefault((f"{place.name}: {place.says}", side), (x, y))
    return [(text, at, side) for (text, side), at in items.items()]


def _that_fit(items: Sequence[Label], room: float) -> list[Label]:
    """Return the labels for which there is room at their side; the rest stands in the words."""
    kept: list[Label] = []
    used = {1: 0.0, -1: 0.0}
    for text, at, side in items:
        height = measure(wrap(text, COLUMN))[1] + 9.0
        for where in (side, -side) if abs(at[0]) < 4 else (side,):
            if used[where] + height <= room:
                used[where] += height
                kept.append((text, at, where))
                break
    return kept


def _key(ax: Axes, view: View, kinds: Sequence[str]) -> None:
    y = KEY_TOP
    for kind in kinds:
        _swatch(ax, view, 14.0, y, kind)
        write(ax, KEY[kind], (56.0, y), size=style.SMALL, align="left", zorder=61)
        y += KEY_ROW


def _swatch(ax: Axes, view: View, x: float, y: float, kind: str) -> None:
    box = view.to_cm([(x, y - 9), (x + 34, y - 9), (x + 34, y + 9), (x, y + 9), (x, y - 9)])
    outline = Path(box, closed=True)
    color = style.color(_COLOR.get(kind, "now" if kind == EVEN else "zone"))
    add_path(ax, outline, 61, None, facecolor=style.color("skin"), linewidth=0)
    tint = add_path(ax, outline, 61.1, None, facecolor=color, linewidth=0)
    tint.set_alpha(_TINT.get(kind, 0.07))
    for angle in _ANGLE.get(kind, (45.0,) if kind == NEVER else ()):
        lines = segments(hatch([box], angle, _SPACING.get(kind, 1.3)))
        line = add_path(ax, lines, 61.2, None, facecolor="none", edgecolor=color,
                        linewidth=style.HAIR)  # fmt: skip
        line.set_alpha(0.3 if kind == NEVER else 1.0)
    if kind == NEVER:
        return
    dashes = {CLEAR: _DASHED, EVEN: _DASHED, LIGHT: _DOTTED}.get(kind, "solid")
    edge = add_path(
        ax, outline, 61.3, None, facecolor="none", linewidth=style.LINE, linestyle=dashes,
        edgecolor=style.color("skin-line") if kind == YES else color,
    )  # fmt: skip
    edge.set_alpha(0.45 if kind == EVEN else 1.0)


def _banner(ax: Axes, view: View, words: str) -> None:
    """Write a few words on a band across the middle of the back."""
    size = 34.0
    width, height = measure(words, size, "bold")
    half, y = width / 2 + 26, 470.0
    box = view.to_cm([
        (400 - half, y - height), (400 + half, y - height), (400 + half, y + height),
        (400 - half, y + height), (400 - half, y - height),
    ])  # fmt: skip
    add_path(ax, Path(box, closed=True), 70, "gh-banner", facecolor=style.color("paper"),
             edgecolor=style.color("now"), linewidth=style.BOLD)  # fmt: skip
    write(ax, words, (400.0, y), size=size, weight="bold", color="now", zorder=71)


@cache
def limits_still(size: str = "reference") -> str:
    """Return the still SVG of the map, with an empty group for the moving part in it."""
    with sheet(BACK_MAP) as (fig, ax):
        draw_limits_back(ax, back(size))
        return still(fig)


def limits_moving(
    places: Sequence[LimitPlace], size: str = "reference", *, banner: str = ""
) -> str:
    """Return the moving part of the map as one SVG group."""
    with sheet(BACK_MAP) as (fig, ax):
        draw_limits(ax, back(size), places, banner=banner)
        return moving(fig)
