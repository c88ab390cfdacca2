"""The questions of a lesson: its own check, and what it asks of the lesson before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import ipywidgets

from helpers.content import load
from helpers.content.models.lesson import Lesson, QuizQuestion
from helpers.diagrams import answer_picture
from helpers.session import Session, Store, current
from helpers.stage import Stage, layout

from .controls import Panel, Quiz
from .lesson_words import known


class QuizPanel(Panel):
    """A quiz whose results go into the session, with a picture of an answer below it.

    Parameters
    ----------
    owner
        A short name of its own, as for every planner.
    label
        What the quiz is.
    questions
        The questions, in order.
    store
        Where the session is; the one that all lessons share when left out.
    """

    def __init__(
        self,
        owner: str,
        label: str,
        questions: Iterable[QuizQuestion],
        store: Store | None = None,
    ) -> None:
        self.owner = owner
        self.store = current() if store is None else store
        self.questions = {question.id: question for question in questions}
        self.stage: Stage | None = None
        self.quiz = Quiz(label, self.questions.values(), self._known(self.store.session))
        # The picture gets a box of its own: a quiz that is put in place anew forgets its answers.
        self._below = ipywidgets.VBox(layout=layout(overflow="visible"))
        super().__init__(self.quiz, below=self._below, name=label)
        self.quiz.observe(self._ended, names="results")
        self.quiz.observe(self._asked, names="asked")
        self.store.observe(owner, self._changed)

    def text(self) -> str:
        """Return the text of the quiz."""
        return self.quiz.text()

    def _known(self, session: Session) -> dict[str, str]:
        return {name: how for name, how in session.quiz.items() if name in self.questions}

    def _ended(self, change: Mapping[str, Any]) -> None:
        ended = dict(change["new"])
        if ended != self._known(self.store.session):
            self.store.change(self.owner, lambda latest: {"quiz": {**latest.quiz, **ended}})

    def _changed(self, _old: Session, new: Session) -> None:
        if (ended := self._known(new)) != self.quiz.results:
            self.quiz.results = ended

    def _asked(self, change: Mapping[str, Any]) -> None:
        question = self.questions.get(change["new"])
        if question is None or question.show is None:
            return
        picture = answer_picture(question.show, size=self.store.session.size)
        parts: dict[str, Any] = {
            "still": picture.svg,
            "name": picture.name,
            "description": picture.description,
        }
        if self.stage is None:
            self.stage = Stage(**parts)
            self._below.children = (self.stage,)
        else:
            self.stage.update(**parts)
        self.quiz.drawn = question.id


def quiz(lesson: str, store: Store | None = None) -> QuizPanel:
    """Return the check at the end of a lesson; ``lesson`` is its number, such as "03".

    Raises
    ------
    ElementError
        When there is no such lesson.
    """
    entry = known(lesson)
    return QuizPanel(f"quiz-{lesson}", "Check yourself", _of(entry), store)


def recall(lesson: str, store: Store | None = None) -> QuizPanel:
    """Return what a lesson asks at its start: questions of the lesson before it.

    The first lesson asks its own opening question.

    Raises
    ------
    ElementError
        When there is no such lesson.
    """
    entry = known(lesson)
    lessons = list(load().lesson.values())
    place = lessons.index(entry)
    if place == 0:
        questions = [one for one in load().quiz.values() if one.warm_up]
        label = "A guess to begin with"
    else:
        questions = [one for one in _of(lessons[place - 1]) if one.recall]
        label = f"From the lesson before: {lessons[place - 1].title}"
    return QuizPanel(f"recall-{lesson}", label, questions, store)


def _of(lesson: Lesson) -> list[QuizQuestion]:
    return [one for one in load().quiz.values() if one.lesson == lesson.id and not one.warm_up]
