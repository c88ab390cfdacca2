"""One hand's way in time, put together from simple pieces, then sampled. cm, s, degrees."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from attrs import define, evolve, field
from numpy.typing import ArrayLike, NDArray

from helpers.body.geometry import Points, points
from helpers.content.models.common import Point

Floats = NDArray[np.float64]

HOLD, PRESS, OVER, RETURN, LIFT, LINK = range(6)
"""Roles of a moment: still, the working stroke, crossing over, light way back, off the skin, and a
light glide or rest between the stroke's own parts."""

PALM = "palm"
"""The contact of every link and rest."""

ON_TOP = "on-top"
"""The hand lies on the other hand: it follows, and touches no skin."""


Values = Floats | Sequence[float]
"""A value for each keyframe: plain floats where there are few, for which numpy is slow."""


class Piece(NamedTuple):
    """One movement of a hand: its keyframes, and what holds from the first to the last of them."""

    times: Values
    """Seconds from the start of the piece."""
    x: Values
    y: Values
    level: Values
    role: int
    contact: str
    angle: float


@define
class Track:
    """A hand's way: keyframes with time, place, level wanted, role, contact and direction.

    ``level`` is what the stroke wants at a moment; what is allowed is decided later.
    """

    at: Point
    contact: str
    angle: float = 0.0
    seconds: float = 0.0
    finest: float = 0.1
    """The coarsest sampling step (s) that still shows the quickest movement."""
    _pieces: list[Piece] = field(factory=list)
    _begins: list[float] = field(factory=list)
    _ends: list[float] = field(factory=list)

    def stay(
        self, seconds: float, level: float, role: int = HOLD, contact: str | None = None
    ) -> Track:
        """Keep the hand where it is."""
        return self.lean(seconds, level, level, role, contact)

    def lean(
        self, seconds: float, first: float, last: float, role: int, contact: str | None = None
    ) -> Track:
        """Keep the hand where it is while the level wanted goes from ``first`` to ``last``."""
        (x, y), level = self.at, (float(first), float(last))
        return self._add((0.0, float(seconds)), (x, x), (y, y), level, role, contact, None)

    def line(
        self,
        corners: Sequence[Sequence[float]],
        speed: float,
        level: float,
        role: int,
        contact: str | None = None,
        angle: float | None = None,
    ) -> Track:
        """Go through ``corners`` in straight pieces at ``speed`` cm/s, starting where it is."""
        way = [self.at, *corners]
        x, y = ([float(corner[axis]) for corner in way] for axis in (0, 1))
        across, along = ([b - a for a, b in itertools.pairwise(one)] for one in (x, y))
        lengths = [0.0, *itertools.accumulate(np.hypot(across, along).tolist())]
        if lengths[-1] < 1e-9:
            return self
        times = [length / speed for length in lengths]
        return self._add(times, x, y, [float(level)] * len(x), role, contact, angle)

    def curve(
        self,
        way: ArrayLike,
        seconds: float,
        level: ArrayLike | float,
        role: int,
        contact: str | None = None,
        angle: float | None = None,
    ) -> Track:
        """Go through the points of ``way`` at even times; ``level`` is one value or one a point."""
        x, y = points(way).T
        times = even(seconds, len(x))
        wanted = np.empty(len(x))
        wanted[:] = level
        return self._add(times, x, y, wanted, role, contact, angle)

    def follow(self, trial: Track) -> Track:
        """Do all that was tried out on another track, which began where this one is."""
        for piece in trial._pieces:
            self._add(*piece)
        return self.quick(trial.finest)

    def quick(self, step: float) -> Track:
        """Ask for sampling at least every ``step`` seconds."""
        self.finest = min(self.finest, max(step, 0.01))
        return self

    def rest(self, seconds: float, contact: str = PALM) -> Track:
        """Lie still and light, as a flat hand."""
        return self.stay(seconds, 1.0, LINK, contact) if seconds > 1e-9 else self

    def rest_until(self, seconds: float, contact: str = PALM) -> Track:
        """Lie still and light until the clock shows ``seconds``."""
        return self.rest(seconds - self.seconds, contact)

    def relabeled(self, contact: str) -> Track:
        """Return the same way with another contact all along."""
        pieces = [piece._replace(contact=contact) for piece in self._pieces]
        return evolve(
            self, contact=contact, pieces=pieces, begins=[*self._begins], ends=[*self._ends]
        )

    def sample(
        self, t: Floats, names: list[str]
    ) -> tuple[Points, Floats, NDArray[np.int8], NDArray[np.int8], Floats]:
        """Return place, level, role, contact and angle at times ``t``, which rise.

        Contacts are numbers: places in ``names``, to which those that are missing are added.
        """
        if not self._pieces:
            none = np.zeros(0, dtype=np.int8)
            return np.zeros((0, 2)), np.zeros(0), none, none, np.zeros(0)
        if len(self._pieces) == 1:
            return self._sample_one(t, names)
        own, x, y, level, roles, contacts, angles = zip(*self._pieces, strict=True)
        times = np.repeat(self._begins, [len(one) for one in own]) + np.concatenate(own)
        place = np.empty((len(t), 2))
        place[:, 0] = np.interp(t, times, np.concatenate(x))
        place[:, 1] = np.interp(t, times, np.concatenate(y))
        last = len(self._ends) - 1
        index = np.minimum(np.searchsorted(self._ends, t + 1e-9, side="right"), last)
        if not set(contacts) <= set(names):
            met = dict.fromkeys(contacts[piece] for piece in dict.fromkeys(index.tolist()))
            names += [contact for contact in met if contact not in names]
        numbers = [names.index(one) if one in names else -1 for one in contacts]
        return (
            place,
            np.interp(t, times, np.concatenate(level)),
            np.array(roles, dtype=np.int8)[index],
            np.array(numbers, dtype=np.int8)[index],
            np.array(angles, dtype=float)[index],
        )

    def _sample_one(
        self, t: Floats, names: list[str]
    ) -> tuple[Points, Floats, NDArray[np.int8], NDArray[np.int8], Floats]:
        """Return the same where there is one piece: most tries and glides are no more than that."""
        (piece,) = self._pieces
        if len(t) and piece.contact not in names:
            names.append(piece.contact)
        number = names.index(piece.contact) if len(t) else -1
        place = np.empty((len(t), 2))
        place[:, 0] = np.interp(t, piece.times, piece.x)
        place[:, 1] = np.interp(t, piece.times, piece.y)
        return (
            place,
            np.interp(t, piece.times, piece.level),
            np.full(len(t), piece.role, dtype=np.int8),
            np.full(len(t), number, dtype=np.int8),
            np.full(len(t), piece.angle, dtype=float),
        )

    def _add(
        self,
        times: Values,
        x: Values,
        y: Values,
        level: Values,
        role: int,
        contact: str | None,
        angle: float | None,
    ) -> Track:
        if angle is not None:
            self.angle = angle
        contact = contact or self.contact
        self._pieces.append(Piece(times, x, y, level, role, contact, self.angle))
        self._begins.append(self.seconds)
        self.seconds += float(times[-1])
        self._ends.append(self.seconds)
        self.at = (float(x[-1]), float(y[-1]))
        return self


def even(seconds: float, count: int) -> Floats:
    """Return ``count`` even times from 0 to ``seconds``: linspace, without what it need not do."""
    if count < 2:
        return np.zeros(count)
    times = np.arange(count, dtype=np.float64) * (seconds / (count - 1))
    times[-1] = seconds
    return times
