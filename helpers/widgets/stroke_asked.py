"""What a stroke's planner is asked for: all that its picture depends on."""

from __future__ import annotations

from math import copysign

from attrs import evolve, frozen

from helpers.body import Limits


@frozen(kw_only=True)
class Asked:
    """What the controls say, and what this person allows.

    ``pace`` is in the technique's own unit; ``keeps_off`` says that nobody is massaged now.
    """

    place: str
    side: str
    pace: float
    passes: float
    level: str
    size: str
    limits: Limits
    keeps_off: bool

    def same_back(self, other: Asked) -> bool:
        """Return whether the still part of both pictures is the same."""
        return (self.place, self.size) == (other.place, other.size)

    def same_way(self, other: Asked) -> bool:
        """Return whether the hands go the same way, if at another pace, firmer or more often."""
        return self == evolve(other, pace=self.pace, passes=self.passes, level=self.level)

    def next(self, before: Asked, step: float) -> tuple[float, int]:
        """Return pace and passes if the one slider that was moved since goes on by one step.

        ``step`` is that of the pace; passes go one by one.
        """
        pace, passes = self.pace, self.passes
        if self == before:
            return pace, int(passes)
        if self == evolve(before, pace=pace):
            pace += copysign(step, pace - before.pace)
        elif self == evolve(before, passes=passes):
            passes += copysign(1, passes - before.passes)
        return pace, int(passes)
