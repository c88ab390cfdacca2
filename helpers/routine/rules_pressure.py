"""Rules about pressure and about which strokes may be there at all."""

from __future__ import annotations

import math

from helpers.content import load

from .findings import Findings, found, limit
from .model import Routine, Step

A_MINUTE = 60
"""Over how long the level may rise by one, s."""


def level_of(step: Step) -> int:
    """Return the level of a step: the one it names, or the one that its stroke reaches."""
    return max(step.level, math.ceil(step.stroke.peak - 1e-6))


def rise(routine: Routine) -> Findings:
    """One level a minute at most, and level 3 only after the warm-up."""
    allowed = limit("rise")
    steps = routine.steps
    last_glide = max((i for i, step in enumerate(steps) if step.phase == "P2"), default=-1)
    levels = [level_of(step) for step in steps]
    for j, (step, level) in enumerate(zip(steps, levels, strict=True)):
        near = [
            one for s, one in zip(steps[:j], levels, strict=False) if step.start - s.end < A_MINUTE
        ]
        if near and level - min(near) > allowed:
            yield found("rise", f"The level goes from {min(near)} to {level} within a minute.", j)
        if level >= 3 and j <= last_glide:
            yield found("warm-up", f"Level {level} comes before the warm-up is over.", j)


def fall(routine: Routine) -> Findings:
    """After the last spot the level never rises again."""
    spots = [i for i, step in enumerate(routine.steps) if step.phase == "P4"]
    if not spots:
        return
    for j in range(spots[-1] + 1, len(routine.steps)):
        before, now = level_of(routine.steps[j - 1]), level_of(routine.steps[j])
        if now > before:
            yield found("fall", f"The level goes up from {before} to {now} again.", j)


def technique_cap(routine: Routine) -> Findings:
    """No stroke is firmer than the catalogue allows, nor than this person does."""
    for index, step in enumerate(routine.steps):
        technique, level = load().technique[step.technique], level_of(step)
        if technique.level is None:
            continue
        most = technique.level.max
        if routine.limits.strong:
            most = technique.level.on_request or most
        if level > most:
            yield found(
                "technique-cap", f"“{technique.plain}” at level {level}: {most} is the most.", index
            )
        if level > routine.limits.top_level:
            yield found(
                "person-cap",
                f"Level {level}; for this person {routine.limits.top_level} is the most.",
                index,
            )


def strong(routine: Routine) -> Findings:
    """Level 4 only on request, only with the strokes that allow it, only after the warm-up."""
    warm = False
    for index, step in enumerate(routine.steps):
        warm = warm or step.phase not in ("P1", "P2")
        if level_of(step) < limit("strong"):
            continue
        level = load().technique[step.technique].level
        if not routine.limits.strong:
            yield found("strong", "Level 4, and nobody asked for strong pressure.", index)
        elif not warm or level is None or (level.on_request or 0) < limit("strong"):
            yield found("strong", "This stroke or this moment is not one for level 4.", index)


def light_only(routine: Routine) -> Findings:
    """In a light session only the light strokes, at level 2 at most, and no spots."""
    if not routine.limits.light_only:
        return
    for index, step in enumerate(routine.steps):
        technique = load().technique[step.technique]
        if not technique.light or step.phase == "P4":
            yield found("light-only", f"“{technique.plain}” is not a light stroke.", index)
        elif level_of(step) > limit("light-only"):
            yield found("light-only", f"Level {level_of(step)} in a light session.", index)


def allowed_at_all(routine: Routine) -> Findings:
    """Nothing that is not taught, not asked for, or ruled out by an answer."""
    for index, step in enumerate(routine.steps):
        technique = load().technique[step.technique]
        if not technique.taught:
            yield found("not-taught", f"“{technique.plain}” is not part of this course.", index)
        if technique.only_if_asked and step.technique not in routine.limits.asked:
            yield found("asked-only", f"Nobody asked for “{technique.plain}”.", index)
        if step.technique in routine.limits.techniques_out:
            yield found("person-cap", f"“{technique.plain}” is ruled out for this person.", index)


RULES = (rise, fall, technique_cap, strong, light_only, allowed_at_all)
