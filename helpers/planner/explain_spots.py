"""Say in plain sentences what the plan does about the sore spots, and why."""

from __future__ import annotations

from collections.abc import Sequence

from helpers.routine import Routine
from helpers.session import Session, Spot

from .explain import number, where
from .spot_places import LINE, PRESS
from .spots import EASE_OFF, MOST_EACH, SORE, Target, left_alone

CONTACTS = {
    "fingers": "finger pads", "palm-heel": "the palm heel", "fist": "a soft fist",
    "thumb": "a thumb",
}  # fmt: skip
NEAR_ENOUGH = 0.85
"""A hold of this part of what was chosen needs no word."""


def about_spots(
    session: Session,
    routine: Routine,
    chosen: Sequence[Target],
    possible: Sequence[Target],
    impossible: Sequence[Spot],
    *,
    short: bool,
    light: bool,
) -> list[str]:
    """Say which spots are worked on, which are not, and what is otherwise than was chosen."""
    notes = [
        f"They said {spot.work.comfort} at the spot {where(spot)}: that is too much. Leave it for "
        "today; only light strokes pass over it."
        for spot in session.spots
        if left_alone(spot) and not short
    ]
    marked = len(possible) + len(impossible)
    if not marked or short:
        return notes
    if light:
        return ["Sore spots are left alone in a light massage; the long glides pass over them."]
    for spot in impossible:
        notes.append(
            f"The spot {where(spot)} is left out: there is no safe place for a firm finger within "
            "2 cm of it. The long glides still pass nearby."
        )
    left = len(possible) - len(chosen)
    if left and not chosen:
        notes.append("This ready-made session has no time for sore spots.")
    elif left:
        notes.append(
            f"You marked {number(marked)} spots; there is time for {number(len(chosen))}, so the "
            "sorest come first. Leave the others for another day."
        )
    for target in chosen:
        notes += [*_about_place(target), *_about_pressure(target), *_about_work(target, routine)]
    return notes


def _about_place(target: Target) -> list[str]:
    spot, grip = where(target.spot), CONTACTS[target.contact]
    wished = target.spot.work.contact
    notes = []
    if target.press is not None and target.contact != wished:
        notes.append(
            f"There is no room for {CONTACTS[wished]} at the spot {spot}, so {grip} "
            f"{'press' if target.contact == 'fingers' else 'presses'} there."
        )
    if target.moved > 0.2:
        why = "there is muscle and no bone"
        if target.contact != "fingers":
            why = f"{grip} has room"
        notes.append(
            f"The spot {spot} is worked on {target.moved:.1f} cm away from your mark, where {why}."
        )
    return notes


def _about_pressure(target: Target) -> list[str]:
    spot, comfort = where(target.spot), target.spot.work.comfort
    notes = []
    if target.spot.strength >= SORE:
        notes.append(
            f"The spot {spot} is very sore, so it gets level 2 at most. Ask for a number, and "
            "leave it alone above 7."
        )
    if comfort is not None and comfort >= EASE_OFF:
        notes.append(f"They said {comfort} at the spot {spot}, so it gets one level less.")
    return notes


def _about_work(target: Target, routine: Routine) -> list[str]:
    spot, work = where(target.spot), target.spot.work
    steps = [step for step in routine.steps if step.spot == target.index]
    notes = []
    if work.way == "line" and not any(step.technique == LINE for step in steps):
        notes.append(
            f"No lane for a slow line passes the spot {spot}, so it gets small circles."
            if target.line is None
            else f"There is too little time for a slow line at the spot {spot}."
        )
    press = next((step for step in steps if step.technique == PRESS), None)
    if press is None:
        return notes
    if target.contact == "thumb" and "thumb" not in press.stroke.contacts:
        notes.append(
            f"Thumbs tire soon and get less than a tenth of the time, so finger pads press the "
            f"spot {spot}."
        )
    if target.contact == "thumb" and work.hold > target.hold:
        notes.append(f"A thumb holds for {target.hold} seconds at most.")
    count, hold = press.stroke.count or 1, press.stroke.pace * press.stroke.factor
    if count < work.presses or hold < NEAR_ENOUGH * target.hold:
        times = "one press" if count == 1 else f"{number(count)} presses"
        full = sum(step.seconds for step in steps) > MOST_EACH - 5
        why = (
            f"no spot gets more than {MOST_EACH} seconds in all"
            if full
            else "with fewer spots or more minutes there is more"
        )
        notes.append(
            f"At the spot {spot} there is time for {times} of {round(hold)} seconds; {why}."
        )
    return notes
