"""Faulty plans to put right: the steps, the person in the story, and what is still wrong."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from helpers.content import load
from helpers.content.models.puzzle import Puzzle, PuzzleStep
from helpers.routine import Finding, check
from helpers.session import Session, Spot, StepEdit

from .realize import Realized, realize


@frozen(kw_only=True)
class Judged:
    """A learner's attempt: the routine it gives, and what the check finds."""

    realized: Realized
    errors: tuple[Finding, ...]
    advice: tuple[Finding, ...]
    troubles: tuple[tuple[int, str], ...]
    """(number of the row, why it cannot be done), the first row is 1."""

    @property
    def solved(self) -> bool:
        """Whether nothing is wrong any more; advice does not count."""
        return not self.errors and not self.troubles


def edits_of(steps: Sequence[PuzzleStep]) -> tuple[StepEdit, ...]:
    """Return the steps of a puzzle as a list that can be changed."""
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
        for step in steps
    )


def session_of(puzzle: Puzzle) -> Session:
    """Return the session of the person in the story: not the learner's own."""
    spots = tuple(
        Spot(x=one.at[0], y=one.at[1], feel=one.feel, strength=one.strength) for one in puzzle.spot
    )
    return Session(minutes=puzzle.minutes, spots=spots)


def judge(puzzle: Puzzle, edits: Sequence[StepEdit]) -> Judged:
    """Return what is still wrong with an attempt at a puzzle. Never raises."""
    realized = realize(edits, session_of(puzzle))
    findings = check(realized.routine)
    return Judged(
        realized=realized,
        errors=tuple(one for one in findings if one.severity == "error"),
        advice=tuple(one for one in findings if one.severity != "error"),
        troubles=tuple(
            (number, row.trouble) for number, row in enumerate(realized.rows, 1) if row.trouble
        ),
    )


def hint(puzzle: Puzzle, judged: Judged) -> str:
    """Return what to look at next: the puzzle's own words, else the reason of the rule."""
    if judged.troubles:
        number, why = judged.troubles[0]
        return f"Look at step {number}. {why}"
    broken = {one.rule: one for one in (*judged.errors, *judged.advice)}
    for one in puzzle.hint:
        if one.rule in broken and (broken[one.rule].severity == "error" or judged.solved):
            return one.say
    if judged.errors:
        return load().rule[judged.errors[0].rule].reason
    return "There is nothing left to repair."
