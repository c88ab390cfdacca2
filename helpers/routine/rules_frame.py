"""Rules about the frame of a routine: its length, its parts, their order and their shares."""

from __future__ import annotations

from helpers.content import load

from .findings import Findings, found, limit
from .model import Routine

EXACT = 0.02
"""How far a step's pieces may miss its seconds, s."""

TAKE_THE_TIME = ("P2", "P5", "P6")
"""The parts that take the time of parts that fall out; then their upper ends do not hold."""


def screening(routine: Routine) -> Findings:
    """No massage where a safety answer says so."""
    if routine.verdict.blocks and routine.steps:
        why = " ".join(routine.verdict.reasons) or "A safety answer says no massage today."
        yield found("screening", why)


def total(routine: Routine) -> Findings:
    """The steps follow each other and add up to the minutes, to the second."""
    if routine.verdict.blocks and not routine.steps:
        return
    wanted = routine.minutes * 60
    if routine.seconds != wanted:
        yield found(
            "total",
            f"The steps take {routine.seconds} seconds; {routine.minutes} minutes are {wanted}.",
        )
    clock = 0
    for index, step in enumerate(routine.steps):
        if step.start != clock:
            yield found("total", f"This step starts at {step.start} s instead of {clock} s.", index)
        if abs(step.filled - step.seconds) > EXACT or step.seconds <= 0:
            yield found(
                "total",
                f"The movements take {step.filled:.1f} s, but the step is {step.seconds} s long.",
                index,
            )
        clock = step.end


def length(routine: Routine) -> Findings:
    """At least 3 minutes, never over 45, a word of warning over 30."""
    if routine.verdict.blocks and not routine.steps:
        return
    minutes = routine.seconds / 60
    if minutes < limit("least"):
        yield found("least", f"This takes {minutes:.1f} minutes, less than {limit('least'):g}.")
    if minutes > limit("hard-stop"):
        yield found("hard-stop", f"This takes {minutes:.1f} minutes.")
    elif minutes > limit("long-session"):
        yield found(
            "long-session",
            f"{minutes:.0f} minutes are long: take a pause when your hands ask for it.",
        )


def short(routine: Routine) -> Findings:
    """Below 10 minutes no kneading, no spots and nothing above level 2; below 5 only glides."""
    content, minutes = load(), routine.minutes
    gliding = set(content.phase["P1"].techniques + content.phase["P2"].techniques)
    gliding.update(content.phase["P6"].techniques)
    for index, step in enumerate(routine.steps):
        if minutes < limit("short") and (step.phase in ("P3", "P4") or step.level > 2):
            what = (
                f"level {step.level}" if step.level > 2 else content.phase[step.phase].name.lower()
            )
            yield found("short", f"{minutes} minutes are too short for {what}.", index)
        if minutes < limit("very-short") and step.technique not in gliding:
            name = content.technique[step.technique].plain
            yield found("very-short", f"{minutes} minutes are too short for this: {name}.", index)


def order(routine: Routine) -> Findings:
    """The parts follow each other, and each stroke belongs to its part."""
    phases = list(load().phase)
    latest = 0
    for index, step in enumerate(routine.steps):
        place = phases.index(step.phase)
        if place < latest:
            before, name = load().phase[phases[latest]].name, load().phase[step.phase].name
            yield found("order", f"“{name}” comes after “{before}” here.", index)
        latest = max(latest, place)
        phase = load().phase[step.phase]
        if step.technique not in phase.techniques + phase.if_asked:
            stroke = load().technique[step.technique].plain
            yield found("phase", f"“{stroke}” does not belong to “{phase.name}”.", index)


def finish(routine: Routine) -> Findings:
    """The last part is the finish, and its last stroke is a light one."""
    if not routine.steps:
        return
    last = len(routine.steps) - 1
    if routine.steps[last].phase != "P6":
        yield found("finish", "The massage stops without a finish.", last)
    elif routine.steps[last].level > 1:
        yield found("finish", "The last stroke is not a light one.", last)


def share(routine: Routine) -> Findings:
    """From 10 minutes up each part keeps its share of the time."""
    seconds, parts = routine.seconds, routine.phase_seconds()
    if not seconds or routine.minutes < limit("share"):
        return
    whole = {"P1", "P3", "P5"} <= parts.keys() and not routine.limits.light_only
    for name, phase in load().phase.items():
        if name == "P4" or name not in parts:
            continue  # P4 has rules of its own; a part that falls out gives its time to the others
        percent = 100 * parts[name] / seconds
        if percent < phase.share_lo - 1e-9:
            yield found(
                "share",
                f"“{phase.name}” gets {percent:.0f} % of the time; "
                f"{phase.share_lo:g} % are the least.",
            )
        if percent > phase.share_hi + 1e-9 and (whole or name not in TAKE_THE_TIME):
            yield found(
                "share",
                f"“{phase.name}” gets {percent:.0f} % of the time; "
                f"{phase.share_hi:g} % are the most.",
            )


def warm_up(routine: Routine) -> Findings:
    """From 5 minutes up, 3 minutes and a fifth of the time are warm-up glides, before level 3."""
    if not routine.steps or routine.minutes < limit("very-short"):
        return
    glides = 0
    for index, step in enumerate(routine.steps):
        if step.phase == "P2":
            glides += step.seconds
        elif step.level >= 3:
            yield from _enough(routine, glides, index)
            return
    yield from _enough(routine, glides, None)


def _enough(routine: Routine, glides: int, index: int | None) -> Findings:
    if glides < limit("warm-up"):
        yield found("warm-up", f"There are {glides} seconds of warm-up glides.", index)
    if 100 * glides < limit("warm-up-share") * routine.seconds:
        percent = 100 * glides / routine.seconds
        yield found("warm-up-share", f"The warm-up is {percent:.0f} % of the time.", index)


RULES = (screening, total, length, short, order, finish, share, warm_up)
