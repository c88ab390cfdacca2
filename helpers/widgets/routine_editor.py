"""The editor: the learner's own list of steps, checked while it changes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from helpers.diagrams import clock, curve_svg, describe_curve
from helpers.planner import (
    Edits,
    Realized,
    act,
    add,
    fit,
    from_routine,
    realize,
    replan,
    routine_for,
)
from helpers.routine import check
from helpers.session import StepEdit, Store
from helpers.stage import Stage

from .controls import Buttons, Card, RoutineList
from .routine_rows import general, rows
from .session_panel import SessionPanel
from .step_adder import StepAdder
from .words import control

CLEAN = "No mistakes: this list keeps every rule."
BLOCKED = "There is no massage today"


class RoutineEditor(SessionPanel):
    """The steps of the session, to be changed one by one, with what the check says about them.

    As long as nothing is changed, the list is the plan. ``realized`` is the routine that is shown.
    """

    def __init__(self, store: Store | None = None) -> None:
        super().__init__("edits", ("edits",), store)
        self.realized = self._realized()
        self.findings = check(self.realized.routine)
        self.steps = RoutineList(
            **control("full-steps"),
            rows=rows(self.realized, self.findings),
            on_ask=self._asked,
        )
        self.verdict = Card("What the check says", **self._verdict(), speaks=True)
        self.whole = Buttons(
            **control("full-whole"), options=self._ways(), on_press=self._whole_list
        )
        self.adder = StepAdder(lambda: self.session, self._add)
        self.stage = Stage(curve_svg(self.realized.routine), **self._words(), width=800)
        self.compose(
            [self.verdict, self.whole, *self.adder.widgets],
            self.steps,
            self.stage,
            name="Change the steps",
        )

    @property
    def edits(self) -> Edits:
        """The list that is shown: the learner's own, or the plan's."""
        return self.session.edits or from_routine(routine_for(self.session))

    def show(self) -> None:
        """Show the list, the check and the curve of the session as it is now."""
        self.realized = self._realized()
        self.findings = check(self.realized.routine)
        fresh = rows(self.realized, self.findings)
        chosen = self.steps.chosen
        self.steps.update(rows=fresh, chosen=chosen if chosen < len(fresh) else -1)
        self.verdict.update(**self._verdict())
        self.whole.options = self._ways()
        self.adder.refresh()
        self.stage.update(still=curve_svg(self.realized.routine), **self._words())

    # --- changes ------------------------------------------------------------------------------

    def _asked(self, wish: str, row: int, to: int) -> None:
        done: list[Any] = []

        def make(edits: Edits) -> Edits:
            done.append(act(edits, wish, row, to, self.session))
            return tuple(done[-1].edits)

        if self._edit(make):
            self.steps.update(chosen=done[-1].chosen, said=done[-1].said)

    def _whole_list(self, way: str) -> None:
        if way == "fit":
            self._edit(lambda edits: fit(edits, 60 * self.realized.routine.minutes))
        else:
            self._edit(lambda edits: replan(edits, self.session))

    def _add(self, new: tuple[StepEdit, ...]) -> None:
        def make(edits: Edits) -> Edits:
            for edit in new:
                edits = add(edits, edit)
            return edits

        self._edit(make)

    def _edit(self, make: Callable[[Edits], Edits]) -> bool:
        return self.change(
            lambda latest: {"edits": make(latest.edits or from_routine(routine_for(latest)))}
        )

    # --- words --------------------------------------------------------------------------------

    def _realized(self) -> Realized:
        return realize(self.edits, self.session)

    def _ways(self) -> list[tuple[str, str]]:
        return [
            ("fit", f"Fit to {self.realized.routine.minutes} minutes"),
            ("replan", "Plan again"),
        ]

    def _verdict(self) -> dict[str, Any]:
        routine = self.realized.routine
        if routine.verdict.blocks:
            return {"paragraphs": (f"{BLOCKED}.", *routine.notes), "bullets": (), "tone": "stop"}
        length = f"{clock(routine.seconds)} of {routine.minutes}:00 minutes are planned."
        count = self._mistakes()
        if not count:
            told, tone = CLEAN, "note"
        else:
            told = (
                f"{count} mistake{'' if count == 1 else 's'} to mend: look at the list, or below."
            )
            tone = "warning"
        return {"paragraphs": (told, length), "bullets": general(self.findings), "tone": tone}

    def _mistakes(self) -> int:
        """Return how many mistakes are shown: at the steps, and about the whole list."""
        at_steps = rows(self.realized, self.findings)
        tones = [tone for row in at_steps for tone, *_ in row["remarks"]]
        return tones.count("error") + sum(
            f.severity == "error" and f.step is None for f in self.findings
        )

    def _words(self) -> dict[str, Any]:
        return {
            "name": "Pressure and parts of your massage",
            "description": describe_curve(self.realized.routine),
        }
