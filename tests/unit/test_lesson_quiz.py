"""The questions of a lesson: their results in the session, their answers drawn on the back."""

from pathlib import Path

import pytest

from helpers.content import load
from helpers.session import Session, SessionError, Store
from helpers.widgets import Quiz, quiz, recall


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "session.json")


def test_every_lesson_has_a_check_and_something_to_recall(store: Store) -> None:
    for lesson in load().lesson:
        asked = list(quiz(lesson, store).questions.values())
        assert {one.lesson for one in asked} == {lesson}
        assert not any(one.warm_up for one in asked)
    assert list(recall("00", store).questions) == ["00-slow-touch"]
    before = recall("03", store).questions.values()
    assert {one.lesson for one in before} == {"02"}
    assert all(one.recall for one in before)


def test_a_lesson_that_does_not_exist_is_told() -> None:
    with pytest.raises(ValueError, match="There is no lesson '7'; there are 00, 01"):
        quiz("7")


def test_a_result_goes_into_the_session_and_comes_back(store: Store) -> None:
    panel = quiz("02", store)
    panel.quiz.set_state({"results": {"02-bones": "second"}})
    assert dict(store.session.quiz) == {"02-bones": "second"}
    assert quiz("02", Store(store.path)).quiz.results == {"02-bones": "second"}
    # What the next lesson asks again takes the place of it, and the first lesson follows.
    again = recall("03", store)
    assert again.quiz.results == {"02-bones": "second"}
    again.quiz.set_state({"results": {"02-bones": "first", "02-lift": "shown"}})
    assert panel.quiz.results == {"02-bones": "first", "02-lift": "shown"}
    assert quiz("03", store).quiz.results == {}


def test_results_of_other_lessons_are_kept(store: Store) -> None:
    store.change("other", quiz={"00-seven": "first"})
    quiz("02", store).quiz.results = {"02-lift": "shown"}
    assert dict(store.session.quiz) == {"00-seven": "first", "02-lift": "shown"}


def test_the_answer_is_drawn_when_asked_for(store: Store) -> None:
    panel = quiz("02", store)
    assert panel.stage is None
    panel.quiz.set_state({"asked": "02-bones"})
    assert panel.stage is not None
    assert panel.stage.name == "The spine"
    assert panel.quiz.drawn == "02-bones"
    stage = panel.stage
    panel.quiz.set_state({"asked": "02-lift"})
    assert panel.stage is stage
    assert stage.name.startswith("Bread-dough kneading")
    assert "fold" in stage.description or "lift" in stage.description.lower()
    nothing = quiz("05", store)
    nothing.quiz.asked = "05-posture"
    assert nothing.stage is None


def test_what_a_quiz_says() -> None:
    made = Quiz("Check", [load().quiz["02-bones"]])
    lines = made.text().splitlines()
    assert lines[:2] == [
        "Quiz: Check",
        "1. You feel the bones of the spine under your fingers. What now?",
    ]
    assert lines[-2:] == [
        "Answers:",
        "1. Move out by a finger's width. Pressure belongs on the muscle beside the bone.",
    ]
    assert len(lines) == 7


def test_a_bad_quiz_is_told() -> None:
    with pytest.raises(ValueError, match="needs at least one question"):
        Quiz("Check", [])
    made = Quiz("Check", [load().quiz["02-bones"]], {"00-seven": "first"})
    assert made.results == {}
    with pytest.raises(ValueError, match="cannot end as 'perfect'"):
        made.results = {"02-bones": "perfect"}
    with pytest.raises(ValueError, match="no question '00-seven'"):
        made.asked = "00-seven"


@pytest.mark.parametrize(
    "bad", [{"02-bones": "perfect"}, {"02-bones": 1}, ["02-bones"], {"": "first"}]
)
def test_a_damaged_result_is_told(bad: object) -> None:
    with pytest.raises(SessionError):
        Session(quiz=bad)  # type: ignore[arg-type]


def test_results_travel_as_json() -> None:
    session = Session(quiz={"gone-01": "shown", "02-lift": "first"})
    assert Session.from_json(session.to_json()) == session
