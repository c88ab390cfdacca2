"""What the player says, and when: each moment counted from the start, middle or end of a step.

So a step that is made longer keeps its signs in the right places.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from helpers.content import load
from helpers.planner.breath import SWEEP
from helpers.routine import Routine, Step
from helpers.strokes import HOLD

Sign = dict[str, Any]

KINDS = ("start", "switch", "half", "ten", "check", "breath", "end")
"""All kinds of signs."""

HALF_FROM, TEN_FROM = 40, 25
"""From this length on (s) a step has a sign at its middle, and one ten seconds before its end."""
CHECK_AFTER, CHECK_SHARE = 15, 1 / 3
"""The question comes when there is something to say about: after so many s, or a share of it."""
SIDES = {"right": "the receiver's right side", "left": "the receiver's left side"}


def place_name(step: Step) -> str:
    """Return where a step works, in plain words."""
    entry = load().technique[step.technique]
    return next(one.name for one in entry.place if one.id == step.place)


def signs(routine: Routine, index: int) -> list[Sign]:
    """Return the signs of one step in order: kind, from where, s from there, what to say."""
    step = routine.steps[index]
    found = [*_begin(routine, index), *_within(routine, index, breath(routine, step))]
    if index + 1 == len(routine.steps):
        found.append(_sign("end", "end", 0, load().control["player-over"].label))
    return sorted(found, key=lambda sign: _when(sign, step.seconds))


def breath(routine: Routine, step: Step) -> dict[str, float] | None:
    """Return the breath that a step follows: s of a breath, share in, s until it first goes out.

    None where the hands keep a time of their own.
    """
    moving = (step.stroke.right.role != HOLD).any()
    if step.technique != SWEEP or step.phase != "P6" or not step.note or not moving:
        return None
    period = 60.0 / routine.breaths_per_minute
    return {
        "period": round(period, 3),
        "in": round(routine.breath_in, 3),
        "from": round(step.link_seconds, 3),
    }


def _begin(routine: Routine, index: int) -> Iterator[Sign]:
    step = routine.steps[index]
    entry = load().technique[step.technique]
    before = routine.steps[index - 1] if index else None
    if before is not None and {step.side, before.side} == set(SIDES):
        yield _sign("switch", "start", 0, f"Change sides: now {SIDES[step.side]}.")
    word = load().pressure_level(step.level).short
    text = f"{entry.plain}. {place_name(step)}. Pressure {step.level}, {word}."
    yield _sign("start", "start", 0, text)


def _within(routine: Routine, index: int, breathing: dict[str, float] | None) -> Iterator[Sign]:
    step = routine.steps[index]
    labels = load().control
    if step.seconds >= HALF_FROM:
        yield _sign("half", "middle", 0, labels["player-halfway"].label)
    if step.seconds >= TEN_FROM:
        following = routine.steps[index + 1 : index + 2]
        then = [f" Next: {load().technique[one.technique].plain}." for one in following]
        yield _sign("ten", "end", -10, "".join([labels["player-ten-left"].label, *then]))
    if step.check_in:
        after = round(min(CHECK_AFTER, step.seconds * CHECK_SHARE), 1)
        yield _sign("check", "start", after, labels["player-ask"].label)
    if breathing is not None:
        at = breathing["from"]
        for number in range(step.passes):
            when = round(at + number * step.stroke.seconds, 2)
            yield _sign("breath", "start", when, labels["player-breathe-out"].label)


def _sign(kind: str, origin: str, at: float, say: str) -> Sign:
    return {"kind": kind, "from": origin, "at": at, "say": say}


def _when(sign: Sign, seconds: float) -> float:
    return float({"start": 0.0, "middle": seconds / 2, "end": seconds}[sign["from"]] + sign["at"])
