"""Checks between lessons, their questions and the strokes that their answers show."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from .errors import Problem
from .models.lesson import QuizQuestion
from .wording import unknown


def crosscheck_lessons(files: Mapping[str, Any]) -> Iterator[Problem]:
    """Return what the questions name that their lesson or their stroke does not have."""
    objectives = {x.id: [part.id for part in x.objective] for x in files["lessons"].lesson}
    places = {x.id: [part.id for part in x.place] for x in files["techniques"].technique}
    for quiz in files["quizzes"].quiz:
        yield from _objective(quiz, objectives)
        yield from _place(quiz, places)
        yield from _answers(quiz)


def _objective(quiz: QuizQuestion, objectives: Mapping[str, list[str]]) -> Iterator[Problem]:
    allowed = objectives.get(quiz.lesson, [quiz.objective])
    if quiz.objective not in allowed:
        message = unknown("objective", quiz.objective, allowed)
        yield Problem("quizzes.toml", quiz.id, "objective", message)


def _place(quiz: QuizQuestion, places: Mapping[str, list[str]]) -> Iterator[Problem]:
    if quiz.show is None or quiz.show.technique is None:
        return
    allowed = places.get(quiz.show.technique)
    if allowed is not None and (not allowed or quiz.show.place not in (None, *allowed)):
        message = unknown("place", quiz.show.place or "", allowed)
        yield Problem("quizzes.toml", quiz.id, "show.place", message)


def _answers(quiz: QuizQuestion) -> Iterator[Problem]:
    """Each option has an answer of its own: it says why, not only whether."""
    feedback = [option.feedback for option in quiz.option]
    for number, words in enumerate(feedback, 1):
        if words in feedback[: number - 1]:
            message = "found the same words as at another option; allowed: an answer of its own"
            yield Problem("quizzes.toml", quiz.id, f"option[{number}].feedback", message)
