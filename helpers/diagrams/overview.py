"""All strokes of a routine on small backs, one back for each part of the massage."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

import numpy as np
from matplotlib.axes import Axes
from matplotlib.path import Path
from matplotlib.transforms import Affine2D

from helpers.body import Back, back
from helpers.content import load
from helpers.content.phrases import small

from . import style
from .canvas import Page, add_path, page
from .labels import measure, wrap, write
from .layout import Board
from .outline import segments
from .small_back import PEN, WINDOW, Group, draw_small_back, groups, place_of_back
from .timeline import clock
from .words import NOTHING

if TYPE_CHECKING:
    from helpers.routine import Routine

COLUMNS: Final = 3
CELL: Final = style.WIDTH / COLUMNS
SCALE: Final = 5.0
"""Px per cm of the small backs."""
HEAD: Final = 64.0
"""Height of a cell's heading, px."""
BACK: Final = float(WINDOW.height) * SCALE
LINE: Final = style.SMALL * 1.25
KEY: Final = 84.0


def overview_page(routine: Routine) -> Page:
    """Lend a Figure high enough for the routine's overview, with its Axes in px."""
    return page(round(sum(_heights(routine)) + KEY))


def draw_overview(ax: Axes, routine: Routine) -> None:
    """Draw each part of the routine on a back of its own: ways, firmness, numbers of the steps."""
    if not routine.steps:
        write(ax, NOTHING, (style.WIDTH / 2, KEY / 2), color="ink-soft")
        return
    body, top = back(routine.size), 0.0
    parts = list(routine.phase_seconds().items())
    for row, height in enumerate(_heights(routine)):
        for column, (name, seconds) in enumerate(parts[row * COLUMNS : (row + 1) * COLUMNS]):
            number = row * COLUMNS + column + 1
            heading = f"{number}  {load().phase[name].name}"
            _cell(ax, body, (column * CELL, top), heading, seconds, groups(routine, name))
            if number == 1:
                _sides(ax, top + HEAD + 22)
        top += height
    _key(ax, top + 18, max(step.level for step in routine.steps))


def _sides(ax: Axes, y: float) -> None:
    """Name left and right as the receiver would, beside the neck of the first back."""
    for x, side in ((52.0, "left"), (CELL - 50.0, "right")):
        write(ax, f"receiver’s\n{side}", (x, y), size=style.SMALL, color="ink-soft")


def _lines(routine: Routine, phase: str) -> int:
    return sum(_listed(group).count("\n") + 1 for group in groups(routine, phase))


def _listed(group: Group) -> str:
    return wrap(group.words, CELL - 28, style.SMALL)


def _heights(routine: Routine) -> list[float]:
    parts = list(routine.phase_seconds())
    rows = [parts[k : k + COLUMNS] for k in range(0, len(parts), COLUMNS)]
    return [HEAD + BACK + 18 + LINE * max(_lines(routine, p) for p in row) + 22 for row in rows]


def _cell(
    ax: Axes,
    body: Back,
    corner: tuple[float, float],
    heading: str,
    seconds: int,
    found: Sequence[Group],
) -> None:
    x, y = corner
    write(ax, heading, (x + 14, y + 18), size=style.SMALL, weight="bold", align="left")
    write(ax, f"{clock(seconds)} minutes", (x + 14, y + 42), size=style.SMALL, color="ink-soft",
          align="left")  # fmt: skip
    place = place_of_back((x + (CELL - WINDOW.width * SCALE) / 2, y + HEAD), SCALE)
    draw_small_back(ax, body, place, found, Board(style.WIDTH, y + HEAD + BACK))
    low = y + HEAD + BACK + 18
    for group in found:
        text = _listed(group)
        count = text.count("\n") + 1
        write(ax, text, (x + 14, low + LINE * count / 2), size=style.SMALL, align="left")
        low += LINE * count


def _key(ax: Axes, y: float, top: int) -> None:
    x = 14.0
    for level in range(1, max(top, 2) + 1):
        add_path(ax, segments([[(x, y), (x + 34, y)]]), 6, None, facecolor="none",
                 edgecolor=style.level_color(level), capstyle="round",
                 linewidth=PEN.lines * style.level_width(level))  # fmt: skip
        words = f"level {level}"
        write(ax, words, (x + 42, y), size=style.SMALL, align="left")
        x += 42 + measure(words, style.SMALL)[0] + 20
    add_path(ax, segments([[(x, y), (x + 34, y)]]), 6, None, facecolor="none",
             edgecolor=style.level_color(1), linewidth=style.HAIR,
             linestyle=(0, (3.0, 2.4)))  # fmt: skip
    write(ax, "light way back", (x + 42, y), size=style.SMALL, align="left")
    x += 42 + measure("light way back", style.SMALL)[0] + 26
    ring = Affine2D().scale(PEN.ring).translate(x, y).transform_path(Path.unit_circle())
    add_path(ax, ring, 6, None, facecolor="none", edgecolor=style.level_color(1),
             linewidth=PEN.lines * style.level_width(1))  # fmt: skip
    write(ax, "a hand rests or holds", (x + 14, y), size=style.SMALL, align="left")
    write(ax, style.DISCLAIMER, (style.WIDTH - 14, y + 38), size=style.SMALL, color="ink-soft",
          align="right")  # fmt: skip


def describe_overview(routine: Routine) -> str:
    """Return the overview in words: part by part, which strokes go where on the back."""
    if not routine.steps:
        return NOTHING
    lines = [
        "Small pictures of the back, one for each part of the massage, with all strokes of the "
        "part drawn on it. The numbers are those of the steps."
    ]
    for count, (name, seconds) in enumerate(routine.phase_seconds().items(), start=1):
        lines.append(f"{count}. {load().phase[name].name}, {clock(seconds)} minutes:")
        for group in groups(routine, name):
            lines.append(f"{group.words}: {_where(group)}.")
    return "\n\n".join([*lines, style.DISCLAIMER])


def _where(group: Group) -> str:
    stroke = group.strokes[0]
    place = next(p for p in load().technique[stroke.technique].place if p.id == stroke.place)
    hands = np.concatenate([hand.xy[hand.touching] for s in group.strokes for hand in s.hands])
    low, high = (math.floor(value) for value in (hands[:, 1].min(), hands[:, 1].max()))
    if stroke.spot is not None:
        x, y = stroke.spot
        side = "right" if x >= 0 else "left"
        return f"{abs(x):.0f} cm to the receiver's {side} of the spine, {y:.0f} cm down"
    name = small(place.name)
    return f"{name}, from {max(low, 0)} to {max(high, 0)} cm below the bump at the neck"
