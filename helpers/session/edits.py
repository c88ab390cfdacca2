"""A step of the routine as the learner wants it: what, where, how firm, for how long."""

from __future__ import annotations

from attrs import field, frozen
from attrs.validators import optional

from .checks import text, whole, word, yes_no

LEAST_STEP, MOST_STEP = 5, 600
"""Seconds that one step may be given."""

MOST_EDITS = 80
"""More steps than any plan has."""

EDIT_SIDES = ("both", "right", "left")


@frozen(kw_only=True)
class StepEdit:
    """One step of an edited routine.

    ``phase``, ``technique`` and ``place`` are ids of the content; ``seconds`` takes in the way to
    the place and the rest after it; ``spot`` says which of the session's spots it works on. A
    ``locked`` step stays as it is until it is unlocked.
    """

    phase: str = field(validator=text("The part of a step", 20))
    technique: str = field(validator=text("The stroke of a step", 20))
    place: str = field(validator=text("The place of a step", 40))
    side: str = field(default="both", validator=word("The side of a step", EDIT_SIDES))
    level: int = field(default=2, validator=whole("The pressure of a step", 1, 4))
    seconds: int = field(
        default=60, validator=whole("The seconds of a step", LEAST_STEP, MOST_STEP)
    )
    spot: int | None = field(default=None, validator=optional(whole("The spot of a step", 0, 5)))
    locked: bool = field(default=False, validator=yes_no("The lock of a step"))
