"""The order of the safety questions: what comes next, what is still open, and how answers change.

Nothing here knows about widgets. The answers live in the session; what only this walk through the
questions knows (which gates were opened, where the learner looks back) lives in `Asking`.
"""

from __future__ import annotations

from collections.abc import Iterable

from attrs import evolve, field, frozen

from helpers.content import load
from helpers.content.models.safety import Choice
from helpers.content.models.welcome import ScreeningGroup
from helpers.session import Answer, Mark, Session

NO = "no"
UNMARKED = ("EMERGENCY", "STOP_SEE", "POSTPONE")
"""After these nobody has to say where it is: there is no massage to keep clear of it."""


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


def emergency(session: Session) -> str | None:
    """Return the first question whose answer is an emergency, or None."""
    for name in questions():
        choice = chosen(session, name)
        if choice is not None and choice.action == "EMERGENCY":
            return name
    return None


def progress(session: Session, asking: Asking) -> tuple[int, int]:
    """Return the number of the screen that is shown, counted from 1, and about how many there are.

    The second number grows when a gate is opened. When nothing is left both are the same.
    """
    known = screens(session, asking)
    here = current(session, asking)
    number = known.index(here) + 1 if here in known else len(known)
    return number, len(known)


def questions() -> tuple[str, ...]:
    """Return the ids of all questions of the screening, in the order in which they are asked."""
    return tuple(name for group in load().screening.values() for name in group.questions)


def left(session: Session) -> int:
    """Return how many questions of the screening have no answer yet."""
    answered = {answer.question for answer in session.answers}
    return sum(name not in answered for name in questions())


def chosen(session: Session, question: str) -> Choice | None:
    """Return the choice that was made; None for "no" and where nothing was answered."""
    answer = session.answer(question)
    if answer is None:
        return None
    return next((c for c in load().question[question].choice if c.id == answer.choice), None)


def needs_place(session: Session, question: str) -> bool:
    """Return whether the answer to a question has to be marked on the back."""
    choice = chosen(session, question)
    return choice is not None and choice.needs_place and choice.action not in UNMARKED


# --- Steps: each returns new answers, or a new place in the questions ----------------------------


def answer(session: Session, question: str, choice: str) -> tuple[Answer, ...]:
    """Return the answers with one of them given. Marks stay where the new choice needs them too.

    Raises
    ------
    SessionError
        Later, when the session takes the answers: if there is no such question or choice.
    """
    before = session.answer(question) or Answer(question, NO)
    if before.choice == choice:
        return with_answers(session, [before])
    entry = next((c for c in load().question[question].choice if c.id == choice), None)
    marks = before.marks if entry is not None and entry.needs_place else ()
    return with_answers(session, [Answer(question, choice, marks=marks)])


def none_of(session: Session, group: str) -> tuple[Answer, ...]:
    """Return the answers with every open question of a group answered "no"; given ones stay."""
    entry = load().screening[group]
    return with_answers(
        session, [Answer(n, NO) for n in entry.questions if session.answer(n) is None]
    )


def marked(session: Session, question: str, marks: Iterable[Mark]) -> tuple[Answer, ...]:
    """Return the answers with other marks for one of them."""
    before = session.answer(question)
    return with_answers(session, [evolve(before, marks=tuple(marks))] if before else [])


def cleared(session: Session, names: Iterable[str]) -> tuple[Answer, ...]:
    """Return the answers with a clinician's yes for exactly these of those that can have one."""
    yes = set(names)
    return with_answers(
        session,
        [
            evolve(one, cleared=one.question in yes)
            for one in session.answers
            if one.question in clearable(session)
        ],
    )


def clearable(session: Session) -> tuple[str, ...]:
    """Return the questions whose answer a clinician's yes can lift, in order.

    These are the ones that ask first; and where several together do, all that add up.
    """
    content = load()
    asks, adds = set(), set()
    for name in questions():
        choice = chosen(session, name)
        kinds = {effect.kind for effect in choice.effect} if choice else set()
        if choice is None or "stop" in kinds:
            continue
        if "ask_first" in kinds or choice.action == "ASK_FIRST":
            asks.add(name)
        if content.question[name].adds_up and (kinds & {"ask_first", "light_only"}):
            adds.add(name)
    wanted = asks | (adds if len(adds) > 1 else set())
    return tuple(name for name in questions() if name in wanted)


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


def with_answers(session: Session, new: Iterable[Answer]) -> tuple[Answer, ...]:
    """Return the session's answers with some replaced or added, in the order of the questions."""
    kept = {one.question: one for one in session.answers}
    kept.update((one.question, one) for one in new)
    order = {name: number for number, name in enumerate(load().question)}
    return tuple(sorted(kept.values(), key=lambda one: order.get(one.question, len(order))))


def _said(session: Session, group: ScreeningGroup) -> dict[str, str]:
    """Return the choices that were made in a group, by question."""
    return {one.question: one.choice for one in session.answers if one.question in group.questions}
