"""A circle to breathe along with: it grows with the breath in and shrinks with the breath out."""

from __future__ import annotations

from typing import Any

from traitlets import Float, Unicode, validate

from helpers.stage import Element, ElementError
from helpers.stage.element import require_text
from helpers.widgets.controls_files import script, style

SHORTEST, LONGEST = 1.0, 12.0
"""Seconds of a breath in or out."""


class BreathPacer(Element):
    """A breath to follow, at the pace of the plan; it runs in the browser alone.

    It stands still until it is started. Where less motion is wanted the circle keeps its size, and
    the words and the seconds alone lead on.

    Parameters
    ----------
    label
        What it is.
    inward, outward
        Seconds of a breath in and of a breath out, 1 to 12.
    help
        A sentence below, read out with the button.
    """

    _esm = script("control_pacer")
    _css = style("control_pacer")

    label = Unicode().tag(sync=True)
    help = Unicode().tag(sync=True)
    inward = Float(5.0).tag(sync=True)
    outward = Float(5.0).tag(sync=True)

    def __init__(
        self, label: str, inward: float = 5.0, outward: float = 5.0, help: str = "", **traits: Any
    ) -> None:
        super().__init__(
            label=require_text(label, "The label of a pacer"),
            inward=_seconds(inward),
            outward=_seconds(outward),
            help=help,
            **traits,
        )

    def text(self) -> str:
        """Return the label and the breath."""
        return f"Pacer: {self.label}, {self.inward:.1f} s in, {self.outward:.1f} s out"

    @validate("inward", "outward")
    def _valid_seconds(self, proposal: Any) -> float:
        return _seconds(proposal["value"])


def _seconds(value: float) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ElementError(f"A breath takes a number of seconds, not {value!r}.")
    if not SHORTEST <= value <= LONGEST:
        raise ElementError(
            f"A breath in or out takes {SHORTEST:g} to {LONGEST:g} seconds, not {value:g}."
        )
    return round(float(value), 3)
