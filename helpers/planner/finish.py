"""The finish: long sweeps down that go with the breath and get lighter, and how long each part is.

The first half of the sweeps falls from the level of the stroke towards half of it, the second half
goes on from there, so that no pass is firmer than the one before it anywhere.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from attrs import evolve

from helpers.content import load
from helpers.routine import Step
from helpers.session import Session
from helpers.strokes import Stroke

from .breath import SWEEP, Breath, pairing, sentence, ways
from .fitting import GETTING_THERE, Order, step_for, wished
from .levels import allowed

if TYPE_CHECKING:
    from .blocks import Block
    from .compose import Composer
    from .recipe import Wish

FEATHER, HOLD = "T21", "T22"
A_SWEEP, A_FEATHER = 15, 17
"""Seconds of a sweep and of a feather at a calm pace of their own."""

WAY_THERE = 7
"""Seconds to glide to where the first sweep starts, about."""

HALF = 0.5
BELOW = 0.6
LIGHTEST = 0.25
"""How light the last sweep is, as a share of the first (our choice)."""


def breath_of(session: Session) -> Breath:
    """Return how the receiver breathes, by the session."""
    return Breath.at(session.breaths_per_minute, session.finish.share_in)


def exact_seconds(session: Session) -> dict[str, tuple[int, ...]]:
    """Return by technique the seconds that suit the finish, the best first."""
    hold = session.choice(HOLD).pace
    return {
        HOLD: () if hold is None else (round(hold) + GETTING_THERE,),
        SWEEP: _sweep_seconds(session),
    }


def finish_seconds(session: Session, wishes: Sequence[Wish]) -> int | None:
    """Return how long the finish should be where the learner chose how long the hold is, else None.

    That is all its strokes one after the other, each as often as was chosen.
    """
    exact, names = exact_seconds(session), {wish.technique for wish in wishes}
    if not exact[HOLD] or HOLD not in names:
        return None
    sweeps = exact[SWEEP][0] if exact[SWEEP] else WAY_THERE + A_SWEEP * session.down_strokes
    feathers = WAY_THERE + A_FEATHER * session.feathers
    parts = {HOLD: exact[HOLD][0], SWEEP: sweeps, FEATHER: feathers}
    return sum(seconds for name, seconds in parts.items() if name in names)


def _sweep_seconds(session: Session) -> tuple[int, ...]:
    """Return the seconds that the sweeps need to go with the breath, the best number first.

    That is the number wished for; then more of them, for much time; then fewer, for little.
    Empty where the breath does not suit this body, or where the learner chose a pace or minutes.
    """
    way = ways("whole", session.size)
    pair = None if way is None else pairing(breath_of(session), way)
    chosen = session.choice(SWEEP)
    if pair is None or chosen.pace is not None or chosen.minutes is not None:
        return ()
    wish, most = chosen.passes or session.down_strokes, load().technique[SWEEP].passes
    assert most is not None
    numbers = [*range(wish, round(most.hi) + 1), *range(wish - 1, 0, -1)]
    return tuple(WAY_THERE + math.ceil(n * pair.seconds) for n in numbers)


def add_sweeps(composer: Composer, block: Block, wish_level: int) -> bool:
    """Add the sweeps of one block: with the breath where that fits, each lighter than the last.

    Sweeps that come round again stay as light as the last ones.
    """
    session = composer.session
    chosen = session.choice(SWEEP)
    order = wished(
        Order(
            phase="P6",
            technique=SWEEP,
            seconds=block.seconds,
            level=allowed(composer.steps, composer.clock, wish_level),
            side="both",
            limits=composer.limits,
            size=session.size,
            places=block.places,
            passes=None if block.again else session.down_strokes,
            breath=None if chosen.pace else breath_of(session),
        ),
        chosen,
    )
    step = sweep_for(order, composer.clock, composer.last)
    if step is None:
        return False
    if block.again:
        composer.steps.append(evolve(step, stroke=step.stroke.lightened(LIGHTEST)))
    else:
        composer.steps += _faded(step)
    return True


def sweep_for(order: Order, start: int, last: Stroke | None) -> Step | None:
    """Return a step of sweeps with the breath of the order, or at a pace of its own; else None.

    The step's note says how the hands go with the breath.
    """
    if order.breath is not None:
        step = step_for(order, start, last)
        way = None if step is None else ways(step.place, order.size)
        pair = None if way is None else pairing(order.breath, way)
        if step is not None and pair is not None:
            return evolve(step, note=sentence(order.breath, pair))
    return step_for(evolve(order, breath=None), start, last)


def lighter(step: Step, *, first: bool) -> Step:
    """Return a step of sweeps from the learner's own list, each lighter than the one before."""
    begin, end = (1.0, HALF) if first else (BELOW, LIGHTEST)
    return evolve(step, fade=_even(begin, end, step.passes))


def _faded(step: Step) -> list[Step]:
    """Return the step as two: down to half of its pressure, and from there to the lightest."""
    few = step.passes // 2
    more = step.passes - few
    whole = [evolve(step, fade=_even(1.0, LIGHTEST, step.passes))]
    if step.stroke.peak <= 1.0 or few < 1:
        return whole
    need = step.link_seconds + few * step.stroke.seconds
    first = math.ceil(need - 1e-6)
    one = _on_the_beat(_filling(step, few, step.link_seconds, first))
    other = _filling(step, more, 0.0, step.seconds - first)
    if one is None or other is None:
        return whole
    return [
        evolve(one, fade=_even(1.0, HALF, few)),
        evolve(
            other,
            start=step.start + first,
            level=1,
            stroke=other.stroke.lightened(HALF),
            link=None,
            fade=_even(1.0, LIGHTEST / HALF, more),
        ),
    ]


def _on_the_beat(step: Step | None) -> Step | None:
    """Return the step with a slower way there instead of a short rest, which would be off beat."""
    if step is None or step.link is None or not 0 < step.rest < 1:
        return step
    factor = (step.link_seconds + step.rest) / step.link_seconds
    if step.link.factor * factor > step.link.stretch_hi:
        return step
    return evolve(step, link=step.link.stretched(factor), rest=0.0)


def _filling(step: Step, passes: int, link: float, seconds: int) -> Step | None:
    """Return the step with other passes and seconds, or None where no pace fits.

    At its own pace with a rest if there is time; a little quicker or slower if there is not, or
    if it had no rest.
    """
    stroke = step.stroke
    rest = seconds - link - passes * stroke.seconds
    if rest < 0 or (step.rest < 1e-6 and rest > 0):
        factor = (seconds - link) / (passes * stroke.seconds)
        low, high = stroke.stretch_lo, stroke.stretch_hi
        if not low <= stroke.factor * factor <= high:
            return None
        stroke, rest = stroke.stretched(factor), 0.0
    return evolve(step, passes=passes, seconds=seconds, stroke=stroke, rest=rest)


def _even(first: float, last: float, count: int) -> tuple[float, ...]:
    """Return ``count`` shares that fall evenly from ``first`` and stay above ``last``."""
    return tuple(round(first + (last - first) * k / count, 3) for k in range(count))
