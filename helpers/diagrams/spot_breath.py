"""The still press in time: how firm, and the breath below it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

import numpy as np
from matplotlib.axes import Axes
from matplotlib.path import Path

from helpers.strokes.model import HOLD, LINK

from . import style
from .canvas import Array, add_path, page
from .labels import write
from .outline import segments, thin
from .svg import moving, still
from .words import short

if TYPE_CHECKING:
    from helpers.routine import Step

HEIGHT: Final = 500
LEFT: Final = 140.0
RIGHT: Final = style.WIDTH - 24.0
BASE: Final = 262.0
LEVEL: Final = 62.0
"""Height of a pressure level, px."""
BREATH: Final = (318.0, 398.0)
"""Lungs full, lungs empty, px."""
CLOCK: Final = 424.0
NOTHING: Final = "Mark a tight or tender spot, and its press shows here."


@cache
def press_still() -> str:
    """Return the still SVG of the chart, with an empty group ``gh-moving`` in it."""
    with page(HEIGHT) as (fig, ax):
        for level in (1, 2, 3):
            y = BASE - level * LEVEL
            _line(ax, [(LEFT, y), (RIGHT, y)], "rule", style.HAIR, 2)
            write(ax, f"{level} {short(level)}", (LEFT - 10, y), size=style.SMALL, align="right",
                  color="ink-soft")  # fmt: skip
        _line(ax, [(LEFT, BASE), (RIGHT, BASE)], "ink-soft", style.THIN, 2)
        write(ax, "pressure", (14, 30), size=style.SMALL, align="left", weight="bold")
        write(ax, "breath", (14, BREATH[0] - 22), size=style.SMALL, align="left", weight="bold")
        write(ax, "full", (LEFT - 10, BREATH[0]), size=style.SMALL, align="right", color="ink-soft")
        write(
            ax, "empty", (LEFT - 10, BREATH[1]), size=style.SMALL, align="right", color="ink-soft"
        )
        _line(ax, [(LEFT, CLOCK), (RIGHT, CLOCK)], "ink", style.LINE, 2)
        write(ax, "seconds", ((LEFT + RIGHT) / 2, CLOCK + 50), size=style.SMALL, color="ink-soft")
        return still(fig)


def press_moving(step: Step | None, breaths: float, nothing: str = NOTHING) -> str:
    """Return what moves of the chart as one SVG group; ``nothing`` is said where no press is."""
    with page(HEIGHT) as (fig, ax):
        if step is None:
            write(ax, nothing, ((LEFT + RIGHT) / 2, BASE - 2.5 * LEVEL), size=style.SMALL)
        else:
            draw_press(ax, step, breaths)
        return moving(fig)


def press_times(step: Step) -> tuple[Array, Array, list[tuple[float, float, float, float]]]:
    """Return (t, pressure) of a press, and for each press when it begins, holds, lets go, ends."""
    stroke = step.stroke
    hand = stroke.right if stroke.side == "right" else stroke.left
    still = np.concatenate([[0], (hand.role == HOLD).astype(int), [0]])
    starts, ends = np.flatnonzero(np.diff(still) > 0), np.flatnonzero(np.diff(still) < 0) - 1
    # The first press begins at once, and leaning in takes as long as easing out.
    ramp = float(stroke.t[starts[0]])
    times = [
        (
            float(stroke.t[a]) - ramp,
            float(stroke.t[a]),
            float(stroke.t[b]),
            float(stroke.t[b]) + ramp,
        )
        for a, b in zip(starts, ends, strict=True)
    ]
    return stroke.t, hand.pressure, times


def breath_seconds(step: Step, breaths: float) -> float:
    """Return how long one breath lasts so that each press begins with a breath out, s.

    The giver waits for the breath: the number of breaths in a press is made whole.
    """
    _, _, times = press_times(step)
    whole = times[0][3] - times[0][0]
    return whole / max(1, round(whole * breaths / 60))


def draw_press(ax: Axes, step: Step, breaths: float) -> None:
    """Draw one step of presses against time, with the breath that carries them."""
    t, pressure, times = press_times(step)
    scale = (RIGHT - LEFT) / float(t[-1])
    x = LEFT + t * scale
    xy = np.column_stack([x, BASE - pressure * LEVEL])
    area = np.concatenate([[(LEFT, BASE)], xy, [(x[-1], BASE)], [(LEFT, BASE)]])
    color = style.level_color(step.level)
    add_path(ax, Path(thin(area, 0.3), closed=True), 3, None, facecolor=color, linewidth=0,
             alpha=0.3)  # fmt: skip
    add_path(ax, segments([thin(xy, 0.3)]), 5, None, facecolor="none", edgecolor=color,
             linewidth=style.BOLD)  # fmt: skip
    period = breath_seconds(step, breaths)
    _draw_breath(ax, float(t[-1]), period, scale)
    for k, (_, held, let_go, _) in enumerate(times):
        middle = LEFT + (held + let_go) / 2 * scale
        top = BASE - step.level * LEVEL - 20
        words = f"hold {round(let_go - held)} s"
        write(ax, words, (middle, max(top, 24.0)), size=style.SMALL, weight="bold")
        if k == 0:
            _ramp_words(ax, times[0], scale)
    _clock(ax, float(t[-1]), scale)


def _ramp_words(ax: Axes, times: tuple[float, float, float, float], scale: float) -> None:
    begin, held, let_go, end = (LEFT + one * scale for one in times)
    for left, right, text in ((begin, held, "lean in"), (let_go, end, "ease off")):
        y = BASE + 18
        write(ax, text, ((left + right) / 2, y), size=style.SMALL)
        for edge in (left, right):
            _line(ax, [(edge, BASE), (edge, BASE + 7)], "ink", style.THIN, 6)


def _draw_breath(ax: Axes, seconds: float, period: float, scale: float) -> None:
    t = np.linspace(0, seconds, 240)
    full, empty = BREATH
    y = (full + empty) / 2 - (empty - full) / 2 * np.cos(2 * np.pi * t / period)
    for k in range(int(np.ceil(seconds / period))):
        left, right = k * period, min((k + 0.5) * period, seconds)
        box = [(left, full - 8), (right, full - 8), (right, empty + 8), (left, empty + 8)]
        shape = [(LEFT + a * scale, b) for a, b in [*box, box[0]]]
        add_path(ax, Path(np.array(shape), closed=True), 3, None, linewidth=0,
                 facecolor=style.color("phase-a"))  # fmt: skip
        if k == 0 and (right - left) * scale > 34:
            for start, word in ((left, "out"), (right, "in")):
                at = (LEFT + (start + period / 4) * scale, full - 22)
                write(ax, word, at, size=style.SMALL, zorder=8)
    line = np.column_stack([LEFT + t * scale, y])
    add_path(ax, segments([thin(line, 0.3)]), 5, None, facecolor="none",
             edgecolor=style.color("ink"), linewidth=style.BOLD)  # fmt: skip


def _clock(ax: Axes, seconds: float, scale: float) -> None:
    every = next(c for c in (5, 10, 20, 30) if seconds / c <= 9)
    for second in np.arange(0, seconds + 0.01, every):
        x = LEFT + second * scale
        _line(ax, [(x, CLOCK), (x, CLOCK + 7)], "ink", style.THIN, 6)
        write(ax, f"{second:.0f}", (x, CLOCK + 24), size=style.SMALL)


def describe_press(step: Step | None, breaths: float) -> str:
    """Return the chart in words."""
    if step is None:
        return "Pressure over time. No spot is pressed in this plan."
    t, _, times = press_times(step)
    period = breath_seconds(step, breaths)
    lines = [
        f"Pressure over time for {len(times)} still {'press' if len(times) == 1 else 'presses'}, "
        f"{round(float(t[-1]))} seconds in all, with the breath below: about "
        f"{60 / period:.0f} breaths a minute."
    ]
    for begin, held, let_go, end in times:
        lines.append(
            f"From second {begin:.0f} the hand leans in, while they breathe out, up to level "
            f"{step.level} at second {held:.0f}. It holds still for {let_go - held:.0f} seconds. "
            f"Then it eases off until second {end:.0f}."
        )
    if any((hand.role == LINK).any() for hand in step.stroke.hands):
        lines.append("At the end a flat hand smooths over the place twice, at level 1.")
    return "\n\n".join(lines)


def _line(ax: Axes, points: list[tuple[float, float]], color: str, width: float, z: float) -> None:
    add_path(ax, segments([points]), z, None, facecolor="none", edgecolor=style.color(color),
             linewidth=width)  # fmt: skip
