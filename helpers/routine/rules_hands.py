"""Rules about the giver's hands and about asking: sides, variety, rest, speed, comfort checks."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from helpers.content import load
from helpers.strokes import PRESS, Hand

from .findings import Findings, found, limit
from .model import Routine, Step

THUMBS = {"thumb", "fold"}
"""The contacts that the thumbs do the work of."""

TEN_MINUTES = 600
LONGEST_WAIT = 300
"""The longest time without asking how it feels, s (evidence H14)."""

JUMP = 1.0
"""How far the hands may seem to jump from one step to the next, cm."""


def both_sides(routine: Routine) -> Findings:
    """Left and right get the same time, give or take a tenth; spots do not count."""
    times = {"right": 0, "left": 0}
    for step in routine.steps:
        if step.side in times and step.phase != "P4":
            times[step.side] += step.seconds
    least, most = sorted(times.values())
    if most - least > limit("both-sides") / 100 * most:
        more = max(times, key=lambda side: times[side])
        yield found("both-sides", f"The {more} side gets {most} seconds, the other one {least}.")


def same_stroke(routine: Routine) -> Findings:
    """No stroke runs on one side for more than two minutes; resting hands may."""
    run = 0
    for index, step in enumerate(routine.steps):
        before = routine.steps[index - 1] if index else None
        same = before and (before.technique, before.side, before.spot) == (
            step.technique,
            step.side,
            step.spot,
        )
        earlier, run = run if same else 0, (run if same else 0) + step.seconds
        if earlier <= limit("same-stroke") < run:
            technique = load().technique[step.technique]
            if technique.kind != "holding":
                yield found("same-stroke", f"“{technique.plain}” goes on for {run} seconds.", index)


def comfort_check(routine: Routine) -> Findings:
    """Ask at the start, at each new stroke, at each spot, and at least every five minutes."""
    techniques: set[str] = set()
    seen_spots: set[int] = set()
    asked = 0
    for index, step in enumerate(routine.steps):
        new = step.technique not in techniques
        spot = step.spot is not None and step.spot not in seen_spots
        if (new or spot) and not step.check_in:
            what = "spot" if spot else "stroke"
            yield found("comfort-check", f"A new {what}, and nobody asks how it feels.", index)
        if step.check_in:
            asked = step.start
        if step.end - asked > LONGEST_WAIT:
            yield found("comfort-check", "More than five minutes pass without asking.", index)
            asked = step.end
        techniques.add(step.technique)
        if step.spot is not None:
            seen_spots.add(step.spot)


def easy_minutes(routine: Routine) -> Findings:
    """In each ten minutes about one minute of light glides or resting hands."""
    easy = _easy_seconds(routine)
    for begin in range(0, routine.seconds - TEN_MINUTES + 1, TEN_MINUTES):
        rest = float(easy[begin : begin + TEN_MINUTES].sum())
        if rest < limit("easy-minutes") * 60:
            yield found(
                "easy-minutes",
                f"From minute {begin // 60} on, your hands get only {rest:.0f} easy seconds "
                "in ten minutes.",
                routine.step_at(begin),
            )


def thumbs(routine: Routine) -> Findings:
    """Thumbs work for less than a tenth of the time."""
    seconds = sum(step.seconds for step in routine.steps if THUMBS & {*step.stroke.contacts})
    if routine.seconds and 100 * seconds >= limit("thumbs") * routine.seconds:
        yield found("thumbs", f"Your thumbs work for {seconds} seconds.")


def hand_speed(routine: Routine) -> Findings:
    """No hand moves faster than a hand can, and none jumps from one step to the next."""
    last: tuple[np.ndarray, np.ndarray] | None = None
    for index, step in enumerate(routine.steps):
        first = step.link or step.stroke
        starts = (first.right.xy[0], first.left.xy[0])
        if last is not None:
            jump = max(float(np.hypot(*(a - b))) for a, b in zip(last, starts, strict=True))
            if jump > JUMP:
                yield found("hand-speed", f"A hand jumps {jump:.0f} cm in no time.", index)
        speed = _fastest(step)
        if speed > limit("hand-speed") * 1.01:
            yield found("hand-speed", f"A hand moves at {speed:.0f} cm a second.", index)
        last = (step.stroke.right.xy[-1], step.stroke.left.xy[-1])


def _fastest(step: Step) -> float:
    """Return the highest speed of either hand, cm/s; strokes are sampled at even times."""
    fastest = 0.0
    for piece in (step.link, step.stroke):
        if piece is not None and len(piece.t) > 1:
            apart = piece.seconds / (len(piece.t) - 1)
            fastest = max(fastest, *(_longest_move(hand) / apart for hand in piece.hands))
    return fastest


@lru_cache(maxsize=4096)
def _longest_move(hand: Hand) -> float:
    """Return the longest way between two samples, cm; a slower copy of a stroke shares it."""
    return float(np.hypot(*np.diff(hand.xy, axis=0).T).max())


def _easy_seconds(routine: Routine) -> np.ndarray:
    """Return for each second how much of it is a light glide, a link or a resting hand."""
    easy = np.zeros(routine.seconds + 1)
    for step in routine.steps:
        share = 1.0 if step.level <= 1 else _easy_share(step)
        easy[step.start : step.end] = share
    return easy


def _easy_share(step: Step) -> float:
    light = step.passes * step.stroke.seconds * _light_share(step.stroke.right, step.stroke.left)
    return (light + step.link_seconds + step.rest) / max(step.seconds, 1)


@lru_cache(maxsize=4096)
def _light_share(right: Hand, left: Hand) -> float:
    """Return for how much of a stroke neither hand works."""
    working = np.zeros(len(right.role), dtype=bool)
    for hand in (right, left):
        working |= (hand.pressure > 1.0 + 1e-6) | (hand.role == PRESS)
    return float(1.0 - working.mean())


RULES = (both_sides, same_stroke, comfort_check, easy_minutes, thumbs, hand_speed)
