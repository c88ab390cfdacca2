"""The planner of rest and getting up: how long, and longer for those who need it."""

from __future__ import annotations

from typing import Any

from attrs import evolve

from helpers.content import load
from helpers.diagrams import describe_rising, rising_moving, rising_still
from helpers.planner import RestPlan, rest_plan
from helpers.session import Store
from helpers.stage import Stage

from .controls import Card, Choice, Slider
from .session_panel import SessionPanel
from .words import control, duration

FIELDS = ("finish.lying", "finish.sitting", "finish.dizzy")


class RestPlanner(SessionPanel):
    """How long to rest and sit before standing up, drawn step by step, with what to say."""

    def __init__(self, store: Store | None = None) -> None:
        super().__init__("rest", FIELDS, store)
        plan, finish = rest_plan(self.session), self.session.finish
        self.lying = Slider(
            **control("rest-lying"), value=finish.lying, **_range("N12"), step=15, unit="seconds"
        )
        self.sitting = Slider(
            **control("rest-sitting"), value=finish.sitting, **_range("N13"), step=15,
            unit="seconds",
        )  # fmt: skip
        self.dizzy = Choice(
            **control("rest-dizzy"), options=[("no", "No"), ("yes", "Yes")],
            value="yes" if finish.dizzy else "no",
        )  # fmt: skip
        self.bind(
            self.lying,
            lambda s: s.finish.lying,
            lambda v: {"finish": evolve(self.session.finish, lying=int(v))},
        )
        self.bind(
            self.sitting,
            lambda s: s.finish.sitting,
            lambda v: {"finish": evolve(self.session.finish, sitting=int(v))},
        )
        self.bind(
            self.dizzy,
            lambda s: "yes" if s.finish.dizzy else "no",
            lambda v: {"finish": evolve(self.session.finish, dizzy=v == "yes")},
        )
        self.stage = Stage(rising_still(plan), rising_moving(plan), **_words(plan), opens="left")
        self.why = Card("How long, and why", _why(plan), tone="note", speaks=True)
        self.say = Card("Say this", bullets=_say(plan))
        self.compose(
            [self.lying, self.sitting, self.dizzy],
            [self.stage, self.why, self.say],
            name="Rest and getting up",
        )

    def show(self) -> None:
        """Draw how this person gets up as the session is now."""
        plan = rest_plan(self.session)
        self.stage.update(still=rising_still(plan), moving=rising_moving(plan), **_words(plan))
        self.why.update(paragraphs=tuple(_why(plan)))
        self.say.update(bullets=tuple(_say(plan)))


def _range(number: str) -> dict[str, Any]:
    entry = load().number[number]
    return {"min": entry.lo, "max": entry.hi}


def _words(plan: RestPlan) -> dict[str, Any]:
    caption = f"From the last touch to standing: {duration(plan.seconds)}."
    return {
        "name": "Getting up in small steps",
        "description": describe_rising(plan),
        "caption": caption,
        "summary": caption,
    }


def _why(plan: RestPlan) -> list[str]:
    usual = "Lying so calmly lowers the blood pressure. Getting up fast can make anyone dizzy."
    if not plan.longer:
        return [usual]
    reasons = " and because ".join(plan.because)
    return [usual, f"Both rests are twice as long here, because {reasons}."]


def _say(plan: RestPlan) -> list[str]:
    return [f"{part.step.name}: “{part.step.say}”" for part in plan.parts]
