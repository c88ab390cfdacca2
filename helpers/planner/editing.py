"""Change a list of steps: add, remove, move, lengthen, lighten, lock. Pure functions.

Each takes the list and returns a new one; what is not possible raises a ``SessionError`` with one
plain sentence. A locked step is not changed, and it keeps its number when other steps are moved:
they pass around it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from attrs import evolve

from helpers.content import load
from helpers.session import (
    LEAST_STEP,
    MOST_EDITS,
    MOST_STEP,
    Session,
    SessionError,
    StepEdit,
)

from .realize import firmest

Edits = tuple[StepEdit, ...]

LOCKED = "Step {number} is locked. Unlock it first."
NO_STEP = "There is no step {number}; there are {count}."
LAST_ONE = "One step has to stay. Add another one first."
FULL = "The list is full: {most} steps fit."
SHORTEST = "A step takes {seconds} seconds at least."
LONGEST = "A step takes {minutes} minutes at most."
LIGHTEST = "This is the lightest level there is."
FIRMEST = "Level {level} is the most for this stroke, here, for this person."
MORE = 15
"""Seconds by which a step gets longer or shorter."""


def add(edits: Sequence[StepEdit], edit: StepEdit, at: int | None = None) -> Edits:
    """Return the list with one more step: at an index, else at the end of its own part."""
    if len(edits) >= MOST_EDITS:
        raise SessionError(FULL.format(most=MOST_EDITS))
    if at is None:
        at = end_of(edits, edit.phase)
    return (*edits[:at], edit, *edits[at:])


def end_of(edits: Sequence[StepEdit], phase: str) -> int:
    """Return the index just after the last step of a part, or of the part before it."""
    order = list(load().phase)
    rank = order.index(phase)
    before = [i for i, edit in enumerate(edits) if order.index(edit.phase) <= rank]
    return before[-1] + 1 if before else 0


def remove(edits: Sequence[StepEdit], index: int) -> Edits:
    """Return the list without a step."""
    _free(edits, index)
    if len(edits) == 1:
        raise SessionError(LAST_ONE)
    return (*edits[:index], *edits[index + 1 :])


def move(edits: Sequence[StepEdit], index: int, to: int) -> Edits:
    """Return the list with a step moved to an index, or as near to it as locked steps allow."""
    _free(edits, index)
    if not 0 <= to < len(edits):
        raise SessionError(NO_STEP.format(number=to + 1, count=len(edits)))
    free = [i for i, edit in enumerate(edits) if not edit.locked]
    # Of the places that are not locked, take the nearest one in the direction of the move.
    ahead = [i for i in free if (i >= to if to > index else i <= to)]
    goal = (min(ahead) if to > index else max(ahead)) if ahead else free[-1 if to > index else 0]
    order = [i for i in free if i != index]
    order.insert(free.index(goal), index)
    result = list(edits)
    for place, source in zip(free, order, strict=True):
        result[place] = edits[source]
    return tuple(result)


def lengthen(edits: Sequence[StepEdit], index: int, by: int = MORE) -> Edits:
    """Return the list with one step longer by some seconds."""
    seconds = _free(edits, index).seconds + by
    if seconds > MOST_STEP:
        raise SessionError(LONGEST.format(minutes=MOST_STEP // 60))
    return changed(edits, index, seconds=seconds)


def shorten(edits: Sequence[StepEdit], index: int, by: int = MORE) -> Edits:
    """Return the list with one step shorter by some seconds, down to the least there is."""
    seconds = _free(edits, index).seconds
    if seconds <= LEAST_STEP:
        raise SessionError(SHORTEST.format(seconds=LEAST_STEP))
    return changed(edits, index, seconds=max(LEAST_STEP, seconds - by))


def lighten(edits: Sequence[StepEdit], index: int) -> Edits:
    """Return the list with one step one level lighter."""
    level = _free(edits, index).level
    if level <= 1:
        raise SessionError(LIGHTEST)
    return changed(edits, index, level=level - 1)


def firmer(edits: Sequence[StepEdit], index: int, session: Session) -> Edits:
    """Return the list with one step one level firmer, where this person and place allow it."""
    edit = _free(edits, index)
    most = firmest(edit, session)
    if edit.level >= most:
        raise SessionError(FIRMEST.format(level=most))
    return changed(edits, index, level=edit.level + 1)


def lock(edits: Sequence[StepEdit], index: int, locked: bool = True) -> Edits:
    """Return the list with a step locked, or unlocked."""
    return _with(edits, index, evolve(_at(edits, index), locked=locked))


def unlock(edits: Sequence[StepEdit], index: int) -> Edits:
    """Return the list with a step unlocked."""
    return lock(edits, index, locked=False)


def changed(edits: Sequence[StepEdit], index: int, **values: Any) -> Edits:
    """Return the list with some fields of one step changed."""
    return _with(edits, index, evolve(_free(edits, index), **values))


def _at(edits: Sequence[StepEdit], index: int) -> StepEdit:
    if not 0 <= index < len(edits):
        raise SessionError(NO_STEP.format(number=index + 1, count=len(edits)))
    return edits[index]


def _free(edits: Sequence[StepEdit], index: int) -> StepEdit:
    edit = _at(edits, index)
    if edit.locked:
        raise SessionError(LOCKED.format(number=index + 1))
    return edit


def _with(edits: Sequence[StepEdit], index: int, edit: StepEdit) -> Edits:
    return (*edits[:index], edit, *edits[index + 1 :])
