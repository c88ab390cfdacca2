"""The planner of the whole session: from what all lessons know to one plan."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from helpers.content import load
from helpers.diagrams import describe_timeline, timeline_svg
from helpers.planner import replan, routine_for
from helpers.planner.decided import decided
from helpers.planner.outcome import result
from helpers.session import LEAST_MINUTES, MOST_MINUTES, Store
from helpers.session.words import piece
from helpers.stage import Stage

from .controls import Card, Checklist, Choice, Slider
from .session_panel import SessionPanel
from .words import control, duration

BY_MINUTES = "by-minutes"
MAY_ASK = ("T09", "T10", "T13", "T14", "T16", "T17", "T19")
"""Strokes that are not in every plan, so that somebody may ask for them."""

MAY_LEAVE = ("T03", "T04", "T05", "T06", "T07", "T08", "T10", "T11", "T15", "T16", "T21")
"""Strokes that a plan can do without."""

KNOWN = ("agreed", "prepare.stop_word", "position", "prepare.place", "prepare.oil",
         "breaths_per_minute", "down_strokes", "feathers")  # fmt: skip
"""What of the other lessons is named beside the plan, spots and safety answers apart."""

OWN_LIST = (
    "You have changed steps by hand below. If you change something here, the plan is made anew, "
    "and only your locked steps stay."
)


class FullPlanner(SessionPanel):
    """Length, firmness and strokes of the whole session, beside its timeline and what it knows.

    ``routine`` is what is shown: the learner's own list where there is one, else the plan.
    """

    def __init__(self, store: Store | None = None) -> None:
        fields = ("preset", "minutes", "top_level", "asked", "left_out")
        super().__init__("full", fields, store)
        session = self.session
        self.routine = routine_for(session)
        self.preset = Choice(
            **control("full-preset"),
            options=[(BY_MINUTES, "The minutes alone"), *((p.id, p.name) for p in _presets())],
            value=session.preset or BY_MINUTES,
        )
        self.minutes = Slider(
            **control("minutes"), value=session.minutes, min=LEAST_MINUTES, max=MOST_MINUTES,
            step=1, unit="minutes",
        )  # fmt: skip
        levels = [load().pressure_level(level) for level in (1, 2, 3, 4)]
        self.level = Choice(
            **control("top-level"),
            options=[(str(one.level), f"{one.level} {one.short}") for one in levels],
            value=str(session.top_level),
        )
        self.asked = Checklist(**control("full-asked"), options=_named(MAY_ASK))
        self.left_out = Checklist(**control("full-left-out"), options=_named(MAY_LEAVE))
        self._tie()
        self.safety = Card(**self._safety(), speaks=True)
        self.stage = Stage(timeline_svg(self.routine), **self._words(), opens="left")
        self.notes = Card("What the plan did, and why", self._notes(), tone="note", speaks=True)
        self.known = Card("What it knows from the other lessons", bullets=self._known())
        self.compose(
            [self.preset, self.minutes, self.level, self.asked, self.left_out],
            [self.safety, self.stage, self.notes, self.known],
            name="Plan the whole session",
        )
        self._follow()

    def show(self) -> None:
        """Plan and draw anew."""
        self.routine = routine_for(self.session)
        self.preset.help = self._preset_help()
        self.safety.update(**self._safety())
        self.stage.update(still=timeline_svg(self.routine), **self._words())
        self.notes.update(paragraphs=self._notes())
        self.known.update(bullets=self._known())

    # --- the session --------------------------------------------------------------------------

    def _tie(self) -> None:
        self.preset.help = self._preset_help()
        self.bind(self.preset, lambda s: s.preset or BY_MINUTES, self._start_from)
        self.bind(
            self.minutes, lambda s: float(s.minutes), lambda v: self._anew({"minutes": int(v)})
        )
        self.bind(
            self.level, lambda s: str(s.top_level), lambda v: self._anew({"top_level": int(v)})
        )
        self.bind(
            self.asked,
            lambda s: tuple(one for one in MAY_ASK if one in s.asked),
            lambda v: self._strokes(v, MAY_ASK, "asked", "left_out"),
        )
        self.bind(
            self.left_out,
            lambda s: tuple(one for one in MAY_LEAVE if one in s.left_out),
            lambda v: self._strokes(v, MAY_LEAVE, "left_out", "asked"),
        )

    def _start_from(self, name: str) -> Mapping[str, Any]:
        if name == BY_MINUTES:
            return self._anew({"preset": None})
        return self._anew({"preset": name, "minutes": load().preset[name].minutes})

    def _strokes(
        self, ticked: tuple[str, ...], offered: tuple[str, ...], field: str, other: str
    ) -> Mapping[str, Any]:
        """Return the changes when strokes are ticked: nothing is asked for and left out at once."""
        kept = getattr(self.session, field) - set(offered)
        return self._anew(
            {
                field: kept | set(ticked),
                other: getattr(self.session, other) - set(ticked),
            }
        )

    def _anew(self, changes: dict[str, Any]) -> Mapping[str, Any]:
        """Return the changes, and with them the learner's own list planned anew."""
        edits = self.session.edits
        if not edits:
            return changes
        if not any(edit.locked for edit in edits):
            return {**changes, "edits": ()}
        fresh = self.session.changed(**changes, edits=())
        return {**changes, "edits": replan(edits, fresh)}

    # --- words --------------------------------------------------------------------------------

    def _preset_help(self) -> str:
        name = self.session.preset
        return control("full-preset")["help"] if name is None else load().preset[name].plain

    def _safety(self) -> dict[str, Any]:
        found = result(self.session)
        words = [found.outcome.do]
        if found.open:
            words.append(f"Questions still open: {found.open}. They are in the first lesson.")
        tone = "stop" if self.routine.verdict.blocks else "warning" if found.blocks else "note"
        return {
            "heading": f"The safety questions: {found.outcome.name.lower()}",
            "paragraphs": words,
            "bullets": found.reasons,
            "tone": tone,
        }

    def _words(self) -> dict[str, Any]:
        steps = len(self.routine.steps)
        if not steps:
            words = "There is no massage to plan today."
            return {"name": "Timeline of the session", "description": words, "caption": words,
                    "summary": words}  # fmt: skip
        return {
            "name": f"Timeline of the {self.routine.minutes}-minute session",
            "description": describe_timeline(self.routine),
            "caption": f"{steps} steps, {duration(self.routine.seconds)} in all.",
            "summary": f"The plan has {steps} steps.",
        }

    def _notes(self) -> tuple[str, ...]:
        own = (OWN_LIST,) if self.session.edits else ()
        return (*own, *self.routine.notes) or ("Everything you asked for fits.",)

    def _known(self) -> tuple[str, ...]:
        # Not how they wanted to lie, where the safety answers ask for another way.
        lies = self.session.changed(position=self.routine.position)
        paths = (tuple(name.split(".")) for name in KNOWN)
        return (*decided("03", self.session).chosen, *(piece(lies, path) for path in paths))


def _presets() -> list[Any]:
    return list(load().preset.values())


def _named(techniques: tuple[str, ...]) -> list[tuple[str, str]]:
    return [(one, load().technique[one].plain) for one in techniques]
