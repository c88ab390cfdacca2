"""The closing drill of the techniques lesson: the learner's minutes, split over the strokes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from helpers.content import load
from helpers.diagrams import describe_timeline, timeline_key, timeline_svg
from helpers.planner import plan
from helpers.session import LEAST_MINUTES, MOST_MINUTES, Session, Store
from helpers.stage import Stage

from .controls import Card, Checklist, Choice, Slider
from .later import later
from .session_panel import SessionPanel
from .words import control, duration

TAUGHT = ("T02", "T03", "T04", "T05", "T06", "T07", "T11", "T12", "T13")
"""The strokes that the lesson teaches."""
PRESET = "techniques-drill"


class DrillPlanner(SessionPanel):
    """Minutes and strokes to practise, planned under every rule, shown as a timeline.

    ``routine`` is the plan that is shown.
    """

    def __init__(self, store: Store | None = None) -> None:
        super().__init__("drill", ("minutes", "left_out", "top_level"), store)
        content, session = load(), self.session
        self.minutes = Slider(
            **control("minutes"), value=session.minutes, min=LEAST_MINUTES, max=MOST_MINUTES,
            step=1, unit="minutes",
        )  # fmt: skip
        self.strokes = Checklist(
            **control("drill-strokes"),
            options=[(one, content.technique[one].plain) for one in TAUGHT],
            value=self._ticked(session),
        )
        self.level = Choice(
            **control("top-level"), options=self._levels(), value=str(session.top_level)
        )
        self.bind(self.minutes, lambda s: float(s.minutes), lambda v: {"minutes": int(v)})
        self.bind(self.strokes, self._ticked, self._leave)
        self.bind(self.level, lambda s: str(s.top_level), lambda v: {"top_level": int(v)})
        self._planned = self._wish()
        self.routine = plan(self._planned)
        self._drawn = timeline_key(self.routine)
        self.stage = Stage(timeline_svg(self.routine), **self._words(), opens="left")
        self.notes = Card("What the plan did, and why", self._notes(), tone="note", speaks=True)
        controls = [self.minutes, self.strokes, self.level]
        self.compose(controls, [self.stage, self.notes], name="Plan a practice session")

    def show(self) -> None:
        """Plan and draw anew: at once if it was changed here, else soon."""
        if self._acting:
            self._draw()
        elif self._wish() != self._planned:
            later.do(self, self._draw)

    # --- the session --------------------------------------------------------------------------

    def _wish(self) -> Session:
        """Return the session as far as the drill depends on it."""
        return self.session.changed(preset=PRESET, edits=(), quiz={})

    @staticmethod
    def _ticked(session: Session) -> tuple[str, ...]:
        return tuple(one for one in TAUGHT if one not in session.left_out)

    def _leave(self, ticked: tuple[str, ...]) -> Mapping[str, Any]:
        """Return the changes that leave out what is not ticked; none of it stays asked for."""
        out = set(TAUGHT) - set(ticked)
        return {
            "left_out": (self.session.left_out - set(TAUGHT)) | out,
            "asked": self.session.asked - out,
        }

    def _levels(self) -> list[tuple[str, str]]:
        most = max(3, self.session.top_level)
        steps = [load().pressure_level(level) for level in range(1, most + 1)]
        return [(str(one.level), f"{one.level} {one.short}") for one in steps]

    def _follow(self) -> None:
        if self._levels() != [option[:2] for option in self.level.options]:
            self._following = True
            try:
                self.level.update(options=self._levels(), value=str(self.session.top_level))
            finally:
                self._following = False
        super()._follow()

    # --- drawing and words --------------------------------------------------------------------

    def _draw(self) -> None:
        self._planned = self._wish()
        self.routine = plan(self._planned)
        # Another pace often leaves the steps as they are; drawing them is by far the longest part.
        drawn, self._drawn = self._drawn, timeline_key(self.routine)
        picture = {} if self._drawn == drawn else {"still": timeline_svg(self.routine)}
        self.stage.update(**picture, **self._words())
        self.notes.update(paragraphs=self._notes())

    def _words(self) -> dict[str, Any]:
        routine = self.routine
        if not routine.steps:
            return {
                "name": "No practice session",
                "description": describe_timeline(routine),
                "caption": "There is no plan for a person now. Practise on a cushion.",
                "summary": "There is no plan for a person now.",
            }
        return {
            "name": f"Timeline of a {routine.minutes}-minute practice session",
            "description": describe_timeline(routine),
            "caption": f"{len(routine.steps)} steps, {duration(routine.seconds)} in all.",
            "summary": f"The plan has {len(routine.steps)} steps.",
        }

    def _notes(self) -> tuple[str, ...]:
        return self.routine.notes or ("Everything you asked for fits.",)
