"""One hand's way in time, put together from simple pieces, then sampled. cm, s, degrees."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from attrs import define, field
from numpy.typing import ArrayLike, NDArray

from helpers.body.geometry import Points, points

Floats = NDArray[np.float64]

HOLD, PRESS, OVER, RETURN, LIFT, LINK = range(6)
"""Roles of a moment: still, the working stroke, crossing over, light way back, off the skin, and a
light glide or rest between the stroke's own parts."""

PALM = "palm"
"""The contact of every link and rest."""

ON_TOP = "on-top"
"""The hand lies on the other hand: it follows, and touches no skin."""


@define
class Track:
    """A hand's way: keyframes with time, place, level wanted, role, contact and direction.

    ``level`` is what the stroke wants at a moment; what is allowed is decided later.
    """

    at: tuple[float, float]
    contact: str
    angle: float = 0.0
    seconds: float = 0.0
    finest: float = 0.1
    """The coarsest sampling step (s) that still shows the quickest movement."""
    _t: list[Floats] = field(factory=list)
    _xy: list[Points] = field(factory=list)
    _level: list[Floats] = field(factory=list)
    _kind: list[tuple[float, int, str, float]] = field(factory=list)
    """(end time, role, contact, angle) of each piece."""

    def stay(
        self, seconds: float, level: float, role: int = HOLD, contact: str | None = None
    ) -> Track:
        """Keep the hand where it is."""
        return self.curve([self.at, self.at], seconds, level, role, contact)

    def line(
        self,
        corners: Sequence[ArrayLike],
        speed: float,
        level: float,
        role: int,
        contact: str | None = None,
        angle: float | None = None,
    ) -> Track:
        """Go through ``corners`` in straight pieces at ``speed`` cm/s, starting where it is."""
        way = points(np.array([self.at, *corners], dtype=float))
        lengths = np.hypot(*np.diff(way, axis=0).T)
        if lengths.sum() < 1e-9:
            return self
        times = np.concatenate([[0.0], np.cumsum(lengths)]) / speed
        return self._add(way, times, np.full(len(way), level), role, contact, angle)

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
        xy = points(way)
        times = np.linspace(0.0, seconds, len(xy))
        return self._add(xy, times, np.broadcast_to(level, len(xy)), role, contact, angle)

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

    def copy(self) -> Track:
        """Return an independent copy, to try a piece out on."""
        return Track(
            self.at, self.contact, self.angle, self.seconds, self.finest,
            list(self._t), list(self._xy), list(self._level), list(self._kind),
        )  # fmt: skip

    def relabel(self, contact: str) -> None:
        """Give every piece so far another contact."""
        self._kind = [(end, role, contact, angle) for end, role, _, angle in self._kind]

    def sample(
        self, t: Floats, names: list[str]
    ) -> tuple[Points, Floats, NDArray[np.int8], NDArray[np.int8], Floats]:
        """Return place, level, role, contact and angle at times ``t``, which rise.

        Contacts are numbers: places in ``names``, to which those that are missing are added.
        """
        if not self._kind:
            none = np.zeros(0, dtype=np.int8)
            return np.zeros((0, 2)), np.zeros(0), none, none, np.zeros(0)
        times, xy = np.concatenate(self._t), np.concatenate(self._xy)
        level = np.concatenate(self._level)
        place = np.column_stack([np.interp(t, times, xy[:, 0]), np.interp(t, times, xy[:, 1])])
        ends = np.array([end for end, _, _, _ in self._kind])
        index = np.minimum(np.searchsorted(ends, t + 1e-9, side="right"), len(ends) - 1)
        for piece in dict.fromkeys(index.tolist()):
            if self._kind[piece][2] not in names:
                names.append(self._kind[piece][2])
        kinds = [
            (role, names.index(contact) if contact in names else -1, angle)
            for _, role, contact, angle in self._kind
        ]
        roles, contacts, angles = (np.array(column) for column in zip(*kinds, strict=True))
        return (
            place,
            np.interp(t, times, level),
            roles.astype(np.int8)[index],
            contacts.astype(np.int8)[index],
            angles[index],
        )

    def _add(
        self,
        xy: Points,
        times: Floats,
        level: Floats,
        role: int,
        contact: str | None,
        angle: float | None,
    ) -> Track:
        if angle is not None:
            self.angle = angle
        self._t.append(self.seconds + times)
        self._xy.append(xy)
        self._level.append(np.array(level, dtype=float))
        self.seconds += float(times[-1])
        self._kind.append((self.seconds, role, contact or self.contact, self.angle))
        self.at = (float(xy[-1, 0]), float(xy[-1, 1]))
        return self
