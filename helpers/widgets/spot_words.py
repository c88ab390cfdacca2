"""Spots between the map, the session and words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from attrs import evolve

from helpers.content import load
from helpers.diagrams.spots_map import label
from helpers.diagrams.words import plural
from helpers.planner.spot_plan import KEEP_CLEAR, SpotPlan
from helpers.planner.spots import left_alone
from helpers.session import Session, Spot

from .controls import Pin
from .finish_planner import OWN_LIST
from .words import duration

PARTS = {
    "P1": "Arrive: hands still, breathe, oil on",
    "P2": "Warm up with long glides",
    "P3": "Knead the whole back",
    "P5": "Blend: glides join the back together",
    "P6": "A calm finish",
}
NO_CALM_STROKE = "no calm stroke fits"
"""A note about the finish, which is told there."""

FRESH = Spot(0, 0)


def pin(spot: Spot) -> Pin:
    """Return the mark of a spot on the map; what is left alone gets its circle."""
    leave = load().feel[spot.feel].do == "leave" or left_alone(spot)
    return Pin(spot.x, spot.y, spot.feel, KEEP_CLEAR if leave else 0.0, spot.strength)


def spots_from(marks: Sequence[Mapping[str, Any]], old: Sequence[Spot]) -> tuple[Spot, ...]:
    """Return the spots of the map's marks; each keeps what was chosen for it before."""
    known = list(old)
    while len(known) > len(marks):
        pairs = enumerate(zip(known, marks, strict=False))
        gone = (k for k, (one, mark) in pairs if (one.x, one.y) != (mark["x"], mark["y"]))
        del known[next(gone, len(marks))]
    known += [FRESH] * (len(marks) - len(known))
    return tuple(
        evolve(one, x=mark["x"], y=mark["y"], feel=mark["kind"])
        for one, mark in zip(known, marks, strict=True)
    )


def place_and_feel(spot: Spot) -> str:
    """Return what to say about a mark after its place: "tender, 6 of 10"."""
    feel = load().feel[spot.feel]
    return feel.short if feel.do == "leave" else f"{feel.short}, {spot.strength} of 10"


def caption(plan: SpotPlan) -> str:
    """Return one sentence on all spots."""
    if plan.routine.verdict.blocks:
        return "There is no massage today, so no spot is worked on."
    worked, left = len(plan.in_order), sum(one.fate == "leave" for one in plan.spots)
    seconds = sum(one.seconds for one in plan.in_order)
    if not plan.spots:
        return "No spot is marked. A massage without any is just as good."
    parts = [
        f"{plural(worked, 'spot')} in {duration(seconds)} of your {plan.routine.minutes} minutes"
        if worked
        else "No spot is worked on",
        *([f"{plural(left, 'place')} left alone"] if left else []),
    ]
    return f"{', '.join(parts)}."


def sequence(plan: SpotPlan) -> tuple[str, ...]:
    """Return the parts of the massage as lines, the spots one by one."""
    times = plan.routine.phase_seconds()
    lines = []
    for phase, name in PARTS.items():
        if phase == "P5":
            lines += _spot_lines(plan)
        if phase in times:
            lines.append(f"{name}: {duration(times[phase])}.")
    return tuple(lines) or ("There is no massage today.",)


def _spot_lines(plan: SpotPlan) -> list[str]:
    return [
        f"Spot {one.number}: {', '.join(row.partition(' ')[2] for row in label(one)[1:])}. "
        f"Level {max(step.level for step in one.steps)} at most. Ask for a number."
        for one in plan.in_order
    ]


def notes(session: Session, plan: SpotPlan) -> dict[str, Any]:
    """Return tone and paragraphs of the card that says what the plan did."""
    leave = list(
        dict.fromkeys(
            load().feel[spot.feel].say
            for spot in session.spots
            if load().feel[spot.feel].do == "leave"
        )
    )
    routine = plan.routine
    planned = [note for note in routine.notes if NO_CALM_STROKE not in note]
    said = [*leave, *(routine.verdict.reasons if routine.verdict.blocks else planned)]
    if session.edits:
        said.append(OWN_LIST)
    return {
        "tone": "warning" if leave or routine.verdict.blocks else "note",
        "paragraphs": tuple(dict.fromkeys(said)) or ("Everything you asked for fits.",),
    }
