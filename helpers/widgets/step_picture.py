"""The stroke of one step on the back, shown while the step is open."""

from __future__ import annotations

from helpers.diagrams import describe_stroke, moving_svg, stroke_still
from helpers.routine import Step
from helpers.stage import Stage, set_shown
from helpers.strokes import build

from .routine_rows import step_words
from .words import stroke_summary

FIRST = ("T02", "whole", "reference")
"""What is drawn, unseen, until a step is opened."""


class StepPicture(Stage):
    """The picture of a step's stroke; out of sight as long as there is no step to show."""

    def __init__(self) -> None:
        technique, place, size = FIRST
        stroke = build(technique, place=place, size=size)
        super().__init__(
            stroke_still(*FIRST),
            moving_svg(stroke),
            name="The open step",
            description=describe_stroke(stroke),
        )
        set_shown(self, False)

    def show(self, step: Step | None, index: int | None) -> None:
        """Show a step of the routine, or nothing."""
        set_shown(self, step is not None)
        if step is None or index is None:
            return
        stroke = step.stroke
        summary = stroke_summary(stroke, step.passes)
        self.update(
            still=stroke_still(stroke.technique, stroke.place, stroke.size),
            moving=moving_svg(stroke),
            name=f"Step {index + 1}: {step_words(step)}",
            description=describe_stroke(stroke, passes=step.passes),
            caption=f"Step {index + 1}, {step_words(step)}. {summary}",
        )
