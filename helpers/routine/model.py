"""The routine: timed steps with hand paths, the one thing that every view shows."""

from __future__ import annotations

import numpy as np
from attrs import field, frozen
from numpy.typing import NDArray

from helpers.body import Limits
from helpers.strokes import Hand, Stroke

from .paths import joined
from .verdict import Verdict

Floats = NDArray[np.float64]


@frozen(kw_only=True, eq=False)
class Step:
    """One step of a routine: a link from the last place, some passes of one stroke, a rest.

    ``seconds`` is a whole number, and link + passes x stroke + rest fill it exactly.
    """

    phase: str
    technique: str
    place: str
    side: str
    """"right", "left" or "both"."""
    passes: int
    level: int
    """The highest pressure level of the stroke, 1 to 4."""
    seconds: int
    start: int
    """Seconds from the start of the routine."""
    cue: str
    """What the giver may say."""
    check_in: bool
    """Whether to ask about the pressure at the start of this step."""
    stroke: Stroke
    """One pass as it is done here."""
    link: Stroke | None = None
    """The short way from the last place; None where the hands are there already."""
    rest: float = 0.0
    """Seconds at the end in which the hands lie still and light."""
    spot: int | None = None
    """Which of the session's spots it works on."""
    note: str = ""
    fade: tuple[float, ...] = ()
    """How light each pass is, as a share of the stroke's own pressure; empty where all are alike.
    Passes beyond the last entry are like the last."""

    @property
    def end(self) -> int:
        """Seconds from the start of the routine to the end of this step."""
        return self.start + self.seconds

    @property
    def link_seconds(self) -> float:
        """Seconds of the way to the first place."""
        return 0.0 if self.link is None else self.link.seconds

    @property
    def filled(self) -> float:
        """Seconds that the link, the passes and the rest take together."""
        return self.link_seconds + self.passes * self.stroke.seconds + self.rest

    def paths(self) -> tuple[Floats, Hand, Hand]:
        """Return (t, right, left): the whole step sampled, t in s from the start of the step."""
        return joined(
            self.link, self.stroke, self.passes, self.rest, float(self.seconds), self.fade
        )

    def contacts(self) -> tuple[str, ...]:
        """Return the contact ids that the contact numbers of :meth:`paths` stand for."""
        first = () if self.link is None else self.link.contacts
        return tuple(dict.fromkeys([*self.stroke.contacts, *first]))


@frozen(kw_only=True, eq=False)
class Routine:
    """A whole massage: its steps, and what was decided about this person."""

    minutes: int
    """The length that the steps add up to."""
    steps: tuple[Step, ...] = ()
    size: str = "reference"
    limits: Limits = field(factory=Limits)
    verdict: Verdict = field(factory=Verdict)
    notes: tuple[str, ...] = ()
    """Plain sentences: what was changed and why."""
    position: str = "face_down"
    breaths_per_minute: float = 6.0
    breath_in: float = 0.5
    """The share of a breath in which the receiver breathes in."""

    @property
    def seconds(self) -> int:
        """The length of all steps together, s."""
        return sum(step.seconds for step in self.steps)

    def phase_seconds(self) -> dict[str, int]:
        """Return the seconds of each phase that has steps, in the order of the steps."""
        totals: dict[str, int] = {}
        for step in self.steps:
            totals[step.phase] = totals.get(step.phase, 0) + step.seconds
        return totals

    def level_curve(self) -> tuple[Floats, Floats]:
        """Return (t, level): the pressure level of each step, as corners to draw, t in s."""
        t = [float(edge) for step in self.steps for edge in (step.start, step.end)]
        levels = [float(step.level) for step in self.steps for _ in range(2)]
        return np.array(t), np.array(levels)

    def step_at(self, second: float) -> int | None:
        """Return the index of the step that is under way at a time, or None outside."""
        for index, step in enumerate(self.steps):
            if step.start <= second < step.end:
                return index
        return None
