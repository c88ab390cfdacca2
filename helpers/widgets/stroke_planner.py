"""The planner of one stroke: where, which side, how fast, how often, how firm, on which body."""

from __future__ import annotations

from typing import Any

from helpers.content import load
from helpers.content.models.technique import Place
from helpers.diagrams import describe_stroke, moving_svg, stroke_still
from helpers.stage import Stage
from helpers.strokes import Blocked, Stroke, build, sides

from .controls import Card, Choice, Panel, Row, Slider
from .words import duration, stroke_summary

SIDE_NAMES = {"right": "Receiver's right", "left": "Receiver's left"}
PACES = {
    "cm/s": ("Pace", "cm a second", 0.5),
    "s/circle": ("Time for one circle", "seconds", 0.25),
    "circles/s": ("Pace", "circles a second", 0.25),
    "Hz": ("Pace", "rubs a second", 0.25),
    "strikes/s": ("Pace", "taps a second", 0.5),
    "s": ("Time for one squeeze", "seconds", 0.5),
}
"""By the unit of a pace: what it is called, how the unit is said, the slider's step."""
LASTING = {"hold": "Hold for", "press": "Hold each press for", "roll": "Time for one roll"}
"""What a pace in seconds is called, where it is not a squeeze."""


class StrokePlanner(Panel):
    """Controls for one technique beside its picture on the back, to scale and within all limits.

    ``technique`` is a catalogue id such as "T02"; ``place`` one of its place ids. Every change
    plans and draws the stroke anew, and the picture swaps its moving part only. ``stroke`` is
    the stroke that is shown.
    """

    def __init__(self, technique: str, place: str | None = None) -> None:
        self._refitting = False
        self.technique = entry = load().technique[technique]
        # Places that need a yes of their own wait until the session holds that yes.
        self._places = {one.id: one for one in entry.place if one.needs is None}
        where = self._places[place or next(iter(self._places))]
        self.place = Choice(
            "Where", [(one.id, one.name) for one in self._places.values()], value=where.id
        )
        self.side = Choice("Side", [(one, SIDE_NAMES.get(one, one)) for one in sides(technique)])
        self.pace = Slider(ours="pace" in entry.ours, **self._pace(where))
        passes = entry.passes
        assert passes is not None
        self.passes = Slider(
            "How often", passes.default, passes.lo, max(passes.hi, passes.lo + 1), 1, "passes",
            unit_one="pass", ours="passes" in entry.ours,
        )  # fmt: skip
        self.level = Choice("Pressure", self._levels(where), value=self._usual(where))
        self.size = Choice("Body", [(size.id, size.name) for size in load().size.values()])
        self.stroke = self._build()
        self.stage = Stage(
            stroke_still(entry.id, where.id, self.size.value),
            self._moving(),
            **self._words(),
        )
        choosable = {
            self.place: len(self.place.options) > 1,
            self.side: len(self.side.options) > 1,
            self.pace: True,
            self.passes: passes.hi > passes.lo,
            self.level: len(self._levels(where)) > 1,
            self.size: True,
        }
        controls = [control for control, wanted in choosable.items() if wanted]
        for control in controls:
            control.observe(self._changed, names="value")
        super().__init__(controls, self.stage, self._cards(), name=f"Plan: {entry.plain}")

    # --- ranges -------------------------------------------------------------------------------

    def _pace(self, place: Place) -> dict[str, Any]:
        amount, motion = place.pace or self.technique.pace, self.technique.motion
        assert amount is not None
        assert motion is not None
        label, unit, step = PACES[amount.unit]
        if amount.unit == "s":
            label = LASTING.get(motion.family, label)
        if amount.hi - amount.lo < 4 * step:
            step /= 5 if step == 0.5 else 1
        fixed = amount.lo == amount.hi
        return {
            "label": label, "value": amount.default, "min": amount.lo,
            "max": amount.hi + 1 if fixed else amount.hi, "step": step, "unit": unit,
            "disabled": fixed,
        }  # fmt: skip

    def _levels(self, place: Place) -> list[tuple[str, str]]:
        assert self.technique.level is not None
        most = min(self.technique.level.max, place.level_max or self.technique.level.max)
        steps = (load().pressure_level(level) for level in range(1, most + 1))
        return [(str(step.level), f"{step.level} {step.short}") for step in steps]

    def _usual(self, place: Place) -> str:
        assert self.technique.level is not None
        return str(min(self.technique.level.default, len(self._levels(place))))

    # --- planning and drawing -----------------------------------------------------------------

    def _build(self) -> Stroke:
        return build(
            self.technique.id,
            place=self.place.value,
            side=self.side.value,
            level=int(self.level.value),
            pace=self.pace.value,
            size=self.size.value,
        )

    def _moving(self) -> str:
        passes = int(self.passes.value)
        each = duration(self.stroke.seconds)
        note = each if passes == 1 else f"{passes} passes, {each} each"
        return moving_svg(self.stroke, note=note)

    def _changed(self, change: dict[str, Any]) -> None:
        if self._refitting:
            return
        if change["owner"] is self.place:
            self._refit(self._places[self.place.value])
        try:
            self.stroke = self._build()
        except Blocked as answer:
            parts = {"moving": "", "caption": str(answer), "summary": str(answer)}
        else:
            parts = {"moving": self._moving(), **self._words()}
        if change["owner"] in (self.place, self.size):
            parts["still"] = stroke_still(self.technique.id, self.place.value, self.size.value)
        self.stage.update(**parts)

    def _refit(self, place: Place) -> None:
        """Give pressure and pace the ranges of the new place, keeping what still fits."""
        kept = min(int(self.level.value), len(self._levels(place)))
        self._refitting = True
        try:
            self.level.update(options=self._levels(place), value=str(kept))
            if (fresh := self._pace(place))["max"] != self.pace.max:
                self.pace.update(**fresh)
        finally:
            self._refitting = False

    # --- words --------------------------------------------------------------------------------

    def _words(self) -> dict[str, Any]:
        passes = int(self.passes.value)
        summary = stroke_summary(self.stroke, passes)
        return {
            "name": f"{self.technique.plain}: {self._places[self.place.value].name}",
            "description": describe_stroke(self.stroke, passes=passes),
            "caption": summary,
            "summary": summary,
        }

    def _cards(self) -> Row:
        entry = self.technique
        return Row(
            [
                Card("Your hand, and why now", [entry.hand, entry.why_here]),
                Card("Common mistakes", bullets=[_sentence(one) for one in entry.mistakes]),
                Card("Say this", [f"“{entry.cue}”"], tone="note"),
            ]
        )


def _sentence(words: str) -> str:
    return f"{words[0].upper()}{words[1:]}."
