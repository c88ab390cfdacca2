"""Say in plain sentences what the plan changed, and why."""

from __future__ import annotations

from collections.abc import Sequence

from helpers.content import load
from helpers.routine import Step
from helpers.session import POSITIONS, Session, Spot

from .breath import SWEEP, sentence
from .finish import breath_of
from .recipe import SHORT_MINUTES, Recipe
from .screening import Screening

LONG = 30
VERY_SHORT = 5
POSITION_NAMES = dict(
    zip(POSITIONS, ("lying face down", "lying on the side", "sitting"), strict=True)
)
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
NOTHING_SAFE = (
    "With everything that has to be kept clear, there is too little of the back left for a massage "
    "that feels whole. Lay your hands on the shoulders instead, or wait until more of it is fine."
)


def number(value: int) -> str:
    """Return a small number as a word."""
    return NUMBERS[value] if value < len(NUMBERS) else str(value)


def about_length(session: Session, minutes: int) -> list[str]:
    """Say what the length means for the plan."""
    notes = []
    if minutes < session.minutes:
        notes.append(
            f"You chose {session.minutes} minutes; your answers ask for {minutes} at most, so this "
            f"plan takes {minutes}."
        )
    if minutes < SHORT_MINUTES:
        name = number(minutes).capitalize()
        what = "a calm warm-up and a soft finish" if minutes >= VERY_SHORT else "a few calm glides"
        spots = " or for sore spots" if session.spots else ""
        notes.append(f"{name} minutes are too short for kneading{spots}, so this is {what}.")
    if minutes > LONG:
        notes.append(
            f"{minutes} minutes are long for your hands: take a pause whenever they ask for one, "
            "and stop early if they get tired."
        )
    return notes


def about_person(session: Session, screening: Screening, recipe: Recipe, minutes: int) -> list[str]:
    """Say what the answers and the ready-made session mean for pressure, position and wishes."""
    notes = []
    if session.position not in screening.positions:
        instead = POSITION_NAMES[screening.positions[0]]
        notes.append(
            f"{POSITION_NAMES[session.position].capitalize()} does not suit your answers, so this "
            f"plan is for {instead}."
        )
    top = min(screening.limits.top_level, recipe.top_level, 2 if minutes < SHORT_MINUTES else 4)
    if top < min(session.top_level, 3):
        notes.append(f"Nothing in this plan is firmer than level {top}.")
    elif session.top_level == 4 and top < 4:
        notes.append("Strong pressure (level 4) has no place in this plan.")
    return notes


def about_strokes(session: Session, recipe: Recipe, used: set[str], wished: set[str]) -> list[str]:
    """Say which strokes fell out."""
    content = load()
    notes = []
    for technique in sorted(session.asked - used):
        notes.append(
            f"You asked for “{content.technique[technique].plain}”, but it does not fit this plan."
        )
    gone = sorted(wished - used - session.left_out - session.asked)
    names = [f"“{content.technique[technique].plain}”" for technique in gone]
    if names:
        listed = " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
        notes.append(f"This is left out here, because there is no room or no safe place: {listed}.")
    for technique in sorted(session.left_out & used):
        notes.append(
            f"You left out “{content.technique[technique].plain}”, but without it there would be "
            "no warm-up or no finish, so it stays in."
        )
    left = [f"“{content.technique[t].plain}”" for t in sorted(session.left_out & wished - used)]
    if left:
        notes.append(f"As you wished, this plan does without {', '.join(left)}.")
    return notes


def about_breath(session: Session, steps: Sequence[Step]) -> list[str]:
    """Say where the long sweeps of the finish cannot go with the breath."""
    sweeps = [step for step in steps if step.technique == SWEEP]
    if not sweeps or sweeps[0].note or session.choice(SWEEP).pace is not None:
        return []
    return [sentence(breath_of(session), None)]


def where(spot: Spot) -> str:
    """Return where a spot is, in words."""
    side = "on the right" if spot.x > 1.5 else "on the left" if spot.x < -1.5 else "on the spine"
    for limit, name in ((-1, "at the neck"), (6, "near the shoulders"), (20, "in the upper back"),
                        (28, "in the middle back"), (46, "in the low back")):  # fmt: skip
        if spot.y < limit:
            return f"{name}, {side}"
    return f"near the hips, {side}"
