"""The chart of contacts: what of the giver's arm touches, to scale, how firm at most, what for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from matplotlib.axes import Axes
from matplotlib.transforms import Affine2D

from helpers.content import load
from helpers.content.models.spots import Grip
from helpers.content.phrases import small

from . import hands, style
from .canvas import Array, Page, add_path, page
from .hand_marks import draw_shape
from .labels import measure, wrap, write
from .outline import segments, vertices
from .words import plural, short

if TYPE_CHECKING:
    pass

CELL: Final = style.WIDTH / 2
ROW: Final = 336
TOP: Final = 12
FOOT: Final = 40
SCALE: Final = 8.6
"""Px per cm of the drawn hands."""

HAND_X: Final = 94.0
TEXT_X: Final = 186.0
TEXT_WIDTH: Final = CELL - TEXT_X - 12

_OVER: Final = {"palm-heel": ("palm", (0.9, 1.4)), "fingers": ("on-top", (0.4, 1.7))}
"""The hand on top: its shape, and how far its middle lies from the point that presses, cm."""


def contacts_page() -> Page:
    """Lend a Figure for ``draw_contacts``, with its Axes in px."""
    rows = (len(load().grip) + 1) // 2
    return page(TOP + rows * ROW + FOOT)


def draw_contacts(ax: Axes) -> None:
    """Draw every contact in a cell of its own: the hand, the part that presses, what it is for."""
    grips = list(load().grip.values())
    for k, grip in enumerate(grips):
        _cell(ax, grip, (k % 2) * CELL, TOP + (k // 2) * ROW)
    low = TOP + (len(grips) + 1) // 2 * ROW
    for y in range(TOP + ROW, low, ROW):
        _line(ax, [(14, y - 4), (style.WIDTH - 14, y - 4)])
    _line(ax, [(CELL, TOP), (CELL, low - 8)])
    base = low + 14.0
    _line(ax, [(14, base), (14 + 5 * SCALE, base)], "ink", style.LINE)
    write(ax, "5 cm", (24 + 5 * SCALE, base), size=style.SMALL, align="left")
    write(ax, "Hands drawn to scale from survey medians; yours differ.", (style.WIDTH - 14, base),
          size=style.SMALL, color="ink-soft", align="right")  # fmt: skip


def _cell(ax: Axes, grip: Grip, x: float, y: float) -> None:
    rim = vertices(hands.shape(grip.contact).fill)
    middle = (rim.max(axis=0) + rim.min(axis=0)) / 2
    at = (x + HAND_X - middle[0] * SCALE, y + ROW / 2 - 6 - middle[1] * SCALE)
    if grip.on_top:
        contact, (dx, dy) = _OVER[grip.contact]
        over = hands.place((at[0] + dx * SCALE, at[1] + dy * SCALE), -20.0, True, SCALE)
        draw_shape(ax, contact, over, faint=True, z=8)
    whole = grip.contact == "palm"
    draw_shape(ax, grip.contact, Affine2D().scale(SCALE).translate(*at), z=5, whole=whole)
    row = y + 26.0
    row = _words(ax, grip.name, x, row, weight="bold")
    row = _words(ax, f"about {grip.area_cm2:g} cm² of skin", x, row + 8)
    row += 24
    level = grip.most
    line = segments([[(x + TEXT_X, row - 2), (x + TEXT_X + 34, row - 2)]])
    add_path(ax, line, 6, None, facecolor="none", edgecolor=style.level_color(level),
             linewidth=style.level_width(level))  # fmt: skip
    words = f"level {level} at most"
    write(ax, words, (x + TEXT_X + 44, row - 2), size=style.SMALL, align="left")
    row = _words(ax, grip.good_for, x, row + 28)
    _words(ax, grip.mind, x, row + 10, color="ink-soft")


def _words(
    ax: Axes, text: str, x: float, y: float, *, weight: str = "normal", color: str = "ink"
) -> float:
    """Write wrapped words whose first line runs at ``y``; returns where the last line runs."""
    lines = wrap(text, TEXT_WIDTH, style.SMALL, weight)
    height = measure(lines, style.SMALL, weight)[1]
    step = style.SMALL * 1.2
    write(ax, lines, (x + TEXT_X, y + (height - step) / 2), size=style.SMALL, align="left",
          weight=weight, color=color)  # fmt: skip
    return y + height


def describe_contacts() -> str:
    """Return the chart in words."""
    lines = [
        f"{plural(len(load().grip), 'contact')}, from large to small and special, each drawn to "
        "scale with the part that presses in a darker tint."
    ]
    for grip in load().grip.values():
        lines.append(
            f"{grip.name}: about {grip.area_cm2:g} cm² of skin, level {grip.most} "
            f"({small(short(grip.most))}) at most. For: {small(grip.good_for)} {grip.mind}"
        )
    return "\n\n".join([*lines, "The areas are our own estimates, not measurements."])


def _line(
    ax: Axes, points: list[tuple[float, float]] | Array, color: str = "rule", width: float = 0.9
) -> None:
    add_path(ax, segments([points]), 1, None, facecolor="none", edgecolor=style.color(color),
             linewidth=width)  # fmt: skip
