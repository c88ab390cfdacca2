"""The frame of the lessons as data: every fact is taught, every objective asked about, fairly."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from helpers.content import load
from helpers.content.models.lesson import QuizQuestion
from tests.notebooks.reading import grade
from tests.unit.tables import problems

CONTENT = load()
LESSONS = list(CONTENT.lesson.values())
CHECKS = [quiz for quiz in CONTENT.quiz.values() if not quiz.warm_up]
FACTS = {"A": 4, "B": 8, "C": 15, "D": 12, "E": 7, "F": 5, "G": 2}
"""How many facts each part of the source article has."""
NOTEBOOKS = Path(__file__).resolve().parents[2] / "notebooks"


def of(lesson: str) -> list[QuizQuestion]:
    return [quiz for quiz in CHECKS if quiz.lesson == lesson]


# The lessons


def test_there_are_seven_lessons_in_order() -> None:
    assert [lesson.id for lesson in LESSONS] == [f"{number:02}" for number in range(7)]
    assert all(lesson.file.startswith(f"{lesson.id}_") for lesson in LESSONS)


def test_every_fact_of_the_article_is_taught_in_some_lesson() -> None:
    taught = {fact for lesson in LESSONS for fact in lesson.article}
    assert taught == {f"{part}{n}" for part, count in FACTS.items() for n in range(1, count + 1)}


def test_every_notebook_is_a_lesson() -> None:
    assert {path.stem for path in NOTEBOOKS.glob("*.ipynb")} <= {one.file for one in LESSONS}


# The questions


@pytest.mark.parametrize("lesson", CONTENT.lesson)
def test_a_lesson_asks_three_to_five_questions_about_all_its_objectives(lesson: str) -> None:
    asked = [quiz.objective for quiz in of(lesson)]
    assert 3 <= len(asked) <= 5
    assert set(asked) == {objective.id for objective in CONTENT.lesson[lesson].objective}


@pytest.mark.parametrize("lesson", list(CONTENT.lesson)[:-1])
def test_the_next_lesson_has_something_to_recall(lesson: str) -> None:
    assert 1 <= sum(quiz.recall for quiz in of(lesson)) <= 3


def test_one_question_opens_the_series() -> None:
    (opening,) = (quiz for quiz in CONTENT.quiz.values() if quiz.warm_up)
    assert opening.lesson == "00"
    assert not opening.recall


def test_the_right_answer_cannot_be_guessed_from_its_place() -> None:
    single = [quiz for quiz in CHECKS if not quiz.several]
    places = Counter([option.right for option in quiz.option].index(True) for quiz in single)
    assert max(places.values()) <= 0.6 * len(single)
    longest = [max(quiz.option, key=lambda option: len(option.text)).right for quiz in single]
    assert sum(longest) <= 0.6 * len(single)


@pytest.mark.parametrize("quiz", CONTENT.quiz.values(), ids=lambda quiz: quiz.id)
def test_a_question_reads_easily(quiz: QuizQuestion) -> None:
    assert quiz.ask.rstrip().endswith(("?", ".", '"'))
    for words in (quiz.answer, *(option.feedback for option in quiz.option)):
        assert words.endswith((".", '."')), words
    everything = [quiz.ask, quiz.answer, *(x.text for x in quiz.option)]
    everything += [x.feedback for x in quiz.option]
    assert grade("\n\n".join(everything)) <= 6


ALL_RIGHT = [{"id": one, "text": one, "right": True, "feedback": f"{one}."} for one in "ab"]


@pytest.mark.parametrize(
    ("way", "new", "said"),
    [
        (("objective",), "consnt", "did you mean consent?"),
        (("lesson",), "07", "unknown lesson"),
        (("option",), ALL_RIGHT, "at least one right and one not"),
        (("option", 0, "id"), "go-on", "twice"),
        (
            ("option", 0, "feedback"),
            "They said yes to the back. A new place needs a new yes.",
            "own",
        ),
        (("show", "regions"), ["low-bck"], "did you mean low-back?"),
        (("show",), {}, "just one of zones"),
        (("show",), {"zones": ["Z01"], "technique": "T02"}, "just one of zones"),
        (("show",), {"zones": ["Z01"], "place": "whole"}, "a place without a technique"),
        (("show",), {"technique": "T02", "place": "whle"}, "did you mean whole?"),
        (("show",), {"technique": "T18"}, "allowed: none"),
    ],
)
def test_a_slip_in_a_question_is_told(way: tuple[str | int, ...], new: Any, said: str) -> None:
    found = problems("quizzes", "quiz", "00-consent", way, new)
    assert any(said in str(problem) for problem in found), found
    assert all(problem.entry == "00-consent" for problem in found)


# The words


def test_the_glossary_has_no_word_twice() -> None:
    words = [word.lower() for term in CONTENT.term.values() for word in (term.name, *term.also)]
    assert sorted(set(words)) == sorted(words)
    assert 25 <= len(CONTENT.term) <= 60


def test_a_meaning_is_simpler_than_its_word() -> None:
    for term in CONTENT.term.values():
        assert term.meaning.endswith(".")
        names = {term.name, *term.also}
        assert not any(name in short for name in names for short in term.short), term.id
    assert grade("\n\n".join(term.meaning for term in CONTENT.term.values())) <= 5.5
