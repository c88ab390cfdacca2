"""A hand on a kitchen scale, to scale: the part that touches, what the scale shows, the skin."""

from __future__ import annotations

from functools import cache
from typing import Final

import numpy as np
from matplotlib.axes import Axes
from matplotlib.path import Path
from matplotlib.transforms import Affine2D

from helpers.content import load
from helpers.content.models.welcome import Press
from helpers.planner.weighing import Reading, reading

from . import hands, style
from .canvas import Array, View, add_path, sheet
from .labels import write
from .outline import segments
from .svg import moving, still
from .words import like, short

SCALE_VIEW: Final = View(half_width=22.0, top=0.0, height=610)
"""The picture in cm, the hand at true size."""
PLATE: Final = (-21.0, 2.6, -3.0, 20.6)
"""The plate of the scale: left, top, right, bottom, cm."""
TOUCH: Final = {"palm": (-12.0, 12.4), "fist": (-12.0, 11.6), "fingers": (-12.0, 8.2),
                "thumb": (-14.0, 10.6)}  # fmt: skip
"""Where the part of the hand lies that touches."""
PAD: Final = {"thumb": (0.15, 0.7)}
"""How far the middle of the pad lies from the point that touches, cm."""
DIAL: Final[Array] = np.array([10.0, 8.9])
RADIUS: Final = 6.4
MOST_KG, SWEEP = 7.0, 125.0
SQUARES: Final = np.array([1.4, 31.6])
"""The lower left corner of the squares that show the skin."""


def draw_scale_back(ax: Axes) -> None:
    """Draw what stays still: the plate and the dial."""
    left, top, right, bottom = PLATE
    corners = np.array([(left, top), (right, top), (right, bottom), (left, bottom)])
    _closed(ax, corners, 1, fill="phase-b", line="ink-soft", width=style.LINE)
    inner = corners + np.array([(0.5, 0.5), (-0.5, 0.5), (-0.5, -0.5), (0.5, -0.5)])
    _closed(ax, inner, 1.1, fill=None, line="rule", width=style.THIN)
    _closed(ax, DIAL + (RADIUS + 1.5) * _ring(64), 1, fill="phase-b", line="ink-soft",
            width=style.LINE)  # fmt: skip
    view = SCALE_VIEW
    for step in range(15):
        kg = step / 2
        long = step % 2 == 0
        ends = [_at(kg, RADIUS), _at(kg, RADIUS - (0.75 if long else 0.4))]
        add_path(ax, segments([ends]), 6, None, facecolor="none", edgecolor=style.color("ink"),
                 linewidth=style.LINE if long else style.THIN)  # fmt: skip
        if long:
            x, y = view.to_px(_at(kg, RADIUS + 0.75))
            write(ax, f"{kg:g}", (x, y), size=style.SMALL)
    x, y = view.to_px(DIAL + np.array([0, 6.3]))
    write(ax, "kilograms", (x, y), size=style.SMALL, color="ink-soft")
    base = view.height - 16.0
    bar = segments([view.to_cm([(30, base), (30 + 5 * view.scale, base)])])
    add_path(ax, bar, 61, None, facecolor="none", edgecolor=style.color("ink"),
             linewidth=style.LINE)  # fmt: skip
    write(ax, "5 cm", (40 + 5 * view.scale, base), size=style.SMALL, align="left")


def draw_scale(ax: Axes, shown: Reading) -> None:
    """Draw the hand, what the scale should show, and the skin that carries it."""
    entry = load().press[shown.press]
    color = style.level_color(shown.level)
    _hand(ax, entry, color)
    low, high = shown.kg
    width = max(high - low, 0.12)
    turn = np.linspace(low, low + width, 24)
    band = np.array([*(_at(kg, RADIUS) for kg in turn), *(_at(kg, 3.6) for kg in turn[::-1])])
    path = Path(np.vstack([band, band[:1]]), closed=True)
    add_path(ax, path, 3, "gh-scale-band", facecolor=color, linewidth=0)
    needle = segments([[DIAL, _at((low + high) / 2, RADIUS - 0.2)]])
    add_path(ax, needle, 7, None, facecolor="none", edgecolor=style.color("ink"),
             linewidth=style.BOLD, capstyle="round")  # fmt: skip
    _closed(ax, DIAL + 0.35 * _ring(24), 7.1, fill="ink", line=None)
    view = SCALE_VIEW
    x, y = view.to_px(DIAL + np.array([0, 9.95]))
    write(ax, shown.words, (x, y), size=27.0, weight="bold")
    words = f"level {shown.level}, {short(shown.level)}"
    x, y = view.to_px(DIAL + np.array([0, 4.3]))
    write(ax, words, (x, y), size=style.SMALL, color="ink-soft")
    _skin(ax, shown)


def _hand(ax: Axes, entry: Press, color: str) -> None:
    at = TOUCH[entry.id]
    contacts = load().contact
    layers = [(entry.contact, 0.0, False, 0.9)]
    if entry.id == "fingers":
        layers.append(("on-top", -24.0, True, 0.5))
    for number, (contact, angle, mirrored, alpha) in enumerate(layers):
        shape = hands.shape(contact)
        move = hands.place(at, angle, mirrored) + ax.transData
        z = 10.0 + number
        fill = add_path(ax, shape.fill, z, None, facecolor=style.color("hand"), linewidth=0,
                        transform=move)  # fmt: skip
        fill.set_alpha(alpha)
        line = style.color("hand-line")
        add_path(ax, shape.detail, z + 0.2, None, facecolor="none", edgecolor=line,
                 linewidth=style.HAIR, transform=move)  # fmt: skip
        add_path(ax, shape.edge, z + 0.3, None, facecolor="none", edgecolor=line,
                 linewidth=style.LINE + 0.4, capstyle="round", transform=move)  # fmt: skip
        if number == 0:
            spot = hands.spot(contact, contacts) or shape.fill
            pad = Affine2D().translate(*PAD.get(contact, (0.0, 0.0))) + move
            tint = add_path(ax, spot, z + 0.1, "gh-scale-touch", facecolor=color, linewidth=0,
                            transform=pad)  # fmt: skip
            tint.set_alpha(0.3)


def _skin(ax: Axes, shown: Reading) -> None:
    """Draw the skin of all parts as squares on one corner; the chosen one is filled."""
    view = SCALE_VIEW
    for entry in sorted(load().press.values(), key=lambda one: -one.area_cm2):
        side = float(np.sqrt(entry.area_cm2))
        square = SQUARES + np.array([(0, 0), (side, 0), (side, -side), (0, -side)])
        mine = entry.id == shown.press
        _closed(ax, square, 3 + (0.5 if mine else 0.0), fill=None, line="ink" if mine else "rule",
                width=style.BOLD if mine else style.THIN)  # fmt: skip
        if mine:
            area = add_path(ax, Path(np.vstack([square, square[:1]]), closed=True), 3.2, None,
                            facecolor=style.level_color(shown.level), linewidth=0)  # fmt: skip
            area.set_alpha(0.35)
    x, y = view.to_px(SQUARES + np.array([11.7, -8.6]))
    low, high = shown.grams_each_cm2
    lines = [
        f"{shown.area_cm2:g} cm² touch",
        f"{low:.0f} to {high:.0f} g",
        "on each cm²",
    ]
    for row, text in enumerate(lines):
        write(ax, text, (x, y + 30 * row), align="left", weight="bold" if row == 1 else "normal")


def _closed(
    ax: Axes, points: Array, z: float, *, fill: str | None, line: str | None, width: float = 1.0
) -> None:
    path = Path(np.vstack([points, points[:1]]), closed=True)
    face, edge = (style.color(name) if name else "none" for name in (fill, line))
    add_path(ax, path, z, None, facecolor=face, edgecolor=edge, linewidth=width if line else 0.0)


def _ring(count: int) -> Array:
    turn = np.linspace(0, 2 * np.pi, count, endpoint=False)
    return np.column_stack([np.cos(turn), np.sin(turn)])


def _at(kg: float, radius: float) -> Array:
    """Return the point of the dial at a weight."""
    turn = np.radians(-SWEEP + 2 * SWEEP * kg / MOST_KG)
    return DIAL + radius * np.array([np.sin(turn), -np.cos(turn)])


def describe_scale(shown: Reading) -> str:
    """Return the picture in words."""
    entry = load().press[shown.press]
    low, high = shown.grams_each_cm2
    others = []
    for level in range(1, entry.top + 1):
        others.append(f"level {level}: {reading(shown.press, level).words}")
    return "\n\n".join(
        [
            f"A kitchen scale seen from above, with this part of a hand on it, at true size: "
            f"{entry.name.lower()}. {entry.how}",
            f"Level {shown.level} is {like(shown.level)}. The scale should show {shown.words}.",
            f"About {entry.area_cm2:g} square centimetres touch, so each of them carries "
            f"{low:.0f} to {high:.0f} grams.",
            f"All levels with this part: {'; '.join(others)}.",
        ]
    )


@cache
def scale_still() -> str:
    """Return the still SVG of the exercise, with an empty group for the moving part."""
    with sheet(SCALE_VIEW) as (fig, ax):
        draw_scale_back(ax)
        return still(fig)


def scale_moving(shown: Reading) -> str:
    """Return the moving part of the exercise as one SVG group."""
    with sheet(SCALE_VIEW) as (fig, ax):
        draw_scale(ax, shown)
        return moving(fig)
