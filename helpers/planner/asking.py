"""When to ask how it feels: at each new stroke and spot, after a minute, and every few minutes."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from helpers.routine import Step

ASK_EVERY, ASK_AT_MOST = 180, 300


def asking(steps: Sequence[Step]) -> tuple[Step, ...]:
    """Return the steps with the moments to ask how it feels."""
    result: list[Step] = []
    techniques: set[str] = set()
    spots: set[int | None] = {None}
    asked, first_minute = 0, True
    for step in steps:
        new = step.technique not in techniques or step.spot not in spots
        late = step.start - asked >= ASK_EVERY or step.end - asked > ASK_AT_MOST
        minute = first_minute and step.start >= 60
        if new or late or minute or not result:
            step = evolve(step, check_in=True)
            asked = step.start
        first_minute = first_minute and step.start < 60
        techniques.add(step.technique)
        spots.add(step.spot)
        result.append(step)
    return tuple(result)
