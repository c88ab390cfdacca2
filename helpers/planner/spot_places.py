"""Where a sore spot can be worked on, and with which contact: the nearest sound point to a mark."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

import numpy as np
from attrs import frozen

from helpers.body import Limits, back
from helpers.content import load
from helpers.content.models.technique import Place
from helpers.strokes import Stroke

from .kept import tried

CIRCLES, PRESS, LINE = "T11", "T15", "T14"

Point = tuple[float, float]

NEAR = 2.0
"""How far from the mark the work may be, cm."""

ON_THE_LINE = 1.5
"""How far from the mark a line along the muscle may pass, cm."""

RATHER_NEARER = 0.75
"""So much nearer to the mark (cm), circles alone are better than a press."""

USUAL = "fingers"
OTHERS = {"fist": ("palm-heel", "fingers"), "palm-heel": ("fingers",), "thumb": ("fingers",)}
"""What presses instead, in this order, where the contact that was chosen does not fit."""

ROUND, SMALL = "lane", "shelf"
"""The places of the circles whose numbers serve at a spot: circles of 1 cm, and of 0.8 cm."""

HEEL = "heel"

ASIDE, SIGNS = (0.25, 0.5, 0.75), (-1, 1)
"""How far to the side of a press its circles may be, cm, inwards first: no wider than a finger."""


@frozen(kw_only=True)
class Legal:
    """Where a spot can be worked on, cm of this body, and the places whose numbers it takes."""

    at: Point
    moved: float
    circles: str | None
    circles_at: Point
    press: str | None


@lru_cache(maxsize=4096)
def legal(x: float, y: float, size: str, limits: Limits, contact: str) -> Legal | None:
    """Return where a mark (reference cm) can be worked on, or None.

    The contact that was chosen decides where; where it fits nowhere near, another one does.
    """
    wanted = back(size).path([(x, y)])[0]
    press = _press(wanted, size, limits, contact)
    usual = press if contact == USUAL else _press(wanted, size, limits, USUAL)
    nearest = min((one.moved for one in (press, usual) if one is not None), default=np.inf)
    for at in _nearby(size, wanted, limits, CIRCLES, USUAL):
        moved = _apart(at, wanted)
        if nearest <= moved + RATHER_NEARER:
            break
        circles = _numbers(CIRCLES, (ROUND, SMALL), size, limits, at)
        if circles is not None:
            return Legal(at=at, moved=moved, circles=circles, circles_at=at, press=None)
    return press


def _press(wanted: np.ndarray, size: str, limits: Limits, contact: str) -> Legal | None:
    """Return the nearest point that can be pressed, with the circles before it."""
    for grip in (contact, *OTHERS.get(contact, ())):
        names = _press_places(grip)
        for at in _nearby(size, wanted, limits, PRESS, grip):
            press = _numbers(PRESS, names, size, limits, at)
            if press is not None:
                circles, circles_at = _circles(at, size, limits)
                return Legal(
                    at=at,
                    moved=_apart(at, wanted),
                    circles=circles,
                    circles_at=circles_at,
                    press=press,
                )
    return None


def _circles(at: Point, size: str, limits: Limits) -> tuple[str | None, Point]:
    """Return the numbers of the circles at a point, or just beside it where they need the room."""
    found = _numbers(CIRCLES, (ROUND, SMALL), size, limits, at)
    if found is not None:
        return found, at
    radius = place_of(CIRCLES, SMALL).stations[0].radius
    gap = load().contact[USUAL].spine_gap
    assert radius is not None
    out = abs(at[0])
    for x in (max(out, gap + radius + 0.02), *(out + sign * by for by in ASIDE for sign in SIGNS)):
        aside = (round(float(np.copysign(x, at[0])), 3), at[1])
        found = _numbers(CIRCLES, (SMALL,), size, limits, aside)
        if found is not None:
            return found, aside
    return None, at


def release(at: Point, size: str, limits: Limits) -> tuple[str | None, Point]:
    """Return the numbers of the release at a point, and where the palm heel has room for it."""
    span = place_of(CIRCLES, HEEL).spot_x
    assert span is not None
    x, y = back(size).reference(np.array([at]))[0]
    if abs(x) < span[0]:
        far, down = back(size).path([(span[0] + 0.01, y)])[0]
        at = (round(float(np.copysign(far, at[0])), 3), round(float(down), 3))
    return _numbers(CIRCLES, (HEEL,), size, limits, at), at


@lru_cache(maxsize=4096)
def line(side: str, at: Point, size: str, limits: Limits) -> tuple[str, int] | None:
    """Return the shortest lane that passes a point, and its seconds; None where none does."""
    found = []
    for place in load().technique[LINE].place:
        stroke = tried(LINE, place.id, side, 2, None, None, size, limits)
        if isinstance(stroke, Stroke):
            hand = stroke.right if side == "right" else stroke.left
            if np.hypot(*(hand.xy - at).T).min() <= ON_THE_LINE:
                found.append((round(stroke.seconds), place.id))
    if not found:
        return None
    seconds, name = min(found)
    return name, seconds


def contact_of(place: str) -> str:
    """Return the contact that a press at this place is done with."""
    return place_of(PRESS, place).stations[0].contact or USUAL


def place_of(technique: str, place: str) -> Place:
    """Return a place of a technique."""
    return next(one for one in load().technique[technique].place if one.id == place)


def _press_places(contact: str) -> tuple[str, ...]:
    """Return the places of the press that have the numbers for a contact at a spot."""
    if contact == USUAL:
        return (ROUND,)
    spots = [p for p in load().technique[PRESS].place if p.needs is None]
    return tuple(p.id for p in spots if p.stations[0].contact == contact)


def _apart(at: Point, wanted: np.ndarray) -> float:
    return float(np.hypot(*(np.array(at) - wanted)))


def _nearby(
    size: str, wanted: np.ndarray, limits: Limits, technique: str, contact: str
) -> Iterator[Point]:
    """Yield the points near the mark where a contact may press, the nearest first."""
    if technique in limits.techniques_out:
        return
    rings = [(0.0, 0.0)] + [
        (radius * np.cos(turn), radius * np.sin(turn))
        for radius in np.arange(0.5, NEAR + 0.01, 0.5)
        for turn in np.linspace(0, 2 * np.pi, 16, endpoint=False)
    ]
    points = wanted + np.array(rings)
    caps = back(size).cap(points, technique=technique, contact=contact, limits=limits)
    for x, y in points[caps > 0]:
        yield round(float(x), 3), round(float(y), 3)


def _numbers(
    technique: str, places: Sequence[str], size: str, limits: Limits, at: Point
) -> str | None:
    """Return a place whose numbers suit a spot, or None where the spot is not allowed."""
    side = "right" if at[0] >= 0 else "left"
    x, y = back(size).reference(np.array([at]))[0]
    for name in places:
        place = place_of(technique, name)
        ranges = ((abs(x), place.spot_x), (y, place.spot_y))
        if any(span and not span[0] <= value <= span[1] for value, span in ranges):
            continue
        if isinstance(tried(technique, name, side, 2, None, None, size, limits, at), Stroke):
            return name
    return None
