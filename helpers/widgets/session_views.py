"""Views of the session's routine that follow it: all strokes on small backs, and the sheet."""

from __future__ import annotations

from typing import Any

import ipywidgets

from helpers.content import load
from helpers.diagrams import clock, describe_overview, overview_svg
from helpers.planner import routine_for
from helpers.routine import Routine, Step
from helpers.session import Session, Store, current
from helpers.stage import PlainText, Stage, is_shown, layout, set_shown

from .controls import Card
from .routine_rows import step_words
from .words import duration

NOTHING_TODAY = "There is no massage today"


class SessionOverview(Stage):
    """All strokes of the session's routine, part by part; follows the session."""

    def __init__(self, store: Store | None = None) -> None:
        self.store = current() if store is None else store
        super().__init__(**self._parts(), width=800, opens="left")
        self.store.observe("overview", self._changed)

    def _parts(self) -> dict[str, Any]:
        routine = routine_for(self.store.session)
        return {
            "still": overview_svg(routine),
            "name": "All strokes of your massage, part by part",
            "description": describe_overview(routine),
        }

    def _changed(self, old: Session, new: Session) -> None:
        self.update(**self._parts())


class SessionSheet(PlainText, ipywidgets.Box):
    """The session's routine as a list to print or to lay beside the bed; follows the session."""

    def __init__(self, store: Store | None = None) -> None:
        self.store = current() if store is None else store
        half = layout(flex="1 1 22rem", min_width="0")
        self._cards = [Card(NOTHING_TODAY, layout=half) for _ in load().phase]
        self._fill()
        look = layout(flex_flow="row wrap", grid_gap="0 20px", overflow="visible")
        super().__init__(self._cards, layout=look)
        self.store.observe("sheet", self._changed)

    def text(self) -> str:
        """Return all that is on the sheet."""
        shown = [card.text() for card in self._cards if is_shown(card)]
        return "\n\n".join(["Sheet: your massage, step by step", *shown])

    def _fill(self) -> None:
        routine = routine_for(self.store.session)
        parts = list(routine.phase_seconds().items())
        for number, card in enumerate(self._cards, start=1):
            set_shown(card, number <= max(len(parts), 1))
            if number <= len(parts):
                name, seconds = parts[number - 1]
                heading = f"{number}  {load().phase[name].name}, {duration(seconds)}"
                card.update(
                    heading=heading, paragraphs=(), bullets=_lines(routine, name), tone="plain"
                )
        if not parts:
            self._cards[0].update(
                heading=NOTHING_TODAY, paragraphs=routine.notes, bullets=(), tone="stop"
            )

    def _changed(self, old: Session, new: Session) -> None:
        self._fill()


def _lines(routine: Routine, phase: str) -> list[str]:
    return [_line(step) for step in routine.steps if step.phase == phase]


def _line(step: Step) -> str:
    """Return one line of the sheet: when, what, how firm, how long, what to say."""
    ask = " Ask for a number." if step.check_in else ""
    note = f" {step.note}" if step.note else ""
    return (
        f"{clock(step.start)}  {step_words(step)}. Level {step.level}, {duration(step.seconds)}."
        f"{note}{ask}"
    )
