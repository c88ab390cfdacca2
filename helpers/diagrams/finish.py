"""The finish on one back: sweeps down and lightly back, feathers up, the closing hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from matplotlib.axes import Axes
from matplotlib.path import Path
from matplotlib.transforms import Affine2D

from helpers.body import back
from helpers.strokes.model import PRESS

from . import style
from .about import KEY
from .canvas import Array, View, add_path, sheet
from .ending import SWEEP, Ending
from .hand_marks import draw_hand
from .labels import write
from .outline import segments
from .stroke import draw_arrows, draw_paths, draw_seconds
from .stroke_back import stroke_still, stroke_view
from .svg import moving
from .trace import pieces
from .words import plural

if TYPE_CHECKING:
    from helpers.routine import Step

INWARD = 1.3
"""The feather is drawn this much nearer to the spine than it runs, so that both lines show, cm."""
DOTS = (0, (0.1, 2.0))
BARS = (16.0, 92.0)
"""Left edge and first line of the bars that show how each sweep is lighter, px."""
ROW = 24.0
THICK = 7.0
"""How thick a bar is for each level of pressure, px."""
RING = 1.6
"""Radius of the ring where a hand lies still, cm."""


def finish_still(ending: Ending) -> str:
    """Return the still SVG of the picture, with an empty group ``gh-moving`` in it."""
    main = ending.main
    technique, place = (main.technique, main.place) if main else (SWEEP, "whole")
    return stroke_still(technique, place, ending.size)


def finish_moving(ending: Ending) -> str:
    """Return what moves of the picture as one SVG group."""
    main = ending.main
    if main is None:
        return ""
    with sheet(stroke_view(main.technique, main.place, back(ending.size))) as (fig, ax):
        draw_finish(ax, ending)
        return moving(fig)


def draw_finish(ax: Axes, ending: Ending) -> None:
    """Draw the moving part on an Axes that shows the view of the ending's main stroke.

    Both palms on the first sweep, its way down and back with a dot each second; the feather as a
    dotted line up; where the hands lie still at the end; numbers for the order; and beside the
    back one bar for each sweep, as thick as it is firm.
    """
    view, body = View.of(ax), back(ending.size)
    if ending.sweeps:
        stroke = ending.sweeps[0].stroke
        for name in ("left", "right"):
            draw_hand(ax, stroke, body, name)
        found = pieces(stroke)
        draw_paths(ax, found)
        draw_seconds(ax, view, found)
        draw_arrows(ax, view, found)
        x, y = stroke.right.xy[0]
        _disc(ax, view, "1", (x + 2.0, y + 0.6))
        _bars(ax, view, ending)
    if ending.feathers:
        _feather(ax, view, ending)
    if ending.hold is not None:
        _hold(ax, view, ending.hold, ending.last)
    for row, words in enumerate(_order(ending)):
        write(ax, words, (style.WIDTH - 14, 46 + row * ROW), size=style.SMALL, align="right")


def _order(ending: Ending) -> list[str]:
    sweeps, feathers = len(ending.weights()), sum(step.passes for step in ending.feathers)
    return [
        *([f"1: {plural(sweeps, 'sweep')} down"] if sweeps else []),
        *([f"2: {plural(feathers, 'feather')} up"] if feathers else []),
        *([f"{ending.last}: hold still"] if ending.hold else []),
    ]


def _feather(ax: Axes, view: View, ending: Ending) -> None:
    stroke = ending.feathers[0].stroke
    dots = {
        "facecolor": "none", "edgecolor": style.color("level-1"), "linewidth": 4.0,
        "linestyle": DOTS, "capstyle": "round",
    }  # fmt: skip
    y = view.height - KEY + 18.0
    add_path(ax, segments([view.to_cm([(556, y), (598, y)])]), 61, None, **dots)
    write(ax, "feather", (606, y), size=style.SMALL, align="left", zorder=61)
    for sign, hand in ((1.0, stroke.right), (-1.0, stroke.left)):
        way = hand.xy[hand.role == PRESS]
        if len(way) < 2:
            continue
        line = np.array([way[0], way[-1]])
        line[:, 0] -= sign * INWARD if ending.sweeps else 0.0
        add_path(ax, segments([line]), 48, f"gh-feather-{int(sign)}", **dots)
        heads = [_head(line[1]), _head((line[0] + line[1]) / 2)]
        add_path(
            ax, Path.make_compound_path(*(Path(h, closed=True) for h in heads)), 49, None,
            facecolor=style.color("level-1"), edgecolor=style.color("paper"), linewidth=1.1,
        )  # fmt: skip
        if sign > 0:
            _disc(ax, view, "2", (line[0, 0] + 0.4, line[0, 1] + 1.6))


def _head(at: Array) -> Array:
    return np.array([(0, -0.6), (0.75, 0.9), (0, 0.5), (-0.75, 0.9), (0, -0.6)]) + at


def _hold(ax: Axes, view: View, step: Step, number: int) -> None:
    rings = []
    for hand in step.stroke.hands:
        x, y = hand.xy[len(hand.xy) // 2]
        rings.append(Affine2D().scale(RING).translate(x, y).transform_path(Path.unit_circle()))
        _disc(ax, view, str(number), (x, y))
    add_path(
        ax, Path.make_compound_path(*rings), 55, "gh-hold", facecolor=style.color("paper"),
        edgecolor=style.color("level-1"), linewidth=3.4,
    )  # fmt: skip


def _disc(ax: Axes, view: View, text: str, at: tuple[float, float]) -> None:
    r = 13.0 / view.scale
    circle = Affine2D().scale(r).translate(*at).transform_path(Path.unit_circle())
    add_path(ax, circle, 56, None, facecolor=style.color("ink"), linewidth=0)
    x, y = view.to_px(at)
    write(ax, text, (x, y), size=style.SMALL, color="paper", weight="bold", zorder=57)


def _bars(ax: Axes, view: View, ending: Ending) -> None:
    left, top = BARS
    write(ax, "each sweep", (left, top - 46), size=style.SMALL, align="left")
    write(ax, "is lighter", (left, top - 24), size=style.SMALL, align="left")
    for k, weight in enumerate(ending.weights()):
        y = top + k * ROW
        write(ax, str(k + 1), (left + 10, y), size=style.SMALL, align="right")
        line = segments([view.to_cm([(left + 20, y), (left + 70, y)])])
        add_path(
            ax, line, 60, f"gh-bar-{k + 1}", facecolor="none", capstyle="butt",
            edgecolor=style.level_color(max(weight, 1.0)), linewidth=THICK * weight,
        )  # fmt: skip
