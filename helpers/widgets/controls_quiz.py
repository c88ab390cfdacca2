"""A quiz: questions that answer back in the browser, with or without a kernel."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from traitlets import Dict, Tuple, Unicode, validate

from helpers.content.models.lesson import QuizQuestion
from helpers.session import RESULTS
from helpers.stage import Element, ElementError
from helpers.stage.element import require_text
from helpers.widgets.controls_files import script, style


class Quiz(Element):
    """Questions with radio buttons or check boxes, each answered at once in the browser.

    A wrong answer says why and leaves a second try; after that the right answer can be shown. The
    result of each question is kept in ``results`` and told in a line at the end; nothing depends
    on it.

    Parameters
    ----------
    label
        What the quiz is; its accessible name.
    questions
        The questions, in order.
    results
        What is known from before: the id of a question to one of `RESULTS`.
    """

    _esm = script("control_quiz")
    _css = "\n".join((style("control_buttons"), style("control_quiz", shared=False)))

    label = Unicode().tag(sync=True)
    questions: Any = Tuple().tag(sync=True)
    results: Any = Dict().tag(sync=True)
    asked = Unicode().tag(sync=True)
    """The id of the question whose answer the browser wants to see drawn."""
    drawn = Unicode().tag(sync=True)
    """The id of the question whose answer is drawn below."""

    def __init__(
        self,
        label: str,
        questions: Iterable[QuizQuestion],
        results: Mapping[str, str] | None = None,
        **traits: Any,
    ) -> None:
        entries = tuple(_entry(question) for question in questions)
        if not entries:
            raise ElementError("A quiz needs at least one question.")
        known = [entry["id"] for entry in entries]
        super().__init__(
            label=require_text(label, "The label of a quiz"),
            questions=entries,
            results={name: how for name, how in (results or {}).items() if name in known},
            **traits,
        )

    def text(self) -> str:
        """Return the questions with their options, then the answers."""
        lines = [f"Quiz: {self.label}"]
        for number, entry in enumerate(self.questions, 1):
            lines.append(f"{number}. {entry['ask']}")
            lines += [f"- {text}" for _, text, _, _ in entry["options"]]
        answers = [f"{number}. {entry['answer']}" for number, entry in enumerate(self.questions, 1)]
        return "\n".join([*lines, "Answers:", *answers])

    @validate("results")
    def _valid_results(self, proposal: Any) -> dict[str, str]:
        known = {entry["id"] for entry in self.questions}
        for name, how in proposal["value"].items():
            if name not in known or how not in RESULTS:
                raise ElementError(f"{name!r} cannot end as {how!r} in this quiz.")
        return dict(proposal["value"])

    @validate("asked", "drawn")
    def _valid_question(self, proposal: Any) -> str:
        name = str(proposal["value"])
        if name and name not in {entry["id"] for entry in self.questions}:
            raise ElementError(f"This quiz has no question {name!r}.")
        return name


def _entry(question: QuizQuestion) -> dict[str, Any]:
    return {
        "id": question.id,
        "ask": question.ask,
        "answer": question.answer,
        "several": question.several,
        "picture": question.show is not None,
        "options": [[one.id, one.text, one.feedback, one.right] for one in question.option],
    }
