"""The answers to the safety questions: what was said, what it means, and how answers change.

The answers live in the session; whatever changes them returns new ones.
"""

from __future__ import annotations

from collections.abc import Iterable

from attrs import evolve

from helpers.content import load
from helpers.content.models.safety import Choice
from helpers.session import Answer, Mark, Session

NO = "no"
UNMARKED = ("EMERGENCY", "STOP_SEE", "POSTPONE")
"""After these nobody has to say where it is: there is no massage to keep clear of it."""


def questions() -> tuple[str, ...]:
    """Return the ids of all questions of the screening, in the order in which they are asked."""
    return tuple(name for group in load().screening.values() for name in group.questions)


def left(session: Session) -> int:
    """Return how many questions of the screening have no answer yet.

    The others are about oil: the second lesson asks them in its own way, and they stop nobody.
    """
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


def emergency(session: Session) -> str | None:
    """Return the first question whose answer is an emergency, or None."""
    for name in questions():
        choice = chosen(session, name)
        if choice is not None and choice.action == "EMERGENCY":
            return name
    return None


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


def with_answers(session: Session, new: Iterable[Answer]) -> tuple[Answer, ...]:
    """Return the session's answers with some replaced or added, in the order of the questions."""
    kept = {one.question: one for one in session.answers}
    kept.update((one.question, one) for one in new)
    order = {name: number for number, name in enumerate(load().question)}
    return tuple(sorted(kept.values(), key=lambda one: order.get(one.question, len(order))))
