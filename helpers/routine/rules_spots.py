"""Rules about sore spots and about the strokes that have a limit of their own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable

import numpy as np

from helpers.strokes import HOLD

from .findings import Findings, found, limit
from .model import Routine, Step

PERCUSSION, CIRCLES, ACROSS, PRESS = "T19", "T11", "T12", "T15"
FULL = 0.99
"""A press counts as held while it is at this part of its full pressure."""


def spots(routine: Routine) -> Findings:
    """Three spots, 90 seconds each, a fifth of the time and 5 minutes in all."""
    part = sum(step.seconds for step in routine.steps if step.phase == "P4")
    if routine.seconds and 100 * part > limit("spots-share") * routine.seconds:
        yield found("spots-share", f"Spots take {100 * part / routine.seconds:.0f} % of the time.")
    if part > limit("spots-time"):
        yield found("spots-time", f"Spots take {part} seconds in all.")
    each: dict[int, int] = defaultdict(int)
    last: dict[int, int] = {}
    for index, step in enumerate(routine.steps):
        if step.spot is not None:
            each[step.spot] += step.seconds
            last[step.spot] = index
    if len(each) > limit("spots-count"):
        yield found("spots-count", f"There are {len(each)} spots.")
    for spot, seconds in each.items():
        if seconds > limit("spot-time"):
            yield found("spot-time", f"One spot gets {seconds} seconds.", last[spot])


def rubbing(routine: Routine) -> Findings:
    """Circles on one place for 60 s at most, rubbing across for 30 s at most."""
    for technique, rule in ((CIRCLES, "friction-time"), (ACROSS, "crossfibre-time")):
        times: dict[Hashable, float] = defaultdict(float)
        last: dict[Hashable, int] = {}
        for index, step in enumerate(routine.steps):
            if step.technique == technique:
                where = _where(step)
                times[where] += (
                    step.passes * step.stroke.seconds / max(1, len(step.stroke.stations))
                )
                last[where] = index
        for where, seconds in times.items():
            if seconds > limit(rule) + 0.5:
                yield found(rule, f"One place is rubbed for {seconds:.0f} seconds.", last[where])


def presses(routine: Routine) -> Findings:
    """A still press is held for 60 s at most, and repeated three times at most."""
    repeats: dict[Hashable, int] = defaultdict(int)
    for index, step in enumerate(routine.steps):
        if step.technique != PRESS:
            continue
        held, count = _presses(step)
        if held > limit("press-time") + 1.0:
            yield found("press-time", f"One press is held for {held:.0f} seconds.", index)
        repeats[_where(step)] += count * step.passes
        if repeats[_where(step)] > limit("press-repeats"):
            yield found(
                "press-repeats", f"The same spot is pressed {repeats[_where(step)]} times.", index
            )


def percussion(routine: Routine) -> Findings:
    """Tapping once, for up to a minute."""
    taps = [i for i, step in enumerate(routine.steps) if step.technique == PERCUSSION]
    seconds = sum(routine.steps[i].seconds for i in taps)
    if seconds > limit("percussion-time"):
        yield found("percussion-time", f"Tapping takes {seconds} seconds.", taps[-1])


def _where(step: Step) -> Hashable:
    return step.spot if step.spot is not None else (step.place, step.side)


def _presses(step: Step) -> tuple[float, int]:
    """Return the longest time a press is held, s, and how many presses one pass has."""
    pressure = np.maximum(step.stroke.right.pressure, step.stroke.left.pressure)
    still = (step.stroke.right.role == HOLD) & (step.stroke.left.role == HOLD)
    full = still & (pressure >= FULL * max(step.stroke.peak, 1e-6))
    edges = np.flatnonzero(np.diff(np.concatenate([[0], full.astype(np.int8), [0]])))
    starts, ends = edges[::2], edges[1::2] - 1
    times = step.stroke.t[ends] - step.stroke.t[starts]
    held = times[times > 2.0]
    per_place = round(len(held) / max(1, len(step.stroke.stations)))
    return float(times.max(initial=0.0)), max(1, per_place)


RULES = (spots, rubbing, presses, percussion)
