"""The slider."""

from __future__ import annotations

import math
from typing import Any

from traitlets import Bool, Float, Unicode, observe, validate

from helpers.stage import Element, ElementError
from helpers.stage.element import require_text
from helpers.widgets.controls_files import script, style


class Slider(Element):
    """A number within a range.

    Parameters
    ----------
    label
        What the number is.
    value, min, max, step
        The number, its range, and the smallest change. A value between two steps goes to the
        nearer one; once made, a value beyond the range goes to its end.
    unit
        Follows the number: ``"cm/s"``.
    unit_one
        Follows the number 1 instead: ``"pass"`` where `unit` is ``"passes"``.
    help
        A sentence below the label, read out with the slider.
    ours
        Whether the range or the value is our choice, with no source behind it. The slider then
        says so.
    """

    _esm = script("control_slider")
    _css = style("control_slider")

    label = Unicode().tag(sync=True)
    value = Float().tag(sync=True)
    min = Float().tag(sync=True)
    max = Float(1.0).tag(sync=True)
    step = Float(1.0).tag(sync=True)
    unit = Unicode().tag(sync=True)
    unit_one = Unicode().tag(sync=True)
    help = Unicode().tag(sync=True)
    ours = Bool(False).tag(sync=True)
    disabled = Bool(False).tag(sync=True)

    def __init__(
        self,
        label: str,
        value: float,
        min: float,
        max: float,
        step: float = 1,
        unit: str = "",
        help: str = "",
        *,
        unit_one: str = "",
        ours: bool = False,
        **traits: Any,
    ) -> None:
        require_text(label, "The label of a slider")
        _check_range(label, value, min, max, step)
        if not min <= value <= max:
            raise ElementError(f"{label}: {value:g} is not between {min:g} and {max:g}.")
        super().__init__(
            label=label,
            value=_on_step(value, min, max, step),
            min=min,
            max=max,
            step=step,
            unit=unit,
            help=help,
            unit_one=unit_one,
            ours=ours,
            **traits,
        )

    @property
    def words(self) -> str:
        """The value as the slider shows it, with its unit."""
        unit = self.unit_one if self.value == 1 and self.unit_one else self.unit
        return f"{self.value:.{_places(self.step)}f} {unit}".strip()

    def text(self) -> str:
        """Return the label and the value."""
        return f"Slider: {self.label}, {self.words}"

    @validate("label")
    def _valid_label(self, proposal: Any) -> str:
        return require_text(proposal["value"], "The label of a slider")

    @validate("value")
    def _valid_value(self, proposal: Any) -> float:
        value = proposal["value"]
        _check_range(self.label, value, self.min, self.max, self.step)
        return _on_step(value, self.min, self.max, self.step)

    @validate("min", "max", "step")
    def _valid_range(self, proposal: Any) -> float:
        parts = {"min": self.min, "max": self.max, "step": self.step}
        parts[proposal["trait"].name] = proposal["value"]
        _check_range(self.label, self.value, **parts)
        return float(proposal["value"])

    @observe("min", "max", "step")
    def _fit(self, _change: Any) -> None:
        self.value = _on_step(self.value, self.min, self.max, self.step)


def _places(step: float) -> int:
    """Return how many decimal places a number needs that goes by `step`."""
    return len(f"{step:g}".partition(".")[2])


def _check_range(label: str, value: float, min: float, max: float, step: float) -> None:
    numbers = {"value": value, "min": min, "max": max, "step": step}
    for name, number in numbers.items():
        if isinstance(number, bool) or not isinstance(number, int | float):
            raise ElementError(f"{label}: {name} must be a number, not {number!r}.")
        if not math.isfinite(number):
            raise ElementError(f"{label}: {name} must be a finite number, not {number!r}.")
    if not min < max:
        raise ElementError(f"{label}: the range from {min:g} to {max:g} is empty.")
    if not 0.0001 <= step <= max - min:
        raise ElementError(f"{label}: a step of {step:g} does not fit into {min:g} to {max:g}.")


def _on_step(value: float, min: float, max: float, step: float) -> float:
    """Return the number nearest to `value` that the slider can stand on."""
    last = math.floor((max - min) / step + 1e-9)
    count = round((value - min) / step)
    count = 0 if count < 0 else last if count > last else count
    return round(min + count * step, 6)
