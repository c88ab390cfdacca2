"""How often: the learner's wishes for the weeks to come."""

from __future__ import annotations

from attrs import field, frozen

from .checks import as_set, whole, words, yes_no

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MOST_GENTLE, MOST_FIRM = 7, 3
LEAST_GAP, MOST_GAP = 36, 72
LEAST_REVIEW, MOST_REVIEW = 2, 6


@frozen(kw_only=True)
class Rhythm:
    """How many massages a week, on which days, with how much rest after a firm one."""

    gentle: int = field(default=1, validator=whole("Gentle massages a week", 0, MOST_GENTLE))
    """Level 2 at most."""
    firm: int = field(default=0, validator=whole("Firm massages a week", 0, MOST_FIRM))
    """Level 3 or 4."""
    gap_hours: int = field(
        default=48, validator=whole("The hours of rest after a firm massage", LEAST_GAP, MOST_GAP)
    )
    days: frozenset[str] = field(
        default=frozenset(DAYS), converter=as_set, validator=words("The days with time", DAYS)
    )
    pain: bool = field(default=False, validator=yes_no("Back pain that should get better"))
    review_weeks: int = field(
        default=4,
        validator=whole("The weeks until you look back", LEAST_REVIEW, MOST_REVIEW),
    )
