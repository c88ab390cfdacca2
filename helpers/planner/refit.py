"""Bring a list of steps to a length again, and plan around the steps that are locked."""

from __future__ import annotations

import math
from collections.abc import Sequence

from attrs import evolve

from helpers.content import load
from helpers.session import LEAST_STEP, MOST_EDITS, MOST_STEP, Session, SessionError, StepEdit

from .blocks import bounds
from .editing import FULL, Edits, end_of
from .plan import MOST_FOCUS, plan
from .realize import from_routine
from .shares import SHORT, Part, divide
from .spots import MOST_EACH

TOO_LITTLE = (
    "The steps that are not locked cannot get that short. Remove a step, or choose more minutes."
)
TOO_MUCH = (
    "The steps that are not locked cannot get that long. Add a step, or choose fewer minutes."
)


def fit(edits: Sequence[StepEdit], seconds: int) -> Edits:
    """Return the list stretched or squeezed to ``seconds``; locked steps keep their time.

    Where it can be, each part of the massage keeps within its share of the time.

    Raises
    ------
    SessionError
        Where the steps that are not locked would get too short or too long; the message says so.
    """
    parts = [_part(edit, edits) for edit in edits]
    times = _by_phase(edits, parts, seconds) or divide(seconds, parts)
    if times is None:
        short = seconds < sum(part.low for part in parts)
        raise SessionError(TOO_LITTLE if short else TOO_MUCH)
    return tuple(
        edit if edit.locked else evolve(edit, seconds=time)
        for edit, time in zip(edits, times, strict=True)
    )


def _by_phase(edits: Sequence[StepEdit], parts: Sequence[Part], seconds: int) -> list[int] | None:
    """Return the seconds of each step with every part in its share; None where that is not so."""
    steps: dict[str, list[int]] = {}
    for index, edit in enumerate(edits):
        steps.setdefault(edit.phase, []).append(index)
    wholes = {name: _whole(name, [parts[i] for i in of], seconds) for name, of in steps.items()}
    if any(part.low > part.high for part in wholes.values()):
        return None
    shares = divide(seconds, list(wholes.values()))
    if shares is None:
        return None
    result = [0] * len(edits)
    for name, share in zip(wholes, shares, strict=True):
        times = divide(share, [parts[i] for i in steps[name]])
        if times is None:
            return None
        for index, time in zip(steps[name], times, strict=True):
            result[index] = time
    return result


def _whole(name: str, parts: Sequence[Part], seconds: int) -> Part:
    """Return what a whole part of the massage may get."""
    low, high = sum(part.low for part in parts), sum(part.high for part in parts)
    phase = load().phase[name]
    if seconds >= SHORT:
        low = max(low, math.ceil(phase.share_lo * seconds / 100))
        high = min(high, math.floor(phase.share_hi * seconds / 100))
    if name == "P4":
        high = min(high, MOST_FOCUS)
    return Part(sum(part.want for part in parts), low, high)


def replan(edits: Sequence[StepEdit], session: Session) -> Edits:
    """Return the plan for the session as a list, with the locked steps kept as they are.

    Each takes the place of a step that is the same stroke on the same side in the same part, else
    it comes at the end of its part. Where the rest can be made to fit the time, it is.
    """
    routine = plan(session)
    result = list(from_routine(routine))
    begin = 0
    for edit in edits:
        if not edit.locked:
            continue
        alike = [i for i, one in enumerate(result) if i >= begin and _alike(one, edit)]
        if alike:
            at = alike[0]
            result[at] = edit
        else:
            at = max(begin, end_of(result, edit.phase))
            result.insert(at, edit)
        begin = at + 1
    if len(result) > MOST_EDITS:
        raise SessionError(FULL.format(most=MOST_EDITS))
    try:
        return fit(result, routine.minutes * 60)
    except SessionError:
        return tuple(result)


def _alike(one: StepEdit, locked: StepEdit) -> bool:
    return not one.locked and all(
        getattr(one, name) == getattr(locked, name)
        for name in ("phase", "technique", "side", "spot")
    )


def _part(edit: StepEdit, edits: Sequence[StepEdit]) -> Part:
    """Return what a step may get: about half as much as usual at least, and no more than usual.

    A step that is already beyond this keeps what it has as its bound.
    """
    if edit.locked:
        return Part(edit.seconds, edit.seconds, edit.seconds)
    low, high = bounds(edit.technique)
    if edit.side != "both":
        low, high = low // 2, high // 2
    if edit.spot is not None:
        together = sum(one.seconds for one in edits if one.spot == edit.spot)
        low, high = LEAST_STEP, MOST_EACH * edit.seconds // max(together, 1)
    most = load().technique[edit.technique].max_seconds
    if most is not None:
        high = min(high, int(most))
    low, high = min(low, edit.seconds), max(high, edit.seconds)
    return Part(edit.seconds, max(LEAST_STEP, low), min(MOST_STEP, high))
