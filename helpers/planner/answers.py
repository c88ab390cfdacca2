"""Read the safety answers: which effects hold, and the verdict they add up to."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from helpers.content import load
from helpers.content.models.safety import Choice, Effect, Question
from helpers.routine.verdict import Verdict
from helpers.session import Answer, Session

from .answering import left

MARK_IT = "Mark where it is, so that the plan can keep clear of it: {label}"
TOGETHER = (
    "Two things that each need care came up; together they are one for your own doctor or nurse, "
    "so ask first."
)
NO_POSITION = "No position suits all of your answers, so ask a clinician before you start."
NOTHING_ALLOWED = "Your answers leave no pressure at all, so there is no massage today."
ADDS_UP = ("ASK_FIRST", "LIGHT_ONLY")


@frozen(kw_only=True)
class Given:
    """One answer other than "no", with the question and the choice it names."""

    question: Question
    choice: Choice
    answer: Answer


@frozen(kw_only=True)
class Said:
    """One effect that holds, with the answer it comes from."""

    effect: Effect
    answer: Answer


def given(session: Session) -> tuple[Given, ...]:
    """Return the answers other than "no", the most severe first."""
    content = load()
    found = [
        Given(question=question, choice=choice, answer=answer)
        for answer in session.answers
        for question in [content.question[answer.question]]
        for choice in question.choice
        if choice.id == answer.choice
    ]
    return tuple(sorted(found, key=lambda one: content.action[one.choice.action].rank))


def effects_of(session: Session) -> tuple[Said, ...]:
    """Return every effect that holds; a clinician's yes has lifted "ask first"."""
    return tuple(
        Said(effect=effect, answer=one.answer)
        for one in given(session)
        for effect in one.choice.effect
        if not (effect.kind == "ask_first" and one.answer.cleared)
    )


def verdict_of(session: Session, said: Sequence[Said], positions: Sequence[str]) -> Verdict:
    """Return the verdict: the most severe action wins, two ask-first or light answers add up."""
    answers = given(session)
    actions = [_action(one) for one in answers]
    reasons = [text for one in answers if _blocks(_action(one)) for text in _why(one)]
    for one in answers:
        if _needs_mark(one):
            actions.append("ASK_FIRST")
            reasons.append(MARK_IT.format(label=one.question.ask))
    adding = [one for one in answers if one.question.adds_up and _adds(one)]
    if len(adding) >= 2 and not all(one.answer.cleared for one in adding):
        actions.append("ASK_FIRST")
        reasons.append(TOGETHER)
    if not positions:
        actions.append("ASK_FIRST")
        reasons.append(NO_POSITION)
    if any(_whole_session(s.effect) and s.effect.level == 0 for s in said):
        actions.append("POSTPONE")
        reasons.append(NOTHING_ALLOWED)
    ranks = load().action
    worst = min(actions, key=lambda name: ranks[name].rank, default="NONE")
    return Verdict(
        action=worst,
        blocks=_blocks(worst),
        reasons=tuple(dict.fromkeys(reasons)),
        open=left(session),
    )


def _blocks(action: str) -> bool:
    return load().action[action].blocks


def _action(one: Given) -> str:
    """Return the action that is left once a clinician's yes has lifted what it can lift."""
    action, kinds = one.choice.action, {effect.kind for effect in one.choice.effect}
    if one.answer.cleared:
        kinds.discard("ask_first")
        if action == "ASK_FIRST":
            action = "LIGHT_ONLY" if "light_only" in kinds else "MODIFY"
    candidates = [action]
    if "ask_first" in kinds:
        candidates.append("ASK_FIRST")
    if "stop" in kinds and not _blocks(action):
        candidates.append("STOP_SEE")
    return min(candidates, key=lambda name: load().action[name].rank)


def _why(one: Given) -> list[str]:
    stops = [e.say for e in one.choice.effect if e.kind in ("stop", "ask_first")]
    return stops or [load().action[_action(one)].meaning]


def _adds(one: Given) -> bool:
    return one.choice.action in ADDS_UP or any(
        effect.kind in ("ask_first", "light_only") for effect in one.choice.effect
    )


def _needs_mark(one: Given) -> bool:
    marked = any(effect.marked for effect in one.choice.effect)
    return marked and not one.answer.marks and not _blocks(_action(one))


def _whole_session(effect: Effect) -> bool:
    return effect.kind == "cap_level" and not (effect.marked or effect.areas or effect.quarter)
