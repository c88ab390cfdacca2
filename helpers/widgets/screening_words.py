"""What the screening shows at each step: pure functions from the session to the cards' words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from helpers.content import load
from helpers.planner import answering
from helpers.planner import questions as ask
from helpers.planner.outcome import Result, given_words, result, whole_back
from helpers.planner.questions import Asking, Screen
from helpers.session import Session
from helpers.session.file import NAME

NO, OPEN, ON, SKIP = "no", "open", "on", "skip"
"""The buttons that are not a choice of the question itself."""

KEEP = (
    f"Your answers stay in one file beside the lessons, {NAME}. We send them nowhere. To wipe them "
    f"out, delete every file whose name begins with {NAME.partition('.')[0]}."
)


def question_card(session: Session, asking: Asking) -> dict[str, Any]:
    """Return what the card on the left says: the question, or that the questions are over."""
    here = ask.current(session, asking)
    if here is None:
        return _over(session)
    number, about = ask.progress(session, asking)
    group = load().screening[here.group]
    heading = f"{group.title} ({number} of about {about})"
    if here.place:
        assert here.question is not None
        chosen = answering.chosen(session, here.question)
        said = f" You said: {chosen.label}." if chosen else ""
        return _card(heading, [f"{load().question[here.question].ask}{said}", "Where is it?"])
    if here.question is not None:
        return _card(heading, [load().question[here.question].ask])
    words = [item.words[0].upper() + item.words[1:] for item in group.item]
    return _card(heading, [group.gate], words)


def _over(session: Session) -> dict[str, Any]:
    found = result(session)
    if answering.emergency(session) is not None:
        return _card(found.outcome.name, [found.outcome.do], tone="stop")
    return _card(found.outcome.name, [found.outcome.do], tone=found.outcome.tone)


def _card(
    heading: str, paragraphs: Sequence[str], bullets: Sequence[str] = (), *, tone: str = "plain"
) -> dict[str, Any]:
    return {
        "heading": heading,
        "paragraphs": tuple(paragraphs),
        "bullets": tuple(bullets),
        "tone": tone,
    }


def answer_buttons(session: Session, asking: Asking) -> dict[str, Any]:
    """Return options, help and what is off, for the buttons below the question."""
    here = ask.current(session, asking)
    usual = load().control["screening-answer"]
    if here is None:
        return {
            "label": "Pressed the wrong one?",
            "options": (("again", "Go back to the last question"),),
            "help": "What was not a no can also be changed by itself.",
            "off": (),
        }
    if here.place:
        return {
            "label": "Is it marked?",
            "options": ((ON, "Go on"), (SKIP, "I cannot say where")),
            "help": "Without a place the plan cannot keep clear of it, so you would ask first.",
            "off": () if _marks(session, here) else (ON,),
        }
    if here.question is None:
        group = load().screening[here.group]
        gate = ((NO, group.none), (OPEN, "Yes, or not sure"))
        return {"label": usual.label, "options": gate, "help": _why(group.why), "off": ()}
    question = load().question[here.question]
    options = ((NO, "No"), *((choice.id, choice.label) for choice in question.choice))
    why = f"{_why(question.why)} {usual.help}"
    return {"label": usual.label, "options": options, "help": why, "off": ()}


def _why(why: str) -> str:
    return f"Why we ask: {why}"


def _marks(session: Session, here: Screen) -> bool:
    answer = session.answer(here.question or "")
    return bool(answer and answer.marks)


def result_card(session: Session, asking: Asking) -> dict[str, Any]:
    """Return what the card above the map says: what the answers come to so far."""
    found = result(session)
    bullets = [*found.reasons, *found.changes]
    if answering.emergency(session) is not None:
        return _card("Why", ["If the answer was right, do not wait."], found.reasons, tone="stop")
    if ask.current(session, asking) is None:
        paragraphs = [] if bullets else ["None of your answers changes anything. Enjoy it."]
        return _card("Why, and what changes", paragraphs, bullets, tone=found.outcome.tone)
    if found.outcome.id == "unfinished":
        paragraphs = ["Nobody starts before the last question is answered."]
        return _card("Not finished yet", paragraphs, bullets)
    return _card(found.outcome.name, [_meanwhile(found)], bullets, tone=found.outcome.tone)


def _meanwhile(found: Result) -> str:
    if found.outcome.id == "not-today":
        return "You can stop here. Or go on: another answer may show something that is more urgent."
    return found.outcome.do


def change_buttons(session: Session) -> tuple[tuple[str, str], ...]:
    """Return a button for each answer other than "no"."""
    return tuple(given_words(session).items())


def cleared_options(session: Session) -> tuple[tuple[str, str], ...]:
    """Return what a clinician's yes may be ticked for."""
    words = given_words(session)
    return tuple((name, words[name]) for name in answering.clearable(session))


def map_words(session: Session) -> tuple[str, str]:
    """Return the banner across the map ("" for none) and the caption below it."""
    found = result(session)
    banners = {
        "help-now": "Get help now",
        "not-today": "No massage today",
        "ask-first": "Ask first",
    }
    return banners.get(found.outcome.id, ""), " ".join(whole_back(session))
