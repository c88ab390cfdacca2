"""Fit a stroke into an exact number of seconds: its place, its passes, its pace, the way there."""

from __future__ import annotations

import math
from collections.abc import Sequence

from attrs import evolve, frozen

from helpers.body import Limits
from helpers.content import load
from helpers.routine import Step
from helpers.session import TechniqueChoice
from helpers.strokes import Stroke, travel

from .breath import Breath, pairing, ways
from .kept import on_path, tried

CLOSE_ENOUGH = 1e-6
PRESS = "T15"
OFF_BEAT = "No calm stroke fits the breath here."
CALM = 0.7
"""Rather than hurry more than this, a step has fewer passes than were wished for."""

GETTING_THERE = 8
"""Seconds that the way to a hold and lifting away from it take, about."""

LEAST_HOLD = 20
"""No still hold is wished for that is shorter, s."""

TOO_OFTEN = 2.0
"""More often than this times the usual most, kneading would dwell on too small a place."""


@frozen(kw_only=True)
class Order:
    """What a step shall be: the stroke, where at best, how firm, for how many seconds."""

    phase: str
    technique: str
    seconds: int
    level: int
    side: str
    limits: Limits
    size: str
    places: tuple[str, ...] = ()
    """Places to try first, in this order."""
    passes: int | None = None
    """Passes wished for."""
    pace: float | None = None
    count: int | None = None
    """Circles or presses wished for at the station; there may be fewer."""
    spot: tuple[float, float] | None = None
    ramp: float | None = None
    """Seconds to lean into a still press, and to ease out of it."""
    rest: float = 0.0
    """Seconds to lie still at the end, at least."""
    only: bool = False
    """Whether the first of the places is the only one, however often the stroke dwells there."""
    breath: Breath | None = None
    """The breath that a long stroke goes with: then its pace is fixed, and time left over is rest.
    """


def step_for(order: Order, start: int, last: Stroke | None) -> Step | None:
    """Return a step of exactly ``order.seconds``, or None where the stroke does not fit.

    ``last`` is the stroke before, from whose end the hands come.
    """
    best: tuple[float, Step] | None = None
    for rank, place in enumerate(_places(order)):
        for count in _counts(order):
            stroke = stroke_for(order, place, count)
            if not isinstance(stroke, Stroke):
                break
            link = None if last is None else _way(last, stroke, order)
            found = _timed(order, stroke, link, start)
            if found is not None:
                cost, step = found
                cost += 0.15 * rank
                if best is None or cost < best[0]:
                    best = (cost, step)
                break
        if best is not None and best[0] < 0.5 + 0.15 * rank:
            break
    return None if best is None else best[1]


def least_seconds(order: Order, last: Stroke | None) -> int | None:
    """Return the seconds that one quick pass at the first place takes; None where it is blocked."""
    found = []
    for count in _counts(order):
        stroke = stroke_for(order, order.places[0], count)
        if isinstance(stroke, Stroke):
            link = None if last is None else _way(last, stroke, order)
            way = 0.0 if link is None else link.seconds
            found.append(way + stroke.seconds * stroke.stretch_lo)
    return math.ceil(min(found) - CLOSE_ENOUGH) if found else None


def _way(last: Stroke, stroke: Stroke, order: Order) -> Stroke | None:
    """Return the light way of both hands from the end of one stroke to the start of the next."""
    start, end = (
        tuple((float(x), float(y)) for x, y in (hand.xy[index] for hand in one.hands))
        for one, index in ((last, -1), (stroke, 0))
    )
    return travel(start, end, size=order.size, limits=on_path(order.limits))


def _places(order: Order) -> Sequence[str]:
    if order.only:
        return order.places[:1]
    known = [place.id for place in load().technique[order.technique].place]
    return list(dict.fromkeys([*(p for p in order.places if p in known), *known]))


def _counts(order: Order) -> tuple[int | None, ...]:
    """Return the counts at each station to try: the usual one, then fewer."""
    motion = load().technique[order.technique].motion
    if motion is None or motion.count is None:
        return (None,)
    usual, least = round(motion.count.default), round(motion.count.lo)
    if order.count is not None:
        return tuple(range(order.count, least - 1, -1))
    return (None, *range(usual - 1, least - 1, -1))


def stroke_for(order: Order, place: str, count: int | None = None) -> Stroke | str:
    """Return one pass of the order's stroke at a place, or the sentence why it is not allowed."""
    pace, light = order.pace, None
    if order.breath is not None:
        way = ways(place, order.size)
        pair = None if way is None else pairing(order.breath, way)
        if way is None or pair is None:
            return OFF_BEAT
        pace, light = way.down[0] / pair.down, way.back[0] / pair.back
    return tried(
        order.technique,
        place,
        order.side,
        order.level,
        pace,
        count,
        order.size,
        order.limits,
        order.spot,
        light,
        order.ramp,
    )


def _timed(
    order: Order, stroke: Stroke, link: Stroke | None, start: int
) -> tuple[float, Step] | None:
    """Return (how far from the usual pace, the step), or None where no pace fits."""
    room = order.seconds - (0.0 if link is None else link.seconds)
    rest = min(order.rest, max(0.0, room - stroke.seconds))
    work = room - rest
    passes = _passes(order, stroke, work)
    if passes is None:
        return None
    factor = min(work / (passes * stroke.seconds), stroke.stretch_hi)
    if order.breath is not None:
        factor = 1.0
    slower = stroke.stretched(factor)
    left = room - passes * slower.seconds
    entry = load().technique[order.technique]
    step = Step(
        phase=order.phase,
        technique=order.technique,
        place=stroke.place,
        side=order.side,
        passes=passes,
        level=max(1, _up(stroke.peak)),
        seconds=order.seconds,
        start=start,
        cue=entry.cue,
        check_in=False,
        stroke=slower,
        link=link,
        rest=max(0.0, left),
    )
    often = passes / (entry.passes.hi if entry.passes else passes)
    if order.phase == "P3" and often > TOO_OFTEN and not order.only:
        return None
    return abs(factor - 1.0) + max(0.0, left - rest) / 10 + max(0.0, often - 1.0) / 4, step


def _passes(order: Order, stroke: Stroke, work: float) -> int | None:
    """Return the passes whose pace is nearest to the usual one, or to the wish for passes."""
    most = int((work + CLOSE_ENOUGH) / (stroke.seconds * stroke.stretch_lo))
    if most < 1:
        return None
    entry = load().technique[order.technique]
    if entry.passes is not None and entry.passes.hi == 1:
        return 1  # a still hold: the rest of the time the hands just stay
    if order.technique == PRESS:
        return 1  # one pass presses the spot once or twice, and that is enough
    if order.breath is not None:
        return _breathing(order, stroke, work)
    if order.passes is not None:
        calm = int((work + CLOSE_ENOUGH) / (stroke.seconds * max(CALM, stroke.stretch_lo)))
        passes = min(order.passes, max(1, calm))
        if passes * stroke.seconds * stroke.stretch_hi >= work - CLOSE_ENOUGH:
            return passes
    return min(most, max(1, round(work / stroke.seconds)))


def _breathing(order: Order, stroke: Stroke, work: float) -> int | None:
    """Return the passes at the breath's own pace: the wish, or more where there is much time."""
    passes = load().technique[order.technique].passes
    fitting = int((work + CLOSE_ENOUGH) / stroke.seconds)
    most = round(passes.hi) if passes else fitting
    wish = most if order.passes is None else order.passes
    if work - wish * stroke.seconds >= 2 * stroke.seconds:
        wish = max(wish, most)
    return min(fitting, wish) or None


def _up(level: float) -> int:
    return int(-(-(level - 1e-6) // 1))


def wished(order: Order, choice: TechniqueChoice) -> Order:
    """Return the order with what the learner chose for the technique."""
    level = order.level if choice.level is None else min(order.level, choice.level)
    passes = order.passes if choice.passes is None else choice.passes
    places = order.places if choice.place is None else (choice.place, *order.places)
    pace = order.pace if choice.pace is None else choice.pace
    if pace is not None and load().technique[order.technique].kind == "holding":
        pace = min(pace, max(LEAST_HOLD, order.seconds - GETTING_THERE))
    return evolve(order, level=level, passes=passes, places=places, pace=pace)
