"""The steps of a routine's finish, told apart, for all pictures of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from helpers.body import back

if TYPE_CHECKING:
    from helpers.routine import Routine, Step

SWEEP, FEATHER, HOLD = "T20", "T21", "T22"


@frozen
class Ending:
    """The steps of a routine's finish, told apart."""

    sweeps: tuple[Step, ...]
    feathers: tuple[Step, ...]
    hold: Step | None
    size: str
    inward: float = 5.0
    """Seconds of a breath in."""
    outward: float = 5.0
    """Seconds of a breath out."""

    @classmethod
    def of(cls, routine: Routine) -> Ending:
        """Return the ending of a routine; all of it is empty where there are no steps."""
        steps = [step for step in routine.steps if step.phase == "P6"]
        whole = 60.0 / routine.breaths_per_minute
        return cls(
            sweeps=tuple(step for step in steps if step.technique == SWEEP),
            feathers=tuple(step for step in steps if step.technique == FEATHER),
            hold=next((step for step in steps if step.technique == HOLD), None),
            size=routine.size,
            inward=whole * routine.breath_in,
            outward=whole * (1.0 - routine.breath_in),
        )

    @property
    def main(self) -> Step | None:
        """The step that the picture is about: the first sweep, or else what there is."""
        return next(iter([*self.sweeps, *self.feathers, *([self.hold] if self.hold else [])]), None)

    @property
    def last(self) -> int:
        """The order number of the closing hold."""
        return 3 if self.feathers else 2

    @property
    def scale(self) -> float:
        """How much longer the back is than the reference back."""
        return float(back(self.size).scale_y)

    def weights(self) -> list[float]:
        """Return for each sweep the firmest pressure it reaches."""
        return [
            step.stroke.peak * (step.fade[min(k, len(step.fade) - 1)] if step.fade else 1.0)
            for step in self.sweeps
            for k in range(step.passes)
        ]
