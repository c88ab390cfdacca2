"""Small words: places on the back, directions, amounts and lists, in plain English."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import ArrayLike

from helpers.body import Back
from helpers.content import load

from .canvas import Array

NOTHING: Final = "There is no massage to show."
"""In the place of a massage on a day without one: in its pictures and in their words."""
HOW_TO_READ: Final = (
    "Places are given as centimetres out from the midline of the back, and down from the big bump "
    "at the base of the neck."
)

_COMPASS: Final = (
    "out to the side", "down and out", "down towards the feet", "down and in",
    "in towards the spine", "up and in", "up towards the head", "up and out",
)  # fmt: skip
"""Eight directions on the right side, clockwise from straight out; y grows towards the feet."""

_MARKS: Final = (
    (7.8, "the ridge of the shoulder blade"),
    (20.0, "the lower tip of the shoulder blade"),
    (32.2, "the lowest ribs"),
    (42.5, "the top of the hip bones"),
    (49.4, "the dimples above the buttocks"),
    (58.5, "the tip of the tailbone"),
)


def short(level: int) -> str:
    """Return the one word for a pressure level."""
    return load().pressure_level(level).short


def like(level: int) -> str:
    """Return what a pressure level is like, to follow "level 2 is"."""
    return load().pressure_level(level).like


def where(body: Back, at: ArrayLike, *, side: bool = False) -> str:
    """Return where a point (cm) lies: out from the midline, and down from the neck's bump.

    ``side`` adds the receiver's right or left.
    """
    x, y = np.asarray(at, dtype=float)
    across = "on the midline" if abs(x) < 0.4 else f"{amount(abs(x))} cm out"
    if side and abs(x) >= 0.4:
        across += f" on the receiver's {'right' if x > 0 else 'left'}"
    if abs(y) < 0.5:
        down = "level with the bump"
    else:
        down = f"{amount(abs(y))} cm {'down' if y > 0 else 'above the bump'}"
    mark, name = min(_MARKS, key=lambda m: abs(m[0] * body.scale_y - y))
    near = f" (about level with {name})" if abs(mark * body.scale_y - y) < 2.1 else ""
    return f"{across}, {down}{near}"


def direction(xy: Array) -> str:
    """Return the way a path runs: "up and out, then down towards the feet"."""
    side = 1.0 if xy[:, 0].mean() >= 0 else -1.0
    steps = np.diff(xy, axis=0) * (side, 1.0)
    lengths = np.hypot(*steps.T)
    names: list[tuple[str, float]] = []
    for step, length in zip(steps, lengths, strict=True):
        octant = int(np.rint(np.arctan2(step[1], step[0]) / (np.pi / 4))) % 8
        if names and names[-1][0] == _COMPASS[octant]:
            names[-1] = (names[-1][0], names[-1][1] + float(length))
        else:
            names.append((_COMPASS[octant], float(length)))
    whole = max(float(lengths.sum()), 1e-9)
    kept = [name for name, length in names if length > 0.08 * whole]
    merged = [name for k, name in enumerate(kept) if k == 0 or kept[k - 1] != name]
    return ", then ".join(merged)


def amount(value: float) -> str:
    """Return a number as people say it: whole from 10 up, else to the half."""
    rounded = round(value) if abs(value) >= 10 else round(value * 2) / 2
    return f"{rounded:g}"


def plural(count: int, noun: str) -> str:
    """Return a count with its noun: 1 second, 2 seconds."""
    return f"{count} {noun}" + ("" if count == 1 else "s")


def listed(items: Sequence[str]) -> str:
    """Return a list in a sentence: a, b and c."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} and {items[-1]}"
