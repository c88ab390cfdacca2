"""What a stroke is once it is built: both hands, sampled in time."""

from __future__ import annotations

from functools import cached_property

import numpy as np
from attrs import evolve, field, frozen
from numpy.typing import NDArray

from helpers.body.geometry import Points
from helpers.content.models.common import Point

from .track import HOLD, LIFT, LINK, ON_TOP, OVER, PRESS, RETURN, Floats

__all__ = [
    "HOLD", "LIFT", "LINK", "ON_TOP", "OVER", "PRESS", "RETURN", "Blocked", "Hand", "Stroke",
]  # fmt: skip


class Blocked(Exception):  # noqa: N818 - it is an answer, not a fault
    """Nothing of a stroke is allowed here for this person; the message says why, for a learner."""


@frozen(eq=False)
class Hand:
    """One of the giver's hands through a stroke: arrays over the stroke's times, length n.

    ``xy`` (n, 2) cm, centre of pressure; ``pressure`` (n,) level 0 to 4, 0 = no touch; ``role``
    (n,) HOLD, PRESS, OVER, RETURN, LIFT or LINK; ``contact`` (n,) index into the stroke's
    ``contacts``; ``angle`` (n,) degrees, where the fingers point: 0 to the head, +90 to the
    receiver's right.
    """

    xy: Points
    pressure: Floats
    role: NDArray[np.int8]
    contact: NDArray[np.int8]
    angle: Floats

    @property
    def touching(self) -> NDArray[np.bool_]:
        """Where the hand is on the skin, (n,)."""
        return self.pressure > 0

    @cached_property
    def peak(self) -> float:
        """The highest pressure that it reaches; a slower copy of a stroke shares its hands."""
        return float(self.pressure.max())

    def __repr__(self) -> str:
        """Return a short name."""
        return f"Hand({len(self.xy)} samples)"


@frozen(eq=False, kw_only=True)
class Stroke:
    """One pass of a technique at a place: both hands in time, in this body's cm."""

    technique: str
    place: str
    side: str
    """"right", "left" (one side after the other) or "both"."""
    size: str
    level: int
    """The level asked for; no sample is above it."""
    pace: float
    """In the unit of the technique's pace."""
    count: int | None
    t: Floats
    right: Hand
    left: Hand
    contacts: tuple[str, ...]
    stretch_lo: float
    stretch_hi: float
    """How much the time may be multiplied with every pace still in its range."""
    stations: tuple[Point, ...] = ()
    """Stations in use, right side or the side of the stroke, this body's cm."""
    dropped: int = 0
    """How many stations or stretches were left out because this person does not allow them."""
    spot: Point | None = None
    factor: float = field(default=1.0)
    """How much the time has been stretched already."""

    @property
    def seconds(self) -> float:
        """How long one pass lasts, s."""
        return float(self.t[-1])

    @property
    def hands(self) -> tuple[Hand, Hand]:
        """Both hands: right, left."""
        return self.right, self.left

    @property
    def peak(self) -> float:
        """The highest pressure that is reached anywhere in it."""
        return max(hand.peak for hand in self.hands)

    def stretched(self, factor: float) -> Stroke:
        """Return the same stroke, slower (factor > 1) or faster."""
        return evolve(self, t=self.t * factor, factor=self.factor * factor)

    def lightened(self, share: float) -> Stroke:
        """Return the same stroke with every pressure multiplied by ``share``, 0 to 1."""
        right, left = (evolve(hand, pressure=hand.pressure * share) for hand in self.hands)
        return evolve(self, right=right, left=left)

    def __repr__(self) -> str:
        """Return a short name."""
        return f"Stroke({self.technique} {self.place} {self.side}, {self.seconds:.1f} s)"
