"""The editor: the learner's own list of steps, checked while it changes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from helpers.diagrams import clock, curve_mark, curve_svg, describe_curve
from helpers.planner import (
    Edits,
    Outcome,
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
from .step_picture import StepPicture
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
        self.stage = Stage(**self._curve(), width=800, opens="left")
        self.closer = StepPicture()
        self._done: Outcome | None = None
        self.steps.observe(lambda _: self._look(), names="chosen")
        self.compose(
            [self.verdict, self.whole, *self.adder.widgets],
            self.steps,
            [self.stage, self.closer],
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
        chosen = self.steps.chosen if self._done is None else self._done.chosen
        said = self.steps.said if self._done is None else self._done.said
        self.steps.update(rows=fresh, chosen=chosen if chosen < len(fresh) else -1, said=said)
        self.verdict.update(**self._verdict())
        self.whole.options = self._ways()
        self.adder.refresh()
        self._look()

    def _look(self) -> None:
        """Show the curve with the open step in it, and where that step goes on the back."""
        self.stage.update(**self._curve())
        step = self._open()
        self.closer.show(None if step is None else self.realized.routine.steps[step], step)

    def _open(self) -> int | None:
        """Return the index of the open row's step in the routine; None where there is none."""
        chosen = self.steps.chosen
        return self.realized.rows[chosen].step if 0 <= chosen < len(self.realized.rows) else None

    # --- changes ------------------------------------------------------------------------------

    def _asked(self, wish: str, row: int, to: int) -> None:
        def make(edits: Edits) -> Edits:
            self._done = act(edits, wish, row, to, self.session)
            return self._done.edits

        # The list follows at once, so that rows and focus change in one go.
        changed = self._edit(make)
        if changed and self._done is not None:
            self.steps.update(chosen=self._done.chosen, said=self._done.said)
        self._done = None

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

    def _curve(self) -> dict[str, Any]:
        routine, step = self.realized.routine, self._open()
        wrong = sorted(
            {f.step for f in self.findings if f.severity == "error" and f.step is not None}
        )
        return {
            "still": curve_svg(routine, wrong),
            "moving": "" if step is None else curve_mark(routine, step),
            "name": "Pressure and parts of your massage",
            "description": describe_curve(routine),
        }
