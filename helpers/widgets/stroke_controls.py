"""What the controls of one stroke can be set to, and what a session says of it."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import attrs

from helpers.body import Limits
from helpers.content import load
from helpers.content.models.technique import Place, Technique
from helpers.planner import screen
from helpers.session import Session, TechniqueChoice

from .words import control

SIDE_NAMES = {"right": "Receiver's right", "left": "Receiver's left"}
PACES = {
    "cm/s": ("Pace", "cm a second", 0.5),
    "s/circle": ("Time for one circle", "seconds", 0.25),
    "circles/s": ("Pace", "circles a second", 0.25),
    "Hz": ("Pace", "rubs a second", 0.25),
    "strikes/s": ("Pace", "taps a second", 0.5),
    "s": ("Time for one squeeze", "seconds", 0.5),
}
"""By the unit of a pace: what it is called, how the unit is said, the slider's step."""
LASTING = {"hold": "Hold for", "press": "Hold each press for", "roll": "Time for one roll"}
"""What a pace in seconds is called, where it is not a squeeze."""


def places(entry: Technique, session: Session) -> dict[str, Place]:
    """Return the places of a stroke; those that need a yes of their own wait for that yes."""
    return {one.id: one for one in entry.place if one.needs is None or one.needs in session.agreed}


def place_of(entry: Technique, session: Session, usual: str | None = None) -> Place:
    """Return the place that the learner chose, else ``usual``, else the first."""
    known = places(entry, session)
    chosen = session.choice(entry.id).place
    return known.get(chosen or usual or "") or next(iter(known.values()))


def pace(entry: Technique, place: Place, session: Session) -> dict[str, Any]:
    """Return label, range and value of the slider for the pace."""
    amount, motion = place.pace or entry.pace, entry.motion
    assert amount is not None
    assert motion is not None
    label, unit, step = PACES[amount.unit]
    if amount.unit == "s":
        label = LASTING.get(motion.family, label)
    if amount.hi - amount.lo < 4 * step:
        step /= 5 if step == 0.5 else 1
    chosen = session.choice(entry.id).pace
    fits = chosen is not None and amount.lo <= chosen <= amount.hi
    fixed = amount.lo == amount.hi
    return {
        "label": label, "value": chosen if fits else amount.default, "min": amount.lo,
        "max": amount.hi + 1 if fixed else amount.hi, "step": step, "unit": unit,
        "disabled": fixed, "help": control("stroke-pace")["help"],
    }  # fmt: skip


def passes(entry: Technique, session: Session) -> int:
    """Return how often the learner does the stroke."""
    assert entry.passes is not None
    return session.choice(entry.id).passes or int(entry.passes.default)


def levels(entry: Technique, place: Place) -> list[tuple[str, str]]:
    """Return the pressures that the stroke may have at a place, as options."""
    assert entry.level is not None
    most = min(entry.level.max, place.level_max or entry.level.max)
    steps = (load().pressure_level(level) for level in range(1, most + 1))
    return [(str(step.level), f"{step.level} {step.short}") for step in steps]


def level(entry: Technique, place: Place, session: Session) -> str:
    """Return the pressure that the learner chose, as far as the place allows it."""
    assert entry.level is not None
    wanted = session.choice(entry.id).level or entry.level.default
    return str(min(wanted, len(levels(entry, place))))


def with_choice(session: Session, technique: str, **changes: Any) -> dict[str, Any]:
    """Return the session's change when something is chosen for a stroke."""
    chosen = attrs.evolve(session.choice(technique), **changes)
    rest = {name: one for name, one in session.technique_choices.items() if name != technique}
    if chosen == TechniqueChoice():
        return {"technique_choices": rest}
    return {"technique_choices": {**rest, technique: chosen}}


def limits_for(session: Session) -> Limits:
    """Return what the safety answers and the agreement leave of a stroke that is being learned.

    What the practice leaves out, and how firm it gets at most, is no matter of one stroke.
    """
    return _limits(session.answers, session.agreed, session.spots)


@lru_cache(maxsize=32)
def _limits(*said: Any) -> Limits:
    answers, agreed, spots = said
    return screen(Session(answers=answers, agreed=agreed, spots=spots)).limits


def keeps_off(session: Session) -> bool:
    """Return whether an answer says that nobody is to be massaged now."""
    return _blocks(session.answers, session.position)


@lru_cache(maxsize=32)
def _blocks(*said: Any) -> bool:
    answers, position = said
    return screen(Session(answers=answers, position=position)).verdict.blocks
