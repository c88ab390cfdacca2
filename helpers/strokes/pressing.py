"""Turn what a stroke wants into what it may: level caps, eased ahead of time, on sampled hands."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from attrs import evolve
from numpy.typing import NDArray

from helpers.body import Back, Limits
from helpers.body.geometry import Points, changes
from helpers.content.models.technique import Technique

from .track import LIFT, LINK, ON_TOP, Floats, Track, even

EASE_SECONDS = 0.4
"""Pressure starts to fall this long before a place that allows less (our choice)."""


PASSING = "T02"
"""Links and rests are judged as the long glide is: a flat hand that passes over."""


def caps(
    back: Back,
    technique: str,
    limits: Limits,
    xy: Points,
    role: NDArray[np.int8],
    contact: NDArray[np.int8],
    names: Sequence[str],
    angle: Floats,
) -> NDArray[np.float64]:
    """Return the level allowed at every sample; infinite where the hand is off the skin.

    ``contact`` holds places in ``names``.
    """
    # Where a hand stays as it is, one sample stands for all.
    new = changes(xy[:, 0], xy[:, 1], role, contact, angle)
    ways = (one[new].tobytes() for one in (xy, role, contact, angle))
    found = _caps(back, technique, limits, tuple(names), *ways)
    result: Floats = found[np.cumsum(new) - 1]
    return result


@lru_cache(maxsize=256)
def _caps(
    back: Back,
    technique: str,
    limits: Limits,
    names: tuple[str, ...],
    places: bytes,
    roles: bytes,
    contacts: bytes,
    angles: bytes,
) -> NDArray[np.float64]:
    """Return the level allowed at every sample, as ``caps``, whose arrays come as bytes.

    A stroke goes the same ways at every level, so they are judged but once.
    """
    xy, angle = np.frombuffer(places).reshape(-1, 2), np.frombuffer(angles)
    role, contact = (np.frombuffer(one, dtype=np.int8) for one in (roles, contacts))
    result = np.full(len(xy), np.inf)
    spots, links, touching = back.look(xy), role == LINK, role != LIFT
    for number, name in enumerate(names):
        if name == ON_TOP:
            continue
        mine = touching & (contact == number)
        for linking in (False, True):
            where = np.flatnonzero(mine & (links == linking))
            if not where.size:
                continue
            result[where] = back.cap(
                spots if where.size == len(xy) else spots[where],
                technique=PASSING if linking else technique,
                contact=name,
                limits=_passing(limits) if linking else limits,
                angle=angle[where],
            )
    result.flags.writeable = False
    return result


@lru_cache(maxsize=1024)
def _passing(limits: Limits) -> Limits:
    """Return the limits of a hand that passes over: no stroke is left out for it."""
    return evolve(limits, techniques_out=())


def legal(back: Back, technique: str, limits: Limits, tracks: Sequence[Track]) -> list[bool]:
    """Return for each way of a hand whether it may touch everywhere it does."""
    names: list[str] = []
    ways = []
    for track in tracks:
        # A hand that does not move yet takes no time, and touches nothing.
        count = max(3, int(track.seconds / 0.05)) if track.seconds > 0 else 0
        xy, _, role, contact, angle = track.sample(even(track.seconds, count), names)
        ways.append((xy, role, contact, angle))
    if not ways:
        return []
    xy, role, contact, angle = (np.concatenate(column) for column in zip(*ways, strict=True))
    free = caps(back, technique, limits, xy, role, contact, names, angle) > 0
    ends = np.cumsum([len(way[0]) for way in ways])
    return [bool(part.all()) for part in np.split(free, ends[:-1])]


def windows(back: Back, technique: Technique, xy: Points) -> Floats:
    """Return the most that the technique's own easing windows let it press at each sample."""
    result = np.full(len(xy), np.inf)
    if not technique.ease:
        return result
    reference = back.reference(xy)
    x, y = np.abs(reference[:, 0]), reference[:, 1]
    for ease in technique.ease:
        held = (x >= ease.x[0]) & (x <= ease.x[1]) & (y >= ease.y[0]) & (y <= ease.y[1])
        result[held] = np.minimum(result[held], ease.level)
    return result


def eased(most: Floats, step: float) -> Floats:
    """Return the limit with every fall begun early and every rise begun late.

    The least of the samples round about, then their mean: a mean of such least values is never
    above the value in the middle, so no cap is broken.
    """
    reach = max(1, round(EASE_SECONDS / step))
    padded = np.pad(most, 2 * reach, mode="edge")
    least = np.lib.stride_tricks.sliding_window_view(padded, 2 * reach + 1).min(axis=1)
    mean = np.lib.stride_tricks.sliding_window_view(least, 2 * reach + 1).mean(axis=1)
    result: Floats = np.minimum(mean, most)
    return result


def off_skin(
    role: NDArray[np.int8], contact: NDArray[np.int8], names: Sequence[str]
) -> NDArray[np.bool_]:
    """Return where the hand does not touch: lifted, or lying on the other hand."""
    off: NDArray[np.bool_] = role == LIFT
    return off | (contact == names.index(ON_TOP)) if ON_TOP in names else off
