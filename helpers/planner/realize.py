"""From the learner's own list of steps to a routine that can be drawn, checked and followed.

What the learner chose is kept, mistakes too, so that the check can say what is wrong with it. Only
what a hand cannot or must not do is refused, and that step alone, with the sentence why.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache

from attrs import evolve, frozen

from helpers.routine import Routine, Step
from helpers.session import Session, StepEdit
from helpers.strokes import Stroke

from .asking import asking
from .compose import OIL
from .fitting import stroke_for
from .making import Making, Row
from .plan import nothing_today, plan
from .screening import screen

NOT_TODAY = "There is no massage today, so this step waits."


@frozen(kw_only=True)
class Realized:
    """The routine that a list of steps gives, and what became of each of its rows."""

    routine: Routine
    rows: tuple[Row, ...] = ()


def from_routine(routine: Routine) -> tuple[StepEdit, ...]:
    """Return the steps of a routine as a list to change."""
    return tuple(
        StepEdit(
            phase=step.phase,
            technique=step.technique,
            place=step.place,
            side=step.side,
            level=step.level,
            seconds=step.seconds,
            spot=step.spot,
        )
        for step in routine.steps
    )


@lru_cache(maxsize=16)
def routine_for(session: Session) -> Routine:
    """Return the routine of a session: the learner's own list, or the plan where there is none.

    The latest ones are kept, for several views ask for the same one.
    """
    return realize(session.edits, session).routine if session.edits else plan(session)


def realize(edits: Sequence[StepEdit], session: Session) -> Realized:
    """Return the routine that the steps give for this session. Never raises.

    The strokes are those that this person allows. A step that is not allowed, or too short for one
    pass, is left out, and its row says why. A safety answer that says no massage today leaves out
    every step.
    """
    screening = screen(session)
    if screening.verdict.blocks:
        rows = tuple(Row(edit=edit, trouble=NOT_TODAY) for edit in edits)
        routine = nothing_today(session, screening, screening.verdict, screening.notes)
        return Realized(routine=routine, rows=rows)
    made = Making(session, screening)
    steps: list[Step] = []
    rows_made: list[Row] = []
    for index in range(len(edits)):
        step, row = made.step(edits, index, steps)
        if step is not None:
            row = evolve(row, step=len(steps))
            steps.append(step)
        rows_made.append(row)
    position = session.position
    routine = Routine(
        minutes=min(session.minutes, screening.minutes),
        steps=asking(_with_oil(steps)),
        size=session.size,
        limits=screening.limits,
        verdict=screening.verdict,
        notes=screening.notes,
        position=position if position in screening.positions else screening.positions[0],
        breaths_per_minute=session.breaths_per_minute,
        breath_in=session.finish.share_in,
    )
    return Realized(routine=routine, rows=tuple(rows_made))


def firmest(edit: StepEdit, session: Session) -> int:
    """Return the firmest level that this stroke reaches here for this person, 1 to 4."""
    screening = screen(session)
    if screening.verdict.blocks:
        return 1
    found = Making(session, screening).order(evolve(edit, level=4), None)
    if isinstance(found, str):
        return 1
    stroke = stroke_for(found, edit.place)
    return _level_of(stroke) if isinstance(stroke, Stroke) else 1


def _level_of(stroke: Stroke) -> int:
    return max(1, math.ceil(stroke.peak - 1e-6))


def _with_oil(steps: Sequence[Step]) -> list[Step]:
    """Return the steps with the note about the oil at the end of the first part."""
    last = max((i for i, step in enumerate(steps) if step.phase == "P1"), default=None)
    return [evolve(s, note=OIL) if i == last else s for i, s in enumerate(steps)]
