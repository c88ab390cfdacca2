"""How the massage ends: the rhythm of the breath, and the rest before getting up."""

from __future__ import annotations

from attrs import field, frozen

from .checks import whole, word, yes_no

RHYTHMS = ("even", "4:5", "4:6")
"""Seconds in to seconds out: as long in as out, a little longer out, much longer out."""


@frozen(kw_only=True)
class Finish:
    """The choices for the finish that no other part of the session holds."""

    rhythm: str = field(default="even", validator=word("The rhythm of the breath", RHYTHMS))
    lying: int = field(default=90, validator=whole("The rest lying down", 60, 180))
    """Seconds of rest before sitting up."""
    sitting: int = field(default=60, validator=whole("The rest sitting", 30, 180))
    """Seconds of sitting before standing up."""
    dizzy: bool = field(default=False, validator=yes_no("Dizzy when getting up"))
    """Whether the receiver is dizzy at times when they get up."""

    @property
    def share_in(self) -> float:
        """The share of a breath that goes in, 0 to 1."""
        return {"even": 0.5, "4:5": 4 / 9, "4:6": 0.4}[self.rhythm]
