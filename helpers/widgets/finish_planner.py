"""The planner of the finish: breath, sweeps, the lightest touch, the closing hold."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import evolve

from helpers.content import load
from helpers.diagrams import (
    Ending,
    breath_moving,
    breath_still,
    describe_breath,
    describe_finish,
    finish_moving,
    finish_still,
)
from helpers.planner import plan
from helpers.routine import Routine, Step
from helpers.session import Session, Store
from helpers.stage import Stage

from .breath_pacer import BreathPacer
from .controls import Card, Choice, Slider
from .session_panel import SessionPanel
from .words import control, duration

FEATHER, HOLD = "T21", "T22"
RHYTHM_NAMES = {
    "even": "As long in as out",
    "4:5": "A little longer out",
    "4:6": "Longer out",
}
TOUCHES = {"feathers": "Feathers up", "hand": "A still, warm hand"}
FIELDS = ("breaths_per_minute", "finish.rhythm", "down_strokes", "feathers")
MOST_LINES = 3
"""So many lines the notes usually have at most, on a page with room for controls beside them."""

OWN_LIST = (
    "You have a list of steps of your own in the full session. It keeps its own steps and times; "
    "press “Plan again” there to take these."
)


class FinishPlanner(SessionPanel):
    """Choices for the finish beside their pictures: on the back, and in time with the breath.

    ``routine`` is the plan that the pictures show the end of.
    """

    def __init__(self, store: Store | None = None) -> None:
        super().__init__("finish", FIELDS, store)
        self._seen: Session | None = None
        session, ending = self.session, Ending.of(self._plan(self.session))
        content = load()
        hold = content.number["H05"]
        self.breaths = Slider(
            **control("finish-breaths"), value=session.breaths_per_minute, min=5, max=18,
            unit="breaths",
        )  # fmt: skip
        self.rhythm = Choice(**control("finish-rhythm"), options=list(RHYTHM_NAMES.items()))
        self.sweeps = Slider(**control("finish-sweeps"), value=6, min=4, max=8, unit="sweeps")
        self.touch = Choice(**control("finish-touch"), options=list(TOUCHES.items()))
        self.feathers = Slider(**control("finish-feathers"), value=4, min=3, max=6, unit="feathers")
        self.hold = Slider(
            **control("finish-hold"), value=hold.default or 40, min=hold.lo or 20,
            max=hold.hi or 90, step=5, unit="seconds",
        )  # fmt: skip
        self._bind()
        self.pacer = BreathPacer(**control("pacer"), inward=ending.inward, outward=ending.outward)
        self.back = Stage(finish_still(ending), finish_moving(ending), **self._about_back(ending))
        self.chart = Stage(
            breath_still(), breath_moving(ending), **self._about_chart(ending), opens="left"
        )
        self.notes = Card(
            "How it goes", self._notes(ending), tone="note", speaks=True, lines=MOST_LINES
        )
        self.compose(
            [self.breaths, self.rhythm, self.pacer, self.sweeps, self.touch, self.feathers,
             self.hold],
            [self.back, self.notes, self.chart],
            name="Plan the finish",
        )  # fmt: skip
        self._follow()
        self.feathers.disabled = self.touch.value == "hand"

    @property
    def routine(self) -> Routine:
        """The plan of the session as it is now."""
        return self._plan(self.session)

    def show(self) -> None:
        """Draw the finish of the session as it is now."""
        ending = Ending.of(self.routine)
        self.feathers.disabled = self.touch.value == "hand"
        self.pacer.update(inward=ending.inward, outward=ending.outward)
        self.back.update(
            still=finish_still(ending), moving=finish_moving(ending), **self._about_back(ending)
        )
        self.chart.update(moving=breath_moving(ending), **self._about_chart(ending))
        self.notes.update(paragraphs=tuple(self._notes(ending)))

    def reset(self) -> None:
        """Give everything that is chosen here its usual value, and leave the rest alone."""
        usual = Session()
        self.store.change(
            self.owner,
            lambda latest: {
                "breaths_per_minute": usual.breaths_per_minute,
                "down_strokes": usual.down_strokes,
                "feathers": usual.feathers,
                "left_out": latest.left_out - {FEATHER},
                "finish": evolve(latest.finish, rhythm=usual.finish.rhythm),
                **_with_hold(latest, None),
            },
        )

    # --- the session --------------------------------------------------------------------------

    def _bind(self) -> None:
        self.bind(self.breaths, lambda s: s.breaths_per_minute, lambda v: {"breaths_per_minute": v})
        self.bind(
            self.rhythm,
            lambda s: s.finish.rhythm,
            lambda v: {"finish": evolve(self.session.finish, rhythm=v)},
        )
        self.bind(self.sweeps, lambda s: s.down_strokes, lambda v: {"down_strokes": int(v)})
        self.bind(
            self.touch, lambda s: "hand" if FEATHER in s.left_out else "feathers", self._touched
        )
        self.bind(self.feathers, lambda s: s.feathers, lambda v: {"feathers": int(v)})
        self.bind(self.hold, self._hold, lambda v: _with_hold(self.session, v))

    def _touched(self, touch: str) -> Mapping[str, Any]:
        session = self.session
        if touch == "hand":
            return {
                "left_out": session.left_out | {FEATHER},
                "asked": session.asked - {FEATHER},
            }
        return {"left_out": session.left_out - {FEATHER}}

    def _hold(self, session: Session) -> float:
        """Return the hold that was chosen, or the one of the plan, as the slider can show it."""
        chosen = session.choice(HOLD).pace
        if chosen is None:
            step = Ending.of(self._plan(session)).hold
            chosen = 40.0 if step is None else _still_seconds(step)
        return float(min(90, max(20, 5 * round(chosen / 5))))

    def _plan(self, session: Session) -> Routine:
        if self._seen is not session:
            self._seen, self._routine = session, plan(session)
        return self._routine

    # --- words --------------------------------------------------------------------------------

    def _about_back(self, ending: Ending) -> dict[str, Any]:
        sweeps, feathers = len(ending.weights()), sum(s.passes for s in ending.feathers)
        parts = [
            *([f"{sweeps} sweeps down"] if sweeps else []),
            *([f"{feathers} feather{'' if feathers == 1 else 's'} up"] if feathers else []),
            *([f"hold still for {_still_seconds(ending.hold):.0f} seconds"] if ending.hold else []),
        ]
        total = self.routine.phase_seconds().get("P6", 0)
        caption = (
            f"{', then '.join(parts)}. The finish takes {duration(total)} "
            f"of your {self.routine.minutes} minutes."
            if parts
            else "There is no massage today, so there is no finish to draw."
        )
        return {
            "name": "The finish on the back",
            "description": describe_finish(ending),
            "caption": caption[:1].upper() + caption[1:],
            "summary": caption[:1].upper() + caption[1:],
        }

    def _about_chart(self, ending: Ending) -> dict[str, Any]:
        return {
            "name": "Breath, hands and pressure over time",
            "description": describe_breath(ending),
            "caption": "Shaded: breathing out. Solid: the stroke down. Dashed: the light way back.",
        }

    def _notes(self, ending: Ending) -> list[str]:
        routine, session = self.routine, self.session
        if routine.verdict.blocks:
            return list(routine.verdict.reasons)
        notes = [step.note for step in ending.sweeps[:1] if step.note]
        notes += [note for note in routine.notes if "no calm stroke fits" in note]
        for made, wish, name in (
            (len(ending.weights()), session.down_strokes, "sweep"),
            (sum(s.passes for s in ending.feathers), session.feathers, "feather"),
        ):
            if 0 < made < wish:
                notes.append(
                    f"There is time for {made} {name}{'' if made == 1 else 's'}, not {wish}. "
                    "A longer massage has room for more."
                )
        chosen = session.choice(HOLD).pace
        if chosen and ending.hold and abs(_still_seconds(ending.hold) - chosen) > 5:
            notes.append(
                f"Your hands lie still for {_still_seconds(ending.hold):.0f} seconds here, so that "
                f"all parts together fill {routine.minutes} minutes."
            )
        if "T20" in session.left_out:
            notes.append("You left out the long sweeps, so the finish goes without them.")
        return [*notes, OWN_LIST] if session.edits else notes


def _with_hold(session: Session, seconds: float | None) -> dict[str, Any]:
    """Return the change that makes the closing hold so long; None: as the plan likes."""
    choices = dict(session.technique_choices)
    choices[HOLD] = evolve(session.choice(HOLD), pace=seconds)
    if choices[HOLD] == Session().choice(HOLD):
        del choices[HOLD]
    return {"technique_choices": choices}


def _still_seconds(step: Step) -> float:
    """Return how long the hands lie still in the closing hold, without lifting away, s."""
    lift = load().technique[HOLD].motion
    away = sum(beat.default for beat in lift.beats) if lift else 0.0
    return step.stroke.seconds - away + step.rest
