"""What a plan does with each marked spot: when, where, with which steps, or why not."""

from __future__ import annotations

from attrs import frozen

from helpers.routine import Routine, Step
from helpers.session import Session, Spot

from .plan import plan
from .screening import SPOT_MARGIN, SPOT_RADIUS, screen
from .spot_places import PRESS
from .spots import WORKABLE, Target, left_alone, targets

KEEP_CLEAR = SPOT_RADIUS + SPOT_MARGIN
"""How far hands stay away from the middle of what is left alone, cm."""


@frozen(kw_only=True, eq=False)
class Planned:
    """One marked spot in a plan."""

    number: int
    """Its number on the map, from 1."""
    spot: Spot
    fate: str
    """"work", "leave" (a lump, pain, too much), "light", "waits" (no time), or "no-place"."""
    order: int | None = None
    """Which of the worked-on spots it is, from 1."""
    steps: tuple[Step, ...] = ()
    target: Target | None = None
    """Where it would be worked on; None where there is no such place."""

    @property
    def press(self) -> Step | None:
        """The step of the still press, if there is one."""
        return next((step for step in self.steps if step.technique == PRESS), None)

    @property
    def seconds(self) -> int:
        """Seconds of all its steps."""
        return sum(step.seconds for step in self.steps)

    @property
    def keep_clear(self) -> float:
        """The radius round it that firm hands stay out of, cm; 0 where it is not left alone."""
        return KEEP_CLEAR if self.fate == "leave" else 0.0


@frozen(kw_only=True, eq=False)
class SpotPlan:
    """All marked spots of a session, and the routine that they are part of."""

    routine: Routine
    spots: tuple[Planned, ...]

    @property
    def in_order(self) -> tuple[Planned, ...]:
        """The spots that are worked on, in the order of the routine."""
        worked = [one for one in self.spots if one.order is not None]
        return tuple(sorted(worked, key=lambda one: one.order or 0))


def spot_plan(session: Session) -> SpotPlan:
    """Return what the plan for this session does with each of its spots. Never raises."""
    routine = plan(session)
    found = {one.index: one for one in targets(session, screen(session).limits)[0]}
    worked = list(dict.fromkeys(s.spot for s in routine.steps if s.spot is not None))
    spots = []
    for index, spot in enumerate(session.spots):
        target = found.get(index)
        spots.append(
            Planned(
                number=index + 1,
                spot=spot,
                fate=_fate(spot, index in worked, target, routine),
                order=worked.index(index) + 1 if index in worked else None,
                steps=tuple(step for step in routine.steps if step.spot == index),
                target=target,
            )
        )
    return SpotPlan(routine=routine, spots=tuple(spots))


def _fate(spot: Spot, worked: bool, target: Target | None, routine: Routine) -> str:
    if spot.feel not in WORKABLE or left_alone(spot):
        return "leave"
    if worked:
        return "work"
    if routine.limits.light_only:
        return "light"
    if target is None:
        return "no-place"
    return "waits"
