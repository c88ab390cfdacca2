"""How firm a step may be: up by one level a minute, and never up again after the spots."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from helpers.routine import Step

A_MINUTE = 60
WARM = 2
"""The firmest level before the warm-up is over."""

FIRM = 3
"""The firmest level unless strong pressure was asked for."""


@frozen(kw_only=True)
class Ceiling:
    """The firmest level of a session: what the person, the recipe and the length allow."""

    top: int
    short: bool
    strong: bool

    def wish(self, phase: str, since: int, *, strong: bool = False) -> int:
        """Return the level that a phase wishes for, ``since`` seconds after it began."""
        if phase == "P3" and since >= A_MINUTE:
            level = FIRM + 1 if strong and self.strong else FIRM
        elif phase == "P4":
            level = FIRM
        else:
            level = WARM
        return max(1, min(level, self.top, WARM if self.short else level))


def allowed(steps: Sequence[Step], start: int, wish: int) -> int:
    """Return the wish, or less where the steps of the last minute or the spots ask for it."""
    level = risen(steps, start, wish)
    if any(step.phase == "P4" for step in steps) and steps[-1].phase in ("P4", "P5", "P6"):
        last_spot = max(i for i, step in enumerate(steps) if step.phase == "P4")
        level = min([level, *(step.level for step in steps[last_spot:])])
    return max(1, level)


def risen(steps: Sequence[Step], start: int, wish: int) -> int:
    """Return the wish, or one level above the lightest of the last minute where that is less."""
    near = [step.level for step in steps if start - step.end < A_MINUTE]
    return max(1, min([wish, *(one + 1 for one in near)]))


def highest(steps: Sequence[Step], phase: str, otherwise: int) -> int:
    """Return the firmest level that a phase reached."""
    return max((step.level for step in steps if step.phase == phase), default=otherwise)
