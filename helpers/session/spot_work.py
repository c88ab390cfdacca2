"""How one sore spot is to be worked on."""

from __future__ import annotations

from attrs import field, frozen
from attrs.validators import optional

from .checks import whole, word

WAYS = ("circles", "line")
"""Small circles on the spot, or one slow line along the muscle that it lies in."""

GRIPS = ("fingers", "palm-heel", "fist", "thumb")
"""What may press a spot: ids of contacts."""

LEAST_HOLD, MOST_HOLD = 10, 60
LEAST_PRESSES, MOST_PRESSES = 1, 3


@frozen(kw_only=True)
class SpotWork:
    """The learner's choices for one spot; the planner keeps to them as far as is sound."""

    way: str = field(default="circles", validator=word("The way to work on a spot", WAYS))
    contact: str = field(default="fingers", validator=word("What presses a spot", GRIPS))
    hold: int = field(default=20, validator=whole("The hold in seconds", LEAST_HOLD, MOST_HOLD))
    presses: int = field(
        default=2, validator=whole("The presses of a spot", LEAST_PRESSES, MOST_PRESSES)
    )
    comfort: int | None = field(
        default=None, validator=optional(whole("The number that they said", 0, 10))
    )
    """What the receiver said when it was pressed, 0 to 10; None before anybody asked."""
