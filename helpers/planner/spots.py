"""Plan the sore spots: which ones, exactly where, for how long."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

import numpy as np
from attrs import evolve, frozen

from helpers.body import Limits, back
from helpers.session import Session, Spot
from helpers.strokes import Stroke

from .compose import Composer
from .fitting import Order
from .kept import on_path, tried
from .levels import allowed, highest
from .shares import Part, divide

CIRCLES, PRESS = "T11", "T15"
WORKABLE = ("tight", "tender")
MOST_SPOTS, MOST_EACH, LEAST_EACH = 3, 90, 45
SORE = 6
"""From here on a spot is only worked on at level 2."""

NEAR = 2.0
"""How far from the mark the work may be, cm."""

CIRCLES_SHARE = 0.35
MOST_ALONE = {CIRCLES: 55, PRESS: 85}
"""Most seconds of a spot that only takes one of the two."""


@frozen(kw_only=True)
class Target:
    """A spot that will be worked on: where exactly (cm of this body), and with what."""

    index: int
    """Which of the session's spots."""
    spot: Spot
    at: tuple[float, float]
    moved: float
    """How far from the mark, cm."""
    techniques: tuple[tuple[str, str], ...]
    """(technique, place whose numbers it takes)."""

    @property
    def most(self) -> int:
        """Return the most seconds it may get: a stroke alone has a limit of its own."""
        alone = MOST_ALONE.get(self.techniques[0][0], MOST_EACH)
        return MOST_EACH if len(self.techniques) > 1 else alone


def targets(session: Session, limits: Limits) -> tuple[list[Target], list[Spot]]:
    """Return the spots that can be worked on, the sorest first, and the ones that cannot."""
    order = sorted(
        (i for i, spot in enumerate(session.spots) if spot.feel in WORKABLE),
        key=lambda i: (-session.spots[i].strength, i),
    )
    found: list[Target] = []
    impossible: list[Spot] = []
    for index in order:
        target = _target(session, index, limits)
        if target is None:
            impossible.append(session.spots[index])
        else:
            found.append(target)
    return found, impossible


def seconds_for(possible: Sequence[Target], most: int) -> tuple[int, int]:
    """Return (how many spots, seconds in all) that ``most`` seconds are enough for."""
    count = min(len(possible), MOST_SPOTS, most // LEAST_EACH)
    return count, min(most, sum(target.most for target in possible[:count]))


def _target(session: Session, index: int, limits: Limits) -> Target | None:
    spot = session.spots[index]
    out = limits.techniques_out & {CIRCLES, PRESS}
    legal = _legal(spot.x, spot.y, session.size, evolve(on_path(limits), techniques_out=out))
    if legal is None:
        return None
    at, moved, techniques = legal
    return Target(index=index, spot=spot, at=at, moved=moved, techniques=techniques)


@lru_cache(maxsize=4096)
def _legal(
    x: float, y: float, size: str, limits: Limits
) -> tuple[tuple[float, float], float, tuple[tuple[str, str], ...]] | None:
    """Return the nearest point that may be worked on, how far off it is, and with what."""
    wanted = back(size).path([(x, y)])[0]
    for at in _nearby(size, wanted, limits):
        fit = tuple(
            (technique, place)
            for technique in (CIRCLES, PRESS)
            for place in [_place(technique, size, limits, at)]
            if place is not None
        )
        if fit:
            return at, float(np.hypot(*(np.array(at) - wanted))), fit
    return None


def _nearby(
    size: str,
    wanted: np.ndarray,
    limits: Limits,
) -> Iterator[tuple[float, float]]:
    """Yield the points near the mark where fingers may press, the nearest first."""
    rings = [(0.0, 0.0)] + [
        (radius * np.cos(turn), radius * np.sin(turn))
        for radius in np.arange(0.5, NEAR + 0.01, 0.5)
        for turn in np.linspace(0, 2 * np.pi, 16, endpoint=False)
    ]
    points = wanted + np.array(rings)
    caps = np.maximum(
        *(
            back(size).cap(points, technique=name, contact="fingers", limits=limits)
            for name in (CIRCLES, PRESS)
        )
    )
    for x, y in points[caps > 0]:
        yield round(float(x), 3), round(float(y), 3)


def _place(technique: str, size: str, limits: Limits, at: tuple[float, float]) -> str | None:
    """Return a place whose numbers suit a spot, or None where the spot is not allowed."""
    side = "right" if at[0] >= 0 else "left"
    for place in ("lane", "shelf"):
        found = tried(technique, place, side, 2, None, None, size, limits, at)
        if isinstance(found, Stroke):
            return place
    return None


def add_spots(
    composer: Composer, chosen: Sequence[Target], seconds: int, limits: Limits
) -> list[Target]:
    """Add the steps of the spots; returns the targets that did not fit in the end."""
    missed: list[Target] = []
    each = divide(seconds, [Part(MOST_EACH, 0, target.most) for target in chosen])
    for target, time in zip(chosen, each or (), strict=True):
        if not _add_spot(composer, target, time, limits):
            missed.append(target)
    return missed


def _add_spot(composer: Composer, target: Target, seconds: int, limits: Limits) -> bool:
    before = list(composer.steps)
    first = round(seconds * CIRCLES_SHARE)
    times = [first, seconds - first] if len(target.techniques) == 2 else [seconds]
    firm = min(
        3 if target.spot.strength < SORE else 2,
        composer.ceiling.wish("P4", 0),
        highest(composer.steps, "P3", 2),
    )
    for (technique, place), time in zip(target.techniques, times, strict=True):
        order = Order(
            phase="P4",
            technique=technique,
            seconds=time,
            level=allowed(composer.steps, composer.clock, firm),
            side="right" if target.at[0] >= 0 else "left",
            limits=limits,
            size=composer.session.size,
            places=(place,),
            spot=target.at,
            passes=1 if technique == PRESS else None,
        )
        if not composer.add(order, spot=target.index):
            composer.steps = before
            return False
    return True
