"""The pressure of a whole massage as one curve, with its parts and the moments to ask."""

from __future__ import annotations

from collections.abc import Collection
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle
from matplotlib.path import Path
from matplotlib.transforms import Affine2D

from helpers.content import load

from . import style
from .canvas import Array, Page, add_path, page
from .labels import measure, write
from .outline import segments, thin
from .timeline import clock
from .words import NOTHING, listed, plural, short

if TYPE_CHECKING:
    from helpers.routine import Routine

HEIGHT: Final = 424
LEFT: Final = 122.0
RIGHT: Final = style.WIDTH - 26.0
TOP: Final = 14.0
BASE: Final = 292.0
STEP: Final = 56.0
"""Height of one pressure level, px."""
EVERY: Final = 1.0
"""The hands are looked at once in so many seconds."""
NARROW: Final = 16
"""The mean of the curve is taken over at least so many seconds, twice."""
ASK: Final = BASE + 46.0


def curve_page() -> Page:
    """Lend a Figure for ``draw_curve``, with its Axes in px."""
    return page(HEIGHT)


def draw_curve(ax: Axes, routine: Routine, wrong: Collection[int] = ()) -> None:
    """Draw the level of each step, what the hands really press on average, and when to ask.

    ``wrong`` are the indices of steps with a mistake; they are marked.
    """
    scale = (RIGHT - LEFT) / max(routine.seconds, 1)
    _parts(ax, routine, scale)
    for level in style.LEVELS:
        y = BASE - level * STEP
        _line(ax, [(LEFT, y), (RIGHT, y)], "rule", style.HAIR, 2)
        write(ax, f"{level} {short(level)}", (LEFT - 10, y), size=style.SMALL, color="ink-soft",
              align="right")  # fmt: skip
    for step in routine.steps:
        x, width = LEFT + step.start * scale, step.seconds * scale
        box = Rectangle((x, BASE - step.level * STEP), width, step.level * STEP, linewidth=0,
                        facecolor=style.level_color(step.level), alpha=0.32, zorder=3,
                        clip_on=False)  # fmt: skip
        ax.add_artist(box)
    if not routine.steps:
        write(ax, NOTHING, ((LEFT + RIGHT) / 2, BASE - 1.5 * STEP), color="ink-soft")
        _line(ax, [(LEFT, BASE), (RIGHT, BASE)], "ink", style.LINE, 7)
        return
    _ceiling(ax, routine, scale)
    t, mean = pressed(routine)
    xy = np.column_stack([LEFT + t * scale, BASE - mean * STEP])
    _line(ax, list(thin(xy, 0.4)), "ink", style.BOLD, 6)
    _asks(ax, routine, scale)
    for index in wrong:
        step = routine.steps[index]
        x = LEFT + (step.start + step.seconds / 2) * scale
        write(ax, "!", (x, BASE - step.level * STEP - 13), weight="bold", color="now", zorder=9)
    _minutes(ax, routine, scale)
    _key(ax)


def draw_curve_mark(ax: Axes, routine: Routine, index: int) -> None:
    """Draw a frame around one step, with its number, over a picture of ``draw_curve``."""
    scale = (RIGHT - LEFT) / max(routine.seconds, 1)
    step = routine.steps[index]
    left, width = LEFT + step.start * scale, step.seconds * scale
    top = BASE - step.level * STEP
    corners = [(left, BASE), (left, top), (left + width, top), (left + width, BASE), (left, BASE)]
    _line(ax, corners, "now", style.BOLD, 10)
    write(ax, str(index + 1), (left + width / 2, BASE - 16), size=style.SMALL, weight="bold",
          plate="paper", zorder=11)  # fmt: skip


def pressed(routine: Routine) -> tuple[Array, Array]:
    """Return (t, level): what the firmer hand presses, as a mean over some seconds; t in s."""
    t = np.arange(0.0, routine.seconds, EVERY)
    level = np.zeros(len(t))
    for step in routine.steps:
        times, right, left = step.paths()
        inside = (t >= step.start) & (t < step.end)
        firmer = np.maximum(right.pressure, left.pressure)
        level[inside] = np.interp(t[inside] - step.start, times, firmer)
    width = min(max(NARROW, len(t) // 60), len(t)) // 2 * 2 + 1
    for _ in range(2):
        padded = np.pad(level, width // 2, mode="edge")
        level = np.convolve(padded, np.full(width, 1 / width), mode="valid")
    return t, level


def _parts(ax: Axes, routine: Routine, scale: float) -> None:
    x = LEFT
    for k, (name, seconds) in enumerate(routine.phase_seconds().items()):
        width = seconds * scale
        color = style.color("phase-a" if k % 2 == 0 else "phase-b")
        band = Rectangle((x, TOP), width, BASE - TOP, facecolor=color, linewidth=0, zorder=1,
                         clip_on=False)  # fmt: skip
        ax.add_artist(band)
        for text in (load().phase[name].name, str(k + 1)):
            if measure(text, style.SMALL)[0] < width - 8:
                write(ax, text, (x + width / 2, TOP + 18), size=style.SMALL, zorder=8)
                break
        x += width


def _ceiling(ax: Axes, routine: Routine, scale: float) -> None:
    """Draw the upper edge of the steps' levels as one line."""
    points = [
        (LEFT + edge * scale, BASE - step.level * STEP)
        for step in routine.steps
        for edge in (step.start, step.end)
    ]
    _line(ax, points, "ink-soft", style.LINE, 5)


def _asks(ax: Axes, routine: Routine, scale: float) -> None:
    marks = [_ask_mark(LEFT + s.start * scale) for s in routine.steps if s.check_in]
    if marks:
        add_path(ax, Path.make_compound_path(*marks), 7, "gh-asks", linewidth=0,
                 facecolor=style.color("now"))  # fmt: skip
    write(ax, "ask", (LEFT - 10, ASK), size=style.SMALL, color="ink-soft", align="right")


def _ask_mark(x: float) -> Path:
    shape = Path([(0, -8), (7, 6), (-7, 6), (0, -8)], closed=True)
    return Affine2D().translate(max(x, LEFT + 1), ASK).transform_path(shape)


def _minutes(ax: Axes, routine: Routine, scale: float) -> None:
    _line(ax, [(LEFT, BASE), (RIGHT, BASE)], "ink", style.LINE, 7)
    minutes = routine.seconds / 60
    every = next((m for m in (1, 2, 5, 10, 15) if minutes / m <= 11), 30)
    for minute in range(0, int(minutes) + 1, every):
        x = LEFT + minute * 60 * scale
        _line(ax, [(x, BASE), (x, BASE + 7)], "ink", style.THIN, 7)
        write(ax, str(minute), (x, BASE + 22), size=style.SMALL)
    write(ax, "minutes", (LEFT - 14, BASE + 22), size=style.SMALL, color="ink-soft", align="right")


def _key(ax: Axes) -> None:
    y = ASK + 44.0
    _line(ax, [(LEFT, y), (LEFT + 34, y)], "ink", style.BOLD, 6)
    x = LEFT + 42 + measure("what your hands press on average", style.SMALL)[0] + 24
    write(ax, "what your hands press on average", (LEFT + 42, y), size=style.SMALL, align="left")
    box = Rectangle((x, y - 8), 30, 16, facecolor=style.level_color(2), alpha=0.32, linewidth=0,
                    zorder=6, clip_on=False)  # fmt: skip
    ax.add_artist(box)
    _line(ax, [(x, y - 8), (x + 30, y - 8)], "ink-soft", style.LINE, 7)
    write(ax, "the most in a step", (x + 38, y), size=style.SMALL, align="left")


def _line(ax: Axes, points: list[tuple[float, float]], color: str, width: float, z: float) -> None:
    add_path(ax, segments([points]), z, None, facecolor="none", edgecolor=style.color(color),
             linewidth=width)  # fmt: skip


def describe_curve(routine: Routine) -> str:
    """Return the curve in words: the level of each part, where it is firmest, when to ask."""
    if not routine.steps:
        return NOTHING
    lines = [f"Pressure over {clock(routine.seconds)} minutes, part by part."]
    for name, seconds in routine.phase_seconds().items():
        levels = [step.level for step in routine.steps if step.phase == name]
        low, high = min(levels), max(levels)
        words = f"level {low}" if low == high else f"level {low} to {high}"
        lines.append(f"{load().phase[name].name}, {clock(seconds)}: {words}.")
    _, mean = pressed(routine)
    at = int(np.argmax(mean))
    lines.append(
        f"On average your hands press most at {clock(at)}: level {mean[at]:.1f}. At the end they "
        f"are down to level {mean[-1]:.1f}."
    )
    asks = [clock(step.start) for step in routine.steps if step.check_in]
    jumps = sum(b.level > a.level for a, b in pairwise(routine.steps))
    lines.append(f"The level goes up {plural(jumps, 'time')}.")
    lines.append(f"Ask how it feels at {listed(asks)}.")
    return "\n\n".join(lines)
