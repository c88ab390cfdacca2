"""The mistake spotter: a plan with mistakes in it, to be repaired until the check finds nothing."""

from __future__ import annotations

from typing import Any

from helpers.content import load
from helpers.content.models.puzzle import Puzzle
from helpers.diagrams import clock, curve_svg, describe_curve
from helpers.planner import Edits, act, add, fit
from helpers.planner.puzzles import edits_of, hint, judge, session_of
from helpers.session import Session, SessionError, StepEdit, Store, current
from helpers.stage import Stage

from .attempt import Attempt
from .controls import Buttons, Card, Choice, Panel, RoutineList
from .routine_rows import general, rows
from .step_adder import StepAdder
from .words import control

OWNER = "puzzles"
NO_HINT = "Press “Give me a hint” whenever you are stuck."
CLEAN = "The check finds nothing. You have put it right."


class MistakeSpotter(Panel):
    """Faulty plans, to be put right one after the other; which ones are is kept in the session.

    ``puzzle`` is the plan that is open, ``edits`` its list as it is now, ``judged`` what is still
    wrong with it.
    """

    def __init__(self, store: Store | None = None) -> None:
        self.store = current() if store is None else store
        self._take(next(iter(load().puzzle)))
        self.which = Choice(**control("spotter-which"), options=self._names())
        self.story = Card(self.puzzle.name, [self.puzzle.story])
        self.verdict = Card("What the check says", **self._verdict(), speaks=True)
        self.tools = Buttons(**control("spotter-tools"), options=self._ways(), on_press=self._use)
        self.clue = Card("Hint", [NO_HINT], tone="note", speaks=True)
        self.steps = RoutineList(**control("spotter-steps"), rows=self._rows(), on_ask=self._asked)
        self.adder = StepAdder(lambda: self.person, self._add)
        self.stage = Stage(
            curve_svg(self.judged.realized.routine), **self._words(), width=720, opens="left"
        )
        self.which.observe(lambda change: self.choose(change["new"]), names="value")
        self._mark_tools()
        super().__init__(
            [self.which, self.story, self.verdict, self.tools, self.clue, *self.adder.widgets],
            self.steps,
            self.stage,
            name="Spot the mistakes",
        )
        self.store.observe(OWNER, lambda _old, _new: self.which.update(options=self._names()))

    @property
    def person(self) -> Session:
        """The session of the person in the story; the learner's own stays out of it."""
        return session_of(self.puzzle)

    @property
    def edits(self) -> Edits:
        """The list of the plan that is open, as it is now."""
        return self.attempt.edits

    def choose(self, puzzle: str) -> None:
        """Open a plan, as faulty as it is."""
        self._take(puzzle)
        self.story.update(heading=self.puzzle.name, paragraphs=[self.puzzle.story])
        self.clue.update(paragraphs=[NO_HINT])
        self.tools.options = self._ways()
        self.steps.chosen = -1
        self.adder.refresh()
        self._show()

    # --- changes ------------------------------------------------------------------------------

    def _take(self, puzzle: str) -> None:
        self.puzzle: Puzzle = load().puzzle[puzzle]
        self.attempt = Attempt(edits_of(self.puzzle.step))
        self.judged = judge(self.puzzle, self.edits)

    def _asked(self, wish: str, row: int, to: int) -> None:
        try:
            done = act(self.edits, wish, row, to, self.person)
        except SessionError as error:
            self._tell(str(error))
            return
        self._change(done.edits, chosen=done.chosen, said=done.said)

    def _add(self, new: tuple[StepEdit, ...]) -> None:
        edits = self.edits
        try:
            for edit in new:
                edits = add(edits, edit)
        except SessionError as error:
            self._tell(str(error))
            return
        self._change(edits)

    def _use(self, tool: str) -> None:
        if tool == "hint":
            self._tell(hint(self.puzzle, self.judged))
        elif tool == "fit":
            try:
                self._change(fit(self.edits, 60 * self.puzzle.minutes))
            except SessionError as error:
                self._tell(str(error))
        else:
            {"undo": self.attempt.undo, "redo": self.attempt.redo, "reset": self.attempt.reset}[
                tool
            ]()
            self._show()

    def _change(self, edits: Edits, **marks: Any) -> None:
        self.attempt.change(edits)
        self.clue.update(paragraphs=[NO_HINT])
        self._show(**marks)

    def _show(self, **marks: Any) -> None:
        """Show the list as it is now; ``marks`` are the open row and what is said of it."""
        self.judged = judge(self.puzzle, self.edits)
        fresh = self._rows()
        chosen = self.steps.chosen if self.steps.chosen < len(fresh) else -1
        # All in one message: the focus goes with the step only if both arrive together.
        self.steps.update(**{"rows": fresh, "chosen": chosen, **marks})
        self.verdict.update(**self._verdict())
        self.stage.update(still=curve_svg(self.judged.realized.routine), **self._words())
        self._mark_tools()
        if self.judged.solved and self.puzzle.id not in self.store.session.puzzles:
            solved = self.puzzle.id
            self.store.change(OWNER, lambda latest: {"puzzles": latest.puzzles | {solved}})

    # --- words --------------------------------------------------------------------------------

    def _tell(self, words: str) -> None:
        self.clue.update(paragraphs=[words])

    def _mark_tools(self) -> None:
        able = {
            "undo": self.attempt.can_undo,
            "redo": self.attempt.can_redo,
            "reset": self.edits != edits_of(self.puzzle.step),
        }
        self.tools.off = tuple(tool for tool, can in able.items() if not can)

    def _ways(self) -> list[tuple[str, str]]:
        return [
            ("hint", "Give me a hint"),
            ("undo", "Undo"),
            ("redo", "Redo"),
            ("reset", "Start again"),
            ("fit", f"Fit to {self.puzzle.minutes} minutes"),
        ]

    def _names(self) -> list[tuple[str, str, str]]:
        solved = self.store.session.puzzles
        return [
            (one.id, one.name, "put right" if one.id in solved else "")
            for one in load().puzzle.values()
        ]

    def _rows(self) -> list[dict[str, Any]]:
        return rows(self.judged.realized, self._findings())

    def _findings(self) -> tuple[Any, ...]:
        return (*self.judged.errors, *self.judged.advice)

    def _verdict(self) -> dict[str, Any]:
        routine = self.judged.realized.routine
        length = f"{clock(routine.seconds)} of {self.puzzle.minutes}:00 minutes are planned."
        bullets = general(self._findings())
        if self.judged.solved:
            told = [CLEAN, self.puzzle.well_done, length]
            return {"paragraphs": told, "bullets": bullets, "tone": "note"}
        shown = [tone for row in self._rows() for tone, *_ in row["remarks"]].count("error")
        count = shown + sum(one.step is None for one in self.judged.errors)
        told = [f"{count} mistake{'' if count == 1 else 's'} left: look at the steps.", length]
        return {"paragraphs": told, "bullets": bullets, "tone": "warning"}

    def _words(self) -> dict[str, Any]:
        return {
            "name": f"Pressure and parts of the plan “{self.puzzle.name}”",
            "description": describe_curve(self.judged.realized.routine),
        }
