"""Check a session against the content: every id it names exists, every number is in range."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.content import load
from helpers.content.models.technique import Technique

from .checks import listed, shown
from .errors import SessionError

if TYPE_CHECKING:
    from .choices import TechniqueChoice
    from .edits import StepEdit
    from .model import Session


def check_against_content(session: Session) -> None:
    """Raise a :class:`SessionError` for the first choice that the content does not know."""
    content = load()
    _known("body size", session.size, content.size)
    if session.preset is not None:
        _known("ready-made session", session.preset, content.preset)
    for technique in sorted(session.asked | session.left_out):
        _taught(technique)
    if both := sorted(session.asked & session.left_out):
        raise SessionError(f"{both[0]} is asked for and left out; it can only be one of the two.")
    for technique, choice in session.technique_choices.items():
        _check_choice(_taught(technique), choice)
    for edit in session.edits:
        _check_edit(edit)
    for entry in session.log:
        for name in (entry.liked, entry.disliked):
            if name is not None:
                _taught(name)
    _check_answers(session)
    for puzzle in sorted(session.puzzles):
        _known("faulty plan", puzzle, content.puzzle)
    _known("choice of clothes", session.consent.clothes, content.clothes)
    for name in sorted(session.consent.said):
        _known("thing to say before the start", name, content.talk)
    _known("oil or lotion", session.prepare.oil, content.oil)
    for allergy in sorted(session.prepare.allergies):
        _known("allergy", allergy, content.allergen)
    for pillow in sorted(session.prepare.pillows_out):
        _known("pillow", pillow, content.pillow)


def _known(what: str, name: str, known: object) -> None:
    names = list(known)  # type: ignore[call-overload]
    if name not in names:
        raise SessionError(f"There is no {what} {shown(name)}; there are {listed(names)}.")


def _taught(name: str) -> Technique:
    content = load()
    _known("stroke", name, content.technique)
    technique = content.technique[name]
    if not technique.taught:
        raise SessionError(f"{technique.plain} is not part of this course.")
    return technique


def _check_choice(technique: Technique, choice: TechniqueChoice) -> None:
    name = technique.plain
    places = {place.id: place for place in technique.place}
    if choice.place is not None:
        _known(f"place for {name}:", choice.place, places)
    # A place may ask for a pace of its own.
    place = places.get(choice.place or next(iter(places), ""))
    for what, value, amount in (
        ("pace", choice.pace, (place and place.pace) or technique.pace),
        ("number of passes", choice.passes, technique.passes),
    ):
        if value is not None and amount and not amount.lo <= value <= amount.hi:
            raise SessionError(
                f"The {what} of {name} goes from {amount.lo:g} to {amount.hi:g} {amount.unit}; "
                f"found {value:g}."
            )
    if choice.level is not None and technique.level is not None:
        most = technique.level.on_request or technique.level.max
        if choice.level > most:
            raise SessionError(f"{name} is never firmer than level {most}; found {choice.level}.")


def _check_edit(edit: StepEdit) -> None:
    _known("part of a massage", edit.phase, load().phase)
    technique = _taught(edit.technique)
    name = technique.plain
    _known(f"place for {name}:", edit.place, [place.id for place in technique.place])
    one_side = technique.motion is not None and technique.motion.hands == "one side"
    if (edit.side == "both") == one_side:
        ways = "on one side after the other" if one_side else "with both hands at once"
        raise SessionError(f"{name} is done {ways}; found {shown(edit.side)}.")


def _check_answers(session: Session) -> None:
    questions = load().question
    seen: set[str] = set()
    for answer in session.answers:
        _known("safety question", answer.question, questions)
        if answer.question in seen:
            raise SessionError(f"The safety question {answer.question} is answered twice.")
        seen.add(answer.question)
        choices = ["no", *(choice.id for choice in questions[answer.question].choice)]
        if answer.choice not in choices:
            raise SessionError(
                f"The answer to {answer.question} can be {listed(choices)}; "
                f"found {shown(answer.choice)}."
            )
