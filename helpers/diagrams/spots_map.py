"""The marked spots on the back: which first, where the hand lies, what is left alone."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import numpy as np
from matplotlib.axes import Axes
from matplotlib.path import Path
from matplotlib.transforms import Affine2D

from helpers.body import Back, back
from helpers.content import load
from helpers.strokes.model import PRESS, Stroke

from . import style
from .about import swatch
from .anatomy import zone_shapes
from .back import FOOT, draw_back, draw_zones
from .body_map import place_name
from .canvas import Array, View, add_path, sheet
from .hand_marks import draw_hand
from .labels import measure, write
from .layout import column
from .marks import draw_mark
from .outline import segments
from .svg import moving, still
from .words import listed, plural

if TYPE_CHECKING:
    from helpers.planner.spot_plan import Planned, SpotPlan

SPOTS_VIEW: Final = View(half_width=41.0, top=-12.0, height=760)
MUSCLES: Final = ("M05", "M07", "M01")
SIDE: Final = 14.0
"""Labels begin this far from the picture's edge, px."""
ORDER: Final = ("first", "second", "third")
WORDS: Final = {
    "T11": "circles", "T14": "slow line", "T15": "press",
}  # fmt: skip


def no_firm_finger(body: Back) -> dict[str, str]:
    """Return the zones in which nothing but a flat hand may be."""
    return {
        zone.id: "off"
        for zone in body.content.zone.values()
        if zone.hatch and all(part.firm == 0 for part in zone.part) and zone_shapes(body, zone.id)
    }


def draw_spots_back(ax: Axes, body: Back) -> None:
    """Draw what stays: the body, the muscles that spots lie in, where no firm finger may press."""
    draw_back(ax, body, show=("bones", "muscles"), muscles=MUSCLES, labels=False, foot=FOOT)
    draw_zones(ax, body, no_firm_finger(body))
    view = View.of(ax)
    swatch(ax, view, SIDE, 52.0, "off")
    write(ax, "no firm finger", (56.0, 52.0), size=style.SMALL, align="left", zorder=61)


@cache
def spots_still(size: str = "reference") -> str:
    """Return the still SVG of the map, with an empty group ``gh-moving`` in it."""
    with sheet(SPOTS_VIEW) as (fig, ax):
        draw_spots_back(ax, back(size))
        return still(fig)


def spots_moving(plan: SpotPlan, chosen: int = 0) -> str:
    """Return what moves of the map as one SVG group; ``chosen`` is the spot whose hand shows."""
    with sheet(SPOTS_VIEW) as (fig, ax):
        draw_spots(ax, plan, chosen)
        return moving(fig)


def draw_spots(ax: Axes, plan: SpotPlan, chosen: int = 0) -> None:
    """Draw every marked spot with its number, the order, the hand of one, and what is kept clear.

    ``chosen`` is the number (from 1) of the spot at which the pressing hand is drawn; 0 for none.
    """
    body = back(plan.routine.size)
    for one in plan.spots:
        if one.keep_clear:
            _ring(ax, _at(one, body), one.keep_clear)
        if one.number == chosen and one.press is not None:
            for name in ("left", "right"):
                draw_hand(ax, one.press.stroke, body, name)
        for step in one.steps:
            if step.technique == "T14":
                _lane(ax, step.stroke, step.level)
    _draw_order(ax, [_at(one, body) for one in plan.in_order])
    for one in plan.spots:
        draw_mark(ax, one.spot.feel, _at(one, body), str(one.number))
    _labels(ax, plan, body)


def _at(one: Planned, body: Back) -> tuple[float, float]:
    if one.target is not None and one.fate == "work":
        return one.target.at
    x, y = body.path([(one.spot.x, one.spot.y)])[0]
    return float(x), float(y)


def _ring(ax: Axes, at: tuple[float, float], radius: float) -> None:
    circle = Affine2D().scale(radius).translate(*at).transform_path(Path.unit_circle())
    area = add_path(ax, circle, 50, None, facecolor=style.color("zone"), linewidth=0)
    area.set_alpha(0.22)
    add_path(ax, circle, 50.1, None, facecolor="none", edgecolor=style.color("ink"),
             linewidth=style.LINE, linestyle=(0, (3.0, 2.4)))  # fmt: skip


def _lane(ax: Axes, stroke: Stroke, level: int) -> None:
    hand = stroke.right if stroke.side == "right" else stroke.left
    xy = hand.xy[hand.role == PRESS]
    add_path(ax, segments([xy[[0, len(xy) // 2, -1]]]), 44, None, facecolor="none",
             edgecolor=style.level_color(level), linewidth=style.level_width(level),
             capstyle="round")  # fmt: skip
    _arrow(ax, xy[-1], xy[-1] - xy[-8], style.level_color(level), 1.0)


def _arrow(ax: Axes, tip: Array, ahead: Array, color: str, size: float) -> None:
    ahead = ahead / max(float(np.hypot(*ahead)), 1e-9) * size
    side = np.array([-ahead[1], ahead[0]]) * 0.7
    shape = [tip + ahead, tip - ahead * 0.5 + side, tip - ahead * 0.5 - side, tip + ahead]
    add_path(ax, Path(np.array(shape), closed=True), 66, None, facecolor=color,
             edgecolor=style.color("paper"), linewidth=1.0)  # fmt: skip


def _draw_order(ax: Axes, points: Sequence[tuple[float, float]]) -> None:
    """Draw dashed lines from each spot to the next, with an arrow in the middle."""
    for one, other in pairwise(points):
        a, b = np.array(one), np.array(other)
        if np.hypot(*(b - a)) < 3.0:
            continue
        add_path(
            ax, segments([[a, b]]), 65, None, facecolor="none", edgecolor=style.color("ink"),
            linewidth=2.2, linestyle=(0, (2.6, 2.2)),
        )  # fmt: skip
        _arrow(ax, (a + b) / 2, b - a, style.color("ink"), 1.3)


def _labels(ax: Axes, plan: SpotPlan, body: Back) -> None:
    view = View.of(ax)
    for side in (-1, 1):
        mine = [one for one in plan.spots if (1 if one.spot.x >= 0 else -1) == side]
        texts = ["\n".join(label(one)) for one in mine]
        heights = [measure(text, style.SMALL)[1] + 6 for text in texts]
        points = [view.to_px(np.array(_at(one, body))) for one in mine]
        low = view.height - FOOT - 8
        ys = column(heights, [float(p[1]) for p in points], 84.0, low)
        for text, point, y in zip(texts, points, ys, strict=True):
            x = SIDE if side < 0 else style.WIDTH - SIDE
            box = write(ax, text, (x, y), size=style.SMALL, plate="paper", zorder=72,
                        align="left" if side < 0 else "right")  # fmt: skip
            edge = x - side * (box.width + 2)
            line = view.to_cm([(edge, y), tuple(point)])
            add_path(ax, segments([line]), 64, None, facecolor="none", linewidth=style.THIN,
                     edgecolor=style.color("ink-soft"))  # fmt: skip


def label(one: Planned) -> list[str]:
    """Return the lines of a spot's label: its number, then what is done there."""
    if one.order is None:
        why = {"leave": "leave it alone", "light": "light strokes only", "waits": "another day"}
        return [f"{one.number}: {why.get(one.fate, 'no firm finger')}"]
    rows = [f"{one.number}: {ORDER[one.order - 1]}"]
    for k, step in enumerate(one.steps, 1):
        name = WORDS[step.technique]
        if k > 1 and step.technique == "T11":
            name = "release"
        count = step.stroke.count or 1
        if step.technique == "T15":
            hold = round(step.stroke.pace * step.stroke.factor)
            rows.append(f"{k} {name} {count} × {hold} s" if count > 1 else f"{k} {name} {hold} s")
        else:
            rows.append(f"{k} {name} {step.seconds} s")
    return rows


def describe_spots(plan: SpotPlan) -> str:
    """Return the map in words: every spot, when it is worked on, with which steps."""
    if not plan.spots:
        return "The back from above. No spot is marked yet."
    lines = [
        f"The back from above with {plural(len(plan.spots), 'marked spot')}. Hatched are the "
        "places where no firm finger may press. The hand comes from the hips, fingers to the head."
    ]
    for one in plan.spots:
        feel = load().feel[one.spot.feel].short
        where = place_name(one.spot.x, one.spot.y) or "off the map"
        lines.append(f"Spot {one.number}, {where}: {feel}. {_said(one)}")
    if len(plan.in_order) > 1:
        order = listed([f"spot {one.number}" for one in plan.in_order])
        lines.append(f"In this order: {order}.")
    return "\n\n".join([*lines, style.DISCLAIMER])


def _said(one: Planned) -> str:
    if one.fate == "leave":
        return f"Left alone: firm hands stay {one.keep_clear:g} cm away, a light one only passes."
    if one.order is None:
        return "Not worked on today; the long glides pass over it."
    steps = listed([row.partition(" ")[2] for row in label(one)[1:]])
    level = max(step.level for step in one.steps)
    return f"Worked on {ORDER[one.order - 1]}, at level {level} at most: {steps}."
