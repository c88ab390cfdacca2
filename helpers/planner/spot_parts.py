"""Divide a spot's seconds: circles or a line, the press, the release."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from helpers.session.spot_work import LEAST_HOLD

from .spot_places import CIRCLES, LINE, PRESS
from .spots import FOLLOW, GAP, HEEL_SECONDS, Target

LONGEST_FIRST, LONGEST_RELEASE = 35, 20
"""Seconds of the circles and of the release where there is time to spare."""


SHORTER = 0.7
"""Rather than hold less than this part of what was chosen, there are fewer presses."""


@frozen(kw_only=True)
class SpotPart:
    """One step of a spot: what, with which numbers, for how long."""

    technique: str
    place: str
    seconds: int
    count: int | None = None
    pace: float | None = None
    light: bool = False
    """The release: never firmer than level 2."""


def layouts(target: Target, seconds: int) -> Iterator[tuple[SpotPart, ...]]:
    """Yield ways to fill ``seconds`` exactly, the fullest first.

    Where the time is short, there are fewer presses, then a shorter one, then no release, then
    nothing before the press.
    """
    if target.press is None:
        yield (_first(target, seconds),)
        return
    for with_first, with_heel in ((True, True), (True, False), (False, True), (False, False)):
        if (with_heel and target.heel is None) or (with_first and not target.first_seconds):
            continue
        first = target.first_seconds if with_first else 0
        heel = HEEL_SECONDS if with_heel else 0
        fitted = held(target, seconds - first - heel)
        if fitted is None:
            continue
        presses, hold = fitted
        used = round(presses * (hold + 2 * target.ramp)) + FOLLOW + GAP
        spare = seconds - first - heel - used
        if with_first and target.line is None:
            more = min(spare, LONGEST_FIRST - first)
            first, spare = first + more, spare - more
        if with_heel:
            more = min(spare, LONGEST_RELEASE - heel)
            heel, spare = heel + more, spare - more
        press = SpotPart(
            technique=PRESS,
            place=target.press,
            seconds=used + spare,
            count=presses,
            pace=float(hold),
        )
        parts = [_first(target, first)] if with_first else []
        parts.append(press)
        if with_heel:
            assert target.heel is not None
            parts.append(
                SpotPart(technique=CIRCLES, place=target.heel, seconds=heel, count=10, light=True)
            )
        yield tuple(parts)


def _first(target: Target, seconds: int) -> SpotPart:
    if target.line is not None:
        return SpotPart(technique=LINE, place=target.line, seconds=seconds)
    assert target.circles is not None
    return SpotPart(technique=CIRCLES, place=target.circles, seconds=seconds)


def held(target: Target, seconds: int) -> tuple[int, int] | None:
    """Return (presses, hold in s) for a press of so many seconds, or None where none fits."""
    for presses in range(target.spot.work.presses, 0, -1):
        room = (seconds - FOLLOW - GAP) / presses - 2 * target.ramp
        if room >= target.hold:
            return presses, target.hold
        hold = int(room)
        least = SHORTER * target.hold if presses > 1 else LEAST_HOLD
        if hold >= max(LEAST_HOLD, least):
            return presses, hold
    return None
