"""Breath, hands and pressure of the sweeps, one above the other on one clock."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import numpy as np
from matplotlib.axes import Axes
from matplotlib.path import Path

from helpers.strokes.model import PRESS

from . import style
from .canvas import Array, add_path, page
from .ending import Ending
from .labels import measure, write
from .outline import segments, thin
from .svg import moving, still
from .words import amount, plural, short

if TYPE_CHECKING:
    from helpers.routine import Step

HEIGHT: Final = 640
LEFT: Final = 132.0
RIGHT: Final = style.WIDTH - 20.0
BREATH: Final = (64.0, 138.0)
"""Lungs full, lungs empty, px."""
HAND: Final = (206.0, 396.0)
"""Top of the back and base of the spine, px."""
BASE: Final = 560.0
LEVEL: Final = 50.0
"""Height of a pressure level, px."""
SPAN: Final = (2.0, 52.0)
"""What of the back is shown, cm down from the neck's bump on the reference body."""
MARKS: Final = ((4.0, "shoulders"), (32.2, "lowest ribs"), (50.0, "hips"))


@cache
def breath_still() -> str:
    """Return the still SVG of the chart, with an empty group ``gh-moving`` in it."""
    with page(HEIGHT) as (fig, ax):
        draw_breath_frame(ax)
        return still(fig)


def breath_moving(ending: Ending) -> str:
    """Return what moves of the chart as one SVG group."""
    with page(HEIGHT) as (fig, ax):
        draw_breath(ax, ending)
        return moving(fig)


def draw_breath_frame(ax: Axes) -> None:
    """Draw what stays still: the names of the three bands and their lines."""
    for y, title in ((34.0, "Breath"), (176.0, "Hands"), (426.0, "Pressure")):
        write(ax, title, (14.0, y), align="left", weight="bold")
    for y, words in ((BREATH[0], "lungs full"), (BREATH[1], "lungs empty")):
        _scale(ax, y, words)
    for at, words in MARKS:
        _scale(ax, float(_hand_y(at)), words)
    for level in (1, 2):
        _scale(ax, BASE - level * LEVEL, f"{level} {short(level)}")
    _line(ax, [(LEFT, BASE), (RIGHT, BASE)], "ink", style.LINE, 7)
    write(ax, "seconds", ((LEFT + RIGHT) / 2, BASE + 52), size=style.SMALL, color="ink-soft")


def draw_breath(ax: Axes, ending: Ending) -> None:
    """Draw the moving part: the breath, how far down the back the hands are, how firm they are.

    Time begins as the first sweep and a breath out begin. Breaths out are shaded in all bands.
    """
    t, down, level, press = course(ending)
    if not len(t):
        return
    scale = (RIGHT - LEFT) / float(t[-1])
    _breaths(ax, ending, float(t[-1]), scale)
    x = LEFT + t * scale
    way = np.column_stack([x, _hand_y(down)])
    for stretch in _stretches(press):
        piece = way[stretch]
        working = bool(press[stretch][-1])
        firm = float(level[stretch].max())
        look: dict[str, object] = {"linewidth": 2.2 + 2.4 * firm if working else 2.4}
        if not working:
            look["linestyle"] = (0, (3.2, 2.0))
        add_path(
            ax, segments([thin(piece, 0.3)]), 5, None, facecolor="none", capstyle="butt",
            edgecolor=style.level_color(max(firm, 1.0)), **look,
        )  # fmt: skip
    _numbers(ax, ending, scale)
    _pressure(ax, x, level)
    _clock(ax, float(t[-1]), scale)


def joined(ending: Ending) -> list[Step]:
    """Return the sweeps that follow each other, without those that come round again later."""
    found = list(ending.sweeps[:1])
    for step in ending.sweeps[1:]:
        if step.start != found[-1].end:
            break
        found.append(step)
    return found


def course(ending: Ending) -> tuple[Array, Array, Array, Array]:
    """Return (t, down, level, press) of the sweeps that follow each other, right hand.

    t in s from the start of the first sweep; down in cm of the reference body from the neck's
    bump; level of pressure; press 1.0 where the hand works, 0.0 on the way back or at rest.
    """
    parts: list[tuple[Array, Array, Array, Array]] = []
    clock = 0.0
    for step in joined(ending):
        hand = step.stroke.right
        for k in range(step.passes):
            share = step.fade[min(k, len(step.fade) - 1)] if step.fade else 1.0
            parts.append(
                (
                    step.stroke.t + clock,
                    hand.xy[:, 1] / ending.scale,
                    hand.pressure * share,
                    (hand.role == PRESS).astype(float),
                )
            )
            clock += step.stroke.seconds
        if step.rest > 0.05:
            t, down, level, _ = (column[-1] for column in parts[-1])
            still = np.array([t, t + step.rest])
            parts.append((still, np.full(2, down), np.full(2, level), np.zeros(2)))
            clock += step.rest
    if not parts:
        empty = np.empty(0)
        return empty, empty, empty, empty
    t, down, level, press = (np.concatenate(column) for column in zip(*parts, strict=True))
    return t, down, level, press


def _hand_y(down: Array | float) -> Array:
    share = (np.asarray(down, dtype=float) - SPAN[0]) / (SPAN[1] - SPAN[0])
    result: Array = HAND[0] + share * (HAND[1] - HAND[0])
    return result


def _stretches(press: Array) -> list[slice]:
    cuts = [0, *(np.flatnonzero(np.diff(press)) + 1), len(press)]
    return [slice(max(a - 1, 0), b) for a, b in pairwise(cuts)]


def _breaths(ax: Axes, ending: Ending, seconds: float, scale: float) -> None:
    whole = ending.inward + ending.outward
    t = np.linspace(0.0, seconds, max(80, int(24 * seconds / whole)))
    phase = t % whole
    out = (1 + np.cos(np.pi * np.minimum(phase / ending.outward, 1.0))) / 2
    inn = (1 - np.cos(np.pi * np.maximum(phase - ending.outward, 0.0) / ending.inward)) / 2
    lungs = np.where(phase < ending.outward, out, inn)
    y = BREATH[1] - lungs * (BREATH[1] - BREATH[0])
    line = np.column_stack([LEFT + t * scale, y])
    add_path(ax, segments([thin(line, 0.3)]), 5, "gh-breath", facecolor="none",
             edgecolor=style.color("now"), linewidth=style.BOLD)  # fmt: skip
    # Both words in every breath, or neither: then one sentence says what is shaded.
    named = measure("out", style.SMALL)[0] + 4 < min(ending.outward, ending.inward) * scale
    bands = []
    for begin in np.arange(0.0, seconds - 1e-6, whole):
        a, b = LEFT + begin * scale, LEFT + min(begin + ending.outward, seconds) * scale
        bands.append(np.array([(a, 50), (b, 50), (b, BASE), (a, BASE), (a, 50)]))
        for x, words, wide in ((a, "out", b - a), (b, "in", ending.inward * scale)):
            if named and measure(words, style.SMALL)[0] + 4 < wide and x + wide < RIGHT + 1:
                write(ax, words, (x + wide / 2, 34.0), size=style.SMALL, color="ink-soft")
    shade = Path.make_compound_path(*(Path(band, closed=True) for band in bands))
    add_path(ax, shade, 1, "gh-out", facecolor=style.color("phase-a"), linewidth=0)
    if not named:
        write(ax, "shaded: breathing out", (RIGHT, 34.0), size=style.SMALL, color="ink-soft",
              align="right")  # fmt: skip


def _numbers(ax: Axes, ending: Ending, scale: float) -> None:
    clock, number = 0.0, 0
    for step in joined(ending):
        for _ in range(step.passes):
            number += 1
            write(ax, str(number), (LEFT + clock * scale + 12, HAND[0] - 14), size=style.SMALL,
                  weight="bold")  # fmt: skip
            clock += step.stroke.seconds
        clock += step.rest


def _pressure(ax: Axes, x: Array, level: Array) -> None:
    for low, high, name in ((0.0, 1.0, "level-1"), (1.0, 2.0, "level-2")):
        top = BASE - np.clip(level, low, high) * LEVEL
        floor = np.full(len(x), BASE - low * LEVEL)
        upper, lower = thin(np.column_stack([x, top]), 0.3), np.column_stack([x, floor])
        shape = np.concatenate([upper, lower[[-1, 0]], upper[:1]])
        add_path(ax, Path(shape, closed=True), 3, f"gh-{name}", linewidth=0,
                 facecolor=style.color(name))  # fmt: skip
    line = thin(np.column_stack([x, BASE - level * LEVEL]), 0.3)
    add_path(ax, segments([line]), 6, "gh-pressure", facecolor="none",
             edgecolor=style.color("ink"), linewidth=style.LINE)  # fmt: skip


def _clock(ax: Axes, seconds: float, scale: float) -> None:
    every = next(c for c in (1, 2, 5, 10, 20, 30, 60) if seconds / c <= 9 or c == 60)
    for second in np.arange(0, seconds + 0.01, every):
        x = LEFT + second * scale
        _line(ax, [(x, BASE), (x, BASE + 7)], "ink", style.THIN, 7)
        write(ax, f"{second:.0f}", (x, BASE + 23), size=style.SMALL)


def _scale(ax: Axes, y: float, words: str) -> None:
    _line(ax, [(LEFT, y), (RIGHT, y)], "rule", style.HAIR, 2)
    write(ax, words, (LEFT - 10, y), size=style.SMALL, color="ink-soft", align="right")


def _line(ax: Axes, points: list[tuple[float, float]], color: str, width: float, z: float) -> None:
    add_path(ax, segments([points]), z, None, facecolor="none", edgecolor=style.color(color),
             linewidth=width)  # fmt: skip


def describe_breath(ending: Ending) -> str:
    """Return the chart in words."""
    t, _, _, _ = course(ending)
    if not len(t):
        return "There are no sweeps in this plan, so the chart is empty."
    first = ending.sweeps[0].stroke
    turn = float(first.t[first.right.role == PRESS][-1])
    weights = ending.weights()
    shown = weights[: sum(step.passes for step in joined(ending))]
    return "\n\n".join(
        [
            f"Three bands over {plural(round(float(t[-1])), 'second')}: the breath, where the "
            "hands are, and how firm they are.",
            f"Breath: {amount(ending.outward)} seconds out, {amount(ending.inward)} seconds in, "
            "again and again. The first sweep begins as a breath out begins.",
            f"Hands: down from the shoulders to the hips in {amount(turn)} seconds, and back up "
            f"in {amount(first.seconds - turn)} seconds.",
            f"Pressure: the first sweep reaches level {weights[0]:.1f}, the last one "
            f"{shown[-1]:.1f}. Each is lighter than the one before, and each gets lighter towards "
            "the low back.",
        ]
    )
