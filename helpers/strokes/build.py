"""``build``: a technique at a place, for this body and this person, as both hands in time."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

import numpy as np

from helpers.body import Back, Limits, back
from helpers.body.geometry import path_length, points
from helpers.content import load
from helpers.content.models.common import Point
from helpers.content.models.technique import Place, Technique

from . import glides, pairs, stations
from .model import Blocked, Hand, Stroke
from .pressing import caps, eased, off_skin, windows
from .setup import Setup, Tracks
from .track import LINK, Floats, Track, even

FAMILIES: dict[str, Callable[[Setup], Tracks]] = {
    "hold": pairs.hold,
    "glide": glides.glide,
    "fan": glides.fan,
    "pull": pairs.pull,
    "circles": stations.circles,
    "knead": stations.knead,
    "wring": pairs.wring,
    "roll": stations.roll,
    "zigzag": stations.zigzag,
    "press": stations.press,
    "percuss": glides.percuss,
}
MOST = 5.0
"""Above every level: what is not limited."""
STRETCH = (0.5, 2.0)
"""No stroke is stretched further than this, whatever its ranges say."""


def places(technique: str) -> tuple[Place, ...]:
    """Return the places at which a technique is taught (empty if it is not taught)."""
    return load().technique[technique].place


def sides(technique: str) -> tuple[str, ...]:
    """Return the sides a technique can be asked for."""
    motion = load().technique[technique].motion
    return ("right", "left") if motion and motion.hands == "one side" else ("both",)


@lru_cache(maxsize=4096)
def build(
    technique: str,
    *,
    place: str | None = None,
    side: str | None = None,
    level: int | None = None,
    pace: float | None = None,
    count: int | None = None,
    size: str = "reference",
    limits: Limits | None = None,
    spot: Point | None = None,
    return_pace: float | None = None,
    ramp: float | None = None,
    ease: bool = True,
) -> Stroke:
    """Return one pass of a technique.

    ``place`` and ``side`` default to the first the technique has; ``level`` 1 to 4, ``pace`` in
    the technique's unit, ``return_pace`` (cm/s, of the light way back) and ``count`` (a station's
    circles, squeezes, ...) to the catalogue's defaults, all kept inside the catalogue's ranges;
    ``spot`` (x, y) in cm of this body replaces the stations; ``ramp`` is how long a still press
    takes to lean in, and to ease out, s. With ``ease=False`` nothing is left out, slowed or
    lightened: the raw stroke as asked for, for ``check`` to find fault with.

    Raises
    ------
    Blocked
        If nothing of it is allowed for this person; the message is for the learner.
    """
    content = load()
    entry, body, person = content.technique[technique], back(size), limits or Limits()
    if not entry.taught:
        raise Blocked(f"{entry.plain} is not taught. {entry.not_taught_because}")
    where = _place(entry, place)
    side = side or sides(technique)[0]
    if ease:
        _refuse(entry, where, person)
    setup = _setup(entry, where, body, person, side, level, pace, count, spot, ease)
    setup.return_pace = return_pace
    setup.ramp = ramp
    tracks = FAMILIES[setup.motion.family](setup)
    return sampled(setup, tracks, side)


def lengths(technique: str, place: str, size: str = "reference") -> tuple[float, float]:
    """Return how long the working way and the light way back of a glide are on a body, cm."""
    entry = load().technique[technique]
    where = _place(entry, place)
    setup = _setup(entry, where, back(size), Limits(), "both", None, None, None, None, True)
    found = {"return": 0.0, "press": 0.0}
    for leg in where.legs:
        role = "return" if leg.role == "return" else "press"
        found[role] += path_length(points(setup.corners(leg, 1)))
    return found["press"], found["return"]


def _place(entry: Technique, place: str | None) -> Place:
    if place is None:
        return entry.place[0]
    found = [one for one in entry.place if one.id == place]
    if not found:
        known = ", ".join(one.id for one in entry.place)
        raise KeyError(f"{entry.id} has no place {place!r}; it has {known}")
    return found[0]


def _refuse(entry: Technique, place: Place, person: Limits) -> None:
    if entry.only_if_asked and entry.id not in person.asked:
        raise Blocked(f"{entry.plain} is only done if the person asks for it.")
    if place.needs is not None and place.needs not in person.agreed:
        raise Blocked(f"{place.name} is left out: you have not agreed on the {place.needs}.")
    if entry.id in person.techniques_out:
        raise Blocked(f"{entry.plain} is left out of this session.")


def _setup(
    entry: Technique,
    place: Place,
    body: Back,
    person: Limits,
    side: str,
    level: int | None,
    pace: float | None,
    count: int | None,
    spot: Point | None,
    ease: bool,
) -> Setup:
    assert entry.level
    assert entry.pace
    assert entry.motion
    amount = place.pace or entry.pace
    times = entry.motion.count
    value = amount.default if pace is None else float(np.clip(pace, amount.lo, amount.hi))
    number = times.default if times else 1.0
    if count is not None:
        number = float(np.clip(count, times.lo, times.hi)) if times else 1.0
    wish = entry.level.default if level is None else level
    if ease:
        most = (entry.level.on_request or entry.level.max) if person.strong else entry.level.max
        wish = max(1, min(wish, most, place.level_max or most, person.top_level))
    signs = {"both": (1, -1), "right": (1,), "left": (-1,)}[side]
    setup = Setup(
        entry,
        place,
        body,
        person,
        signs,
        float(wish),
        amount,
        value,
        round(number),
        spot,
        ease,
    )
    setup.allow(amount, value)
    return setup


def sampled(setup: Setup, tracks: Tracks, side: str) -> Stroke:
    """Return the finished stroke: both tracks at even times, pressed as far as is allowed.

    Raises
    ------
    Blocked
        If a hand would touch where it must not.
    """
    seconds = max(track.seconds for track in tracks.values())
    for track in tracks.values():
        track.rest_until(seconds)
    step = min(track.finest for track in tracks.values())
    t = even(seconds, int(np.ceil(seconds / step)) + 1)
    names: list[str] = []
    right, left = (_hand(setup, tracks[sign], t, names) for sign in (1, -1))
    if any((hand.role == LINK).any() for hand in (right, left)):
        setup.allow_links()
    low = max([STRETCH[0], *(low for low, _ in setup.ranges)])
    high = min([STRETCH[1], *(high for _, high in setup.ranges)])
    return Stroke(
        technique=setup.technique.id,
        place=setup.place.id,
        side=side,
        size=setup.back.size.id,
        level=int(setup.level),
        pace=setup.value,
        count=setup.count if setup.motion.count else None,
        t=t,
        right=right,
        left=left,
        contacts=tuple(names),
        stretch_lo=min(low, 1.0),
        stretch_hi=max(high, 1.0),
        stations=tuple(setup.stations),
        dropped=setup.dropped,
        spot=setup.spot,
    )


def _hand(setup: Setup, track: Track, t: Floats, names: list[str]) -> Hand:
    xy, level, role, contact, angle = track.sample(t, names)
    if setup.strict:
        free = caps(setup.back, setup.technique.id, setup.limits, xy, role, contact, names, angle)
        if (free <= 0).any():
            raise setup.blocked()
        most = np.minimum(np.minimum(free, windows(setup.back, setup.technique, xy)), MOST)
        # Levels allowed are whole numbers, so their means are never below the least of them: where
        # no more than that is wanted, nothing has to be eased.
        if level.max() > most.min():
            level = np.minimum(level, eased(most, float(t[1])))
    level[off_skin(role, contact, names)] = 0.0
    return Hand(xy=xy, pressure=level, role=role, contact=contact, angle=angle)
