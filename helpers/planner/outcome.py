"""What the safety questions add up to, in plain words: one outcome, its reasons and its changes."""

from __future__ import annotations

from attrs import frozen

from helpers.content import load
from helpers.content.models.welcome import Outcome
from helpers.content.phrases import small
from helpers.session import MOST_MINUTES, POSITIONS, Session
from helpers.session.words import question_name

from .answering import chosen, questions
from .answers import effects_of
from .screening import screen

BEFORE_ALL = ("help-now", "not-today")
"""Outcomes that hold although questions are still open."""

POSITION_WORDS = {"face_down": "face down", "side_lying": "on the side", "seated": "sitting"}


@frozen(kw_only=True)
class Result:
    """The outcome, how many questions are open, the sentences behind it, and what it changes."""

    outcome: Outcome
    open: int
    reasons: tuple[str, ...]
    changes: tuple[str, ...]

    @property
    def blocks(self) -> bool:
        """Whether nobody may start now."""
        return self.outcome.id not in ("go", "changes")


def result(session: Session) -> Result:
    """Return the outcome of a session's answers."""
    screening = screen(session)
    reasons = screening.verdict.reasons
    changes = _changes(session, reasons, screening.notes)
    found = _of(screening.verdict.action)
    if found.id == "go" and changes:  # a painful spot or a lump that was marked elsewhere
        found = load().outcome["changes"]
    if screening.verdict.open and found.id not in BEFORE_ALL:
        found = load().outcome["unfinished"]
    return Result(outcome=found, open=screening.verdict.open, reasons=reasons, changes=changes)


def _changes(session: Session, reasons: tuple[str, ...], notes: tuple[str, ...]) -> tuple[str, ...]:
    """Return what each answer changes, with what it is about, and then what else the notes say."""
    said = [one for one in effects_of(session) if one.effect.say not in reasons]
    named = [f"{question_name(one.answer.question)}: {small(one.effect.say)}" for one in said]
    told = {*reasons, *(one.effect.say for one in said)}
    return tuple(dict.fromkeys([*named, *(note for note in notes if note not in told)]))


def given_words(session: Session) -> dict[str, str]:
    """Return what was answered other than "no": question id to a few plain words, in order."""
    return {name: words_for(name) for name in questions() if chosen(session, name) is not None}


def words_for(question: str) -> str:
    """Return the few words that name a question; all of it where they name several at once."""
    for group in load().screening.values():
        for item in group.item:
            if question in item.questions:
                words = item.words if len(item.questions) == 1 else load().question[question].ask
                return words[0].upper() + words[1:]
    return load().question[question].ask


def _of(action: str) -> Outcome:
    return next(one for one in load().outcome.values() if action in one.actions)


def whole_back(session: Session) -> tuple[str, ...]:
    """Return what holds for the whole back and the whole session, in short sentences."""
    screening = screen(session)
    limits, found = screening.limits, []
    if limits.light_only:
        found.append("Everywhere: light strokes only.")
    elif limits.top_level < min(session.top_level, 3):
        found.append(f"Everywhere: level {limits.top_level} at most.")
    if screening.minutes < MOST_MINUTES:
        found.append(f"{screening.minutes} minutes at most.")
    if 0 < len(screening.positions) < len(POSITIONS):
        places = " or ".join(POSITION_WORDS[one] for one in screening.positions)
        found.append(f"Position: {places}.")
    return tuple(found)
