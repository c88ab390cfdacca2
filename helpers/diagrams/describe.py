"""Maps and charts in words, from the same data as the drawings."""

from __future__ import annotations

from collections.abc import Collection
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from helpers.body import Back
from helpers.content import load
from helpers.content.phrases import small
from helpers.strokes.model import Stroke

from . import style
from .canvas import Array
from .map_labels import hatched
from .timeline import clock, step_name
from .words import HOW_TO_READ, NOTHING, listed, plural, where

if TYPE_CHECKING:
    from helpers.routine import Routine


def describe_back(
    body: Back,
    *,
    show: Collection[str] = ("bones", "muscles", "landmarks"),
    muscles: Collection[str] | None = None,
    zones: Collection[str] | None = None,
    chosen: Collection[str] = (),
) -> str:
    """Return the back map in words, for the same choices as ``draw_back``; lines by blank lines."""
    content = body.content
    lines = [
        "The back of a person lying face down, head at the top; "
        "the receiver's right is on the right of the picture."
    ]
    if "regions" in show:
        lines.append(HOW_TO_READ)
        for region in content.region.values():
            at = where(body, body.bone_scale([region.label_at])[0])
            both = " on each side" if region.side == "each" else ""
            lines.append(f"{region.name}{both}: around {at}.")
        if chosen:
            lines.append(f"Marked: {listed([content.region[c].name for c in chosen])}.")
    if "muscles" in show:
        if muscles is None:
            lines.append("Left half: the muscles under the skin. Right half: the layer below.")
        for entry in content.muscle.values():
            if muscles is None or entry.id in muscles:
                lines.append(
                    f"{entry.name} ({small(entry.plain)}). From: {small(entry.origin)}. "
                    f"To: {small(entry.insertion)}."
                )
    if "zones" in show:
        for name in hatched(body, zones):
            zone = content.zone[name]
            lines.append(f"Hatched: {small(zone.name)}. {zone.rule} {zone.why}")
    return "\n\n".join([*lines, style.DISCLAIMER])


def describe_timeline(routine: Routine) -> str:
    """Return the timeline in words: each phase with its steps, times and levels."""
    if not routine.steps:
        return NOTHING
    content = load()
    lines = [
        f"A massage of {clock(routine.seconds)} minutes in {plural(len(routine.steps), 'step')}."
    ]
    seen, phases = "", routine.phase_seconds()
    for number, step in enumerate(routine.steps, start=1):
        if step.phase != seen:
            seen = step.phase
            lines.append(f"{content.phase[seen].name}, {clock(phases[seen])}:")
        lines.append(
            f"{number}. At {clock(step.start)} for {clock(step.seconds)}, {step_name(step)}, "
            f"pressure level {step.level}."
        )
    return "\n\n".join(lines)


def describe_pressure(subject: Routine | Stroke) -> str:
    """Return pressure over time in words."""
    if isinstance(subject, Stroke):
        t, level = subject.t, np.maximum(subject.right.pressure, subject.left.pressure)
        head = f"Pressure over one pass of {plural(round(subject.seconds), 'second')}."
        say = [f"from {a:.0f} to {b:.0f} s level {k}" for a, b, k in _runs(t, level)]
        return f"{head} The firmer hand: {'; '.join(say)}."
    if not subject.steps:
        return "No pressure: there is no massage today."
    t, level = subject.level_curve()
    say = [f"from {clock(a)} to {clock(b)} level {k}" for a, b, k in _runs(t, level)]
    return f"Pressure over {clock(subject.seconds)} minutes: {'; '.join(say)}."


def _runs(t: Array, level: Array) -> list[tuple[float, float, int]]:
    steps = np.rint(level).astype(int)
    edges = [0, *(np.flatnonzero(np.diff(steps)) + 1), len(steps)]
    runs = [(float(t[a]), float(t[min(b, len(t) - 1)]), int(steps[a])) for a, b in pairwise(edges)]
    return [run for run in runs if run[1] > run[0]]
