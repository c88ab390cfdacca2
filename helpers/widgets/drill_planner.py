"""The closing drill of the techniques lesson: the learner's minutes, split over the strokes."""

from __future__ import annotations

from typing import Any

from helpers.content import load
from helpers.diagrams import describe_timeline, timeline_svg
from helpers.planner import plan
from helpers.routine import Routine
from helpers.session import Session
from helpers.stage import Stage

from .controls import Card, Checklist, Choice, Panel, Slider
from .words import duration

TAUGHT = ("T02", "T03", "T04", "T05", "T06", "T07", "T11", "T12", "T13")
"""The strokes that the lesson teaches."""
PRESET = "techniques-drill"
SHORTEST, LONGEST = 10, 30
"""Minutes. Below ten there is no kneading (rule "short"); past thirty beginners tire (B09)."""


class DrillPlanner(Panel):
    """Minutes and strokes to practise, planned under every rule, shown as a timeline.

    ``routine`` is the plan that is shown.
    """

    def __init__(self, minutes: int = 20) -> None:
        content = load()
        self.minutes = Slider("Minutes you have", minutes, SHORTEST, LONGEST, 1, "minutes")
        self.strokes = Checklist(
            "Strokes to practise",
            [(one, content.technique[one].plain) for one in TAUGHT],
            value=TAUGHT,
        )
        levels = [content.pressure_level(level) for level in (1, 2, 3)]
        self.level = Choice(
            "Firmest pressure",
            [(str(one.level), f"{one.level} {one.short}") for one in levels],
            value="3",
        )
        self.routine = self._plan()
        self.stage = Stage(timeline_svg(self.routine), **self._words())
        self.notes = Card("What the plan did, and why", self._notes(), tone="note", speaks=True)
        controls = [self.minutes, self.strokes, self.level]
        super().__init__(controls, [self.stage, self.notes], name="Plan a practice session")
        for control in controls:
            control.observe(self._changed, names="value")

    def _plan(self) -> Routine:
        left_out = [one for one in TAUGHT if one not in self.strokes.value]
        return plan(
            Session(
                minutes=int(self.minutes.value),
                preset=PRESET,
                top_level=int(self.level.value),
                left_out=left_out,
            )
        )

    def _changed(self, _change: dict[str, Any]) -> None:
        self.routine = self._plan()
        self.stage.update(still=timeline_svg(self.routine), **self._words())
        self.notes.update(paragraphs=self._notes())

    def _words(self) -> dict[str, Any]:
        return {
            "name": f"Timeline of a {self.routine.minutes}-minute practice session",
            "description": describe_timeline(self.routine),
            "caption": f"{len(self.routine.steps)} steps, {duration(self.routine.seconds)} in all.",
            "summary": f"The plan has {len(self.routine.steps)} steps.",
        }

    def _notes(self) -> tuple[str, ...]:
        return self.routine.notes or ("Everything you asked for fits.",)
