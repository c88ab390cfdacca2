"""The order of the safety questions: what comes next, and what is still open.

Nothing here knows about widgets. The answers live in the session; what only this walk through the
questions knows (which gates were opened, where the learner looks back) lives in `Asking`.
"""

from __future__ import annotations

from attrs import evolve, field, frozen

from helpers.content import load
from helpers.content.models.welcome import ScreeningGroup
from helpers.session import Session

from .answering import NO, emergency, needs_place


@frozen
class Screen:
    """One thing to answer: a group's gate, one question, or the place of an answer."""

    group: str
    question: str | None = None
    """None: the gate of the group."""
    place: bool = False
    """Whether it asks where on the back it is."""


@frozen(kw_only=True)
class Asking:
    """Where the learner is in the questions.

    ``opened`` are the gates that were answered "yes, or not sure"; ``passed`` the questions whose
    place could not be marked; ``at`` the screen that the learner went back to, if any.
    """

    opened: frozenset[str] = field(default=frozenset())
    passed: frozenset[str] = field(default=frozenset())
    at: Screen | None = None


def screens(session: Session, asking: Asking) -> tuple[Screen, ...]:
    """Return all screens in order, as far as they are known now."""
    found: list[Screen] = []
    for group in load().screening.values():
        said = _said(session, group)
        touched = bool(said) and (len(said) < len(group.questions) or set(said.values()) != {NO})
        if group.gate and not any(choice != NO for choice in said.values()):
            found.append(Screen(group.id))
        if group.gate and not touched and group.id not in asking.opened:
            continue
        for name in group.questions:
            found.append(Screen(group.id, name))
            if needs_place(session, name):
                found.append(Screen(group.id, name, place=True))
    return tuple(found)


def done(session: Session, asking: Asking, screen: Screen) -> bool:
    """Return whether a screen has its answer."""
    if screen.question is None:
        said = _said(session, load().screening[screen.group])
        return bool(said) or screen.group in asking.opened
    answer = session.answer(screen.question)
    if screen.place:
        return screen.question in asking.passed or bool(answer and answer.marks)
    return answer is not None


def current(session: Session, asking: Asking) -> Screen | None:
    """Return the screen to show; None when all is answered, or when an emergency ended it."""
    known = screens(session, asking)
    if asking.at is not None and asking.at in known:
        return asking.at
    if emergency(session) is not None:
        return None
    return next((one for one in known if not done(session, asking, one)), None)


def progress(session: Session, asking: Asking) -> tuple[int, int]:
    """Return the number of the screen that is shown, counted from 1, and about how many there are.

    The second number grows when a gate is opened. When nothing is left both are the same.
    """
    known = screens(session, asking)
    here = current(session, asking)
    number = known.index(here) + 1 if here in known else len(known)
    return number, len(known)


# --- Steps: each returns a new place in the questions --------------------------------------------


def opened(asking: Asking, group: str) -> Asking:
    """Return the place in the questions after a gate was answered "yes, or not sure"."""
    return evolve(asking, opened=asking.opened | {group}, at=None)


def passed(asking: Asking, question: str) -> Asking:
    """Return the place in the questions after a place could not be marked."""
    return evolve(asking, passed=asking.passed | {question}, at=None)


def onward(asking: Asking) -> Asking:
    """Return the place in the questions after an answer: the first one that is open."""
    return evolve(asking, at=None)


def stay(asking: Asking, screen: Screen) -> Asking:
    """Return the place in the questions that keeps a screen, although it has its answer."""
    return evolve(asking, at=screen)


def back(session: Session, asking: Asking) -> Asking:
    """Return the place one screen before; the first screen stays where it is."""
    known = screens(session, asking)
    here = current(session, asking)
    if here is None:
        ended = emergency(session)
        end = [k for k, one in enumerate(known) if one.question == ended] if ended else []
        index = end[0] if end else len(known) - 1
    else:
        index = max(known.index(here) - 1, 0)
    return evolve(asking, at=known[index])


def change(asking: Asking, question: str) -> Asking:
    """Return the place at which one question is asked again."""
    for group in load().screening.values():
        if question in group.questions:
            return evolve(
                asking,
                opened=asking.opened | {group.id},
                passed=asking.passed - {question},
                at=Screen(group.id, question),
            )
    return asking


def _said(session: Session, group: ScreeningGroup) -> dict[str, str]:
    """Return the choices that were made in a group, by question."""
    return {one.question: one.choice for one in session.answers if one.question in group.questions}
