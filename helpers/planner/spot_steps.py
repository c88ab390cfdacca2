"""Add the steps of the sore spots to a routine in the making."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from helpers.body import Limits
from helpers.content import load

from .compose import Composer
from .fitting import Order
from .levels import highest, risen
from .shares import Part, divide
from .spot_parts import SpotPart, layouts
from .spot_places import PRESS, ROUND
from .spots import MOST_EACH, Target, firmness

THUMB = "thumb"
THUMBS = {THUMB, "fold"}
"""The contacts that tire the thumbs."""

RELEASE = 2
"""The firmest level of the release."""


def add_spots(
    composer: Composer, chosen: Sequence[Target], seconds: int, limits: Limits, whole: int
) -> list[Target]:
    """Add the steps of the spots; returns the targets that did not fit in the end.

    The firmest come first, because the pressure falls from here on. ``whole`` is the length of
    the routine, s: thumbs may work for less than a tenth of it.
    """
    missed: list[Target] = []
    each = divide(seconds, [Part(MOST_EACH, 0, target.most) for target in chosen]) or ()
    shares = sorted(zip(chosen, each, strict=False), key=lambda one: -firmness(one[0].spot))
    for target, time in shares:
        if not _add_spot(composer, target, time, limits, whole):
            missed.append(target)
    return missed


def _add_spot(composer: Composer, target: Target, seconds: int, limits: Limits, whole: int) -> bool:
    before = list(composer.steps)
    if target.contact == THUMB and not _thumbs_left(composer, seconds, whole):
        target = evolve(target, press=ROUND)
    for parts in layouts(target, seconds):
        if all(_add_part(composer, target, part, limits) for part in parts):
            return True
        composer.steps = list(before)
    return False


def _thumbs_left(composer: Composer, seconds: int, whole: int) -> bool:
    used = sum(step.seconds for step in composer.steps if THUMBS & {*step.stroke.contacts})
    return used + seconds < load().rule["thumbs"].value / 100 * whole  # type: ignore[operator]


def _add_part(composer: Composer, target: Target, part: SpotPart, limits: Limits) -> bool:
    firm = min(
        firmness(target.spot),
        composer.ceiling.wish("P4", 0),
        highest(composer.steps, "P3", 2),
        RELEASE if part.light else 4,
    )
    order = Order(
        phase="P4",
        technique=part.technique,
        seconds=part.seconds,
        level=risen(composer.steps, composer.clock, firm),
        side=target.side,
        limits=limits,
        size=composer.session.size,
        places=(part.place,),
        passes=1 if part.technique == PRESS else None,
        pace=part.pace,
        count=part.count,
        spot=target.at_for(part.technique, part.place),
        ramp=target.ramp if part.technique == PRESS else None,
        only=True,
    )
    return composer.add(order, spot=target.index)
